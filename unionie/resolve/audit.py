"""First arithmetic audit: figures of a report that cannot all be right.

Enters: the facts of a report. Leaves: notices with their evidence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from unionie.records.models import Fact, Notice
from unionie.records.spans import Span


def audit(facts: Sequence[Fact]) -> tuple[Notice, ...]:
    """Return what a reader should know: parts beyond totals, repeats that disagree, growth that does not fit."""
    return (*_parts_exceed(facts), *_repeats_disagree(facts), *_growth_contradicts(facts))


def _parts_exceed(facts: Sequence[Fact]) -> Iterator[Notice]:
    parts: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.part_of and fact.measure == "level":
            parts[fact.part_of].append(fact)
    for total in facts:
        members = [part for part in parts.get(total.id, []) if part.unit == total.unit]
        sum_ = sum((part.value for part in members), Decimal(0))
        if members and total.precision == "exact" and sum_ > total.value:
            evidence = tuple(fact.mentions[0] for fact in (total, *members))
            words = "、".join(part.mentions[0].text for part in members)
            yield Notice(
                kind="parts_exceed_total",
                message=f"{total.indicator}的各部分（{words}）合计{sum_:f}，超过总数{total.mentions[0].text}",
                evidence=evidence,
            )


def _repeats_disagree(facts: Sequence[Fact]) -> Iterator[Notice]:
    """Yield a notice where one indicator of one subject and period has two exact levels in two sentences."""
    stated: dict[tuple[object, ...], Fact] = {}
    for fact in facts:
        if fact.measure != "level" or fact.precision != "exact" or fact.modality != "actual" or fact.period is None:
            continue
        if fact.rule in ("facts.from", "facts.to", "facts.compared", "facts.aligned", "facts.inherited"):
            continue
        key = (
            fact.indicator,
            fact.unit,
            fact.subject_full or fact.subject,
            fact.period.start,
            fact.period.end,
            fact.section,
        )
        first = stated.setdefault(key, fact)
        if first.value != fact.value and first.evidence != fact.evidence:
            yield Notice(
                kind="repeat_disagrees",
                message=f"{fact.indicator}前后不一致：{first.mentions[0].text}，{fact.mentions[0].text}",
                evidence=(first.mentions[0], fact.mentions[0]),
            )


def _growth_contradicts(facts: Sequence[Fact]) -> Iterator[Notice]:
    """Yield a notice where two stated levels and a stated rate of change between them do not fit."""
    for index, rate in enumerate(facts):
        if rate.measure != "change" or rate.unit != "%" or rate.precision != "exact":
            continue
        near = [f for f in facts[max(0, index - 3) : index + 3] if _same_series(f, rate)]
        earlier = [f for f in near if f.rule in ("facts.from", "facts.compared")]
        later = [f for f in near if f.rule not in ("facts.from", "facts.compared")]
        if len(earlier) != 1 or len(later) != 1 or not earlier[0].value or earlier[0].unit != later[0].unit:
            continue
        actual = (later[0].value - earlier[0].value) / earlier[0].value * 100
        stated = -rate.value if rate.direction == "decrease" else rate.value
        if abs(actual - stated) > Decimal("0.5") + abs(stated) / 50:
            spans: tuple[Span, ...] = (earlier[0].mentions[0], later[0].mentions[0], rate.mentions[0])
            yield Notice(
                kind="growth_contradicts_levels",
                message=f"{rate.indicator}由{spans[0].text}到{spans[1].text}应为{actual:.1f}%，文中为{spans[2].text}",
                evidence=spans,
            )


def _same_series(fact: Fact, rate: Fact) -> bool:
    return fact.measure == "level" and fact.indicator == rate.indicator and fact.evidence == rate.evidence
