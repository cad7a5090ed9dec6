"""Whether a text counts years from 1911: one in traditional characters that names the republic, or no western year.

Enters: the clean text. Leaves: bool. Next: ``tag`` reads the times with it, ``resolve`` the headline.
"""

from __future__ import annotations

import re

from unionie.clean.types import CleanText

__all__ = ["counts_from_republic"]

_NAMED = re.compile("民国|新台币")
_OF_TAIWAN = re.compile(
    "台湾|高雄|台[北中南东]|新北|桃园|基隆|新竹|苗栗|彰化|南投|云林|嘉义|屏东|宜兰|花莲|澎湖|金门|马祖"
)
_BARE = re.compile(r"(?<![\d.])1[01]\d年(?=[全度底]|[上下]半年|\d{1,2}月|[，、])")
_ELSEWHERE = re.compile("澳门|香港|港[元币]")
_WESTERN = re.compile(r"(?<!\d)(?:19|20)\d\d(?:年|[./／—–-]\d)|二[〇零○]|一九")


def counts_from_republic(clean: CleanText) -> bool:
    """Return whether 112年度 in the text is a year of the Republic of China."""
    if not clean.traditional:
        return False
    if _BARE.search(clean.text) and _OF_TAIWAN.search(clean.text):
        return True
    return _NAMED.search(clean.text) is not None or not (_WESTERN.search(clean.text) or _ELSEWHERE.search(clean.text))
