"""Places that are not where a report is from: where a person it helps works or was born, a disaster, where one goes.

Enters: the text and where a name stands in it. Leaves: whether what it names lies elsewhere. Next: ``evidence``
and ``addresses``.
"""

from __future__ import annotations

import re

__all__ = ["lies_elsewhere"]

_BEHIND = re.compile(
    "籍|(?:一线|沿线)?方向|[市县区旗盟州]?(?:交界|接壤|毗邻)|(?:“?[0-9]{1,2}[·.][0-9]{1,2}”?)?(?:特|强|大)*(?:地震|洪灾|洪涝|泥石流|灾区|旱灾|雪灾|抗震救灾)"
    "|[^，。；、0-9\n]{0,6}(?:务工|打工|进修|深造)"
    "|[^，。；、0-9\n]{0,12}(?:职工|教师|工人|农民工|骑手|护士|医生|司机|员工)[一-鿿]{2,3}(?:获助|获救助|因|患|领到?救助|突发|确诊)"
)
# Where something is sent, somebody was born, or ships and trains go: 老家|山东莘县, 往|澳门|船班.
_BEFORE = re.compile("(?:输出|输送|转移|销|发|运|卖)[到至往]了?$|(?:老家|祖籍|出生[于在]|生[于在])$|[开驶飞]?往$")
# Where somebody set out, and with whom a body agrees on something: 从|南京|到该县, 与|甲市|签约.
_FROM = re.compile("[到至]|出发|赶来")
_WITH = ("与", "和", "同")
_AGREES = re.compile("(?:人民政府|政府)?(?:又|再次|正式)?(?:签[约署订]|达成|结为|结成|牵手)")


def lies_elsewhere(text: str, start: int, end: int) -> bool:
    """Return whether a name is that of a place elsewhere: 贵州|籍职工, 在|毕节市|务工, |玉树|地震, 输出到|广州市|."""
    if text.endswith("从", 0, start) and _FROM.match(text, end):
        return True
    if text.endswith(_WITH, 0, start) and _AGREES.match(text, end):
        return True
    return bool(_BEHIND.match(text, end) or _BEFORE.search(text, max(0, start - 4), start))
