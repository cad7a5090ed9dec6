"""Heads of clauses that no mention covers, told by the text's own structure.

Enters: clean text, the places where clauses begin and the heads that are known. Leaves: ``Head`` tuples: what does the
same as a known head in the same words (甲站发送旅客1万人次；城东站发送旅客2万人次), what stands nearby (隔壁的某店)
and what words and quotation marks name (另一机构“某会”). Next: ``clauses`` puts them among the heads.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from unionie.clean.types import CleanText
from unionie.dictionary import plain_jieba
from unionie.frames import Head, Mention

__all__ = ["find_parallels"]

# What a head does, up to its first value.
_DOES = re.compile("(?P<does>[一-鿿]{2,10}?)(?:达到|超过|[约近超达为有仅只了])?(?=[0-9])")
_HAS_ALONE = re.compile("[约近超达为仅有]?[0-9][0-9.,]*[万亿]?(?:[人元例件吨亩户辆]|公里)")  # 甲站|2.17万人
_VALUE = re.compile("(?:达到|超过|[约近超达为有仅只了])?[0-9]")
_PLACE = "[站城区县市镇乡村局院校厂矿所馆场园店社队部处科行司团会港岸线桥库组坝楼点]"
_NAME = re.compile(f"(?![其全各该本我每及和与])[一-鿿]{{1,7}}{_PLACE}")
_PLACES = re.compile("(?![其全各该本我每及和与])[一-鿿]{2,3}(?:[、和][一-鿿]{2,3})*")  # by their short names
_NEARBY = re.compile(
    "(?:而|但|另外?|还有)?(?:(?:[全独]资|控股|下属|旗下)?子公司|物业公司|省会|州府|邻[县市村镇](?=[一-鿿]{2,6}[县市村镇])|(?:隔壁|对面|对岸|附近|旁边|邻近|相邻|不远处|同城|同街|同区|邻[县镇村])的(?:另一[家个所])?)"
)
_CALLED = re.compile(
    "[一-鿿]{0,6}(?:另一[家个所]?[一-鿿]{0,4}(?:单位|企业|公司|学校|医院|店)|机构|团体|社团)"
    "“(?P<name>[^“”\\n]{2,12})”(?=[则也却还又亦同在于])"
)
# What words and quotation marks name, and behind it what it does: 老字号|“甲记”|卖出6000碗.
_KIND_CALLED = re.compile(
    "(?:老字号|小店|店家|民宿|餐厅|公司|企业|品牌|(?:志愿(?:者|服务)?)?(?:小组|团队|服务队)|社团|乐团)"
    "“(?P<name>[^“”\\n]{2,12})”(?![的等、和与及“（]|品牌|系列|活动|项目|行动)"
)
# One of several bodies, by a name that nothing else tells of: 青禾激光|是最早入园的企业之一，研发人员占45%.
_ONE_OF = re.compile(
    "(?P<name>(?![这那它其他她该我本全各])[一-鿿A-Za-z]{2,8}?)(?=是[^，。；：\\n]{1,24}"
    "(?:企业|公司|学校|医院|合作社|基地|工厂|单位|景区|小区|社区|村)之一，[^。\\n]{0,40}?[0-9])"
)
# The name of a firm without its legal form; the first two characters may stand for it, where they are no area.
_FIRM = re.compile(
    "(?![市县区省州旗盟镇乡村全各我本该中国大小])[一-鿿]{4,6}(?<![局委会院校所站队部办厅处科室心社区村镇乡县市府组团园场班矿厂馆段店网报庭河湖江山路])"
)
_CELL = re.compile("(?P<name>[一-鿿]{4,6})[*＊]?\\t")
_LEVELS = "省市县区州旗盟镇乡村"
_BRAND = 2  # characters
_LOOK_AHEAD = 18  # characters
# What compares one of several: 老城区|最低，仅1.8平方米; 青石镇|最多，有21家.
_COMPARES = re.compile(
    "(?:也|则|却|又)?(?:最[高低多少大小快慢好差]|略[高低]|稍[高低]|次之|垫底|居首|领跑)，(?:达到?|为|有|仅|只)?(?:为|有)?[约近超]?[0-9]"
)
_AT_MOST = 8  # characters of a name before that
_COMPARED = 12  # characters of what compares, more than there are
_NAME_SIZES = range(3, 13)
_ENDS = frozenset("vdptc")
_STOP = re.compile("[。！？\\n]")


def find_parallels(
    clean: CleanText, text: str, places: Sequence[int], marks: Sequence[Head], mentions: Sequence[Mention]
) -> list[Head]:
    """Return the heads at ``places`` that the words of others, or those before them, make heads."""
    taken = {mark.start for mark in marks}
    free = [place for place in places if place not in taken]
    found = {place: end for mark in marks for place, end in _doing_the_same(text, free, mark)}
    found |= {place: end for place in free if (end := _compared(text, place))}
    for place in free:
        named = _CALLED.match(text, place) or _KIND_CALLED.match(text, place) or _ONE_OF.match(text, place)
        nearby = None if named else _NEARBY.match(text, place)
        if named:
            found[named.start("name")] = named.end("name")
        elif nearby and (end := _name_end(text, nearby.end())):
            found[nearby.end()] = end
    heads = [Head(start, clean.surface[start:end], "THING") for start, end in found.items() if start not in taken]
    return heads + [brand for brand in _find_brands(clean, text, mentions) if brand.start not in taken]


def _find_brands(clean: CleanText, text: str, mentions: Sequence[Mention]) -> list[Head]:
    """Return the first words of firms' names, of the text or of a table, that open paragraphs: 青鹭|不一样."""
    names = {text[each.start : each.end] for each in mentions if each.label == "ORG"}
    rows = (_CELL.match(text, block.start, block.end) for block in clean.blocks if block.kind == "table_row")
    firms = [name for name in (*names, *(row["name"] for row in rows if row)) if _FIRM.fullmatch(name)]
    brands = {name[:_BRAND] for name in firms if not any(name[:_BRAND] + level in text for level in _LEVELS)}
    return [
        Head(block.start, clean.surface[block.start : block.start + _BRAND], "ORG")
        for block in clean.blocks
        if block.kind == "paragraph" and text[block.start : block.start + _BRAND] in brands
        if not any(text.startswith(name, block.start) for name in firms)
    ]


def _compared(text: str, place: int) -> int | None:
    """Return where the name ends of what a clause sets beside others: 老城区|最低，仅1.8平方米."""
    compares = _COMPARES.search(text, place + 2, place + _AT_MOST + _COMPARED)
    if compares is None or compares.start() > place + _AT_MOST:
        return None
    end = compares.start()
    return end if _NAME.fullmatch(text, place, end) else None


def _doing_the_same(text: str, free: Sequence[int], mark: Head) -> Iterator[tuple[int, int]]:
    """Yield the names before the words that stand between a head and its value, where its sentence says them again."""
    behind = mark.start + len(mark.text)
    does = _DOES.match(text, behind) if mark.text and mark.label != "LABEL" else None
    if does is None:
        if mark.text and mark.label in ("ORG", "LOC", "THING") and _HAS_ALONE.match(text, behind):
            yield from _having_alike(text, free, mark)
        return
    until = _STOP.search(text, does.end())
    end = until.start() if until else len(text)
    at = text.find(does["does"], does.end(), end)
    while at >= 0:
        place = free[bisect_right(free, at) - 1] if free and free[0] <= at else at
        listed = mark.label == "LOC" and _PLACES.fullmatch(text, place, at) and _is_noun(text[place:at])
        place = place if listed else max(place, text.rfind("、", place, at) + 1)
        named = listed or (does.end() < place < at and _NAME.fullmatch(text, place, at))
        if named and _VALUE.match(text, at + len(does["does"])):
            yield place, at
        at = text.find(does["does"], at + 1, end)


def _is_noun(words: str) -> bool:
    """Return whether words begin with no verb and no adverb: 兰溪, not 累计."""
    return plain_jieba().tag(words)[0][1][0] not in _ENDS


def _having_alike(text: str, free: Sequence[int], mark: Head) -> Iterator[tuple[int, int]]:
    """Yield the names of a head's kind that have a value alone, as it has in their sentence: 甲站|2万人，乙站1万人."""
    kind = mark.text[-1]
    if kind not in _PLACE:
        return
    start = max(text.rfind(stop, 0, mark.start) for stop in "。！？\n") + 1
    until = _STOP.search(text, mark.start)
    end = until.start() if until else len(text)
    for place in free[bisect_left(free, start) : bisect_left(free, end)]:
        close = text.find(kind, place + 1, place + _AT_MOST)
        if (
            text[place - 1 : place] != "）"
            and close > 0
            and _HAS_ALONE.match(text, close + 1)
            and _NAME.fullmatch(text, place, close + 1)
        ):
            yield place, close + 1


def _name_end(text: str, start: int) -> int | None:
    """Return where the noun phrase ends that begins here and does something."""
    end = start
    for word, tag in plain_jieba().tag(text[start : start + _LOOK_AHEAD]):
        if tag[0] in _ENDS:
            return end if end - start in _NAME_SIZES else None
        if tag[0] in "wmxu":
            return None
        end += len(word)
    return None
