"""What later stages ask of a mention beside its span: type of a body, level of a place, parts of an honour.

Enters: the words of a mention and its label. Leaves: ``Mention.attrs``, as the finders by rule fill them.
Next: ``join`` gives them to what the learned tagger found.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from unionie.tag.awards import award_attributes
from unionie.tag.organizations import organization_type
from unionie.tag.places import place_level
from unionie.tag.words import cut_words

__all__ = ["attributes"]

_SPACES = re.compile("[ \u3000\t]")


def attributes(text: str, label: str) -> dict[str, Any]:
    """Return ORG: ``type``; LOC: ``level``; AWARD: ``name``, ``rank``, ``level``; PERSON: ``name``; others: nothing."""
    if label == "ORG":
        return {"type": _body_type(text)}
    if label == "LOC":
        return {"level": place_level(text)}
    if label == "AWARD":
        return award_attributes(text)
    return {"name": _SPACES.sub("", text)} if label == "PERSON" else {}


@lru_cache(maxsize=4096)
def _body_type(text: str) -> str:
    words = cut_words(text)
    return organization_type([words.word(index) for index, kind in enumerate(words.kinds) if kind in "HFBbS"])
