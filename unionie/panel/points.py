"""What a series consists of: one figure for one body and time.

Enters: nothing. Leaves: ``Point``, whose fields are the columns of the tidy table, in their order. Next: every other
module of ``panel``.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from unionie.records import Period, Span
from unionie.records.models import Direction, Measure, Modality, PrecisionMark

__all__ = ["Point"]


@dataclass(slots=True, kw_only=True)
class Point:
    """A figure of the series: a fact, or what several reports agree on.

    ``body`` is whose it is, by the shortest name that tells it from the others; ``organization`` is None where it is an
    area. ``year`` is None for what spans several. ``value`` and ``high`` are in ``unit``, one for the whole series
    where units convert; decreases and what lies below are negative. ``chosen`` marks the one figure of its body, year,
    measure and modality to go on with; ``conflict`` those that another report's figure contradicts. ``sources`` are the
    reports that state it, the one that ``indicator``, ``report`` … are taken from first. ``link`` is its place on
    the evidence page of the records.
    """

    body: str
    region: str | None
    organization: str | None
    year: int | None
    value: Decimal
    high: Decimal | None
    unit: str | None
    unit_code: str | None
    precision: PrecisionMark
    measure: Measure
    modality: Modality
    direction: Direction | None
    baseline: str | None
    chosen: bool = False
    conflict: bool = False
    indicator: str
    concept: str | None
    subject: str | None
    period: Period | None
    as_of: str | None
    written_unit: str | None
    sources: tuple[str, ...]
    report: str
    title: str | None
    published: str | None
    fact: str
    part_of: str | None
    confidence: float
    mention: Span | None
    evidence: Span
    link: str

    @property
    def whole(self) -> bool:
        """Whether the figure is of a whole year, or of its last day."""
        if self.as_of is not None:
            return self.as_of[5:] == "12-31"
        return self.period is not None and (self.period.start[5:], self.period.end[5:]) == ("01-01", "12-31")
