"""Months that a text counts without naming them: 九个月来 behind 前三季度 are these.

Enters: a time and the times before it. Leaves: the time that it means, or None. Next: ``anchors``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta

from unionie.errors import InputError
from unionie.values.numerals import parse_number
from unionie.values.types import Time

__all__ = ["count_years", "months_meant", "whole_months"]

_COUNTED = re.compile(r"(?:这?(?P<count>[二两三四五六七八九十\d]{1,2})个月|半年)(?:来|间|里|中)")
_HALF, _YEAR = 6, 12
_LOOKED_AT = 64  # times before it


def months_meant(time: Time, times: Sequence[Time]) -> Time | None:
    """Return the months named last before a time that are as many as it counts: 前三季度…。|九个月来|…"""
    match = _COUNTED.match(time.text)
    if match is None:
        return None
    place = bisect_left(times, time.start, key=lambda other: other.start)
    near = (times[index] for index in range(place - 1, max(-1, place - 1 - _LOOKED_AT), -1))
    named = next((other for other in near if _count(other)), None)
    try:
        count = parse_number(match["count"]) if match["count"] else _HALF
    except InputError:
        return None
    return named if named is not None and _count(named) == count else None


def _count(time: Time) -> int:
    """Return how many whole months a time covers; 0 for one, for a year or more and for what is no whole months."""
    if not time.from_ or not time.until or time.from_[8:10] != "01" or time.until[8:10] != "01":
        return 0
    months = _YEAR * (int(time.until[:4]) - int(time.from_[:4])) + int(time.until[5:7]) - int(time.from_[5:7])
    return months if 1 < months < _YEAR else 0


def whole_months(words: str, start: str, end: str) -> tuple[str, str]:
    """Return days with the months of which a time names thirds: 7月下旬 is of July, 6月下旬至8月底 from 1 June."""
    last = date.fromisoformat(end).replace(day=28) + timedelta(days=4)
    whole = (last - timedelta(days=last.day)).isoformat()
    return f"{start[:8]}01", whole if words.endswith("旬") else end


def count_years(words: str) -> int:
    """Return how many years a numeral says, 0 where it is no exact number: 两三年."""
    try:
        return int(parse_number(words))
    except InputError:
        return 0
