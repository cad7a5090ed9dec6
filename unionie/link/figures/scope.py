"""What reading a sentence needs, and what its clauses leave to the next ones.

Enters: the clean text and a sentence of it. Leaves: a Reader, a Scope. Next: ``facts`` and ``indicators`` share them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from unionie.clean.types import CleanText
from unionie.frames import FactFrame, Sentence
from unionie.link.figures.clauses import MaskedSentence
from unionie.link.figures.phrases import Tagger, clean_phrase
from unionie.values.types import Quantity, Time


@dataclass(slots=True)
class Scope:
    """What the clauses read so far leave to the next ones."""

    frames: list[FactFrame]
    first: int = 0  # index of the sentence's first frame
    block: int = 0  # index of the paragraph's first frame
    topic: str = ""  # the indicator that a value without one inherits
    before: str = ""  # the topic of the sentence before in the paragraph
    clause_topic: str = ""  # the topic when the clause began
    bare: tuple[int, int] | None = None  # the last clause without a value
    total: int | None = None  # index of the frame that 其中 divides
    outer: tuple[int | None, list[int]] | None = None  # the total and its parts that a 其中 inside a part keeps waiting
    divided: int | None = None  # index of the level that 其中 stands behind, also where it has no parts: a mean
    parts: list[int] = field(default_factory=list)
    bare_values: list[tuple[Quantity, Sentence]] = field(default_factory=list)  # of the text, for want of words
    listed: list[str] = field(default_factory=list)  # what the sentence last listed before 分别
    breakdown: bool = False
    once: bool = False  # the total is that of the next run alone: 62个小组中还有|5个
    pending: bool = False  # a 其中 whose first part is still to come
    consumed: int = 0  # clean offset up to which words belong to the value before

    def spoken_of(self) -> str:
        """Return what a sentence leaves to the next one: its topic, or the total of which the topic is a part."""
        last = self.frames[-1] if len(self.frames) > self.first else None
        if last is None or last.part_of is None or self.topic != last.indicator or last.quantity.unit == "%":
            return self.topic
        return self.frames[last.part_of].indicator


@dataclass(slots=True)
class Reader:
    """Everything that reading one sentence needs."""

    clean: CleanText
    sentence: Sentence
    masked: MaskedSentence
    times: Sequence[Time]
    tag: Tagger
    subjects: dict[int, int]  # start → end of the names that may head a clause
    honours: dict[int, int]  # start → end of the honours
    posts: dict[int, int]  # start → end of the posts

    def words(self, start: int, end: int, depth: int) -> str:
        """Return the masked words between two clean offsets."""
        return self.masked.between(start, end, depth)

    def phrase(self, start: int, end: int, depth: int) -> str:
        """Return the phrase between two clean offsets."""
        return clean_phrase(self.words(start, end, depth), self.clean.phrases[start:end])


class Indicator(NamedTuple):
    """An indicator, the rule that found it, and the clean offset up to which words are used up."""

    text: str
    rule: str
    consumed: int
