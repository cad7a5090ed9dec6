"""Annotated reports as they lie on disk.

Enters: a folder or ``.jsonl`` file. Leaves: for each report its place, its text and its record as plain JSON types.
Next: ``gold`` makes typed records of them, ``check`` says what is wrong with them.

A corpus folder holds ``.jsonl`` files, one object a line with the text in it, each named for its split
(``train.jsonl``, ``dev.jsonl``, ``test.jsonl``); or pairs of ``<id>.txt`` and ``<id>.json``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from unionie.errors import InputError

SPLITS = ("train", "dev", "test")


def read_plain(path: Path) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield (where, text, record) for every annotated report under ``path``; InputError where one is unreadable."""
    if path.is_dir():
        rows, pairs = sorted(path.glob("*.jsonl")), sorted(path.glob("*.json"))
        if any(file.with_suffix(".txt").exists() for file in pairs):
            yield from map(_read_pair, pairs)
        elif rows:
            for file in rows:
                yield from _read_rows(file)
        else:
            raise InputError(f"{path}: no .jsonl files and no <id>.txt and <id>.json pairs in this folder")
    elif path.suffix == ".jsonl" and path.exists():
        yield from _read_rows(path)
    else:
        raise InputError(f"{path}: give a .jsonl file, or a folder of them or of <id>.txt and <id>.json pairs")


def _read_rows(path: Path) -> Iterator[tuple[str, str, dict[str, Any]]]:
    split = {"split": path.stem} if path.stem in SPLITS else {}
    for number, line in enumerate(read_text(path).split("\n"), 1):
        if line.strip():
            where = f"{path}:{number}"
            plain = parse_object(line, where)
            text = plain.pop("text", None)
            if not isinstance(text, str):
                raise InputError(f"{where}: no text")
            yield where, text, plain | split


def _read_pair(path: Path) -> tuple[str, str, dict[str, Any]]:
    beside = path.with_suffix(".txt")
    if not beside.exists():
        raise InputError(f"{path}: its text {beside.name} is missing")
    return str(path), read_text(beside), parse_object(read_text(path), str(path))


def read_text(path: Path) -> str:
    """Return the file's text, line ends as they are, since offsets count them; InputError when it cannot be read."""
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: {error}") from error


def dump(value: Any, indent: int | None = None) -> str:
    """Return the value as JSON, Chinese unescaped, Decimals as numbers."""
    return json.dumps(value, ensure_ascii=False, indent=indent, default=float)


def parse_object(text: str, where: str) -> dict[str, Any]:
    """Return the JSON object, its fractions as Decimal; InputError, naming ``where``, for anything else."""
    try:
        plain = json.loads(text, parse_float=Decimal)
    except json.JSONDecodeError as error:
        raise InputError(f"{where}: not JSON: {error}") from error
    if not isinstance(plain, dict):
        raise InputError(f"{where}: a record is a JSON object, not {type(plain).__name__}")
    return plain
