"""Whether a text is from Hong Kong though it may not say so: one in traditional characters that names its offices.

Enters: the clean text. Leaves: bool. Next: ``resolve`` reads its financial years and its money.
"""

from __future__ import annotations

import re

from unionie.clean.types import CleanText

__all__ = ["counts_from_april", "is_of_hongkong"]

_NAMED = re.compile(
    "[本全]港(?!口|[区市务])|香港时间|港[元币岛]|港九|九龙(?!江|[县镇乡])|新界|赛马会|公益金|劳工处|[社房]署|社会福利署|房屋署"
    "|民政事务|雇员再培训局|职业训练局|贸易发展局|医院管理局|廉政公署|强积金|综援|《雇佣条例》|《雇员补偿条例》"
)
_ELSEWHERE = re.compile("澳门|民国|新台币|台湾")


def is_of_hongkong(clean: CleanText) -> bool:
    """Return whether a text in traditional characters speaks of what Hong Kong has, not its neighbours."""
    if not clean.traditional or _NAMED.search(clean.text) is None:
        return False
    return len(_NAMED.findall(clean.text)) > len(_ELSEWHERE.findall(clean.text))


def counts_from_april(clean: CleanText) -> bool:
    """Return whether 2023/24年度 in the text begins in April, as financial years of Hong Kong do."""
    return is_of_hongkong(clean) or (clean.traditional and "香港" in clean.text)
