"""Organizations that a line opens with before its year: ——望海运输及服务业工会联合会二零零九年度会务报告.

Enters: clean text. Leaves: ORG mentions. Next: ``merge``. What stands between the line's beginning and the year or the
session of a report is the body's whole name, whatever words it is made of.
"""

from __future__ import annotations

import re

from unionie.frames import Mention
from unionie.tag.attributes import attributes

__all__ = ["find_headed_bodies"]

_BODY = re.compile(
    r"(?m)^[\s　—－]*(?P<name>(?!关于|在)[一-鿿]{3,24}?"
    r"(?:联合会|总工会|工会|协会|学会|基金会|商会|农会|慈善总会|红十字会|残联|妇联|研究院|研究所|集团|公司|医院|大学|学院|法院|检察院|局|银行))"
    r"(?=[12]\d{3}[年—－/-]|[一二][〇零○一二三四五六七八九]{3}年|第[一二三四五六七八九十]+[届次]|\d{2,3}(?:年度|学年))"
)


def find_headed_bodies(text: str) -> list[Mention]:
    """Return the ORG mentions that lines open with."""
    return [
        Mention(match.start("name"), match.end("name"), "ORG", "org.headed", attributes(match["name"], "ORG"))
        for match in _BODY.finditer(text)
    ]
