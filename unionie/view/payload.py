"""What the evidence page knows of a report, as plain JSON types: short, without what is empty.

Enters: an Extraction. Leaves: a dict; spans as [start, end] in code points. Next: ``page``.
"""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from typing import Any

from unionie.records import Entity, Extraction, Span
from unionie.view.blocks import cut_pieces


def report_payload(extraction: Extraction) -> dict[str, Any]:
    """Return the report's text, how it is set, and its records."""
    payload: dict[str, Any] = _shorten(extraction)
    payload["text"] = extraction.text
    payload["blocks"] = [
        [piece.kind, piece.start, piece.end, list(piece.cells) if piece.cells else piece.level]
        for piece in cut_pieces(extraction.text)
    ]
    return payload


def report_summary(extraction: Extraction) -> dict[str, Any]:
    """Return what the list of reports shows."""
    names = ("source", "title", "published", "region", "status", "error")
    counts = {name: len(getattr(extraction, name)) for name in ("facts", "awards", "people", "notices")}
    return {name: value for name in names if (value := getattr(extraction, name))} | counts


def _shorten(value: Any) -> Any:
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, Entity):
        return [value.start, value.end, value.label, value.record]
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, tuple):
        return [_shorten(item) for item in value]
    if not dataclasses.is_dataclass(value):
        return value
    fields = ((field.name, getattr(value, field.name)) for field in dataclasses.fields(value))
    return {name: _shorten(item) for name, item in fields if item not in (None, "", ())}
