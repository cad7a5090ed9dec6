"""The notebook display of an Extraction and of its records: static HTML, at home in light and dark themes.

Enters: an Extraction, or records of one kind. Leaves: an HTML fragment without script or style element: styles stand on
its own elements, colours are translucent, so that it sits on whatever background a notebook has (JupyterLab, VS Code, a
static page). Columns have the records' field names. ``marked`` sets the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from unionie.records import Award, Entity, Extraction, Fact, Notice, Organization, Person, Span
from unionie.view.figures import format_time, format_value
from unionie.view.marked import escape, join_lines, mark_text
from unionie.view.trees import order_by_total

__all__ = ["CHARACTERS", "ROWS", "render_extraction", "render_records"]

ROWS = 30  # rows of a table, and
CHARACTERS = 4000  # characters of the text, that are shown; the rest is counted

_SOFT = "opacity:.65;font-size:92%"
_TABLE = "border-collapse:collapse;color:inherit;font-size:inherit;margin:.2em 0 .8em;border:0"
_CELL = (
    "color:inherit;background:none;text-align:left;vertical-align:top;padding:3px 14px 3px 0;border:0;"
    "border-bottom:1px solid rgba(128,128,128,.25);white-space:normal;max-width:28em"
)
_NUMBER = f"{_CELL.replace('left', 'right')};white-space:nowrap;font-variant-numeric:tabular-nums;padding-right:6px"
_HEAD = ";font-weight:normal;opacity:.65"


class _Column(NamedTuple):
    name: str
    words: Callable[[Any], object]
    style: str = _CELL


_COLUMNS: dict[type, tuple[_Column, ...]] = {
    Fact: (
        _Column("indicator", lambda fact: fact.indicator),
        _Column("value", format_value, _NUMBER),
        _Column("unit", lambda fact: fact.unit),
        _Column("period", format_time),
        _Column("subject", lambda fact: fact.subject),
        _Column("mentions", lambda fact: _quote(fact.mentions)),
    ),
    Award: (
        _Column("recipient", lambda award: award.recipient),
        _Column("award", lambda award: " ".join(filter(None, (award.award, award.rank)))),
        _Column("affiliation", lambda award: award.affiliation),
        _Column("level", lambda award: award.level),
        _Column("year", lambda award: award.year, _NUMBER),
    ),
    Person: (
        _Column("name", lambda person: person.name),
        _Column("organization", lambda person: person.organization),
        _Column("titles", lambda person: "、".join(person.titles)),
        _Column("role", lambda person: person.role),
    ),
    Organization: (
        _Column("name", lambda organization: organization.name),
        _Column("full_name", lambda organization: organization.full_name),
        _Column("type", lambda organization: organization.type),
        _Column("aliases", lambda organization: "、".join(organization.aliases)),
    ),
    Entity: (
        _Column("text", lambda entity: join_lines(entity.text)),
        _Column("label", lambda entity: entity.label),
        _Column("start", lambda entity: entity.start, _NUMBER),
        _Column("record", lambda entity: entity.record),
    ),
    Notice: (
        _Column("kind", lambda notice: notice.kind),
        _Column("message", lambda notice: notice.message),
        _Column("evidence", lambda notice: _quote(notice.evidence)),
    ),
}
_OPEN = {"facts", "notices"}


def render_extraction(extraction: Extraction) -> str:
    """Return the extraction as an HTML fragment: what it is, its records in short tables, its text with evidence."""
    parts = [_make_head(extraction)]
    for table in ("facts", "awards", "people", "organizations", "notices"):
        records = getattr(extraction, table)
        if records:
            parts.append(_fold(table, len(records), _make_table(records), is_open=table in _OPEN))
    text = mark_text(extraction, CHARACTERS)
    if text:
        parts.append(_fold("text", len(extraction.text), text))
    return f'<div style="line-height:1.5">{"".join(parts)}</div>'


def render_records(records: Sequence[Any]) -> str:
    """Return records of one kind as an HTML table; anything else as its representation."""
    if not records or type(records[0]) not in _COLUMNS:
        return f"<code>{escape(repr(tuple(records)))}</code>"
    return f'<div style="line-height:1.5">{_make_table(records)}</div>'


def _make_head(extraction: Extraction) -> str:
    title = extraction.title or extraction.source or "Extraction"
    authors = "、".join(extraction.authors)
    said = (extraction.region, extraction.publisher, extraction.published, authors, extraction.source)
    about = escape(" · ".join(each for each in said if each and each != title))
    failed = f"<div><b>failed</b>: {escape(extraction.error or '')}</div>" if extraction.status == "failed" else ""
    return f'<div style="font-size:115%"><b>{escape(title)}</b></div><div style="{_SOFT}">{about}</div>{failed}'


def _fold(name: str, count: int, content: str, *, is_open: bool = False) -> str:
    summary = f'<summary style="cursor:pointer"><b>{name}</b> <span style="{_SOFT}">{count:,}</span></summary>'
    return f"<details{' open' if is_open else ''}>{summary}{content}</details>"


def _make_table(records: Sequence[Any]) -> str:
    columns = _COLUMNS[type(records[0])]
    heads = "".join(f'<th style="{column.style}{_HEAD}">{column.name}</th>' for column in columns)
    rows = [_make_row(columns, depth, record) for depth, record in _order(records)[:ROWS]]
    more = f'<div style="{_SOFT}">… {len(records) - ROWS:,} more</div>' if len(records) > ROWS else ""
    return f'<table style="{_TABLE}"><thead><tr>{heads}</tr></thead><tbody>{"".join(rows)}</tbody></table>{more}'


def _order(records: Sequence[Any]) -> list[tuple[int, Any]]:
    return order_by_total(records) if isinstance(records[0], Fact) else [(0, record) for record in records]


def _make_row(columns: Iterable[_Column], depth: int, record: Any) -> str:
    cells = [_make_cell(column, record) for column in columns]
    if isinstance(record, Fact):
        indent = f'<span style="{_SOFT}">{"&emsp;" * (depth - 1)}└&nbsp;</span>' if depth else ""
        tags = "".join(f' <span style="{_SOFT}">{escape(tag)}</span>' for tag in _list_tags(record))
        cells[0] = f'<td style="{_CELL}">{indent}{escape(record.indicator)}{tags}</td>'
        exact = f"{record.value:f}" + ("" if record.high is None else f"–{record.high:f}")
        cells[1] = cells[1].replace("<td", f'<td title="{exact}"', 1)
    return f'<tr style="background:none">{"".join(cells)}</tr>'


def _make_cell(column: _Column, record: Any) -> str:
    words = column.words(record)
    return f'<td style="{column.style}">{"" if words is None else escape(str(words))}</td>'


def _list_tags(fact: Fact) -> list[str]:
    tags: list[str] = [] if fact.measure == "level" else [fact.measure]
    if fact.baseline:
        tags.append(fact.baseline)
    return [*tags, "target"] if fact.modality == "target" else tags


def _quote(spans: Iterable[Span]) -> str:
    return " / ".join(join_lines(span.text) for span in spans)
