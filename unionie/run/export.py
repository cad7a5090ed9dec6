"""A folder of records for other tools: SQL views, CSV files, a workbook.

Enters: a folder of records. Leaves: ``records.duckdb``, ``export/<table>.csv``, ``export/records.xlsx``. Next: the
user's own tools.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from unionie.errors import InputError
from unionie.io.atomic import replaced_file
from unionie.io.rows import Row
from unionie.run.store import Store, read_shard
from unionie.run.tables import RUN_TABLES, get_run_columns, make_schema

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

__all__ = ["EXPORTS", "export", "make_views", "read_rows", "read_tables"]

EXPORTS = ("csv", "xlsx")

_SHARDS = "[0-9a-f]*.parquet"  # and not what a system puts beside them
_PATTERN = re.compile(r"([\[?*])")  # in a path: signs of patterns of names


def make_views(folder: Path) -> None:
    """Write ``records.duckdb``: a view of each table, so that SQL works at once.

    Views name files by their whole path: a folder that was moved gets new ones by its next run.
    """
    import duckdb  # half a second: only at the end of a run

    with replaced_file(folder / "records.duckdb", Store(folder).new) as path:
        try:
            with duckdb.connect(str(path)) as connection:
                for table in RUN_TABLES:
                    _make_view(connection, folder / table)
                connection.execute("CHECKPOINT")  # closing writes too, but says nothing of a full disk
        except duckdb.Error as error:
            if damaged := _find_damaged(folder):
                raise InputError(f"{damaged}: is damaged; delete it and run again") from error
            raise OSError(" ".join(str(error).splitlines()[0].rsplit(": ", 1)[-1].split())) from error


def _make_view(connection: duckdb.DuckDBPyConnection, files: Path) -> None:
    table = files.name
    if any(files.glob(_SHARDS)):
        place = _PATTERN.sub(r"[\1]", str(files.resolve()))
        pattern = f"{place}/{_SHARDS}".replace("'", "''")
        connection.execute(f"CREATE VIEW {table} AS SELECT * FROM read_parquet('{pattern}')")  # noqa: S608  names of ours
    else:
        empty = make_schema(table).empty_table()  # noqa: F841  DuckDB finds it by its name
        connection.execute(f"CREATE TABLE {table} AS SELECT * FROM empty")  # noqa: S608  as above


def _find_damaged(folder: Path) -> Path | None:
    """Return a file of the tables that cannot be read."""
    import pyarrow as pa  # heavy: only after a failure
    import pyarrow.parquet as pq

    for path in sorted(path for table in RUN_TABLES for path in (folder / table).glob("*.parquet")):
        try:
            pq.read_metadata(path)
        except (pa.ArrowException, OSError):
            return path
    return None


def read_tables(folder: Path, table: str) -> Iterator[pa.Table]:
    """Yield a table of a folder of records, shard by shard, sorted by source; InputError where there are none."""
    if not (folder / table).is_dir():
        raise InputError(f"{folder}: holds no records; unionie archive makes them")
    shards = sorted(Store(folder).read_done(), key=lambda marker: marker.documents[0][0].split("/"))
    for marker in shards:
        if table in marker.sizes:
            yield read_shard(folder / table / f"{marker.id}.parquet")


def read_rows(folder: Path, table: str) -> Iterator[Row]:
    """Yield the rows of a table, sorted by the source of their report."""
    for part in read_tables(folder, table):
        yield from part.to_pylist()


def export(folder: Path, form: str) -> Path:
    """Write the tables of a folder of records as CSV files or one workbook; return where."""
    if form not in EXPORTS:
        raise InputError(f"no export is called {form!r}; choose one of {', '.join(EXPORTS)}")
    target = folder / "export"
    target.mkdir(exist_ok=True)
    if form == "csv":
        from unionie.io.formats.csv import write_rows  # a format loads its library only when it is used

        for table in RUN_TABLES:
            write_rows(target / f"{table}.csv", get_run_columns(table), read_rows(folder, table))
        return target
    from unionie.io.formats.xlsx import write_sheets  # as above

    sheets = {table: (get_run_columns(table), read_rows(folder, table)) for table in RUN_TABLES}
    write_sheets(target / "records.xlsx", sheets)
    return target / "records.xlsx"
