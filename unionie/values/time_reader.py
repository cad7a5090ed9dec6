"""What the grammar of times works on: tokens, the reference, the last date of the text; and its intermediate result.

Enters: text and reference. Leaves: ``Reader`` (read-only for the rules) and ``Moment``. Next: ``time_points``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from unionie.values.time_calendar import day_of, floor, shift
from unionie.values.time_tokens import Token

__all__ = ["NOWHERE", "Moment", "Reader", "Step", "days", "span_of"]

_ITEMS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
_ITEM = re.compile(r"(?:^|\n)[ \t\u3000]*([0-9]+|[一二三四五六七八九十]+)[、.．]")
_LAST_ITEM = 99
_ITEM_REACH = 5000  # characters in which the item before one stands
NEAR = 500
"""A year, month or day that the text states holds for the following incomplete dates within so many characters."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A placed stretch of time, half-open; ``start`` None: it cannot be placed.

    ``grain`` is the unit it was named by. ``stated`` says that its year stands in the text.
    ``dateless`` moments are clock times on a placeholder day. ``also`` are other readings.
    """

    grain: str
    start: datetime | None = None
    until: datetime | None = None
    vague: bool = False
    stock: bool = False
    stated: bool = False
    dateless: bool = False
    also: tuple[tuple[datetime, datetime], ...] = ()

    def with_vague(self) -> Moment:
        """Return the same stretch, marked as vague."""
        return replace(self, vague=True)


NOWHERE = Moment("none", vague=True)
Step = tuple[Moment, int]
"""What a rule returns: a moment and the index of the token behind it."""


@dataclass(frozen=True, slots=True)
class Reader:
    """The tokens of a text with what incomplete times are completed from.

    ``republic`` says that years may count from 1911 (109年底 is 2020).
    """

    text: str
    tokens: list[Token]
    reference: datetime | None = None
    timed: bool = False
    anchor: Moment | None = None
    anchor_at: int = 0
    republic: bool = False

    def kind(self, i: int) -> str:
        """Return the kind of token ``i`` ("" behind the end)."""
        try:
            return self.tokens[i].kind
        except IndexError:
            return ""

    def word(self, i: int) -> str:
        """Return token ``i`` as it is written (folded)."""
        token = self.tokens[i]
        return self.text[token.start : token.end] if token.kind else ""

    def number(self, i: int) -> int:
        """Return the value of a plain number token, else -1."""
        return self.tokens[i].number if self.kind(i) == "num" else -1

    def near(self, i: int) -> Moment | None:
        """Return the last stated date if it stands near token ``i``, or anywhere before it without a reference."""
        if self.anchor is None or self.anchor.start is None:
            return None
        if self.reference is None or self.tokens[i].start - self.anchor_at <= NEAR:
            return self.anchor
        return None

    def last_period(self, i: int) -> tuple[Moment, datetime, datetime] | None:
        """Return the near period with its ends that 同期 compares with: at most a year long, no plain day."""
        near = self.near(i)
        if near is None or near.start is None or near.until is None or near.until - near.start > timedelta(days=366):
            return None
        return (near, near.start, near.until) if near.stock or near.until - near.start > timedelta(days=1) else None

    def today(self) -> datetime | None:
        """Return midnight of the reference day."""
        return floor(self.reference, "day") if self.reference else None

    def base(self, i: int) -> tuple[datetime | None, bool]:
        """Return the date that completes an incomplete one at token ``i``, and whether the text states it."""
        near = self.near(i)
        return (near.start, True) if near else (self.today(), False)

    def after(self, moment: Moment, at: int) -> Reader:
        """Return a reader whose last date is ``moment``."""
        if moment.start is None or moment.dateless:
            return self
        return replace(self, anchor=moment, anchor_at=at)

    def follows(self, i: int) -> str:
        """Return the two characters behind token ``i - 1``."""
        end = self.tokens[i - 1].end
        return self.text[end : end + 2]

    def starts_line(self, i: int) -> bool:
        """Tell whether token ``i`` stands first in its line, as item numbers do."""
        start = self.tokens[i].start
        return self.text[max(0, start - 8) : start].rstrip(" \t\u3000")[-1:] in ("", "\n")

    def is_item(self, i: int) -> bool:
        """Tell whether number ``i`` counts its line: it stands first there, the number before it in an earlier line."""
        if not self.starts_line(i):
            return False
        number, start = self.number(i), self.tokens[i].start
        if not 1 < number <= len(_ITEMS):
            return number <= _LAST_ITEM
        before = str(number - 1) if self.word(i).isascii() else _ITEMS[number - 2]
        window = self.text[max(0, start - _ITEM_REACH) : start]
        return any(match[1] == before for match in _ITEM.finditer(window))

    def precedes(self, i: int) -> str:
        """Return the three characters before token ``i``."""
        start = self.tokens[i].start
        return self.text[max(0, start - 3) : start]


def span_of(start: datetime | None, grain: str, count: int = 1) -> Moment:
    """Return the moment of ``count`` units from the start of the unit in which ``start`` lies."""
    if start is None:
        return Moment(grain)
    first = floor(start, grain)
    return Moment(grain, first, shift(first, grain, count))


def days(year: int, month: int, day: int, count: int = 1) -> Moment:
    """Return the moment of ``count`` days from a date."""
    start = day_of(year, month, day)
    return Moment("day", start, shift(start, "day", count))
