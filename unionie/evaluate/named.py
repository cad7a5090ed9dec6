"""Count what is right among awards, people, organizations, entities and what the report says of itself.

Enters: a GoldReport and its Extraction. Leaves: tallies and outcomes in a DocumentScore. Next: ``score``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import combinations
from typing import NamedTuple

from unionie.corpora import GoldEntity, GoldReport
from unionie.evaluate.match import contains_either, first_equal, plain
from unionie.evaluate.tally import DocumentScore, Outcome
from unionie.records import Award, Entity, Extraction, Organization, Person, Span

_GROUP = re.compile("(?<=[赛武会比])[^赛会]{1,14}$")


class _Named(NamedTuple):
    """An award or person, annotated or predicted: what it is compared by, how it is shown, where it stands."""

    key: tuple[str, ...]
    shown: str
    start: int
    end: int
    optional: bool = False
    rule: str = ""


def count_awards(score: DocumentScore, gold: GoldReport, awards: Sequence[Award]) -> None:
    """Count awards by recipient and honour, and their other fields.

    The group in which a contest was won (理科组, 女子200米, 团体总分) is part of its name to some and not to others: it
    counts neither way.
    """

    def key(recipient: str, award: str, rank: str | None) -> tuple[str, ...]:
        name = _GROUP.sub("", plain(award)) if rank else plain(award)
        return min(plain(name) for name in gold.names(recipient)), name

    def fields(index: int, number: int) -> dict[str, tuple[bool, str]]:
        want, award = gold.awards[index], awards[number]
        names = {plain(name) for name in gold.names(want.affiliation)} or {""}
        return {
            "affiliation": (plain(award.affiliation) in names, f"{award.affiliation} ≠ {want.affiliation}"),
            "level": (award.level == want.level, f"{award.level} ≠ {want.level}"),
            "rank": (plain(award.rank) == plain(want.rank), f"{award.rank} ≠ {want.rank}"),
            "year": (award.year == want.year, f"{award.year} ≠ {want.year}"),
            "type": (
                want.recipient_type in (None, award.recipient_type),
                f"{award.recipient_type} ≠ {want.recipient_type}",
            ),
        }

    wanted = [
        _Named(
            key(each.recipient, each.award, each.rank),
            f"{each.recipient} {each.award}",
            *_place(gold, each.recipient),
            each.optional,
        )
        for each in gold.awards
    ]
    found = [
        _Named(
            key(each.recipient, each.award, each.rank),
            f"{each.recipient} {each.award}",
            *_first((*each.mentions, each.evidence)),
            rule=each.rule,
        )
        for each in awards
    ]
    pairs = _count(score, ("award", "awards"), wanted, found, fields)
    for number, award in enumerate(awards):
        if number not in pairs or not gold.awards[pairs[number]].optional:
            score.rate(award, right=number in pairs)


def count_people(score: DocumentScore, gold: GoldReport, people: Sequence[Person]) -> None:
    """Count people by name, with organization and titles, and role where it is annotated."""

    def fields(index: int, number: int) -> dict[str, tuple[bool, str]]:
        want, person = gold.people[index], people[number]
        titles, names = "、".join(person.titles), {plain(name) for name in gold.names(want.organization)} or {""}
        right = contains_either(titles, want.title) if want.title else not titles
        checks = {
            "organization": (plain(person.organization) in names, f"{person.organization} ≠ {want.organization}"),
            "titles": (right, f"{titles or None} ≠ {want.title}"),
        }
        if want.role is not None:
            checks["role"] = (person.role == want.role, f"{person.role} ≠ {want.role}")
        return checks

    wanted = [_Named((plain(each.name),), each.name, *_place(gold, each.name), each.optional) for each in gold.people]
    found = [_Named((plain(each.name),), each.name, *_first(each.mentions)) for each in people]
    _count(score, ("person", "people"), wanted, found, fields)


def _count(
    score: DocumentScore,
    kind: tuple[str, str],
    wanted: list[_Named],
    found: list[_Named],
    fields: Callable[[int, int], dict[str, tuple[bool, str]]],
) -> dict[int, int]:
    """Count what is found, and return for each found one that is wanted which it is."""
    pairs = dict(first_equal([each.key for each in wanted], [each.key for each in found]))
    for index, want in enumerate(wanted):
        if want.optional:
            continue
        status, detail = "missed", ""
        if index in pairs:
            checks = fields(index, pairs[index])
            for name, (right, _) in checks.items():
                score.add_field(f"{kind[0]} {name}", right)
            detail = "; ".join(f"{name} {shown}" for name, (right, shown) in checks.items() if not right)
            status = "wrong" if detail else "right"
        score.outcomes.append(Outcome(kind[0], want.shown, want.start, want.end, status, detail))
    used = set(pairs.values())
    for number, spare in enumerate(found):
        if number not in used:
            rule = f"[{spare.rule}]" if spare.rule else ""
            score.outcomes.append(Outcome(kind[0], f"+{spare.shown}", spare.start, spare.end, "spurious", rule))
    hits = sum(not wanted[index].optional for index in pairs)
    score.add(kind[1], hits, hits + len(found) - len(used), sum(not each.optional for each in wanted))
    return {number: index for index, number in pairs.items()}


def _place(gold: GoldReport, words: str) -> tuple[int, int]:
    start = gold.text.find(words)
    return (start, start + len(words)) if start >= 0 else (0, 0)


def _first(spans: Sequence[Span]) -> tuple[int, int]:
    return (spans[0].start, spans[0].end) if spans else (0, 0)


def count_entities(score: DocumentScore, gold: GoldReport, entities: Sequence[Entity], labels: frozenset[str]) -> None:
    """Count entities of the annotated ``labels`` by exact place; what lies over an optional one is left out."""
    wanted = {(entity.start, entity.end, entity.label) for entity in gold.entities if not entity.optional}
    optional = [entity for entity in gold.entities if entity.optional]
    found = {
        (entity.start, entity.end, entity.label)
        for entity in entities
        if entity.label in labels
        and ((entity.start, entity.end, entity.label) in wanted or not any(_over(entity, spare) for spare in optional))
    }
    for label in sorted(labels):
        ours, theirs = ({row for row in rows if row[2] == label} for rows in (found, wanted))
        score.add(f"entities {label}", len(ours & theirs), len(ours), len(theirs))
    score.add("entities", len(found & wanted), len(found), len(wanted))
    for status, these in (("right", found & wanted), ("missed", wanted - found), ("spurious", found - wanted)):
        for start, end, label in sorted(these):
            score.outcomes.append(Outcome(label, f"{start}:{end}", start, end, status))


def _over(entity: Entity, spare: GoldEntity) -> bool:
    return spare.label == entity.label and spare.start < entity.end and entity.start < spare.end


def count_organizations(score: DocumentScore, gold: GoldReport, organizations: Sequence[Organization]) -> None:
    """Count distinct names of organizations, and the pairs of names that are names of one.

    Wanted are those annotated as ORG; found, all mentions of the records.
    """
    wanted = {plain(entity.text) for entity in gold.entities if entity.label == "ORG" and not entity.optional}
    spare = {plain(entity.text) for entity in gold.entities if entity.optional} - wanted
    found = {plain(span.text) for record in organizations for span in record.mentions} - spare
    score.add("organizations", len(wanted & found), len(found), len(wanted))
    groups = [frozenset(map(plain, group)) for group in gold.aliases]
    grouped = frozenset[str]().union(*groups)
    same = {pair for group in groups for pair in combinations(sorted(group & wanted), 2)}
    records = [{plain(span.text) for span in record.mentions} & wanted for record in organizations]
    merged = {pair for names in records for pair in combinations(sorted(names), 2) if grouped & set(pair)}
    score.add("names merged", len(same & merged), len(merged), len(same))
    for status, these in (("missed", same - merged), ("spurious", merged - same)):
        for one, other in sorted(these):
            score.outcomes.append(Outcome("name", f"{one}={other}", *_place(gold, one), status, f"{one} = {other}"))


def count_metadata(score: DocumentScore, gold: GoldReport, extraction: Extraction) -> None:
    """Compare title, authors, region and date of publication."""
    pairs = {
        "title": (plain(extraction.title), plain(gold.title)),
        "authors": (sorted(map(plain, extraction.authors)), sorted(map(plain, gold.authors))),
        "region": (plain(extraction.region), plain(gold.region)),
        "published": (extraction.published, gold.published),
    }
    for name, (found, wanted) in pairs.items():
        score.add_field(f"report {name}", found == wanted)
        detail = "" if found == wanted else f"{found!r} ≠ {wanted!r}"
        score.outcomes.append(Outcome(f"report {name}", name, 0, 0, "wrong" if detail else "right", detail))
