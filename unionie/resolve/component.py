"""The spaCy component of resolution: frames to records.

Enters: a Doc with frames. Leaves: the same with ``doc._.extraction``. Next: ``io`` writes it, ``view`` shows it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

from spacy.language import Language
from spacy.tokens import Doc

from unionie.clean.types import CleanText
from unionie.doc import get_clean, get_frames, get_mentions, get_plain, get_source, get_times, set_extraction
from unionie.frames import Mention
from unionie.publication import estimate_day
from unionie.records import Award, Entity, Extraction, Organization, Period, Person, Section
from unionie.resolve.audit import audit
from unionie.resolve.bodies.evidence import is_above
from unionie.resolve.body import find_body
from unionie.resolve.confidence import drop_unsure, rate
from unionie.resolve.currencies import set_currency
from unionie.resolve.decisions import tells_of_year
from unionie.resolve.facts import build_facts
from unionie.resolve.honours import resolve_awards
from unionie.resolve.metadata import resolve_metadata
from unionie.resolve.names.full_names import full_names
from unionie.resolve.names.identities import build_directory
from unionie.resolve.organizations import resolve_organizations
from unionie.resolve.owners import free_area_figures, free_kinds, free_own_union, name_area, name_deciding
from unionie.resolve.periods import date_frames
from unionie.resolve.persons import employ, resolve_people, tell_lives
from unionie.resolve.region import resolve_region
from unionie.resolve.times.midnight import has_day
from unionie.resolve.times.plans import Heading
from unionie.resolve.times.review import review_period
from unionie.resolve.times.year_told import in_year, year_told
from unionie.rules import Row
from unionie.rules.ruleset import with_rules


@Language.factory("unionie_resolver", requires=["doc.spans"], default_config={"rules": None, "min_confidence": 0.0})
def create_resolver(
    nlp: Language,  # noqa: ARG001  spaCy's convention
    name: str,  # noqa: ARG001
    rules: dict[str, list[Row]] | None,
    min_confidence: float,
) -> Callable[[Doc], Doc]:
    """Return the component; ``rules`` are a user's rows by table (``RuleSet.to_plain``).

    Facts and awards whose confidence is below ``min_confidence`` are left out.
    """
    return with_rules(partial(resolve_doc, min_confidence=min_confidence), rules)


def resolve_doc(doc: Doc, *, min_confidence: float = 0.0) -> Doc:
    """Return the Doc with ``doc._.extraction``, the records of the report."""
    clean, frames, mentions = get_clean(doc), get_frames(doc), get_mentions(doc)
    times = [time for time in get_times(doc) if has_day(time)]
    known = get_plain(doc, "report") or {}
    headings = [
        Heading(start, end, until, clean.surface[start:end])
        for start, end, _, until in get_plain(doc, "sections") or ()
    ]
    region = resolve_region(clean, mentions, known.get("region"))
    directory = build_directory(clean, mentions, region)
    about = resolve_metadata(
        clean, mentions, frames.people, published=known.get("published"), publisher=known.get("publisher")
    )
    body = find_body(clean, mentions, frames.heads, directory)
    directory.take_body(body)
    people = resolve_people(frames.people, clean, directory)
    written = about.published or estimate_day(clean)
    if about.published is None and (year := _year_written(clean, written)):
        times = [in_year(time, written or f"{year}-12-31") for time in times]
    period = review_period(clean, times, frames.facts, written)
    least = max(min_confidence, known.get("min_confidence") or 0.0)
    honoured = partial(resolve_awards, frames.awards, clean, people, directory)
    awards = [award for award in rate(_in_years(honoured, clean, period, written)) if award.confidence >= least]
    people = employ(people, awards)
    directory.join_short_names()
    organizations = resolve_organizations(directory, clean)
    free_area_figures(frames.facts)
    name_deciding(clean, mentions, frames.facts)
    free_own_union(frames.facts, body)
    free_kinds(frames.facts, directory, body)
    name_area(clean, frames.heads, frames.facts, body, partial(is_above, directory=directory))
    set_currency(clean, frames.facts, region)
    dates = date_frames(clean, frames.facts, times, headings, period, written, tell_lives(clean, frames.people))
    facts = drop_unsure(build_facts(clean, frames.facts, dates, headings, full_names(directory, clean), body), least)
    extraction = Extraction(
        text=get_source(doc),
        source=known.get("source"),
        title=about.title,
        authors=about.authors,
        publisher=about.publisher,
        published=about.published,
        region=region,
        period=period,
        sections=_sections(doc, clean),
        facts=facts,
        awards=tuple(awards),
        people=tuple(people),
        organizations=tuple(organizations),
        entities=_entities(clean, mentions, awards, people, organizations),
        notices=audit(facts, awards, _headlines(clean)),
    )
    set_extraction(doc, extraction)
    return doc


def _in_years(
    honoured: Callable[..., list[Award]], clean: CleanText, period: Period | None, written: str | None
) -> list[Award]:
    """Return the honours that ``honoured`` finds, dated by the years that the report reviews and was written in."""
    published_year = _year_written(clean, written)
    report_year = _report_year(period, published_year)
    untold = report_year and published_year == report_year + 1 and not tells_of_year(clean, report_year)
    return honoured(
        report_year=published_year if untold else report_year,
        published_year=published_year,
        new_year=written is not None and written[5:7] in ("01", "02"),
        last_year=int(period.end[:4]) if period and report_year is None else None,
    )


def _year_written(clean: CleanText, written: str | None) -> int | None:
    """Return the year of the day on which the report was written, or that which its head tells."""
    return int(written[:4]) if written else year_told(clean)


def _report_year(period: Period | None, published_year: int | None) -> int | None:
    """Return the one year that the report is about, of a school year the second; None where there are several."""
    if period is None:
        return published_year
    one = period.start[:4] == period.end[:4] or re.search("[学學][年期]", period.text or "")
    return int(period.end[:4]) if one else None


def _sections(doc: Doc, clean: CleanText) -> tuple[Section, ...]:
    return tuple(
        Section(text=clean.surface[start:end], span=clean.span(start, end), level=level)
        for start, end, level, _ in get_plain(doc, "sections") or ()
    )


def _headlines(clean: CleanText) -> list[tuple[int, int]]:
    """Return where headlines stand in the caller's text."""
    blocks = (block for block in clean.blocks if block.kind in ("title", "subtitle") and block.start < block.end)
    return [clean.place(block.start, block.end) for block in blocks]


def _entities(
    clean: CleanText,
    mentions: Sequence[Mention],
    awards: Sequence[Award],
    people: Sequence[Person],
    organizations: Sequence[Organization],
) -> tuple[Entity, ...]:
    """Return the mentions as entities, each with the id of the record that it belongs to."""
    records: list[Award | Person | Organization] = [*reversed(awards), *reversed(people), *reversed(organizations)]
    owners = {(span.start, span.end): record.id for record in records for span in record.mentions}
    entities = []
    for mention in mentions:
        span = clean.span(mention.start, mention.end)
        entities.append(
            Entity(
                text=span.text,
                start=span.start,
                end=span.end,
                label=mention.label,  # type: ignore[arg-type]  # the taggers write only EntityLabel words
                record=owners.get((span.start, span.end)),
            )
        )
    return tuple(entities)
