"""Whether a place or a public event at the head of a clause is whose figures follow, or only where something is.

Enters: the text and a mention. Leaves: yes or no. Next: ``clauses``.
"""

from __future__ import annotations

import re

from unionie.frames import Mention
from unionie.link.heads.sites import is_measured, part_of

# An event for whoever comes, of which is said what it had; a contest's figures are those of who holds it.
_PUBLIC_EVENT = re.compile("(?:马|马拉松|博览会|(?<!季)节)$")
_TAKEN_PART_IN = re.compile(
    r"(?![0-9：])[^，。；\n]{0,12}(?:[^，。；\n]?[，。][^，。；\n]{0,24})?(?:报名|参赛|参展|中签|鸣枪|开赛|吸引|签约|共?设)"
)
# A place that has figures as a body does.
_SITE = re.compile(
    "(?<![公校乐陵])(?:园|园区|基地|景区|草甸|草原|湿地|古[镇城村寨]|度假区|开发区|小区|社区|变电站|电站|水库|机场|港|(?<!驿)站|码头|岛|断面|隧道|大桥|[国省县]道|公路|铁路|高铁)$"
)
# A place of which a sentence goes on to tell what it is: 青石圩|是重点，堤顶加高到15米.
_IS = re.compile("是[^，。；：\n]{2,30}，[^。\n]{0,30}?[0-9]")
_STOPS = frozenset("。！？\n　 ")
_PASSES = re.compile("[，、和与至等前]|接(?!待)")  # behind a site that is one of several, or where a road goes
_LEVEL = re.compile("[市县区州旗盟镇乡村]")
_AREA_SIZES = range(2, 6)  # characters
_GOES_ON = re.compile("[至到—、和与及”]|[一-鿿]{0,4}(?:[园区站港矿社院校厂局]|公司|集团)")
# What stands behind a province's short name that has figures or does something: 河北|3300多万亩, 山东|投入4.8亿元.
_PROVINCE_ACTS = re.compile(
    "[ 0-9]|全[省区市州盟]|的[^，。；：、的0-9]{1,10}?(?:由|从|达|占|有|为|超过?)[约近]?[0-9]"
    "|(?:[也还又将已]|先后|累计|共)*(?:投入|新增|完成|实现|建成|拥有|出台|拿出|安排|共有)"
)
_AREA = re.compile(r"(?:省|市|区|县|州|旗|(?<!联)盟|镇|乡|村|嘎查|苏木|[屯寨]|街道|[宫馆]|活动中心)$")


def is_public(text: str, event: Mention) -> bool:
    """Return whether an event is one for whoever comes, of which is told what it had: 甲马拉松|吸引2.6万人报名."""
    return _PUBLIC_EVENT.search(text, event.start, event.end) is not None and bool(
        _TAKEN_PART_IN.match(text, event.end)
    )


def has_figures(text: str, place: Mention) -> bool:
    """Return whether a place is an area, or a site of which something is told."""
    if _AREA.search(text[place.start : place.end]) or is_measured(text, place.end) or part_of(text, place):
        return True
    if place.attrs.get("level") == "province" and _PROVINCE_ACTS.match(text, place.end):
        return True
    return _SITE.search(text, place.start, place.end) is not None and not _PASSES.match(text, place.end)


def is_told(text: str, place: Mention) -> bool:
    """Return whether a sentence opens with a place and goes on to tell of it: 青石圩|是重点，堤顶加高到15米."""
    opens = place.start == 0 or text[place.start - 1] in _STOPS
    return opens and _IS.match(text, place.end) is not None


def find_areas(text: str) -> frozenset[str]:
    """Return what stands before the words for levels of areas, as far as it may be a name: 青堰 of 青堰市."""
    ends = [match.start() for match in _LEVEL.finditer(text)]
    return frozenset(text[end - size : end] for size in _AREA_SIZES for end in ends if end >= size)


def is_short_area(text: str, place: Mention, areas: frozenset[str]) -> bool:
    """Return whether a name is that of an area which the text names with its level elsewhere: 青堰 of 青堰市."""
    return text[place.start : place.end] in areas and _GOES_ON.match(text, place.end) is None
