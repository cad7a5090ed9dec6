"""``unionie archive``: a whole archive to a folder of records.

Enters: arguments. Leaves: the folder, a summary on standard output, failures on standard error, the exit code.
"""

from __future__ import annotations

import json as json_format
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from unionie.run.archive import Summary

__all__ = ["archive"]

_MEGABYTE = 2**20
_SHOWN = 20  # failures listed; the table has them all


def archive(
    source: Annotated[Path, typer.Argument(metavar="FOLDER_OR_ZIP", help="A folder, .zip, .tar.gz or .7z of reports.")],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="RECORDS", help="Folder for the records.")],
    workers: Annotated[int | None, typer.Option(help="Processes to work with; one a core if left out.")] = None,
    engine: Annotated[str, typer.Option(help="local, or spark for the machines of a cluster.")] = "local",
    include: Annotated[list[str] | None, typer.Option(metavar="PATTERN", help="Only such, like '2018/*.pdf'.")] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="Only files changed on that day or later.")] = None,
    limit: Annotated[int | None, typer.Option(help="Only the first so many.")] = None,
    metadata: Annotated[Path | None, typer.Option(help="CSV or JSON: published, region, publisher by file.")] = None,
    names: Annotated[str | None, typer.Option(metavar="REGEX", help="Groups published, region, publisher.")] = None,
    timeout: Annotated[float, typer.Option(help="Seconds that a report may take (large ones more).")] = 120.0,
    memory: Annotated[int, typer.Option(help="Megabytes that a worker may hold.")] = 2048,
    shard_bytes: Annotated[int, typer.Option(help="Bytes of reports in a Parquet file, on average.")] = 250_000,
    rules: Annotated[Path | None, typer.Option(metavar="FILE", help="Your own rules: .toml or .tsv.")] = None,
    min_confidence: Annotated[float, typer.Option(help="Leave out facts and awards that are less sure.")] = 0.0,
    retry_failed: Annotated[bool, typer.Option("--retry-failed", help="Try failed reports again.")] = False,
    replace: Annotated[bool, typer.Option("--replace", help="Let the records of another archive go.")] = False,
    export: Annotated[list[str] | None, typer.Option(metavar="csv|xlsx", help="Also write the tables so.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
) -> int:
    """Extract a whole archive into Parquet tables; a second run does only what is missing or changed."""
    from unionie.errors import InputError
    from unionie.run.archive import extract_archive
    from unionie.run.export import EXPORTS
    from unionie.run.export import export as write_export

    for form in export or ():
        if form not in EXPORTS:
            raise InputError(f"no export is called {form!r}; choose one of {', '.join(EXPORTS)}")
    summary = extract_archive(
        source,
        output,
        workers=workers,
        engine=engine,
        include=include or (),
        since=since,
        limit=limit,
        metadata=metadata,
        names=names,
        timeout=timeout,
        memory=memory * _MEGABYTE,
        user_rules=rules,
        min_confidence=min_confidence,
        retry_failed=retry_failed,
        replace=replace,
        shard_bytes=shard_bytes,
        progress=True,
    )
    for form in export or ():
        write_export(output, form)
    sys.stdout.write(json_format.dumps(summary.to_dict(), ensure_ascii=False) + "\n" if json else _describe(summary))
    _list_failures(output, summary.failures)
    return 1 if summary.failures else 0


def _describe(summary: Summary) -> str:
    rate = summary.extracted / summary.seconds if summary.seconds else 0.0
    pending = f", {summary.pending:,} not selected" if summary.pending else ""
    records = [f"{count:,} {table}" for table, count in summary.rows.items() if table not in ("reports", "failures")]
    lines = [
        f"{summary.documents:,} documents: {summary.reports:,} read, {summary.failures:,} failed{pending}",
        f"{summary.extracted:,} extracted now, {summary.unchanged:,} unchanged, {summary.removed:,} removed",
        f"{summary.seconds:,.1f} seconds, {rate:,.1f} reports a second",
        ", ".join(records),
        f"records: {summary.records} (SQL: {Path(summary.records) / 'records.duckdb'})",
    ]
    if summary.ignored:
        kinds = ", ".join(f"{count:,} {suffix}" for suffix, count in summary.ignored.items())
        lines.insert(1, f"passed over, being no reports: {kinds}")
    return "".join(f"{line}\n" for line in lines if line)


def _list_failures(records: Path, count: int) -> None:
    from itertools import islice

    from unionie.run.export import read_rows

    if not count:
        return
    for row in islice(read_rows(records, "failures"), _SHOWN):
        sys.stderr.write(f"unionie: {row['source']}: {row['error']}\n")
    if count > _SHOWN:
        sys.stderr.write(f"unionie: and {count - _SHOWN:,} more, in {records / 'failures'}\n")
