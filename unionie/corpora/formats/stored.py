"""A Sheet as plain JSON types, for formats that carry what they cannot express along unread.

Enters: a Sheet. Leaves: a dict without the text; and the Sheet again. Next: ``doccano`` and ``docbin`` keep it aside.
"""

from __future__ import annotations

from typing import Any

from unionie.corpora.sheets import Link, Mark, Sheet
from unionie.errors import InputError

__all__ = ["restore_sheet", "store_sheet"]


def store_sheet(sheet: Sheet) -> dict[str, Any]:
    """Return the marks, links and the rest of the record."""
    return {
        "marks": [list(mark) for mark in sheet.marks],
        "links": [list(link) for link in sheet.links],
        "about": sheet.about,
    }


def restore_sheet(text: str, stored: Any) -> Sheet:
    """Return the Sheet that was stored beside ``text``; an empty one where nothing was."""
    if not stored:
        return Sheet(text, ())
    try:
        marks = tuple(Mark(*mark) for mark in stored["marks"])
        return Sheet(text, marks, tuple(Link(*link) for link in stored["links"]), dict(stored["about"]))
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(f"what unionie stored beside the text is broken: {type(error).__name__} {error}") from error
