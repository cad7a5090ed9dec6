"""What an Extraction that comes from outside must hold besides the types of its fields.

Enters: an Extraction that was rebuilt. Leaves: an InputError in one line for the first thing that does not fit. What is
made here is right by the stages' tests: to check it each time would take longer than to make it.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from unionie.errors import InputError

if TYPE_CHECKING:
    from unionie.records.extraction import Extraction
    from unionie.records.models import Period

__all__ = ["check_rebuilt"]

_DAY = re.compile(r"\d{4}(?:-\d\d){0,2}", re.ASCII)  # a year or a month alone may be all that is known


def check_rebuilt(extraction: Extraction) -> None:
    """Raise InputError for dates that are none, ids that are not unique, references that lead nowhere or back."""
    if extraction.status == "ok" and extraction.error is not None:
        raise InputError("an Extraction that is ok has no error")
    ids: set[str] = set()
    for table in ("facts", "awards", "people", "organizations"):
        own = [record.id for record in getattr(extraction, table)]
        if len(own) != len(set(own)):
            twice = next(each for number, each in enumerate(own) if each in own[:number])
            raise InputError(f"{table}: the id {twice!r} is there twice")
        ids.update(own)
    for entity in extraction.entities:
        if entity.record is not None and entity.record not in ids:
            raise InputError(f"entity {entity.text!r}: record names none: {entity.record!r}")
    _check_days("published", extraction.published)
    _check_period("report", extraction.period)
    for fact in extraction.facts:
        if fact.as_of is not None:
            _check_days(f"fact {fact.id}: as_of", fact.as_of)
        if fact.period is not None:
            _check_period(f"fact {fact.id}", fact.period)
    _check_totals({fact.id: fact.part_of for fact in extraction.facts})


def _check_period(where: str, period: Period | None) -> None:
    if period is None:
        return
    _check_days(f"{where}: period", period.start, period.end)
    if len(period.start) == len(period.end) and period.start > period.end:
        raise InputError(f"{where}: the period ends before it begins: {period.start} to {period.end}")


def _check_days(where: str, *days: str | None) -> None:
    for day in days:
        if day is not None and not _is_day(day):
            raise InputError(f"{where}: no ISO date: {day[:40]!r}")


@lru_cache(1_000)  # the same few days come again and again
def _is_day(value: str) -> bool:
    if not _DAY.fullmatch(value):
        return False
    try:
        date.fromisoformat(value + "2000-01-01"[len(value) :])
    except ValueError:
        return False
    return True


def _check_totals(totals: dict[str, str | None]) -> None:
    """Raise InputError where a fact is a part of itself, whatever lies between."""
    sound: set[str | None] = {None}
    for fact in totals:
        way: dict[str | None, None] = {}
        step: str | None = fact
        while step not in sound:
            if step in way:
                raise InputError(f"fact {step}: part_of leads back to it")
            way[step] = None
            step = totals.get(step) if step is not None else None
        sound.update(way)
