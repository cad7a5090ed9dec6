"""Values and periods in the few characters that a reader takes in at a glance.

Enters: facts and periods. Leaves: short strings like ``5,600余``, ``109.67万``, ``≥85``, ``↑7.3``, ``2018年1–11月``.
Next: ``notebook``, ``io.formats.table``.
"""

from __future__ import annotations

import calendar
from datetime import date
from decimal import Decimal

from unionie.records import Fact, Period

__all__ = ["format_number", "format_period", "format_time", "format_value"]

_BEFORE = {"about": "约", "nearly": "近", "at_least": "≥", "under": "<", "at_most": "≤"}
_DIRECTION = {"increase": "↑", "decrease": "↓", "above": "高", "below": "低"}
_LARGE = ((Decimal(10) ** 12, "万亿"), (Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万"))
_MOST_DIGITS = 20


def format_value(fact: Fact) -> str:
    """Return the fact's value with its marks of precision and direction, without its unit."""
    number = format_number(fact.value)
    if fact.precision == "vague" and fact.mentions:
        words = "".join(fact.mentions[0].text.split())
        number = words.removesuffix(fact.unit or "")
    elif fact.precision == "range" and fact.high is not None:
        number = f"{number}–{format_number(fact.high)}"
    elif fact.precision == "over":
        number = f">{number}" if fact.unit in ("%", "百分点") else f"{number}余"
    number = _BEFORE.get(fact.precision, "") + number
    if fact.measure == "rank":
        return f"第{number}"
    return (_DIRECTION.get(fact.direction, "") if fact.direction else "") + number


def format_number(value: Decimal) -> str:
    """Return the number in 万 or 亿 where that takes two decimals at most, else in full with grouped digits.

    It is exact up to twenty digits; beyond those, seven are shown.

    >>> [format_number(Decimal(text)) for text in ("1096700", "507180.74", "28670", "320000000", "0.50")]
    ['109.67万', '507,180.74', '28,670', '3.2亿', '0.5']
    """
    if len(value.as_tuple().digits) > _MOST_DIGITS or value.adjusted() > _MOST_DIGITS:
        return f"{value:.6E}"
    for size, word in _LARGE:
        scaled = value / size
        if abs(scaled) >= 1 and scaled == round(scaled, 2):
            return _group(scaled) + word
    return _group(value)


def format_time(fact: Fact) -> str:
    """Return when the fact held: its date or its period, "" where neither is known."""
    if fact.as_of is not None:
        return f"至{fact.as_of[:4]}年底" if fact.as_of.endswith("-12-31") else f"至{fact.as_of}"
    return format_period(fact.period)


def format_period(period: Period | None) -> str:
    """Return the period in whole years or months where it is made of them.

    >>> format_period(Period(start="2018-01-01", end="2018-11-30"))
    '2018年1–11月'
    """
    if period is None:
        return ""
    if period.start == period.end:
        return period.start
    try:
        start, end = date.fromisoformat(period.start), date.fromisoformat(period.end)
    except ValueError:
        return f"{period.start} – {period.end}"
    if start.day != 1 or end.day != calendar.monthrange(end.year, end.month)[1]:
        return f"{period.start} – {period.end}"
    if (start.month, end.month) == (1, 12):
        return f"{start.year}年" if start.year == end.year else f"{start.year}–{end.year}年"
    if start.year != end.year:
        return f"{start.year}年{start.month}月 – {end.year}年{end.month}月"
    return (
        f"{start.year}年{start.month}月" if start.month == end.month else f"{start.year}年{start.month}–{end.month}月"
    )


def _group(value: Decimal) -> str:
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
