"""Whose report it is: the subject of figures for which the text names none.

Enters: the clean text, its mentions, the heads of clauses and the directory of organizations. Leaves: a name as the
text has it, or None. Next: ``facts``.

Every body and area is a candidate: it is the likelier the more clauses it heads, and if the headline names it; a
government's figures are its area's. Those who publish, print or convene are never it, nor the areas above the report's.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from unionie.clean.types import CleanText
from unionie.frames import Head, Mention
from unionie.resolve.identities import Directory

_NO_BODY = re.compile(
    r"^[省市区县州旗]工会$|政府$|统计局$|调查队$|大会$|会议$|次会|[日晚时早]报$|报社|新闻|网$|发布$|融媒体|研究室|办公[厅室]$|宣[教传]|人大|议会"
    r"|政协|奖励委员会|国务院|^中共|^中央|^(?!.*团).*[省市区县州]委$|理事会|代表团$|督导组"
)
_AREA = re.compile(r"(?:[省市区县州旗盟镇乡村]|街道|社区)$")
_WHOLE = re.compile(r"[全我本]([国省市区县州旗盟])$")
_AREA_WORD = re.compile(r"[全我](?:国|省|市|区|县|州|旗|镇|乡|村)(?![委直级])")
_GOVERNMENT = re.compile(r"政府工作报告|统计公报|施政|国民经济")
_TITLE_PLACE = re.compile(r"([一-鿿]{2,8}?(?:街道|镇|乡|村|社区|州|县|区|市|省))(?=(?:19|20)\d\d年)")
_OWNS = 8  # clauses that an organization in the headline is worth
_NAMED = 2  # the same of a place
_OF_GOVERNMENT = 3
_FRONT = 12  # blocks


@dataclass(slots=True)
class _Candidate:
    area: bool
    score: int = 0
    names: Counter[str] = field(default_factory=Counter)


def find_body(clean: CleanText, mentions: Sequence[Mention], heads: Sequence[Head], directory: Directory) -> str | None:
    """Return whose figures the report gives where it names nobody: 江澜市红十字会, 全县, 我院 … or None."""
    candidates: dict[str, _Candidate] = {}
    for name, label, worth in [*_named_in_headline(clean, mentions), *_heads_of_clauses(clean, heads)]:
        area = _AREA.search(name) is not None and label != "ORG"
        if name and not (label == "LOC" and not area) and not (not area and _NO_BODY.search(name)):
            if _is_above(name, directory):
                continue
            candidate = candidates.setdefault(directory.full_name(name) or name, _Candidate(area))
            candidate.score += worth
            candidate.names[name] += 1
    if _GOVERNMENT.search(_headline(clean)):
        for key, candidate in candidates.items():
            own = directory.region.last in (None, key) or any(map(_WHOLE.match, candidate.names))
            candidate.score += _OF_GOVERNMENT * (candidate.area and own)
    best = max(candidates.values(), key=lambda candidate: candidate.score, default=None)
    return best.names.most_common(1)[0][0] if best else _own_area(clean)


def _own_area(clean: CleanText) -> str | None:
    """Return what the text calls its area most: 全县, 我市."""
    counts = Counter(clean.surface[match.start() : match.end()] for match in _AREA_WORD.finditer(clean.text))
    return counts.most_common(1)[0][0] if counts else None


def _front(clean: CleanText) -> list[tuple[int, int]]:
    return [(block.start, block.end) for block in clean.blocks[:_FRONT] if block.kind in ("title", "subtitle")]


def _headline(clean: CleanText) -> str:
    return "\n".join(clean.text[start:end] for start, end in _front(clean))


def _named_in_headline(clean: CleanText, mentions: Sequence[Mention]) -> list[tuple[str, str, int]]:
    """Return (name, label, worth) of the organizations and places of the headline, each name once."""
    named: dict[str, tuple[str, str, int]] = {}
    for start, end in _front(clean):
        for mention in mentions:
            if mention.label in ("ORG", "LOC") and start <= mention.start < end:
                name = "".join(clean.surface[mention.start : mention.end].split()).removeprefix("关于")
                named.setdefault(name, (name, mention.label, _OWNS if mention.label == "ORG" else _NAMED))
        if not named and (match := _TITLE_PLACE.match(clean.text, start, end)):
            name = clean.surface[match.start(1) : match.end(1)].removeprefix("关于")
            named[name] = (name, "LOC", _NAMED)
    return list(named.values())


def _heads_of_clauses(clean: CleanText, heads: Sequence[Head]) -> list[tuple[str, str, int]]:
    """Return (name, label, worth) of the heads of clauses in paragraphs and under headings."""
    starts = [block.start for block in clean.blocks]
    return [
        ("".join(head.text.split()), head.label, 1)
        for head in heads
        if clean.blocks[bisect_right(starts, head.start) - 1].kind in ("paragraph", "heading")
    ]


def _is_above(name: str, directory: Directory) -> bool:
    """Return whether 全国, 全省 … names an area above the report's own."""
    level = _WHOLE.match(name)
    if level is None or directory.region.last is None:
        return False
    return directory.region.named(level[1]) != directory.region.last
