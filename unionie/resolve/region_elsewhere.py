"""Places that are not where a report is from: where a person it helps works, a disaster, where somebody goes.

Enters: the text and where a name stands in it. Leaves: whether what it names lies elsewhere. Next: ``region_evidence``
and ``addresses``.
"""

from __future__ import annotations

import re

__all__ = ["lies_elsewhere"]

_BEHIND = re.compile(
    "籍|(?:“?[0-9]{1,2}[·.][0-9]{1,2}”?)?(?:特|强|大)*(?:地震|洪灾|洪涝|泥石流|灾区|旱灾|雪灾|抗震救灾)"
    "|[^，。；、0-9\n]{0,6}(?:务工|打工)"
    "|[^，。；、0-9\n]{0,12}(?:职工|教师|工人|农民工|骑手|护士|医生|司机|员工)[一-鿿]{2,3}(?:获助|获救助|因|患|领到?救助|突发|确诊)"
)
_BEFORE = re.compile("(?:输出|输送|转移|销|发|运)[到至往]$")


def lies_elsewhere(text: str, start: int, end: int) -> bool:
    """Return whether a name is that of a place elsewhere: 贵州|籍职工, 在|毕节市|务工, |玉树|地震, 输出到|广州市|."""
    return bool(_BEHIND.match(text, end) or _BEFORE.search(text, max(0, start - 4), start))
