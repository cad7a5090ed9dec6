"""A sentence as clauses: the stretches in which a value and its indicator stand together.

Enters: a sentence, the quantities and times in it. Leaves: clauses with their quantities, brackets apart.
Next: ``facts`` walks the clauses in order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from unionie.frames import Mention, Sentence
from unionie.values.types import Quantity, Time

TIME = "\x01"  # stands for each character of a time in a masked sentence
ASIDE = "\x02"  # stands for each character of a bracket that is read apart
KEPT = "\x03"  # stands for punctuation inside a name or a quotation

_BRACKET = re.compile(r"[（(\[【][^（）()\[\]【】]*[）)\]】]")
_BREAK = re.compile(r"[，；：。！？,;:!?\n\t—]|——")
_QUOTED = re.compile(r"“[^“”]{1,40}”|‘[^‘’]{1,40}’|「[^「」]{1,40}」|《[^《》]{1,60}》")
_PUNCTUATION = re.compile(r"[，；：。！？、,;:!?]")


@dataclass(slots=True)
class Clause:
    """A stretch between clause marks: clean offsets, its quantities, and the mark that ends the one before it."""

    start: int
    end: int
    quantities: list[Quantity]
    opening: str  # the mark before the clause: "，", "；", "（" …, "" at the start of a sentence
    depth: int = 0  # 0 in the open sentence, 1 inside a bracket
    asides: list[Clause] = field(default_factory=list)  # clauses of the brackets that stand in it


@dataclass(slots=True)
class MaskedSentence:
    """A sentence whose times, asides and protected punctuation are masked, offset by offset."""

    start: int
    outer: str  # brackets that are read apart are masked
    inner: str  # they are readable

    def between(self, start: int, end: int, depth: int) -> str:
        """Return the masked characters between two clean offsets, as read at a bracket depth."""
        text = self.inner if depth else self.outer
        return text[start - self.start : end - self.start]


def split_clauses(
    text: str, sentence: Sentence, quantities: Sequence[Quantity], times: Sequence[Time], mentions: Sequence[Mention]
) -> tuple[MaskedSentence, list[Clause]]:
    """Return the masked sentence and its clauses in order, those of a bracket inside the clause around it."""
    chars = list(text[sentence.start : sentence.end])
    base = sentence.start
    _protect_names(chars, base, text, sentence, quantities, mentions)
    for time in times:
        chars[time.start - base : time.end - base] = TIME * (time.end - time.start)
    masked = "".join(chars)
    asides = [
        (match.start(), match.end())
        for match in _BRACKET.finditer(masked)
        if TIME in match.group() or any(base + match.start() <= q.start < base + match.end() for q in quantities)
    ]
    outer = masked
    for start, end in asides:
        outer = outer[:start] + ASIDE * (end - start) + outer[end:]
    clauses = _cut(outer, base, 0, len(outer), [q for q in quantities if not _inside(q.start - base, asides)], 0)
    for start, end in asides:
        inner = [q for q in quantities if start <= q.start - base < end]
        host = next((clause for clause in clauses if clause.start <= base + start < clause.end), None)
        if inner and host is not None:
            host.asides.extend(_cut(masked, base, start + 1, end - 1, inner, 1))
    return MaskedSentence(base, outer, masked), clauses


def _protect_names(
    chars: list[str],
    base: int,
    text: str,
    sentence: Sentence,
    quantities: Sequence[Quantity],
    mentions: Sequence[Mention],
) -> None:
    """Mask clause marks inside quotations, titles and names, so that they end no clause."""
    spans = [(m.start, m.end) for m in mentions]
    spans += [match.span() for match in _QUOTED.finditer(text, sentence.start, sentence.end)]
    for start, end in spans:
        if any(start <= q.start < end for q in quantities):
            continue
        for index in range(start, end):
            if _PUNCTUATION.match(text[index]):
                chars[index - base] = KEPT


def _inside(offset: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= offset < end for start, end in spans)


def _cut(text: str, base: int, start: int, end: int, quantities: list[Quantity], depth: int) -> list[Clause]:
    clauses = []
    opening = "（" if depth else ""
    position = start
    values = [(q.start - base, q.end - base) for q in quantities]
    for match in [*_BREAK.finditer(text, start, end), None]:
        stop = match.start() if match else end
        if match and _inside(stop, values):
            continue
        inside = [q for q in quantities if position <= q.start - base < stop]
        if stop > position:
            clauses.append(Clause(base + position, base + stop, inside, opening, depth))
        if match:
            opening, position = match.group()[0], match.end()
    return clauses
