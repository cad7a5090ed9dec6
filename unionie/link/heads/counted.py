"""Values that count a list, stand behind one, or are paid to those who win: no figures of whoever heads the clause.

Enters: the text, a head and a frame. Leaves: yes or no. Next: ``subjects``.
"""

from __future__ import annotations

import re

from unionie.frames import FactFrame, Head
from unionie.link.heads.beside import COUNTS_LIST

__all__ = ["HONOURED", "counts_people", "is_one_of", "is_prize"]

HONOURED = re.compile(r"获|当选|授予|评为|荣立|记.{1,3}等功|夺得|命名")
_MARK = re.compile("[，；。：]")
_PEOPLE = frozenset("人名位个")
_LISTED = re.compile("(?:等|、[一-鿿·]{2,6})$")
# Several people, of whom what follows is told, not of the one named.
_AND_OTHERS = re.compile("等(?:同志)?[0-9一二两三四五六七八九十百]+余?[名位人个]")
# The rest of a list that is counted, of which what follows is told: 甲公司|、乙公司等7家企业受到表彰.
_OF_SEVERAL = re.compile("(?:、[^，。；：\n]{2,60}?)?等[0-9一二两三四五六七八九十]+[余多]?[个家支名所]")
# What is paid to those who win, by whoever honours them: 甲车间获第一名，|奖励5000元; 甲、乙获奖，各奖|2万元.
_PRIZE = re.compile(
    "(?:各|均|分别|再|加|另|每[人位名个]|一次性)+(?:获|发给?|给予|颁发)?(?:奖励?|奖金)(?:现金|人民币)?$"
)
_LISTS = re.compile("、[^，。；：]*$")


def is_one_of(text: str, mark: Head, frame: FactFrame) -> bool:
    """Return whether the value counts the list that the head opens, or stands behind that: 甲公司、乙公司等|7家企业."""
    start = frame.quantity.start
    if _OF_SEVERAL.match(text, mark.start + len(mark.text), start):
        return True
    counts = text[start - 1 : start] == "等" or (
        COUNTS_LIST.match(text, start) and _LISTS.search(text, mark.start, start)
    )
    return bool(counts) and not _MARK.search(text, mark.start, frame.quantity.start)


def is_prize(text: str, mark: Head, frame: FactFrame) -> bool:
    """Return whether a value is what those get who win in the clause that the head opens, not theirs: 各奖|2万元."""
    start = frame.quantity.start
    paid = frame.quantity.dimension == "money" and _PRIZE.search(text, max(mark.start, start - 12), start)
    return bool(paid) and HONOURED.search(text, mark.start, start) is not None


def counts_people(text: str, person: Head, frame: FactFrame) -> bool:
    """Return whether the value counts a list of people or stands behind one: 张小北等|9人获奖，其中女职工|4人."""
    quantity = frame.quantity
    if _AND_OTHERS.search(text, person.start, quantity.start):
        return True
    return quantity.unit in _PEOPLE and _LISTED.search(text, max(0, quantity.start - 12), quantity.start) is not None
