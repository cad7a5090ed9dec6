"""The forms of names of persons that no mention covers.

Enters: words, or a stretch of clean text. Leaves: whether they look like a name, or the stretches of the names that a
list sets with a space or with a post in brackets. Next: ``recipients`` and ``unmarked``.
"""

from __future__ import annotations

import re
from functools import cache

from unionie.link.posts import Extent, title_kind
from unionie.rules import load_table

# Names of a list with their posts in brackets behind them, and names of two characters set with a space.
_BRACKETED = re.compile(
    "(?<![一-鿿·”])([一-鿿·]{2,9}|[一-鿿][ 　]{1,2}[一-鿿])（([^（）\n]{2,24})）"
    "(?=[、和与及]|等[0-9一二三四五六七八九十]|双双|分别|[均荣获被]|$)"
)
_SPACED = re.compile("(?<=[、和予])[一-鿿][ 　]{1,2}[一-鿿](?=[、和“记等（荣获被均]|双双|分别)")
_POST_END = re.compile("[民工户生者员长师]$")
_BODY_END = re.compile(
    "(?:公司|[局厂矿院校园镇乡村科室队组班站所处部会社厅委县市区]|中心|集团|街道|社区|项目|作品|产品|个人|集体|单位)$"
)


@cache
def _surnames() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    words = {row["kind"]: frozenset(row["words"].split()) for row in load_table("names")}
    return words["surname"], words["compound"], words["never"]


def looks_like_name(text: str) -> bool:
    """Tell whether ``text`` has the form of a Chinese name: a surname and one or two characters, or joined by ·."""
    single, compound, never = _surnames()
    if text in ("公司", "集团", "党委", "全体", "单位", "高校", "师生"):
        return False
    if "·" in text.strip("·"):
        return re.fullmatch("[一-鿿]{1,6}(?:·[一-鿿]{1,8}){1,3}", text) is not None
    if len(text) > 2 and (text[:2] in compound or text[:2] == "单于"):
        given = text[2:]
    elif text[:1] in single:
        given = text[1:]
    else:
        return False
    return 1 <= len(given) <= 2 and re.fullmatch("[一-鿿]+", given) is not None and not set(given) & never


def listed_names(text: str, start: int, end: int) -> list[Extent]:
    """Return the stretches of the names in ``start:end`` that only their list tells: 斯琴（牧民）、帅　军."""
    found = []
    if "（" in text[start:end]:
        for match in _BRACKETED.finditer(text, start, end):
            name, post = match.groups()
            posted = title_kind(post) is not None or _POST_END.search(post) is not None
            if posted and title_kind(name) is None and _BODY_END.search(name) is None and not name.startswith("其中"):
                found.append(match.span(1))
    found.extend(match.span() for match in _SPACED.finditer(text, start, end))
    return found
