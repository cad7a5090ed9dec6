"""An annotated report as annotation tools see it: marks on a text, links between marks, and what is said of the whole.

Enters: a record in plain JSON types (``files``), or marks and links that a tool gave back. Leaves: a Sheet, or the
record again. Next: ``formats`` writes and reads Sheets, one module a tool.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, get_args

from unionie.errors import InputError
from unionie.records import models
from unionie.records.plain import decimal_to_plain
from unionie.values import find_quantities

__all__ = ["FACT", "LABELS", "LINKS", "Link", "Mark", "Sheet", "carry_details", "make_sheet", "read_sheet"]

FACT = "FACT"
LABELS = (FACT, *get_args(models.EntityLabel))
LINKS = ("part_of", "same_as")
_MARKED = ("start", "end", "label", "text", *LINKS)  # what the mark itself and its links say


class Mark(NamedTuple):
    """A marked stretch: a FACT or an entity; ``details`` are the other fields of its entry."""

    start: int
    end: int
    label: str
    details: dict[str, Any]


class Link(NamedTuple):
    """A fact that is a part of another, or says the same again; both are indexes of marks."""

    kind: str
    source: int
    target: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A report's text with its marks; ``about`` holds the rest of its record (id, title, awards, people …)."""

    text: str
    marks: tuple[Mark, ...]
    links: tuple[Link, ...] = ()
    about: dict[str, Any] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """Return the report's id."""
        return str(self.about.get("id") or "")


def make_sheet(plain: Mapping[str, Any], text: str) -> Sheet:
    """Return the record as a Sheet: first its facts, then its entities."""
    facts, entities = plain.get("facts", []), plain.get("entities", [])
    marks = [Mark(row["start"], row["end"], FACT, _details(row)) for row in facts]
    marks += [Mark(row["start"], row["end"], row["label"], _details(row)) for row in entities]
    links = [
        Link(kind, source, row[kind]) for source, row in enumerate(facts) for kind in LINKS if row.get(kind) is not None
    ]
    about = {key: value for key, value in plain.items() if key not in ("facts", "entities", "text")}
    return Sheet(text, tuple(marks), tuple(links), about)


def _details(row: Mapping[str, Any]) -> dict[str, Any]:
    stated = {key: value for key, value in row.items() if key not in _MARKED}
    return {key: value for key, value in stated.items() if value is not None and value is not False and value != []}


def read_sheet(sheet: Sheet) -> dict[str, Any]:
    """Return the record of a Sheet, marks in text order; InputError for what cannot be one."""
    for mark in sheet.marks:
        if mark.label not in LABELS:
            raise InputError(f"label {mark.label!r} is none of {', '.join(LABELS)}")
        if not 0 <= mark.start < mark.end <= len(sheet.text):
            raise InputError(f"no such place in the text: {mark.start}:{mark.end}")
    order = sorted(range(len(sheet.marks)), key=lambda number: sheet.marks[number][:3])
    facts = [number for number in order if sheet.marks[number].label == FACT]
    places = {number: place for place, number in enumerate(facts)}
    rows = [_fact(sheet.text, sheet.marks[number]) for number in facts]
    for link in sheet.links:
        if link.kind not in LINKS:
            raise InputError(f"relation {link.kind!r} is none of {', '.join(LINKS)}")
        if link.source not in places or link.target not in places:
            raise InputError(f"{link.kind} joins no two facts")
        rows[places[link.source]][link.kind] = places[link.target]
    entities = [
        {"start": mark.start, "end": mark.end, "label": mark.label, "text": sheet.text[mark.start : mark.end]}
        | mark.details
        for mark in (sheet.marks[number] for number in order if number not in places)
    ]
    return {**sheet.about, "facts": rows, "entities": entities}


def _fact(text: str, mark: Mark) -> dict[str, Any]:
    """Return the entry of a fact; one that a tool's user marked anew gets what its words say of the quantity."""
    place = {"start": mark.start, "end": mark.end}
    if "value" in mark.details:
        return place | mark.details
    words = text[mark.start : mark.end]
    found = find_quantities(words)
    if len(found) != 1 or found[0].text != words:
        raise InputError(f"fact {words!r} at {mark.start}:{mark.end} has no value, and its words do not say one")
    quantity = found[0]
    read = {"value": decimal_to_plain(quantity.value), "unit": quantity.unit, "precision": quantity.precision}
    if quantity.high is not None:
        read["high"] = decimal_to_plain(quantity.high)
    return place | read | mark.details


def carry_details(text: str, places: Sequence[tuple[int, int, str]], before: Sheet) -> Sheet:
    """Return ``before`` with its marks where a tool's user left them, for tools that keep spans and labels only.

    A place takes the details of the mark that was there, else of one that it overlaps and that is not there any more.
    """
    old = {mark[:3]: number for number, mark in enumerate(before.marks)}
    taken = {place: old[place] for place in places if place in old}
    left = [number for place, number in old.items() if place not in taken]
    for place in places:
        if place not in taken:
            near = next((number for number in left if _overlaps(before.marks[number], place)), None)
            if near is not None:
                taken[place] = near
                left.remove(near)
    marks = tuple(Mark(*place, before.marks[taken[place]].details if place in taken else {}) for place in places)
    numbers = {taken[place]: number for number, place in enumerate(places) if place in taken}
    links = (Link(link.kind, numbers.get(link.source, -1), numbers.get(link.target, -1)) for link in before.links)
    return Sheet(text, marks, tuple(link for link in links if min(link.source, link.target) >= 0), before.about)


def _overlaps(mark: Mark, place: tuple[int, int, str]) -> bool:
    start, end, label = place
    return (mark.label == FACT) == (label == FACT) and mark.start < end and start < mark.end
