"""When a fact holds.

Enters: fact frames with the times of their sentences, the times of the report, its headings and its own period.
Leaves: a period, an as-of date and the final modality for each frame. Next: ``facts`` makes records of them.

A time governs the values behind it in its sentence; a sentence without one takes the time that opens an earlier
sentence of its paragraph, then that of its heading, then the report's period. A stock marker (截至…, 年末) gives
``as_of`` and no period, except for cumulative flows, which have both.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from unionie.clean.types import CleanText
from unionie.frames import FactFrame
from unionie.records.models import Period
from unionie.resolve.anchors import COUNTS, EARLY_IN_YEAR, anchor, between, names_year, shift_years
from unionie.resolve.plans import Heading, read_modality
from unionie.trace import note
from unionie.values.types import Time

_CUMULATIVE = re.compile(r"累计|总计|共计|(?<!公)共(?!有|建有|设|产|同|青)")
_RELATIVE = re.compile(r"岁末|年终|^年初|[年月天日周]以?前$|[昨前今]天|[昨今]日|当[天日]")
_LOOKING_BACK = re.compile(r"^(?:[去前]年|[一二三四五六七八九十]{4}年|(?:19|20)\d\d年)(?:\d+月)?以来")  # opens a speech
_ADDRESS = re.compile(r"(?:(?:各位代表|各位委员|同志们)[，！：\s]*)?(?:在?刚?刚?过去的)?")
_SIZES = re.compile(r"总值|增加值|产值|余额|收入|资产|总额|总量|规模|存款|贷款|储备")
_ANNUAL = re.compile(r"生产总值|经济总量|进出口|零售总?额|预算收入")  # of one year where nothing says 累计
_OVER_YEARS = re.compile(
    r"(?<![连续第近\d〇零一二三四五六七八九十])(?P<count>[2-9]|10|[两二三四五六七八九十])年"
    r"(?:累计|共|来)?[增提减下净降上]"
)  # 收入5年增长|18.7%
_FLOW_UNITS = frozenset(["件", "起", "次", "场", "人次", "场次", "件次", "班次", "期", "例", "宗", "篇"])
_ANNUAL_MEAN = re.compile(r"[一-鿿]年均[一-鿿]")
_ADJACENT = 4
_CLAUSE = 24  # characters
_NEAR_YEARS = 10  # characters between 5年 and what has grown in them
_BRACKET = 400
_SEVERAL = 2  # calendar years apart: a school or financial year is one year
_DAY = re.compile(r"\d{4}-\d\d-\d\d")  # a clock time alone (08:30) dates nothing
_REACHED = re.compile(r"(?:达到?|增至|升至|降至|增加到|提高到|上升到|下降到|扩大到|稳定在|保持在|控制在)$")
_HAVING = re.compile(r"(?:现有|共有|拥有|已有|总数|总量|在册|保有|存量|里程|面积)[^，；]{0,8}$")
_FLOWS = re.compile(r"\d[万余多]*(?:件|起|人次|例|宗|场次)")
_SINCE = re.compile(r"以来|至今|迄今|起$")


@dataclass(frozen=True, slots=True)
class Dated:
    """When a frame holds, and whether it is a plan."""

    period: Period | None
    as_of: str | None
    modality: str


@dataclass(frozen=True, slots=True)
class _Timeline:
    """What dates the figures of a report: its times, those that open sentences, its headings and own dates."""

    clean: CleanText
    times: Sequence[Time]
    opening: Sequence[Time]
    starts: Sequence[int]  # where the opening times start
    paragraphs: frozenset[int]  # where paragraphs start
    headings: Sequence[Heading]
    period: Period | None
    published: str | None


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
    times = [anchor(clean, time, times, report_period, published) for time in times]
    by_start = {time.start: time for time in times}
    for frame in frames:
        frame.times = [by_start.get(time.start, time) for time in frame.times]
    paragraphs = _paragraph_starts(clean)
    opening = _opening_times(clean, times, paragraphs)
    paragraphs |= _superseding(clean, opening, paragraphs)
    line = _Timeline(
        clean,
        times,
        opening,
        [time.start for time in opening],
        paragraphs,
        headings,
        report_period,
        published,
    )
    return [_date(line, frame) for frame in frames]


def _paragraph_starts(clean: CleanText) -> frozenset[int]:
    """Return where the words of paragraphs start, an address (各位代表，刚刚过去的) passed over."""
    starts = set()
    for block in clean.blocks:
        if block.kind == "paragraph":
            starts.add(block.start)
            address = _ADDRESS.match(clean.text, block.start)
            starts.add(address.end() if address else block.start)
    return frozenset(starts)


def _opening_times(clean: CleanText, times: Sequence[Time], paragraphs: frozenset[int]) -> list[Time]:
    """Return the times that open a sentence: only these hold for the sentences behind."""
    found = []
    for time in times:
        before = clean.text[max(0, time.start - 3) : time.start]
        if (
            time.kind in ("date", "range", "datetime")
            and time.from_
            and not time.stock
            and not _RELATIVE.search(time.text)
            and not _LOOKING_BACK.search(time.text)
            and (not before or before[-1] in "。；！？\n　" or before == "截至" or time.start in paragraphs)
        ):
            found.append(time)
    return found


def _superseding(clean: CleanText, opening: Sequence[Time], paragraphs: frozenset[int]) -> set[int]:
    """Return where times stand that follow one which only says what a year is: 2025年是收官之年。|五年来，…"""
    starts: set[int] = set()
    for time, following in pairwise(opening):
        named = time.start in paragraphs and clean.text.startswith("是", time.end)
        if named and "\n" not in clean.text[time.end : following.start] and _covers_years(following):
            starts.add(following.start)
    return starts


def _date(line: _Timeline, frame: FactFrame) -> Dated:
    if frame.rule in ("facts.from", "facts.compared"):
        return _date_earlier(line, frame)
    enclosing = _headings_of(line.headings, frame.quantity.start)
    own = frame.times[0] if frame.times and frame.times[0].from_ else None
    if frame.times and (deadline := _deadline(line, frame.times[0])):
        return deadline
    time = own or _carried(line, frame, enclosing[-1].start if enclosing else 0)
    if time is not None and own is None:
        note("time.carried", frame.quantity.start, frame.quantity.end, time=time)
    modality = read_modality(line.clean, frame, enclosing, time, line.period, line.published)
    outside = (
        time is not None
        and "（" in line.clean.text[max(time.end, frame.quantity.start - _BRACKET) : frame.quantity.start]
    )
    if frame.aside and (outside or not own) and modality != "actual":
        return Dated(None, None, "actual")
    if frame.subject == "" and time is None:
        return Dated(None, None, modality)
    if modality == "target" and time is not None and not names_year(time):
        time = _in_plan_year(line, time, enclosing)
    if time is None or (own is None and modality == "target" and _is_over(line, time)):
        time = _of_headings(line, enclosing, modality)
        if time is not None:
            note("time.heading", frame.quantity.start, frame.quantity.end, time=time)
    if modality == "actual" and (years := _years_over(line, frame)):
        return Dated(years, None, modality)
    if time is None:
        note("time.report", frame.quantity.start, frame.quantity.end)
        default = _default(line.period, line.published, modality)
        return Dated(_last_year(line.clean, frame, default), None, modality)
    if time.stock or (_is_month_end(time) and not frame.action and frame.measure in ("level", "share")):
        return _stock(line.clean, frame, time, modality)
    period = _period(line, time)
    if _is_yearly(line.clean, frame) and not _is_long(period):
        period = _long_period(line, enclosing, modality) or period
    return Dated(_last_year(line.clean, frame, period), None, modality)


def _deadline(line: _Timeline, time: Time) -> Dated | None:
    """Return the plan that a time open to the past sets: 2025年6月底前."""
    if time.from_ is not None or time.until is None or line.published is None or time.until[:10] <= line.published:
        return None
    year = _day_before(time.until)[:4]
    return Dated(Period(start=f"{year}-01-01", end=f"{year}-12-31", text=time.text), None, "target")


def _date_earlier(line: _Timeline, frame: FactFrame) -> Dated:
    """Return when the first value of a from-to statement holds: only a time right before it says so."""
    inner = between(line.times, frame.sentence.start, frame.quantity.start)
    near = inner[-1] if inner and frame.quantity.start - inner[-1].end <= _ADJACENT else None
    if near and near.stock:
        return Dated(None, _day_before(near.until) or None, "actual")
    return Dated(_period(line, near) if near else None, None, "actual")


def _of_headings(line: _Timeline, enclosing: Sequence[Heading], modality: str) -> Time | None:
    """Return the time of the innermost heading that names one; for a plan one that is not over yet, if there is."""
    named = [time for heading in enclosing for time in _inside(line.times, heading)]
    if modality == "target":
        named.sort(key=lambda time: _is_over(line, time))
    return named[0] if named else None


def _is_over(line: _Timeline, time: Time) -> bool:
    return bool(time.until and line.published and time.until[:10] <= line.published and names_year(time))


def _long_period(line: _Timeline, enclosing: Sequence[Heading], modality: str) -> Period | None:
    """Return the years that an average over years takes: those of a heading, else those that the report reviews."""
    times = [time for heading in enclosing for time in _inside(line.times, heading)]
    named = [_period(line, time) for time in times if modality == "actual" or not _is_over(line, time)]
    return next((period for period in (*named, line.period) if _is_long(period)), None)


def _is_yearly(clean: CleanText, frame: FactFrame) -> bool:
    """Return whether the value is an average over years: 年均增长5.9%, but not 细颗粒物年均浓度."""
    if _ANNUAL_MEAN.search(frame.indicator):
        return False
    before = clean.text[max(frame.sentence.start, frame.quantity.start - _CLAUSE) : frame.quantity.start]
    return "年均" in re.split("[，；：]", before)[-1] or "年均" in before[-10:]


def _years_over(line: _Timeline, frame: FactFrame) -> Period | None:
    """Return the years over which a value has changed, up to the last one reviewed: 5年增长|18.7%."""
    before = line.clean.text[max(frame.sentence.start, frame.quantity.start - _NEAR_YEARS) : frame.quantity.start]
    match = _OVER_YEARS.search(before) if frame.measure == "change" else None
    year = _year_reached(line)
    if match is None or year is None:
        return None
    count = COUNTS.get(match["count"]) or int(match["count"])
    return Period(start=f"{int(year) - count + 1}-01-01", end=f"{year}-12-31", text=match.group()[:-1])


def _is_long(period: Period | None) -> bool:
    return period is not None and int(period.end[:4]) - int(period.start[:4]) >= _SEVERAL


def _in_plan_year(line: _Timeline, time: Time, enclosing: Sequence[Heading]) -> Time:
    """Return a time without a year (全年, 年底前) in the year of the plan that it stands in."""
    named = next((t for heading in enclosing for t in _inside(line.times, heading)), None)
    default = _default(line.period, line.published, "target")
    start = named.from_ if named else (default.start if default else None)
    if start is None or time.from_ is None or time.until is None:
        return time
    years = int(start[:4]) - int(time.from_[:4])
    return replace(time, from_=shift_years(time.from_, years), until=shift_years(time.until, years))


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
    flows = frame.action or frame.quantity.unit in _FLOW_UNITS or frame.quantity.dimension == "money"
    flow = _CUMULATIVE.search(before) and day and flows
    return Dated(Period(start=f"{day[:4]}-01-01", end=day) if flow else None, day or None, modality)


def _last_year(clean: CleanText, frame: FactFrame, period: Period | None) -> Period | None:
    """Return the last of several years for a level that stands at their end: 五年来…，入会率达到96%."""
    if (
        period is None
        or int(period.end[:4]) - int(period.start[:4]) < _SEVERAL
        or frame.rule == "facts.table"
        or frame.measure not in ("level", "rank", "share")
    ):
        return period
    before = clean.text[max(frame.sentence.start, frame.quantity.start - _CLAUSE) : frame.quantity.start]
    flow = frame.action or frame.quantity.unit in _FLOW_UNITS
    size = frame.quantity.dimension == "money" and _SIZES.search(frame.indicator)
    if size and _ANNUAL.search(frame.indicator) and not _CUMULATIVE.search(before):
        flow = False
    rate = frame.indicator.endswith("率") and not _after_flow(clean, frame)
    if frame.rule == "facts.to" or rate or _REACHED.search(before) or (not flow and (size or _HAVING.search(before))):
        return Period(start=f"{period.end[:4]}-01-01", end=period.end, text=period.text)
    return period


def _after_flow(clean: CleanText, frame: FactFrame) -> bool:
    """Return whether the sentence counts events before the value: 受理18,964件，结案率97.96% are of the same years."""
    return bool(_FLOWS.search(clean.text, frame.sentence.start, frame.quantity.start))


def _inside(times: Sequence[Time], heading: Heading) -> list[Time]:
    """Return the times that a heading names."""
    return [
        time
        for time in between(times, heading.start, heading.end)
        if time.from_ and time.kind in ("date", "range") and not time.vague
    ]


def _headings_of(headings: Sequence[Heading], offset: int) -> list[Heading]:
    """Return the headings whose sections hold an offset, the innermost first."""
    return [heading for heading in reversed(headings) if heading.start <= offset < heading.until]


def _carried(line: _Timeline, frame: FactFrame, since: int) -> Time | None:
    """Return the time that opens an earlier sentence of the frame's paragraph, or an earlier paragraph ``since``.

    Of earlier paragraphs only whole years carry on: 过去一年, 2025年, “十四五”时期.
    """
    block = line.clean.blocks[frame.sentence.block]
    for index in range(bisect_left(line.starts, frame.quantity.start) - 1, -1, -1):
        time = line.opening[index]
        if time.start >= block.start:
            return time
        if time.start < since:
            return None
        if time.start in line.paragraphs and _covers_years(time):
            return None if _holds(time, line.period) else time
    return None


def _covers_years(time: Time) -> bool:
    return bool(time.from_ and time.until and time.from_[5:10] == "01-01" == time.until[5:10])


def _holds(time: Time, period: Period | None) -> bool:
    """Return whether the report reviews a part of the year that a time names: 今年 in a report on 前三季度."""
    if period is None or time.from_ is None or time.until is None:
        return False
    reviewed = period.start, period.end
    return time.from_[:10] <= reviewed[0] and reviewed[1] < _day_before(time.until)


def _default(report: Period | None, published: str | None, modality: str) -> Period | None:
    if modality == "actual" or report is None:
        return report
    year = int(report.end[:4])
    if published and int(published[:4]) > year:
        year += 1
    return Period(start=f"{year}-01-01", end=f"{year}-12-31")


def _period(line: _Timeline, time: Time | None) -> Period | None:
    """Return the days of a time, both inclusive; 今年以来 covers its year, 2006年以来 runs to the report's year."""
    if time is None or time.from_ is None:
        return None
    start = time.from_[:10]
    if _SINCE.search(time.text):
        year = _year_reached(line) or start[:4]
        return Period(start=start, end=f"{max(year, start[:4])}-12-31", text=time.text)
    end = _day_before(time.until) if time.until else start
    return Period(start=start, end=max(start, end), text=time.text)


def _year_reached(line: _Timeline) -> str | None:
    """Return the year up to which the report looks back: early in a year that is the last one reviewed."""
    if line.published is None:
        return None
    if line.period and line.published[5:7] <= EARLY_IN_YEAR and line.period.end.endswith("12-31"):
        return min(line.period.end[:4], line.published[:4])
    return line.published[:4]


def _day_before(until: str | None) -> str:
    """Return the last day inside a half-open interval that ends at ``until``."""
    if until is None:
        return ""
    if len(until) > len("2018-12-03") and not until.endswith("T00:00:00"):
        return until[:10]
    return (date.fromisoformat(until[:10]) - timedelta(days=1)).isoformat()
