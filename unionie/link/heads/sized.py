"""Figures in a bracket that tells the size of what is named before it: 白沙湖游客中心（8600平方米）.

Enters: clean text, mentions and fact frames. Leaves: ``Head`` tuples by where the value starts. Next: ``subjects``,
before it asks which head is nearest. The size of a building of a house is the house's: 县医院门诊楼（5800平方米）.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from unionie.clean.types import CleanText
from unionie.frames import FactFrame, Head, Mention

__all__ = ["find_sized"]

_SIZE = re.compile(
    "（(?:[一二三四]期|计划|概算|预计|设计)?"
    "(?:总?投资|(?:总|总?建筑|占地|用地)?面积|总?占地|总?用地|设?床位|[全总]长|装机|总?库容|建设规模"
    "|[0-9][0-9.]*万?(?:平方米|平方公里|张床位|公里|亩))"
)
_BUILDING = re.compile(
    "(?<=[院校学馆])(?:新|老|东|西|南|北|[一二三四]号)?(?:门诊|住院|综合|病房|教学|医技|办公|实验|科技)?"
    "(?:大?楼|院区?|校区|馆)(?:[一二三四]期)?\\Z"
)


def find_sized(clean: CleanText, mentions: Sequence[Mention], frames: Sequence[FactFrame]) -> dict[int, Head]:
    """Return whose size a bracket tells, by where each of its values starts."""
    text = clean.text
    named = {mention.end: mention.start for mention in mentions if mention.label in ("ORG", "LOC")}
    values = [frame.quantity.start for frame in frames]
    found: dict[int, Head] = {}
    for bracket in _SIZE.finditer(text):
        opens = bracket.start()
        close = text.find("）", opens)
        if opens in named and close > 0:
            building = _BUILDING.search(text, named[opens], opens)
            head = Head(named[opens], clean.surface[named[opens] : building.start() if building else opens], "THING")
            inside = values[bisect_left(values, opens) : bisect_left(values, close)]
            found.update(dict.fromkeys(inside, head))
    return found
