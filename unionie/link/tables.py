"""Cells of flattened tables linked to their row and column.

Enters: clean text with ``table_row`` blocks, and the times of the text. Leaves: FactFrames, one a number cell.
Next: ``resolve``, as for sentences.

The row's label and the column's header name the indicator; unit and multiplier come from the header, a unit column,
the label's brackets or the caption; a year in label or header dates the cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from unionie.clean.types import Block, CleanText
from unionie.frames import FactFrame, Sentence
from unionie.link.parts import same_kind
from unionie.values import find_quantities
from unionie.values.types import Quantity, Time

_NUMBER = re.compile(r"[-+−]?\d{1,3}(?:,\d{3})+(?:\.\d+)?%?|[-+−]?\d+(?:\.\d+)?%?")
_YEAR = re.compile(r"((?:19|20)\d\d)年?度?")
_UNIT = re.compile(r"[（(](?:单位[:：])?([^（）()]{1,16})[）)]")
_CAPTION_UNIT = re.compile(r"单位[:：]\s*([^（）()\s]{1,16})")
_UNIT_HEADER = re.compile(r"^(?:计量)?单位$")
_LABEL_HEADER = re.compile(r"^(?:指标|指标名称|项目|名称|产品名称|产品|类别|年度|年份|地区|单位名称|部门|序号|县区|乡镇)$")
_CHANGE = re.compile(r"增长|增速|同比|增减|±|升降|比上年|较上年|涨跌")
_SHARE = re.compile(r"占比|比重|构成|占.{0,6}%")
_RANK = re.compile(r"排名|位次|名次|排位")
_GENERIC = re.compile(r"^(?:总量|数值|绝对数|绝对值|指标值|本年|累计|实际|完成|完成数|完成值|数量|总计|合计|全年|实绩|本期|总额|数据)?$")
_PART = re.compile(r"^(?:其中[:：]?|#|\*|含[:：]|[一-鿿]?内[:：])\s*")


@dataclass(frozen=True, slots=True)
class _Cell:
    start: int
    end: int
    text: str


def link_tables(clean: CleanText, times: Sequence[Time]) -> list[FactFrame]:
    """Return a frame for each number cell of each table, in text order."""
    frames: list[FactFrame] = []
    for first, last in _tables(clean.blocks):
        _link_table(clean, first, last, times, frames)
    return frames


def _tables(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    index = 0
    while index < len(blocks):
        if blocks[index].kind != "table_row":
            index += 1
            continue
        last = index
        while last < len(blocks) and blocks[last].kind == "table_row":
            last += 1
        yield index, last
        index = last


def _cells(clean: CleanText, block: Block) -> list[_Cell]:
    cells = []
    position = block.start
    for text in clean.text[block.start : block.end].split("\t"):
        cells.append(_Cell(position, position + len(text), text))
        position += len(text) + 1
    return cells


def _link_table(clean: CleanText, first: int, last: int, times: Sequence[Time], frames: list[FactFrame]) -> None:
    rows = [_cells(clean, block) for block in clean.blocks[first:last]]
    header = rows[0] if not any(_is_value(cell) for cell in rows[0][1:]) else []
    caption = clean.blocks[first - 1] if first and clean.blocks[first - 1].kind in ("heading", "subtitle", "title") else None
    caption_text = clean.text[caption.start : caption.end] if caption else ""
    default_time = next((t for t in times if caption and caption.start <= t.start < caption.end and t.from_), None)
    totals: dict[int, tuple[int, int]] = {}  # column → (frame index, indent) of the last total
    for number, row in enumerate(rows[1:] if header else rows, start=first + (1 if header else 0)):
        aligned = header if len(header) == len(row) else []
        _link_row(clean, number, row, aligned, caption_text, default_time, totals, frames)


def _is_value(cell: _Cell) -> bool:
    return bool(_NUMBER.fullmatch(cell.text.strip())) and not _YEAR.fullmatch(cell.text.strip())


def _link_row(
    clean: CleanText,
    number: int,
    row: list[_Cell],
    header: list[_Cell],
    caption: str,
    default_time: Time | None,
    totals: dict[int, tuple[int, int]],
    frames: list[FactFrame],
) -> None:
    block = clean.blocks[number]
    label = row[0].text.strip()
    is_part = bool(_PART.match(label))
    name = _UNIT.sub("", _PART.sub("", label))
    indent = _indent(clean, block.start)
    unit_cell = next((row[i].text for i, cell in enumerate(header) if _UNIT_HEADER.match(cell.text)), None)
    base = ""
    for column, cell in enumerate(row[1:], start=1):
        if not _NUMBER.fullmatch(cell.text.strip()):
            continue
        title = header[column].text if header else ""
        if not header or _YEAR.fullmatch(title) or not _YEAR.fullmatch(cell.text.strip()) or len(row) > 2:
            quantity, measure, direction = _read_cell(cell, title, label, unit_cell, caption)
            if quantity is None:
                continue
            time = _year_time(row[0]) or (_year_time(header[column]) if header else None) or default_time
            indicator = _name_cell(name, title, measure, base, year_row=_YEAR.fullmatch(name) is not None)
            base = base or indicator
            if not indicator:
                continue
            total = totals.get(column)
            part = total is not None and (is_part or indent > total[1])
            frames.append(
                FactFrame(
                    quantity=quantity,
                    sentence=Sentence(block.start, block.end, number),
                    indicator=indicator,
                    measure=measure,
                    direction=direction,
                    baseline="year_on_year" if measure == "change" else None,
                    times=[time] if time else [],
                    part_of=total[0]
                    if part and total and measure == "level" and same_kind(frames[total[0]].quantity, quantity)
                    else None,
                    rule="facts.table",
                )
            )
            if not part:
                totals[column] = (len(frames) - 1, indent)


def _read_cell(
    cell: _Cell, title: str, label: str, unit_cell: str | None, caption: str
) -> tuple[Quantity | None, str, str | None]:
    """Return the cell's quantity with the unit that table and caption give it, its measure and direction."""
    number = cell.text.strip()
    measure = "level"
    if _CHANGE.search(title):
        measure = "change"
    elif _SHARE.search(title):
        measure = "share"
    elif _RANK.search(title):
        measure = "rank"
    unit = _unit_of(title, label, unit_cell, caption, measure)
    negative = number[0] in "-−"
    digits = number.lstrip("-+−")
    found = find_quantities(digits + unit) if unit and not digits.endswith("%") else find_quantities(digits)
    start = cell.start + len(cell.text) - len(cell.text.lstrip())
    if found and found[0].start == 0:
        quantity = replace(found[0], text=number, start=start, end=start + len(number), precision="exact")
    elif not unit:
        value = Decimal(digits.rstrip("%").replace(",", ""))
        quantity = Quantity(text=number, start=start, end=start + len(number), value=value)
    else:
        return None, measure, None
    if measure == "rank":
        quantity = replace(quantity, unit="位")
    if measure == "change":
        return quantity, measure, "decrease" if negative else "increase"
    return (replace(quantity, value=-quantity.value) if negative else quantity), measure, None


def _unit_of(title: str, label: str, unit_cell: str | None, caption: str, measure: str) -> str:
    """Return the unit that holds for a cell: of its column, its row, or the caption."""
    if match := _UNIT.search(title):
        return match.group(1)
    if measure in ("change", "share"):
        return "%"
    if unit_cell:
        return unit_cell.strip()
    if match := _UNIT.search(label):
        return match.group(1)
    if match := _CAPTION_UNIT.search(caption):
        return re.split(r"[、,，;；/]", match.group(1))[0]
    return ""


def _name_cell(name: str, title: str, measure: str, base: str, *, year_row: bool) -> str:
    """Return the indicator of a cell: its row's label and, where that says more, its column's header."""
    column = _UNIT.sub("", title).strip()
    if year_row:
        return column
    if measure != "level" and base:
        return base
    if measure != "level" or _GENERIC.match(column) or _YEAR.fullmatch(column) or _LABEL_HEADER.match(column):
        return name
    return name + column


def _indent(clean: CleanText, start: int) -> int:
    """Return how many space characters stand before a row in the source."""
    first = clean.offsets[start]
    line = clean.source.rfind("\n", 0, first) + 1
    return first - line


def _year_time(cell: _Cell) -> Time | None:
    match = _YEAR.fullmatch(cell.text.strip())
    if match is None:
        return None
    year = int(match.group(1))
    return Time(
        text=cell.text, start=cell.start, end=cell.end, kind="date", from_=f"{year}-01-01", until=f"{year + 1}-01-01"
    )
