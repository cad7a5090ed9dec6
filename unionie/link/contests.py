"""Placings in contests: 在全省护理技能大赛中获团体一等奖, 分获理科组二等奖、文科组三等奖, 包揽冠、亚军.

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
from typing import NamedTuple

from unionie.frames import Mention, Sentence
from unionie.link.award_cues import find_verbs

RULE = "award.placing"
Extent = tuple[int, int]

_NUMBER = "[一二三四五六七八九十0-9]{1,3}"
_FULL = (
    f"(?:特等奖|[特一二三四五]等功?奖|[金银铜]质?[奖牌]|冠军|亚军|季军|殿军|第{_NUMBER}名|头名|特优|优等奖?"
    "|(?:优秀|优胜|优异|鼓励|提名|入围|最佳[一-鿿]{2,4})奖)"
)
# A placing that shares its end with the next one of the list: 第一、二、三名; 冠、亚军; 一、二等奖; 金、银牌.
_SHORT = f"(?:第?{_NUMBER}|[特一二三](?:等)?|[冠亚季]|[金银铜])"
_PIECE = re.compile(f"(?P<name>[^、，。；：！？\n]*?)(?P<rank>{_FULL})")
_LAST = re.compile(f"(?P<name>)(?P<rank>{_NUMBER}名)")
_OPEN = re.compile(f"(?P<name>[^、，。；：！？\n]*?)(?P<rank>{_SHORT})?")
_CLEFT = re.compile(
    f"(?<![一-鿿0-9A-Za-z“])(?P<name>[^、，。；：！？\\s]{{0,16}}?)(?P<rank>{_FULL})(?=(?:的?得主|的?获得者)(?:分别)?[是为]|归|花落)"
)
# The place that persons take in a contest: 甲名列第九; 甲、乙分列第四、第七.
_STANDS = re.compile(
    f"(?:[名位]列|分列)(?P<name>[^、，。；第\n]{{0,10}}?)(?P<ranks>第{_NUMBER}[名位]?(?:[、和]第{_NUMBER}[名位]?)*)(?=[，。；、）])"
)
_AFTER_NAME = re.compile("(?:（[^（）\n]{0,20}）)?(?:则|也|分别|双双|并)?")
# 获得前三名的是甲、乙、丙: each character of the words stands for one placing.
_FIRST_OF = re.compile("(前([两二三])名)(?=的?(?:选手|队伍|单位)?(?:分别|依次)?[是为])")
_NUMERALS = "一二三"
_VALUES = str.maketrans("两二三", "223")
_JOIN = re.compile("、|和(?!谐)|与|及|以及")
# What may stand behind the placing; a count makes it a figure.
_BEHIND = re.compile(
    "[”’」』》）]?(?:的?(?:好|优秀|骄人|可喜)?(?:成绩|佳绩|殊荣|称号|荣誉|奖项|奖牌|奖杯|奖励|桂冠|名次)|[（(][^（）()\n]{0,24}[）)])?"
    "(?=[，。；、！？（”\n　]|$|并|且|和|与|，|而|后|—|、|成为|被|获|再|刷新|的(?!获))"
)
_COUNTED = re.compile(f"[”」]?[共各]?(?:{_NUMBER}|[百千两数多])(?:余|多)?[项个名人件篇次枚块组家部幅人套座]")
_PARTICLE = re.compile("[了得到下走回过]?[“「]?(?:[12][0-9]{3}(?:[—-][0-9]{2,4})?年度?(?=[“「]))?[“「]?")
_CONTEST = re.compile(
    "(?:[大竞比决联技]赛|锦标赛|邀请赛|挑战赛|公开赛|巡回赛|擂台赛|对抗赛|选拔赛|[一-鿿]{2}赛|比武|运动会|[省市区县校]运会|[冬夏全亚奥残青]+运会"
    "|展评|展演|汇演|会演|征文|博览会|艺术节|评选|评比|考核|评鉴|测评|杯(?=[中上”男女团个第冠亚季特青少成])|[一-鿿]{2}节(?=[上中夺获摘勇特一二三金银铜冠亚优]|落下|[闭开]幕|举[行办]|圆满|昨))"
    "(?![事场道况车程区制后前绩队点项]|领导|办公|成绩|工作|培训|标准|活动方案)"
)
# A word of each of its forms: a quick look for sentences that can name one.
_HINT = re.compile(
    "[赛比运展汇会征博艺评考测杯节](?:(?<=[赛杯节])|(?<=比)武|(?<=运)动?会|(?<=展)[评演]|(?<=[汇会])演|(?<=征)文|(?<=博)览会|(?<=艺)术节|(?<=评)[选比鉴]|(?<=考)核|(?<=测)评)"
)
# Events that give prizes though their names tell of no contest.
_FESTIVAL = re.compile("(?:[一-鿿]{2}节|展|博览会|论坛)$")
_NO_CONTEST = re.compile("(?:参赛|复赛|初赛|预赛|决赛|赛事|本赛|届赛|半决赛|我们赛|次赛|劳动竞赛|技术比武)$")
# Where the name of a contest begins: behind a mark, a preposition or a verb of taking part, holding or winning.
_BEFORE = re.compile(
    "[，。；：、！？\\n　（）]|[0-9]{1,2}[.．]|[0-9]{1,2}[月日](?:[底初中]?的)?|[今去前]年的?"
    "|(?:参加|参与|参赛|出席|举办|主办|举行|组织|承办|协办|开展|通报|公布|揭晓|出战|征战|亮相|角逐"
    "|代表[^，。]{1,10}?(?=全|第|[省市])|荣获|获得|[获夺摘捧拿取赢]得?[了回下走]?|斩获|包揽|评为|蝉联|卫冕|问鼎)(?:了|的)?"
    "|在(?![职校岗线])|于|(?<=[赛办行加织])的|[是为将把被]|的(?=全[国省市区县州]|第[一二三四五六七八九十0-9]|首届|[省市])"
)
# A time and a verb that a mention of a contest may begin with: 第二季度举办|急救技能比武.
_HELD = re.compile("[^，。；“”]{0,8}?(?:举办|举行|组织|开展|承办|主办)了?")
_EDITION = re.compile("第[一二三四五六七八九十0-9]+届$|首届$")
_LONGEST_EDITION = 12  # characters: all of a long sentence is not searched for each contest
_SCOPE = re.compile("全[国省市区县州旗校院局]|国家|中国|世界|亚洲|第[一二三四五六七八九十0-9]+届|首届|[12][0-9]{3}年")
# The level or sponsor that may stand before the marked name of a contest.
_LEVEL = re.compile(
    "(?:[12][0-9]{3}年度?)?(?:全[国省市区县州旗]|[一-鿿]{2,7}[省市区县州旗盟]|[省市区县州校]|“[^“”\n]{2,12}”|[一-鿿]{2}杯)+"
)
# A year before the name of an honour says when it was given.
_YEAR = re.compile("[“]?[12][0-9]{3}(?:[—~-][0-9]{2,4})?年度")
# A group that is an event by itself where no contest is named.
_EVENT = re.compile("男子|女子|男女|混合|公斤级|单打|双打|混双|[0-9]米|接力|全程|半程|跳远|跳高|团体|个人|组$")
# A group that is a contest of its own where the last contest was one too: 男子跳远 behind 女子跳高比赛.
_DISCIPLINE = re.compile("男子|女子|男女|混合|公斤|[0-9]+(?:公里|千米|米|人)")
# What counts the groups of a list behind them: 钳工、焊工两个工种第一名.
_KINDS = re.compile("等?(?:[两二三四五六七八九十0-9]+)个?(?:工种|项目|组别|单项|赛项|科目|学科)$")
_CARRIED = 2
_FAR = 260


class Contest(NamedTuple):
    """The stretch of a contest's name."""

    start: int
    end: int


class _Item(NamedTuple):
    """One placing of a list: its stretch, the stretch of the words that name its group, and the placing in full."""

    start: int
    end: int
    name: Extent
    rank: str


def find_placings(text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> list[Mention]:
    """Return an AWARD mention for each placing that a verb gives, in text order; sentences and mentions are sorted."""
    events = [mention for mention in mentions if mention.label == "EVENT"]
    ends = [mention.end for mention in mentions if mention.label == "PERSON"]
    found: list[Mention] = []
    recent: list[tuple[int, Contest]] = []
    for number, sentence in enumerate(sentences):
        here = find_contests(text, sentence.start, sentence.end, events)
        recent = [each for each in recent if number - each[0] <= _CARRIED and _same(sentences, each[0], number)]
        recent.extend((number, contest) for contest in here)
        if recent or any(mark in text[sentence.start : sentence.end] for mark in "奖军牌"):
            contests = [contest for _, contest in recent]
            found.extend(_sentence_placings(text, sentence, contests))
            found.extend(_standings(text, sentence, contests, ends))
    return sorted(found, key=itemgetter(0))


def _same(sentences: Sequence[Sentence], one: int, other: int) -> bool:
    return sentences[one].block == sentences[other].block


def find_contests(text: str, start: int, end: int, events: Sequence[Mention] = ()) -> list[Contest]:
    """Return the contests that ``start:end`` names, marked as events or told by their form, in text order."""
    found: list[Contest] = []
    for match in _CONTEST.finditer(text, start, end) if _HINT.search(text, start, end) else ():
        at = bisect_left(events, match.end(), key=itemgetter(1))
        if at < len(events) and events[at].start < match.start() and events[at].end <= match.end() + 2:
            first = _begin(text, start, match.start())
            level = first < events[at].start and _LEVEL.fullmatch(text, first, events[at].start)
            whole = level or text[first : events[at].start] == "全"
            held = _HELD.match(text, events[at].start, match.start())
            begin = held.end() if held else events[at].start
            contest = Contest(first if whole else begin, events[at].end)
        else:
            contest = Contest(_begin(text, start, match.start()), match.end())
        edition = _EDITION.search(text, max(start, contest.start - _LONGEST_EDITION), contest.start)
        contest = contest._replace(start=edition.start()) if edition else contest
        over = bool(found) and contest.start < found[-1].end
        if over:
            contest = contest._replace(start=min(found[-1].start, contest.start))
        if _names(text[contest.start : contest.end]):
            found[len(found) - over :] = [contest]
    for event in events[bisect_left(events, start, key=itemgetter(0)) :]:
        if event.end > end:
            break
        alone = not any(each.start < event.end and event.start < each.end for each in found)
        if alone and _FESTIVAL.search(text, event.start, event.end):
            found.append(Contest(event.start, event.end))
    return sorted(found)


def _names(words: str) -> bool:
    if len(words) < 4 or _NO_CONTEST.search(words):
        return False
    return len(words) > 5 or _SCOPE.search(words) is not None


def _begin(text: str, start: int, end: int) -> int:
    """Return where the name of the contest begins whose last word stands at ``end``."""
    first = max(start, end - 40)
    begin = first
    for mark in _BEFORE.finditer(text, first, end):
        if text.count("“", mark.end(), end) - text.count("”", mark.end(), end) in (0, 1):
            begin = mark.end()
    scope = _SCOPE.search(text, begin, end)
    if scope and scope.start() > begin + 12 and text[scope.start() - 1] not in "”’":
        begin = scope.start()
    return begin


def _sentence_placings(text: str, sentence: Sentence, contests: Sequence[Contest]) -> Iterator[Mention]:
    last = sentence.start
    yield from _clefts(text, sentence, contests)
    for verb in find_verbs(text, sentence.start, sentence.end):
        if verb.kind not in ("get", "both") or verb.start < last:
            continue
        particle = _PARTICLE.match(text, verb.end)
        items = _items(text, particle.end() if particle else verb.end, sentence.end)
        mentions = [_mention(text, item, contests) for item in items]
        if items and all(mentions):
            yield from (mention for mention in mentions if mention)
            last = items[-1].end


def _clefts(text: str, sentence: Sentence, contests: Sequence[Contest]) -> Iterator[Mention]:
    """Yield the placings that a clause is about: 女子组冠军归甲队，亚军得主是乙队; the group holds on."""
    group = (0, 0)
    for match in _CLEFT.finditer(text, sentence.start, sentence.end):
        group = match.span("name") if match.group("name") or group == (0, 0) else group
        mention = _mention(text, _Item(*match.span(), group, match.group("rank")), contests)
        if mention:
            yield mention
    for match in _FIRST_OF.finditer(text, sentence.start, sentence.end):
        for place, number in enumerate(_NUMERALS[: int(match.group(2).translate(_VALUES))]):
            start = match.start(1) + place
            item = _Item(start, start + 1, (start, start), f"第{number}名")
            mention = _mention(text, item, contests)
            if mention and start < match.end(1):
                yield mention


def _standings(text: str, sentence: Sentence, contests: Sequence[Contest], ends: Sequence[int]) -> Iterator[Mention]:
    """Yield the places that persons take; ``ends`` is where their names end."""
    for match in _STANDS.finditer(text, sentence.start, sentence.end):
        at = bisect_left(ends, match.start() + 1)
        if not at or _AFTER_NAME.fullmatch(text, ends[at - 1], match.start()) is None:
            continue
        for rank in re.finditer("第[^、和]+", match.group("ranks")):
            start = match.start("ranks") + rank.start()
            mention = _mention(
                text, _Item(start, start + len(rank.group()), match.span("name"), rank.group()), contests
            )
            if mention:
                yield mention


def _items(text: str, start: int, end: int) -> list[_Item]:
    """Return the placings of the list that begins at ``start``; none where the words end in something else."""
    stop = re.compile("[，。；：！？\n]|$").search(text, start, min(end, start + 90))
    limit = stop.start() if stop else min(end, start + 90)
    pieces: list[re.Match[str]] = []
    position = start
    full = False
    while position < limit:
        match = _PIECE.match(text, position, limit)
        if any((piece.group("rank") or "").startswith("第") for piece in pieces):
            match = _LAST.match(text, position, limit) or match
        joint = _next_joint(text, position, limit)
        if match and (joint is None or match.end() <= joint.start()):
            if (
                _COUNTED.match(text, match.end())
                or _unnamed(match.group("name"))
                or not _BEHIND.match(text, match.end())
            ):
                break
            pieces.append(match)
            full = True
            behind = _BEHIND.match(text, match.end())
            position = behind.end() if behind else match.end()
        else:
            open_ = _OPEN.fullmatch(text, position, joint.start()) if joint else None
            if open_ is None or joint is None:
                break
            pieces.append(open_)
            full = False
            position = joint.start()
        following = _JOIN.match(text, position, limit)
        if following is None:
            break
        position = following.end()
    while pieces and not full:
        full = re.search(f"(?:{_FULL}|名)$", pieces[-1].group()) is not None
        if not full:
            pieces.pop()
    return _whole(pieces)


def _unnamed(words: str) -> bool:
    """Tell whether the words before a placing name no group or contest: a count, or a clause with its own verb."""
    return re.match("[0-9.]+[枚个项块名]|第?[一二三四五六七八九十]+[枚个项]", words) is not None or any(
        verb.kind == "get" for verb in find_verbs(words, 0, len(words))
    )


def _next_joint(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the next mark of a list outside quotation marks and brackets."""
    for match in _JOIN.finditer(text, start, end):
        inside = text[start : match.start()]
        if inside.count("“") == inside.count("”") and inside.count("（") == inside.count("）"):
            return match
    return None


def _whole(pieces: Sequence[re.Match[str]]) -> list[_Item]:
    """Return the items with the words that they share: a placing's end from the right, a group from the left."""
    items: list[_Item] = []
    rank = ""
    for piece in reversed(pieces):
        own = piece.group("rank")
        rank = _complete(own, rank) if own else rank
        items.append(_Item(*piece.span(), piece.span("name"), rank))
    items.reverse()
    group = (0, 0)
    shared: list[_Item] = []
    for number, item in enumerate(items):
        elliptic = number > 0 and pieces[number].group("name") == ""
        shared.append(item._replace(name=group) if elliptic else item)
        group = shared[-1].name
    return shared


def _complete(own: str, following: str) -> str:
    """Return a placing in full: 第一 before 第三名 is 第一名, 冠 before 亚军 is 冠军."""
    if re.fullmatch(_FULL, own):
        return own
    if own.endswith("名"):
        return "第" + own
    tail = re.search("(?:名|等奖|军|[奖牌])$", following)
    bare = own.removesuffix("等")
    if tail is None:
        return own
    return ("第" if tail.group() == "名" and not bare.startswith("第") else "") + bare + tail.group()


def _mention(text: str, item: _Item, contests: Sequence[Contest]) -> Mention | None:
    """Return the mention of a placing, or None where no contest is known to which it belongs."""
    group = text[slice(*item.name)]
    at = bisect_left(contests, item.start + 1, key=lambda contest: contest.end)
    counted = _KINDS.search(group)
    if counted:
        item = item._replace(name=(item.name[0], item.name[0] + counted.start()))
        group = text[slice(*item.name)]
    parts: list[Extent] = []
    opening = group.rfind("“")
    if opening > 0 and "”" not in group[opening:]:
        item = item._replace(name=(item.name[0] + opening + 1, item.name[1]))
        group = text[slice(*item.name)]
    elif opening > 0 and group.endswith("”") and not _LEVEL.fullmatch(group[:opening]):
        return None
    if _is_own(group) or (at < len(contests) and item.name[0] <= contests[at].start < item.name[1]):
        parts = [item.name]
    else:
        earlier = contests[at - 1] if at else None
        alone = group and earlier and _DISCIPLINE.search(group) and _DISCIPLINE.search(text, *earlier)
        if earlier and not alone and item.start - earlier.end < _FAR:
            parts = [(earlier.start, earlier.end)]
            if group:
                parts.append(item.name)
        elif group and _EVENT.search(group):
            parts = [item.name]
    if not parts:
        return None
    year = _YEAR.match(text, parts[0][0])
    if year:
        parts[0] = (year.end(), parts[0][1])
    return Mention(item.start, item.end, "AWARD", RULE, {"rank": item.rank, "parts": [list(part) for part in parts]})


def _is_own(group: str) -> bool:
    """Tell whether the words before a placing name an honour or contest of their own: 全省农信系统目标考核."""
    bare = group.strip("“”「」")
    return len(bare) >= 5 and (
        _CONTEST.search(bare) is not None or _SCOPE.match(bare) is not None or bare.endswith("奖")
    )
