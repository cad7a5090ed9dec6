"""Fit the confidence of facts and awards, and say how reliable it is.

Enters: Scores, whose documents hold every predicted record and whether it is right. Leaves: weights for
``rules/data/confidence.tsv``; tables of reliability. Next: ``run``; ``unionie.resolve.confidence`` reads the weights.

Right means: of a fact, quantity and indicator; of an award, recipient and honour. The weights are those of a logistic
regression with a penalty; reliability is measured on reports that a fit has not seen (folds over documents).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from unionie.evaluate.tally import Rated, Scores
from unionie.records import Award
from unionie.resolve.confidence import find_traits

__all__ = ["cross_validate", "fit_weights", "reliability_table", "weights_table"]

_BINS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01)
_PROMISES = (0.8, 0.9, 0.95, 0.97)
_FOLDS = 8
_SEEN = 5  # records with a trait, for it to be given a weight
_PENALTY = 3.0
_STEPS = 50


def fit_weights(rated: Sequence[Rated]) -> dict[str, float]:
    """Return the weight of each trait that is frequent enough."""
    traits = [find_traits(one.record) for one in rated]
    counts = Counter(trait for each in traits for trait in each)
    names = [trait for trait, count in counts.items() if count >= _SEEN]
    if not names:
        return {}
    columns = {name: number for number, name in enumerate(names)}
    matrix = np.zeros((len(rated), len(names)))
    for row, each in enumerate(traits):
        matrix[row, [columns[trait] for trait in each if trait in columns]] = 1
    penalty = np.array([_PENALTY if "=" in name else 1e-6 for name in names])
    weights = _regress(matrix, np.array([one.right for one in rated], dtype=float), penalty)
    return {name: round(float(weight), 3) + 0.0 for name, weight in sorted(zip(names, weights, strict=True))}


def _regress(matrix: Any, right: Any, penalty: Any) -> Any:
    """Return the weights of the penalized logistic regression, by Newton's method."""
    weights = np.zeros(matrix.shape[1])
    for _ in range(_STEPS):
        guess = 1 / (1 + np.exp(-matrix @ weights))
        slope = matrix.T @ (guess - right) + penalty * weights
        bend = (matrix * (guess * (1 - guess) + 1e-9)[:, None]).T @ matrix + np.diag(penalty)
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < 1e-8:
            break
    return weights


def cross_validate(scores: Scores) -> list[Rated]:
    """Return every record with the confidence that it gets from the other documents' weights."""
    unseen: list[Rated] = []
    for fold in range(min(_FOLDS, len(scores.documents))):
        others = [document for number, document in enumerate(scores.documents) if number % _FOLDS != fold]
        weights = fit_weights([one for document in others for one in document.rated])
        for document in scores.documents[fold::_FOLDS]:
            for one in document.rated:
                total = sum(weights.get(trait, 0.0) for trait in find_traits(one.record))
                unseen.append(one._replace(confidence=float(1 / (1 + np.exp(-total)))))
    return unseen


def reliability_table(rated: Sequence[Rated]) -> str:
    """Return, by bins of confidence, what share of the records is right, and what a least confidence keeps."""
    lines = []
    for kind in ("facts", "awards"):
        guesses = [one for one in rated if isinstance(one.record, Award) == (kind == "awards")]
        if not guesses:
            continue
        lines += [f"{kind + ' by confidence':<24}{'records':>10}{'expected':>10}{'right':>10}"]
        for low, high in pairwise(_BINS):
            inside = [one for one in guesses if low <= one.confidence < high]
            if inside:
                lines.append(f"{low:.2f}–{min(high, 1):.2f}".ljust(24) + _row(inside))
        lines.append(f"off by, on average{_error(guesses):>36.3f}")
        for least in _PROMISES:
            kept = [one for one in guesses if one.confidence >= least]
            if kept:
                share = f"keeps {len(kept) / len(guesses):.0%}"
                lines.append(f"at least {least:.2f}, {share}".ljust(24) + _row(kept))
        lines.append("")
    return "\n".join(lines)


def _row(inside: Sequence[Rated]) -> str:
    expected = sum(one.confidence for one in inside) / len(inside)
    right = sum(one.right for one in inside) / len(inside)
    return f"{len(inside):>10}{expected:>10.3f}{right:>10.3f}"


def _error(guesses: Sequence[Rated]) -> float:
    """Return the expected calibration error: the distance of expected and right, averaged over the bins' records."""
    off = 0.0
    for low, high in pairwise(_BINS):
        inside = [one for one in guesses if low <= one.confidence < high]
        off += abs(sum(one.confidence - one.right for one in inside))
    return off / len(guesses)


def weights_table(weights: dict[str, float], source: str) -> str:
    """Return the weights as ``rules/data/confidence.tsv``."""
    head = (
        "# What the traits of a record weigh in its confidence: the logistic regression that\n"
        f"# `unionie calibrate {source}` fits. A trait that is not here weighs nothing.\n"
        "id\tweight\n"
    )
    return head + "".join(f"{name}\t{weight}\n" for name, weight in weights.items())
