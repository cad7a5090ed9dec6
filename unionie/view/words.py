"""The words that people see, in Chinese and English, from ``words.tsv``: one vocabulary for page, notebook and frames.

Enters: a key: a field (``indicator``), a value of a field (``precision.over``) or a word of the page (``ui.search``).
Leaves: its words. Next: ``page`` (all of them), ``io.frames`` (names of columns).
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from unionie.rules import parse_table

__all__ = ["load_words"]


@cache
def load_words() -> dict[str, tuple[str, str]]:
    """Return the Chinese and the English words of every key."""
    text = (files("unionie.view") / "words.tsv").read_text(encoding="utf-8")
    return {row["id"]: (row["zh"], row["en"]) for row in parse_table(text, source="words.tsv")}
