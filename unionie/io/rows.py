"""Extractions to flat rows, one a record, and the columns of each table, derived from the record classes.

Enters: Extractions. Leaves: plain rows (dicts of Python values) of six tables, and their ``Column``s. Next:
``arrow`` and ``frames`` give them their types, ``formats`` write them.

A ``Span`` or ``Period`` field becomes columns ``<field>_start``, ``<field>_end``, ``<field>_text``; tuples become
lists, of strings or of structs. Every table starts with ``report`` (the position of the report in the run, from 0)
and ``source``: ``(report, id)`` names a record across tables.
Table formats cannot hold lone surrogates: each becomes U+FFFD there, one for one, so that offsets stay right
(``to_json`` keeps them).
"""

from __future__ import annotations

import re
import types
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

from unionie.records import Award, Entity, Extraction, Fact, Organization, Period, Person, Span

Kind = Literal["integer", "float", "boolean", "decimal", "string", "category", "date", "struct"]
Row = dict[str, Any]

__all__ = [
    "TABLES",
    "Column",
    "Kind",
    "Row",
    "Rows",
    "collect_rows",
    "encodable",
    "get_columns",
    "get_columns_of",
    "make_row",
    "to_rows",
]

TABLES: dict[str, type] = {
    "facts": Fact,
    "awards": Award,
    "people": Person,
    "organizations": Organization,
    "entities": Entity,
    "reports": Extraction,
}

_DATES = {"published", "as_of", "period_start", "period_end"}
_SPREAD = (Span, Period)  # record types that become columns of their own
_TABLE_FIELDS = set(TABLES) - {"reports"}  # fields of an Extraction that are tables themselves
_SURROGATE = re.compile("[\ud800-\udfff]")


class Column(NamedTuple):
    """A column: its name, what its cells hold, whether each holds a list of it, and the parts of that.

    ``choices`` are the values of a category; ``fields`` are the parts of a struct.
    """

    name: str
    kind: Kind
    many: bool = False
    choices: tuple[str, ...] = ()
    fields: tuple[Column, ...] = ()


class Rows(NamedTuple):
    """The rows of one Extraction, by table."""

    report: int
    tables: dict[str, list[Row]]


@cache
def get_columns(table: str) -> tuple[Column, ...]:
    """Return the columns of ``table``, in order."""
    columns = list(get_columns_of(TABLES[table]))
    if table == "reports":
        columns = [column for column in columns if column.name not in _TABLE_FIELDS]
    columns = [column for column in columns if column.name != "source"]
    return Column("report", "integer"), Column("source", "string"), *columns


@cache
def get_columns_of(cls: type) -> tuple[Column, ...]:
    """Return the columns for records of a dataclass."""
    return tuple(_make_columns(cls))


def to_rows(extractions: Extraction | Iterable[Extraction]) -> Iterator[Rows]:
    """Yield the rows of each Extraction, one after the other, as they come."""
    several = (extractions,) if isinstance(extractions, Extraction) else extractions
    for number, extraction in enumerate(several):
        tables: dict[str, list[Row]] = {}
        for table in TABLES:
            records: Sequence[Any] = (extraction,) if table == "reports" else getattr(extraction, table)
            key = {"report": number, "source": encodable(extraction.source)}
            tables[table] = [key | make_row(record, get_columns(table)[2:]) for record in records]
        yield Rows(number, tables)


def collect_rows(extractions: Extraction | Iterable[Extraction]) -> dict[str, list[Row]]:
    """Return the rows of all extractions by table."""
    rows: dict[str, list[Row]] = {table: [] for table in TABLES}
    for group in to_rows(extractions):
        for table, items in group.tables.items():
            rows[table] += items
    return rows


def make_row(record: Any, columns: Iterable[Column]) -> Row:
    """Return the cells of ``columns`` that ``record`` fills."""
    return {column.name: _make_cell(column, _look_up(record, column.name)) for column in columns}


def _look_up(record: Any, name: str) -> Any:
    if hasattr(record, name):
        return getattr(record, name)
    field, _, part = name.rpartition("_")
    whole = getattr(record, field)
    return None if whole is None else getattr(whole, part)


def _make_cell(column: Column, value: Any) -> Any:
    if column.many:
        return [_make_cell(column._replace(many=False), item) for item in value]
    if column.kind == "struct":
        return make_row(value, column.fields)
    if column.kind == "date" and value is not None:
        return _parse_date(value)
    return encodable(value) if isinstance(value, str) else value


def _parse_date(value: str) -> date | None:
    try:
        return date.fromisoformat(value[:10])
    except ValueError:  # a year or month alone has no day: the record keeps it, the date column cannot
        return None


def encodable(value: str | None) -> str | None:
    """Return the text without lone surrogates, which no table format holds."""
    return value if value is None or value.isascii() else _SURROGATE.sub("\ufffd", value)


def _make_columns(cls: type, prefix: str = "") -> list[Column]:
    hints = get_type_hints(cls)
    columns: list[Column] = []
    for name in hints:  # in the order of the class body
        hint = _strip_none(hints[name])
        if hint in _SPREAD:
            columns += _make_columns(hint, f"{prefix}{name}_")
        else:
            columns.append(_make_column(prefix + name, hint))
    return columns


def _make_column(name: str, hint: Any) -> Column:
    if get_origin(hint) is tuple:
        return _make_column(name, get_args(hint)[0])._replace(many=True)
    if get_origin(hint) is Literal:
        return Column(name, "category", choices=get_args(hint))
    if name in _DATES:
        return Column(name, "date")
    simple: dict[type, Kind] = {str: "string", int: "integer", float: "float", bool: "boolean", Decimal: "decimal"}
    if hint in simple:
        return Column(name, simple[hint])
    return Column(name, "struct", fields=tuple(_make_columns(hint)))


def _strip_none(hint: Any) -> Any:
    if get_origin(hint) in (Union, types.UnionType):
        return next(arg for arg in get_args(hint) if arg is not type(None))
    return hint
