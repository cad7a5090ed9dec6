"""Rows to text: lines of a paragraph are joined, also over the ends of columns and pages.

Enters: the rows of all pages in reading order. Leaves: the text, one paragraph or table row a line, and the Pages that
say where its characters stand. Next: ``readers.pdf``.

A line goes on in the next one if it fills its column and the next one is neither indented nor of another size nor set
off by space. Nothing is added but line ends, tabs between cells and spaces between words; those have no place on the
page.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from unionie.io.pdf.columns import Cell, Row
from unionie.io.readers.tables import EMPTY
from unionie.records import Page, Run

__all__ = ["PageRows", "write_text"]

_INDENT = 1.2  # heights; Chinese paragraphs are indented by two
_RAGGED = 2.3  # heights that a full line may lack: a character or mark that did not fit
_SAME_SIZE = 1.15
_SET_OFF = 1.5  # times the usual distance of lines
_TERMINAL = "。！？!?；;：:”」』）)"
_NARROWEST = 6  # characters; narrower columns are labels


class PageRows(NamedTuple):
    """The rows of a page, and what the Page says besides."""

    number: int
    width: float
    height: float
    rows: list[Row]
    furniture: tuple[str, ...] = ()
    images: int = 0


class _Line(NamedTuple):
    """A row with what joining it needs to know."""

    row: Row
    page: int
    left: float
    top: float
    right: float
    height: float
    edges: tuple[float, float]  # of the column's lines
    leading: float


def write_text(pages: Sequence[PageRows]) -> tuple[str, tuple[Page, ...]]:
    """Return the text and its pages."""
    lines = [line for page in pages for line in _measure(page)]
    writer = _Writer(pages)
    before: _Line | None = None
    for line in lines:
        writer.write_row(line, joined=before is not None and _goes_on(before, line))
        before = line
    return writer.finish()


def _measure(page: PageRows) -> Iterator[_Line]:
    """Yield the page's rows with the edges and the leading of their columns."""
    for _, group in groupby(page.rows, key=lambda row: (row.box, row.column, row.ruled)):
        rows = list(group)
        boxes = [_enclose(row) for row in rows]
        heights = [bottom - top for _, top, _, bottom in boxes]
        steps = [after[1] - box[1] for box, after in pairwise(boxes) if after[1] > box[1]]
        edges = _common_edges(boxes)
        for row, box, height in zip(rows, boxes, heights, strict=True):
            leading = statistics.median(steps) if steps else 1.5 * height
            yield _Line(row, page.number, box[0], box[1], box[2], height, edges, leading)


def _common_edges(boxes: list[tuple[float, float, float, float]]) -> tuple[float, float]:
    lefts, rights = sorted(box[0] for box in boxes), sorted(box[2] for box in boxes)
    return lefts[len(lefts) // 20], rights[-1 - len(rights) // 20]


def _enclose(row: Row) -> tuple[float, float, float, float]:
    segments = list(row.segments)
    if not segments:
        return row.left, 0.0, row.right, 0.0
    return (
        min(one.left for one in segments),
        min(one.top for one in segments),
        max(one.right for one in segments),
        max(one.bottom for one in segments),
    )


def _is_text(line: _Line) -> bool:
    return len(line.row.cells) == 1 and not line.row.ruled


def _goes_on(line: _Line, following: _Line) -> bool:
    """Return whether the paragraph of ``line`` goes on in ``following``."""
    if not (_is_text(line) and _is_text(following)):
        return False
    sizes = sorted((line.height, following.height))
    lacking = line.edges[1] - line.right
    if sizes[1] > _SAME_SIZE * sizes[0] or lacking > _RAGGED * line.height + _first_word(following):
        return False
    if line.edges[1] - line.edges[0] < _NARROWEST * line.height:
        return False
    if following.left > following.edges[0] + _INDENT * following.height:
        return False
    if line.row.box != following.row.box:
        return False
    if (line.page, line.row.column) == (following.page, following.row.column):
        return following.top - line.top <= _SET_OFF * max(line.leading, line.height)
    last = next(reversed(line.row.cells[0])).glyphs[-1].char
    return last not in _TERMINAL


def _first_word(line: _Line) -> float:
    """Return the width of the number or Latin word that a line begins with: it moved down whole, as it did not fit."""
    glyphs = line.row.cells[0][0].glyphs
    count = next((index for index, glyph in enumerate(glyphs) if not glyph.char.isascii()), len(glyphs))
    return glyphs[count - 1].right - glyphs[0].left if count else 0.0


class _Writer:
    """Text and places as they grow."""

    def __init__(self, pages: Sequence[PageRows]) -> None:
        self._pages = {page.number: page for page in pages}
        self._runs: dict[int, list[Run]] = {page.number: [] for page in pages}
        self._starts: dict[int, int] = {}
        self._parts: list[str] = []
        self._length = 0
        self._last = "\n"

    def write_row(self, line: _Line, *, joined: bool) -> None:
        first = True
        for cell in line.row.cells:
            if not first:
                self._add("\t")
            elif self._length and not joined:
                self._add("\n")
            if first:
                self._starts.setdefault(line.page, self._length)
            self._write_cell(cell, line.page, joined=joined and first, empty=len(line.row.cells) > 1)
            first = False

    def _write_cell(self, cell: Cell, page: int, *, joined: bool, empty: bool) -> None:
        if not cell and empty:
            self._add(EMPTY)
        for segment in cell:
            text, edges = segment.spell()
            if joined and self._last.isascii() and self._last.isalpha() and text[0].isascii() and text[0].isalpha():
                self._add(" ")
            self._runs[page].append(Run(self._length, round(segment.top, 1), round(segment.bottom, 1), edges))
            self._add(text)
            joined = True

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
        self._last = text[-1:]

    def finish(self) -> tuple[str, tuple[Page, ...]]:
        if self._length:
            self._add("\n")
        pages: list[Page] = []
        end = self._length
        for number in sorted(self._pages, reverse=True):
            page, start = self._pages[number], self._starts.get(number, end)
            scanned = page.images > 0 and not page.rows
            runs = tuple(self._runs[number])
            pages.append(Page(number, page.width, page.height, start, end, runs, page.furniture, scanned=scanned))
            end = start
        return "".join(self._parts), tuple(reversed(pages))
