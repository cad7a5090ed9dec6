"""How value grammars read characters: width and script folded, one for one.

Enters: any text. Leaves: a text of the same length, so that offsets need no map. Next: ``numerals``, ``reading``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import TypeAlias

from unionie.errors import RuleError
from unionie.rules import load_table

__all__ = ["Folds", "fold", "make_folds", "replace_characters"]


Folds: TypeAlias = "tuple[dict[str, str], re.Pattern[str]]"


def fold(text: str) -> str:
    """Return ``text`` with full-width and traditional characters as the grammars know them; the length stays."""
    return replace_characters(text, _folding())


def make_folds(pairs: Iterable[tuple[str, str]]) -> Folds:
    """Return what ``replace_characters`` takes, of pairs of a written character and how it is read."""
    table = dict(pairs)
    return table, re.compile(f"[{re.escape(''.join(table))}]")


def replace_characters(text: str, folds: Folds) -> str:
    """Return ``text`` with every character read as ``folds`` say; no reading is folded in its turn."""
    table, written = folds
    for char in set(written.findall(text)):
        text = text.replace(char, table[char])
    return text


@cache
def _folding() -> Folds:
    pairs: list[tuple[str, str]] = []
    for row in load_table("folds"):
        if len(row["written"]) != len(row["read"]):
            raise RuleError(f"folds.tsv, {row['id']}: 'written' and 'read' differ in length")
        pairs += zip(row["written"], row["read"], strict=True)
    return make_folds(pairs)
