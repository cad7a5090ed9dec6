"""Years that stand alone before what happened in them, as chronicles have them: 【2020】中试成功…, 2005年3月　起步.

Enters: the clean text and its times. Leaves: the times with these years among them, and the days and months beneath
in their years. Next: ``periods``; ``honours`` asks which year stands above.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from unionie.clean.types import Block, CleanText
from unionie.resolve.times.anchors import names_year, shift_years
from unionie.resolve.times.year_told import in_year
from unionie.values.types import Time

__all__ = ["beneath_years", "is_year_line", "with_year_lines", "year_above"]

_YEAR_LINE = re.compile(
    r"[ \u3000]*(?:[【〔\[（★●■◆▲▍|｜][ \u3000]*)?((?:19|20)\d\d)"
    r"(?:年?[】〕\]）]|年?(?=[：—|｜]|$)|(?:年(?:\d\d?月(?:\d\d?日)?)?)?(?=[ \u3000]))",
    re.MULTILINE,
)
_DATED = re.compile(
    r"[ \u3000]*((?:19|20)\d\d)[.．/-](?:1[0-2]|0?[1-9])(?:[.．/-]\d\d?)?[ \u3000]*[\t\u3000]"
)  # 2021.04　…
_YEAR_KINDS = (
    "paragraph",
    "heading",
    "furniture",
    "subtitle",
)  # a year alone on its line looks like the number of a page
_FEWEST = 3  # fewer are no chronicle
_SAME_YEAR = ("当年", "这年", "这一年", "该年")
_ALONE = 2  # so many where nothing else stands on their lines
_MARKS = " \u3000年【】〔〕[]（）★●■◆▲▍|｜：—"
_OF_YEAR = re.compile("[月日]|季度?|半年|年[末底终初中]|年内|全年|[这当]一?年")


@lru_cache(maxsize=2)  # asked for each honour
def _find_year_lines(clean: CleanText) -> tuple[re.Match[str], ...]:
    return tuple(
        match
        for block in clean.blocks
        if block.kind in _YEAR_KINDS and (match := _YEAR_LINE.match(clean.text, block.start, block.end))
    )


def _runs_on(matches: Sequence[re.Match[str]]) -> bool:
    """Return whether no year is earlier than the one before, or none later: walls of honour begin with the last."""
    steps = {int(other[1]) - int(one[1]) for one, other in pairwise(matches)}
    return steps != {0} and (min(steps, default=0) >= 0 or max(steps) <= 0)


def year_above(clean: CleanText, position: int) -> int | None:
    """Return the year with which the line of a place opens, or of the last of several such lines before it."""
    dated = _DATED.match(clean.text, clean.text.rfind("\n", 0, position) + 1, position)
    if dated:
        return int(dated[1])
    matches = _find_year_lines(clean)
    above = [match for match in matches if match.start() < position]
    return int(above[-1][1]) if len(matches) > 1 and above and _runs_on(matches) else None


def beneath_years(clean: CleanText, times: Sequence[Time]) -> list[Time]:
    """Return the times, with the year of the line above for days and months beneath years on lines of their own."""
    matches = _heading_years(clean)
    if not matches:
        return list(times)
    starts = [match.start() for match in matches]
    found = []
    for time in times:
        place = bisect_right(starts, time.start) - 1
        beneath = place >= 0 and time.start >= matches[place].end() and _OF_YEAR.search(time.text)
        named = names_year(time) and time.text not in _SAME_YEAR
        found.append(_in(time, int(matches[place][1])) if beneath and not named else time)
    return found


def is_year_line(clean: CleanText, block: Block) -> bool:
    """Return whether a line is one of several years that head what happened in them."""
    year = _YEAR_LINE.match(clean.text, block.start, block.end)
    return year is not None and any(block.start <= match.start() < block.end for match in _heading_years(clean))


def _heading_years(clean: CleanText) -> Sequence[re.Match[str]]:
    """Return the years that head what happened in them: two alone on their lines, or three that open lines."""
    matches = _find_year_lines(clean)
    alone = tuple(match for match in matches if not _rest(clean, match).strip(_MARKS))
    matches = alone if len(alone) >= _ALONE else matches if len(matches) >= _FEWEST else ()
    return matches if _runs_on(matches) else ()


def _rest(clean: CleanText, match: re.Match[str]) -> str:
    """Return what stands behind the year on its line."""
    end = clean.text.find("\n", match.end())
    return clean.text[match.end() : end if end >= 0 else len(clean.text)]


def _in(time: Time, year: int) -> Time:
    """Return a time in a year."""
    if time.from_ is None or time.until is None:
        return in_year(time, f"{year}-12-31")
    years = year - int(time.from_[:4])
    return replace(time, from_=shift_years(time.from_, years), until=shift_years(time.until, years))


def with_year_lines(clean: CleanText, times: Sequence[Time]) -> list[Time]:
    """Return the times, and the years with which three lines or more begin, where these rise or fall throughout."""
    matches = _find_year_lines(clean)
    starts = {time.start for time in times}
    lines = [match for match in matches if match.start() not in starts and match.start(1) not in starts]
    if len(lines) < _FEWEST or not _runs_on(lines):
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
        for match in lines
    ]
    return sorted([*times, *years], key=lambda time: time.start)
