"""Values that a bracket says for comparison: 总产值4.4亿元（|4亿元）, under 主要指标（括号内为去年同期）.

Enters: clean text, frames and times. Leaves: the frames dated. Next: ``facts``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from unionie.clean.types import CleanText
from unionie.frames import FactFrame
from unionie.link.figures.clauses import Clause
from unionie.values.types import Quantity, Time

__all__ = ["date_brackets", "says_again"]

_ANNOUNCES = re.compile("括[号弧](?:内|里)的?(?:数字?|数据|数值)?[均都]?[为是系](?P<when>[^，。；（）\n]{2,8})")


def says_again(clause: Clause, host: Quantity | None) -> bool:
    """Return whether a bracket holds a value of its host's kind and no word: no part of it, the same of other times."""
    if host is None or len(clause.quantities) != 1:
        return False
    quantity = clause.quantities[0]
    fills = (quantity.start, quantity.end) == (clause.start, clause.end)
    return fills and quantity.unit == host.unit and quantity.dimension == host.dimension


def date_brackets(clean: CleanText, frames: Sequence[FactFrame], times: Sequence[Time]) -> None:
    """Give the values of brackets the time that a line before says they are of, as far as lines with such values go."""
    for note in _ANNOUNCES.finditer(clean.text):
        said = next((time for time in times if note.start("when") <= time.start < note.end()), None)
        block = -1
        if said is None:
            continue
        for frame in frames:
            if frame.quantity.start < note.end() or not frame.aside:
                continue
            if block >= 0 and frame.sentence.block > block + 1:
                break
            if (
                clean.text[frame.quantity.start - 1] == "（"
                and clean.text[frame.quantity.end : frame.quantity.end + 1] == "）"
            ):
                block = frame.sentence.block
                frame.times = [said]
