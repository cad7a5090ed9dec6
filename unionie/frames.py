"""What the stages hand to each other: mentions, and the frames that link them.

Enters: nothing. Leaves: light, plain types with offsets into the **clean** text (``CleanText.text``).
``tag`` makes mentions, ``link`` makes frames of them, ``resolve`` makes records of frames.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from unionie.values.types import Quantity, Time


class Sentence(NamedTuple):
    """A sentence: clean offsets and the index of the block (line) in which it stands."""

    start: int
    end: int
    block: int


class Mention(NamedTuple):
    """A named stretch of the clean text.

    ``label`` is one of ORG PERSON LOC AWARD WORK TITLE EVENT DATE; ``rule`` says what found it;
    ``attrs`` holds plain JSON values (ORG: ``type``; LOC: ``level``; AWARD: ``name``, ``rank``, ``level``;
    PERSON: ``name``).
    """

    start: int
    end: int
    label: str
    rule: str
    attrs: dict[str, Any]


class Head(NamedTuple):
    """A name at the head of a clause, to whom its figures may belong: where it stands, its words, its label.

    ``label`` is ORG, LOC, DEICTIC (全市, 我院), THING (双江二期, a unit without a name), SPEAKER (the body of
    who speaks), LABEL (the unit whose line it is: 2.儿科：…), SCENE (what a
    feature presents: 楼下就是|扶贫车间) or PERSON; ``text`` is "" for a person.
    """

    start: int
    text: str
    label: str


@dataclass(slots=True, kw_only=True)
class FactFrame:
    """A quantity linked, inside its sentence, to what it measures; resolution fills the rest."""

    quantity: Quantity
    sentence: Sentence
    indicator: str
    measure: str = "level"
    direction: str | None = None
    baseline: str | None = None
    modality: str = "actual"
    subject: str | None = None  # None: the report's own body; "": a person's figure, which has none
    meant: str | None = None  # the name that the words of the subject point to: 甲村 for 村里
    times: list[Time] = field(default_factory=list)
    part_of: int | None = None
    aside: bool = False  # stands in a bracket
    action: bool = False  # the indicator tells what was done, not what there is
    rule: str = ""
    confidence: float = 1.0


@dataclass(slots=True, kw_only=True)
class AwardFrame:
    """A recipient linked to an honour in one sentence."""

    recipient: str
    recipient_type: str
    affiliation: str | None
    award: Mention
    name: str
    rank: str | None
    level: str | None
    grantor: str | None
    time: Time | None
    sentence: Sentence
    rule: str = ""
    confidence: float = 1.0


@dataclass(slots=True, kw_only=True)
class PersonFrame:
    """One mention of a person linked to posts and an organization in its sentence.

    ``near`` is the body of the paragraph where such a post is held, should nothing else tell where.
    """

    person: Mention
    name: str
    organization: str | None
    titles: list[str]
    role: str
    rule: str = ""
    near: str | None = None
