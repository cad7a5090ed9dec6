"""Where the people work who made a piece of work: 完成单位：某院 above 完成人：甲、乙; 某成果（某院；甲、乙）.

Enters: the clean text and its mentions. Leaves: by the place of each such name the stretch of the body. Next:
``workplaces`` gives it to persons whom nothing else places.

The forms: labels on one line or on lines side by side, a bracket that a semicolon parts, two dashes (某成果——甲、乙——
某局), and tables with a column of makers and one of bodies.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from unionie.clean.types import Block, CleanText
from unionie.frames import Mention
from unionie.link.posts.name_forms import ORG_END
from unionie.link.posts.words import Extent
from unionie.link.rolls.columns import table_cells
from unionie.link.rolls.lines import Cell, read_columns

__all__ = ["find_crews"]

_KINDS = "(?:主要|第一)?(?:完成|参与|申报|研制|选送|报送)"
_BODIES = re.compile(f"{_KINDS}单位[：:][\\s　]*([^\\n：:]{{2,60}}?)(?=[\\s　；。，]*{_KINDS}人|[；。\\n]|$)")
_MAKERS = re.compile("(?:完成|参与|申报|研制|选送|报送|发明|设计)人(?:员)?[：:]")
_MAKER = re.compile("(?:主要|第一)?(?:完成|研制|设计|发明)(?:人|者|人员)|作者|主创人员?|负责人|(?:项目|团队)?成员")
_BRACKET = re.compile("（([^（）；\\n]{3,60})；([^（）；\\n]{2,60})）")
_DASHED = re.compile("[^—\\n]{4,60}——([^—\\n]{2,40})——([^—\\n]{3,30})(?=\\n|$)")
_SHORTEST = 2  # characters that no name of a body has
_PARTS = re.compile("[、　\t ；，和]+")


def find_crews(clean: CleanText, mentions: Sequence[Mention]) -> dict[int, Extent]:
    """Return where the body of each maker's name stands, by the start of the name."""
    people = [mention for mention in mentions if mention.label == "PERSON"]
    if not people:
        return {}
    found = dict(_of_lines(clean, people))
    for number, block in enumerate(clean.blocks):
        if clean.text.find("——", block.start, block.end) >= 0 or clean.text.find("；", block.start, block.end) >= 0:
            found.update(_of_marks(clean.text, block, people))
        header = _columns_of(clean, number)
        if header is not None:
            found.update(_of_rows(clean, number, header, people))
    return found


def _within(people: Sequence[Mention], start: int, end: int) -> Sequence[Mention]:
    first, last = (bisect_left(people, place, key=lambda mention: mention.start) for place in (start, end))
    return people[first:last]


def _housed(text: str, bodies: Extent, people: Sequence[Mention]) -> Iterator[tuple[int, Extent]]:
    """Yield the makers with their body; of several bodies the first has the first of them, and no more is told."""
    start, end = bodies
    while start < end and text[start] in " 　":
        start += 1
    part = _PARTS.search(text, start, end)
    stop = part.start() if part else end
    if stop - start > _SHORTEST and ORG_END.search(text, start, stop):
        yield from ((person.start, (start, stop)) for person in people[: 1 if part else len(people)])


def _of_lines(clean: CleanText, people: Sequence[Mention]) -> Iterator[tuple[int, Extent]]:
    """Yield the makers whom a label names, with the body that a label on their line or on one beside it names."""
    lines = [block for block in clean.blocks if block.start < block.end]
    for number, line in enumerate(lines):
        label = _MAKERS.search(clean.text, line.start, line.end)
        if label is None:
            continue
        near = (line, *lines[max(0, number - 1) : number], *lines[number + 1 : number + 2])
        named = (_BODIES.search(clean.text, each.start, each.end) for each in near)
        bodies = next((each for each in named if each), None)
        if bodies is None:
            continue
        end = bodies.start() if label.end() <= bodies.start() < line.end else line.end
        yield from _housed(clean.text, bodies.span(1), _within(people, label.end(), end))


def _of_marks(text: str, block: Block, people: Sequence[Mention]) -> Iterator[tuple[int, Extent]]:
    """Yield the makers in a bracket behind their body, and those between two dashes before it."""
    for match in _BRACKET.finditer(text, block.start, block.end):
        crew = _within(people, *match.span(2))
        if crew and crew[0].start == match.start(2):
            yield from _housed(text, match.span(1), crew)
    dashed = _DASHED.match(text, block.start, block.end)
    if dashed and ORG_END.search(text, *dashed.span(2)):
        yield from ((person.start, dashed.span(2)) for person in _within(people, *dashed.span(1)))


def _columns_of(clean: CleanText, number: int) -> tuple[int, int, int] | None:
    """Return the columns of makers and of bodies, and how many there are, where a line names such."""
    block = clean.blocks[number]
    if clean.text.find("人", block.start, block.end) < 0 and clean.text.find("者", block.start, block.end) < 0:
        return None
    cells = table_cells(clean.text, block)
    columns = read_columns(clean.text, cells, loose=block.kind == "table_row") if len(cells) > 1 else None
    if columns is None or "unit" not in columns.places:
        return None
    makers = next((at for at, cell in enumerate(cells) if _MAKER.fullmatch(clean.text[slice(*cell)])), None)
    return None if makers is None else (makers, columns.places["unit"], columns.width)


def _of_rows(
    clean: CleanText, number: int, header: tuple[int, int, int], people: Sequence[Mention]
) -> Iterator[tuple[int, Extent]]:
    """Yield the makers of the rows below the names of columns, with the body in their row."""
    makers, unit, width = header
    for block in clean.blocks[number + 1 :]:
        cells: list[Cell] = table_cells(clean.text, block)
        if len(cells) != width:
            return
        if ORG_END.search(clean.text, *cells[unit]):
            yield from ((person.start, cells[unit]) for person in _within(people, *cells[makers]))
