"""People whom a clause is about without their names: who speaks of himself, and whom a portrait describes.

Enters: clean text with times blanked, where clauses begin, and mentions. Leaves: ``Head`` tuples without words, like
those of persons named: what follows is nobody else's. Next: ``clauses`` puts them among the heads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from unionie.clean.types import CleanText
from unionie.frames import Head, Mention

__all__ = ["find_unnamed_people"]

# In a quotation: “我|种了87亩玉米”; not 我们, 我省 and what else a body calls itself.
_MYSELF = re.compile(
    "(?:我|俺)(?:家|爸|妈|爹|娘|自己|一个人|老伴)"
    "|(?:我|俺)(?!们|[省市区县州旗镇乡村院校厂局会行馆场矿所站队段社园台处系科室班组部关国军党方]|公司|集团|中心|车间|支部)"
)
_NO_SPEECH = re.compile("[^“”，。；：\n]{0,16}”|[^“”，。；：\n]{0,12}时，")  # “我为节能献一计”活动, 我刚来时，
# How a portrait begins below a line with the name: 男，|1951年生; 甲厂退休工人。
_LIFE = re.compile("[男女](?:[，、（]|[ 　])")
_WORKS_AS = re.compile(
    "(?:已?退休|下岗|原)?[^，。；：、\n0-9]{0,8}?"
    "(?:村民|居民|职工|工人|教师|医生|护士|司机|店主|农民|农户|保安|学生|[一-鿿][员师长工])[。，]"
)


def find_unnamed_people(
    clean: CleanText, text: str, places: Sequence[int], mentions: Sequence[Mention]
) -> Iterator[Head]:
    """Yield a head for each clause that tells of somebody without his name."""
    for place in places:
        if _MYSELF.match(text, place) and _is_quoted(text, place) and not _NO_SPEECH.match(text, place):
            yield Head(place, "", "PERSON")
    named = {mention.start: mention.end for mention in mentions if mention.label in ("ORG", "LOC")}
    for block in clean.blocks:
        if block.kind != "paragraph":
            continue
        end = named.get(block.start)
        if _LIFE.match(text, block.start) or (end is not None and _WORKS_AS.match(text, end, block.end)):
            yield Head(block.start, "", "PERSON")


def _is_quoted(text: str, place: int) -> bool:
    opens = text.rfind("\n", 0, place) + 1
    return text.rfind("“", opens, place) > text.rfind("”", opens, place)
