"""When a fact holds.

Enters: fact frames with the times of their sentences, the times of the report, its headings and its own period.
Leaves: a period, an as-of date and the final modality for each frame. Next: ``facts`` makes records of them.

A time governs the values behind it in its sentence; a sentence without one takes the time that opens an earlier
sentence of its paragraph, then that of its heading, then the report's period. A stock marker (截至…, 年末) gives
``as_of`` and no period, except for cumulative flows, which have both.
"""

from __future__ import annotations

import calendar
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from unionie.clean.types import CleanText
from unionie.frames import FactFrame
from unionie.records.models import Period
from unionie.values.types import Time

_CUMULATIVE = re.compile(r"累计|共计?|总计")
_PLAN_HEADING = re.compile(r"安排|目标|打算|计划|规划|展望|部署|思路|下一步|下步|明年|重点工作")
_REVIEW_HEADING = re.compile(r"执行|完成|报告|回顾|总结|完成情况|过去|成效|成绩|情况|问题|不足|回放|纪实")
_YEAR_NAMED = re.compile(r"[\d〇零一二三四五六七八九]{2,4}年(?!来)|年度|[今去前明后上本当同次]年|[12]\d{3}|十[一二三四五]五|期间|世纪|今[日天]|[昨前]|上个?月|本月|届")
_ROLLING = re.compile(
    r"(?:(?P<ahead>今后|未来|接下来|下一个)|过去|近|最近|这|上|前)的?(?P<count>[一二两三四五六七八九十\d]{1,2})年(?!级|度|期)|"
    r"^(?P<since>[一二两三四五六七八九十\d]{1,2})年(?:来|间)"
)
_PREVIOUS = re.compile(r"上一?年(?:同期|末|底|度)?$")
_COUNTS = dict(zip("一二两三四五六七八九十", (1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10), strict=True))
_RELATIVE = re.compile(r"岁末|年终|^年初|[年月天日周]以?前$|[昨前今]天|[昨今]日|当[天日]")
_SIZES = re.compile(r"总值|增加值|产值|余额|收入|资产|总额|规模|存款|贷款|储备")
_FLOW_UNITS = frozenset(["件", "起", "次", "场", "人次", "场次", "件次", "班次", "期", "例", "宗", "篇"])
_SEVERAL = 2  # calendar years apart: a school or financial year is one year
_DAY = re.compile(r"\d{4}-\d\d-\d\d")  # a clock time alone (08:30) dates nothing
_NEAR = 120
_EARLY_IN_YEAR = "03"
_LATE_IN_YEAR = "10"  # a report of October or later counts its own year among the 过去五年
_REACHED = re.compile(r"(?:达到?|增至|升至|降至|增加到|提高到|上升到|下降到|扩大到|稳定在|保持在|控制在)$")
_SINCE = re.compile(r"以来|至今|迄今|起$")


@dataclass(frozen=True, slots=True)
class Dated:
    """When a frame holds, and whether it is a plan."""

    period: Period | None
    as_of: str | None
    modality: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A section heading (clean offsets) and where its section ends."""

    start: int
    end: int
    until: int
    text: str


def date_frames(
    clean: CleanText,
    frames: Sequence[FactFrame],
    times: Sequence[Time],
    headings: Sequence[Heading],
    report_period: Period | None,
    published: str | None,
) -> list[Dated]:
    """Return for each frame when it holds."""
    times = [time for time in times if time.from_ is None or _DAY.match(time.from_)]
    times = [_anchored(clean, time, times, report_period, published) for time in times]
    by_start = {time.start: time for time in times}
    for frame in frames:
        frame.times = [by_start.get(time.start, time) for time in frame.times]
    opening = _opening_times(clean, times)
    paragraphs = frozenset(block.start for block in clean.blocks if block.kind == "paragraph")
    return [_date(clean, frame, times, opening, paragraphs, headings, report_period, published) for frame in frames]


def _anchored(
    clean: CleanText, time: Time, times: Sequence[Time], report: Period | None, published: str | None
) -> Time:
    """Return the time with its year as the report means it.

    过去五年 are whole years up to the last one reviewed, 今后五年 whole years from the next. 3月 or 上半年 without a
    year belong to the year named before in the sentence, else to the year that the report reviews.
    """
    if time.from_ is None or time.until is None or report is None:
        return time
    if match := _ROLLING.search(time.text):
        return _whole_years(time, match, int(report.end[:4]), published)
    if _PREVIOUS.match(time.text) and report.start[:4] == report.end[:4]:
        shift = int(report.end[:4]) - 1 - int(time.from_[:4])
        return replace(time, from_=_shift(time.from_, shift), until=_shift(time.until, shift))
    if _YEAR_NAMED.search(time.text) or time.kind not in ("date", "range", "datetime"):
        return time
    year = _year_before(clean, time, times) or (int(report.end[:4]) if report.start[:4] == report.end[:4] else None)
    if year is None or int(time.from_[:4]) == year:
        return time
    shift = year - int(time.from_[:4])
    moved = _shift(time.from_, shift)
    if published and moved > published >= time.from_[:10]:
        return time  # 截至11月底 in January is last year's
    return replace(time, from_=moved, until=_shift(time.until, shift))


def _whole_years(time: Time, match: re.Match[str], year: int, published: str | None) -> Time:
    words = match["count"] or match["since"]
    count = int(words) if words.isdigit() else _COUNTS.get(words, 0)
    if not count:
        return time
    if match["ahead"]:
        first = (int(published[:4]) if published else year) + 1
        return replace(time, from_=f"{first}-01-01", until=f"{first + count}-01-01")
    if published and count > 1:
        year = int(published[:4]) - (published[5:7] < _LATE_IN_YEAR)
    return replace(time, from_=f"{year - count + 1}-01-01", until=f"{year + 1}-01-01")


def _year_before(clean: CleanText, time: Time, times: Sequence[Time]) -> int | None:
    """Return the year that a time before in the same sentence names."""
    for other in reversed(_between(times, time.start - _NEAR, time.start)):
        if re.search("[。！？\n]", clean.text[other.end : time.start]):
            return None
        if other.from_ and _YEAR_NAMED.search(other.text) and "以来" not in other.text:
            return int(other.from_[:4])
    return None


def _shift(moment: str, years: int) -> str:
    year = int(moment[:4]) + years
    if moment[5:10] == "02-29" and not calendar.isleap(year):
        return f"{year}-02-28{moment[10:]}"
    return f"{year}{moment[4:]}"


def _opening_times(clean: CleanText, times: Sequence[Time]) -> list[Time]:
    """Return the times that open a sentence: only these hold for the sentences behind."""
    found = []
    for time in times:
        before = clean.text[max(0, time.start - 3) : time.start]
        if time.kind in ("date", "range", "datetime") and time.from_ and not time.stock and not _RELATIVE.search(time.text) and (not before or before[-1] in "。；！？\n　" or before == "截至"):
            found.append(time)
    return found


def _date(
    clean: CleanText,
    frame: FactFrame,
    times: Sequence[Time],
    opening: Sequence[Time],
    paragraphs: frozenset[int],
    headings: Sequence[Heading],
    report_period: Period | None,
    published: str | None,
) -> Dated:
    enclosing = _headings_of(headings, frame.quantity.start)
    time = frame.times[0] if frame.times else None
    compared = frame.rule in ("facts.from", "facts.compared")
    if compared:
        inner = _between(times, frame.sentence.start, frame.quantity.start)
        near = inner[-1] if inner and frame.quantity.start - inner[-1].end <= 4 else None
        if near and near.stock:
            return Dated(None, _day_before(near.until) or None, "actual")
        return Dated(_period(near, published) if near else None, None, "actual")
    own = time is not None and time.from_ is not None
    if time is None or time.from_ is None:
        time = _carried(clean, frame, opening, paragraphs, enclosing[-1].start if enclosing else 0)
    modality = _modality(clean, frame, enclosing, time, report_period, published)
    outside = time is not None and "（" in clean.text[time.end : frame.quantity.start]
    if frame.aside and (outside or not own) and modality != "actual":
        return Dated(None, None, "actual")
    if frame.subject == "" and time is None:
        return Dated(None, None, modality)
    if modality == "target" and time is not None and not own_year(time):
        time = _in_plan_year(time, enclosing, times, report_period, published)
    if time is None:
        time = next((t for heading in enclosing for t in _inside(times, heading)), None)
    if time is None:
        return Dated(_last_year(clean, frame, _default(report_period, published, modality)), None, modality)
    if time.stock or (_is_month_end(time) and not frame.action and frame.measure in ("level", "share")):
        return _stock(clean, frame, time, modality)
    period = _period(time, published)
    if _is_yearly(clean, frame) and not _is_long(period):
        long = [p for p in (_period(t, published) for h in enclosing for t in _inside(times, h)) if _is_long(p)]
        period = long[0] if long else (report_period if _is_long(report_period) else period)
    return Dated(_last_year(clean, frame, period), None, modality)


def _is_yearly(clean: CleanText, frame: FactFrame) -> bool:
    """Return whether the value is an average over years: 年均增长5.9%."""
    return "年均" in clean.text[max(frame.sentence.start, frame.quantity.start - 10) : frame.quantity.start]


def _is_long(period: Period | None) -> bool:
    return period is not None and int(period.end[:4]) - int(period.start[:4]) >= _SEVERAL


def own_year(time: Time) -> bool:
    """Return whether a time says which year it means: 2026年, 今年, “十五五”期间; 全年 and 3月 do not."""
    return bool(_YEAR_NAMED.search(time.text) or _ROLLING.search(time.text))


def _in_plan_year(
    time: Time, enclosing: Sequence[Heading], times: Sequence[Time], report: Period | None, published: str | None
) -> Time:
    """Return a time without a year (全年, 年底前) in the year of the plan that it stands in."""
    named = next((t for heading in enclosing for t in _inside(times, heading)), None)
    plan = named.from_ if named else (_default(report, published, "target") or report)
    year = int((plan if isinstance(plan, str) else plan.start)[:4]) if plan else None
    if year is None or time.from_ is None or time.until is None:
        return time
    shift = year - int(time.from_[:4])
    return replace(time, from_=_shift(time.from_, shift), until=_shift(time.until, shift))


def _is_month_end(time: Time) -> bool:
    """Return whether a time is the last day of a month: what there is on that day is a stock."""
    if time.from_ is None or time.until is None or time.from_[8:10] not in ("28", "29", "30", "31"):
        return False
    return time.until[8:10] == "01" and time.from_[:7] != time.until[:7] and time.kind == "date"


def _stock(clean: CleanText, frame: FactFrame, time: Time, modality: str) -> Dated:
    """Return the date of a stock; for a plan the year of its deadline, for a cumulative flow its year so far too."""
    day = _day_before(time.until)
    if modality == "target":
        return Dated(Period(start=f"{day[:4]}-01-01", end=f"{day[:4]}-12-31", text=time.text), None, modality)
    if frame.measure == "change" and day:
        return Dated(Period(start=f"{day[:4]}-01-01", end=day), None, modality)
    before = clean.text[max(frame.sentence.start, frame.quantity.start - 24) : frame.quantity.start]
    flow = _CUMULATIVE.search(before) and day
    return Dated(Period(start=f"{day[:4]}-01-01", end=day) if flow else None, day or None, modality)


def _last_year(clean: CleanText, frame: FactFrame, period: Period | None) -> Period | None:
    """Return the last of several years for a level that stands at their end: 五年来…，入会率达到96%."""
    if period is None or int(period.end[:4]) - int(period.start[:4]) < _SEVERAL or frame.measure not in ("level", "rank", "share"):
        return period
    before = clean.text[max(frame.sentence.start, frame.quantity.start - 6) : frame.quantity.start]
    flow = frame.action or frame.quantity.unit in _FLOW_UNITS
    stock = not flow and not (frame.quantity.dimension == "money" and not _SIZES.search(frame.indicator))
    if frame.rule == "facts.to" or frame.indicator.endswith("率") or _REACHED.search(before) or stock:
        return Period(start=f"{period.end[:4]}-01-01", end=period.end, text=period.text)
    return period


def _between(times: Sequence[Time], start: int, end: int) -> Sequence[Time]:
    """Return the times that start in a stretch; ``times`` are sorted."""
    low = bisect_left(times, start, key=lambda time: time.start)
    return times[low : bisect_left(times, end, lo=low, key=lambda time: time.start)]


def _inside(times: Sequence[Time], heading: Heading) -> list[Time]:
    """Return the times that a heading names."""
    return [
        time
        for time in _between(times, heading.start, heading.end)
        if time.from_ and time.kind in ("date", "range") and not time.vague
    ]


def _modality(
    clean: CleanText,
    frame: FactFrame,
    enclosing: Sequence[Heading],
    time: Time | None,
    report: Period | None,
    published: str | None,
) -> str:
    """Return "target" for plans: by the words of the sentence, by a heading, or by a time after the report's."""
    texts = [heading.text for heading in enclosing]
    texts += [clean.text[block.start : block.end] for block in clean.blocks[:8] if block.kind == "title"]
    plan = any(_PLAN_HEADING.search(text) and not _REVIEW_HEADING.search(text) for text in texts)
    review = any(_REVIEW_HEADING.search(text) and not _PLAN_HEADING.search(text) for text in texts)
    if frame.modality == "target":
        return "actual" if review and not plan else "target"
    if _is_ahead(time, report, published):
        return "target"
    if not plan:
        return "actual"
    past = time is not None and report is not None and time.until is not None and time.until[:10] <= report.start
    reviewed = time is not None and time.until is not None and published is not None and time.until[:10] <= published
    return "actual" if past or reviewed else "target"


def _is_ahead(time: Time | None, report: Period | None, published: str | None) -> bool:
    """Return whether a time lies ahead of the report: after its day, or the whole year behind the one reviewed."""
    if time is None or time.from_ is None or time.until is None or published is None:
        return False
    if time.from_[:10] > published:
        return True
    whole = time.from_[5:10] == "01-01" and time.until[5:10] == "01-01"
    early = published[5:7] <= _EARLY_IN_YEAR and "以来" not in time.text
    return bool(whole and early and report and time.from_[:4] == published[:4] > report.end[:4])


def _headings_of(headings: Sequence[Heading], offset: int) -> list[Heading]:
    """Return the headings whose sections hold an offset, the innermost first."""
    return [heading for heading in reversed(headings) if heading.start <= offset < heading.until]


def _carried(
    clean: CleanText, frame: FactFrame, opening: Sequence[Time], paragraphs: frozenset[int], since: int
) -> Time | None:
    """Return the time that opens an earlier sentence of the frame's paragraph, or an earlier paragraph ``since``.

    Of earlier paragraphs only whole years carry on: 过去一年, 2025年, “十四五”时期.
    """
    block = clean.blocks[frame.sentence.block]
    starts = [time.start for time in opening]
    for index in range(bisect_left(starts, frame.quantity.start) - 1, -1, -1):
        time = opening[index]
        if time.start >= block.start:
            return time
        if time.start < since:
            return None
        if time.start in paragraphs and _covers_years(time):
            return time
    return None


def _covers_years(time: Time) -> bool:
    return bool(time.from_ and time.until and time.from_[5:10] == "01-01" == time.until[5:10])


def _default(report: Period | None, published: str | None, modality: str) -> Period | None:
    if modality == "actual" or report is None:
        return report
    year = int(report.end[:4])
    if published and int(published[:4]) > year:
        year += 1
    return Period(start=f"{year}-01-01", end=f"{year}-12-31")


def _period(time: Time | None, published: str | None) -> Period | None:
    """Return the days of a time, both inclusive; 今年以来 covers its year, 2006年以来 runs to the report's year."""
    if time is None or time.from_ is None:
        return None
    start = time.from_[:10]
    if _SINCE.search(time.text):
        year = published[:4] if published else start[:4]
        return Period(start=start, end=f"{max(year, start[:4])}-12-31", text=time.text)
    end = _day_before(time.until) if time.until else start
    return Period(start=start, end=max(start, end), text=time.text)


def _day_before(until: str | None) -> str:
    """Return the last day inside a half-open interval that ends at ``until``."""
    if until is None:
        return ""
    if len(until) > len("2018-12-03") and not until.endswith("T00:00:00"):
        return until[:10]
    return (date.fromisoformat(until[:10]) - timedelta(days=1)).isoformat()
