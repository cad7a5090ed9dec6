"""Words before a value that say who or where it was, so that the noun behind it names what is measured.

Enters: the words before and behind a value. Leaves: whether the words before only lead up to the noun, or the noun
with what is said of it. Next: ``indicators``.
"""

from __future__ import annotations

import re

from unionie.link.phrases import ends_nominal, is_governed, noun_prefix, verb_prefix
from unionie.link.scope import Reader
from unionie.values.types import Quantity

MARKS = ("", *"、，和及")
LIMIT = 16  # characters
# Where something is counted, not what: 组团内|9条|主次干道, 实施奋斗镇|1.6万吨|蔬菜仓储项目.
PLACE = re.compile(
    r"^.{0,10}(?:[省境国海]外|[省境国]内|范围内|一带|等地|沿线|路段|主干道|[一-鿿](?:[镇乡村县市区]|街道|社区|[内里]))$"
)
# Who has what is counted behind the value: 集团|54平方米|展位.
_OWNER = re.compile(
    "(?:集团|公司|学校|医院|学院|合作社|协会|商会|[该本我](?:[镇乡村县市区省校院厂矿社行所局队馆站]|公司|集团|合作社|单位))"
)
_TAKES = re.compile("[把将让使]$|(?:带|领|牵|陪)着?$|带领$")  # somebody does something with those counted
_QUALIFIED = 10  # characters of what is said of a noun with 的
_SHORTEST = 2
_ALL = re.compile("全部|全体|悉数|现场|当场|同步|个个|人人|今年|去年|当年|目前|如今")  # what is said of them, no part of the noun


def only_leads(
    reader: Reader, value: Quantity, phrase: str, body: str, after: str, *, towards: bool, counted: bool
) -> bool:
    """Tell whether the phrase only leads up to what stands behind the value: where it was, or who had it."""
    if after[:1] not in MARKS and noun_prefix(after, reader.tag):
        absolute = value.dimension not in ("money", "ratio")
        placed = absolute and (PLACE.search(phrase) or _OWNER.fullmatch(phrase))
        reached = value.dimension == "count" and (towards or is_governed(phrase, reader.tag, LIMIT))
        if placed or reached or (value.dimension == "count" and _TAKES.search(phrase)):
            return True
    nominal = counted and phrase != "" and ends_nominal(body, reader.tag, strictly=True)
    return nominal and not verb_prefix(phrase, reader.tag)


def qualified_noun(reader: Reader, phrase: str, words: str, after: str, end: int) -> str:
    """Return the noun behind a value with what 的 says of it: 赴成都参赛的|9名|选手; ``end`` is where 的 stands.

    Where a name or a place stands before 的, it is whose they are: 石桥中学的|94名|学生.
    """
    if not phrase or not words.endswith("的") or after[:1] in MARKS:
        return ""
    noun = re.split("[、，和及（中里]", after, maxsplit=1)[0]
    noun = _ALL.split(noun[: noun_prefix(noun, reader.tag)], maxsplit=1)[0]
    if len(noun) < _SHORTEST:
        return ""
    whose = end in reader.subjects.values() or PLACE.search(phrase) or len(phrase) > _QUALIFIED
    return noun if whose else phrase + noun


def behind_posts(reader: Reader, start: int) -> int:
    """Return the end of the person whose posts begin at ``start``: 会长|王平|带着12名队员; ``start`` if there is none."""
    at = start
    while at in reader.posts:
        at = reader.posts[at]
        at += reader.clean.text[at : at + 1] in ("、", "\u3000", " ")
    return reader.subjects.get(at, start) if at > start else start
