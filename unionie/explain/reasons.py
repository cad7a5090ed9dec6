"""What an explanation consists of, and how it reads.

Enters: nothing. Leaves: ``Reason``s in ``Part``s in an ``Explanation``, plain values that print themselves. Next: the
user.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from html import escape
from typing import Any, Literal

from rich.cells import cell_len

from unionie.records import Span

__all__ = ["Explanation", "Part", "Reason", "Verdict"]

Verdict = Literal["chosen", "refused", "known"]
_MARKS: dict[Verdict, str] = {"chosen": "+", "refused": "-", "known": "·"}


@dataclass(frozen=True, slots=True)
class Reason:
    """One decision: ``step`` names what was decided, ``rule`` is the stable name of why, ``text`` says it.

    ``refused`` is a candidate that was not taken, ``known`` what the decision was made of. ``span`` is where the words
    that decided stand, None where they are no stretch of the text.
    """

    step: str
    verdict: Verdict
    rule: str
    text: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch that was decided on: the record that it became, None for none, and why."""

    span: Span
    title: str
    record: str | None
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """What was decided at one place of a report; ``print(explanation)`` shows it."""

    start: int
    end: int
    parts: tuple[Part, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON types."""
        plain = dataclasses.asdict(self)
        for part, given in zip(plain["parts"], self.parts, strict=True):
            part["span"] = given.span._asdict()
            part["reasons"] = list(part["reasons"])
            for reason, own in zip(part["reasons"], given.reasons, strict=True):
                reason["span"] = None if own.span is None else own.span._asdict()
        plain["parts"] = list(plain["parts"])
        return plain

    def __str__(self) -> str:
        return "\n\n".join("\n".join(_tell(part)) for part in self.parts)

    def _repr_html_(self) -> str:
        return f"<pre>{escape(str(self))}</pre>"


def _tell(part: Part) -> list[str]:
    words = " ".join(part.span.text.split())
    lines = [f"{part.span.start}-{part.span.end} {words}: {part.title}"]
    width = max((cell_len(reason.step) for reason in part.reasons), default=0)
    step = ""
    for reason in part.reasons:
        named = reason.step if reason.step != step else ""
        step = reason.step
        pad = " " * (width - cell_len(named))
        lines.append(f"  {named}{pad}  {_MARKS[reason.verdict]} {reason.text}")
    return lines
