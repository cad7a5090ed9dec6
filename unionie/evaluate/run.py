"""What ``unionie evaluate`` does: extract from annotated reports, score, and write the result.

Enters: the path of annotated reports and what to show. Leaves: text on standard output and an exit code.
"""

from __future__ import annotations

import json as json_format
import sys
from collections.abc import Sequence
from pathlib import Path

from unionie.corpora import GoldReport, load_gold
from unionie.errors import InputError
from unionie.evaluate.calibrate import cross_validate, fit_weights, reliability_table, weights_table
from unionie.evaluate.floor import find_falls, write_figures
from unionie.evaluate.score import evaluate
from unionie.evaluate.show import changes, table, to_plain
from unionie.evaluate.show import errors as list_errors
from unionie.records import Extraction


def run(
    path: str | Path,
    *,
    split: str | None = None,
    output: Path | None = None,
    undated: bool = False,
    errors: bool = False,
    json: bool = False,
    against: Path | None = None,
    save: Path | None = None,
    floor: Path | None = None,
    save_floor: Path | None = None,
) -> int:
    """Score the default pipeline on the annotated reports at ``path``, write the table, and return the exit code.

    ``split`` takes only the reports of one split (train, dev, test); ``output`` scores these extractions (JSON
    lines) instead of the pipeline's. The pipeline is told on which day each report came out, unless ``undated``: then
    it knows what the text says. ``errors`` lists every error instead of the table, ``json`` writes the scores as JSON;
    ``against`` (an earlier ``save``) lists gains and losses. ``save`` keeps the extractions, ``save_floor`` the figures
    that must hold; with ``floor``, figures kept so, the code is 1 when a score has fallen below them.
    Raises InputError for what cannot be read, and for a split without reports.
    """
    gold = [report for report in load_gold(path) if split in (None, report.split)]
    if not gold:
        raise InputError(f"{path}: no report of split {split!r}")
    if output is None:
        extractions = _extract(gold, undated=undated)
    else:
        gold, extractions = _read_extractions(gold, output)
    scores = evaluate(gold, extractions)
    if save is not None:
        save.write_text("".join(f"{extraction.to_json()}\n" for extraction in extractions), encoding="utf-8")
    if save_floor is not None:
        write_figures(scores, save_floor)
    if json:
        sys.stdout.write(json_format.dumps(to_plain(scores), ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write(list_errors(scores) if errors else table(scores))
    if against is not None:
        known, earlier = _read_extractions(gold, against)
        sys.stdout.write(changes(evaluate(known, earlier), scores))
    falls = [] if floor is None else find_falls(scores, floor)
    sys.stderr.writelines(f"unionie: {line}\n" for line in falls)
    return 1 if falls else 0


def calibrate(path: str | Path, *, split: str | None = None, output: Path | None = None) -> int:
    """Fit the confidence of records to annotated reports, write how reliable it is, and return the exit code 0.

    Reliability is that on reports which the fit has not seen. ``output`` keeps the weights, as
    ``unionie/rules/data/confidence.tsv`` has them. Raises InputError as ``run`` does.
    """
    gold = [report for report in load_gold(path) if split in (None, report.split)]
    if not gold:
        raise InputError(f"{path}: no report of split {split!r}")
    scores = evaluate(gold, _extract(gold))
    sys.stdout.write(reliability_table(cross_validate(scores)) + "\n")
    if output is not None:
        source = f"{path}{f' --split {split}' if split else ''}"
        output.write_text(weights_table(fit_weights(scores.rated), source), encoding="utf-8")
    return 0


def _extract(gold: Sequence[GoldReport], *, undated: bool = False) -> list[Extraction]:
    from unionie.pipeline import extract  # the pipeline brings spaCy; scoring alone does not need it

    return [extract(report.text, published=None if undated else report.published) for report in gold]


def _read_extractions(gold: Sequence[GoldReport], path: Path) -> tuple[list[GoldReport], list[Extraction]]:
    """Return the reports of which the JSON lines at ``path`` hold an extraction, and these."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: {error}") from error
    by_text = {}
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                extraction = Extraction.from_json(line)
            except InputError as error:
                raise InputError(f"{path}:{number}: {error}") from error
            by_text[extraction.text] = extraction
    known = [report for report in gold if report.text in by_text]
    if not known:
        raise InputError(f"{path}: none of its extractions is of an annotated report")
    return known, [by_text[report.text] for report in known]
