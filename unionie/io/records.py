"""Written records back to Extractions: what ``unionie view`` and other readers of a run's output start from.

Enters: a file of JSON lines, or a folder of Parquet tables (``facts.parquet``, or a folder ``facts`` of such files).
Leaves: the Extractions, in the order of the run; rows of a table ``failures`` are failed ones; or some columns of a
table alone. Next: ``view``, ``panel``.

Rows hold what records hold but for two things: lone surrogates (U+FFFD in tables) and decimals beyond
``decimal128(38, 10)``.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import reduce
from operator import and_
from os import PathLike
from pathlib import Path
from typing import Any, get_type_hints

from unionie.errors import InputError
from unionie.io.rows import TABLES, Row
from unionie.records import Extraction, Fact, Period, Place, Span
from unionie.records.plain import from_plain
from unionie.view.places import Places

__all__ = [
    "get_place",
    "has_table",
    "holds_records",
    "make_fact",
    "read_columns",
    "read_places",
    "read_records",
]

_SPREAD = {"period": Period, "evidence": Span}  # fields that are several columns
_WITH_IDS = ("facts", "awards", "people", "organizations")
_OF_A_RUN = "_run/done"  # what tells a folder of records from other folders
_ZEROS = re.compile(r"\.?0+$")


def holds_records(path: str | PathLike[str]) -> bool:
    """Return whether ``path`` is the output of a run, not a report: JSON lines, or a folder with a table of reports."""
    place = Path(path)
    if not place.is_dir():
        return place.suffix.lower() == ".jsonl"
    return (place / _OF_A_RUN).is_dir() or any(_find_table(place, table) for table in ("reports", "failures"))


def has_table(folder: str | PathLike[str], table: str) -> bool:
    """Return whether a folder of records has this table."""
    place = Path(folder)
    return _find_table(place, table) is not None or _is_empty_table(place, table)


def read_records(path: str | PathLike[str]) -> Iterator[Extraction]:
    """Yield the Extractions that were written to ``path``; raise InputError, naming the place, for anything else."""
    place = Path(path)
    if place.is_dir():
        yield from _read_tables(place)
        return
    try:
        with place.open(encoding="utf-8-sig") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield _parse_line(line, f"{place}, line {number}")
    except OSError as error:
        raise InputError(f"{place}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{place}: not UTF-8 at byte {error.start}") from error


def _parse_line(line: str, where: str) -> Extraction:
    try:
        return Extraction.from_json(line)
    except InputError as error:
        raise InputError(f"{where}: {error}") from error


def read_places(folder: str | PathLike[str]) -> dict[str, Places]:
    """Return, for each source whose file had pages, the page on which each of its records first stands.

    It is empty for JSON lines and for what else holds no tables.
    """
    if not holds_records(folder) or not Path(folder).is_dir():
        return {}
    found: dict[str, dict[str, Place]] = {}
    for table in _WITH_IDS:
        for row in _read_table(Path(folder), table, ("source", "id", "page")):
            if row.get("page") is not None:
                found.setdefault(row["source"], {})[row["id"]] = Place(row["page"], ())
    return {source: Places(records) for source, records in found.items()}


def read_columns(
    folder: str | PathLike[str],
    table: str,
    columns: Iterable[str] | None = None,
    *,
    only: Mapping[str, Collection[Any]] | None = None,
    distinct: bool = False,
) -> list[Row]:
    """Return rows of a table of a folder of records: some columns, each row that has one of ``only``'s values.

    Only those columns and rows are read from the files, so that a large archive takes little memory. ``distinct``
    gives equal rows once, in any order. Columns that the files lack are left out.
    """
    return _read_table(Path(folder), table, columns, only=only, distinct=distinct)


def make_fact(row: Row) -> Fact:
    """Return the record of a row of ``facts``."""
    return from_plain(Fact, _make_plain("facts", row))


def _read_tables(folder: Path) -> Iterator[Extraction]:
    records = {table: _group_by_report(table, _read_table(folder, table)) for table in TABLES if table != "reports"}
    for row in sorted(_read_table(folder, "reports"), key=get_place):
        plain = _make_plain("reports", row)
        plain |= {table: groups.get(row["report"], []) for table, groups in records.items()}
        try:
            yield Extraction.from_dict(plain)
        except InputError as error:
            raise InputError(f"{folder}: report {row['report']}: {error}") from error
    if _find_table(folder, "failures"):
        for row in sorted(_read_table(folder, "failures"), key=get_place):
            yield Extraction(text="", status="failed", source=row["source"], error=row["error"])


def get_place(row: Row) -> tuple[Any, ...]:
    """Return what orders reports: their number in the run, or the parts of their source where they have a key."""
    return (row["report"],) if isinstance(row["report"], int) else tuple((row["source"] or "").split("/"))


def _find_table(folder: Path, table: str) -> Path | None:
    places = (folder / f"{table}.parquet", folder / table)
    return next((place for place in places if place.is_file() or any(place.glob("*.parquet"))), None)


def _is_empty_table(folder: Path, table: str) -> bool:
    """Return whether a run found nothing for a table: it writes no files without rows."""
    return (folder / table).is_dir()


def _read_table(
    folder: Path,
    table: str,
    columns: Iterable[str] | None = None,
    *,
    only: Mapping[str, Collection[Any]] | None = None,
    distinct: bool = False,
) -> list[Row]:
    from pyarrow import ArrowException, dataset  # heavy; only table formats need it

    place = _find_table(folder, table)
    if place is None:
        if _is_empty_table(folder, table):
            return []
        raise InputError(f"{folder}: there is no table {table!r} in this folder")
    try:
        data = dataset.dataset(place, format="parquet")
        names = [name for name in columns or data.schema.names if name in data.schema.names]
        wanted = [dataset.field(name).isin(list(values)) for name, values in (only or {}).items()]
        found = data.to_table(names, filter=reduce(and_, wanted) if wanted else None)
        rows: list[Row] = (found.group_by(names).aggregate([]) if distinct else found).to_pylist()
    except (ArrowException, OSError) as error:
        raise InputError(f"{place}: cannot be read: {' '.join(str(error).split())}") from error
    return rows


def _group_by_report(table: str, rows: Iterable[Row]) -> dict[Any, list[Row]]:
    groups: dict[Any, list[Row]] = {}
    for row in rows:
        groups.setdefault(row["report"], []).append(_make_plain(table, row))
    return groups


def _make_plain(table: str, row: Row) -> dict[str, Any]:
    """Return what ``to_dict`` gives for the record of ``row``."""
    plain: dict[str, Any] = {}
    for name in get_type_hints(TABLES[table]):
        if name in TABLES:
            continue
        if name in _SPREAD:
            parts = {part: _make_value(row[f"{name}_{part}"]) for part in ("start", "end", "text")}
            plain[name] = None if parts["start"] is None else parts
        elif name in row:
            plain[name] = _make_value(row[name])
    return plain


def _make_value(cell: Any) -> Any:
    if isinstance(cell, Decimal):
        words = f"{cell:f}"
        return _ZEROS.sub("", words) if "." in words else words
    if isinstance(cell, datetime.date):
        return cell.isoformat()
    if isinstance(cell, list):
        return [_nest(item) if isinstance(item, dict) else item for item in cell]
    return cell


def _nest(item: dict[str, Any]) -> dict[str, Any]:
    """Return a struct of a list with its span as one value again: sections have it as ``span_start`` and so on."""
    if "span_start" not in item:
        return item
    span = {part: item[f"span_{part}"] for part in ("start", "end", "text")}
    return {**{name: value for name, value in item.items() if not name.startswith("span_")}, "span": span}
