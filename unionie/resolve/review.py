"""The time that a report reviews, where its headline names one.

Enters: the clean text and its times. Leaves: a Period, or None. Next: ``periods`` dates with it what has no date.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from unionie.clean.types import CleanText
from unionie.records.models import Period
from unionie.values.types import Time

_SPAN = re.compile(r"(?<!\d)((?:19|20)\d\d)年?[—–\-~～至－]{1,2}((?:19|20)\d\d)年?(?!学年|\d)")
_MINGUO = re.compile(r"(?<!\d)(\d{2,3})年度?(?!\d|级|届)")
_SESSION = re.compile(r"政府工作报告|法院工作报告|检察院工作报告|常委会工作报告")
_YEAR = re.compile(r"(?:19|20)\d\d年")
_YEARS = re.compile(
    r"(?<!第)(?<!连续)(?P<count>[三四五六七八九十]|[3-9]|10)年(?:来|间|里|累计|中，)|(?:过去|任期的?|这|近)(?P<count2>[三四五])年"
)
_SCHOOL_YEAR = re.compile(
    r"((?:19|20)\d\d|[一二][〇零○一二三四五六七八九]{3})[/／—–\-~至](?:20)?(\d\d|[〇零○一二三四五六七八九]{2})学年"
)
_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_REVIEWED = re.compile(
    r"^(?:[一二三四五六七八九十]+、|（[一二三四五]）)?(20\d\d|19\d\d)年(?:[^。，；]{0,10})(?:回顾|总结|完成情况|主要工作|所做的)"
)
_PLANNED = re.compile(
    r"^(?:[一二三四五六七八九十]+、|（[一二三四五]）)?(20\d\d|19\d\d)年(?:[^。，；]{0,10})(?:安排|重点工作|目标|任务|打算|部署|计划|思路)"
)
_HEADING = 40
_REPEATED = 2
_SHORTEST = timedelta(days=27)
_MINGUO_FIRST = 1911


def review_period(
    clean: CleanText, times: Sequence[Time], published: str | None, given: Period | None
) -> Period | None:
    """Return the days that the report reviews: several years, those of its headline, or ``given``."""
    several = several_years(clean, published)
    headline = headline_period(clean, times, published)
    if several and (headline is None or headline.end[:4] in (several.end[:4], several.start[:4])):
        return several
    return headline or _heading_year(clean) or _half_year(clean, published) or given


def _heading_year(clean: CleanText) -> Period | None:
    """Return the year that the headings review (2017年工作回顾), or the one before the year that they plan."""
    planned = None
    for block in clean.blocks:
        if block.kind not in ("heading", "paragraph"):
            continue
        line = clean.text[block.start : min(block.end, block.start + _HEADING)]
        if match := _REVIEWED.search(line):
            return Period(start=f"{match[1]}-01-01", end=f"{match[1]}-12-31", text=match[1] + "年")
        if (match := _PLANNED.search(line)) and planned is None:
            planned = int(match[1]) - 1
    return Period(start=f"{planned}-01-01", end=f"{planned}-12-31") if planned else None


def _half_year(clean: CleanText, published: str | None) -> Period | None:
    """Return the first half of the year for a report of July or August whose head speaks of 半年."""
    if published is None or published[5:7] not in ("07", "08"):
        return None
    head = [block for block in clean.blocks if block.kind in ("title", "subtitle", "paragraph")][:3]
    if any("半年" in clean.text[block.start : block.end] for block in head):
        return Period(start=f"{published[:4]}-01-01", end=f"{published[:4]}-06-30", text="上半年")
    return None


def headline_period(clean: CleanText, times: Sequence[Time], published: str | None) -> Period | None:
    """Return the days that headline or subtitle say are reviewed: 2020—2022, 上半年, 2018—2019学年度, 112年度."""
    for block in clean.blocks[:12]:
        if block.kind not in ("title", "subtitle"):
            continue
        line = clean.text[block.start : block.end]
        if line.startswith("——") and re.search(r"日在|会议上", line):
            continue
        if match := _SCHOOL_YEAR.search(line):
            year = int(match[1].translate(_DIGITS))
            return Period(start=f"{year}-09-01", end=f"{year + 1}-08-31", text=match.group())
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


def several_years(clean: CleanText, published: str | None) -> Period | None:
    """Return the years that a report looks back on when it says 五年来, 五年间, 五年累计 … more than once."""
    counts = Counter((match["count"] or match["count2"]) for match in _YEARS.finditer(clean.text))
    if not counts or published is None:
        return None
    words, times = counts.most_common(1)[0]
    if times < _REPEATED:
        return None
    count = int(words) if words.isdigit() else "一二三四五六七八九十".index(words) + 1
    last = int(published[:4]) - (published[5:7] < "10")
    return Period(start=f"{last - count + 1}-01-01", end=f"{last}-12-31", text=f"{words}年")


def _long_period(time: Time) -> Period | None:
    """Return the days of a time that covers a month or more."""
    if time.from_ is None or time.until is None or time.kind not in ("date", "range"):
        return None
    if not (_DAY.match(time.from_) and _DAY.match(time.until)):
        return None
    start, until = date.fromisoformat(time.from_[:10]), date.fromisoformat(time.until[:10])
    if until - start < _SHORTEST:
        return None
    return Period(start=start.isoformat(), end=(until - timedelta(days=1)).isoformat(), text=time.text)
