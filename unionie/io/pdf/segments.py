"""Glyphs to segments: stretches of one line without a wide gap.

Enters: the glyphs of a page, in any order. Leaves: Segments. Next: ``furniture``, ``grids``, ``columns``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from unionie.io.pdf.glyphs import Glyph

__all__ = ["Segment", "make_segments"]

_WIDEST_GAP = 1.2  # heights; a name set apart (李　明) has one
_OVERLAP = 0.5  # of the lower height: what shares a line
_WORD_GAP = 0.15  # heights, between Latin letters
_WIDE_GAP = 0.6  # between Chinese characters
_BACK = 0.6  # heights that a glyph may lie behind the end of the one before: kerning, bold drawn twice


class Segment(NamedTuple):
    """Neighbouring glyphs from left to right, and the box around them."""

    glyphs: tuple[Glyph, ...]
    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        """Return the height of the line, which is nearly the size of its font."""
        return self.bottom - self.top

    def spell(self) -> tuple[str, tuple[float, ...]]:
        """Return the text with the spaces that the gaps mean, and the left edge of each character, then the last right.

        A right edge beyond the next left one is cut there.
        """
        chars: list[str] = []
        edges: list[float] = []
        before: Glyph | None = None
        for glyph in self.glyphs:
            if before is not None and _is_space(before, glyph, self.height):
                chars.append(" ")
                edges.append(before.right)
            step = (glyph.right - glyph.left) / len(glyph.char)
            chars += glyph.char
            edges += (glyph.left + place * step for place in range(len(glyph.char)))
            before = glyph
        edges.append(self.right)
        return "".join(chars), tuple(round(edge, 1) for edge in edges)


def make_segments(glyphs: Iterable[Glyph]) -> list[Segment]:
    """Return the segments, from top to bottom, then from left to right."""
    segments = sorted(map(_enclose, _split(glyphs)), key=lambda segment: (segment.top + segment.bottom, segment.left))
    return _merge(segments)


def shares_line(one: Segment | Glyph, other: Segment | Glyph) -> bool:
    """Return whether the two overlap vertically by half of the lower one."""
    overlap = min(one.bottom, other.bottom) - max(one.top, other.top)
    return overlap >= _OVERLAP * min(one.bottom - one.top, other.bottom - other.top)


def _split(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Yield stretches of glyphs that follow each other on the page as they do in the file."""
    stretch: list[Glyph] = []
    for glyph in glyphs:
        if stretch and not _continues(stretch[-1], glyph):
            yield stretch
            stretch = []
        stretch.append(glyph)
    if stretch:
        yield stretch


def _continues(before: Glyph, glyph: Glyph) -> bool:
    if not shares_line(before, glyph) or glyph.left < before.left:
        return False
    height = max(before.bottom - before.top, glyph.bottom - glyph.top)
    return -_BACK * height <= glyph.left - before.right <= _WIDEST_GAP * height


def _enclose(glyphs: list[Glyph]) -> Segment:
    return Segment(
        tuple(glyphs),
        min(glyph.left for glyph in glyphs),
        min(glyph.top for glyph in glyphs),
        max(glyph.right for glyph in glyphs),
        max(glyph.bottom for glyph in glyphs),
    )


def _merge(segments: list[Segment]) -> list[Segment]:
    """Join segments that lie side by side on one line: a file may draw them in any order."""
    merged: list[Segment] = []
    line: list[Segment] = []
    for segment in segments:
        if line and not shares_line(line[-1], segment):
            merged += _join_line(line)
            line = []
        line.append(segment)
    return merged + _join_line(line)


def _join_line(line: list[Segment]) -> list[Segment]:
    joined: list[Segment] = []
    for segment in sorted(line, key=lambda one: one.left):
        if joined and shares_line(joined[-1], segment) and _touches(joined[-1], segment):
            segment = _enclose([*joined.pop().glyphs, *segment.glyphs])  # noqa: PLW2901  it grows
        joined.append(segment)
    return joined


def _touches(one: Segment, other: Segment) -> bool:
    gap = other.left - one.right
    lower = min(one.height, other.height)
    return -_BACK * lower <= gap <= _WIDEST_GAP * lower and max(one.height, other.height) <= 2 * lower


def _is_space(before: Glyph, glyph: Glyph, height: float) -> bool:
    if glyph.spaced:
        return True
    narrow = before.char[-1] < "\u2e80" and glyph.char[0] < "\u2e80"
    return glyph.left - before.right > (_WORD_GAP if narrow else _WIDE_GAP) * height
