"""本学年, 本学期 and 下学期 in a report on a school year or a term.

Enters: a time, the days that the report reviews. Leaves: the time that it means, or None. Next: ``days``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from unionie.records.models import Period
from unionie.resolve.anchors import shift_years, spans_years
from unionie.values.types import Time

__all__ = ["in_report"]

_YEAR = re.compile("(?P<which>[本这上下新])(?:一?个)?学年度?(?:以来|来|内|里)?$")
_TERM = re.compile("(?P<which>[本这下新])(?:一?个)?学期(?:以来|来|内|里)?$")
_BEHIND = {"上": -1, "下": 1, "新": 1}
_SHORTEST, _LONGEST = timedelta(days=120), timedelta(days=200)  # of a term


def in_report(time: Time, report: Period) -> Time | None:
    """Return the school year or the term that a time counts from that of the report."""
    if (year := _YEAR.match(time.text)) and spans_years(report):
        behind = _BEHIND.get(year["which"], 0)
        return _of_days(time, shift_years(report.start, behind), shift_years(report.end, behind))
    if (term := _TERM.match(time.text)) and _is_term(report):
        return _of_days(time, *(_next_term(report) if term["which"] in _BEHIND else (report.start, report.end)))
    return None


def _is_term(report: Period) -> bool:
    return _SHORTEST <= date.fromisoformat(report.end) - date.fromisoformat(report.start) <= _LONGEST


def _next_term(report: Period) -> tuple[str, str]:
    """Return the days of the term behind that reviewed: from February after the first, from September after it."""
    year = int(report.end[:4])
    return (f"{year}-02-01", f"{year}-07-31") if report.end[5:7] < "03" else (f"{year}-09-01", f"{year + 1}-01-31")


def _of_days(time: Time, first: str, last: str) -> Time:
    return replace(time, from_=first, until=(date.fromisoformat(last) + timedelta(days=1)).isoformat())
