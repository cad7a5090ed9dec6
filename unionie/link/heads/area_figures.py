"""Figures that only an area has, and the names of zones and basins, whose figures they are.

Enters: clean text, the head of a clause and an indicator. Leaves: whether the head is told of in passing, and the
indicator without the end of a zone's name. Next: ``subjects``.
"""

from __future__ import annotations

import re

from unionie.clean.types import CleanText
from unionie.frames import FactFrame, Head

__all__ = ["SETTLES", "find_moved", "find_served", "is_of_area", "is_of_house", "without_end"]

# What an area has got, told of in passing: 国家实验室在甲州|落地，….
SETTLES = re.compile("[^，。；：\n0-9]{0,24}?(?:落[户地]|挂牌|揭牌|获批|投[用产运]|开工|竣工|封顶|通车|建成)[，。；]")
# What only an area has: 甲基地投产，|工业投资增长6%.
_ECONOMY = re.compile(
    "(?:固定资产|工业|基础设施|房地产(?:开发)?|民间|制造业|技改)投资|工业增加值|生产总值|进出口总?额|外贸|预算收入|零售总?额|可支配收入"
)
# And what no village, works or part of a town has: 石门村入选最美乡村，|城镇化率60%.
_AREA_ONLY = re.compile(
    f"{_ECONOMY.pattern}|城[镇市]化率|预期寿命|毛?入[学园]率|城乡居民|社会消费品|研发(?:经费)?投入(?:强度|占)|失业率"
)
_TOLD = re.compile("[^，。；：\n0-9]{2,28}，")  # what it did, in a clause of its own without a figure
_IS_AREA = re.compile("[省市县州旗盟国]$|(?<!城)区$|^[全我本].|[局厅委部办]$|调查队$|政府$")
# An area right before the value, of which a body is said to lead or serve so many: 带领|全区|5万名职工.
_SERVED = re.compile(
    "(?:(?<=带[领动])|(?<=服务|希望|动员|发动|团结|引导|引领|覆盖|惠及|遍布|辐射)|(?<=[替把对向]))[全我](?:[省市区县州旗盟镇乡村校院厂]|公司|集团)$"
)
# An area of which a body is said to move a figure: 推动|全市|通行效率提升5%, 将力争|全县|参保率稳定在98%.
_MOVED = re.compile(
    "(?:推动|促进|力争|确保|助推|拉动|保持|实现)(?P<area>全[省市区县州旗盟镇乡村])[^，。；：\n0-9]{2,14}?"
    "(?:提升|提高|下降|降低|增长|达到?|稳定在|保持在|控制在|突破|翻)$"
)
_MOVES = 24  # characters
# What a house has and no area: 县中医院迁建投用，|床位增至320张; 第二水厂扩建，|日供水能力5万吨.
_HOUSE = re.compile("(?:院区?|[校学厂站馆港]|校区|电站|水库|机场)$")
_HOUSE_ONLY = re.compile("床位|学位|教学班|在校|日(?:处理|供水|产)|(?:处理|供水|通过)能力|泊位|库容|装机|藏书")
_ZONE = re.compile("(?:经济[区圈]|都市圈|城市[群圈]|流域)$")


def is_of_area(text: str, mark: Head, indicator: str) -> bool:
    """Return whether a head is told of in passing, before a figure that only the area of the report can have."""
    end = mark.start + len(mark.text)
    if _ECONOMY.search(indicator) and SETTLES.match(text, end):
        return True
    told = _AREA_ONLY.search(indicator) and _TOLD.match(text, end)
    return bool(told) and not (_IS_AREA.search(mark.text) or _ZONE.search(mark.text))


def find_served(clean: CleanText, frame: FactFrame) -> Head | None:
    """Return the area whose people a value counts right behind it: 带领|全区|5万名职工, not 居|全市|第四."""
    start = frame.quantity.start
    area = _SERVED.search(clean.text, start - 3, start) if frame.measure == "level" else None
    return Head(area.start(), clean.surface[area.start() : start], "DEICTIC") if area else None


def find_moved(clean: CleanText, frame: FactFrame) -> Head | None:
    """Return the area of which somebody moves a figure, right before its value: 推动|全市|通行效率提升5%."""
    start = frame.quantity.start
    moved = _MOVED.search(clean.text, max(frame.sentence.start, start - _MOVES), start)
    return Head(moved.start("area"), clean.surface[slice(*moved.span("area"))], "DEICTIC") if moved else None


def is_of_house(mark: Head, indicator: str) -> bool:
    """Return whether a head is a house and a figure one that houses have, so that it goes on behind its clause."""
    return _HOUSE.search(mark.text) is not None and _HOUSE_ONLY.search(indicator) is not None


def without_end(indicator: str, subject: str) -> str:
    """Return an indicator without the end of a zone's name, of which a place is taken off: 双江|平原经济区|经济总量."""
    if not _ZONE.search(subject):
        return indicator
    ends = (subject[at:] for at in range(1, len(subject) - 1))
    end = next((end for end in ends if indicator.startswith(end) and len(indicator) > len(end) + 1), "")
    return indicator[len(end) :]
