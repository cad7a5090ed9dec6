"""Extractions as one nested value each: how columns of other people's tables hold them.

Enters: Extractions. Leaves: rows of a struct: what the report says of itself, and the five lists of records. Next:
``run.spark`` and ``io.frames.dataset_map``.
"""

from __future__ import annotations

from unionie.io.rows import TABLES, Column, Row, get_columns, make_row
from unionie.records import Extraction

__all__ = ["EXTRACTION", "get_nested_columns", "make_nested_row"]

_LEFT_OUT = {"text"}  # the table has it already


def get_nested_columns() -> tuple[Column, ...]:
    """Return the columns of one extraction: those of reports, then a list of structs for each table of records."""
    own = [column for column in get_columns("reports")[2:] if column.name not in _LEFT_OUT]
    lists = [
        Column(table, "struct", many=True, fields=get_columns(table)[2:]) for table in TABLES if table != "reports"
    ]
    return (*own, *lists)


EXTRACTION = Column("extraction", "struct", fields=get_nested_columns())


def make_nested_row(extraction: Extraction) -> Row:
    """Return the cells of one extraction."""
    row = make_row(extraction, [column for column in get_nested_columns() if column.name not in TABLES])
    for table in TABLES:
        if table != "reports":
            row[table] = [make_row(record, get_columns(table)[2:]) for record in getattr(extraction, table)]
    return row
