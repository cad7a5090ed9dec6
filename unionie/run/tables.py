"""What a run writes: the tables of one report as Arrow, with the schemas of a records folder.

Enters: an Extraction with the Report it is of. Leaves: its tables as bytes, those without rows left out. Next:
``orders`` puts those of many reports into Parquet files.

The columns are those of ``to_frames`` but for these: ``report`` is a key made of the source, the same in every run;
records have the ``page`` of their first mention; ``reports`` holds reports that were read, with sha256, encoding,
number of pages and of pages that are only pictures; ``failures`` holds the others with the reason.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

from unionie.io.arrow import make_schema_of, make_table_of
from unionie.io.rows import TABLES, Column, Row, encodable, get_columns, make_row
from unionie.records import Extraction, Report

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = [
    "RUN_TABLES",
    "Tables",
    "get_run_columns",
    "join_tables",
    "make_failure",
    "make_key",
    "make_schema",
    "make_tables",
    "read_table",
]

Tables = dict[str, bytes]  # by name, as an Arrow stream: small to send and to keep

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


def make_tables(extraction: Extraction, report: Report) -> Tables:
    """Return the tables of one report: its records, or its failure."""
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
    return {table: _pack(table, _cut(table, several)) for table, several in rows.items() if several}


def make_failure(source: str, error: str, sha256: str | None) -> Tables:
    """Return the tables of a report that could not be read or extracted: one row of ``failures``."""
    return {"failures": _pack("failures", [_make_key_row(source) | {"error": encodable(error), "sha256": sha256}])}


def read_table(stream: bytes) -> pa.Table:
    """Return the table in one of the streams of ``make_tables``."""
    import pyarrow as pa  # heavy; only where tables are written

    return pa.ipc.open_stream(stream).read_all()


def join_tables(table: str, parts: Iterable[pa.Table]) -> pa.Table:
    """Return parts of a table as one whose memory depends on its rows alone, as then does the file that is written.

    Parts that were read from files call the items of lists by another name, which a cast mends; and a column may carry
    a map of its nulls where it has none, which a stream drops.
    """
    import pyarrow as pa  # as above

    schema = make_schema(table)
    fitting = [part if part.schema.equals(schema) else part.cast(schema) for part in parts]
    joined = pa.concat_tables([schema.empty_table(), *fitting]).combine_chunks()
    return pa.ipc.open_stream(_stream(joined)).read_all().combine_chunks()


def _pack(table: str, rows: list[Row]) -> bytes:

    packed: bytes = _stream(make_table_of(get_run_columns(table), rows)).to_pybytes()
    return packed


def _stream(table: pa.Table) -> pa.Buffer:
    import pyarrow as pa  # as above

    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    return sink.getvalue()


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
