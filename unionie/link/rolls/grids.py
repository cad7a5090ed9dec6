"""Tables of results: a contest's groups in rows, its placings in columns, in each cell who reached them.

Enters: the clean text, its mentions, the contests in force. Leaves: a frame for each winner. Next: ``awards`` adds
them to what verbs and lists give.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from unionie.clean.types import CleanText
from unionie.frames import AwardFrame, Mention, Sentence
from unionie.link.honours.contests import Contest, Setting
from unionie.link.honours.frames import beside
from unionie.link.honours.headings import PLACING
from unionie.link.honours.names import placed_honour
from unionie.link.honours.placings import RULE
from unionie.link.honours.recipients import Recipient
from unionie.link.rolls.columns import cells_of
from unionie.link.rolls.entries import read_entries
from unionie.link.rolls.lines import Cell

_GROUPS = re.compile("(?:比?赛|参赛)?(?:项目?|项次|工种|组别|类别|专业|科目|竞赛项目)|小项|大项")
_PLACED = re.compile(PLACING)


def link_grids(clean: CleanText, settings: Sequence[Setting], mentions: Sequence[Mention]) -> list[AwardFrame]:
    """Return the frames of all such tables, in text order; ``settings`` are those of ``contests.in_force``."""
    frames: list[AwardFrame] = []
    ranks: dict[int, Cell] = {}
    for number, block in enumerate(clean.blocks):
        if block.kind != "table_row":
            ranks = {}
            continue
        cells = list(cells_of(clean.text, block))
        if _GROUPS.fullmatch(clean.text[slice(*cells[0])]):
            titles = enumerate(cells[1:], 1)
            ranks = {column: cell for column, cell in titles if _PLACED.fullmatch(clean.text[slice(*cell)])}
            continue
        contest = _contest_before(settings, block.start) if ranks else None
        row = Sentence(block.start, block.end, number)
        for column, cell in enumerate(cells):
            if contest is None or column not in ranks or cell[0] == cell[1]:
                continue
            rank = ranks[column]
            attrs = {"rank": clean.text[slice(*rank)], "parts": [list(contest), list(cells[0])]}
            honour = placed_honour(Mention(*rank, "AWARD", RULE, attrs))
            named = (_in_cell(each, cell) for each in read_entries(clean.text, mentions, *cell))
            frames += (beside(clean, each, honour, row) for each in named)
    return frames


def _in_cell(winner: Recipient, cell: Cell) -> Recipient:
    """Return a winner without the body that another cell names: 检验组 of the row of 检验组."""
    outside = winner.affiliation is not None and not cell[0] <= winner.affiliation[0] < cell[1]
    return winner._replace(affiliation=None) if outside else winner


def _contest_before(settings: Sequence[Setting], start: int) -> Contest | None:
    """Return the contest in force in the last sentence before a table: the first that opens the report, or its own."""
    before = [contests for sentence, contests in settings if sentence.start < start and contests]
    return before[-1][0] if before else None
