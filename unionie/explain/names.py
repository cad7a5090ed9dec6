"""Why a stretch is a name, or is none, and what record it is part of.

Enters: a case and a mention of it, or a place. Leaves: ``Part``s. Next: ``explain``.
"""

from __future__ import annotations

from collections.abc import Iterator

from unionie.explain.case import Case
from unionie.explain.confidence import tell_confidence
from unionie.explain.reasons import Part, Reason
from unionie.explain.words import Say, load_sentences
from unionie.frames import AwardFrame, Mention
from unionie.records import Award, Organization, Person, Span
from unionie.trace import Note

__all__ = ["tell_mention", "tell_refused_names"]

_REFUSED = ("name.overlapped", "name.straddled", "name.overruled", "name.unlikely")


def tell_mention(case: Case, mention: Mention, say: Say) -> Part:
    """Return what found a name, what else was thought of it, and the records that it is part of."""
    span = case.span(mention.start, mention.end)
    label = say(f"label.{mention.label}")
    said = say("name.rule", rule=mention.rule, said=_say_rule(mention.rule, say))
    reasons = [Reason(say("step.name"), "chosen", mention.rule, said, span)]
    reasons += _tell_scores(case, mention, say)
    reasons += [
        _refuse(case, note, say)
        for note in case.notes
        if note.name in _REFUSED and note.start < mention.end and mention.start < note.end and not _same(note, mention)
    ]
    if mention.label == "AWARD":
        reasons += _tell_award(case, mention, say)
    record, told = _find_record(case, span, say)
    reasons.append(told)
    return Part(span, label, record, tuple(dict.fromkeys(reasons)))


def tell_refused_names(case: Case, place: tuple[int, int], say: Say) -> Iterator[Part]:
    """Yield the names that were thought of at a place and refused, the longest stretch first."""
    notes = [note for note in case.notes if note.name in _REFUSED and case.touches(note.start, note.end, place)]
    stretches = dict.fromkeys(sorted(((note.start, note.end) for note in notes), key=lambda at: (at[0] - at[1], at)))
    for start, end in stretches:
        told = [_refuse(case, note, say) for note in notes if (note.start, note.end) == (start, end)]
        yield Part(case.span(start, end), say("title.no_name"), None, tuple(dict.fromkeys(told)))


def _say_rule(rule: str, say: Say) -> str:
    return say(rule) if rule in load_sentences() else rule


def _same(note: Note, mention: Mention) -> bool:
    return note.details.get("mention") == mention


def _tell_scores(case: Case, mention: Mention, say: Say) -> Iterator[Reason]:
    """Yield how likely the tagger finds the name."""
    for note in case.notes_on("name.likely", mention.start):
        if note.end == mention.end and note.details["label"] == mention.label:
            said = say("name.likely", probability=note.details["probability"])
            yield Reason(say("step.name"), "known", "name.likely", said)


def _refuse(case: Case, note: Note, say: Say) -> Reason:
    span = case.span(note.start, note.end)
    mention: Mention | None = note.details.get("mention")
    label = say(f"label.{mention.label if mention else note.details['label']}")
    rule = mention.rule if mention else ""
    said = say(note.name, label=label, text=span.text, rule=rule, probability=note.details.get("probability", 0.0))
    return Reason(say("step.name"), "refused", note.name, said, span)


def _tell_award(case: Case, mention: Mention, say: Say) -> Iterator[Reason]:
    step = say("step.award")
    frames = [frame for frame in case.frames.awards if (frame.award.start, frame.award.end) == mention[:2]]
    for frame in frames:
        yield Reason(step, "chosen", frame.rule, _describe(frame, say))
    notes = [note for note in case.notes if note.name == "award.refused" and note.start <= mention.start < note.end]
    if not frames and notes:
        name = f"award.refused.{notes[-1].details['why']}"
        yield Reason(step, "refused", name, say(name))
    span = case.span(mention.start, mention.end)
    for award in case.found.awards:
        if any(each.start < span.end and span.start < each.end for each in award.mentions):
            yield from tell_confidence(award, say)
            return


def _describe(frame: AwardFrame, say: Say) -> str:
    told = [say("award.recipient", recipient=frame.recipient), _say_rule(frame.rule, say)]
    if frame.affiliation:
        told.append(say("award.affiliation", affiliation=frame.affiliation))
    if frame.grantor:
        told.append(say("award.granted", grantor=frame.grantor))
    return "; ".join(told)


def _find_record(case: Case, span: Span, say: Say) -> tuple[str | None, Reason]:
    """Return the id of the record that holds a name, and the reason that says so."""
    step = say("step.record")
    records: list[Award | Person | Organization]
    records = [*case.found.awards, *case.found.people, *case.found.organizations]
    for record in records:
        if any(each.start < span.end and span.start < each.end for each in record.mentions):
            name = f"record.{type(record).__name__.lower()}"
            said = say(name, id=record.id, recipient=getattr(record, "recipient", ""))
            return record.id, Reason(step, "chosen", name, said)
    return None, Reason(step, "known", "record.entity", say("record.entity"))
