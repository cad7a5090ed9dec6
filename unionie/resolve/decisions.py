"""Whether a report is itself the decision that gives the honours in it, and whether it looks back on a year.

Enters: the clean text. Leaves: yes or no, by its headlines and by its words for the past. Next:
``levels``, ``honours`` (the year) and ``body`` (whose report it is), which read such a report otherwise.
"""

from __future__ import annotations

import re
from functools import lru_cache

from unionie.clean.types import CleanText

_PASSED = re.compile("去年|[上前]年|上一年|一年|全年|年[度终报来]|总结|回顾|回眸|[〇○]|民国")
_DECISION = re.compile("(?:立功|授予|颁发|表彰|表扬|命名|嘉奖|记功|奖励|获奖).{0,60}(?:决定|通报|通知|命令|公告|公报)")


def tells_of_year(clean: CleanText, year: int) -> bool:
    """Tell whether a text speaks of a year that has passed when it appears.

    One of January to March that does not is no review of the year before: what it gives it gives now.
    """
    return str(year) in clean.text or _PASSED.search(clean.text) is not None


@lru_cache(maxsize=2)  # asked for each honour, and more often
def is_decision(clean: CleanText) -> bool:
    """Tell whether a headline says so: 关于表彰…的决定, 关于命名…的通报."""
    return any(map(_DECISION.search, clean.read_headlines()))
