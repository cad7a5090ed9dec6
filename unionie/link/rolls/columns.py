"""Tables that give honours by themselves: columns that their first row calls 称号 or 比赛 and 名次, 单位, 姓名.

Enters: the clean text. Leaves: a frame for each row, the honour of a row without one taken from above. Next:
``lists`` adds them to what other lines give.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from unionie.clean.types import Block, CleanText
from unionie.frames import AwardFrame, Mention, Sentence
from unionie.link.honours.frames import beside
from unionie.link.honours.headings import PLACING, names_contest, names_honour
from unionie.link.honours.names import Honour, strip_marks
from unionie.link.honours.recipients import Recipient, team_of
from unionie.link.honours.times import time_of_year
from unionie.link.honours.topics import own_body
from unionie.link.posts.name_forms import ORG_END, employer_in, looks_like_name
from unionie.link.rolls.entries import read_entries
from unionie.link.rolls.force import EVENT
from unionie.link.rolls.lines import RECIPIENTS, Cell, Columns, read_cells, read_columns
from unionie.link.rolls.named import marked_at
from unionie.values.types import Time

_YEAR = re.compile("([12][0-9]{3})(?:年度?|(?:年|[.-])[0-9]{1,2}月?)?")
_PLACED = re.compile(f"(?<=”)({PLACING})$")
_SIGN = re.compile("(?<=”)(?:标志|(?:荣誉)?称号|牌匾|证书)$")  # what an honour is given as
_ASIDE = re.compile("[（(][^（）()]*[）)]")
_EMPTY = re.compile("[—–/-]*")
_TITLE = re.compile("[一-鿿]{3,12}")
_TEAM = re.compile("队$|(?<!集)团$")
_NOWHERE = (0, 0)


def link_columns(clean: CleanText, mentions: Sequence[Mention]) -> list[AwardFrame]:
    """Return the frames of the rows of all such tables, in text order."""
    frames: list[AwardFrame] = []
    columns: Columns | None = None
    honour: Cell = _NOWHERE
    for number, block in enumerate(clean.blocks):
        cells = table_cells(clean.text, block)
        if len(cells) < 2:
            columns = None
            continue
        header = read_columns(clean.text, cells, loose=block.kind == "table_row")
        if header is not None:
            columns, honour = header if header.gives else None, _NOWHERE
        elif columns is not None and (block.kind == "table_row" or len(cells) == columns.width):
            row = _Row(clean, mentions, columns, cells)
            honour = row.cell(columns.honour) if row.text(columns.honour) else honour
            line = Sentence(block.start, block.end, number)
            frames += row.frames(honour, line)
    return frames


def table_cells(text: str, block: Block) -> list[Cell]:
    """Return where the words of each cell of a line stand, empty ones of a table's row among them."""
    return list(cells_of(text, block)) if block.kind == "table_row" else read_cells(text, block.start, block.end)


def cells_of(text: str, block: Block) -> Iterator[Cell]:
    """Yield where the words of each cell stand."""
    start = block.start
    for cell in text[block.start : block.end].split("\t"):
        lead = len(cell) - len(cell.lstrip(" 　"))
        yield start + lead, max(start + lead, start + len(cell.rstrip(" 　")))
        start += len(cell) + 1


class _Row:
    """A row below the names of its columns."""

    def __init__(self, clean: CleanText, mentions: Sequence[Mention], columns: Columns, cells: Sequence[Cell]) -> None:
        self.clean, self.mentions, self.columns, self.cells = clean, mentions, columns, cells

    def cell(self, kind: str) -> Cell:
        """Return the cell of the column that holds the kind; an empty one where there is none."""
        at = self.columns.places.get(kind, len(self.cells))
        cell = self.cells[at] if at < len(self.cells) else _NOWHERE
        return _NOWHERE if _EMPTY.fullmatch(self.clean.text, *cell) else cell

    def text(self, kind: str) -> str:
        """Return the words of that cell."""
        return self.clean.text[slice(*self.cell(kind))]

    def frames(self, honour: Cell, line: Sentence) -> Iterator[AwardFrame]:
        """Yield a frame for each recipient of the row, if it is an honour that ``honour`` names."""
        text = self.clean.text
        placed = self.cell("rank") if re.fullmatch(PLACING, self.text("rank")) else _NOWHERE
        behind = _PLACED.search(text, *honour)
        if behind and placed == _NOWHERE:
            honour, placed = (honour[0], behind.start(1)), behind.span(1)
        sign = _SIGN.search(text, *honour)
        honour = (honour[0], sign.start()) if sign else honour
        words = strip_marks(text[slice(*honour)])
        quoted = len(words) > 2 and text[honour[0]] == "“"
        contest = placed != _NOWHERE and (self.columns.honour == "contest" or names_contest(words))
        called = self.columns.honour == "honour" and _TITLE.fullmatch(words)  # the column says that it is one
        if not (words and (quoted or contest or called or names_honour(words))):
            return
        event = self.cell("work")
        parts = (honour, event) if contest and event != self._work() else ()
        given = Honour(Mention(*honour, "AWARD", "award.row", {}), None, None, parts=parts)
        rank = self.clean.surface[slice(*placed)] or None
        for each in self._named():
            yield beside(self.clean, each, given, line, rank=rank, time=self._time())

    def _named(self) -> list[Recipient]:
        """Return whom the row names: a work, persons, a body; the report's own where no column names any."""
        text, surface = self.clean.text, self.clean.surface
        who, name, unit, team = (self.cell(kind) for kind in ("who", "name", "unit", "team"))
        work = self._work()
        if work != _NOWHERE:
            return [Recipient(*work, work, "work", unit if unit != _NOWHERE else None)]
        if who != _NOWHERE:
            named = read_entries(text, self.mentions, *who)
            return [self._employed(each, unit) for each in named] or self._body(who, unit)
        end = name[0] + len(_ASIDE.sub("", text[slice(*name)]))
        called = "".join(surface[name[0] : end].split())
        if looks_like_name(called) or marked_at(self.mentions, (name[0], end), "PERSON"):
            return [self._employed(Recipient(*name, (name[0], end), "person", None), unit)]
        if ORG_END.search(called):
            return self._body(name, unit)
        if called:
            return []
        if team != _NOWHERE or unit != _NOWHERE:
            return self._body(team, unit) if team != _NOWHERE else self._body(unit, _NOWHERE)
        bodiless = RECIPIENTS.isdisjoint(self.columns.places) and "giver" in self.columns.places
        return [own_body(self.cells[0][0])] if bodiless else []

    def _work(self) -> Cell:
        """Return the cell of a work that received; in a contest the column may tell the event."""
        work = self.cell("work")
        return _NOWHERE if EVENT.search(self.clean.text, *work) else work

    def _body(self, at: Cell, owner: Cell) -> list[Recipient]:
        """Return the body or team of a cell, without its bracket."""
        at = (at[0], at[0] + len(_ASIDE.sub("", self.clean.text[slice(*at)])))
        kind, body = team_of(self.clean.text[slice(*at)], at[0])
        if body is None and (owner != _NOWHERE or _TEAM.search(self.clean.text, *at)):
            kind, body = "team", owner if owner != _NOWHERE else None
        return [Recipient(*at, at, kind, body)] if at[1] - at[0] > 1 else []

    def _employed(self, person: Recipient, unit: Cell) -> Recipient:
        """Return the person with the body of the row, or the one that its column of posts names: 某公司采掘工."""
        if person.affiliation or (person.kind != "person" and unit == _NOWHERE):
            return person
        if person.kind != "person":
            return person._replace(kind="team", affiliation=unit)
        at = unit if unit != _NOWHERE else self.cell("post")
        body = at if ORG_END.search(self.clean.text, *at) else employer_in(self.clean.text, *at)
        return person._replace(affiliation=body or (unit if unit != _NOWHERE else None))

    def _time(self) -> Time | None:
        """Return the year of the row, written out as running text would: 2016 as 2016年."""
        year = _YEAR.fullmatch(self.text("time"))
        return time_of_year(int(year.group(1)), self.cell("time")) if year else None
