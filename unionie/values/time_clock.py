"""Clock times: 上午9时30分, 晚上八点半, 三点一刻, 差五分八点, 13:20, 零点, 24时, and parts of the day.

Enters: a reader and a token index. Leaves: moments on a given day, or dateless ones. Next: ``time_points``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from typing import NamedTuple

from unionie.values.time_durations import behind_odd
from unionie.values.time_reader import Moment, Reader, Step

__all__ = ["END_OF_DAY", "NO_DAY", "read_clock"]

NO_DAY = datetime(1, 1, 2)
"""The placeholder day of times that have no date."""
END_OF_DAY = datetime(1, 1, 3)


_ALONE = {"凌晨", "清晨", "早上", "早晨", "上午", "中午", "下午", "傍晚", "晚上", "深夜", "半夜"}


class _Clock(NamedTuple):
    hour: int
    minute: int = 0
    second: int = 0
    grain: str = "hour"
    sure: bool = True  # cannot be anything but a clock time (N点 alone may be N points)
    twelve: bool = False  # written so that morning and afternoon stay open


def read_clock(r: Reader, i: int, day: datetime | None = None, *, dated: bool = False) -> Step | None:
    """Return the clock time or part of day at token ``i``, on ``day`` or dateless.

    ``dated``: a date stands before it, so that 三点 needs no further proof.
    """
    part: tuple[int, int] | None = None
    at = i
    if r.kind(at) == "part":
        low, high = r.tokens[at].value.split("-")
        part = int(low), int(high)
        at += 1
        if r.kind(at) == "part":  # 今天早上凌晨, 晚间深夜
            low, high = r.tokens[at].value.split("-")
            part = int(low), int(high)
            at += 1
    found = _digital(r, at) or _spoken(r, at)
    if found is not None:
        clock, end = found
        if clock.sure or part or dated or _proof(r, end):
            return _place(clock, part, day), end
    if part is None or (not dated and r.word(at - 1) not in _ALONE):
        return None
    midnight = day or NO_DAY
    start, until = (midnight + timedelta(hours=h) for h in part)
    return Moment("part", start, until, vague=True, dateless=day is None), at


def _place(clock: _Clock, part: tuple[int, int] | None, day: datetime | None) -> Moment:
    midnight = day or NO_DAY
    start = midnight + timedelta(hours=_hour(clock.hour, part), minutes=clock.minute, seconds=clock.second)
    until = start + timedelta(**{clock.grain + "s": 1})
    moment = Moment(clock.grain, start, until, dateless=day is None)
    if part is None and clock.twelve and 1 <= clock.hour <= 11:
        half = timedelta(hours=12)
        moment = replace(moment, also=((start + half, until + half),))
    return moment


def _hour(hour: int, part: tuple[int, int] | None) -> int:
    """Return the hour of the day, past 23 for the small hours of the next."""
    if part is None or hour > 12:
        return hour
    low = part[0]
    if low >= 18:
        return hour + 24 if hour < 5 else hour + 12
    if low >= 12:
        return hour if hour == 12 else hour + 12
    if low == 11:
        return hour if hour >= 11 else hour + 12
    return 0 if hour == 12 and low < 5 else hour


def _digital(r: Reader, i: int) -> tuple[_Clock, int] | None:
    half = r.word(i)[0] if r.kind(i) == "ampm" else ""  # PM 3:00
    if half or r.kind(i) == "t":
        i += 1
    if r.kind(i) != "clock":
        return None
    pieces = [int(p) for p in re.findall(r"\d+", r.word(i))[:3]]
    hour, minute = pieces[:2]
    if hour == 24 and minute:
        return None
    seconds = re.match(r"\d+\s?:\s?\d+\s?:\s?(\d+)", r.word(i))
    end = i + 1
    if r.kind(end) == "ampm" and hour <= 12 and not half:
        half, end = r.word(end)[0], end + 1
    if half and hour <= 12:
        hour = hour % 12 + (12 if half in "pP" else 0)
    if seconds:
        return _Clock(hour, minute, int(seconds[1]), "second"), end
    return _Clock(hour, minute, 0, "minute"), end


def _spoken(r: Reader, i: int) -> tuple[_Clock, int] | None:
    if r.kind(i) == "num" and r.kind(i + 1) == "ampm" and 1 <= r.number(i) <= 12:
        return _Clock(r.number(i) % 12 + (12 if r.word(i + 1)[0] in "pP" else 0)), i + 2
    short = 0
    if r.kind(i) == "差":
        short = _short(r, i + 1)
        if not short:
            return None
        i += 3
    hour = r.number(i)
    if not 0 <= hour <= 24 or len(r.word(i)) > 3:
        return None
    unit = r.kind(i + 1)
    if unit not in ("点", "时", "点整"):
        return None
    twelve = unit != "时" and r.word(i)[0] not in "零0"
    end = i + 2
    if short:
        total = (hour * 60 - short) % 1440
        return _Clock(total // 60, total % 60, 0, "minute", twelve=twelve), end
    if unit == "点整" or r.kind(end) == "整":
        return _Clock(hour, twelve=twelve), end + (unit != "点整")
    return _minutes(r, end, hour, twelve)


def _short(r: Reader, i: int) -> int:
    """Return the minutes of 差五分八点, 差一刻九点 (0: there are none)."""
    if r.kind(i + 1) in ("刻", "刻钟"):
        return 15 * r.number(i)
    if r.kind(i + 1) in ("分", "分钟") and 0 < r.number(i) < 60:
        return r.number(i)
    return 0


def _minutes(r: Reader, i: int, hour: int, twelve: bool) -> tuple[_Clock, int] | None:
    """Read what follows the hour: 半, 一刻, 三十分, 十五, 零五分, 30分20秒."""
    if r.kind(i) == "半":
        return _Clock(hour, 30, 0, "minute", twelve=twelve), i + 1
    if r.kind(i) in ("差", "过"):
        minute = _short(r, i + 1)
        if minute:
            total = hour * 60 + (minute if r.kind(i) == "过" else -minute)
            return _Clock(total // 60 % 24, total % 60, 0, "minute", twelve=twelve), i + 3
    i = behind_odd(r, i)
    minute = r.number(i)
    if r.kind(i + 1) in ("刻", "刻钟") and 1 <= minute <= 3:
        return _Clock(hour, 15 * minute, 0, "minute", twelve=twelve), i + 2
    if 0 <= minute < 60 and hour < 24:
        if r.kind(i + 1) == "分":
            second = r.number(i + 2)
            if r.kind(i + 3) == "秒" and 0 <= second < 60:
                return _Clock(hour, minute, second, "second", twelve=twelve), i + 4
            return _Clock(hour, minute, 0, "minute", twelve=twelve), i + 2
        # 三点十五 is a time, 三点五 a decimal number
        if (minute >= 10 or r.word(i)[0] in "零〇0") and len(r.word(i)) <= 3 and r.kind(i + 1) in _BEHIND_MINUTES:
            sure = minute >= 10 and not _counted(r, i + 1)
            return _Clock(hour, minute, 0, "minute", sure=sure, twelve=twelve), i + 1
    if r.kind(i) == "num" or r.kind(i) == "dec":
        return None
    return _Clock(hour, sure=r.kind(i - 1) == "时" and hour > 0, twelve=twelve), i


_BEHIND_MINUTES = ("", "onward", "至", "前", "before", "after")


def _counted(r: Reader, i: int) -> bool:
    """Tell whether a number unit or sign follows, so that 点 was a decimal point."""
    return r.follows(i)[:1] in "%万亿个倍度米元成折千公" and r.follows(i) != ""


@cache
def _proofs() -> re.Pattern[str]:
    return re.compile(r"""(?x)
        \s* (?: $ | [^\w\s:] | 至|到|起|前|后|左右|许|多|准时|召?开|举[行办]|启动|施行|生效
        | 上班|上课|下班|下课|见|出发|起床|睡|集合|吃|去|来(?!源)
        | 回|走|我|你|他|她|咱|在|之前|之后|以前|以后|才|就|都|再|过|醒|抵达|发车|登机|关门|结束|叫|打|会合
        | 有(?:个|一)?[会课] )
    """)


def _proof(r: Reader, end: int) -> bool:
    """Tell whether what stands behind N点 shows that it is a clock time and not N points."""
    if r.word(end - 2) in ("一", "1", "半", "几"):
        return False
    return _proofs().match(r.text, r.tokens[end - 1].end) is not None
