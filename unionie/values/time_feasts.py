"""Festivals and lunar dates: 春节, 国庆黄金周, “五一”前夕, 中秋, 农历八月十五, 腊月廿三, 清明.

Enters: a reader, a token index, the year it falls in. Leaves: moments; what the lunar table does not know stays
unplaced and vague. Next: ``time_points``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta

from unionie.values.time_calendar import day_of, lunar_day, shift, solar_term
from unionie.values.time_reader import Moment, Reader, Step, span_of

__all__ = ["lunar_number", "read_feast", "read_lunar"]

_RULE = re.compile(r"(?P<calendar>[LTW]?)(?P<rule>[^/]+)/(?P<length>\d+)")
EVE_DAYS = 7  # 前夕 reaches a week back


def read_feast(r: Reader, i: int, year: Moment) -> Step | None:
    """Return the festival at token ``i``, its holiday (期间, 假期, 黄金周) or its eve (前夕)."""
    rule = _RULE.fullmatch(r.tokens[i].value)
    if rule is None:
        return None
    at = i + 1
    cue = r.kind(at)
    start = _feast_day(rule["calendar"], rule["rule"], year.start.year) if year.start else None
    unknown = start is None and year.start is not None
    length = timedelta(days=int(rule["length"]))
    if cue in ("holiday", "during"):
        at += 1
        while r.kind(at) in ("holiday", "during"):
            at += 1
        if start is None:
            return Moment("range", vague=unknown), at
        return Moment("range", start, start + length, vague=rule["length"] not in ("1", "7")), at
    if cue == "eve":
        if start is None:
            return Moment("range", vague=True), at + 1
        return Moment("range", start - timedelta(days=EVE_DAYS), start, vague=True), at + 1
    if cue == "ctxday":  # 国庆当天, 国庆前一天
        start, at = start and start + timedelta(days=int(r.tokens[at].value)), at + 1
    if start is None:
        return Moment("day", vague=unknown), at
    vague = rule["calendar"] == "T" and rule["length"] == "1" and not _is_date(r, i, cue)
    return Moment("day", start, start + timedelta(days=1), vague=vague), at


def _is_date(r: Reader, i: int, cue: str) -> bool:
    """Tell whether a solar term is used as a day (2018年立冬, 立冬当天) and not as a season (立冬将至)."""
    if (
        r.word(i)[-1] == "节"
        or r.kind(i - 1) in ("年", "年度", "year", "ctxyear", "日", "截", "至", "从")
        or cue
        in (
            "ctxday",
            "before",
            "after",
            "前",
        )
    ):
        return True
    return r.follows(i + 1) in ("这天", "那天", "当天", "当日", "前后", "次日")


def _feast_day(calendar: str, rule: str, year: int) -> datetime | None:
    if calendar == "T":
        return solar_term(year, rule)
    if calendar == "W":
        month, nth, weekday = (int(p) for p in rule.split("."))
        first = day_of(year, month)
        return first + timedelta(days=(weekday - 1 - first.weekday()) % 7 + 7 * (nth - 1))
    month, day = (int(p) for p in rule.split("-"))
    return lunar_day(year, month, day) if calendar == "L" else day_of(year, month, day)


def read_lunar(r: Reader, i: int, year: Moment, *, counted: bool = False) -> Step | None:
    """Return the lunar date at token ``i``: 农历八月十五, 正月初五, 腊月廿三, 闰四月初八, 农历2019年正月.

    ``counted`` says that the year is the moon's, so that no 农历 is needed: 光绪二十六年|七月.
    """
    at = i
    marked = counted or r.kind(at) == "lunar"
    at += r.kind(at) == "lunar"
    leap = r.kind(at) == "闰"
    at += leap
    if marked and 1000 <= r.number(at) <= 2999 and r.kind(at + 1) == "年":
        year, at = replace(span_of(day_of(r.number(at)), "year"), stated=True), at + 2
    if r.kind(at) == "lunarmonth":
        month, at = int(r.tokens[at].value), at + 1
    elif (marked or leap or r.kind(at + 2) == "lunarday") and 1 <= r.number(at) <= 12 and r.kind(at + 1) == "月":
        month, at = r.number(at), at + 2
    else:
        return None
    day, at = _lunar_number(r, at)
    if year.start is None:
        return Moment("day" if day else "month", vague=True, stated=year.stated), at
    start = lunar_day(year.start.year, month, day or 1, leap=leap)
    if start is None:
        return Moment("day" if day else "month", vague=True, stated=year.stated), at
    if day:
        return Moment("day", start, shift(start, "day", 1), stated=year.stated), at
    last = lunar_day(year.start.year, month, 30, leap=leap)
    return Moment("range", start, shift(start, "day", 30 if last else 29), stated=year.stated), at


def _lunar_number(r: Reader, i: int) -> tuple[int, int]:
    """Return the day (0: none) and the next index: 初五, 十五, 廿三, 三十."""
    if r.kind(i) == "lunarday":
        return int(r.tokens[i].value), i + 1
    if 1 <= r.number(i) <= 30 and r.word(i)[0] not in "0123456789":
        return r.number(i), i + 1 + (r.kind(i + 1) == "日")
    return 0, i


def lunar_number(r: Reader, i: int) -> int:
    """Return the day of its lunar month that token ``i`` names (0: the eve of the first), -1 where it is none."""
    if r.kind(i) == "fest" and r.tokens[i].value.startswith("L1-"):
        return int(r.tokens[i].value[3:].split("/")[0])
    if (
        r.kind(i) == "lunarday"
        or r.kind(i - 1) == "lunarmonth"
        or (r.kind(i - 1) == "至" and lunar_number(r, i - 2) > 0)
    ):
        return _lunar_number(r, i)[0] or -1
    return -1
