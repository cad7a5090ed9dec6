"""What ``unionie evaluate`` does: extract from annotated reports, score, and write the result.

Enters: the path of annotated reports and what to show. Leaves: text on standard output and an exit code.
"""

from __future__ import annotations

import json as json_format
import sys
from pathlib import Path

from unionie.corpora import GoldReport, load_gold
from unionie.errors import InputError
from unionie.evaluate.score import evaluate
from unionie.evaluate.show import changes, table, to_plain
from unionie.evaluate.show import errors as list_errors
from unionie.evaluate.tally import Scores
from unionie.records import Extraction


def run(
    path: str | Path,
    *,
    errors: bool = False,
    against: Path | None = None,
    json: bool = False,
    save: Path | None = None,
    split: str | None = None,
) -> int:
    """Score the default pipeline on the annotated reports at ``path``, write the table, and return the exit code 0.

    ``errors`` lists every error instead; ``against`` (an earlier ``save``) lists gains and losses; ``json`` writes
    the scores as JSON; ``save`` keeps the extractions as JSON lines; ``split`` takes only the reports of one split
    (dev, test). Raises InputError for what cannot be read, and for a split without reports.
    """
    from unionie.pipeline import extract  # the pipeline brings spaCy; scoring alone does not need it

    gold = [report for report in load_gold(path) if split in (None, report.split)]
    if not gold:
        raise InputError(f"{path}: no report of split {split!r}")
    extractions = [extract(report.text, published=report.published) for report in gold]
    scores = evaluate(gold, extractions)
    if save is not None:
        save.write_text("".join(f"{extraction.to_json()}\n" for extraction in extractions), encoding="utf-8")
    if json:
        sys.stdout.write(json_format.dumps(to_plain(scores), ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write(list_errors(scores) if errors else table(scores))
    if against is not None:
        sys.stdout.write(changes(_earlier(gold, against), scores))
    return 0


def _earlier(gold: list[GoldReport], against: Path) -> Scores:
    try:
        lines = against.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{against}: {error}") from error
    by_text = {}
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                extraction = Extraction.from_json(line)
            except InputError as error:
                raise InputError(f"{against}:{number}: {error}") from error
            by_text[extraction.text] = extraction
    known = [report for report in gold if report.text in by_text]
    if not known:
        raise InputError(f"{against}: none of its extractions is of an annotated report")
    return evaluate(known, [by_text[report.text] for report in known])
