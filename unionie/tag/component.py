"""The spaCy components of tagging: quantities, times, entities.

Enters: a Doc. Leaves: the same with ``doc.spans["quantities"]``, ``doc.spans["times"]``, ``doc.spans["entities"]`` and
``doc.ents``. Each works alone, on any Chinese pipeline. Next: ``link``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from unionie.clean.hongkong import counts_from_april
from unionie.clean.republic import counts_from_republic
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
from unionie.publication import estimate_day, find_day
from unionie.rules import Row
from unionie.rules.ruleset import with_rules
from unionie.tag.acting import find_acting
from unionie.tag.entities import find_entities
from unionie.tag.year_lines import within_lines
from unionie.values import find_quantities, find_times

Component = Callable[[Doc], Doc]

_FINANCIAL = re.compile(r"\d[/-]\d.*年度$|财政年度$|财年$")


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
    known = get_plain(doc, "report") or {}
    reference = known.get("published") or find_day(clean) or estimate_day(clean)
    times = list(within_lines(find_times(clean.text, reference, republic=counts_from_republic(clean))))
    if counts_from_april(clean):
        times = [replace(time, vague=False) if _FINANCIAL.search(time.text) else time for time in times]
    set_times(doc, times)
    return set_spans(doc, "times", [(*clean.place(time.start, time.end), time.kind) for time in times])


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
