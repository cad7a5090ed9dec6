"""How value grammars read characters: width and script folded, one for one.

Enters: any text. Leaves: a text of the same length, so that offsets need no map. Next: ``numerals``, ``reading``.
"""

from __future__ import annotations

import re
from functools import cache

from unionie.errors import RuleError
from unionie.rules import load_table

__all__ = ["fold", "replace_characters"]


def fold(text: str) -> str:
    """Return ``text`` with full-width and traditional characters as the grammars know them; the length stays."""
    table, stray = _folding()
    return replace_characters(text, table) if stray.search(text) else text


def replace_characters(text: str, table: dict[int, str]) -> str:
    """Return ``text.translate(table)`` for a table in which no reading is folded in its turn, sooner for long texts."""
    for char in set(text):
        read = table.get(ord(char))
        if read is not None:
            text = text.replace(char, read)
    return text


@cache
def _folding() -> tuple[dict[int, str], re.Pattern[str]]:
    table: dict[int, str] = {}
    for row in load_table("folds"):
        if len(row["written"]) != len(row["read"]):
            raise RuleError(f"folds.tsv, {row['id']}: 'written' and 'read' differ in length")
        table.update((ord(a), b) for a, b in zip(row["written"], row["read"], strict=True))
    return table, re.compile("[" + re.escape("".join(map(chr, table))) + "]")
