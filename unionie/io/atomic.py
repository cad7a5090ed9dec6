"""Files that appear whole or not at all: written beside their place, then renamed into it.

Enters: the path to write. Leaves: a temporary path to write to. Next: every writer in ``formats`` that writes files.

A link is followed, and a file that is replaced keeps its permissions. What is no file, like a pipe or ``/dev/null``,
stays what it is: it gets the bytes.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from unionie.errors import InputError

__all__ = ["replaced_file", "replaced_files"]


@contextmanager
def replaced_file(target: Path, scratch: Path | None = None) -> Iterator[Path]:
    """Give a temporary path; when the block ends well, it replaces ``target`` in one step; else it is removed.

    ``scratch`` is a folder on the same disk to write in, instead of that of ``target``.
    """
    if target.is_dir():
        raise InputError(f"{target}: is a folder; name a file in it")
    try:
        place = _follow(target)
        beside = None if _is_special(place) else scratch or place.parent
        folder = Path(tempfile.mkdtemp(prefix=".unionie-", dir=beside))
    except OSError as error:
        raise _explain(target.parent, error) from error
    try:
        yield folder / target.name
        _put(folder / target.name, place)
    except OSError as error:
        raise _explain(target if _is_special(place) else target.parent, error) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def replaced_files(target: Path, *, create: bool = True) -> Iterator[Path]:
    """Give a temporary folder; when the block ends well, each file in it replaces its namesake in ``target``.

    ``create`` makes the folder ``target`` if it is missing. Raises InputError in one line when writing fails.
    """
    try:
        if create:
            target.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=".unionie-", dir=target))
    except OSError as error:
        raise _explain(target, error) from error
    try:
        yield folder
        for path in sorted(folder.iterdir()):
            _put(path, _follow(target / path.name))
    except OSError as error:
        raise _explain(target, error) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _follow(path: Path) -> Path:
    """Return what a link leads to; ``/dev/stdout`` leads to something without a name."""
    return path.resolve() if path.is_symlink() and not _is_special(path) else path


def _is_special(place: Path) -> bool:
    return place.exists() and not place.is_dir() and (not place.is_file() or place.is_relative_to("/dev"))


def _put(part: Path, place: Path) -> None:
    """Move a file that was written whole to its place, or copy it into what is no file."""
    if _is_special(place):
        with part.open("rb") as source, place.open("wb") as stream:
            shutil.copyfileobj(source, stream)
        return
    if place.exists():
        shutil.copymode(place, part)
    part.replace(place)


def _explain(target: Path, error: OSError) -> InputError:
    return InputError(f"{target}: cannot write there: {error.strerror or error}")
