"""Values that stand in one list: 分别惠及1630户、312名学生和105人.

Enters: a clause with its quantities. Leaves: the quantities in runs. Next: ``facts`` links each run.
"""

from __future__ import annotations

import re

from unionie.frames import FactFrame
from unionie.link.figures.clauses import Clause
from unionie.link.figures.lists import RESPECTIVELY
from unionie.link.figures.measures import RELATIVE_UNITS
from unionie.link.figures.members import share_head
from unionie.link.figures.phrases import ends_nominal, is_governed, noun_prefix
from unionie.link.figures.scope import Reader
from unionie.values.types import Quantity

__all__ = ["JOINED_VERB", "find_runs", "share_words"]

_JOINED = re.compile(r"^(?:[、，和及与或/\s]|以及|和其他|或者)*$")
JOINED_VERB = re.compile(
    r"^(?:[、，和及](?:基本)?持平){0,2}(?:[、，和及]|以及)"
    r"(?:上升|下降|增长|减少|增加|提高|降低|回落|[增减升降涨跌])了?$"
)
_NOUN = 6  # characters
_MARKS = ("", "、", "和", "及", "（")
_TWO = 2  # characters of a word
_PEOPLE = frozenset(["人", "名", "户", "位", "人次"])
_ITEM = re.compile("(?P<noun>[一-鿿]{1,12})[、和及]")
_ONE_NOUN = re.compile("[一-鿿]{1,5}[、和及]$")


def find_runs(reader: Reader, clause: Clause) -> list[list[Quantity]]:
    """Return the clause's quantities in runs that only 、 or 和 separates."""
    runs: list[list[Quantity]] = []
    respectively = False
    position = clause.start
    for quantity in clause.quantities:
        words = reader.words(position, quantity.start, clause.depth)
        joined = _JOINED.match(words) or (respectively and JOINED_VERB.match(words))
        if not joined and respectively and len(words) <= _NOUN and words.endswith(("、", "和", "及")):
            joined = _ONE_NOUN.match(words)  # 分别惠及1630户、312名|学生和105人
        if joined and _tells_other(reader, clause, runs[-1] if runs else [], quantity):
            joined = None
        if runs and joined and (respectively or _abuts(runs[-1][-1], quantity, words)):
            runs[-1].append(quantity)
        else:
            runs.append([quantity])
            respectively = RESPECTIVELY.search(words) is not None
        position = quantity.end
    return runs


def share_words(reader: Reader, clause: Clause, frames: list[FactFrame]) -> None:
    """Let the counts of a list share what its last item alone says: its head, and what it did."""
    share_head(reader, clause, frames)
    _share_predicate(reader, clause, frames)


def _share_predicate(reader: Reader, clause: Clause, frames: list[FactFrame]) -> None:
    """Let the counts of a list share what its last item did: 310家|企业、2.8万名|职工|参加竞赛."""
    if len(frames) < _TWO or frames[-1].rule != "facts.right" or frames[-2].quantity.start < clause.start:
        return
    last = frames[-1]
    noun = noun_prefix(last.indicator, reader.tag)
    did = last.indicator[noun:]
    told = did and any(pos.startswith("v") for _, pos in reader.tag(did)[:_TWO])
    if not told or did.startswith("等") or last.quantity.unit not in _PEOPLE:
        return
    for frame in reversed(frames[:-1]):
        between = reader.words(frame.quantity.end, last.quantity.start, clause.depth)
        item = _ITEM.fullmatch(between)
        if frame.quantity.start < clause.start or frame.rule != "facts.right" or not item:
            return
        if frame.indicator != item["noun"] or noun_prefix(item["noun"], reader.tag) < len(item["noun"]):
            return
        frame.indicator += did
        last = frame


def _tells_other(reader: Reader, clause: Clause, run: list[Quantity], quantity: Quantity) -> bool:
    """Return whether a count has its thing behind it, the one before it in front: 改造小区34个、|218栋|楼."""
    if len(run) != 1 or not run[0].dimension == quantity.dimension == "count" or run[0].unit == quantity.unit:
        return False
    before = reader.words(clause.start, run[0].start, clause.depth)
    if reader.words(run[0].end, quantity.start, clause.depth) != "、":
        return False  # 贫困户301户|611人|脱贫
    after = reader.words(quantity.end, clause.end, clause.depth)
    if len(before) < _TWO or after[:1] in _MARKS or not ends_nominal(before, reader.tag, strictly=True):
        return False
    return not is_governed(before, reader.tag) and noun_prefix(after[:_NOUN], reader.tag) > 0


def _abuts(one: Quantity, other: Quantity, words: str) -> bool:
    """Return whether two values go on as one: side by side without words, but for 比2010年的7.5万亩|翻了一番."""
    if other.text.startswith("突破") and not one.text.startswith("突破"):
        return False  # 里程新增300公里、|突破7000公里
    return (one.unit == "番") == (other.unit == "番") and (not words or _alike(one, other))


def _alike(one: Quantity, other: Quantity) -> bool:
    """Return whether two values side by side can be read as one: 增长3.5%、|突破14万亿元 are a change and a level."""
    return (one.unit in RELATIVE_UNITS) == (other.unit in RELATIVE_UNITS) and (
        (one.dimension == "money") == (other.dimension == "money")
    )
