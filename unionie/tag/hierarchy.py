"""Which areas lie in which, by full and short names: 莆田 holds 仙游, 云南 holds 大理.

Enters: text and a place of it. Leaves: where the place ends with the names of what lies in it. Next: ``addresses``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from unionie.rules import load_table
from unionie.tag.lexicon import table_words

__all__ = ["end_of_chain", "find_chains", "names_area"]

_PEOPLES = (
    "壮|回|藏|羌|苗|侗|彝|傣|白|瑶|满|畲|黎|水|佤|怒|土|土家|布依|哈尼|景颇|傈僳|朝鲜|仫佬|毛南|拉祜|布朗|独龙|纳西|普米|锡伯"
    "|裕固|撒拉|东乡|保安|仡佬|达斡尔|鄂伦春|鄂温克|塔吉克|维吾尔|柯尔克孜|哈萨克|蒙古|各"
)
_ENDING = re.compile(
    f"(?<=..)(?:(?:(?:{_PEOPLES})族|维吾尔|哈萨克|柯尔克孜|蒙古(?=自治州))*自治[区州县旗盟]"
    "|[省市县旗盟]|地区|特别行政区|林区|新区|区)$"
)
_LONGEST = 8  # characters of a name that goes on
# What makes another word of a short name, or a longer name: 大理石, 古田会议, 宝山钢铁.
_OTHER = re.compile(
    "[石城山湖江河会大东西南北新老上下路街桥寺族菜酒茶式产系型省市县区州旗盟镇乡村港站机钢电银医中师日晚公党]|股份|集团|国际|学[院校]|籍(?!贯)"
)


@cache
def _children() -> dict[str, frozenset[str]]:
    """Return names of areas → names, full and short, of all areas that lie in them."""
    rows = {row["id"]: row for row in load_table("divisions")}
    below: dict[str, set[str]] = {}
    for row in rows.values():
        names, above = _forms(row["name"]), row["parent"]
        while above:
            for form in _forms(rows[above]["name"]):
                below.setdefault(form, set()).update(names)
            above = rows[above]["parent"]
    return {name: frozenset(each) for name, each in below.items() if len(name) > 1}


def _forms(name: str) -> tuple[str, ...]:
    """Return a name, and its short form where that has two characters or more."""
    short = _ENDING.sub("", name)
    return (name, short) if 1 < len(short) < len(name) else (name,)


@cache
def _areas() -> frozenset[str]:
    return frozenset[str]().union(*_children().values()) - _words()


def names_area(name: str) -> bool:
    """Tell whether a name is that of an area, full or short, and no other word: 延吉, not 和平."""
    return name in _areas()


@cache
def _words() -> frozenset[str]:
    return frozenset(table_words("places", "word"))


@cache
def _openers() -> dict[str, tuple[int, ...]]:
    """Return the first two characters of names of areas → how long these names are, the longest first."""
    lengths: dict[str, set[int]] = {}
    for name in _children():
        lengths.setdefault(name[:2], set()).add(len(name))
    return {opening: tuple(sorted(each, reverse=True)) for opening, each in lengths.items()}


def end_of_chain(text: str, start: int, end: int) -> int:
    """Return where the place at ``start`` to ``end`` ends with the names behind it of areas that lie in it.

    >>> end_of_chain("驰援河南新乡卫辉，", 2, 4)
    8
    """
    for size in range(min(end - start, _LONGEST), 1, -1):
        below = _children().get(text[end - size : end])
        for length in range(_LONGEST, 1, -1) if below else ():
            name = text[end : end + length]
            if name in below and _is_itself(text, name, end + length):  # type: ignore[operator]
                return end_of_chain(text, end, end + length)
    return end


def _is_itself(text: str, name: str, end: int) -> bool:
    """Tell whether a name of an area opens no other word: 大理|州, not 大理|石, and not 公安, 合作."""
    return _ENDING.search(name) is not None or not (_OTHER.match(text, end) or name in _words())


def find_chains(text: str) -> Iterator[tuple[int, int]]:
    """Yield names of areas with those of areas in them right behind: 贵州桐梓, 保定涞水."""
    openers, names = _openers(), _children()
    done = 0
    for start in range(len(text) - 3):
        for length in openers.get(text[start : start + 2], ()) if start >= done else ():
            if text[start : start + length] in names:
                end = end_of_chain(text, start, start + length)
                if end > start + length:
                    yield start, end
                    done = end
                break
