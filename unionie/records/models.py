"""The records that come out: facts, awards, people, organizations, entities, notices, sections.

Enters: nothing. Leaves: frozen dataclasses; every Span in them indexes the caller's text.
``None`` means not stated. Field meanings are those of the README's tables.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NoReturn, get_args

from unionie.errors import InputError
from unionie.records.spans import Span

Measure = Literal["level", "change", "gap", "share", "rank"]
Direction = Literal["increase", "decrease", "above", "below"]
Modality = Literal["actual", "target"]
PrecisionMark = Literal["exact", "about", "nearly", "over", "at_least", "under", "at_most", "range", "vague"]
RecipientType = Literal["person", "organization", "team", "work"]
AwardLevel = Literal["national", "province", "city", "county", "enterprise"]
PersonRole = Literal["author", "official", "awardee", "speaker", "other"]
OrganizationType = Literal["union", "government", "party", "company", "school", "hospital", "media", "court", "other"]
EntityLabel = Literal["ORG", "PERSON", "AWARD", "LOC", "WORK", "DATE", "TITLE", "EVENT"]

_PRECISIONS = frozenset(get_args(PrecisionMark))
_MEASURES = frozenset(get_args(Measure))
_DIRECTIONS = frozenset((None, *get_args(Direction)))
_MODALITIES = frozenset(get_args(Modality))
_ALLOWED = {"precision": _PRECISIONS, "measure": _MEASURES, "direction": _DIRECTIONS, "modality": _MODALITIES}


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The days that something covers: ISO dates, both inclusive, and the words that say so (None if inferred)."""

    start: str
    end: str
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading: its words, their span and its level (1 is the highest)."""

    text: str
    span: Span
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """The text gives a quantity for something.

    ``value`` and ``high`` are exact decimals in the base unit (109.67万元 → 1096700). ``concept`` is the id of the
    canonical indicator that ``indicator`` is (发展会员, 新增会员 → union.new_members), None where none is sure.
    ``confidence``, between 0 and 1, estimates how likely quantity and indicator are right: it is fitted to the dev
    split of ``corpora/reports`` (``unionie calibrate`` fits it and prints how reliable it is).
    """

    id: str
    indicator: str
    concept: str | None = None
    value: Decimal
    high: Decimal | None = None
    unit: str | None = None
    unit_code: str | None = None
    precision: PrecisionMark = "exact"
    measure: Measure = "level"
    direction: Direction | None = None
    baseline: str | None = None
    modality: Modality = "actual"
    subject: str | None = None
    subject_full: str | None = None
    period: Period | None = None
    as_of: str | None = None
    part_of: str | None = None
    section: str | None = None
    mentions: tuple[Span, ...] = ()
    evidence: Span
    rule: str = ""
    confidence: float = 1.0

    def __post_init__(self) -> None:
        """Check what the arithmetic and the tables rely on: in one expression, a report has hundreds of facts."""
        try:
            if (
                self.value.is_finite()
                and 0 <= self.confidence <= 1
                and self.precision in _PRECISIONS
                and self.measure in _MEASURES
                and self.direction in _DIRECTIONS
                and self.modality in _MODALITIES
                and (self.high is None or self.high.is_finite())
            ):
                return
        except (AttributeError, TypeError):  # of another type than Decimal, or than a number
            pass
        _refuse(self)


def _refuse(fact: Fact) -> NoReturn:
    """Raise the InputError that says which field of a fact does not fit."""
    for name, allowed in _ALLOWED.items():
        if getattr(fact, name) not in allowed:
            raise InputError(f"fact {fact.id}: {name} is none of its values: {getattr(fact, name)!r}")
    for name in ("value", "high"):
        value = getattr(fact, name)
        if not (isinstance(value, Decimal) and value.is_finite()) and (name, value) != ("high", None):
            raise InputError(f"fact {fact.id}: {name} is no finite Decimal: {value!r}")
    raise InputError(f"fact {fact.id}: confidence is a number from 0 to 1, not {fact.confidence!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Award:
    """One recipient and one honour; ``confidence`` estimates how likely both are right, as that of a Fact does."""

    id: str
    recipient: str
    recipient_type: RecipientType
    affiliation: str | None = None
    award: str
    rank: str | None = None
    level: AwardLevel | None = None
    grantor: str | None = None
    year: int | None = None
    mentions: tuple[Span, ...] = ()
    evidence: Span
    rule: str = ""
    confidence: float = 1.0

    def __post_init__(self) -> None:
        """Check the confidence."""
        if not 0 <= self.confidence <= 1:
            raise InputError(f"award {self.id}: confidence is a number from 0 to 1, not {self.confidence!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A named person, once, with the organization and titles that the text gives."""

    id: str
    name: str
    organization: str | None = None
    titles: tuple[str, ...] = ()
    role: PersonRole = "other"
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization:
    """A named organization, once; ``full_name`` where the report lets a reader know it."""

    id: str
    name: str
    full_name: str | None = None
    type: OrganizationType = "other"
    aliases: tuple[str, ...] = ()
    parent: str | None = None
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A named stretch of the text; ``record`` is the id of the record that it belongs to, or None."""

    text: str
    start: int
    end: int
    label: EntityLabel
    record: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What a reader should know: ``kind`` is a stable name, ``message`` a sentence, ``evidence`` the places."""

    kind: str
    message: str
    evidence: tuple[Span, ...] = ()
