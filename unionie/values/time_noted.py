"""The year, month or day that a bracket inside a relative word notes: 去（110）年, 本（5）月, 昨（28）日.

Enters: the number in the bracket and the moment that the word alone would mean. Leaves: the moment meant, or None
where there is none such. Next: ``time_relative``. Newspapers of Taiwan write so.
"""

from __future__ import annotations

from datetime import datetime

from unionie.values.time_calendar import BEFORE_REPUBLIC, day_of, shift

__all__ = ["noted"]

_THOUSAND = 1000
_FIRST, _LAST = 1950, 2100  # years
_MONTHS = 12


def noted(number: int, meant: datetime | None, grain: str) -> datetime | None:
    """Return the start of the year, month or day that ``number`` names, the one nearest to what the word means.

    >>> noted(28, datetime(2025, 5, 1), "day")
    datetime.datetime(2025, 4, 28, 0, 0)
    >>> noted(110, None, "year")
    datetime.datetime(2021, 1, 1, 0, 0)
    """
    if grain == "year":
        year = number + BEFORE_REPUBLIC if number < _THOUSAND else number
        return day_of(year) if _FIRST <= year <= _LAST else None
    if meant is None:
        return None
    near = (shift(day_of(meant.year, meant.month), "month", count) for count in range(-_MONTHS + 1, _MONTHS))
    if grain == "month":
        named = [month for month in near if month.month == number]
    else:
        named = [day for month in near if (day := _day_in(month, number)) is not None]
    return min(named, key=lambda each: abs(each - meant), default=None)


def _day_in(month: datetime, number: int) -> datetime | None:
    """Return a day of a month by its number, None where the month has no such day."""
    try:
        return day_of(month.year, month.month, number)
    except OverflowError:
        return None
