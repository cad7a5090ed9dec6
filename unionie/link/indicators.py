"""The phrase that names what a value measures.

Enters: the masked words around a run of values and what earlier clauses left behind. Leaves: an Indicator.
Next: ``facts`` makes frames of it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from unionie.link.baselines import is_compared
from unionie.link.before import FORMER, say, trim_before
from unionie.link.behind import OF_ALL, find_behind, sooner
from unionie.link.clauses import ASIDE, Clause
from unionie.link.cues import RANK_TAIL, words
from unionie.link.leads import (
    LIMIT,
    after_noun,
    apposed,
    ends_there,
    only_leads,
    pure_noun,
    qualified_noun,
    short_predicate,
)
from unionie.link.measures import GROWTH_BEHIND, RELATIVE_UNITS, Reading
from unionie.link.origins import FROM, is_from, without_from
from unionie.link.phrases import (
    Tagger,
    ends_nominal,
    is_governed,
    noun_prefix,
    opens_with_preposition,
    opens_with_verb,
    trim_left,
    verb_prefix,
    without_manner,
)
from unionie.link.qualifiers import MODIFIER, OF_RANKED, of_crop, qualify
from unionie.link.scope import Indicator, Reader, Scope
from unionie.link.spending import spent, spent_on
from unionie.link.topics import (
    counted_before,
    first_part_of,
    mean_of_parts,
    named_before,
    names_thing,
    of_body,
    of_grade,
    pointed_at,
    rate_of,
    same_of_others,
    says_verb_again,
    shared_object,
    taken_part_in,
    tells_view,
    tells_when,
    told_before,
)
from unionie.link.units import inhabitants
from unionie.values.types import Quantity

_MANNER = re.compile(
    r"^(?:基础之?上|按?(?:同口径|可比口径|可比价格?|不变价格?)(?:计算)?|(?:剔除|扣除|刨去|不含)[^，；]*|因口径(?:调整|变化)?|止跌|双双|逆势|由负转正)$"
)
_CONVERTED = re.compile(r"^(?:按[^，]*)?(?:折算?|折合|约?合)(?:成|为|共|人民币)*$")  # the same sum in other money
_OF_WHOLE_LIST = re.compile("[均都]|双双")  # 好人数量、模范数量|均居全国第1位
_PLACED = re.compile(r"^在?.*[中里内]$")  # 在全省43所院校中列第11
_RANKED_IN = re.compile(  # 在全市工会考评中，区总工会列第2: what ranks there
    r"^在?(?:全[国省市区县州]|[我本][省市区县])?(?P<ranking>.*(?:强|考核|测评|考评|评比|评估|评价|评议|榜单?|竞赛|[比大]赛|排名|调查))[中里]$"
)
_PLACE_RANKED = re.compile(
    r"在?[一-鿿]{1,8}(?:[省市县区州国]|地区|系统|行业|公司|集团)的?(?:排名|位次|名次)"
)  # 支出进度98.6%，在全州排名|第一
# 增速|在全省沿海港口中排名, not 在全国运动会上|金牌数排名.
_AMONG = re.compile("在(?![校职岗册籍建编院训])(?:(?!上[一-鿿]{2})[^，；])*$")
_SCORED = re.compile("[列居排]((?:[一-鿿]{2}总|总|得|积)分|奖牌榜|金牌榜)$")  # 代表队列|团体总分|第4位
_BRACKET = re.compile("（[^（）]*）")
_ALL_OF = re.compile(r"[两二三四五六七八九十]+(?:项|者|个|项指标)$")  # 发展会员5217名，两项均列全市|第一
_CAUSED = re.compile(r"^受[^，]{1,16}(?:影响|冲击|拖累)$")
_COMPETING = re.compile(
    r"[一-鿿（、）]{1,12}?[中里]?(?:排名?|[位名]?列|居)?第[\d一二三四五六七八九十]+[位名]?(?=$|[，；。、（])"
)
_RANKING = re.compile(r"排名|位次|名次")
# 在全省排名|前移5位
_IN_RANKING = re.compile("(?:在|居|排)?(?:全[国省市区县州]|[一-鿿]{2,8}[中内])?(?:排名|位次|名次)")
_AT_EXTREME = re.compile(r"^(?:\W|其中)*[一-鿿\x01]{1,8}(?<![率额量值])[最略稍][高低多少]$")  # 石坝村最低，为|84%
_LEVEL = re.compile("持平|不变|相当$")  # 购书经费620万元，与上年持平，人均|4.05元
_EXTREME_CHANGE = re.compile("最[大高小低](?:[降增涨跌升]幅)$")  # 平均降价53%，最大降幅|96.8%
_DESTINATION = re.compile(
    r"[^，；。、]{0,8}(?:到|至|为|成|跃居)[只仅]?剩?下?[约近超]?(?:预计的?)?(?:\x01+的?)?(?:最高|最低)?$"
)
_STREAK = re.compile(r"连续[\x01\d一二三四五六七八九十多数几]+年?[^，；。]{0,6}$")  # 连续8年全国|第一
_PEOPLE = frozenset(["人", "名", "人次", "位"])
_EACH = re.compile(r"每[一-鿿]{1,2}$")  # 每人1万元，共96万元
_CHANGES = tuple(words("change"))  # 实现晋位，年均增速|5.7%: what changed stands before
_TOWARDS = frozenset(["到", "给", "向", "对"])  # 下派专家到11家分院
_LASTS = re.compile("(?:为期|历时|历经)$")  # 为期|3天|的大会
_MANY = ("万", "亿")  # 15万|群众
_BASIS = re.compile("(?:来|为[基分]数)?[计計]算?(?=[，。；]|$)")  # 以全县人口|3万人|计
_BY = ("以", "按")
_UPON = frozenset("对将把为")  # what a verb and its value are done to, said behind them
_NEAR = 2  # values: a growth may stand behind the one whose indicator is inherited
_VERBS = 6  # characters in which the verb of a comparison begins


class _Said(NamedTuple):
    """The words around a run of values: from ``start``, up to ``right``; ``used`` is where the run ends.

    ``head`` is ``words`` without what the measure takes; ``low`` and ``high`` bound in it what the ``phrase`` says.
    """

    start: int
    right: int
    used: int
    last: bool
    words: str
    after: str
    head: str
    low: int
    high: int
    phrase: str


def find_indicator(
    reader: Reader,
    clause: Clause,
    scope: Scope,
    run: list[Quantity],
    start: int,
    reading: Reading,
    right: int,
    *,
    last: bool,
) -> Indicator:
    """Return what the run of values measures; ``start`` and ``right`` bound the words that may name it."""
    used = run[-1].end
    after = reader.words(used, right, clause.depth)
    if _follows_from(reader, clause, scope, start, run[0].start):
        return Indicator(scope.topic, "to", used)
    if reading.measure == "rank":
        return _ranked(reader, clause, scope, run[0])
    words = reader.words(start, run[0].start, clause.depth)
    if deed := sooner(reader, run[-1], words, after):
        return Indicator(deed, "both", right if last else used)
    head = without_from(reader.words(start, start + reading.head_end, clause.depth), after)
    if _BASIS.match(after) and words[:1] in _BY:
        low, high = trim_before(reader, words[1:], start + 1)
        return Indicator(reader.phrase(start + 1 + low, start + 1 + high, clause.depth), "left", used)
    if words.endswith(("以", "凭")) and run[-1].dimension == "count" and (size := noun_prefix(after, reader.tag)):
        return Indicator(after[:size], "right", used + size)  # 以|21枚|金牌夺得团体第一
    if scope.topic and is_compared(words, reader.clean.text[used : used + _VERBS], run[0]):
        return Indicator(scope.topic, "compared", used)
    said = _Said(start, right, used, last, words, after, head, *say(reader, clause, scope, head, start))
    return _by_statement(reader, clause, scope, run, reading, said) or _by_sides(
        reader, clause, scope, run, reading, said
    )


def _by_statement(
    reader: Reader, clause: Clause, scope: Scope, run: list[Quantity], reading: Reading, said: _Said
) -> Indicator | None:
    """Return the indicator where the kind of statement (a change, a sum spent, the start of one) tells it."""
    phrase, words, after, used = said.phrase, said.words, said.after, said.used
    if match := FORMER.match(phrase):
        return Indicator(pointed_at(scope, match.group()) + phrase[match.end() :], "inherited", used)
    if found := _from_before(reader, scope, phrase, words, after, reading, run[0]):
        return Indicator(*found, used)
    if phrase and is_from(words, after):
        return Indicator(phrase, "left", used)
    if reading.measure == "change" and (growth := GROWTH_BEHIND.match(after)):
        return _growing(reader, scope, phrase, growth.group(), used)
    if after.startswith("的") and (sum_of := spent(reader, scope, phrase)):
        return spent_on(reader, clause, sum_of, after, used)
    if run[-1].dimension == "count" and (noun := qualified_noun(reader, phrase, words, after, run[0].start - 1)):
        return Indicator(noun, "both", after_noun(after, noun, used))
    return None


def _by_sides(
    reader: Reader, clause: Clause, scope: Scope, run: list[Quantity], reading: Reading, said: _Said
) -> Indicator:
    """Return the indicator that the words before the values, those behind them or both name."""
    phrase, words, after, used = said.phrase, said.words, said.after, said.used
    body = said.head[said.low : said.high]
    counted = run[-1].dimension == "count" and pure_noun(reader, after)
    towards = said.head[said.high :] in _TOWARDS
    verb = apposed(reader, words, run[-1], after)
    if verb is not None:
        phrase = verb
    elif only_leads(reader, run[-1], phrase, body, after, towards=towards, counted=counted):
        phrase = ""
    if not phrase and (scope.topic or scope.bare is not None) and is_from(words, after):
        return _inherited(reader, scope, used)  # 利率…，由此前的|1.7%|调整为1.5%
    if _LASTS.search(phrase):
        return Indicator(phrase, "left", used)
    of = words.endswith("的") and not is_governed(body, reader.tag)  # 在甲城的|120万亩|核心区
    if phrase and verb is None and (of or not _leaves_noun(body, reader.tag, counted=counted)):
        did = short_predicate(after) if said.last and not counted and run[-1].unit in _PEOPLE else ""
        return Indicator(_shared_verb(reader, scope, said.head, phrase, reading) + did, "left", used)
    if not phrase and reading.measure in ("change", "gap", "rank"):
        if reading.measure == "gap" and (mark := _of_another_kind(reader, scope, run[0], said)):
            return Indicator(mark, "left", used)
        return _inherited(reader, scope, used, level=False)
    behind, consumed = find_behind(reader, used, said.right, clause.depth, last=said.last)
    if verb is None and (phrase.endswith("等") or is_governed(body, reader.tag)):
        phrase = ""
    if phrase and behind[:1] in _UPON and opens_with_preposition(behind, reader.tag):
        return Indicator(phrase, "left", used)  # 投入|2000万元|对主要街道进行修复
    if behind and not phrase and run[-1].unit in _PEOPLE and (thing := taken_part_in(reader, scope, behind)):
        return Indicator(thing + behind, "right", consumed)
    uncounted = run[-1].unit is None and run[-1].text.endswith(_MANY)
    if uncounted and not phrase and (size := noun_prefix(after, reader.tag)):
        return Indicator(after[:size], "right", used + size)
    if behind and run[-1].unit is not None:
        behind = behind if said.last else OF_ALL.sub("", behind)
        return Indicator(phrase + behind, "both" if phrase else "right", consumed)
    if phrase:
        return named_before(reader, clause, scope, phrase, run[0], used)
    return _unnamed(reader, scope, run[0], reader.phrase(said.start, said.start + said.high, clause.depth), used)


def _of_another_kind(reader: Reader, scope: Scope, quantity: Quantity, said: _Said) -> str:
    """Return what a length is above, where the value before is none: 流量1460立方米每秒，超警戒水位|0.83米."""
    last = scope.frames[-1].quantity if len(scope.frames) > scope.first else None
    if last is None or quantity.dimension != "length" or last.dimension == "length":
        return ""
    low, high = trim_left(said.words, reader.tag)
    return reader.phrase(said.start + low, said.start + high, 0) if said.words.startswith("超", low) else ""


def _from_before(
    reader: Reader, scope: Scope, phrase: str, words: str, after: str, reading: Reading, quantity: Quantity
) -> tuple[str, str] | None:
    """Return the indicator, and its rule, where the phrase says it only together with what stands before."""
    if people := inhabitants(scope, words, quantity, after):
        return people, "left"
    if scope.topic and (_says_nothing(phrase, reading) or (phrase and tells_when(scope, phrase, quantity))):
        found = _inherited(reader, scope, 0, level=reading.measure == "level")
        return found.text, found.rule
    if (
        reading.measure == "change"
        and scope.topic
        and after.startswith("的")
        and not GROWTH_BEHIND.match(after)
        and not names_thing(phrase, reader.tag)
    ):
        return scope.topic, "inherited"  # 收入增长7.8%，扭转了下降|2.4%|的局面
    if whole := told_before(scope, phrase, words, quantity, after):
        return whole, "inherited"
    if words.startswith("、") and (shared := shared_object(reader, scope, phrase, quantity)):
        return shared, "left"
    if not phrase:
        return None
    if says_verb_again(reader, scope, phrase, quantity):
        return scope.topic, "inherited"
    if (thing := counted_before(reader, scope, phrase, quantity)) and ends_there(reader, after):
        return thing, "elided"
    if thing := of_grade(reader, scope, phrase):
        return phrase + thing, "left"
    if rate := rate_of(scope, phrase, quantity):
        return rate, "left"
    if same := same_of_others(scope, phrase, quantity):
        return same, "left"
    if whole := mean_of_parts(scope, phrase, quantity):
        return phrase + whole, "left"
    if extreme := _EXTREME_CHANGE.search(words):
        return extreme.group(), "left"
    if crop := of_crop(phrase, _spoken(reader, scope), scope.topic):
        return crop + phrase, "generic"
    if scope.bare is not None and MODIFIER.match(phrase):  # 给乡村教师发岗位补助，最低的|300元
        said = _inherited(reader, scope, 0)
        if said.rule == "clause" and not _LEVEL.search(said.text):
            return said.text + phrase, "modifier"
    return qualify(scope.topic, phrase, reading, quantity) if scope.topic else None


def _unnamed(reader: Reader, scope: Scope, quantity: Quantity, name: str, used: int) -> Indicator:
    """Return what a value without words of its own measures; ``name`` says whose it is: 石桥镇|12家."""
    if whole := first_part_of(scope, quantity) or of_body(scope, name, quantity):
        return Indicator(whole, "inherited", used)
    found = _inherited(reader, scope, used)
    near = scope.frames[-_NEAR:]
    alike = quantity.unit in RELATIVE_UNITS or any(quantity.unit == frame.quantity.unit for frame in near)
    if found.text and (alike or not name or found.rule != "inherited"):
        return found
    return Indicator(name, "left", used) if name else found


def _growing(reader: Reader, scope: Scope, phrase: str, growth: str, used: int) -> Indicator:
    """Return what grows where the growth stands behind its value: 消费保持了8%|的较快增长."""
    if names_thing(phrase, reader.tag):
        return Indicator(phrase, "left", used)
    if topic := scope.topic or scope.before:
        return Indicator(topic, "inherited", used)
    return Indicator(growth.strip("的，、；。：与和是为"), "right", used)


def _says_nothing(phrase: str, reading: Reading) -> bool:
    """Return whether the words before a value name nothing of their own: 同口径增长, 虽下降, 折合7757美元."""
    if reading.measure in ("change", "gap") and (_MANNER.match(phrase) or _IN_RANKING.fullmatch(phrase)):
        return True
    return _CAUSED.match(phrase) is not None or _CONVERTED.match(phrase) is not None


def _spoken(reader: Reader, scope: Scope) -> str:
    """Return the words of the clause before where it has no value."""
    return reader.words(*scope.bare, 0) if scope.bare is not None else ""


def _ranked(reader: Reader, clause: Clause, scope: Scope, rank: Quantity) -> Indicator:
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
    if ranking := _RANKED_IN.match(phrase) or _RANKED_IN.match(_spoken(reader, scope) if not phrase else ""):
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
        return Indicator(topic + phrase if OF_RANKED.match(phrase) else phrase, "rank", rank.end)
    if stated:
        return Indicator(stated[0].indicator, "rank", rank.end)
    return _inherited(reader, Scope(scope.frames, topic=scope.clause_topic, bare=scope.bare), rank.end, level=False)


def ranks_among(reader: Reader, quantity: Quantity) -> bool:
    """Return whether a value counts those among whom something ranks: 列全县|15个|乡镇第4."""
    counts = quantity.dimension == "count" and not quantity.text.startswith("第")
    return counts and _COMPETING.match(reader.clean.text, quantity.end) is not None


def _follows_from(reader: Reader, clause: Clause, scope: Scope, start: int, end: int) -> bool:
    """Return whether the value is the end of a from-to statement whose start stands just before."""
    if len(scope.frames) <= scope.first or scope.frames[-1].rule != "facts.from":
        return False
    return scope.frames[-1].quantity.start >= clause.start and bool(
        _DESTINATION.match(reader.words(start, end, clause.depth).lstrip(ASIDE))
    )


def _leaves_noun(phrase: str, tag: Tagger, *, counted: bool) -> bool:
    """Return whether the words before a value leave the thing counted to the words behind it.

    ``counted``: nothing but a noun stands there, so that a word that reads as noun and verb is a verb.
    """
    return phrase.endswith("等") or is_governed(phrase, tag) or not ends_nominal(phrase, tag, strictly=counted)


def _shared_verb(reader: Reader, scope: Scope, head: str, phrase: str, reading: Reading) -> str:
    """Return the phrase with the verb that it shares with the item before: 走访职工486户、|劳模|27名 → 走访劳模."""
    if reading.measure == "change" or not head.startswith("、") or len(scope.frames) <= scope.first:
        return phrase
    if opens_with_verb(phrase, reader.tag):
        return phrase
    return verb_prefix(scope.frames[-1].indicator, reader.tag) + phrase


def _inherited(reader: Reader, scope: Scope, used: int, *, level: bool = True) -> Indicator:
    """Return the indicator of the clause before without a value, or of the value before."""
    if scope.bare is not None:  # a long clause names a level only: a change belongs to the value before
        start, end = scope.bare
        said = reader.words(start, end, 0)
        low, high = trim_left(said, reader.tag)
        if tells_view(said) or ((scope.topic or scope.before) and _AT_EXTREME.match(said)):
            low = high
        phrase = without_manner(reader.phrase(start + low, start + high, 0), reader.tag)
        if phrase and not names_thing(phrase, reader.tag):
            phrase = ""
        own = level or not scope.topic or (len(phrase) <= 10 and not phrase.endswith(_CHANGES))
        if phrase and own:
            return Indicator(phrase[-LIMIT:], "clause", used)
    topic = scope.topic or scope.before
    return Indicator(_EACH.sub("", topic) if level else topic, "inherited", used)
