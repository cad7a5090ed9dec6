"""``unionie view``: the evidence page of reports or of a run's records, written to a file or opened in the browser.

Enters: arguments. Leaves: the page, a line on standard output that says where, failures on standard error, the exit
code. Next: ``unionie.view``.
"""

from __future__ import annotations

import dataclasses
import sys
import tempfile
import webbrowser
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from unionie.cli.streams import explain_failure
from unionie.errors import InputError

if TYPE_CHECKING:
    from unionie.records import Extraction, Report
    from unionie.view.places import Places

__all__ = ["view"]

_SHOWN = 20  # failures listed; the page has them all
_MOST_PICTURES = 40  # pages of PDFs; more would make the page heavy


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
    from unionie.io.paths import check_output

    check_output(output, places)
    path = output or Path(tempfile.mkdtemp(prefix="unionie-")) / "evidence.html"
    failures: list[str] = []
    paged: dict[str, Report] = {}
    reports = list(_gather(places, failures, paged, published=published, workers=workers))
    if not reports:
        raise InputError(failures[0] if failures else f"{' '.join(places)}: no reports there")
    write(reports, path, _locate(places, reports, paged))
    sys.stdout.write(f"{path}: {_count(reports)}\n")
    sys.stderr.writelines(f"unionie: {' '.join(failure.split())}\n" for failure in failures[:_SHOWN])
    if len(failures) > _SHOWN:
        sys.stderr.write(f"unionie: and {len(failures) - _SHOWN:,} more, on the page\n")
    wanted = output is None if open_ is None else open_
    if wanted and not webbrowser.open(path.resolve().as_uri()):
        sys.stderr.write("unionie: no browser opened here; open the page in one\n")
    return 1 if failures else 0


def _gather(
    places: Iterable[str], failures: list[str], paged: dict[str, Report], *, published: str | None, workers: int
) -> Iterator[Extraction]:
    """Yield the extractions of every place; ``failures`` and ``paged`` take what failed and reports that have pages."""
    from unionie.io.read import read
    from unionie.io.records import holds_records, read_records
    from unionie.run.local import extract_many

    for place in places:
        try:
            if holds_records(place):
                extractions = read_records(place)
            else:
                found = _watch(read(place), paged)
                extractions = extract_many(found, workers=workers, progress=True, published=published)
            for extraction in extractions:
                if extraction.status == "failed":
                    failures.append(explain_failure(extraction))
                yield extraction
        except InputError as error:
            failures.append(str(error))


def _watch(reports: Iterable[Report], paged: dict[str, Report]) -> Iterator[Report]:
    for report in reports:
        if report.pages and report.source:
            paged[report.source] = report
        yield report


def _locate(places: Iterable[str], extractions: Iterable[Extraction], paged: dict[str, Report]) -> dict[str, Places]:
    """Return where the records of files with pages stand; with pictures of the pages, if they are few."""
    from unionie.io.records import read_places
    from unionie.view.places import find_places

    found = {source: known for place in places for source, known in read_places(place).items()}
    for extraction in extractions:
        if extraction.source in paged:
            found[extraction.source] = find_places(extraction, paged[extraction.source])
    if sum(len(report.pages) for report in paged.values()) <= _MOST_PICTURES:
        for source in paged:
            found[source] = _draw(Path(source), found[source])
    return found


def _draw(path: Path, places: Places) -> Places:
    if path.suffix.lower() != ".pdf" or not path.is_file():
        return places  # a member of an archive, say
    from unionie.io.pdf.pictures import draw_pages  # PDFium is loaded only for a PDF

    numbers = sorted({place.page for place in places.records.values()})
    return dataclasses.replace(places, pictures=draw_pages(path.read_bytes(), numbers))


def _count(reports: list[Extraction]) -> str:
    facts = sum(len(report.facts) for report in reports)
    return f"{len(reports):,} {'report' if len(reports) == 1 else 'reports'}, {facts:,} facts"
