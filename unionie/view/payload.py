"""What the evidence page knows of a report, as plain JSON types: records as rows, spans as [start, end].

Enters: an Extraction. Leaves: lists in the order of ``make_schema``, so that names of fields stand once in a page and
not once a record. What can be read off the text (the words of a span) is left out. Next: ``page``.
"""

from __future__ import annotations

import base64
from collections.abc import Callable
from decimal import Decimal
from operator import attrgetter
from typing import Any, NamedTuple, get_args, get_origin, get_type_hints

from unionie.records import Award, Entity, Extraction, Fact, Notice, Organization, Period, Person, Section, Span
from unionie.view.layout import lay_out
from unionie.view.places import Places

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


class _Encoder(NamedTuple):
    """How records of a table become rows: their fields, and what makes JSON types of those that have none."""

    names: list[str]
    get: Callable[[Any], tuple[Any, ...]]
    coders: list[tuple[int, Callable[[Any], Any]]]


_PERIOD = attrgetter("start", "end", "text")


def _make_encoder(table: str) -> _Encoder:
    hints = get_type_hints(_TABLES[table])
    names = [name for name in hints if name not in _QUOTED.get(table, ())]
    found = [(place, _find_coder(hints[name])) for place, name in enumerate(names)]
    return _Encoder(names, attrgetter(*names), [(place, coder) for place, coder in found if coder is not None])


def _find_coder(hint: Any) -> Callable[[Any], Any] | None:
    types = {hint, *get_args(hint)}  # of X, "X | None" and "tuple[X, ...]" alike
    if Decimal in types:
        return "{:f}".format
    if Period in types:
        return _PERIOD
    if Span in types:
        return _cut_all if get_origin(hint) is tuple else _cut
    return None


def _cut(span: Span) -> tuple[int, int]:
    return span[:2]


def _cut_all(spans: tuple[Span, ...]) -> list[tuple[int, int]]:
    return [span[:2] for span in spans]


_ENCODERS = {table: _make_encoder(table) for table in _TABLES}
_OWN = [name for name in get_type_hints(Extraction) if name not in _TABLES]


def make_schema() -> dict[str, list[str]]:
    """Return the fields of the records of each table, in the order of their rows."""
    return {table: encoder.names for table, encoder in _ENCODERS.items()}


def make_payload(extraction: Extraction, places: Places | None = None) -> dict[str, Any]:
    """Return the report's own fields, its text, how that is set, its records as rows, and their places in its file."""
    layout = lay_out(extraction.text)
    payload = {name: value for name in _OWN if (value := getattr(extraction, name)) not in (None, "", ())}
    if extraction.period:
        payload["period"] = _PERIOD(extraction.period)
    if places:
        payload["places"] = dict(places.records)
        payload["pictures"] = {
            page: [width, height, base64.b64encode(png).decode("ascii")]
            for page, (width, height, png) in places.pictures.items()
        }
    payload["lang"] = layout.lang
    payload["pieces"] = [(kind, start, end, cells or level) for kind, start, end, level, cells in layout.pieces]
    for table, encoder in _ENCODERS.items():
        payload[table] = [_encode(encoder, record) for record in getattr(extraction, table)]
    return payload


def _encode(encoder: _Encoder, record: Any) -> list[Any]:
    row = list(encoder.get(record))
    for place, coder in encoder.coders:
        if row[place] is not None:
            row[place] = coder(row[place])
    return row


def make_summary(extraction: Extraction) -> dict[str, Any]:
    """Return what the list of reports shows."""
    names = ("source", "title", "published", "region", "publisher", "status", "error")
    counts = {table: len(getattr(extraction, table)) for table in _COUNTED}
    return {name: value for name in names if (value := getattr(extraction, name))} | counts
