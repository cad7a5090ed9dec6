"""Extractions to files and streams, in a format chosen by name or by the target's suffix.

Enters: Extractions and where they go. Leaves: files that are whole or absent. Each format is a module of
``formats`` with a ``write(extractions, target)``; next: the reader's own tools.

``table``    text for people, in a terminal or a file
``jsonl``    one extraction a line, as ``Extraction.to_json`` gives it; nothing is lost
``csv``      a folder with one file a table, or the facts alone where the target ends in .csv or is a stream
``xlsx``     one workbook with a sheet a table
``parquet``  a folder with one file a table, or the facts alone where the target ends in .parquet
``html``     the evidence page
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from os import PathLike
from pathlib import Path
from typing import IO

from unionie.errors import InputError
from unionie.io.paths import as_path
from unionie.records import Extraction

__all__ = ["FORMATS", "guess_format", "write"]

FORMATS = ("table", "jsonl", "csv", "xlsx", "parquet", "html")
_FILES_ONLY = {"xlsx", "parquet"}
_SUFFIXES = {
    ".txt": "table",
    ".jsonl": "jsonl",
    ".csv": "csv",
    ".xlsx": "xlsx",
    ".parquet": "parquet",
    ".html": "html",
    ".htm": "html",
}


def guess_format(path: str | PathLike[str]) -> str:
    """Return the format that the suffix of ``path`` names; raise InputError when it names none."""
    suffix = Path(path).suffix.lower()
    if suffix not in _SUFFIXES:
        raise InputError(f"{path}: the suffix names no format; choose one of {', '.join(FORMATS)}")
    return _SUFFIXES[suffix]


def write(
    extractions: Extraction | Iterable[Extraction],
    target: str | PathLike[str] | IO[str],
    format: str | None = None,  # noqa: A002  the word that the command line and pandas use
) -> None:
    """Write ``extractions`` to a path or an open text stream; a file appears whole or not at all.

    Without ``format`` the suffix of the path names it. Raises InputError, in one line, for an unknown format or a
    target that cannot be written.
    """
    stream_or_path = as_path(target) if isinstance(target, str | PathLike) else target
    if format is None:
        if not isinstance(stream_or_path, Path):
            raise InputError("a stream has no suffix: name the format")
        format = guess_format(stream_or_path)  # noqa: A001  as above
    if format not in FORMATS:
        raise InputError(f"no format is called {format!r}; choose one of {', '.join(FORMATS)}")
    if format in _FILES_ONLY and not isinstance(stream_or_path, Path):
        raise InputError(f"{format} is written to files only: give a path")
    several = (extractions,) if isinstance(extractions, Extraction) else extractions
    module = import_module(f"unionie.io.formats.{format}")  # a format loads its library only when it is used
    module.write(several, stream_or_path)
