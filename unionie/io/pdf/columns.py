"""The reading order of a page: columns, headings over them, framed articles, tables without lines.

Enters: segments, tables and boxes of one page. Leaves: Rows in the order in which a person reads them. Next:
``paragraphs`` joins rows to text.

A region is cut at gutters that run through its whole height; where something stands across a gutter (a headline over
two columns), it is first cut into bands above, at and below that. A gap between the columns of a table is no gutter:
on both sides of a gutter stand lines of prose that fill their column.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from unionie.io.pdf.grids import Box, Table, cut_cells
from unionie.io.pdf.segments import Segment, shares_line

__all__ = ["Row", "order_rows"]

Item = Segment | Table | Box
Cell = tuple[Segment, ...]

_GUTTER = 0.8  # heights of a line
_FULL = 0.5  # of a column's width that a line of prose fills
_SOLID = 0.75
_SIMILAR = 0.7  # of the wider column's width
_PROSE = 7  # characters in a line of it
_ALIGNED = 0.5  # of the lines: columns whose lines have nothing to do with each other are no table
_CROSSING = 0.5  # of the items may stand across a gutter
_MOST_ITEMS = 1_500  # beyond, a page is read from top to bottom
_TRIES = 8
_CORRIDOR = 0.4  # heights
_BULLETS = "•·●○■□◆◇▪–-"
_LETTERS = 2  # characters of the pieces of a headline that is spaced out


class Row(NamedTuple):
    """A line of text or of a table: its cells, and the left and right edges of its column.

    ``column`` numbers the columns of the page, or of the framed article ``box`` on it, in reading order; rows of a
    table have more than one cell or are marked by ``ruled``.
    """

    cells: tuple[Cell, ...]
    column: int
    left: float
    right: float
    ruled: bool = False
    box: int = 0

    @property
    def segments(self) -> Iterator[Segment]:
        """Yield the segments of all cells."""
        return (segment for cell in self.cells for segment in cell)


def order_rows(items: Sequence[Item]) -> list[Row]:
    """Return the rows of a page in reading order."""
    rows: list[Row] = []
    for column, region in enumerate(_order(list(items))):
        left, right = min(item.left for item in region), max(item.right for item in region)
        own = [row for line in _group_lines(region) for row in _make_rows(line, column, left, right)]
        for is_row, group in groupby(own, key=lambda row: len(row.cells) > 1 and not row.ruled):
            several = list(group)
            rows += align_cells(several) if is_row else several
    return rows


def _make_rows(line: list[Item], column: int, left: float, right: float) -> Iterator[Row]:
    for item in line:
        if isinstance(item, Table):
            for cells in item.rows:
                yield Row(tuple(tuple(_in_order(cell)) for cell in cells), column, item.left, item.right, ruled=True)
        elif isinstance(item, Box):
            yield from (row._replace(box=column + 1) for row in order_rows(item.segments))
    segments = [item for item in line if isinstance(item, Segment)]
    if not segments:
        return
    spaced = len(segments) > 2 and all(len(segment.glyphs) <= _LETTERS for segment in segments)
    bulleted = len(segments) == 2 and len(segments[0].glyphs) == 1 and segments[0].glyphs[0].char in _BULLETS
    if spaced or bulleted:
        yield Row((tuple(segments),), column, left, right)
    else:
        yield Row(tuple((segment,) for segment in segments), column, left, right)


def align_cells(rows: list[Row]) -> list[Row]:
    """Return the rows of a table without lines, cut where a corridor of space runs through all of them.

    Cells that stand close to each other in one row part there; a cell that is missing in one row is empty.
    """
    segments = [segment for row in rows for segment in row.segments]
    if len(rows) < 2:
        return rows
    least = _CORRIDOR * _line_height(segments)
    walls = [segments[0].left - 1]
    reach = float("inf")
    for glyph in sorted((glyph for segment in segments for glyph in segment.glyphs), key=lambda one: one.left):
        if glyph.left - reach >= least:
            walls.append((reach + glyph.left) / 2)
        reach = glyph.right if reach == float("inf") else max(reach, glyph.right)
    if len(walls) < max(len(row.cells) for row in rows):  # there is no such corridor: cells as they were found
        return rows
    edges = [float("-inf"), *walls[1:], float("inf")]
    return [row._replace(cells=cut_cells(list(row.segments), edges), ruled=True) for row in rows]


def _in_order(cell: Cell) -> list[Segment]:
    return [item for line in _group_lines(list(cell)) for item in line if isinstance(item, Segment)]


def _group_lines(items: list[Item]) -> list[list[Item]]:
    """Return the items by line from top to bottom, each line from left to right; tables and boxes stand alone."""
    lines: list[list[Item]] = []
    for item in sorted(items, key=lambda one: (one.top + one.bottom, one.left)):
        last = lines[-1][-1] if lines else None
        if isinstance(item, Segment) and isinstance(last, Segment) and shares_line(last, item):
            lines[-1].append(item)
        else:
            lines.append([item])
    return [sorted(line, key=lambda one: one.left) for line in lines]


def _order(items: list[Item]) -> list[list[Item]]:
    """Return the columns of a region in reading order."""
    if not items:
        return []
    if 1 < len(items) <= _MOST_ITEMS:
        columns = _split_columns(items)
        if columns is not None:
            return [region for column in columns for region in _order(column)]
        bands = _split_bands(items)
        if bands is not None:
            return [region for band in bands for region in _order(band)]
    return [items]


def _split_columns(items: list[Item]) -> list[list[Item]] | None:
    """Return the columns on the sides of the gutters that run through the region, None where there are none."""
    least = _GUTTER * _line_height(items)
    columns: list[list[Item]] = []
    current: list[Item] = []
    reach = 0.0
    waiting = sorted(items, key=lambda item: item.left)
    for place, item in enumerate(waiting):
        if current and item.left - reach >= least and _is_gutter(current, waiting[place:]):
            columns.append(current)
            current = []
        current.append(item)
        reach = max(reach, item.right) if len(current) > 1 else item.right
    return [*columns, current] if columns else None


def _is_gutter(left: list[Item], right: list[Item]) -> bool:
    """Return whether the gap between the two parts separates columns of prose rather than cells of a table."""
    first = [item for item in right if item.left < min(item.right for item in right)]  # the next column, roughly
    sides = _measure_lines(left), _measure_lines(first or right)
    if all(side.is_prose for side in sides):
        return True
    widths = sorted(side.width for side in sides)
    if any(side.is_solid for side in sides) and widths[0] >= _SIMILAR * widths[1]:
        return True  # columns of text are equally wide, those of tables are not
    lines, others = _group_lines(left), _group_lines(right)
    if len(lines) > len(others):
        lines, others = others, lines
    aligned = sum(any(_levels_match(line, other) for other in others) for line in lines)
    return len(lines) > 2 and aligned < _ALIGNED * len(lines)


def _levels_match(line: list[Item], other: list[Item]) -> bool:
    return abs(line[0].top - other[0].top) <= 0.3 * min(_line_height(line), _line_height(other))


class _Lines(NamedTuple):
    """What the lines of a column are like: its width, what share of it they fill, how many characters they have."""

    width: float
    fill: float
    length: float

    @property
    def is_prose(self) -> bool:
        return self.fill >= _FULL and self.length >= _PROSE

    @property
    def is_solid(self) -> bool:
        return self.fill >= _SOLID and self.length >= 2 * _PROSE


def _measure_lines(items: list[Item]) -> _Lines:
    width = max(item.right for item in items) - min(item.left for item in items)
    if any(not isinstance(item, Segment) for item in items):  # tables and boxes stand in columns, not in cells
        return _Lines(width, 1.0, 2 * _PROSE)
    lines = _group_lines(items)
    fills = [sum(item.right - item.left for item in line) / width for line in lines]
    lengths = [sum(len(item.glyphs) for item in line if isinstance(item, Segment)) for line in lines]
    return _Lines(width, statistics.fmean(fills), statistics.median(lengths))


def _split_bands(items: list[Item]) -> list[list[Item]] | None:
    """Return the region cut above and below what stands across the best gutter, None where no cut helps."""
    for x in _find_gutters(items):
        bands = _cut_bands(items, x)
        if len(bands) > 1 and any(_split_columns(band) is not None for band in bands if len(band) > 1):
            return bands
    return None


def _find_gutters(items: list[Item]) -> list[float]:
    """Return where few items stand across, with at least two on each side; the emptiest places first."""
    found: dict[tuple[int, int, int], float] = {}
    for item in items:
        x = item.right + 0.1
        left = sum(other.right < x for other in items)
        right = sum(other.left > x for other in items)
        crossing = len(items) - left - right
        if min(left, right) >= 2 and crossing <= _CROSSING * len(items):
            found.setdefault((crossing, -min(left, right), left), x)
    return [found[key] for key in sorted(found)[:_TRIES]]


def _cut_bands(items: list[Item], x: float) -> list[list[Item]]:
    """Return the region cut around what stands across ``x``; what lies between and has no columns stays with it."""
    height = _line_height(items)
    spans: list[list[float]] = []
    for item in sorted((one for one in items if one.left <= x <= one.right), key=lambda one: one.top):
        if spans and item.top - spans[-1][1] < height:
            spans[-1][1] = max(spans[-1][1], item.bottom)
        else:
            spans.append([item.top, item.bottom])
    bands: dict[int, list[Item]] = {}
    for item in items:
        middle = (item.top + item.bottom) / 2
        above = sum(bottom < middle for _, bottom in spans)
        across = any(top <= middle <= bottom for top, bottom in spans)
        bands.setdefault(2 * above + across, []).append(item)
    merged: list[list[Item]] = []
    glued = False  # to the band before
    for key in sorted(bands):
        band = bands[key]
        apart = key % 2 == 1 or (len(_group_lines(band)) > 1 and _split_columns(band) is not None)
        if merged and (glued or not apart):
            merged[-1] += band
        else:
            merged.append(band)
        glued = not apart
    return merged


def _line_height(items: Sequence[Item]) -> float:
    heights = [item.height for item in items if isinstance(item, Segment)]
    return statistics.median(heights) if heights else 10.0
