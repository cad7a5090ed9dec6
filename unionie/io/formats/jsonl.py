"""JSON lines: one extraction a line, without loss.

Enters: Extractions. Leaves: lines that ``Extraction.from_json`` reads back.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import IO

from unionie.io.atomic import replaced_file
from unionie.records import Extraction

__all__ = ["write"]


def write(extractions: Iterable[Extraction], target: Path | IO[str]) -> None:
    """Write each extraction as one line, as soon as it comes."""
    if not isinstance(target, Path):
        _write_lines(extractions, target)
        return
    with replaced_file(target) as path, path.open("w", encoding="utf-8", newline="\n") as file:
        _write_lines(extractions, file)


def _write_lines(extractions: Iterable[Extraction], file: IO[str]) -> None:
    for extraction in extractions:
        file.write(extraction.to_json() + "\n")
