"""Parquet: a folder with one file a table, or the facts alone.

Enters: Extractions. Leaves: files with the schemas of ``arrow``: nested types kept, Decimals as decimal128. Rows are
written in groups: memory does not grow.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

import pyarrow.parquet as pq

from unionie.io.arrow import make_schema, make_table
from unionie.io.atomic import replaced_file, replaced_files
from unionie.io.rows import TABLES, Row, to_rows
from unionie.records import Extraction

__all__ = ["write"]

_GROUP = 20_000  # rows


def write(extractions: Iterable[Extraction], target: Path) -> None:
    """Write six files into the folder ``target``; a path ending in .parquet takes the facts alone."""
    if target.suffix.lower() == ".parquet":
        with replaced_file(target) as path:
            _write_tables(extractions, {"facts": path})
    else:
        with replaced_files(target) as folder:
            _write_tables(extractions, {table: folder / f"{table}.parquet" for table in TABLES})


def _write_tables(extractions: Iterable[Extraction], paths: dict[str, Path]) -> None:
    with ExitStack() as stack:
        writers = {
            table: stack.enter_context(pq.ParquetWriter(path, make_schema(table), compression="zstd"))
            for table, path in paths.items()
        }
        waiting: dict[str, list[Row]] = {table: [] for table in writers}
        for group in to_rows(extractions):
            for table, rows in waiting.items():
                rows.extend(group.tables[table])
                if len(rows) >= _GROUP:
                    writers[table].write_table(make_table(table, rows))
                    rows.clear()
        for table, rows in waiting.items():
            writers[table].write_table(make_table(table, rows))
