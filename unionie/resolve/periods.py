"""When a fact holds.

Enters: fact frames with the times of their sentences, the times of the report, its headings and its own period.
Leaves: a period, an as-of date and the final modality for each frame. Next: ``facts`` makes records of them.

A time governs the values behind it in its sentence; a sentence without one takes the time that opens an earlier
sentence of its paragraph, then that of its heading, then the report's period. A stock marker (截至…, 年末) gives
``as_of`` and no period, except for cumulative flows, which have both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from unionie.clean.types import CleanText
from unionie.frames import FactFrame
from unionie.records.models import Modality, Period
from unionie.resolve.anchors import anchor, between, names_year, shift_years
from unionie.resolve.census import Census, counted, find_census
from unionie.resolve.plans import Heading, names_goal, read_modality
from unionie.resolve.stretches import CUMULATIVE, FLOW_UNITS, is_long, is_yearly, last_year, long_period, years_over
from unionie.resolve.timeline import Timeline, at_event, carried, day_before, inside, is_over, lay_out, period_of
from unionie.trace import note
from unionie.values.types import Time

_VITAL = re.compile(r"(?:出生|死亡|增长|变动|迁[入出])率$")
_ADJACENT = 4
_BRACKET = 400
_DAY = re.compile(r"\d{4}-\d\d-\d\d")  # a clock time alone (08:30) dates nothing


@dataclass(frozen=True, slots=True)
class Dated:
    """When a frame holds, and whether it is a plan."""

    period: Period | None
    as_of: str | None
    modality: str


def date_frames(
    clean: CleanText,
    frames: Sequence[FactFrame],
    times: Sequence[Time],
    headings: Sequence[Heading],
    report_period: Period | None,
    published: str | None,
    lives: Set[int] = frozenset(),
) -> list[Dated]:
    """Return for each frame when it holds; ``lives`` are the blocks that tell a person's life."""
    times = [time for time in times if time.from_ is None or _DAY.match(time.from_)]
    times = [anchor(clean, time, times, report_period, published) for time in times]
    anchored = {(time.start, time.text): time for time in times}
    for frame in frames:
        frame.times = [anchored.get((time.start, time.text), time) for time in frame.times]
    line = lay_out(clean, frames, times, headings, report_period, published, lives)
    dates = [_date_goal(line, frame) for frame in frames]
    dates = [_with_total(frame, dated, dates) for frame, dated in zip(frames, dates, strict=True)]
    if census := find_census(clean, times):
        dates = [_at_census(clean, census, frame, dated) for frame, dated in zip(frames, dates, strict=True)]
    return _beside_stocks(frames, dates)


def _at_census(clean: CleanText, census: Census, frame: FactFrame, dated: Dated) -> Dated:
    if dated.as_of or dated.modality == "target":
        return dated
    period, as_of = counted(clean, census, frame, dated.period)
    return Dated(period, as_of, dated.modality)


def _with_total(frame: FactFrame, dated: Dated, dates: Sequence[Dated]) -> Dated:
    """Return the date of a part: where its total stands at the end of several years, so does the part."""
    total = dates[frame.part_of].period if frame.part_of is not None else None
    long = is_long(dated.period) and frame.measure in ("level", "share")
    ends = total is not None and dated.period is not None and total.end == dated.period.end and not is_long(total)
    return replace(dated, period=total) if long and ends else dated


def _beside_stocks(frames: Sequence[FactFrame], dates: Sequence[Dated]) -> list[Dated]:
    """Return the dates, with that of a stock for what its sentence has beside it: 年末常住人口…；户籍人口|226万人."""
    settled: list[Dated] = []
    stocks: dict[int, str] = {}  # by sentence
    for frame, dated in zip(frames, dates, strict=True):
        day = stocks.get(frame.sentence.start)
        there = dated.modality == "actual" and frame.measure in ("level", "share") and not frame.action
        if there and dated.as_of and dated.period is None:
            stocks[frame.sentence.start] = dated.as_of
        undated = (
            not frame.times
            and dated.period is not None
            and frame.rule != "facts.from"
            and not _VITAL.search(frame.indicator)
        )
        settled.append(Dated(None, day, "actual") if there and undated and day else dated)
    return settled


def _date_goal(line: Timeline, frame: FactFrame) -> Dated:
    """Return when a frame holds; what was aimed at is a plan for the time of what was reached."""
    goal = names_goal(line.clean, frame)
    dated = _date(line, frame, goal=goal)
    if not goal:
        return dated
    period = dated.period
    if not frame.times and period and period.start[:4] == period.end[:4]:
        period = Period(start=f"{period.start[:4]}-01-01", end=f"{period.start[:4]}-12-31")
    return replace(dated, period=period, modality="target")


def _date(line: Timeline, frame: FactFrame, *, goal: bool) -> Dated:
    if frame.rule in ("facts.from", "facts.compared"):
        return _date_earlier(line, frame)
    enclosing = _headings_of(line.headings, frame.quantity.start)
    own = frame.times[0] if frame.times and frame.times[0].from_ else None
    if own is not None and own.from_ and own.text.endswith("年初"):
        if frame.measure == "level" and "，" not in line.clean.text[own.end : frame.quantity.start]:
            return Dated(None, own.from_[:10], "actual")
        own = None
    if frame.times and (deadline := _deadline(line, frame.times[0])):
        return deadline
    time = own or at_event(line, frame) or carried(line, frame, enclosing[-1].start if enclosing else 0)
    if time is not None and own is None:
        note("time.carried", frame.quantity.start, frame.quantity.end, time=time)
    modality = _modality(line, frame, enclosing, time, goal=goal)
    outside = (
        time is not None
        and "（" in line.clean.text[max(time.end, frame.quantity.start - _BRACKET) : frame.quantity.start]
    )
    if frame.aside and (outside or not own) and modality != "actual":
        return Dated(None, None, "actual")
    if time is None and frame.subject == "" and frame.sentence.block in line.lives:
        return Dated(None, None, modality)
    if modality == "target" and time is not None and not names_year(time):
        time = _in_plan_year(line, time, enclosing)
    if time is None or (own is None and modality == "target" and is_over(line, time)):
        time = _of_headings(line, enclosing, modality)
        if time is not None:
            note("time.heading", frame.quantity.start, frame.quantity.end, time=time)
    if modality == "actual" and (years := years_over(line, frame)):
        return Dated(years, None, modality)
    if time is None:
        note("time.report", frame.quantity.start, frame.quantity.end)
        default = _default(line.period, line.published, modality)
        return Dated(last_year(line.clean, frame, default), None, modality)
    if time.stock or (_is_month_end(time) and not frame.action and frame.measure in ("level", "share")):
        return _stock(line.clean, frame, time, modality)
    period = period_of(line, time)
    if is_yearly(line.clean, frame) and not is_long(period):
        period = long_period(line, enclosing, modality) or period
    return Dated(last_year(line.clean, frame, period), None, modality)


def _modality(
    line: Timeline, frame: FactFrame, enclosing: Sequence[Heading], time: Time | None, *, goal: bool
) -> Modality:
    words = [line.clean.text[heading.start : heading.end] for heading in enclosing]
    announced = any(line.plans.get(heading.start, heading.until) <= frame.quantity.start for heading in enclosing)
    if goal and not announced:
        return "actual"  # dated as what was reached, see ``_date_goal``
    return read_modality(line.clean, frame, (words, line.titles, announced), time, line.period, line.published)


def _deadline(line: Timeline, time: Time) -> Dated | None:
    """Return the plan that a time open to the past sets: 2025年6月底前."""
    if time.from_ is not None or time.until is None or line.published is None or time.until[:10] <= line.published:
        return None
    year = day_before(time.until)[:4]
    return Dated(Period(start=f"{year}-01-01", end=f"{year}-12-31", text=time.text), None, "target")


def _date_earlier(line: Timeline, frame: FactFrame) -> Dated:
    """Return when the first value of a from-to statement holds: only a time right before it says so."""
    inner = between(line.times, frame.sentence.start, frame.quantity.start)
    near = inner[-1] if inner and frame.quantity.start - inner[-1].end <= _ADJACENT else None
    if near and near.stock:
        return Dated(None, day_before(near.until) or None, "actual")
    if near and near.from_ and near.text.endswith("年初"):
        return Dated(None, near.from_[:10], "actual")
    return Dated(period_of(line, near) if near else None, None, "actual")


def _of_headings(line: Timeline, enclosing: Sequence[Heading], modality: str) -> Time | None:
    """Return the time of the innermost heading that names one; for a plan one that is not over yet, if there is."""
    dating = [heading for heading in enclosing if modality == "target" or heading.start not in line.plans]
    named = [time for heading in dating for time in inside(line.times, heading)]
    if modality == "target":
        named.sort(key=lambda time: is_over(line, time))
    return named[0] if named else None


def _in_plan_year(line: Timeline, time: Time, enclosing: Sequence[Heading]) -> Time:
    """Return a time without a year (全年, 年底前) in the year of the plan that it stands in."""
    named = next((t for heading in enclosing for t in inside(line.times, heading)), None)
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
    day = day_before(time.until)
    if modality == "target":
        return Dated(Period(start=f"{day[:4]}-01-01", end=f"{day[:4]}-12-31", text=time.text), None, modality)
    if frame.measure == "change" and day:
        return Dated(Period(start=f"{day[:4]}-01-01", end=day), None, modality)
    before = clean.text[max(frame.sentence.start, frame.quantity.start - 24) : frame.quantity.start]
    flows = frame.action or frame.quantity.unit in FLOW_UNITS or frame.quantity.dimension == "money"
    flow = CUMULATIVE.search(before) and day and flows
    if _VITAL.search(frame.indicator):  # 年末户籍人口59万人，出生率10‰: a rate of the year
        return Dated(Period(start=f"{day[:4]}-01-01", end=day), None, modality)
    return Dated(Period(start=f"{day[:4]}-01-01", end=day) if flow else None, day or None, modality)


def _headings_of(headings: Sequence[Heading], offset: int) -> list[Heading]:
    """Return the headings whose sections hold an offset, the innermost first."""
    return [heading for heading in reversed(headings) if heading.start <= offset < heading.until]


def _default(report: Period | None, published: str | None, modality: str) -> Period | None:
    if modality == "actual" or report is None:
        return report
    if published and is_long(report) and report.end > published:
        return report  # a plan of several years
    year = int(report.end[:4])
    if published and int(published[:4]) > year:
        year += 1
    return Period(start=f"{year}-01-01", end=f"{year}-12-31")
