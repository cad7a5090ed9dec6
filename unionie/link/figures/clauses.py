"""A sentence as clauses: the stretches in which a value and its indicator stand together.

Enters: a sentence, the quantities and times in it. Leaves: clauses with their quantities, brackets apart.
Next: ``facts`` walks the clauses in order.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from unionie.frames import Mention, Sentence
from unionie.values.types import Quantity, Time

TIME = "\x01"  # stands for each character of a time in a masked sentence
ASIDE = "\x02"  # stands for each character of a bracket that is read apart
KEPT = "\x03"  # stands for punctuation inside a name or a quotation

_BRACKET = re.compile(r"[（(\[【][^（）()\[\]【】]*[）)\]】]")
_BREAK = re.compile(r"[，；：。！？,;:!?\n\t◆◇●■□★☆▲△]|——|—(?!(?<=\d—)\d)")  # not 0—6岁
_QUOTED = re.compile(r"“[^“”]{1,40}”|‘[^‘’]{1,40}’|「[^「」]{1,40}」|《[^《》]{1,60}》")
# The label of an item: ●教育　残疾儿童入学率87%.
_LABEL = re.compile("[●◆◇■□★☆▲△○▪•※►▶][ \u3000]*[一-鿿“”0-9]{2,24}\u3000+(?=[^ \u3000])")
# In what circumstances something was so, read apart as a bracket is: 出口|在进口下降10%的情况下|增长6%.
_UNDER = re.compile(
    r"(?:在(?<![现存所实正自旨]在)|面对)(?P<what>[^，。；：在（）、]{0,24}?)的?(?:(?:情况|背景|条件|形势|环境|压力|高?基数)下|(?:形势|局面)(?=，))"
)
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
    if label := _LABEL.match(text, base, sentence.end):
        chars[label.end() - 1 - base] = "："
    for time in times:
        chars[time.start - base : time.end - base] = TIME * (time.end - time.start)
    masked = "".join(chars)
    starts = [quantity.start - base for quantity in quantities]
    asides = [
        (match.start(), match.end(), match.start() + 1, match.end() - 1)
        for match in _BRACKET.finditer(masked)
        if TIME in match.group() or bisect_left(starts, match.start()) < bisect_left(starts, match.end())
    ]
    asides += [(match.start(), match.end(), *match.span("what")) for match in _UNDER.finditer(masked)]
    asides.sort()
    for start, end, _, _ in asides:
        chars[start:end] = ASIDE * (end - start)
    outer = "".join(chars)
    clauses = _cut(outer, base, 0, len(outer), [q for q in quantities if outer[q.start - base] != ASIDE], 0)
    edges = [clause.start for clause in clauses]
    for start, end, opens, closes in asides:
        inner = quantities[bisect_left(starts, start) : bisect_left(starts, end)]
        host = clauses[bisect_right(edges, base + start) - 1] if edges and edges[0] <= base + start else None
        if inner and host is not None:
            host.asides.extend(_cut(masked, base, opens, closes, inner, 1))
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
    starts = [quantity.start for quantity in quantities]
    spans = [(m.start, m.end) for m in mentions]
    spans += [match.span() for match in _QUOTED.finditer(text, sentence.start, sentence.end)]
    for start, end in spans:
        if bisect_left(starts, start) < bisect_left(starts, end):
            continue
        for match in _PUNCTUATION.finditer(text, max(start, sentence.start), min(end, sentence.end)):
            chars[match.start() - base] = KEPT


def _cut(text: str, base: int, start: int, end: int, quantities: Sequence[Quantity], depth: int) -> list[Clause]:
    """Return the clauses of a stretch of the masked sentence; a mark inside a value ends none."""
    clauses = []
    opening = "（" if depth else ""
    position = start
    starts = [quantity.start - base for quantity in quantities]
    taken = 0
    for match in [*_BREAK.finditer(text, start, end), None]:
        stop = match.start() if match else end
        before = bisect_right(starts, stop) - 1
        if match and before >= 0 and stop < quantities[before].end - base:
            continue
        upto = bisect_left(starts, stop)
        if stop > position:
            clauses.append(Clause(base + position, base + stop, list(quantities[taken:upto]), opening, depth))
        taken = upto
        if match:
            opening, position = match.group()[0], match.end()
    return clauses
