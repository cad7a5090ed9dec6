"""How a report's text is set: headline, headings, paragraphs, table rows, each a stretch of the source text.

Enters: the caller's text. Leaves: a Layout, whose pieces together hold every character that is not white space.
Next: ``payload`` and ``notebook``.
"""

from __future__ import annotations

from typing import NamedTuple

from unionie.clean import Block, CleanText, clean_text

__all__ = ["Layout", "Piece", "lay_out"]

_TRADITIONAL = 20  # one character in so many that has a simplified form makes a text traditional


class Piece(NamedTuple):
    """A stretch of the source text: ``kind`` is that of a clean block; ``cells`` are those of a table row."""

    kind: str
    start: int
    end: int
    level: int = 0
    cells: tuple[tuple[int, int], ...] = ()


class Layout(NamedTuple):
    """The pieces of a text in order, and the language tag that chooses its typefaces and punctuation."""

    pieces: list[Piece]
    lang: str


def lay_out(text: str) -> Layout:
    """Return the layout of ``text``; what cleaning left out stands between the other pieces as furniture."""
    if not text.strip():
        return Layout([], "zh-Hans")
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
    return Layout(pieces + _left_out(text, done, len(text)), _guess_lang(clean))


def _guess_lang(clean: CleanText) -> str:
    if clean.text == clean.surface:
        return "zh-Hans"
    folded = sum(map(str.__ne__, clean.text, clean.surface))
    return "zh-Hant" if folded * _TRADITIONAL > len(clean.text) else "zh-Hans"


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
