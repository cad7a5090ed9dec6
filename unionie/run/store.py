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
most files without a marker, which the next one removes. Nothing else is ever removed: a folder that holds other things
where the records go is refused.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from unionie.errors import InputError
from unionie.io.kinds import is_hidden
from unionie.run.tables import RUN_TABLES, make_schema

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["Marker", "Store", "read_shard"]

_ROWS = 20_000  # of a row group
_END = b"PAR1"  # of a Parquet file
_RUN = "_run"
_PARTS = frozenset(("done", "old", "new", "unpacked", "lock"))  # of _run
_FILES = ("records.duckdb", "run.json", *(f"{table}.parquet" for table in RUN_TABLES))  # the last are another command's
_SHARD = re.compile(r"[0-9a-f]{20}")


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
        self._run = folder / _RUN
        self.new = self._run / "new"
        self.unpacked = self._run / "unpacked"

    @contextmanager
    def open(self) -> Iterator[None]:
        """Hold the folder for one run; raise InputError where another one has it or it cannot be written."""
        from filelock import FileLock, Timeout  # only runs write

        try:
            if strange := self._find_strange():
                raise InputError(f"{strange}: is in the way of the records and not of a run; give an empty folder")
            for name in ("done", "old/done", "new", *RUN_TABLES, *(f"old/{table}" for table in RUN_TABLES)):
                base = self.folder if name in RUN_TABLES else self._run
                (base / name).mkdir(parents=True, exist_ok=True)
            lock = FileLock(self._run / "lock")
            with lock.acquire(timeout=0):
                self._clear(self.new)
                yield
        except Timeout as error:
            raise InputError(f"{self.folder}: another run is writing there") from error
        except OSError as error:
            raise self.explain(error) from error
        finally:
            shutil.rmtree(self.unpacked, ignore_errors=True)

    def keeps(self, place: Path) -> bool:
        """Return whether a place lies where the folder keeps its own files."""
        home = self.folder.resolve()
        return any(place.resolve().is_relative_to(home / name) for name in (*RUN_TABLES, _RUN))

    def _find_strange(self) -> Path | None:
        """Return something that no run wrote in a place of the records, None where there is nothing."""
        if not self._run.is_dir() or any(path.name not in _PARTS for path in self._run.iterdir()):
            places = [self.folder / name for name in (_RUN, *RUN_TABLES, *_FILES)]
            return next((place for place in places if place.exists() or place.is_symlink()), None)
        for table in RUN_TABLES:
            if (self.folder / f"{table}.parquet").exists():
                return self.folder / f"{table}.parquet"
            if (self.folder / table).exists():
                for path in (self.folder / table).iterdir():
                    if not (is_hidden(path.name) or (_is_shard(path, ".parquet") and path.is_file())):
                        return path
        return None

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
                marker = done.get(path.stem)
                if _is_shard(path, ".parquet") and (marker is None or table not in marker.sizes):
                    path.unlink()
        return done, self._read_markers(self._run / "old" / "done", self._run / "old")

    def read_old(self, shard: str, table: str) -> pa.Table:
        """Return a table of a retired shard."""
        path = self._run / "old" / table / f"{shard}.parquet"
        return read_shard(path) if path.exists() else make_schema(table).empty_table()

    def is_done(self, shard: str) -> bool:
        """Return whether a shard is complete: its marker is written last."""
        path = self._run / "done" / f"{shard}.json"
        return path.exists() and _parse(path) is not None

    def read_marker(self, shard: str) -> Marker:
        """Return the marker of a complete shard."""
        marker = _parse(self._run / "done" / f"{shard}.json")
        if marker is None:
            raise InputError(f"{self.folder}: shard {shard} was not written whole: run again")
        return marker

    def write_shard(
        self, shard: str, documents: tuple[tuple[str, str], ...], failed: tuple[str, ...], tables: dict[str, pa.Table]
    ) -> Marker:
        """Write the files of a shard, then its marker; return it."""
        import pyarrow.parquet as pq  # as above

        sizes: dict[str, int] = {}
        rows = {table: tables[table].num_rows for table in RUN_TABLES}
        for table in (table for table in RUN_TABLES if rows[table]):
            path = self.new / f"{shard}.{table}.{uuid.uuid4().hex}"  # two machines may try the same shard
            pq.write_table(tables[table], path, compression="zstd", row_group_size=_ROWS)
            _sync(path)
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

    def list_documents(self) -> dict[str, str]:
        """Return the keys of the documents that are in the records now, by source."""
        return {source: key for marker in self.read_all() for source, key in marker.documents}

    def read_archive(self) -> str | None:
        """Return the archive of the last run, None where that is not known."""
        try:
            archive = json.loads((self.folder / "run.json").read_text("utf-8"))["archive"]
        except (OSError, ValueError, TypeError, KeyError):
            return None
        return archive if isinstance(archive, str) else None

    def forget_old(self) -> None:
        """Remove retired shards: markers first, so that a shard counts while it is whole."""
        for name in ("done", *RUN_TABLES):
            self._clear(self._run / "old" / name)

    def _write(self, path: Path, text: str) -> None:
        new = self.new / f"{path.name}.{uuid.uuid4().hex}"
        new.write_text(text, encoding="utf-8", errors="surrogatepass")
        _sync(new)
        new.replace(path)

    @staticmethod
    def _clear(folder: Path) -> None:
        for path in folder.iterdir():
            if path.is_dir():  # of views being made
                shutil.rmtree(path)
            else:
                path.unlink()

    @staticmethod
    def _read_markers(folder: Path, tables: Path) -> dict[str, Marker]:
        """Return the markers whose files are all there and whole; the others are removed."""
        markers: dict[str, Marker] = {}
        for path in sorted(path for path in folder.iterdir() if _is_shard(path, ".json")):
            marker = _parse(path)
            if marker and all(
                _is_whole(tables / table / f"{path.stem}.parquet", marker.sizes[table]) for table in marker.sizes
            ):
                markers[marker.id] = marker
            else:
                path.unlink()
        return markers


def read_shard(path: Path) -> pa.Table:
    """Return the rows of a file of the records; raise InputError where it is damaged: without it, it is made anew."""
    import pyarrow as pa  # heavy: workers of other runs need none
    import pyarrow.parquet as pq

    try:
        found: pa.Table = pq.read_table(path)
    except (pa.ArrowException, OSError) as error:
        raise InputError(f"{path}: is damaged; delete it and run again") from error
    return found


def _parse(path: Path) -> Marker | None:
    """Return the marker, None where it is damaged: a power cut leaves empty files."""
    try:
        plain = json.loads(path.read_text("utf-8", errors="surrogatepass"))
        marker = Marker(
            id=plain["id"],
            documents=tuple((str(source), str(key)) for source, key in plain["documents"]),
            failed=tuple(map(str, plain["failed"])),
            sizes={table: int(plain["sizes"][table]) for table in plain["sizes"]},
            rows={table: int(plain["rows"][table]) for table in RUN_TABLES},
        )
    except (ValueError, TypeError, KeyError):
        return None
    return marker if marker.id == path.stem else None


def _sync(path: Path) -> None:
    """Return when the disk has the file: it must not lose what was renamed into place."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _is_shard(path: Path, suffix: str) -> bool:
    """Return whether the name is one that runs give."""
    return path.suffix == suffix and _SHARD.fullmatch(path.stem) is not None


def _is_whole(path: Path, size: int) -> bool:
    """Return whether a Parquet file has its size and its end."""
    try:
        with path.open("rb") as file:
            file.seek(-len(_END), os.SEEK_END)
            return file.read() == _END and file.tell() == size
    except OSError:
        return False
