"""An amount with its unit: 36家, 20余万元, 一个半小时, 3元5角, 9秒81.

Enters: folded, joined text and an ``Amount``. Leaves: ``Core``, or None where no unit makes it a quantity.
Next: ``series`` for ranges and lists, ``phrase`` for the marks.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from unionie.rules import load_table
from unionie.values.amounts import ARABIC, RUN, Amount, read_amount
from unionie.values.guards import in_word
from unionie.values.numerals import EXACT, Numeral
from unionie.values.phrase import Core
from unionie.values.units import Unit, UnitAt, find_unit, unit_after, units_by_form

__all__ = ["HALF", "OVER_AFTER", "counts_meetings", "per_cent_digit", "read_measure"]

HALF = Decimal("0.5")
_INNER = {"余": "over", "多": "over", "来": "about", "+": "over"}
_MODEL = re.compile(r"[A-Za-z] ?$")
_COINS_END = frozenset("钱多零一二三四五六七八九分的就起左以买不")
_SPENT = tuple("零一二两三四五六七八九多半，。")
_MEETING = re.compile(
    r"(?:[、和][一二三四五六七八九十]{1,3}次)*(?:全会|全体|会议|大会|党代|代表大|常委|常务|主席|中央|集体学|会晤)"
)
_CALLED = re.compile(r"(?:召开|举行|举办|组织|参加|出席|列席|主持|先后|累计|[总合]计|(?<!中)共|开)(?:了|过)?[约近]?$")
_ADDRESS = re.compile(r"[0-9一二三四五六七八九十]{1,3}(?:单元|号门|[0-9]{3,4}[室号])")  # 12栋3单元
_ARTICLE = re.compile(r"[^，。；、！？,;!?\n的]{0,24}的")
_HALF_AFTER = re.compile(r"半(?![个数天年月价票径导路成斤夜决程生死封自信边场脱停])")
OVER_AFTER = re.compile(r"[多余](?=$|[^\u4e00-\u9fff]|的|钱|时间|人|来|了|路|年|和|与)")
# What a size is of: 三米多|长, 五亩多|地.
_OVER_SIZE = re.compile(rf"{OVER_AFTER.pattern}|[多余](?=[长宽高深厚远重](?![期度时级质标效])|地(?![区方点处市]))")
# What 口 counts, which names besides: 三口|人.
_MOUTHS = re.compile("人(?!才)|水?井|机井|鱼?塘|大?锅")
_CAMELS = re.compile("[多余]?(?:[骆双单公母幼白种]|驼|[^\\u4e00-\\u9fff]|$)")  # which alone 峰 counts: 五峰县 is a name
_OVER_COUNT = re.compile(r"[多余](?=$|[^\u4e00-\u9fff]|的|了|和|与)")  # 3家|多年亏损企业
_PLAIN = frozenset(("length", "area", "volume", "mass"))  # what 个 may count all the same: 100个平方米
_PER_CENT = re.compile(
    r"[一二三四五六七八九](?![零一二三四五六七八九十百千万亿年月日季线般些半定样切直起同体手孩胎维农甲级川金保亚安军等流大小])"
)
_GLUED_YEAR = re.compile(r"[0-9]{1,2}\.(?:19|20)[0-9]{2}")  # 1.2018年工作
_PADDED = re.compile(r"0[0-9](?=[分秒])")
_SMALLER = frozenset(("money", "length", "mass", "duration", "degree"))
_DECIMAL_TAIL = frozenset(("块", "米", "秒", "元", "斤", "尺", "丈", "毛", "角", "亩", "度"))
_TAIL = re.compile(r"[0-9]{1,2}(?![0-9.,])|[一二三四五六七八九]{1,2}(?![十百千万亿个])")
_PRICE_END = re.compile(r"$|[^\u4e00-\u9fff0-9A-Za-z]|[钱的到至和多每]|左右|以[上下内]")
# 人均提建议1.2条, 比上年多0.1条; 3.2条 alone is numbered.
_MEAN = re.compile(
    "(?:[人户日次生师班校床]均|平均|每[人户日次]|每[百千万]+[人户名张])[^，。；]*$|(?:[多少差高低增减]|增[加长]|减少|下降|提高)了?[近约超]?$"
)
_IN_BRACKETS = re.compile(r"\([^()\n]{1,30}\)$")  # 人均借阅（按读者证计）|3.8册
_NAMED_PART = re.compile("[一-鿿][一二三四五六七八九十][部队](?![员伍])[一-鿿]")  # 住院二部搬迁, 机械二队承建
_NUMBERED = frozenset("节章条款页则课题册卷")


_EVENT = re.compile(
    r"案|事故|灾|纠纷|事件|问题|袭击|警|诉|访|违[法规纪章]|矛盾|疫情|犯罪|查[处办获]|侦|破获|[化调]解|受理|处置|救援|冲突|爆炸|盗|诈|求[助救]|举报|投诉|咨询|故障|报修|隐患|接[报处]|出[警动]"
)
_LISTED = re.compile(r"[0-9]起[、，和及][一-鿿]{2,10}$")  # 酒驾3216起、超员|1.4万起
_PRICED = re.compile("元|价|[售卖租][卖价]?$")
_DAYS = re.compile("(?:平均|[日天]数|住院日|[比较减增缩延短长])[^，。；0-9]{0,8}$")
_OF_TOTAL = ("元", "吨", "公", "千", "美", "港", "平", "立", "次", "户", "辆")  # 3.2/10万元 is no rate of people
_MEDALS = frozenset("金银铜")
_MEDALS_ALONE = re.compile(r"[\s　，。；、]|[列位居]|$")
_METAL_NEXT = re.compile(r"[、，,]?[0-9]{1,4}[银铜]")
_METAL_BEFORE = re.compile(r"[0-9][金银][、，,]?$")
_WON = re.compile(r"[夺摘获得揽争保]$|[收斩]获$|拿下$|带回$")
_HELD = re.compile(r"(?:连续|举办|承办|累计|已办|(?<!中)共)(?:了|过)?$")
_SECONDS = re.compile(r"分(?=[0-9一二三四五六七八九十]{1,3}秒)")
_PIECES = re.compile(
    r"块(?=[A-Za-z\u4e00-\u9fff])(?!多(?!媒体|功能|晶)|[左上下以半钱的了和零一二两三四五六七八九至到起买就不])"
)


def _sensed(text: str, found: UnitAt, at: int) -> UnitAt:
    """Return the unit in the sense that its neighbours give: 三块地 are pieces, 1分25秒 is a time."""
    if found.unit.form == "块" and _PIECES.match(text, at):
        return UnitAt(found.end, units_by_form()["个"]._replace(form="块"))
    if found.unit.form == "分" and _SECONDS.match(text, at):
        return UnitAt(found.end, units_by_form()["分钟"]._replace(form="分"))
    return found


def _pieces(text: str, at: int) -> UnitAt | None:
    """Return the unit at ``at`` that 个 counts: (一个多)月, (三个半)小时, (100个)平方米; classifiers are none."""
    if month := unit_after(text, at):
        unit = month.unit
        if unit.form in ("个月", "ppm") or (unit.dimension in _PLAIN and len(unit.form) > 1):
            return month
    piece = find_unit(f"个{text[at : at + 8]}", 0)
    if piece is None or piece.unit.form in ("个", "个月"):
        return None
    return UnitAt(at + piece.end - 1, piece.unit._replace(shown=piece.unit.shown or piece.unit.form))


def read_measure(text: str, amount: Amount) -> Core | None:
    """Return the amount with the unit behind it, as written, or None."""
    at, inner, half = amount.end, amount.numeral.mark, False
    if text[at : at + 1] in _INNER and not inner:
        inner, at = _INNER[text[at]], at + 1
    if text.startswith(("个半", "个多", "个余"), at) and not text.startswith("个半天", at):
        following = _pieces(text, at + 2)
        if following is not None or text[at + 1] == "半":
            half = text[at + 1] == "半"
            inner = inner if half else "over"
            at = at + 2 if following is not None else at
        found = following or unit_after(text, at)
    else:
        found = unit_after(text, at)
    if found is not None and found.unit.form == "个" and not half and (plain := _pieces(text, found.end)):
        found, at = plain, found.end
    if found is None:
        return None
    found = _sensed(text, found, at)
    if not _fits(text, amount, found, inner):
        return None
    low, high = amount.low, amount.numeral.high
    end, unit_start = found.end, at
    if half and text.startswith("个半", at):
        end, found = at + 2, UnitAt(at + 1, found.unit)
    if half:
        low += HALF
    elif inner in ("", "vague") and (tail := _HALF_AFTER.match(text, end)) and found.unit.dimension != "money":
        low, end = low + HALF, tail.end()
    elif found.unit.form == "成" and not inner and (digit := per_cent_digit(text, end)):
        low, end = low + Decimal(digit) / 10, end + 1
    elif not inner and _over_after(found.unit).match(text, end):
        inner, end = "over", end + 1
    unit = found.unit
    if unit.form == "折" and low >= 10:
        low = EXACT.divide(low, Decimal(10))
    core = Core(
        amount.start, end, EXACT.multiply(low, unit.times), high and EXACT.multiply(high, unit.times), unit,
        unit_start, found.end, inner, amount.numeral.bare, unit.form == "成", amount.numeral.scale,
    )  # fmt: skip
    return _compose(text, _unglued(text, amount, core))


def _over_after(unit: Unit) -> re.Pattern[str]:
    """Return what 多 behind a unit looks like: 三年多, 三米多长, but 3家|多年亏损企业."""
    if unit.dimension == "count":
        return _OVER_COUNT
    return _OVER_SIZE if unit.dimension in _PLAIN else OVER_AFTER


def per_cent_digit(text: str, at: int) -> int:
    """Return the digit behind 成 that counts per cents (七成二), 0 where none stands or it begins another word."""
    digit = _PER_CENT.match(text, at)
    if digit is None or in_word(text, at) or find_unit(text, at + 1) is not None:
        return 0
    return "零一二三四五六七八九".index(digit[0])


def _is_han(text: str, at: int) -> bool:
    return at < len(text) and "\u4e00" <= text[at] <= "\u9fff"


def _fits(text: str, amount: Amount, found: UnitAt, inner: str) -> bool:
    unit, numeral = found.unit, amount.numeral
    if unit.form == "番":
        return False  # 翻两番 is read as a doubling, 两番 alone is twice
    if unit.form == "世纪" and not inner and text[found.end - 3] != "半":
        return False  # 二十一世纪 is a time
    if unit.form == "届" and not _HELD.search(text, max(0, amount.start - 4), amount.start):
        return False  # 十八届 is an ordinal
    if unit.form == "次" and not counts_meetings(text, amount.start, found.end):
        return False
    if unit.form in ("栋", "幢", "座") and _ADDRESS.match(text, found.end):
        return False
    if amount.arabic:
        return _fits_digits(text, amount, found, inner)
    run = amount.run
    if unit.form == "日":
        return False
    if unit.form == "分" and unit.dimension == "score" and "点" in run:
        return False
    if run == "一" and (unit.noun or (unit.dimension == "count" and _ARTICLE.match(text, found.end))):
        return False
    if unit.form in ("角", "毛") and _is_han(text, found.end) and text[found.end] not in _COINS_END:
        return False
    if unit.form in ("部", "队") and _NAMED_PART.match(text, amount.start - 1):
        return False
    if unit.form == "度" and run in ("一", "二", "两", "三", "四") and _is_han(text, found.end):
        return text[found.end] in "电的以左上"  # 两度荣膺: twice
    if unit.form == "块" and run == "一" and not text.startswith(_SPENT, found.end):
        return False
    if unit.form == "个" and text[found.end : found.end + 1] in ARABIC:
        return False
    if unit.form == "峰" and not _CAMELS.match(text, found.end):
        return False
    if unit.form == "口" and run != "一" and _MOUTHS.match(text, found.end):
        return True
    if unit.digits and (len(run) < 2 or numeral.bare or inner or unit.form in ("点", "级")):
        return False
    if unit.form == "年":
        return bool(inner) or not _is_year(text, amount, found.end)
    return not (numeral.bare and unit.form[0].isascii())


def counts_meetings(text: str, start: int, end: int) -> bool:
    """Tell 召开3次会议 from 三次会议 and 十九届三次全会, which are named by their number."""
    if text[start - 1 : start] == "届":
        return False
    return _MEETING.match(text, end) is None or _CALLED.search(text, max(0, start - 6), start) is not None


def _fits_digits(text: str, amount: Amount, found: UnitAt, inner: str) -> bool:
    unit, low = found.unit, amount.low
    if text[amount.end] == "+" and unit.form[0].isascii():
        return False
    if unit.dimension == "computing" and len(unit.form) == 1:
        return "算力" in text[max(0, amount.start - 16) : found.end + 4]  # 1080P is none
    if unit.form in _NUMBERED and "." in amount.run and amount.numeral.scale == 1:
        return low < 1 or _is_mean(text, amount.start)
    if unit.form == "点":
        return low >= 25
    if unit.form == "起":
        return _counts_events(text, amount)
    if unit.form[0] == "/" and text.startswith(_OF_TOTAL, found.end):
        return False
    if unit.form == "日":  # 平均住院日7.2日; 6.1日 alone is a day of June
        return "." in amount.run and bool(low < 1 or _DAYS.search(text, max(0, amount.start - 12), amount.start))
    if unit.form in _MEDALS:
        return _counts_medals(text, amount, found.end)
    if unit.form in ("级", "款") and len(amount.run) == 4 and 1900 <= low < 2100:
        return False
    if (
        len(unit.form) == 1
        and unit.form.isascii()
        and unit.form.isalpha()
        and _MODEL.search(text, max(0, amount.start - 2), amount.start)
    ):
        return False
    if unit.form in ("年", "学年"):
        return bool(inner) or not _is_year(text, amount, found.end)
    if unit.form == "分" and unit.dimension == "score":
        return text[amount.start - 1 : amount.start] not in ("时", "点")
    return True


def _is_mean(text: str, start: int) -> bool:
    """Tell whether a part of a count is one by the head or a difference: 人均3.2册, 比上年多0.1册."""
    aside = _IN_BRACKETS.search(text, max(0, start - 40), start)
    start = aside.start() if aside else start
    return _MEAN.search(text, max(0, start - 8), start) is not None


def _counts_medals(text: str, amount: Amount, end: int) -> bool:
    """Tell 17金14银20铜 and 夺得5金 from 3金 of a name: another metal beside it, or a verb of winning before it."""
    before = text[max(0, amount.start - 3) : amount.start]
    if before[-1:] in ("：", ":", "—") and _MEDALS_ALONE.match(text, end):
        return True  # ▲举重：7金
    return bool(_METAL_NEXT.match(text, end) or _METAL_BEFORE.search(before) or _WON.search(before))


def _counts_events(text: str, amount: Amount) -> bool:
    """Tell 2358起火灾 from 9月1起, 2018起 (since) and 6999起 (prices from)."""
    before = text[max(0, amount.start - 3) : amount.start]
    if before[-1:] in ("月", "自", "从", "由", "于") or "价" in before:
        return False
    if amount.low < 1000 or _EVENT.search(text, max(0, amount.start - 12), amount.end + 12):
        return True
    listed = _LISTED.search(text, max(0, amount.start - 12), amount.start)
    return bool(listed and not _PRICED.search(text, amount.start - 4, amount.start))


def _is_year(text: str, amount: Amount, end: int) -> bool:
    """Say whether N年 names a year: 2018年, 98年, 二〇一八年; at a clause's start also 18年."""
    run = amount.run
    if amount.numeral.mark or amount.numeral.high is not None:
        return False
    if text.endswith(_eras(), 0, amount.start):
        return True
    if amount.arabic:
        if _GLUED_YEAR.fullmatch(run):
            return True
        if len(run) == 4 and "." not in run and 1000 <= amount.low < 2200:
            return True
        if len(run) != 2:
            return False
        before = text[amount.start - 1 : amount.start]
        at_edge = not before or before in "，。；、（(“\n\u3000 从自在于截比"
        return amount.low >= 80 or (at_edge and 10 <= amount.low < 50 and _names_year(text, end))
    return len(run) in (2, 4) and not set(run) & set("十百千万亿两")


@cache
def _eras() -> tuple[str, ...]:
    """Return the words that a year counts from: 公元, 民国, 光绪."""
    rows = (row for row in load_table("time_words") if row["kind"] in ("era", "reign"))
    return tuple(form for row in rows for form in row["forms"].split(" "))


def _names_year(text: str, end: int) -> bool:
    return not text.startswith(("来", "以上", "以内", "的", "前", "后", "内", "间", "多", "余", "，", "。"), end)


def _unglued(text: str, amount: Amount, core: Core) -> Core:
    """Take off a clause number that is glued to a count: at a line's start 2.36家 is clause 2 with 36家."""
    unit = core.unit
    if unit is None or unit.dimension != "count" or not amount.arabic or amount.numeral.scale > 1:
        return core
    clause, dot, rest = amount.run.partition(".")
    if not dot or len(clause) > 2 or rest[0] == "0" or not rest.isdigit():
        return core
    if (amount.start and text[amount.start - 1] not in "\n。；") or text[core.end : core.end + 1] in ("和", "、", "与"):
        return core
    return core._replace(start=amount.start + len(clause) + 1, low=Decimal(rest))


def _compose(text: str, core: Core) -> Core:
    """Add what follows in smaller units: 3元5角 → 3.5, 三十五块五, 9秒81, 1小时20分钟 → 80 分钟."""
    unit = core.unit
    if unit is None or unit.dimension not in _SMALLER or core.inner or core.high is not None:
        return core
    for _ in range(4):
        grown = _grow(text, core)
        if grown is core:
            break
        core = grown
    return core


def _grow(text: str, core: Core) -> Core:
    unit = core.unit
    at = core.end
    if unit is None or unit.factor is None or at >= len(text) or (text[at] not in ARABIC and not RUN.match(text, at)):
        return core
    amount = _smaller(text, at, unit)
    if amount is not None and amount.numeral.scale == 1 and not amount.numeral.mark:
        found = find_unit(text, amount.end)
        if unit.dimension == "duration" and text.startswith("分", amount.end) and found and found.unit.form == "分":
            found = UnitAt(found.end, units_by_form()["分钟"])
        if found is None and unit.dimension == "money" and text.startswith("分", amount.end):
            found = UnitAt(amount.end + 1, units_by_form()["分钱"])
        if unit.dimension == "money" and found and found.unit.form == "分":
            found = UnitAt(found.end, units_by_form()["分钱"])
        if found is not None:
            return _joined(core, unit, amount, found)
    tail = _TAIL.match(text, at)
    if tail and len(tail[0]) == 1 and text[at - 1] in "毛角" and core.low != core.low.to_integral_value():
        cents = EXACT.divide(Decimal("0.01") * _digit(tail[0]), unit.factor)  # 九块九毛九
        return core._replace(low=core.low + cents, end=tail.end(), unit=unit._replace(factor=None))
    if (
        tail
        and unit.form in _DECIMAL_TAIL
        and not find_unit(text, tail.end())
        and core.low == core.low.to_integral_value()
    ):
        digits = "".join(str(_digit(c)) for c in tail[0])
        if unit.form in ("元", "角", "亩", "度") and len(digits) > 1:
            return core
        if unit.form in ("元", "度") and (core.scale > 1 or not _PRICE_END.match(text, tail.end())):
            return core  # 50万元|二等奖
        return core._replace(low=core.low + Decimal(f"0.{digits}"), end=tail.end(), unit=unit._replace(factor=None))
    return core


def _digit(c: str) -> int:
    return int(c) if c in ARABIC else "零一二三四五六七八九".find(c)


def _smaller(text: str, at: int, unit: Unit) -> Amount | None:
    """Return the amount of smaller units at ``at``: 零五分, and two places of a clock (1分00秒)."""
    padded = _PADDED.match(text, at) if unit.dimension == "duration" else None
    if padded:
        return Amount(at, padded.end(), Numeral(Decimal(padded[0])), padded[0], arabic=True)
    return read_amount(text, at + (text[at] == "零"))[0]


def _joined(core: Core, unit: Unit, amount: Amount, found: UnitAt) -> Core:
    smaller = found.unit
    if smaller.dimension != unit.dimension or smaller.base != unit.base or not smaller.factor or not unit.factor:
        return core
    if smaller.factor >= unit.factor:
        return core
    ratio = EXACT.divide(unit.factor, smaller.factor)
    if amount.low >= ratio:
        return core
    if unit.dimension == "duration":
        total = EXACT.multiply(core.low, ratio) + amount.low
        return core._replace(end=found.end, low=total, unit=smaller, unit_start=amount.end, unit_end=found.end)
    total = core.low + EXACT.divide(EXACT.multiply(amount.low, smaller.factor), unit.factor)
    return core._replace(end=found.end, low=total, scale=Numeral(total).scale)
