"""Rows of flattened tables whose cells stand one space apart: 东河县 820 796.5 97.1 under 县区 应收 实收 收缴率(%).

Enters: lines. Leaves: for each row the gaps between its cells. Next: ``tables`` adds them to its own.

A space between digits parts cells or groups thousands (1 204). The cells of the header, or of the rows around, say
which; where two readings fit, the digits stay open and nobody reads a number there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from unionie.clean.cells import CLAUSE, NUMBER, OPEN, SPACES, WIDE, Gap
from unionie.clean.lines import Line

_HEAD = re.compile(r"[1-9]\d{0,2}")  # what a group of three digits may stand behind
_GROUP = re.compile(r"\d{3}(?P<last>\.\d+[%‰]?|[%‰])?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CHARACTER = re.compile(r"[\u3400-\u9fff]")
_REMARKS = re.compile(r"备\s*注|说\s*明")
_COUNTS = re.compile(r"[数额率量值比重]$|[）)]$|^\d{4}年?$|^[应实]收|^增[长幅]")
_WORDS = re.compile(r"^(?:计量)?单位$|姓名$|名称$|^(?:负责|联系)人$")
LABEL = re.compile(  # the header of the first column: of places, bodies, times, or of what the rows are about
    r"[区县市州旗盟镇乡村域]$|[街支乡]道$|单位|部门|企业|公司|学校|医院|工会|名称?$|项目?$|指标$|类[别型]$|产品$|行业$|科室$|车间$|[厂矿]$"
    r"|年[份度]?$|月份?$|季度$|时[间期]$|序号$|编号$|地[区方]$|内容$"
)
_BRACKET = ("（", "(")
_LONGEST = 120  # characters of a row
_WIDEST = 24  # words of a row
_MOST_GROUPS = 12
_READINGS = 64
_MOST = 0.6  # of the rows have the table's number of cells
_FEWEST = 3  # cells, where no header says how many


class _Row(NamedTuple):
    """The words of a line, the spaces between them (one joined word has none), and which spaces may group digits.

    A wide space between narrow ones may stand for an empty cell: then nothing tells where its digits belong.
    """

    words: list[str]
    gaps: list[tuple[int, int]]
    groups: list[int]
    wide: bool


_Reading = frozenset[int]  # the spaces, by their place in ``_Row.gaps``, that part no cells


def find_narrow_rows(lines: list[Line], taken: dict[int, list[Gap]]) -> dict[int, list[Gap]]:
    """Return the rows by line index; lines in ``taken`` are rows already."""
    rows: dict[int, list[Gap]] = {}
    for first, last in _stretches(lines, taken):
        read = [_read_row(line.text) for line in lines[first:last]]
        start = 0
        for head in [*_heads(read), len(read)]:
            rows |= {first + start + at: gaps for at, gaps in _read_table(read[start:head]).items()}
            start = head
    return rows


def _stretches(lines: list[Line], taken: dict[int, list[Gap]]) -> Iterator[tuple[int, int]]:
    """Yield runs of lines that may be rows; a header with wide gaps may open one."""
    first = 0
    for index in range(len(lines) + 1):
        text = lines[index].text if index < len(lines) else ""
        ends = index in taken or len(text) > _LONGEST or not SPACES.search(text) or CLAUSE.search(text) is not None
        wide_head = not ends and WIDE.search(text) is not None and _is_head(_read_row(text))
        if ends or wide_head:
            if index - first > 1:
                yield first, index
            first = index if wide_head else index + 1


def _read_row(text: str) -> _Row:
    """Return the words of a line; two characters set apart (东　区) are one, and so is a bracket with its word."""
    words: list[str] = []
    gaps: list[tuple[int, int]] = []
    done = 0
    for match in [*SPACES.finditer(text), None]:
        word = text[done : match.start() if match else len(text)]
        apart = _CHARACTER.fullmatch(word) and len(words) == 1 and _CHARACTER.fullmatch(words[-1])
        if words and (apart or word.startswith(_BRACKET)):
            words[-1] += word
            gaps.pop()
        else:
            words.append(word)
        if match:
            gaps.append(match.span())
            done = match.end()
    groups = [at for at in range(len(words) - 1) if _may_group(words, at)]
    return _Row(words, gaps, groups, WIDE.search(text) is not None)


def _may_group(words: list[str], at: int) -> bool:
    """Return whether the space behind a word may part the thousands of one number: 12| 345.6, 1 234| 567."""
    if not _GROUP.fullmatch(words[at + 1]):
        return False
    if _HEAD.fullmatch(words[at]):
        return True
    inner = _GROUP.fullmatch(words[at])
    return inner is not None and not inner["last"] and at > 0 and _may_group(words, at - 1)


def _heads(rows: list[_Row]) -> Iterator[int]:
    """Yield where a header opens a table: a row without numbers above one with some."""
    for index in range(len(rows) - 1):
        if _is_head(rows[index]) and not _is_head(rows[index + 1]):
            yield index


def _is_head(row: _Row) -> bool:
    return not any(NUMBER.fullmatch(word) and not _YEAR.fullmatch(word) for word in row.words)


def _read_table(rows: list[_Row]) -> dict[int, list[Gap]]:
    """Return the gaps of the rows that are a table: under its header, else as rows that agree with each other."""
    if len(rows) > 1 and _is_head(rows[0]):
        if found := _under_head(rows[0], rows[1:]):
            return found
        rows, skipped = rows[1:], 1
    else:
        skipped = 0
    return {index + skipped: gaps for index, gaps in _without_head(rows).items()}


def _under_head(head: _Row, rows: list[_Row]) -> dict[int, list[Gap]]:
    """Return the gaps of a header and its rows, {} where they do not fit together."""
    if 2 * sum(len(word) == 1 for word in head.words) > len(head.words):
        return {}  # a line set with spaces: 简　报
    for width in _widths(head):
        found = [_readings(row, width) for row in rows]
        upto = next((at for at, row in enumerate(rows) if not _fits(row, found[at], width)), len(rows))
        body, readings = rows[:upto], _agreeing(head, rows[:upto], found[:upto], width)
        if not _is_table(body, readings, width, told=LABEL.search(head.words[0]) is not None):
            continue
        open_ = _is_open(head, body, width)
        gaps = [_part(head, frozenset())]
        for row, each in zip(body, readings, strict=True):
            clear = len(each) == 1 and not (row.groups and (open_ or row.wide))
            gaps.append(_part(row, each[0]) if clear else _hold(row))
        return dict(enumerate(gaps))
    return {}


def _widths(head: _Row) -> list[int]:
    """Return how many cells the rows may have: one more than the header where the corner over the labels is empty."""
    width = len(head.words)
    if _COUNTS.search(head.words[0]) and not LABEL.search(head.words[0]):
        return [width + 1]
    return [width] if LABEL.search(head.words[0]) else [width, width + 1]


def _is_open(head: _Row, rows: list[_Row], width: int) -> bool:
    """Return whether a header leaves open what stands under it: a corner, or remarks that no row has."""
    if _REMARKS.fullmatch(head.words[-1]):
        return True  # nothing tells 9 876 from 9 and a remark
    told = LABEL.search(head.words[0]) or _COUNTS.search(head.words[0])
    return not told and all(len(row.words) != width for row in rows)


def _fits(row: _Row, readings: list[_Reading], width: int) -> bool:
    """Return whether a line may be a row of the table; one with fewer cells has empty ones."""
    return bool(readings) or (len(row.words) < width and not _is_head(row))


def _readings(row: _Row, width: int) -> list[_Reading]:
    """Return the ways to read a row as so many cells: words of its label joined, or thousands with their groups."""
    more = len(row.words) - width
    if more < 0 or len(row.words) > _WIDEST or len(row.groups) > _MOST_GROUPS:
        return []
    label = next((at for at, word in enumerate(row.words) if at and NUMBER.fullmatch(word)), len(row.words))
    found: list[_Reading] = []
    for joined in range(min(more, max(label - 1, 0)) + 1):
        for groups in combinations(row.groups, more - joined):
            if all(_opens(row, at) or at - 1 in groups for at in groups):
                found.append(frozenset([*range(joined), *groups]))
            if len(found) > _READINGS:
                return found
    return found


def _opens(row: _Row, at: int) -> bool:
    return _HEAD.fullmatch(row.words[at]) is not None


def _agreeing(head: _Row, rows: list[_Row], readings: list[list[_Reading]], width: int) -> list[list[_Reading]]:
    """Return the readings of each row that have words and numbers where its header, or each sure row, has them."""
    sure = [_kinds(row, found[0]) for row, found in zip(rows, readings, strict=True) if len(found) == 1]
    columns = [set(kinds) - {"-"} for kinds in zip(*sure, strict=True)] if sure else [set() for _ in range(width)]
    if width == len(head.words):
        columns = [known or _kind_under(word) for known, word in zip(columns, head.words, strict=True)]
    kept = []
    for row, found in zip(rows, readings, strict=True):
        alike = [
            reading
            for reading in found
            if all(not column or kind in column for kind, column in zip(_kinds(row, reading), columns, strict=True))
        ]
        kept.append(alike if len(found) > 1 else found)
    return kept


def _kind_under(word: str) -> set[str]:
    """Return what a header says of the cells under it: numbers, words, or nothing."""
    return {"x"} if _WORDS.search(word) else {"0"} if _COUNTS.search(word) else set()


def _kinds(row: _Row, reading: _Reading) -> list[str]:
    """Return of each cell of a reading whether it is a number (0), words (x), or a dash for none."""
    kinds = []
    for at, word in enumerate(row.words):
        if at and at - 1 in reading:
            continue
        number = NUMBER.fullmatch(word)
        kinds.append("x" if not number else "0" if word[-1:].isdigit() or word[-1] in "%‰" else "-")
    return kinds


def _is_table(rows: list[_Row], readings: list[list[_Reading]], width: int, *, told: bool) -> bool:
    """Return whether rows under a header are a table: most are whole, and a column holds numbers in all of these.

    A row alone has nothing but numbers behind its label, unless the header has ``told`` what the labels are.
    """
    whole = [_kinds(row, found[0]) for row, found in zip(rows, readings, strict=True) if found]
    if not whole or len(whole) < _MOST * len(rows) or width < 2:
        return False
    if len(whole) == 1:
        numbers = whole[0][1:].count("0") if whole[0][-1] != "x" else 0
        return width >= _FEWEST and (numbers > 1 if told else numbers > 0 and "x" not in whole[0][1:])
    return any(set(kinds) <= {"0", "-"} and "0" in kinds for kinds in list(zip(*whole, strict=True))[1:])


def _without_head(rows: list[_Row]) -> dict[int, list[Gap]]:
    """Return the gaps of rows without a header, {} for lines that are none.

    Digits are parted, or grouped, where only so most rows have as many cells.
    """
    numeric = sum(not _is_head(row) for row in rows)
    if numeric < 2 or numeric < _MOST * len(rows):
        return {}
    parted, alike = _most_common([len(row.words) for row in rows])
    grouped, alike_grouped = _most_common([len(row.words) - len(row.groups) for row in rows])
    if max(alike, alike_grouped) < _MOST * len(rows) or max(parted if alike else 0, grouped) < _FEWEST:
        return {}
    if alike > alike_grouped or not any(row.groups for row in rows):
        return {at: _part(row, frozenset()) for at, row in enumerate(rows)}
    if alike_grouped > alike:
        return {at: _part(row, frozenset(row.groups)) for at, row in enumerate(rows)}
    return {at: _part(row, frozenset(), frozenset(row.groups)) for at, row in enumerate(rows)}


def _most_common(counts: list[int]) -> tuple[int, int]:
    return Counter(counts).most_common(1)[0]


def _part(row: _Row, closed: _Reading, held: _Reading = frozenset()) -> list[Gap]:
    """Return the gaps between the cells of a row; ``held`` spaces leave open whether they part some."""
    return [
        Gap(start, end, OPEN if at in held else "\t") for at, (start, end) in enumerate(row.gaps) if at not in closed
    ]


def _hold(row: _Row) -> list[Gap]:
    """Return the gaps of a row that can be read in several ways: its label, and the rest as one cell of no number."""
    if not row.groups:
        return _part(row, frozenset())
    return _part(row, frozenset(), frozenset(range(1, len(row.gaps))))
