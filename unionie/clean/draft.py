"""A text under repair: what it reads now, its original characters, and where each comes from.

Enters: the source. Leaves: a Draft after every step. Next: ``CleanText`` is made of the last one.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

OFFSET_TYPE = "I"
_COUNTED = 50_000  # characters; few reports are longer


class Edit(NamedTuple):
    """Replace the characters ``start:end`` by ``text``: nothing, or one character that stands for them."""

    start: int
    end: int
    text: str


class Draft(NamedTuple):
    """``text`` as read now; ``surface`` its original characters; ``offsets`` their places in the source."""

    text: str
    surface: str
    offsets: array[int]


def start_draft(source: str, text: str) -> Draft:
    """Return the draft of a text that differs from its source character by character only."""
    return Draft(text, source, _count_up(len(source)))


def _count_up(length: int) -> array[int]:
    """Return 0, 1, 2 …: for the texts that come by the thousand cut from one array, a hundred times as quick."""
    return _counted()[:length] if length <= _COUNTED else array(OFFSET_TYPE, range(length))


@cache
def _counted() -> array[int]:
    return array(OFFSET_TYPE, range(_COUNTED))


def apply_edits(draft: Draft, edits: Iterable[Edit]) -> Draft:
    """Return the draft with all edits made; they come in order and do not overlap."""
    text, surface, offsets = draft
    new_text: list[str] = []
    new_surface: list[str] = []
    new_offsets = array(OFFSET_TYPE)
    done = 0
    for start, end, replacement in edits:
        new_text.append(text[done:start])
        new_surface.append(surface[done:start])
        new_offsets.extend(offsets[done:start])
        if replacement:
            new_text.append(replacement)
            new_surface.append(replacement)
            new_offsets.append(offsets[start])
        done = end
    if not done:
        return draft
    new_text.append(text[done:])
    new_surface.append(surface[done:])
    new_offsets.extend(offsets[done:])
    return Draft("".join(new_text), "".join(new_surface), new_offsets)
