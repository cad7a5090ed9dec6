"""The words for a place in a contest, of which every reader of placings builds its patterns.

Enters nothing. Leaves: parts of regular expressions. Next: ``placings``, ``names``, ``headings``.
"""

from __future__ import annotations

import re

__all__ = ["NUMBER", "PLACE", "TAKEN", "TOPS", "WINS", "WON", "ends_name"]

NUMBER = "[一二三四五六七八九十0-9]{1,3}"
PLACE = (
    f"[特一二三四五]等奖(?:第{NUMBER}名)?|特优|优等奖?|(?<!基)[金银铜]质?[奖牌]|冠军|亚军|季军|殿军|头名|第{NUMBER}名"
    "|(?:优秀|优胜|优异|优良|鼓励|提名|入围)奖"
)
# What a verb says in one word: 夺|冠, 折|桂, 问|鼎; and the verbs.
WON = dict.fromkeys("冠鼎顶杯王雄", "冠军") | dict.fromkeys("魁桂头", "第一名")
WON |= {"金": "金牌", "银": "银牌", "铜": "铜牌"}
WINS = frozenset({"夺", "折", "摘", "问", "登", "捧", "封", "称", "拔", "拔得", "力拔", "力拔得"})
# What the verb says that stands before the contest which somebody won: 问鼎全省演讲比赛.
TOPS = frozenset({"问鼎", "登顶", "称雄", "制霸"})
# What closes a clause about a placing that somebody took: 金奖被甲|收入囊中, 亚军由乙|蝉联.
TAKEN = (
    "获得|[夺摘捧]得|斩获|夺取|摘取|[拿夺摘]下|收获|包揽|揽获|[捧领拿夺摘抱]走|捧回"
    "|收入囊中|[揽收纳]入(?:怀中|囊中|麾下)|蝉联|卫冕"
)
# Placings that are also the end of names; and what, before them, is competed in.
_NOMINATED = "提名奖"  # of the honour that it names: 省长质量奖|提名奖
_ENDS = frozenset({"优秀奖", "优胜奖", "优异奖", "鼓励奖", _NOMINATED})
_COMPETED = re.compile(
    "赛|奖|评选|评比|杯|运动会|比武|大会|博览会|艺术节|工程|功$|展|[会节]$|征文|作品|论文|项目|成果|案例|节目|设计|方案|实事|组$|[类米]$"
)


def ends_name(before: str, placing: str) -> bool:
    """Tell whether what looks like a placing ends the name of an honour, as in 教学质量|优胜奖: no contest is named."""
    return _COMPETED.search(before.removesuffix("奖") if placing == _NOMINATED else before) is None and placing in _ENDS
