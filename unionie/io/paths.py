"""Paths as callers give them.

Enters: a str or path. Leaves: a Path, or an InputError in one line. Next: ``read``, ``write``, ``run.archive``.
"""

from __future__ import annotations

import errno
from collections.abc import Collection, Iterable
from os import PathLike
from pathlib import Path

from unionie.errors import InputError
from unionie.io.kinds import HEAD, is_document

__all__ = ["as_path", "check_output"]


def as_path(given: str | PathLike[str]) -> Path:
    """Return the path; raise InputError for an empty one, which would be the current folder, and for what is none."""
    if not isinstance(given, str | PathLike):
        raise InputError(f"a path is a str or os.PathLike, not {type(given).__name__}")
    if given == "":
        raise InputError("the path is empty; write . for the current folder")
    path = Path(given)
    if "\0" in str(path):
        raise InputError(f"{str(path)!r}: is no path: it holds a zero character")
    try:
        path.exists()
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            raise InputError(f"'{str(path)[:60]}…': is no path: it is too long") from error
    return path


def check_output(output: Path | None, inputs: Iterable[str | PathLike[str]], *, suffixes: Collection[str] = ()) -> None:
    """Raise InputError where writing ``output`` would overwrite an input: itself, its archive or a file in its folder.

    ``suffixes`` are those of files in a folder that are inputs besides reports.
    """
    if output is None or not output.is_file():
        return
    for given in inputs:
        path = Path(given)
        if path.is_dir():
            taken = output.resolve().is_relative_to(path.resolve()) and _is_input(output, path, suffixes)
        else:
            taken = any(place.is_file() and place.samefile(output) for place in (path, *path.parents))
        if taken:
            raise InputError(f"{output}: is also an input, which would be lost; name another file with -o")


def _is_input(path: Path, folder: Path, suffixes: Collection[str]) -> bool:
    from unionie.io.records import holds_records  # more modules than a path needs

    if path.suffix.lower() in suffixes:
        return True
    if holds_records(folder):
        return path.suffix.lower() == ".parquet"
    with path.open("rb") as file:
        return is_document(path.name, file.read(HEAD))
