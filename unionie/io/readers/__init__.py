"""Readers, one file a format, each with ``read(data)``: the bytes of a file to its Document.

Enters: bytes. Leaves: a Document, or an InputError in one line that does not name the file: ``read_document``'s
caller knows it. Next: ``io.read`` makes Reports of them, ``run.worker`` Extractions.

A reader's library is loaded when the first file of its format comes.
"""

from __future__ import annotations

from importlib import import_module
from typing import NamedTuple

from unionie.errors import InputError
from unionie.io.kinds import ARCHIVES, Kind
from unionie.records import Page

__all__ = ["Document", "read_document"]


class Document(NamedTuple):
    """The text of a file, its encoding where it has one, its pages where it has some."""

    text: str
    encoding: str | None = None
    pages: tuple[Page, ...] = ()


def read_document(kind: Kind, data: bytes) -> Document:
    """Return the Document in ``data``; raise InputError with the reason where it cannot be read."""
    if kind in ARCHIVES:
        raise InputError("is an archive, not a report: read it as a file of its own")
    document: Document = import_module(f"unionie.io.readers.{kind}").read(data)
    return document
