"""Whole time expressions: ranges, stock dates, turns, times so far away, vague times.

Enters: a reader and a token index. Leaves: ``Found`` and the index behind it. Next: ``times`` writes them as ``Time``.

    phrase = 截至 point | 每 turn [point] | [从] point 至 point | point 以来 | 近 length | length 前 | point | length
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from unionie.values.time_calendar import SECONDS, shift
from unionie.values.time_clock import read_clock
from unionie.values.time_durations import Length, read_length
from unionie.values.time_points import read_point
from unionie.values.time_ranges import CLOCKS, Found, Phrase, kind_of, read_range, up_to_now, year_ending
from unionie.values.time_reader import NOWHERE, Moment, Reader, span_of
from unionie.values.time_turns import read_turn, read_turn_word

__all__ = ["read_phrase"]


FINE = ("hour", "minute", "second", "quarterhour")


def read_phrase(r: Reader, i: int) -> Phrase | None:
    """Return the longest time expression at token ``i``."""
    if r.kind(i - 1) == "name" and r.word(i - 1).endswith("分之"):  # 四分之一世纪
        return None
    rule = _RULES.get(r.kind(i))
    if rule is not None:
        found = rule(r, i)
        if found is not None:
            return found
    return read_range(r, i) or _length(r, i)


def _stock(r: Reader, i: int) -> Phrase | None:
    """Read 截至2018年底, 截至目前: the day on which a stock is counted."""
    found = read_point(r, i + 1)
    if found is None:
        return None
    moment, j = found
    if r.kind(j) == "止年度":
        return Found("range", year_ending(r, moment, j)), j + 1
    if r.kind(j) == "stop":
        length = read_length(r, j + 1) if r.word(j) == "止" else None
        if length and moment.until and moment.grain == "day":
            start = length[0].move(moment.until, -1)
            return Found("range", replace(moment, grain="range", start=start)), length[1]
        j += 1
    if moment.grain in CLOCKS:
        return Found(kind_of(moment), _counted_clock(r, replace(moment, stock=True))), j
    if moment.until is None:
        return Found("date", replace(moment, grain="day", stock=True)), j
    return Found("date", _counted_day(r, moment)), j


def _counted_day(r: Reader, moment: Moment) -> Moment:
    """Return the last day of a moment; of two readings the one that is not still to come (截至11月底, in January)."""
    ends = [moment.until, *(until for _, until in moment.also)]
    last = [shift(until, "day", -1) for until in ends if until]
    today = r.today()
    if today and last[0] > today:
        last.sort(key=lambda day: day > today)
    also = tuple((day, shift(day, "day", 1)) for day in last[1:])
    return replace(moment, grain="day", start=last[0], until=shift(last[0], "day", 1), stock=True, also=also)


def _counted_clock(r: Reader, moment: Moment) -> Moment:
    """Return a clock time on the day that is not still to come: 截至12月31日24时, in January."""
    today = r.today()
    if moment.start is None or moment.until is None or moment.dateless or today is None or not moment.also:
        return moment
    if moment.start <= shift(today, "day", 1):
        return moment
    start, until = moment.also[0]
    return replace(moment, start=start, until=until, also=((moment.start, moment.until),))


def _length(r: Reader, i: int) -> Phrase | None:
    """Read a length, or the point that lies so far before or behind: 三年, 三个月前, 两小时后, 五年来."""
    found = read_length(r, i)
    if found is None or r.precedes(i)[-1:] == "第":
        return None
    length, j = found
    if r.kind(j) == "since":
        return Found("range", _back(r, length)), j + 1
    if r.kind(j) in ("before", "前", "after"):
        kind, moment = _away(r, length, -1 if r.kind(j) != "after" else 1)
        same_day = r.kind(j) != "after" and r.kind(j + 1) == "day" and r.tokens[j + 1].value == "0"
        j += same_day and kind == "date"  # 88年前的今天
        clock = read_clock(r, j + 1, moment.start, dated=True) if kind == "date" and moment.start else None
        return (Found(kind_of(clock[0]), clock[0]), clock[1]) if clock else (Found(kind, moment), j + 1)
    if r.kind(j) in ("inside", "during") and _reaches_now(r, i, j, length):
        return Found("range", _back(r, length)), j + 1
    year = _two_digit_year(r, i, j)
    return Found("duration", year, length.seconds, length.vague), j


def _two_digit_year(r: Reader, i: int, j: int) -> Moment:
    """Return the year that 18年 may also mean."""
    number = r.number(i)
    if j != i + 2 or r.kind(i + 1) != "年" or len(r.word(i)) != 2 or not r.word(i).isascii() or 40 <= number < 60:
        return NOWHERE
    year = number + (1900 if number >= 60 else 2000)
    start = datetime(year, 1, 1)
    return replace(NOWHERE, vague=False, also=((start, datetime(year + 1, 1, 1)),))


def _away(r: Reader, length: Length, sign: int) -> tuple[str, Moment]:
    """Return the kind and moment of 三个月前 (a day) or 两小时后 (a minute)."""
    fine = length.unit in FINE
    kind = "datetime" if fine else "date"
    origin = r.reference if fine else r.today()
    start = length.move(origin, sign) if origin else None
    if start is None:
        return kind, Moment("minute" if fine else "day", vague=length.vague)
    return kind, replace(span_of(start, "minute" if fine else "day"), vague=length.vague or (fine and not r.timed))


def _back(r: Reader, length: Length) -> Moment:
    today = r.today()
    start = length.move(today, -1) if today else None
    fine = length.unit in FINE
    if fine and r.reference:
        return Moment("clocks", length.move(r.reference, -1), r.reference, vague=length.vague or not r.timed)
    return Moment("range", start, today if start else None, vague=length.vague)


def _this(r: Reader, i: int) -> Phrase | None:
    """Read 这五年 and 这三个月来 as the time up to the reference day, 那三年 as a time that the text alone knows."""
    found = read_length(r, i + 1)
    if found is None or found[0].unit in FINE:
        return None
    length, j = found
    j += r.kind(j) in ("since", "inside", "during", "within")
    known = r.kind(i) == "this" and length.seconds != SECONDS["day"]  # 这一天 is a day of the text
    return Found("range", _back(r, length) if known else replace(NOWHERE, grain="range")), j


def _reaches_now(r: Reader, i: int, j: int, length: Length) -> bool:
    """Tell 五年间 and 三个月里 (up to now) from 历时三年间, 乾隆十五年间 and 一年里."""
    if length.unit not in ("year", "month") or (r.word(j) == "里" and length.parts[0][0] == 1):
        return False
    before = r.precedes(i)[-1:]
    return not "\u4e00" <= before <= "\u9fff" or before in "在短的但而这是"


def _lasts(r: Reader, i: int) -> bool:
    """Tell whether the word before a length makes it one: 历时三年间."""
    return r.precedes(i)[-1:] in _LASTING


def _past(r: Reader, i: int) -> Phrase | None:
    """Read 近三年, 过去五年, 最近一周: the time up to the reference day, without it."""
    found = read_length(r, i + 1)
    if found is None:
        if r.tokens[i].value == "vague" and r.kind(i) == "past":
            return Found("range", replace(NOWHERE, grain="range")), i + 1
        return None
    length, j = found
    j += r.kind(j) in ("since", "during", "within", "inside")
    return Found("range", _back(r, length)), j


def _near(r: Reader, i: int) -> Phrase | None:
    """Read 近三年 (the last three years), but 历时近三年 and 近两个小时 as lengths, nearly reached."""
    found = read_length(r, i + 1)
    if found is None:
        return None
    length, j = found
    if length.unit in FINE or _lasts(r, i):
        return Found("duration", NOWHERE, length.seconds, vague=True), j
    return _past(r, i)


_LASTING = set("了有达时过续玩等花用长")


def _future(r: Reader, i: int) -> Phrase | None:
    """Read 未来三年, 今后五年: the time from the day after the reference."""
    found = read_length(r, i + 1)
    if found is None:
        return None
    length, j = found
    j += r.kind(j) in ("within", "during", "inside")
    if length.unit in FINE:
        until = length.move(r.reference, 1) if r.reference else None
        start = r.reference if until else None
        return Found("range", Moment("clocks", start, until, vague=length.vague or not r.timed)), j
    today = r.today()
    start = shift(today, "day", 1) if today else None
    until = length.move(start, 1) if start else None
    return Found("range", Moment("range", start if until else None, until, vague=length.vague)), j


def _front(r: Reader, i: int) -> Phrase | None:
    """Read 前三天 and 前两年 (past), where 前三季度 did not fit."""
    point = read_range(r, i)
    if point is not None or r.kind(i) == "头" or r.kind(i - 1):
        return point
    length = read_length(r, i + 1)
    if length is None or length[0].unit not in ("year", "week", "day", "month"):
        return None
    return Found("range", _back(r, length[0])), length[1]


def _vague(_r: Reader, i: int) -> Phrase:
    return Found("range", replace(NOWHERE, grain="range")), i + 1


def _event(r: Reader, i: int) -> Phrase:
    start = datetime.fromisoformat(r.tokens[i].value)
    return Found("range", up_to_now(r, Moment("range", start))), i + 1


def _same(r: Reader, i: int) -> Phrase:
    """Read 同期 (compared with: the year before), 上年同期, 去年同期."""
    today, period = r.today(), r.last_period(i)
    years = int(r.tokens[i].value or (-1 if r.precedes(i)[-1:] in "比较与" and r.precedes(i) else 0))
    if period:
        near, start, until = period
        if years == -2:
            years = (today or start).year - 1 - start.year
        moved = replace(near, start=shift(start, "year", years), until=shift(until, "year", years), also=())
        return Found(kind_of(moved), moved), i + 1
    if today and years:
        return Found("range", replace(span_of(shift(today, "year", -1), "year"), vague=True)), i + 1
    return Found("range", replace(NOWHERE, grain="range")), i + 1


_RULES = {
    "截": _stock,
    "每": read_turn,
    "隔": read_turn,
    "set": read_turn_word,
    "past": _past,
    "near": _near,
    "this": _this,
    "that": _this,
    "future": _future,
    "前": _front,
    "头": _front,
    "vague": _vague,
    "event": _event,
    "same": _same,
    "sameyear": _same,
}
