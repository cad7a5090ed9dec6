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
from dataclasses import replace
from operator import attrgetter

from unionie.clean.types import CleanText
from unionie.frames import FactFrame
from unionie.records.models import Modality, Period
from unionie.resolve.times.anchors import (
    anchor,
    between,
    names_year,
    near_start,
    shift_years,
    spans_years,
    that_year,
)
from unionie.resolve.times.census import Census, counted, find_census
from unionie.resolve.times.chronicle import beneath_years, with_year_lines
from unionie.resolve.times.days import days_meant, since_dispatch
from unionie.resolve.times.days_after import count_on
from unionie.resolve.times.elsewhen import coming, is_before, is_first_year, once_done, within_years, without_base
from unionie.resolve.times.ends import join_ends
from unionie.resolve.times.feasts import is_feast, of_its_year
from unionie.resolve.times.graduates import class_of
from unionie.resolve.times.headings import carries_since, headings_of, of_headings
from unionie.resolve.times.midnight import at_midnight, has_day
from unionie.resolve.times.neighbours import Dated, beside_stocks, like_levels, with_total
from unionie.resolve.times.noted_day import on_noted_day
from unionie.resolve.times.plans import Heading, find_lines, is_ahead, is_plan, names_goal, read_modality
from unionie.resolve.times.reach import began_with, period_of
from unionie.resolve.times.stocks import begun_on, closes_review, date_stock, is_month_end, is_reached, is_state
from unionie.resolve.times.stretches import (
    each_year,
    is_lasting,
    is_long,
    is_of_life,
    is_present,
    is_yearly,
    last_year,
    long_period,
    mean_years,
    years_over,
)
from unionie.resolve.times.timeline import (
    Timeline,
    at_event,
    carried,
    covers_years,
    day_before,
    inside,
    is_over,
    lay_out,
)
from unionie.resolve.times.turns import take_turns
from unionie.resolve.times.year_spoken import is_this_year, is_unplaced, place_spoken, unfounded, year_spoken
from unionie.resolve.times.year_told import in_year_reviewed
from unionie.trace import note
from unionie.values.present import NOW
from unionie.values.types import Time

_SO_FAR = re.compile(r"(?:本?年初|期初)(?:至|到)(?:本?报告)?期末[^；。]{0,40}$")  # of an interim report
_DUE = re.compile(r"[^，。；、\d]{0,8}?(?:将|拟|预计|计划)(?=[于在])")  # 余下|8所|将于2015年6月前开工
_BEFORE_YEAR = re.compile(r"\d年[以之]?前$")  # 2035年前: by then

_OF_YEAR = re.compile("(?:全年|年度)(?:的?目标|的?任务|计划)[^，。；]{0,6}$")
_TURNS_AHEAD = re.compile("[^，。；]{2,40}的[^，。；]{2,30}，(?:还?要|将|拟|须|力争|计划)")  # 去年|获奖的甲，要…
_ADJACENT, _BRACKET = 4, 400  # characters
_RUN = re.compile(r"的(?:\d[^，。；：、从由]{0,12}[、和])+")  # 从2020年的645元、|4318元

_start = attrgetter("start")


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
    times = [at_midnight(time) for time in times]
    times = [of_its_year(time) for time in times if not is_feast(time)]
    if published is None:
        times = unfounded(clean, times)
        spoken = year_spoken(clean, times, report_period)
        times = [in_year_reviewed(place_spoken(time, spoken), report_period) for time in times]
    times = without_base(clean, since_dispatch(clean, times, published))
    times = [coming(time, report_period, published) for time in times]
    anchored_times = [
        days_meant(clean, time, times, report_period, published) or anchor(clean, time, times, report_period, published)
        for time in times
    ]
    times = count_on(clean, that_year(clean, with_year_lines(clean, beneath_years(clean, anchored_times))))
    anchored = {(time.start, time.text): time for time in times}
    times = join_ends(clean, times)
    anchored |= {(time.start, time.text): time for time in times}
    for frame in frames:
        own = [time for time in frame.times if has_day(time) and not is_feast(time)]
        frame.times = [anchored.get((time.start, time.text), time) for time in own]
    take_turns(clean, times, frames, report_period.start[:4] if report_period else None)
    every = sorted((*find_lines(clean), *headings), key=attrgetter("until"))  # of two in one line the wider one
    headings = sorted({heading.start: heading for heading in every}.values(), key=_start)
    line = lay_out(clean, frames, times, headings, report_period, published, lives)
    dates = [_date_goal(line, frame) for frame in frames]
    dates = [with_total(frames, frame, dated, dates) for frame, dated in zip(frames, dates, strict=True)]
    dates = like_levels(clean, frames, dates)
    if census := find_census(clean, times):
        dates = [_at_census(clean, census, frame, dated) for frame, dated in zip(frames, dates, strict=True)]
    return on_noted_day(clean, times, frames, beside_stocks(frames, dates), report_period)


def _at_census(clean: CleanText, census: Census, frame: FactFrame, dated: Dated) -> Dated:
    if dated.as_of or dated.modality == "target":
        return dated
    period, as_of = counted(clean, census, frame, dated.period)
    return Dated(period, as_of, dated.modality)


def _date_goal(line: Timeline, frame: FactFrame) -> Dated:
    """Return when a frame holds; what was aimed at is a plan for the time of what was reached."""
    goal = names_goal(line.clean, frame)
    dated = _date(line, frame, goal=goal)
    if not goal:
        return dated
    period = dated.period
    yearly = not frame.times or _OF_YEAR.search(line.clean.text, near_start(frame), frame.quantity.start)
    if yearly and period and period.start[:4] == period.end[:4]:
        period = Period(start=f"{period.start[:4]}-01-01", end=f"{period.start[:4]}-12-31")
    return replace(dated, period=period, modality="target")


def _date(line: Timeline, frame: FactFrame, *, goal: bool) -> Dated:
    behind = _dated_behind(line, frame)
    if frame.rule in ("facts.from", "facts.compared"):
        return _date_earlier(line, frame, behind)
    if behind:
        frame.times = [behind]
    if is_lasting(line.clean, frame) or is_before(line, frame):
        return Dated(None, None, "actual")
    if then := once_done(line.clean, frame):
        return Dated(None, None, then)
    enclosing = headings_of(line.headings, frame.quantity.start)
    now = (bool(frame.times) and frame.times[0].text in NOW) or is_present(line, frame)
    own = frame.times[0] if frame.times and frame.times[0].from_ and not now else None
    own = class_of(line.clean, frame, own) or own
    if own is not None and own.from_ and own.text.endswith("年初"):
        if frame.measure == "level" and "，" not in line.clean.text[own.end : frame.quantity.start]:
            return Dated(None, own.from_[:10], "actual")
        own = None
    if frame.times and (deadline := _deadline(line, frame.times[0])):
        return deadline
    time = own or next((time for time in frame.times[:1] if is_unplaced(time)), None)
    if time is None and not now:
        time = at_event(line, frame) or carried(line, frame, carries_since(line, frame, enclosing))
    if time is not None and own is None:
        note(
            "time.unplaced" if is_unplaced(time) else "time.carried",
            frame.quantity.start,
            frame.quantity.end,
            time=time,
        )
    modality = _modality(line, frame, enclosing, time, goal=goal)
    if time is None and is_first_year(line.clean, frame):
        return Dated(None, None, "actual")
    if time is not None and is_unplaced(time):
        if modality == "actual" or not of_headings(line, enclosing, modality):
            return Dated(None, None, modality)
        time = None
    if own is not None and _of_other_clause(line.clean, own, frame):
        opened = carried(line, frame, carries_since(line, frame, enclosing))
        opened = None if names_year(own) and opened == own else opened
        planned = _modality(line, frame, enclosing, opened, goal=goal)
        if planned == "target" and line.clean.text.endswith(("：", "；"), 0, own.start):
            modality = planned  # 下半年要点：7月送清凉，预算|25万元
        elif planned == "target":
            own, time, modality = None, opened, planned
    if own is None and line.period and _SO_FAR.search(line.clean.text, near_start(frame), frame.quantity.start):
        return Dated(Period(start=f"{line.period.end[:4]}-01-01", end=line.period.end), None, modality)
    if own is None and not now and modality == "actual" and line.period and closes_review(line.clean, frame):
        return Dated(None, line.period.end, modality)
    if frame.aside and modality != "actual" and (own is None or _opens_bracket(line.clean, time, frame)):
        return Dated(None, None, "actual")
    if is_of_life(line, frame, own, time, modality):
        return Dated(None, None, modality)
    if modality == "target" and time is not None and (not names_year(time) or _is_counted(line, time)):
        time = _in_plan_year(line, time, enclosing)
    if time is None or (own is None and modality == "target" and is_over(line, time)):
        time = of_headings(line, enclosing, modality)
        if time is not None:
            note("time.heading", frame.quantity.start, frame.quantity.end, time=time)
    return _date_by(line, frame, time, enclosing, modality)


def _date_by(
    line: Timeline, frame: FactFrame, time: Time | None, enclosing: Sequence[Heading], modality: Modality
) -> Dated:
    """Return when a frame of a time holds, that is its own, one before it or of a heading, or of none."""
    if modality == "target" and (years := within_years(line, frame)):
        return Dated(years, None, modality)
    if modality == "target" and each_year(line.clean, frame) and (years := long_period(line, enclosing, modality)):
        return Dated(years, None, modality)
    if modality == "actual" and (years := years_over(line, frame, time)):
        return Dated(years, None, modality)
    if time is None:
        note("time.report", frame.quantity.start, frame.quantity.end)
        default = None if _stands_before_dates(line, frame) else _default(line, modality)
        return Dated(last_year(line.clean, frame, default), None, modality)
    if time.stock or (is_month_end(time) and is_state(frame)) or is_reached(line.clean, time):
        ends = line.period is not None and day_before(time.until) == line.period.end and spans_years(line.period)
        if ends and frame.measure == "change" and modality == "actual":
            return Dated(line.period, None, modality)  # 截至3月31日，会员8214名，较上年度增加|612名
        begun = begun_on(line.clean, frame, line.times, time)
        return Dated(*date_stock(line.clean, frame, time, modality, begun), modality)
    period = began_with(line, time, frame.quantity.start) or period_of(line, time)
    if is_yearly(line.clean, frame) and not is_long(period):
        years = long_period(line, enclosing, modality)
        if years and period and modality == "target" and years.end < period.end:
            years = None  # 到2025年，年均增长12%, in a report on the years before
        period = years or mean_years(line, frame, period, modality) or period
    return Dated(last_year(line.clean, frame, period), None, modality)


def _opens_bracket(clean: CleanText, time: Time | None, frame: FactFrame) -> bool:
    """Return whether a bracket opens between a time and a value."""
    start = max(time.end, frame.quantity.start - _BRACKET) if time else frame.quantity.start
    return "（" in clean.text[start : frame.quantity.start]


def _stands_before_dates(line: Timeline, frame: FactFrame) -> bool:
    """Return whether a text that names no day or year of its own has yet to name one: 全村现有农户|412户。2021年…"""
    own = line.published is not None or line.period is None or line.period.text is not None
    first = next((time.start for time in line.times if time.from_), 0)
    return not own and frame.quantity.start < first


def _of_other_clause(clean: CleanText, time: Time, frame: FactFrame) -> bool:
    """Return whether a month says when one of several plans is due: 新院9月启用，床位增至|400张; 9月，… governs all."""
    behind = clean.text[time.end : frame.quantity.start]
    if names_year(time) and _TURNS_AHEAD.match(clean.text, time.end, frame.quantity.start):
        return True
    month = not names_year(time) and re.search("月|[上下]半年|季度", time.text)
    if month and month.group() != "月" and clean.text.endswith("：", 0, time.start):
        return False  # 打算：上半年建会60家，…
    return bool(month) and behind[:1] not in ("，", "、") and bool(re.search("[，；]", behind))


def _modality(
    line: Timeline, frame: FactFrame, enclosing: Sequence[Heading], time: Time | None, *, goal: bool
) -> Modality:
    words = [line.clean.text[heading.start : heading.end] for heading in enclosing]
    announced = any(line.plans.get(heading.start, heading.until) <= frame.quantity.start for heading in enclosing)
    announced = announced or _turns_ahead(line, frame)
    if goal and not announced:
        return "actual"  # dated as what was reached, see ``_date_goal``
    return read_modality(line.clean, frame, (words, line.titles, announced), time, line.period, line.published)


def _turns_ahead(line: Timeline, frame: FactFrame) -> bool:
    """Return whether the paragraph opens with a year to come: 2026年是开局之年。…年内新建驿站|60个."""
    start = line.clean.blocks[frame.sentence.block].start
    opening = between(line.opening, start, frame.sentence.start)
    first = next((time for time in opening if time.start in line.paragraphs), None)
    return first is not None and names_year(first) and is_ahead(first, line.period, line.published)


def _deadline(line: Timeline, time: Time) -> Dated | None:
    """Return the plan that a time open to the past sets: 2025年6月底前."""
    known = line.published or (line.period.end if line.period and line.period.text else None)
    if time.from_ is not None or time.until is None or known is None or time.until[:10] <= known:
        return None
    year = time.until[:4] if _BEFORE_YEAR.search(time.text) else day_before(time.until)[:4]
    return Dated(Period(start=f"{year}-01-01", end=f"{year}-12-31", text=time.text), None, "target")


def _dated_behind(line: Timeline, frame: FactFrame) -> Time | None:
    """Return the time in the bracket that follows a value: 3020元（2014年）; or when the rest of something is due."""
    end = frame.quantity.end
    rest = line.clean.text.endswith(("余下", "剩余", "其余"), 0, frame.quantity.start)
    if rest and (due := _DUE.match(line.clean.text, end)):
        return next(iter(between(line.times, due.end(), due.end() + 2)), None)
    behind = between(line.times, end + 1, end + 2)
    alone = behind and line.clean.text[end] == "（" and line.clean.text.startswith("）", behind[0].end)
    return behind[0] if alone else None


def _date_earlier(line: Timeline, frame: FactFrame, behind: Time | None) -> Dated:
    """Return when the first value of a from-to statement holds: only a time right before it says so, or a bracket."""
    inner = between(line.times, frame.sentence.start, frame.quantity.start)
    last = inner[-1] if inner else None
    close = last is not None and (
        frame.quantity.start - last.end <= _ADJACENT
        or _RUN.fullmatch(line.clean.text, last.end, frame.quantity.start)
        or (last in frame.times and line.clean.text[last.start - 1] in "与同和跟")  # 与2010年普查的|201人|相比
    )
    near = behind or (last if close else None)
    if near and near.text in NOW:
        return Dated(line.period, None, "actual")
    if near and near.stock:
        return Dated(None, day_before(near.until) or None, "actual")
    if near and near.from_ and near.text.endswith("年初"):
        return Dated(None, near.from_[:10], "actual")
    return Dated(period_of(line, near) if near else None, None, "actual")


def _names_coming_year(line: Timeline, time: Time) -> bool:
    """Return whether 年内 means a year to come that its sentence has named: 2019年，计划…；年内新增|8家|."""
    if line.period is None or str(time.from_)[:10] <= (line.published or ""):
        return False
    behind = int(str(time.from_)[:4]) == int(line.period.end[:4]) + 1
    return behind and (line.published is None or covers_years(time))


def _is_counted(line: Timeline, time: Time) -> bool:
    """Return whether a text without a day says 今年, which among plans is the year planned."""
    return line.published is None and is_this_year(time)


def _in_plan_year(line: Timeline, time: Time, enclosing: Sequence[Heading]) -> Time:
    """Return a time without a year (全年, 年底前) in the year of the plan that it stands in."""
    named = next((t for heading in enclosing for t in inside(line.times, heading)), None)
    if named is None and names_year(time):
        return time
    default = _default(line, "target")
    start = named.from_ if named else (default.start if default else None)
    if start is None or time.from_ is None or time.until is None or _names_coming_year(line, time):
        return time
    years = int(start[:4]) - int(time.from_[:4])
    if years < 0 and time.from_[:4] > (line.published or start)[:4] and not names_year(time):
        return time  # 预计2025年6月投产、|年底|达产
    return replace(time, from_=shift_years(time.from_, years), until=shift_years(time.until, years))


def _default(line: Timeline, modality: str) -> Period | None:
    """Return when what has no date holds: what the report reviews, for a plan what it plans or the year behind."""
    report, published = line.period, line.published
    if modality == "actual" and line.told:
        return line.told
    if modality == "actual" or report is None or (report.text and any(map(is_plan, line.titles))):
        return report
    if published and is_long(report) and report.end > published:
        return report  # a plan of several years
    if spans_years(report):
        return Period(start=shift_years(report.start, 1), end=shift_years(report.end, 1))
    year = int(report.end[:4])
    if published and int(published[:4]) > year:
        year += 1
    return Period(start=f"{year}-01-01", end=f"{year}-12-31")
