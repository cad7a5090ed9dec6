"""Whether a report is itself the decision that gives the honours in it.

Enters: the clean text. Leaves: yes or no, by its headlines. Next: ``levels``, ``honours`` (the year) and ``body``
(whose report it is), which read such a report otherwise.
"""

from __future__ import annotations

import re

from unionie.clean.types import CleanText

_DECISION = re.compile("(?:授予|表彰|表扬|命名|嘉奖|记功|奖励|获奖).{0,30}(?:决定|通报|通知|命令|公告|公报)")


def is_decision(clean: CleanText) -> bool:
    """Tell whether a headline says so: 关于表彰…的决定, 关于命名…的通报."""
    return any(map(_DECISION.search, clean.read_headlines()))
