"""Frames to facts: dates, full names, ids, repeats merged.

Enters: fact frames, what the report says of itself, and a look-up of full names. Leaves: Fact records.
Next: ``audit`` reads them, ``Extraction`` holds them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import takewhile

from unionie.clean.types import CleanText
from unionie.dictionary import plain_jieba
from unionie.frames import FactFrame
from unionie.records.models import Fact
from unionie.resolve.concepts import find_concept
from unionie.resolve.confidence import weigh_up
from unionie.resolve.names.identities import written_as
from unionie.resolve.repeats import group_repeats, heads_list, overlap
from unionie.resolve.times.neighbours import Dated
from unionie.resolve.times.plans import Heading

_COUNTERS = "个家项座所条件处支块间台套部"  # of things: as many 名职工 or 人 are often others
_NOMINAL = ("n", "vn", "j", "b", "a")  # tags of jieba
_NOUN_END = 12


def build_facts(
    clean: CleanText,
    frames: Sequence[FactFrame],
    dates: Sequence[Dated],
    headings: Sequence[Heading],
    full_name: Callable[[str, bool], str | None],
    body: str | None,
) -> tuple[Fact, ...]:
    """Return the facts of a report in text order, repeats merged, ids, part_of and confidence set.

    ``body`` is whose report it is: the subject of figures for which the text names none.
    """
    if script := written_as(clean):
        for frame in frames:
            _write_own(clean, frame, script)
    drafts = [
        _draft(clean, frame, dated, headings, full_name, body) for frame, dated in zip(frames, dates, strict=True)
    ]
    heads = [clean.blocks[frame.sentence.block].kind in ("title", "subtitle") for frame in frames]
    groups = group_repeats(drafts, heads, lambda index: _counted_noun(clean, frames[index]))
    leader = {index: group[0] for group in groups for index in group}
    merged = {group[0]: _merge([drafts[i] for i in group], _body_first(clean, frames, group)) for group in groups}
    ids = _ids(merged)
    facts = []
    for group in groups:
        fact = merged[group[0]]
        totals = [frames[i].part_of for i in group if frames[i].part_of is not None]
        part_of = ids[leader[totals[0]]] if totals and totals[0] is not None and leader[totals[0]] != group[0] else None
        facts.append(_complete(fact, id=ids[group[0]], part_of=part_of, confidence=weigh_up(fact)))
    return tuple(facts)


def _counted_noun(clean: CleanText, frame: FactFrame) -> str:
    """Return the noun that a classifier counts: 工种 of 5个工种的名次; empty for people, as many of whom are others."""
    end = frame.quantity.end
    if (frame.quantity.unit or " ") not in _COUNTERS:
        return ""
    words = plain_jieba().tag(clean.text[end : end + _NOUN_END].lstrip("“"), True)
    return "".join(word for word, _ in takewhile(lambda word: word[1].startswith(_NOMINAL), words))


def _write_own(clean: CleanText, frame: FactFrame, script: dict[int, str]) -> None:
    """Write what a frame says in the text's own characters; ``script`` is how those are written that it supplies."""
    start, end = frame.sentence.start, frame.sentence.end
    pairs = zip(clean.text[start:end], clean.surface[start:end], strict=True)
    own = {ord(read): written for read, written in pairs if ord(read) in script or read != written}

    def write(words: str) -> str:
        at = clean.text.rfind(words, 0, end)
        return clean.surface[at : at + len(words)] if at >= 0 else words.translate(script | own)

    frame.indicator = write(frame.indicator)
    frame.baseline = write(frame.baseline) if frame.baseline else frame.baseline
    frame.subject = write(frame.subject) if frame.subject else frame.subject


def _complete(draft: Fact, **fields: str | float | None) -> Fact:
    """Return the draft with what the facts beside it decide; set in place, for nobody else holds a draft."""
    for name, value in fields.items():
        object.__setattr__(draft, name, value)
    return draft


def _draft(
    clean: CleanText,
    frame: FactFrame,
    dated: Dated,
    headings: Sequence[Heading],
    full_name: Callable[[str, bool], str | None],
    body: str | None,
) -> Fact:
    quantity = frame.quantity
    subject = (body if frame.subject is None else frame.subject) or None
    section = None
    for heading in headings:
        if heading.start < quantity.start < heading.until:
            section = heading.text
    return Fact(
        id="",
        indicator=frame.indicator,
        concept=_concept(frame, subject),
        value=quantity.value,
        high=quantity.high,
        unit=_surface_unit(clean, frame),
        unit_code=quantity.unit_code,
        precision=quantity.precision,
        measure=frame.measure,  # type: ignore[arg-type]  # the linker writes only Measure words
        direction=frame.direction,  # type: ignore[arg-type]
        baseline=frame.baseline,
        modality=dated.modality,  # type: ignore[arg-type]
        subject=subject,
        subject_full=_full(frame, full_name) if frame.subject else full_name(subject, True) if subject else None,
        period=dated.period,
        as_of=dated.as_of,
        section=section,
        mentions=(clean.span(quantity.start, quantity.end),),
        evidence=clean.span(frame.sentence.start, frame.sentence.end),
        rule=frame.rule,
    )


def _full(frame: FactFrame, full_name: Callable[[str, bool], str | None]) -> str | None:
    """Return the full name of a frame's subject: of what its words point to, where they do."""
    return (full_name(frame.meant, False) or frame.meant) if frame.meant else full_name(frame.subject or "", False)


def _concept(frame: FactFrame, subject: str | None) -> str | None:
    quantity = frame.quantity
    concept = find_concept(
        frame.indicator, unit=quantity.unit, dimension=quantity.dimension, measure=frame.measure, subject=subject
    )
    return concept.id if concept else None


def _surface_unit(clean: CleanText, frame: FactFrame) -> str | None:
    """Return the unit in the text's own characters: 戶 where the report is written in traditional ones."""
    quantity = frame.quantity
    if quantity.unit is None:
        return None
    at = quantity.text.rfind(quantity.unit)
    if at < 0 or quantity.unit.isascii():
        return quantity.unit
    start = quantity.start + at
    return clean.surface[start : start + len(quantity.unit)]


def _body_first(clean: CleanText, frames: Sequence[FactFrame], group: Sequence[int]) -> int:
    """Return which member of a group speaks for it: the first that stands in a paragraph and says what it counts."""
    for position, index in enumerate(group):
        if frames[index].rule != "facts.echo" and clean.blocks[frames[index].sentence.block].kind in (
            "paragraph",
            "table_row",
        ):
            return position
    return 0


def _merge(members: Sequence[Fact], speaker: int) -> Fact:
    if len(members) == 1:
        return members[0]
    fact = members[speaker]
    mentions = tuple(sorted({span for member in members for span in member.mentions}))
    period = fact.period or next((m.period for m in members if m.period), None)
    named = (member.indicator for member in members if heads_list(fact, member))
    name = next((each for each in named if overlap(each, fact.indicator) < 1), fact.indicator)
    return replace(fact, indicator=name, mentions=mentions, period=None if fact.as_of and not fact.period else period)


def _ids(merged: dict[int, Fact]) -> dict[int, str]:
    """Return an id for each fact, made of what it says; equal statements are numbered in text order."""
    seen: dict[str, int] = {}
    ids = {}
    for index, fact in merged.items():
        period = f"{fact.period.start}/{fact.period.end}" if fact.period else ""
        says = (
            fact.indicator, fact.value, fact.high, fact.unit, fact.precision, fact.measure, fact.direction,
            fact.modality, fact.subject, period, fact.as_of,
        )  # fmt: skip
        digest = hashlib.sha1("|".join(map(str, says)).encode("utf-8", "surrogatepass"), usedforsecurity=False)
        key = f"fact-{digest.hexdigest()[:10]}"
        seen[key] = seen.get(key, 0) + 1
        ids[index] = key if seen[key] == 1 else f"{key}-{seen[key]}"
    return ids
