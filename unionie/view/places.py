"""Where records stand in the file that a report was read from: pages, rectangles, pictures of pages.

Enters: an Extraction and the Report that it is of. Leaves: Places. Next: ``page`` shows them on the card of a record.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from unionie.records import Extraction, Place, Report

__all__ = ["Picture", "Places", "find_places"]


class Picture(NamedTuple):
    """A page as it looks: its size in points, and a PNG of it."""

    width: float
    height: float
    png: bytes


@dataclass(frozen=True, slots=True)
class Places:
    """By id, the page (and rectangles on it, where known) on which a record first stands; by page, its picture."""

    records: Mapping[str, Place]
    pictures: Mapping[int, Picture] = field(default_factory=dict)


def find_places(extraction: Extraction, report: Report) -> Places:
    """Return the places of the first mentions of all records; there are none where the file had no pages."""
    found = ((record.id, report.locate(*record.mentions[0][:2])) for record in _list_records(extraction))
    return Places({name: places[0] for name, places in found if places})


def _list_records(extraction: Extraction) -> Iterator[Any]:
    for records in (extraction.facts, extraction.awards, extraction.people, extraction.organizations):
        yield from (record for record in records if record.mentions)
