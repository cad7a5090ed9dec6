"""Tables of honours: columns that their first row calls 称号, 单位, 姓名.

Enters: the clean text. Leaves: a frame for each row, the honour of a row without one taken from above. Next:
``award_lists`` adds them to what other lines give.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from unionie.clean.types import Block, CleanText
from unionie.frames import AwardFrame, Mention, Sentence
from unionie.link.award_entries import read_entries
from unionie.link.award_frames import beside
from unionie.link.award_heads import PLACING, names_contest, names_honour
from unionie.link.award_names import Honour, strip_marks
from unionie.link.award_times import time_of_year
from unionie.link.name_forms import employer_in, looks_like_name
from unionie.link.recipients import Recipient, team_of
from unionie.values.types import Time

_COLUMNS = (
    re.compile("(?:荣誉|表彰|授予)?称号(?:名称)?|(?:获奖|表彰|荣誉)?(?:奖项|奖励|荣誉)(?:名称|称号)?|表彰类别"),
    re.compile("(?:获奖|受表彰|先进)?(?:姓名|个人|人员)(?:姓名)?"),
    re.compile("(?:所在|工作|获奖|受表彰|推荐)?(?:单位|集体|部门|班组)(?:名称)?"),
    re.compile("(?:获奖|奖励)?(?:等级|等次|名次|奖次)"),
    re.compile(
        "(?:获奖|受表彰)?(?:单位|集体)(?:[/／或和、]|（)(?:个人|人员)）?|(?:获奖|得奖|获得)者|获奖(?:对象|名单)"
    ),
    re.compile("身份|职务|(?:所在|工作)?单位(?:及|和|、|与)(?:职务|岗位)|岗位"),
    re.compile("年份|年度|(?:获奖|授予|表彰|获得)(?:时间|年份|年度)"),
)
_YEAR = re.compile("([12][0-9]{3})(?:年度?)?")
_PLACED = re.compile(f"(?<=”)({PLACING})$")
_SIGN = re.compile("(?<=”)(?:标志|(?:荣誉)?称号|牌匾|证书)$")  # what an honour is given as
_ASIDE = re.compile("[（(][^（）()]*[）)]")

Cell = tuple[int, int]


def link_columns(clean: CleanText, mentions: Sequence[Mention]) -> list[AwardFrame]:
    """Return the frames of the rows of all such tables, in text order."""
    frames: list[AwardFrame] = []
    columns: tuple[int | None, ...] | None = None
    honour: Cell | None = None
    for number, block in enumerate(clean.blocks):
        if block.kind != "table_row":
            columns = honour = None
            continue
        cells = list(cells_of(clean.text, block))
        header = _read_header(clean.text, cells)
        if columns is None or header[0] is not None:
            columns, honour = header, None
            continue
        given, name, unit, place, who, post, when = (
            cells[c] if c is not None and c < len(cells) else (0, 0) for c in columns
        )
        honour = given if given[0] < given[1] else honour
        placed = place if re.fullmatch(PLACING, clean.text[slice(*place)]) else None
        behind = _PLACED.search(clean.text, *honour) if honour else None
        if honour and behind and placed is None:
            honour, placed = (honour[0], behind.start(1)), behind.span(1)
        sign = _SIGN.search(clean.text, *honour) if honour else None
        honour = (honour[0], sign.start()) if honour and sign else honour
        words = strip_marks(clean.text[slice(*honour)]) if honour else ""
        quoted = honour is not None and len(words) > 2 and clean.text[honour[0]] == "“"
        if honour and (quoted or names_honour(words) or (placed and names_contest(words))):
            row = Sentence(block.start, block.end, number)
            named = read_entries(clean.text, mentions, *who) if who[0] < who[1] else []
            named = [_employed(clean.text, each, post) for each in named]
            named = named or _named(clean, name, _bare(clean, who, unit))
            given_there = Honour(Mention(*honour, "AWARD", "award.row", {}), None, None)
            rank = clean.surface[slice(*placed)] if placed else None
            time = _time(clean.text, when)
            frames += (beside(clean, each, given_there, row, rank=rank, time=time) for each in named)
    return frames


def cells_of(text: str, block: Block) -> Iterator[Cell]:
    """Yield where the words of each cell stand."""
    start = block.start
    for cell in text[block.start : block.end].split("\t"):
        lead = len(cell) - len(cell.lstrip(" 　"))
        yield start + lead, max(start + lead, start + len(cell.rstrip(" 　")))
        start += len(cell) + 1


def _read_header(text: str, cells: list[Cell]) -> tuple[int | None, ...]:
    """Return the numbers of the columns of honours, persons and bodies; all None where there are no honours."""
    titles = ["".join(text[slice(*cell)].split()) for cell in cells]
    found = [next((n for n, title in enumerate(titles) if form.fullmatch(title)), None) for form in _COLUMNS]
    return tuple(found) if found[0] is not None else (None,) * len(_COLUMNS)


def _named(clean: CleanText, name: Cell, unit: Cell) -> list[Recipient]:
    """Return whom a row names: its person, who works for the body, or the body."""
    end = name[0] + len(_ASIDE.sub("", clean.text[slice(*name)]))
    person = "".join(clean.surface[name[0] : end].split())
    if looks_like_name(person):
        return [Recipient(*name, (name[0], end), "person", unit if unit[0] < unit[1] else None)]
    kind, owner = team_of(clean.text[slice(*unit)], unit[0])
    return [Recipient(*unit, unit, kind, owner)] if unit[1] - unit[0] > 1 else []


def _bare(clean: CleanText, who: Cell, unit: Cell) -> Cell:
    """Return the cell of whoever received, without its bracket, in place of a column of bodies where there is none."""
    return unit if unit[0] < unit[1] else (who[0], who[0] + len(_ASIDE.sub("", clean.text[slice(*who)])))


def _employed(text: str, person: Recipient, post: Cell) -> Recipient:
    """Return the person of a row with the body that the column of posts names: 某公司采掘工."""
    if person.kind != "person" or person.affiliation or post[0] == post[1]:
        return person
    return person._replace(affiliation=employer_in(text, *post))


def _time(text: str, cell: Cell) -> Time | None:
    """Return the year of a row, written out as running text would: 2016 as 2016年."""
    year = _YEAR.fullmatch(text[slice(*cell)])
    if year is None:
        return None
    return time_of_year(int(year.group(1)), cell)
