"""Row cells as spreadsheets hold them: one plain value each.

Enters: cells of ``rows``. Leaves: None, numbers, dates and strings. Next: ``csv`` and ``xlsx``.

A list of strings becomes ``甲; 乙``; a span becomes ``5600余人 [4:10]``; other structs become JSON. Whoever wants lists
back reads JSON lines or Parquet.
"""

from __future__ import annotations

import json
from typing import Any

from unionie.io.rows import Column, Row

__all__ = ["flatten"]

_SPAN = ("start", "end", "text")


def flatten(row: Row, columns: tuple[Column, ...]) -> list[Any]:
    """Return the cells of ``row`` in the order of ``columns``, each one plain value."""
    return [_flatten_cell(column, row[column.name]) for column in columns]


def _flatten_cell(column: Column, cell: Any) -> Any:
    if not column.many:
        return cell
    if column.kind != "struct":
        return "; ".join(cell)
    if tuple(field.name for field in column.fields) == _SPAN:
        return "; ".join(f"{span['text']} [{span['start']}:{span['end']}]" for span in cell)
    return json.dumps(cell, ensure_ascii=False) if cell else ""
