"""Values that are no plain number with a unit: fractions, halves, doublings, ranks.

Enters: folded, joined text and where one may begin. Leaves: ``Core``. Next: ``phrases``.
"""

from __future__ import annotations

import re
from decimal import Decimal

from unionie.values.amounts import Amount, read_amount
from unionie.values.measures import OVER_AFTER
from unionie.values.numerals import EXACT
from unionie.values.phrase import Core
from unionie.values.units import Unit, find_unit, unit_after, units_by_form

__all__ = [
    "read_even",
    "read_fraction",
    "read_half",
    "read_halving",
    "read_mixed",
    "read_rank",
    "read_slash",
    "read_turns",
]

FIFTY = Decimal(50)
_SHARES = {"百": Decimal(1), "千": Decimal(10), "万": Decimal(100), "十万": Decimal(1000), "百万": Decimal(10000)}
_PLACES = Decimal("0.0001")
_TO = re.compile(r"[-–—~至到]")
_TURNS = re.compile(
    r"翻(?:了|过)?(?P<mark>近|约|超过|超)?(?P<run>[0-9.]+|[一两二三四五六七八九十几]+)?番(?P<half>半)?(?P<over>多)?"
)
_TURN_MARKS = {"近": "nearly", "约": "about", "超": "over", "超过": "over"}
_HALVING = re.compile(r"[减折]半(?![征收径导])")
_SLASH = re.compile(
    r"(?<![0-9/.])([1-9][0-9]?)/([1-9][0-9]?)(?![0-9/.年月日:])(?=的|以上|左右|多|强|弱|[，。；、,;)]|$)"
)
_HALF_BARRED = frozenset("上下前后大多小夜一两参对东西南北各")
_HALF_UNITS = frozenset("个打圈份碗杯瓶箱袋桶盒包成倍块")
_SIZES = frozenset(("length", "mass", "volume", "area", "duration"))
_HALF_DIMENSIONS = _SIZES | {"points", "age"}
_SHORT_SIZES = frozenset("亩吨斤升米")
_HALF_NOT = ("半夜", "半晚", "半天然", "半年报", "半年度", "半里程", "半米兰", "半升级")
_RANK_CUE = re.compile(r"(?:居|列|位|排|排名|增速|跃|升|并列|保持|稳居|名次)[^，。；：、\n\t]{0,24}$")
_LISTED = re.compile(r"(?:第[0-9一二三四五六七八九十]+[位名]?[、和及])+$")  # 分列全市第二、|第四
_RANK_AREA = re.compile(r"(?:全国|全省|全市|全区|全县|全州|全球|世界|同类|同期|全系统|全行业|全校)$")
_RANK_EDGE = re.compile(
    r"[，。；、！？,;:：)（）”\"\n\t…]|$|和|与|，|的(?!.{0,2}届)|且|并|比|[升降跃上下提前到]|[退落滑跌进移后回][退落移升]?[至到]"
)
_RANK_UNIT = re.compile(r"位次?|名(?![单称额字])")


def percent_unit() -> Unit:
    """Return the unit %, which shares are given in."""
    return units_by_form()["%"]


def _share(start: int, end: int, low: Decimal, high: Decimal | None = None) -> Core:
    unit = percent_unit()._replace(shown="%")
    return Core(start, end, low, high, unit, start, end, part=True)


def read_fraction(text: str, amount: Amount) -> Core | None:
    """Read 百分之三, 千分之六, 三分之二, 百分百 as a share in %; None where no fraction stands."""
    start, end = amount.start, amount.end
    if amount.run == "百" and text.startswith("分百", end):
        return _share(start, end + 2, Decimal(100))
    if not text.startswith("分之", end):
        return None
    divisor = _SHARES.get(amount.run)
    if divisor is not None and text.startswith("负", end + 2):
        return _minus_share(text, amount, divisor)
    over, _ = read_amount(text, end + 2) if end + 2 < len(text) else (None, end)
    if over is None:
        return None
    if divisor is None:
        return _quotient(text, amount, over)
    low = EXACT.divide(over.low, divisor)
    high = None if over.numeral.high is None else EXACT.divide(over.numeral.high, divisor)
    if high is None and _TO.match(text, over.end):
        upper, _ = read_amount(text, over.end + 1) if over.end + 1 < len(text) else (None, end)
        if upper is not None and upper.run == amount.run and text.startswith("分之", upper.end):
            upper, _ = read_amount(text, upper.end + 2) if upper.end + 2 < len(text) else (None, end)
        if upper is not None and upper.low > over.low and find_unit(text, upper.end) is None:
            return _share(start, upper.end, low, EXACT.divide(upper.low, divisor))
    return _share(start, over.end, low, high)._replace(inner=over.numeral.mark)


def _minus_share(text: str, amount: Amount, divisor: Decimal) -> Core | None:
    over, _ = read_amount(text, amount.end + 3) if amount.end + 3 < len(text) else (None, 0)
    return _share(amount.start, over.end, EXACT.divide(-over.low, divisor)) if over else None


def _quotient(text: str, under: Amount, over: Amount) -> Core | None:
    if not under.low or text.startswith("决赛", over.end) or under.numeral.high or over.numeral.high:
        return None
    found = None if under.numeral.mark else find_unit(text, over.end)
    if found and found.unit.dimension in _SIZES and (len(found.unit.form) > 1 or found.unit.form in _SHORT_SIZES):
        low = EXACT.divide(over.low, under.low).quantize(_PLACES, context=EXACT)  # 三分之一亩
        return Core(under.start, found.end, low, None, found.unit, over.end, found.end)
    share = EXACT.divide(EXACT.multiply(over.low, Decimal(100)), under.low).quantize(_PLACES, context=EXACT)
    if under.numeral.mark or (over.low and not share):
        return None
    return _share(under.start, over.end, share)


def read_mixed(text: str, whole: Amount) -> tuple[list[Core], int] | None:
    """Read 一又二分之一小时 with its unit; without one it is no quantity, and nothing in it is."""
    under, _ = read_amount(text, whole.end + 1) if whole.end + 1 < len(text) else (None, 0)
    if under is None or not under.low or not text.startswith("分之", under.end):
        return None
    over, after = read_amount(text, under.end + 2) if under.end + 2 < len(text) else (None, under.end)
    if over is None:
        return [], under.end
    found = find_unit(text, over.end)
    if found is None:
        return [], after
    low = EXACT.add(whole.low, EXACT.divide(over.low, under.low).quantize(_PLACES, context=EXACT))
    return [Core(whole.start, found.end, low, None, found.unit, over.end, found.end)], found.end


def read_slash(text: str, start: int) -> Core | None:
    """Read 1/3 as a share in %, where nothing says that it is a date or a code."""
    match = _SLASH.match(text, start)
    if match is None:
        return None
    over, under = Decimal(match[1]), Decimal(match[2])
    if over >= under:
        return None
    share = EXACT.divide(over * 100, under).quantize(_PLACES, context=EXACT)
    return _share(start, match.end(), share)


def read_turns(text: str, start: int) -> Core | None:
    """Read 翻一番, 翻了两番, 翻番 in the unit 番."""
    match = _TURNS.match(text, start)
    if match is None:
        return None
    amount = read_amount(text, match.start("run"))[0] if match["run"] else None
    if match["run"] and amount is None:
        return None
    low = amount.low if amount else Decimal(1)
    high = amount.numeral.high if amount else None
    if match["half"]:
        low += Decimal("0.5")
    at = match.start("half") if match["half"] else match.end() - len(match["over"] or "")
    inner = "over" if match["over"] else _TURN_MARKS.get(match["mark"] or "", "")
    return Core(start, match.end(), low, high, units_by_form()["番"], at - 1, at, inner)


def read_halving(text: str, start: int) -> Core | None:
    """Read 减半 and 折半 as 50 %."""
    match = _HALVING.match(text, start)
    return _share(start, match.end(), FIFTY) if match else None


def read_even(text: str, start: int) -> Core | None:
    """Read 对折 as 5折."""
    if not text.startswith("对折", start) or text.startswith("对折叠", start):
        return None
    return Core(start, start + 2, Decimal(5), None, units_by_form()["折"], start + 1, start + 2)


def read_half(text: str, start: int) -> Core | None:
    """Read what begins with 半: 半斤, 半个小时, 半数以上, 过半, 近半."""
    before = text[start - 1 : start]
    if text.startswith("半数", start):
        return _share(start, start + 2, FIFTY)._replace(bare=before == "过")
    if before in ("过", "近", "超"):
        following = text[start + 1 : start + 2]
        if not following or not "\u4e00" <= following <= "\u9fff" or following in "的以在和及职企农受参用来学居":
            return _share(start, start + 1, FIFTY)._replace(bare=True)
    if (before and before in _HALF_BARRED) or text.startswith(_HALF_NOT, start):
        return None
    over = text.startswith(("个多", "个余"), start + 1)
    found = unit_after(text, start + 3) if over else find_unit(text, start + 1)
    if found is None:
        return None
    unit = found.unit
    if unit.dimension not in _HALF_DIMENSIONS and unit.form not in _HALF_UNITS:
        return None
    low = EXACT.multiply(Decimal("0.5"), unit.times)
    unit_start = start + 3 if over else start + 1
    more = not over and OVER_AFTER.match(text, found.end) is not None
    return Core(start, found.end + more, low, None, unit, unit_start, found.end, "over" if over or more else "")


def read_rank(text: str, amount: Amount) -> Core | None:
    """Read 第3位, 第二 as a rank where the clause says so (居, 列, 位, 排 …); 第二届, 第一产业 are names."""
    start, end = amount.start - 1, amount.end
    clause = _LISTED.sub("", text[max(0, start - 40) : start])
    cued = bool(_RANK_CUE.search(clause))
    unit = _RANK_UNIT.match(text, end)
    stop = unit.end() if unit else end
    if not _RANK_EDGE.match(text, stop) and not (cued and unit):
        return None
    if not (cued or _RANK_AREA.search(clause) or (unit and unit[0][0] == "位" and text[stop : stop + 1] != "的")):
        return None
    shown = units_by_form()["位次"]._replace(form="位", shown="位")
    return Core(start, stop, amount.low, None, shown, end, stop)
