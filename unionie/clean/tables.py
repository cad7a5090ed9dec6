"""Flattened tables: runs of lines that are rows, and the cells of each.

Enters: the lines. Leaves: for each row the gaps between its cells. Next: ``repair`` writes them as tabs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from unionie.clean.cells import CLAUSE, NUMBER, OPEN, SPACES, WIDE, Gap
from unionie.clean.lines import Line
from unionie.clean.narrow import LABEL, find_narrow_rows

_TAB = re.compile(r"[ \u3000]*\t[ \u3000]*")  # then a space parts no cells: 姜　伟
_SINGLE_CHARACTER = re.compile(r"(?:^|.*[ \t\u3000、])[\u3400-\u9fff][ \t\u3000]")
_NAME_REST = re.compile(r"[\u3400-\u9fff](?:$|[ \t\u3000、（(])")
_BAR = re.compile(r"[ \t\u3000]*[|│┃║][ \t\u3000]*")
_SLASH = re.compile(r"(?<=[\u3400-\u9fff）])/(?=[\u3400-\u9fff（《])")  # 乡镇/清河乡总工会/燕飞
_RULED = re.compile(r"[\t|│┃║/]")
_GROUPED = re.compile(r"(?<![\d.,])[1-9]\d{0,2} \d{3}(?!\d)")
_SENTENCE = re.compile(r"[。；！？]")
_PLACED = re.compile(r"(?:团体|个人)?(?:[特一二三]等奖|第[一二三四五六]名|[冠亚季]军|[金银铜][奖牌])")
_EACH_TAB = re.compile(r"[ \u3000]*\t[ \u3000]*")
_HEADER = 12  # characters of the name of a column
# What the columns of a roll are called.
_COLUMN = re.compile(
    r"(?:姓[ \u3000]*名|名称|单位|班组|集体|人|职务|荣誉|称号|[等名]次|奖项|等级|代表队|作品|成果|项目|科室|部门)$"
)
_TAB_INDENT = 4  # what a tab counts in the indent of a line
_CAPTION = re.compile(r"[附续]?[图表][\d一二三四五六七八九十]{1,3}(?![\d.])")

# The first cell of a table that lists who or what: 姓名, 获奖单位.
_NAMED = re.compile(
    r"(?:获奖|受表彰|先进|参赛|所在|工作)?"
    r"(?:姓[ \u3000]*名|个人|人员|单位|集体|班组|学校|作品|项目|选手|称号|奖项|名次|等次)(?:名称)?[ \u3000]*[\t|│┃║]"
)


def find_rows(lines: list[Line]) -> dict[int, list[Gap]]:
    """Return the rows by line index, with the gaps between their cells as offsets into the line."""
    rows: dict[int, list[Gap]] = {}
    headed = _headed_rows(lines)
    for first, last in _runs(lines):
        if first in headed:
            continue
        table = _fit_columns(lines, {index: _wide_gaps(lines[index].text) for index in range(first, last)})
        rows |= _head_above(lines, first, table) | table
    rows |= headed
    return rows | find_narrow_rows(lines, rows)


def _headed_rows(lines: list[Line]) -> dict[int, list[Gap]]:
    """Return the rows that tabs part below a header that names columns: every tab parts, whatever is left empty."""
    rows: dict[int, list[Gap]] = {}
    at = 0
    while at < len(lines):
        width = _header_width(lines[at].text)
        last = at + 1
        while width and last < len(lines) and _fits(lines[last], width):
            last += 1
        if last - at > 2:
            rows |= {
                row: [Gap(*match.span()) for match in _EACH_TAB.finditer(lines[row].text)] for row in range(at, last)
            }
        at = last
    return rows


def _header_width(text: str) -> int:
    """Return how many columns a line names that tabs part: 等次|成果名称|完成单位; 0 for any other line."""
    cells = text.split("\t") if "\t" in text else []
    short = all(0 < len(cell) <= _HEADER for cell in cells)
    named = sum(_COLUMN.search(cell.strip(" \u3000")) is not None for cell in cells)
    return len(cells) if len(cells) > 2 and short and named > 1 else 0


def _fits(line: Line, width: int) -> bool:
    """Tell whether a line may be a row of so many columns, some left empty."""
    cells = line.text.count("\t") + 1 + (line.indent >= _TAB_INDENT)
    return 1 < cells <= width and "\t" in line.text and "。" not in line.text


def _head_above(lines: list[Line], first: int, table: dict[int, list[Gap]]) -> dict[int, list[Gap]]:
    """Return the row of headers that stand one space apart over rows of values that stand wider: 县区 应收 实收."""
    if not first or not _numbers(lines[first].text, table[first]) or CLAUSE.search(lines[first - 1].text):
        return {}
    gaps = [Gap(*match.span()) for match in SPACES.finditer(lines[first - 1].text)]
    known = len(gaps) > 1 or (len(gaps) == 1 and LABEL.search(lines[first - 1].text[: gaps[0].start]) is not None)
    fits = known and len(gaps) == len(table[first]) and not _numbers(lines[first - 1].text, gaps)
    return {first - 1: gaps} if fits else {}


def _fit_columns(lines: list[Line], rows: dict[int, list[Gap]]) -> dict[int, list[Gap]]:
    """Return the rows with their cells brought nearer to the number that most rows have.

    Two characters set apart (孙　浩) are one cell where a row has too many; where it has too few, every space parts
    cells (a second header line), unless it may group digits: which cell is empty is unknown then.
    """
    rows = _join_labels(lines, rows)
    columns = Counter(len(gaps) for gaps in rows.values()).most_common(1)[0][0]
    for index, gaps in rows.items():
        text = lines[index].text
        if lines[index].indent >= _TAB_INDENT and "\t" in text and len(gaps) + 1 == columns:
            continue  # its first cell is empty
        if len(gaps) > columns:
            inside = [gap for gap in gaps if _parts_word(text, gap)][: len(gaps) - columns]
            rows[index] = [gap for gap in gaps if gap not in inside]
        elif len(gaps) < columns:
            every = [Gap(*match.span()) for match in SPACES.finditer(text)]
            header = _numbers(text, gaps) == 0
            parted = any(_GROUPED.search(cell) for cell in _cells(text, gaps))
            if (len(every) == columns and not parted) or (header and len(gaps) < len(every) < columns):
                rows[index] = every
            elif parted or any(NUMBER.fullmatch(word) for word in _cells(text, gaps)[0].split()[1:]):
                rows[index] = [every[0], *(gap._replace(mark=OPEN) for gap in every[1:])]  # which is empty, is unknown
    return rows


def _join_labels(lines: list[Line], rows: dict[int, list[Gap]]) -> dict[int, list[Gap]]:
    """Return the rows with labels of two characters set apart (粮　食) joined, where all then have as many cells."""
    joined = {index: gaps[_parts_word(lines[index].text, gaps[0]) :] if gaps else gaps for index, gaps in rows.items()}
    fits = len({len(gaps) for gaps in joined.values()}) == 1 and len(joined) > 2
    return joined if fits else rows


def _parts_word(text: str, gap: Gap) -> bool:
    """Return whether single characters stand on both sides of the gap: 孙　浩, 王建新、孙　浩（回族）."""
    before = _SINGLE_CHARACTER.match(text, max(0, gap.start - 2), gap.start + 1)
    return before is not None and _NAME_REST.match(text, gap.end) is not None


def _wide_gaps(text: str) -> list[Gap]:
    if _SENTENCE.search(text):
        return []
    pattern = _BAR if _BAR.search(text) else _TAB if "\t" in text and "\t\t" not in text else WIDE
    gaps = [Gap(*match.span()) for match in pattern.finditer(text)]
    return gaps if gaps or "/" not in text else [Gap(*match.span()) for match in _SLASH.finditer(text)]


def _numbers(text: str, gaps: list[Gap]) -> int:
    return sum(NUMBER.fullmatch(cell) is not None for cell in _cells(text, gaps))


def _cells(text: str, gaps: list[Gap]) -> list[str]:
    edges = [0, *(edge for gap in gaps for edge in (gap.start, gap.end)), len(text)]
    return [text[edges[place] : edges[place + 1]] for place in range(0, len(edges), 2)]


def _runs(lines: list[Line]) -> Iterator[tuple[int, int]]:
    """Yield runs of lines that look like rows: mostly one number of cells, numbers in most, rules in all or results."""
    index = 0
    while index < len(lines):
        last = index
        shapes: list[tuple[int, int]] = []
        ruled = True
        while last < len(lines) and (gaps := _wide_gaps(lines[last].text)):
            shapes.append((len(gaps) + 1, _numbers(lines[last].text, gaps)))
            ruled = ruled and all(_RULED.search(lines[last].text, gap.start, gap.end) for gap in gaps)
            last += 1
        if shapes and _CAPTION.match(lines[index].text):
            shapes, index = shapes[1:], index + 1
        if shapes and (_is_ruled(lines[index:last], shapes, ruled) or _tells_results(lines[index].text, shapes)):
            yield index, last
        index = max(last, index + 1)


def _is_ruled(rows: list[Line], shapes: list[tuple[int, int]], ruled: bool) -> bool:
    """Tell whether rows are those of a table by their cells, or by the rules between them."""
    opened = [line.indent >= _TAB_INDENT for line in rows]
    even = ruled and _is_even(shapes, opened, names=_NAMED.match(rows[0].text) is not None)
    return even or _is_table(shapes)


def _tells_results(first: str, shapes: list[tuple[int, int]]) -> bool:
    """Tell whether rows are a table of who won what, by their first line: 赛项　　一等奖　　二等奖."""
    placings = sum(_PLACED.fullmatch(cell) is not None for cell in _cells(first, _wide_gaps(first)))
    count = Counter(cells for cells, _ in shapes).most_common(1)[0][1] if shapes else 0
    return placings > 1 and count > 1 and count >= 0.5 * len(shapes)


def _is_even(shapes: list[tuple[int, int]], opened: list[bool], *, names: bool) -> bool:
    """Tell whether rows parted by tabs or bars all have one number of cells: a table of words too.

    Of two cells only where the first row ``names`` whom the table lists: 姓名, 单位.

    A row that is ``opened`` by a tab has an empty first cell: it goes on under that of the row above.
    """
    counts = {cells + tab for (cells, _), tab in zip(shapes, opened, strict=True)}
    return len(shapes) > 2 and len(counts) == 1 and (shapes[0][0] > 2 or names)


def _is_table(shapes: list[tuple[int, int]]) -> bool:
    if len(shapes) < 2:
        return False
    cells, count = Counter(cells for cells, _ in shapes).most_common(1)[0]
    numeric = sum(numbers > 0 for _, numbers in shapes)
    return cells >= 2 and count >= 0.5 * len(shapes) and numeric >= 0.5 * len(shapes)
