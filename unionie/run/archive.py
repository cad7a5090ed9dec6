"""A whole archive to a folder of records, resumable: the batch run on one screen.

Enters: a folder, archive file or single report, and the folder for the records. Leaves: Parquet tables, DuckDB views,
a Summary. Next: DuckDB, pandas, Spark, datasets; ``unionie view`` and ``series``.
"""

from __future__ import annotations

import dataclasses
import json
import os
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from importlib import import_module
from os import PathLike
from pathlib import Path
from typing import Any

import unionie
from unionie.errors import InputError
from unionie.io.metadata import Metadata
from unionie.io.paths import as_path
from unionie.run.export import make_views
from unionie.run.fingerprint import make_fingerprint
from unionie.run.interrupts import hold_interrupts
from unionie.run.inventory import Document, Inventory, Selection, take_inventory, unpack
from unionie.run.orders import Limits, Order, fill_here, make_task
from unionie.run.settings import Settings, make_settings
from unionie.run.shards import SHARD_BYTES, Shard, plan_shards
from unionie.run.store import Marker, Store

__all__ = ["Summary", "extract_archive"]

ENGINES = ("local", "spark")


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a run did. Every document of the archive is in ``reports`` or in ``failures`` or waits in ``pending``.

    ``extracted`` were worked on now, ``unchanged`` had their records already, ``removed`` left the records because the
    archive has them no longer, ``pending`` were left out by ``since``, ``include`` or ``limit``. ``ignored`` counts
    files that are no reports by suffix; ``rows`` those of each table.
    """

    archive: str
    records: str
    documents: int
    reports: int
    failures: int
    extracted: int
    unchanged: int
    removed: int
    pending: int
    ignored: dict[str, int] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)
    shards: int = 0
    bytes: int = 0
    seconds: float = 0.0
    engine: str = "local"
    workers: int = 1
    version: str = unionie.__version__
    fingerprint: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Return the summary in JSON types, as ``run.json`` has it."""
        return asdict(self)


def extract_archive(
    archive: str | PathLike[str],
    out: str | PathLike[str],
    *,
    workers: int | None = None,
    engine: str = "local",
    include: Sequence[str] = (),
    since: str | None = None,
    limit: int | None = None,
    metadata: str | PathLike[str] | None = None,
    names: str | None = None,
    timeout: float = Limits().seconds,
    memory: int = Limits().memory,
    retry_failed: bool = False,
    replace: bool = False,
    user_rules: str | PathLike[str] | None = None,
    min_confidence: float = 0.0,
    progress: bool = False,
    shard_bytes: int = SHARD_BYTES,
) -> Summary:
    """Extract every report of ``archive`` into the folder ``out`` and return what was done.

    A second call does only what is missing or changed; what the archive has no longer leaves the records. A run that
    was killed is taken up where it stood, with the same result byte for byte. ``workers`` (default: one a core) are
    spawned processes; ``engine="spark"`` uses the machines of the current Spark session. ``include`` are patterns like
    ``2018/*.pdf``, ``since`` an ISO date of the files' last change, ``limit`` a number: they choose what to work on,
    the records of others stay. ``metadata`` and ``names`` are those of ``read``. A document may take ``timeout``
    seconds (large ones more) and its worker ``memory`` bytes; one that fails twice is a row of ``failures``, and is
    tried again only with ``retry_failed``. ``user_rules`` and ``min_confidence`` are those of ``load``; other ones make
    other records, so that everything is extracted anew. Records of another archive, or of one that is empty now, stay:
    with ``replace`` they make room.

    Raises InputError, in one line, for wrong arguments and for a folder that cannot be written.
    """
    count = (os.cpu_count() or 1) if workers is None else workers
    _check_arguments(count, engine, timeout, memory, shard_bytes)
    root, store = as_path(archive), Store(as_path(out))
    patterns = (include,) if isinstance(include, str) else tuple(include)
    selection = Selection(include=patterns, since=since, limit=limit)
    known = Metadata(None if metadata is None else Path(metadata), names)
    if not root.exists():
        raise InputError(f"{root}: no such file or folder")
    _check_places(root, store)
    start = time.monotonic()
    settings = make_settings(None if user_rules is None else Path(user_rules), min_confidence)
    fingerprint = make_fingerprint(settings)
    with store.open():
        inventory = take_inventory(root, fingerprint, known, selection)
        recorded = store.list_documents()
        if not replace:
            _check_same(store, inventory, recorded)
        plan = _make_plan(store, inventory, recorded, shard_bytes, retry=retry_failed)
        orders = _make_orders(plan, store, Limits(timeout, memory), settings)
        done = _fill(orders, engine, count)
        _watch(done, plan, progress=progress)
        store.forget_old()
        make_views(store.folder)
        summary = _sum_up(plan, store, engine=engine, workers=count, fingerprint=fingerprint)
        summary = dataclasses.replace(summary, seconds=round(time.monotonic() - start, 2))
        store.write_text("run.json", json.dumps(summary.to_dict(), ensure_ascii=False, indent=1) + "\n")
    return summary


@dataclass(slots=True)
class _Plan:
    """What is to be done: all shards, those not yet complete, and where their unchanged documents are."""

    inventory: Inventory
    shards: list[Shard]
    open: list[Shard]
    reused: dict[str, str]
    removed: int

    @property
    def missing(self) -> list[Document]:
        return [one for shard in self.open for one in shard.documents if one.key not in self.reused]


def _check_arguments(workers: int, engine: str, timeout: float, memory: int, shard_bytes: int) -> None:
    if isinstance(workers, bool) or not isinstance(workers, int) or workers < 1:
        raise InputError(f"workers is a number of processes from 1, not {workers!r}")
    if engine not in ENGINES:
        raise InputError(f"no engine is called {engine!r}; choose one of {', '.join(ENGINES)}")
    for name, value in (("timeout", timeout), ("memory", memory), ("shard_bytes", shard_bytes)):
        if not value > 0:
            raise InputError(f"{name} is a number above 0, not {value!r}")


def _check_places(root: Path, store: Store) -> None:
    """Raise InputError where the records would go into the archive, or the archive lies among the records."""
    folder = store.folder
    if not root.is_dir() and not root.is_file():  # it is read more than once
        raise InputError(f"{root}: is a device or pipe; give a folder or file")
    if root.is_dir() and folder.resolve().is_relative_to(root.resolve()):
        raise InputError(f"{folder}: lies in the archive; give a folder outside of it")
    if store.keeps(root):
        raise InputError(f"{root}: lies where the records in {folder} go; give another folder for them")
    if "?" in str(folder.resolve()):
        raise InputError(f"{folder}: DuckDB keeps no file below a name with '?'; give another folder")


def _check_same(store: Store, inventory: Inventory, recorded: dict[str, str]) -> None:
    """Raise InputError where all records would make room: for another archive, or one that is not there just now."""
    sources = {document.source for document in inventory.documents}
    if not recorded or inventory.unlisted or not sources.isdisjoint(recorded):
        return
    before = store.read_archive()
    if sources and before == str(inventory.root):
        return
    what = "has no reports" if not sources else "has none of the reports"
    raise InputError(
        f"{inventory.root}: {what} whose records are in {store.folder}"
        f"{f', of {before}' if before else ''}; give another folder, or --replace (replace=True) to let them go"
    )


def _make_plan(store: Store, inventory: Inventory, recorded: dict[str, str], shard_bytes: int, *, retry: bool) -> _Plan:
    markers = store.read_all()
    inventory.keep(recorded)
    documents = list(_choose(inventory, recorded))
    shards = plan_shards(documents, shard_bytes)
    again = {marker.id for marker in markers if retry and marker.failed}
    done, old = store.retire({shard.id for shard in shards} - again)
    reused = {key: marker.id for marker in old.values() for key in _get_keys(marker, retry=retry)}
    still = [shard for shard in shards if shard.id not in done]
    sources = {document.source for document in inventory.documents}
    return _Plan(inventory, shards, still, reused, sum(source not in sources for source in recorded))


def _choose(inventory: Inventory, recorded: dict[str, str]) -> Iterator[Document]:
    """Yield the selected documents, and those that have records already as these are."""
    for document in inventory.documents:
        if document.source in inventory.selected:
            yield document
        elif document.source in recorded:
            yield dataclasses.replace(document, key=recorded[document.source])


def _get_keys(marker: Marker, *, retry: bool) -> list[str]:
    return [key for _, key in marker.documents if not (retry and key in marker.failed)]


def _make_orders(plan: _Plan, store: Store, limits: Limits, settings: Settings) -> list[Order]:
    """Return the orders for the open shards; members of archives are unpacked for them."""
    paths = unpack(plan.inventory, plan.missing, store.unpacked)
    orders = []
    for shard in plan.open:
        documents = tuple(
            dataclasses.replace(one, path=str(Path(paths[one.source]).absolute())) if one.source in paths else one
            for one in shard.documents
        )
        reused = {one.key: plan.reused[one.key] for one in documents if one.key in plan.reused}
        orders.append(Order(str(store.folder.absolute()), Shard(shard.id, documents), reused, limits, settings))
    return orders


def _fill(orders: list[Order], engine: str, workers: int) -> Iterator[tuple[Document, bool]]:
    if engine == "spark":
        from unionie.run.spark import fill_on_spark  # an extra

        yield from fill_on_spark(orders)
    elif orders:
        from unionie.run.crew import Crew  # not where everything is done already

        missing = sum(len(order.missing) for order in orders)
        with Crew(make_task(orders[0].limits, orders[0].settings), min(workers, max(1, missing))) as crew:
            _load_writers()
            yield from fill_here(orders, crew)


def _load_writers() -> None:
    """Import what tables are written with while the workers load what they read with."""
    with hold_interrupts():
        for module in ("duckdb", "pandas", "pyarrow.compute", "pyarrow.parquet"):  # pyarrow looks for pandas
            import_module(module)


def _watch(done: Iterable[tuple[Document, bool]], plan: _Plan, *, progress: bool) -> None:
    if progress:
        from unionie.run.progress import show_documents  # rich, only for a bar

        done = show_documents(done, plan.missing)
    for _ in done:
        pass


def _sum_up(plan: _Plan, store: Store, *, engine: str, workers: int, fingerprint: str) -> Summary:
    markers = store.read_done()
    rows = {table: sum(marker.rows[table] for marker in markers) for table in markers[0].rows} if markers else {}
    planned = sum(len(shard.documents) for shard in plan.shards)
    missing = plan.missing
    return Summary(
        archive=str(plan.inventory.root),
        records=str(store.folder),
        documents=len(plan.inventory.documents),
        reports=rows.get("reports", 0),
        failures=rows.get("failures", 0),
        extracted=len(missing),
        unchanged=planned - len(missing),
        removed=plan.removed,
        pending=len(plan.inventory.documents) - planned,
        ignored=dict(sorted(plan.inventory.ignored.items())),
        rows=rows,
        shards=len(plan.shards),
        bytes=sum(document.size for document in missing),
        engine=engine,
        workers=workers,
        fingerprint=fingerprint,
    )
