"""What the outlines of a text give, and which of it stands beside what other readers of lists found there.

Enters: the frames and lines that ``outline`` read. Leaves: those to keep. Next: ``awards``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from unionie.clean.types import CleanText
from unionie.frames import AwardFrame, Mention
from unionie.link.rolls.force import RULE

__all__ = ["Outline"]


@dataclass
class Outline:
    """The frames of the outlines of a text, and the numbers of the lines that they were read from."""

    frames: list[AwardFrame] = field(default_factory=list)
    lines: set[int] = field(default_factory=set)
    spent: set[int] = field(default_factory=set)  # lines that give nobody: signatures, credits

    def without(self, others: Sequence[AwardFrame]) -> Outline:
        """Return what it adds to the frames of other readers, who know more of the lines that they read whole."""
        there: dict[int, list[AwardFrame]] = {}
        for frame in others:
            there.setdefault(frame.sentence.block, []).append(frame)
        own: dict[int, list[AwardFrame]] = {}
        for frame in self.frames:
            own.setdefault(frame.sentence.block, []).append(frame)
        heads = {frame.award.start for frame in others}
        kept = {number for number, frames in own.items() if _adds(frames, there.get(number, []), heads)}
        given = [number for number in own if number not in kept]
        frames = sorted((frame for number in kept for frame in own[number]), key=lambda frame: frame.sentence)
        lines = self.lines.difference(given, there.keys() - kept) | self.spent
        return Outline(frames, lines, self.spent)

    def beside(self, frames: Sequence[AwardFrame]) -> list[AwardFrame]:
        """Return the frames of other readers whose lines it leaves to them."""
        return [frame for frame in frames if frame.sentence.block not in self.lines]

    def left(self, clean: CleanText, awards: Sequence[Mention]) -> list[Mention]:
        """Return the honours that stand on no line that was read."""
        blocks = clean.blocks
        lines = (bisect_right(blocks, award.start, key=lambda block: block.start) - 1 for award in awards)
        return [award for award, line in zip(awards, lines, strict=True) if line not in self.lines]


def _adds(own: Sequence[AwardFrame], others: Sequence[AwardFrame], heads: set[int]) -> bool:
    """Tell whether a line's frames name somebody whom the others do not, or the honour more fully."""
    if not others:
        return not (own[0].award.start in heads and own[0].award.rule == RULE and own[0].rank is None)
    named = {frame.recipient: frame.name for frame in others}
    fuller = any(
        frame.name != named[frame.recipient]
        and (frame.name.startswith if frame.rank else frame.name.endswith)(named[frame.recipient])
        for frame in own
        if frame.recipient in named
    )
    given = {(frame.recipient, frame.name) for frame in own}
    more = given > {(frame.recipient, frame.name) for frame in others}
    return fuller or more or not {frame.recipient for frame in own} <= named.keys()
