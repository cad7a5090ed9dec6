"""The words that people see, in Chinese and English, from ``words.tsv``: one vocabulary for page, notebook and frames.

Enters: a key: a field (``indicator``), a value of a field (``precision.over``) or a word of the page (``ui.search``).
Leaves: its words. Next: ``page`` (all of them), ``io.frames`` (names of columns).
"""

from __future__ import annotations

from collections.abc import Container
from functools import cache
from importlib.resources import files

from unionie.rules import load_table, parse_table

__all__ = ["LANGUAGES", "load_words", "name_concepts", "name_in"]

LANGUAGES = ("zh", "en")


@cache
def load_words() -> dict[str, tuple[str, str]]:
    """Return the Chinese and the English words of every key."""
    text = (files("unionie.view") / "words.tsv").read_text(encoding="utf-8")
    return {row["id"]: (row["zh"], row["en"]) for row in parse_table(text, source="words.tsv")}


def name_in(lang: str) -> dict[str, str]:
    """Return the words of every field in one of ``LANGUAGES``."""
    place = LANGUAGES.index(lang)
    return {key: words[place] for key, words in load_words().items() if "." not in key}


def name_concepts(ids: Container[str | None]) -> dict[str, tuple[str, str]]:
    """Return the names of the concepts with these ids, as values of the field ``concept``."""
    rows = (row for row in load_table("concepts") if row["id"] in ids)
    return {f"concept.{row['id']}": (row["label"], row["label_en"]) for row in rows}
