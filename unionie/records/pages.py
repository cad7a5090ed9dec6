"""Where characters of a report stand on the pages that it was read from.

Enters: nothing. Leaves: Page, Run, Place, Rectangle. Readers make pages; ``Report.locate`` reads them.

Lengths are points (1/72 inch), measured from the left and top edges of the page as a viewer shows it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Rectangle(NamedTuple):
    """A rectangle on a page, in points from the page's left and top edges."""

    left: float
    top: float
    right: float
    bottom: float


class Place(NamedTuple):
    """A page, numbered from 1, and the rectangles on it: one for each stretch of a line."""

    page: int
    rectangles: tuple[Rectangle, ...]


class Run(NamedTuple):
    """Neighbouring characters on one line: character ``start + i`` lies between ``edges[i]`` and ``edges[i + 1]``."""

    start: int
    top: float
    bottom: float
    edges: tuple[float, ...]

    @property
    def end(self) -> int:
        """Return the offset behind the last character."""
        return self.start + len(self.edges) - 1


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its characters are ``text[start:end]`` of the report, its runs lie in the order of the text.

    ``furniture`` holds what was recognised as page numbers and running heads and left out of the text. A ``scanned``
    page shows a picture and no text: what stands on it was not read.
    """

    number: int
    width: float
    height: float
    start: int
    end: int
    runs: tuple[Run, ...] = ()
    furniture: tuple[str, ...] = ()
    scanned: bool = False


def find_page(pages: Sequence[Page], offset: int) -> int | None:
    """Return the number of the page on which the character at ``offset`` stands, None where there are no pages."""
    place = bisect_right(pages, offset, key=lambda page: page.start) - 1
    while place > 0 and pages[place].start == pages[place].end:  # an empty page begins where the next one does
        place -= 1
    return pages[place].number if place >= 0 else None


def locate(pages: Sequence[Page], start: int, end: int) -> Iterator[Place]:
    """Yield the pages of the characters ``start:end`` with their rectangles; bisection finds the runs."""
    first = max(0, bisect_right(pages, start, key=lambda page: page.start) - 1)
    for page in pages[first:]:
        if page.start >= end:
            return
        rectangles = tuple(_cut_runs(page.runs, start, end))
        if rectangles:
            yield Place(page.number, rectangles)


def _cut_runs(runs: Sequence[Run], start: int, end: int) -> Iterator[Rectangle]:
    first = max(0, bisect_right(runs, start, key=lambda run: run.start) - 1)
    for run in runs[first:]:
        if run.start >= end:
            return
        left, right = max(start, run.start), min(end, run.end)
        if left < right:
            yield Rectangle(run.edges[left - run.start], run.top, run.edges[right - run.start], run.bottom)
