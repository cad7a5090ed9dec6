"""One report run again with its decisions noted, and what they were made of.

Enters: an Extraction. Leaves: a ``Case``: Doc parts, notes and records, in clean offsets, with the way back. Next:
``facts`` and ``names`` tell them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.language import Language

from unionie import trace
from unionie.clean.types import CleanText
from unionie.doc import Frames, get_clean, get_extraction, get_frames, get_mentions, get_quantities, get_times
from unionie.errors import InputError
from unionie.frames import FactFrame, Mention
from unionie.pipeline import process
from unionie.records import Extraction, Report, Span
from unionie.trace import Note
from unionie.values.types import Quantity, Time

__all__ = ["Case", "check_read", "reopen"]


@dataclass(frozen=True, slots=True)
class Case:
    """A run of a report. ``given`` is the Extraction that was asked, ``found`` that of this run."""

    given: Extraction
    found: Extraction
    clean: CleanText
    quantities: Sequence[Quantity]
    times: Sequence[Time]
    mentions: Sequence[Mention]
    frames: Frames
    notes: Sequence[Note]

    def span(self, start: int, end: int) -> Span:
        """Return the caller's span of clean offsets."""
        return self.clean.span(start, end)

    def touches(self, start: int, end: int, place: tuple[int, int]) -> bool:
        """Tell whether the clean offsets lie, in part, at a place of the caller's text."""
        span = self.clean.span(start, end)
        return span.start < place[1] and place[0] < span.end

    def notes_on(self, name: str, start: int) -> Iterator[Note]:
        """Yield the notes of one name about what starts there, in order."""
        return (note for note in self.notes if note.name == name and note.start == start)

    def frame(self, quantity: Quantity) -> FactFrame | None:
        """Return what the linker made of a quantity."""
        return next((frame for frame in self.frames.facts if frame.quantity.start == quantity.start), None)


def check_read(extraction: Extraction) -> None:
    """Raise InputError for a report that could not be read."""
    if extraction.status == "failed":
        raise InputError(f"{extraction.source or 'report'}: could not be read: {extraction.error}")


def reopen(extraction: Extraction, nlp: Language | None = None) -> Case:
    """Return the report run again with notes; ``nlp`` is the Language that made it, where not the default one."""
    case = _run(extraction, None, nlp)
    if case.found.region != extraction.region:  # it was given, and not read
        case = _run(extraction, extraction.region, nlp)
    return case


def _run(extraction: Extraction, region: str | None, nlp: Language | None) -> Case:
    report = Report(
        extraction.text, source=extraction.source, published=extraction.published, publisher=extraction.publisher
    )
    with trace.recording() as notes:
        doc = process(report, region=region, nlp=nlp)
    found = get_extraction(doc)
    if found is None:
        raise InputError("the pipeline given has no unionie_resolver, which makes the records; see unionie.load")
    return Case(
        given=extraction,
        found=found,
        clean=get_clean(doc),
        quantities=get_quantities(doc),
        times=get_times(doc),
        mentions=get_mentions(doc),
        frames=get_frames(doc),
        notes=notes,
    )
