"""The phrase that names what a value measures.

Enters: the masked words around a run of values and what earlier clauses left behind. Leaves: an Indicator.
Next: ``facts`` makes frames of it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from unionie.link.figures.baselines import is_compared
from unionie.link.figures.before import FORMER, say, trim_before
from unionie.link.figures.behind import JOINS, OF_ALL, find_behind, sooner
from unionie.link.figures.clauses import ASIDE, Clause
from unionie.link.figures.inherited import changed, inherited, spoken
from unionie.link.figures.leads import (
    after_noun,
    apposed,
    counts_behind,
    ends_there,
    lacks_noun,
    only_leads,
    pure_noun,
    qualified_noun,
    short_predicate,
)
from unionie.link.figures.measures import GROWTH_BEHIND, RELATIVE_UNITS, Reading
from unionie.link.figures.members import of_group, of_last_grade
from unionie.link.figures.objects import named_before, of_counted, shared_object, taken_part_in, verb_of_list
from unionie.link.figures.origins import is_from, without_from
from unionie.link.figures.phrases import (
    Tagger,
    ends_nominal,
    is_governed,
    noun_prefix,
    opens_with_preposition,
    opens_with_verb,
    trim_left,
    verb_prefix,
)
from unionie.link.figures.qualifiers import MODIFIER, of_crop, of_owner, of_thing, qualify
from unionie.link.figures.ranked import field_of, ranked, ranks_among
from unionie.link.figures.scope import Indicator, Reader, Scope
from unionie.link.figures.served import done_for, of_described
from unionie.link.figures.spending import sized, spent, spent_on
from unionie.link.figures.topics import (
    counted_before,
    first_part_of,
    mean_of_parts,
    names_thing,
    of_body,
    of_grade,
    pointed_at,
    rate_of,
    same_of_others,
    says_verb_again,
    tells_when,
    told_before,
)
from unionie.link.figures.units import inhabitants
from unionie.values.types import Quantity

_MANNER = re.compile(
    r"^(?:基础之?上|按?(?:同口径|可比口径|可比价格?|不变价格?)(?:计算)?|(?:剔除|扣除|刨去|不含)[^，；]*|因口径(?:调整|变化)?|转为?|变为|止跌|双双|逆势|由负转正)$"
)
_CONVERTED = re.compile(r"^(?:按[^，]*)?(?:折算?|折合|约?合)(?:成|为|共|人民币)*$")  # the same sum in other money
_WHOLE = ("总量", "总数", "数量", "总规模")
# In a bracket, what the value before is held against: 使用率82%（|目标值|85%）, 药占比26%（|国家标准|30%）.
_YARDSTICK = re.compile(
    "(?:(?P<aim>(?:年度|年初|考核|预期|控制|规划)?(?:目标|计划)[值数]?)"
    "|(?:国家|行业|省定|市定|部颁|地方|考核)?(?:标准|要求|红线|上限|下限|警戒线|平均水平|平均值|均值)[值数]?)"
)
_CAUSED = re.compile(r"^受[^，]{1,16}(?:影响|冲击|拖累)$")
# 在全省排名|前移5位
_IN_RANKING = re.compile("(?:在|居|排)?(?:全[国省市区县州旗盟]|[一-鿿]{2,8}[中内])?(?:排名|位次|名次)")
_LEVEL = re.compile("持平|不变|相当$")  # 购书经费620万元，与上年持平，人均|4.05元
_EXTREME_CHANGE = re.compile("最[大高小低](?:[降增涨跌升]幅)$")  # 平均降价53%，最大降幅|96.8%
_DESTINATION = re.compile(
    r"[^，；。、]{0,8}(?:到|至|为|成|跃居)[只仅]?剩?下?[约近超]?(?:预计的?)?(?:\x01+的?)?(?:最高|最低)?$"
)
_PEOPLE = frozenset(["人", "名", "人次", "位"])
_TOWARDS = frozenset(["到", "给", "向", "对"])  # 下派专家到11家分院
_LASTS = re.compile("(?:为期|历时|历经)$")  # 为期|3天|的大会
_MANY = ("万", "亿")  # 15万|群众
_BASIS = re.compile("(?:来|为[基分]数)?[计計]算?(?=[，。；]|$)")  # 以全县人口|3万人|计
_BY = ("以", "按")
_UPON = frozenset("对将把为")  # what a verb and its value are done to, said behind them
_JOINING = ("和", "以及")
_ADDED = "新增"  # may stand behind its noun: 铁路里程|新增
_OF_PERIOD = re.compile("(?<=[一-鿿]{2})[单当本][年月季日]$")  # 注册用户|单月|新增
_STATES = frozenset(
    ["脱贫", "返贫", "限上", "规上", "调入"]
)  # of a thing, done to none: 脱贫户96户、|监测户|4户; 调入资金1亿元、|上年结余|2亿元
_SHARE_OF_AREA = re.compile("占(?P<area>全[国省市区县州旗盟])")  # 占|全国|比重
_DOERS = re.compile("(?:企业|案件|职工|农户|家庭|项目|学校|社区|村)$")  # 制造业企业|100%|使用绿色电力
_WIDENED = re.compile("(?:扩大|扩面|扩|增|推广)[到至]$")
_SUMS_OF = ("金额", "总金额", "总额")
_FREELY = ("免费", "依法", "集中")
_NEAR = 2  # values: a growth may stand behind the one whose indicator is inherited
_VERB = 2  # characters
_VERBS = 6  # characters in which the verb of a comparison begins


class _Said(NamedTuple):
    """The words around a run of values: from ``start``, up to ``right``; ``used`` is where the run ends.

    ``head`` is ``words`` without what the measure takes; ``low`` and ``high`` bound in it what the ``phrase`` says;
    ``added`` is the 新增 behind that.
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

    @property
    def added(self) -> str:
        return _ADDED if _ADDED in self.head[self.high :] else ""


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
        return ranked(reader, clause, scope, run[0])
    words = reader.words(start, run[0].start, clause.depth)
    if ranks_among(reader, run[0]):
        return Indicator(field_of(reader, run[0]), "right", used)
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
    if clause.depth and scope.topic and (bound := _YARDSTICK.fullmatch(phrase)):
        return Indicator(scope.topic + ("" if bound["aim"] else phrase), "inherited", used)
    if match := FORMER.match(phrase):
        return Indicator(pointed_at(scope, match.group()) + phrase[match.end() :], "inherited", used)
    if scope.consumed > clause.start and (whole := of_counted(scope, phrase, words)):
        return Indicator(whole, "left", used)
    if before := _from_before(reader, scope, phrase, words, after, reading, run[0]):
        return Indicator(*before, used)
    if phrase and is_from(words, after):
        return Indicator(phrase, "left", used)
    if reading.measure == "change" and (growth := GROWTH_BEHIND.match(after)):
        return _growing(reader, scope, phrase, growth.group(), used)
    if found := sized(reader, clause, phrase, after, used):
        return found
    if after.startswith("的") and (sum_of := spent(reader, scope, phrase)):
        return spent_on(reader, clause, sum_of, after, used)
    served, size = of_described(reader, words, after, last=said.last) if run[-1].dimension == "count" else ("", 0)
    if served:
        return Indicator(served, "both", said.right if said.last else used + size)
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
    elif phrase in _FREELY and words.endswith(tuple(_UPON)):
        phrase = ""  # 免费为|36万|女生接种疫苗
    elif phrase.endswith("试点") and run[-1].dimension == "count" and after and _WIDENED.search(words):
        named, consumed = find_behind(reader, used, said.right, clause.depth, last=said.last)
        return Indicator(phrase + named, "both", consumed)  # 快递进村试点扩大到|120个|建制村
    elif only_leads(reader, run[-1], phrase, body, after, towards=towards, counted=counted):
        phrase = ""
    if not phrase and (scope.topic or scope.bare is not None) and is_from(words, after):
        return inherited(reader, scope, used)  # 利率…，由此前的|1.7%|调整为1.5%
    if _LASTS.search(phrase) and run[-1].dimension in ("duration", "time"):
        return Indicator(phrase, "left", used)
    of = words.endswith("的") and not is_governed(body, reader.tag)  # 在甲城的|120万亩|核心区
    leaves = _leaves_noun(body, reader.tag, counted=counted) or (
        not of and (counts_behind(reader, run[-1], after) or lacks_noun(reader, run[-1], phrase, after))
    )
    if phrase and verb is None and (of or not leaves):
        doing = run[-1].unit in _PEOPLE or (run[-1].unit == "%" and _DOERS.search(phrase))
        did = short_predicate(after) if said.last and not counted and doing else ""
        named = _shared_verb(reader, scope, said.head, phrase, reading)
        return Indicator(_with_added(reader, said, named) + did, "left", used)
    if not phrase and not said.added and reading.measure in ("change", "gap", "rank"):
        if reading.measure == "gap" and (mark := _of_another_kind(reader, scope, run[0], said)):
            return Indicator(mark, "left", used)
        return changed(reader, scope, run, reading, said.words, after)
    behind, consumed = find_behind(reader, used, said.right, clause.depth, last=said.last)
    if said.added and (behind or not phrase):
        phrase = said.added  # 全省|新增|8家|智能工厂
    if verb is None and (phrase.endswith("等") or is_governed(body, reader.tag)):
        phrase = ""
    if phrase and behind[:1] in _UPON and opens_with_preposition(behind, reader.tag):
        if said.added:
            return named_before(reader, clause, scope, phrase, run[0], used)
        return Indicator(phrase, "left", used)  # 投入|2000万元|对主要街道进行修复
    if behind and not phrase and words in JOINS and (did := verb_of_list(reader, scope)):
        return Indicator(did + behind, "both", consumed)
    if behind and not phrase and run[-1].unit in _PEOPLE and (thing := taken_part_in(reader, scope, behind)):
        return Indicator(thing + behind, "right", consumed)
    uncounted = run[-1].unit is None and run[-1].text.endswith(_MANY)
    if uncounted and not phrase and (size := noun_prefix(after, reader.tag)):
        return Indicator(after[:size], "right", used + size)
    if behind and phrase.endswith(_JOINING) and run[-1].dimension == "count":
        phrase = _opening_verb(phrase, reader.tag) or phrase  # 建设主场馆和|6个|训练馆: one main hall
    if behind and run[-1].unit is not None:
        behind = behind if said.last else OF_ALL.sub("", behind)
        if not phrase and (done := done_for(reader, words, behind, last=said.last))[0]:
            return Indicator(done[0], "right", consumed if said.last else consumed - len(behind) + done[1])
        return Indicator(phrase + behind, "both" if phrase else "right", consumed)
    if phrase:
        phrase = phrase if phrase == said.added else phrase + said.added
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
        found = inherited(reader, scope, 0, level=reading.measure == "level")
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
    if member := of_last_grade(scope, phrase, quantity) or of_group(scope, phrase, quantity):
        return member, "left"
    if rate := rate_of(scope, phrase, quantity):
        return rate, "left"
    if same := same_of_others(scope, phrase, quantity):
        return same, "left"
    if whole := mean_of_parts(scope, phrase, quantity):
        return phrase + whole, "left"
    if extreme := _EXTREME_CHANGE.search(words):
        return extreme.group(), "left"
    if owner := of_owner(phrase, spoken(reader, scope)):
        return owner + phrase, "generic"
    if crop := of_crop(phrase, spoken(reader, scope), scope.topic):
        return crop + phrase, "generic"
    share = phrase == "占比" and reading.measure == "share"
    if whole := ("" if share else of_thing(phrase, scope.topic)) or _whole_of_clause(reader, scope, phrase):
        return whole, "generic"
    if scope.bare is not None and MODIFIER.match(phrase):  # 给乡村教师发岗位补助，最低的|300元
        said = inherited(reader, scope, 0)
        if said.rule == "clause" and not _LEVEL.search(said.text):
            return said.text + phrase, "modifier"
    qualified = qualify(scope.topic, phrase, reading, quantity) if scope.topic else None
    area = _SHARE_OF_AREA.search(words) if qualified and qualified[0].endswith("占") else None
    return (qualified[0] + area["area"], qualified[1]) if qualified and area else qualified


def _whole_of_clause(reader: Reader, scope: Scope, phrase: str) -> str:
    """Return a bare 总量 with what the clause before is about: 经营主体|增量提质，总量突破1000万户."""
    said = spoken(reader, scope) if phrase in _WHOLE and not scope.topic else ""
    size = noun_prefix(said, reader.tag)
    return said[:size] + phrase if size > 1 else ""


def _unnamed(reader: Reader, scope: Scope, quantity: Quantity, name: str, used: int) -> Indicator:
    """Return what a value without words of its own measures; ``name`` says whose it is: 石桥镇|12家."""
    if whole := first_part_of(scope, quantity) or of_body(scope, name, quantity):
        return Indicator(whole, "inherited", used)
    found = inherited(reader, scope, used)
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


def _with_added(reader: Reader, said: _Said, phrase: str) -> str:
    """Return the phrase with the 新增 that stood behind it: before a noun, 新增铁路里程."""
    phrase = _OF_PERIOD.sub("", phrase) if said.added else phrase
    nominal = ends_nominal(phrase, reader.tag, strictly=True)
    return said.added + phrase if nominal else phrase + said.added


def _opening_verb(phrase: str, tag: Tagger) -> str:
    """Return the verb that opens a phrase, also one that reads as a noun: 建设|主场馆和."""
    word, pos = tag(phrase)[0]
    verb = verb_prefix(phrase, tag) or (word if pos == "vn" else "")
    return verb if len(verb) == _VERB or verb.startswith("新") else ""


def _shared_verb(reader: Reader, scope: Scope, head: str, phrase: str, reading: Reading) -> str:
    """Return the phrase with the verb that it shares with the item before: 走访职工486户、|劳模|27名 → 走访劳模."""
    if reading.measure == "change" or not head.startswith("、") or len(scope.frames) <= scope.first:
        return phrase
    if opens_with_verb(phrase, reader.tag) or phrase.endswith("率"):
        return phrase
    if phrase in _SUMS_OF:
        return scope.frames[-1].indicator + phrase  # 罚款32起、|金额|81万元
    verb = verb_prefix(scope.frames[-1].indicator, reader.tag)
    return phrase if verb in _STATES else verb + phrase
