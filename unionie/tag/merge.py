"""Choose among overlapping mentions.

Enters: mentions of all finders and blocked spans (quantities, times). Leaves: mentions sorted, none overlapping.

The policy: a name that the user's rules give first, unless a longer find of its label holds it; WORK over all else;
AWARD over the ORG, LOC and PERSON inside it; ORG over the LOC and PERSON inside it; else the longer one; at equal
length the label that asks for more evidence. A mention that a blocked span straddles goes.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from unionie.frames import Mention
from unionie.tag.given import RULE
from unionie.trace import note

__all__ = ["merge_mentions"]

_RANK = {"WORK": 0, "AWARD": 1, "EVENT": 2, "PERSON": 3, "ORG": 4, "TITLE": 5, "LOC": 6}
_LONGEST = 64  # characters of a name
_FIRM = frozenset({"WORK", "AWARD"})


def merge_mentions(
    mentions: Iterable[Mention], blocked: Sequence[tuple[int, int]] = (), given: Sequence[Mention] = ()
) -> list[Mention]:
    """Return the mentions that win, sorted by start, none overlapping another or straddling a blocked span.

    ``given`` are those of the user's own names.
    """
    found = sorted((m for m in mentions if m.start < m.end), key=lambda mention: mention.start)
    ranked = sorted(
        (*_outermost(given, found), *found),
        key=lambda mention: (
            mention.rule != RULE,
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
        if covered.find(1, start, end) >= 0:
            note("name.overlapped", start, end, mention=mention)
            continue
        if _straddles(mention, bars):
            note("name.straddled", start, end, mention=mention)
            continue
        covered[start:end] = b"\1" * (end - start)
        kept.append(mention)
    return sorted(kept, key=lambda mention: mention.start)


def _outermost(given: Sequence[Mention], found: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the given names but those inside a longer find of the same label: 蓝雁集团工会 holds 蓝雁集团."""
    starts = [mention.start for mention in found] if given else []
    for name in given:
        near = found[bisect_left(starts, name.start - _LONGEST) : bisect_right(starts, name.start)]
        longer = [mention for mention in near if mention.label == name.label and mention.end >= name.end]
        if not any(mention.end - mention.start > name.end - name.start for mention in longer):
            yield name


def _straddles(mention: Mention, bars: list[tuple[int, int]]) -> bool:
    """Tell whether a blocked span crosses an edge of the mention or covers it (one inside it is fine)."""
    index = bisect_right(bars, (mention.end, -1)) - 1
    while index >= 0 and bars[index][0] > mention.start - _LONGEST:
        start, end = bars[index]
        if start < mention.end and mention.start < end and not (mention.start <= start and end <= mention.end):
            return True
        index -= 1
    return False
