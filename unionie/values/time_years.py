"""Years and what numbers begin: 2018年, 18年底, 民国107年, 12月3日, 15日, 1至11月, 2016—2020年, 20世纪80年代.

Enters: a reader and a token index. Leaves: moments. Next: ``time_points``.
"""

from __future__ import annotations

from dataclasses import replace

from unionie.values.time_calendar import BEFORE_REPUBLIC, day_of, shift
from unionie.values.time_durations import counts_days
from unionie.values.time_lists import listed_at, listed_days
from unionie.values.time_months import day_in, edged, two_months, under_year
from unionie.values.time_reader import Moment, Reader, Step, span_of
from unionie.values.time_schools import read_school_part

__all__ = ["read_century_word", "read_era", "read_in_year", "read_numbered", "read_two_months", "year_around"]


def _year_number(r: Reader, i: int) -> int | None:
    """Return the year that number token ``i`` writes before 年, 年底 … or None where it counts years."""
    number, word, unit = r.number(i), r.word(i), r.kind(i + 1)
    if unit not in ("年", "年度", "财年", "学年", "yearpart"):
        return None
    if _counts_from_1911(r, i):
        return number + BEFORE_REPUBLIC
    if 1000 <= number <= 2999 and len(word) == 4 and not any(c in word for c in "十百千,"):
        behind = r.kind(i + 2) in ("since", "before", "after") and number < 1500
        return None if behind or r.kind(i + 2) == "多" else number
    if "千" in word and 1900 < number < 2100 and number % 10:  # 两千零八年
        return number
    if unit == "年" and number < 100 and len(word) == 2 and "十" not in word:
        read = word[0] in "0〇零" or (word[0] not in "0123456789" and word[1] not in "百千万")
        if r.kind(i + 2) in ("前", "before") and r.kind(i + 3) == "day":  # 88年前的今天
            return None
        if number > 60 and number % 10 and word.isascii():
            return _two_digits(number)
        if (
            read
            or r.kind(i + 2) in _BELOW_YEAR
            or _dated_by(r, i)
            or (r.kind(i + 2) == "num" and r.kind(i + 3) in ("月", "季度", "monthpart"))
        ):
            return _two_digits(number)
        return None
    if unit == "yearpart" and 0 <= number < 100 and len(word) == 2 and "十" not in word:
        return _two_digits(number)
    return None


def _counts_from_1911(r: Reader, i: int) -> bool:
    """Tell whether 109年 is a year of the republic: near the reference, and no length (建校109年, 109年来)."""
    number = r.number(i)
    one_by_one = len(r.word(i)) == 3 and set(r.word(i)) <= _DIGITS  # 一一三年: no length is written so
    if not 90 <= number <= 130 or not (r.word(i).isascii() or one_by_one):
        return False
    if not (r.republic or (r.reference and number >= 100)):
        return False
    if r.reference and abs(r.reference.year - number - BEFORE_REPUBLIC) > 12:
        return False
    if r.kind(i + 1) == "yearpart":
        return r.follows(i + 2)[:1] not in ("蕴", "子", "色")
    if not (r.republic or one_by_one):
        return False
    if r.kind(i + 1) == "学年" or r.kind(i + 2) in _BELOW_YEAR:
        return True
    dated = r.kind(i + 2) == "num" and r.kind(i + 3) in ("月", "季度", "monthpart")
    placed = r.kind(i - 1) == "截" or r.precedes(i)[-1:] in ("", *"（(，。；：、在于自从至到截较比与\n\u3000")
    return r.kind(i + 1) == "年度" or dated or (placed and r.follows(i + 2)[:1] not in _LASTED)


_DIGITS = set("〇零一二三四五六七八九")
_LASTED = set("来间里以之多历的前后内中期半级制")  # behind years that are counted: 在105年间


def _dated_by(r: Reader, i: int) -> bool:
    """Tell whether a word before 18年 shows that it is a date: 在18年, 截至18年."""
    return (
        r.word(i).isascii()
        and (r.kind(i - 1) == "截" or r.precedes(i)[-1:] in ("在", "到", "从", "自"))
        and (r.follows(i + 2)[:1] not in set("里内间时中前后的之"))
    )


_BELOW_YEAR = {"half", "qsign", "季节", "wholeyear", "edge", "monthnum", "yearpart", "fest", "第"}


def _two_digits(number: int) -> int:
    return number + (2000 if number < 50 else 1900)


def _year_step(r: Reader, i: int, year: int) -> Step | None:
    """Read what follows a year number: ``i`` is the token behind the number."""
    unit = r.kind(i)
    if unit in ("学年",):
        return read_school_part(r, i + 1, year, year + 1)
    whole = replace(span_of(day_of(year), "year"), stated=True)
    if unit == "年度" and r.kind(i) and r.follows(i + 1)[:1] == "末":
        return whole, i + 1
    if unit in ("年", "年度", "财年"):
        return under_year(r, i + 1, whole)
    if unit in ("yearpart", "qsign"):
        return under_year(r, i, whole)
    return None


def read_era(r: Reader, i: int) -> Step | None:
    """Return the year of 民国107年, 令和元年 and 公元618年; years and centuries before the era stay unplaced."""
    offset = int(r.tokens[i].value)
    if r.kind(i + 1) == "元年" and offset > 0:
        return under_year(r, i + 2, replace(span_of(day_of(offset + 1), "year"), stated=True))
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


def year_around(r: Reader, i: int) -> Moment:
    """Return the year that completes a month or quarter at token ``i``."""
    base, stated = r.base(i)
    return replace(span_of(base, "year"), stated=stated)


def read_in_year(r: Reader, i: int) -> Step | None:
    """Read what needs a year from elsewhere: 12月3日, 上半年, 一季度, 年底, 春季."""
    if r.kind(i) == "yearpart" and r.kind(i - 1) == "num" and r.tokens[i - 1].end == r.tokens[i].start:
        return None  # a number that is no year stands before it
    year = year_around(r, i)
    if year.start and _to_next_end(r, i):
        year = replace(year, start=shift(year.start, "year", 1), until=shift(year.until or year.start, "year", 1))
    moment, j = under_year(r, i, year)
    if j == i:
        return None
    if not year.stated and not moment.stated and moment.start and moment.until and r.reference and not moment.vague:
        years = -1 if moment.until > r.reference else 1
        other = under_year(r, i, span_of(shift(year.start or moment.start, "year", years), "year"))[0]
        if other.start and other.until:
            moment = replace(moment, also=((other.start, other.until),))
    moment = _of_running_winter(r, i, year, moment)
    return replace(moment, stated=moment.stated or year.stated), j


def _of_running_winter(r: Reader, i: int, year: Moment, moment: Moment) -> Moment:
    """Return a lunar date that reaches into the next year (腊月廿三) in the winter nearest to the date around it."""
    base, near = r.base(i)[0], r.near(i)
    if base is None or year.start is None or year.until is None or moment.start is None or moment.until is None:
        return moment
    if moment.until <= year.until or moment.vague or (near and near.grain == "year"):
        return moment
    other = under_year(r, i, span_of(shift(year.start, "year", -1), "year"))[0]
    if other.start is None or other.until is None or abs(other.start - base) >= abs(moment.start - base):
        return moment
    also = () if year.stated else ((moment.start, moment.until),)
    return replace(moment, start=other.start, until=other.until, also=also)


_SAME_CLAUSE = 40


def _to_next_end(r: Reader, i: int) -> bool:
    """Tell whether 年末 ends what began with the year end before it: 由去年末的931户减至年末的152户."""
    near = r.near(i)
    if near is None or not near.stock or r.kind(i) != "yearpart" or r.tokens[i].value != "end":
        return False
    if r.tokens[i].start - r.anchor_at > _SAME_CLAUSE:
        return False
    between = r.text[r.anchor_at : r.tokens[i].start]
    last = near.start is not None and (near.start.month, near.start.day) == (12, 31)
    return last and between[-1:] in ("至", "到") and not any(c in between for c in "。；;\n")


def read_numbered(r: Reader, i: int) -> Step | None:
    """Read what begins with a number: a year, a month, a day, a quarter, a decade, a century."""
    year = _year_number(r, i)
    if year is not None:
        return _year_step(r, i + 1, year)
    unit = r.kind(i + 1)
    if 1900 <= r.number(i) <= 2100 and len(r.word(i)) == 4 and (unit in _BELOW_BARE or _is_quarter(r, i + 1)):
        inside, j = under_year(r, i + 1, replace(span_of(day_of(r.number(i)), "year"), stated=True))
        return (inside, j) if j > i + 1 else None
    if unit == "至":
        return _numbered_range(r, i)
    if unit == "和":
        return _listed(r, i)
    if unit in ("月", "monthpart", "季度", "季", "quarterpart"):
        return read_in_year(r, i)
    if unit in ("日", "号"):
        return _bare_day(r, i)
    if unit in ("世纪", "年代"):
        return _century(r, i)
    return None


def _short_years(r: Reader, i: int) -> bool:
    """Tell whether 95-98年 and 08-12年 are years: of two digits, that count nothing (16-18年)."""
    return _is_short_year(r.word(i)) and len(r.word(i + 2)) == 2 and r.word(i + 2).isdigit()


def _is_short_year(word: str) -> bool:
    return len(word) == 2 and word.isdigit() and (word[0] == "0" or int(word) > _COUNTABLE)


_COUNTABLE = 60  # years that a range may count
_BELOW_BARE = {"qsign", "half", "wholeyear", "firstquarter", "第", "前", "头", "fest", "festnum", "季节"}


def _is_quarter(r: Reader, i: int) -> bool:
    """Tell whether a numbered quarter stands at token ``i``, which a year without 年 precedes: 2018一季度."""
    return 1 <= r.number(i) <= 4 and not r.word(i).isascii() and r.kind(i + 1) == "季度"


def _numbered_range(r: Reader, i: int) -> Step | None:
    """Read 2016—2020年, 2018-2019学年, 2025-26财政年度 (as read_fiscal), 1至11月, 一至三季度, 3—8日."""
    first, last, unit = r.number(i), r.number(i + 2), r.kind(i + 3)
    if unit == "年" and _short_years(r, i):
        first, last = _two_digits(first), _two_digits(last)
        return (Moment("range", day_of(first), day_of(last + 1), stated=True), i + 4) if first < last else None
    if unit in ("年", "年度", "学年", "财年") and 1000 <= first < 3000 and len(r.word(i)) == 4:
        if last < 100 and len(r.word(i + 2)) == 2:
            last += first // 100 * 100
        if not first < last < 3000:
            return None
        school = unit == "学年" or (unit == "年度" and last == first + 1)
        if unit == "学年":
            return read_school_part(r, i + 4, first, last)
        if unit == "财年" and last == first + 1:
            return Moment("range", day_of(first, 4), day_of(last, 4), stated=True, vague=True), i + 4
        return Moment("range", day_of(first), day_of(last + 1), stated=True, vague=school), i + 4
    if unit == "num" and r.number(i + 3) == last - first + 1 and r.kind(i + 4) == "年" and len(r.word(i)) == 4:
        years = Moment("range", day_of(first), day_of(last + 1), stated=True)  # 2016至2018三年
        return years, i + 5 + (r.kind(i + 5) == "inside")
    if unit in ("月", "季度", "季", "monthpart"):
        return read_in_year(r, i)
    if unit in ("日", "号") and 0 < first < last <= 31:
        low, high = _bare_day(r, i, unit_at=i + 3), _bare_day(r, i + 2)
        if low and high and low[0].start and high[0].until:
            return Moment("range", low[0].start, high[0].until), i + 4
    return None


def read_two_months(r: Reader, i: int) -> Step | None:
    """Read 三四月, in the year around it, and 八九十年代."""
    if r.kind(i + 1) == "年代":
        return _decades(r, i, 0)
    year = year_around(r, i)
    found = two_months(r, i, year)
    return found and (replace(found[0], stated=year.stated), found[1])


def _listed(r: Reader, i: int) -> Step | None:
    """Read the first of 2016、2017年 and 5、6日, whose unit stands behind the last; 3、4月 and 60、70年代 whole."""
    listed = listed_at(r, i)
    unit = r.kind(listed.unit) if listed else ""
    item = r.is_item(i) or r.precedes(i)[-1:] in ("。", "；", ";")  # of which it would be the number
    if listed and unit == "年" and _is_short_year(r.word(i)) and _is_short_year(r.word(listed.unit - 1)):  # 95、96年
        return replace(span_of(day_of(_two_digits(listed.first)), "year"), stated=True), i + 1
    if (
        listed is None
        or r.kind(i - 1) == "至"
        or (item and listed.first < 100 and unit != "年代" and not (unit == "月" and listed.summed and listed.unbroken))
    ):
        return None
    if unit in ("年", "年度") and listed.first >= 1000 and listed.last < 3000:
        if listed.summed:
            years = Moment("range", day_of(listed.first), day_of(listed.last + 1), stated=True)
            return (years, listed.unit + 1) if listed.unbroken else None
        return replace(span_of(day_of(listed.first), "year"), stated=True), i + 1
    if unit in ("日", "号", "天"):
        return _listed_days(r, i)
    if unit == "年代":
        return _decades(r, i, 0)
    return read_in_year(r, i) if unit in ("月", "季度") else None


_DAY_NO = set(
    "，。、；！？,;!?)）」”\n\t 召前后起至到之以我你他她它们咱去来在是开要就会可能回走出见交发上下早晚中凌那这及和与或"
)


def _bare_day(r: Reader, i: int, unit_at: int = 0) -> Step | None:
    """Read 15日, 15号: the month is the text's last one, or the reference's."""
    at = unit_at or i + 1
    day = r.number(i)
    before = r.precedes(i)[-1:]
    if not 1 <= day <= 31 or before == "第" or "A" <= before <= "Z" or (r.kind(at) == "号" and before in _BEFORE_NO):
        return None
    if r.kind(i - 1) == "月" and r.kind(i - 2) == "num":
        return None
    if r.kind(at) == "号" and (not _is_day(r, i, at) or (r.kind(i - 1) == "至" and r.number(i - 2) > 31)):
        return None
    if r.kind(at) == "日" and (
        counts_days(r, i, at) or (day == 1 and r.kind(at + 1) == "num" and r.kind(at + 2) == "")
    ):
        return None
    base, stated = r.base(i)
    if base is None:
        return Moment("day"), at + 1
    near, today = r.near(i), r.today()
    if near and near.grain in ("year", "half", "quarter") and today and today.year == base.year:
        base, stated = shift(today, "month", -(day > today.day)), False  # 今年上半年…；截至4日: of the month past
    moment = day_in(span_of(base, "month"), day)
    return replace(moment, stated=stated), at + 1


def _is_day(r: Reader, i: int, at: int) -> bool:
    """Tell 15号 (a day) from 15号楼, 神舟十七号 and 1号线."""
    if r.kind(at + 1):
        return r.kind(at + 1) in _BEHIND_NO
    before = r.precedes(i)[-1:]
    named = r.word(i)[0] not in "0123456789" and before >= "一" and before not in "在于到从至自约定本月"
    return not named and (r.follows(at + 1)[:1] in _DAY_NO or r.follows(at + 1) == "")


_BEHIND_NO = {"part", "clock", "前", "before", "after", "onward", "至", "parenday"}
_BEFORE_NO = set("〕]】)》路街巷道弄院门楼里")


def _century(r: Reader, i: int) -> Step | None:
    """Read 20世纪, 20世纪80年代, 80年代初."""
    if r.kind(i + 1) == "年代":
        return _decades(r, i, 0)
    number = r.number(i)
    if not 1 <= number <= 30:
        return None
    start = day_of(max((number - 1) * 100, 1))
    return _under_century(r, i + 2, Moment("century", start, day_of(number * 100), stated=True))


def _listed_days(r: Reader, i: int) -> Step | None:
    listed = listed_days(r, i)
    first = _bare_day(r, i, unit_at=listed.unit) if listed else None
    if listed is None or first is None or first[0].start is None or not listed.summed:
        return first and (first[0], i + 1)
    return replace(day_in(span_of(first[0].start, "month"), listed.first, listed.last), stated=first[0].stated), first[
        1
    ]


def _decades(r: Reader, i: int, century: int) -> Step | None:
    """Read 80年代, 60、70年代 and 五六十年代, of the year with which a century begins (0: of none that is named)."""
    listed, number = listed_at(r, i), r.tokens[i].number
    count, at = 2 if r.kind(i) == "approx" else 1, i + 1
    if listed:
        number, count, at = listed.decades, listed.members, listed.unit
    if r.kind(at) != "年代" or number < 0 or number % 10:
        return None
    if century and number < 100:
        decade = century + number
    elif century or not (10 <= number < 100 or 1000 <= number < 3000):
        return None
    else:
        decade = number + (0 if number >= 1000 else 1900 if number >= 30 else 2000)
    return edged(r, at + 1, replace(span_of(day_of(decade), "decade", count), stated=True))


def _under_century(r: Reader, i: int, century: Moment) -> Step:
    if century.start is None:
        number = r.tokens[i].number
        return (Moment("decade"), i + 2) if r.kind(i + 1) == "年代" and 0 <= number < 100 else edged(r, i, century)
    return _decades(r, i, century.start.year // 100 * 100) or edged(r, i, century)


def read_century_word(r: Reader, i: int) -> Step:
    """Return the century of 上世纪, or its decade."""
    today = r.today()
    century = span_of(shift(today, "century", int(r.tokens[i].value)) if today else None, "century")
    return _under_century(r, i + 1, century)
