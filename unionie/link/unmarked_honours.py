"""Honours in running text that no mention covers, told by the verb before them and the form of their names.

Enters: clean text. Leaves: the stretches of names such as 优秀审计项目二等奖 behind 评为, “嘉许状” behind 颁发, or
国家农民合作社示范社 behind 被评为. Next: ``award_names`` adds those that no mention touches.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from unionie.link.award_heads import PLACING, names_contest, names_honour

_VERB = (
    "(?:荣获|获得|获评为?|获颁|获选为?|荣膺|喜获|斩获|摘得|夺得|捧回|捧得|拿下|蝉联|当选为?|评为|命名为|认定为|评选为|授予"
    "|(?<![荣喜斩查])获(?![得评颁选悉取授批准]))(?:[0-9]{2,4}年度?)?"
)
_END = "(?=[，。；、）（\n]|等?荣誉称号|等?称号|奖牌|奖杯|$)"
_WORDS = "[^，。；：、！？（）\t\n 　“”的了被在与和及获得评]"
_NAMED = re.compile(f"{_VERB}({_WORDS}{{4,28}}?){_END}")
_PLACED = re.compile(f"{_VERB}({_WORDS}{{3,26}}?)({PLACING})(?=[，。；、）（和\n]|$)")
_PLACED_END = re.compile("(?:项目|作品|案例|成果|论文|征文|课题|奖|节目|产品|设计|方案)$")
_CERTIFICATE = re.compile("(?:颁发|获颁?|荣获|授予|颁授)“([^“”\n]{2,8}[状令])”")
_GRANTED = re.compile(
    f"(?:荣获|获)[一-鿿]{{2,14}}[部局厅委会府院办署处盟](?:颁发?|授予|评为)?“([^“”\n，。]{{4,24}})”(?={PLACING}|特优|优等|[，。；、]|称号|$)"
)
_CONTINUED = re.compile(f"[”]?、({_WORDS}{{4,24}}?){_END}")
_NO_HONOUR = re.compile("奖励|补助|资金|资格|项目建设|等次|等级|成绩|名额|证书|支持|立项|批复|订单|金额")


class Found(NamedTuple):
    """The stretch of an honour, and the placing that ends it."""

    start: int
    end: int
    rank: str | None


def find_honours(text: str) -> Iterator[Found]:
    """Yield the honours that stand behind a verb of giving or go on its list."""
    for match in _PLACED.finditer(text):
        name = match.group(1)
        if names_contest(name) or _PLACED_END.search(name):
            yield Found(match.start(1), match.end(2), match.group(2))
    for match in _NAMED.finditer(text):
        if _is_honour(match.group(1)):
            yield Found(*match.span(1), None)
            last = match.end(1)
            while more := _CONTINUED.match(text, last):
                if not _is_honour(more.group(1)):
                    break
                yield Found(*more.span(1), None)
                last = more.end(1)
    for pattern in (_CERTIFICATE, _GRANTED):
        for match in pattern.finditer(text):
            if not _NO_HONOUR.search(match.group(1)):
                yield Found(*match.span(1), None)


def _is_honour(name: str) -> bool:
    return names_honour(name) and _NO_HONOUR.search(name) is None
