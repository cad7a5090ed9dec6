"""Times named from the reference or the last date: 去年, 本月, 次日, 上周五, 周末, 月底, 下旬, 今冬, 目前.

Enters: a reader and a token index. Leaves: moments, unplaced without a reference. Next: ``time_points``.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from unionie.values.time_calendar import day_of, shift
from unionie.values.time_durations import decimal_at
from unionie.values.time_months import edge_of, edged, under_month, under_year
from unionie.values.time_noted import noted
from unionie.values.time_reader import NOWHERE, Moment, Reader, Step, span_of
from unionie.values.time_years import year_around

__all__ = [
    "read_day_word",
    "read_listed_weekday",
    "read_month_edge",
    "read_month_word",
    "read_now",
    "read_quarter_edge",
    "read_quarter_word",
    "read_season_word",
    "read_week",
    "read_weekend",
    "read_whole_year",
    "read_xun",
    "read_year_word",
    "read_years",
    "weekday_at",
]


def read_year_word(r: Reader, i: int) -> Step | None:
    """Return the year, or what stands inside it, of 去年 (from the reference) and 次年, 上年 (from the last date)."""
    offset = int(r.tokens[i].value)
    if r.kind(i) == "year":
        base: datetime | None = r.today()
    else:
        near = r.near(i)
        base = near.start if near else (r.today() if offset else None)
    meant = shift(base, "year", offset) if base else None
    year = span_of(_noted(r, i, meant, "year"), "year")
    return under_year(r, i + 1, replace(year, stated=True, vague=base is None and r.kind(i) == "ctxyear"))


def _noted(r: Reader, i: int, meant: datetime | None, grain: str) -> datetime | None:
    """Return what a word means, or what the bracket inside it notes: 昨（28）日."""
    number = r.tokens[i].number
    return meant if number < 0 else noted(number, meant, grain) or meant


def read_whole_year(r: Reader, i: int) -> Step:
    """Return the year around 全年 and 年内."""
    return replace(year_around(r, i)), i + 1


def read_season_word(r: Reader, i: int) -> Step:
    """Read 今春, 去冬; 今冬 in January is the winter that has begun."""
    offset, month = (int(p) for p in r.tokens[i].value.split(":"))
    today = r.today()
    if today is None:
        return Moment("quarter", vague=True), i + 1
    begun = month == _WINTER and offset == 0 and today.month < _SPRING
    start = day_of(today.year + offset - begun, month)
    return Moment("quarter", start, shift(start, "month", 3), vague=True, stated=True), i + 1


_SPRING, _WINTER = 3, 12  # months with which they begin


def read_quarter_word(r: Reader, i: int) -> Step:
    """Return the quarter of 上季度."""
    today = r.today()
    quarter = span_of(shift(today, "quarter", int(r.tokens[i].value)) if today else None, "quarter")
    return edged(r, i + 1, quarter)


def read_quarter_edge(r: Reader, i: int) -> Step:
    """Return the last day of the quarter for 季末."""
    return edge_of(span_of(r.base(i)[0], "quarter"), r.tokens[i].value), i + 1


def read_month_word(r: Reader, i: int) -> Step:
    """Return the month, or what stands inside it, of 上月 (from the reference) and 当月 (from the last date)."""
    near = r.near(i)
    base = near.start if near and r.kind(i) == "ctxmonth" else r.today()
    meant = shift(base, "month", int(r.tokens[i].value)) if base else None
    month = span_of(_noted(r, i, meant, "month"), "month")
    moment, j = under_month(r, i + 1, month)
    return replace(moment, stated=base is not None and r.kind(i) == "ctxmonth"), j


def read_month_edge(r: Reader, i: int) -> Step:
    """Return the end, start or middle of the month around 月底."""
    base, stated = r.base(i)
    near = r.near(i)
    if near and near.grain in ("year", "range", "half", "quarter"):
        base = r.today() if near.start and r.today() and near.start.year == (r.today() or near.start).year else None
    return replace(edge_of(span_of(base, "month"), r.tokens[i].value), stated=stated), i + 1


def read_xun(r: Reader, i: int) -> Step | None:
    """Return the ten days of 上旬 in the month around it."""
    base, stated = r.base(i)
    moment, j = under_month(r, i, span_of(base, "month"))
    return replace(moment, stated=stated), j


def read_day_word(r: Reader, i: int) -> Step:
    """Return the day of 昨天 (from the reference) and 次日 (from the last date)."""
    near = r.near(i)
    base = r.today() if r.kind(i) == "day" else (near.start if near else r.today())
    meant = shift(base, "day", int(r.tokens[i].value)) if base else None
    day = span_of(_noted(r, i, meant, "day"), "day")
    if near and r.kind(i) == "ctxday" and near.grain not in ("day", "hour", "minute", "second", "part"):
        day = replace(NOWHERE, grain="day")
    return day, i + 1


def read_now(r: Reader, i: int) -> Step:
    """Return the reference day for 目前."""
    return replace(span_of(r.today(), "day"), stock=r.tokens[i].value == "stock"), i + 1


def read_years(r: Reader, i: int) -> Step:
    """Return the years of 今明两年 and the days of 明后两天."""
    offset, count = (int(p) for p in r.tokens[i].value.split(":"))
    today, unit = r.today(), r.kind(i).removesuffix("s")
    years = span_of(shift(today, unit, offset) if today else None, unit, count)
    return replace(years, grain="range"), i + 1


def weekday_at(r: Reader, i: int) -> int:
    """Return 1 to 7 for the weekday name that ends with token ``i``, 0 for none (每周四点五天)."""
    if r.kind(i) == "num" and decimal_at(r, i):
        return 0
    if r.kind(i) in ("日", "天"):
        return 7 if r.kind(i) == "日" or r.word(i - 1)[-1] != "周" else 0
    return r.number(i) if 1 <= r.number(i) <= 6 and len(r.word(i)) == 1 and r.word(i) not in "123456" else 0


def read_week(r: Reader, i: int) -> Step | None:
    """Read 本周, 上周五, 下个星期天, 周三."""
    if r.kind(i) == "周" and not _week_free(r, i):
        return None
    weekday = weekday_at(r, i + 1)
    if weekday:
        return _weekday(r, i, weekday), i + 2
    return None if r.kind(i) == "周" else (_week(r, i), i + 1)


def _week(r: Reader, i: int) -> Moment:
    near = r.near(i) if r.word(i)[0] == "次" else None
    base = near.start if near else r.today()
    return span_of(shift(base, "week", int(r.tokens[i].value or 0)) if base else None, "week")


def _weekday(r: Reader, i: int, weekday: int) -> Moment:
    """Return a weekday of the week that token ``i`` names; of 周 alone the one of the reference's week."""
    i = _week_named(r, i)
    week, today = _week(r, i), r.today()
    if week.start is None:
        return Moment("day")
    start = shift(week.start, "day", weekday - 1)
    day = Moment("day", start, shift(start, "day", 1))
    if r.kind(i) == "周" and today:
        other = shift(start, "week", 1 if start < today else -1)
        day = replace(day, also=((other, shift(other, "day", 1)),))
    return day


def read_listed_weekday(r: Reader, i: int) -> Step | None:
    """Read the 四 of 周二、四: a weekday behind others, where nothing is counted (周二、四名职工)."""
    weekday, at = weekday_at(r, i), i
    if not weekday or r.kind(i - 1) != "和" or not (r.kind(i + 1) in _BEHIND_DAY or r.follows(i + 1)[:1] in _NO_COUNT):
        return None
    while r.kind(at - 1) == "和" and weekday_at(r, at - 2):
        at -= 2
    return (_weekday(r, at - 1, weekday), i + 1) if at < i and r.kind(at - 1) in ("周", "week") else None


def _week_named(r: Reader, i: int) -> int:
    """Return the token that names the week of 周 in a list: 上 for the last of 上周二、周四."""
    at = i
    for _ in range(6):  # the other days of a week
        if r.kind(at) != "周" or r.kind(at - 1) != "和" or not weekday_at(r, at - 2):
            break
        at -= 3
    return at if r.kind(at) == "week" else i


_BEHIND_DAY = ("和", "part", "clock")
_NO_COUNT = {"", *"，。；！？）)\n 举召开"}


def _week_free(r: Reader, i: int) -> bool:
    """Tell a weekday from 两周一次, 每周五天 and the surname 周."""
    if r.kind(i - 1) == "个" and r.kind(i - 2) == "每":
        return True
    if r.kind(i - 1) == "num" and r.kind(i - 2) in ("周", "week"):  # 周六周日
        return True
    if r.kind(i - 1) in ("num", "每", "半", "个"):
        return r.kind(i - 1) == "每" and r.follows(i + 2)[:1] not in set("次天个名场回批件趟小种期百千万")
    return r.follows(i + 2)[:1] not in set("次百千万鸣围径")


def read_weekend(r: Reader, i: int) -> Step:
    """Return the Saturday and Sunday of 上周末."""
    today = r.today()
    if today is None:
        return Moment("range"), i + 1
    week = span_of(shift(today, "week", int(r.tokens[i].value)), "week")
    assert week.until is not None  # noqa: S101 - a placed week has both ends
    return Moment("range", shift(week.until, "day", -2), week.until), i + 1
