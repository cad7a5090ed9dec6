"""Measure extractions against annotated reports.

Enters: GoldReports and Extractions. Leaves: Scores (precision, recall, F1, accuracy per field, intervals),
a table, a list of errors, gains and losses between two outputs; weights that calibrate confidence. ``run`` is what the
command line calls.
match → facts, named → score → show → run.
"""

from unionie.corpora import load_gold
from unionie.evaluate.run import calibrate, run
from unionie.evaluate.score import evaluate
from unionie.evaluate.show import changes, errors, table
from unionie.evaluate.tally import DocumentScore, Interval, Outcome, Scores, Tally

__all__ = [
    "DocumentScore",
    "Interval",
    "Outcome",
    "Scores",
    "Tally",
    "calibrate",
    "changes",
    "errors",
    "evaluate",
    "load_gold",
    "run",
    "table",
]
