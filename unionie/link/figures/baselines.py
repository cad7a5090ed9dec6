"""What a change is compared with where its own clause does not say.

Enters: the words of a sentence before a value, and the frames read in it so far. Leaves: a baseline, or None.
Next: ``facts``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from unionie.frames import FactFrame
from unionie.link.figures.measures import Reading, name_baseline
from unionie.values.types import Quantity

__all__ = ["COMPARED", "baseline_before", "each_compared", "is_compared"]

# A clause of its own that names what those behind it are compared with, a value in it left out:
# 与2010年第六次人口普查的201355人相比，
_TOGETHER = re.compile(
    r"(?:^|[，；：。])[　 ]*(?:与|同|和|跟)(?P<object>[^，；：。、]{2,20}?)(?:的[\d,. ]+[^，；：。\d]{1,3})?"
    r"(?:相比(?:较)?|一?比)，"
)
COMPARED = re.compile(r"^[，、]?[虽但却仍已]?(?:比|较)(?P<object>[^，；]{1,14}?)的?$")
_WITH = re.compile(r"^[，、]?(?:与|同|和|跟)[^，；]{1,20}?的?$")  # 与2010年普查的|20.1万人|相比
_THEN_CHANGES = re.compile(
    r"[又也再还已]?(?:有所?|偏|约|净)?(?:增|减|提|上升|下降|降|升|多|少|高|低|回落|反弹|扩|缩|涨|跌|下跌|下滑|翻|成长|衰退|[快慢长短])"
)
# The same change as a rate: 比年初增加24.3亿元，增幅|8.0%.
_RESTATED = re.compile(r"[，、](?:增长|增幅|增速|增加|上升|升幅|下降|降幅|减少|减幅)(?:为|达到?|了|约)?")
_ROUNDED = Decimal("0.1")  # of a per cent
_PAIR = 2
_FIXED = ("year_on_year", "previous_period")
_OTHERWISE = re.compile(r"年均|每年|累计|[两三四五六七八九十\d]年|[比较]|环比|目标|力争")


def baseline_before(before: str, frames: Sequence[FactFrame], quantity: Quantity) -> str | None:
    """Return what the sentence compares with before a change: 与上届相比，金牌增加|14枚; 同比增长5%，…下降|3%.

    ``before`` are its words up to the value, ``frames`` those of its values so far.
    """
    if found := list(_TOGETHER.finditer(before)):
        return name_baseline(found[-1]["object"])
    changes = [index for index, frame in enumerate(frames) if frame.measure == "change"]
    if not changes or quantity.unit not in ("%", "百分点"):
        return None
    last = frames[changes[-1]]
    behind = before[last.quantity.end - quantity.start :]
    if last is frames[-1] and _RESTATED.fullmatch(behind) and _is_rate_of(frames, quantity):
        return last.baseline
    if last.baseline != "year_on_year" or any(frame.rule == "facts.from" for frame in frames[changes[-1] :]):
        return None
    return None if _OTHERWISE.search(behind) else last.baseline


def _is_rate_of(frames: Sequence[FactFrame], rate: Quantity) -> bool:
    """Return whether a rate is what the last value has changed by, reckoned from the level before it."""
    if len(frames) < _PAIR or rate.unit != "%":
        return False
    level, change = frames[-2:]
    if level.measure != "level" or level.quantity.unit != change.quantity.unit or level.indicator != change.indicator:
        return False
    moved = change.quantity.value if change.direction == "increase" else -change.quantity.value
    before = level.quantity.value - moved
    return before > 0 and abs(change.quantity.value * 100 / before - rate.value) <= _ROUNDED


def each_compared(reading: Reading, count: int) -> list[str | None]:
    """Return what each of some values is compared with: 环比、同比分别增长|1.3%和9.9%|; one value with the last."""
    named = [item for item in re.split("[、和及与]", reading.baseline) if item] if reading.baseline else []
    if len(named) == count > 1:
        return [*named]
    fixed = named and all(item in _FIXED for item in named)
    return [named[-1] if fixed else reading.baseline] * count


def is_compared(words: str, after: str, quantity: Quantity) -> bool:
    """Return whether a value is what another is compared with: 与2010年的|20.1万人|相比, 比上年的|20人|多."""
    together = _WITH.match(words) and after.startswith(("相比", "比较"))
    return bool(together or (COMPARED.match(words) and quantity.unit != "番" and _THEN_CHANGES.match(after)))
