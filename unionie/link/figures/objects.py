"""What was done to which thing, where a value says only one of the two: 受理案件30件，审结|28件.

Enters: the phrase before a value, or the noun behind it, and the Scope. Leaves: the indicator with what it leaves out.
Next: ``indicators``.
"""

from __future__ import annotations

import re

from unionie.link.figures.behind import ATTRIBUTE
from unionie.link.figures.clauses import Clause
from unionie.link.figures.phrases import (
    NOUNS,
    Tagger,
    ends_nominal,
    lacks_object,
    names_verbs,
    trim_left,
    verb_prefix,
    without_verb,
)
from unionie.link.figures.scope import Indicator, Reader, Scope
from unionie.link.figures.topics import ANEW, names_thing
from unionie.link.figures.units import AREAS
from unionie.values.types import Quantity

_EACH = re.compile("平均|[人户日次]均|率$")
_PEOPLE = frozenset(["人", "名", "人次", "位", "人份", "名次"])
_MONEY = re.compile("(?:[学助慰补奖救养]金|[补津]贴|补助|奖励|款)$")
_JOINS = ("和", "及", "与", "、", "并")  # 批准|和|决定逮捕
_ACHIEVED = re.compile("(?:累计|共)?(?:实现|完成|创造)")
_OF_THOSE = re.compile("[对为向][^，；]{2,20}的")  # 对情节轻微的，|不批捕|1122人: no thing
_LIMIT = 16
_DEED = re.compile("[捕诉]$")  # 不批准逮捕73人，起诉|50人
_OF_COUNTED = re.compile(f"(?:{ATTRIBUTE.pattern}|[人户]均[一-鿿]{{2,8}}$)")


def with_last_object(reader: Reader, scope: Scope, phrase: str, quantity: Quantity) -> str:
    """Return a bare verb with what the one before it was done to: 受理刑事案件30件，|审结|28件; "" if it says more.

    People are left out: who is trained need not be one of those who joined.
    """
    last = scope.frames[-1] if len(scope.frames) > scope.first else None
    if last is None or last.quantity.unit != quantity.unit or quantity.unit in _PEOPLE or last.measure != "level":
        return ""
    if quantity.dimension != "count" or not names_verbs(phrase, reader.tag):
        return ""
    if thing := _object_of(last.indicator, reader.tag):
        return thing if thing.startswith(phrase) else phrase + thing  # 应换届工会60家，已|换届|50家
    thing = without_verb(last.indicator, reader.tag)
    return thing + phrase if thing != last.indicator and names_thing(thing, reader.tag) else ""


def _paid(reader: Reader, scope: Scope, phrase: str, quantity: Quantity) -> str:
    """Return a bare verb with the money that was just counted by heads: 奖学金85名，核发|21万元 → 核发奖学金."""
    last = scope.frames[-1] if len(scope.frames) > scope.first else None
    if last is None or quantity.unit != "元" or last.quantity.dimension != "count":
        return ""
    return phrase + last.indicator if _MONEY.search(last.indicator) and names_verbs(phrase, reader.tag) else ""


def _object_of(indicator: str, tag: Tagger) -> str:
    """Return the noun behind the verb of an indicator, who did it left out: 法院|受理|刑事案件."""
    at = 0
    for word, pos in tag(indicator):
        at += len(word)
        if indicator.count("“", 0, at) > indicator.count("”", 0, at):
            continue  # 实施|“千村引领、万村提升”工程项目
        if pos == "v" and (len(word) > 1 or at == 1):  # 边缘易致|贫户
            thing = "" if indicator[at:] == "贫户" else indicator[at:]
            return thing if names_thing(thing, tag) and ends_nominal(thing, tag, strictly=True) else ""
    return ""


def shared_object(reader: Reader, scope: Scope, phrase: str, quantity: Quantity) -> str:
    """Return a bare verb with the object that it shares with the one before: 新建训练馆2座、改建|5座 → 改建训练馆.

    Where that is no thing but a deed, what the text did is shared: 查处酒驾9起、醉驾|2起 → 查处醉驾. A thing before
    its verb is before this one, too: 高速公路新开工406公里、建成|67公里.
    """
    last = scope.frames[scope.first :][-2:]  # 批捕12件|37人、起诉9件
    if (
        not last
        or last[-1].indicator.endswith(("收入", "支出"))
        or phrase in NOUNS
        or [pos for _, pos in reader.tag(phrase)] != ["v"]
        or last[-1].indicator[len(verb_prefix(last[-1].indicator, reader.tag)) :][:1] in _JOINS
        or quantity.unit not in [f.quantity.unit for f in last]
    ):
        return ""
    verb = verb_prefix(last[-1].indicator, reader.tag)
    thing = last[-1].indicator[len(verb) :]
    if verb and [pos for _, pos in reader.tag(thing)] == ["v"]:
        return verb + phrase
    bare = without_verb(last[-1].indicator, reader.tag)
    if not ANEW.fullmatch(verb) and bare != last[-1].indicator and names_thing(bare, reader.tag):
        return bare + phrase
    while inner := _object_of(thing, reader.tag):  # 扫黑|除恶|摸排|线索
        thing = inner
    return phrase + thing if verb else ""


def of_counted(scope: Scope, phrase: str, words: str) -> str:
    """Return what is measured of those just counted, with their name: 13家|企业|产值达5亿元 → 企业产值."""
    last = scope.frames[-1] if len(scope.frames) > scope.first else None
    if last is None or last.rule not in ("facts.right", "facts.both"):
        return ""
    if last.quantity.dimension != "count" and last.measure != "share":
        return ""
    did = _ACHIEVED.match(words)  # 15个|园区|实现|产值200亿元
    said = words.startswith(phrase, did.end() if did else 0)
    return last.indicator + phrase if said and _OF_COUNTED.match(phrase) else ""


def verb_of_list(reader: Reader, scope: Scope) -> str:
    """Return the verb of the item before in a list of things counted before their names: 表彰8个集体、|12名|个人."""
    last = scope.frames[-1] if len(scope.frames) > scope.first else None
    if last is None or last.rule != "facts.both" or last.quantity.unit == "枚":
        return ""  # 夺得5枚金牌、3枚|银牌
    verb = verb_prefix(last.indicator, reader.tag)
    said = reader.clean.text.endswith((verb, verb + "了"), 0, last.quantity.start)
    return verb if said and verb != "授予" else ""


def named_before(reader: Reader, clause: Clause, scope: Scope, phrase: str, value: Quantity, used: int) -> Indicator:
    """Return the phrase before a value, with the object that it leaves out where one was said."""
    if whole := with_last_object(reader, scope, phrase, value) or _paid(reader, scope, phrase, value):
        return Indicator(whole, "elided", used)
    if value.unit in AREAS and names_verbs(phrase, reader.tag):
        return Indicator(phrase + value.unit, "left", used)  # 全州辖|5县
    lacking = lacks_object(phrase, reader.tag) or (clause.opening == "：" and names_verbs(phrase, reader.tag))
    if phrase == "新增" and (topic := scope.topic or scope.before).startswith(phrase):
        return Indicator(topic, "inherited", used)  # 新增会员986人，一季度|新增|523人
    last = scope.frames[-1].quantity.unit if len(scope.frames) > scope.first and scope.bare is None else value.unit
    others = value.unit in _PEOPLE and last not in _PEOPLE and not phrase.endswith("及")  # 解除协议15家，起诉|12人
    thing = elided(reader, scope) if lacking and not others else ""
    thing = thing if len(thing) > 1 else ""
    return Indicator(thing + phrase, "elided" if thing else "left", used)


def elided(reader: Reader, scope: Scope) -> str:
    """Return the thing that a verb without its object is about: 像这样的驿站，去年新建了|11个 → 驿站."""
    if scope.bare is not None:
        start, end = scope.bare
        if _OF_THOSE.fullmatch(reader.words(start, end, 0)):
            return ""
        low, high = trim_left(reader.words(start, end, 0), reader.tag)
        named = reader.phrase(start + low, start + high, 0).rpartition("的")[2]
        if names_thing(named, reader.tag):
            return without_verb(named, reader.tag)[-_LIMIT:]
    counted = (frame.indicator for frame in reversed(scope.frames[scope.first :]) if frame.quantity.unit != "%")
    told = next(counted, "") if scope.topic.endswith("率") else scope.topic
    if _DEED.search(told) and names_verbs(told, reader.tag):
        return ""
    return without_verb(told, reader.tag)


def taken_part_in(reader: Reader, scope: Scope, behind: str) -> str:
    """Return what people took part in or had of, where only a verb says it: 办培训班7期，418人次|参加 → 培训班."""
    if not scope.topic or not names_verbs(behind, reader.tag) or scope.topic.endswith(behind):
        return ""
    if _EACH.search(scope.topic):
        return ""  # 人均加班60天，7人|负伤
    return scope.topic.removeprefix(verb_prefix(scope.topic, reader.tag))
