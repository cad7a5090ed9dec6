"""What the value readers return: numbers, quantities and times, with offsets into the text they were given."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

NumberKind = Literal["cardinal", "ordinal", "fraction", "percent", "multiple"]
Precision = Literal["exact", "about", "nearly", "over", "at_least", "under", "at_most", "range", "vague"]
TimeKind = Literal["date", "range", "datetime", "time", "duration", "set"]

__all__ = ["Number", "NumberKind", "Precision", "Quantity", "Time", "TimeKind"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A numeral: ``value`` is exact; percents are in per cent (85% → 85), fractions are a quotient."""

    text: str
    start: int
    end: int
    value: Decimal
    kind: NumberKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with its unit and marks of precision.

    ``value`` (and ``high`` of a range) are exact, in the base unit: 109.67万元 → 1096700, 八成 → 80,
    三分之二 → 66.6667. ``unit`` is the unit or classifier as written, multiplier removed
    (元, 名, 家, %, 百分点, 倍, 番, 位), None if there is none.
    ``unit_code`` is ISO 4217 for money, UCUM for physical units and %, else None.
    ``dimension`` names the kind of unit (money, length, count …), None without a unit.
    """

    text: str
    start: int
    end: int
    value: Decimal
    high: Decimal | None = None
    unit: str | None = None
    unit_code: str | None = None
    dimension: str | None = None
    precision: Precision = "exact"


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time expression; ``from_`` and ``until`` are ISO dates or datetimes of a half-open interval.

    ``seconds`` is the length of a duration. ``stock`` marks expressions that date a stock (截至…, 年末, 月底).
    Both bounds are None when the expression cannot be placed without a reference, or is open (日前). A time of day
    without a date has bounds such as 09:30:00. Of a set (每周) ``seconds`` is the length of one turn.
    ``also`` holds further readings, as pairs of bounds, where the expression is truly open (三点, 周五, 11月15日).
    """

    text: str
    start: int
    end: int
    kind: TimeKind
    from_: str | None = None
    until: str | None = None
    seconds: int | None = None
    stock: bool = False
    vague: bool = False
    also: tuple[tuple[str, str], ...] = ()
