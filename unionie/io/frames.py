"""Extractions to pandas DataFrames and Hugging Face datasets.

Enters: Extractions. Leaves: ``{"facts", "awards", "people", "organizations", "entities", "reports"}``, always all
six, with all their columns, also when empty. Next: the user's own code.

pandas types: text is ``string``; a field with a fixed vocabulary is ``category`` with all its values; whole numbers
are ``Int64``; dates are ``datetime64[s]``; ``value`` and ``high`` stay exact as ``object`` columns of ``Decimal``
(``frame["value"].astype(float)`` where floats will do); lists are ``object`` columns of lists.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal

from unionie.errors import InputError
from unionie.io.rows import Column, Row, collect_rows, get_columns
from unionie.records import Extraction
from unionie.view.words import LANGUAGES, name_in

if TYPE_CHECKING:
    import datasets
    import pandas as pd

__all__ = ["make_frame", "to_dataset", "to_frames"]


def to_frames(
    extractions: Extraction | Iterable[Extraction], *, lang: Literal["zh", "en"] | None = None
) -> dict[str, pd.DataFrame]:
    """Return six DataFrames, one row a record; a failed extraction is a row of ``reports`` with its ``error``.

    Columns have the names of the records' fields; ``lang="zh"`` (or "en") heads them with words for readers instead:
    指标, 数值, 单位 … Keys of the tables and values of categories stay as they are.

    >>> list(to_frames([], lang="zh")["awards"].columns)[2:7]
    ['编号', '获得者', '获得者类别', '所属单位', '荣誉']
    """
    if lang not in (None, *LANGUAGES):
        raise InputError(f"lang is one of {', '.join(LANGUAGES)} or None, not {lang!r}")
    frames = {table: make_frame(get_columns(table), rows) for table, rows in collect_rows(extractions).items()}
    return frames if lang is None else {table: frame.rename(columns=name_in(lang)) for table, frame in frames.items()}


def to_dataset(extractions: Extraction | Iterable[Extraction]) -> datasets.DatasetDict:
    """Return the six tables as a ``datasets.DatasetDict`` with nested types: mentions are lists of structs.

    Decimals have the type ``decimal128(38, 10)``; dates have ``date32``.
    """
    import datasets  # heavy; only this function needs it

    from unionie.io.arrow import to_tables

    tables = to_tables(extractions)
    return datasets.DatasetDict(
        {name: datasets.Dataset(datasets.table.InMemoryTable(table)) for name, table in tables.items()}
    )


def make_frame(columns: Iterable[Column], rows: list[Row]) -> pd.DataFrame:
    """Return the DataFrame of rows that have these columns."""
    import pandas as pd  # heavy; only this module needs it

    series = {column.name: _make_series(column, [row[column.name] for row in rows]) for column in columns}
    frame: pd.DataFrame = pd.DataFrame(series)
    return frame


def _make_series(column: Column, cells: list[Any]) -> Any:
    import pandas as pd  # as above

    if column.many or column.kind in ("decimal", "struct"):
        return pd.Series(cells, dtype="object")
    if column.kind == "category":
        return pd.Series(pd.Categorical(cells, categories=list(column.choices)))
    if column.kind == "date":
        return pd.Series(cells, dtype="datetime64[s]")
    return pd.Series(
        cells, dtype={"integer": "Int64", "float": "float64", "boolean": "bool", "string": "string"}[column.kind]
    )
