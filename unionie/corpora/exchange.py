"""Annotated reports to annotation tools and back, so that what we extract can be corrected and learned from.

Enters: annotated reports, or Extractions (JSON lines, a folder of records); a tool's files on the way back. Leaves:
the tool's files; annotated reports as JSON lines. Next: ``unionie.evaluate``, training.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from unionie.corpora.check import find_problems
from unionie.corpora.draft import DRAFTED, make_draft
from unionie.corpora.files import dump, read_plain
from unionie.corpora.sheets import Sheet, make_sheet, read_sheet
from unionie.errors import InputError
from unionie.io.atomic import replaced_file
from unionie.io.records import holds_records, read_records
from unionie.records import Extraction

__all__ = ["FORMATS", "export_reports", "import_reports", "write_reports"]

FORMATS = {"spacy": "docbin", "brat": "brat", "label-studio": "label_studio", "doccano": "doccano"}


def export_reports(source: str | Path, target: str | Path, form: str, *, split: str | None = None) -> int:
    """Write the reports at ``source`` for a tool, and return how many they are.

    ``form`` is spacy, brat, label-studio or doccano; ``target`` a file, for brat a folder. ``split`` takes the reports
    of one split. Raises InputError when something cannot be read or written, or is no sound annotation.
    """
    rows = [(where, text, plain) for where, text, plain in _read(Path(source)) if split in (None, plain.get("split"))]
    if not rows:
        raise InputError(f"{source}: no report of split {split!r}")
    for where, text, plain in rows:
        for problem in find_problems(plain, text):
            raise InputError(f"{where}: {problem}")
    _module(form).write([make_sheet(plain, text) for _, text, plain in rows], Path(target))
    return len(rows)


def _read(path: Path) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield the records at ``path``; an Extraction becomes one."""
    if path.is_dir() and holds_records(path):
        for extraction in read_records(path):
            if extraction.status == "ok":
                yield f"{path}: {extraction.source}", extraction.text, make_draft(extraction)
        return
    for where, text, plain in read_plain(path):
        if "status" not in plain:
            yield where, text, plain
            continue
        plain.pop("split", None)
        try:
            extraction = Extraction.from_dict(_without_decimals(plain) | {"text": text})
        except InputError as error:
            raise InputError(f"{where}: {error}") from error
        if extraction.status == "ok":
            yield where, text, make_draft(extraction)


def import_reports(source: str | Path, form: str) -> tuple[list[dict[str, Any]], list[str]]:
    """Return the annotated reports that a tool wrote, rows with their text, and what is wrong with the others.

    Every problem is one line that names file and place. Raises InputError when the file as a whole cannot be read.
    """
    module = _module(form)
    if not Path(source).exists():
        raise InputError(f"{source}: no such file or folder")
    rows, problems = [], []
    for where, raw in module.find_items(Path(source)):
        try:
            sheet: Sheet = module.parse(raw)
            plain = _demand_indicators(read_sheet(sheet))
        except InputError as error:
            problems.append(f"{where}: {error}")
            continue
        problems += (f"{where}: {problem}" for problem in find_problems(plain, sheet.text))
        rows.append({**plain, "text": sheet.text})
    return rows, problems


def _demand_indicators(plain: dict[str, Any]) -> dict[str, Any]:
    """Return a record that began as our draft with each indicator, as it was corrected, demanded by evaluation."""
    if plain.get("hand") == DRAFTED:
        for fact in plain.get("facts", ()):
            fact["must"] = [fact["indicator"]]
    return plain


def write_reports(rows: list[dict[str, Any]], target: str | Path) -> None:
    """Write annotated reports as JSON lines, the text in each row."""
    with replaced_file(Path(target)) as path:
        path.write_text("".join(f"{dump(row)}\n" for row in rows), "utf-8")


def _module(form: str) -> ModuleType:
    if form not in FORMATS:
        raise InputError(f"no format is called {form!r}; choose one of {', '.join(FORMATS)}")
    return import_module(f"unionie.corpora.formats.{FORMATS[form]}")


def _without_decimals(plain: dict[str, Any]) -> dict[str, Any]:
    """Return the record with floats where JSON was read exactly: an Extraction's own reader expects them."""
    read: dict[str, Any] = json.loads(dump(plain))
    return read
