"""Who said what stands in quotation marks, where the text names him behind it: “…”|甲公司负责人|张三说.

Enters: text and the heads of clauses. Leaves: ``Head`` tuples of the label SPEAKER where the quotation and its
sentences begin, as if the speaker had been named before. Next: ``clauses`` puts them among the heads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from unionie.frames import Head

__all__ = ["find_quoted"]

_LONGEST = 300  # characters of a quotation
_STOP = re.compile("[。！？]")


def find_quoted(text: str, marks: Sequence[Head]) -> Iterator[Head]:
    """Yield a speaker for each sentence of a quotation that stands right before the one who said it."""
    taken = {mark.start for mark in marks}
    for mark in marks:
        if mark.label != "SPEAKER" or text[mark.start - 1 : mark.start] not in "”，。":
            continue
        close = mark.start - 1 if text[mark.start - 1] == "”" else mark.start - 2
        opens = _opening(text, close)
        if opens is None:
            continue
        starts = [opens, *(stop.end() for stop in _STOP.finditer(text, opens, close - 1))]
        yield from (Head(start, mark.text, "SPEAKER") for start in starts if start not in taken)


def _opening(text: str, close: int) -> int | None:
    """Return where the quotation begins that ends at ``close``, others inside it left out."""
    if text[close : close + 1] != "”":
        return None
    depth = 0
    for at in range(close, max(-1, close - _LONGEST, text.rfind("\n", 0, close)), -1):
        depth += (text[at] == "”") - (text[at] == "“")
        if depth == 0:
            return at
    return None
