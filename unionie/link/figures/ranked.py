"""What a rank ranks: the words before the rank verb of the clause, or what the clause before spoke of.

Enters: a clause with its rank, and the Scope. Leaves: an Indicator. Next: ``indicators``.
"""

from __future__ import annotations

import re

from unionie.link.figures.before import trim_before
from unionie.link.figures.clauses import ASIDE, Clause
from unionie.link.figures.cues import RANK_TAIL
from unionie.link.figures.inherited import inherited, spoken
from unionie.link.figures.leads import LIMIT
from unionie.link.figures.origins import FROM
from unionie.link.figures.qualifiers import OF_RANKED, of_thing
from unionie.link.figures.scope import Indicator, Reader, Scope
from unionie.values.types import Quantity

__all__ = ["field_of", "ranked", "ranks_among"]

_OF_WHOLE_LIST = re.compile("[均都]|双双")  # 好人数量、模范数量|均居全国第1位
_PLACED = re.compile(r"^在?.*[中里内]$")  # 在全省43所院校中列第11
_RANKED_IN = re.compile(  # 在全市工会考评中，区总工会列第2: what ranks there
    r"^在?(?:全[国省市区县州旗盟]|[我本][省市区县])?(?P<ranking>.*(?:强|考核|测评|考评|评比|评估|评价|评议|榜单?|竞赛|[比大]赛|排名|调查))[中里]$"
)
_PLACE_RANKED = re.compile(
    r"在?[一-鿿]{1,8}(?:[省市县区州国]|地区|系统|行业|公司|集团)的?(?:排名|位次|名次)"
)  # 支出进度98.6%，在全州排名|第一
# 增速|在全省沿海港口中排名, not 在全国运动会上|金牌数排名.
_AMONG = re.compile("在(?![校职岗册籍建编院训])(?:(?!上[一-鿿]{2})[^，；])*$")
_SCORED = re.compile("[列居排]((?:[一-鿿]{2}总|总|得|积)分|奖牌榜|金牌榜)$")  # 代表队列|团体总分|第4位
_BRACKET = re.compile("（[^（）]*）")
_ALL_OF = re.compile(r"[两二三四五六七八九十]+(?:项|者|个|项指标)$")  # 发展会员5217名，两项均列全市|第一
_COMPETING = re.compile(
    r"(?!、)(?P<field>(?:(?![居列排得拿获夺])[一-鿿（、）]){1,12}?)(?:(?<![初高])[中里])?(?:(?:分别|依次)?(?:名[列位]|排名?|[位名]?列|居))?"
    r"(?:第[\d一二三四五六七八九十]+[位名]?|[首末]位)(?=$|[，；。、（])"
)
_FIELD_END = re.compile("(?<![初高其])[中里](?![学小心等])|的$")
_RANKING = re.compile(r"排名|位次|名次")
_STREAK = re.compile(r"连续[\x01\d一二三四五六七八九十多数几]+年?[^，；。]{0,6}$")  # 连续8年全国|第一


def ranked(reader: Reader, clause: Clause, scope: Scope, rank: Quantity) -> Indicator:
    """Return what is ranked: the words before the rank verb of the clause, or what the clause before spoke of."""
    words = reader.words(clause.start, rank.start, clause.depth)
    match = RANK_TAIL.search(words) or _STREAK.search(words)
    end = match.start() if match else len(words)
    if origin := FROM.search(words[:end] + words[end:]):
        end = min(end, origin.start())
    if match and (noun := _RANKING.match(match.group())):
        end += noun.end()
    whole = match is not None and _OF_WHOLE_LIST.match(match.group()) is not None
    start = 0 if whole else _BRACKET.sub(lambda bracket: ASIDE * len(bracket.group()), words).rfind("、", 0, end) + 1
    low, high = trim_before(reader, words[start:end], clause.start + start)
    phrase = reader.phrase(clause.start + start + low, clause.start + start + high, clause.depth)
    if ranking := _RANKED_IN.match(phrase) or _RANKED_IN.match(spoken(reader, scope) if not phrase else ""):
        return Indicator(ranking["ranking"].lstrip(ASIDE), "rank", rank.end)
    if among := _AMONG.search(words, start, end):
        low, high = trim_before(reader, words[start : among.start()], clause.start + start)
        phrase = reader.phrase(clause.start + start + low, clause.start + start + high, clause.depth)
    if match and phrase[:1] in ("", "以") and (measure := _SCORED.search(match.group())):
        return Indicator(measure[1], "rank", rank.end)
    phrase = "" if _PLACED.match(phrase) or _ALL_OF.match(phrase) or _PLACE_RANKED.fullmatch(phrase) else phrase
    stated = [
        frame
        for frame in scope.frames[max(scope.first, len(scope.frames) - LIMIT) :]
        if clause.start <= frame.quantity.start < clause.start + start and not ranks_among(reader, frame.quantity)
    ]
    if phrase:
        topic = stated[0].indicator if stated else scope.clause_topic
        phrase = topic + phrase if OF_RANKED.match(phrase) else of_thing(phrase, topic) or phrase
        return Indicator(phrase, "rank", rank.end)
    if stated:
        return Indicator(stated[0].indicator, "rank", rank.end)
    return inherited(reader, Scope(scope.frames, topic=scope.clause_topic, bare=scope.bare), rank.end, level=False)


def ranks_among(reader: Reader, quantity: Quantity) -> bool:
    """Return whether a value counts those among whom something ranks: 列全县|15个|乡镇第4."""
    counts = quantity.dimension == "count" and not quantity.text.startswith("第")
    return counts and field_of(reader, quantity) != ""


def field_of(reader: Reader, quantity: Quantity) -> str:
    """Return the name of those among whom something ranks: 在全县15个|乡镇|中列第4; "" where nothing ranks."""
    match = _COMPETING.match(reader.clean.text, quantity.end)
    return _FIELD_END.split(match["field"])[0] if match else ""
