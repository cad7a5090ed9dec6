"""What works in a place or for a body and is named with it, and projects that a brand or a hill gives its name.

Enters: clean text and the name of a place or body at the head of a clause. Leaves: where the longer name ends:
横溪镇|助残就业基地, 县妇联|信访窗口, 青禾粮油|加工项目. Next: ``sites``.
"""

from __future__ import annotations

import re
from functools import cache

from unionie.dictionary import plain_jieba
from unionie.frames import Mention
from unionie.rules import load_table

__all__ = ["working_at"]

_INNER = "(?:(?![的各和与及等、在为由将以从了已])[一-鿿]){0,10}?"
# Behind it stands what is told of it: no part of it, no number that counts such units.
_AT_WORK = re.compile(
    f"{_INNER}(?:基地|安置[点区]|窗口|审判庭|合议庭|速裁庭|接待站|服务[站点]|工作[站室]|调解室|检察室|游客中心|文化站|养殖场|党支部)"
    "(?![的和与及等至到、里内上中外”]|建设|改造|管理|书记"
    "|(?:[约近共达]|达到)?[0-9]+[余多]?[个家所座处条支]|[^，。；：\n0-9]{0,6}(?:达到?|增[至到]|发展到)[0-9])"
    "(?=（[^（）\n]{0,12}[0-9]|[一-鿿0-9][^。；：\n]{0,28}?(?:[0-9]|百分之|[一二三四五六七八九][百千万]))"
)
_PROJECT = re.compile(
    f"{_INNER}(?:项目|工程)(?:[一二三四]期)?"
    "(?=(?:计划|概算|估算|预计)?总?投资|占地|建设规模|总?建筑面积|(?:线路)?[全总]长|建成[后投]|已?完成投资"
    "|是[^，。；：\n]{1,30}，[^。\n]{0,8}[0-9])"
)
# A name of an area or body; what is none may be a brand, which names a project and not who has its figures.
_WHOLE = re.compile("[省市区县州旗盟镇乡村局会院校厂所司团部委办队站社联]$|街道$|中心$|集团$|银行$|学$")
_MODIFIERS = ("安置点", "安置区", "破产审", "服务", "信访", "调解", "投诉", "检察")  # though 安置 is what others do


def working_at(text: str, place: Mention) -> int | None:
    """Return where the name ends of what works in a place or for a body, or of the project that a brand names."""
    whole = _WHOLE.search(text, place.start, place.end)
    part = _AT_WORK.match(text, place.end) if whole else _PROJECT.match(text, place.end)
    if part is None:
        return None
    first = plain_jieba().tag(part[0])[0][0]
    done = first in _deeds() and not part[0].startswith(_MODIFIERS)
    return None if done else part.end()


@cache
def _deeds() -> frozenset[str]:
    """Return the words that no name runs across: what one does to such a unit, 新建|基地, 走访|服务站."""
    return frozenset(word for row in load_table("org_words") if row["kind"] == "stop" for word in row["words"].split())
