"""Amounts without a unit that are values all the same: 3.6万职工, 收入比由1.96缩小到1.91, a cell of a table.

Enters: folded, joined text and an ``Amount``. Leaves: ``Core``, or None. Next: ``phrase``.
"""

from __future__ import annotations

import re
from decimal import Decimal

from unionie.values.amounts import Amount
from unionie.values.nouns import noun_after, noun_before
from unionie.values.phrase import Core
from unionie.values.units import Unit, prefix_currency, units_by_form

__all__ = ["read_bare"]

_INDEX = (
    r"(?:指数|系数|性别比|负担比|抚养比|收入比|[师生床护配差]比|倍差|之比|比例|比值|容积|[\u4e00-\u9fff]率|密度|指标|均值|分值"
    r"|[综成]指|PMI|PPI|CPI|AQI|(?<![A-Z])(?:BMI|CMI)值?|影响因子(?:最高|平均)?)"
)
_INDEX_CUE = re.compile(rf"{_INDEX}(?:[(（][^()（）]{{1,12}}[)）])?[仅只]?(?:约?[为达是有]|达到|约|值为)?$")
_INDEX_VERB = re.compile(
    rf"{_INDEX}[^，。；！？\n\t]{{0,26}}(?:[达至到由从是报]|(?<!以[男女]性)为|上年的|去年的|[0-9]{{4}}年的|比|收于|降至|升至|约为)$"
)
# What an index, given just before, has changed by or differs from another: 死亡率0.013，比全国低|0.007.
_INDEX_MOVED = re.compile(
    rf"{_INDEX}[^，。；！？\n\t]{{0,6}}\d\.\d+(?:[:：∶]1)?，[^，。；！？\n\t]{{0,16}}(?:[上去前]年(?:同期|末|底)?为|缩小|扩大|提高|提升|降低|下降|回落|上升|增加|减少|[降升减增高低])了?$"
)
# What another thing of the kind has, said right behind the index of the first: 销售价格指数100.1，二手住宅|99.5.
_INDEX_OF_OTHER = re.compile(
    rf"{_INDEX}[^。；！？\n\t%元]{{0,36}}\d\.\d+[，、](?:其中)?[一-鿿]{{2,8}}(?<![第达为到约共高低升降长涨跌落加少减增])$"
)
# How many points an index has moved by: 收于3215点，上涨|12点.
_POINTS_MOVED = re.compile(
    rf"{_INDEX}[^。；！？\n\t]{{0,16}}[\d.]点?，[^，。；！？\n\t0-9]{{0,12}}"
    "(?:回升|回落|上升|下降|上涨|下跌|提高|提升|增加|降低|反弹|[高低涨跌升降增减])[了约]?$"
)
_RATIO_CUE = re.compile(
    r"(?<![同环])(?:比例|比值|比(?![赛武]|分(?!别)))[^，。；！？\n\t]{0,16}?(?<!比分)(?<!以)(?<!约以)$"
)
_VERB = re.compile(r"(?:[为达至到由从是比]|上年的|去年的)$")
_TO_ONE = re.compile(r"[:：∶]1(?![0-9.:：∶])")
_NEXT_RATIO = re.compile(  # 生师比分别为17.9∶1、|12.6∶1
    r"(?<![同环])(?:比例|比值|比(?![赛武]|分(?!别)))[^。；！？\n\t]{0,28}\d[:：∶]1(?:[、，和与及]|以及)$"
)
_EDGE = re.compile(
    r"$|[，。；、！？,;)（）(”\n\t]|缩小|扩大|下降|上升|提高|提升|回落|降|升|增|减|调整|变|左右|以上|以下|以内|和|的水平"
)
_END = re.compile(r"$|[，。；、！？,;)）\n\t]|左右|以上|以下|以内")
_CELL_END = re.compile(r"(?:左右|以[上下内])?(?:$|[\t\u3000\n])")
_TO_THE_CENT = re.compile(r"[0-9]{1,3}(?:[,，][0-9]{3})+\.[0-9]{2}")  # a sum in an account: 捐赠收入18,642,350.80
_AMOUNT_END = re.compile(r"$|[，。；、！？,;:：（()）\n\t ]")
_COUNTED = re.compile("[人户]|[吨度斤量]$")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
# What is called by a number of a service: 12351|职工服务热线.
_SERVICE = re.compile(r"1[02][0-9]{3}|9[56][0-9]{3,4}")
_LINE = re.compile(r"[\u4e00-\u9fff]{0,8}?(?:热线|专线|服务台|平台|客服|电话)")
_VALUE = re.compile(r"-?[0-9][0-9,.]*")
_AFTER_POINTS = re.compile(r"$|[，。；、！？,;)）\n\t]|左右|以[上下内]")
_CELL = 20  # a longer first cell is prose, and what follows it no table
# What tells of money without its unit, and what may stand behind that.
_EARNS = re.compile("(?:[挣赚掏]|到手|[卖补花][了出到]|进账)了?(?:约|近|超过?|将近)?$")
_SPOKEN_END = re.compile("$|[，。；！？”\n]|了[，。；！？”]|左右|以[上下]")
_LARGE = 10_000
_INNER = {"余": "over", "多": "over", "来": "about"}


def read_bare(text: str, amount: Amount) -> Core | None:
    """Return the amount without a unit, or with 人 where people follow; None where nothing says it is a value."""
    if prefix_currency(text, amount.start, 0):
        numeral = amount.numeral
        return Core(amount.start, amount.end, amount.low, numeral.high, inner=numeral.mark, scale=numeral.scale)
    if "个" in amount.run:
        return _spoken(text, amount)
    return (
        _earned(text, amount)
        or _counted(text, amount)
        or _stated(text, amount)
        or _rounded(text, amount)
        or _cell(text, amount)
    )


def _spoken(text: str, amount: Amount) -> Core | None:
    """Read 两个亿 as money, unless people or things are spoken of."""
    if _COUNTED.search(text, max(0, amount.start - 12), amount.start):
        return None
    numeral, end = amount.numeral, amount.end
    inner = numeral.mark
    if text[end : end + 1] in ("多", "余") and not inner:
        inner, end = "over", end + 1
    return Core(amount.start, end, amount.low, numeral.high, _unit("元"), end, end, inner, scale=numeral.scale)


def _earned(text: str, amount: Amount) -> Core | None:
    """Read what somebody has earned or paid as money: 纯挣1万8, 到手5万3, 掏了4万."""
    numeral, end = amount.numeral, amount.end
    if amount.low < _LARGE or "万" not in amount.run or not _EARNS.search(text, max(0, amount.start - 6), amount.start):
        return None
    inner = numeral.mark
    if text[end : end + 1] in ("多", "余") and not inner:
        inner, end = "over", end + 1
    if not _SPOKEN_END.match(text, end):
        return None
    return Core(amount.start, end, amount.low, numeral.high, _unit("元"), end, end, inner, scale=numeral.scale)


def _counted(text: str, amount: Amount) -> Core | None:
    numeral = amount.numeral
    at, inner = amount.end, numeral.mark
    if text[at : at + 1] in _INNER and not inner:
        inner, at = _INNER[text[at]], at + 1
    large = bool(inner) or numeral.scale >= 10000
    if not (large or (amount.arabic and amount.low >= 10)):
        return None
    noun = noun_after(text, at)
    if _SERVICE.fullmatch(amount.run) and _LINE.match(text, at):
        return None
    if noun is None or (amount.arabic and amount.low == 100 and numeral.scale == 1):
        return None
    if not large and (not noun[0] or noun[1] > at):
        return None
    return Core(
        amount.start, at, amount.low, numeral.high, _unit(noun[0]), at, at, inner, numeral.bare, scale=numeral.scale
    )  # fmt: skip


def _unit(shown: str) -> Unit | None:
    return units_by_form()[shown]._replace(shown=shown) if shown else None


def _stated(text: str, amount: Amount) -> Core | None:
    """Read what a noun of counting, an index or a verb behind one states, where nothing else follows the number."""
    if not amount.arabic or amount.numeral.mark:
        return None
    start, end, scale = amount.start, amount.end, amount.numeral.scale
    if scale >= 10000 or (amount.low >= 100 and not _YEAR.fullmatch(amount.run)):
        unit = _unit(noun_before(text, start)) if _EDGE.match(text, end) else None
        large = scale >= 10000 and (_END if _VERB.search(text, max(0, start - 3), start) is None else _EDGE)
        if unit is not None or (large and large.match(text, end)):
            return Core(start, end, amount.low, None, unit, end, end, scale=scale)
    if _TO_THE_CENT.fullmatch(amount.run) and _AMOUNT_END.match(text, end):
        return Core(start, end, amount.low, scale=scale)
    if text.startswith("点", end) and _AFTER_POINTS.match(text, end + 1):
        said = text[max(0, start - 40) : start]
        points = _INDEX_CUE.search(said) or _INDEX_VERB.search(said) or _POINTS_MOVED.search(said)
        return Core(start, end + 1, amount.low, None, _unit("点"), end, end + 1) if points else None
    ratio = _TO_ONE.match(text, end)
    if ratio is None and not _EDGE.match(text, end):
        return None
    clause = text[max(0, start - 40) : start]
    before = max(0, start - 48)
    beside = _INDEX_MOVED.search(text, before, start) or _INDEX_OF_OTHER.search(text, before, start)
    if ratio is None and "." in amount.run and beside:
        return Core(start, end, amount.low, scale=scale)
    if (
        (_INDEX_CUE.search(clause) or _INDEX_VERB.search(clause))
        if ratio is None
        else (_RATIO_CUE.search(clause) or _NEXT_RATIO.search(clause))
    ):
        return Core(start, ratio.end() if ratio else end, amount.low, scale=scale)
    return None


def _rounded(text: str, amount: Amount) -> Core | None:
    """Read what is only roughly said, in 万 or 亿, where nothing else follows: 几百亿, 三万多, 四五十万."""
    numeral, end = amount.numeral, amount.end
    inner = numeral.mark
    if not inner and text[end : end + 1] in ("多", "余"):
        inner, end = "over", end + 1
    if not (inner or numeral.high is not None) or numeral.scale < _LARGE or numeral.bare or not _END.match(text, end):
        return None
    unit = _unit(noun_before(text, amount.start))  # 惠及人口300多万
    return Core(amount.start, end, amount.low, numeral.high, unit, end, end, inner, scale=numeral.scale)


def _cell(text: str, amount: Amount) -> Core | None:
    """Read a number that fills a cell of a table row, other than its first cell or a year in a head of years."""
    start = amount.start
    if not amount.arabic or amount.numeral.scale > Decimal(1):
        return None
    if start > 1 and text[start - 1] == "-":
        start -= 1
    if start == 0 or text[start - 1] not in "\t\u3000":
        return None
    if not _CELL_END.match(text, amount.end):
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
