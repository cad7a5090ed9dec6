"""Honours of earlier years that a table of a roll notes beside those who receive one now: 曾获荣誉.

Enters: the row of a table, the names of its columns, whom it names. Leaves: frames, each with its own year. Next:
``outline``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from unionie.frames import AwardFrame, Sentence
from unionie.link.honours.frames import beside
from unionie.link.honours.recipients import Recipient
from unionie.link.honours.times import time_of_year
from unionie.link.rolls.columns import table_cells
from unionie.link.rolls.lines import Columns
from unionie.link.rolls.page import Page
from unionie.link.rolls.rows import read_honours

__all__ = ["earlier_honours"]

_YEAR = re.compile("[”]?[（(]([12][0-9]{3})年?度?[）)]")


def earlier_honours(page: Page, number: int, columns: Columns, people: Sequence[Recipient]) -> list[AwardFrame]:
    """Return the frames of the honours in the column of earlier ones, if the row names one person or body."""
    at = columns.places.get("past")
    clean, block = page.clean, page.clean.blocks[number]
    cells = table_cells(clean.text, block)
    if at is None or at >= len(cells) or len(people) != 1:
        return []
    line = Sentence(block.start, block.end, number)
    frames = []
    for honour in read_honours(clean.text, page.awards, *cells[at], row=False):
        year = _YEAR.match(clean.text, honour.mention.end, cells[at][1])
        time = time_of_year(int(year.group(1)), year.span(1)) if year else None
        frames.append(beside(clean, people[0], honour, line, time=time))
    return frames
