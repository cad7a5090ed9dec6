"""What an archive holds: every document with its hash, and where to read it.

Enters: the path of a folder, an archive or one file. Leaves: Documents, sorted by source, and the names of files that
are none. Next: ``shards`` plans the work, ``worker`` reads them.

Members of archives have no path of their own: those that are to be worked on are written, under numbers, into a
folder of the run (``unpack``), so that any worker on any machine reads them like other files.
"""

from __future__ import annotations

import contextlib
import fnmatch
import hashlib
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path, PurePosixPath

from unionie.errors import InputError
from unionie.io.find import UNLISTED, find_files
from unionie.io.metadata import Known, Metadata

__all__ = ["Document", "Inventory", "Selection", "take_inventory", "unpack"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document of an archive: its source is its name below the archive's folder.

    ``key`` changes whenever its records may: with its bytes, what is known of it from outside, or unionie itself.
    """

    source: str
    key: str
    size: int = 0
    path: str | None = None
    sha256: str | None = None
    error: str | None = None
    known: Known = field(default_factory=Known)


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which documents a run works on; what others have in the records stays.

    ``include`` are patterns of sources like ``2018/*.pdf``; ``since`` is an ISO date of the file's last change;
    ``limit`` is a number of documents, the first ones by source.
    """

    include: tuple[str, ...] = ()
    since: str | None = None
    limit: int | None = None

    def __post_init__(self) -> None:
        """Check the date and the number."""
        if self.limit is not None and self.limit < 1:
            raise InputError(f"limit is a number of reports from 1, not {self.limit}")
        try:
            date.fromisoformat(self.since or "2000-01-01")
        except ValueError as error:
            raise InputError(f"since is an ISO date like 2019-01-25, not {self.since!r}") from error

    def takes(self, source: str, changed: float) -> bool:
        """Return whether a document, last changed then, is one to work on (``limit`` apart)."""
        if self.include and not any(
            fnmatch.fnmatchcase(source, pattern) or fnmatch.fnmatchcase(PurePosixPath(source).name, pattern)
            for pattern in self.include
        ):
            return False
        return self.since is None or datetime.fromtimestamp(changed).date().isoformat() >= self.since


@dataclass(slots=True)
class Inventory:
    """The documents of an archive by source, which of them are selected, and how many files of other kinds it has."""

    root: Path
    documents: list[Document]
    selected: set[str]
    ignored: Counter[str]
    unlisted: list[str]  # folders that could not be listed: nobody knows whether their documents are still there

    def keep(self, recorded: dict[str, str]) -> None:
        """Add what has records, by source and key, and lies in a folder that could not be listed."""
        known = {document.source for document in self.documents}
        inside = tuple("" if folder == "." else f"{folder}/" for folder in self.unlisted)
        self.documents += (
            Document(source=source, key=key)
            for source, key in recorded.items()
            if source not in known and source.startswith(inside)
        )
        _sort(self.documents)


def take_inventory(root: Path, fingerprint: str, known: Metadata, selection: Selection) -> Inventory:
    """Return what ``root`` holds; raise InputError where there is no such thing."""
    ignored: Counter[str] = Counter()

    def ignore(name: str) -> None:
        ignored[PurePosixPath(name).suffix.lower() or PurePosixPath(name).name] += 1

    documents: list[Document] = []
    chosen: set[str] = set()
    unlisted: list[str] = []
    base = root if root.is_dir() else root.parent
    for file in find_files(root, ignored=ignore):
        document = _make_document(file.name, file.path, file.load, file.error, known.look_up(file.name))
        documents.append(replace(document, key=_make_key(document, fingerprint)))
        if selection.takes(file.name, _get_time(file.path or _outermost(base, file.name))):
            chosen.add(file.name)
        if (file.error or "").startswith(UNLISTED):
            unlisted.append(file.name)
    _sort(documents)
    order = [document.source for document in documents if document.source in chosen]
    return Inventory(root, documents, set(order[: selection.limit]), ignored, unlisted)


def _sort(documents: list[Document]) -> None:
    documents.sort(key=lambda document: document.source.split("/"))


def unpack(inventory: Inventory, wanted: Iterable[Document], folder: Path) -> dict[str, str]:
    """Write the bytes of ``wanted`` members into ``folder``; return their paths by source."""
    sources = {document.source for document in wanted if document.path is None and document.error is None}
    paths: dict[str, str] = {}
    if not sources:
        return paths
    folder.mkdir(parents=True, exist_ok=True)
    for file in find_files(inventory.root):
        if file.name in sources and file.load is not None:
            path = folder / f"{len(paths):09d}{PurePosixPath(file.name).suffix.lower()}"
            with contextlib.suppress(InputError):  # it changed since: the worker will find nothing there
                path.write_bytes(file.load())
            paths[file.name] = str(path)
    return paths


def _make_document(
    source: str, path: Path | None, load: Callable[[], bytes] | None, error: str | None, known: Known
) -> Document:
    if load is None:
        return Document(source=source, key="", error=error, known=known)
    try:
        data = load()
    except InputError as problem:
        return Document(source=source, key="", error=str(problem), known=known)
    place = None if path is None else str(path.absolute())
    return Document(
        source=source, key="", size=len(data), path=place, sha256=hashlib.sha256(data).hexdigest(), known=known
    )


def _make_key(document: Document, fingerprint: str) -> str:
    parts = (document.source, document.sha256, document.error, *document.known, fingerprint)
    return hashlib.sha256(repr(parts).encode("utf-8", "backslashreplace")).hexdigest()[:32]


def _get_time(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _outermost(base: Path, source: str) -> Path:
    """Return the file on disk that a member is in."""
    path = base
    for part in source.split("/"):
        path = path / part
        if not path.is_dir():
            break
    return path
