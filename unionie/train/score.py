"""Span-exact precision, recall and F1, and confidences made to fit what was right.

Enters: spans found and spans marked. Leaves: ``Tally``s by label; a calibration. Next: ``recipe`` writes them down.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from unionie.tag.learned.tagger import Tagged

Floats = npt.NDArray[np.float64]

__all__ = ["Annotation", "Tally", "calibrate", "score_spans"]

_LEAST = 20  # spans of a label below which its calibration is that of all labels
_STEPS = 200


class Annotation(NamedTuple):
    """A labelled stretch; an ``optional`` one teaches nothing and counts neither way."""

    start: int
    end: int
    label: str
    optional: bool = False


class Tally(NamedTuple):
    """Spans right, found and marked."""

    right: int
    found: int
    marked: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / max(1, self.found + self.marked)


def score_spans(
    found: Iterable[Sequence[Tagged | Annotation]],
    marked: Iterable[Sequence[Annotation]],
    names: Mapping[str, str] | None = None,
) -> dict[str, Tally]:
    """Return the tally of every label and of ``all``; ``names`` maps labels of both sides, others are left out.

    A span over an optional mark of its label counts neither way.
    """
    right: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for spans, marks in zip(found, marked, strict=True):
        gold = {(mark.start, mark.end, _name(mark.label, names)) for mark in marks if not mark.optional}
        spare = [mark for mark in marks if mark.optional]
        ours = {(span.start, span.end, _name(span.label, names)) for span in spans}
        ours = {span for span in ours if span in gold or not any(_over(span, mark, names) for mark in spare)}
        for counter, rows in ((right, ours & gold), (seen, ours), (wanted, gold)):
            counter.update(label for _, _, label in rows if label)
    labels = [*sorted(wanted | seen)]
    tallies = {label: Tally(right[label], seen[label], wanted[label]) for label in labels}
    return tallies | {"all": Tally(right.total(), seen.total(), wanted.total())}


def _name(label: str, names: Mapping[str, str] | None) -> str:
    return label if names is None else names.get(label, "")


def _over(span: tuple[int, int, str], mark: Annotation, names: Mapping[str, str] | None) -> bool:
    return _name(mark.label, names) == span[2] and mark.start < span[1] and span[0] < mark.end


def calibrate(
    found: Iterable[Sequence[Tagged]], marked: Iterable[Sequence[Annotation]]
) -> dict[str, tuple[float, float]]:
    """Return for each label slope and shift of the log-odds that make probabilities fit what was right."""
    rows: dict[str, list[tuple[float, bool]]] = {}
    for spans, marks in zip(found, marked, strict=True):
        gold = {(mark.start, mark.end, mark.label) for mark in marks}
        for span in spans:
            chance = min(max(span.probability, 1e-6), 1 - 1e-6)
            rows.setdefault(span.label, []).append((math.log(chance / (1 - chance)), span[:3] in gold))
    every = [row for label in sorted(rows) for row in rows[label]]
    shared = _fit(every)
    return {label: _fit(these) if len(these) >= _LEAST else shared for label, these in sorted(rows.items())}


def _fit(rows: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    """Return slope and shift by Newton's method, held near 1 and 0 where the rows say little."""
    odds: Floats = np.array([[row[0], 1.0] for row in rows]).reshape(-1, 2)
    right: Floats = np.array([float(row[1]) for row in rows])
    start: Floats = np.array([1.0, 0.0])
    weights = start.copy()
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-odds @ weights))
        slope = odds.T @ (chance - right) + (weights - start)
        curve = (odds * (chance * (1 - chance))[:, None]).T @ odds + np.eye(2)
        step = np.linalg.solve(curve, slope)
        while (
            _cost(odds, right, weights - step, start) > _cost(odds, right, weights, start) and np.abs(step).max() > 1e-6
        ):
            step = step / 2  # far from the goal a whole step leaps over it
        weights = weights - step
        if np.abs(step).max() < 1e-6:
            break
    return round(float(weights[0]), 4), round(float(weights[1]), 4)


def _cost(odds: Floats, right: Floats, weights: Floats, start: Floats) -> float:
    """Return what the fit makes small: minus the log of the chance of what was right, and how far it went."""
    log_odds = odds @ weights
    return float((np.logaddexp(0, log_odds) - right * log_odds).sum() + ((weights - start) ** 2).sum() / 2)
