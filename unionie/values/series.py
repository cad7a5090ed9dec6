"""Ranges and lists of amounts that share a unit: 3至5家, 2—3万元, 5%-8%, 3、5、7家, 2.3个和0.7个百分点.

Enters: folded, joined text, an ``Amount`` and what it is alone. Leaves: ``Core`` values. Next: ``phrase``.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from unionie.values.amounts import Amount, read_amount
from unionie.values.measures import read_measure
from unionie.values.numerals import EXACT, Numeral, read_numeral, read_scale
from unionie.values.phrase import Core, read_sign
from unionie.values.units import prefix_currency

__all__ = ["read_elliptical", "read_list", "read_range"]

_TO = re.compile(r"(?:[-~至到]|[–—]{1,2}|或者?)(?:¥|US\$|HK\$|\$|€)?(?:(?P<minus>零下|负|-(?=[0-9]))|零上)?")
_AND = re.compile(r"[、和与及]|以及|,(?=[0-9])")
_LONGER = re.compile(r"、[0-9.]+[、和]|、[一二三四五六七八九十百]+[、和]")
_EACH = re.compile("分别|依次|第|各")
_OPENS = "\n\t　。；：(（"
_MORE = ("多", "余")
_FREE = ("duration", "age", "money")
_BIG_END = re.compile("[万亿]+$")
_COUNTED = "个人名位家户次"  # 3、4期 and 5、6层 are ordinals
_MOST = 40


def read_range(text: str, amount: Amount, alone: Core | None) -> tuple[list[Core], int] | None:
    """Return the range that ``amount`` begins, and where it ends; None where there is none."""
    at = alone.end if alone is not None else amount.end
    at += alone is None and text[at : at + 1] in _MORE  # 100多至200人
    to = _TO.match(text, at)
    if to is None or amount.numeral.mark or amount.numeral.high is not None:
        return None
    upper, _ = read_amount(text, to.end()) if to.end() < len(text) else (None, at)
    if upper is None or upper.numeral.high is not None:
        return None
    other = read_measure(text, upper)
    if other is None and alone is None and prefix_currency(text, amount.start, 0):
        low = _shared(amount, upper, Decimal(1))
        return ([Core(amount.start, upper.end, low, upper.low)] if low < upper.low else []), upper.end
    if other is None or other.unit is None or other.high is not None:
        if alone is None and to[0][0] != "或":
            return [], upper.end
        return None
    if alone is None:
        low = _shared(amount, upper, other.unit.times)
    elif alone.unit is not None and (other.unit.form + "/").startswith(alone.unit.form + "/"):
        low = alone.low
    elif alone.unit is not None and alone.unit.form == "个" and other.unit.form.startswith("个"):
        low = EXACT.multiply(alone.low, other.unit.times)  # 5个至8个百分点
    else:
        return None
    if to[0][0] == "或" and alone is not None:
        return None  # 三千元或者五千元 are two figures, 三五名 is one
    low = -low if read_sign(text, amount.start, 0)[1] else low
    dashed = to[0].endswith("--") and low >= 0  # 1万元--5万元, but -10--5℃
    high = -other.low if to["minus"] and not dashed else other.low
    if low >= high:
        return None if alone is not None else ([], other.end)
    bare = amount.numeral.bare or upper.numeral.bare
    return [other._replace(start=amount.start, low=low, high=high, bare=bare)], other.end


def _shared(amount: Amount, upper: Amount, times: Decimal) -> Decimal:
    """Return the lower end, times the multiplier behind the upper one where it is meant for both (2—3万)."""
    low = amount.low
    big = _BIG_END.search(upper.run)
    for scale in (upper.numeral.scale, read_scale(big[0]) if big else Decimal(1)):  # 2—3万; 七千到九千|亿
        if amount.numeral.scale < scale and low < EXACT.divide(upper.low, scale):
            return EXACT.multiply(EXACT.multiply(low, scale), times)
    return EXACT.multiply(low, times)


def read_elliptical(text: str, first: Core) -> list[Core]:
    """Return 2.3个和0.7个百分点 with one unit for all; empty where 个 is what is counted."""
    cores = [first]
    while len(cores) < _MOST and cores[-1].unit is not None and cores[-1].unit.form == "个":
        join = _AND.match(text, cores[-1].end)
        amount, _ = read_amount(text, join.end()) if join and join.end() < len(text) else (None, 0)
        core = read_measure(text, amount) if amount else None
        if core is None:
            return []
        cores.append(core)
    unit = cores[-1].unit
    if len(cores) == 1 or unit is None or not unit.form.startswith("个"):
        return []
    last = cores[-1]
    shared = [
        core._replace(
            unit=unit, unit_start=last.unit_start, unit_end=last.unit_end, low=EXACT.multiply(core.low, unit.times)
        )
        for core in cores[:-1]
    ]
    return [*shared, last]


def read_list(text: str, first: Amount) -> tuple[list[Core], int] | None:
    """Return 3、5、7家 as three quantities with one unit, and where the list ends.

    Without a unit the list is empty, and what comes before its last amount has been seen.
    """
    if between := _between(text, first):
        return between
    amounts = [first]
    at = first.end
    at_line = first.start == 0 or text[first.start - 1] == "\n"
    if at_line and text.startswith("、", at) and not _LONGER.match(text, at):
        return None
    while len(amounts) < _MOST and (join := _AND.match(text, at)):
        amount, _ = read_amount(text, join.end()) if join.end() < len(text) else (None, at)
        if amount is None or amount.numeral.mark or amount.arabic != first.arabic:
            break
        amounts.append(amount)
        last = read_measure(text, amount)
        if last is not None:
            if len(amounts) == 2 and text.startswith("之间", last.end) and amounts[0].low < last.low:
                low = _shared(amounts[0], amount, last.unit.times if last.unit else Decimal(1))
                return [last._replace(start=first.start, low=low, high=last.low)], last.end
            if not first.arabic and _counts_up(amounts):
                return [], last.end  # 一、二、三项 are ordinals
            if join[0] == "," and len(amounts) == 2:
                return [], last.end  # 12,5% and 12,34万元 are no two
            return _listed(amounts, last), last.end
        at = amount.end
    return ([], amounts[-1].start) if len(amounts) > 1 else None


def _between(text: str, first: Amount) -> tuple[list[Core], int] | None:
    """Read two neighbours with 、 between as the range that they are without it: 三、四十人, 十七、八岁, 3、4个人."""
    if not text.startswith("、", first.end) or first.start == 0 or text[first.start - 1] in _OPENS:
        return None
    amount, _ = read_amount(text, first.end + 1) if first.end + 1 < len(text) else (None, 0)
    if amount is None or amount.arabic != first.arabic or amount.numeral.high is not None:
        return None
    core = read_measure(text, amount)
    if core is None or core.unit is None:
        return None
    if not first.arabic:
        numeral = read_numeral(first.run + amount.run) if len(first.run + amount.run) > 2 else None
    elif _is_vague_pair(text, first, amount) and (core.unit.dimension in _FREE or core.unit.form in _COUNTED):
        numeral = Numeral(first.low, amount.low)
    else:
        return None
    if numeral is None or numeral.high is None:
        return None
    low, high = (EXACT.multiply(end, core.unit.times) for end in (numeral.value, numeral.high))
    return [core._replace(start=first.start, low=low, high=high)], core.end


def _is_vague_pair(text: str, first: Amount, second: Amount) -> bool:
    together = len(first.run) == len(second.run) == 1 and second.low - first.low == 1
    return together and not _EACH.search(text, max(0, first.start - 16), first.start)


def _counts_up(amounts: list[Amount]) -> bool:
    return all(after.low - before.low == 1 for before, after in pairwise(amounts))


def _listed(amounts: list[Amount], last: Core) -> list[Core]:
    unit, cores = last.unit, []
    times = unit.times if unit is not None else Decimal(1)
    for amount in amounts[:-1]:
        low = _shared_list(amount, amounts[-1])
        cores.append(last._replace(start=amount.start, end=amount.end, low=EXACT.multiply(low, times), inner=""))
    return [*cores, last]


def _shared_list(amount: Amount, last: Amount) -> Decimal:
    scale = last.numeral.scale
    return EXACT.multiply(amount.low, scale) if amount.numeral.scale == 1 < scale else amount.low
