"""How sure a record is: what kind it is of, weighed as measured on annotated reports.

Enters: a Fact or Award. Leaves: it with its ``confidence``, or without what is below a threshold. Next: ``Extraction``.

The weights are ``rules/data/confidence.tsv``, a logistic regression over the traits below that ``unionie calibrate``
fits; a trait that it has not seen weighs nothing.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import TypeVar

from unionie.records import Award, Fact
from unionie.rules import load_table

__all__ = ["drop_unsure", "find_traits", "rate", "weigh", "weigh_up"]

R = TypeVar("R", Fact, Award)
_TRAITS = {"fact": ("rule", "length", "measure", "unit", "concept"), "award": ("rule", "length", "recipient")}
_LENGTHS = ((1, "1"), (2, "2"), (4, "3-4"), (8, "5-8"), (12, "9-12"))  # characters of an indicator or honour


def find_traits(record: Fact | Award) -> tuple[str, ...]:
    """Return what the record's confidence depends on, the constant trait first.

    >>> from unionie import extract
    >>> find_traits(extract("新建工会36家。").facts[0])
    ('fact', 'fact rule=facts.left', 'fact length=3-4', 'fact measure=level', 'fact unit=yes', 'fact concept=yes')
    """
    return _name_traits(*_values(record))


def _values(record: Fact | Award) -> tuple[str, ...]:
    """Return the kind of the record and the values of its traits, in the order of ``_TRAITS``."""
    if isinstance(record, Award):
        return "award", record.rule, _length(record.award), record.recipient_type
    unit, concept = "no" if record.unit is None else "yes", "no" if record.concept is None else "yes"
    return "fact", record.rule, _length(record.indicator), record.measure, unit, concept


def _name_traits(kind: str, *values: str) -> tuple[str, ...]:
    return kind, *(f"{kind} {name}={value}" for name, value in zip(_TRAITS[kind], values, strict=True))


def _length(words: str) -> str:
    return next((name for most, name in _LENGTHS if len(words) <= most), "13-")


def rate(records: Iterable[R]) -> tuple[R, ...]:
    """Return the records with their confidence."""
    return tuple(replace(record, confidence=weigh_up(record)) for record in records)


def weigh_up(record: Fact | Award) -> float:
    """Return the confidence of a record."""
    return _confidence(*_values(record))


@lru_cache(maxsize=4096)  # records are of few kinds
def _confidence(kind: str, *values: str) -> float:
    weights = _weights()
    return _squash(sum(weights.get(trait, 0.0) for trait in _name_traits(kind, *values)))


def weigh(trait: str) -> float:
    """Return what a trait adds to the log-odds, 0 for one that is not known."""
    return _weights().get(trait, 0.0)


def _squash(weight: float) -> float:
    return round(1 / (1 + math.exp(-weight)), 3)


@cache
def _weights() -> dict[str, float]:
    return {row["id"]: float(row["weight"]) for row in load_table("confidence")}


def drop_unsure(facts: Sequence[Fact], least: float) -> tuple[Fact, ...]:
    """Return the facts whose confidence is at least ``least``; a part whose total goes is a part no more."""
    kept = [fact for fact in facts if fact.confidence >= least]
    ids = {fact.id for fact in kept}
    return tuple(fact if fact.part_of in ids or fact.part_of is None else replace(fact, part_of=None) for fact in kept)
