"""Several figures for one thing: which agree, which contradict, which one to go on with.

Enters: points in one set of units. Leaves: one point for what agrees, all that contradict, in the order of bodies and
years; ``chosen``, ``conflict`` and ``sources`` set. Next: ``frame``.

Two figures agree if they can be one number: 5600余 and 5,612, 109.7万 and 109.67万. Of what agrees the most exact
stays; of what contradicts the most exact of the latest report is chosen (statistics are revised). A whole year is
chosen before a part of it, a year's last day before others, a figure before a part of it (其中).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from unionie.panel.points import Point

__all__ = ["find_bounds", "reconcile", "worth"]

_INFINITY = Decimal("Infinity")
_DIGITS = re.compile(r"[\d０-９][\d０-９,，\s]*(?:[.．]\s*([\d０-９]+))?")
_NUMBER = re.compile(r"[,，\s]")
_ABOUT = Decimal("0.1")
_VAGUE = 10
_EXACT = {"exact": 0, "range": 1, "over": 2, "nearly": 3, "about": 4, "at_least": 5, "at_most": 5, "under": 5}


class Bounds(NamedTuple):
    """Between what a figure lies, both included."""

    low: Decimal
    high: Decimal

    def meets(self, other: Bounds) -> bool:
        """Tell whether one number can lie in both."""
        return self.low <= other.high and other.low <= self.high


def reconcile(points: Iterable[Point]) -> list[Point]:
    """Return the points, what agrees as one, sorted by body, year, modality and measure."""
    groups: dict[Hashable, list[Point]] = defaultdict(list)
    for point in points:
        groups[_what(point)].append(point)
    agreed = [point for group in groups.values() for point in _agree(group)]
    cells: dict[Hashable, list[Point]] = defaultdict(list)
    for point in agreed:
        if point.year is not None:
            cells[_cell(point)].append(point)
    chosen = {id(max(cell, key=worth)) for cell in cells.values()}
    marked = [replace(point, chosen=id(point) in chosen) for point in agreed]
    return sorted(marked, key=lambda point: (point.body, point.year or 0, point.modality == "target", point.measure))


def find_bounds(point: Point) -> Bounds:
    """Return between what a figure lies, by its marks of precision and the last digit that is written."""
    value = point.value
    half = _half_step(point)
    low, high = value - half, value + half
    slack = abs(value) * _ABOUT
    marks = {
        "about": (value - slack, value + slack),
        "nearly": (value - slack, value),
        "over": (value, value + slack),
        "at_least": (value, _INFINITY),
        "at_most": (-_INFINITY, value),
        "under": (-_INFINITY, value),
        "range": (value, value if point.high is None else point.high),
        "vague": (value, value * _VAGUE),
    }
    return Bounds(*marks.get(point.precision, (low, high)))


def _half_step(point: Point) -> Decimal:
    """Return half of the last digit that is written: 0.005万 of 109.67万; 0 where the last digit is a unit's own."""
    written = _DIGITS.search(point.mention.text) if point.mention else None
    if written is None or not point.value:
        return Decimal(0)
    decimals = len(written[1] or "")
    number = Decimal(_NUMBER.sub("", written[0]).replace("．", "."))
    times = abs(point.value) / number if number else Decimal(1)
    return times.scaleb(-decimals) / 2 if decimals or times > 1 else Decimal(0)


def _what(point: Point) -> Hashable:
    """Return what figures share that are for the same thing and time."""
    period = (point.period.start, point.period.end) if point.period else None
    when: Hashable = (point.year, "whole") if point.whole else (point.year, period, point.as_of)
    return (*_line(point), when, point.part_of is not None)


def _cell(point: Point) -> Hashable:
    return (*_line(point), point.year)


def _line(point: Point) -> tuple[Hashable, ...]:
    yearly = point.measure == "change" and point.baseline == "year_on_year"  # what 增长6% of a year means anyway
    return point.body, point.measure, point.modality, point.unit, None if yearly else point.baseline


def _agree(points: Sequence[Point]) -> list[Point]:
    """Return one point for each set that agrees, marked where there are several sets."""
    sets: list[list[Point]] = []
    for point in sorted(points, key=_exactness):
        bounds = find_bounds(point)
        for each in sets:
            if bounds.meets(find_bounds(each[0])):
                each.append(point)
                break
        else:
            sets.append([point])
    differ = len(sets) > 1 and len({source for each in sets for point in each for source in point.sources}) > 1
    return [replace(each[0], sources=_join_sources(each), conflict=differ) for each in sets]


def _join_sources(points: Iterable[Point]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(source for point in points for source in point.sources))


def _exactness(point: Point) -> tuple[int, int, str]:
    digits = len(point.value.normalize().as_tuple().digits)
    return _EXACT.get(point.precision, 6), -digits, point.published or ""


def worth(point: Point) -> tuple[object, ...]:
    """Return what decides between figures of one body and year; that of the greatest is chosen."""
    days = (point.period.end, point.period.start) if point.period else ("", "")
    length = -int(days[1].replace("-", "") or 0) if days[0] else 0
    return (
        point.part_of is None,
        point.whole,
        point.as_of or days[0],
        length,
        point.published or "",
        [-part for part in _exactness(point)[:2]],
        point.confidence,
    )
