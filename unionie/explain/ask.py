"""What became of one place of a report, and why: the flow of an explanation on one screen.

Enters: an Extraction and a place in its text. Leaves: an ``Explanation``. Next: the user, ``unionie explain``.

Nothing is kept for it while reports are extracted: the report is run again, with notes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from spacy.language import Language

from unionie.errors import InputError
from unionie.explain.case import Case, check_read, reopen
from unionie.explain.facts import tell_refused_number, tell_value
from unionie.explain.names import tell_mention, tell_refused_names
from unionie.explain.reasons import Explanation, Part, Reason
from unionie.explain.words import Say, speak
from unionie.records import Extraction, Span
from unionie.view.figures import format_value
from unionie.view.words import LANGUAGES

__all__ = ["explain"]


def explain(
    extraction: Extraction,
    offset: int,
    end: int | None = None,
    *,
    lang: Literal["zh", "en"] = "en",
    nlp: Language | None = None,
) -> Explanation:
    """Return what was decided at ``offset``, or between it and ``end``, code points of ``extraction.text``.

    Values, names and times there are told, those that became records and those that were refused; for the words of an
    indicator its facts. ``nlp`` is the Language that made the extraction, where it was not the default one. Raises
    InputError for a place outside the text, and for a report that could not be read.
    """
    if lang not in LANGUAGES:
        raise InputError(f"lang is one of {', '.join(LANGUAGES)}, not {lang!r}")
    check_read(extraction)
    size = len(extraction.text)
    end = offset + 1 if end is None else end
    if not (isinstance(offset, int) and isinstance(end, int) and 0 <= offset < end <= size):
        raise InputError(f"a place lies between 0 and {size}, the length of the text, not at {offset}:{end}")
    case, say = reopen(extraction, nlp), speak(lang)
    place = (offset, end)
    parts = [*_tell_values(case, place, say), *_tell_names(case, place, say)]
    parts = parts or list(_tell_indicators(case, place, say))
    parts = parts or [*_tell_refused(case, place, say), *_tell_times(case, place, say)]
    return Explanation(offset, end, tuple(parts or [_tell_nothing(case, place, say)]))


def _tell_values(case: Case, place: tuple[int, int], say: Say) -> Iterator[Part]:
    for quantity in case.quantities:
        if case.touches(quantity.start, quantity.end, place):
            yield tell_value(case, quantity, say)


def _tell_names(case: Case, place: tuple[int, int], say: Say) -> Iterator[Part]:
    for mention in case.mentions:
        if case.touches(mention.start, mention.end, place):
            yield tell_mention(case, mention, say)


def _tell_indicators(case: Case, place: tuple[int, int], say: Say) -> Iterator[Part]:
    """Yield the facts whose indicator's words stand at the place."""
    for frame in case.frames.facts:
        near = (frame.quantity.start - len(frame.indicator) * 2, frame.quantity.end + len(frame.indicator) * 2)
        low, high = max(near[0], frame.sentence.start), min(near[1], frame.sentence.end)
        at = case.clean.surface.find(frame.indicator, low, high)
        if at >= 0 and case.touches(at, at + len(frame.indicator), place):
            yield tell_value(case, frame.quantity, say)


def _tell_refused(case: Case, place: tuple[int, int], say: Say) -> Iterator[Part]:
    in_times = [(time.start, time.end) for time in case.times]
    for note in case.notes:
        inside = any(start <= note.start < end for start, end in in_times)
        if note.name == "number.refused" and not inside and case.touches(note.start, note.end, place):
            yield tell_refused_number(case, note, say)
    yield from tell_refused_names(case, place, say)


def _tell_times(case: Case, place: tuple[int, int], say: Say) -> Iterator[Part]:
    for time in case.times:
        if case.touches(time.start, time.end, place):
            span = case.span(time.start, time.end)
            held = say("time.interval", start=time.from_, until=time.until) if time.from_ and time.until else time.kind
            said = Reason(say("step.period"), "chosen", "time.result", say("time.result", period=held), span)
            yield Part(span, say("title.time"), None, (said,))


def _tell_nothing(case: Case, place: tuple[int, int], say: Say) -> Part:
    """Return that nothing stands at a place, with the facts of its sentence."""
    reasons = [Reason(say("step.value"), "known", "nothing.text", say("nothing.text"))]
    for fact in case.found.facts:
        if fact.evidence.start <= place[0] < fact.evidence.end:
            title = f"{fact.indicator} {format_value(fact)}{fact.unit or ''}"
            said = say("nothing.near", text=fact.mentions[0].text, title=title)
            reasons.append(Reason(say("step.record"), "known", "nothing.near", said, fact.mentions[0]))
    span = Span(*place, case.given.text[place[0] : place[1]])
    return Part(span, say("title.nothing"), None, tuple(reasons))
