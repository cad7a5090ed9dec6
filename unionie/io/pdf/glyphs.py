"""Glyphs and ruled lines of the pages of a PDF: with ``pictures`` all that knows pypdfium2.

Enters: the bytes of a PDF. Leaves: RawPages. Next: ``segments``, ``grids``.

Coordinates are points from the left and top edges of the page as it is shown: rotation and crop box are applied.
Spaces are told by the glyph behind them; line ends are left out: the places of glyphs tell them.
"""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterator
from threading import Lock
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from unionie.errors import InputError

__all__ = ["LOCK", "Glyph", "RawPage", "Ruling", "read_pages"]

UNKNOWN = "\ufffd"
_MOST_RULINGS = 20_000  # a page with more is a drawing
_MOST_GLYPHS = 500_000
_THICKEST = 3.0  # points; a filled rectangle thicker than a line is a background
_SHORTEST = 6.0
_STROKED, _FILLED = range(4, 7), range(8, 13)  # path segments of a frame: a rectangle drawn, or two with ink between
_DEPTH = 3  # of forms inside forms
_RADICALS = (("\u2f00", "\u2fd5"), ("\uf900", "\ufaff"))  # fonts name characters by their twins there
_SYMBOLS = ("\uf020", "\uf0ff")  # bullets of symbol fonts
LOCK = Lock()  # PDFium is not made for threads


class Glyph(NamedTuple):
    """A character and its box; ``spaced`` where the file has a space before it."""

    char: str
    left: float
    top: float
    right: float
    bottom: float
    spaced: bool = False


class Ruling(NamedTuple):
    """A straight line along an axis, as the box that it fills."""

    left: float
    top: float
    right: float
    bottom: float


class RawPage(NamedTuple):
    """What stands on a page; ``images`` counts its pictures."""

    number: int
    width: float
    height: float
    glyphs: list[Glyph]
    horizontals: list[Ruling]
    verticals: list[Ruling]
    images: int


class _Frame(NamedTuple):
    """The affine way from PDF coordinates to points from the page's top left corner."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def map_box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        xs = sorted((self.a * left + self.c * bottom + self.e, self.a * right + self.c * top + self.e))
        ys = sorted((self.b * left + self.d * bottom + self.f, self.b * right + self.d * top + self.f))
        return xs[0], ys[0], xs[1], ys[1]


def read_pages(data: bytes) -> list[RawPage]:
    """Return the pages; raise InputError for what is no PDF, is protected or damaged."""
    with LOCK:
        try:
            document = pdfium.PdfDocument(data)
        except pdfium.PdfiumError as error:
            if getattr(error, "err_code", None) == pdfium_c.FPDF_ERR_PASSWORD:
                raise InputError("the PDF is protected by a password: save it without one") from error
            raise InputError("is no PDF, or damaged") from error
        try:
            return [_read_page(document, number) for number in range(len(document))]
        except pdfium.PdfiumError as error:
            raise InputError(f"the PDF is damaged ({error})") from error
        finally:
            document.close()


def _read_page(document: Any, number: int) -> RawPage:
    page = document[number]
    width, height = page.get_size()
    frame = _find_frame(page, width, height)
    text = page.get_textpage()
    glyphs = list(_read_glyphs(text, frame))
    text.close()
    horizontals, verticals, images = _read_objects(page, frame)
    page.close()
    return RawPage(number + 1, width, height, glyphs, horizontals, verticals, images)


def _find_frame(page: Any, width: float, height: float) -> _Frame:
    """Return the way to the page as it is shown, measured by PDFium's own mapping of three points."""
    scale = 100  # it gives whole pixels
    x, y = ctypes.c_int(), ctypes.c_int()

    def show(left: float, bottom: float) -> tuple[float, float]:
        size = round(width * scale), round(height * scale)
        pdfium_c.FPDF_PageToDevice(page.raw, 0, 0, *size, 0, left, bottom, x, y)
        return x.value / scale, y.value / scale

    far = 1000.0
    origin, right, up = show(0, 0), show(far, 0), show(0, far)
    a, b = ((right[axis] - origin[axis]) / far for axis in (0, 1))
    c, d = ((up[axis] - origin[axis]) / far for axis in (0, 1))
    return _Frame(a, b, c, d, *origin)


def _read_glyphs(text: Any, frame: _Frame) -> Iterator[Glyph]:
    box = pdfium_c.FS_RECTF()
    high, spaced = "", False
    for index in range(min(text.count_chars(), _MOST_GLYPHS)):
        code = pdfium_c.FPDFText_GetUnicode(text.raw, index)
        if 0xD800 <= code < 0xDC00:
            high = chr(code)
            continue
        char = chr(code) if 0x4E00 <= code < 0xA000 or 0x20 < code < 0x7F else _get_char(code, high)
        high = ""
        if char.isspace():
            spaced = spaced or not pdfium_c.FPDFText_IsGenerated(text.raw, index)
            continue
        if not pdfium_c.FPDFText_GetLooseCharBox(text.raw, index, box):
            continue
        left, top, right, bottom = frame.map_box(box.left, box.bottom, box.right, box.top)
        if right > left and bottom > top:
            yield Glyph(char, left, top, right, bottom, spaced)
        spaced = False


def _get_char(code: int, high: str) -> str:
    if high and 0xDC00 <= code < 0xE000:
        return (high + chr(code)).encode("utf-16", "surrogatepass").decode("utf-16")
    if code == 2:  # PDFium's mark for a hyphen at the end of a line
        return "-"
    if code in (9, 10, 13, 0x20, 0xA0, 0xAD, 0x200B, 0xFEFF):
        return " "
    if code < 32 or 0xD800 <= code < 0xE000 or code in (0xFFFD, 0xFFFE, 0xFFFF) or code > 0x10FFFF:
        return UNKNOWN
    char = chr(code)
    if any(first <= char <= last for first, last in _RADICALS):
        return unicodedata.normalize("NFKC", char)
    return "•" if _SYMBOLS[0] <= char <= _SYMBOLS[1] else char


def _read_objects(page: Any, frame: _Frame) -> tuple[list[Ruling], list[Ruling], int]:
    """Return the horizontal and vertical lines of the page, and the number of images."""
    rulings: list[Ruling] = []
    images = 0
    kinds = (pdfium_c.FPDF_PAGEOBJ_PATH, pdfium_c.FPDF_PAGEOBJ_IMAGE)
    for item in page.get_objects(filter=kinds, max_depth=_DEPTH):
        if item.type == pdfium_c.FPDF_PAGEOBJ_IMAGE:
            images += 1
        elif len(rulings) <= _MOST_RULINGS:
            rulings += _read_path(item, frame)
    if len(rulings) > _MOST_RULINGS:
        return [], [], images
    horizontals = [line for line in rulings if line.right - line.left >= line.bottom - line.top]
    verticals = [line for line in rulings if line.right - line.left < line.bottom - line.top]
    return horizontals, verticals, images


def _read_path(item: Any, frame: _Frame) -> Iterator[Ruling]:
    """Yield the lines along an axis that a path draws: its edges, or itself where it is a thin filled box."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium_c.FPDFPath_GetDrawMode(item.raw, fill, stroke):
        return
    edges = [ctypes.c_float() for _ in range(4)]
    if not pdfium_c.FPDFPageObj_GetBounds(item.raw, *edges):
        return
    left, top, right, bottom = _place(item, frame, *(edge.value for edge in edges))
    wide, tall = right - left, bottom - top
    if min(wide, tall) <= _THICKEST:
        if max(wide, tall) >= _SHORTEST:
            yield Ruling(left, top, right, bottom)
    elif pdfium_c.FPDFPath_CountSegments(item.raw) in (_STROKED if stroke.value else _FILLED):
        yield Ruling(left, top, right, top)
        yield Ruling(left, bottom, right, bottom)
        yield Ruling(left, top, left, bottom)
        yield Ruling(right, top, right, bottom)


def _place(item: Any, frame: _Frame, left: float, bottom: float, right: float, top: float) -> Any:
    """Return the box as shown; bounds inside a form are those of the form's own coordinates."""
    container = getattr(item, "container", None)
    while container is not None:
        m = container.get_matrix()
        xs = sorted((m.a * left + m.c * bottom + m.e, m.a * right + m.c * top + m.e))
        ys = sorted((m.b * left + m.d * bottom + m.f, m.b * right + m.d * top + m.f))
        left, bottom, right, top = xs[0], ys[0], xs[1], ys[1]
        container = getattr(container, "container", None)
    return frame.map_box(left, bottom, right, top)
