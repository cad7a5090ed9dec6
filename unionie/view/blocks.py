"""How a report's text is set: headline, headings, paragraphs, table rows, each a stretch of the source text.

Enters: the caller's text. Leaves: Pieces that together hold every character that is not white space.
Next: ``payload`` and ``notebook``.
"""

from __future__ import annotations

from typing import NamedTuple

from unionie.clean import Block, CleanText, clean_text


class Piece(NamedTuple):
    """A stretch of the source text: ``kind`` is that of a clean block; ``cells`` are those of a table row."""

    kind: str
    start: int
    end: int
    level: int = 0
    cells: tuple[tuple[int, int], ...] = ()


def cut_pieces(text: str) -> list[Piece]:
    """Return the pieces of ``text`` in order; what cleaning left out stands between them as furniture."""
    if not text.strip():
        return []
    clean = clean_text(text)
    pieces: list[Piece] = []
    done = 0
    for block in clean.blocks:
        if block.start >= block.end:
            continue
        piece = _piece(clean, block)
        pieces += _left_out(text, done, piece.start)
        pieces.append(piece)
        done = piece.end
    return pieces + _left_out(text, done, len(text))


def _piece(clean: CleanText, block: Block) -> Piece:
    start, end = _source(clean, block.start, block.end)
    if block.kind != "table_row":
        return Piece(block.kind, start, end, block.level)
    cells, first = [], block.start
    for cell in clean.text[block.start : block.end].split("\t"):
        if cell:
            cells.append(_source(clean, first, first + len(cell)))
        first += len(cell) + 1
    return Piece(block.kind, start, end, 0, tuple(cells))


def _source(clean: CleanText, start: int, end: int) -> tuple[int, int]:
    return clean.offsets[start], clean.offsets[end - 1] + 1


def _left_out(text: str, start: int, end: int) -> list[Piece]:
    words = text[start:end]
    if not words.strip():
        return []
    first = start + len(words) - len(words.lstrip())
    return [Piece("furniture", first, first + len(words.strip()))]
