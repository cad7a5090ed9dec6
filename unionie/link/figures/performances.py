"""What was done in a sport to win: 女子铅球，某乡农民甲推出|12.83米|夺冠 measures the event, not who won it.

Enters: the clean text and a value with the words around it. Leaves: the event, "" where the value is no such thing.
Next: ``facts``.
"""

from __future__ import annotations

import re

from unionie.values.types import Quantity

__all__ = ["OF_SEX", "event_of"]

_DIMENSIONS = frozenset(["length", "duration", "time", "mass"])
_SCORES = frozenset(["环", "分"])
_NAME = (
    "(?:[一-鿿]{1,4}组)?(?:"
    "(?<![0-9.])(?:[0-9][×xX*])?(?:[0-9]{2,5}米(?![0-9])|[0-9]{1,2}公里)(?:跨?栏|障碍|混合泳|接力|自由泳|蛙泳|仰泳|蝶泳|跑(?![出进完下了])|竞走)*"
    "|三级跳远|立定跳远|跳远|跳高|撑[杆竿]跳高?|铅球|铁饼|标枪|链球|实心球|抓举|挺举|卧推|举重|竞走|半程马拉松|马拉松|速滑|越野滑雪)"
)
OF_SEX = f"(?:男子|女子|男女|混合){_NAME}"  # the name of an event that says who competes
_EVENT = re.compile(f"(?:男子|女子|男女|混合)?{_NAME}")
_WINS = re.compile(
    "(?:的(?:好?成绩))?[，、]?(?:夺[冠魁得]|折桂|摘[金银铜得]|屈居|获|位?列|打破|刷新|创造?|改写|拿下|勇夺|率先|[冠亚季]军|第[一二三四五六七八]名)"
)
_PLACED = re.compile("(?:第[一二三四五六七八]名|[冠亚季]军)[^，。；\\d]{2,24}\\Z")  # 第一名余海洋（城关镇）|10秒98
_WON = re.compile(f"[了得]?(?P<event>(?:男子|女子|男女|混合)(?:{_EVENT.pattern}))")  # 以2分18秒|夺得|女子800米冠军
_DISTANCE = re.compile("[0-9]+(?:米|公里)")  # a length, where no time was needed for it: 12公里线路…扣18分，列第3
_NEAR, _REACH = 30, 200  # characters


def event_of(text: str, start: int, quantity: Quantity) -> str:
    """Return the event named last between ``start`` and a value with which somebody won or came in."""
    if quantity.dimension not in _DIMENSIONS and quantity.unit not in _SCORES:
        return ""
    if not (
        _WINS.match(text, quantity.end) or _PLACED.search(text, max(start, quantity.start - _NEAR), quantity.start)
    ):
        return ""
    if (wins := _WINS.match(text, quantity.end)) and (won := _WON.match(text, wins.end())):
        return won["event"]
    bare = quantity.dimension in ("duration", "time")
    named = [match.group() for match in _EVENT.finditer(text, max(start, quantity.start - _REACH), quantity.start)]
    named = [name for name in named if bare or not _DISTANCE.fullmatch(name)]
    return named[-1] if named else ""
