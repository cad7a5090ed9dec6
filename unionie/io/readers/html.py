"""Web pages: the main text without navigation, tables as lines.

Enters: the bytes of an HTML page. Leaves: a Document: the headline, the line that says when and by whom it was
published, then the main text. Next: ``pipeline``.

trafilatura finds the main text. It leaves headline and date line out, which reports need: they are put before it. A
page in which it finds none, like a bare table, is read whole.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree, html

from unionie.errors import InputError
from unionie.io.decode import decode, decode_as
from unionie.io.readers import Document
from unionie.io.readers.tables import format_rows, squeeze

__all__ = ["read", "read_markup"]

_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]{3,20})", re.IGNORECASE)
_DECLARED = 8_192  # bytes in which a page names its encoding
_OTHER = {"shift_jis", "euc-jp", "euc-kr", "windows-1252", "iso-8859-1"}  # read only where the page says so
_BLOCKS = {"p", "head", "item", "quote", "ab", "code", "div", "fw"}
_PLAIN_BLOCKS = (
    "p",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "tr",
    "br",
    "section",
    "article",
    "td",
    "dd",
    "pre",
)
_DROPPED = ("script", "style", "noscript", "template", "svg", "select", "button")
_DATE_LINE = re.compile(r"(?:发布|发表|更新)?(?:时间|日期)[:：]|來源[:：]|来源[:：]|发布(?:者|单位|机构)[:：]")
_LONGEST_DATE_LINE = 160
_TITLE_END = re.compile(r"\s*[-_|—–]+\s*[^-_|—–]*$")
_DEEPEST = 200
_TAB = "\ue000"


def read(data: bytes) -> Document:
    """Return the page's main text with its encoding; raise InputError for a page without text."""
    markup, encoding = _decode_page(data)
    return Document(read_markup(markup), encoding)


def read_markup(markup: str) -> str:
    """Return the main text of a page that is already decoded."""
    import trafilatura  # a third of a second: only when there is a page to read

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # else its warnings go to the standard error
    tree = _parse(markup)
    head = list(_find_head(tree))
    found = trafilatura.bare_extraction(markup, include_comments=False, include_tables=True, with_metadata=False)
    body = getattr(found, "body", None)
    lines = _read_lines(body, 0) if body is not None else []
    if not any(lines):
        lines = _read_plain(tree)
    known = {squeeze(line) for line in lines}
    lines = [line for line in head if squeeze(line) not in known] + lines
    if not lines:
        raise InputError("the page holds no text")
    return "".join(f"{line}\n" for line in lines)


def _decode_page(data: bytes) -> tuple[str, str]:
    try:
        return decode(data)
    except InputError:
        declared = _CHARSET.search(data, 0, _DECLARED)
        name = declared[1].decode("ascii").lower() if declared else ""
        if name not in _OTHER:
            raise
        return decode_as(data, name), name


def _parse(markup: str) -> Any:
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, ValueError) as error:
        raise InputError("the page holds no text") from error
    etree.strip_elements(tree, *_DROPPED, with_tail=False)
    return tree


def _find_head(tree: Any) -> Iterator[str]:
    """Yield the headline and the date line."""
    heads = [squeeze(element.text_content()) for element in tree.iter("h1")]
    named = squeeze(tree.findtext(".//title") or "")
    title = next((head for head in heads if head and (head in named or len(heads) == 1)), None)
    title = title or _TITLE_END.sub("", named)
    if title:
        yield title
    for element in tree.iter("p", "div", "span", "td", "h2", "h3", "h4", "h5", "small"):
        text = squeeze(element.text_content())
        if len(text) <= _LONGEST_DATE_LINE and _DATE_LINE.search(text):
            yield text
            return


def _read_lines(element: Any, depth: int) -> list[str]:
    """Return the lines of trafilatura's tree: paragraphs, headings and items one each, table rows with tabs."""
    lines: list[str] = []
    for child in element:
        if child.tag == "table":
            lines += format_rows([cell.xpath("string()") for cell in row.iter("cell")] for row in child.iter("row"))
        elif child.tag in _BLOCKS and child.find(".//table") is None and child.find(".//item") is None:
            lines += _split(child)
        elif depth < _DEEPEST:
            lines += _own_text(child.text) + _read_lines(child, depth + 1)
        lines += _own_text(child.tail)
    return lines


def _own_text(text: str | None) -> list[str]:
    squeezed = squeeze(text or "")
    return [squeezed] if squeezed else []


def _split(block: Any) -> list[str]:
    for mark in block.iter("lb"):
        mark.tail = "\n" + (mark.tail or "")
    lines = (squeeze(line) for line in block.xpath("string()").split("\n"))
    return [line for line in lines if line]


def _read_plain(tree: Any) -> list[str]:
    """Return all text of a page, a line for each block, rows of tables with tabs."""
    rows: dict[Any, str] = {}
    for row in tree.iter("tr"):
        if row.find(".//tr") is None:
            rows[row] = "".join(format_rows([[cell.text_content() for cell in row.iter("td", "th")]]))
    for row, line in rows.items():
        for child in list(row):
            row.remove(child)
        row.text = line.replace("\t", _TAB)  # a tab would be squeezed
    for element in tree.iter(*_PLAIN_BLOCKS):
        element.tail = "\n" + (element.tail or "")
        element.text = "\n" + (element.text or "")
    body = tree.find("body")
    text = (tree if body is None else body).text_content()
    return [line.replace(_TAB, "\t") for line in map(squeeze, text.split("\n")) if line]
