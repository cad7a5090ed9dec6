"""The unit that a large number leaves unsaid: 职工只有2.1万, 安置费8.6万, 门急诊186.4万人次（急诊23.7万）.

Enters: a quantity without a unit, its indicator and its total. Leaves: the quantity, with 人, 户, 元 or the unit of its
total where the text lets a reader know; 30万人口 is 30万 of 人口, in 人. Next: ``facts`` makes a frame of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from unionie.values.nouns import unit_of
from unionie.values.types import Quantity, Time

_LARGE = re.compile("[万亿]")
_POPULATION = re.compile("口(?![岸径号味头腔罩])")
_TO_THE_CENT = re.compile(r",\d{3}\.\d{2}$")
_MONEY = re.compile(
    r"(?:费|[收投]入|资金?|金额|[总差余]额|款|[奖酬薪]金|工资|产值|营收|利润|支出|补贴|经费|基金|捐赠?)$"
)


def of_population(text: str, quantity: Quantity) -> Quantity:
    """Return the quantity without the first character of 人口 behind it: 30万|人口."""
    if quantity.unit != "人" or quantity.text[-1] != "人" or not _POPULATION.match(text, quantity.end):
        return quantity
    return replace(quantity, end=quantity.end - 1, text=quantity.text[:-1])


def past_times(units: Sequence[tuple[int, int]], times: Sequence[Time]) -> list[tuple[int, int]]:
    """Return where units stand behind a time that was read as their first word: 上学年|食堂."""
    ends = {time.start: time.end for time in times}
    moved = ((ends.get(start, start), end) for start, end in units)
    return [(start, end) for start, end in moved if end - start > 1]


def medal(quantity: Quantity) -> str:
    """Return what 17金 counts: 金牌; "" for other units."""
    return f"{quantity.unit}牌" if quantity.unit in ("金", "银", "铜") else ""


def with_unit(quantity: Quantity, indicator: str, total: Quantity | None) -> Quantity:
    """Return the quantity with the unit that its total or its indicator implies; units that are said stay."""
    if quantity.unit is not None or not (_LARGE.search(quantity.text) or _TO_THE_CENT.search(quantity.text)):
        return quantity
    if total is not None and total.unit is not None and total.unit != "%":
        return replace(quantity, unit=total.unit, unit_code=total.unit_code, dimension=total.dimension)
    if _TO_THE_CENT.search(quantity.text) or _MONEY.search(indicator):
        return replace(quantity, unit="元", unit_code="CNY", dimension="money")
    unit = unit_of(indicator)
    return replace(quantity, unit=unit, dimension="count") if unit else quantity
