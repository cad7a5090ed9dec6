"""Points joined and bounded: 3月至5月, 9点到11点, 2006年以来, 年底前, 2018年起, 2017年同期, 止年度.

Enters: a reader and a token index. Leaves: ``Found`` and the index behind it. Next: ``time_turns``, ``time_phrases``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from unionie.values.time_calendar import floor, shift
from unionie.values.time_clock import NO_DAY, read_clock
from unionie.values.time_feasts import lunar_number
from unionie.values.time_points import read_point
from unionie.values.time_reader import NOWHERE, Moment, Reader, days

__all__ = ["CLOCKS", "Found", "Phrase", "kind_of", "read_range", "up_to_now", "year_ending"]

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


def read_range(r: Reader, i: int) -> Phrase | None:
    """Read a point and what may stand behind it: a second point, or an open end."""
    at = i + (r.kind(i) == "从")
    loose = at - i if r.word(i) in ("于", "由") else 0  # 于3月5日至8日: the preposition stays outside
    hours = _hours(r, at)
    if hours:
        return hours
    found = read_point(r, at)
    if found is None:
        return None
    first, j = found
    to = j + (r.kind(j) in ("onward", "since"))  # 自5月1日起至6月30日, 今年以来至10月底
    if r.kind(to) == "至":
        second = _second(r, to + 1, first)
        if second is not None:
            moment, end = second
            end += r.kind(end) in ("stop", "during")
            return Found("range", _joined(first, moment), skip=loose), end
    # 4月起至今, 2021.03-至今
    j += r.kind(j) in ("onward", "至") and r.kind(j + 1) == "since" and not r.tokens[j + 1].value
    return _bounded(r, at, first, j) or (Found(kind_of(first), first, skip=at - i), j)


def kind_of(moment: Moment) -> str:
    """Return the kind of time that a moment is."""
    if moment.grain == "day":
        return "date"
    if moment.grain in ("hour", "minute", "second"):
        return "time" if moment.dateless else "datetime"
    return "range"


def _second(r: Reader, i: int, first: Moment) -> tuple[Moment, int] | None:
    """Return the second end of a range, completed from the first."""
    if first.grain in CLOCKS:
        day = None if first.dateless or first.start is None else floor(first.start, "day")
        at = i + (r.kind(i) == "ctxday" and r.tokens[i].value == "1" and first.dateless)  # 22时至次日6时
        clock = read_clock(r, at, day or NO_DAY, dated=True)
        if clock is not None:
            second = replace(clock[0], dateless=first.dateless)
            return (_later(first, second, written=r.kind(i) == "part") if at == i else _moved(second, _DAY)), clock[1]
        if first.dateless:
            return None
    found = _short_end(r, i, first) or read_point(r.after(replace(first, stated=True), r.tokens[i].start), i)
    if found is None:
        return None
    second, end = found
    if second.dateless or (first.start is None) != (second.start is None):
        return None
    if first.start is None or second.start is None or second.until is None:
        return second, end
    if r.word(i) == "来年":  # 11月至来年3月: the year after the first
        years = first.start.year + 1 - second.start.year
        return replace(second, start=shift(second.start, "year", years), until=shift(second.until, "year", years)), end
    if r.kind(i) == "周" and second.grain == "day":  # 下周一至周三: the weekday after the first
        start = shift(first.start, "day", (second.start - first.start).days % 7)
        return replace(second, start=start, until=shift(start, "day", 1)), end
    if second.start < first.start and second.grain in _ROLLED:
        second = _rolled(r, i, first.start, second)
    if second.start is not None and second.start < first.start:
        return None
    return second, end


_DAY = timedelta(days=1)
_ROLLED = ("month", "day", *CLOCKS)


def _moved(moment: Moment, by: timedelta) -> Moment:
    return replace(moment, start=moment.start and moment.start + by, until=moment.until and moment.until + by)


def _rolled(r: Reader, i: int, start: datetime, second: Moment) -> Moment:
    """Move an end that lies before the start: 1月30日至2日 ends in the next month, 11月至2月 in the next year."""
    if second.start is None or second.start.year != start.year:
        return second
    unit = "month" if r.kind(i) == "num" and r.kind(i + 1) in ("日", "号") else "year"
    if unit == "month" and second.start.month != start.month:
        return second
    end = shift(second.start, unit, 1)
    return _moved(second, end - second.start) if end.day == second.start.day else second


def _short_end(r: Reader, i: int, first: Moment) -> tuple[Moment, int] | None:
    """Return the end that is written shorter than its start: 2018.3.5-3.8, 正月初一至初七, 除夕至初六."""
    if first.grain != "day" or first.start is None:
        return None
    if r.kind(i) == "dec" and r.kind(i - 2) == "iso" and "." in r.word(i - 2) and r.kind(i + 1) == "":
        month, day = (int(part) for part in r.word(i).split("."))
        if not (1 <= month <= _MONTHS and 1 <= day <= _DAYS) or r.follows(i + 1)[:1] in _COUNTED:
            return None
        return days(first.start.year, month, day), i + 1
    low, high = lunar_number(r, i - 2), lunar_number(r, i)
    if not 0 <= low < high <= _DAYS or (r.kind(i) == "num" and r.kind(i + 1)):
        return None
    day_after = shift(first.start, "day", high - low)
    return Moment("day", day_after, shift(day_after, "day", 1)), i + 1


_MONTHS, _DAYS = 12, 31
_COUNTED = set("%万亿千百元倍个人家米吨公")


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


def _bounded(r: Reader, i: int, moment: Moment, j: int) -> Phrase | None:
    """Read what bounds a point: 以来, 以前, 以后, 起, 期间, 同期, 止年度."""
    rule = _BOUNDS.get(r.kind(j))
    if r.kind(j) == "前" and r.kind(j + 1) in ("num", "approx"):  # 假期前4天
        return None
    if rule is None or (
        moment.grain in CLOCKS and moment.dateless and r.kind(j) not in ("before", "after", "前", "onward")
    ):
        return None
    if r.kind(j) == "onward" and (r.word(i - 1) == "于" or (r.word(j) == "始" and r.kind(i - 1) != "从")):
        return None  # 会议于9时开始 tells when it begins, not how long it lasts
    bounded = rule(r, moment, j)
    return (Found("range" if bounded.grain != "day" else "date", bounded), j + 1) if bounded is not moment else None


def _since(r: Reader, moment: Moment, j: int) -> Moment:
    if r.tokens[j].value:  # 来 alone follows lengths only
        return moment
    return up_to_now(r, moment)


def up_to_now(r: Reader, moment: Moment) -> Moment:
    """Return the stretch from a moment's start through the reference day; open without one."""
    today = r.today()
    if today and moment.start and moment.start > today and moment.also:  # 11月以来, said in January
        moment = replace(moment, start=moment.also[0][0], also=())
    until = shift(today, "day", 1) if today and moment.start and moment.start <= today else None
    return replace(moment, grain="range", until=until, stock=False)


def _before(_r: Reader, moment: Moment, _j: int) -> Moment:
    """Return what ends with a moment: 2020年以前 ends as it begins, 年底前 as it ends."""
    until = moment.until if moment.stock else moment.start
    return replace(moment, grain=_open_grain(moment), start=None, until=until, stock=False, also=())


def _after(_r: Reader, moment: Moment, _j: int) -> Moment:
    start = moment.start if moment.grain in CLOCKS else moment.until
    return replace(moment, grain=_open_grain(moment), start=start, until=None, stock=False, also=())


def _onward(_r: Reader, moment: Moment, _j: int) -> Moment:
    return replace(moment, grain=_open_grain(moment), until=None, stock=False, also=())


def _open_grain(moment: Moment) -> str:
    return "clocks" if moment.grain in CLOCKS else "range"


def _during(_r: Reader, moment: Moment, _j: int) -> Moment:
    return replace(moment, grain="range", stock=False)


def _same_period(r: Reader, moment: Moment, j: int) -> Moment:
    """Read 2017年同期: the text's last period, in that year."""
    if moment.grain != "year" or moment.start is None:
        return moment
    period = r.last_period(j)
    if period is None:
        return replace(moment, vague=True, stated=False, grain="range")
    near, start, until = period
    years = moment.start.year - start.year
    return replace(near, start=shift(start, "year", years), until=shift(until, "year", years), also=())


def year_ending(_r: Reader, moment: Moment, _j: int) -> Moment:
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
    "止年度": year_ending,
}
