"""Dates: what a year, month, day, quarter, week, festival or plan names, complete or completed from its surroundings.

Enters: a reader and a token index. Leaves: moments. Next: ``time_phrases`` joins them to ranges, sets and bounds.

    point   = date [weekday] [clock] | clock
    date    = year [of the year] | of the year | month-day | day | week [weekday] | festival | written date
    of year = month [day] | quarter | half | season | 年底 | festival
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from unionie.values.time_calendar import day_of, floor, plan_years, shift
from unionie.values.time_clock import read_clock
from unionie.values.time_feasts import read_feast, read_lunar
from unionie.values.time_reader import NOWHERE, Moment, Reader, Step, days, span_of

__all__ = ["read_date", "read_point", "under_year"]

XUN = {"1": (1, 11), "2": (11, 21), "3": (21, 32)}


def read_point(r: Reader, i: int) -> Step | None:
    """Return the date, datetime or clock time at token ``i``."""
    found = read_date(r, i)
    if found is None:
        return read_clock(r, i)
    moment, j = found
    if moment.grain != "day":
        return found
    j = _weekday_behind(r, j)
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


def _weekday_behind(r: Reader, j: int) -> int:
    """Skip a weekday that repeats the date: 12月3日（星期一）."""
    if r.kind(j) == "parenday":
        return j + 1
    if r.kind(j) == "周" and _weekday(r, j + 1) and r.word(j) != "周":
        return j + 2
    return j


def read_date(r: Reader, i: int) -> Step | None:
    """Return the date at token ``i``: a day, month, year or another calendar stretch."""
    kind = r.kind(i)
    if kind == "num":
        return _numbered(r, i)
    rule = _RULES.get(kind)
    return rule(r, i) if rule else None


# -- years -----------------------------------------------------------------------------------------------------------


def _year_number(r: Reader, i: int) -> int | None:
    """Return the year that number token ``i`` writes before 年, 年底 … or None where it counts years."""
    number, word, unit = r.number(i), r.word(i), r.kind(i + 1)
    if unit not in ("年", "年度", "财年", "学年", "yearpart"):
        return None
    if 1000 <= number <= 2999 and len(word) == 4 and not any(c in word for c in "十百千,"):
        behind = r.kind(i + 2) in ("since", "before", "after") and number < 1500
        return None if behind or r.kind(i + 2) == "多" else number
    if unit == "年" and number < 100 and len(word) == 2 and "十" not in word:
        read = word[0] in "0〇零" or (word[0] not in "0123456789" and word[1] not in "百千万")
        if number > 60 and number % 10 and word.isascii():
            return _two_digits(number)
        if read or r.kind(i + 2) in _BELOW_YEAR or _dated_by(r, i) or (r.kind(i + 2) == "num" and r.kind(i + 3) in ("月", "季度", "monthpart")):
            return _two_digits(number)
        return None
    if unit == "yearpart" and 0 <= number < 100 and len(word) == 2 and "十" not in word:
        return _two_digits(number)
    return None


def _dated_by(r: Reader, i: int) -> bool:
    """Tell whether a word before 18年 shows that it is a date: 在18年, 截至18年."""
    return r.word(i).isascii() and (r.kind(i - 1) == "截" or r.precedes(i)[-1:] in ("在", "到", "从", "自")) and (
        r.follows(i + 2)[:1] not in set("里内间时中前后的之")
    )


_BELOW_YEAR = {"half", "季节", "wholeyear", "edge", "monthnum", "yearpart", "fest"}


def _two_digits(number: int) -> int:
    return number + (2000 if number < 50 else 1900)


def _year_step(r: Reader, i: int, year: int) -> Step | None:
    """Read what follows a year number: ``i`` is the token behind the number."""
    unit = r.kind(i)
    if unit in ("学年",):
        return Moment("year", day_of(year, 9), day_of(year + 1, 9), stated=True), i + 1
    whole = replace(span_of(day_of(year), "year"), stated=True)
    if unit == "年度" and r.kind(i) and r.follows(i + 1)[:1] == "末":
        return whole, i + 1
    if unit in ("年", "年度", "财年"):
        return under_year(r, i + 1, whole)
    if unit in ("yearpart", "qsign"):
        return under_year(r, i, whole)
    return None


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


def _year_relative(r: Reader, i: int) -> Step | None:
    offset = int(r.tokens[i].value)
    if r.kind(i) == "year":
        base: datetime | None = r.today()
    else:
        near = r.near(i)
        base = near.start if near else (r.today() if offset else None)
    year = span_of(shift(base, "year", offset) if base else None, "year")
    return under_year(r, i + 1, replace(year, stated=True, vague=base is None and r.kind(i) == "ctxyear"))


def _era(r: Reader, i: int) -> Step | None:
    offset = int(r.tokens[i].value)
    number = r.number(i + 1)
    if offset < 0 and r.kind(i + 2) == "世纪":
        return Moment("century", stated=True), i + 3
    if number < 1 or r.kind(i + 2) not in ("年", "yearpart", "年度"):
        return None
    if offset < 0:
        return (Moment("year", stated=True), i + 3) if r.kind(i + 2) == "年" else None
    if number + offset > 2999:
        return None
    return _year_step(r, i + 2, number + offset)


def _year_of(r: Reader, i: int) -> Moment:
    """Return the year that completes a month or quarter at token ``i``."""
    base, stated = r.base(i)
    return replace(span_of(base, "year"), stated=stated)


def _bare(r: Reader, i: int) -> Step | None:
    """Read what needs a year from elsewhere: 12月3日, 上半年, 一季度, 年底, 春季."""
    year = _year_of(r, i)
    moment, j = under_year(r, i, year)
    if j == i:
        return None
    if not year.stated and not moment.stated and moment.start and moment.until and r.reference and not moment.vague:
        years = -1 if moment.until > r.reference else 1
        other = under_year(r, i, span_of(shift(year.start or moment.start, "year", years), "year"))[0]
        if other.start and other.until:
            moment = replace(moment, also=((other.start, other.until),))
    return replace(moment, stated=moment.stated or year.stated), j


# -- inside a year ---------------------------------------------------------------------------------------------------


def _month_or_quarter(r: Reader, i: int, year: Moment) -> Step | None:
    """Read 3月…, 3至5月, 第一季度, 一至三季度."""
    at = i + (r.kind(i) == "第")
    first = last = r.number(at)
    end = at + 1
    if r.kind(end) == "至":
        second = end + 1 + (r.kind(end + 1) == "第")
        if r.number(second) > first > 0 and r.kind(second + 1) in ("月", "季度", "季", "monthpart"):
            last, end = r.number(second), second + 1
    unit = r.kind(end)
    if unit in ("季度", "季"):
        if unit == "季" and (not year.stated or r.follows(end + 1)[:1] not in _FREE):
            return None
        return (_part_of_year(year, "quarter", first, last), end + 1) if 1 <= first <= last <= 4 else None
    if unit == "quarterpart":
        quarter = _part_of_year(year, "quarter", first, last)
        return (_edge(quarter, "end"), end + 1) if 1 <= first <= last <= 4 else None
    if r.kind(i) == "第" or not 1 <= first <= last <= 12:
        return None
    if unit == "月" and r.kind(end + 1) == "lunarday":
        return read_lunar(r, i, year)
    if unit == "月":
        whole = _part_of_year(year, "month", first, last)
        return (whole, end + 1) if last > first else _under_month(r, end + 1, whole)
    if unit == "monthpart":
        return _under_month(r, end, _part_of_year(year, "month", last, last))
    return None


_FREE = {"", "，", "。", "、", "；", "末", "同", "实", "完", "全", ")", " ", "\n"}


def _part_of_year(year: Moment, unit: str, first: int, last: int) -> Moment:
    if year.start is None:
        return Moment(unit if first == last else "year")
    start = shift(floor(year.start, "year"), unit, first - 1)
    return Moment(unit if first == last else "range", start, shift(start, unit, last - first + 1))


def _half(r: Reader, i: int, year: Moment) -> Step:
    number = int(r.tokens[i].value)
    return _edged(r, i + 1, _part_of_year(year, "half", number, number))


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
    return _part_of_year(year, unit, number, number), i + 1


def _first_of_year(r: Reader, i: int, year: Moment) -> Step | None:
    """Read 前11个月, 前三季度, 前两个季度, 头三个月."""
    count = r.number(i + 1)
    at = i + 2 + (r.kind(i + 2) == "个")
    unit = {"月": "month", "季度": "quarter"}.get(r.kind(at))
    if unit is None or not 1 <= count <= (12 if unit == "month" else 4) or (unit == "month" and at == i + 2):
        return None
    return _part_of_year(year, unit, 1, count), at + 1


def _edged(r: Reader, i: int, whole: Moment) -> Step:
    """Read 初, 末, 中期 … behind a stretch."""
    if r.kind(i) == "edge":
        return _edge(whole, r.tokens[i].value), i + 1
    return whole, i


def _edge(whole: Moment, part: str) -> Moment:
    """Return the end (its last day, a stock's date), start, middle or late part of a stretch."""
    if whole.start is None or whole.until is None:
        return Moment("day" if part == "end" else "range", stock=part == "end", vague=part != "end", stated=whole.stated)
    start, until = whole.start, whole.until
    if part == "end" and whole.grain not in ("decade", "century"):
        return replace(whole, grain="day", start=shift(until, "day", -1), stock=True)
    length = (until - start) / 3
    third = {"start": (start, start + length), "early": (start, start + length), "mid": (start + length, until - length)}
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
    return _edge(replace(year, grain="year"), r.tokens[i].value), i + 1


def _quarter_part(r: Reader, i: int) -> Step:
    return _edge(span_of(r.base(i)[0], "quarter"), r.tokens[i].value), i + 1


def _season_relative(r: Reader, i: int) -> Step:
    """Read 今春, 去冬."""
    offset, month = (int(p) for p in r.tokens[i].value.split(":"))
    today = r.today()
    if today is None:
        return Moment("quarter", vague=True), i + 1
    start = day_of(today.year + offset, month)
    return Moment("quarter", start, shift(start, "month", 3), vague=True, stated=True), i + 1


def _first_month(r: Reader, i: int, year: Moment) -> Step:
    return _under_month(r, i + 1, _part_of_year(year, "month", 1, 1))


# -- months and days -------------------------------------------------------------------------------------------------


def _under_month(r: Reader, i: int, month: Moment) -> Step:
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
        return _edge(month, r.tokens[i].value), i + 1
    day = r.number(i)
    if 1 <= day <= 31:
        if r.kind(i + 1) in ("日", "号"):
            return _day(month, day), i + 2
        last = r.number(i + 2)
        if r.kind(i + 1) == "至" and day < last <= 31 and r.kind(i + 3) in ("日", "号"):
            return _day(month, day, last), i + 4
        if r.kind(i + 1) == "至" and 1 <= last <= 12 and r.kind(i + 3) == "月" and r.number(i + 4) > 0:
            return _day(month, day), i + 1  # 10月22至12月30日
    return month, i


def _day(month: Moment, first: int, last: int = 0) -> Moment:
    if month.start is None:
        return Moment("day" if not last else "range")
    start = day_of(month.start.year, month.start.month, first)
    until = shift(day_of(start.year, start.month, last or first), "day", 1)
    return Moment("range" if last else "day", start, until)


def _numbered(r: Reader, i: int) -> Step | None:
    """Read what begins with a number: a year, a month, a day, a quarter, a decade, a century."""
    year = _year_number(r, i)
    if year is not None:
        return _year_step(r, i + 1, year)
    unit = r.kind(i + 1)
    if unit == "qsign" and 1900 <= r.number(i) <= 2100:
        return under_year(r, i + 1, replace(span_of(day_of(r.number(i)), "year"), stated=True))
    if unit == "至":
        return _numbered_range(r, i)
    if unit == "和":
        return _listed(r, i)
    if unit in ("月", "monthpart", "季度", "季", "quarterpart"):
        return _bare(r, i)
    if unit in ("日", "号"):
        return _bare_day(r, i)
    if unit in ("世纪", "年代"):
        return _century(r, i)
    return None


def _numbered_range(r: Reader, i: int) -> Step | None:
    """Read 2016—2020年, 2018-2019学年, 1至11月, 一至三季度, 3—8日."""
    first, last, unit = r.number(i), r.number(i + 2), r.kind(i + 3)
    if unit in ("年", "年度", "学年", "财年") and 1000 <= first < 3000 and len(r.word(i)) == 4:
        if last < 100 and len(r.word(i + 2)) == 2:
            last += first // 100 * 100
        if not first < last < 3000:
            return None
        school = unit == "学年" or (unit == "年度" and last == first + 1)
        if unit == "学年":
            return Moment("year", day_of(first, 9), day_of(last, 9), stated=True), i + 4
        return Moment("range", day_of(first), day_of(last + 1), stated=True, vague=school), i + 4
    if unit in ("月", "季度", "季", "monthpart"):
        return _bare(r, i)
    if unit in ("日", "号") and 0 < first < last <= 31:
        low, high = _bare_day(r, i, unit_at=i + 3), _bare_day(r, i + 2)
        if low and high and low[0].start and high[0].until:
            return Moment("range", low[0].start, high[0].until), i + 4
    return None


def _listed(r: Reader, i: int) -> Step | None:
    """Read the first of 2016、2017年 and 3、4月: its unit stands behind the last."""
    number, at = r.number(i), i + 2
    while r.kind(at) == "num" and r.kind(at + 1) == "和" and at < i + 12:
        at += 2
    unit = r.kind(at + 1)
    if r.number(at) < 0 or r.word(i + 1) != "、" or r.precedes(i)[-1:] in ("", "\n"):
        return None
    if unit == "年" and 1000 <= number < 3000 and 1000 <= r.number(at) < 3000:
        return replace(span_of(day_of(number), "year"), stated=True), i + 1
    if unit == "月" and 1 <= number < r.number(at) <= 12:
        year = _year_of(r, i)
        return replace(_part_of_year(year, "month", number, number), stated=year.stated), i + 1
    if unit == "季度" and 1 <= number < r.number(at) <= 4:
        year = _year_of(r, i)
        return replace(_part_of_year(year, "quarter", number, number), stated=year.stated), i + 1
    return None


_DAY_NO = set("，。、；！？,;!?)）」”\n\t 前后起至到之以我你他她它们咱去来在是开要就会可能回走见交发上下早晚中凌那这及和与或吧吗呢")


def _bare_day(r: Reader, i: int, unit_at: int = 0) -> Step | None:
    """Read 15日, 15号: the month is the text's last one, or the reference's."""
    at = unit_at or i + 1
    day = r.number(i)
    if not 1 <= day <= 31 or r.precedes(i)[-1:] in _BEFORE_NO:
        return None
    if r.kind(i - 1) == "月" and r.kind(i - 2) == "num":
        return None
    if r.kind(at) == "号" and not (r.follows(at + 1)[:1] in _DAY_NO or r.follows(at + 1) == "" or r.kind(at + 1)):
        return None
    if r.kind(at) == "日" and (r.kind(at + 1) == "within" or (day == 1 and r.kind(at + 1) == "num" and r.kind(at + 2) == "")):
        return None
    base, stated = r.base(i)
    if base is None:
        return Moment("day"), at + 1
    moment = _day(span_of(base, "month"), day)
    return replace(moment, stated=stated), at + 1


_BEFORE_NO = set("第〕]】)》路街巷道弄院门楼里") | set("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def _century(r: Reader, i: int) -> Step | None:
    """Read 20世纪, 20世纪80年代, 80年代初."""
    number = r.number(i)
    if r.kind(i + 1) == "年代":
        if number >= 1000 and number % 10 == 0 and number < 3000:
            decade = number
        elif 10 <= number < 100 and number % 10 == 0:
            decade = number + (1900 if number >= 30 else 2000)
        else:
            return None
        return _edged(r, i + 2, replace(span_of(day_of(decade), "decade"), stated=True))
    if not 1 <= number <= 30:
        return None
    start = day_of(max((number - 1) * 100, 1))
    return _under_century(r, i + 2, Moment("century", start, day_of(number * 100), stated=True))


def _under_century(r: Reader, i: int, century: Moment) -> Step:
    number = r.tokens[i].number
    if r.kind(i + 1) == "年代" and 0 <= number < 100 and number % 10 == 0:
        if century.start is None:
            return Moment("decade"), i + 2
        start = day_of(century.start.year // 100 * 100 + number)
        decades = replace(span_of(start, "decade", 2 if r.kind(i) == "approx" else 1), stated=True)  # 五六十年代
        return _edged(r, i + 2, decades)
    return _edged(r, i, century)


def _century_relative(r: Reader, i: int) -> Step:
    today = r.today()
    century = span_of(shift(today, "century", int(r.tokens[i].value)) if today else None, "century")
    return _under_century(r, i + 1, century)


def _month_relative(r: Reader, i: int) -> Step:
    near = r.near(i)
    if r.kind(i) == "month":
        base = r.today()
    else:
        base = near.start if near else r.today()
    month = span_of(shift(base, "month", int(r.tokens[i].value)) if base else None, "month")
    moment, j = _under_month(r, i + 1, month)
    return replace(moment, stated=base is not None and r.kind(i) == "ctxmonth"), j


def _month_edge(r: Reader, i: int) -> Step:
    base, stated = r.base(i)
    near = r.near(i)
    if near and near.grain in ("year", "range", "half", "quarter"):
        base = r.today() if near.start and r.today() and near.start.year == (r.today() or near.start).year else None
    return replace(_edge(span_of(base, "month"), r.tokens[i].value), stated=stated), i + 1


def _xun(r: Reader, i: int) -> Step | None:
    base, stated = r.base(i)
    moment, j = _under_month(r, i, span_of(base, "month"))
    return replace(moment, stated=stated), j


def _day_relative(r: Reader, i: int) -> Step:
    near = r.near(i)
    base = r.today() if r.kind(i) == "day" else (near.start if near else r.today())
    day = span_of(shift(base, "day", int(r.tokens[i].value)) if base else None, "day")
    if near and r.kind(i) == "ctxday" and near.grain not in ("day", "hour", "minute", "second", "part"):
        day = replace(NOWHERE, grain="day")
    return day, i + 1


# -- weeks -----------------------------------------------------------------------------------------------------------


def _weekday(r: Reader, i: int) -> int:
    """Return 1 to 7 for the weekday name that ends with token ``i``, 0 for none."""
    if r.kind(i) in ("日", "天"):
        return 7 if r.kind(i) == "日" or r.word(i - 1)[-1] != "周" else 0
    return r.number(i) if 1 <= r.number(i) <= 6 and len(r.word(i)) == 1 and r.word(i) not in "123456" else 0


def _week(r: Reader, i: int) -> Step | None:
    """Read 本周, 上周五, 下个星期天, 周三."""
    if r.kind(i) == "周" and not _week_free(r, i):
        return None
    weekday = _weekday(r, i + 1)
    today = r.today()
    if r.kind(i) == "周" and not weekday:
        return None
    offset = int(r.tokens[i].value or 0)
    week = span_of(shift(today, "week", offset) if today else None, "week")
    if not weekday:
        return week, i + 1
    if week.start is None or today is None:
        return Moment("day"), i + 2
    start = shift(week.start, "day", weekday - 1)
    day = Moment("day", start, shift(start, "day", 1))
    if r.kind(i) == "周":
        other = shift(start, "week", 1 if start < today else -1)
        day = replace(day, also=((other, shift(other, "day", 1)),))
    return day, i + 2


def _week_free(r: Reader, i: int) -> bool:
    """Tell a weekday from 两周一次, 每周五天 and the surname 周."""
    if r.kind(i - 1) == "个" and r.kind(i - 2) == "每":
        return True
    if r.kind(i - 1) == "num" and r.kind(i - 2) in ("周", "week"):  # 周六周日
        return True
    if r.kind(i - 1) in ("num", "每", "半", "个"):
        return r.kind(i - 1) == "每" and r.follows(i + 2)[:1] not in set("次天个名场回批件趟小种期百千万")
    return r.follows(i + 2)[:1] not in set("次百千万鸣围径")


def _weekend(r: Reader, i: int) -> Step:
    today = r.today()
    if today is None:
        return Moment("range"), i + 1
    week = span_of(shift(today, "week", int(r.tokens[i].value)), "week")
    assert week.until is not None  # noqa: S101 - a placed week has both ends
    return Moment("range", shift(week.until, "day", -2), week.until), i + 1


def _quarter_relative(r: Reader, i: int) -> Step:
    today = r.today()
    quarter = span_of(shift(today, "quarter", int(r.tokens[i].value)) if today else None, "quarter")
    return _edged(r, i + 1, quarter)


# -- written dates, plans, anniversaries -----------------------------------------------------------------------------


def _iso(r: Reader, i: int) -> Step:
    word = r.word(i)
    year, month, *day = (int(p) for p in word.replace("/", "-").replace(".", "-").split("-"))
    if day:
        return replace(days(year, month, day[0]), stated=True), i + 1
    return replace(span_of(day_of(year, month), "month"), stated=True), i + 1


def _fiscal(r: Reader, i: int) -> Step | None:
    """Read 2023/24年度 (April to March) and 2023/24学年 (September to August)."""
    first, last = (int(p) for p in r.word(i).split("/"))
    if (first + 1) % 100 != last % 100 or not r.kind(i + 1):
        return None
    month = 9 if r.kind(i + 1) == "学年" else 4
    return Moment("year", day_of(first, month), day_of(first + 1, month), stated=True, vague=month == 4), i + 2


def _plan(r: Reader, i: int) -> Step | None:
    """Read “十三五”: the short numbers need quotes and a cue (“八五”计划), 十三五 stands alone."""
    name = r.word(i).strip("“”\"「」『』")
    number = 10 if name == "十五" else "一二三四五六七八九".find(name[-2]) + 1 + (10 if name[0] == "十" else 0)
    if len(name) == 2 and r.kind(i + 1) not in ("during", "edge") and r.follows(i + 1) not in ("规划", "计划", "时期"):
        return None
    if not 1 <= number <= 19 or (len(r.word(i)) - len(name)) == 1:
        return None
    first, last = plan_years(number)
    plan = Moment("plan", day_of(first), day_of(last + 1))
    return _edged(r, i + 1, plan)


def _whole_year(r: Reader, i: int) -> Step:
    return replace(_year_of(r, i)), i + 1


def _jubilee(r: Reader, i: int) -> Step | None:
    """Read 建党百年 and 新中国成立70周年: the year of the anniversary."""
    base = int(r.tokens[i].value)
    if r.kind(i) == "jubilee":
        return replace(span_of(day_of(base), "year"), stated=False), i + 1
    count = r.number(i + 1)
    if r.kind(i + 2) != "周年" or not 1 <= count <= 300:
        return None
    return span_of(day_of(base + count), "year"), i + 3


def _now(r: Reader, i: int) -> Step:
    return span_of(r.today(), "day"), i + 1


_IN_YEAR = {
    "half": _half,
    "季节": _season,
    "qsign": _quarter_sign,
    "前": _first_of_year,
    "头": _first_of_year,
    "yearpart": _year_part,
    "edge": _year_part,
    "monthnum": _first_month,
    "fest": read_feast,
    "festnum": read_feast,
    "lunar": read_lunar,
    "lunarmonth": read_lunar,
    "闰": read_lunar,
}
_RULES = {
    "era": _era,
    "year": _year_relative,
    "ctxyear": _year_relative,
    "month": _month_relative,
    "ctxmonth": _month_relative,
    "day": _day_relative,
    "ctxday": _day_relative,
    "week": _week,
    "周": _week,
    "weekend": _weekend,
    "quarter": _quarter_relative,
    "qsign": _bare,
    "century": _century_relative,
    "第": _bare,
    "half": _bare,
    "前": _bare,
    "头": _bare,
    "yearpart": _bare,
    "monthpart": _month_edge,
    "quarterpart": _quarter_part,
    "monthnum": _bare,
    "fest": _bare,
    "festnum": _bare,
    "lunar": _bare,
    "lunarmonth": _bare,
    "闰": _bare,
    "xun": _xun,
    "iso": _iso,
    "yearmonth": _iso,
    "fiscal": _fiscal,
    "plan": _plan,
    "wholeyear": _whole_year,
    "founding": _jubilee,
    "jubilee": _jubilee,
    "now": _now,
    "seasonrel": _season_relative,
}
