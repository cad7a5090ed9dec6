"""Our own output as an annotation to correct: an Extraction becomes a record like those of the corpora.

Enters: an Extraction. Leaves: a record in plain JSON types. Next: ``exchange`` takes it to an annotation tool; what
comes back corrected is training data.
"""

from __future__ import annotations

import hashlib
from decimal import Decimal
from typing import Any, get_args

from unionie.records import Entity, Extraction, Fact, Period, models

__all__ = ["DRAFTED", "make_draft"]

DRAFTED = "unionie"  # the hand of a record that nobody has corrected
_USUAL = {"precision": "exact", "measure": "level", "modality": "actual"}


def make_draft(extraction: Extraction) -> dict[str, Any]:
    """Return the record of an extraction: one entry a mention, the first of each fact being the one repeated."""
    mentions = sorted(
        ((span.start, span.end, number) for number, fact in enumerate(extraction.facts) for span in fact.mentions),
    )
    first: dict[int, int] = {}
    for index, (_, _, number) in enumerate(mentions):
        first.setdefault(number, index)
    numbers = {fact.id: number for number, fact in enumerate(extraction.facts)}
    facts = []
    for index, (start, end, number) in enumerate(mentions):
        fact = extraction.facts[number]
        total = None if fact.part_of is None else first.get(numbers[fact.part_of])
        repeat = first[number] if first[number] != index else None
        facts.append({"start": start, "end": end, **_fact_fields(fact), **_stated(part_of=total, same_as=repeat)})
    return {
        "id": extraction.source or hashlib.sha1(extraction.text.encode("utf-8", "surrogatepass")).hexdigest()[:12],  # noqa: S324  a name, no secret
        "hand": DRAFTED,
        "labels": [label for label in get_args(models.EntityLabel) if label != "DATE"],
        **_stated(published=extraction.published, title=extraction.title, region=extraction.region),
        "authors": list(extraction.authors),
        "subject_aliases": _aliases(extraction),
        "facts": facts,
        "awards": [
            _stated(
                recipient=award.recipient,
                recipient_type=award.recipient_type,
                affiliation=award.affiliation,
                award=award.award,
                rank=award.rank,
                level=award.level,
                year=award.year,
            )
            for award in extraction.awards
        ],
        "people": [
            _stated(
                name=person.name,
                organization=person.organization,
                title="、".join(person.titles) or None,
                role=person.role,
            )
            for person in extraction.people
        ],
        "entities": [_entity(entity) for entity in extraction.entities if entity.label != "DATE"],
    }


def _fact_fields(fact: Fact) -> dict[str, Any]:
    stated = _stated(
        value=_number(fact.value),
        high=None if fact.high is None else _number(fact.high),
        unit=fact.unit,
        currency=fact.unit_code if fact.unit_code and fact.unit_code.isalpha() and len(fact.unit_code) == 3 else None,
        precision=fact.precision,
        indicator=fact.indicator,
        must=[fact.indicator],
        measure=fact.measure,
        direction=fact.direction,
        base=fact.baseline,
        modality=fact.modality,
        subject=fact.subject,
        subject_full=fact.subject_full,
        period=None if fact.period is None else _write_period(fact.period),
        as_of=fact.as_of,
    )
    return {key: value for key, value in stated.items() if _USUAL.get(key) != value}


def _number(value: Decimal) -> int | Decimal:
    return int(value) if value == value.to_integral_value() else value


def _write_period(period: Period) -> str:
    return period.start if period.start == period.end else f"{period.start}/{period.end}"


def _entity(entity: Entity) -> dict[str, Any]:
    return {"start": entity.start, "end": entity.end, "label": entity.label, "text": entity.text}


def _aliases(extraction: Extraction) -> dict[str, list[str]]:
    named = {}
    for organization in extraction.organizations:
        full = organization.full_name or organization.name
        others = dict.fromkeys([organization.name, *organization.aliases])
        if names := [name for name in others if name != full]:
            named[full] = names
    return named


def _stated(**fields: Any) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}
