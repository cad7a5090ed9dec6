"""What a number counts where no classifier says it: 30多万监测对象, 3000多农户, 新增人口100万.

Enters: folded text and an edge of the number. Leaves: the unit, 人 or 户 (or "" for things, whose classifier nobody can
say). Next: ``bare``. The heads of the nouns are ``rules/data/counted_nouns.tsv``.
"""

from __future__ import annotations

import re
from functools import cache

from unionie.rules import load_table

__all__ = ["Counted", "noun_after", "noun_before", "unit_of"]

_BEFORE = re.compile(
    r"(?:(人口|人数|人员数|[者员民工生]数)|(人次)数?|(户数))(?:总[数量])?(?:分别)?"
    r"(?:已|共|约|仅|近|将|就|净|累计){0,2}(?:为|达到?|有|是|超过?|突破|逾|近|增至|增加到?|增长到|减至|减少到?|降至|新增)?了?(?:[0-9.,]+[万亿]{0,2}[和、])?$"
)
_AGED = re.compile(r"(?:[0-9]{1,2}周?岁(?:及?以[上下]|[至到-][0-9]{1,2}周?岁)?)?的?")
_UNITS = ("人", "人次", "户")
_NEAR = 24
_JOINT = "和与及的了到至为是有从由将被用于给对向让使比较占按以并一二两三四五六七八九十个"
Counted = tuple[str, int]


@cache
def _heads() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return the pattern of a noun, in group 1 the head of a close one, in group 2 of any other, and their units."""
    units: dict[str, str] = {}
    close: list[str] = []
    free: list[str] = []
    for row in load_table("counted_nouns"):
        ahead = f"(?![{row['ahead']}])" if row["ahead"] else ""
        for head in row["heads"].split(" "):
            units[head] = row["unit"]
            behind = "(?<![百千万亿余多0-9].人)" if head == "人" else ""  # 中国人, but 寻人
            (close if row["close"] else free).append(re.escape(head) + behind + ahead)
    character = rf"(?![{_JOINT}])[\u4e00-\u9fff]"
    nouns = [
        rf"(?:{character}){{0,{gap}}}?({'|'.join(sorted(heads, key=len, reverse=True))})"
        for gap, heads in ((2, close), (6, free))
    ]
    return re.compile("|".join(nouns)), units


def noun_after(text: str, at: int) -> Counted | None:
    """Return the unit that the noun at ``at`` is counted in, and where its first head begins; None without a noun."""
    pattern, units = _heads()
    aged = _AGED.match(text, at)
    first = noun = pattern.match(text, aged.end() if aged else at)
    if first is None or noun is None:
        return None
    for _ in range(3):  # 企业职工, 职工家庭, 会员单位: the last head counts
        further = pattern.match(text, noun.end())
        if further is None or further.start(further.lastindex or 0) - noun.end() > (2 if noun[1] and further[2] else 0):
            break
        noun = further
    return units[noun[noun.lastindex or 0]], first.start(first.lastindex or 0)


def noun_before(text: str, end: int) -> str:
    """Return 人, 人次 or 户 where a head such as 人口, 人次, 户数 stands before ``end``; else ""."""
    cue = _BEFORE.search(text, max(0, end - _NEAR), end)
    return _UNITS[(cue.lastindex or 1) - 1] if cue else ""


def unit_of(noun: str) -> str:
    """Return the unit in which a noun phrase is counted by its head: 女职工 → 人, 贫困家庭 → 户; else ""."""
    _, units = _heads()
    heads = (noun[-length:] for length in (4, 3, 2, 1) if length <= len(noun))
    return next((units[head] for head in heads if head in units), "")
