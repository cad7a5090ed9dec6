"""The words before a value that name what is measured, or only say whose it is, when and how.

Enters: a Reader and the words of a clause up to a value. Leaves: what of them names it. Next: ``indicators``.
"""

from __future__ import annotations

import re

from unionie.link.figures.clauses import Clause
from unionie.link.figures.leads import behind_posts
from unionie.link.figures.phrases import Tagger, is_governed, shorten, skip_adverbs, tells_how, trim_left
from unionie.link.figures.scope import Reader, Scope
from unionie.link.figures.topics import without_winner

__all__ = ["FORMER", "name_before", "say", "trim_before"]

FORMER = re.compile("[前后](?:者|一[项者个类种])")
_SMALL_WORDS = re.compile(
    r"^(?:加上|连同|[前后]|等地|[一二三四五六七八九十]是|刚刚?|要|须|仍|但|虽|却|则|也|还|只|仅|已|就|再|又|将|实际|预计|预期|估计|单月|准能?|而|过去|[才方竟]|居然|足足|原[有来先]|以[前往]|后来|其后|如今|现如今|[一二两三四五六七八九十\d]{1,2}年(?:[来间])?|[一1](?:公斤|斤|台斤|亩|吨)[卖收给能]*)+$"
)
_TOGETHER = re.compile(r"联合|会同|协同|携手|依托|与|和|、")
_ALONE = re.compile(r"[向对在为更还也共则仅]?")
# What belongs to the name of an area before it, and what a name before it only tells apart.
_AREA_NOUN = re.compile("区域|流域|地区(?!生产)|[东西南北中]{1,2}部|[上中下]游|沿[岸线海江]|两岸|海域")
_NAME_GOES_ON = re.compile("企业(?!家)|团队|科学家|网站|方向|籍")
# What the government of an area owes, buys or pays for has its name from that, not from whose it is: 市|政府债务余额.
_GOVERNMENT = "政府"
_OF_GOVERNMENT = re.compile("[性债]|采购|购买|投资(?:项目|基金|工程)|专项债|隐性债")
# Where something was won, not what: 学生在学科竞赛中|获国家级奖项.
_IN_CONTEST = re.compile(
    "[^，；在]{0,8}在[^，；0-9]{2,30}?[中上里](?=(?:荣获|获得|夺得|摘得|斩获|捧得|获|夺)(?![好良批益利]|奖[\x01]*$)[^，；]{2})"
)
_MEMBERS, _TEAMS = ("人", "名"), "队组班"
_SUMS = frozenset(["收入", "支出"])  # verbs to the tagger
_LONGEST = 20


def say(reader: Reader, clause: Clause, scope: Scope, head: str, start: int) -> tuple[int, int, str]:
    """Return the bounds of what names the indicator in the words before a value, and what it says; "" if only how."""
    low, high = trim_before(reader, head, start)
    low += head.startswith("以", low) and is_governed(head[low:high], reader.tag)  # 以总分|96.13分|获得一等奖
    phrase = _SMALL_WORDS.sub("", reader.phrase(start + low, start + high, clause.depth))
    phrase = phrase.removesuffix("中有")  # 主要业务指标中有|12项|居全省前三
    phrase = without_winner(reader.clean.text, start + high, phrase)
    only_how = (scope.topic or scope.bare) and high < len(head) and tells_how(phrase, reader.tag)  # 稳步|达到3000亿元
    return low, high, "" if only_how and not FORMER.match(phrase) else phrase


def name_before(reader: Reader, start: int, end: int, depth: int) -> str:
    """Return what the words before a bracket name."""
    low, high = trim_before(reader, reader.words(start, end, depth), start)
    return reader.phrase(start + low, start + high, depth)


def team_before(reader: Reader, end: int, unit: str | None) -> str:
    """Return the team whose members a bracket counts right behind its name: 驻村工作队|（3人）."""
    if unit not in _MEMBERS or reader.clean.text[end - 1] not in _TEAMS:
        return ""
    start = next((start for start, until in reader.subjects.items() if until == end), end)
    return reader.clean.surface[start:end]


def trim_before(reader: Reader, head: str, start: int) -> tuple[int, int]:
    """Return the bounds of what names the indicator in the words before a value, their grammatical subject left out."""
    low, high = trim_left(head, reader.tag)
    if contest := _IN_CONTEST.match(head, 0, high):
        low = max(low, contest.end())
    while True:
        before = low
        low += skip_adverbs(head[low:high], reader.tag)
        end = reader.subjects.get(start + low)
        if end is not None and end - start >= high - 1 and _ALONE.fullmatch(head, end - start, high):
            return high, high  # 石桥镇|12家: who has it, not what
        if end is not None and _NAME_GOES_ON.match(head, end - start, high):
            end = None  # 全国|企业数, which names them
        if end is not None and head.endswith(_GOVERNMENT, 0, end - start) and _OF_GOVERNMENT.match(head, end - start):
            end -= len(_GOVERNMENT)
        if end is not None and end - start <= high - 2:
            low = end - start
            low = area.end() if (area := _AREA_NOUN.match(head, low, high - 2)) else low
            if match := _TOGETHER.match(head[low:high]):
                low = reader.subjects.get(start + low + match.end(), start + low) - start
            low = min(behind_posts(reader, start + low) - start, high)
            inner, _ = trim_left(head[low:high], reader.tag)
            low += inner
        if low == before:
            high -= _verb_before(head[low:high], head[high:], reader.tag)
            if cut := shorten(head[low:high], _LONGEST):
                low += cut + trim_left(head[low + cut : high], reader.tag)[0]
            return _whole_honour(reader, start, low), high


def _whole_honour(reader: Reader, start: int, low: int) -> int:
    """Return where the honour begins that ``low`` would cut: 全国|劳动模范."""
    cut = (begin for begin, end in reader.honours.items() if start <= begin < start + low < end)
    return next(cut, start + low) - start


def _verb_before(phrase: str, tail: str, tag: Tagger) -> int:
    """Return the length of the verb at the end of a phrase whose tail is 在, 至, 到: 通胀率|徘徊|在."""
    if not tail.startswith(("在", "至", "到")):
        return 0
    word, pos = (tag(phrase) or [("", "")])[-1]
    return len(word) if pos == "v" and word not in _SUMS and len(word) < len(phrase) else 0
