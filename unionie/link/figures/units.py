"""The unit that a large number leaves unsaid (职工只有2.1万), what a unit alone says (辖5县), and thresholds.

Enters: a quantity without a unit, its indicator and its total. Leaves: the quantity, with 人, 户, 元 or the unit of its
total where the text lets a reader know; 30万人口 is 30万 of 人口, in 人. Next: ``facts`` makes a frame of it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from unionie.link.figures.scope import Scope
from unionie.values.nouns import unit_of
from unionie.values.types import Quantity

_LARGE = re.compile("[万亿]")
_POPULATION = re.compile("口(?![岸径号味头腔罩])")
_TO_THE_CENT = re.compile(r",\d{3}\.\d{2}$")
_MONEY = re.compile(
    r"(?:费|[收投]入|资金?|金额|[总差余]额|款|[奖酬薪]金|工资|产值|营收|利润|支出|补贴|经费|基金|捐赠?)$"
)

_PASSES, _THRESHOLD = re.compile("(?:跨[越过]|[越迈跃闯]过|冲破)$"), re.compile("的?新?(?:大关|关口)")
# How many are given an honour is the honour's number: 授予甲等3个|单位“先进集体”称号.
_HONOUR = re.compile(
    r"(?:同志|单位|集体|个人|职工|班组|家庭|选手|企业)“?([^“”]{0,16}(?:奖[状章杯]|先锋号|标兵|模范|能手|工匠"
    r"|(?:先进|优秀|文明|十佳|最美)[^“”]{1,8}))”?(?:荣誉)?(?:称号)?"
)
_HOMES, _PEOPLE = "户数", "人口"
_EDGES = frozenset(["", *"、，和及（\x02"])
_AREA = re.compile(
    "(?:(?:[全该本这那]个?|[一-鿿]{1,8})(?:村|组|屯|寨|社区|嘎查|苏木|乡|镇|村子))(?:现有|现|共有?|总共|有)?"
)
KINDS_OF_HOME = frozenset(["城中村", "城边村", "棚户区", "安置小区"])  # no names
AREAS = frozenset("县区市镇乡村州旗盟")


def of_population(text: str, quantity: Quantity) -> Quantity:
    """Return the quantity without the first character of 人口 behind it: 30万|人口."""
    if quantity.unit != "人" or quantity.text[-1] != "人" or not _POPULATION.match(text, quantity.end):
        return quantity
    return replace(quantity, end=quantity.end - 1, text=quantity.text[:-1])


def medal(quantity: Quantity) -> str:
    """Return what 17金 counts: 金牌; "" for other units."""
    return f"{quantity.unit}牌" if quantity.unit in ("金", "银", "铜") else ""


def of_honour(indicator: str) -> str:
    """Return the honour alone where an indicator counts who are given it: 单位“先进集体”称号."""
    named = _HONOUR.fullmatch(indicator)
    return named[1] if named else indicator


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


def over_threshold(text: str, quantity: Quantity) -> Quantity:
    """Return the quantity as passed where it is called a threshold: 跨越5000亿元|大关."""
    passed = _PASSES.search(text, max(0, quantity.start - 3), quantity.start) and _THRESHOLD.match(text, quantity.end)
    return replace(quantity, precision="over") if passed and quantity.precision == "exact" else quantity


def of_unit(indicator: str, first: Quantity, quantity: Quantity) -> str:
    """Return the indicator of a run as that of one of its values, by what the unit counts: 412户|1563人, 辖5县|1市."""
    if indicator == _HOMES and quantity.unit in ("人", "口人", "口"):
        return _PEOPLE
    if quantity.unit in AREAS and first.unit in AREAS and indicator.endswith(first.unit or ""):
        return indicator.removesuffix(first.unit or "") + (quantity.unit or "")
    return indicator


def inhabitants(scope: Scope, words: str, quantity: Quantity, after: str) -> str:
    """Return what a village has so many of where only the unit says it: 全村|412户|1563人 → 户数."""
    alone = quantity.unit == "户" and (after[:1] in _EDGES or after.startswith("人家"))
    if not alone or any(frame.quantity.unit == "户" for frame in scope.frames[scope.first :]):
        return ""
    named = words.strip("，、。；：“ \x01\x02")
    return _HOMES if _AREA.fullmatch(named) and named not in KINDS_OF_HOME else ""
