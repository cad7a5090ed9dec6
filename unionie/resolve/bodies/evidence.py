"""What speaks for whose report it is: names of the headline, signatures, words that a text has for itself, heads.

Enters: the clean text, its mentions and heads. Leaves: names, each with its label and what it is worth. Next: ``body``
adds them up.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from unionie.clean.characters import fold_name
from unionie.clean.types import CleanText
from unionie.frames import Head, Mention
from unionie.resolve.decisions import is_decision
from unionie.resolve.names.identities import Directory, find_convener
from unionie.resolve.places.divisions import read_place

_OWN_WORD = re.compile(
    r"[全我本](?<![基根资日健保桥熊松].)(?:[省市区县州旗盟镇乡村](?![委直级])|[院校厂](?![区长])"
    r"|(?<=本)(?:联?会|局|府|公司|集团|行|所)|(?<=我)(?:[局司馆段矿]|行(?!我)|社(?!区)|公司|集团|中心)|(?<=[全我本])(?:[支大中]队|分局|分公司|支行)|(?<=全)(?:系统|行业|公司|集团|[一-鿿]区(?!域)))"
)
_OURS = re.compile("我(?:[院校厂局司会行馆段矿]|社(?!区)|公司|集团|中心)")
_LOWEST = ("县人民法院", "区人民法院", "县人民检察院", "区人民检察院")  # which have no courts below them
_SYSTEM = re.compile(
    r"(?:(?P<area>全[省市州盟区县旗])(?:(?:各级|[两三]级)(?:工会组织|工会|团组织|妇联组织|妇联|残联|检察院)|(?:各级|[两三]级)?(?:法院|检察机关))"
    r"|(?<![全省市州盟区县旗地])[两三]级(?:法院|检察院|检察机关))"
    r"(?!“|[一-鿿]{0,8}(?:先进|优秀|模范|标兵|十佳))"
)
_GOVERNED = re.compile(r"([省市区县州旗盟镇乡])(?:人民)?政府")
_DECISION = re.compile(r"[省市县区州旗盟](?<![一-鿿].)(?=委[、和](?:[省市县区州旗盟])?(?:人民)?政府(?:研究)?决定)")
# Of the body that reports.
_TERM = re.compile("(?<=.{4})第[一二三四五六七八九十]{1,3}[届屆](?:委员会|委員會|理事会|理事會)$")
# The consultative conference of an area under its full name, and as texts call it.
_COUNCIL = "中国人民政治协商会议"
_COUNCIL_SAID = re.compile("(?<![一-鿿])[省市盟州县区旗]政协(?:常委会|常务委员会)")
# What is built and named, and so may be what a report is about.
_BUILT = re.compile("(?:大桥|隧道|高速公路|铁路|航道|运河|水库|[水火核风]?电站|枢纽|机场|航站楼)$")
_PROJECT = re.compile("(?!我|全|本)[一-鿿]{2,8}(?:工程|项目|水电站|高铁|铁路|高速)")
_HELD = re.compile("(?:赛|运动会|博览会|[艺文体科旅读][一-鿿]?节|论坛|马拉松|比武)$")  # no session
_DEFINED = re.compile(
    r"（(?:以?下)?(?:简称|称)[：，]?[“「]?(?P<own>集团公司|集团|公司|总公司|本[一-鿿]{1,3}|[校院局厂]工会)[”」]?）"
)
_WRITER = re.compile(
    "(?:讯(?<=[日报网社]讯)|电(?<=[日报网社]电)|摄|通讯员|记者|作者|文(?<!论文))[^\n，。0-9]{0,14}?[（(](?P<who>[^（）()\n，。]{4,28})[）)]"
)
# Who issues it, beside the date: 来源：柳河车务段工会, 柳河区仲裁院　2016年7月11日.
_ISSUED = re.compile(
    "[0-9年月日 　-]*(?:(?:来源|供稿|发布单位)：)?(?P<who>[一-鿿]{4,20}?)(?<!文件)[ 　]*"
    "(?:[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日)?$"
)
_PRESS = re.compile("报$|报社|融媒|电视台|广播|新闻|网$|杂志|周刊|日报|晚报|中心记者")
_OFFICE = re.compile(
    "(?<=..)(?:党委|党群)?(?:宣传[科部处股]|办公室|政工[科室]|综合[科部]|党群[部办]|工会|团委|行政科|政治处)$"
)
# Bodies that report on themselves and not on an area.
_WORKS = re.compile(
    "(?:(?<!法)(?<!检察)院|[校厂矿行站馆社段队港场园]|[大中小]学|公司|集团|中心|基金会|景区|(?<!派出)所)$"
)
_FIRST = 8  # blocks
_TOWN_LEVELS = ("镇", "乡", "街道", "村", "社区")
_NOTICE = re.compile("的(?:通报|通知|公告|公示|决定)(?:（[^（）\\n]*）)?$")
# A publisher's name at the head of what it publishes: 某区总工会　微信公众号.
_PUBLISHED_BY = re.compile("[ 　]*(?:官方)?(?:微信|公众号|微博|网站|视频号|客户端)")
# Who came, spoke and wrote: no headline, though it stands with it.
_PRESENT = re.compile("(?:主持|记录|到会|出席|列席|参加|整理|首发|地点|时间|汇报)[人者员]?[：　]")
_WITHIN = re.compile(r".*[省市州县区镇乡](?=[一-鿿]{2,4}[镇乡村]$)")
# A zone whose committee reports: it reports on the zone.
_ZONE = re.compile("(?:开发|高新技术产业|高新|经开|产业|工业|示范|合作|保税|综保|园)区(?:管委会|管理委员会|党工委)?")
# What is said of an event that is what the report is about: 第八届技能大赛|落幕.
_EVENT_TOLD = re.compile(
    r"(?<![^\s　：。！—])(?P<event>[^\s　，。：！—]{3,24}?"
    r"(?:[大竞比联]赛|马拉松赛?|运动会|博览会|[艺文体科旅]化?节|[书美摄][^\s　，。]{0,6}展|论坛))"
    "(?:昨日?|今日?|圆满|顺利|成功)?(?:收官|落幕|闭幕|侧记|揭晓|鸣枪|开[赛幕]|评选结果|成绩)"
)
_TITLE_PLACE = re.compile(
    r"(?:^|年度|季度|半年|月份?|年(?!度)|[\s—（“])"
    r"(?P<place>(?:(?!季度|半年|月份?|[我全本各该])[一-鿿]){1,7}?(?:自治[州县旗盟]|街道|[省市州盟县旗区镇乡村]))"
    r"(?=(?:19|20)\d\d年|国民经济|经济|统计|政府工作|科学技术奖|脱贫|乡村|人民政府|(?<=[镇乡村道])党(?:工?委|支部|总支))"
)
_AREA_BEFORE = re.compile("^[一-鿿]{2,8}?[省市县区州旗盟](?=[一-鿿]{2,}(?:桥|道|路|河|库|站|纽|场|楼)$)")
_SEVERAL = 2  # clauses
_ALL = 12  # the same of 我院 in it, and of all courts or unions of the area, which a report of the highest is about
_ALL_COURTS = 14
_JUDGES = re.compile("法院|检察")
_NAMED = 2  # the same of a place
SIGNS = 3  # the same of an organization whose head signs
_BUREAUS = ("局", "厅")
_TAKES_PART = ("参加", "出征")  # a contest in the headline that others hold
_REPORTING = re.compile(r"(?:本报|首席|特约|见习|实习|驻站)*(?:记者|通讯员|编辑|作者|撰稿)")
_SHORTEST, _LONGEST_WORD = 2, 6  # characters of the last word of a name
_SHORTLY = 0.5  # what the last word of a body's name is worth where it heads a clause
_SAID = 6  # times that a text says 全县 for one clause that it heads
_RANKS = {"国": 0, "省": 1, "市": 2, "州": 2, "盟": 2, "区": 3, "县": 3, "旗": 3, "镇": 4, "乡": 4}
WHOLE = re.compile(r"[全我本]([国省市区县州旗盟镇乡])$")
# Bureaus that report on a field of their area, whatever they call themselves; those that collect, inspect and police
# count what they did.
OF_FIELD = re.compile(
    r"(?<=[省市区县州旗盟])(?:农(?:业农村|业和农村|林水?|牧业?|牧和科技|业|村工作|机)|畜牧[兽医水产]*|林业和?草?原?|林草|水[利务]|渔业|粮食(?:和物资储备)?|农机|医疗保障|医保|人力资源(?:和|与)?社会保障|人社"
    r"|劳动和社会保障|交通(?:运输)?|公路|邮政管理|文化(?:广电|体育|和|与)*旅游|文旅|文广[体旅新]*|文体[广电旅游]*|旅游|体育|教育(?:和?体育)?|教体|科教"
    r"|卫生(?:健康|和计划生育)?|卫健|卫计|计生|民政|商务|招商|工业和信息化|经济和信息化|工信|经信|科技|科学技术|住房(?:和|与)?城乡建设|住建|城乡建设"
    r"|生态环境|环境保护|环保|乡村振兴|扶贫(?:开发)?|发展(?:和|与)?改革|发改|退役军人事务|能源|统计|航运管理|民族(?:宗教)?)(?:事务)?(?:局|厅|委员会|委|办公室|办)"
)
_OF_AREA = re.compile("全[省市区县州旗盟镇乡]|[省市区县州旗盟镇]级(?:财政)?预算")
AREA = re.compile(r"(?:[省市区县州旗盟镇乡村]|街道|社区)$")
OWNS = 8  # clauses that an organization in the headline is worth


def gather_names(
    clean: CleanText, mentions: Sequence[Mention], heads: Sequence[Head], directory: Directory, *, of_government: bool
) -> list[tuple[str, str, float]]:
    """Return the names that may be the report's body, each as often as something speaks for it, with its worth."""
    named = [*_named_in_headline(clean, mentions), *_heads_of_clauses(clean, heads), *_own_words(clean)]
    named += [*_signed(clean, mentions), *_systems(clean, directory), *_defined(clean)]
    named += [*_deciding(clean), *_written_by(clean, mentions)]
    named += [*_said_short(clean, mentions, heads), *_told_event(clean), *_zone(clean), *_built(clean, mentions, heads)]
    named += _project(clean)
    if convener := find_convener(clean):
        named.append((clean.surface[slice(*convener)], "ORG", OWNS))
    if of_government or is_decision(clean):
        named += _governed(clean)
    return named


def _own_words(clean: CleanText) -> list[tuple[str, str, float]]:
    """Return what the text calls its area or itself, 全县, 我院, each time that it does, more in the headline."""
    found = [match.span() for match in _OWN_WORD.finditer(clean.text)]
    titled = [match.span() for start, end in _front(clean) for match in _OURS.finditer(clean.text, start, end)]
    said = [(clean.surface[start:end], "DEICTIC", 1 / _SAID) for start, end in found]
    return said + [(clean.surface[start:end], "DEICTIC", _ALL) for start, end in titled]


def _defined(clean: CleanText) -> list[tuple[str, str, float]]:
    """Return what the report defines as the word for itself: （以下简称集团公司）."""
    found = (clean.surface[match.start("own") : match.end("own")] for match in _DEFINED.finditer(clean.text))
    return [(word, "ORG", SIGNS) for word in found]


def _written_by(clean: CleanText, mentions: Sequence[Mention]) -> list[tuple[str, str, float]]:
    """Return the bodies whose people wrote the report: 通讯员 周若梅（松岭县中医院）, 本报讯（某煤矿宣传科 郝建业）."""
    front = [block for block in clean.blocks[:_FIRST] if block.kind in ("byline", "subtitle")]
    lines = [(block.start, block.end) for block in front if not clean.text.startswith("—", block.start)]
    lines += [match.span("who") for match in _WRITER.finditer(clean.text)]
    dated = (each for each in clean.blocks[:_FIRST] if each.kind == "dateline")
    lines += [each.span("who") for block in dated if (each := _ISSUED.match(clean.text, block.start, block.end))]
    found: list[tuple[str, str, float]] = []
    for mention in mentions:
        inside = any(start <= mention.start and mention.end <= end for start, end in lines)
        if clean.text.startswith("驻", mention.end):
            continue  # 省农信联社|驻甲村第一书记
        if inside and mention.label == "ORG" and not _PRESS.search(clean.text, mention.start, mention.end):
            name = _OFFICE.sub("", "".join(clean.surface[mention.start : mention.end].split()))
            found += [(name, "ORG", SIGNS)] if counts_own(name, of_area=tells_of_area(clean)) else []
    return found


def counts_own(name: str, *, of_area: bool) -> bool:
    """Return whether a body that issues a report counts what it did itself: houses that work, offices that inspect.

    ``of_area``: the report tells of a whole area, and an office only counts there.
    """
    office = not of_area and name.endswith(_BUREAUS) and OF_FIELD.search(name) is None
    return office or _WORKS.search(name) is not None


def tells_of_area(clean: CleanText) -> bool:
    """Return whether the headline speaks of a whole area: 全县道路交通安全形势, 县级预算执行的审计结果."""
    return _OF_AREA.search(read_headline(clean)) is not None


def list_bodies(clean: CleanText, mentions: Sequence[Mention]) -> list[str]:
    """Return the names of organizations, each once, in the order of the text."""
    return list(dict.fromkeys(clean.surface[m.start : m.end] for m in mentions if m.label == "ORG"))


def _said_short(clean: CleanText, mentions: Sequence[Mention], heads: Sequence[Head]) -> list[tuple[str, str, float]]:
    """Return the bodies that the last words of their names head clauses for: 大队|出动… of 蒲河消防救援大队."""
    bodies = list_bodies(clean, mentions)
    owners: dict[str, list[str]] = {}
    for name in bodies:
        for size in range(_SHORTEST, min(len(name), _LONGEST_WORD + 1)):
            owners.setdefault(name[-size:], []).append(name)
    named = (owners.get(head.text, []) for head in heads if head.label == "THING")
    return [(names[0], "ORG", _SHORTLY) for names in named if len(names) == 1]


def _deciding(clean: CleanText) -> list[tuple[str, str, float]]:
    """Return the areas whose committees or governments decide: 全县 of 县委、县政府决定表彰."""
    return [
        (f"全{clean.surface[match.start() : match.start() + 1]}", "DEICTIC", SIGNS)
        for match in _DECISION.finditer(clean.text)
    ]


def _governed(clean: CleanText) -> list[tuple[str, str, float]]:
    """Return the area whose government the headline names: 全省 of 省政府工作报告."""
    return [
        (f"全{clean.surface[match.start() : match.start() + 1]}", "DEICTIC", _NAMED)
        for start, end in _front(clean)
        for match in _GOVERNED.finditer(clean.text, start, end)
    ]


def _told_event(clean: CleanText) -> list[tuple[str, str, float]]:
    """Return the event of which the headline says that it was held or how it ended."""
    told = (
        match
        for start, end in _front(clean)
        if not _NOTICE.search(clean.text, start, end) and (match := _EVENT_TOLD.search(clean.text, start, end))
    )
    event = next(told, None)
    return [(clean.surface[event.start("event") : event.end("event")], "EVENT", _ALL)] if event else []


def _zone(clean: CleanText) -> list[tuple[str, str, float]]:
    """Return what a report on a zone calls its area: 全区 of 某高新区管委会工作总结."""
    zoned = any(_ZONE.search(clean.text, start, end) for start, end in _front(clean))
    whole = clean.text.find("全区") if zoned else -1
    return [(clean.surface[whole : whole + 2], "DEICTIC", OWNS)] if whole >= 0 else []


def _built(clean: CleanText, mentions: Sequence[Mention], heads: Sequence[Head]) -> list[tuple[str, str, float]]:
    """Return what is built, where the headline names it and it heads clauses: 甲湾大桥 of 甲湾大桥主桥合龙."""
    works = Counter(_last_part(head.text) for head in heads if head.label == "LOC" and _BUILT.search(head.text))
    if not works:
        return []
    bodies = [(mention.start, mention.end) for mention in mentions if mention.label == "ORG"]
    places = [(name, clean.text.find(fold_name(name), *line)) for name in works for line in _front(clean)]
    titled = {name for name, at in places if at >= 0 and not any(start <= at < end for start, end in bodies)}
    return [(name, "PLACE", OWNS) for name in works if name in titled and works[name] >= _SEVERAL]


def _project(clean: CleanText) -> list[tuple[str, str, float]]:
    """Return the work that the headline opens with, where sentences go on to tell of it: 引清供水工程 of …隧洞贯通."""
    for start, end in _front(clean):
        work = _PROJECT.match(clean.text, start, end)
        if work:
            told = clean.text.count(f"\n{work[0]}", end) + clean.text.count(f"，{work[0]}", end)
            told += clean.text.count(f"。{work[0]}", end)
            return [(clean.surface[start : work.end()], "PLACE", OWNS)] if told >= _SEVERAL else []
    return []


def _last_part(name: str) -> str:
    """Return a name without the area that it opens with: 甲湾大桥 of 乙市甲湾大桥."""
    return _AREA_BEFORE.sub("", name)


def _front(clean: CleanText) -> list[tuple[int, int]]:
    blocks = clean.headlines()
    return [(block.start, block.end) for block in blocks if not _PRESENT.match(clean.text, block.start, block.end)]


def read_headline(clean: CleanText) -> str:
    """Return the headlines of the text, a line each."""
    return "\n".join(clean.text[start:end] for start, end in _front(clean))


def _worth(name: str, label: str) -> float:
    """Return for how many clauses a name in the headline counts; the bureau of a field reports on its area."""
    of_area = label in ("LOC", "PLACE") or (name.endswith(_BUREAUS) and OF_FIELD.search(name))
    return _NAMED if of_area else OWNS


def _signed(clean: CleanText, mentions: Sequence[Mention]) -> list[tuple[str, str, float]]:
    """Return the organizations whose heads sign the report: 区总工会|主席　边　疆."""
    lines = [(block.start, block.end) for block in clean.headlines("byline")]
    return [
        (clean.surface[name.start : name.end], "ORG", SIGNS)
        for start, end in lines
        for name, post in pairwise(mention for mention in mentions if start <= mention.start < end)
        if name.label == "ORG" and post.label == "TITLE" and post.start == name.end
        if not _REPORTING.match(clean.text, post.start) and not clean.text.endswith(_BUREAUS, name.start, name.end)
    ]


def _systems(clean: CleanText, directory: Directory) -> list[tuple[str, str, float]]:
    """Return what the text calls the courts, unions … of its area taken together: 全市法院, 全市各级工会."""
    if is_decision(clean):
        return []  # they are asked to learn from those whom others honour
    court = directory.body.key if directory.body is not None else ""
    below = directory.region.county is not None or court.endswith(_LOWEST)
    found = [
        match
        for match in _SYSTEM.finditer(clean.text)
        if not (is_above(match["area"], directory) if match["area"] else below)
    ]
    return [
        (clean.surface[match.start() : match.end()], "ORG", _ALL_COURTS if _JUDGES.search(match[0]) else _ALL)
        for match in found[:1]
    ]


def _named_in_headline(clean: CleanText, mentions: Sequence[Mention]) -> list[tuple[str, str, float]]:
    """Return (name, label, worth) of the organizations and places of the headline, each name once.

    The body of somebody with a post there (撰稿：政工科|科员) is worth no more than one that heads a clause. A place
    that is no area (青岚口岸, 石坪遗址) is a PLACE: nothing but the headline makes it what the report is about.
    """
    posts = {mention.start for mention in mentions if mention.label == "TITLE"}
    named: dict[str, tuple[str, str, float]] = {}
    for start, end in _front(clean):
        for mention in mentions:
            if mention.label in ("ORG", "LOC", "EVENT") and start <= mention.start < end:
                name = "".join(clean.surface[mention.start : mention.end].split()).removeprefix("关于")
                name = _said_of_council(clean, _TERM.sub("", name))
                label = "PLACE" if mention.label == "LOC" and not AREA.search(name) else mention.label
                name = _innermost(name) if label == "LOC" else name
                most = 1 if mention.label == "ORG" and mention.end in posts else OWNS
                if _PUBLISHED_BY.match(clean.text, mention.end, end):
                    continue
                if mention.label != "EVENT" or (
                    _is_held(clean, mention) and not _NOTICE.search(clean.text, start, end)
                ):
                    named.setdefault(name, (name, label, min(most, _worth(name, label))))
        if not any(label == "LOC" for _, label, _ in named.values()):
            for match in _TITLE_PLACE.finditer(clean.text, start, end):
                name = clean.surface[match.start("place") : match.end("place")].removeprefix("关于")
                named[name] = (name, "LOC", _NAMED)
    return list(named.values())


def _said_of_council(clean: CleanText, name: str) -> str:
    """Return how a text calls the consultative conference whose name the headline has: 市政协常委会; else the name."""
    said = _COUNCIL_SAID.search(clean.text) if name.endswith("委员会") and _COUNCIL in read_headline(clean) else None
    return said[0] if said else name


def _is_held(clean: CleanText, event: Mention) -> bool:
    """Return whether an event of the headline is one that was held, not one in which the report's body took part."""
    held = _HELD.search(clean.text, event.start, event.end) is not None
    return held and not clean.text.endswith(_TAKES_PART, 0, event.start)


def _last_place(name: str) -> str:
    """Return the innermost of places that lie in one another: 渭阳市 of 陕西省渭阳市."""
    place = read_place(fold_name(name))
    last = place.county or place.city or place.province
    return name[-len(last) :] if last and fold_name(name).endswith(last) else name  # 贵州 stays, though 贵州省 is read


def _innermost(name: str) -> str:
    """Return the village or town that a name with all above it ends in: 梅岗村 of 江西省犹水县黄坑乡梅岗村."""
    return _WITHIN.sub("", name) if _WITHIN.match(name) else _last_place(name)


def _heads_of_clauses(clean: CleanText, heads: Sequence[Head]) -> list[tuple[str, str, float]]:
    """Return (name, label, worth) of the heads of clauses in paragraphs and under headings."""
    starts = [block.start for block in clean.blocks]
    return [
        (_innermost("".join(head.text.split())) if head.label == "LOC" else "".join(head.text.split()), head.label, 1)
        for head in heads
        if head.label not in ("THING", "SPEAKER", "LABEL", "SCENE")
        and (head.label != "EVENT" or _HELD.search(fold_name(head.text)))
        and clean.blocks[bisect_right(starts, head.start) - 1].kind in ("paragraph", "heading")
    ]


def is_above(name: str, directory: Directory) -> bool:
    """Return whether 全国, 全省 … names an area above the report's own."""
    level = WHOLE.match(name)
    region = directory.region
    if level is None or region.own is None or region.named(level[1]) == region.own:
        return False
    rank = 4 if region.town or region.own.endswith(_TOWN_LEVELS) else 3 if region.county else 2 if region.city else 1
    return _RANKS[level[1]] < rank
