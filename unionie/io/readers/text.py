"""Plain text and Markdown, exactly as the file holds them.

Enters: bytes. Leaves: a Document, line ends included, byte order mark left out. Next: ``pipeline``.
"""

from __future__ import annotations

from unionie.io.decode import decode
from unionie.io.readers import Document

__all__ = ["read"]


def read(data: bytes) -> Document:
    """Return the text with its encoding."""
    return Document(*decode(data))
