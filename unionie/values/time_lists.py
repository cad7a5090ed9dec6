"""Numbers that share one unit: 3月5、6日, 2017、2018年, 二、三季度, 8、9两月, 60、70年代.

Enters: a reader and the index of the first number. Leaves: ``Listed``. Next: ``time_months``, ``time_years``.
Months, quarters and decades that follow one another are one stretch, and days and years where they are summed too
(5、6两日); else, and where gaps are left, each is a time of its own, the first ones without the unit.
"""

from __future__ import annotations

from typing import NamedTuple

from unionie.values.time_reader import Reader

__all__ = ["Listed", "listed_at", "listed_days"]

_MOST = 12
_LAST_DAY = 31
_DECADE = 10


class Listed(NamedTuple):
    """Numbers in a list, ascending: first and last, how many, the index of their unit; ``summed``: 两 of 5、6两日."""

    first: int
    last: int
    members: int
    unit: int
    summed: bool = False

    @property
    def unbroken(self) -> bool:
        """Whether each number is one more than the one before it."""
        return self.last - self.first == self.members - 1

    @property
    def decades(self) -> int:
        """The first decade of 60、70年代 and 六、七十年代 (60), -1 where they are none that follow one another."""
        first = self.first * (_DECADE if self.first < _DECADE and self.members == 2 else 1)
        return first if self.last - first == _DECADE * (self.members - 1) and first % _DECADE == 0 else -1


def listed_at(r: Reader, i: int) -> Listed | None:
    """Return the list of numbers that begins at token ``i``, None where nothing is listed."""
    first = last = r.number(i)
    count, at = 1, i + 1
    digits = r.word(i).isascii()
    while r.kind(at) == "和" and r.number(at + 1) > last and r.word(at + 1).isascii() == digits and count < _MOST:
        last, count, at = r.number(at + 1), count + 1, at + 2
    if count == 1 or first < 1:
        return None
    if r.number(at) == count:  # 8、9两月, 7、8、9三个月
        return Listed(first, last, count, at + 1 + (r.kind(at + 1) == "个"), summed=True)
    return Listed(first, last, count, at)


def listed_days(r: Reader, i: int) -> Listed | None:
    """Return the days of a month in a list: 5、6日, 5、6两天."""
    listed = listed_at(r, i)
    if listed is None or listed.last > _LAST_DAY:
        return None
    if listed.summed:
        return listed if listed.unbroken and r.kind(listed.unit) in ("日", "天") else None
    return listed if r.kind(listed.unit) in ("日", "号") else None
