"""The same statement made again: headline, lede and body are one fact with several mentions.

Enters: facts in text order. Leaves: groups of indexes that state one fact. Next: ``facts`` merges them.
"""

from __future__ import annotations

from collections.abc import Sequence

from unionie.records.models import Fact

_PEOPLE = frozenset(["人", "名", "位", "个"])


def group_repeats(facts: Sequence[Fact]) -> list[list[int]]:
    """Return groups of indexes of facts that say the same thing, in order of their first members."""
    groups: dict[tuple[object, ...], list[list[int]]] = {}
    order: list[list[int]] = []
    for index, fact in enumerate(facts):
        key = (fact.value, fact.high, fact.precision, fact.measure, fact.direction, _unit_class(fact))
        for group in groups.setdefault(key, []):
            if _same_statement(facts[group[0]], fact):
                group.append(index)
                break
        else:
            group = [index]
            groups[key].append(group)
            order.append(group)
    return order


def _unit_class(fact: Fact) -> str | None:
    return "人" if fact.unit in _PEOPLE else fact.unit


def _same_statement(one: Fact, other: Fact) -> bool:
    """Return whether two facts of one value measure the same: alike indicators, no conflict in time or place."""
    if one.evidence == other.evidence or one.baseline != other.baseline:
        return False
    if not _compatible(one, other):
        return False
    shared = overlap(one.indicator, other.indicator)
    digits = len(str(one.value).strip("0").replace(".", ""))
    return shared >= (0.5 if digits >= 3 else 0.65 if digits == 2 else 0.85)


def _compatible(one: Fact, other: Fact) -> bool:
    if one.as_of and other.as_of and one.as_of != other.as_of:
        return False
    if one.period and other.period:
        return one.period.start[:4] == other.period.start[:4] or one.period.end[:4] == other.period.end[:4]
    return True


def overlap(one: str, other: str) -> float:
    """Return the share of the shorter indicator's characters that stand in the longer one too."""
    short, long = sorted((one, other), key=len)
    if not short:
        return 0.0
    return sum(char in long for char in short) / len(short)
