"""Whether a value is a plan or a result.

Enters: the words of a sentence before a value. Leaves: a yes or no. Plans that a whole section announces are
recognised in ``resolve``.
"""

from __future__ import annotations

import re

from unionie.link.cues import TARGET

_DONE = re.compile(r"实施以来|累计|以来，|，实际")


def is_target(before: str) -> bool:
    """Return whether the words of the sentence before a value announce it as a plan.

    A ； ends what an earlier clause announced, unless a ： says that a list of plans follows.
    """
    before = before[before.find("】") + 1 :]  # 【不足与打算】尚有3户…
    last = before.rsplit("；", 1)[-1] if "：" not in before else before
    return bool(TARGET.search(last)) and not _DONE.search(last)
