"""Figures as stated: between which bounds a rounded one lies, and how one is written for a reader.

Enters: a Fact. Leaves: bounds, words. Next: the checks beside this module.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from unionie.records import Fact

__all__ = ["Bounds", "bounds", "growth_between", "same_unit", "say", "words"]

_DIGITS = re.compile(r"\d[\d,，\s]*(?:[.．]\s*(\d+))?")
_SEPARATORS = re.compile(r"[,，\s]")
_PEOPLE = frozenset(["人", "名", "位", "个", "口", "员"])
_HUNDRED_MILLION, _TEN_THOUSAND = Decimal(10**8), Decimal(10**4)
_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")


class Bounds(NamedTuple):
    """Between what a stated figure lies: 1.2万 between 11500 and 12500."""

    low: Decimal
    high: Decimal


def bounds(fact: Fact) -> Bounds:
    """Return between what an exact figure lies, by the last digit that is written."""
    written = _DIGITS.search(fact.mentions[0].text.translate(_WIDE))
    if written is None or not fact.value:
        return Bounds(fact.value, fact.value)
    decimals = len(written[1] or "")
    number = Decimal(_SEPARATORS.sub("", written[0]).replace("．", "."))
    times = abs(fact.value) / number if number else Decimal(1)
    half = times.scaleb(-decimals) / 2 if decimals or times > 1 else Decimal(0)
    return Bounds(fact.value - half, fact.value + half)


def growth_between(earlier: Fact, later: Fact, *, years: int = 1) -> Bounds | None:
    """Return between what the growth rate lies, in percent, a year where there are several; None from nothing."""
    first, last = bounds(earlier), bounds(later)
    if first.low <= 0 or last.low <= 0:
        return None
    rates = (last.low / first.high, last.high / first.low)
    low, high = ((rate ** (Decimal(1) / years) - 1) * 100 for rate in rates)
    return Bounds(low, high)


def same_unit(one: Fact, other: Fact) -> bool:
    """Tell whether two figures count the same: 65名 and 65个 do."""
    return one.unit == other.unit or (one.unit in _PEOPLE and other.unit in _PEOPLE)


def words(fact: Fact) -> str:
    """Return the figure as the text has it, on one line."""
    return "".join(fact.mentions[0].text.split())


def say(value: Decimal, unit: str | None = None, decimals: int = 2) -> str:
    """Return a value as one writes it: 43744000000 元 → 437.44亿元."""
    for step, name in ((_HUNDRED_MILLION, "亿"), (_TEN_THOUSAND, "万")):
        if abs(value) >= step:
            return f"{_strip(value / step, decimals)}{name}{unit or ''}"
    return f"{_strip(value, decimals)}{unit or ''}"


def _strip(value: Decimal, decimals: int) -> str:
    text = f"{value:.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
