"""What goes in: a report's text and what is known about it from outside."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Report:
    """A text to extract from, with what its archive says of it.

    ``published`` (ISO date) anchors 去年, 今年以来 …; ``region`` is a full name like 江西省上饶市广丰区.
    What the text itself says is preferred only where these are None.
    ``error`` says why the text could not be read (the text is "" then); such a report becomes a failed Extraction.
    """

    text: str
    source: str | None = None
    published: str | None = None
    region: str | None = None
    publisher: str | None = None
    encoding: str | None = None
    error: str | None = None
