"""Files to Reports.

Enters: the path of a file, a folder or an archive. Leaves: Reports. Next: ``pipeline`` or ``run``.

``find`` finds the files, ``kinds`` says what each is, ``readers`` read them, ``metadata`` knows more of them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from os import PathLike
from pathlib import Path

from unionie.errors import InputError
from unionie.io.find import File, find_files, find_in
from unionie.io.kinds import ARCHIVES, HEAD, STANDARD_INPUT, Kind, guess_kind
from unionie.io.metadata import Known, Metadata
from unionie.io.paths import as_path
from unionie.io.readers import read_document
from unionie.records import Report

__all__ = ["make_report", "read", "read_bytes"]


def read(
    path: str | PathLike[str], *, metadata: str | PathLike[str] | None = None, names: str | None = None
) -> Iterator[Report]:
    """Yield the Reports of a file, or of all of them in a folder (recursive, by name) or an archive.

    Read are .txt and .md (UTF-8, UTF-16, GB18030, Big5), .html, .docx, .pdf with a text layer and .eml; folders, .zip,
    .tar(.gz) and, with ``unionie[7z]``, .7z, one level deep inside each other. ``metadata`` is a .csv or .json file
    with published, region or publisher of files; ``names`` a regular expression on file names with groups named so.

    Raises InputError when ``path`` is missing, or is one file that cannot be read. In a folder or archive such a file
    is yielded as a Report with its ``error``, so that the rest goes on; files of other kinds are passed over.
    The source of a Report is a path too: ``read("2018.zip/union/a.docx")`` gives that member again.
    """
    root = as_path(path)
    known = Metadata(None if metadata is None else Path(metadata), names)
    if not root.exists() and (packed := next((one for one in root.parents if one.is_file()), None)):
        return _read_member(packed, root, known)
    files = find_files(root)
    asked = None if root.is_dir() or _is_archive(root) else root.name
    return _read_files(root, files, known, asked)


def _read_member(packed: Path, member: Path, known: Metadata) -> Iterator[Report]:
    """Yield one member of an archive, mail or archive in it."""
    wanted = member.relative_to(packed.parent).as_posix()
    file = next((file for file in find_files(packed) if file.name == wanted), None)
    if file is None:
        raise InputError(f"{member}: {packed.name} holds no such file")
    return _read_files(packed, iter([file]), known, wanted)


def read_bytes(data: bytes, name: str = STANDARD_INPUT) -> Iterator[Report]:
    """Yield the Report in the bytes of a file that has no path, or those of an archive."""
    for file in find_in(data, name):
        yield _read_file(Path(), file, Known())


def _is_archive(path: Path) -> bool:
    if not path.is_file():  # a pipe is read once
        return False
    try:
        with path.open("rb") as file:
            return guess_kind(path.name, file.read(HEAD)) in ARCHIVES
    except (OSError, InputError):
        return False


def _read_files(root: Path, files: Iterator[File], known: Metadata, asked: str | None) -> Iterator[Report]:
    """Yield the Reports of ``files``; raise InputError where the one that was asked for cannot be read."""
    for file in files:
        report = _read_file(root, file, known.look_up(file.name))
        if report.error is not None and file.name == asked:
            raise InputError(report.error)
        yield report


def _read_file(root: Path, file: File, known: Known) -> Report:
    source = str((root if root.is_dir() else root.parent) / file.name)
    if file.load is None:
        return Report("", source, error=f"{source}: {file.error}", **known._asdict())
    try:
        data = file.load()
    except InputError as error:
        return Report("", source, error=f"{source}: {error}", **known._asdict())
    except Exception as error:  # as below
        return Report("", source, error=f"{source}: is damaged ({type(error).__name__})", **known._asdict())
    return make_report(source, data, known, file.kind)


def make_report(source: str, data: bytes, known: Known | None = None, kind: Kind | None = None) -> Report:
    """Return the Report in the bytes of the file ``source``; one that cannot be read has its ``error``."""
    fields = (known or Known())._asdict() | {"sha256": hashlib.sha256(data).hexdigest()}
    try:
        document = read_document(kind or guess_kind(source, data[:HEAD]), data)
    except InputError as error:
        return Report("", source, error=f"{source}: {error}", **fields)
    except Exception as error:  # a library failed in a way of its own: one bad file must not stop a folder
        return Report("", source, error=f"{source}: is damaged ({type(error).__name__})", **fields)
    return Report(document.text, source, encoding=document.encoding, pages=document.pages, **fields)
