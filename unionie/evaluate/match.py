"""Pair predicted statements with annotated ones by their place in the text, and compare the fields of a pair.

Enters: a GoldReport and an Extraction. Leaves: FactMatch and, for each pair, which fields are right.
Next: ``score``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from unionie.corpora import GoldFact, GoldReport
from unionie.records import Extraction, Fact, Span

QUANTITY = ("value", "high", "unit", "precision")
OTHERS = ("measure", "direction", "modality", "period", "as_of", "part_of", "subject")
_QUOTES = str.maketrans("", "", "“”‘’「」『』《》\"' \u3000\n")
_CLOSE = Decimal("0.00001")


class Statement(NamedTuple):
    """One place at which a predicted fact is stated."""

    fact: Fact
    span: Span


@dataclass(frozen=True, slots=True)
class FactMatch:
    """``pairs`` stand at the same place; ``near`` overlap with equal values; the rest is missed or spurious.

    Predictions at or over an optional annotation are in ``pairs`` or in none of the lists.
    """

    pairs: list[tuple[int, Statement]]
    near: list[tuple[int, Statement]]
    missed: list[int]
    spurious: list[Statement]


def match_facts(gold: GoldReport, extraction: Extraction) -> FactMatch:
    """Return the pairing of annotated statements with predicted ones."""
    statements = [Statement(fact, span) for fact in extraction.facts for span in fact.mentions]
    candidates = _same_place(gold, statements)
    candidates.sort(key=lambda pair: -sum(right_fields(gold, pair[0], statements[pair[1]].fact, extraction).values()))
    used_gold: dict[int, int] = {}
    used: set[int] = set()
    for index, number in candidates:
        if index not in used_gold and number not in used:
            used_gold[index] = number
            used.add(number)
    missed = [index for index in range(len(gold.facts)) if index not in used_gold]
    spurious = [statement for number, statement in enumerate(statements) if number not in used]
    optional = [fact for fact in gold.facts if fact.optional]
    spurious = [spare for spare in spurious if not any(overlap(fact, spare.span) for fact in optional)]
    return FactMatch(
        pairs=[(index, statements[number]) for index, number in sorted(used_gold.items())],
        near=_near(gold, missed, spurious),
        missed=[index for index in missed if not gold.facts[index].optional],
        spurious=spurious,
    )


def _same_place(gold: GoldReport, statements: list[Statement]) -> list[tuple[int, int]]:
    places: dict[tuple[int, int], list[int]] = {}
    for number, statement in enumerate(statements):
        places.setdefault((statement.span.start, statement.span.end), []).append(number)
    return [
        (index, number) for index, fact in enumerate(gold.facts) for number in places.get((fact.start, fact.end), ())
    ]


def _near(gold: GoldReport, missed: list[int], spurious: list[Statement]) -> list[tuple[int, Statement]]:
    near = []
    left = list(spurious)
    for index in missed:
        fact = gold.facts[index]
        if fact.optional:
            continue
        for statement in left:
            if overlap(fact, statement.span) and right_value(fact, statement.fact):
                near.append((index, statement))
                left.remove(statement)
                break
    return near


def overlap(fact: GoldFact, span: Span) -> bool:
    """Return whether the annotated mention and the span share a character."""
    return fact.start < span.end and span.start < fact.end


def right_fields(gold: GoldReport, index: int, fact: Fact, extraction: Extraction) -> dict[str, bool]:
    """Return, for each field that the annotation states, whether the predicted fact has it right."""
    want = gold.facts[index]
    said = gold.statements(index)  # a record has one unit and one subject, where its repeats may say 65名 and 65个
    period = None if fact.period is None else (fact.period.start, fact.period.end)
    signed = want.alt_value is not None and same_number(fact.value, want.alt_value)
    right = {
        "value": right_value(want, fact),
        "high": same_number(fact.high, want.high),
        "unit": any((fact.unit or None) in (each.unit, *each.unit_alt) for each in said),
        "precision": fact.precision in {each.precision for each in said},
        "indicator": right_indicator(want, fact.indicator),
        "measure": fact.measure == want.measure,
        "direction": fact.direction == want.direction or (signed and fact.direction is None),
        "modality": fact.modality == want.modality,
        "period": period == want.period,
        "as_of": fact.as_of == want.as_of,
        "part_of": _right_total(gold, want, fact, extraction),
    }
    if want.subject is not None:
        stated = (name for each in said for name in (each.subject, each.subject_full))
        names = {plain(name) for name in gold.names(*stated)}
        right["subject"] = any(name is not None and plain(name) in names for name in (fact.subject, fact.subject_full))
    if want.base is not None:
        right["baseline"] = fact.baseline is not None and contains_either(fact.baseline, want.base)
    if want.currency is not None:
        right["unit_code"] = fact.unit_code == want.currency
    return right


def right_value(want: GoldFact, fact: Fact) -> bool:
    """Return whether the value is the annotated one (or its other accepted form)."""
    return same_number(fact.value, want.value) or (
        want.alt_value is not None and same_number(fact.value, want.alt_value)
    )


def same_number(a: Decimal | None, b: Decimal | None) -> bool:
    """Return whether two numbers are equal, up to one part in 100,000 (三分之二 → 66.6667)."""
    if a is None or b is None:
        return a is b
    return a == b or abs(a - b) <= _CLOSE * abs(b)


def right_indicator(want: GoldFact, indicator: str) -> bool:
    """Return whether the indicator contains all of ``must`` (``a|b``: either) and none of ``must_not``."""
    bare = "".join(indicator.split())
    return all(any(part in bare for part in need.split("|")) for need in want.must) and not any(
        ban in bare for ban in want.must_not
    )


def _right_total(gold: GoldReport, want: GoldFact, fact: Fact, extraction: Extraction) -> bool:
    if want.part_of is None or fact.part_of is None:
        return want.part_of is None and fact.part_of is None
    places = {(other.start, other.end) for other in gold.statements(want.part_of)}
    totals = (total for total in extraction.facts if total.id == fact.part_of)
    return any((span.start, span.end) in places for total in totals for span in total.mentions)


def plain(name: str | None) -> str:
    """Return a name without quotation marks and spaces, for comparison."""
    return (name or "").translate(_QUOTES)


def contains_either(a: str, b: str) -> bool:
    """Return whether one of two texts contains the other, quotation marks and spaces aside."""
    a, b = plain(a), plain(b)
    return bool(a) and bool(b) and (a in b or b in a)


def first_equal(wanted: Iterable[tuple[str, ...]], found: Iterable[tuple[str, ...]]) -> list[tuple[int, int]]:
    """Return index pairs of equal keys, each index used once, in order."""
    places: dict[tuple[str, ...], list[int]] = {}
    for number, key in enumerate(found):
        places.setdefault(key, []).append(number)
    return [(index, places[key].pop(0)) for index, key in enumerate(wanted) if places.get(key)]
