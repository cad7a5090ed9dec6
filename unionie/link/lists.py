"""Lists of indicators that stand before lists of values: 甲、乙和丙分别增长1%、2%和3%.

Enters: the words before a run of values. Leaves: one indicator for each value, or None.
"""

from __future__ import annotations

import re

from unionie.link.phrases import clean_phrase, trim_left

_RESPECTIVELY = re.compile(r"分别|各为|依次")
_SEPARATOR = re.compile(r"、|以及|[和及与](?!谐|平|解|睦|时|众)")
_PAIRS = {"城乡": ("城镇", "乡村"), "男女": ("男", "女"), "中小学": ("中学", "小学"), "进出口": ("进口", "出口")}


_IS_LIST = re.compile(r"(?:是|为|有|包括)(?P<list>[^，；：]+)$")


def listed_before(surface: str, words: str, count: int) -> tuple[str, list[str]] | None:
    """Return (indicator, subjects) if a clause ends in ``count`` names: 参保率最高的是东屏区、临溪县和市教育工会."""
    match = _IS_LIST.search(words)
    if match is None:
        return None
    start = match.start("list")
    pieces = [piece for piece in _SEPARATOR.split(surface[start:]) if piece]
    low, high = trim_left(words[: match.start()])
    head = re.sub(r"(?:最高|最低|最多|最少|较高|较低|居前)?的?$", "", clean_phrase(words[low:high], surface[low:high]))
    return (head, pieces) if len(pieces) == count and head else None


def align(surface: str, words: str, head_end: int, count: int) -> list[str] | None:
    """Return ``count`` indicators for the values behind ``words`` if they list just so many before 分别."""
    match = _RESPECTIVELY.search(words)
    if count < 2 or match is None:
        return None
    stop = min(match.start(), head_end) if head_end else match.start()
    low, high = trim_left(words[:stop])
    if high <= low:
        return None
    pieces = []
    position = low
    for separator in [*_SEPARATOR.finditer(words, low, high), None]:
        end = separator.start() if separator else high
        pieces.append(clean_phrase(words[position:end], surface[position:end]))
        position = separator.end() if separator else high
    pieces = [piece for piece in pieces if piece]
    if len(pieces) == count:
        return pieces
    return _paired(clean_phrase(words[low:high], surface[low:high]), count)


def _paired(head: str, count: int) -> list[str] | None:
    """Return both indicators that a coordinated word stands for: 城乡居民收入 → 城镇…, 乡村…"""
    for word, pair in _PAIRS.items():
        if count == 2 and word in head:
            return [head.replace(word, item, 1) for item in pair]
    return None


def expand_items(items: list[str]) -> list[str]:
    """Return the items with a head or tail that they share written out: 城镇、农村居民收入 → 城镇居民收入, 农村居民收入."""
    last = items[-1]
    longest = max(map(len, items[:-1]), default=0)
    if len(items) > 1 and longest <= 3 and len(last) >= longest + 3:
        size = len(items[0])
        tail = last[size:]
        return [item + tail for item in items[:-1]] + [last]
    return items
