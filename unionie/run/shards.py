"""The plan of a run: documents in shards, each of which becomes one Parquet file a table.

Enters: Documents sorted by source. Leaves: Shards. Next: ``store`` says which are done, ``archive`` does the others.

Where a shard ends is decided by the sources and sizes of its documents alone, so that plan, files and bytes depend on
what the archive holds, not on its history, on workers or engines; and a document more or less changes its own shard,
not those behind it. A shard is called by the keys of its documents: an unchanged one keeps its name.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from unionie.run.inventory import Document

__all__ = ["SHARD_BYTES", "Shard", "plan_shards"]

SHARD_BYTES = 250_000  # that shards have on average: some ten seconds of work
_HEAVIEST = 50_000  # bytes that count of one document: a page of a PDF is no more text for its fonts
_LIGHTEST = 500
_LARGEST = 4  # times the average
_UNIT = 2**64


@dataclass(frozen=True, slots=True)
class Shard:
    """Documents whose records are written together."""

    id: str
    documents: tuple[Document, ...]


def plan_shards(documents: Iterable[Document], average: int = SHARD_BYTES) -> list[Shard]:
    """Return the documents, sorted by source, in shards of about ``average`` bytes."""
    shards: list[Shard] = []
    waiting: list[Document] = []
    weight = 0
    for document in documents:
        waiting.append(document)
        own = min(max(document.size, _LIGHTEST), _HEAVIEST)
        weight += own
        if _ends_shard(document.source, own / average) or weight >= _LARGEST * average:
            shards.append(_make_shard(waiting))
            waiting, weight = [], 0
    return [*shards, _make_shard(waiting)] if waiting else shards


def _ends_shard(source: str, chance: float) -> bool:
    """Return whether a shard ends behind this document: as if by chance, but always the same."""
    digest = hashlib.sha256(source.encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:8], "big") < chance * _UNIT


def _make_shard(documents: list[Document]) -> Shard:
    digest = hashlib.sha256("\n".join(document.key for document in documents).encode())
    return Shard(digest.hexdigest()[:20], tuple(documents))
