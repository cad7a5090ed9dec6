"""A shard under way: what it takes over from older shards, what is still to be extracted, and the tables so far.

Enters: a Shard of the plan. Leaves: its files in the Store. Next: ``archive`` on this machine and ``spark`` on others
fill orders in the same way, so that the files are the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from unionie.run.crew import Crew, Task
from unionie.run.inventory import Document
from unionie.run.settings import PLAIN, Settings
from unionie.run.shards import Shard
from unionie.run.store import Marker, Store
from unionie.run.tables import RUN_TABLES, Tables, join_tables, make_key, read_table
from unionie.run.worker import extract_document, fail_document, load_all

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["Filling", "Limits", "Order", "fill_here", "make_batches", "make_task"]

_BATCH_BYTES = 60_000
_BATCH_DOCUMENTS = 16
_BYTES_A_SECOND = 5_000  # a slow machine's rate: large documents may take longer


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may take: seconds (more for large ones), and bytes of memory of the worker that has it."""

    seconds: float = 120.0
    memory: int = 2 * 2**30


@dataclass(frozen=True, slots=True)
class Order:
    """A shard to be made in a folder; ``reused`` names, by key, the old shard that has a document's records."""

    folder: str
    shard: Shard
    reused: dict[str, str]
    limits: Limits = Limits()
    settings: Settings = PLAIN

    @property
    def missing(self) -> list[Document]:
        """Return the documents to be extracted."""
        return [document for document in self.shard.documents if document.key not in self.reused]


class Filling:
    """The tables of an order as they come in."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self._store = Store(Path(order.folder))
        self._left = len(order.missing)
        self._tables: dict[str, Tables] = {}  # by the document's key

    @property
    def is_full(self) -> bool:
        """Return whether nothing is missing any more."""
        return self._left == 0

    def take(self, document: Document, tables: Tables) -> None:
        """Take in the tables of one document."""
        self._tables[document.key] = tables
        self._left -= 1

    def write(self) -> Marker:
        """Write the shard: the rows of its documents in their order."""
        documents = self.order.shard.documents
        old = self._copy_old()
        joined = {table: join_tables(table, self._find_parts(table, old)) for table in RUN_TABLES}
        failed = set(joined["failures"]["report"].to_pylist())
        return self._store.write_shard(
            self.order.shard.id,
            tuple((one.source, one.key) for one in documents),
            tuple(one.key for one in documents if make_key(one.source) in failed),
            joined,
        )

    def _find_parts(self, table: str, old: dict[str, dict[str, pa.Table]]) -> Iterator[pa.Table]:
        """Yield what the documents have of a table, in their order."""
        for document in self.order.shard.documents:
            if document.key in old:
                yield old[document.key][table]
            elif table in self._tables[document.key]:
                yield read_table(self._tables[document.key][table])

    def _copy_old(self) -> dict[str, dict[str, pa.Table]]:
        """Return the tables of documents that older shards have."""
        import pyarrow.compute as pc  # heavy: only where there is something to take over

        copied: dict[str, dict[str, pa.Table]] = {}
        wanted: dict[str, list[Document]] = {}
        for document in self.order.shard.documents:
            if document.key in self.order.reused:
                wanted.setdefault(self.order.reused[document.key], []).append(document)
        for shard, documents in wanted.items():
            old = {table: self._store.read_old(shard, table) for table in RUN_TABLES}
            for document in documents:
                key = make_key(document.source)
                copied[document.key] = {
                    name: table.filter(pc.equal(table["report"], key)) for name, table in old.items()
                }
        return copied


def make_task(limits: Limits, settings: Settings) -> Task[Document, Tables]:
    """Return how a crew extracts documents with ``settings`` and within ``limits``."""
    return Task(
        work=partial(extract_document, settings=settings),
        prepare=partial(load_all, settings=settings),
        fail=fail_document,
        timeout=lambda document: limits.seconds + document.size // _BYTES_A_SECOND,
        memory=limits.memory,
    )


def make_batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """Yield the documents in batches of about equal work."""
    batch: list[Document] = []
    size = 0
    for document in documents:
        if batch and (len(batch) == _BATCH_DOCUMENTS or size + document.size > _BATCH_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(document)
        size += document.size
    if batch:
        yield batch


def fill_here(orders: Iterable[Order], crew: Crew[Document, Tables]) -> Iterator[tuple[Document, bool]]:
    """Fill and write orders by a crew, several at once; yield each document with whether it failed."""
    fillings: dict[str, Filling] = {}  # by the key of a missing document

    def hand_out() -> Iterator[list[Document]]:
        for order in orders:
            filling = Filling(order)
            if filling.is_full:
                filling.write()
            fillings.update({document.key: filling for document in order.missing})
            yield from make_batches(order.missing)

    for document, tables in crew.answer(hand_out(), ordered=False):
        filling = fillings.pop(document.key)
        filling.take(document, tables)
        if filling.is_full:
            filling.write()
        yield document, "failures" in tables
