"""Amounts without a unit that are values all the same: 3.6万职工, 收入比由1.96缩小到1.91, a cell of a table.

Enters: folded, joined text and an ``Amount``. Leaves: ``Core``, or None. Next: ``phrase``.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from unionie.rules import load_table
from unionie.values.amounts import Amount
from unionie.values.phrase import Core
from unionie.values.units import Unit, prefix_currency, units_by_form

__all__ = ["read_bare"]

_CUE = re.compile(r"(?:为|达|达到|至|到|由|从|上年的|去年的|比|指数|系数|约为|是|报|收于|升至|降至)$")
_INDEX_CUE = re.compile(
    r"(?:指数|系数|性别比|负担比|抚养比|收入比|生产率|指标|密度|容积率|比值|比例为|指数为|系数为|比为)$"
)
_EDGE = re.compile(
    r"$|[，。；、！？,;)（）(”\n\t]|缩小|扩大|下降|上升|提高|降|升|增|减|调整|变|左右|以上|以下|以内|和|的水平"
)
_END = re.compile(r"$|[，。；、！？,;)）\n\t]|左右|以上|以下|以内")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_VALUE = re.compile(r"-?[0-9][0-9,.]*")
_CELL = 20  # a longer first cell is prose, and what follows it no table
_INNER = {"余": "over", "多": "over", "来": "about"}


def read_bare(text: str, amount: Amount) -> Core | None:
    """Return the amount without a unit, or with 人 where people follow; None where nothing says it is a value."""
    if prefix_currency(text, amount.start, 0):
        numeral = amount.numeral
        return Core(amount.start, amount.end, amount.low, numeral.high, inner=numeral.mark, scale=numeral.scale)
    return _counted(text, amount) or _stated(text, amount) or _cell(text, amount)


@cache
def _nouns() -> tuple[re.Pattern[str], dict[str, str]]:
    units = {word: row["unit"] for row in load_table("counted_nouns") for word in row["words"].split(" ")}
    words = "|".join(sorted(map(re.escape, units), key=len, reverse=True))
    return re.compile(rf"[\u4e00-\u9fff]{{0,6}}?({words})"), units


def _counted(text: str, amount: Amount) -> Core | None:
    numeral = amount.numeral
    at, inner = amount.end, numeral.mark
    if text[at : at + 1] in _INNER and not inner:
        inner, at = _INNER[text[at]], at + 1
    if not (inner or numeral.scale >= 10000 or (amount.arabic and amount.low >= 10)):
        return None
    pattern, units = _nouns()
    noun = pattern.match(text, at)
    if noun is None or (amount.arabic and amount.low == 100 and numeral.scale == 1):
        return None
    shown = units[noun[1]]
    if not shown and not (inner or numeral.scale >= 10000):
        return None
    if not (inner or numeral.scale >= 10000) and noun.start(1) > at:
        return None
    unit: Unit | None = units_by_form()["人"]._replace(shown=shown) if shown else None
    return Core(
        amount.start, at, amount.low, numeral.high, unit, at, at, inner, numeral.bare, scale=numeral.scale
    )  # fmt: skip


def _stated(text: str, amount: Amount) -> Core | None:
    """Read a decimal after 为, 达, 由 … 到, or any number after an index, where nothing else follows it."""
    if amount.arabic and amount.numeral.scale >= 10000 and _END.match(text, amount.end):
        return Core(amount.start, amount.end, amount.low, inner=amount.numeral.mark, scale=amount.numeral.scale)
    if not amount.arabic or amount.numeral.mark or not _EDGE.match(text, amount.end):
        return None
    before = text[max(0, amount.start - 6) : amount.start]
    if _INDEX_CUE.search(before) or ("." in amount.run and _CUE.search(before)):
        return Core(amount.start, amount.end, amount.low, scale=amount.numeral.scale)
    return None


def _cell(text: str, amount: Amount) -> Core | None:
    """Read a number that fills a cell of a table row, other than its first cell or a year in a head of years."""
    start = amount.start
    if not amount.arabic or amount.numeral.scale > Decimal(1):
        return None
    if start > 1 and text[start - 1] == "-":
        start -= 1
    if start == 0 or text[start - 1] not in "\t\u3000":
        return None
    if amount.end < len(text) and text[amount.end] not in "\t\u3000\n":
        return None
    line_start = text.rfind("\n", max(0, start - 200), start) + 1
    label = text[line_start:start].strip().partition("\t")[0]
    if not label or len(label) > _CELL or (_YEAR.fullmatch(amount.run) and not _beside_value(text, start, amount.end)):
        return None
    return Core(amount.start, amount.end, amount.low)


def _beside_value(text: str, start: int, end: int) -> bool:
    """Say whether a cell next to ``start:end`` holds a number that is no year."""
    before = text[max(0, start - _CELL) : start - 1].rpartition("\t")[2]
    after = text[end + 1 : end + 1 + _CELL].partition("\n")[0].partition("\t")[0]
    return any(_VALUE.fullmatch(cell) and not _YEAR.fullmatch(cell) for cell in (before, after))
