"""The chosen that an announcement introduces one by one: ◎ 甲，某厂焊工…….

Enters: the clean text, its mentions and the honours no sentence has linked. Leaves: frames, one a portrait.
Next: ``awards``.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from unionie.clean.types import Block, CleanText
from unionie.frames import AwardFrame, Mention, Sentence
from unionie.link.honours.frames import beside
from unionie.link.honours.names import Honour, group_honours
from unionie.link.honours.recipients import Recipient, find_recipients
from unionie.values.types import Time

__all__ = ["link_portraits"]

_CHOSEN = re.compile("揭晓|当选|评选结果|获此殊荣|颁奖|发布")
_MARKS = "◎●■★▲□◆○◇☆▶➤"
_NUMBERS = "0123456789一二三四五六七八九十"
_BULLET = re.compile(f"[{_MARKS}【]")
_OPENING = ("title", "subtitle", "byline", "dateline")
_LONGEST = 600  # characters of an announcement
_CONFIDENCE = 0.85
_BEFORE = 4  # lines that may stand between it and the first portrait


def link_portraits(
    clean: CleanText,
    by_block: dict[int, Sentence],
    mentions: Sequence[Mention],
    awards: Sequence[Mention],
    times: Sequence[Time],
) -> list[AwardFrame]:
    """Return the frames of those who are portrayed below the announcement of an honour."""
    frames: list[AwardFrame] = []
    for award in awards:
        number = bisect_right(clean.blocks, award.start, key=lambda block: block.start) - 1
        block = clean.blocks[number]
        words = clean.text[block.start : block.end]
        announced = _CHOSEN.search(words) and block.kind not in _OPENING and not _BULLET.match(words.lstrip())
        if len(words) > _LONGEST or not announced:
            continue
        groups = group_honours(clean.text, [award])
        for line in _portraits(clean, number) if groups else ():
            here = by_block.get(line, Sentence(clean.blocks[line].start, clean.blocks[line].end, line))
            portrayed = _portrayed(clean.text, mentions, clean.blocks[line])
            frames += (_frame(clean, each, groups[0][0], here, _time_of(times, block, award)) for each in portrayed)
    return frames


def _portraits(clean: CleanText, number: int) -> Iterator[int]:
    """Yield the numbers of the bulleted lines below an announcement."""
    seen = False
    for below in range(number + 1, len(clean.blocks)):
        block = clean.blocks[below]
        line = clean.text[block.start : block.end]
        if not line.strip() or block.kind == "furniture":
            continue
        if _BULLET.match(line.lstrip()):
            seen = True
            yield below
        elif seen or below - number > _BEFORE:
            return


def _portrayed(text: str, mentions: Sequence[Mention], block: Block) -> list[Recipient]:
    """Return whom a portrait is of: who opens its line."""
    found = [r for r in find_recipients(text, mentions, block.start, block.end) if r.kind not in ("deictic", "work")]
    lead = text[block.start : found[0].start] if found else "——"
    return found[:1] if len(lead.strip(_MARKS + _NUMBERS + " 　“”·【〖（）().．、")) <= 2 else []


def _time_of(times: Sequence[Time], block: Block, award: Mention) -> Time | None:
    """Return the time in the block that stands nearest before the award, or else the first."""
    first = bisect_left(times, block.start, key=lambda time: time.start)
    last = bisect_left(times, block.end, key=lambda time: time.start)
    dated = [time for time in times[first:last] if time.kind in ("date", "range")]
    return next((time for time in reversed(dated) if time.start < award.start), dated[0] if dated else None)


def _frame(clean: CleanText, recipient: Recipient, honour: Honour, line: Sentence, time: Time | None) -> AwardFrame:
    frame = beside(clean, recipient, honour, line, time=time)
    return replace(frame, rule="award.portrait", confidence=_CONFIDENCE)
