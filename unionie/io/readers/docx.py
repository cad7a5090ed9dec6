"""Word documents: paragraphs and tables in the order of the document.

Enters: the bytes of a .docx. Leaves: a Document with one line a paragraph and one a table row. Next: ``pipeline``.

Numbers that Word makes (一、 （二） 3.) are written out. Text boxes stand behind the paragraph that they hang on, notes
at the end. Left out: headers and footers, tables of contents, deleted text. Vertically merged cells repeat.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from itertools import chain
from typing import Any

import docx
from docx.oxml.ns import qn
from lxml import etree

from unionie.errors import InputError
from unionie.io.limits import check_zip
from unionie.io.readers import Document
from unionie.io.readers.numbering import Numbering
from unionie.io.readers.tables import format_rows

__all__ = ["read"]

_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_TEXT_BOX = qn("w:txbxContent")
_CONTENTS = "Table of Contents"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # a second form of the same
_SKIPPED = {qn("w:del"), qn("w:moveFrom"), qn("w:instrText"), qn("w:pPr"), qn("w:rPr"), _FALLBACK, _TEXT_BOX}
_MARKS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_NOTES = ("/footnotes", "/endnotes")
_DEEPEST = 20  # tables in tables
_TOC_STYLE = re.compile(r"toc ?\d|contents \d", re.IGNORECASE)


def read(data: bytes) -> Document:
    """Return the text; raise InputError for what is no Word document, is protected or damaged."""
    check_zip(io.BytesIO(data))
    try:
        document = docx.Document(io.BytesIO(data))
        lines = list(_Walk(document).read_lines())
    except (KeyError, ValueError, zipfile.BadZipFile, etree.XMLSyntaxError, AttributeError, EOFError) as error:
        raise InputError(f"is no Word document, or damaged ({type(error).__name__})") from error
    except (OSError, NotImplementedError, RuntimeError, zipfile.zlib.error) as error:  # type: ignore[attr-defined]
        raise InputError(f"is damaged or protected ({type(error).__name__})") from error
    return Document("".join(f"{line}\n" for line in lines))


class _Walk:
    """One walk over a document: it counts the numbers of lists as it goes."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._numbering = Numbering(document)
        self._contents = {style.style_id for style in document.styles if style.name and _TOC_STYLE.match(style.name)}

    def read_lines(self) -> Iterator[str]:
        yield from self._read_blocks(self._document.element.body, 0)
        for relation in self._document.part.rels.values():
            if relation.reltype.endswith(_NOTES):
                notes = etree.fromstring(relation.target_part.blob, etree.XMLParser(resolve_entities=False))
                for note in notes:
                    if note.get(qn("w:type")) is None:  # the others are separators
                        yield from self._read_blocks(note, 0)

    def _read_blocks(self, parent: Any, depth: int) -> Iterator[str]:
        """Yield the lines of the paragraphs and tables in ``parent``, also inside content controls."""
        for element in parent.iterchildren(tag=etree.Element):
            if element.tag == _PARAGRAPH:
                yield from self._read_paragraph(element, depth)
            elif element.tag == _TABLE:
                yield from format_rows(self._read_rows(element, depth))
            elif element.tag not in _SKIPPED and not _is_contents(element):
                yield from self._read_blocks(element, depth)

    def _read_paragraph(self, paragraph: Any, depth: int) -> Iterator[str]:
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if style is not None and style.get(qn("w:val")) in self._contents:
            return
        text = "".join(_read_characters(paragraph))
        if text.strip():
            yield self._numbering.make_label(paragraph) + text.strip("\n")
        if depth < _DEEPEST:
            for box in _find_text_boxes(paragraph):
                yield from self._read_blocks(box, depth + 1)

    def _read_rows(self, table: Any, depth: int) -> Iterator[list[str]]:
        above: dict[int, str] = {}  # by column, for cells merged with the one above
        for row in table.iter(_ROW):
            if next(row.iterancestors(_TABLE)) is not table:
                continue
            cells, column = [], 0
            for cell in chain.from_iterable(
                child.iter(_CELL) if child.tag != _CELL else (child,) for child in row.iterchildren(tag=etree.Element)
            ):
                merge, span = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}"), _get_span(cell)
                if merge is None or merge.get(qn("w:val")) == "restart":
                    above[column] = "\n".join(self._read_blocks(cell, depth + 1)) if depth < _DEEPEST else ""
                cells.append(above.get(column, ""))
                column += span
            yield cells


def _get_span(cell: Any) -> int:
    span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
    value = "1" if span is None else span.get(qn("w:val"), "1")
    return min(int(value), 1_000) if value.isdigit() else 1


def _is_contents(element: Any) -> bool:
    gallery = element.find(f"{qn('w:sdtPr')}/{qn('w:docPartObj')}/{qn('w:docPartGallery')}")
    return gallery is not None and gallery.get(qn("w:val")) == _CONTENTS


def _read_characters(element: Any) -> Iterator[str]:
    for child in element.iterchildren(tag=etree.Element):
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in _MARKS:
            yield _MARKS[child.tag]
        elif child.tag not in _SKIPPED:
            yield from _read_characters(child)


def _find_text_boxes(element: Any) -> Iterator[Any]:
    for child in element.iterchildren(tag=etree.Element):
        if child.tag == _TEXT_BOX:
            yield child
        elif child.tag != _FALLBACK:
            yield from _find_text_boxes(child)
