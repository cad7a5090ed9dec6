"""Who receives the honour in force on a line of an outline: its entries, the cells of its row, whom it tells of.

Enters: a line, and what is in force there. Leaves: frames. Next: ``outline`` reads the lines in order.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace

from unionie.frames import AwardFrame, Sentence
from unionie.link.honours.cues import find_verbs
from unionie.link.honours.frames import beside
from unionie.link.honours.headings import PLACING, depth_of
from unionie.link.honours.recipients import Recipient
from unionie.link.posts.name_forms import looks_like_name
from unionie.link.rolls.columns import cells_of, table_cells
from unionie.link.rolls.earlier import earlier_honours
from unionie.link.rolls.force import RULE, Force
from unionie.link.rolls.items import each_numbered, read_headed, read_told, read_units
from unionie.link.rolls.lines import Cell, Columns, is_vacant
from unionie.link.rolls.named import number_word, read_table_row, without_tail
from unionie.link.rolls.page import Page

__all__ = ["Winners"]

_PERFORMS = re.compile("(?:演员|[主配]角|导演|编剧|歌手|主持人)(?:奖)?$")
_GRADE = re.compile(f"（({PLACING})）")
_NUMBERED = re.compile("[\\s　]*([0-9]{1,2}|[①-⑳])")


def _is_pair(recipients: Sequence[Recipient]) -> bool:
    """Tell whether a line names one unit and, apart from it, its body: 某公司　检修班."""
    only = recipients[0] if len(recipients) == 1 else None
    return only is not None and only.affiliation is not None and only.affiliation[1] < only.name[0]


class Winners:
    """Those whom the lines of a text name."""

    def __init__(self, page: Page, sentences: Mapping[int, Sentence]) -> None:
        self.page, self.clean, self.sentences = page, page.clean, sentences

    def told(self, force: Force, number: int) -> list[AwardFrame]:
        """Return the frames of those with whom a paragraph below an honour opens, before it tells of them."""
        block = self.clean.blocks[number]
        honour = (
            None if force.beside or force.given is None else force.honour(self.clean.text, (block.start, block.end))
        )
        if honour is None:
            return []
        people = read_told(self.clean.text, self.page.mentions, block.start, block.end)
        if not people and force.to_bodies(self.clean.text):
            people = read_headed(self.clean.text, block.start, block.end)
        if not any(each.kind == "person" for each in people) and find_verbs(self.clean.text, block.start, block.end):
            return []  # 颁奖现场，区总工会授予…
        sentence = self.sentences.get(number, Sentence(block.start, block.end, number))
        fit = (each for each in people if force.fits(self.clean.text, each))
        return [replace(beside(self.clean, each, honour, sentence), rule=RULE) for each in fit]

    def is_row(self, number: int, cells: list[Cell], columns: Columns) -> bool:
        """Tell whether a line has the form of a row below the names of columns."""
        if depth_of(self.page.line(number)) in (0, 1):
            return False  # 附件3　甲市先进集体
        if self.clean.blocks[number].kind == "table_row":
            return 1 < len(list(cells_of(self.clean.text, self.clean.blocks[number]))) <= columns.width
        first = self.clean.text[slice(*cells[0])]
        named = columns.places.get("name") == 0 and looks_like_name(first)
        return len(cells) == columns.width or (named and len(cells) == columns.width - 1 > 0)

    def entries(self, force: Force, number: int, start: int, end: int, *, row: bool) -> list[AwardFrame]:
        """Return the frames of the names in ``start:end`` of a line; ``row`` where that is all of it."""
        text, block = self.clean.text, self.clean.blocks[number]
        if find_verbs(text, start, without_tail(text, start, end)):
            return []
        if row and force.columns:
            recipients = self._of_table(force, number, force.columns)
        else:
            recipients = self.page.credited(number) if row else []
            table = row and block.kind == "table_row"
            recipients = recipients or [
                each for item in each_numbered(text, start, end) for each in self._named(force, *item, table=table)
            ]
        if row and force.counted:
            lead = _NUMBERED.match(text, block.start, block.end)
            if lead is None:
                return []
            force.place(f"第{number_word(lead.group(1))}名", lead.span(1))
        honour = force.honour(text, (block.start, block.end))
        if honour is None:
            return []
        if _PERFORMS.search(honour.name(text, text)):
            recipients = [self._performer(each) for each in recipients]
        recipients = [force.employed(each) for each in recipients if force.fits(text, each)]
        sentence = self.sentences.get(number, Sentence(block.start, block.end, number))
        force.used = force.used or bool(recipients)
        frames = [beside(self.clean, each, honour, sentence, rank=self._grade(each)) for each in recipients]
        if row and force.columns and frames:
            frames += earlier_honours(self.page, number, force.columns, recipients)
        return [replace(frame, rule=RULE) for frame in frames if not is_vacant(frame.recipient)]

    def _named(self, force: Force, start: int, end: int, *, table: bool) -> list[Recipient]:
        """Return whom a line, or an item of it, names."""
        recipients = self.page.named_in(start, end, graded=force.rank is not None, table=table)
        if force.to_bodies(self.clean.text) and not _is_pair(recipients):
            units = read_units(self.clean.text, start, end)
            return units or recipients or read_headed(self.clean.text, start, end)
        return recipients

    def _grade(self, recipient: Recipient) -> str | None:
        """Return the placing that brackets behind a name give it: 县国税局（一等奖）."""
        graded = _GRADE.match(self.clean.text, recipient.name[1])
        return graded.group(1) if graded else None

    def _performer(self, work: Recipient) -> Recipient:
        """Return the person right before a work, whose part in it is honoured: 最佳男演员：|甲|《乙》."""
        mentions = self.page.mentions
        at = bisect_left(mentions, work.name[0], key=lambda mention: mention.start) - 1
        before = mentions[at] if at >= 0 else None
        if work.kind != "work" or before is None or before.label != "PERSON" or before.end != work.name[0]:
            return work
        return Recipient(before.start, work.end, (before.start, before.end), "person", None)

    def _of_table(self, force: Force, number: int, columns: Columns) -> list[Recipient]:
        """Return whom the row of a table names, having noted its placing."""
        block = self.clean.blocks[number]
        row = read_table_row(
            self.clean.text, table_cells(self.clean.text, block), columns, whole=block.kind == "table_row"
        )
        if row.rank and row.rank_at:
            force.place(row.rank, row.rank_at)
        return row.recipients
