"""Whole time expressions: ranges, open bounds, stock dates, relative times, recurrences, vague times.

Enters: a reader and a token index. Leaves: ``Found`` and the index behind it. Next: ``times`` writes them as ``Time``.

    phrase = 截至 point | 每 turn [point] | [从] point 至 point | point 以来 | 近 length | length 前 | point | length
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from unionie.values.time_calendar import floor, shift
from unionie.values.time_clock import NO_DAY, read_clock
from unionie.values.time_durations import Length, read_length, seconds_of
from unionie.values.time_points import read_point
from unionie.values.time_reader import NOWHERE, Moment, Reader, span_of

__all__ = ["Found", "read_phrase"]

CLOCKS = ("hour", "minute", "second", "part")


@dataclass(frozen=True, slots=True)
class Found:
    """What a phrase says: a moment (its ends may be open), or a length or turn in ``seconds``."""

    kind: str
    moment: Moment = NOWHERE
    seconds: int | None = None
    vague: bool = False
    skip: int = 0  # tokens before the expression proper: the 于 of 于2011年


Phrase = tuple[Found, int]


def read_phrase(r: Reader, i: int) -> Phrase | None:
    """Return the longest time expression at token ``i``."""
    rule = _RULES.get(r.kind(i))
    if rule is not None:
        found = rule(r, i)
        if found is not None:
            return found
    return _ranged(r, i) or _length(r, i)


def _ranged(r: Reader, i: int) -> Phrase | None:
    """Read a point and what may stand behind it: a second point, or an open end."""
    at = i + (r.kind(i) == "从")
    hours = _hours(r, at)
    if hours:
        return hours
    found = read_point(r, at)
    if found is None:
        return None
    first, j = found
    if r.kind(j) == "至":
        second = _second(r, j + 1, first)
        if second is not None:
            moment, end = second
            end += r.kind(end) in ("stop", "during")
            return Found("range", _joined(first, moment)), end
    return _bounded(r, at, first, j) or (Found(_kind(first), first, skip=at - i), j)


def _kind(moment: Moment) -> str:
    if moment.grain == "day":
        return "date"
    if moment.grain in ("hour", "minute", "second"):
        return "time" if moment.dateless else "datetime"
    return "range"


# -- ranges ----------------------------------------------------------------------------------------------------------


def _second(r: Reader, i: int, first: Moment) -> tuple[Moment, int] | None:
    """Return the second end of a range, completed from the first."""
    if first.grain in CLOCKS:
        day = None if first.dateless or first.start is None else floor(first.start, "day")
        clock = read_clock(r, i, day or NO_DAY, dated=True)
        if clock is not None:
            return _later(first, replace(clock[0], dateless=first.dateless), written=r.kind(i) == "part"), clock[1]
        if first.dateless:
            return None
    found = read_point(r.after(replace(first, stated=True), r.tokens[i].start), i)
    if found is None:
        return None
    second, end = found
    if second.dateless or (first.start is None) != (second.start is None):
        return None
    if first.start is None or second.start is None or second.until is None:
        return second, end
    if r.kind(i) == "周" and second.grain == "day":  # 下周一至周三: the weekday after the first
        start = shift(first.start, "day", (second.start - first.start).days % 7)
        return replace(second, start=start, until=shift(start, "day", 1)), end
    if second.start < first.start and second.grain in ("month", "day") and first.start.year == second.start.year:
        second = replace(second, start=shift(second.start, "year", 1), until=shift(second.until, "year", 1))
    if second.start is not None and second.start < first.start:
        return None
    return second, end


def _later(first: Moment, second: Moment, *, written: bool) -> Moment:
    """Place a second clock time behind the first: 下午3点至5点, 晚上10点到2点."""
    if first.start is None or second.start is None or second.until is None or second.start > first.start:
        return second
    add = timedelta(hours=24)
    if not written and second.start + timedelta(hours=12) > first.start:
        add = timedelta(hours=12)
    return replace(second, start=second.start + add, until=second.until + add)


def _joined(first: Moment, second: Moment) -> Moment:
    """Return the stretch from the first moment up to the second; clock times end where the second begins."""
    until = second.until
    if second.grain in CLOCKS and second.grain != "part":
        until = second.start
    also: tuple[tuple[datetime, datetime], ...] = ()
    if first.also and until is not None:
        other, start = first.also[0][0], first.start or first.also[0][0]
        same_day = first.grain in CLOCKS or (other.month, other.day) != (start.month, start.day)
        moved = until + (other - start) if same_day else shift(until, "year", other.year - start.year)
        also = ((other, moved),)
    return replace(
        first, grain="clocks" if first.grain in CLOCKS else "range", until=until, stock=False, also=also,
        vague=first.vague and second.vague, stated=first.stated or second.stated,
    )  # fmt: skip


def _hours(r: Reader, i: int) -> Phrase | None:
    """Read 9至11点, 上午9-11时."""
    part = r.kind(i) == "part"
    at = i + part
    if r.kind(at) != "num" or r.kind(at + 1) != "至" or r.kind(at + 3) not in ("点", "时", "点整"):
        return None
    last = read_clock(r, at + 2, None, dated=True)
    low, high = r.number(at), r.number(at + 2)
    if last is None or not 0 <= low < high <= 24 or last[0].start is None:
        return None
    shifted = timedelta(0)
    if part and int(r.tokens[i].value.split("-")[0]) >= 12 and high <= 12:
        shifted = timedelta(hours=12)
    start = NO_DAY + timedelta(hours=low) + shifted
    return Found("range", Moment("clocks", start, last[0].start + shifted, dateless=True)), last[1]


# -- open ends -------------------------------------------------------------------------------------------------------


def _bounded(r: Reader, i: int, moment: Moment, j: int) -> Phrase | None:
    """Read what bounds a point: 以来, 以前, 以后, 起, 期间, 同期, 止年度."""
    rule = _BOUNDS.get(r.kind(j))
    if rule is None or (moment.grain in CLOCKS and moment.dateless and r.kind(j) not in ("before", "after", "前", "onward")):
        return None
    if r.kind(j) == "onward" and r.word(j) == "始" and r.kind(i - 1) != "从":
        return None
    bounded = rule(r, moment, j)
    return (Found("range" if bounded.grain != "day" else "date", bounded), j + 1) if bounded is not moment else None


def _since(r: Reader, moment: Moment, j: int) -> Moment:
    if r.tokens[j].value:  # 来 alone follows lengths only
        return moment
    return _up_to_now(r, moment)


def _up_to_now(r: Reader, moment: Moment) -> Moment:
    """Return the stretch from a moment's start through the reference day; open without one."""
    today = r.today()
    if today and moment.start and moment.start > today and moment.also:  # 11月以来, said in January
        moment = replace(moment, start=moment.also[0][0], also=())
    until = shift(today, "day", 1) if today and moment.start and moment.start <= today else None
    return replace(moment, grain="range", until=until, stock=False)


def _before(r: Reader, moment: Moment, j: int) -> Moment:
    """Return what ends with a moment: 2020年以前 ends as it begins, 年底前 as it ends."""
    until = moment.until if moment.stock else moment.start
    return replace(moment, grain=_open_grain(moment), start=None, until=until, stock=False, also=())


def _after(r: Reader, moment: Moment, j: int) -> Moment:
    start = moment.start if moment.grain in CLOCKS else moment.until
    return replace(moment, grain=_open_grain(moment), start=start, until=None, stock=False, also=())


def _onward(r: Reader, moment: Moment, j: int) -> Moment:
    return replace(moment, grain=_open_grain(moment), until=None, stock=False, also=())


def _open_grain(moment: Moment) -> str:
    return "clocks" if moment.grain in CLOCKS else "range"


def _during(r: Reader, moment: Moment, j: int) -> Moment:
    return replace(moment, grain="range", stock=False)


def _same_period(r: Reader, moment: Moment, j: int) -> Moment:
    """Read 2017年同期: the text's last period, in that year."""
    near = r.near(j)
    if moment.grain != "year" or moment.start is None:
        return moment
    if near is None or near.start is None or near.until is None or near.until - near.start > timedelta(days=366):
        return replace(moment, vague=True, stated=False, grain="range")
    years = moment.start.year - near.start.year
    return replace(near, start=shift(near.start, "year", years), until=shift(near.until, "year", years), also=())


def _year_to(r: Reader, moment: Moment, j: int) -> Moment:
    """Read 2024年3月31日止年度: the twelve months that end with the day."""
    if moment.grain != "day" or moment.until is None:
        return moment
    return replace(moment, grain="range", start=shift(moment.until, "year", -1), stock=False)


_BOUNDS = {
    "since": _since,
    "before": _before,
    "前": _before,
    "after": _after,
    "onward": _onward,
    "during": _during,
    "same": _same_period,
    "止年度": _year_to,
}


def _stock(r: Reader, i: int) -> Phrase | None:
    """Read 截至2018年底, 截至目前: the day on which a stock is counted."""
    found = read_point(r, i + 1)
    if found is None:
        return None
    moment, j = found
    if r.kind(j) == "止年度":
        return Found("range", _year_to(r, moment, j)), j + 1
    if r.kind(j) == "stop":
        length = read_length(r, j + 1) if r.word(j) == "止" else None
        if length and moment.until and moment.grain == "day":
            start = length[0].move(moment.until, -1)
            return Found("range", replace(moment, grain="range", start=start)), length[1]
        j += 1
    if moment.grain in CLOCKS:
        return Found(_kind(moment), replace(moment, stock=True)), j
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


# -- lengths ---------------------------------------------------------------------------------------------------------


def _length(r: Reader, i: int) -> Phrase | None:
    """Read a length, or the point that lies so far before or behind: 三年, 三个月前, 两小时后, 五年来."""
    found = read_length(r, i)
    if found is None or r.precedes(i)[-1:] == "第":
        return None
    length, j = found
    if r.kind(j) == "since":
        return Found("range", _back(r, length)), j + 1
    if r.kind(j) in ("before", "前", "after"):
        return Found(*_away(r, length, -1 if r.kind(j) != "after" else 1)), j + 1
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
    fine = length.unit in ("hour", "minute", "second", "quarterhour")
    kind = "datetime" if fine else "date"
    origin = r.reference if fine else r.today()
    start = length.move(origin, sign) if origin else None
    if start is None:
        return kind, Moment("minute" if fine else "day", vague=length.vague)
    return kind, replace(span_of(start, "minute" if fine else "day"), vague=length.vague or (fine and not r.timed))


def _back(r: Reader, length: Length) -> Moment:
    today = r.today()
    start = length.move(today, -1) if today else None
    fine = length.unit in ("hour", "minute", "second", "quarterhour")
    if fine and r.reference:
        return Moment("clocks", length.move(r.reference, -1), r.reference, vague=length.vague or not r.timed)
    return Moment("range", start, today if start else None, vague=length.vague or start is None)


def _past(r: Reader, i: int) -> Phrase | None:
    """Read 近三年, 过去五年, 最近一周: the time up to the reference day, without it."""
    found = read_length(r, i + 1)
    if found is None:
        if r.tokens[i].value == "vague" and r.kind(i) == "past":
            return Found("range", replace(NOWHERE, grain="range")), i + 1
        return None
    length, j = found
    j += r.kind(j) in ("since", "during", "within")
    return Found("range", _back(r, length)), j


def _near(r: Reader, i: int) -> Phrase | None:
    """Read 近三年 (the last three years), but 历时近三年 and 近两个小时 as lengths, nearly reached."""
    found = read_length(r, i + 1)
    if found is None:
        return None
    length, j = found
    if length.unit in ("hour", "minute", "second", "quarterhour") or r.precedes(i)[-1:] in _LASTING:
        return Found("duration", NOWHERE, length.seconds, vague=True), j
    return _past(r, i)


_LASTING = set("了有达时过续玩等花用长")


def _future(r: Reader, i: int) -> Phrase | None:
    """Read 未来三年, 今后五年: the time from the day after the reference."""
    found = read_length(r, i + 1)
    if found is None:
        return None
    length, j = found
    j += r.kind(j) in ("within", "during")
    today = r.today()
    start = shift(today, "day", 1) if today else None
    until = length.move(start, 1) if start else None
    return Found("range", Moment("range", start if until else None, until, vague=length.vague or until is None)), j


def _front(r: Reader, i: int) -> Phrase | None:
    """Read 前三天 and 前两年 (past), where 前三季度 did not fit."""
    point = _ranged(r, i)
    if point is not None or r.kind(i) == "头":
        return point
    length = read_length(r, i + 1)
    if length is None or length[0].unit not in ("year", "week", "day", "month"):
        return None
    return Found("range", _back(r, length[0])), length[1]


# -- turns -----------------------------------------------------------------------------------------------------------

TURNS = {
    "年": "year", "月": "month", "周": "week", "天": "day", "日": "day", "季度": "quarter", "季": "quarter", "小时": "hour",
    "分钟": "minute", "秒": "second", "工作日": "day", "年度": "year", "学年": "year", "财年": "year",
}  # fmt: skip
INSIDE = {"yearpart": "year", "monthpart": "month", "quarterpart": "quarter", "weekend": "week", "part": "day", "xun": "month",
          "half": "year", "fest": "year"}  # fmt: skip


def _turn(r: Reader, i: int) -> Phrase | None:
    """Read 每年, 每周三, 每两周, 每隔三天, 每天上午9点, 每年春节, 每月底, 隔天."""
    skip = r.word(i) in ("每隔", "隔")
    at = i + 1
    length = read_length(r, at)
    if length is not None and r.kind(at) != "dur":
        seconds = length[0].seconds
        return Found("set", NOWHERE, seconds, length[0].vague), _set_tail(r, length[1])
    if skip and r.word(i) == "隔":
        return None
    at += r.kind(at) == "个"
    unit = TURNS.get(r.kind(at))
    if r.kind(at) == "周" and read_point(r, at):
        return Found("set", NOWHERE, seconds_of("week")), _set_tail(r, at)
    if unit is not None:
        return Found("set", NOWHERE, seconds_of(unit)), _set_tail(r, at + 1)
    unit = INSIDE.get(r.kind(at))
    if unit is None:
        point = read_point(r, at) if r.word(i) in ("逢", "每逢") else None
        return (Found("set", NOWHERE, seconds_of("month" if point[0].grain == "day" else "year")), point[1]) if point else None
    if unit == "day":
        clock = read_clock(r, at, dated=True)
        return Found("set", NOWHERE, seconds_of(unit)), clock[1] if clock else at + 1
    return Found("set", NOWHERE, seconds_of(unit)), _set_tail(r, at + 1)


def _set_tail(r: Reader, i: int) -> int:
    """Skip the point that says where in its turn a set lies: 每年3月, 每天上午9点至11点."""
    if r.kind(i) == "since":
        return i
    tail = _ranged(r, i)
    if tail is None or r.kind(i) in ("year", "ctxyear", "前", "now", "wholeyear"):
        return i
    end = tail[1]
    if r.kind(i) == "周":
        while r.kind(end) == "和" and (r.kind(end + 1) == "周" or len(r.word(end + 1)) == 1):  # 每周一、三、五
            more = end + 1 + (r.kind(end + 1) == "周")
            if not (1 <= r.number(more) <= 6 or r.kind(more) == "日"):
                break
            end = more + 1
    return end


def _set_word(r: Reader, i: int) -> Phrase:
    seconds = int(r.tokens[i].value)
    return Found("set", NOWHERE, seconds or None), _set_tail(r, i + 1)


# -- words -----------------------------------------------------------------------------------------------------------


def _vague(r: Reader, i: int) -> Phrase:
    return Found("range", replace(NOWHERE, grain="range")), i + 1


def _event(r: Reader, i: int) -> Phrase:
    start = datetime.fromisoformat(r.tokens[i].value)
    return Found("range", _up_to_now(r, Moment("range", start))), i + 1


def _same(r: Reader, i: int) -> Phrase:
    """Read 同期 (compared with: the year before), 上年同期, 去年同期."""
    near, today = r.near(i), r.today()
    years = int(r.tokens[i].value or (-1 if r.precedes(i)[-1:] in "比较与" and r.precedes(i) else 0))
    if near and near.start and near.until and near.until - near.start <= timedelta(days=366):
        if years == -2:
            years = (today.year - 1 if today else near.start.year - 1) - near.start.year
        moved = replace(near, start=shift(near.start, "year", years), until=shift(near.until, "year", years), also=())
        return Found(_kind(moved), moved), i + 1
    if today and years:
        return Found("range", replace(span_of(shift(today, "year", -1), "year"), vague=True)), i + 1
    return Found("range", replace(NOWHERE, grain="range")), i + 1


_RULES = {
    "截": _stock,
    "每": _turn,
    "隔": _turn,
    "set": _set_word,
    "past": _past,
    "near": _near,
    "future": _future,
    "前": _front,
    "头": _front,
    "vague": _vague,
    "event": _event,
    "same": _same,
    "sameyear": _same,
}
