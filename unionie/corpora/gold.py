"""Annotated reports as typed records.

Enters: the plain rows of ``files``. Leaves: GoldReport. Next: ``convert``, ``unionie.evaluate``.
Offsets are code points into the text exactly as the file holds it.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from unionie.corpora.files import read_plain
from unionie.errors import InputError

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldFact:
    """One statement of a fact; ``same_as`` and ``part_of`` are indexes into the report's facts."""

    start: int
    end: int
    value: Decimal
    indicator: str
    high: Decimal | None = None
    alt_value: Decimal | None = None
    unit: str | None = None
    unit_alt: tuple[str, ...] = ()
    currency: str | None = None
    precision: str = "exact"
    must: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()
    measure: str = "level"
    direction: str | None = None
    base: str | None = None
    modality: str = "actual"
    subject: str | None = None
    subject_full: str | None = None
    period: tuple[str, str] | None = None
    as_of: str | None = None
    part_of: int | None = None
    same_as: int | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldAward:
    """One recipient and one honour."""

    recipient: str
    award: str
    recipient_type: str | None = None
    affiliation: str | None = None
    rank: str | None = None
    level: str | None = None
    year: int | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldPerson:
    """A named person; ``title`` joins several posts with 、."""

    name: str
    organization: str | None = None
    title: str | None = None
    role: str | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldEntity:
    """A labelled stretch of the text."""

    start: int
    end: int
    label: str
    text: str
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldReport:
    """A report and everything that should be found in it.

    ``aliases`` groups names of one organization or area. ``labels`` are the entity labels that are annotated;
    None where the file does not say.
    """

    id: str
    text: str
    genre: str = ""
    hand: str | None = None
    split: str | None = None
    labels: frozenset[str] | None = None
    published: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    region: str | None = None
    facts: tuple[GoldFact, ...] = ()
    awards: tuple[GoldAward, ...] = ()
    people: tuple[GoldPerson, ...] = ()
    entities: tuple[GoldEntity, ...] = ()
    aliases: tuple[frozenset[str], ...] = ()

    def root(self, index: int) -> int:
        """Return the index of the first statement of the fact that statement ``index`` states."""
        seen = set()
        while (same := self.facts[index].same_as) is not None and index not in seen:
            seen.add(index)
            index = same
        return index

    def statements(self, index: int) -> list[GoldFact]:
        """Return every statement of the fact that statement ``index`` states."""
        root = self.root(index)
        return [fact for number, fact in enumerate(self.facts) if root in (number, fact.same_as)]

    def names(self, *names: str | None) -> frozenset[str]:
        """Return every name that stands for any of ``names`` in this report, the names themselves included."""
        known = {name for name in names if name}
        for group in self.aliases:
            if known & group:
                known |= group
        return frozenset(known)


def load_gold(path: str | Path) -> list[GoldReport]:
    """Return the annotated reports of a ``.jsonl`` file or a folder, ordered by file and line.

    Raises InputError, naming the file and the record, when something cannot be read.
    """
    return [_load_report(*row) for row in read_plain(Path(path))]


def _load_report(where: str, text: str, plain: Mapping[str, Any]) -> GoldReport:
    try:
        return build_report(plain, text)
    except (AttributeError, KeyError, TypeError, ValueError, ArithmeticError) as error:
        reason = f"no field {error}" if isinstance(error, KeyError) else str(error)
        raise InputError(f"{where}: {reason}") from error


def build_report(plain: Mapping[str, Any], text: str) -> GoldReport:
    """Return the GoldReport of one record dict; raises InputError, KeyError or TypeError when it does not fit."""
    groups = plain.get("subject_aliases") or {}
    return GoldReport(
        id=str(plain["id"]),
        text=text,
        genre=plain.get("genre") or "",
        hand=plain.get("hand"),
        split=plain.get("split"),
        labels=frozenset(plain["labels"]) if plain.get("labels") else None,
        published=plain.get("published"),
        title=plain.get("title"),
        authors=tuple(plain.get("authors") or ()),
        region=plain.get("region"),
        facts=tuple(_build_fact(item) for item in plain.get("facts", ())),
        awards=tuple(GoldAward(**item) for item in plain.get("awards", ())),
        people=tuple(GoldPerson(**item) for item in plain.get("people", ())),
        entities=tuple(GoldEntity(**item) for item in plain.get("entities", ())),
        aliases=tuple(frozenset([name, *others]) for name, others in groups.items()),
    )


def _build_fact(plain: Mapping[str, Any]) -> GoldFact:
    fields = {key: value for key, value in plain.items() if key != "ratio"}
    for key in ("value", "high", "alt_value"):
        if fields.get(key) is not None:
            fields[key] = Decimal(str(fields[key]))
    for key in ("must", "must_not", "unit_alt"):
        fields[key] = tuple(fields.get(key) or ())
    period = fields.get("period")
    fields["period"] = None if period is None else parse_period(period)
    return GoldFact(**fields)


def parse_period(text: str) -> tuple[str, str]:
    """Return the first and last day of a written period: "2018", "2018-02", "2018-02-02" or two of them around "/".

    >>> parse_period("2023-04/2024-03")
    ('2023-04-01', '2024-03-31')
    """
    first, _, last = text.partition("/")
    start, end = _days(first)[0], _days(last or first)[1]
    if start > end:
        raise InputError(f"period ends before it starts: {text!r}")
    return start, end


def _days(text: str) -> tuple[str, str]:
    match = _DATE.match(text)
    if not match:
        raise InputError(f"not a year, month or day: {text!r}")
    year, month, day = match.groups()
    if month and not 1 <= int(month) <= 12:
        raise InputError(f"no such month: {text!r}")
    days = calendar.monthrange(int(year), int(month or 12))[1]
    if day and not 1 <= int(day) <= days:
        raise InputError(f"no such day: {text!r}")
    return f"{year}-{month or '01'}-{day or '01'}", f"{year}-{month or '12'}-{day or days}"
