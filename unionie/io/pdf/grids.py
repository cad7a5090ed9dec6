"""Ruled lines to tables and boxes, and the segments that stand in each.

Enters: the lines and segments of a page. Leaves: Tables (rows of cells) and Boxes (one framed article), and the
segments that are in neither. Next: ``columns`` puts them in order.

Lines that touch each other belong to one grid. A grid with several cells is a table; one with a single cell is a box.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from typing import NamedTuple

from unionie.io.pdf.glyphs import Ruling
from unionie.io.pdf.segments import Segment

__all__ = ["Box", "Table", "cut_cells", "find_grids"]

_REACH = 3.0  # points; lines nearer than that touch
_MOST_LINES = 3_000  # a page with more is a drawing
_COVER = 0.6  # of a row's height that a line must cover to part its cells


class Table(NamedTuple):
    """A table: rows of cells, each cell the segments in it, and the rectangle around it."""

    rows: tuple[tuple[tuple[Segment, ...], ...], ...]
    left: float
    top: float
    right: float
    bottom: float


class Box(NamedTuple):
    """A frame with text in it: an article of its own."""

    segments: tuple[Segment, ...]
    left: float
    top: float
    right: float
    bottom: float


def find_grids(
    segments: list[Segment], horizontals: list[Ruling], verticals: list[Ruling]
) -> tuple[list[Table | Box], list[Segment]]:
    """Return the tables and boxes, and the segments outside of them."""
    found: list[Table | Box] = []
    rest = segments
    for lines in _connect(horizontals, verticals):
        uprights = [line for line in lines if line.bottom - line.top > line.right - line.left]
        xs = _levels([line.left for line in uprights])
        ys = _levels([line.top for line in lines if line not in set(uprights)])
        if len(ys) < 2 or len(xs) < 2:
            continue
        inside = [one for one in rest if _is_inside(one, xs[0], ys[0], xs[-1], ys[-1])]
        if not inside:
            continue
        taken = set(map(id, inside))
        rest = [one for one in rest if id(one) not in taken]
        if len(xs) == 2 and len(ys) == 2:
            found.append(Box(tuple(inside), xs[0], ys[0], xs[-1], ys[-1]))
        else:
            rows = _fill_rows(inside, xs, ys, lines)
            found.append(Table(rows, xs[0], ys[0], xs[-1], ys[-1]))
    return found, rest


def _connect(horizontals: list[Ruling], verticals: list[Ruling]) -> list[list[Ruling]]:
    """Return the groups of lines that touch, from the largest to the smallest."""
    if not horizontals or not verticals or len(horizontals) + len(verticals) > _MOST_LINES:
        return []
    lines = horizontals + verticals
    parent = list(range(len(lines)))

    def find(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    order = sorted(range(len(lines)), key=lambda index: lines[index].left)
    active: list[int] = []
    for index in order:
        line = lines[index]
        active = [other for other in active if lines[other].right >= line.left - _REACH]
        for other in active:
            if lines[other].top <= line.bottom + _REACH and line.top <= lines[other].bottom + _REACH:
                parent[find(index)] = find(other)
        active.append(index)
    groups: dict[int, list[Ruling]] = defaultdict(list)
    for index, line in enumerate(lines):
        groups[find(index)].append(line)
    return sorted(groups.values(), key=_extent, reverse=True)


def _extent(lines: list[Ruling]) -> float:
    wide = max(line.right for line in lines) - min(line.left for line in lines)
    return wide * (max(line.bottom for line in lines) - min(line.top for line in lines))


def _levels(values: list[float]) -> list[float]:
    """Return the distinct values: those nearer than a reach are one."""
    levels: list[float] = []
    for value in sorted(values):
        if not levels or value - levels[-1] > _REACH:
            levels.append(value)
    return levels


def _is_inside(segment: Segment, left: float, top: float, right: float, bottom: float) -> bool:
    x, y = (segment.left + segment.right) / 2, (segment.top + segment.bottom) / 2
    return left <= x <= right and top <= y <= bottom


def _fill_rows(
    segments: list[Segment], xs: list[float], ys: list[float], lines: list[Ruling]
) -> tuple[tuple[tuple[Segment, ...], ...], ...]:
    """Return the cells of each row; a cell that reaches over several rows stands in each of them."""
    rows = []
    for top, bottom in itertools.pairwise(ys):
        walls = [xs[0], *(x for x in xs[1:-1] if _is_wall(x, top, bottom, lines)), xs[-1]]
        cells = []
        for left, right in itertools.pairwise(walls):
            first, last = _reach(ys, top, bottom, (left, right), lines)
            inside = [one for one in segments if first <= (one.top + one.bottom) / 2 < last]
            cells.append(cut_cells(inside, [left, right])[0])
        if any(top <= (one.top + one.bottom) / 2 < bottom for cell in cells for one in cell):
            rows.append(tuple(cells))
    return tuple(rows)


def _reach(
    ys: list[float], top: float, bottom: float, sides: tuple[float, float], lines: list[Ruling]
) -> tuple[float, float]:
    """Return the top and bottom of the cell: up and down to the next floor."""
    above = [y for y in ys if y <= top and (y == ys[0] or _is_floor(y, *sides, lines))]
    below = [y for y in ys if y >= bottom and (y == ys[-1] or _is_floor(y, *sides, lines))]
    return above[-1], below[0]


def _is_floor(y: float, left: float, right: float, lines: list[Ruling]) -> bool:
    covered = sum(
        max(0.0, min(line.right, right) - max(line.left, left))
        for line in lines
        if abs(line.top - y) <= _REACH and line.right - line.left > line.bottom - line.top
    )
    return covered >= _COVER * (right - left)


def _is_wall(x: float, top: float, bottom: float, lines: list[Ruling]) -> bool:
    covered = sum(
        max(0.0, min(line.bottom, bottom) - max(line.top, top))
        for line in lines
        if abs(line.left - x) <= _REACH and line.bottom - line.top > line.right - line.left
    )
    return covered >= _COVER * (bottom - top)


def cut_cells(segments: list[Segment], walls: list[float]) -> tuple[tuple[Segment, ...], ...]:
    """Return the segments that stand between each wall and the next one, cut where they reach over one."""
    pieces = _cut(segments, [float("-inf"), *walls, float("inf")])
    return tuple(
        tuple(one for one in pieces if left <= (one.left + one.right) / 2 < right)
        for left, right in itertools.pairwise(walls)
    )


def _cut(segments: list[Segment], walls: list[float]) -> list[Segment]:
    """Return the segments, those that reach over a wall cut there: narrow cells have narrow gaps between them."""
    cut: list[Segment] = []
    for segment in segments:
        parts: dict[int, list[int]] = defaultdict(list)
        for index, glyph in enumerate(segment.glyphs):
            parts[sum((glyph.left + glyph.right) / 2 >= wall for wall in walls[1:-1])].append(index)
        if len(parts) == 1:
            cut.append(segment)
            continue
        for indexes in parts.values():
            glyphs = tuple(segment.glyphs[index] for index in indexes)
            left, right = min(one.left for one in glyphs), max(one.right for one in glyphs)
            cut.append(Segment(glyphs, left, segment.top, right, segment.bottom))
    return cut
