"""What comes after an event is of no single day: 1月25日确诊首例病例后，全县….

Enters: the text behind a time. Leaves: whether the time only says since when. Next: ``link`` and ``resolve``.
"""

from __future__ import annotations

import re

__all__ = ["AFTER"]

AFTER = re.compile(r"(?!以|之)[^，。；：\d]{4,24}(?<![今此最先前])后，")
