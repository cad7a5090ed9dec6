"""Choose among overlapping mentions.

Enters: mentions of all finders and blocked spans (quantities, times). Leaves: mentions sorted, none overlapping.

The policy: WORK over all; AWARD over the ORG, LOC and PERSON inside it; ORG over the LOC and PERSON inside it; else the
longer one; at equal length the label that asks for more evidence. A mention that a blocked span straddles goes.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from unionie.frames import Mention

__all__ = ["merge_mentions"]

_RANK = {"WORK": 0, "AWARD": 1, "EVENT": 2, "PERSON": 3, "ORG": 4, "TITLE": 5, "LOC": 6}
_FIRM = frozenset({"WORK", "AWARD"})


def merge_mentions(mentions: Iterable[Mention], blocked: Sequence[tuple[int, int]] = ()) -> list[Mention]:
    """Return the mentions that win, sorted by start, none overlapping another or straddling a blocked span."""
    ranked = sorted(
        (mention for mention in mentions if mention.start < mention.end),
        key=lambda mention: (
            mention.label not in _FIRM,
            -(mention.end - mention.start),
            _RANK.get(mention.label, 9),
            mention.start,
        ),
    )
    bars = sorted(blocked)
    kept: list[Mention] = []
    covered = bytearray(max((mention.end for mention in ranked), default=0))
    for mention in ranked:
        start, end = mention.start, mention.end
        if covered.find(1, start, end) >= 0 or _straddles(mention, bars):
            continue
        covered[start:end] = b"\1" * (end - start)
        kept.append(mention)
    return sorted(kept, key=lambda mention: mention.start)


def _straddles(mention: Mention, bars: list[tuple[int, int]]) -> bool:
    """Tell whether a blocked span crosses an edge of the mention or covers it (one inside it is fine)."""
    index = bisect_right(bars, (mention.end, -1)) - 1
    while index >= 0 and bars[index][0] > mention.start - 64:
        start, end = bars[index]
        if start < mention.end and mention.start < end and not (mention.start <= start and end <= mention.end):
            return True
        index -= 1
    return False
