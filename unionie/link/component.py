"""The spaCy component of linking: who, what, how much.

Enters: a Doc with quantities, times and mentions. Leaves: the same with frames for the resolver. Next: ``resolve``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc

from unionie.dictionary import plain_jieba
from unionie.doc import Frames, get_clean, get_mentions, get_plain, get_quantities, get_times, set_frames
from unionie.frames import Sentence
from unionie.link.awards import link_awards
from unionie.link.facts import link_facts
from unionie.link.figures.origins import part_moves
from unionie.link.figures.units import of_population
from unionie.link.people import link_people
from unionie.link.subjects import assign_subjects
from unionie.rules import Row
from unionie.rules.ruleset import with_rules
from unionie.values.types import Time

_PROPER = frozenset({"ORG", "PERSON", "LOC"})  # names without a date of their own


@Language.factory("unionie_linker", requires=["doc.spans", "token.is_sent_start"], default_config={"rules": None})
def create_linker(nlp: Language, name: str, rules: dict[str, list[Row]] | None) -> Callable[[Doc], Doc]:  # noqa: ARG001
    """Return the component; ``rules`` are a user's rows by table (``RuleSet.to_plain``)."""
    return with_rules(link_doc, rules)


def link_doc(doc: Doc) -> Doc:
    """Return the Doc with its quantities linked to indicators, honours to recipients, people to posts."""
    clean = get_clean(doc)
    sentences = [Sentence(*fields) for fields in get_plain(doc, "sentences") or ()]
    mentions = get_mentions(doc)
    named = [(mention.start, mention.end) for mention in mentions]
    proper = [(mention.start, mention.end) for mention in mentions if mention.label in _PROPER]
    times = [time for time in get_times(doc) if not _lies_in(proper, time.start, time.end)]
    dated = [(time.start, time.end) for time in times if time.kind != "duration" and not _is_rate(clean.text, time)]
    values = [
        of_population(clean.text, quantity)
        for quantity in get_quantities(doc)
        if not any(start < quantity.end and quantity.start < end for start, end in _near(dated, quantity.start))
        and not _lies_in(named, quantity.start, quantity.end)
    ]
    facts = link_facts(clean, sentences, list(part_moves(clean.text, values)), times, mentions, _tag)
    units = _past_times(get_plain(doc, "units") or (), times)
    heads = assign_subjects(clean, mentions, times, facts, units)
    awards = link_awards(clean, sentences, mentions, times)
    people = link_people(clean, mentions, awards)
    set_frames(doc, Frames(facts, awards, people, heads))
    return doc


def _is_rate(text: str, time: Time) -> bool:
    """Return whether a time is the end of a unit: 428立方米|每秒."""
    return time.text in ("每秒", "每小时", "每分钟") and "一" <= text[time.start - 1 : time.start] <= "鿿"


@lru_cache(maxsize=4096)  # a phrase is asked for several times while its figure is linked
def _tag(phrase: str) -> list[tuple[str, str]]:
    return list(plain_jieba().tag(phrase))


def _lies_in(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """Tell whether one of the spans holds it: the 二队 of 综采二队 counts nothing, 国庆 may be a given name."""
    return any(first <= start and end <= last for first, last in _near(spans, start))


def _near(spans: list[tuple[int, int]], offset: int) -> list[tuple[int, int]]:
    """Return the spans, sorted, that may overlap something that starts at ``offset``."""
    place = bisect_left(spans, (offset, 0))
    return spans[max(0, place - 1) : place + 2]


def _past_times(units: Sequence[tuple[int, int]], times: Sequence[Time]) -> list[tuple[int, int]]:
    """Return where units stand behind a time that was read as their first word: 上学年|食堂."""
    ends = {time.start: time.end for time in times}
    moved = ((ends.get(start, start), end) for start, end in units)
    return [(start, end) for start, end in moved if end - start > 1]
