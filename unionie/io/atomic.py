"""Files that appear whole or not at all: written beside their place, then renamed into it.

Enters: the path to write. Leaves: a temporary path to write to. Next: every writer in ``formats`` that writes files.
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
def replaced_file(target: Path) -> Iterator[Path]:
    """Give a temporary path; when the block ends well, it replaces ``target`` in one step; else it is removed."""
    if target.is_dir():
        raise InputError(f"{target}: is a folder; name a file in it")
    with replaced_files(target.parent, create=False) as folder:
        yield folder / target.name


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
            path.replace(target / path.name)
    except OSError as error:
        raise _explain(target, error) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _explain(target: Path, error: OSError) -> InputError:
    return InputError(f"{target}: cannot write there: {error.strerror or error}")
