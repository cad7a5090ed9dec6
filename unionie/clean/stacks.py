"""Tables copied cell by cell, each on a line of its own: their lines joined to rows.

Enters: the text and its lines. Leaves: the lines, each row as one, and the gaps between its cells. Next: ``repair``.

Such a table shows itself by its rhythm: a header of as many words as each row has cells, then rows whose numbers stand
in the same places; or by a first column that counts the rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from unionie.clean.cells import NUMBER, Gap
from unionie.clean.lines import Line

_CELL = 16  # characters
_LONG_CELL = 40
_COUNTS = frozenset({"序号", "编号", "名次", "排名", "排序"})
_SENTENCE = re.compile(r"[。；！？]")
_PROSE = re.compile(r"[，。；：！？、]")
_NO_TABLE = re.compile("电话|传真|邮编|时间|日期|浏览|阅读|编号")  # what a page says beside its text
_NARROWEST, _WIDEST = 2, 8  # cells
_BEFORE = 4  # lines above the header that a run of short lines may have: title, caption
_BEHIND = 3  # lines below the last row: who signs, the date
_ROWS = 2  # below the header
_ROWS_OF_TWO = 3  # of two cells each


def join_stacks(text: str, lines: list[Line]) -> tuple[list[Line], dict[int, list[Gap]]]:
    """Return the lines with the rows of such tables as one line each, and by their index the gaps between the cells."""
    joined: list[Line] = []
    gaps: dict[int, list[Gap]] = {}
    done = 0
    runs = [(first, _find_rhythm([line.text for line in lines[first:last]])) for first, last in _short_runs(lines)]
    counted = [(at, (0, width, rows)) for at, width, rows in _counted(lines)]
    for first, found in sorted([*((first, found) for first, found in runs if found), *counted]):
        skipped, width, rows = found
        if first + skipped < done:
            continue
        joined += lines[done : first + skipped]
        for row in range(first + skipped, first + skipped + width * rows, width):
            cells = lines[row : row + width]
            start = cells[0].start
            gaps[len(joined)] = [Gap(one.end - start, two.start - start) for one, two in pairwise(cells)]
            joined.append(cells[0]._replace(end=cells[-1].end, text=text[start : cells[-1].end]))
        done = first + skipped + width * rows
    return joined + lines[done:], gaps


def _counted(lines: list[Line]) -> Iterator[tuple[int, int, int]]:
    """Yield where a table begins whose first column counts its rows, its width and its rows with the header."""
    for index, line in enumerate(lines):
        if line.text not in _COUNTS:
            continue
        texts = [each.text for each in lines[index : index + _WIDEST + 1]]
        width = texts.index("1") if "1" in texts else 0
        if width < _NARROWEST or any(len(cell) > _CELL or _PROSE.search(cell) for cell in texts[:width]):
            continue
        rows = 1
        while _is_row([each.text for each in lines[index + width * rows : index + width * (rows + 1)]], rows, width):
            rows += 1
        if rows > _ROWS:
            yield index, width, rows


def _is_row(cells: list[str], number: int, width: int) -> bool:
    """Return whether cells are the row of a number."""
    return (
        len(cells) == width
        and cells[0] == str(number)
        and str(number + 1) not in cells[1:]
        and all(len(cell) <= _LONG_CELL and not _SENTENCE.search(cell) for cell in cells)
    )


def _short_runs(lines: list[Line]) -> Iterator[tuple[int, int]]:
    """Yield the runs of lines that could be cells."""
    first = 0
    for index in range(len(lines) + 1):
        if index == len(lines) or len(lines[index].text) > _CELL or _PROSE.search(lines[index].text):
            if index - first >= _ROWS * _NARROWEST:
                yield first, index
            first = index + 1


def _find_rhythm(cells: list[str]) -> tuple[int, int, int] | None:
    """Return how many cells stand above the table, how many a row has, and how many rows there are with the header."""
    numbers = [NUMBER.fullmatch(cell) is not None for cell in cells]
    if True not in numbers:
        return None
    for skipped in range(min(_BEFORE, numbers.index(True)) + 1):
        for width in range(_NARROWEST, _WIDEST + 1):
            below = skipped + width
            if any(numbers[skipped:below]) or _NO_TABLE.search("".join(cells[skipped:below])):
                continue
            rows = _count_rows(numbers[below:], width)
            rest = numbers[below + width * rows :]
            if rows >= (_ROWS_OF_TWO if width == _NARROWEST else _ROWS) and len(rest) <= _BEHIND and True not in rest:
                return skipped, width, rows + 1
    return None


def _count_rows(numbers: list[bool], width: int) -> int:
    """Return how many rows have their numbers where the first one has; 0 where that opens with one or has none."""
    pattern = numbers[:width]
    if True not in pattern or pattern[0]:
        return 0
    rows = 1
    while numbers[width * rows : width * (rows + 1)] == pattern:
        rows += 1
    return rows
