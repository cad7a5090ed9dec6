"""The files of an archive: a folder, a .zip, .tar or .7z, archives and mail attachments inside, or one file.

Enters: a path. Leaves: Files, sorted by name in folders, in the archive's order in archives. Next: ``read`` makes
Reports of them, ``run.inventory`` counts and hashes them.

Every document comes exactly once: readable, or with the reason why not. Files of other kinds (pictures, tables) and
what systems leave behind (.DS_Store, ~$lock files) are passed over; ``ignored`` is told their names.
"""

from __future__ import annotations

import io
import re
import stat
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO, NamedTuple

from unionie.errors import InputError, UnionieError
from unionie.io.archives import LINK, SPECIAL, Member, open_members
from unionie.io.decode import decode_name, is_utf8
from unionie.io.kinds import ARCHIVES, HEAD, Kind, explain_protected, guess_kind, is_document, is_hidden
from unionie.io.limits import LIMITS, Budget, Limits, read_limited

__all__ = ["UNLISTED", "File", "find_files", "find_in"]

UNLISTED = "the folder cannot be listed"

_PART = re.compile(r"[\\/]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]")
_DRIVE = re.compile(r"[A-Za-z]:")


class File(NamedTuple):
    """A document: its name below the archive, its path if it is a file of its own, how to read its bytes, its kind.

    ``load`` holds until the next File is taken, and may raise InputError; ``error`` says why there is nothing to load.
    """

    name: str
    path: Path | None = None
    load: Callable[[], bytes] | None = None
    error: str | None = None
    kind: Kind | None = None


def find_files(
    root: Path, *, ignored: Callable[[str], None] = lambda _: None, limits: Limits = LIMITS
) -> Iterator[File]:
    """Yield the documents of a folder or archive, or the one file ``root``; raise InputError where there is none."""
    if root.is_dir():
        return _walk(root, ignored, limits)
    if not root.exists():
        raise InputError(f"{root}: no such file or folder")
    if not root.is_file():  # a pipe is read once
        return find_in(_read_stream(root, limits), root.name, ignored=ignored, limits=limits)
    return _guard(_open(root, root.name, ignored, limits, asked=True), root.name)


def find_in(
    data: bytes, name: str, *, ignored: Callable[[str], None] = lambda _: None, limits: Limits = LIMITS
) -> Iterator[File]:
    """Yield the documents in the bytes of a file that has no place on the disk: itself, or what an archive holds."""
    return _guard(_open_data(data, name, ignored, Budget(limits), nested=False, asked=True), name)


def _read_stream(path: Path, limits: Limits) -> bytes:
    try:
        with path.open("rb") as stream:
            return read_limited(stream, Budget(limits))
    except (OSError, InputError) as error:
        raise InputError(f"{path}: {_explain(error)}") from error


def _walk(root: Path, ignored: Callable[[str], None], limits: Limits) -> Iterator[File]:
    waiting = [(root, "")]  # the next one last
    while waiting:
        path, name = waiting.pop()
        try:
            mode = path.lstat().st_mode if name else path.stat().st_mode  # the root may be a link
        except OSError as error:
            mode = 0
            if is_document(name, b""):
                yield File(name, error=_explain(error))
                continue
        if stat.S_ISDIR(mode):
            try:
                waiting += reversed(_list(path, name, ignored))
            except OSError as error:
                yield File(name or ".", error=f"{UNLISTED}: {error.strerror}")
        elif stat.S_ISREG(mode) and is_document(name, b"" if path.suffix else _read_head(path)):
            yield from _guard(_open(path, name, ignored, limits), name)
        elif not stat.S_ISREG(mode) and is_document(name, b""):
            yield File(name, error=LINK if stat.S_ISLNK(mode) else SPECIAL)
        else:
            ignored(name)


def _list(folder: Path, name: str, ignored: Callable[[str], None]) -> list[tuple[Path, str]]:
    """Return what a folder holds with its name below the root, sorted by name."""
    used: set[str] = set()
    found = []
    entries = sorted(folder.iterdir(), key=lambda path: path.name)
    names = [path.name.encode("utf-8", "surrogateescape") for path in entries]
    mixed = not all(map(is_utf8, names))
    for path, given in zip(entries, names, strict=True):
        readable = decode_name(given, mixed=mixed)
        inner = _make_unique(f"{name}/{_CONTROL.sub('_', readable)}".removeprefix("/"), used)
        if is_hidden(path.name):
            ignored(inner)
        else:
            found.append((path, inner))
    return found


def _guard(files: Iterator[File], name: str) -> Iterator[File]:
    """Yield the files; where a library fails in a way of its own, one that says so stands for the rest."""
    try:
        yield from files
    except UnionieError as error:
        yield File(name, error=str(error))
    except Exception as error:  # one bad file must not stop a folder
        yield File(name, error=f"is damaged ({type(error).__name__}): not all of it was read")


def _read_head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(HEAD)
    except OSError:  # whoever reads it whole says so
        return b""


def _open(
    path: Path, name: str, ignored: Callable[[str], None], limits: Limits, *, asked: bool = False
) -> Iterator[File]:
    """Yield the file, or what an archive holds."""
    try:
        kind = guess_kind(path.name, _read_head(path), asked=asked)
    except InputError as error:
        yield File(name, path, error=_explain_unreadable(path) or str(error))
        return
    load = partial(_load, path, limits)
    if kind in ARCHIVES:
        with path.open("rb") as stream:
            yield from _open_archive(kind, stream, name, ignored, Budget(limits), nested=False)
        return
    yield File(name, path, load, kind=kind)
    if kind == "eml":
        yield from _open_mail(load, name, ignored, Budget(limits))


def _explain_unreadable(path: Path) -> str | None:
    """Return what no first bytes tell: that a file cannot be opened, or is protected."""
    try:
        with path.open("rb") as stream:
            return explain_protected(stream)
    except OSError as error:
        return _explain(error)


def _explain(error: Exception) -> str:
    return f"cannot be read: {error.strerror}" if isinstance(error, OSError) else str(error)


def _load(path: Path, limits: Limits) -> bytes:
    try:
        size = path.stat().st_size
        Budget(limits).check_member(size)
        return path.read_bytes()
    except OSError as error:
        raise InputError(_explain(error)) from error


def _open_archive(
    kind: Kind, stream: IO[bytes], name: str, ignored: Callable[[str], None], budget: Budget, *, nested: bool
) -> Iterator[File]:
    used: set[str] = set()
    empty = True
    for member in open_members(kind, stream, budget):
        empty = False
        if not member.name:
            yield File(name, error=member.error)
            continue
        inner = _make_unique(f"{name}/{_clean(member.name)}", used)
        yield from _open_member(member, inner, ignored, budget, nested=nested)
    if empty:
        ignored(f"{name} (empty)")


def _open_member(
    member: Member, name: str, ignored: Callable[[str], None], budget: Budget, *, nested: bool
) -> Iterator[File]:
    base = name.rsplit("/", 1)[-1]
    if is_hidden(_clean(member.name)) or ("." in base and not is_document(base, b"")):
        ignored(name)
        return
    if member.read is None:
        yield File(name, error=member.error)
        return
    try:
        data = member.read()
    except InputError as error:
        yield File(name, error=str(error))
        return
    if not is_document(base, data[:HEAD]):
        ignored(name)
        return
    yield from _open_data(data, name, ignored, budget, nested=nested)


def _open_data(
    data: bytes, name: str, ignored: Callable[[str], None], budget: Budget, *, nested: bool, asked: bool = False
) -> Iterator[File]:
    try:
        kind = guess_kind(name, data[:HEAD], asked=asked)
    except InputError as error:
        yield File(name, error=explain_protected(io.BytesIO(data)) or str(error))
        return
    if kind not in ARCHIVES:
        yield File(name, load=lambda: data, kind=kind)
        if kind == "eml":
            yield from _open_mail(lambda: data, name, ignored, budget)
    elif nested:
        yield File(name, error="is an archive inside an archive inside an archive: unpack it first")
    else:
        yield from _open_archive(kind, io.BytesIO(data), name, ignored, budget, nested=True)


def _open_mail(load: Callable[[], bytes], name: str, ignored: Callable[[str], None], budget: Budget) -> Iterator[File]:
    """Yield the attachments of a mail that are documents; its text is the mail's own File."""
    from unionie.io.readers.eml import find_attachments  # email is only needed where there is mail

    try:
        attachments = find_attachments(load())
    except InputError:  # the File itself will say so
        return
    except Exception as error:  # it cannot say that
        yield File(f"{name}/attachments", error=f"cannot be read ({type(error).__name__})")
        return
    used: set[str] = set()
    for title, data in attachments:
        inner = _make_unique(f"{name}/{_clean(title)}", used)
        if is_document(inner, data[:HEAD]):
            yield from _open_data(data, inner, ignored, budget, nested=True)
        else:
            ignored(inner)


def _clean(name: str) -> str:
    """Return a member's name as a path that stays below its archive, on one line."""
    parts = [_CONTROL.sub("_", part) for part in _PART.split(name)]
    return "/".join(part for part in parts if part not in ("", ".", "..") and not _DRIVE.fullmatch(part)) or "_"


def _make_unique(name: str, used: set[str]) -> str:
    """Return the name, numbered where the archive has it twice."""
    unique, number = name, 1
    while unique in used:
        number += 1
        path = PurePosixPath(name)
        unique = str(path.with_name(f"{path.stem} ({number}){path.suffix}"))
    used.add(unique)
    return unique
