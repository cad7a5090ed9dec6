"""What counting yields: tallies and outcomes per report, and the scores of a collection with their intervals.

Enters: nothing. Leaves: Tally, Outcome, Rated, DocumentScore, Scores. ``facts`` and ``named`` fill them, ``show`` and
``calibrate`` read them.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from unionie.records import Award, Fact

RESAMPLES = 1000


class Tally(NamedTuple):
    """How many are right, of how many predicted, of how many annotated."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        """Share of the predicted that is right; 1 when nothing was predicted and nothing is there to find."""
        return self.right / self.predicted if self.predicted else float(not self.gold)

    @property
    def recall(self) -> float:
        """Share of the annotated that is right; 1 when there is nothing to find."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; for a field, its accuracy."""
        total = self.predicted + self.gold
        return 2 * self.right / total if total else 1.0

    def plus(self, other: Tally) -> Tally:
        """Return the sum of two tallies."""
        return Tally(self.right + other.right, self.predicted + other.predicted, self.gold + other.gold)


class Interval(NamedTuple):
    """The middle 95% of a score when reports are drawn anew."""

    low: float
    high: float


class Outcome(NamedTuple):
    """What became of one record: ``status`` is right, missed, spurious or wrong; ``detail`` names the fields."""

    kind: str
    key: str
    start: int
    end: int
    status: str
    detail: str = ""


class Rated(NamedTuple):
    """A predicted record, the confidence that it was given, and whether it is right."""

    record: Fact | Award
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class DocumentScore:
    """The tallies and outcomes of one report, and its predicted records."""

    id: str
    genre: str
    text: str
    tallies: dict[str, Tally] = field(default_factory=dict)
    outcomes: list[Outcome] = field(default_factory=list)
    rated: list[Rated] = field(default_factory=list)

    def add(self, name: str, right: int, predicted: int, gold: int) -> None:
        """Count into the tally ``name``."""
        self.tallies[name] = self.tallies.get(name, Tally()).plus(Tally(right, predicted, gold))

    def add_field(self, name: str, right: bool) -> None:
        """Count one comparison of a field."""
        self.add(name, int(right), 1, 1)

    def rate(self, record: Fact | Award, right: bool) -> None:
        """Note whether a predicted record is right."""
        self.rated.append(Rated(record, record.confidence, right))


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of a collection, report by report."""

    documents: list[DocumentScore]

    @property
    def rated(self) -> list[Rated]:
        """Return every predicted record with its confidence and whether it is right."""
        return [one for document in self.documents for one in document.rated]

    def totals(self, genre: str | None = None) -> dict[str, Tally]:
        """Return the tallies summed over all reports, or over those of one genre."""
        return _sum(document for document in self.documents if genre in (None, document.genre))

    def genres(self) -> list[str]:
        """Return the genres that occur, sorted."""
        return sorted({document.genre for document in self.documents})

    def intervals(self, *, resamples: int = RESAMPLES, seed: int = 0) -> dict[str, Interval]:
        """Return a 95% bootstrap interval of every F1 or accuracy; the same seed gives the same figures."""
        names = sorted(self.totals())
        chance = random.Random(seed)  # noqa: S311  # resampling, no secret
        rows = {name: [document.tallies.get(name, Tally()) for document in self.documents] for name in names}
        numbers = range(len(self.documents))
        draws: dict[str, list[float]] = {name: [] for name in names}
        for _ in range(resamples):
            drawn = chance.choices(numbers, k=len(numbers)) if numbers else []
            for name, tallies in rows.items():
                right = sum(tallies[number].right for number in drawn)
                total = sum(tallies[number].predicted + tallies[number].gold for number in drawn)
                draws[name].append(2 * right / total if total else 1.0)
        return {name: _middle(sorted(values)) for name, values in draws.items()}


def _sum(documents: Iterable[DocumentScore]) -> dict[str, Tally]:
    totals: dict[str, Tally] = {}
    for document in documents:
        for name, tally in document.tallies.items():
            totals[name] = totals.get(name, Tally()).plus(tally)
    return totals


def _middle(values: list[float]) -> Interval:
    return Interval(values[int(0.025 * len(values))], values[min(int(0.975 * len(values)), len(values) - 1)])
