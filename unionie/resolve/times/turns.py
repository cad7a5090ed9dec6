"""Times that 分别 gives to the values of a list, one to each: 2020年、2021年、2022年分别收案712件、864件和1061件.

So too the months or quarters of one stretch: 一至四季度依次为14.8亿元、21.2亿元、9.6亿元、6.3亿元.

Enters: clean text, anchored times and fact frames. Leaves: the frames' times where as many values as times follow.
Next: ``periods`` dates the frames.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from unionie.clean.types import CleanText
from unionie.frames import FactFrame
from unionie.values.types import Time

__all__ = ["take_turns"]

_AND = re.compile("[、和与及]|以及")
_EACH = re.compile("，?[^，；。：！？\n]{0,16}?(?:分别|依次|逐[月季])[^，；。！？\n\\d]{0,16}")
_QUARTERS = re.compile("[至到—–~-][二三四]季度|四个季度")
_MONTHS = re.compile(r"\d月?[至到—–~-]\d+月份?")
_SEVERAL_MONTHS = re.compile(r"\d+(?:、\d+)+(?:[两三四五六]个)?月")


def take_turns(clean: CleanText, times: Sequence[Time], frames: Sequence[FactFrame], year: str | None) -> None:
    """Give the values of lists the times that they belong to; ``year`` is that of 四个季度."""
    for listed in [*_lists(clean.text, times), *_stretches(times, year)]:
        each = _EACH.match(clean.text, listed[-1].end)
        if each is None:
            continue
        first = bisect_left(frames, each.end(), key=lambda frame: frame.quantity.start)
        values = frames[first : first + len(listed)]
        joined = all(
            _AND.fullmatch(clean.text, one.quantity.end, other.quantity.start) for one, other in pairwise(values)
        )
        if len(values) == len(listed) and values[0].quantity.start == each.end() and joined:
            for time, frame in zip(listed, values, strict=True):
                frame.times = [time]


def _lists(text: str, times: Sequence[Time]) -> Iterator[list[Time]]:
    """Yield the lists of two or more times, the months of 4、5、6月 one by one."""
    dated = [time for time in times if time.from_ and time.until and time.kind in ("date", "range")]
    listed = dated[:1]
    for before, time in pairwise(dated):
        if not _AND.fullmatch(text, before.end, time.start):
            yield from _several(listed)
            listed = []
        listed.append(time)
    yield from _several(listed)


def _several(listed: list[Time]) -> Iterator[list[Time]]:
    if len(listed) > 1:
        yield listed
    elif listed and _SEVERAL_MONTHS.fullmatch(listed[0].text):
        yield [_month(listed[0], int(number)) for number in re.findall(r"\d+", listed[0].text)]


def _stretches(times: Sequence[Time], year: str | None) -> Iterator[list[Time]]:
    """Yield the quarters of 一至四季度 and the months of 1至3月, one by one."""
    for time in times:
        if _QUARTERS.search(time.text):
            step, first, last = 3, time.from_ or (year and f"{year}-01-01"), time.until or (year and f"{year}-13-01")
        elif _MONTHS.search(time.text):
            step, first, last = 1, time.from_, time.until
        else:
            continue
        if first and last:
            low, high = (int(day[:4]) * 12 + int(day[5:7]) - 1 for day in (first, last))
            yield [
                replace(time, kind="range", from_=_first(at), until=_first(at + step)) for at in range(low, high, step)
            ]


def _first(month: int) -> str:
    """Return the first day of a month, counted from the year 0."""
    return f"{month // 12}-{month % 12 + 1:02d}-01"


def _month(time: Time, number: int) -> Time:
    year = int(str(time.from_)[:4])
    following = f"{year + number // 12}-{number % 12 + 1:02d}-01"
    return replace(time, from_=f"{year}-{number:02d}-01", until=following)
