"""Figures that 分别 gives to the names of a list, one to each: 甲局、乙局分别办理业务732件、调解纠纷29起.

Enters: clean text, mentions and fact frames, those of aligned values with their subjects. Leaves: the frames'
``subject`` where a list of as many values follows. Next: ``subjects`` finds the subjects of the rest.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from unionie.clean.types import CleanText
from unionie.frames import FactFrame, Mention

__all__ = ["share_out"]

_AND = re.compile("[、和与及]|以及")
_EACH = re.compile("分别|依次")
_OPENS = re.compile(r"(?:^|[。！？，；：（）】”\s]|其中)(?:(?:邻近|附近|相邻|毗邻|沿线|周边|下辖|所辖)的?)?$")
_STOP = re.compile("[，；。！？\n]")
_REACH = 48  # characters between the names and 分别
_TURN = re.compile("[前后]者[^，；。\n0-9]{0,12}$")


def share_out(clean: CleanText, mentions: Sequence[Mention], frames: Sequence[FactFrame]) -> None:
    """Give the values of lists the names that they belong to."""
    for names in _lists(clean.text, mentions):
        _share(clean, names, frames)
    for _, sentence in groupby(frames, key=lambda frame: frame.sentence):
        _go_on(clean.text, list(sentence))


def _lists(text: str, mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
    """Yield the lists of two or more organizations or places."""
    named = [mention for mention in mentions if mention.label in ("ORG", "LOC")]
    names = named[:1]
    for before, mention in pairwise(named):
        if not _AND.fullmatch(text, before.end, mention.start):
            if len(names) > 1:
                yield names
            names = []
        names.append(mention)
    if len(names) > 1:
        yield names


def _share(clean: CleanText, names: Sequence[Mention], frames: Sequence[FactFrame]) -> None:
    """Give each name of a list its value, if 分别 follows and as many values as names stand behind it in its clause."""
    each = _EACH.search(clean.text, names[-1].end, names[-1].end + _REACH)
    if each is None or not _OPENS.search(clean.text, max(0, names[0].start - 6), names[0].start):
        return
    stop = _STOP.search(clean.text, each.end())
    end = stop.start() if stop else len(clean.text)
    first, last = (bisect_left(frames, at, key=lambda frame: frame.quantity.start) for at in (each.end(), end))
    values = frames[first:last]
    if len(values) == len(names) and values[0].sentence.start <= names[0].start:
        for name, frame in zip(names, values, strict=True):
            if frame.subject is None:
                frame.subject = clean.surface[name.start : name.end]


def _go_on(text: str, frames: Sequence[FactFrame]) -> None:
    """Give the lists of as many values behind such a list in its sentence, and 前者 and 后者, the same names."""
    named: list[FactFrame] = []
    for place, frame in enumerate(frames):
        if frame.subject is not None:
            again = not named or named[-1] is not frames[place - 1] or frame.subject in {n.subject for n in named}
            named = [frame] if again else [*named, frame]
            continue
        subjects = [each.subject for each in named]
        if len(subjects) < 2:
            continue
        turn = _TURN.search(text, named[-1].quantity.end, frame.quantity.start)
        run = frames[place : place + len(subjects)]
        joined = all(_AND.fullmatch(text, one.quantity.end, two.quantity.start) for one, two in pairwise(run))
        if turn and len(subjects) == 2:
            frame.subject = subjects[turn.group().startswith("后")]
        elif joined and len(run) == len(subjects) and all(each.subject is None for each in run):
            for each, subject in zip(run, subjects, strict=True):
                each.subject = subject
            named = [frame]
