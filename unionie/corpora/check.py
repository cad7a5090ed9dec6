"""Check annotated reports: offsets, references, vocabularies, and indicators against their own conditions.

Enters: a folder or ``.jsonl`` file. Leaves: one line per problem, naming file and record. Next: the annotator.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

from unionie.corpora.files import read_plain
from unionie.corpora.gold import parse_period
from unionie.errors import InputError
from unionie.records import models

_FACT_WORDS = {
    "precision": get_args(models.PrecisionMark),
    "measure": get_args(models.Measure),
    "direction": (None, *get_args(models.Direction)),
    "modality": get_args(models.Modality),
}
_AWARD_WORDS = {
    "recipient_type": get_args(models.RecipientType),
    "level": (None, *get_args(models.AwardLevel)),
}
_PERSON = 4  # characters of a person's name; an author that is an organization may be given its full name
_DIRECTIONS = {"change": ("increase", "decrease"), "gap": ("above", "below")}


def check(path: str | Path) -> list[str]:
    """Return what is wrong with the annotated reports under ``path``, a line each; empty when all is well."""
    problems: list[str] = []
    seen: set[str] = set()
    try:
        for where, text, plain in read_plain(Path(path)):
            name = plain.get("id")
            if not isinstance(name, str) or not name:
                problems.append(f"{where}: no id")
            elif name in seen:
                problems.append(f"{where}: id {name!r} twice")
            else:
                seen.add(name)
            problems += [f"{where}: {problem}" for problem in find_problems(plain, text)]
    except InputError as error:
        problems.append(str(error))
    return problems


def find_problems(plain: Mapping[str, Any], text: str) -> Iterator[str]:
    """Yield what is wrong with one record, each in a few words."""
    for key in ("facts", "awards", "people", "entities"):
        rows = plain.get(key, [])
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            yield f"{key} is not a list of records"
            return
    facts = plain.get("facts", [])
    for index, fact in enumerate(facts):
        yield from (f"fact {index}: {problem}" for problem in _fact_problems(fact, index, facts, text))
    bare = "".join(text.split())
    for index, award in enumerate(plain.get("awards", [])):
        yield from (f"award {index}: {problem}" for problem in _award_problems(award, bare))
    for index, person in enumerate(plain.get("people", [])):
        yield from (f"person {index}: {problem}" for problem in _quoted(person, ("name",), bare))
    for index, entity in enumerate(plain.get("entities", [])):
        yield from (f"entity {index}: {problem}" for problem in _entity_problems(entity, text))
    yield from _overlaps("fact", facts, text)
    yield from _overlaps("entity", plain.get("entities", []), text)
    for name in plain.get("authors") or ():
        if len(name) <= _PERSON:
            yield from (f"author: {problem}" for problem in _quoted({"name": name}, ("name",), bare))


def _overlaps(kind: str, rows: list[Any], text: str) -> Iterator[str]:
    """Yield a problem for each two that share characters; optional ones may."""
    spans = [
        (row["start"], row["end"], index)
        for index, row in enumerate(rows)
        if not row.get("optional") and not any(_span_problems(row, text))
    ]
    spans.sort()
    for (start, end, index), (after, until, other) in pairwise(spans):
        if after < end:
            yield f"{kind} {other} {text[after:until]!r} overlaps {kind} {index} {text[start:end]!r}"


def _fact_problems(fact: Mapping[str, Any], index: int, facts: list[Any], text: str) -> Iterator[str]:
    yield from _span_problems(fact, text)
    yield from _word_problems(fact, _FACT_WORDS)
    if not _is_number(fact.get("value")):
        yield f"value is no number: {fact.get('value')!r}"
    if fact.get("high") is not None and fact.get("precision") != "range":
        yield "high without precision range"
    if fact.get("direction") is not None and fact["direction"] not in _DIRECTIONS.get(fact.get("measure", ""), ()):
        yield f"direction {fact['direction']!r} does not fit measure {fact.get('measure')!r}"
    for key in ("part_of", "same_as"):
        yield from _reference_problems(key, fact.get(key), index, facts)
    for key in ("period", "as_of"):
        yield from _date_problems(key, fact.get(key))
    indicator = fact.get("indicator") or ""
    if not indicator:
        yield "no indicator"
    for need in fact.get("must") or ():
        if not any(part in indicator for part in need.split("|")):
            yield f"indicator {indicator!r} lacks {need!r}"
    for ban in fact.get("must_not") or ():
        if ban in indicator:
            yield f"indicator {indicator!r} contains {ban!r}"


def _award_problems(award: Mapping[str, Any], bare: str) -> Iterator[str]:
    yield from _word_problems(award, _AWARD_WORDS)
    yield from _quoted(award, ("recipient",), bare)
    if not award.get("award"):
        yield "no award"
    year = award.get("year")
    if year is not None and not (isinstance(year, int) and 1900 <= year <= 2100):
        yield f"year is no year: {year!r}"


def _entity_problems(entity: Mapping[str, Any], text: str) -> Iterator[str]:
    wrong = list(_span_problems(entity, text))
    yield from wrong
    if not wrong and text[entity["start"] : entity["end"]] != entity.get("text"):
        yield f"the text there is {text[entity['start'] : entity['end']]!r}, not {entity.get('text')!r}"
    yield from _word_problems(entity, {"label": get_args(models.EntityLabel)})


def _span_problems(row: Mapping[str, Any], text: str) -> Iterator[str]:
    start, end = row.get("start"), row.get("end")
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text)):
        yield f"no such place in the text: {start}:{end}"
    elif text[start:end] != text[start:end].strip():
        yield f"space at the edge of {text[start:end]!r}"


def _word_problems(row: Mapping[str, Any], vocabulary: Mapping[str, tuple[Any, ...]]) -> Iterator[str]:
    for key, words in vocabulary.items():
        if key in row and row[key] not in words:
            yield f"{key} {row[key]!r} is none of {', '.join(str(word) for word in words)}"


def _reference_problems(key: str, value: Any, index: int, facts: list[Any]) -> Iterator[str]:
    if value is None:
        return
    if not isinstance(value, int) or not 0 <= value < len(facts) or value == index:
        yield f"{key} names no other fact: {value!r}"
    elif key == "same_as" and facts[value].get("same_as") is not None:
        yield f"same_as {value} is itself a repeat; name the first statement"
    elif key == "same_as" and facts[value].get("value") != facts[index].get("value"):
        yield f"same_as {value} has another value"


def _date_problems(key: str, value: Any) -> Iterator[str]:
    if value is None:
        return
    try:
        start, end = parse_period(str(value))
    except InputError as error:
        yield f"{key}: {error}"
    else:
        if key == "as_of" and start != end:
            yield f"as_of is no single day: {value!r}"


def _quoted(row: Mapping[str, Any], keys: Iterable[str], bare: str) -> Iterator[str]:
    for key in keys:
        value = row.get(key)
        if not isinstance(value, str) or not value:
            yield f"no {key}"
        elif "".join(value.split()) not in bare:
            yield f"{key} {value!r} does not stand in the text".lstrip()


def _is_number(value: Any) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool)
