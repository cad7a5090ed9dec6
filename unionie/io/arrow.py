"""Rows to Arrow tables: the one schema that Parquet files and Hugging Face datasets share.

Enters: Extractions or their rows. Leaves: ``pyarrow`` schemas and tables. Next: ``frames.to_dataset`` and
``formats.parquet``.

Decimals are ``decimal128(38, 10)``, which every engine reads: 28 digits before the point and 10 behind it. Further
decimals are rounded half to even; a number with more than 28 digits before the point becomes null (``to_json`` keeps
both).
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_EVEN, Context, Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from unionie.io.rows import Column, Row, collect_rows, get_columns

if TYPE_CHECKING:
    import pyarrow as pa

    from unionie.records import Extraction

__all__ = ["make_schema", "make_schema_of", "make_table", "make_table_of", "to_tables"]

_DIGITS, _SCALE = 38, 10
_STEP = Decimal(1).scaleb(-_SCALE)
_LIMIT = Decimal(10) ** (_DIGITS - _SCALE)
_ROUNDING = Context(prec=_DIGITS + 2, rounding=ROUND_HALF_EVEN)


def make_schema(table: str) -> pa.Schema:
    """Return the Arrow schema of ``table``."""
    return make_schema_of(get_columns(table))


@cache
def make_schema_of(columns: tuple[Column, ...]) -> pa.Schema:
    """Return the Arrow schema of ``columns``."""
    import pyarrow as pa  # heavy; only table formats need it

    return pa.schema([(column.name, _get_type(column)) for column in columns])


def make_table(table: str, rows: Iterable[Row]) -> pa.Table:
    """Return the Arrow table of ``rows``."""
    return make_table_of(get_columns(table), rows)


def make_table_of(columns: tuple[Column, ...], rows: Iterable[Row]) -> pa.Table:
    """Return the Arrow table of ``rows`` that have these columns."""
    import pyarrow as pa  # as above

    return pa.Table.from_pylist([_fit_row(columns, row) for row in rows], schema=make_schema_of(columns))


def to_tables(extractions: Extraction | Iterable[Extraction]) -> dict[str, pa.Table]:
    """Return the six Arrow tables of the extractions."""
    return {table: make_table(table, rows) for table, rows in collect_rows(extractions).items()}


def _fit_row(columns: tuple[Column, ...], row: Row) -> Row:
    fitted = {column.name: _fit_cell(column, row[column.name]) for column in columns if _holds_decimals(column)}
    return row | fitted if fitted else row


def _fit_cell(column: Column, cell: Any) -> Any:
    if column.many:
        return [_fit_cell(column._replace(many=False), item) for item in cell]
    return _fit(cell) if column.kind == "decimal" else _fit_row(column.fields, cell)


@cache
def _holds_decimals(column: Column) -> bool:
    return column.kind == "decimal" or any(map(_holds_decimals, column.fields))


def _fit(value: Decimal | None) -> Decimal | None:
    if value is None or not value.is_finite() or abs(value) >= _LIMIT:
        return None
    return value.quantize(_STEP, context=_ROUNDING)


def _get_type(column: Column) -> Any:
    import pyarrow as pa  # as above

    if column.many:
        return pa.list_(_get_type(column._replace(many=False)))
    if column.kind == "struct":
        return pa.struct([(field.name, _get_type(field)) for field in column.fields])
    return {
        "integer": pa.int64(),
        "float": pa.float64(),
        "boolean": pa.bool_(),
        "decimal": pa.decimal128(_DIGITS, _SCALE),
        "string": pa.string(),
        "category": pa.string(),
        "date": pa.date32(),
    }[column.kind]
