"""CSV: a folder with one file a table, or the facts alone.

Enters: Extractions. Leaves: UTF-8 with a byte order mark (Excel needs it), a header line, decimals exact, dates ISO,
empty cells for what is not stated. Text that Excel would take for a formula has an apostrophe before it: a file's name
can be a command. Files are written row by row: memory does not grow.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any

from unionie.io.atomic import replaced_file, replaced_files
from unionie.io.formats.cells import flatten
from unionie.io.rows import TABLES, Column, Row, get_columns, to_rows
from unionie.records import Extraction

__all__ = ["write", "write_rows"]

_FORMULA = re.compile(r"[=@\t\r]|[+-](?![\d.]+%?$)")


def write(extractions: Iterable[Extraction], target: Path | IO[str]) -> None:
    """Write six files into the folder ``target``; a path ending in .csv or a stream takes the facts alone."""
    if not isinstance(target, Path):
        _write_tables(extractions, {"facts": target})
    elif target.suffix.lower() == ".csv":
        with replaced_file(target) as path, _open(path) as file:
            _write_tables(extractions, {"facts": file})
    else:
        with replaced_files(target) as folder, ExitStack() as stack:
            files = {table: stack.enter_context(_open(folder / f"{table}.csv")) for table in TABLES}
            _write_tables(extractions, files)


def write_rows(target: Path, columns: tuple[Column, ...], rows: Iterable[Row]) -> None:
    """Write one table with columns of its own."""
    with replaced_file(target) as path, _open(path) as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([column.name for column in columns])
        writer.writerows(_make_line(columns, row) for row in rows)


def _open(path: Path) -> IO[str]:
    return path.open("w", encoding="utf-8-sig", newline="")


def _write_tables(extractions: Iterable[Extraction], files: dict[str, IO[str]]) -> None:
    writers = {table: csv.writer(file, lineterminator="\n") for table, file in files.items()}
    for table, writer in writers.items():
        writer.writerow([column.name for column in get_columns(table)])
    for group in to_rows(extractions):
        for table, writer in writers.items():
            writer.writerows(_make_line(get_columns(table), row) for row in group.tables[table])


def _make_line(columns: tuple[Column, ...], row: Row) -> list[Any]:
    return [_make_safe(cell) if isinstance(cell, str) else cell for cell in flatten(row, columns)]


def _make_safe(cell: str) -> str:
    return ("'" if _FORMULA.match(cell) else "") + cell.replace("\0", "\ufffd")
