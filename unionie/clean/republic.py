"""Whether a text counts years from 1911: one in traditional characters that names the republic, or no western year.

Enters: the clean text. Leaves: bool. Next: ``tag`` reads the times with it, ``resolve`` the headline.
"""

from __future__ import annotations

import re

from unionie.clean.types import CleanText

__all__ = ["counts_from_republic"]

_NAMED = re.compile("民国|新台币")
_ELSEWHERE = re.compile("澳门|香港|港[元币]")
_WESTERN = re.compile(r"(?<!\d)(?:19|20)\d\d(?:年|[./／—–-]\d)|二[〇零○]|一九")


def counts_from_republic(clean: CleanText) -> bool:
    """Return whether 112年度 in the text is a year of the Republic of China."""
    if not clean.traditional:
        return False
    return _NAMED.search(clean.text) is not None or not (_WESTERN.search(clean.text) or _ELSEWHERE.search(clean.text))
