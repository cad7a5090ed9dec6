"""The whole of which a value is a part, where a 其中, a bracket, a breakdown or …的 before it says so.

Enters: the scope and what has been read of the value. Leaves: the index of the total. Next: ``facts``.
"""

from __future__ import annotations

import re

from unionie.link.figures.clauses import Clause
from unionie.link.figures.measures import Reading
from unionie.link.figures.parts import beside, same_kind, share_of, shares_on, tells_apart
from unionie.link.figures.scope import Scope
from unionie.values.types import Quantity

__all__ = ["part_of"]

# What says how much at most or on an average: it ends a list of parts, 单日最高|2.1万人次, 公路密度|141公里.
_PER_HEAD = re.compile("[人户]均[一-鿿]{0,4}(?:收入|支出|消费)")
_MEAN = re.compile("[日月年次人户亩]均|平均|每")
_NO_PART = re.compile("最[高低多少]|单[日月]|[日月年次人户]均|密度|^每|平均")


def part_of(
    text: str,
    scope: Scope,
    clause: Clause,
    quantity: Quantity,
    reading: Reading,
    indicator: str,
    *,
    action: bool,
    qualified: bool,
) -> int | None:
    """Return the index of the total that the value is a part of, if a 其中, bracket, breakdown or …的 says so."""
    if scope.total is None and qualified and len(scope.frames) > scope.first:
        last = scope.frames[-1]
        alike = last.quantity.unit == quantity.unit and last.measure == reading.measure == "level"
        within = quantity.dimension == "count" and last.quantity.value > quantity.value
        within = within and (not last.action or last.indicator.startswith("现"))
        return len(scope.frames) - 1 if alike and within else None
    if scope.total is None and reading.measure == "share":
        return share_of(text, scope.frames, scope.first, quantity)
    if scope.total is None or reading.measure not in ("level", "share"):
        return None
    if quantity.unit == "%" and reading.measure == "share":
        return scope.total if shares_on(scope.frames, scope.parts, quantity) else None
    at = beside(scope.frames, scope.total, quantity, indicator) if quantity.unit != "%" else scope.total
    total = scope.frames[at].quantity
    whole, before = scope.frames[at].indicator, [scope.frames[i].indicator for i in scope.parts[-1:]]
    if tells_apart(indicator, first=not scope.parts) or (scope.breakdown and _is_same_mean(indicator, whole)):
        return None
    if _PER_HEAD.search(indicator) and not _NO_PART.search(whole):
        return None
    if not same_kind(total, quantity) or (before and all(_is_no_part(indicator, told) for told in (whole, *before))):
        return None
    if clause.depth and indicator == scope.frames[at].indicator and (total.unit == "人") != (quantity.unit == "人"):
        return None  # 脱贫户36户（128人）
    parts = [scope.frames[i] for i in scope.parts]
    rest = total.value - sum(part.quantity.value for part in parts if part.quantity.unit != "%" and part.part_of == at)
    fits = quantity.value <= rest or clause.depth or (quantity.value <= total.value and not action)
    return at if fits else None


def _is_same_mean(indicator: str, whole: str) -> bool:
    """Return whether both tell the same mean, of some and of all: 农村居民|人均收入|, 居民|人均收入|."""
    mean = _MEAN.search(whole)
    return mean is not None and indicator.endswith(whole[mean.start() :])


def _is_no_part(indicator: str, whole: str) -> bool:
    """Return whether only one of two indicators tells of a mean or an extreme."""
    return (_NO_PART.search(indicator) is None) != (_NO_PART.search(whole) is None)
