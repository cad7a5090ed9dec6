"""Annotated reports as Extractions, to be viewed, exported or scored like the pipeline's own.

Enters: a GoldReport. Leaves: an Extraction. Next: ``unionie.view``, ``unionie.io``, tests of ``unionie.evaluate``.
"""

from __future__ import annotations

import re
from typing import Any

from unionie.corpora.gold import GoldFact, GoldReport
from unionie.records import Award, Entity, Extraction, Fact, Organization, Period, Person, Span

_BREAKS = "。！？；\n"


def to_extraction(gold: GoldReport) -> Extraction:
    """Return the annotations as an Extraction: repeats as mentions of one fact, optional entries included."""
    statements: dict[int, list[Span]] = {}
    for index, fact in enumerate(gold.facts):
        span = Span(fact.start, fact.end, gold.text[fact.start : fact.end])
        statements.setdefault(gold.root(index), []).append(span)
    return Extraction(
        text=gold.text,
        source=gold.id,
        title=gold.title,
        authors=gold.authors,
        published=gold.published,
        region=gold.region,
        facts=tuple(_fact(gold, index, sorted(spans)) for index, spans in statements.items()),
        awards=tuple(_award(gold, index) for index in range(len(gold.awards))),
        people=tuple(_person(gold, index) for index in range(len(gold.people))),
        organizations=_organizations(gold),
        entities=tuple(_entity(entity) for entity in gold.entities),
    )


def sentence_span(text: str, start: int, end: int) -> Span:
    """Return the sentence around ``start:end``: from the stop or line end before it to the one behind it."""
    first = max(text.rfind(mark, 0, start) for mark in _BREAKS) + 1
    lasts = [found for mark in _BREAKS if (found := text.find(mark, end)) >= 0]
    last = min(lasts) + 1 if lasts else len(text)
    sentence = text[first:last]
    first += len(sentence) - len(sentence.lstrip())
    return Span(first, first + len(sentence.strip()), sentence.strip())


def _fact(gold: GoldReport, index: int, mentions: list[Span]) -> Fact:
    fact = gold.facts[index]
    fields: dict[str, Any] = {
        name: getattr(fact, name)
        for name in ("indicator", "value", "high", "unit", "precision", "measure", "direction", "modality")
    }
    return Fact(
        id=f"f{index}",
        unit_code=fact.currency,
        baseline=fact.base,
        subject=fact.subject,
        subject_full=fact.subject_full,
        period=_period(fact),
        as_of=fact.as_of,
        part_of=None if fact.part_of is None else f"f{gold.root(fact.part_of)}",
        mentions=tuple(mentions),
        evidence=sentence_span(gold.text, fact.start, fact.end),
        rule="gold",
        **fields,
    )


def _period(fact: GoldFact) -> Period | None:
    return None if fact.period is None else Period(start=fact.period[0], end=fact.period[1])


def _award(gold: GoldReport, index: int) -> Award:
    award = gold.awards[index]
    mentions = _find(gold.text, award.recipient)
    spot = mentions[-1] if mentions else Span(0, 1, gold.text[:1])
    fields: dict[str, Any] = {
        name: getattr(award, name) for name in ("recipient", "affiliation", "award", "rank", "level", "year")
    }
    return Award(
        id=f"a{index}",
        recipient_type=award.recipient_type or "organization",  # type: ignore[arg-type]  # checked by corpora check
        mentions=mentions,
        evidence=sentence_span(gold.text, spot.start, spot.end),
        rule="gold",
        **fields,
    )


def _person(gold: GoldReport, index: int) -> Person:
    person = gold.people[index]
    titles = tuple(person.title.split("、")) if person.title else ()
    role: Any = person.role or ("author" if person.name in gold.authors else "other")
    return Person(
        id=f"p{index}",
        name=person.name,
        organization=person.organization,
        titles=titles,
        role=role,
        mentions=_find(gold.text, person.name),
    )


def _organizations(gold: GoldReport) -> tuple[Organization, ...]:
    groups: dict[str, list[Span]] = {}
    for entity in gold.entities:
        if entity.label == "ORG":
            spans = groups.setdefault(max(gold.names(entity.text), key=lambda name: (len(name), name)), [])
            spans.append(Span(entity.start, entity.end, entity.text))
    return tuple(
        Organization(
            id=f"o{number}",
            name=spans[0].text,
            full_name=None if full_name == spans[0].text else full_name,
            aliases=tuple(dict.fromkeys(span.text for span in spans if span.text != spans[0].text)),
            mentions=tuple(spans),
        )
        for number, (full_name, spans) in enumerate(groups.items())
    )


def _find(text: str, name: str) -> tuple[Span, ...]:
    pattern = r"[ \u3000]*".join(re.escape(character) for character in name)
    return tuple(Span(match.start(), match.end(), match.group()) for match in re.finditer(pattern, text))


def _entity(entity: Any) -> Entity:
    return Entity(text=entity.text, start=entity.start, end=entity.end, label=entity.label)
