"""``unionie series``: one indicator across reports: a table, and a chart in a file.

Enters: arguments. Leaves: the table on standard output, files, failures on standard error, the exit code. Next:
``unionie.panel``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from unionie.cli.streams import explain_failure
from unionie.errors import InputError

if TYPE_CHECKING:
    from unionie.panel.frame import Panel
    from unionie.records import Extraction

__all__ = ["series"]

_TABLES = (".csv", ".xlsx", ".parquet")


def series(
    records: Annotated[
        Path, typer.Argument(metavar="RECORDS", help="Folder of records, JSON lines of a run, or reports.")
    ],
    indicator: Annotated[
        str, typer.Option("--indicator", "-i", help="A concept (economy.gdp) or words (GDP, 发展会员).")
    ],
    measure: Annotated[
        str | None, typer.Option(help="Only level, change, gap, share or rank; the chart shows one.")
    ] = None,
    chart: Annotated[Path | None, typer.Option(metavar="FILE", help="Draw it: .png, .svg or .pdf.")] = None,
    year: Annotated[int | None, typer.Option(help="Draw bars for this year, not lines over years.")] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write every figure: .csv, .xlsx or .parquet.")
    ] = None,
    workers: Annotated[int, typer.Option(help="Processes to extract with, where reports are given.")] = 1,
) -> int:
    """Follow one indicator over years and regions: a table, and a chart with --chart."""
    from unionie.io.paths import check_output
    from unionie.io.records import holds_records
    from unionie.panel.chart import check_suffix
    from unionie.panel.frame import check_choice
    from unionie.panel.series import series as find_series
    from unionie.panel.text import print_panel

    check_choice("--measure", measure, ("level", "change", "gap", "share", "rank", None))
    if output is not None and output.suffix.lower() not in _TABLES:
        raise InputError(f"{output}: figures are written as {', '.join(_TABLES)}")
    if chart is not None:
        check_suffix(chart)
    check_output(output, [records])
    check_output(chart, [records])
    failures: list[str] = []
    given: Any = records
    if records.exists() and records.suffix != ".duckdb" and not holds_records(records):
        given = list(_extract(records, failures, workers))
    panel = find_series(given, indicator)
    if measure is not None:
        panel = panel[panel["measure"] == measure]
        if not len(panel):
            raise InputError(f"{indicator}: no {measure} in {records}")
    if year is not None and not (panel["year"] == year).any():
        raise InputError(f"{indicator}: no figure for {year} in {records}")
    print_panel(panel, f"{indicator} · {_count(panel)}", sys.stdout)
    if output is not None:
        _write(panel, output)
    if chart is not None:
        panel.chart(measure, year=year).save(chart)  # type: ignore[arg-type]  # checked above
    sys.stderr.writelines(f"unionie: {' '.join(failure.split())}\n" for failure in failures)
    return 1 if failures else 0


def _extract(place: Path, failures: list[str], workers: int) -> Iterator[Extraction]:
    from unionie.io.read import read
    from unionie.run.local import extract_many

    for extraction in extract_many(read(place), workers=workers, progress=True):
        if extraction.status == "failed":
            failures.append(explain_failure(extraction))
        else:
            yield extraction


def _count(panel: Panel) -> str:
    figures, reports = len(panel), panel["sources"].explode().nunique()
    return (
        f"{figures:,} {'figure' if figures == 1 else 'figures'}, {reports:,} {'report' if reports == 1 else 'reports'}"
    )


def _write(panel: Panel, path: Path) -> None:
    """Write every figure with all its columns, decimals exact."""
    from unionie.io.rows import get_columns_of
    from unionie.panel.drift import to_rows
    from unionie.panel.points import Point

    columns, rows = get_columns_of(Point), to_rows(panel)
    suffix = path.suffix.lower()
    if suffix == ".csv":
        from unionie.io.formats.csv import write_rows  # a format loads its library only when it is used

        write_rows(path, columns, rows)
    elif suffix == ".xlsx":
        from unionie.io.formats.xlsx import write_sheets  # as above

        write_sheets(path, {"series": (columns, rows)})
    else:
        import pyarrow.parquet as pq  # as above

        from unionie.io.arrow import make_table_of
        from unionie.io.atomic import replaced_file

        with replaced_file(path) as part:
            pq.write_table(make_table_of(columns, rows), part)
