"""Totals that the text itself makes: said behind their parts, above a table or a list, or in another paragraph.

Enters: the frames of the whole text in text order, and the columns of its tables. Leaves: the same frames, with the
index of the total in those that add up to it. Next: ``resolve``.

Small numbers add up by chance: where nothing says that a value is a sum, it has to have four digits that tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from unionie.frames import FactFrame

_SAID = re.compile("[合总共]计|总[共数额量]|[一共]共|合共|汇成|[两三四五六七八九]项|共(?=[一-鿿]{0,8}$)")
_BALANCE = re.compile("支出|结余|结转")  # income and what is spent of it are no parts of each other
_DIGITS = 4
_LONGEST = 12  # parts
_FEWEST = 2
_FEWEST_LISTED = 3
_NUMBERED = re.compile(r"其中[：，]?\s*\n\s*[（(]?(?:1|一)[）)、.．]")
_NUMBER = re.compile(r"\s*[（(]?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[）)、.．]")
_RATES = frozenset(["%", "‰", "百分点", "倍", "番", "位"])


def mark_totals(text: str, frames: Sequence[FactFrame], tables: Sequence[Sequence[Sequence[int]]]) -> None:
    """Mark as parts the values of each list, and of each table's columns, that make up a value said elsewhere."""
    known = _levels(frames)
    for columns in tables:
        _mark_table(frames, columns, known)
    for run in _runs(frames):
        _mark_run(text, frames, run, known)
    _mark_items(text, frames)


def _levels(frames: Sequence[FactFrame]) -> dict[tuple[Decimal, str | None], int]:
    """Return where each level is first said."""
    said: dict[tuple[Decimal, str | None], int] = {}
    for index, frame in enumerate(frames):
        if frame.measure == "level" and frame.quantity.unit not in _RATES:
            said.setdefault((frame.quantity.value, frame.quantity.unit), index)
    return said


def _tells(value: Decimal) -> bool:
    return len(value.normalize().as_tuple().digits) >= _DIGITS


def _mark_table(
    frames: Sequence[FactFrame], columns: Sequence[Sequence[int]], known: dict[tuple[Decimal, str | None], int]
) -> None:
    """Mark the cells of columns without a row of sums as parts of what the text before says in sum.

    One of the columns has to be called what its total is: 提出（条） under 提出建议86条.
    """
    sums = [(column, total) for column in columns if (total := _total_above(frames, column, known)) is not None]
    if any(_pairs(frames[column[0]].indicator) & _pairs(frames[total].indicator) for column, total in sums):
        for column, total in sums:
            for index in column:
                frames[index].part_of = total


def _total_above(
    frames: Sequence[FactFrame], column: Sequence[int], known: dict[tuple[Decimal, str | None], int]
) -> int | None:
    unit = frames[column[0]].quantity.unit
    if len(column) < _FEWEST or unit is None:
        return None
    if any(frames[index].quantity.unit != unit or frames[index].part_of is not None for index in column):
        return None
    total = known.get((sum((frames[index].quantity.value for index in column), Decimal(0)), unit))
    return total if total is not None and total < column[0] and frames[total].rule != "facts.table" else None


def _pairs(words: str) -> set[str]:
    return {words[at : at + 2] for at in range(len(words) - 1)}


def _runs(frames: Sequence[FactFrame]) -> Iterator[list[int]]:
    """Return the levels of one unit that follow each other in a paragraph and are no parts yet, changes aside."""
    run: list[int] = []
    for index, frame in enumerate(frames):
        if frame.measure != "level" or frame.quantity.unit in _RATES:
            continue
        last = frames[run[-1]] if run else None
        joins = last is not None and last.quantity.unit == frame.quantity.unit
        joins = joins and last is not None and last.sentence.block == frame.sentence.block
        free = frame.part_of is None and frame.rule not in ("facts.from", "facts.compared", "facts.table")
        if run and not (joins and free):
            yield run
            run = []
        if free:
            run.append(index)
    if run:
        yield run


def _mark_run(
    text: str, frames: Sequence[FactFrame], run: Sequence[int], known: dict[tuple[Decimal, str | None], int]
) -> None:
    """Mark the stretches of a run that add up to the value behind them, or to one that is said elsewhere."""
    at = 0
    while at < len(run):
        rest, found = Decimal(0), 0
        for end in range(at, min(len(run), at + _LONGEST)):
            rest += frames[run[end]].quantity.value
            if end - at + 1 < _FEWEST:
                continue
            total = _said_behind(text, frames, run, end, rest)
            if total is None and _tells(rest):
                total = known.get((rest, frames[run[at]].quantity.unit))
            if total is not None and _adds_up(frames, run[at : end + 1], total):
                for part in run[at : end + 1]:
                    frames[part].part_of = total
                found = end - at + 1
                break
        at += found or 1


def _said_behind(text: str, frames: Sequence[FactFrame], run: Sequence[int], end: int, rest: Decimal) -> int | None:
    """Return the index of the next value of a run if it is said to be the sum, and is."""
    if end + 1 >= len(run) or frames[run[end + 1]].quantity.value != rest:
        return None
    between = text[frames[run[end]].quantity.end : frames[run[end + 1]].quantity.start]
    return run[end + 1] if _SAID.search(between) else None


def _adds_up(frames: Sequence[FactFrame], parts: Sequence[int], total: int) -> bool:
    """Return whether values can be the parts of a total: none of them is it, contains it or balances another."""
    if total in parts or frames[total].part_of in parts or frames[total].rule == "facts.from":
        return False
    return not any(_BALANCE.search(frames[part].indicator) for part in parts) or "支出" in frames[total].indicator


def _mark_items(text: str, frames: Sequence[FactFrame]) -> None:
    """Mark the values that open the lines below a total and add up to it: 支出15万元 ¶ 1.助学7万元 ¶ 2.助医6万元 ¶ …

    Below a 其中： the numbered lines are parts also where they leave a rest.
    """
    opening = [
        index
        for index, frame in enumerate(frames)
        if frame.rule != "facts.table" and (not index or frames[index - 1].sentence.block != frame.sentence.block)
    ]
    place = {index: number for number, index in enumerate(opening)}
    for first in opening:
        if first and frames[first].part_of is None and (total := _open_total(frames, first)) is not None:
            listed = opening[place[first] :]
            parts = _items(frames, listed, total) or _announced(text, frames, listed, total)
            for part in parts:
                frames[part].part_of = total


def _open_total(frames: Sequence[FactFrame], first: int) -> int | None:
    """Return the index of the last value of the paragraph before that has the unit of the one at ``first``."""
    block = frames[first - 1].sentence.block
    index = first - 1
    while index >= 0 and frames[index].sentence.block == block:
        frame = frames[index]
        if frame.measure == "level" and frame.quantity.unit == frames[first].quantity.unit not in _RATES:
            return index if frame.rule != "facts.table" else None
        index -= 1
    return None


def _items(frames: Sequence[FactFrame], opening: Sequence[int], total: int) -> list[int]:
    rest, parts = frames[total].quantity.value, []
    for index in opening[:_LONGEST]:
        frame = frames[index]
        alike = frame.measure == "level" and frame.quantity.unit == frames[total].quantity.unit
        if not alike or frame.part_of is not None:
            break
        rest -= frame.quantity.value
        parts.append(index)
        if rest <= 0:
            break
    return parts if rest == 0 and len(parts) >= _FEWEST_LISTED else []


def _announced(text: str, frames: Sequence[FactFrame], opening: Sequence[int], total: int) -> list[int]:
    """Return the values that open the numbered lines right below a 其中：, as far as the total reaches."""
    before = frames[opening[0] - 1].quantity.end
    if not _NUMBERED.search(text, before, frames[opening[0]].quantity.start):
        return []
    rest, parts = frames[total].quantity.value, []
    for index in opening[:_LONGEST]:
        frame = frames[index]
        line = text.rfind("\n", 0, frame.quantity.start) + 1
        alike = frame.measure == "level" and frame.quantity.unit == frames[total].quantity.unit
        if not alike or frame.part_of is not None or not _NUMBER.match(text, line):
            break
        rest -= frame.quantity.value
        parts.append(index)
    return parts if rest >= 0 and len(parts) >= _FEWEST else []
