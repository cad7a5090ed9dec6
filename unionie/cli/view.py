"""``unionie view``: the evidence page of reports or of a run's records, written to a file or opened in the browser.

Enters: arguments. Leaves: the page, a line on standard output that says where, failures on standard error, the exit
code. Next: ``unionie.view``.
"""

from __future__ import annotations

import sys
import tempfile
import webbrowser
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from unionie.errors import InputError

if TYPE_CHECKING:
    from unionie.records import Extraction

__all__ = ["view"]

_SHOWN = 20  # failures listed; the page has them all


def view(
    places: Annotated[
        list[str],
        typer.Argument(metavar="REPORT_OR_RECORDS", help="Reports, JSON lines of a run, or a folder of records."),
    ],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Page to write; opened at once if left out.")
    ] = None,
    open_: Annotated[bool | None, typer.Option("--open/--no-open", help="Open the page in the browser.")] = None,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="ISO date that anchors 去年, 今年以来 …; else the report's own.")
    ] = None,
    workers: Annotated[int, typer.Option(help="Processes to extract with.")] = 1,
) -> int:
    """Show text and records side by side, each figure one click from its words: the evidence page."""
    from unionie.io.formats.html import write
    from unionie.io.records import read_pages

    path = output or Path(tempfile.mkdtemp(prefix="unionie-")) / "evidence.html"
    failures: list[str] = []
    reports = list(_gather(places, failures, published=published, workers=workers))
    if not reports:
        raise InputError(failures[0] if failures else f"{' '.join(places)}: no reports there")
    pages = {source: found for place in places for source, found in read_pages(place).items()}
    write(reports, path, pages)
    sys.stdout.write(f"{path}: {_count(reports)}\n")
    sys.stderr.writelines(f"unionie: {' '.join(failure.split())}\n" for failure in failures[:_SHOWN])
    if len(failures) > _SHOWN:
        sys.stderr.write(f"unionie: and {len(failures) - _SHOWN:,} more, on the page\n")
    wanted = output is None if open_ is None else open_
    if wanted and not webbrowser.open(path.resolve().as_uri()):
        sys.stderr.write("unionie: no browser opened here; open the page in one\n")
    return 1 if failures else 0


def _gather(places: Iterable[str], failures: list[str], *, published: str | None, workers: int) -> Iterator[Extraction]:
    """Yield the extractions of every place; what failed is said in ``failures`` too."""
    from unionie.io.read import read
    from unionie.io.records import holds_records, read_records
    from unionie.run.local import extract_many

    for place in places:
        try:
            if holds_records(place):
                extractions = read_records(place)
            else:
                extractions = extract_many(read(place), workers=workers, progress=True, published=published)
            for extraction in extractions:
                if extraction.status == "failed":
                    failures.append(f"{extraction.source or '-'}: {extraction.error}")
                yield extraction
        except InputError as error:
            failures.append(str(error))


def _count(reports: list[Extraction]) -> str:
    facts = sum(len(report.facts) for report in reports)
    return f"{len(reports):,} {'report' if len(reports) == 1 else 'reports'}, {facts:,} facts"
