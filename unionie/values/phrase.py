"""A quantity as the grammar found it, and what the characters beside it add: sign, currency, marks of precision.

Enters: folded, joined text and a value with its unit. Leaves: ``Phrase``. Next: ``quantities`` makes records of them.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from unionie.values.marks import mark_after, mark_before
from unionie.values.types import Precision
from unionie.values.units import Currency, Unit, prefix_currency, units_by_form

__all__ = ["NOT_MINUS", "Core", "Phrase", "finish", "read_sign"]

_CALENDAR = frozenset(("年", "个月", "天", "周", "星期", "个星期", "个季度", "季度"))
_PLACES = frozenset(("名", "位"))
_ROUNDS = frozenset(("批", "批次", "轮", "场"))
_ROUND_FREE = frozenset("会赛课战节年")  # 会前|三场: before the meeting, not the first three
_NOW = (
    *("目前", "此前", "以前", "之前", "日前", "当前", "提前", "年前", "学前", "产前", "以后", "之后", "接近", "将近"),
    *("滞后", "落后", "延后", "推后", "以上", "以下"),
)
_PERIOD_BEFORE = ("近", "过去", "未来", "今后", "前", "后", "上", "下", "头", "这", "那", "同", "每", "本")
_STEP = re.compile("的?新?(?:台阶|大关|关口)")
_MENDS = frozenset("修治理改顿合建编备")  # 150万元|整修
_CLIMBS = re.compile("[跨迈站登冲跃踏][上过越]|突破")
_REACHES = re.compile("[展做增升扩加达高长][到至]|规?[模值]达")
_EACH = re.compile("每(?![年月日天周季])[一-鿿]{1,3}$")  # 不超过每亩|300立方米
_LONGEST_EACH = 4
_CLAUSE_END = re.compile(r"$|[，。；！？、：）”\s]|的?(?:规模|目标)")
NOT_MINUS = frozenset("正抱肩胜自担背欺亏减承辜重")


class Core(NamedTuple):
    """A value with its unit, before the characters beside it are read.

    ``inner`` is a mark inside (十多万, 数十); ``bare`` a multiplier without a number, which needs a mark (亿元以上);
    ``part`` a part of a whole, which 强 and 弱 may follow (三分之一强).
    """

    start: int
    end: int
    low: Decimal
    high: Decimal | None = None
    unit: Unit | None = None
    unit_start: int = 0
    unit_end: int = 0
    inner: str = ""
    bare: bool = False
    part: bool = False
    scale: Decimal = Decimal(1)


class Phrase(NamedTuple):
    """A quantity in the joined text; ``shown`` is its unit where that is not what is written at ``unit_start``."""

    start: int
    end: int
    low: Decimal
    high: Decimal | None
    precision: Precision
    unit: Unit | None
    unit_start: int
    unit_end: int
    shown: str


def finish(text: str, core: Core, floor: int) -> Phrase | None:
    """Return ``core`` with the sign, currency and marks beside it; None where a bare multiplier has no mark.

    The ends of a range have their signs already.
    """
    if _names_period(text, core):
        return None
    start, negative = read_sign(text, core.start, floor)
    if core.inner == "vague" and start > floor and text[start - 1] == "好":
        start -= 1
    before: str = ""
    currency: Currency | None = None
    for _ in range(3):
        if currency is None and (found := prefix_currency(text, start, floor)) and _takes(core.unit):
            currency, start = found, start - len(found.form)
            if not negative:
                start, negative = read_sign(text, start, floor)
            continue
        large = core.bare or core.part or core.scale >= 10000
        edge = start
        mark = mark_before(text, edge, floor, bare=core.bare, large=large)
        if mark is None and (each := _EACH.search(text, max(floor, start - _LONGEST_EACH), start)):
            edge = each.start()
            mark = mark_before(text, edge, floor, bare=False, large=False)
        if mark is None or before:
            break
        before, start = mark.precision, edge - len(mark.form)
    after = mark_after(text, core.end, part=core.part)
    end = core.end + len(after.form) if after else core.end
    if core.bare and not (before or after or core.inner or currency or _is_step(text, core) or _is_reached(text, core)):
        return None
    precision = _precision(core, before, after.precision if after else "")
    unit, shown = core.unit, ""
    if unit is not None and unit.form == "度" and text.startswith("零下", start):
        unit = unit._replace(dimension="temperature", code="Cel")
    if currency is not None:
        base = units_by_form().get(currency.unit) or units_by_form()["元"]
        unit, shown = base._replace(code=currency.code), currency.unit
        if core.unit is not None and currency.unit == "元":
            shown = ""
    money = unit is not None and unit.dimension == "money" and text[end - 1] in "元圆角分"
    if money and text.startswith("整", end) and text[end + 1 : end + 2] not in _MENDS:
        end += 1
    low, high = core.low, core.high
    if negative and high is None:
        low = -low
    return Phrase(start, end, low, high, precision, unit, core.unit_start, core.unit_end, shown)


def _names_period(text: str, core: Core) -> bool:
    """Say whether a stretch of the calendar or of a ranking is named: 近三年, 前10个月, 过去一年, 前3名, 前三批."""
    form = "" if core.unit is None else core.unit.form
    if core.inner or not (form in _CALENDAR or form in _PLACES or form in _ROUNDS):
        return False
    before = text[max(0, core.start - 2) : core.start]
    if before.endswith(_NOW):
        return False
    if text.endswith(("过去的", "未来的", "今后的"), max(0, core.start - 3), core.start):
        return True
    if form in _ROUNDS and before[:1] in _ROUND_FREE:
        return False
    return before.endswith(_PERIOD_BEFORE if form in _CALENDAR else "前")


def _is_step(text: str, core: Core) -> bool:
    """Say whether a threshold is reached: 跨上|万亿元|台阶."""
    return bool(_STEP.match(text, core.end) and _CLIMBS.match(text, core.start - 2))


def _is_reached(text: str, core: Core) -> bool:
    """Say whether something has come to a threshold and the clause ends: 产业规模达到|百亿元|, 发展到|百家|."""
    return bool(_REACHES.match(text, core.start - 2) and _CLAUSE_END.match(text, core.end))


def _takes(unit: Unit | None) -> bool:
    return unit is None or unit.form in ("元", "圆", "块", "块钱")


def read_sign(text: str, start: int, floor: int) -> tuple[int, bool]:
    """Return where the sign before ``start`` begins (``start`` itself without one) and whether it is a minus."""
    if start > floor:
        before = text[start - 1]
        further = text[start - 2 : start - 1]
        if before == "-" and start - 1 == floor > 0:
            return start, False  # a dash behind the value before
        if before == "+" and "\u4e00" <= further <= "\u9fff":
            return start, False
        if before in "-+" and not (further and further.isascii() and (further.isalnum() or further in ")%")):
            return start - 1, before == "-"
        if before == "负" and further not in NOT_MINUS:
            return start - 1, True
        if before == "下" and further == "零" and start - 2 >= floor:
            return start - 2, True
    return start, False


def _precision(core: Core, before: str, after: str) -> Precision:
    if core.high is not None:
        return "range"
    if core.inner == "vague":
        return "vague"
    given = [mark for mark in (before, after, core.inner) if mark]
    for mark in given:
        if mark != "about":
            return mark  # type: ignore[return-value]  # marks.tsv and numerals give Precision names only
    return "about" if given else "exact"
