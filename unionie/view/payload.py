"""What the evidence page knows of a report, as plain JSON types: records as rows, spans as [start, end].

Enters: an Extraction. Leaves: lists in the order of ``make_schema``, so that names of fields stand once in a page and
not once a record. What can be read off the text (the words of a span) is left out. Next: ``page``.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from decimal import Decimal
from operator import attrgetter
from typing import Any

from unionie.records import Award, Entity, Extraction, Fact, Notice, Organization, Period, Person, Section, Span
from unionie.view.layout import lay_out

__all__ = ["make_payload", "make_schema", "make_summary"]

_TABLES: dict[str, type] = {
    "facts": Fact,
    "awards": Award,
    "people": Person,
    "organizations": Organization,
    "entities": Entity,
    "sections": Section,
    "notices": Notice,
}
_QUOTED = {"entities": {"text"}, "sections": {"text"}}  # fields that the page reads off the text
_COUNTED = ("facts", "awards", "people", "organizations", "notices")


def _list_fields(table: str) -> list[str]:
    names = [field.name for field in dataclasses.fields(_TABLES[table])]
    return [name for name in names if name not in _QUOTED.get(table, ())]


_FIELDS = {table: _list_fields(table) for table in _TABLES}
_GETTERS: dict[str, Callable[[Any], tuple[Any, ...]]] = {table: attrgetter(*names) for table, names in _FIELDS.items()}
_OWN = [field.name for field in dataclasses.fields(Extraction) if field.name not in _TABLES]


def make_schema() -> dict[str, list[str]]:
    """Return the fields of the records of each table, in the order of their rows."""
    return _FIELDS


def make_payload(extraction: Extraction) -> dict[str, Any]:
    """Return the report's own fields, its text, how that is set, and its records as rows."""
    layout = lay_out(extraction.text)
    payload = {name: _encode(value) for name in _OWN if (value := getattr(extraction, name)) not in (None, "", ())}
    payload["lang"] = layout.lang
    payload["pieces"] = [[kind, start, end, list(cells) or level] for kind, start, end, level, cells in layout.pieces]
    for table, get in _GETTERS.items():
        payload[table] = [[_encode(value) for value in get(record)] for record in getattr(extraction, table)]
    return payload


def make_summary(extraction: Extraction) -> dict[str, Any]:
    """Return what the list of reports shows."""
    names = ("source", "title", "published", "region", "publisher", "status", "error")
    counts = {table: len(getattr(extraction, table)) for table in _COUNTED}
    return {name: value for name in names if (value := getattr(extraction, name))} | counts


def _encode(value: Any) -> Any:
    encode = _CODERS.get(type(value))
    return value if encode is None else encode(value)


_CODERS: dict[type, Callable[[Any], Any]] = {
    Decimal: "{:f}".format,
    Span: lambda span: [span.start, span.end],
    Period: lambda period: [period.start, period.end, period.text],
    tuple: lambda several: [_encode(value) for value in several],
}
