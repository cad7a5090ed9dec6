"""Why a value became a fact, or did not: its reading, indicator, measure, time, subject, total, concept, confidence.

Enters: a case and a quantity of it. Leaves: a ``Part``. Next: ``explain``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from unionie.explain.case import Case
from unionie.explain.confidence import tell_confidence
from unionie.explain.reasons import Part, Reason
from unionie.explain.words import Say
from unionie.frames import FactFrame, Head
from unionie.link.figures.statements import why_no_fact
from unionie.records import Fact, Span
from unionie.resolve.concepts import list_concepts, name_concepts
from unionie.trace import Note
from unionie.values.types import Quantity
from unionie.view.figures import format_time, format_value

__all__ = ["tell_refused_number", "tell_value"]

_EDGES = "，、。；：\t "
_SHARE = re.compile("(?:占|比重|比例|份额)[^，；。]{0,4}$")
_CUE = 2  # characters of an indicator that its measure may be told by
_DATED = ("time.carried", "time.heading", "time.report", "time.unplaced")
_UNLINKED = ("furniture", "dateline", "byline")


def tell_value(case: Case, quantity: Quantity, say: Say) -> Part:
    """Return what became of a quantity, and why."""
    span = case.span(quantity.start, quantity.end)
    frame = case.frame(quantity)
    fact = _find(case.found.facts, span)
    read = say(
        "value.read",
        value=_format(quantity.value),
        unit=quantity.unit or "",
        precision=say(f"precision.{quantity.precision}"),
    )
    reasons = [Reason(say("step.value"), "chosen", "value.read", read, span)]
    if frame is None or fact is None:
        reasons.append(_refuse(case, quantity, say))
        return Part(span, say("title.no_fact"), None, tuple(reasons))
    kept = _find(case.given.facts, span)
    if kept is None:  # a bound on confidence leaves out nothing surer than what it leaves in
        bound = all(fact.confidence < each.confidence for each in case.given.facts)
        name = "value.unsure" if bound else "value.other_rules"
        reasons.append(Reason(say("step.value"), "refused", name, say(name, confidence=fact.confidence)))
    reasons += [
        *_tell_indicator(case, frame, say),
        *_tell_measure(case, frame, say),
        *_tell_modality(frame, fact, say),
        *_tell_period(case, frame, fact, say),
        *_tell_subject(case, frame, fact, say),
        *_tell_total(case, fact, say),
        *_tell_concept(fact, say),
    ]
    if len(fact.mentions) > 1:
        places = say("repeats.places", count=len(fact.mentions))
        reasons += [Reason(say("step.repeats"), "known", "repeats.places", places, each) for each in fact.mentions[:1]]
    reasons += tell_confidence(fact, say)
    title = say("title.fact", indicator=fact.indicator, value=f"{format_value(fact)}{fact.unit or ''}")
    return Part(span, title, fact.id if kept else None, tuple(reasons))


def tell_refused_number(case: Case, note: Note, say: Say) -> Part:
    """Return why a numeral was read as no value."""
    span = case.span(note.start, note.end)
    name = f"value.{note.details['why']}"
    return Part(span, say("title.no_number"), None, (Reason(say("step.value"), "refused", name, say(name), span),))


def _find(facts: tuple[Fact, ...], span: Span) -> Fact | None:
    return next((fact for fact in facts if span in fact.mentions), None)


def _format(value: Decimal) -> str:
    return f"{value:,f}"


def _refuse(case: Case, quantity: Quantity, say: Say) -> Reason:
    """Return why a quantity is no fact."""
    span = case.span(quantity.start, quantity.end)
    name, details = "value.unread", {}
    block = next((block for block in case.clean.blocks if block.start <= quantity.start < block.end), None)
    time = next((t for t in case.times if t.start < quantity.end and quantity.start < t.end), None)
    why = why_no_fact(case.clean.text, quantity)
    threshold = next(case.notes_on("fact.threshold", quantity.start), None)
    if time is not None and time.kind != "duration":
        name, details = "value.in_time", {"time": time.text}
    elif block is not None and block.kind in _UNLINKED:
        name, details = "value.block", {"kind": say(f"block.{block.kind}")}
    elif why is not None:
        name = f"value.{why}"
    elif threshold is not None:
        name, details = "value.threshold", {"counted": threshold.details["counted"]}
    elif next(case.notes_on("fact.nameless", quantity.start), None):
        words = _words(case, quantity)
        name, details = "value.nameless", {"before": words["before"], "after": words["after"]}
    return Reason(say("step.value"), "refused", name, say(name, **details), span)


def _words(case: Case, quantity: Quantity) -> dict[str, str]:
    """Return the words that were read around a value, which a run of values shares, and those of them that are a cue.

    The cue of a share (占) is part of its indicator.
    """
    notes = [note for note in case.notes if note.name == "fact.words" and note.start <= quantity.start < note.end]
    if not notes:
        return {"before": "", "after": "", "topic": "", "cue": ""}
    words = {name: notes[-1].details[name].strip(_EDGES) for name in ("before", "after", "topic")}
    before, head_end = notes[-1].details["before"], notes[-1].details["head_end"]
    share = _SHARE.search(before)
    cue = before[head_end:].strip(_EDGES) or (share[0] if share else before[max(0, head_end - _CUE) :].strip(_EDGES))
    return words | {"cue": share[0] if share and len(cue) < len(share[0]) else cue}


def _tell_indicator(case: Case, frame: FactFrame, say: Say) -> Iterator[Reason]:
    said = say(frame.rule, **_words(case, frame.quantity))
    yield Reason(say("step.indicator"), "chosen", frame.rule, say("told", what=frame.indicator, said=said))


def _tell_measure(case: Case, frame: FactFrame, say: Say) -> Iterator[Reason]:
    name = f"measure.said.{frame.measure}"
    cue = _words(case, frame.quantity)["cue"] or case.clean.text[_before(frame)]
    yield Reason(say("step.measure"), "chosen", name, say(name, cue=cue))
    if frame.baseline is not None:
        against = say(f"baseline.{frame.baseline}").removeprefix("baseline.")
        yield Reason(say("step.measure"), "known", "measure.against", say("measure.against", baseline=against))


def _before(frame: FactFrame) -> slice:
    return slice(max(frame.sentence.start, frame.quantity.start - 6), frame.quantity.start)


def _tell_modality(frame: FactFrame, fact: Fact, say: Say) -> Iterator[Reason]:
    planned = frame.modality == "target"
    if fact.modality == "target":
        name = "modality.sentence" if planned else "modality.around"
    else:
        name = "modality.reviewed" if planned else "modality.done"
    yield Reason(say("step.modality"), "chosen", name, say(name))


def _tell_period(case: Case, frame: FactFrame, fact: Fact, say: Say) -> Iterator[Reason]:
    step, at = say("step.period"), frame.quantity.start
    for note in case.notes_on("time.refused", at):
        time = note.details["time"]
        name = f"time.{note.details['why']}"
        yield Reason(step, "refused", name, say(name, time=time.text), case.span(time.start, time.end))
    held = format_time(fact)
    result = say("time.result", period=held) if held else say("time.none")
    if frame.times and frame.times[0].from_:
        time = frame.times[0]
        yield Reason(
            step,
            "chosen",
            "time.sentence",
            say("told", what=result, said=say("time.sentence", time=time.text)),
            case.span(time.start, time.end),
        )
        return
    found = [each for each in case.notes if each.name in _DATED and each.start == at]
    if found and (
        held or found[-1].name == "time.unplaced"
    ):  # of several the last: a time that was carried over may have yielded to a heading's
        time = found[-1].details.get("time")
        why = say(found[-1].name, time=time.text if time else "")
        place = case.span(time.start, time.end) if time else None
        yield Reason(step, "chosen", found[-1].name, say("told", what=result, said=why), place)
        return
    yield Reason(step, "chosen", "time.result", result)


def _tell_subject(case: Case, frame: FactFrame, fact: Fact, say: Say) -> Iterator[Reason]:
    step = say("step.subject")
    note = next(case.notes_on("fact.subject", frame.quantity.start), None)
    head: Head | None = note.details["head"] if note else None
    if frame.subject == "":
        yield Reason(step, "chosen", "subject.person", say("subject.person"))
    elif head is not None:
        yield _tell_head(case, "subject.head", head, say)
    elif frame.subject is not None:
        yield Reason(step, "chosen", "subject.list", say("told", what=frame.subject, said=say("subject.list")))
    else:
        name = "subject.body" if fact.subject else "subject.unknown"
        yield Reason(step, "chosen", name, say(name, body=fact.subject or ""))
    for other in case.frames.heads:
        near = frame.sentence.start <= other.start < frame.quantity.start
        if near and other != head and other.text:
            yield _tell_head(case, "subject.farther", other, say)
    if fact.subject_full and fact.subject_full != fact.subject:
        yield Reason(step, "known", "subject.full", say("subject.full", name=fact.subject_full))


def _tell_head(case: Case, name: str, head: Head, say: Say) -> Reason:
    chosen = name == "subject.head"
    place = case.span(head.start, head.start + len(head.text)) if head.text else None
    return Reason(say("step.subject"), "chosen" if chosen else "refused", name, say(name, head=head.text), place)


def _tell_total(case: Case, fact: Fact, say: Say) -> Iterator[Reason]:
    total = next((each for each in case.found.facts if each.id == fact.part_of), None)
    if total is not None:
        value = f"{format_value(total)}{total.unit or ''}"
        said = say("part.total", indicator=total.indicator, value=value)
        yield Reason(say("step.part"), "chosen", "part.total", said, total.mentions[0])


def _tell_concept(fact: Fact, say: Say) -> Iterator[Reason]:
    step = say("step.concept")
    chinese = say("step.value") == "数值"
    known = next((each for each in list_concepts() if each.id == fact.concept), None)
    if known is not None:
        label = known.label if chinese else known.label_en
        yield Reason(step, "chosen", "concept.known", say("concept.known", label=label, id=known.id))
        return
    if fact.concept is not None:
        yield Reason(step, "chosen", "concept.known", say("concept.known", label=fact.concept, id=fact.concept))
        return
    near = name_concepts(fact.indicator)
    for each in near:
        label = each.label if chinese else each.label_en
        said = say("concept.unit", label=label, id=each.id, unit=fact.unit or "")
        yield Reason(step, "refused", "concept.unit", said)
    if not near:
        yield Reason(step, "known", "concept.none", say("concept.none"))
