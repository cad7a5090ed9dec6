"""The commands ``unionie corpora …``: annotated reports checked, counted, taken to annotation tools and back.

Enters: arguments. Leaves: standard output, files, an exit code: 0 fine; 1 problems, listed. Next: ``unionie.corpora``.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

__all__ = ["app"]

app = typer.Typer(help="Check, count, export and import annotated reports.")
_Reports = Annotated[Path, typer.Argument(help="Annotated reports: .jsonl, or a folder of them or of pairs.")]


@app.command()
def check(
    path: _Reports = Path("corpora/reports"),
    slips: Annotated[bool, typer.Option(help="List likely slips too, except in the test split.")] = False,
) -> int:
    """Say what is wrong with annotated reports, a line a problem."""
    from unionie.corpora import check as find_problems
    from unionie.corpora import load_gold
    from unionie.corpora.slips import find_slips

    problems = find_problems(path)
    sys.stdout.write("".join(f"{problem}\n" for problem in problems))
    if slips and not problems:
        looked_at = (report for report in load_gold(path) if report.split != "test")
        sys.stdout.writelines(f"{report.id}: {slip}\n" for report in looked_at for slip in find_slips(report))
    return 1 if problems else 0


@app.command()
def count(path: _Reports = Path("corpora/reports")) -> int:
    """Count documents, characters and records by split and genre."""
    from unionie.corpora import load_gold
    from unionie.corpora.count import count_table

    sys.stdout.write(count_table(load_gold(path)))
    return 0


@app.command()
def export(
    source: Annotated[Path, typer.Argument(help="Annotated reports, or records of a run.")],
    to: Annotated[str, typer.Option(help="spacy, brat, label-studio or doccano.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="File to write; for brat a folder.")],
    split: Annotated[str | None, typer.Option(help="Only the reports of one split: train, dev or test.")] = None,
) -> int:
    """Write annotated reports, or what unionie extracted, for an annotation tool."""
    from unionie.corpora.exchange import export_reports
    from unionie.io.paths import check_output

    check_output(output, [source], suffixes=(".jsonl", ".json"))
    count = export_reports(source, output, to, split=split)
    sys.stdout.write(f"{count} reports → {output}\n")
    return 0


@app.command(name="import")
def import_(
    source: Annotated[Path, typer.Argument(help="What the tool wrote: a file; from brat a folder.")],
    origin: Annotated[str, typer.Option("--from", help="spacy, brat, label-studio or doccano.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="File of JSON lines to write.")],
) -> int:
    """Read annotated reports back from an annotation tool; nothing is written when one is not sound."""
    from unionie.corpora.exchange import import_reports, write_reports
    from unionie.io.paths import check_output

    check_output(output, [source], suffixes=(".ann",))
    rows, problems = import_reports(source, origin)
    sys.stderr.writelines(f"unionie: {problem}\n" for problem in problems)
    if problems:
        return 1
    write_reports(rows, output)
    sys.stdout.write(f"{len(rows)} reports → {output}\n")
    return 0
