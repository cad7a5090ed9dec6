"""Honours on the lines of lists and tables, each beside its recipients: columns, grids, rows, portraits.

Enters: the clean text, its mentions and the honours that sentences have linked. Leaves: frames, one a name.
Next: ``awards`` sets them beside the outlines, whose honours stand on other lines than those who receive them.
"""

from __future__ import annotations

from collections.abc import Sequence

from unionie.clean.types import CleanText
from unionie.frames import AwardFrame, Mention
from unionie.link.honours.contests import Setting
from unionie.link.honours.headings import is_proposal
from unionie.link.rolls.columns import link_columns
from unionie.link.rolls.grids import link_grids
from unionie.link.rolls.portraits import link_portraits
from unionie.link.rolls.rows import link_rows
from unionie.values.types import Time

__all__ = ["link_lists", "only_proposes"]


def only_proposes(clean: CleanText) -> bool:
    """Tell whether the title says that honours are proposed and not given."""
    titles = (clean.text[block.start : block.end] for block in clean.blocks if block.kind == "title")
    return any(is_proposal(title) for title in titles)


def link_lists(
    clean: CleanText,
    settings: Sequence[Setting],
    mentions: Sequence[Mention],
    awards: Sequence[Mention],
    times: Sequence[Time],
    *,
    linked: Sequence[int],
) -> list[AwardFrame]:
    """Return the frames of all such lines; the first reader of a line keeps it. ``linked`` are starts of honours."""
    by_block = {sentence.block: sentence for sentence, _ in reversed(settings)}
    frames: list[AwardFrame] = []
    for found in (
        link_grids(clean, settings, mentions),
        link_columns(clean, mentions),
        link_rows(clean, by_block, mentions, awards, linked=linked),
    ):
        lines = {frame.sentence.block for frame in frames}
        frames += (frame for frame in found if frame.sentence.block not in lines)
    done = {*linked, *(frame.award.start for frame in frames)}
    free = [award for award in awards if award.start not in done]
    return frames + link_portraits(clean, by_block, mentions, free, times)
