"""What the words of an indicator, and the values before, tell of how a value is to be read.

Enters: a Reading, the value and its indicator. Leaves: the Reading with its measure and direction. Next: ``facts``.
"""

from __future__ import annotations

import re
from dataclasses import replace

from unionie.frames import FactFrame
from unionie.link.figures.baselines import COMPARED
from unionie.link.figures.clauses import TIME, Clause
from unionie.link.figures.cues import STANDARD
from unionie.link.figures.measures import HARM, Reading, name_baseline
from unionie.link.figures.scope import Reader, Scope
from unionie.link.figures.topics import NAMES_BODY
from unionie.values.types import Quantity

_RATE = re.compile(r"率$|比重$|占比$|比例$|度$|比$|水平$")
_SHARE = re.compile(r"占(?![用有地领床])[^，；]*?(?:比重|比例|份额|比)?$|比重$|占比例$|占比$")
_NAMED_RATE = re.compile("(?:药品?|耗材?)占比$")  # rates with a name of their own
_NO_RATE = re.compile("占|[制年季]度$")
_GAIN = re.compile("增收$|多[得挣赚]$")
_LOSS = re.compile("减收$|(?<!水土)(?<!土壤)流失$|缩水$")
_EXTREME_CHANGE = re.compile(
    "(?P<way>[增涨升降跌减]幅|增速|增长|上涨|下降|下跌|回落)最[大高快多]的(?:[是为]|有|品种是)?(?P<who>[一-鿿]{2,12}?)为?"
)
# How money came in, or went out, otherwise than before (增收, 减支) or than planned (超收, 短收).
_IN_MONEY = re.compile(f"[，、{TIME}]*(?:直接|全年)?(?P<way>[增减超短][收支])了?")
_BARE = 4  # characters of a verb alone: 亏损, 保持增长
_SHORT_NAME = 12
_BUDGET = "预算"
_FUNDS = re.compile("(?:[收支][入出]|税收?|费|金)(?:预算)?$")
_CONVERTED = re.compile("(?:折合?|合|约|即|按[一-鿿]{1,4}计算?)*")
_BETTER = re.compile("改善[^，；。]{0,4}$")


def like_before(before: Reading, reading: Reading) -> Reading:
    """Return the reading with the baseline of the one before: 同比分别增长5%和下降|3%."""
    return reading if reading.baseline else replace(reading, baseline=before.baseline)


def as_before(scope: Scope, quantity: Quantity, reading: Reading, indicator: str) -> Reading:
    """Return the reading of what goes on with a growth: 投资增长6%、消费7%, 力争8% are no levels of what is no rate."""
    last = scope.frames[-1] if len(scope.frames) > scope.first else None
    if last is not None and _goes_on(scope, last, quantity, indicator):
        return replace(reading, measure="change", direction=last.direction, baseline=last.baseline)
    if last is None or last.measure != "change" or not last.quantity.unit == quantity.unit == "%" or reading.baseline:
        return reading
    return reading if _RATE.search(indicator) else replace(reading, measure="change", direction=last.direction)


def _goes_on(scope: Scope, last: FactFrame, quantity: Quantity, indicator: str) -> bool:
    """Return whether an amount goes on with the change before it by the other of two levels: 减少|137件|、|0.3亿元."""
    if last.measure != "change" or {last.quantity.dimension, quantity.dimension} != {"money", "count"}:
        return False
    return any(
        frame.measure == "level" and frame.indicator == indicator and frame.quantity.unit == quantity.unit
        for frame in scope.frames[scope.first :]
    )


def in_money(scope: Scope, words: str, quantity: Quantity, reading: Reading) -> Reading:
    """Return the reading of what came in more or less than before, or than planned: 税收7亿元，增收|6830万元."""
    match = _IN_MONEY.fullmatch(words) if quantity.dimension == "money" else None
    told = any(_is_sum(frame, scope.topic) for frame in scope.frames[scope.first :])
    if match is None or not told or not _FUNDS.search(scope.topic):
        return reading
    more = match["way"][0] in "增超"
    if match["way"][0] in "增减":
        return Reading("change", 0, "increase" if more else "decrease", reading.baseline)
    return Reading("gap", 0, "above" if more else "below", _BUDGET)


def _is_sum(frame: FactFrame, topic: str) -> bool:
    return frame.measure == "level" and frame.quantity.dimension == "money" and frame.indicator == topic


def restated(scope: Scope, clause: Clause, words: str, quantity: Quantity, reading: Reading) -> Reading:
    """Return the reading of a change that a bracket says again in another unit: 增加3.8千公顷（|5.7万亩）."""
    last = scope.frames[-1] if len(scope.frames) > scope.first else None
    if last is None or last.measure != "change" or not clause.depth or last.quantity.end != clause.start - 1:
        return reading
    again = _CONVERTED.fullmatch(words) and last.quantity.dimension == quantity.dimension
    if reading.measure != "level" or not again or last.quantity.unit == quantity.unit:
        return reading
    return replace(reading, measure="change", direction=last.direction, baseline=last.baseline)


def with_standard(reader: Reader, clause: Clause, scope: Scope, reading: Reading) -> Reading:
    """Return the reading with the baseline of the value just before: 较目标值7.5%|低了0.48个百分点 is a gap."""
    if reading.measure != "change" or reading.baseline or len(scope.frames) <= scope.first:
        return reading
    before = scope.frames[-1]
    if before.rule != "facts.compared" or before.quantity.start < clause.start:
        return reading
    compared = COMPARED.search(reader.words(clause.start, before.quantity.start, clause.depth))
    if compared is None:
        return reading
    named = reader.phrase(clause.start + compared.start("object"), clause.start + compared.end("object"), clause.depth)
    if STANDARD.search(named):
        return replace(
            reading, measure="gap", baseline=named, direction="above" if reading.direction == "increase" else "below"
        )
    if not named:  # 较2022年的8.6亿元|增长14%
        start = clause.start + compared.start("object")
        named = name_baseline(reader.clean.surface[start : clause.start + compared.end("object")].rstrip("的"))
    return replace(reading, baseline=named or None)


def at_extreme(reading: Reading, quantity: Quantity, indicator: str) -> tuple[Reading, str]:
    """Return the change, and what has changed, where an indicator is a superlative: 涨幅最大的是鲜菜，为|7%."""
    found = _EXTREME_CHANGE.fullmatch(indicator) if quantity.unit == "%" else None
    if found is None or reading.measure not in ("level", "change") or NAMES_BODY.search(found["who"]):
        return reading, indicator
    falls = found["way"][0] in "降跌减下回"
    return replace(reading, measure="change", direction="decrease" if falls else "increase"), found["who"]


def as_share(scope: Scope, reading: Reading, quantity: Quantity, indicator: str) -> Reading:
    """Return the reading of a percentage that a 其中 gives of an amount: 户均保费46.5元，其中农户自缴|20%."""
    whole = None if scope.divided is None else scope.frames[scope.divided].quantity
    divides = whole is not None and whole.unit not in ("%", "百分点", "倍", None)
    if not divides or reading.measure != "level" or quantity.unit != "%" or _RATE.search(indicator):
        return reading
    return replace(reading, measure="share")


def of_indicator(reading: Reading, quantity: Quantity, indicator: str, said: str) -> Reading:
    """Return the reading with the measure that the indicator's words tell: a share, a rate, a gain or a loss.

    ``said`` are the words of the sentence before the value.
    """
    if _NAMED_RATE.search(indicator):
        reading = replace(reading, measure="level") if reading.measure == "share" else reading
    elif reading.measure == "level" and quantity.unit == "%" and _SHARE.search(indicator):
        reading = replace(reading, measure="share")  # 占比由31%提升至54%
    if reading.measure == "level" and _GAIN.search(indicator) and quantity.unit == "元":
        return replace(reading, measure="change", direction="increase")  # 户均增收|近3000元
    if reading.measure in ("level", "share") and _LOSS.search(indicator) and quantity.unit in ("元", "%"):
        return replace(reading, measure="change", direction="decrease")
    if reading.measure == "share" and indicator.endswith(("率", "度")) and not _NO_RATE.search(indicator):
        reading = replace(reading, measure="level")  # 满意度|九成五
    if reading.direction == "increase" and HARM.search(indicator) and _BETTER.search(said):
        return replace(reading, direction="decrease")
    return reading


def with_doer(reader: Reader, whole: str, did: str) -> str:
    """Return what some of a number did, with what they are of: 41个|行业大类|中有27个|增长 → 行业大类增长."""
    bare = len(did) <= _BARE and all(pos.startswith(("v", "d", "a")) for _, pos in reader.tag(did))
    return whole + did if bare and did not in whole and len(whole) <= _SHORT_NAME else did
