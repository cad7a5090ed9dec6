"""Days counted from what was told last: 3月19日，骑手摔伤。|半个月后|，他拿到1.5万元.

Enters: the clean text and its anchored times. Leaves: the times, those placed that follow a day, month or year told
before them in their paragraph. Next: ``periods``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from unionie.clean.types import CleanText
from unionie.resolve.times.anchors import shift_years
from unionie.resolve.times.months import count_years
from unionie.values.types import Time

__all__ = ["count_on"]

_AFTER = re.compile(
    r"(?:(?P<count>[\d一二两三四五六七八九十]{1,3})(?:个?(?P<unit>天|日|周|星期|月|年))|(?P<half>半个?月))[之以]?后$"
)
_DATED = re.compile(r"[\d〇一二三四五六七八九十][年月日号]")
_OPENS = re.compile("[。；，！？\n\u3000 ]$")
_DAYS = {"天": 1, "日": 1, "周": 7, "星期": 7}
_HALF_MONTH, _NEAR, _YEAR = 15, 160, 12  # days, characters, months


def count_on(clean: CleanText, times: Sequence[Time]) -> list[Time]:
    """Return the times, with 三天后 and 一年后 that open a clause counted from the day, month or year named last."""
    found: list[Time] = []
    last: Time | None = None
    for time in times:
        match = _AFTER.match(time.text)
        counted = match and last is not None and _follows(clean, last, time)
        found.append(_behind(time, match, last) if counted and match and last else time)
        told = time.kind in ("date", "range") and not time.stock and time.from_ and time.until
        if told and match is None and _DATED.search(time.text):
            last = time
    return found


def _follows(clean: CleanText, last: Time, time: Time) -> bool:
    """Return whether a time opens a clause of the paragraph in which the other stands."""
    words = clean.text[last.end : time.start]
    return len(words) <= _NEAR and "\n" not in words and _OPENS.search(words) is not None


def _behind(time: Time, match: re.Match[str], last: Time) -> Time:
    """Return a time so much later than the other, as long as that; days are counted from one day alone."""
    start, until = str(last.from_)[:10], str(last.until)[:10]
    count, unit = count_years(match["count"] or ""), match["unit"]
    if unit == "年" and count:
        return replace(time, from_=shift_years(start, count), until=shift_years(until, count))
    days = _HALF_MONTH if match["half"] else count * _DAYS.get(unit, 0)
    if unit == "月" and count and start.endswith("-01") and until.endswith("-01"):
        return replace(time, from_=_months_on(start, count), until=_months_on(until, count))
    first = date.fromisoformat(start)
    if not days or date.fromisoformat(until) - first != timedelta(days=1):
        return time
    day = first + timedelta(days=days)
    return replace(time, from_=day.isoformat(), until=(day + timedelta(days=1)).isoformat())


def _months_on(day: str, count: int) -> str:
    """Return the first of a month so many months later."""
    years, month = divmod(int(day[5:7]) - 1 + count, _YEAR)
    return f"{int(day[:4]) + years:04d}-{month + 1:02d}-01"
