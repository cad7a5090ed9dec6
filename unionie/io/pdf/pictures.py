"""Pictures of pages of a PDF, for the evidence page.

Enters: the bytes of a PDF and numbers of pages. Leaves: Pictures: grey PNGs, sharp enough to read a line enlarged.
Next: ``view.places``.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable

import pypdfium2 as pdfium

from unionie.errors import InputError
from unionie.io.pdf.glyphs import LOCK
from unionie.view.places import Picture

__all__ = ["draw_pages"]

_SCALE = 120 / 72  # dots a point
_GREY = 0  # PNG's colour type


def draw_pages(data: bytes, numbers: Iterable[int]) -> dict[int, Picture]:
    """Return the pictures of the pages with these numbers, from 1; raise InputError for a damaged file."""
    pictures: dict[int, Picture] = {}
    with LOCK:
        try:
            document = pdfium.PdfDocument(data)
            for number in numbers:
                page = document[number - 1]
                bitmap = page.render(scale=_SCALE, grayscale=True)
                png = _encode_png(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
                width, height = page.get_size()
                pictures[number] = Picture(width, height, png)
                page.close()
            document.close()
        except pdfium.PdfiumError as error:
            raise InputError(f"the PDF cannot be drawn: {error}") from error
    return pictures


def _encode_png(width: int, height: int, stride: int, grey: bytes) -> bytes:
    rows = b"".join(b"\0" + grey[start : start + width] for start in range(0, height * stride, stride))
    head = struct.pack(">IIBBBBB", width, height, 8, _GREY, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_make_chunk(*chunk) for chunk in chunks)


def _make_chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
