"""Days that a text names without their month, and the weeks around that which it reviews: 本周, 上周, 8日夜, 截至10日.

Enters: a time and the times before it, the days that the report reviews, its day of publication. Leaves: the time that
it means, or None. Next: ``periods``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from unionie.clean.dispatch import skip_dispatch
from unionie.clean.types import CleanText
from unionie.records.models import Period
from unionie.resolve.times.anchors import between, first_paragraph
from unionie.resolve.times.terms import in_report
from unionie.values.types import Time

__all__ = ["days_meant", "since_dispatch"]

_WEEK = re.compile("(?P<which>[本当这该上下])(?:一)?周$")
_BEHIND = {"上": -1, "下": 1}
_BARE = re.compile(r"(?:截[至止]到?|[到至])?(\d{1,2})[日号]")
_JANUARY = re.compile("(?<![0-9])1月|元月|一月|元旦")
_SAID = re.compile("今[天日晨晚]|[昨前][天日晚]|[昨今]（.{1,4}）日")
_LATE = timedelta(days=5)
_FEWEST, _MOST = 3, 16  # days
_LOOKED_AT = 600  # characters


def days_meant(
    clean: CleanText, time: Time, times: Sequence[Time], report: Period | None, published: str | None
) -> Time | None:
    """Return the days that a time means in a report on one week, and a day without its month, None for others."""
    if report and report.text and (own := in_report(clean, time, report)):
        return own
    week = _week(report)
    if week and (match := _WEEK.match(time.text)):
        length = week[1] - week[0] + timedelta(days=1)
        start = week[0] + _BEHIND.get(match["which"], 0) * length
        return replace(time, from_=start.isoformat(), until=(start + length).isoformat())
    match = _BARE.match(time.text)
    if match is None or "月" in time.text or not time.from_ or not time.until:
        return None
    if week:
        days = (week[1] - timedelta(days=back) for back in range((week[1] - week[0]).days + 1))
        day = next((day for day in days if day.day == int(match[1])), None)
    elif published and time.from_[5:7] == "01" and not _names_january(time, times):
        day = _last_before(date.fromisoformat(published), int(match[1]))
    else:
        return None
    return _moved(time, day) if day else None


def since_dispatch(clean: CleanText, times: Sequence[Time], published: str | None) -> list[Time]:
    """Return the times, with 今天 and 昨日 counted from the day of the dispatch: 本报5月1日讯　今天上午, of 2 May."""
    first = first_paragraph(clean)
    if first is None or published is None:
        return list(times)
    opens = skip_dispatch(clean.text, first.start, first.end)
    sent = next((str(time.from_) for time in between(times, first.start, opens) if time.kind == "date"), "")
    if len(sent) != len(published):
        return list(times)
    back = date.fromisoformat(sent) - date.fromisoformat(published)
    if not timedelta(0) < -back <= _LATE:
        return list(times)
    return [
        _moved(time, date.fromisoformat(str(time.from_)[:10]) + back)
        if _SAID.match(time.text) and time.from_ and time.until
        else time
        for time in times
    ]


def _week(report: Period | None) -> tuple[date, date] | None:
    """Return the first and the last day of a report on about a week."""
    if report is None or not report.text:
        return None
    first, last = date.fromisoformat(report.start), date.fromisoformat(report.end)
    return (first, last) if _FEWEST <= (last - first).days <= _MOST else None


def _names_january(time: Time, times: Sequence[Time]) -> bool:
    """Return whether the text before a day speaks of January."""
    near = between(times, time.start - _LOOKED_AT, time.start)
    return any(_JANUARY.search(other.text) or (str(other.from_)[5:7] == "01" and "月" in other.text) for other in near)


def _last_before(published: date, number: int) -> date | None:
    """Return the last day of that number up to publication."""
    days = (published - timedelta(days=back) for back in range(31))
    return next((day for day in days if day.day == number), None)


def _moved(time: Time, day: date) -> Time:
    """Return a time that begins on another day and lasts as long."""
    first, until = str(time.from_), str(time.until)
    lasts = date.fromisoformat(until[:10]) - date.fromisoformat(first[:10])
    return replace(time, from_=day.isoformat() + first[10:], until=(day + lasts).isoformat() + until[10:])
