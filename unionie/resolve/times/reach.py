"""Which days a time of a report covers: 今年以来 its year, 2006年以来 up to the report's, 8月22日起 up to a day.

Enters: the timeline and a time. Leaves: a Period, or None. Next: ``stretches`` and ``periods``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date, timedelta

from unionie.records.models import Period
from unionie.resolve.times.months import whole_months
from unionie.resolve.times.timeline import SINCE_THEN, Timeline, day_before
from unionie.values.types import Time

__all__ = ["began_with", "period_of", "year_reached"]

_SEASON = re.compile(r"[春夏秋冬][天季]?$")  # its bounds are anybody's: 2021年冬 is of the year
_FROM_TO = re.compile("年[末底]?[到至—–-]")
_SINCE = re.compile(r"以来|至今(?![日年])|迄今|起$")
_FROM_DAY, _FROM_MONTH = re.compile(r"\d日"), re.compile(r"\d月")
_EARLY_IN_MONTH = 10  # then a report knows the month before
# 自|2009年|挂牌，已累计接待…
_TO_NOW = re.compile(r"[^，。；！？\n\d]{1,24}，[^，。；\d]{0,12}(?:累计|已有?|共(?!同))")


def period_of(line: Timeline, time: Time | None) -> Period | None:
    """Return the days of a time, both inclusive; 今年以来 covers its year, 2006年以来 runs to the report's year."""
    if time is None or time.from_ is None:
        return None
    start = time.from_[:10]
    if time.text.endswith("起") and (until := _day_of_paragraph(line, time)):
        return Period(start=start, end=until, text=time.text)
    if _SEASON.search(time.text):
        return Period(start=f"{start[:4]}-01-01", end=f"{start[:4]}-12-31", text=time.text)
    since = line.clean.text.endswith("自", 0, time.start) and _TO_NOW.match(line.clean.text, time.end)
    if since or _SINCE.search(time.text) or SINCE_THEN.match(line.clean.text, time.end):
        if line.published and (_FROM_DAY.search(time.text) or _FROM_MONTH.search(time.text)):
            end = min(_known_to(line.published, time), line.period.end if line.period else line.published)
            return Period(start=start, end=max(start, end), text=time.text)
        year = year_reached(line) or (line.period.end[:4] if line.period else None)
        if year is None:
            return None  # up to a day that nothing tells
        end = f"{max(year, start[:4])}-12-31"
        if line.period and line.period.text and start < line.period.end < end and line.published is None:
            end = line.period.end  # 2018年10月…以来 in a report on the years to September 2021
        return Period(start=start, end=end, text=time.text)
    end = day_before(time.until) if time.until else start
    if "旬" in time.text:
        start, end = whole_months(time.text, start, end)
    if (
        line.period
        and end == line.period.end
        and int(start[:4]) == int(line.period.start[:4]) - 1
        and _FROM_TO.search(time.text)
    ):
        return line.period  # 2020年到2025年 in a review of 2021 to 2025
    return Period(start=start, end=max(start, end), text=time.text)


def began_with(line: Timeline, time: Time, at: int) -> Period | None:
    """Return the days of a time for what stands at the start of what is told since: 自2013年设立|500万元|基金以来."""
    since = SINCE_THEN.match(line.clean.text, time.end)
    if since is None or not time.end < at < since.end() or time.from_ is None or time.until is None:
        return None
    return Period(start=time.from_[:10], end=day_before(time.until), text=time.text)


def _day_of_paragraph(line: Timeline, time: Time) -> str | None:
    """Return the day with which a paragraph opens, up to which something is told: 8月31日　|8月22日起|累计收到…"""
    index = bisect_left(line.starts, time.start) - 1
    day = line.opening[index] if index >= 0 else None
    if day is None or day.start not in line.paragraphs or "\n" in line.clean.text[day.start : time.start]:
        return None
    later = day.kind == "date" and "日" in day.text and str(day.from_) > str(time.from_)
    return str(day.from_)[:10] if later else None


def _known_to(published: str, time: Time) -> str:
    """Return the last day told of: the report's own for 2月2日以来, the end of a month for 9月以来."""
    day = date.fromisoformat(published)
    if _FROM_DAY.search(time.text):
        return published
    month = day.replace(day=1)
    if day.day > _EARLY_IN_MONTH:
        month = (month + timedelta(days=31)).replace(day=1)
    return (month - timedelta(days=1)).isoformat()


def year_reached(line: Timeline) -> str | None:
    """Return the year up to which the report looks back: early in a year that is the last one reviewed."""
    if line.published is None:
        return None
    if line.period and line.period.end.endswith("12-31"):
        return min(line.period.end[:4], line.published[:4])
    return line.published[:4]
