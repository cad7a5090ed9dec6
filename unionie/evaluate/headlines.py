"""Fit which line at the head of a report is its headline: ``python -m unionie.evaluate.headlines REPORTS``.

Enters: annotated reports. Leaves: weights for ``rules/data/headline.tsv`` on standard output. Next:
``unionie.clean.headline`` reads them. The weights are those of a log-linear choice among the lines of each report of
the train and dev splits whose headline is one of several, with a penalty.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from unionie.clean import BlockKind, CleanText, clean_text
from unionie.clean.front import stands_under
from unionie.clean.headline import find_traits
from unionie.clean.marks import heading_level
from unionie.corpora import GoldReport, load_gold
from unionie.evaluate.match import plain

__all__ = ["Choice", "find_choices", "fit_headline", "main"]

_PENALTY = 1.0
_STEPS = 500
_RATE = 0.03
_HEAD = """\
# What the traits of a line weigh in the choice of the headline: the log-linear choice that
# `python -m unionie.evaluate.headlines corpora/reports` fits. A trait that is not here weighs nothing.
id\tweight
"""


class Choice(NamedTuple):
    """The traits of each line that could be the headline of a report, and which of them is."""

    traits: list[set[str]]
    right: int


def find_choices(reports: Iterable[GoldReport]) -> list[Choice]:
    """Return the choices of the reports whose headline is one of several lines."""
    return [choice for report in reports if (choice := _find_choice(report)) is not None]


def _find_choice(report: GoldReport) -> Choice | None:
    texts, kinds = _read_front(clean_text(report.text))
    lines = [line for line, kind in enumerate(kinds) if kind is None]
    right = [number for number, line in enumerate(lines) if plain(texts[line]) == plain(report.title)]
    if len(lines) < 2 or not right:
        return None
    return Choice([find_traits(texts, line, kinds) for line in lines], right[0])


def _read_front(clean: CleanText) -> tuple[list[str], list[BlockKind | None]]:
    """Return the lines over the body with their kinds, None for what could be the headline."""
    texts: list[str] = []
    kinds: list[BlockKind | None] = []
    for block in clean.blocks:
        text = clean.text[block.start : block.end]
        if block.kind in ("paragraph", "table_row") or heading_level(text):
            break
        is_open = block.kind in ("title", "heading") or (
            block.kind == "subtitle" and not stands_under(text, len(texts))
        )
        texts.append(text)
        kinds.append(None if is_open else block.kind)
    return texts, kinds


def fit_headline(choices: Sequence[Choice]) -> dict[str, float]:
    """Return the weight of each trait, by gradient ascent of the penalized likelihood."""
    names = sorted({trait for choice in choices for traits in choice.traits for trait in traits})
    rows = [np.array([[name in traits for name in names] for traits in choice.traits], float) for choice in choices]
    weights = np.zeros(len(names))
    for _ in range(_STEPS):
        slope = -_PENALTY * weights
        for matrix, choice in zip(rows, choices, strict=True):
            scores = np.exp(matrix @ weights)
            slope += matrix[choice.right] - scores @ matrix / scores.sum()
        weights += _RATE * slope
    return {name: round(float(weight), 2) for name, weight in zip(names, weights, strict=True)}


def main(path: str | Path) -> None:
    """Write the weights that the reports at ``path`` give, those of the test split left out."""
    weights = fit_headline(find_choices(report for report in load_gold(path) if report.split != "test"))
    sys.stdout.write(_HEAD + "".join(f"{name}\t{weight}\n" for name, weight in weights.items()))


if __name__ == "__main__":
    main(sys.argv[1])
