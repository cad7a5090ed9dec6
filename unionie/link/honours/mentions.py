"""The honours of a text completed: those that no mention covers, names made whole, words that stand for them.

Enters: AWARD mentions and clean text. Leaves: AWARD mentions in text order. Next: ``names`` groups them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache

from unionie.dictionary import plain_jieba
from unionie.frames import Mention
from unionie.link.honours.headings import names_honour
from unionie.link.honours.names import strip_marks
from unionie.link.honours.placings import RULE as PLACED
from unionie.link.honours.unmarked_honours import find_honours
from unionie.rules import load_table

Extent = tuple[int, int]

_QUOTED = re.compile(
    "(?=[“全自省市区县州])(?:(?:全国|全省|全市|全区|全县|全州|自治区|[省市区县州])(?!“(?:国家|[省市县区]级|全[国省市县区])))?“[^“”\n，。；]{2,40}”"
    "(?=(?:[、和及]?(?:全国|全省|全市|[省市区县])?“[^“”\n]{2,40}”)*"
    "(?:、[^“”，。；]{2,20}“[^“”\n]{2,20}”)*"
    "等?(?:多[项个]|[0-9一二两三四五六七八九十]+[项个])?(?:(?:光荣|国家荣誉|荣誉)?称号|金字招牌|殊荣))"
)
# Seats that somebody is elected to.
_SEAT = re.compile("(?:人大|党|团|大会|政协|职工|妇女|会员)(?:代表|委员|常委)$")
# What a line that ends inside a name leaves of it.
_BROKEN = re.compile("(?:全国|全省|全市|[省市区县])[一-鿿]{0,2}\n")
# How an obituary calls members of the party.
_MEMBER = re.compile("(?:中国共产党的?)?(?:优秀|忠诚)的?(?:中国)?(?:共产)?党员")
_PARTY = re.compile("(?:中国共产|[我的])?党的?$")
_DIES = re.compile("逝世|病逝|辞世|与世长辞|去世")
_SEVERAL = re.compile(
    "(?:共|各)?(?!(?<=[功奖])1次)[0-9]+余?[项次枚块件篇]|(?<=功)[0-9]+余?[个人名]"
)  # 获国家科学技术进步奖|2项 is a figure
# Words for the honour named before: 均被授予这一称号, 第三次捧得这块牌匾.
_THIS_HONOUR = re.compile(
    "(?:获得?|授予|捧得|捧回|摘得|赢得|评上)了?((?:这[一项块个]?|该|此[一项]?|同一)(?:荣誉)?(?:称号|荣誉|殊荣|奖项|牌匾|奖牌))(?=[，。；、！])"
)
# What counts the honours of a list, or carries them, behind the last of them: 最佳电影、最佳摄影|两项大奖.
_VESSEL = re.compile("(?:[一两二三四五六七八九十多0-9]{1,2}[项个]?(?:大奖|奖项|荣誉|称号)|(?<=[城县区）])奖[杯牌])$")
_NEAR = 200
_QUOTED_BEHIND = re.compile("“[^“”\n，。]{2,24}”")
_ONE_OF = re.compile("(?:首|第[一二三四五六七八九十0-9]+)[枚块]")  # a medal counted, not named
# Words for honours in general.
_GENERIC = re.compile(
    "国家荣誉称号|荣誉称号|勋章奖章|国家荣誉|国家勋章"
    "|(?:国家|[省市区县州]|自治区)级(?:及?以上[一-鿿]*|的?(?:荣誉|表彰|文明|先进|奖励|奖项)(?:称号)?)"
)
# How a sentence goes on behind the marked name of what wins something.
_SUBJECT = re.compile(
    "”(?:项目|成果|作品|课题|品牌|节目|案例|平台|工程)?(?:等[0-9一二三四五六七八九十]+[项件部个])?"
    "(?:再次|先后|又|均|也|还)*(?:荣获|获(?!得者|奖者)|夺得|摘得|斩获|被评)"
)
_CONTINUED = re.compile(
    "[”」]?(?:（[^（）\n]{1,10}）)?(?:[、和及]|以及)(?:[一-鿿]{2,12}[部局厅委会府院署处社])?((?:全国|全省|全市|[一-鿿]{2,4}[省市县区]|[省市区县])?“[^“”\n，。；]{2,24}”)"
)
_LEVELLED = re.compile(
    "(?:评为|命名为|获评|评选为|表彰为|荣获|荣膺|被授予)((?:全国|全省|全市|全区|全县|国家级|省级|市级|区级|县级|[一-鿿]{2,3}[省市])"
    "(?:[一-鿿]|“[^“”\n，。]{1,12}”){3,20}?)(?=[，。；、）]|之?后[，又]|等?荣誉|等?称号)(?<!批准)(?<!支持)(?<!关注)(?<!肯定)(?<!通过)(?<!优秀)(?<!良好)"
)
# A place by its name, not the end of a verb: 湖南省、|衡阳市五一劳动奖章.
_PLACE = "(?:(?![选获评授为得膺予])[一-鿿]){2,3}[省市县区]"
_LEVEL_WORD = re.compile(f"全国|全省|全市|国家|{_PLACE}|[省市区县]")
_LEVELS = re.compile(f"(?:(?:全国|全省|全市|国家级?|[省市区县]级?|{_PLACE})[、和])+$")
_BARE_LEVELS = re.compile(
    "((?:(?:全国|全省|全市|国家级?|[省市区县]级?)[、和])+)(?:全国|全省|全市|国家级?|[省市区县]级?)$"
)
_LEVEL = re.compile("全国|全省|全市|国家|[省市区县](?![一-鿿]?[市县区])")
_OF_PLACE = re.compile(f"{_PLACE}(?![一-鿿]?[市县区])")
# A placing alone, which takes the name of the honour before it: 甲获银奖.
_BARE_PLACING = re.compile("获得?([金银铜优特一二三]等?奖)(?=[，。；、）\n])")
# The end of the name of a body that gives an honour.
_GRANTS = re.compile("[部局厅委会府院办署处联盟社](?:授予|颁[发赠])?[“]?$|[颁授定]$|届[“]?$")
_SCOPE_BEFORE = re.compile(
    "((?:全[国省市区县州旗盟](?:[一-鿿]{2,4}(?:系统|行业|战线|机关|法院)|(?:检察|公安|教育|卫生|税务|法院|供电|铁路|邮政|金融|交通|工会|妇联|消防|民政|司法)(?:系统|行业|战线|机关)?)?|(?![选获授评为得膺予])[一-鿿]{2,3}[省市县]|自治[区州]|(?<![我本该各地城社园小])[省市区县州]|集团公司|集团|公司)(?:第[一二三四五六七八九十0-9]+届|首届)?)[“「]$"
)
_HOUSE = ("集团", "公司")
_FAR = 6  # characters before such a word
_RARE = re.compile("(?:全[国省市区县州旗盟]|国内|世界)?(?:首[个批家项]|唯一)的?(?=[一-鿿“]{4})")
_TO_HOUSE = re.compile("(?:集团公司|公司|集团|学校|医院|学院)(?=“)")
_HANDED_TO = ("授予", "追授", "颁给", "授给", "颁予")
_NEXT = re.compile("[一-鿿]{2,8}(?:[镇乡村]|街道|社区)“")
_LABEL = re.compile("(?:^|[\n　。；])([一-鿿]{1,6})(?<![获为得选])\\Z")


def without_subjects(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions without marked names that only look like honours: “某书屋”项目|获…, “某研究”等8项|获…."""
    return [
        each
        for each in mentions
        if each.label != "AWARD" or each.rule != "learned" or _SUBJECT.match(text, each.end) is None
    ]


def complete_awards(text: str, awards: list[Mention], placed: Sequence[Mention] = ()) -> list[Mention]:
    """Return the awards with those added that no mention covers, in text order; ``placed`` win over what they touch.

    Quoted names before 称号; quoted names that go on a list (全国模范教师、安徽省“江淮好教师”); names that begin with a
    level behind 评为, 命名为, 荣获; level words that share a name (市、省、全国五一劳动奖章).
    """
    awards = [
        award._replace(end=award.end - 1, attrs={}) if text.startswith("后，", award.end - 1) else award
        for award in awards
        if not _GENERIC.fullmatch(text, award.start, award.end)
        and not _SEAT.search(text, award.start, award.end)
        and not _ONE_OF.search(text, award.start, award.end)
        and not _BROKEN.fullmatch(text, award.start, award.end + 1)
        and not _opens_obituary(text, award)
    ]
    awards = [
        _with_board(text, _with_quoted(text, _without_first(text, _without_next(text, award)))) for award in awards
    ]
    awards = _scopes_shared(text, [_labelled(text, _scoped(text, award)) for award in awards])
    taken = [(award.start, award.end) for award in placed]
    awards = sorted([*placed, *uncovered_by(taken, awards)], key=lambda award: award.start)
    found = list(awards)
    ends = {award.end for award in awards}
    if any(word in text for word in ("称号", "金字招牌", "殊荣")):
        quoted = _uncovered((m.span() for m in _QUOTED.finditer(text)), found, "award.quoted")
        found += [_scoped(text, each) for each in quoted]
    if any(text[end : end + 1] in ("”", "」", "、", "和", "及", "以") for end in ends):
        found += _uncovered(
            (m.span(1) for m in _CONTINUED.finditer(text) if m.start() in ends), found, "award.continued"
        )
    found += _uncovered((match.span(1) for match in _LEVELLED.finditer(text)), found, "award.levelled")
    found += _uncovered((match.span(1) for match in _BARE_PLACING.finditer(text)), found, "award.bare")
    formed = {each[:2]: each for each in find_honours(text)}
    found = _made_whole(text, found, [stretch for stretch, each in formed.items() if each.rank is None])
    for mention in _uncovered(formed, found, "award.formed"):
        rank = formed[mention.start, mention.end].rank
        name = text[mention.start : mention.end - len(rank or "")]
        found.append(mention._replace(attrs={"rank": rank, "name": strip_marks(name)} if rank else {}))
    found += _meant(text, found)
    found = [each for each in found if not (_SEVERAL.match(text, each.end) or _GENERIC.fullmatch(text, *each[:2]))]
    found = [_with_province(text, _without_vessel(text, award)) for award in found]
    return sorted(_each_level(text, awards, found), key=lambda m: m.start)


def _opens_obituary(text: str, award: Mention) -> bool:
    """Tell whether a phrase about the dead is meant, no honour: 中国共产党的|优秀党员|、某厂原厂长甲，因病逝世."""
    if not _MEMBER.fullmatch(text, award.start, award.end):
        return False
    line = text.rfind("\n", 0, award.start) + 1
    opens = not text[line : award.start].strip(" 　“") and _DIES.search(text, award.end, award.end + _NEAR) is not None
    return opens or _PARTY.search(text, max(line, award.start - 6), award.start) is not None


def _without_first(text: str, award: Mention) -> Mention:
    """Return the award without the words that say how rare it is: 全省首个|联合国家园奖."""
    first = _RARE.match(text, award.start, award.end)
    return award._replace(start=first.end(), attrs={}) if first else award


def _without_next(text: str, award: Mention) -> Mention:
    """Return the award without who gets it: 授予甲村“A”、乙镇|“B”, 授予|公司“C”."""
    house = _TO_HOUSE.match(text, award.start, award.end) if text.endswith(_HANDED_TO, 0, award.start) else None
    if house:
        return award._replace(start=house.end(), attrs={})
    named = _NEXT.match(text, award.start, award.end) if text[award.start - 2 : award.start] == "”、" else None
    return award._replace(start=named.end(), attrs={}) if named else award


def _without_vessel(text: str, award: Mention) -> Mention:
    """Return the award without the count of its list or what it is handed over as."""
    vessel = _VESSEL.search(text, award.start + 3, award.end) if award.rule != PLACED else None
    return award._replace(end=vessel.start(), attrs={}) if vessel else award


def _with_province(text: str, award: Mention) -> Mention:
    """Return the award with the province whose last character opens its mention: 河南|省“五星市场监管所”."""
    if not text.startswith("省", award.start):
        return award
    start = next((award.start - n for n in (3, 2) if text[max(0, award.start - n) : award.start] in _provinces()), None)
    return award if start is None else award._replace(start=start, attrs={})


@cache
def _provinces() -> frozenset[str]:
    """Return the short names of provinces."""
    return frozenset(next(row["words"].split() for row in load_table("places") if row["id"] == "short"))


def _with_quoted(text: str, award: Mention) -> Mention:
    """Return a mention that only says of whom the honour behind it is, made whole: 全市法院|“枫桥式人民法庭”."""
    quoted = _QUOTED_BEHIND.match(text, award.end)
    if quoted is None or names_honour(text[award.start : award.end]):
        return award
    return award._replace(end=quoted.end(), attrs={})


def _with_board(text: str, award: Mention) -> Mention:
    """Return an award with the board that it is written on: 中国好人|榜."""
    board = text.startswith("榜", award.end) and text.endswith("好人", award.start, award.end)
    return award._replace(end=award.end + 1, attrs={}) if board else award


def _meant(text: str, found: Sequence[Mention]) -> list[Mention]:
    """Return the words that stand for the honour named last, with its name: 均被授予|这一称号."""
    ordered = sorted(found, key=lambda award: award.end)
    meant = []
    for match in _THIS_HONOUR.finditer(text):
        at = bisect_left(ordered, match.start(1), key=lambda award: award.end)
        last = ordered[at - 1] if at else None
        if last and match.start() - last.end < _NEAR and last.rule != PLACED:
            name = str(last.attrs.get("name") or text[last.start : last.end])
            meant.append(Mention(*match.span(1), "AWARD", "award.meant", {"name": strip_marks(name)}))
    return meant


def _scoped(text: str, award: Mention) -> Mention:
    """Return the award with the level word before its quotation mark in its name: 集团“鲁工匠人” → 集团鲁工匠人."""
    own = strip_marks(text[award.start : award.end])
    opening = award.start + (text[award.start] in "“「")
    scope = _SCOPE_BEFORE.search(text, max(0, award.start - 12), opening)
    if (
        scope is None
        or (scope.group(1).startswith(_HOUSE) and _ends_name(text, scope.start()))
        or _LEVEL.match(own)
        or _OF_PLACE.match(own)
        or strip_marks(str(award.attrs.get("name") or own)) != own
    ):
        return award
    return award._replace(attrs={**award.attrs, "name": scope.group(1) + own})


def _ends_name(text: str, start: int) -> bool:
    """Tell whether 公司 at ``start`` ends a name and says no level: 某某|公司“X”, not 保持|公司“X”."""
    before = text[max(0, start - _FAR) : start]
    if before.endswith(("分", "子", *_HANDED_TO)):
        return True  # 市总工会授予|公司“X”: whom it is given to
    if not before or not "一" <= before[-1] <= "鿿":
        return before.endswith("）")
    return plain_jieba().tag(before)[-1][1][:1] not in ("v", "p", "d", "u", "c")


def _scopes_shared(text: str, awards: Sequence[Mention]) -> list[Mention]:
    """Return the awards with the level word of the quoted name right before: 自治州“工人先锋号”“五一巾帼标兵岗”."""
    whole: list[Mention] = []
    for award in awards:
        own = strip_marks(text[award.start : award.end])
        scope = _scope_of(text, whole[-1], award.start) if whole and award.attrs.get("name", own) == own else ""
        shared = scope and not _LEVEL.match(own)
        whole.append(award._replace(attrs={**award.attrs, "name": scope + own}) if shared else award)
    return whole


def _scope_of(text: str, last: Mention, start: int) -> str:
    """Return the level word before the quotation marks of an honour right behind which another is quoted, else ''."""
    if text[last.end : start] not in ("”“", "”", "“"):
        return ""
    name = str(last.attrs.get("name") or strip_marks(text[last.start : last.end]))
    opening = text.find("“", last.start, last.end) + 1
    shown = strip_marks(text[max(opening, last.start) : last.end])
    return name[: -len(shown)] if name.endswith(shown) else ""


def _labelled(text: str, award: Mention) -> Mention:
    """Return the award with the words of its label that its mention left out: 特级|劳动模范：甲."""
    if text[award.end : award.end + 1] not in ("：", ":"):
        return award
    label = _LABEL.search(text, max(0, award.start - 16), award.start)
    return award._replace(start=label.start(1), attrs={}) if label else award


def _each_level(text: str, awards: Sequence[Mention], found: list[Mention]) -> list[Mention]:
    """Return ``found`` with an honour for each level word that shares its name: 市、省、全国五一劳动奖章."""
    more = list(found)
    for award in awards:
        bare = strip_marks(text[award.start : award.end])
        base = _LEVEL.match(bare) or _OF_PLACE.match(bare)
        whole = _BARE_LEVELS.search(text, max(0, award.start - 14), award.start)
        shared = _LEVELS.search(text, max(0, award.start - 12), award.start)
        if whole and not base:
            last = whole.end(1)
            more.remove(award)
            more.append(award._replace(start=last, attrs={"name": text[last : award.start] + bare}))
            shared, rest = whole, bare
        elif shared and base:
            last, rest = shared.end(), bare[base.end() :]
        else:
            continue
        more.extend(
            Mention(word.start(), word.end(), "AWARD", "award.levels", {"name": word.group() + rest})
            for word in _LEVEL_WORD.finditer(text, shared.start(), last)
        )
    return more


def _made_whole(text: str, awards: Sequence[Mention], phrases: Iterable[Extent]) -> list[Mention]:
    """Return the awards, those that leave out a part of what their verb governs made whole: 油田|公司劳动模范."""
    ordered = sorted(phrases)
    whole = []
    for award in awards:
        at = bisect_left(ordered, (award.start + 1, 0)) - 1
        start, end = ordered[at] if at >= 0 else (award.end, award.end)
        covers = start <= award.start and award.end <= end and (start, end) != (award.start, award.end)
        if not covers or award.rule == PLACED:
            whole.append(award)
            continue
        lead = text[start : award.start]
        quoted = text[start - 1 : start] == "“" and text[end : end + 1] == "”"
        firm = lead and not quoted and (_LEVEL.match(text, award.start) or _GRANTS.search(lead))
        whole.append(award if firm else award._replace(start=start, end=end, attrs={}))
    return whole


def uncovered_by(taken: Sequence[Extent], awards: Sequence[Mention]) -> list[Mention]:
    """Return the awards that touch none of the stretches ``taken``, which are in text order."""
    free = []
    for award in awards:
        at = bisect_left(taken, award.end, key=lambda stretch: stretch[0])
        if at == 0 or taken[at - 1][1] <= award.start:
            free.append(award)
    return free


def _uncovered(stretches: Iterable[Extent], awards: Sequence[Mention], rule: str) -> list[Mention]:
    """Return mentions of the stretches that none of ``awards`` touches."""
    ordered = sorted(awards, key=lambda award: award.start)
    starts = [award.start for award in ordered]
    found = []
    for start, end in stretches:
        at = bisect_left(starts, end)
        if at == 0 or ordered[at - 1].end <= start:
            found.append(Mention(start, end, "AWARD", rule, {}))
    return found
