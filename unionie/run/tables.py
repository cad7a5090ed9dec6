"""What a run writes: the tables of one report as Arrow, with the schemas of a records folder.

Enters: an Extraction with the Report it is of. Leaves: seven Arrow tables. Next: ``shards`` puts those of many
reports into Parquet files.

The columns are those of ``to_frames`` but for these: ``report`` is a key made of the source, the same in every run;
records have the ``page`` of their first mention; ``reports`` holds reports that were read, with sha256, encoding,
number of pages and of pages that are only pictures; ``failures`` holds the others with the reason.
"""

from __future__ import annotations

import hashlib
from functools import cache
from typing import TYPE_CHECKING, Any

from unionie.io.arrow import make_schema_of, make_table_of
from unionie.io.rows import TABLES, Column, Row, encodable, get_columns, make_row
from unionie.records import Extraction, Report

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["RUN_TABLES", "get_run_columns", "make_failure", "make_key", "make_schema", "make_tables"]

RUN_TABLES = (*TABLES, "failures")

_KEY = (Column("report", "string"), Column("source", "string"))
_PAGE = Column("page", "integer")
_FILE = (
    Column("sha256", "string"),
    Column("encoding", "string"),
    Column("pages", "integer"),
    Column("scanned_pages", "integer"),
    Column("characters", "integer"),
)
_FAILURE = (*_KEY, Column("error", "string"), Column("sha256", "string"))


def make_key(source: str) -> str:
    """Return the key of a report: 16 hexadecimal digits, by its source alone."""
    return hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@cache
def get_run_columns(table: str) -> tuple[Column, ...]:
    """Return the columns of a table in a records folder."""
    if table == "failures":
        return _FAILURE
    own = get_columns(table)[2:]
    if table == "reports":
        return (*_KEY, *(column for column in own if column.name not in ("status", "error")), *_FILE)
    return (*_KEY, *own, _PAGE)


def make_schema(table: str) -> pa.Schema:
    """Return the Arrow schema of a table in a records folder."""
    return make_schema_of(get_run_columns(table))


def make_tables(extraction: Extraction, report: Report) -> dict[str, pa.Table]:
    """Return the seven tables of one report: its records, or its failure."""
    source = report.source or ""
    if extraction.status == "failed":
        return make_failure(source, extraction.error or "no reason given", report.sha256)
    rows: dict[str, list[Row]] = {table: [] for table in RUN_TABLES}
    key = _make_key_row(source)
    for table in TABLES:
        if table != "reports":
            columns = get_columns(table)[2:]
            for record in getattr(extraction, table):
                page = report.find_page(_get_offset(record))
                rows[table].append(key | make_row(record, columns) | {"page": page})
    row = make_row(extraction, get_columns("reports")[2:])
    file = {
        "sha256": report.sha256,
        "encoding": report.encoding,
        "pages": len(report.pages) or None,
        "scanned_pages": sum(page.scanned for page in report.pages) if report.pages else None,
        "characters": len(report.text),
    }
    rows["reports"].append(key | row | file)
    return {table: make_table_of(get_run_columns(table), _cut(table, rows[table])) for table in RUN_TABLES}


def make_failure(source: str, error: str, sha256: str | None) -> dict[str, pa.Table]:
    """Return the seven tables of a report that could not be read or extracted: one row of ``failures``."""
    row = _make_key_row(source) | {"error": encodable(error), "sha256": sha256}
    return {table: make_table_of(get_run_columns(table), [row] if table == "failures" else []) for table in RUN_TABLES}


def _make_key_row(source: str) -> Row:
    return {"report": make_key(source), "source": encodable(source)}


def _cut(table: str, rows: list[Row]) -> list[Row]:
    names = [column.name for column in get_run_columns(table)]
    return [{name: row[name] for name in names} for row in rows]


def _get_offset(record: Any) -> int:
    """Return where a record first stands in the text."""
    if hasattr(record, "mentions"):
        return record.mentions[0].start if record.mentions else 0
    return int(record.start)
