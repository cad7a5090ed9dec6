"""Placings in contests: 在全省护理技能大赛中获团体一等奖, 分获理科组二等奖、文科组三等奖, 包揽冠、亚军, 夺冠.

Enters: clean text, its sentences, mentions (EVENT) and award verbs. Leaves: AWARD mentions, one a placing, whose
``parts`` are the stretches that name the contest and the group, and whose ``rank`` is the placing in full.
A placing belongs to the contest whose name stands right before it, else to the last one named in its sentence or the
one before. Next: ``awards`` links them as it links other honours.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import itemgetter

from unionie.frames import Mention, Sentence
from unionie.link.figures.performances import OF_SEX
from unionie.link.honours.contests import CONTEST, LEVEL, SCOPE, Contest, Setting
from unionie.link.honours.cues import find_verbs
from unionie.link.honours.placing_items import BARE, BEHIND, RANK, SHORT, Item, complete, read_items
from unionie.link.honours.ranks import NUMBER, PLACE, TAKEN, TOPS, WINS, WON, ends_name

RULE = "award.placing"
Extent = tuple[int, int]

_CLEFT = re.compile(
    f"(?<![一-鿿0-9A-Za-z“])(?P<name>[^、，。；：！？\\s]{{0,30}}?)(?P<ranks>(?:{SHORT}[、和])*{RANK}(?:[、和]{RANK})*)"
    f"(?=(?:的?得主|的?获得者)(?:(?:分别)?[是为]|(?![，。；、的]))|则?归了?|花落|(?:分别|依次)[是为]"
    f"|(?:是|为(?![了主首止队省国校全]))(?=[^，。；：、]{{2,24}}[，。；、])|(?:{NUMBER}[名个项]，)?(?:则|分别|依次|最终)?[被由][^，。；]{{2,60}}?(?:{TAKEN}|[获夺摘斩捧]))"
)
# The place that persons take in a contest: 甲名列第九; 甲、乙分列第四、第七.
_STANDS = re.compile(
    f"(?:[名位]列|分列)(?P<name>[^、，。；第\n]{{0,10}}?)(?P<ranks>第{NUMBER}[名位]?(?:[、和]第{NUMBER}[名位]?)*)(?=[，。；、）])"
)
_CARRIES = re.compile(".*(?:[了过出](?=[一-鿿]{2})|(?:评|决|角逐|产生)出?$)")  # 他带出了|男子铅球冠军得主
_AFTER_NAME = re.compile("(?:（[^（）\n]{0,20}）)?(?:则|也|分别|双双|并)?")
# 获得前三名的是甲、乙、丙: each character of the words stands for one placing.
_FIRST_OF = re.compile("(前([两二三])名)(?=的?(?:选手|队伍|单位)?(?:分别|依次)?[是为])")
_NUMERALS = "一二三"
# The same where those who took the places stand before the verb: 甲、乙、丙分获团体总分前三名.
_FIRST = re.compile(
    "(?:分获|分列|分别(?:获得|夺得|摘得|取得|名列|位列))了?(?P<name>[^、，。；\n]{0,16}?)(前(?P<count>[两二三])[名位])(?=[，。；])"
)
# A clause that counts what was won before, and one that says what was got: 这是该队又一次|捧杯; 拔得头筹|，获特等奖.
_CLAUSE = 40  # characters
_TOLD_AGAIN = re.compile("(?<![一-鿿])这(?:也|已|已经|更)?是[^，。；]*$")
_TOLD_BEHIND = re.compile(f"，(?:并|一举|成功|最终)?(?:荣获|获得?|斩获|夺得|摘得|捧[得回])[^，。；]{{0,16}}?{RANK}")
_VALUES = str.maketrans("两二三", "223")
_PARTICLE = re.compile(
    "(?:的(?:却|正|就|还|也|都)?是|[了得到下走回过]?(?:个(?=第|[冠亚季]军))?)[“「]?(?:[12][0-9]{3}(?:[—-][0-9]{2,4})?年度?(?=[“「]))?[“「]?"
)
# What only counts or points back before a placing: 本届省运会的首枚|金牌, 该项目|银牌; a count of several is a figure.
_SINGLE = re.compile(
    f"[^“”]*?(?:首|第{NUMBER}|(?<![0-9])1|(?<!十)一)[枚块座]的?(?=[^枚块]*$)|(?:该|这一?个?|本)(?:项目|赛事|项)的?$|(?:宝贵|珍贵|唯一|历史性)的?$"
)
# The words behind a group that say it is what the clause is about: 女子重剑|决赛中, 乒乓球女单|由.
_FINAL = re.compile(
    "(?:(?:总|半)?(?:决赛|金牌赛|争夺战)|项目|赛项|赛道)(?=[中里上，：他她])|(?<=[男女][单双团])(?=[，由])|(?<=混双)(?=[，由])"
)
_EDGE = re.compile(
    "[，。；：、！？）\\s在于]|(?<=[赛会运节杯武演评])[上中里]|[举进]行的|结束的|随后|其中|凌晨|[今昨当][天日晚]|[上下]午的?"
)
# A year before the name of an honour says when it was given.
_YEAR = re.compile("[“]?[12][0-9]{3}(?:[—~至-][0-9]{2,4})?年度?(?=[“一-鿿]{4})")
# A group that is an event by itself where no contest is named.
EVENT = re.compile(
    "男子|女子|男女|混合|公斤级|单打|双打|[男女][单双团]|混双|[0-9]米|接力|全程|半程|跳远|跳高|团体|个人|[男女][篮足排]|组别?的?$"
)
# A group that is a contest of its own where the last contest was one too: 男子跳远 behind 女子跳高比赛.
_DISCIPLINE = re.compile("男子|女子|男女|混合|公斤|[0-9]+(?:公里|千米|米|人)")
# What opens the name of an event of wider games; and the word behind it that says it was held.
_OF_GROUP = re.compile("(?:男子|女子|男女|混合|[一-鿿]{1,3}组(?=[一-鿿0-9]))")
_GAMES = re.compile("(?:运动会|[一-鿿]运会|大赛|锦标赛|比武|马拉松赛?)$")
_HEAT = re.compile("(?:决赛|比赛|赛)$")
_CLASS_MATCH = re.compile("(?<=组)(?:比赛|决赛|项目)$")
# What counts the groups of a list behind them: 钳工、焊工两个工种第一名.
_KINDS = re.compile("等?(?:[两二三四五六七八九十0-9]+)个?(?:工种|项目?|组别|单项|赛项|科目|学科|[枚块座])$")
_BULLET = re.compile("[★☆◎●■▲△□◆◇○▶•※\\s　]+")
# Words that only mean the contest named before: 夺得|大赛|第一名.
_THE_CONTEST = re.compile("(?:本[届次]|[该这]项?|此[次项])?(?:大赛|比赛|赛事|竞赛|比武|赛会)的?")
_LEVEL_ALONE = re.compile("(?:国家|[省市区县州])级?")  # 全国数学联赛|省|一等奖
# A group that opens with a house is a contest of its own: 集团合理化建议.
_HOUSE = re.compile("(?:集团|公司|学校|医院|全[厂校院矿局])[一-鿿]{4}")
# A group that opens with a place is a contest of its own: 椒北区职工创新成果.
_AREA = re.compile("[一-鿿]{2,4}[省市县区州旗盟](?=[一-鿿]{4})")
# Such a group by its level, in another turn of a list or another sentence: 甲获全国大赛金奖；乙获|省社科成果.
_OTHER_LEVEL = re.compile("[省市区县州][一-鿿]{4}")
_OF_ANOTHER = re.compile(f"(?<![获颁评得大等金银铜])奖(?:{PLACE})")
_PLATED = re.compile("(?:[之小]家|单位|集体|企业|基地|工作室|[站岗号村]|窗口|社区)”的?$")  # what gets a plate of metal
_SET = 90  # characters before a placing that its group stands
# An event that a sentence names by itself, and nothing beside it: 男子跳远，甲夺冠; 甲|女子铅球|投出11米，夺冠.
_TOLD = re.compile(
    f"(?<![、和与及])(?:{OF_SEX}|[男女][单双](?=[冠亚季选决])|(?:[男女]子[一-鿿]{{0,4}}|(?<![一-鿿])[一-鿿]{{2,6}})[0-9]{{2,3}}公斤级)"
)


def find_placings(text: str, settings: Sequence[Setting], mentions: Sequence[Mention]) -> list[Mention]:
    """Return an AWARD mention for each placing that a verb gives, in text order.

    ``settings`` are those of ``in_force``.
    """
    ends = [mention.end for mention in mentions if mention.label == "PERSON"]
    found: list[Mention] = []
    for sentence, contests in settings:
        if contests or any(mark in text[sentence.start : sentence.end] for mark in "奖军牌冠魁桂金"):
            found.extend(_sentence_placings(text, sentence, contests, ends))
            found.extend(_standings(text, sentence, contests, ends))
    return sorted(found, key=itemgetter(0))


def _sentence_placings(
    text: str, sentence: Sentence, contests: Sequence[Contest], ends: Sequence[int]
) -> Iterator[Mention]:
    """Yield the placings that verbs give; ``ends`` is where names of persons end."""
    last = sentence.start
    yield from _clefts(text, sentence, contests)
    for verb in find_verbs(text, sentence.start, sentence.end):
        if verb.kind not in ("get", "both") or verb.start < last:
            continue
        won = text[verb.end : verb.end + 1] if text[verb.start : verb.end] in WINS else ""
        end = verb.end + (2 if won == "头" else 1)
        clause = max(sentence.start, verb.start - _CLAUSE)
        if won in WON and (_TOLD_AGAIN.search(text, clause, verb.start) or _TOLD_BEHIND.match(text, end)):
            continue
        if won in WON and BEHIND.match(text, end):
            mention = mention_of(text, Item(verb.end, end, (end, end), WON[won]), contests)
            if mention:
                yield mention
                last = end
            continue
        if text[verb.start : verb.end] in TOPS:
            topped = next((each for each in contests if 0 <= each.start - verb.end <= 1), None)
            if topped:
                yield Mention(topped.start, topped.end, "AWARD", RULE, {"rank": "冠军", "parts": [list(topped)]})
                last = topped.end
                continue
        particle = _PARTICLE.match(text, verb.end)
        items = read_items(text, particle.end() if particle else verb.end, sentence.end)
        bare = next((item for item in items if BARE.fullmatch(item.rank)), None)
        if text[verb.end - 1] == "列" and bare and "总分" not in text[slice(*bare.name)]:
            continue  # 名列全市第三 is a rank
        told = last > sentence.start and not any(last <= each.start < verb.start for each in contests)
        told = told and verb.start not in ends[bisect_left(ends, verb.start) :][:1]  # 甲摘金，乙收获一枚铜牌
        if items and told and _SINGLE.match(text[slice(*items[0].name)]):
            continue  # said again: 折桂，为母校赢得首枚金牌
        mentions = [mention_of(text, item, contests) for item in items]
        if items and all(mentions):
            yield from (mention for mention in mentions if mention)
            last = items[-1].end


def _clefts(text: str, sentence: Sentence, contests: Sequence[Contest]) -> Iterator[Mention]:
    """Yield the placings that a clause is about: 女子组冠军归甲队，亚军得主是乙队; the group holds on."""
    group = (0, 0)
    for match in _CLEFT.finditer(text, sentence.start, sentence.end):
        verb = _CARRIES.match(match.group("name"))
        own = match.start("name") + (verb.end() if verb else 0), match.end("name") - match.group("name").endswith("的")
        group = own if match.group("name") or group == (0, 0) else group
        pieces = list(re.finditer("[^、和]+", match.group("ranks")))
        for rank in pieces:
            start, end = (match.start("ranks") + at for at in rank.span())
            start = start if rank.start() else own[0] if verb else match.start()
            whole = complete(rank.group(), pieces[-1].group())
            mention = mention_of(text, Item(start, end, group, whole), contests)
            if mention:
                yield mention
    for match in (
        *_FIRST_OF.finditer(text, sentence.start, sentence.end),
        *_FIRST.finditer(text, sentence.start, sentence.end),
    ):
        yield from _first_places(text, match, contests)


def _first_places(text: str, match: re.Match[str], contests: Sequence[Contest]) -> Iterator[Mention]:
    """Yield a placing for each character of 前三名."""
    named = "name" in match.re.groupindex
    words, count = (2, match.group("count")) if named else (1, match.group(2))
    for place, number in enumerate(_NUMERALS[: int(count.translate(_VALUES))]):
        start = match.start(words) + place
        group = match.span("name") if named else (start, start)
        mention = mention_of(text, Item(start, start + 1, group, f"第{number}名"), contests)
        if mention and start < match.end(words):
            yield mention


def _standings(text: str, sentence: Sentence, contests: Sequence[Contest], ends: Sequence[int]) -> Iterator[Mention]:
    """Yield the places that persons take; ``ends`` is where their names end."""
    for match in _STANDS.finditer(text, sentence.start, sentence.end):
        at = bisect_left(ends, match.start() + 1)
        if not at or _AFTER_NAME.fullmatch(text, ends[at - 1], match.start()) is None:
            continue
        for rank in re.finditer("第[^、和]+", match.group("ranks")):
            start = match.start("ranks") + rank.start()
            mention = mention_of(
                text, Item(start, start + len(rank.group()), match.span("name"), rank.group()), contests
            )
            if mention:
                yield mention


def _trimmed(text: str, item: Item) -> Item:
    """Return the placing without what only counts or joins in the words before it: 首枚|, 的|, |两个工种."""
    start, end = item.name
    bullet = _BULLET.match(text, start, end)
    start = bullet.end() if bullet else start
    start += text.startswith("的", start, end)
    single = _SINGLE.match(text[start:end])
    start += single.end() if single else 0
    counted = _KINDS.search(text[start:end])
    return item._replace(name=(start, start + counted.start() if counted else end))


def mention_of(text: str, item: Item, contests: Sequence[Contest]) -> Mention | None:
    """Return the mention of a placing, or None where no contest is known to which it belongs."""
    item = _trimmed(text, item)
    if item.start >= item.end:
        return None
    group = text[slice(*item.name)]
    at = bisect_left(contests, item.start + 1, key=lambda contest: contest.end)
    if _THE_CONTEST.fullmatch(group) or _LEVEL_ALONE.fullmatch(group):
        item, group = item._replace(name=(item.name[1], item.name[1])), ""
    if item.rank.endswith("牌") and _PLATED.search(group):
        return None
    if "该项目" in group and not group.startswith("该"):
        return None
    if group.removesuffix("的").endswith("”") and item.rank.startswith(("最", "优", "桂")):
        return None  # “甲马”最佳服务奖, “省技术能手”桂冠 are honours of their own
    parts: list[Extent] = []
    opening = group.rfind("“")
    if opening > 0 and "”" not in group[opening:]:
        first = item.name[0] + opening + 1
        start = first if item.start < first < item.end else item.start  # “甲标兵”和“|乙奖金奖
        item = item._replace(start=start, name=(first, item.name[1]))
        group = text[slice(*item.name)]
    elif opening > 0 and group.endswith("”") and not LEVEL.fullmatch(group[:opening]):
        return None
    inside = at < len(contests) and item.name[0] <= contests[at].start < item.name[1]
    wide = _wide(text, contests[:at]) if _OF_GROUP.match(group) else None
    if wide and (_GAMES.search(text, *wide) or not inside):
        parts = [(wide.start, wide.end), item.name]
    elif _is_own(group) or inside:
        parts = [item.name]
    else:
        earlier = contests[at - 1] if at else None
        if earlier and text[earlier.end - 1] == "奖" and _OF_ANOTHER.search(text, earlier.end, item.start):
            return None  # 科学技术奖揭晓…甲获科技进步奖一等奖，乙获|二等奖
        item, earlier = _with_event(text, item, earlier, contests[:at])
        group = text[slice(*item.name)]
        if not group:
            item = item._replace(name=_group_before(text, earlier.end if earlier else 0, item.start))
            group = text[slice(*item.name)]
        alone = bool(group) and earlier is not None and _is_apart(text, earlier, item)
        if earlier and not alone:
            parts = [(earlier.start, earlier.end)]
            if group:
                parts.append(item.name)
        elif group and (alone or EVENT.search(group)):
            parts = [item.name]
    if not parts:
        return None
    if ends_name("".join(text[slice(*part)] for part in parts), item.rank):
        return None
    rank = "冠军" if item.rank == "桂冠" else item.rank
    if _CLASS_MATCH.search(text, *parts[-1]):
        parts[-1] = (parts[-1][0], parts[-1][1] - 2)  # 焊工组|比赛
    year = _YEAR.match(text, *parts[0])
    if year:
        parts[0] = (year.end(), parts[0][1])
    return Mention(item.start, item.end, "AWARD", RULE, {"rank": rank, "parts": [list(part) for part in parts]})


def _with_event(
    text: str, item: Item, earlier: Contest | None, contests: Sequence[Contest]
) -> tuple[Item, Contest | None]:
    """Return a placing that names no group with the event named last before it, and the games that it is part of."""
    if item.name[0] < item.name[1]:
        return item, earlier
    told = _event_told(text, earlier.end if earlier else 0, item.start)
    wide = _wide(text, contests) if earlier and (told or _OF_GROUP.match(text, *earlier)) else None
    if told:
        return item._replace(name=told), wide
    if wide and earlier:
        heat = _HEAT.search(text, *earlier)
        return item._replace(name=(earlier.start, heat.start() if heat else earlier.end)), wide
    return item, earlier


def _is_apart(text: str, earlier: Contest, item: Item) -> bool:
    """Tell whether the group of a placing is a contest of its own beside the one named before."""
    group = text[slice(*item.name)]
    if _OTHER_LEVEL.match(group) and any(mark in text[earlier.end : item.start] for mark in "；。"):
        return True
    return _DISCIPLINE.search(group) is not None and _DISCIPLINE.search(text, *earlier) is not None


def _wide(text: str, contests: Sequence[Contest]) -> Contest | None:
    """Return the last contest that is no heat or event of another one: the games, the race, the competition."""
    return next((each for each in reversed(contests) if not _DISCIPLINE.search(text, *each)), None)


def _group_before(text: str, start: int, end: int) -> Extent:
    """Return the stretch of the group that the words behind the contest set: 在|女子重剑|决赛中; empty without one."""
    first = max(start, end - _SET)
    group = (end, end)
    for match in _FINAL.finditer(text, first, end):
        edges = [edge.end() for edge in _EDGE.finditer(text, first, match.start())]
        begin = edges[-1] if edges else start
        told = first <= begin and EVENT.search(text, begin, match.start())
        group = (begin, match.start()) if told else (end, end)
    return group


def _event_told(text: str, start: int, end: int) -> Extent | None:
    """Return the event that the words of the sentence between a contest and a placing name last."""
    first = max(start, end - _SET, text.rfind("。", start, end) + 1, text.rfind("\n", start, end) + 1)
    told = list(_TOLD.finditer(text, first, end))
    alone = told and text[told[-1].end()] not in "、和与及" and _group_before(text, start, end)[1] != told[-1].end()
    return told[-1].span() if alone else None


def _is_own(group: str) -> bool:
    """Tell whether the words before a placing name an honour or contest of their own: 全省农信系统目标考核."""
    bare = group.strip("“”「」")
    opens = SCOPE.match(bare) or _AREA.match(bare) or _HOUSE.match(bare)
    return len(bare) >= 5 and (CONTEST.search(bare) is not None or opens is not None or bare.endswith("奖"))
