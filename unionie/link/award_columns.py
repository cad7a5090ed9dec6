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
from unionie.link.award_heads import PLACING, names_contest, names_honour
from unionie.link.award_names import Honour, strip_marks
from unionie.link.name_forms import looks_like_name
from unionie.link.recipients import Recipient, team_of

_COLUMNS = (
    re.compile("(?:荣誉|表彰|授予)?称号(?:名称)?|(?:获奖|表彰|荣誉)?(?:奖项|奖励|荣誉)(?:名称|称号)?|表彰类别"),
    re.compile("(?:获奖|受表彰|先进)?(?:姓名|个人|人员|获得者)(?:姓名)?"),
    re.compile("(?:所在|工作|获奖|受表彰|推荐)?(?:单位|集体|部门|班组)(?:名称)?"),
    re.compile("(?:获奖|奖励)?(?:等级|等次|名次|奖次)"),
    re.compile("(?:获奖|受表彰)?(?:单位|集体)(?:[/／或和、]|（)(?:个人|人员)）?|(?:获奖|得奖)者|获奖(?:对象|名单)"),
)
_PLACED = re.compile(f"(?<=”)({PLACING})$")
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
        cells = list(_cells(clean.text, block))
        if columns is None:
            columns = _read_header(clean.text, cells)
            continue
        given, name, unit, rank, who = (cells[c] if c is not None and c < len(cells) else (0, 0) for c in columns)
        honour = given if given[0] < given[1] else honour
        placed = rank if re.fullmatch(PLACING, clean.text[slice(*rank)]) else None
        behind = _PLACED.search(clean.text, *honour) if honour else None
        if honour and behind and placed is None:
            honour, placed = (honour[0], behind.start(1)), behind.span(1)
        words = strip_marks(clean.text[slice(*honour)]) if honour else ""
        quoted = honour is not None and len(words) > 2 and clean.text[honour[0]] == "“"
        if honour and (quoted or names_honour(words) or (placed and names_contest(words))):
            row = Sentence(block.start, block.end, number)
            named = read_entries(clean.text, mentions, *who) if who[0] < who[1] else []
            frames += (_frame(clean, row, honour, each, placed) for each in named)
            frames += _frames(clean, row, honour, name, unit, placed) if not named else ()
    return frames


def _cells(text: str, block: Block) -> Iterator[Cell]:
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


def _frames(
    clean: CleanText, row: Sentence, honour: Cell, name: Cell, unit: Cell, rank: Cell | None
) -> Iterator[AwardFrame]:
    """Yield the frame of a row: for its person, who works for the body, or for the body."""
    end = name[0] + len(_ASIDE.sub("", clean.text[slice(*name)]))
    person = "".join(clean.surface[name[0] : end].split())
    if looks_like_name(person):
        recipient = Recipient(*name, (name[0], end), "person", unit if unit[0] < unit[1] else None)
    else:
        kind, owner = team_of(clean.text[slice(*unit)], unit[0])
        recipient = Recipient(*unit, unit, kind, owner)
    if recipient.name[1] - recipient.name[0] > 1:
        yield _frame(clean, row, honour, recipient, rank)


def _frame(clean: CleanText, row: Sentence, honour: Cell, recipient: Recipient, rank: Cell | None) -> AwardFrame:
    mention = Mention(*honour, "AWARD", "award.row", {})
    given = Honour(mention, None, None)
    return AwardFrame(
        recipient="".join(clean.surface[slice(*recipient.name)].split()),
        recipient_type=recipient.kind,
        affiliation=clean.surface[slice(*recipient.affiliation)] if recipient.affiliation else None,
        award=mention,
        name=given.name(clean.text, clean.surface),
        rank=clean.surface[slice(*rank)] if rank else given.placing(clean.text, clean.surface),
        level=None,
        grantor=None,
        time=None,
        sentence=row,
        rule="award.row",
        confidence=0.9,
    )
