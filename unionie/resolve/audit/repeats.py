"""One statement made twice with different values.

Enters: facts. Leaves: Notices. Next: ``audit``.

Only two statements in different sentences that agree in what, whose, when and how much about, are one statement: a
short name (支出, 奖金) may mean many things, and figures far apart measure different things.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from unionie.records import Fact, Notice
from unionie.resolve.audit.figures import bounds, same_unit, words
from unionie.resolve.repeats import overlap

__all__ = ["find_differing_headlines", "find_differing_repeats"]

_LINKED = ("facts.from", "facts.to", "facts.compared", "facts.aligned", "facts.inherited")
_NAMED = 4  # characters of an indicator that says what it measures
_FAR = Decimal("1.5")
_ALIKE = 0.75  # share of the characters of a headline's indicator that stand in the body's
_DIGITS = 2  # of a figure that a headline quotes from the body


def find_differing_repeats(facts: Sequence[Fact]) -> Iterator[Notice]:
    """Yield a notice where one indicator of one subject and period has two values in two sentences."""
    stated: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        if _is_compared(fact):
            stated[_key(fact)].append(fact)
    for same in stated.values():
        if len(same) == 2 and _differ(*same):
            one, other = same
            message = f"{one.indicator}前后不一：一处为{words(one)}，一处为{words(other)}"
            yield Notice(kind="repeat_disagrees", message=message, evidence=(one.mentions[0], other.mentions[0]))


def find_differing_headlines(heads: Sequence[Fact], body: Sequence[Fact]) -> Iterator[Notice]:
    """Yield a notice where a headline gives another figure than the one statement of the body that it sums up."""
    for fact in heads:
        if len(fact.mentions) > 1 or not _is_plain(fact) or len(str(fact.value).strip("0.")) < _DIGITS:
            continue
        alike = [other for other in body if _is_alike(fact, other)]
        if len(alike) == 1 and _differ(fact, alike[0]):
            message = f"标题中{fact.indicator}为{words(fact)}，正文中为{words(alike[0])}"
            evidence = (fact.mentions[0], alike[0].mentions[0])
            yield Notice(kind="repeat_disagrees", message=message, evidence=evidence)


def _is_alike(fact: Fact, other: Fact) -> bool:
    near = not fact.period or not other.period or fact.period.end[:4] == other.period.end[:4]
    names = overlap(fact.indicator, other.indicator) >= _ALIKE and len(fact.indicator) > 1
    return near and names and _is_plain(other) and same_unit(fact, other)


def _is_plain(fact: Fact) -> bool:
    exact = fact.precision == "exact" and fact.high is None and fact.modality == "actual"
    return exact and fact.measure == "level" and fact.unit not in (None, "%", "倍")


def _is_compared(fact: Fact) -> bool:
    plain = fact.measure == "level" and fact.precision == "exact" and fact.modality == "actual" and not fact.part_of
    dated = fact.period is not None or fact.as_of is not None
    named = fact.concept is not None or len(fact.indicator) >= _NAMED
    return plain and dated and named and fact.rule not in _LINKED


def _key(fact: Fact) -> tuple[object, ...]:
    period = (fact.period.start, fact.period.end) if fact.period else None
    return fact.concept or fact.indicator, fact.unit, fact.subject_full or fact.subject, period, fact.as_of


def _differ(one: Fact, other: Fact) -> bool:
    """Tell whether two figures cannot be one, rounded or not, and yet may be meant to be."""
    if one.evidence == other.evidence or one.rule == other.rule == "facts.table" or not one.value > 0 < other.value:
        return False
    first, second = bounds(one), bounds(other)
    apart = first.high < second.low or second.high < first.low
    return apart and max(one.value, other.value) < min(one.value, other.value) * _FAR
