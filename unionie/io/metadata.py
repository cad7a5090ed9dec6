"""What an archive says of its reports outside of them: in their file names, or in a table beside them.

Enters: a .csv or .json file, a pattern of names. Leaves: published, region and publisher of a file. Next: ``read``
and ``run.inventory`` put them into Reports.

A table has a column for the file (source, file, path, name or 文件) and one or more of published (发布日期), region
(地区) and publisher (发布单位). A file is looked up by its whole name below the archive, then by its last part, then by
that without suffix. JSON is a list of such rows, or an object of them by file.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from unionie.errors import InputError
from unionie.io.decode import decode

__all__ = ["Known", "Metadata"]

_FIELDS = ("published", "region", "publisher")
_KEYS = ("source", "file", "path", "name", "文件", "文件名", "路径")
_ALIASES = {
    "date": "published",
    "发布日期": "published",
    "发布时间": "published",
    "日期": "published",
    "地区": "region",
    "区域": "region",
    "发布单位": "publisher",
    "单位": "publisher",
}
_DATE = re.compile(r"(\d{4})\D?(\d{1,2})\D?(\d{1,2})\D?")


class Known(NamedTuple):
    """What is known of a report from outside; None where nothing is."""

    published: str | None = None
    region: str | None = None
    publisher: str | None = None


class Metadata:
    """What is known of the files of one archive."""

    def __init__(self, table: Path | None = None, names: str | None = None) -> None:
        """Read the ``table``; ``names`` is a regular expression with groups named published, region or publisher.

        Raises InputError for a table or pattern that cannot be used.
        """
        self._rows = {} if table is None else _read_table(table)
        self._pattern = _compile(names)

    def look_up(self, name: str) -> Known:
        """Return what is known of the file ``name``, a path with slashes below the archive."""
        path = PurePosixPath(name)
        found: dict[str, str] = {}
        match = self._pattern.search(name) if self._pattern else None
        if match:
            found |= {field: value for field, value in match.groupdict().items() if value and field in _FIELDS}
        if "published" in found:
            day = _read_date(found["published"])
            found = {field: value for field, value in found.items() if field != "published" or day}
            found |= {"published": day} if day else {}
        for key in (path.stem, path.name, name):
            found |= self._rows.get(key, {})
        return Known(**found)


def _compile(names: str | None) -> re.Pattern[str] | None:
    if names is None:
        return None
    try:
        pattern = re.compile(names)
    except re.error as error:
        raise InputError(f"the pattern of names is no regular expression: {error}") from error
    if not set(pattern.groupindex) & set(_FIELDS):
        raise InputError(f"the pattern of names has no group (?P<published>…): name one of {', '.join(_FIELDS)}")
    return pattern


def _read_table(path: Path) -> dict[str, dict[str, str]]:
    try:
        text, _ = decode(path.read_bytes())
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error
    except InputError as error:
        raise InputError(f"{path}: {error}") from error
    rows = _parse_json(path, text) if path.suffix.lower() == ".json" else _parse_csv(path, text)
    table: dict[str, dict[str, str]] = {}
    for number, row in enumerate(rows, 1):
        key, known = _read_row(f"{path}: row {number}", row)
        if table.setdefault(key, known) != known:
            raise InputError(f"{path}: row {number}: {key} has an earlier row that says otherwise")
    return table


def _parse_csv(path: Path, text: str) -> Iterator[Mapping[Any, Any]]:
    row = 1
    try:
        for cells in csv.DictReader(io.StringIO(text), strict=True):
            yield cells
            row += 1
    except csv.Error as error:
        raise InputError(f"{path}: row {row} is not CSV: {error}") from error


def _parse_json(path: Path, text: str) -> Iterable[Mapping[str, Any]]:
    try:
        content = json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(f"{path}: line {error.lineno} is not JSON: {error.msg}") from error
    if isinstance(content, dict) and all(isinstance(row, dict) for row in content.values()):
        return [{"source": name, **row} for name, row in content.items()]
    if isinstance(content, list) and all(isinstance(row, dict) for row in content):
        return content
    raise InputError(f"{path}: is neither a list of rows nor an object of them by file")


def _read_row(where: str, row: Mapping[Any, Any]) -> tuple[str, dict[str, str]]:
    named = {str(name).strip().lower(): str(cell).strip() for name, cell in row.items() if name and cell is not None}
    key = next((named[name] for name in _KEYS if named.get(name)), None)
    if key is None:
        raise InputError(f"{where} names no file: a column is called {', '.join(_KEYS[:4])} or {_KEYS[4]}")
    known = {_ALIASES.get(name, name): cell for name, cell in named.items() if cell}
    known = {field: known[field] for field in _FIELDS if field in known}
    if "published" in known:
        day = _read_date(known["published"])
        if day is None:
            raise InputError(f"{where}: published is a date like 2019-01-25, not {known['published']!r}")
        known["published"] = day
    return key.replace("\\", "/"), known


def _read_date(text: str) -> str | None:
    """Return the ISO date of 2019-01-25, 20190125, 2019.1.25, 2019年1月25日; None for what is no date."""
    match = _DATE.match(text)
    try:
        return date(*map(int, match.groups())).isoformat() if match else None
    except ValueError:
        return None
