"""What a value without words of its own takes over: the clause before without a value, or the value before.

Enters: a Reader and the Scope. Leaves: an Indicator. Next: ``indicators``, ``ranked``.
"""

from __future__ import annotations

import re

from unionie.link.figures.cues import words
from unionie.link.figures.leads import LIMIT
from unionie.link.figures.measures import RELATIVE_UNITS, Reading
from unionie.link.figures.phrases import noun_prefix, trim_left, without_manner
from unionie.link.figures.scope import Indicator, Reader, Scope
from unionie.link.figures.topics import names_thing, tells_view
from unionie.values.types import Quantity

__all__ = ["changed", "inherited", "spoken"]

_AT_EXTREME = re.compile(r"^(?:\W|其中)*[一-鿿\x01]{1,8}(?<![率额量值])[最略稍][高低多少]$")  # 石坝村最低，为|84%
_CHANGES = tuple(words("change"))  # 实现晋位，年均增速|5.7%: what changed stands before
_MORE = ("增加", "增加了", "减少", "减少了")
_PEOPLE = frozenset(["人", "名", "人次", "位"])
_THING = re.compile("[一-鿿]{1,6}")  # alone up to the end of its clause
_LABEL = 12  # characters
_OPENINGS = frozenset(["", "；", "。", "\n"])
_EACH = re.compile(r"每[一-鿿]{1,2}$")  # 每人1万元，共96万元


def spoken(reader: Reader, scope: Scope) -> str:
    """Return the words of the clause before where it has no value."""
    return reader.words(*scope.bare, 0) if scope.bare is not None else ""


def inherited(
    reader: Reader, scope: Scope, used: int, *, level: bool = True, quantity: Quantity | None = None
) -> Indicator:
    """Return the indicator of the clause before without a value, or of the value before; ``quantity`` is a change."""
    if scope.bare is not None:  # a long clause names a level only: a change belongs to the value before
        start, end = scope.bare
        said = reader.words(start, end, 0)
        low, high = trim_left(said, reader.tag)
        if tells_view(said) or ((scope.topic or scope.before) and _AT_EXTREME.match(said)):
            low = high
        phrase = without_manner(reader.phrase(start + low, start + high, 0), reader.tag)
        if phrase and not names_thing(phrase, reader.tag) and not _is_label(reader, start, end):
            phrase = ""
        own = level or not scope.topic or (len(phrase) <= 10 and not phrase.endswith(_CHANGES))
        if phrase and own:
            return Indicator(phrase[-LIMIT:], "clause", used)
    topic = scope.topic or scope.before
    if level:
        topic = _EACH.sub("", topic)
    elif quantity is not None:
        topic = _of_its_unit(scope, quantity) or topic
    return Indicator(topic, "inherited", used)


def _is_label(reader: Reader, start: int, end: int) -> bool:
    """Return whether words are all that stands before a ：; 失业人员再就业：|1.2万人."""
    text = reader.clean.text
    return end - start <= _LABEL and text[end : end + 1] == "：" and text[start - 1 : start] in _OPENINGS


def _of_its_unit(scope: Scope, change: Quantity) -> str:
    """Return what a change is of by its unit: points are of the last rate or share, people of the last count of them.

    参保321.7万人，参保率95%，较上年减少|2.4万人; 投资41.6亿元，占比44.2%，回落|3.3个百分点.
    """
    frames = scope.frames[scope.first :]
    if not frames:
        return ""
    last = frames[-1]
    if change.unit == "%":
        return last.indicator if last.measure == "change" and last.quantity.unit not in RELATIVE_UNITS else ""
    if change.unit == "百分点":
        return last.indicator if last.quantity.unit == "%" and last.measure in ("level", "share") else ""
    other = {last.quantity.dimension, change.dimension} == {"money", "count"}  # 案件8件，标的2亿元，减少|3件
    if not other and (last.quantity.unit != "%" or last.measure not in ("level", "share")):
        return ""
    alike = (
        each.indicator for each in reversed(frames) if each.measure == "level" and each.quantity.unit == change.unit
    )
    return next(alike, "")


def changed(reader: Reader, scope: Scope, run: list[Quantity], reading: Reading, before: str, after: str) -> Indicator:
    """Return what a change without words of its own is of: the noun that it counts itself, or what was told before.

    比上届增加|9枚|金牌; not 加快|2条|航线建设.
    """
    used, last = run[-1].end, run[-1]
    more = reading.measure == "change" and (reading.baseline or before.endswith(_MORE))
    own = more and last.dimension == "count" and (not scope.topic or _counts_others(scope, last, after))
    if own and (size := noun_prefix(after, reader.tag)):
        named = after[:size].rstrip("、，和与")
        return Indicator(named, "right", used + len(named))
    change = run[0] if reading.measure == "change" else None
    return inherited(reader, scope, used, level=False, quantity=change)


def _counts_others(scope: Scope, quantity: Quantity, after: str) -> bool:
    """Return whether a change counts what stands behind it, not what the value before did: 招生280人，增加2个|班."""
    last = scope.frames[-1].quantity if len(scope.frames) > scope.first else None
    return bool(last and after and quantity.unit not in {last.unit, *_PEOPLE} and _THING.fullmatch(after))
