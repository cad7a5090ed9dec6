"""Names of contests in running text: 第九届全国青年技能大赛, 2017年“岗位杯”比武, 全市职工运动会.

Enters: clean text and EVENT mentions. Leaves: the stretches of the names, edition and level included.
Next: ``placings`` says what was won there.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from unionie.frames import Mention, Sentence

CONTEST = re.compile(
    "(?:(?<![一-鿿])[国省]赛(?=[更上中：，])|[大竞比决联技]赛|锦标赛|邀请赛|挑战赛|公开赛|巡回赛|擂台赛|对抗赛|选拔赛|(?:(?![及和与的了在于])[一-鿿]){2}赛|比武|运动会|马拉松(?:赛(?!道|事))?|[省市区县校]运会|[冬夏全亚奥残青大]+运会|[冬夏残]+奥会(?=[上中])"
    "|(?:讨论|研讨|交流)会(?=[中上])|展评(?!选)|(?:摄影|书法|书画|发明|美术|绘画|剪纸|手工艺|作品)展(?![览示现出评演区位馆厅])|[比大]拼(?=[中上里])|展演|[汇会调]演|征文|博览会|交易会|展销会|博会|艺术节|评选|评比|考核|评鉴|鉴评|测评|(?<=[践选赛示优集讲])活动(?=[获中]奖|[中上]|结果)|杯(?=[中上”男女团个第冠亚季特青少成])|[一-鿿]{2}节(?=[上中夺获摘勇特一二三金银铜冠亚优]|落下|[闭开]幕|举[行办]|圆满|昨))"
    "(?![事场道况车程区制后前绩队点项会]|日(?!前)|领导|办公|成绩(?!揭晓|公[告报布示]|通报|单|[：:（\\n]|$)|[纪记]录|工作|培训|标准|活动方案)"
)
# A prize whose winners are made known, so that placings are won in it: …设计奖|获奖名单, …文学奖|揭晓.
_PRIZE = (
    "(?<![获颁评中得等金银铜大])奖(?=(?:获奖|中选)(?:名单|结果|作品|项目|情况)|名单"
    "|(?:结果)?(?:日前|近日|昨[天日]|今[天日]|正式)?(?:公布|揭晓|出炉))"
)
_FORM = re.compile(f"(?:{CONTEST.pattern}|{_PRIZE})")
# The words behind a cup that its name goes on with; not those for a meeting about it.
_CUP = re.compile("(?<=杯)”[一-鿿]{2,6}?(?:大会|盛会|评展|集市)")
_MEETING = re.compile("(?:动员|表彰|总结|颁奖|启动|推进|交流|座谈)[大]?会$")
# A word of each of its forms: a quick look for sentences that can name one.
_HINT = re.compile(
    "[赛比运奥展汇会调征博艺评鉴考测杯节拉拼奖活](?:(?<=奖)(?=[获中公揭出名结日近昨今正评])|(?<=[赛杯节展拼])|(?<=拉)松|(?<=比)武|(?<=运)动?会|(?<=奥)会(?=[上中])|(?<=展)[评演]|(?<=[汇会调])演|(?<=征)文|(?<=博)览?会|(?<=艺)术节|(?<=评)[选比鉴]|(?<=鉴)评|(?<=活)动(?=[获中上结])|(?<=考)核|(?<=测)评)|[易论讨流]会(?=[中上])"
)
# Events that give prizes though their names tell of no contest.
_FESTIVAL = re.compile("(?:[一-鿿]{2}节|展|博览会|论坛)$")
_NO_CONTEST = re.compile(
    "(?:参赛|完赛|开赛|复赛|初赛|预赛|决赛|加时赛|淘汰赛|资格赛|循环赛|小组赛|附加赛|友谊赛|热身赛|[年众体]部比赛|(?:^|[大竞联标]赛|运动会|比武)[一-鿿]{1,5}组比赛|赛事|本赛|届赛|我们赛|次赛|(?:选手|运动员|[小老名]将|队员)[一-鿿]{1,2}赛)$"
)
# A prize that is awarded, by its own name: 教学成果奖|评选.
_OF_PRIZE = re.compile("(?<=[^大获得]奖)评[选比审]$")
# Those who met there, no contest: 120名选手同场|比武.
_COUNTED = re.compile("(?:[0-9]+|[一二两三四五六七八九十百]+)余?多?[名位支]")
_GAMES = re.compile("[国省]赛|[省市区县州全校厂]运会|(?:[一-鿿]{2,3})?(?:[亚冬夏奥残青大]+运会|[冬夏残]+奥会)")
_RACE = re.compile("^(?!职工|员工|全民|青年|学生).*(?<![比竞])赛$")
# What every body holds, and no contest by itself without a scope.
_COMMON = re.compile("(?:劳动竞赛|技术比武)$")
# A contest that another sentence names: 本届省运会, 这场比赛.
_MEANT = re.compile("本[届次]|[这那该此][届次场项个一]|该|首场|[当上下]届")
# Where the name of a contest begins: behind a mark, a preposition or a verb of taking part, holding or winning.
_BEFORE = re.compile(
    "[，。；：、！？\\n　（）】]|(?:为期|历时)[^，。；]{1,6}的"
    "|[0-9]{1,2}[.．]|[0-9]{1,2}[月日](?:[底初中]?的)?|[今去前]年的?|[和与及](?=[冬夏残亚全]*奥?[运奥]会)"
    "|(?:迎来|结束|参加|参与|参赛|出席|举办|主办|举行|组织|承办|协办|开展|通报|公布|揭晓|出战|征战|亮相|角逐"
    "|代表[^，。]{1,10}?(?=全|第|[省市])|荣获|获得|[获夺摘捧拿取赢]得?[了回下走]?|斩获|包揽|评为|蝉联|卫冕|问鼎)(?:了|的)?"
    "|在(?![职岗线]|校(?![际园]))|于|(?<=[赛办行加织束幕])的|(?:首|第?[0-9一二三四五六七八九十]{1,2})[个次座枚块]|[是为将把被]|的(?=全[国省市区县州旗盟]|第[一二三四五六七八九十0-9]|首届|[省市])"
)
# A time and a verb that a mention of a contest may begin with: 第二季度举办|急救技能比武.
_HELD = re.compile("[^，。；“”]{0,8}?(?:举办|举行|组织|开展|承办|主办)了?")
# Behind whoever holds a contest, whose name need not be long: 省医院协会举办的|品管圈大赛.
_HELD_BY = re.compile("(?:举[办行]|[主承]办|组织|开展)的$")
_EDITION = re.compile("第[一二三四五六七八九十0-9]+届$|首届$")
_SESSION = re.compile("第[一二三四五六七八九十0-9]+届|首届|[12][0-9]{3}")
_LONGEST_EDITION = 12  # characters: all of a long sentence is not searched for each contest
SCOPE = re.compile(
    "全[国省市区县州旗盟校院局]|(?:国家|自治区|[省市县区州])级|国家|中国|世界|亚洲|第[一二三四五六七八九十0-9]+届|首届|[12][0-9]{3}年?(?=[一-鿿“])"
)
# The level or sponsor that may stand before the marked name of a contest.
LEVEL = re.compile(
    "(?:[12][0-9]{3}年度?)?(?:全[国省市区县州旗盟]|[一-鿿]{2,7}[省市区县州旗盟]|[省市区县州校]|[一-鿿]{0,10}(?:集团|公司|系统|兵团|大学|学院|学校|医院)|“[^“”\n]{2,12}”|[一-鿿]{2}杯)+"
)
_CARRIED = 2  # sentences that a contest holds for
_OPENING = 8  # sentences that may name the contest of a whole report, which its scope or place opens
_PLACED = re.compile("[一-鿿]{2,7}?[省市县区州旗盟](?:第|首届)")
_OF_LINE = re.compile(
    "(?:圆满|胜利|顺利)?(?:成功)?(?:举行|举办|闭幕|落幕|落下帷幕|收官|结束|开赛|成绩|结果|战报|公报|简报|简讯|侧记|小结|总结)*[！]?(?=\n|$)"
)
_FAR = 260  # characters before a sentence that its contest stands
# A contest of long ago that only dates something: 自1982年运动会以来.
_SINCE = re.compile(".?[自从][12][0-9]{3}年")


class Contest(NamedTuple):
    """The stretch of a contest's name."""

    start: int
    end: int


def find_contests(
    text: str, start: int, end: int, events: Sequence[Mention] = (), people: Sequence[Mention] = ()
) -> list[Contest]:
    """Return the contests that ``start:end`` names, marked as events or told by their form, in text order.

    A word that ends inside the name of one of ``people`` is no contest: 王小|赛.
    """
    found: list[Contest] = []
    for match in _FORM.finditer(text, start, end) if _HINT.search(text, start, end) else ():
        person = bisect_left(people, match.end(), key=itemgetter(0)) - 1
        if person >= 0 and match.end() <= people[person].end:
            continue
        names = person >= 0 and people[person].start > _begin(text, start, match.start())
        if names:  # 43岁的甲是|大赛的常客
            continue
        at = bisect_left(events, match.end(), key=itemgetter(1))
        if at < len(events) and events[at].start < match.start() and events[at].end <= match.end() + 2:
            first = _begin(text, start, match.start())
            level = first < events[at].start and LEVEL.fullmatch(text, first, events[at].start)
            whole = level or text[first : events[at].start] == "全"
            held = _HELD.match(text, events[at].start, match.start())
            begin = held.end() if held else events[at].start
            contest = Contest(first if whole else begin, events[at].end)
        else:
            contest = Contest(_begin(text, start, match.start()), match.end())
        cup = _CUP.match(text, contest.end, end)
        if cup and not _MEETING.search(cup.group()):
            contest = contest._replace(end=cup.end())
        prize = _OF_PRIZE.search(text, *contest)
        contest = contest._replace(end=prize.start()) if prize else contest
        edition = _EDITION.search(text, max(start, contest.start - _LONGEST_EDITION), contest.start)
        contest = contest._replace(start=edition.start()) if edition else contest
        over = bool(found) and contest.start < found[-1].end
        if over:
            contest = contest._replace(start=min(found[-1].start, contest.start))
        topic = contest.start in (0, start) or text[contest.start - 1] in "\n。"
        by = _HELD_BY.search(text, start, contest.start) is not None
        if _names(text[contest.start : contest.end], topic=topic, held=by) and not _SINCE.match(
            text, max(0, contest.start - 1), contest.end
        ):
            found[len(found) - over :] = [contest]
    for event in events[bisect_left(events, start, key=itemgetter(0)) :]:
        if event.end > end:
            break
        alone = not any(each.start < event.end and event.start < each.end for each in found)
        if alone and _FESTIVAL.search(text, event.start, event.end):
            found.append(Contest(event.start, event.end))
    return sorted(found)


def _names(words: str, *, topic: bool, held: bool) -> bool:
    """Tell whether words name a contest: by their scope or their length.

    A shorter name is enough where their sentence opens with them (``topic``) or they say who holds it (``held``).
    """
    if _GAMES.fullmatch(words):
        return True
    if len(words) < 4 or _NO_CONTEST.search(words) or _MEANT.search(words) or _COUNTED.match(words):
        return False
    scoped = SCOPE.search(words) is not None
    prize = words.endswith("奖") and len(words) > 4
    shortest = 4 if held else 5 if topic and _RACE.match(words) else 6
    return scoped or prize or (len(words) >= shortest and not _COMMON.search(words))


def _begin(text: str, start: int, end: int) -> int:
    """Return where the name of the contest begins whose last word stands at ``end``."""
    first = max(start, end - 40)
    begin = first
    for mark in _BEFORE.finditer(text, first, end):
        if text.count("“", mark.end(), end) - text.count("”", mark.end(), end) in (0, 1):
            begin = mark.end()
    scope = SCOPE.search(text, begin, end)
    if scope and scope.start() > begin + 12 and text[scope.start() - 1] not in "”’":
        begin = scope.start()
    return begin


# A sentence and the contests that what is won in it may belong to.
Setting = tuple[Sentence, list[Contest]]


def in_force(text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> Iterator[Setting]:
    """Yield each sentence with the contests that what is won in it may belong to, in text order.

    They are its own, those of the sentences right before it, else those that open the report.
    """
    events = [mention for mention in mentions if mention.label == "EVENT"]
    people = [mention for mention in mentions if mention.label == "PERSON"]
    recent: list[tuple[int, Contest]] = []
    opening: list[Contest] = []
    for number, sentence in enumerate(sentences):
        here = find_contests(text, sentence.start, sentence.end, events, people)
        if number < _OPENING:
            opening = _opening(text, opening, here)
        recent = [
            each for each in recent if number - each[0] <= _CARRIED and sentences[each[0]].block == sentence.block
        ]
        recent.extend((number, contest) for contest in here)
        near = [contest for _, contest in recent if sentence.start - contest.end < _FAR]
        yield sentence, [*(each for each in opening if each not in near), *near]


def _opening(text: str, before: list[Contest], here: list[Contest]) -> list[Contest]:
    """Return the contests that open a report: the first ones named, of one edition the name that says most."""
    wide = [each for each in here if SCOPE.match(text, *each) or _PLACED.match(text, *each) or _heads(text, each)]
    wide = [each for each in wide if text[each.end - 1] != "奖" or not text[: each.start].strip(" 　\n")]
    if not before:
        return wide
    fuller = [each for each in wide if each.end - each.start > before[0].end - before[0].start]
    same = [each for each in fuller if _is_session(text, each, before[0])]
    return same[:1] or before


def _is_session(text: str, contest: Contest, named: Contest) -> bool:
    """Tell whether a contest is the one ``named`` before: of its edition, or an edition of that name."""
    edition = _edition(text, contest)
    plain = _SESSION.sub("", text[slice(*contest)]) == text[slice(*named)]
    return edition is not None and (edition == _edition(text, named) or plain)


def _heads(text: str, contest: Contest) -> bool:
    """Tell whether the first line of the text is a contest's name, and says no more than that it was held."""
    return not text[: contest.start].strip(" 　\n") and _OF_LINE.match(text, contest.end) is not None


def _edition(text: str, contest: Contest) -> str | None:
    edition = _SESSION.search(text, *contest)
    return edition.group() if edition else None
