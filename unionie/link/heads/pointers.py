"""Words that point to a body or place named before: 村里, 该行, 这家公司, 园区; the name that they mean.

Enters: clean text, mentions, heads of clauses and fact frames with their subjects. Leaves: ``Head`` tuples of such
words before numbers (车间里|187名工人), and the frames' ``meant``. Next: ``clauses``; ``resolve`` gives the name
in full.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from unionie.clean.types import CleanText
from unionie.frames import FactFrame, Head, Mention

__all__ = ["find_pointing", "points", "tell_meant"]

# What is in or at the unit just spoken of, and a site whose firms and lines are told of: 园区|214家企业完成产值.
_HERE = re.compile(
    "(?P<inside>车间|合作社|园区|基地|农场|景区|社区|家庭农场|[村厂园店站校社矿库])里(?![的外]|[一-鿿]{0,4}人士)"
    "|(?P<around>园区|景区|社区|车间)内(?![的外部设容涵])"
    "|(?P<site>产业园|工业园|园区|基地|景区|港区|开发区)(?=[0-9]+[余多]?[家条个名户][一-鿿]|[ 　]{2,}[一-鿿])"
    "|(?P<told>这[家个座所间支条][^，。；：、\\n的]{2,12}的(?P<kind>中心|公司|企业|班组|学校|医院|车间|合作社|团队|[班村镇厂站队院店]))"
    "(?=，|[0-9今去现已共]|[ 　]{2,})"
)
# A word for a body, what stands before it and behind it aside: 这家|公司|的援建队, 该|行, 村|里.
_POINTS = re.compile(
    "(?:(?P<this>这[家个座所间支]|该)(?P<what>[一-鿿]{1,4}?)(?:的[一-鿿]{1,5})?"
    "|这[家个座所间支条][^，。；：、\\n的]{2,12}的(?P<kind>[一-鿿]{1,4})"
    "|(?P<inside>车间|合作社|园区|基地|农场|景区|社区|家庭农场|[村镇乡厂园店站校社矿库])[里内]"
    "|(?P<site>产业园|工业园|园区|基地|景区|港区|开发区|合作社|工会))"
)
_WORD = re.compile("[车合园基农景社家村镇乡厂店站校矿库产工港开公集学医研企]")  # begins one of these
_OWN = re.compile("公司|集团|学校|医院|研究院|研究所|企业")
# How the names end that a word means, where that is not the word itself.
_NAMES = {
    "公司": "(?:公司|集团)",
    "企业": "(?:公司|集团|厂)",
    "班组": "班组?",
    "厂": "厂",
    "校": "(?:学校|[中大小]学|学院|校)",
    "学校": "(?:学校|[中小]学|校)",
    "医院": "[医卫][生]?院",
    "行": "(?:银行|[一-鿿]行)",
    "园": "(?:园|园区)",
    "园区": "(?:园|园区|谷)",
    "社": "社",
    "工会": "(?<!总)工会",
    "这里": "(?:[县镇乡村寨屯湾岛]|街道|社区|嘎查|苏木|[小园景港厂矿牧林]区|[林牧农渔茶]场|[一-鿿]厂|车间|基地|口岸"
    "|市场|宿舍|学校|[中小]学)",
}
_NO_NAME = frozenset("该这本我全各")
# Before who honours, sends or judges, whom nothing points to: 被|市中级人民法院|评为.
_BY = ("被", "获", "受", "由", "经")
_SHORTEST = 3  # characters of a name
_BRAND = 2
_FIRMS = ("公司", "企业")
_BODIES = ("ORG", "LOC")
_NAMING = ("ORG", "SCENE", "LABEL")  # heads that may be no mentions
_FAR, _SITE_FAR = 400, 4000  # characters


class Name(NamedTuple):
    """Where a name stands, and its words."""

    start: int
    end: int
    text: str


def points(head: str) -> bool:
    """Return whether a head points to what was just named: 这家公司, 该社."""
    return head.startswith(("这", "该"))


def find_pointing(clean: CleanText, text: str, places: Sequence[int], mentions: Sequence[Mention]) -> list[Head]:
    """Return the words at ``places`` that point to a place or body which the text names before."""
    names = _names_of(text, mentions)
    found = []
    for place in places:
        match = _HERE.match(text, place)
        kind = match and (match["inside"] or match["around"] or match["site"] or match["kind"])
        if match and kind and _last_named(names, kind, place, place - _SITE_FAR):
            found.append(Head(place, clean.surface[place : match.end()], "THING"))
    return found


def tell_meant(
    clean: CleanText, mentions: Sequence[Mention], heads: Sequence[Head], frames: Sequence[FactFrame]
) -> None:
    """Give the frames whose subject points to a name that name."""
    pointing = [frame for frame in frames if frame.subject and (points(frame.subject) or _WORD.match(frame.subject))]
    if not pointing:
        return
    names = _names_of(clean.surface, mentions)
    names += [
        Name(head.start, head.start + len(head.text), head.text)
        for head in heads
        if head.text and head.label in _NAMING
    ]
    names.sort()
    speakers = [Name(head.start, head.start, head.text) for head in heads if head.label == "SPEAKER"]
    for frame in pointing:
        name = _meaning(clean, frame, names, speakers)
        frame.meant = name.text if name else None


def _meaning(clean: CleanText, frame: FactFrame, names: Sequence[Name], speakers: Sequence[Name]) -> Name | None:
    """Return what a subject means: the last of its kind named before it, for a bare 公司 that of who speaks."""
    subject, at = frame.subject or "", frame.quantity.start
    match = _POINTS.fullmatch(subject)
    if subject == "这里":
        return _last_named(names, subject, at, clean.blocks[frame.sentence.block].start - _FAR)
    if match is None:
        return _last_named(speakers, subject, at, frame.sentence.start) if _OWN.fullmatch(subject) else None
    far = _SITE_FAR if match["site"] else _FAR
    kinds = [match["what"] or match["inside"] or match["site"] or match["kind"]]
    if match["this"] and "的" in subject:
        kinds.append(subject[subject.rindex("的") + 1 :])  # 这家成立不久的|中心
    since = clean.blocks[frame.sentence.block].start - far
    return next((name for kind in kinds if (name := _last_named(names, kind, at, since))), None)


def _names_of(text: str, mentions: Sequence[Mention]) -> list[Name]:
    named = (mention[:2] for mention in mentions if mention.label in _BODIES)
    return [Name(start, end, text[start:end]) for start, end in named if not text.endswith(_BY, 0, start)]


def _last_named(names: Sequence[Name], kind: str, at: int, since: int) -> Name | None:
    """Return the last body or place named before an offset whose name ends like the kind, or a firm's first words."""
    ends = _ends_of(kind)
    for index in range(bisect_left(names, (at,)) - 1, -1, -1):
        name = names[index]
        if name.start < since:
            return None
        if name.end <= at and _is_meant(name.text, kind, ends):
            return name
    return None


def _is_meant(name: str, kind: str, ends: re.Pattern[str]) -> bool:
    if name[0] in _NO_NAME or name == kind:
        return False
    brand = kind in _FIRMS and len(name) == _BRAND
    return brand or (len(name) > len(kind) and len(name) >= _SHORTEST and ends.search(name) is not None)


@cache
def _ends_of(kind: str) -> re.Pattern[str]:
    return re.compile(_NAMES.get(kind, re.escape(kind)) + r"\Z")
