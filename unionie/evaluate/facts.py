"""Count what is right among the facts of one report.

Enters: a GoldReport and its Extraction. Leaves: tallies and outcomes in a DocumentScore. Next: ``score``.
"""

from __future__ import annotations

from itertools import combinations

from unionie.corpora import GoldReport
from unionie.evaluate.match import OTHERS, QUANTITY, FactMatch, match_facts, right_fields
from unionie.evaluate.tally import DocumentScore, Outcome
from unionie.records import Extraction, Fact


def count_facts(score: DocumentScore, gold: GoldReport, extraction: Extraction) -> None:
    """Count facts found, right by levels and by field, and repeats merged."""
    match = match_facts(gold, extraction)
    pairs = [(index, statement) for index, statement in match.pairs if not gold.facts[index].optional]
    predicted, wanted = len(pairs) + len(match.spurious), len(pairs) + len(match.missed)
    score.add("facts found", len(pairs), predicted, wanted)
    score.add("facts found, near places too", len(pairs) + len(match.near), predicted, wanted)
    levels = dict.fromkeys(("quantity right", "quantity and indicator right", "all fields right"), 0)
    for index, statement in pairs:
        right = right_fields(gold, index, statement.fact, extraction)
        for name, value in right.items():
            score.add_field(f"fact {name}", value)
        quantity = all(right[name] for name in QUANTITY)
        core = quantity and right["indicator"]
        score.add(f"rule {statement.fact.rule}", int(core), 1, 0)
        score.rate(statement.fact, core)
        levels["quantity right"] += quantity
        levels["quantity and indicator right"] += core
        levels["all fields right"] += core and all(right.get(name, True) for name in OTHERS)
        score.outcomes.append(_fact_outcome(gold, index, statement.fact, right))
    for name, count in levels.items():
        score.add(name, count, predicted, wanted)
    for index in match.missed:
        fact = gold.facts[index]
        detail = f"{fact.value} {fact.unit} {fact.indicator}"
        score.outcomes.append(Outcome("fact", f"{fact.start}:{fact.end}", fact.start, fact.end, "missed", detail))
    for extra, span in match.spurious:
        score.add(f"rule {extra.rule}", 0, 1, 0)
        score.rate(extra, right=False)
        detail = f"{extra.value} {extra.unit} {extra.indicator} [{extra.rule}]"
        score.outcomes.append(Outcome("fact", f"+{span.start}:{span.end}", span.start, span.end, "spurious", detail))
    _count_repeats(score, gold, match)


def _fact_outcome(gold: GoldReport, index: int, fact: Fact, right: dict[str, bool]) -> Outcome:
    want = gold.facts[index]
    wrong = [name for name, value in right.items() if not value and (name in QUANTITY + OTHERS or name == "indicator")]
    detail = "; ".join(f"{name} {_shown(fact, name)} ≠ {_wanted(gold, index, name)}" for name in wrong)
    if wrong and fact.rule:
        detail += f" [{fact.rule}]"
    status = "wrong" if wrong else "right"
    return Outcome("fact", f"{want.start}:{want.end}", want.start, want.end, status, detail)


def _shown(fact: Fact, name: str) -> str:
    if name == "period" and fact.period is not None:
        return f"{fact.period.start}/{fact.period.end}"
    if name == "subject" and fact.subject_full not in (None, fact.subject):
        return f"{fact.subject} ({fact.subject_full})"
    return str(getattr(fact, name))


def _wanted(gold: GoldReport, index: int, name: str) -> str:
    want = gold.facts[index]
    if name == "period" and want.period is not None:
        return "/".join(want.period)
    if name == "part_of" and want.part_of is not None:
        total = gold.facts[want.part_of]
        return f"{total.indicator} {gold.text[total.start : total.end]!r}"
    if name == "indicator":
        conditions = "".join(f" +{need}" for need in want.must) + "".join(f" -{ban}" for ban in want.must_not)
        return f"{want.indicator} ({conditions.strip()})"
    return str(getattr(want, name))


def _count_repeats(score: DocumentScore, gold: GoldReport, match: FactMatch) -> None:
    pairs = [(index, statement) for index, statement in match.pairs if not gold.facts[index].optional]
    statements = [index for index, fact in enumerate(gold.facts) if not fact.optional]
    wanted = {pair for pair in combinations(statements, 2) if gold.root(pair[0]) == gold.root(pair[1])}
    merged = {(a[0], b[0]) for a, b in combinations(pairs, 2) if a[1].fact is b[1].fact}
    score.add("repeats merged", len(wanted & merged), len(merged), len(wanted))
    for status, these in (("missed", wanted - merged), ("spurious", merged - wanted)):
        for first, second in sorted(these):
            a, b = gold.facts[first], gold.facts[second]
            detail = f"{gold.text[a.start : a.end]!r} at {a.start} and {gold.text[b.start : b.end]!r} at {b.start}"
            score.outcomes.append(Outcome("repeat", f"{a.start}={b.start}", b.start, b.end, status, detail))
