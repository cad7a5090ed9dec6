"""The spaCy components of tagging: quantities, times, entities.

Enters: a Doc. Leaves: the same with ``doc.spans["quantities"]``, ``doc.spans["times"]``, ``doc.spans["entities"]`` and
``doc.ents``. Each works alone, on any Chinese pipeline. Next: ``link``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from spacy.language import Language
from spacy.tokens import Doc

from unionie.clean.front_matter import find_dateline
from unionie.clean.republic import counts_from_republic
from unionie.clean.types import CleanText
from unionie.doc import (
    blocked_spans,
    get_clean,
    get_plain,
    set_mentions,
    set_plain,
    set_quantities,
    set_span_groups,
    set_spans,
    set_times,
)
from unionie.rules import Row
from unionie.rules.ruleset import with_rules
from unionie.tag.acting import find_acting
from unionie.tag.entities import find_entities
from unionie.tag.year_lines import within_lines
from unionie.values import find_quantities, find_times

Component = Callable[[Doc], Doc]

_SHORTEST_DATE = len("2018-12-03")
_MONTH = timedelta(days=31)


@Language.factory("unionie_quantities", assigns=["doc.spans"], default_config={"rules": None})
def create_quantities(nlp: Language, name: str, rules: dict[str, list[Row]] | None) -> Component:  # noqa: ARG001
    """Return the component; ``rules`` are a user's rows by table (``RuleSet.to_plain``)."""
    return with_rules(tag_quantities, rules)


def tag_quantities(doc: Doc) -> Doc:
    """Return the Doc with the group ``quantities``; each span's label is the kind of its unit."""
    clean = get_clean(doc)
    quantities = find_quantities(clean.text)
    set_quantities(doc, quantities)
    return set_spans(doc, "quantities", [(*clean.place(q.start, q.end), q.dimension or "number") for q in quantities])


@Language.component("unionie_times", assigns=["doc.spans"])
def tag_times(doc: Doc) -> Doc:
    """Return the Doc with the group ``times``; relative ones are read against the report's date of publication."""
    clean = get_clean(doc)
    read = find_times(clean.text, _reference(doc, clean), republic=counts_from_republic(clean))
    times = list(within_lines(read))
    set_times(doc, times)
    return set_spans(doc, "times", [(*clean.place(time.start, time.end), time.kind) for time in times])


def _reference(doc: Doc, clean: CleanText) -> str | None:
    """Return the date against which the report speaks: given from outside, or stated in its date line."""
    known = get_plain(doc, "report") or {}
    if known.get("published"):
        return str(known["published"])
    place = find_dateline(clean)
    if place is None:
        return None
    stated = find_times(clean.text[place[0] : place[1]])
    bounds = [
        (time.from_, time.until) for time in stated if time.kind in ("date", "range") and time.from_ and time.until
    ]
    days = (start for start, until in bounds if _is_day(start, until))
    months = (_last_day(until) for start, until in bounds if _is_month(start, until))
    return next(days, None) or next(months, None)


def _is_month(start: str, until: str) -> bool:
    """Return whether a date names a month: 2011年12月, as reports are signed."""
    return start[8:] == until[8:] == "01" and date.fromisoformat(until) - date.fromisoformat(start) <= _MONTH


def _last_day(until: str) -> str:
    return (date.fromisoformat(until) - timedelta(days=1)).isoformat()


def _is_day(start: str, until: str | None) -> bool:
    return until is not None and len(start) >= _SHORTEST_DATE and start[:8] == until[:8] and start != until


@Language.factory("unionie_entities", assigns=["doc.ents", "doc.spans"], default_config={"rules": None})
def create_entities(nlp: Language, name: str, rules: dict[str, list[Row]] | None) -> Component:  # noqa: ARG001
    """Return the component; ``rules`` are a user's rows by table (``RuleSet.to_plain``)."""
    return with_rules(tag_entities, rules)


def tag_entities(doc: Doc) -> Doc:
    """Return the Doc with ``doc.ents`` and the group ``entities``: organizations, people, places, honours …"""
    clean = get_clean(doc)
    mentions = find_entities(clean, blocked_spans(doc))
    set_mentions(doc, mentions)
    set_plain(doc, "units", find_acting(clean.text))
    rows = [(*clean.place(mention.start, mention.end), mention.label) for mention in mentions]
    return set_span_groups(doc, {"entities": rows}, rows)
