"""Cells of flattened tables linked to their row and column.

Enters: clean text with ``table_row`` blocks, and the times of the text. Leaves: FactFrames, one a number cell.
Next: ``resolve``, as for sentences.

The row's label and the column's header name the indicator; unit and multiplier come from the header, a unit column,
the label's brackets or the caption; a year in label or header dates the cell. Where rows are places or bodies, the
label is the subject and the column alone the indicator.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from unionie.clean.types import Block, CleanText
from unionie.frames import FactFrame, Sentence
from unionie.link.figures.parts import same_kind
from unionie.link.figures.table_cells import (
    GENERIC_HEAD,
    NUMBER,
    PLAN,
    UNIT,
    WITH_UNIT,
    YEAR,
    Cell,
    Head,
    at_end,
    baseline_of,
    is_value,
    measure_of,
    name_cell,
    name_column,
    read_cell,
    unit_of,
    units_of_columns,
    year_time,
)
from unionie.values.types import Time

_UNIT_HEADER = re.compile(r"^(?:计量)?单位$")
_SERIAL_HEADER = re.compile(r"^(?:序号|编号|行次|排序|名次|排名|位次)$")
_CAPTION = re.compile(r"^(?:[附续]?[图表]\s*\d|.*[（(][^（）()]*[）)][。：:]?$)")  # 表3 …, …（单位：万元）
_UNIT_LINE = re.compile(r"[（(]?单位[:：][^，。；\n]{1,16}?[）)]?")
_ANNOUNCES = re.compile(
    r"(?:(?<=[。；\n])|^)[^。；\n]{2,40}(?:下表|如下)(?:所示)?(?:[（(][^（）()]*[）)])?[：:。]?\s*$"
)
_NUMBERED = re.compile(r"[附续]?[图表][一二三四五六七八九十\d]+[\t　 ：:][^\t]{2,30}$")
_SURNAME, _GIVEN = re.compile(r"(?:^|、)[一-鿿]$"), re.compile(r"[一-鿿](?:[、（(]|$)")  # 陶　然、吴　越
_OPEN = re.compile(r"[\d%‰]\u3000[\d-]")  # in a row whose digits nobody can tell apart
_LONGEST_CAPTION = 40
_FEWEST_HEADS = 3
_DAY = len("2018-12-03")
_RATIO = re.compile(
    r"(?:为|是|相当于)(?:上年|去年|上一?年度)[^\t]{0,6}[%％]"
)  # 为上年（%）: of this year, against the last
_PART = re.compile(r"^(?:其中[:：]?|#|\*|含[:：]|[一-鿿]?内[:：])\s*")
_MARK = re.compile(r"^(?:[①-⑳⑴-⒇]|[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.、)）])")
_BODY = re.compile(
    r"^全[国省市区县州旗盟镇]$|(?:省|市|区|县|州|旗|镇|乡|街道|开发区|委员会|局|公司|集团|工会|总会|法院|检察院|学院|大学|中学|小学|医院|厂|机关党委)$"
)

_OF_BODIES = re.compile(  # a first column of places or bodies, whatever they are called
    r"(?:站点|点位|[地县市辖片园社]区|乡镇|镇乡|镇街|街道|[县市镇村]|单位|部门|科室|车间|分厂|班组|学校|医院|企业|公司|工会|支部|分馆|[校院]区|学院|家|代表[队团]|[馆校院店库队]别)(?:名称)?$"
)
_CAPTION_TIME = re.compile(
    r"^(?:\d{4}(?:[～~—–\-至]\d{4})?年)?(?:\d{1,2}[～~—\-至]\d{1,2}月|\d{1,2}月份?|上半年|[一二三四前]+季度)?(?:各|分)?(?:[省市县区州]+)?"
)
_SUM = re.compile(r"(?:[合总共]计|全[省市县区州旗盟])$")  # 平均 adds up to nothing

_GROWTH_ROW = re.compile("(?:同?比?(?:上年|同期)?)?(?:增长|增速|增长速度|增长率|增幅)")
_UNIT_ROW = re.compile("[十百千万亿]+[一-鿿]{1,4}|元|吨")  # of a figure with its values by year
_AND_GROWTH = re.compile("及其?(?:增长|增速|增幅)|和增长|、增长")
_KIND = re.compile(r"基层|[城乡村集]镇$|^(?:新建|组建|国有|民营|私营|外资|重点|规上|规模以上|各)")  # kinds of bodies


@dataclass(slots=True)
class _Table:
    """A table being read: its headers, caption, time and the last total of each column."""

    heads: list[Head]
    caption: str
    time: Time | None
    times: list[Time | None]  # of each column, by its header
    above: str = ""  # the label of the last row that is no part
    totals: dict[int, tuple[int, int]] = field(default_factory=dict)  # column → (frame index, indent)
    columns: dict[int, list[tuple[int, bool]]] = field(default_factory=dict)  # levels: frame index, of a row of sums


def link_tables(clean: CleanText, times: Sequence[Time]) -> tuple[list[FactFrame], list[list[list[int]]]]:
    """Return a frame for each number cell, in text order, and the indexes of each table's levels, column by column."""
    frames: list[FactFrame] = []
    columns: list[list[list[int]]] = []
    for first, last in _tables(clean):
        rows = _without_serials(_with_names([_cells(clean, block) for block in clean.blocks[first:last]]))
        table, body = _read_header(clean, first, rows, times)
        for number in range(body, len(rows)):
            _link_row(clean, first + number, rows[number], table, frames)
        _mark_sums(table, frames)
        columns.append([[index for index, _ in cells] for cells in table.columns.values()])
    return frames, columns


def _mark_sums(table: _Table, frames: list[FactFrame]) -> None:
    """Mark as parts the cells of a column that add up to one in a row of sums: 合计, above or below them."""
    for cells in table.columns.values():
        for total in [index for index, is_sum in cells if is_sum]:
            parts = [index for index, is_sum in cells if not is_sum and frames[index].part_of is None]
            if len(parts) > 1 and sum(frames[i].quantity.value for i in parts) == frames[total].quantity.value:
                for part in parts:
                    frames[part].part_of = total


def _tables(clean: CleanText) -> Iterator[tuple[int, int]]:
    blocks = clean.blocks
    index = 0
    while index < len(blocks):
        if blocks[index].kind != "table_row" or _is_caption(clean, blocks[index]):
            index += 1
            continue
        last = index + 1
        while last < len(blocks) and blocks[last].kind == "table_row" and not _begins_anew(clean, last):
            last += 1
        yield index, last
        index = last


def _is_caption(clean: CleanText, block: Block) -> bool:
    """Return whether a row only numbers and names the table below it: 表二　个人荣誉（单位：元）."""
    return _NUMBERED.match(clean.text, block.start, block.end) is not None


def _begins_anew(clean: CleanText, number: int) -> bool:
    """Return whether a row of headers between rows of values begins another table, or a caption does."""
    if _is_caption(clean, clean.blocks[number]):
        return True
    if number + 1 == len(clean.blocks):
        return False
    above, row, below = (_cells(clean, block) for block in clean.blocks[number - 1 : number + 2])
    valued = any(map(is_value, above[1:])) and any(map(is_value, below[1:]))
    return valued and len(row) == len(below) >= _FEWEST_HEADS and not any(map(is_value, row[1:]))


def _cells(clean: CleanText, block: Block) -> list[Cell]:
    cells = []
    position = block.start
    for text in clean.text[block.start : block.end].split("\t"):
        cells.append(Cell(position, position + len(text), text))
        position += len(text) + 1
    return cells


def _with_names(rows: list[list[Cell]]) -> list[list[Cell]]:
    """Return the rows with names of two characters that are set apart as one cell, where the row is too long."""
    width = len(rows[0]) if rows else 0
    return [_join_names(row) if len(row) > width else row for row in rows]


def _join_names(row: list[Cell]) -> list[Cell]:
    joined = row[:1]
    for cell in row[1:]:
        last = joined[-1]
        if _SURNAME.search(last.text) and _GIVEN.match(cell.text):
            joined[-1] = Cell(last.start, cell.end, f"{last.text}\t{cell.text}")
        else:
            joined.append(cell)
    return joined


def _without_serials(rows: list[list[Cell]]) -> list[list[Cell]]:
    """Return the rows without the first column if that only numbers them."""
    if rows and len(rows[0]) > 1 and _SERIAL_HEADER.match(rows[0][0].text.strip()):
        return [row[1:] if len(row) > 1 else row for row in rows]
    return rows


def _caption_before(clean: CleanText, first: int) -> tuple[int, int]:
    """Return the bounds of what captions a table: a heading, a short line that ends in a unit, or what announces it.

    Tables that follow each other share the caption of the first.
    """
    while first and clean.blocks[first - 1].kind == "table_row":
        first -= 1
        if _is_caption(clean, clean.blocks[first]):
            return clean.blocks[first].start, clean.blocks[first].end
    before = clean.blocks[first - 1] if first else None
    if before is None:
        return 0, 0
    words = clean.text[before.start : before.end].strip()
    if _UNIT_LINE.fullmatch(words) and first > 1:
        above = clean.blocks[first - 2]
        announced = _ANNOUNCES.search(clean.text, above.start, above.end)
        return announced.start() if announced else before.start, before.end
    if before.kind in ("heading", "subtitle", "title") or (len(words) <= _LONGEST_CAPTION and _CAPTION.match(words)):
        return before.start, before.end
    announced = _ANNOUNCES.search(clean.text, before.start, before.end)
    return announced.span() if announced else (0, 0)


def _read_header(clean: CleanText, first: int, rows: list[list[Cell]], times: Sequence[Time]) -> tuple[_Table, int]:
    """Return the table's headers, caption and time, and the index of its first row of values."""
    body = next((i for i, row in enumerate(rows) if any(map(is_value, row[1:]))), len(rows))
    start, end = _caption_before(clean, first)
    words = clean.text[start:end]
    time = _longest([t for t in times if start <= t.start < end])
    header = [row for row in rows[:body] if not any(_OPEN.search(cell.text) for cell in row)]
    heads = _heads(header, len(rows[body]) if body < len(rows) else 0)
    return _Table(heads, words, time, _column_times(heads, times)), body


def _longest(times: Sequence[Time]) -> Time | None:
    """Return the time that covers most days: of 2023年（1月发布） the year."""
    times = [time for time in times if time.text != "年初"]  # 年初目标: when it was set
    placed = [time for time in times if time.from_ and time.until and len(time.from_) >= _DAY]
    return max(placed, key=_length, default=next((t for t in times if t.from_), None))


def _length(time: Time) -> int:
    return (date.fromisoformat((time.until or "")[:10]) - date.fromisoformat((time.from_ or "")[:10])).days


def _column_times(heads: Sequence[Head], times: Sequence[Time]) -> list[Time | None]:
    """Return the time that each header names; 同比 beside a dated column is of the same time."""
    found: list[Time | None] = []
    group: list[Time] = []  # the dated columns that a change behind them compares
    for head in heads:
        if measure_of(head.text) == "change":
            found.append(max(group, key=lambda time: time.from_ or "", default=None))
            continue
        if _RATIO.match(head.text):
            found.append(None)
            continue
        named = year_time(head.cell) or (_in_cell(head.cell, times) if head.cell else None)
        if found and measure_of(heads[len(found) - 1].text) == "change":
            group = []
        group += [named] if named else []
        found.append(named)
    return found


def _in_cell(cell: Cell, times: Sequence[Time]) -> Time | None:
    return _longest([time for time in times if cell.start <= time.start and time.end <= cell.end])


def _heads(header: list[list[Cell]], width: int) -> list[Head]:
    """Return one header a column, [] if the header does not fit; a second row of headers stands under the first."""
    if not header:
        return []
    if len(header) == 1 and len(header[0]) == width - 1:
        return [Head(""), *(Head(cell.text, cell=cell) for cell in header[0])]  # the corner is empty
    if len(header) == 1 or len(header[-1]) == width:
        return [Head(cell.text, cell=cell) for cell in header[-1]] if len(header[-1]) == width else []
    groups, leaves = header[-2][1:], header[-1]
    if len(leaves) != len(groups):
        return []
    heads = [Head(header[-2][0].text, cell=header[-2][0])]
    for group, cell in zip(groups, leaves, strict=True):
        heads += [
            Head(text, group=UNIT.sub("", group.text)) for text in re.findall(r"[^）)]*[）)]|[^）)]+$", cell.text)
        ]
    return heads if len(heads) == width else []


def _link_row(clean: CleanText, number: int, row: list[Cell], table: _Table, frames: list[FactFrame]) -> None:
    block = clean.blocks[number]
    label = row[0].text.strip()
    is_part = bool(_PART.match(label))
    name = _MARK.sub("", UNIT.sub("", _PART.sub("", label)))
    joined = "".join(name.split())
    of_caption = _of_caption(joined, table.caption)
    heads = table.heads if len(table.heads) == len(row) else []
    named = _BODY.search(joined) or (heads and _OF_BODIES.search(heads[0].text) and not _SUM.match(joined))
    subject = joined if named and not _KIND.search(joined) else None
    unit_cell = next((row[i].text for i, head in enumerate(heads) if i and _UNIT_HEADER.match(head.text)), None)
    indent = _indent(clean, block.start)
    base, above = "", table.above
    each = units_of_columns(table.caption, len(row) - 1)
    spelling = _spelling(clean, [row[0], *(head.cell for head in heads if head.cell)])
    for column, cell in enumerate(row[1:], start=1):
        head = heads[column] if heads else Head("")
        if not _holds_figure(cell.text.strip(), head if heads else None, alone=len(row) == 2):
            continue
        measure = measure_of(head.text)
        if of_caption and measure == "level":
            measure = measure_of(joined)
        total = table.totals.get(column)
        part = total is not None and (is_part or indent > total[1])
        unit_label = table.above if part and not UNIT.search(label) else label
        unit = (
            joined
            if of_caption and measure == "level"
            else unit_of(head.text, unit_label, unit_cell, table.caption, measure)
        )
        if each and not UNIT.search(head.text + unit_label):
            unit = each[column - 1]
        quantity, direction = read_cell(cell, unit, measure)
        if of_caption:
            indicator = of_caption
        elif subject or YEAR.fullmatch(name):
            column_name = "" if YEAR.fullmatch(head.text.strip()) else name_column(head, measure)
            if GENERIC_HEAD.match(column_name):
                column_name = _caption_name(table.caption) or column_name
            indicator = (base if measure == "change" else "") or column_name or _caption_name(table.caption)
        else:
            indicator = name_cell(name, head, measure, base)
        base = indicator if measure == "level" or not base else base
        if quantity is None or not indicator:
            continue
        time = year_time(row[0]) or (table.times[column] if heads else None) or table.time
        fits = part and total and measure == "level" and same_kind(frames[total[0]].quantity, quantity)
        frames.append(
            FactFrame(
                quantity=quantity,
                sentence=Sentence(block.start, block.end, number),
                indicator=indicator.translate(spelling),
                measure=measure,
                direction=direction,
                modality="target" if PLAN.search(head.text) else "actual",
                baseline=baseline_of(head.text) if measure == "change" or _RATIO.match(head.text) else None,
                subject=subject,
                times=[at_end(time, row[0])] if time else [],
                part_of=total[0] if fits and total else None,
                rule="facts.table",
            )
        )
        if measure == "level":
            table.columns.setdefault(column, []).append((len(frames) - 1, _SUM.match(joined) is not None))
        if not part:
            table.totals[column] = (len(frames) - 1, indent)
            above = label
    table.above = above


def _of_caption(label: str, caption: str) -> str:
    """Return what the caption names, where a row's label only says in which unit, or that it is the growth of that."""
    if not _UNIT_ROW.fullmatch(label) and not _GROWTH_ROW.fullmatch(label):
        return ""
    named = _AND_GROWTH.split(_caption_name(caption))[0]
    return named if len(named) > 1 else ""


def _spelling(clean: CleanText, cells: Sequence[Cell]) -> dict[int, str]:
    """Return how the report itself writes the characters of the cells, where clean text folds them."""
    return {
        ord(folded): own
        for cell in cells
        for folded, own in zip(cell.text, clean.surface[cell.start : cell.end], strict=True)
        if folded != own
    }


def _holds_figure(words: str, head: Head | None, *, alone: bool) -> bool:
    """Return whether a cell holds a figure: a number, no year beside its label ``alone``, or 20个 under 数量."""
    if head is not None and GENERIC_HEAD.match(head.text) and WITH_UNIT.fullmatch(words):
        return True
    return bool(NUMBER.fullmatch(words)) and not (YEAR.fullmatch(words) and alone and head is not None)


def _caption_name(caption: str) -> str:
    """Return what a caption names, without number, time, unit and mark: 附表 1～4月各县区增加值 → 增加值."""
    words = re.sub(
        r"^(?:[附续]?[图表](?:\s*(?:\d+|[一二三四五六七八九十]+)(?![\d月～—-]))?[:：]?|▶|●|◆)\s*",
        "",
        UNIT.sub("", caption),
    ).strip()
    words = _CAPTION_TIME.sub("", re.sub(r"(?:情况)?(?:见下表|如下表?)(?:所示)?[：:。\n]*|单位[:：].*|\t", "", words))
    return words.strip().split("·")[-1]


def _indent(clean: CleanText, start: int) -> int:
    """Return how many space characters stand before a row in the source."""
    first = clean.offsets[start]
    return first - (clean.source.rfind("\n", 0, first) + 1)
