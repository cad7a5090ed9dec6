"""Places at their own edges: 鲁西|三市, 南临|渭河, 甲河|断面 cut, 甲高速乙南|出口 made whole; counted things are none.

Enters: a LOC that the tagger found. Leaves: the same at its edges, as a company where a trade is behind it, or None.
Next: ``addresses``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from unionie.frames import Mention
from unionie.tag.lexicon import lexicon, table_words

__all__ = ["at_edges"]

# Where it lies from here, what one does there: 南临|渭河, 途经|甲镇.
_HEAD = re.compile(
    "(?:[东南西北]{1,2}[临倚邻濒]|北上|南下|南抵|途经|行经|取道|翻(?=[一-鿿]{2}[山岭垭坳])|溪上)(?=[一-鿿]{2})"
)
# Counted areas, banks and slopes, what runs or is measured there, what is done to it.
_TAIL = re.compile(
    "(?<=[一-鿿]{2})(?:"
    "[两二三四五六七八九十]{1,2}[大个]?(?:省市?区?|[市县区州盟旗镇乡])(?:[一两二三四五六七八九十]{1,3}[市县区旗盟镇乡])?|两村"
    "|(?<=[河江湖溪海湾洲])[东南西北]岸|(?<=[山岭])[东南西北]麓|(?<=山)腰|航线|专线|直通车|交汇处|(?<=[河闸桥])断面|穿[村城]"
    "|县际公路|骑楼|我[省市县区镇乡村旗盟]"
    "|(?<=[省市县区旗盟])[一-鿿]编?业|修缮|保管|(?<=村)村)$"
)
_CLOSED = re.compile("[^（）]+(?=）)")  # what a bracket ends that opens before the name
_VILLAGERS = re.compile("(?<=[一-鿿]{2})村(?=民(?!宿|居|俗|房))")  # 甲寨|村民
_COUNTED = re.compile("[国省县]道$|[0-9]A|[两三四五六七八九十百千万亿](?:[家处座条]|吨)|老旧|病险")
_LARGE = re.compile("(?<=[两三四五六七八九十])大[一-鿿]{0,2}区")  # 三|大港区
_RUNS = re.compile("(?:.*公交)?[0-9]+路")
_GROWS = re.compile(
    "(?<=高速[一-鿿]{2}[东南西北])出口|(?<=高速[一-鿿]{3}[东南西北])出口"
    "|(?<=[湾岛沙])港(?![区口湾务资股澳交])|(?<=站)站前广场|(?<=站站)前广场"
)
_STATION = re.compile("[东南西北]站(?![长台点位岗立])")
_ROAD = re.compile("(?:高速|[国省县]道|铁路)[一-鿿]{2,4}$")
_SECTION = re.compile("段(?!长)")
# What is held there, named after it: 甲山|登山节, 乙村|半程马拉松; and its ordinal.
_HELD = re.compile(
    "(?:(?![的是举召开参承主出赴在为获得有和与及设派])[一-鿿]){0,8}?"
    "(?:推介会|音乐节|邀请赛|马拉松|登山节|文化节|风情节|艺术节|美食节|旅游节|采摘节|丰收节|博览会|锦标赛|公开赛|挑战赛|龙舟赛)"
)
_ORDINAL = re.compile("第[一二三四五六七八九十0-9]{1,3}届$")
_AID = re.compile("中国（[一-鿿]{2,3}）[^，。；\n]{0,8}?援[一-鿿]{2,8}?医疗队")
_MANNER = re.compile("式(?!样)|裔")  # 甲国式摔跤
_SHORT = 4  # characters: names of places that long are no names of companies


class _Words(NamedTuple):
    product: re.Pattern[str]
    trade: re.Pattern[str]
    """What a company makes or trades in, behind its own name: 甲乙|石化 投产."""
    trading: re.Pattern[str]
    peoples: frozenset[str]


@cache
def _words() -> _Words:
    trades = "|".join(table_words("places", "trade"))
    return _Words(
        re.compile(f"(?<=[一-鿿]{{2}})(?:{'|'.join(table_words('places', 'product'))})$"),
        re.compile(
            f"(?:{trades})(?=[、，。；）\\s]|[一二三]期|[一二三四五六七八九十两][户家]|等|的(?!发展)"
            "|投产|增资|落户|用工|缴税|上缴|获|产值|收入|销售|出口|营收|实现|完成)"
        ),
        re.compile(f"[一-鿿]{{2,3}}(?:{trades})"),
        frozenset(table_words("places", "people")),
    )


def at_edges(text: str, mention: Mention) -> Mention | None:
    """Return a place of ``text`` without what is beside its name, with what is left out of it; None for no place."""
    start, end = mention.start, mention.end
    head = _HEAD.match(text, start, end)
    start = head.end() if head else start
    closed = _CLOSED.match(text, start, end)
    end = closed.end() if closed else end
    tail = _TAIL.search(text, start, end) or _words().product.search(text, start, end)
    end = tail.start() if tail else end
    villagers = _VILLAGERS.match(text, end - 1)
    end = end - 1 if villagers else end
    name = text[start:end]
    aid = _AID.match(text, start)
    if aid:
        return mention._replace(start=start, end=aid.end(), label="ORG", attrs={"type": "hospital"})
    if (
        _COUNTED.match(name)
        or _LARGE.fullmatch(text, start, end)
        or _RUNS.fullmatch(name)
        or name in _words().peoples
        or _MANNER.match(text, end)
    ):
        return None
    held = _HELD.fullmatch(text, start, end) or _HELD.match(text, end)
    if held:
        ordinal = _ORDINAL.search(text, max(0, start - 5), start)
        return mention._replace(start=ordinal.start() if ordinal else start, end=held.end(), label="EVENT", attrs={})
    company = _company_end(text, start, end)
    if company:
        return mention._replace(start=start, end=company, label="ORG", attrs={"type": "company"})
    end = _whole_end(text, start, end)
    return mention if (start, end) == mention[:2] else mention._replace(start=start, end=end, attrs={})


def _company_end(text: str, start: int, end: int) -> int | None:
    """Return where the name of a company ends that the tagger took for a place, whole or without its trade."""
    name = text[start:end]
    if _words().trading.fullmatch(name):
        return end
    trade = _words().trade.match(text, end) if len(name) < _SHORT and name not in lexicon().places else None
    return trade.end() if trade and not _classed(name) else None


def _classed(name: str) -> bool:
    """Tell whether a name ends in what it is: 甲县, 乙镇, 丙路."""
    return any(name.endswith(suffix) for suffix in lexicon().suffixes)


def _whole_end(text: str, start: int, end: int) -> int:
    """Return where the name ends with the ending that the tagger left out."""
    grows = _GROWS.match(text, end) or (_ROAD.search(text, start, end) and _SECTION.match(text, end))
    if grows:
        return grows.end()
    if lexicon().places.get(text[start:end]) in ("city", "county"):
        station = _STATION.match(text, end)
        return end + 2 if station else end
    return end
