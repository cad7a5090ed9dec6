"""Times in text: dates, clock times, durations, recurrences and ranges, with what they mean.

Enters: any text, and a reference day for 去年, 下周五, 三个月前 (never the clock). Leaves: ``Time``s in text order that
do not overlap. Next: ``tag`` makes mentions of them, ``resolve`` the periods of facts.

    time_tokens    characters → tokens                time_calendar   arithmetic, lunar months, plans
    time_clock     clock times                        time_durations  lengths
    time_lists, time_months, time_schools, time_years, time_relative, time_feasts → time_points    dates
    time_ranges, time_turns, time_phrases             whole expressions

What is decided here: a month or day without a year takes the last year that the text states within 500 characters
(or anywhere before, without a reference), else the reference's year, with the neighbouring year in ``also``; 截至 with
such a date takes the past one, 腊月 the winter nearest to the date around it. Members of a list are times of their own,
months and quarters in a row one stretch. 年底, 月末 and 截至… are the last day and a stock. 今年以来 ends with the
reference day, 近三年 before it, 以前 as its date begins, 年底前 as the year ends. A year has 365 days, a month 30.
Times of day are those of the place; a zone mark (Z, +08:00) is read and passed over. Clock times that count from a
reference without a time of day (两小时后) count from its midnight and are vague.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

from unionie.errors import InputError
from unionie.values.time_clock import END_OF_DAY
from unionie.values.time_phrases import read_phrase
from unionie.values.time_ranges import CLOCKS, Found
from unionie.values.time_reader import Moment, Reader
from unionie.values.time_tokens import fold_times, tokenize
from unionie.values.types import Time, TimeKind

__all__ = ["find_times"]


def find_times(text: str, reference: str | date | None = None, *, republic: bool = False) -> list[Time]:
    """Return the times that ``text`` names, in order, without overlaps; offsets are code points into ``text``.

    ``reference`` (an ISO date or datetime, or a ``date``) places relative times; without it they have no bounds.
    ``republic`` says whether 112年 may be a year of the Republic of China; else words such as 民国 tell.
    Raises InputError for a reference that is no date.

    >>> [(t.text, t.from_, t.until, t.stock) for t in find_times("截止到2018年底", reference="2019-01-25")]
    [('截止到2018年底', '2018-12-31', '2019-01-01', True)]
    """
    if not isinstance(text, str):
        raise InputError(f"find_times: expected text, not {type(text).__name__}")
    moment, timed = _reference(reference)
    folded = fold_times(text)
    tokens = tokenize(folded)
    republic = republic or _REPUBLIC.search(folded) is not None
    reader = Reader(folded, tokens, moment, timed, republic=republic)
    times: list[Time] = []
    i, end = 1, len(tokens) - 1
    while i < end:
        if tokens[i].kind in _NEVER:
            i += 1
            continue
        try:
            phrase = read_phrase(reader, i)
            time = _time(text, reader, i, *phrase) if phrase else None
        except OverflowError:  # no such day, or a year outside the calendar: the whole expression is left alone
            phrase = time = None
            i = _behind(reader, i)
            continue
        if phrase is None or time is None:
            i += 2 if tokens[i].kind == "第" else 1
            continue
        times.append(time)
        reader = _remember(reader, i, *phrase)
        i = phrase[1]
    return times


_COMPARED = re.compile("(?:[比较与于同]|恢复[到至]|超[过出]|接近|逼近|相当于|追平|不及)$")
_REPUBLIC = re.compile("民国|台湾|新台币|立法院")
_NEVER = {
    "",
    "name",
    "code",
    "日",
    "月",
    "年",
    "天",
    "个",
    "至",
    "和",
    "open",
    "close",
    "周年",
    "时",
    "点",
    "分",
    "秒",
    "零",
}


def _reference(reference: str | date | None) -> tuple[datetime | None, bool]:
    """Return the reference as a datetime, and whether it has a time of day."""
    if reference is None:
        return None, False
    if isinstance(reference, datetime):
        return reference.replace(tzinfo=None), True
    if isinstance(reference, date):
        return datetime(reference.year, reference.month, reference.day), False
    if isinstance(reference, str):
        try:
            moment = datetime.fromisoformat(reference.strip().removesuffix("Z"))
        except ValueError:
            moment = None
        if moment is not None:
            return moment.replace(tzinfo=None), len(reference.strip()) > 10
    raise InputError(f"find_times: reference must be an ISO date such as '2019-01-25', not {str(reference)[:40]!r}")


def _behind(r: Reader, i: int) -> int:
    """Return the index of the next gap."""
    while r.kind(i):
        i += 1
    return i


def _time(text: str, r: Reader, i: int, found: Found, j: int) -> Time:
    moment = found.moment
    start, end = r.tokens[i + found.skip].start, r.tokens[j - 1].end
    kind: TimeKind = found.kind  # type: ignore[assignment] # one of TimeKind by construction
    return Time(
        text=text[start:end],
        start=start,
        end=end,
        kind=kind,
        from_=_iso(moment, moment.start),
        until=_iso(moment, moment.until),
        seconds=found.seconds,
        stock=moment.stock,
        vague=found.vague or (moment.vague and kind not in ("set", "duration")),
        also=tuple((_iso(moment, low) or "", _iso(moment, high) or "") for low, high in moment.also),
    )


def _iso(moment: Moment, at: datetime | None) -> str | None:
    """Write a bound: a day, a day with its time, or a time of day alone."""
    if at is None:
        return None
    if moment.dateless:
        return "24:00:00" if at is moment.until and at == END_OF_DAY else at.strftime("%H:%M:%S")
    if moment.grain in CLOCKS or moment.grain == "clocks":
        return at.isoformat(timespec="seconds")
    return at.date().isoformat()


def _remember(r: Reader, i: int, found: Found, j: int) -> Reader:
    """Return a reader whose last date is the one just found, unless it is only compared with or counts from now."""
    moment = found.moment
    first = i + (r.kind(i) in ("从", "截"))
    if (
        (r.kind(first) == "ctxyear" and r.tokens[first].value == "-1")
        or r.kind(i) == "this"
        or r.kind(j - 1) == "inside"
    ):
        return r
    if found.kind not in ("date", "range", "datetime") or moment.start is None or moment.until is None:
        return r
    if moment.vague and moment.grain != "part":
        return r
    if moment.dateless or moment.grain == "plan" or moment.until - moment.start > timedelta(days=366):
        return r
    earlier = r.kind(i) == "从" or r.precedes(i).endswith("是")
    if _COMPARED.search(r.precedes(i)) or (earlier and not moment.stock and r.follows(j)[:1] == "的"):
        return r  # 由2019年|的3家增至8家, 是2019年|的3倍
    return r.after(replace(moment, also=()), r.tokens[i].end)
