"""What is in force at a line of an outline: a contest, a group, an honour, a placing, the columns of a table.

Enters: what labels and placings say. Leaves: the ``Honour`` that the names of a line receive. Next: ``outline``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from unionie.frames import Mention
from unionie.link.honours.cues import personal
from unionie.link.honours.names import Honour, strip_marks
from unionie.link.honours.recipients import Recipient
from unionie.link.rolls.items import goes_to_bodies
from unionie.link.rolls.lines import Cell, Columns, Label

__all__ = ["EVENT", "ON_LINE", "RULE", "UNNUMBERED", "Force", "depth_below"]

RULE = "award.outline"
UNNUMBERED = 9  # the depth of a label without a number
ON_LINE = 8  # of a group that a placing follows at once: 钳工组|第一名甲
# What stands before the name of a contest in a title: 表扬2015年|….
_LEAD = re.compile("(?:关于)?(?:表彰|表扬|通报|公布)?(?:[12][0-9]{3}年度?)?")
_CHOSEN = re.compile("(?<=[展赛奖])评[选比]$|(?<=活动|征文)评[选比]$")  # what is done with the entries
_SHORT = 4  # characters of the name of a prize that has grades of its own
# An event of a contest, not only a group of those who compete.
EVENT = re.compile("男|女|混合|[0-9]米|公斤|接力|总分|跳[远高]|铅球")


def depth_below(label: Label) -> int:
    """Return how deep a label stands; one without a number stands deepest."""
    return UNNUMBERED if label.depth is None else label.depth


@dataclass
class Force:
    """What a line stands under; ``base`` is an honour whose grades are given, ``counted`` whether numbers place."""

    open: bool = False
    contest: Cell | None = None
    base: Mention | None = None
    given: Mention | None = None
    given_depth: int = UNNUMBERED
    beside: bool = False  # its names stand on the line of the honour in force
    groups: list[tuple[int, Cell]] = field(default_factory=list)
    rank: str | None = None
    rank_at: Cell | None = None
    counted: bool = False
    columns: Columns | None = None
    employer: Cell | None = None  # of the people below: 州民族中学：
    stray: int = 0
    used: bool = False  # somebody has received the honour in force

    def give(self, at: Cell, depth: int, attrs: dict[str, Any]) -> None:
        """Put an honour in force; what stood under another one ends."""
        self.given, self.given_depth, self.groups = Mention(*at, "AWARD", RULE, attrs), depth, []
        self.beside = self.used = False
        self._begin()

    def is_beside(self, depth: int) -> bool:
        """Tell whether a numbered line with names is one in a row of honours: 二、种粮大户：甲 below 一、先进村：乙."""
        return self.given is not None and self.beside and depth == self.given_depth < UNNUMBERED

    def group(self, at: Cell, depth: int, *, named: bool, counted: bool) -> None:
        """Put a group in force, part of the names of honours if it is ``named``; a number ends what is as deep."""
        self.groups = [each for each in self.groups if each[0] < depth]
        if named:
            self.groups.append((depth, at))
        if depth < UNNUMBERED and depth <= self.given_depth:
            self.given = None
        self._begin()
        self.counted = counted

    def _begin(self) -> None:
        self.rank, self.rank_at, self.columns, self.employer, self.counted = None, None, None, None, False

    def employed(self, recipient: Recipient) -> Recipient:
        """Return a person of a line with the body that stands over it; other recipients are none of its people."""
        if recipient.kind != "person" or recipient.affiliation or self.employer is None:
            return recipient
        return recipient._replace(affiliation=self.employer)

    def personal(self, text: str) -> bool:
        """Tell whether only persons receive the honour in force: 优秀教师."""
        if self.given is None:
            return False
        return personal(str(self.given.attrs.get("name") or text[self.given.start : self.given.end]))

    def to_bodies(self, text: str) -> bool:
        """Tell whether a label gives an honour that only bodies and teams receive: 青年文明号（10个）."""
        if self.given is None or self.rank is not None:
            return False
        return goes_to_bodies(strip_marks(text[self.given.start : self.given.end]))

    def fits(self, text: str, recipient: Recipient) -> bool:
        """Tell whether somebody whom a line names may receive the honour in force."""
        return recipient.kind in ("person", "unsure") or not self.personal(text)

    def place(self, rank: str, at: Cell) -> None:
        """Put a placing in force; in a contest 节目奖 above it is the name of a group."""
        if self.contest and self.given and self.given.end - self.given.start <= _SHORT and not self.given.attrs:
            self.given = None
        self.rank, self.rank_at, self.employer = rank, at, None

    def honour(self, text: str, line: Cell) -> Honour | None:
        """Return the honour of a line: the one in force, or a placing in the contest; None where neither is."""
        at = self.rank_at or line
        if self.given is not None:
            if self.rank is None:
                return Honour(self.given, None, None)
            named = self.given.attrs.get("name")
            named = None if named == strip_marks(text[slice(*self.given[:2])]) else named
            mention = Mention(*at, "AWARD", RULE, {"name": named} if named else {})
            return Honour(mention, None, self.rank, parts=() if named else (self.given[:2],))
        if self.contest is None or self.rank is None:
            return None
        lead = _LEAD.match(text, *self.contest)
        chosen = _CHOSEN.search(text, *self.contest)
        parts = [(lead.end() if lead else self.contest[0], chosen.start() if chosen else self.contest[1])]
        # 钳工组 over lines or apart is no event of its own
        parts += (cell for depth, cell in self.groups if depth == ON_LINE or EVENT.search(text, *cell))
        return Honour(Mention(*at, "AWARD", RULE, {}), None, self.rank, parts=tuple(parts))
