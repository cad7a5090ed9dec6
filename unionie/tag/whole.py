"""Make the tagger's spans whole: both marks of a pair or neither, no sign or verb at an edge, places, halls.

Enters: text and the spans that the tagger found in it. Leaves: the same, mended, sorted and disjoint. Next: ``join``.
The tagger reads character by character and may stop before the last mark of 省“先锋杯”, or part 江西省上饶市. A hall
in which something is held, or whose size is told, is a place, though it is a body elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import category

from unionie.tag.learned.tagger import Tagged
from unionie.tag.places import lies_in

__all__ = ["make_whole"]

_PAIRS = {"“": "”", "「": "」", "『": "』", "（": "）"}
_CLOSES = {close: open_ for open_, close in _PAIRS.items()}
_SIGNS = frozenset({"So", "Sk", "Sm", "Mn", "Cf", "Cc", "Zs"})
# The last character of a name that makes a verb with the next: 杜桂荣|获评; and the first of a verb that ends no name.
_OWN_END = re.compile("荣(?=获[评授颁选得])|[勇力豪强巧智](?=[夺摘捧]得)")
_VERB_OPENS = re.compile("(?<=[一-鿿]{2})同(?=[获獲])")
_MARKED = frozenset({"AWARD", "EVENT", "ORG"})
_JOINTLY = re.compile("同(?![志时意样一])")
_HALL = re.compile("(?:[宫馆]|礼堂|剧院|活动中心|会议中心)$")
_IN = re.compile("(?:[在于]|走进|来到|平方米的)$")
_HELD = re.compile("召开|举行|举办|开幕|开赛|上演|展出|开展|开课|开讲|进行|[里内外门前]|翻修")
_MEASURED = ("（总建筑面积", "（建筑面积", "（占地")
_BY_ROAD = re.compile("(?:服务区|收费站)(?![一-鿿]{0,4}(?:[队站班]|公司|之家|工会))")


def make_whole(text: str, spans: Iterable[Tagged]) -> list[Tagged]:
    """Return the spans with pairs of marks whole, and what continues the name before it joined to that."""
    whole: list[Tagged] = []
    for span in (_without_signs(text, each) for each in spans):
        mended = _as_place(
            text, _with_marks(text, _without_verb(text, span)) if span.label in _MARKED else _at_verb(text, span)
        )
        if whole and mended.start < whole[-1].end:
            mended = span
        if whole and whole[-1].end == mended.start and _continues(text, whole[-1], mended):
            chance = min(whole[-1].probability, mended.probability)
            whole[-1] = Tagged(whole[-1].start, mended.end, mended.label, chance)
        else:
            whole.append(mended)
    return [span for place, span in enumerate(whole) if not place or span.start >= whole[place - 1].end]


def _without_verb(text: str, span: Tagged) -> Tagged:
    """Return a federation of unions without the verb behind it: 市总|会同市人社局."""
    joins = span.label == "ORG" and text.endswith("总会", span.start, span.end) and _JOINTLY.match(text, span.end)
    return span._replace(end=span.end - 1) if joins and span.end - span.start == len("市总会") else span


def _as_place(text: str, span: Tagged) -> Tagged:
    """Return a hall where something is held as a place (在|县文化馆|召开), one by the road whole: 西坝|服务区."""
    if span.label == "ORG" and _HALL.search(text, span.start, span.end):
        held = _IN.search(text, max(0, span.start - 4), span.start) and _HELD.match(text, span.end)
        if held or text.startswith(_MEASURED, span.end):
            return span._replace(label="LOC")
    by_road = _BY_ROAD.match(text, span.end) if span.label == "LOC" else None
    return span._replace(end=by_road.end()) if by_road else span


def _continues(text: str, before: Tagged, span: Tagged) -> bool:
    """Tell whether the span right behind another is the end of its name: a place in a place, a contest's prize."""
    if (before.label, span.label) == ("EVENT", "AWARD"):
        return True
    both = before.label == span.label == "LOC"
    return both and lies_in(text[span.start : span.end], text[before.start : before.end])


def _without_signs(text: str, span: Tagged) -> Tagged:
    """Return the span without the signs and space around its name: 👉兴岭站, ★产科."""
    start, end = span.start, span.end
    while start < end and category(text[start]) in _SIGNS:
        start += 1
    while start < end and category(text[end - 1]) in _SIGNS:
        end -= 1
    return span._replace(start=start, end=end) if start < end else span


def _at_verb(text: str, span: Tagged) -> Tagged:
    """Return the name of a person with the end that the verb behind it seems to own, without what is the verb's."""
    if span.label != "PERSON":
        return span
    if span.end - span.start == 2 and _OWN_END.match(text, span.end):
        return span._replace(end=span.end + 1)
    return span._replace(end=span.end - 1) if _VERB_OPENS.match(text, span.end - 1) else span


def _with_marks(text: str, span: Tagged) -> Tagged:
    """Return the span with the mark that one inside it lacks, or without that mark where it stands at an edge."""
    start, end = span.start, span.end
    open_: list[int] = []
    for place in range(start, end):
        if text[place] in _PAIRS:
            open_.append(place)
        elif text[place] in _CLOSES:
            if open_:
                open_.pop()
            elif place == end - 1:
                end -= 1
            elif text[start - 1 : start] == _CLOSES[text[place]]:
                start -= 1
    if open_:
        if open_[0] == start and span.start == start:
            start += 1
        elif text[end : end + 1] == _PAIRS[text[open_[-1]]]:
            end += 1
    return span._replace(start=start, end=end) if start < end else span
