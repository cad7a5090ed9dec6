"""PDF files with a text layer, in reading order, with the place of every character.

Enters: the bytes of a PDF. Leaves: a Document with Pages. Next: ``pipeline``; ``Report.locate`` for evidence pages.

The steps are those of ``io.pdf``. A PDF without text layer (a scan), and one whose fonts do not say which characters
they show, are errors: never text that nobody could read on the page.
"""

from __future__ import annotations

from unionie.errors import InputError
from unionie.io.pdf.columns import order_rows
from unionie.io.pdf.furniture import find_furniture
from unionie.io.pdf.glyphs import UNKNOWN, RawPage, read_pages
from unionie.io.pdf.grids import find_grids
from unionie.io.pdf.paragraphs import PageRows, write_text
from unionie.io.pdf.segments import Segment, make_segments
from unionie.io.readers import Document

__all__ = ["check_characters", "read"]

_MOST_UNKNOWN = 0.02  # of the characters
_PRIVATE = ("\ue000", "\uf8ff")  # what fonts use that name no characters


def read(data: bytes) -> Document:
    """Return text and pages; raise InputError for scans, protected and damaged files."""
    raw = read_pages(data)
    check_characters(raw)
    segments = [make_segments(page.glyphs) for page in raw]
    furniture = find_furniture([(page.height, several) for page, several in zip(raw, segments, strict=True)])
    pages = [_order_page(*group) for group in zip(raw, segments, furniture, strict=True)]
    text, places = write_text(pages)
    if not text:
        raise InputError("the PDF holds nothing but page numbers and running heads")
    return Document(text, pages=places)


def _order_page(page: RawPage, segments: list[Segment], furniture: set[int]) -> PageRows:
    body = [segment for index, segment in enumerate(segments) if index not in furniture]
    grids, rest = find_grids(body, page.horizontals, page.verticals)
    left_out = tuple(segments[index].spell()[0] for index in sorted(furniture))
    return PageRows(page.number, page.width, page.height, order_rows([*grids, *rest]), left_out, page.images)


def check_characters(pages: list[RawPage]) -> None:
    """Raise InputError for a scan, and for fonts that leave more characters than a few unnamed."""
    chars = [glyph.char for page in pages for glyph in page.glyphs]
    if not chars:
        raise InputError("the PDF has no text layer (a scan?): run OCR first, as ocrmypdf -l chi_sim IN OUT does")
    unknown = sum(char == UNKNOWN or _PRIVATE[0] <= char <= _PRIVATE[1] for char in chars)
    if unknown > _MOST_UNKNOWN * len(chars):
        raise InputError("the PDF's fonts do not say which characters they show: run OCR, as ocrmypdf --force-ocr does")
