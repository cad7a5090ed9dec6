"""Units to one base, where they convert: 吨 and 斤, 公顷 and 亩, 名 and 人.

Enters: points. Leaves: the same in the unit that most of them have; what does not convert keeps its own. Next:
``reconcile``, and ``drift`` says what was converted.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from decimal import Decimal, localcontext
from fractions import Fraction

from unionie.clean.characters import fold_characters
from unionie.panel.points import Point
from unionie.resolve.concepts import list_concepts, share_class
from unionie.values.folding import fold
from unionie.values.units import units_by_form

__all__ = ["sign", "unify_units"]

_MU = Fraction(2000, 3)  # square metres: no decimal is exact, so units.tsv has none
_DIGITS = 28
_MIRRORED = {"at_least": "at_most", "at_most": "at_least", "over": "under", "under": "over"}


def sign(point: Point) -> Point:
    """Return decreases and what lies below as negative values: 下降3%以上 is at most −3."""
    if point.direction not in ("decrease", "below") or point.measure not in ("change", "gap"):
        return point
    low = point.value if point.high is None else point.high
    precision = _MIRRORED.get(point.precision, point.precision)
    return replace(point, value=-low, high=None if point.high is None else -point.value, precision=precision)  # type: ignore[arg-type]  # only PrecisionMark words


def unify_units(points: Sequence[Point]) -> list[Point]:
    """Return the points with units of one kind brought to the most frequent of them."""
    accepted = {concept.id: concept.units for concept in list_concepts()}
    kinds = [_find_kind(point, accepted.get(point.concept or "", ("people",))) for point in points]
    units: dict[Hashable, Counter[str | None]] = defaultdict(Counter)
    for kind, point in zip(kinds, points, strict=True):
        units[kind][point.unit] += 1
    found = [_convert(point, units[kind].most_common(1)[0][0]) for kind, point in zip(kinds, points, strict=True)]
    return [_tell_money(point) for point in found]


def _tell_money(point: Point) -> Point:
    """Return a figure in another money's 元 with the code of that money, so that no one adds them up."""
    foreign = point.unit in ("元", "圆", "圓") and point.unit_code not in (None, "CNY")
    return replace(point, unit=f"{point.unit} ({point.unit_code})") if foreign else point


def _find_kind(point: Point, accepted: Iterable[str]) -> Hashable:
    """Return what units share that convert into each other: a dimension with its base, or a class that counts alike."""
    if point.unit is None:
        return None
    size = _size(point.unit)
    if size is not None:
        return size[0], point.unit_code if size[0].startswith("money") else None
    name = fold_characters(point.unit)
    return share_class(name, accepted) or name


def _size(unit: str) -> tuple[str, Fraction] | None:
    """Return the dimension and base of a unit that converts, and how many bases it is."""
    form = fold(fold_characters(unit))
    if form in ("亩", "市亩"):
        return "area m2", _MU
    known = units_by_form().get(form)
    if known is None or known.factor is None:
        return None
    return f"{known.dimension} {known.base}", Fraction(known.factor)


def _convert(point: Point, unit: str | None) -> Point:
    if unit == point.unit:
        return point
    ratio = Fraction(1)
    own, target = _size(point.unit or ""), _size(unit or "")
    if own is not None and target is not None:
        ratio = own[1] / target[1]
    high = None if point.high is None else _times(point.high, ratio)
    return replace(point, value=_times(point.value, ratio), high=high, unit=unit)


def _times(value: Decimal, ratio: Fraction) -> Decimal:
    with localcontext() as context:
        context.prec = _DIGITS
        return value * ratio.numerator / ratio.denominator
