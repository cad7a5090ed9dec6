"""Indicators without the person who does what they say: 骑手张三|花去医药费, 副主席（挂职）李四|慰问职工.

Enters: clean text, mentions and fact frames with their subjects. Leaves: the frames' indicators. Next: ``resolve``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from unionie.clean.types import CleanText
from unionie.dictionary import plain_jieba
from unionie.frames import FactFrame, Mention
from unionie.link.figures.phrases import trim_left

__all__ = ["without_persons"]

_GOES_ON = frozenset("的等、和与及（所")  # behind a name that is part of what is counted
_SHORTEST = 2  # characters of an indicator


def without_persons(clean: CleanText, mentions: Sequence[Mention], frames: Sequence[FactFrame]) -> None:
    """Take from each indicator who acts in it: a person whose figure it is, or one named behind his post."""
    people = [mention for mention in mentions if mention.label == "PERSON"]
    posts = {mention.end for mention in mentions if mention.label == "TITLE"}
    starts = [person.start for person in people]
    for frame in frames if people else ():
        first = bisect_left(starts, frame.sentence.start)
        for person in reversed(people[first : bisect_left(starts, frame.quantity.start)]):
            name = clean.surface[person.start : person.end]
            before, found, rest = frame.indicator.rpartition(name)
            held = person.start in posts or before.endswith("）")
            if not found or rest[:1] in _GOES_ON or not (frame.subject == "" or held):
                continue
            low, high = trim_left(rest, plain_jieba().tag)
            if high - low >= _SHORTEST:
                frame.indicator = rest[low:high]
                break
