"""Years that stand alone before what happened in them, as chronicles have them: 【2020】中试成功…, 2005年3月　起步.

Enters: the clean text and its times. Leaves: the times with these years among them. Next: ``periods``; ``honours``
asks which year stands above.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from unionie.clean.types import CleanText
from unionie.values.types import Time

__all__ = ["with_year_lines", "year_above"]

_YEAR_LINE = re.compile(
    r"[ \u3000]*(?:[【〔\[（★●■◆▲▍|｜][ \u3000]*)?((?:19|20)\d\d)"
    r"(?:年?[】〕\]）]|年?(?=[：—|｜]|$)|(?:年(?:\d\d?月(?:\d\d?日)?)?)?(?=[ \u3000]))",
    re.MULTILINE,
)
_YEAR_KINDS = ("paragraph", "heading", "furniture")  # a year alone on its line looks like the number of a page
_FEWEST = 3  # fewer are no chronicle


def _find_year_lines(clean: CleanText) -> list[re.Match[str]]:
    return [
        match
        for block in clean.blocks
        if block.kind in _YEAR_KINDS and (match := _YEAR_LINE.match(clean.text, block.start, block.end))
    ]


def _runs_on(matches: Sequence[re.Match[str]]) -> bool:
    """Return whether no year is earlier than the one before, or none later: walls of honour begin with the last."""
    steps = {int(other[1]) - int(one[1]) for one, other in pairwise(matches)}
    return steps != {0} and (min(steps, default=0) >= 0 or max(steps) <= 0)


def year_above(clean: CleanText, position: int) -> int | None:
    """Return the year of the last of such lines before a place, where several follow each other."""
    matches = _find_year_lines(clean)
    above = [match for match in matches if match.start() < position]
    return int(above[-1][1]) if len(matches) > 1 and above and _runs_on(matches) else None


def with_year_lines(clean: CleanText, times: Sequence[Time]) -> list[Time]:
    """Return the times, and the years with which three lines or more begin, where these rise or fall throughout."""
    matches = _find_year_lines(clean)
    starts = {time.start for time in times}
    matches = [match for match in matches if match.start() not in starts and match.start(1) not in starts]
    if len(matches) < _FEWEST or not _runs_on(matches):
        return list(times)
    years = [
        Time(
            text=match.group(),
            start=match.start(),
            end=match.end(),
            kind="date",
            from_=f"{match[1]}-01-01",
            until=f"{int(match[1]) + 1}-01-01",
        )
        for match in matches
    ]
    return sorted([*times, *years], key=lambda time: time.start)
