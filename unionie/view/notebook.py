"""The notebook display of an Extraction: static HTML without script, at home in light and dark themes.

Enters: an Extraction. Leaves: an HTML fragment with styles on its own elements only; colours are translucent, so
that they sit on whatever background the notebook has. Column names are the records' field names.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence

from unionie.records import Extraction, Fact, Period, Span
from unionie.view.layout import Piece, lay_out

ROWS = 30  # rows of a table, and
CHARACTERS = 4000  # characters of the text, that are shown; the rest is counted
_SURROGATE = re.compile("[\ud800-\udfff]")
_BREAK = re.compile(r"[ \t\u3000]*[\r\n]+[ \t\u3000]*")
_LINE = "border-bottom:1px solid rgba(128,128,128,.25)"
_CELL = f"color:inherit;text-align:left;vertical-align:top;padding:2px 10px 2px 0;{_LINE}"
_NUMBER = _CELL.replace("left", "right") + ";white-space:nowrap"
_TABLE = "border-collapse:collapse;color:inherit;font-size:inherit"
_SOFT = "opacity:.7;font-size:90%"
_MARK = "background:rgba(255,190,0,.35);color:inherit;border-radius:3px;padding:0 2px"
_NAME = "text-decoration:underline;text-decoration-color:rgba(70,130,220,.8);text-underline-offset:3px"
_SIGNS = {"about": "≈", "nearly": "↗", "over": ">", "at_least": "≥", "under": "<", "at_most": "≤", "vague": "~"}
_WAYS = {"increase": "↑", "decrease": "↓", "above": "▲", "below": "▼"}


def render_extraction(extraction: Extraction) -> str:
    """Return the extraction as an HTML fragment: what it is, its records in short tables, its text with evidence."""
    parts = [
        _head(extraction),
        _table(
            "facts",
            ("indicator", "value", "period", "subject", "mentions"),
            [
                (fact.indicator, _value(fact), _when(fact), fact.subject, _said(fact.mentions))
                for fact in extraction.facts
            ],
        ),
        _table(
            "awards",
            ("recipient", "award", "affiliation", "level", "year"),
            [
                (
                    each.recipient,
                    " ".join(filter(None, (each.award, each.rank))),
                    each.affiliation,
                    each.level,
                    each.year,
                )
                for each in extraction.awards
            ],
        ),
        _table(
            "people",
            ("name", "organization", "titles", "role"),
            [(each.name, each.organization, "、".join(each.titles), each.role) for each in extraction.people],
        ),
        _table(
            "organizations",
            ("name", "full_name", "type", "aliases"),
            [(each.name, each.full_name, each.type, "、".join(each.aliases)) for each in extraction.organizations],
        ),
        _table("notices", ("kind", "message"), [(each.kind, each.message) for each in extraction.notices]),
        _text(extraction),
    ]
    return f'<div style="line-height:1.5">{"".join(parts)}</div>'


def _head(extraction: Extraction) -> str:
    title = extraction.title or extraction.source or "Extraction"
    known = (extraction.source, extraction.published, extraction.region, "、".join(extraction.authors))
    facts = " · ".join(each for each in known if each and each != title)
    failed = f"<div><b>failed</b>: {_escape(extraction.error or '')}</div>" if extraction.status == "failed" else ""
    return (
        f'<div style="font-size:115%"><b>{_escape(title)}</b></div><div style="{_SOFT}">{_escape(facts)}</div>{failed}'
    )


def _table(name: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    if not rows:
        return ""
    styles = [_NUMBER if column in ("value", "year") else _CELL for column in columns]
    heads = "".join(f'<th style="{style}">{column}</th>' for column, style in zip(columns, styles, strict=True))
    body = "".join(
        "<tr>"
        + "".join(
            f'<td style="{style}">{"" if cell is None else _escape(str(cell))}</td>'
            for cell, style in zip(row, styles, strict=True)
        )
        + "</tr>"
        for row in rows[:ROWS]
    )
    more = f'<div style="{_SOFT}">… {len(rows) - ROWS} more</div>' if len(rows) > ROWS else ""
    opened = " open" if name in ("facts", "notices") else ""
    return (
        f"<details{opened}><summary><b>{name}</b> {len(rows)}</summary>"
        f'<table style="{_TABLE}"><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>'
        f"{more}</details>"
    )


def _value(fact: Fact) -> str:
    number = f"{fact.value:,f}" + ("" if fact.high is None else f"–{fact.high:,f}")
    way = _WAYS.get(fact.direction or "", "")
    return " ".join(filter(None, (way, _SIGNS.get(fact.precision, "") + number, fact.unit)))


def _when(fact: Fact) -> str:
    when = [_days(fact.period)] if fact.period else []
    return " ".join([*when, f"as of {fact.as_of}"] if fact.as_of else when)


def _days(period: Period) -> str:
    if period.start.endswith("-01-01") and period.end.endswith("-12-31"):
        first, last = period.start[:4], period.end[:4]
        return first if first == last else f"{first}–{last}"
    return period.start if period.start == period.end else f"{period.start}–{period.end}"


def _said(mentions: Iterable[Span]) -> str:
    return " / ".join(_BREAK.sub("", span.text) for span in mentions)


def _text(extraction: Extraction) -> str:
    """Return the text in its pieces, with facts marked and names underlined."""
    marks = [(span.start, span.end, _MARK, _note(fact)) for fact in extraction.facts for span in fact.mentions]
    marks += [(entity.start, entity.end, _NAME, entity.label) for entity in extraction.entities]
    marks.sort(key=lambda mark: (mark[0], -mark[1]))
    lines, shown = [], 0
    pieces = lay_out(extraction.text).pieces
    for piece in pieces:
        if shown > CHARACTERS:
            break
        shown += piece.end - piece.start
        inside = [
            (max(start, piece.start), min(end, piece.end), style, note)
            for start, end, style, note in marks
            if start < piece.end and end > piece.start
        ]
        lines.append(_piece(extraction.text, piece, inside))
    left = sum(piece.end - piece.start for piece in pieces[len(lines) :])
    more = f'<div style="{_SOFT}">… {left} more characters</div>' if left else ""
    return (
        f"<details><summary><b>text</b> {len(extraction.text)}</summary>{''.join(lines)}{more}</details>"
        if lines
        else ""
    )


def _note(fact: Fact) -> str:
    return " · ".join(filter(None, (f"{fact.indicator} = {_value(fact)}", _when(fact), fact.subject)))


def _piece(text: str, piece: Piece, marks: list[tuple[int, int, str, str]]) -> str:
    parts, done = [], piece.start
    for start, end, style, note in marks:
        if start < done:
            continue  # names inside a marked stretch stay unmarked: one mark for each character
        words = _BREAK.sub("", text[start:end])
        parts.append(_escape(_BREAK.sub("", text[done:start])))
        parts.append(f'<span style="{style}" title="{_escape(note)}">{_escape(words)}</span>')
        done = end
    parts.append(_escape(_BREAK.sub("", text[done : piece.end])))
    strong = ";font-weight:bold" if piece.kind in ("title", "heading") else ""
    indent = ";text-indent:2em" if piece.kind == "paragraph" else ""
    return f'<p style="margin:.3em 0;max-width:45em{strong}{indent}">{"".join(parts)}</p>'


def _escape(words: str) -> str:
    return html.escape(_SURROGATE.sub("\ufffd", words))
