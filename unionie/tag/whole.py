"""Make the tagger's spans whole: both marks of a pair or neither, no sign at an edge, places in one another.

Enters: text and the spans that the tagger found in it. Leaves: the same, mended, sorted and disjoint. Next: ``join``.
The tagger reads character by character and may stop before the last mark of 省“先锋杯”, or part 江西省上饶市.
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
_OWN_END = re.compile("荣(?=获[评授颁选])")
_VERB_OPENS = re.compile("(?<=[一-鿿]{2})同(?=[获獲])")
_MARKED = frozenset({"AWARD", "EVENT", "ORG"})


def make_whole(text: str, spans: Iterable[Tagged]) -> list[Tagged]:
    """Return the spans with pairs of marks whole, and what continues the name before it joined to that."""
    whole: list[Tagged] = []
    for span in (_without_signs(text, each) for each in spans):
        mended = _with_marks(text, span) if span.label in _MARKED else _at_verb(text, span)
        if whole and mended.start < whole[-1].end:
            mended = span
        if whole and whole[-1].end == mended.start and _continues(text, whole[-1], mended):
            chance = min(whole[-1].probability, mended.probability)
            whole[-1] = Tagged(whole[-1].start, mended.end, mended.label, chance)
        else:
            whole.append(mended)
    return [span for place, span in enumerate(whole) if not place or span.start >= whole[place - 1].end]


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
