"""Cells to lines: how readers write the tables of their formats.

Enters: rows of cells. Leaves: one line a row, its cells separated by tabs. Next: ``clean.tables`` finds them again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

__all__ = ["EMPTY", "format_rows", "squeeze"]

_SPACE = re.compile(r"\s+")
EMPTY = "—"  # what printed tables write where there is no figure: without it the next cell would move left


def format_rows(rows: Iterable[Sequence[str]]) -> list[str]:
    """Return a line for each row that holds something; empty cells in it become a dash."""
    lines = []
    for row in rows:
        cells = [squeeze(cell) for cell in row]
        if any(cells):
            lines.append("\t".join(cell or EMPTY for cell in cells))
    return lines


def squeeze(text: str) -> str:
    """Return the text on one line, without the space around it; line breaks between Chinese characters leave none."""
    return _SPACE.sub(_shorten, text.replace("\xa0", " ").strip())


def _shorten(match: re.Match[str]) -> str:
    text, start, end = match.string, match.start(), match.end()
    between_chinese = not (text[start - 1].isascii() or text[end].isascii())
    return "" if between_chinese and "\n" in match.group() else " "
