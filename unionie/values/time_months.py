"""Inside a year or month: months, quarters, halves, seasons, ten-day parts, days, starts and ends.

Enters: a reader, a token index, the year or month as a moment. Leaves: moments. Next: ``time_years``.
"""

from __future__ import annotations

import re
from dataclasses import replace

from unionie.values.time_calendar import day_of, floor, shift
from unionie.values.time_feasts import read_feast, read_lunar
from unionie.values.time_lists import listed_at, listed_days
from unionie.values.time_reader import Moment, Reader, Step

__all__ = ["day_in", "edge_of", "edged", "part_of_year", "two_months", "under_month", "under_year"]

XUN = {"1": (1, 11), "2": (11, 21), "3": (21, 32), "4": (1, 16), "5": (16, 32), "6": (11, 32), "7": (1, 21)}


def under_year(r: Reader, i: int, year: Moment) -> Step:
    """Return what tokens from ``i`` name inside ``year``, or the year itself where they name nothing."""
    at = i
    kind = r.kind(at)
    if kind in ("wholeyear", "ctxyear"):
        return (year, at + 1) if kind == "wholeyear" else (year, at)
    inner = _IN_YEAR.get(kind)
    if kind == "num" or (kind == "第" and r.kind(at + 1) == "num"):
        inner = _month_or_quarter
    found = inner(r, at, year) if inner else None
    if found is None:
        return year, i
    moment, j = found
    return replace(moment, stated=moment.stated or year.stated), j


def _month_or_quarter(r: Reader, i: int, year: Moment) -> Step | None:
    """Read 3月…, 3至5月, 第一季度, 一至三季度."""
    at = i + (r.kind(i) == "第")
    first = last = r.number(at)
    if r.word(at) == "两":  # 两月 counts
        return None
    end = at + 1
    if r.kind(end) == "至":
        second = end + 1 + (r.kind(end + 1) == "第")
        if r.number(second) > first > 0 and r.kind(second + 1) in ("月", "季度", "季", "monthpart"):
            last, end = r.number(second), second + 1
    listed = listed_at(r, at) if end == at + 1 else None
    if listed and at == i and r.is_item(i) and not (listed.summed and listed.unbroken):  # but ；7、8两月
        listed = None
    if listed and r.number(listed.unit + 1) > 0 and r.kind(listed.unit + 2) in ("日", "号"):  # 一、10月25日
        return None
    if listed and listed.unbroken:  # 3、4月, 二、三季度
        last, end = listed.last, listed.unit
    if r.kind(i) == "第" and r.kind(end) == "个" and r.kind(i - 1) in _YEARS and r.kind(end + 1) == "月":  # 第一个月
        return (part_of_year(year, "month", first, first), end + 2) if 1 <= first <= _LAST["month"] else None
    unit = r.kind(end)
    if listed and r.kind(listed.unit) in ("月", "季度") and not listed.unbroken:  # 3、5月
        size = "month" if r.kind(listed.unit) == "月" else "quarter"
        fits = listed.last <= _LAST[size] and not listed.summed
        return (part_of_year(year, size, first, first), at + 1) if fits else None
    if unit in ("季度", "季"):
        below = r.kind(i - 1) in _YEARS
        free = r.kind(i) == "第" or r.follows(end + 1)[:1] in _FREE  # 去年第四季失业率; not 一季水稻
        if unit == "季" and not (below and free):
            return None
        return (part_of_year(year, "quarter", first, last), end + 1) if 1 <= first <= last <= 4 else None
    if unit == "quarterpart":
        quarter = part_of_year(year, "quarter", first, last)
        return (edge_of(quarter, "end"), end + 1) if 1 <= first <= last <= 4 else None
    if unit == "周" and r.kind(i) == "第" and r.kind(i - 1) in _YEARS:
        return _week_of_year(year, first, end)
    if r.kind(i) == "第" or not 1 <= first <= last <= 12:
        return None
    if unit == "月" and r.kind(end + 1) == "lunarday":
        return read_lunar(r, i, year)
    if unit == "月" and r.kind(i - 1) in ("每", "隔") and not r.word(i - 1).endswith("逢"):  # 每隔一月
        return None
    if unit == "月":
        whole = part_of_year(year, "month", first, last)
        return (whole, end + 1) if last > first else under_month(r, end + 1, whole)
    if unit == "monthpart":
        return under_month(r, end, part_of_year(year, "month", last, last))
    return None


def two_months(r: Reader, i: int, year: Moment) -> Step | None:
    """Read 三四月, 七八月份, 十一二月: two neighbouring months."""
    first, word = r.tokens[i].number, r.word(i)
    if r.kind(i + 1) != "月" or word[0] in "几数" or not (1 <= first <= 9 if len(word) == 2 else word == "十一二"):
        return None
    return part_of_year(year, "month", first, first + 1), i + 2


_LAST = {"month": 12, "quarter": 4}
_YEARS = ("年", "年度", "year", "ctxyear")
_FREE = {"", "，", "。", "、", "；", "末", "同", "实", "完", "全", ")", " ", "\n"}


def _week_of_year(year: Moment, number: int, end: int) -> Step | None:
    """Read 2018年第20周, as ISO 8601 counts weeks."""
    if year.start is None or not 1 <= number <= 52:
        return None
    first = floor(day_of(year.start.year, 1, 4), "week")
    return Moment("week", shift(first, "week", number - 1), shift(first, "week", number)), end + 1


def part_of_year(year: Moment, unit: str, first: int, last: int) -> Moment:
    """Return the units (month, quarter, half) ``first`` to ``last`` of a year."""
    if year.start is None:
        return Moment(unit if first == last else "year")
    start = shift(floor(year.start, "year"), unit, first - 1)
    return Moment(unit if first == last else "range", start, shift(start, unit, last - first + 1))


def _half(r: Reader, i: int, year: Moment) -> Step:
    number = int(r.tokens[i].value)
    return edged(r, i + 1, part_of_year(year, "half", number, number))


def _first_quarter(_r: Reader, i: int, year: Moment) -> Step:
    return part_of_year(year, "quarter", 1, 1), i + 1


def _season(r: Reader, i: int, year: Moment) -> Step:
    month = int(r.tokens[i].value)
    if year.start is None:
        return Moment("quarter", vague=True), i + 1
    start = shift(floor(year.start, "year"), "month", month - 1)
    return Moment("quarter", start, shift(start, "month", 3), vague=True), i + 1


def _quarter_sign(r: Reader, i: int, year: Moment) -> Step:
    word = r.word(i)
    number = int(word.strip("QH"))
    unit = "half" if "H" in word else "quarter"
    if number > (2 if unit == "half" else 4):
        return year, i
    return part_of_year(year, unit, number, number), i + 1


def _first_of_year(r: Reader, i: int, year: Moment) -> Step | None:
    """Read 前11个月, 前三季度, 前两个季度, 首三季, 头三个月; 前十月 where it opens a clause or stands behind a year."""
    count = r.number(i + 1)
    at = i + 2 + (r.kind(i + 2) == "个")
    unit = {"月": "month", "季度": "quarter", "季": "quarter"}.get(r.kind(at))
    if r.kind(at) == "季" and r.kind(i - 1) not in _YEARS:  # 今年首三季; not 前两季水稻
        return None
    if unit is None or not 1 <= count <= (12 if unit == "month" else 4):
        return None
    if unit == "month" and at == i + 2 and (count == 1 or r.kind(at + 1) or not _OPENS.search(r.precedes(i))):
        return None
    return part_of_year(year, unit, 1, count), at + 1


def _last_of_year(r: Reader, i: int, year: Moment) -> Step | None:
    """Read 后三个月 and 最后两个季度 of a year, and its 最后一天; 最后一季度 without one."""
    last, count = r.kind(i) == "last", r.number(i + 1)
    at = i + 2 + (r.kind(i + 2) == "个")
    whole = {"个月": (12, "month"), "季度": (4, "quarter"), "个季度": (4, "quarter")}.get(
        "".join(r.word(k) for k in range(i + 2, at + 1))
    )
    below = r.kind(i - 1) in _YEARS
    if last and below and count == 1 and r.kind(at) == "天" and year.until:
        return replace(year, grain="day", start=shift(year.until, "day", -1)), at + 1
    if whole is None or not 1 <= count < whole[0] or not (below or (last and r.word(i + 2) == "季度")):
        return None
    if not last and (r.word(i) != "后" or r.kind(at + 1) in ("within", "before", "after", "前")):
        return None
    return part_of_year(year, whole[1], whole[0] - count + 1, whole[0]), at + 1


_OPENS = re.compile(r"(?:^|[^\u4e00-\u9fff]|年)$")


def edged(r: Reader, i: int, whole: Moment) -> Step:
    """Read 初, 末, 中期 … behind a stretch."""
    if r.kind(i) == "edge":
        return edge_of(whole, r.tokens[i].value), i + 1
    return whole, i


def edge_of(whole: Moment, part: str) -> Moment:
    """Return the end (its last day, a stock's date), start, middle or late part of a stretch."""
    if whole.start is None or whole.until is None:
        return Moment(
            "day" if part == "end" else "range", stock=part == "end", vague=part != "end", stated=whole.stated
        )
    start, until = whole.start, whole.until
    if part == "end" and whole.grain not in ("decade", "century"):
        return replace(whole, grain="day", start=shift(until, "day", -1), stock=True)
    if part in ("half-1", "half-2"):
        middle = floor(start + (until - start) / 2, "year")
        low, high = (start, middle) if part == "half-1" else (middle, until)
        return replace(whole, grain="range", start=low, until=high)
    length = (until - start) / 3
    third = {
        "start": (start, start + length),
        "early": (start, start + length),
        "mid": (start + length, until - length),
    }
    low, high = third.get(part, (until - length, until))
    if whole.grain == "year" and part == "start":
        low, high = start, shift(start, "month", 1)
    elif whole.grain == "year" and part == "mid":
        low, high = shift(start, "month", 5), shift(start, "month", 7)
    elif whole.grain == "year" and part == "late":
        low, high = shift(until, "month", -1), until
    elif whole.grain == "month" and part == "start":
        low, high = start, shift(start, "day", 10)
    elif whole.grain == "month" and part == "mid":
        low, high = shift(start, "day", 10), shift(start, "day", 20)
    elif whole.grain in ("decade", "century"):
        low, high = (floor(at, "year" if whole.grain == "decade" else "decade") for at in (low, high))
    return replace(whole, grain="range", start=floor(low, "day"), until=floor(high, "day"), vague=True)


def _year_part(r: Reader, i: int, year: Moment) -> Step:
    return edge_of(replace(year, grain="year"), r.tokens[i].value), i + 1


def _same_day(r: Reader, i: int, year: Moment) -> Step | None:
    """Read 去年今日: the reference's day in that year."""
    today = r.today()
    if r.word(i) not in ("今天", "今日") or year.start is None or today is None:
        return None
    day = day_of(year.start.year, today.month, today.day)
    return Moment("day", day, shift(day, "day", 1)), i + 1


def _first_month(r: Reader, i: int, year: Moment) -> Step:
    return under_month(r, i + 1, part_of_year(year, "month", 1, 1))


def under_month(r: Reader, i: int, month: Moment) -> Step:
    """Return what tokens from ``i`` name inside ``month``, or the month."""
    kind = r.kind(i)
    if kind == "xun":
        first, until = XUN[r.tokens[i].value]
        if month.start is None or month.until is None:
            return Moment("range"), i + 1
        end = month.until if until == 32 else shift(month.start, "day", until - 1)
        xun = Moment("range", shift(month.start, "day", first - 1), end)
        return xun, i + 1
    if kind in ("monthpart", "edge"):
        return edge_of(month, r.tokens[i].value), i + 1
    day = r.number(i)
    if 1 <= day <= 31:
        if r.kind(i + 1) in ("日", "号"):
            return day_in(month, day), i + 2
        last = r.number(i + 2)
        if r.kind(i + 1) == "至" and day < last <= 31 and r.kind(i + 3) in ("日", "号"):
            return day_in(month, day, last), i + 4
        listed = listed_days(r, i)
        if listed:
            return (day_in(month, day, listed.last), listed.unit + 1) if listed.summed else (day_in(month, day), i + 1)
        if r.kind(i + 1) == "至" and 1 <= last <= 12 and r.kind(i + 3) == "月" and r.number(i + 4) > 0:
            return day_in(month, day), i + 1  # 10月22至12月30日
        if r.word(i).isascii() and (r.kind(i + 1) == "part" or (r.kind(i + 1) == "" and r.follows(i + 1)[:1] in _ENDS)):
            return day_in(month, day), i + 1  # 12月25, without its unit
    if kind == "第":
        return _nth_weekday(r, i, month) or (month, i)
    if kind == "last" and r.number(i + 1) == 1 and r.kind(i + 2) == "天" and month.until:
        return replace(month, grain="day", start=shift(month.until, "day", -1)), i + 3
    return month, i


_ENDS = {"", "，", "。", "！", "？", "\n"}


def _nth_weekday(r: Reader, i: int, month: Moment) -> Step | None:
    """Read 五月的第二个星期天."""
    number, name = r.number(i + 1), r.kind(i + 4)
    weekday = 7 if name in ("日", "天") else r.number(i + 4)
    if r.kind(i + 2) != "个" or r.kind(i + 3) != "周" or not 1 <= weekday <= 7 or not 1 <= number <= 4:
        return None
    if month.start is None:
        return Moment("day"), i + 5
    start = shift(month.start, "day", (weekday - 1 - month.start.weekday()) % 7 + 7 * (number - 1))
    return Moment("day", start, shift(start, "day", 1)), i + 5


def day_in(month: Moment, first: int, last: int = 0) -> Moment:
    """Return a day of a month, or the days up to ``last``."""
    if month.start is None:
        return Moment("day" if not last else "range")
    start = day_of(month.start.year, month.start.month, first)
    until = shift(day_of(start.year, start.month, last or first), "day", 1)
    return Moment("range" if last else "day", start, until)


_IN_YEAR = {
    "approx": two_months,
    "half": _half,
    "firstquarter": _first_quarter,
    "季节": _season,
    "qsign": _quarter_sign,
    "前": _first_of_year,
    "头": _first_of_year,
    "after": _last_of_year,
    "last": _last_of_year,
    "yearpart": _year_part,
    "edge": _year_part,
    "monthnum": _first_month,
    "day": _same_day,
    "fest": read_feast,
    "festnum": read_feast,
    "lunar": read_lunar,
    "lunarmonth": read_lunar,
    "闰": read_lunar,
}
