"""Which quantities state a fact, and which only look like one.

Enters: the clean text and a quantity. Leaves: a yes or no. Next: ``facts`` links those that do.

一项举措 and 一份答卷 are articles, 五项惠民措施 and 四个意识 name a policy: a small numeral in characters before an
abstract noun counts nothing that one could add up. Bare ages and numbered things are left to their own rules.
"""

from __future__ import annotations

import re
from functools import cache

from unionie.link.cues import alternation, words
from unionie.values.types import Quantity

_ARTICLE = re.compile(r"一(?![\d一二三四五六七八九十百千万亿余多来]|成|半|番|倍|分之)")
_COUNTED = re.compile(r"[^，。；：、\d]{0,10}?(?:有|共有?|为|达)?")
_MEASURED = re.compile(
    r"(?:天数|时长|时间|周期|年限|寿命|时限|工期|学时|期限|时数|工时|小时数|离|日数|住院日|达|为|至|到|由|从|增加|减少|缩短|延长|压缩|压减|提前|提高|培训|服务|志愿|均|累计|共|多|少)(?:了|约|近)?$"
)
_UNIT = re.compile(r"[一-鿿]{0,3}?[十百千万亿]+[元人吨户]")  # （港币千元）: the unit of a table
_STEP = re.compile(r"[百千万亿]*元?(?:的)?(?:新)?(?:台阶|大关)")  # 迈上4个万亿元台阶
_CLASS = re.compile(r"[一-鿿]{1,14}")
_SMALL = re.compile(
    r"[两二三四五六七八九十]+(?:项|大|个|种|条|类|方面|张|道|支|轮|件|双|根|块|篇|次|步|到|率|化|本|股|把|面|根|盘|杆)?$"
)


def states_fact(text: str, quantity: Quantity) -> bool:
    """Return whether the quantity gives a figure for something."""
    if quantity.dimension == "count" and text[quantity.start - 1 : quantity.start] == "每":
        return False
    if quantity.dimension in ("time", "duration") and not _MEASURED.search(
        text[max(0, quantity.start - 8) : quantity.start]
    ):
        return False
    if _UNIT.fullmatch(quantity.text) and text[quantity.start - 1 : quantity.start] in ("（", "：", "("):
        return False
    if _STEP.match(text, quantity.end) or (
        quantity.text.endswith("位") and text[quantity.end : quantity.end + 1] == "数"
    ):
        return False
    if quantity.precision != "exact":
        return True
    if quantity.value == 1 and _ARTICLE.match(quantity.text) and quantity.dimension in ("count", None):
        return False
    return not (_SMALL.fullmatch(quantity.text) and _abstract().match(text[quantity.end : quantity.end + 9]))


def without_thresholds(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """Return the quantities without those that bound what the next one counts: 投资|亿元以上|的9家."""
    kept = []
    for index, quantity in enumerate(quantities):
        follower = quantities[index + 1] if index + 1 < len(quantities) else None
        if follower is None or not _bounds(text, quantity, follower):
            kept.append(quantity)
    return kept


def _bounds(text: str, quantity: Quantity, follower: Quantity) -> bool:
    if quantity.precision not in ("at_least", "over", "under", "at_most") or follower.dimension != "count":
        return False
    if quantity.precision == "over" and quantity.text[0] not in "过超逾":
        return False
    between = text[quantity.end : follower.start]
    if between.startswith("的"):
        return bool(_COUNTED.fullmatch(between[1:]))
    if quantity.text.endswith(("以上", "以下", "以内")) and _CLASS.fullmatch(between):
        return not between.startswith(tuple(words("verb")))
    return not between and quantity.dimension != follower.dimension


@cache
def _abstract() -> re.Pattern[str]:
    """Return the pattern of a short phrase that ends in an abstract noun."""
    return re.compile(rf"“?[一-鿿]{{0,6}}?(?:{alternation('abstract')})”?")
