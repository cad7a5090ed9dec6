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
