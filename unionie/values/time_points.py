"""Points in time: a date, a clock time, or both; and dates that need no surroundings.

Enters: a reader and a token index. Leaves: moments. Next: ``time_ranges`` joins and bounds them.

    point   = date [weekday] [clock] | clock
    date    = year [of the year] | of the year | month-day | day | week [weekday] | festival | written date
    of year = month [day] | quarter | half | season | 年底 | festival
"""

from __future__ import annotations

import re
from dataclasses import replace

from unionie.values.time_calendar import day_of, plan_years
from unionie.values.time_clock import read_clock
from unionie.values.time_feasts import read_feast, read_lunar
from unionie.values.time_months import edged
from unionie.values.time_reader import Moment, Reader, Step, days, span_of
from unionie.values.time_relative import (
    read_day_word,
    read_listed_weekday,
    read_month_edge,
    read_month_word,
    read_now,
    read_quarter_edge,
    read_quarter_word,
    read_season_word,
    read_week,
    read_weekend,
    read_whole_year,
    read_xun,
    read_year_word,
    read_years,
    weekday_at,
)
from unionie.values.time_schools import read_school_part, read_school_year, read_term
from unionie.values.time_years import read_century_word, read_era, read_in_year, read_numbered, read_two_months

__all__ = ["read_date", "read_point"]


def read_point(r: Reader, i: int) -> Step | None:
    """Return the date, datetime or clock time at token ``i``."""
    found = read_date(r, i)
    if found is None:
        return read_clock(r, i)
    moment, j = found
    if moment.grain != "day":
        return found
    j = _weekday_behind(r, _feast_behind(r, j, moment))
    if moment.start is None:
        clock = read_clock(r, j, dated=True)
        return (replace(moment, grain=clock[0].grain), clock[1]) if clock else (moment, j)
    clock = read_clock(r, j, moment.start, dated=True)
    if clock is None:
        return moment, j
    time = replace(clock[0], stated=moment.stated)
    if moment.also and time.start and time.until:
        away = moment.also[0][0] - moment.start
        time = replace(time, also=((time.start + away, time.until + away),))
    return time, clock[1]


def _feast_behind(r: Reader, j: int, day: Moment) -> int:
    """Skip a festival that names the same day again: 正月十五元宵节, 10月1日国庆节."""
    if r.kind(j) != "fest" or day.start is None:
        return j
    feast = read_feast(r, j, span_of(day_of(day.start.year), "year"))
    return feast[1] if feast and feast[0].grain == "day" and feast[0].start == day.start else j


def _weekday_behind(r: Reader, j: int) -> int:
    """Skip a weekday that repeats the date: 12月3日（星期一）."""
    if r.kind(j) == "parenday":
        return j + 1
    if r.kind(j) == "周" and weekday_at(r, j + 1) and r.word(j) != "周":
        return j + 2
    return j


def read_date(r: Reader, i: int) -> Step | None:
    """Return the date at token ``i``: a day, month, year or another calendar stretch."""
    kind = r.kind(i)
    if kind == "num":
        return read_listed_weekday(r, i) or read_numbered(r, i)
    rule = _RULES.get(kind)
    return rule(r, i) if rule else None


def read_written(r: Reader, i: int) -> Step:
    word = r.word(i)
    year, month, *day = (int(p) for p in word.replace("/", "-").replace(".", "-").split("-"))
    if day:
        return replace(days(year, month, day[0]), stated=True), i + 1
    return replace(span_of(day_of(year, month), "month"), stated=True), i + 1


def read_span_of_years(r: Reader, i: int) -> Step | None:
    """Read two years in brackets or before a season: （1932—2019）, 2024—2025雪季."""
    first, last = (int(year) for year in _YEAR.findall(r.word(i)))
    if not first < last <= _LATEST or first < _EARLIEST or last - first > _LONGEST:
        return None
    return Moment("range", day_of(first), day_of(last + 1), stated=True), i + 1


_YEAR = re.compile("[0-9]{4}")
_EARLIEST, _LATEST, _LONGEST = 1500, 2100, 200  # years that such brackets hold


def read_fiscal(r: Reader, i: int) -> Step | None:
    """Read 2023/24年度 (April to March) and 2023/24学年 (September to August)."""
    first, last = (int(p) for p in r.word(i).split("/"))
    if (first + 1) % 100 != last % 100 or not r.kind(i + 1):
        return None
    if r.kind(i + 1) == "学年":
        return read_school_part(r, i + 2, first, first + 1)
    return Moment("year", day_of(first, 4), day_of(first + 1, 4), stated=True, vague=True), i + 2


def read_plan(r: Reader, i: int) -> Step | None:
    """Read “十三五”: the short numbers need quotes and a cue (“八五”计划), 十三五 stands alone."""
    name = r.word(i).strip('“”"「」『』')
    number = 10 if name == "十五" else "一二三四五六七八九".find(name[-2]) + 1 + (10 if name[0] == "十" else 0)
    if len(name) == 2 and r.kind(i + 1) not in ("during", "edge") and r.follows(i + 1) not in ("规划", "计划", "时期"):
        return None
    if not 1 <= number <= _PLANS or (len(r.word(i)) - len(name)) == 1:
        return None
    first, last = plan_years(number)
    years = r.number(i + 2)
    if r.word(i + 1) in ("后", "最后") and r.kind(i + 3) == "年" and 1 <= years <= last - first:  # “十三五”后两年
        return Moment("plan", day_of(last + 1 - years), day_of(last + 1)), i + 4
    if r.kind(i + 1) in ("前", "头") and r.kind(i + 3) == "年" and 1 < years <= last - first:  # “十四五”前三年
        return Moment("plan", day_of(first), day_of(first + years)), i + 4
    return edged(r, i + 1, Moment("plan", day_of(first), day_of(last + 1)))


def read_reign(r: Reader, i: int) -> Step | None:
    """Return the year of 光绪二十六年: the one in which most of that lunar year lies; its months are the moon's."""
    first = r.kind(i + 1) == "元年"
    number = 1 if first else r.number(i + 1)
    if not 1 <= number <= _LONGEST_REIGN or not (first or r.kind(i + 2) == "年"):
        return None
    at = i + 2 + (not first)
    year = replace(span_of(day_of(int(r.tokens[i].value) + number), "year"), stated=True, vague=True)
    below = read_lunar(r, at, year, counted=True)
    if below is None or below[0].start is None:  # the table of the moon's months may not reach so far back
        return year, below[1] if below else at
    return below


_LONGEST_REIGN = 61


def read_jubilee(r: Reader, i: int) -> Step | None:
    """Read 建党百年 and 新中国成立70周年: the year of the anniversary."""
    base = int(r.tokens[i].value)
    if r.kind(i) == "jubilee":
        return replace(span_of(day_of(base), "year"), stated=False), i + 1
    count = r.number(i + 1)
    if r.kind(i + 2) != "周年" or not 1 <= count <= 300:
        return None
    return span_of(day_of(base + count), "year"), i + 3


def read_ordinal(r: Reader, i: int) -> Step | None:
    """Read 第十四个五年规划 as the years of the plan, 第一季度 as what needs a year.

    Plans of fewer years than the state has had may be another body's (普法|第九个五年规划), unless 期间 follows.
    """
    number = r.number(i + 1)
    if r.kind(i + 2) != "planned" or not 1 <= number <= _PLANS:
        return read_in_year(r, i)
    if r.tokens[i + 2].value and number < _STATED_PLANS:
        return None
    first, last = plan_years(number)
    return Moment("plan", day_of(first), day_of(last + 1)), i + 3


_PLANS = 19  # five-year plans that are counted
_STATED_PLANS = 10  # from which on a plan without 期间 is the state's
_RULES = {
    "approx": read_two_months,
    "era": read_era,
    "reign": read_reign,
    "year": read_year_word,
    "ctxyear": read_year_word,
    "years": read_years,
    "days": read_years,
    "month": read_month_word,
    "ctxmonth": read_month_word,
    "day": read_day_word,
    "ctxday": read_day_word,
    "week": read_week,
    "周": read_week,
    "weekend": read_weekend,
    "quarter": read_quarter_word,
    "qsign": read_in_year,
    "century": read_century_word,
    "第": read_ordinal,
    "last": read_in_year,
    "half": read_in_year,
    "firstquarter": read_in_year,
    "前": read_in_year,
    "头": read_in_year,
    "yearpart": read_in_year,
    "monthpart": read_month_edge,
    "quarterpart": read_quarter_edge,
    "monthnum": read_in_year,
    "fest": read_in_year,
    "festnum": read_in_year,
    "lunar": read_in_year,
    "lunarmonth": read_in_year,
    "闰": read_in_year,
    "xun": read_xun,
    "iso": read_written,
    "yearmonth": read_written,
    "fiscal": read_fiscal,
    "dated": read_span_of_years,
    "schoolyear": read_school_year,
    "term": read_term,
    "plan": read_plan,
    "wholeyear": read_whole_year,
    "founding": read_jubilee,
    "jubilee": read_jubilee,
    "now": read_now,
    "seasonrel": read_season_word,
}
