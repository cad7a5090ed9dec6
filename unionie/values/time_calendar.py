"""Calendar arithmetic: units, shifts, the moon's months, the solar terms and the five-year plans.

Enters: datetimes and counts. Leaves: datetimes; OverflowError outside the years 1 to 9999. Next: ``time_points``.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import datetime, timedelta
from functools import cache

from unionie.rules import load_table

__all__ = ["BEFORE_REPUBLIC", "MONTHS", "SECONDS", "day_of", "floor", "lunar_day", "plan_years", "shift", "solar_term"]

BEFORE_REPUBLIC = 1911  # the year 0 of the calendar of the Republic of China: 民国112年 is 2023
MONTHS = {"century": 1200, "decade": 120, "year": 12, "half": 6, "quarter": 3, "month": 1}
SECONDS = {"week": 604800, "workday": 86400, "day": 86400, "hour": 3600, "minute": 60, "second": 1}
TERMS = (
    "小寒",
    "大寒",
    "立春",
    "雨水",
    "惊蛰",
    "春分",
    "清明",
    "谷雨",
    "立夏",
    "小满",
    "芒种",
    "夏至",
    "小暑",
    "大暑",
    "立秋",
    "处暑",
    "白露",
    "秋分",
    "寒露",
    "霜降",
    "立冬",
    "小雪",
    "大雪",
    "冬至",
)


def day_of(year: int, month: int = 1, day: int = 1) -> datetime:
    """Return midnight of a day; OverflowError where the calendar has no such day."""
    try:
        return datetime(year, month, day)
    except ValueError as error:
        raise OverflowError(str(error)) from None


def shift(moment: datetime, unit: str, count: int) -> datetime:
    """Return ``moment`` moved by ``count`` units; a month's end stays inside its month (31 January + 1 month)."""
    if unit in SECONDS:
        return moment + timedelta(seconds=SECONDS[unit] * count)
    months = moment.year * 12 + moment.month - 1 + MONTHS[unit] * count
    first = day_of(months // 12, months % 12 + 1)
    days = monthrange(first.year, first.month)[1]
    return moment.replace(year=first.year, month=first.month, day=min(moment.day, days))


def floor(moment: datetime, unit: str) -> datetime:
    """Return the start of the unit in which ``moment`` lies; weeks start on Monday, centuries in the year 00."""
    if unit in ("second", "minute", "hour"):
        keep = {"second": (moment.minute, moment.second), "minute": (moment.minute, 0), "hour": (0, 0)}[unit]
        return moment.replace(minute=keep[0], second=keep[1], microsecond=0)
    midnight = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    if unit == "week":
        return midnight - timedelta(days=midnight.weekday())
    if unit in ("day", "workday"):
        return midnight
    size = MONTHS[unit]
    months = (midnight.year * 12 + midnight.month - 1) // size * size
    return day_of(max(months // 12, 1), months % 12 + 1)


def plan_years(number: int) -> tuple[int, int]:
    """Return the first and last year of the ``number``-th five-year plan (14 → 2021, 2025)."""
    first = 1953 + 5 * (number - 1) if number < 3 else 1966 + 5 * (number - 3)
    return first, first + 4


@cache
def _lunar_years() -> dict[int, tuple[datetime, str, int, str]]:
    return {
        int(row["id"]): (datetime.fromisoformat(row["new_year"]), row["months"], int(row["leap"]), row["terms"])
        for row in load_table("time_lunar")
    }


def lunar_day(year: int, month: int, day: int, *, leap: bool = False) -> datetime | None:
    """Return the civil day of a lunar date; day 0 is the eve of the month, None where the table does not know it."""
    known = _lunar_years().get(year)
    if known is None or (leap and known[2] != month):
        return None
    new_year, months, leap_month, _ = known
    index = month - 1 + (1 if leap or (0 < leap_month < month) else 0)
    if day > 29 + int(months[index]):
        return None
    return new_year + timedelta(days=sum(29 + int(m) for m in months[:index]) + day - 1)


def solar_term(year: int, name: str) -> datetime | None:
    """Return the day on which a solar term begins, None where the table does not know the year."""
    known = _lunar_years().get(year)
    if known is None:
        return None
    index = TERMS.index(name)
    return datetime(year, index // 2 + 1, int(known[3][index], 36))
