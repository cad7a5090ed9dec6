"""What goes in: a report's text and what is known about it from outside."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from unionie.errors import InputError
from unionie.records.pages import Page, Place, find_page, locate

_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ]\d.*)?", re.ASCII)


def iso_date(value: str | date | None) -> str | None:
    """Return the ISO date of a day or moment; a month or year alone is none. Raise InputError for anything else."""
    if value is None or value == "":
        return None
    if isinstance(value, date):
        return value.isoformat()[:10]
    found = _DAY.fullmatch(value) if isinstance(value, str) else None
    try:
        if found:
            return date.fromisoformat(found[1]).isoformat()
    except ValueError:
        pass
    raise InputError(f"published is an ISO date like 2019-01-25, not {value!r}")


@dataclass(frozen=True, slots=True)
class Report:
    """A text to extract from, with what its archive says of it.

    ``source`` is its path; a member of an archive goes on behind the archive's path: ``2018.zip/union/a.docx``.
    ``published`` (ISO date) anchors 去年, 今年以来 …; ``region`` is a full name like 江西省上饶市广丰区.
    What the text itself says is preferred only where these are None.
    ``error`` says why the text could not be read (the text is "" then); such a report becomes a failed Extraction.
    ``sha256`` is that of the file's bytes; ``pages`` says where the characters stand in a file that has pages.
    """

    text: str
    source: str | None = None
    published: str | None = None
    region: str | None = None
    publisher: str | None = None
    encoding: str | None = None
    error: str | None = None
    sha256: str | None = None
    pages: tuple[Page, ...] = ()

    def locate(self, start: int, end: int) -> tuple[Place, ...]:
        """Return where ``text[start:end]`` stands: pages with rectangles in points from the page's top left corner.

        Empty for a file without pages. It takes two bisections: cheap enough to call for every span.
        """
        return tuple(locate(self.pages, start, end))

    def find_page(self, offset: int) -> int | None:
        """Return the page, numbered from 1, of the character at ``offset``; None for a file without pages."""
        return find_page(self.pages, offset)
