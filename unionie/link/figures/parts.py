"""Totals and their parts: 其中, brackets, breakdowns and sums that the text itself makes.

Enters: frames in text order and what stands before a value. Leaves: indexes of totals.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from unionie.frames import FactFrame
from unionie.link.figures.scope import Scope
from unionie.link.figures.units import with_unit
from unionie.values.types import Quantity

# 管理层128人|中女性31人: what stands behind 中 divides the value before it.
_OF_THESE = "中(?=[女男](?!排|足|篮|单|双|子|士)|少数民族|农民工|党员|一线|非公|残疾|外籍|硕士|博士|本科)"
OF_THESE = re.compile(f"(?<![集其空高初当途手水期]){_OF_THESE}")
PART = re.compile(rf"^[\s，、]*(?:其中|含(?![氧水糖油量税碳硫])|包括|内含|包含|{_OF_THESE})[：，]?")
# What divides the value right before it (62个村民小组|中还有|5个), and a clause of its own that divides an earlier one.
_OF_THEM = re.compile(
    "[一-鿿]{0,12}?(?<![集其空高初途手水期])(?:当中|之中|中(?![小学心央等医型国华共级介队])|里(?![面程头]))[，的]?"
    "(?:[仍还也已只仅就共便尚现竟]|目前)*有?"
)
_AMONG_THESE = re.compile(
    "[，、；]?[在从]?(?:(?:这|本|此|该)[一-鿿]{0,2}?[届次批]|受?表彰的?|获奖的?)?(?P<whole>[一-鿿]{2,8}?)(?:当|之)?[中里]"
)
_TEAMS = ("队", "组", "团", "班")  # whose members are counted otherwise than they are
_CONTESTS = ("赛", "会", "活动")  # another scene: 在全省决赛中，|5名选手参赛
_COUNTED = re.compile("(?:[职员民]工|人员|企业|单位|[农用住]户)$")
_HONOURED = re.compile("(?:获奖|获得|当选|入选|受表彰|受奖)[者人]员?$|人选$")
_AMONG = re.compile(r"[，、；]?(?P<whole>[一-鿿]{2,10}?(?<![其集空高初当途手水期]))中(?![心学小医央等型层]|华|国|共)")
_TAIL = 2
BREAKDOWN = re.compile(r"(?:[按分][^，；。]{1,10}|具体|分开)[看分]$")

_GIVEN = re.compile("授予|表彰|奖|劳模|模范|标兵|推荐|候选|先进|获")
_WHOLE = re.compile("总|合计|进出口")
# A share of those counted right before: 会员7.6万人，女会员占四成; 灯饰企业300家，九成|是小微.
_SHARE_OF = re.compile("[一-鿿]{0,8}[，、；](?P<who>[一-鿿]{2,12}?)占(?:了|到|比)?[约近超逾过]*")
_SHARE_ALONE = re.compile("[一-鿿]{0,10}，(?:其中)?[约近超逾过]*")
_OF_THOSE_IS = re.compile("(?:多|以上|左右)?(?:是|系|都|已|从未|从|来自|用于|得到|实现|转岗|寄宿|住|在(?!校|职)|由|属)")
_FRACTION = re.compile("[成半]|分之")
_RATES = frozenset(["%", "‰", "百分点", None])
_RATIOS = frozenset(["%", "‰", "百分点", "倍"])
_PAST = frozenset(["facts.from", "facts.compared"])  # 由|3家|增至5家, 比去年的|3家|多
_MOVED = _PAST | {"facts.to"}
_MEAN = re.compile("[日年月]均")
# What nothing is a part of: a bound, a norm, a yield, a price; and what has no shares: so many to a thousand people.
_INDIVISIBLE = re.compile("最[高低多少](?!收入|产)|(?:额度|限额|标准|单产|亩产|[均单]价)$")
_TO_SO_MANY = re.compile("每[十百千万]+[一-鿿]{0,2}[人名户亩张]")
_APART = re.compile("^(?:涵盖|覆盖|涉及)|[单当]日最[高多]|密度|每百")
_ALL = 100  # per cent
_ROUNDED = 500  # what rounded parts may lack: a five hundredth
_FLOWS = (re.compile("受理$|收(?:案件?)?$|受理[一-鿿]{0,6}案件?$"), re.compile("结(?:案件?)?$"))  # a court's cases
_BESIDE = 4  # values
_MOST_PARTS = 32
_FEWEST_PARTS = 2
_LOOKED_BACK = 8  # values
_PEOPLE = frozenset(["人", "名", "位", "个", "员", "口", "人次", "户"])
_THINGS = frozenset("个家户所处件项起宗座条台套间张份支篇场次辆例副具部艘架枚盏笔幢栋本册把")


def same_kind(one: Quantity, other: Quantity) -> bool:
    """Return whether two quantities can be parts of one total: the same unit, or classifiers of the same things."""
    if one.unit == other.unit or one.dimension == other.dimension == "money":
        return True
    if one.unit and other.unit and one.dimension == other.dimension == "count" and _composed(one.unit, other.unit):
        return True
    units = {one.unit, other.unit}
    return units <= _PEOPLE or units <= _THINGS


def _composed(one: str, other: str) -> bool:
    """Return whether one classifier is said with more words than the other: 头只 and 头."""
    short, long = sorted((one, other), key=len)
    return short != long and short in long and not long.endswith("次") and not {one, other} <= _PEOPLE


def _is_whole(frames: Sequence[FactFrame], index: int) -> bool:
    """Return whether a value can be divided: a level of today, no part, no rate, no mean of the one before."""
    frame = frames[index]
    if frame.measure != "level" or frame.part_of is not None or frame.rule in _PAST:
        return False
    if _INDIVISIBLE.search(frame.indicator) or _TO_SO_MANY.match(frame.indicator):
        return False
    return frame.quantity.unit not in _RATIOS and not _is_mean(frames, index)


def _is_mean(frames: Sequence[FactFrame], index: int) -> bool:
    """Return whether a value says the one before it by the day, month or year: 接警6.1万起，日均|167起."""
    if not index or not _MEAN.search(frames[index].indicator):
        return False
    before, frame = frames[index - 1], frames[index]
    return _alike(before, frame) and before.sentence == frame.sentence and before.rule not in _PAST


def inner_total(scope: Scope, quantity: Quantity) -> int | None:
    """Return the index of the part, said last, that a 其中 behind it divides: 第二产业48亿元，其中工业|42亿元."""
    at = scope.parts[-1] if scope.parts else None
    if at is None or any(frame.measure != "change" for frame in scope.frames[at + 1 :]):
        return None
    part = scope.frames[at]
    alike = part.measure == "level" and part.quantity.unit == quantity.unit
    return at if alike and quantity.value < part.quantity.value else None


def last_total(frames: Sequence[FactFrame], first: int) -> int | None:
    """Return the index of the last level, from ``first`` on, that is no part itself."""
    for index in range(len(frames) - 1, first - 1, -1):
        if _is_whole(frames, index):
            return index
    return None


def last_level(frames: Sequence[FactFrame], first: int) -> int | None:
    """Return the index of the last level, from ``first`` on, that is no part itself, be it a rate or a mean."""
    for index in range(len(frames) - 1, first - 1, -1):
        if frames[index].measure == "level" and frames[index].part_of is None:
            return index
    return None


def total_for(frames: Sequence[FactFrame], first: int, quantity: Quantity, words: str = "") -> int | None:
    """Return the index of the value just before that the quantity can be a part of.

    The last level with its run (数 人次、数 元) is looked at first: a 其中 divides what was said last. Of what was said
    before, only a value of the very same unit is divided; of several such, the one that the ``words`` before the part
    name: 受理8万件，审结7万件，其中中院受理|4千件.
    """
    seen: FactFrame | None = None
    kind: int | None = None  # in the run, a value of the same kind: of 128户、463人 a value in 户 divides the first
    for index in range(len(frames) - 1, first - 1, -1):
        frame = frames[index]
        if not _is_whole(frames, index):
            continue
        same_run = seen is None or frame.indicator == seen.indicator
        seen = seen or frame
        if same_run and quantity.unit == "%":
            return None if _told_since(frames, index) else index
        if frame.aside and not frames[-1].aside:
            continue
        if not same_run and kind is not None:
            return kind
        if frame.quantity.value >= quantity.value:
            if frame.quantity.unit == quantity.unit:
                return _same_end(frames, index, quantity, words[-_TAIL:])
            if same_run and kind is None and same_kind(frame.quantity, quantity):
                kind = index
    return kind


def _told_since(frames: Sequence[FactFrame], index: int) -> bool:
    """Return whether another thing has been told of since a value: 产值3亿元，预算收入增长10%，其中税收占比|72%."""
    later = frames[index + 1 :]
    return any(each.measure == "change" and each.indicator != frames[index].indicator for each in later)


def whole_of(frames: Sequence[FactFrame], first: int, words: str, quantity: Quantity) -> int | None:
    """Return the index of the level, from ``first`` on, that words before a value divide, in full or shortened.

    卫生技术人员1187人；卫技人员|中高级职称|212人.
    """
    match = _AMONG.match(words)
    if match is None:
        return None
    fit = [
        index
        for index in range(len(frames) - 1, first - 1, -1)
        if frames[index].measure == "level"
        and frames[index].quantity.value >= quantity.value
        and same_kind(frames[index].quantity, quantity)
        and _shortens(match["whole"], frames[index].indicator)
    ]
    return min(fit, key=lambda index: len(frames[index].indicator), default=None)


def share_of(text: str, frames: Sequence[FactFrame], first: int, quantity: Quantity) -> int | None:
    """Return the index of the number right before, from ``first`` on, of which a value without a name is a share."""
    last = frames[-1] if len(frames) > first else None
    if last is None or last.measure != "level" or last.part_of is not None or last.quantity.unit in _RATES:
        return None
    if _TO_SO_MANY.match(last.indicator):
        return None
    start, end = last.quantity.end, quantity.start
    told = _SHARE_OF.fullmatch(text, start, end)
    alone = _FRACTION.search(quantity.text) and _SHARE_ALONE.fullmatch(text, start, end)
    if told is not None and last.quantity.dimension == "count" and last.indicator[-_TAIL:] in told["who"]:
        return len(frames) - 1
    return len(frames) - 1 if alone and _OF_THOSE_IS.match(text, quantity.end) else None


def shares_on(frames: Sequence[FactFrame], parts: Sequence[int], quantity: Quantity) -> bool:
    """Return whether a share goes on with those before it of one total: 其中快递员占六成，环卫工人占|两成."""
    shares = [frames[index].quantity.value for index in parts]
    alike = all(frames[index].measure == "share" and frames[index].rule not in _PAST for index in parts)
    return alike and sum(shares) + quantity.value <= _ALL


def tells_apart(indicator: str, *, first: bool) -> bool:
    """Return whether a value behind a part is none itself: 22家，涵盖企业|187家; …，单日最高|2.1万人次."""
    return not first and _APART.search(indicator) is not None


def of_them(frames: Sequence[FactFrame], start: int, words: str, quantity: Quantity) -> re.Match[str] | None:
    """Return what stands before a part of the value right before it, said in the same clause: 62个小组|中还有|5个."""
    last = frames[-1] if frames and frames[-1].quantity.start >= start else None
    match = _OF_THEM.match(words) if last is not None else None
    if last is None or match is None or last.measure != "level" or last.part_of is not None:
        return None
    counted = last.quantity.dimension == quantity.dimension == "count" and not quantity.text.startswith("第")
    return match if counted and same_kind(last.quantity, quantity) and quantity.value <= last.quantity.value else None


def divide_inside(scope: Scope, quantity: Quantity) -> None:
    """Let a 其中 in a bracket divide the value before it there, or the one before a bracket that stands apart from it.

    （教师251人，其中特级|3人）; 11名职工“五一劳动奖章”（其中女职工|4名）.
    """
    last = scope.frames[-1] if len(scope.frames) > scope.first else None
    if last is not None and last.aside and last.measure == "level" and last.quantity.unit == quantity.unit:
        scope.total, scope.parts = len(scope.frames) - 1, []
    elif scope.total is None:
        scope.total, scope.parts = total_for(scope.frames, scope.first, with_unit(quantity, "", None)), []


def among(frames: Sequence[FactFrame], words: str) -> int | None:
    """Return the index of the value, said before, that a clause without one divides: 在获奖职工中，… 税收中，…"""
    match = _AMONG_THESE.fullmatch(words)
    if match is None or match["whole"].endswith(_TEAMS + _CONTESTS):
        return None
    whole = match["whole"]
    for index in range(len(frames) - 1, max(-1, len(frames) - _MOST_PARTS), -1):
        frame = frames[index]
        if frame.measure != "level" or frame.quantity.unit in _RATIOS or frame.rule in _PAST:
            continue
        if _COUNTED.search(whole) and frame.quantity.dimension != "count":
            continue  # 缴存职工 are no part of 缴存职工最高额度60万元
        given = _GIVEN.search(frame.indicator) and frame.quantity.unit in _PEOPLE and frame.part_of is None
        if (_HONOURED.search(whole) and given) or _names(whole, frame.indicator):
            return index
    return None


def _names(whole: str, indicator: str) -> bool:
    """Return whether words name what an indicator does, in full, in their last word, or shortened."""
    if len(whole) > _TAIL and whole[-_TAIL:] in indicator:
        differ = sum(one != other for one, other in zip(whole, indicator, strict=False))
        return len(whole) != len(indicator) or differ != 1  # 内资企业 are no 外资企业
    begins = len(indicator) >= _TAIL and (whole.startswith(indicator) or indicator.startswith(whole))
    return begins or _shortens(whole, indicator)


def _shortens(short: str, full: str) -> bool:
    """Return whether one name is another without some of its characters: 卫技人员 for 卫生技术人员."""
    rest = iter(full)
    return full.endswith(short[-_TAIL:]) and all(character in rest for character in short)


def beside(frames: Sequence[FactFrame], total: int, quantity: Quantity, words: str) -> int:
    """Return the index of the total, or of the value beside it that has the quantity's unit, or what its words name.

    脱贫158户、503人，其中甲乡|60人; 受理8万件，审执结7万件，其中甲院受理|4千件、结案|3千件.
    """
    if frames[total].quantity.unit == quantity.unit:
        return _same_flow(frames, total, quantity, words)
    for index in (total + 1, total - 1):
        if not 0 <= index < len(frames) or frames[index].indicator != frames[total].indicator:
            continue
        if frames[index].quantity.unit == quantity.unit and frames[index].part_of is None:
            return index
    return total


def _same_flow(frames: Sequence[FactFrame], total: int, quantity: Quantity, words: str) -> int:
    """Return the index of the total, or of the one beside it where only that tells of what came in, or was closed."""
    flow = next((flow for flow in _FLOWS if flow.search(words)), None)
    return total if flow is None else _beside_named(frames, total, quantity, flow.search)


def _same_end(frames: Sequence[FactFrame], total: int, quantity: Quantity, end: str) -> int:
    """Return the index of the total, or of the one beside it that alone begins or ends with what the words end in."""
    if len(end) < _TAIL:
        return total
    return _beside_named(frames, total, quantity, lambda name: name.startswith(end) or name.endswith(end))


def _beside_named(frames: Sequence[FactFrame], total: int, quantity: Quantity, names: Callable[[str], object]) -> int:
    """Return the index of the total, or of the whole beside it in the sentence whose indicator alone is named so."""
    if names(frames[total].indicator):
        return total
    near: list[int] = [*range(total - 1, total - 1 - _BESIDE, -1), *range(total + 1, total + 1 + _BESIDE)]
    for index in near:
        if not 0 <= index < len(frames) or frames[index].sentence != frames[total].sentence:
            continue
        frame = frames[index]
        whole = _alike(frame, frames[total]) and frame.part_of is None and frame.rule not in _MOVED
        if whole and names(frame.indicator) and frame.quantity.value >= quantity.value:
            return index
    return total


def completes(frames: Sequence[FactFrame], total: int, parts: Sequence[int]) -> bool:
    """Return whether the parts found so far add up to their total."""
    return len(parts) >= 2 and sum(frames[i].quantity.value for i in parts) == frames[total].quantity.value


def mark_sums(frames: Sequence[FactFrame], first: int) -> None:
    """Mark as parts the values, from ``first`` on, that follow a total of the same unit and add up to it."""
    for index in range(first, len(frames) - _FEWEST_PARTS):
        total = frames[index]
        if total.measure != "level" or total.quantity.precision != "exact" or total.quantity.value <= 0:
            continue
        if total.part_of is not None or total.quantity.unit in _RATES or total.rule in _PAST:
            continue
        listed = total.rule == "facts.aligned" and index + 1 < len(frames) and frames[index + 1].rule == total.rule
        if listed and not _WHOLE.search(total.indicator):
            continue  # 一、二、三等奖分别奖励5000元、3000元和2000元
        parts = _summands(frames, index)
        for part in parts:
            frames[part].part_of = index


def mark_rest(frames: Sequence[FactFrame], first: int) -> None:
    """Mark as parts the values, from ``first`` on, that make up a total with the parts before them.

    A growth or a ； may stand between: 总额96.4亿元，其中出口81.7亿元，增长10.3%；进口|14.7亿元.
    """
    known = [index for index in range(first, len(frames)) if frames[index].part_of is not None]
    if not known or frames[known[-1]].measure != "level":
        return
    total = frames[known[-1]].part_of
    if total is None or frames[total].quantity.unit in _RATES:
        return
    if any(frames[index].part_of != total or frames[index].aside for index in known):
        return
    rest = frames[total].quantity.value - sum(
        frames[i].quantity.value for i in known if frames[i].measure == "level" and _alike(frames[i], frames[total])
    )
    found = []
    for index in range(known[-1] + 1, len(frames)):
        if not _alike(frames[index], frames[total]):
            if frames[index].measure == "level" and frames[index].quantity.unit not in _RATES:
                return
            continue
        rest -= frames[index].quantity.value
        found.append(index)
        if abs(rest) * _ROUNDED <= frames[total].quantity.value:
            for part in found:
                frames[part].part_of = total
            return


def mark_aligned(frames: Sequence[FactFrame], first: int) -> None:
    """Mark as parts the values that 分别 lists and that add up to a total said before: 三产增加值 and 生产总值."""
    index = first
    while index < len(frames):
        end = index
        while end < len(frames) and frames[end].rule == "facts.aligned" and _alike(frames[end], frames[index]):
            end += 1
        if end - index >= _FEWEST_PARTS and frames[index].part_of is None:
            total = sum(frame.quantity.value for frame in frames[index:end])
            for before in range(index - 1, max(-1, index - _LOOKED_BACK), -1):
                if _alike(frames[before], frames[index]) and frames[before].quantity.value == total:
                    for part in frames[index:end]:
                        part.part_of = before
                    break
        index = max(end, index + 1)


def _alike(one: FactFrame, other: FactFrame) -> bool:
    return one.measure == other.measure == "level" and one.quantity.unit == other.quantity.unit


def _summands(frames: Sequence[FactFrame], total: int) -> list[int]:
    rest = frames[total].quantity.value
    parts: list[int] = []
    for index in range(total + 1, min(len(frames), total + _MOST_PARTS)):
        frame = frames[index]
        if frame.measure == "change" or frame.rule in _PAST:
            continue
        if frame.measure != "level" or frame.quantity.unit != frames[total].quantity.unit or frame.part_of is not None:
            break
        rest -= frame.quantity.value
        parts.append(index)
        if rest <= 0:
            break
    balance = any("支出" in frames[part].indicator for part in parts)  # 收入, 支出, 结余 are no parts
    return parts if rest == 0 and len(parts) >= _FEWEST_PARTS and not balance else []
