"""The commands ``unionie evaluate`` and ``calibrate``: scores on annotated reports, and the confidence that they tell.

Enters: arguments. Leaves: standard output, an exit code: 0 fine; 1 a score fell below the figures of ``--floor``.
Next: ``unionie.evaluate``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from unionie.errors import InputError

__all__ = ["calibrate", "evaluate"]

_Reports = Annotated[Path, typer.Argument(help="Annotated reports: .jsonl, or a folder of them or of pairs.")]
_Split = Annotated[str | None, typer.Option(help="Only the reports of one split: train, dev or test.")]


def evaluate(
    path: _Reports,
    split: _Split = None,
    output: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Score these extractions (JSON lines) instead of extracting.")
    ] = None,
    undated: Annotated[
        bool, typer.Option("--undated", help="Do not say on which day each report came out, but where its text does.")
    ] = False,
    errors: Annotated[bool, typer.Option(help="List every error.")] = False,
    json: Annotated[bool, typer.Option(help="Write the scores as JSON.")] = False,
    against: Annotated[
        Path | None, typer.Option(metavar="FILE", help="List gains and losses against an earlier --save.")
    ] = None,
    save: Annotated[Path | None, typer.Option(metavar="FILE", help="Keep the extractions as JSON lines.")] = None,
    floor: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Fail when a score falls below these figures by their margin.")
    ] = None,
    save_floor: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Keep the scores as figures for --floor.")
    ] = None,
) -> int:
    """Score the pipeline on annotated reports."""
    from unionie.evaluate import run
    from unionie.io.paths import check_output

    for target in (save, save_floor):
        check_output(target, [path], suffixes=(".jsonl",))
    for given in (against, floor):
        if given is not None and not given.is_file():
            raise InputError(f"{given}: no such file")
    return run(
        path,
        split=split,
        output=output,
        undated=undated,
        errors=errors,
        json=json,
        against=against,
        save=save,
        floor=floor,
        save_floor=save_floor,
    )


def calibrate(
    path: _Reports,
    split: _Split = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Keep the weights as confidence.tsv.")
    ] = None,
) -> int:
    """Fit the confidence of records to annotated reports, and say how reliable it is."""
    from unionie.evaluate import calibrate as fit

    return fit(path, split=split, output=output)
