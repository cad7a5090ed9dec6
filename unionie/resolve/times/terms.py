"""本学年, 本学期, 第一学期 and 下学期 in a report on a school year or a term.

Enters: the text, a time, the days that the report reviews. Leaves: the time that it means, or None. Next: ``days``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from unionie.clean.types import CleanText
from unionie.records.models import Period
from unionie.resolve.times.anchors import shift_years, spans_years
from unionie.values.types import Time

__all__ = ["in_report"]

_YEAR = re.compile("(?P<which>[本这上下新])(?:一?个)?学年度?(?:以来|来|内|里)?$")
_TERM = re.compile("(?P<which>第?[本这上下新一二])(?:一?个)?学期(?:以来|来|内|里)?$")
_AHEAD = re.compile(r"[^。；\d]{0,12}?(?:打算|计划|安排|思路|拟|将|需?要|力争|争取|准备|展望)")  # 下学期|工作打算
_BEHIND = {"上": -1, "下": 1, "新": 1}
_FIRST, _SECOND = ("上", "第一"), ("下", "第二")
_SPRING = "03"
_SCHOOL_BEGINS = ("08", "09")
_SHORTEST, _LONGEST = timedelta(days=120), timedelta(days=200)  # of a term


def in_report(clean: CleanText, time: Time, report: Period) -> Time | None:
    """Return the school year or the term that a time counts from that of the report, or a term of its school year."""
    if (year := _YEAR.match(time.text)) and spans_years(report):
        behind = _BEHIND.get(year["which"], 0)
        return _of_days(time, shift_years(report.start, behind), shift_years(report.end, behind))
    term = _TERM.match(time.text)
    if term and spans_years(report) and report.start[5:7] in _SCHOOL_BEGINS:
        ahead = term["which"] not in _FIRST and _AHEAD.match(clean.text, time.end) is not None
        days = _term_of_year(term["which"], report, ahead=ahead)
        return _of_days(time, *days) if days else None
    second = term is not None and term["which"] == "第二" and report.end[5:7] < _SPRING
    if term and _is_term(report) and (second or term["which"] in "本这下新"):
        own = term["which"] in "本这"
        return _of_days(time, *((report.start, report.end) if own else _next_term(report)))
    return None


def _term_of_year(which: str, report: Period, *, ahead: bool) -> tuple[str, str] | None:
    """Return the days of a term of a school year, or of the term behind it."""
    year = int(report.end[:4])
    if which == "新" or (which == "下" and ahead):
        return shift_years(report.start, 1), f"{year + 1}-01-31"
    if which in _FIRST:
        return report.start, f"{year}-01-31"
    return (f"{year}-02-01", min(report.end, f"{year}-07-31")) if which in _SECOND else None


def _is_term(report: Period) -> bool:
    return _SHORTEST <= date.fromisoformat(report.end) - date.fromisoformat(report.start) <= _LONGEST


def _next_term(report: Period) -> tuple[str, str]:
    """Return the days of the term behind that reviewed: from February after the first, from September after it."""
    year = int(report.end[:4])
    return (f"{year}-02-01", f"{year}-07-31") if report.end[5:7] < _SPRING else (f"{year}-09-01", f"{year + 1}-01-31")


def _of_days(time: Time, first: str, last: str) -> Time:
    return replace(time, from_=first, until=(date.fromisoformat(last) + timedelta(days=1)).isoformat())
