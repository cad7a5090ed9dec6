"""Scenes that the words of a feature present: 楼下就是|扶贫车间, 再看|园区, 在|青禾合作社|的场院里.

Enters: clean text, its mentions and the places where clauses begin. Leaves: ``Head`` tuples of the label SCENE, which
own what follows in their paragraph until something else heads a clause. Next: ``clauses`` puts them among the
heads.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from unionie.clean.types import CleanText
from unionie.frames import Head, Mention
from unionie.rules import load_table

__all__ = ["find_scenes", "is_left"]

# Where a thing is that is presented: 往上走|21公里|是, 楼下|就是, 走出院门|就是, 村口另|有.
_WHERE = re.compile(
    "(?:再?(?:往|朝|沿|顺着|绕过|穿过|走出|出了?|翻过|过了|离|距)[^，。；：！？\\n是有]{1,14}?"
    "|[^，。；：！？\\n的是有]{0,6}?(?:[楼山坡桥崖][上下脚顶]|[村路街江河湖]口|[东南西北]边|[东南西北][头侧面]|隔壁|对面|对岸|附近|旁边|不远处|[里米]外|[村街路院门桥]头))"
    "(?:，)?(?:就|便|则|正|另|还|也)?(?:是|有|坐落着|立着|挨着|住着)(?:一[家个座处所片间])?"
    "|[^，。；：！？\\n0-9]{2,8}最[一-鿿]{1,2}的(?:还是|要数|当数|当属|莫过于|就?是)"
)
_BRINGS_IN = re.compile(
    "(?:[而再又先]?(?P<at>在)|(?:再|先|又|回头)?(?:看看?|到|说说)|走进|来到|走出|步入|踏[入进]|探访|回到|放到|放眼)(?![了于出位])"
)
# The same where words tell of the place: 在|海拔4500米的|石坎村，温室146座.
_TOLD_OF = re.compile("(?:在|走进|来到|回到)[^，。；：！？\\n、的]{2,16}的")
_INSIDE = re.compile("的?[一-鿿]{0,5}?[里内上中旁前]，")
_ENDS = re.compile("看?[，。：]")
_WITHIN = re.compile("[里内](?:，|(?=[一-鿿0-9])(?!外|部|设|的|容|涵))")
# What works, lies or lives in one place, and so may be a scene.
_KIND = (
    "(?:车间|合作社|工厂|[一-鿿]厂|基地|园区|[一-鿿]{2}园|工坊|果园|大棚|农场|牧场|林场|茶场|小区|社区|嘎查|[一-鿿](?:村|寨|屯)"
    "|景区|保护区|安置点|[一-鿿]站|小学|中学|卫生院|医院|幼儿园|敬老院|书店|[一-鿿]谷)"
)
_THING = re.compile(f"(?![这那哪他她它我你了一])[一-鿿]{{0,10}}?{_KIND}(?=[，。；！？])")
_PLACE = re.compile(f"(?:{_KIND}|公司|集团|[一-鿿][镇乡矿店馆])$")
_SITE = re.compile("(?:园区|基地|景区|港区|车间|厂里|村里|校园)(?=，|。)")  # that was named before
_POST = 10  # characters
_COUNTED = re.compile("的(?=[0-9一二两三四五六七八九十][0-9]*[余多]?[条台座间口栋辆架套座个][一-鿿]{2})")
# An area whose figures somebody gives, or that a text turns to: 县林草局给出|全县|的数字：, 放到|全县|看，.
_FIGURES_OF = re.compile(
    "(?:给出|提供|晒出|亮出|拿出|报出|列出|说起)(?:了|的是)?(?P<given>全[省市盟州县区旗镇乡村])的?(?:数字|口径|数据|账本?|总账|情况|家底|成绩单|比较)[：，]"
    "|(?:放到|放眼|再看|回看)(?P<seen>全[省市盟州县区旗镇乡村])(?:来?看)?，"
)
# A works or zone without a mention, in which something is: 柳枝童装产业园|里，夜班车间亮着灯.
_THING_IN = re.compile("[一-鿿]{2,8}?(?:产业园|工业园|创业园|合作社|景区|车间|基地)(?=[里内]，)")
# Where a sentence is, of which it tells as of a body: 在|青堰市，这样的服务队已有56支.
_AREA_NAMED = re.compile("[省市县区州旗盟镇乡村]$|街道$")
_TELLS_OF_AREA = re.compile("，(?![他她]|记者|笔者|一[位名家个]|随处|到处|来自|在)")
# What an office did itself, by its own count: 据|县人社局|统计，共办培训班76期.
_OWN_COUNT = re.compile(
    "统计，(?![^。；：\n0-9]{0,24}全[省市盟州县区旗镇乡村])(?:[^，。；：\n0-9]{1,14}，)?(?:[共已]|累计|先后|总共|一共){0,2}(?:举?办|开展|组织|培训|发放|受理|检查|查处|慰问|走访)"
)
# Of whom a meeting hears or is told, of which the sentences behind it tell: 会议听取了|县人社局|工作汇报。
_HEARD = re.compile("(?:听取|审议|通报|传达)(?:并[一-鿿]{2,4})?了?(?=[一-鿿])")
_HEARD_OF = re.compile("(?:关于|的)?[^。；，：\n0-9]{0,24}(?:汇报|报告|通报|情况)。")
_MEETING_ACTS = re.compile("[。；\n](?:会议(?!室)|大会|与会|会上)")
# Those who live or work where somebody does of whom was told: 石坎村村民张小北领到钥匙。|和他一起搬进新居的有62户.
_ALIKE = re.compile("[和像同跟][他她](?:家)?[一-鿿]{0,4}?(?:一[起样同块道])")


@cache
def _wider() -> re.Pattern[str]:
    """Return how a sentence opens, or goes on behind a time, with the country or a province: 今年，|河南计划…."""
    provinces = next(row["words"].split() for row in load_table("places") if row["id"] == "short")
    time = "(?:[12][0-9]{3}年|[今去前]年|如今|目前|当前|到目前)"
    return re.compile(f"[。！？”](?:{time}，?)?(?:中国|我国|全国|{'|'.join(provinces)})(?![一-鿿]{{0,3}}[报社台])")


def is_left(text: str, start: int, end: int) -> bool:
    """Return whether ``start:end`` turns from a scene to the country or a province, or to a meeting."""
    return _wider().search(text, start, end) is not None or _MEETING_ACTS.search(text, start, end) is not None


def find_scenes(clean: CleanText, text: str, places: Sequence[int], mentions: Sequence[Mention]) -> list[Head]:
    """Return the scenes that clauses present, each where its clause begins."""
    named = {mention.start: mention for mention in mentions if mention.label in ("ORG", "LOC")}
    found = {}
    for place in places:
        for start, end in _presented(text, place, named):
            found[place] = Head(place, clean.surface[start:end], "SCENE")
        home = _home(text, place, mentions) if _ALIKE.match(text, place) else None
        if home:
            found[place] = Head(place, clean.surface[home.start : home.end], "SCENE")
    for place in places:
        area = named.get(place + 1) if text.startswith("在", place) else None
        if area and _is_told_of(text, area):
            found[area.start] = Head(area.start, clean.surface[area.start : area.end], "THING")
    for match in _FIGURES_OF.finditer(text):
        start, end = match.span(match.lastgroup or 0)
        found[start] = Head(start, clean.surface[start:end], "DEICTIC")
    for match in _HEARD.finditer(text):
        heard = named.get(match.end())
        if heard and heard.label == "ORG" and _HEARD_OF.match(text, heard.end):
            found[heard.start] = Head(heard.start, clean.surface[heard.start : heard.end], "SCENE")
    for body in named.values():
        if body.label == "ORG" and text[body.start - 1 : body.start] == "据" and _OWN_COUNT.match(text, body.end):
            found[body.start] = Head(body.start, clean.surface[body.start : body.end], "ORG")
    return list(found.values())


def _is_told_of(text: str, area: Mention) -> bool:
    """Return whether a sentence begins with where it is, an area, and tells of that: 在|青堰市，…."""
    known = area.attrs.get("level") == "province" or _AREA_NAMED.search(text, area.start, area.end)
    return area.label == "LOC" and bool(known) and _TELLS_OF_AREA.match(text, area.end) is not None


def _home(text: str, place: int, mentions: Sequence[Mention]) -> Mention | None:
    """Return the village or works of the person told of in the paragraph before a place: 石坎村村民|张小北."""
    index = bisect_left(mentions, (place,)) - 1
    while index > 0 and "\n" not in text[mentions[index].end : place]:
        person, home = mentions[index], mentions[index - 1]
        if home.label == "TITLE" and index > 1:
            home = mentions[index - 2]
        if person.label == "PERSON":
            near = home.label in ("ORG", "LOC") and person.start - home.end <= _POST
            return home if near and _PLACE.search(text, home.start, home.end) else None
        index -= 1
    return None


def _presented(text: str, place: int, named: dict[int, Mention]) -> Iterator[tuple[int, int]]:
    """Yield where the name of what a clause presents begins and ends."""
    where = _WHERE.match(text, place)
    if where:
        start = where.end()
        name = named.get(start)
        thing = _THING.match(text, start)
        if name and _PLACE.search(text, name.start, name.end) and text[name.end : name.end + 1] in "，。；：":
            yield start, name.end
        elif thing:
            yield start, thing.end()
        return
    here = named.get(place)
    if here is not None:
        if _PLACE.search(text, here.start, here.end) and (
            _WITHIN.match(text, here.end) or (here.label == "ORG" and _COUNTED.match(text, here.end))
        ):
            yield place, here.end
        return
    inside = _THING_IN.match(text, place)
    if inside:
        yield inside.span()
        return
    told = _TOLD_OF.match(text, place)
    lies = named.get(told.end()) if told else None
    if lies and _PLACE.search(text, lies.start, lies.end) and text[lies.end : lies.end + 1] in "，里":
        yield lies.start, lies.end
        return
    brings = _BRINGS_IN.match(text, place)
    if brings:
        site = _SITE.match(text, brings.end())
        name = named.get(brings.end())
        end = name.end if name and _PLACE.search(text, name.start, name.end) else None
        if end is not None and (_INSIDE.match(text, end) or _ENDS.match(text, end)):
            yield brings.end(), end
        elif site:
            yield site.span()
