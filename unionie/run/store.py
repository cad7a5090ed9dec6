"""The folder of records: shards that are whole or absent, and what is known of them.

Enters: the tables of a shard. Leaves: Parquet files, and Markers that say that a shard is complete. Next: ``archive``
asks what is left to do; DuckDB, Spark, pandas and datasets read ``<table>/*.parquet``.

    facts/ awards/ people/ organizations/ entities/ reports/ failures/    one <shard>.parquet each,
                      where a shard has rows: some readers cannot read files without any
    records.duckdb    views of them          run.json    what the last run did
    _run/done/        a marker for each complete shard, written last
    _run/old/         shards that the archive no longer has as they are, until what they share is copied
    _run/new/         files being written         _run/unpacked/    members of archives being read

Files are written in ``_run/new`` and renamed; a shard counts only with its marker. A run that was killed leaves at
most files without a marker, which the next one removes.
"""

from __future__ import annotations

import json
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from unionie.errors import InputError
from unionie.run.tables import RUN_TABLES, make_schema

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["Marker", "Store"]

_ROWS = 20_000  # of a row group


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """A complete shard: its documents as (source, key), the keys that failed, sizes of its files and rows in them."""

    id: str
    documents: tuple[tuple[str, str], ...]
    failed: tuple[str, ...]
    sizes: dict[str, int]
    rows: dict[str, int]


class Store:
    """A folder of records."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._run = folder / "_run"
        self.unpacked = self._run / "unpacked"

    @contextmanager
    def open(self) -> Iterator[None]:
        """Hold the folder for one run; raise InputError where another one has it or it cannot be written."""
        from filelock import FileLock, Timeout  # only runs write

        try:
            for name in ("done", "old/done", "new", *RUN_TABLES, *(f"old/{table}" for table in RUN_TABLES)):
                base = self.folder if name in RUN_TABLES else self._run
                (base / name).mkdir(parents=True, exist_ok=True)
            lock = FileLock(self._run / "lock")
            with lock.acquire(timeout=0):
                self._clear(self._run / "new")
                for path in self.folder.glob(".unionie-*"):  # what a killed run was writing
                    shutil.rmtree(path, ignore_errors=True)
                yield
        except Timeout as error:
            raise InputError(f"{self.folder}: another run is writing there") from error
        except OSError as error:
            raise self.explain(error) from error
        finally:
            shutil.rmtree(self.unpacked, ignore_errors=True)

    def explain(self, error: OSError) -> InputError:
        """Return the one line that says why records cannot be written."""
        reason = error.strerror or str(error)
        return InputError(f"{self.folder}: cannot write records there: {reason}; what is finished stays, run again")

    def retire(self, wanted: set[str]) -> tuple[dict[str, Marker], dict[str, Marker]]:
        """Return the complete shards among ``wanted``, and the others, moved where no reader sees them.

        Files that belong to no complete shard are removed.
        """
        done = self._read_markers(self._run / "done", self.folder)
        for name in [name for name in done if name not in wanted]:
            for table in done[name].sizes:
                (self.folder / table / f"{name}.parquet").replace(self._run / "old" / table / f"{name}.parquet")
            (self._run / "done" / f"{name}.json").replace(self._run / "old" / "done" / f"{name}.json")
            del done[name]
        for table in RUN_TABLES:
            for path in (self.folder / table).iterdir():
                marker = done.get(path.name.removesuffix(".parquet"))
                if marker is None or table not in marker.sizes:
                    path.unlink()
        return done, self._read_markers(self._run / "old" / "done", self._run / "old")

    def read_old(self, shard: str, table: str) -> pa.Table:
        """Return a table of a retired shard."""
        import pyarrow.parquet as pq  # heavy: workers of other runs need none

        path = self._run / "old" / table / f"{shard}.parquet"
        found: pa.Table = pq.read_table(path) if path.exists() else make_schema(table).empty_table()
        return found

    def is_done(self, shard: str) -> bool:
        """Return whether a shard is complete: its marker is written last."""
        return (self._run / "done" / f"{shard}.json").exists()

    def read_marker(self, shard: str) -> Marker:
        """Return the marker of a complete shard."""
        return self._parse(self._run / "done" / f"{shard}.json")

    def write_shard(
        self, shard: str, documents: tuple[tuple[str, str], ...], failed: tuple[str, ...], tables: dict[str, pa.Table]
    ) -> Marker:
        """Write the files of a shard, then its marker; return it."""
        import pyarrow.parquet as pq  # as above

        sizes: dict[str, int] = {}
        rows = {table: tables[table].num_rows for table in RUN_TABLES}
        for table in (table for table in RUN_TABLES if rows[table]):
            path = self._run / "new" / f"{shard}.{table}.{uuid.uuid4().hex}"  # two machines may try the same shard
            pq.write_table(tables[table], path, compression="zstd", row_group_size=_ROWS)
            sizes[table] = path.stat().st_size
            path.replace(self.folder / table / f"{shard}.parquet")
        marker = Marker(id=shard, documents=documents, failed=failed, sizes=sizes, rows=rows)
        self._write(self._run / "done" / f"{shard}.json", json.dumps(asdict(marker), ensure_ascii=False))
        return marker

    def write_text(self, name: str, text: str) -> None:
        """Write a file of the folder in one step."""
        self._write(self.folder / name, text)

    def read_done(self) -> list[Marker]:
        """Return the complete shards."""
        return list(self._read_markers(self._run / "done", self.folder).values())

    def read_all(self) -> list[Marker]:
        """Return the retired shards, then the complete ones, which say what is in the records now."""
        return [*self._read_markers(self._run / "old" / "done", self._run / "old").values(), *self.read_done()]

    def forget_old(self) -> None:
        """Remove retired shards: markers first, so that a shard counts while it is whole."""
        for name in ("done", *RUN_TABLES):
            self._clear(self._run / "old" / name)

    def _write(self, path: Path, text: str) -> None:
        new = self._run / "new" / f"{path.name}.{uuid.uuid4().hex}"
        new.write_text(text, encoding="utf-8", errors="surrogatepass")
        new.replace(path)

    @staticmethod
    def _clear(folder: Path) -> None:
        for path in folder.iterdir():
            path.unlink()

    @staticmethod
    def _parse(path: Path) -> Marker:
        plain = json.loads(path.read_text("utf-8", errors="surrogatepass"))
        lists = {"documents": tuple(map(tuple, plain["documents"])), "failed": tuple(plain["failed"])}
        return Marker(**plain | lists)

    @staticmethod
    def _read_markers(folder: Path, tables: Path) -> dict[str, Marker]:
        """Return the markers whose files are all there."""
        markers: dict[str, Marker] = {}
        for path in sorted(folder.glob("*.json")):
            marker = Store._parse(path)
            if all(_get_size(tables / table / f"{marker.id}.parquet") == size for table, size in marker.sizes.items()):
                markers[marker.id] = marker
            else:
                path.unlink()
        return markers


def _get_size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1
