"""Lists of indicators that stand before lists of values: 甲、乙和丙分别增长1%、2%和3%.

Enters: the words before a run of values. Leaves: one indicator for each value, or None.
"""

from __future__ import annotations

import re

from unionie.link.phrases import Tagger, clean_phrase, trim_left

_RESPECTIVELY = re.compile(r"分别|各为|依次")
_SEPARATOR = re.compile(r"、|以及|[和及与](?!谐|平|解|睦|时|众)")
_MEASURE = re.compile(
    r"[额率量数值价比度]$|余额|收入|面积|增加值|产值|指数|支出|投资|人次|里程|价格|存款|贷款|规模|时间|成本|利润|税收|产量|进出口|出口|进口"
)
_PAIRS = {"城乡": ("城镇", "乡村"), "男女": ("男", "女"), "中小学": ("中学", "小学"), "进出口": ("进口", "出口")}


_IS_LIST = re.compile(r"(?:是|为|有|包括)(?P<list>[^，；：]+)$")


def listed_before(surface: str, words: str, count: int, tag: Tagger) -> tuple[str, list[str]] | None:
    """Return (indicator, subjects) if a clause ends in ``count`` names: 参保率最高的是东屏区、临溪县和市教育工会."""
    match = _IS_LIST.search(words)
    if match is None:
        return None
    start = match.start("list")
    pieces = [piece for piece in _SEPARATOR.split(surface[start:]) if piece]
    low, high = trim_left(words[: match.start()], tag)
    head = re.sub(r"(?:最高|最低|最多|最少|较高|较低|居前)?的?$", "", clean_phrase(words[low:high], surface[low:high]))
    return (head, pieces) if len(pieces) == count and head else None


def align(surface: str, words: str, head_end: int, count: int, tag: Tagger) -> list[str] | None:
    """Return ``count`` indicators for the values behind ``words`` if they list just so many before 分别."""
    match = _RESPECTIVELY.search(words)
    if count < 2 or match is None:
        return None
    stop = min(match.start(), head_end) if head_end else match.start()
    low, high = trim_left(words[:stop], tag)
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


def expand_items(items: list[str], tag: Tagger) -> list[str]:
    """Return the items with the tail that they share written out: 城镇、农村居民收入 → 城镇居民收入, 农村居民收入.

    The tail is what the last item has behind the word that stands for the others; of a longer list only the
    measure itself (零售额, 贷款余额) is shared.
    """
    last = items[-1]
    tokens = [word for word, _ in tag(last)]
    if len(items) < 2 or len(tokens) < 2 or any(_MEASURE.search(item) for item in items[:-1]):
        return items
    size = len(items[0])
    if (
        size <= 3
        and all(len(item) <= 3 for item in items[:-1])
        and (
            len(tokens[0]) == size or (len(tokens[0]), size) == (4, 2)  # 农村居民 is one word to the tagger
        )
    ):
        tail = last[size:]
    elif _MEASURE.search(last):
        tail = tokens[-1] if len(tokens[-1]) > 2 or len(tokens) < 3 else tokens[-2] + tokens[-1]
    else:
        return items
    return [item + tail for item in items[:-1]] + [last]
