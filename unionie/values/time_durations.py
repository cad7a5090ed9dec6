"""Durations and recurrences: 三年零两个月, 一个半小时, 两周, 半年, 3个工作日, 十多年, 每周三, 每两周, 隔天.

Enters: a reader and a token index. Leaves: ``Length`` (counted units) or the seconds of a turn. Next: ``time_phrases``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cache

from unionie.rules import load_table
from unionie.values.time_calendar import shift
from unionie.values.time_reader import Reader

__all__ = ["LAST_DAY", "Length", "behind_odd", "counts_days", "decimal_at", "read_length", "seconds_of"]

UNITS = {
    "年": "year", "学年": "year", "载": "year", "月": "month", "周": "week", "天": "day", "日": "day", "昼夜": "day",
    "工作日": "workday", "季度": "quarter", "世纪": "century", "小时": "hour", "刻钟": "quarterhour", "分钟": "minute",
    "分": "minute", "秒": "second",
}  # fmt: skip
HALF = Decimal("0.5")
YEAR = 365 * 86400
SECONDS = {
    "century": 100 * YEAR, "year": YEAR, "quarter": 90 * 86400, "month": 30 * 86400, "week": 7 * 86400, "day": 86400,
    "workday": 86400, "hour": 3600, "quarterhour": 900, "minute": 60, "second": 1,
}  # fmt: skip
PIECES = {"month", "quarter", "century"}  # units that need 个 to be counted: 三个月, but 三月 is March
RANK = list(SECONDS)
_MORE_THAN = re.compile("[比较][^，。；]{0,3}$")  # 较前一年|多三成


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time as counted units, largest first; ``vague`` when its count is open (几天, 十多年, 两三周)."""

    parts: tuple[tuple[Decimal | None, str], ...]
    vague: bool = False

    @property
    def seconds(self) -> int | None:
        """Return the length in seconds (a year has 365 days, a month 30), None where nothing is counted (几天)."""
        total = Decimal(0)
        for count, unit in self.parts:
            if count is None:
                return None
            total += count * SECONDS[unit]
        return int(total)

    @property
    def unit(self) -> str:
        """Return its smallest unit."""
        return self.parts[-1][1]

    def move(self, moment: datetime, sign: int) -> datetime | None:
        """Return ``moment`` moved by this length, None where nothing is counted or the calendar ends (7000年前)."""
        try:
            return self._moved(moment, sign)
        except OverflowError:
            return None

    def _moved(self, moment: datetime, sign: int) -> datetime | None:
        for count, unit in self.parts:
            if count is None:
                return None
            if count != int(count) or unit == "quarterhour":
                moment = _move_part(moment, count, unit, sign)
            else:
                moment = shift(moment, unit, sign * int(count))
        return moment


def _move_part(moment: datetime, count: Decimal, unit: str, sign: int) -> datetime:
    if unit in ("year", "century"):
        return shift(moment, "month", sign * int(count * (12 if unit == "year" else 1200)))
    if unit in ("month", "quarter"):
        days = count * (30 if unit == "month" else 90)
        return shift(moment, "day", sign * int(days))
    return shift(moment, "second", sign * int(count * SECONDS[unit]))


def seconds_of(unit: str) -> int:
    """Return the seconds of one unit."""
    return SECONDS[unit]


def read_length(r: Reader, i: int) -> tuple[Length, int] | None:
    """Return the length of time that begins at token ``i``."""
    if r.kind(i) == "dur":
        value = r.tokens[i].value
        return Length(((Decimal(value[:-1]), "day"),)), i + 1
    parts: list[tuple[Decimal | None, str]] = []
    vague = False
    at = i
    while True:
        step = behind_odd(r, at) if parts else at
        if (
            parts and parts[-1][1] == "week" and step == at and r.word(at)[:1] != "零"
        ):  # 一周五天: five days in each week
            break
        found = _part(r, step, parts[-1][1] if parts else "")
        if found is None:
            break
        count, unit, open_count, at = found
        parts.append((count, unit))
        vague = vague or open_count
    return (Length(tuple(parts), vague), at) if parts else None


def _part(r: Reader, i: int, above: str) -> tuple[Decimal | None, str, bool, int] | None:
    """Read one counted unit, smaller than the one ``above``: its count, unit, whether it is open, the next index."""
    counted = _count(r, i)
    if counted is None:
        return None
    count, vague, at = counted
    if r.kind(at) == "多" or (r.kind(at) == "since" and r.tokens[at].value):  # 十多年, 十来天
        at, vague = at + 1, True
    piece = r.kind(at) == "个"
    at += piece
    if piece and r.kind(at) == "半" and count is not None:
        halves = r.kind(at + 1) in ("天", "年")  # 两个半天
        count, at, piece = count * HALF if halves else count + HALF, at + 1, not halves
    if piece and r.kind(at) == "多":
        at, vague = at + 1, True
    unit = UNITS.get(r.kind(at))
    if unit is None or not _countable(r, i, at, unit, piece=piece, above=above):
        return None
    at += 1
    halved = r.kind(at) == "半" and r.kind(at + 1) != "个" and r.kind(at + 1) not in UNITS
    if halved and count is not None and unit in ("year", "day", "week"):
        count, at = count + HALF, at + 1
    if r.kind(at) == "多" and not _MORE_THAN.search(r.text, max(0, r.tokens[i].start - 4), r.tokens[i].start):
        at, vague = at + 1, True
    return count, unit, vague, at


def _count(r: Reader, i: int) -> tuple[Decimal | None, bool, int] | None:
    """Return the count at token ``i`` (None: 几, 多), whether it is open, and the next index."""
    kind = r.kind(i)
    if kind == "半":
        return HALF, False, i + 1
    if kind == "多":
        return None, True, i + 1
    if kind == "approx":
        low = r.tokens[i].number
        return (Decimal(low) if low >= 0 else None), True, i + 1
    if kind == "dec":
        return Decimal(r.tokens[i].value.replace(",", "")), False, i + 1
    if kind != "num":
        return None
    count = r.number(i)
    fraction = decimal_at(r, i)
    if fraction:
        return fraction, False, i + 3
    if r.kind(i + 1) == "至" and r.number(i + 2) > count and (r.kind(i + 3) == "个" or r.kind(i + 3) in UNITS):
        return Decimal(count), True, i + 3  # 3至5天
    return Decimal(count), False, i + 1


def decimal_at(r: Reader, i: int) -> Decimal | None:
    """Return the 1.5 of 一点五小时, whose 点 is no hour."""
    whole, digits = r.word(i), r.word(i + 2) if r.kind(i + 2) == "num" else ""
    if r.kind(i + 1) != "点" or whole.isascii() or not digits or any(c not in _DIGITS for c in digits):
        return None
    if r.kind(i + 3) != "个" and UNITS.get(r.kind(i + 3), "minute") == "minute" and r.kind(i + 3) != "分钟":
        return None  # 七点五分
    return Decimal(f"{r.number(i)}." + "".join(str(_DIGITS.index(c) % 10) for c in digits))


_DIGITS = "零一二三四五六七八九〇"


def behind_odd(r: Reader, i: int) -> int:
    """Return the index behind 又 or 零 where a number follows: 1小时零5分, 3年零2个月."""
    odd = r.kind(i) == "零" or (r.word(i) in ("零", "〇") and r.kind(i + 1) == "num")
    return i + odd


def _countable(r: Reader, i: int, at: int, unit: str, *, piece: bool, above: str) -> bool:
    """Tell whether a number and a unit count time: 三年 does, 三月, 3日, 2018年 and 5分 name it."""
    word, numbered = r.kind(at), r.kind(i) == "num"
    if above and RANK.index(unit) <= RANK.index(above):
        return False
    if unit in PIECES and not piece and r.word(i) not in ("半", "数", "两") and not (word == "月" and _months(r, i)):
        return False
    if piece and word in ("年", "天", "日", "分", "秒", "分钟", "昼夜", "载"):
        return False
    seconds = behind_odd(r, at + 1)
    if word == "分" and above != "hour" and (above or r.number(seconds) < 0 or r.kind(seconds + 1) != "秒"):
        return False
    if word == "日":
        return counts_days(r, i, at)
    if word == "年" and numbered and not above:
        number, text = r.number(i), r.word(i)
        if (1000 <= number <= 2999 and len(text) == 4 and not any(c in text for c in "十百千")) or number == 0:
            return r.kind(at + 1) == "多" or (number < 1500 and r.kind(at + 1) in ("since", "before", "after"))
        if text[0] in "零〇0" or (len(text) == 2 and not text.isascii() and not any(c in text for c in "十百千万")):
            return False
    return True


def counts_days(r: Reader, i: int, at: int) -> bool:
    """Tell whether the number at token ``i`` counts the 日 at ``at``: 两日, 为期3日, 近3日, 3日内, 3日以上."""
    if r.kind(i) == "approx" or r.number(i) > LAST_DAY or r.word(i) == "两" or r.kind(at + 1) == "within":
        return True
    if r.kind(i - 1) in _COUNTING or _per(r, i - 1):
        return True
    before, behind = _lasting()
    first = i - 3 if r.kind(i - 1) == "至" and r.kind(i - 2) == "日" and r.kind(i - 3) == "num" else i  # 拘留5日至10日
    start, end = r.tokens[first].start, r.tokens[at].end
    word = before.search(r.text, max(0, start - _REACH), start)
    ranged = first < i or (r.kind(at + 1) == "至" and r.number(at + 2) > 0)
    return bool(behind.match(r.text, end)) or (word is not None and not (ranged and word["term"]))  # 展期3日至8日


def _months(r: Reader, i: int) -> bool:
    """Tell whether what stands before number ``i`` makes 月 count: 每隔一月, 近3月."""
    return _per(r, i - 1) or r.kind(i - 1) in ("near", "future")


def _per(r: Reader, i: int) -> bool:
    """Tell whether token ``i`` makes a turn of a length (每, 每隔, 隔) and not of a date (逢5日)."""
    return r.kind(i) in ("每", "隔") and not r.word(i).endswith("逢")


LAST_DAY = 31
_COUNTING = ("near", "past", "future", "this", "that", "前", "头")
_REACH = 6  # characters in which a word such as 不得超过 stands


@cache
def _lasting() -> tuple[re.Pattern[str], re.Pattern[str]]:
    patterns = {row["id"]: row["pattern"] for row in load_table("time_guards")}
    return re.compile(patterns["lasting"]), re.compile(patterns["lasted"])
