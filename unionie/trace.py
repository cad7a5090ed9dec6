"""What the stages decided and why, kept only while somebody asks: ``unionie explain``.

Enters: a note where a rule decides. Leaves: the notes of one run, in order. Next: ``explain`` tells them.

Outside ``recording`` a note costs a look at one variable. Offsets are those of the text that the stage reads: the
clean text, but in ``values``, which keeps the caller's.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, NamedTuple

__all__ = ["Note", "is_recording", "note", "recording"]


class Note(NamedTuple):
    """One decision: its name, the stretch that it is about, and what it was made of."""

    name: str
    start: int
    end: int
    details: dict[str, Any]


_notes: ContextVar[list[Note] | None] = ContextVar("unionie_notes", default=None)


@contextmanager
def recording() -> Iterator[list[Note]]:
    """Keep the notes made inside, in this thread, in the list given."""
    notes: list[Note] = []
    token = _notes.set(notes)
    try:
        yield notes
    finally:
        _notes.reset(token)


def is_recording() -> bool:
    """Return whether notes are kept: for what is worked out only to be noted."""
    return _notes.get() is not None


def note(name: str, start: int, end: int, **details: Any) -> None:
    """Keep a decision on ``start:end``, if anybody asks."""
    notes = _notes.get()
    if notes is not None:
        notes.append(Note(name, start, end, details))
