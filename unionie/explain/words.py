"""The sentences of explanations, in Chinese and English, from ``words.tsv``.

Enters: the name of a reason and what it was made of. Leaves: a sentence. Next: ``facts``, ``names``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any

from unionie.rules import parse_table
from unionie.view.words import LANGUAGES, load_words

__all__ = ["Say", "load_sentences", "speak"]

Say = Callable[..., str]
_MASKS = re.compile("[\x00-\x08\x0b-\x1f]+")


@cache
def load_sentences() -> dict[str, tuple[str, str]]:
    """Return the Chinese and the English sentence of every reason."""
    text = (files("unionie.explain") / "words.tsv").read_text(encoding="utf-8")
    return {row["id"]: (row["zh"], row["en"]) for row in parse_table(text, source="explain/words.tsv")}


def speak(lang: str) -> Say:
    """Return what gives the sentence of a reason in one of ``LANGUAGES``.

    Details fill its places; masked stretches in them (times, brackets) are shown as …. What has no sentence is its
    own name, so that a rule of a component of the user's is told too.
    """
    place = LANGUAGES.index(lang)

    def say(name: str, /, **details: Any) -> str:
        sentences, words = load_sentences(), load_words()
        pair = sentences.get(name) or words.get(name)
        if pair is None:
            return name
        plain = {key: _MASKS.sub("…", value) if isinstance(value, str) else value for key, value in details.items()}
        return pair[place].format(**plain)

    return say
