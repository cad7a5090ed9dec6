"""What the headings above a value say of its time: the time that one names, and how far a time carries on.

Enters: the timeline of a report and the headings whose sections hold a value. Leaves: a time or an offset.
Next: ``periods``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from unionie.frames import FactFrame
from unionie.resolve.times.plans import Heading, bare_year
from unionie.resolve.times.reach import period_of
from unionie.resolve.times.stretches import is_long
from unionie.resolve.times.timeline import Timeline, inside, is_over
from unionie.values.types import Time

_ASIDE = re.compile("[（(].{8,}[）)]")  # a line that says when and where it was passed heads nothing
_ITEM = re.compile("[ \u3000]*(?:——|[●■◆▲★])")
_ITEMS = 16  # blocks of a list


def of_headings(line: Timeline, enclosing: Sequence[Heading], modality: str) -> Time | None:
    """Return the time of the innermost heading that names one; for a plan one that is not over yet, if there is."""
    dating = [heading for heading in enclosing if not _ASIDE.fullmatch(heading.text)]
    dating = [heading for heading in dating if modality == "target" or heading.start not in line.plans]
    named = [time for heading in dating for time in inside(line.times, heading)]
    if modality == "actual":
        named = [time for time in named if not _is_coming(line, time)]
    else:
        named = named or [time for heading in dating if (time := bare_year(line.clean, heading))]
        named.sort(key=lambda time: is_over(line, time))
    return named[0] if named else _of_plan_before(line, enclosing) if modality == "target" else None


def _of_plan_before(line: Timeline, enclosing: Sequence[Heading]) -> Time | None:
    """Return the time of the plan with which a section goes on: 二、2026年安排 … 三、政府自身建设."""
    if not enclosing or enclosing[-1].start not in line.plans:
        return None
    before = [h for h in line.headings if h.start < enclosing[-1].start and h.start in line.plans]
    times = (time for heading in reversed(before) for time in inside(line.times, heading))
    return next((time for time in times if not is_long(period_of(line, time))), None)


def _is_coming(line: Timeline, time: Time) -> bool:
    """Return whether a time has yet to begin when the report is published: what has happened is not of it."""
    return bool(time.from_ and line.published and time.from_[:10] > line.published)


def carries_since(line: Timeline, frame: FactFrame, enclosing: Sequence[Heading]) -> int:
    """Return from where a time may carry on: the section, for an item of a list the paragraph that leads up to it.

    五年来，… / ——脱贫攻坚取得成就。累计投入|38亿元|
    """
    since = enclosing[-1].start if enclosing else 0
    blocks, number = line.clean.blocks, frame.sentence.block
    for block in reversed(blocks[max(0, number - _ITEMS) : number + 1]):
        if not _ITEM.match(line.clean.text, block.start, block.end):
            return min(since, block.start) if block.kind == "paragraph" else since
    return since


def headings_of(headings: Sequence[Heading], offset: int) -> list[Heading]:
    """Return the headings whose sections hold an offset, the innermost first."""
    return [heading for heading in reversed(headings) if heading.start <= offset < heading.until]
