"""A report's text as static HTML, with figures marked and names underlined.

Enters: an Extraction. Leaves: an HTML fragment, everything from the report escaped. Next: ``notebook``.
"""

from __future__ import annotations

import html
import re
from typing import NamedTuple

from unionie.records import Extraction, Fact
from unionie.view.figures import format_time, format_value
from unionie.view.layout import Piece, lay_out

__all__ = ["escape", "join_lines", "mark_text"]

_SURROGATE = re.compile("[\ud800-\udfff]")
_BREAK = re.compile(r"[ \t\u3000]*[\r\n]+[ \t\u3000]*")
_FIGURE = "background:rgba(255,190,0,.35);color:inherit;border-radius:3px;padding:0 2px"
_NAME = "text-decoration:underline;text-decoration-color:rgba(70,130,220,.7);text-underline-offset:3px"
_SOFT = "opacity:.65;font-size:92%"


class _Mark(NamedTuple):
    start: int
    end: int
    style: str
    note: str


def mark_text(extraction: Extraction, limit: int) -> str:
    """Return the text in its pieces up to about ``limit`` characters; what is left is counted."""
    marks = [_Mark(*span[:2], _FIGURE, _note(fact)) for fact in extraction.facts for span in fact.mentions]
    marks += [_Mark(entity.start, entity.end, _NAME, entity.label) for entity in extraction.entities]
    marks.sort(key=lambda mark: (mark.start, -mark.end))
    pieces = lay_out(extraction.text).pieces
    lines: list[str] = []
    shown = first = 0
    for piece in pieces:
        if shown > limit:
            break
        shown += piece.end - piece.start
        while first < len(marks) and marks[first].end <= piece.start:
            first += 1
        lines.append(_set(extraction.text, piece, marks, first))
    left = sum(piece.end - piece.start for piece in pieces[len(lines) :])
    more = f'<div style="{_SOFT}">… {left:,} more characters</div>' if left else ""
    return "".join(lines) + more


def _set(text: str, piece: Piece, marks: list[_Mark], first: int) -> str:
    parts: list[str] = []
    done = piece.start
    for mark in marks[first:]:
        if mark.start >= piece.end:
            break
        start, end = max(mark.start, piece.start), min(mark.end, piece.end)
        if start < done or end <= start:
            continue  # names inside a marked stretch stay unmarked: one mark for each character
        parts.append(escape(join_lines(text[done:start])))
        words = escape(join_lines(text[start:end]))
        parts.append(f'<span style="{mark.style}" title="{escape(mark.note)}">{words}</span>')
        done = end
    parts.append(escape(join_lines(text[done : piece.end])))
    strong = ";font-weight:bold" if piece.kind in ("title", "heading") else ""
    indent = ";text-indent:2em" if piece.kind == "paragraph" else ""
    return f'<p style="margin:.35em 0;max-width:45em;line-height:1.7{strong}{indent}">{"".join(parts)}</p>'


def _note(fact: Fact) -> str:
    value = f"{format_value(fact)}{fact.unit or ''}"
    return " · ".join(filter(None, (f"{fact.indicator} = {value}", format_time(fact), fact.subject)))


def join_lines(words: str) -> str:
    """Return the words without the line ends and indents inside."""
    return _BREAK.sub("", words)


def escape(words: str) -> str:
    """Return the words as HTML text or attribute value."""
    return html.escape(_SURROGATE.sub("\ufffd", words))
