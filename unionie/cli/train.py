"""The commands ``unionie train`` and ``unionie score``: make the tagger, tune it on your own documents, score it.

Enters: arguments. Leaves: a model's folder, figures on standard output, an exit code. Next: ``unionie.train``.
"""

from __future__ import annotations

import json as json_format
import sys
from pathlib import Path
from typing import Annotated

import typer

from unionie.errors import InputError

__all__ = ["score", "train"]

_Data = Annotated[Path, typer.Option(metavar="FOLDER", help="Annotated text of others and lexicons.")]
_Corpora = Annotated[Path, typer.Option(metavar="FOLDER", help="unionie's own annotated reports.")]
_Recipe = Annotated[Path | None, typer.Option(metavar="FILE", help="Recipe, instead of unionie's own.")]


def train(
    reports: Annotated[
        list[Path] | None, typer.Argument(help="With --from: your annotated reports (see unionie corpora import).")
    ] = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="FOLDER", help="Model to write.")] = None,
    source: Annotated[
        str | None, typer.Option("--from", metavar="MODEL", help="Tune this model; tagger is the packaged one.")
    ] = None,
    keep: Annotated[float, typer.Option(help="With --from: share of the reports that only scores.")] = 0.0,
    data: _Data = Path("data"),
    raw: Annotated[Path, typer.Option(metavar="FOLDER", help="Plain text.")] = Path("raw"),
    corpora: _Corpora = Path("corpora"),
    recipe: _Recipe = None,
    work: Annotated[Path, typer.Option(metavar="FOLDER", help="Keeps what each step makes; a rerun goes on.")] = Path(
        "training"
    ),
    seed: Annotated[int, typer.Option(help="Seed of all chance.")] = 1,
    threads: Annotated[int, typer.Option(help="Threads of torch.")] = 1,
    device: Annotated[str, typer.Option(help="cpu or cuda.")] = "cpu",
) -> int:
    r"""Train the tagger from data, or tune a model on your own documents (needs the extra \[train])."""
    from unionie.tag.learned.tagger import find_model
    from unionie.train.measure import table

    if output is None:
        raise InputError("say with -o into which folder the model goes")
    try:
        import torch

        from unionie.train import package, tune
        from unionie.train import recipe as stages
        from unionie.train import settings as values
    except ModuleNotFoundError as error:
        raise InputError(f"training needs {error.name}: pip install 'unionie[train]'") from error
    torch.set_num_threads(threads)
    settings = values.read_settings(recipe or values.DEFAULT)
    if source is not None:
        tuned = tune.tune(find_model(source), reports or [], settings.tune, keep=keep, seed=seed)
        tune.write_files(tuned.files, output)
        for label, tally in tuned.after.items():
            sys.stdout.write(f"{label:8}F1 {tuned.before[label].f1:.3f} → {tally.f1:.3f} of {tally.marked} kept\n")
        return 0
    if reports:
        raise InputError("reports are given with --from; training from the start reads --data, --raw and --corpora")
    roots, folder = {"data": data, "raw": raw, "corpora": corpora}, stages.Work(work)
    stages.prepare_all(settings, roots, folder)
    stages.run_all(settings, seed, folder, stages.Machine(device))
    sys.stdout.write(table(package.package(settings, folder, seed, roots, output)))
    return 0


def score(
    model: Annotated[str, typer.Argument(help="Model folder; tagger is the packaged one.")] = "tagger",
    data: _Data = Path("data"),
    corpora: _Corpora = Path("corpora"),
    recipe: _Recipe = None,
    json: Annotated[bool, typer.Option(help="Write the scores as JSON.")] = False,
) -> int:
    """Score a tagger on the test sets that its recipe names and that are there."""
    from unionie.tag.learned.folder import read_folder
    from unionie.tag.learned.tagger import find_model
    from unionie.train.measure import measure, table
    from unionie.train.settings import DEFAULT, read_settings

    settings = read_settings(recipe or DEFAULT)
    figures = measure(read_folder(find_model(model)), settings, {"data": data, "corpora": corpora})
    sys.stdout.write(json_format.dumps(figures, indent=1) + "\n" if json else table(figures))
    return 0
