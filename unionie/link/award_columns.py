"""Tables of honours: columns that their first row calls 称号, 单位, 姓名.

Enters: the clean text. Leaves: a frame for each row, the honour of a row without one taken from above. Next:
``award_lists`` adds them to what other lines give.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from unionie.clean.types import Block, CleanText
from unionie.frames import AwardFrame, Mention, Sentence
from unionie.link.award_heads import names_honour
from unionie.link.award_names import Honour, strip_marks
from unionie.link.name_forms import looks_like_name
from unionie.link.recipients import team_of

_COLUMNS = (
    re.compile("(?:荣誉|表彰|授予)?称号(?:名称)?|(?:获奖|表彰|荣誉)?(?:奖项|奖励|荣誉)(?:名称|称号)?|表彰类别"),
    re.compile("(?:获奖|受表彰|先进)?(?:姓名|个人|人员|获得者)(?:姓名)?"),
    re.compile("(?:所在|工作|获奖|受表彰|推荐)?(?:单位|集体|部门|班组)(?:名称)?"),
)
_ASIDE = re.compile("[（(][^（）()]*[）)]")

Cell = tuple[int, int]


def link_columns(clean: CleanText) -> list[AwardFrame]:
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
        given, name, unit = (cells[c] if c is not None and c < len(cells) else (0, 0) for c in columns)
        honour = given if given[0] < given[1] else honour
        if honour and names_honour(strip_marks(clean.text[slice(*honour)])):
            frames += _frames(clean, Sentence(block.start, block.end, number), honour, name, unit)
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
    return tuple(found) if found[0] is not None else (None, None, None)


def _frames(clean: CleanText, row: Sentence, honour: Cell, name: Cell, unit: Cell) -> Iterator[AwardFrame]:
    """Yield the frame of a row: for its person, who works for the body, or for the body."""
    end = name[0] + len(_ASIDE.sub("", clean.text[slice(*name)]))
    person = "".join(clean.surface[name[0] : end].split())
    body = clean.surface[slice(*unit)]
    kind, affiliation = "person", body or None
    if not looks_like_name(person):
        kind, owner = team_of(clean.text[slice(*unit)], unit[0])
        affiliation = clean.surface[slice(*owner)] if owner else None
        person = body
    if len(person) > 1:
        mention = Mention(*honour, "AWARD", "award.row", {})
        given = Honour(mention, None, None)
        yield AwardFrame(
            recipient=person,
            recipient_type=kind,
            affiliation=affiliation,
            award=mention,
            name=given.name(clean.text, clean.surface),
            rank=given.placing(clean.text, clean.surface),
            level=None,
            grantor=None,
            time=None,
            sentence=row,
            rule="award.row",
            confidence=0.9,
        )
