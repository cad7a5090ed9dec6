"""The time that a report reviews, where its headline names one.

Enters: the clean text and its times. Leaves: a Period, or None. Next: ``periods`` dates with it what has no date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from unionie.clean.types import CleanText
from unionie.records.models import Period
from unionie.values.types import Time

_SPAN = re.compile(r"(?<!\d)((?:19|20)\d\d)年?[—–\-~～至－]{1,2}((?:19|20)\d\d)年?(?!学年|\d)")
_MINGUO = re.compile(r"(?<!\d)(\d{2,3})年度?(?!\d|级|届)")
_SESSION = re.compile(r"政府工作报告|法院工作报告|检察院工作报告|常委会工作报告")
_YEAR = re.compile(r"(?:19|20)\d\d年")
_SHORTEST = timedelta(days=27)
_MINGUO_FIRST = 1911
_SHORT = 40


def headline_period(clean: CleanText, times: Sequence[Time], published: str | None) -> Period | None:
    """Return the days that headline or subtitle say are reviewed: 2020—2022, 上半年, 2018—2019学年度, 112年度."""
    for block in clean.blocks[:12]:
        if block.kind not in ("title", "subtitle"):
            continue
        line = clean.text[block.start : block.end]
        if line.startswith("——") and re.search(r"日在|会议上", line):
            continue
        if match := _SPAN.search(line):
            return Period(start=f"{match[1]}-01-01", end=f"{match[2]}-12-31", text=match.group())
        if _SESSION.search(line) and _YEAR.search(line) and published:
            year = int(published[:4]) - 1
            return Period(start=f"{year}-01-01", end=f"{year}-12-31")
        inside = [time for time in times if block.start <= time.start and time.end <= block.end]
        for time in inside:
            period = _long_period(time)
            if period is not None:
                return period
        if (match := _MINGUO.search(line)) and published:
            year = int(match[1]) + _MINGUO_FIRST
            if 0 <= int(published[:4]) - year <= 2:
                return Period(start=f"{year}-01-01", end=f"{year}-12-31", text=match.group())
    return None


def stated_so_far(clean: CleanText, times: Sequence[Time], period: Period | None) -> Period | None:
    """Return the report's period cut at the day to which its first paragraph counts: 截至9月底 → January to September."""
    if period is None or period.start[:4] != period.end[:4]:
        return period
    first = next((block for block in clean.blocks if block.kind == "paragraph" and block.end - block.start > _SHORT), None)
    if first is None:
        return period
    for time in times:
        if first.start <= time.start < first.end and time.stock and time.until and time.until[:4] == period.start[:4]:
            day = (date.fromisoformat(time.until[:10]) - timedelta(days=1)).isoformat()
            return Period(start=period.start, end=day, text=time.text) if day > period.start else period
    return period


def _long_period(time: Time) -> Period | None:
    """Return the days of a time that covers a month or more."""
    if time.from_ is None or time.until is None or time.kind not in ("date", "range"):
        return None
    start, until = date.fromisoformat(time.from_[:10]), date.fromisoformat(time.until[:10])
    if until - start < _SHORTEST:
        return None
    return Period(start=start.isoformat(), end=(until - timedelta(days=1)).isoformat(), text=time.text)
