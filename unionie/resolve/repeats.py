"""The same statement made again: headline, lede and body are one fact with several mentions.

Enters: facts in text order. Leaves: groups of indexes that state one fact. Next: ``facts`` merges them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from unionie.records.models import Fact

_DEICTIC = re.compile(r"[全我本各该]")
_CONTRASTS = tuple(
    frozenset(words)
    for words in (
        "一二三四五六七八九十",
        "城乡农镇村",
        "男女",
        "大中小",
        "东西南北",
        "上下",
        "进出",
        "收支",
        "新老",
        "公民",
        "增减",
        "金银铜",
    )
)
_COMPARED = 64  # of one value, the latest: a text that states one value a thousand times stays linear
_CLASSES = {
    "人": frozenset(["人", "名", "位", "个"]),
    "件": frozenset(["件", "起", "次", "宗"]),
    "元": frozenset(["元", "块"]),
    "枚": frozenset(["枚", "金", "银", "铜"]),
}
_OWN_MONEY = re.compile("(?:人民币|新[台臺]币|新臺幣|港币|港幣|澳门币|澳門幣)?[元圆圓]?")
_NO_NOUN = ("国家", "全国", "国际", "世界", "中央")  # begin the names of most different things
_NEARBY = 300  # characters
_TELLING = 2  # digits: two figures alike by chance are rare
_OPENING = 200  # characters
_HALF = 0.5  # of the words
_GIVEN = 40  # characters behind those counted, in which their honour is named
_ROLL = re.compile("^(?:附?表|附件)[0-9一二三四五六七八九十]*|名单$")
_MARKS = re.compile(r"[“”‘’「」『』【】《》〔〕\s]")


def group_repeats(facts: Sequence[Fact], heads: Sequence[bool], noun: Callable[[int], str]) -> list[list[int]]:
    """Return groups of indexes of facts that say the same thing, in order of their first members.

    ``heads`` says of each whether it stands in a headline, which says in fewer words what the body says; ``noun``,
    what is counted: as many of the same nearby are the same (决出5个工种的名次, 5个工种的第一名).
    """
    groups: dict[tuple[object, ...], list[list[int]]] = {}
    order: list[list[int]] = []
    for index, fact in enumerate(facts):
        key = (fact.value, fact.high, fact.measure, fact.direction)
        for group in groups.setdefault(key, [])[-_COMPARED:]:
            first = facts[group[0]]
            if not _same_unit(first, fact):
                continue
            if (heads[group[0]] or heads[index]) and _announces(first, fact):
                break
            if not _may_repeat(first, fact):
                continue
            near = any(fact.mentions[0].start - facts[one].mentions[0].start < _NEARBY for one in group)
            counted = near and _same_noun(noun(group[0]), noun(index))
            if counted or _alike(first.indicator, fact) or heads_list(first, fact):
                break
        else:
            group = []
            groups[key].append(group)
            order.append(group)
        group.append(index)
    return order


def _same_unit(one: Fact, other: Fact) -> bool:
    """Return whether two facts count alike; a table's cell may leave its unit out."""
    if one.unit == other.unit or any(one.unit in units and other.unit in units for units in _CLASSES.values()):
        return True
    if one.unit is None or other.unit is None:
        return "facts.table" in (one.rule, other.rule)
    return _OWN_MONEY.fullmatch(one.unit) is not None and _OWN_MONEY.fullmatch(other.unit) is not None


def _announces(one: Fact, other: Fact) -> bool:
    """Return whether a headline and its body state one figure: a telling number, or in its opening words of it too.

    No subject or date is in conflict.
    """
    digits = len(str(one.value).strip("0").replace(".", ""))
    opens = other.mentions[0].start < _OPENING and overlap(one.indicator, other.indicator) >= _HALF
    return (digits >= _TELLING or opens) and _compatible(one, other) and not _contrasted(one.indicator, other.indicator)


def _may_repeat(one: Fact, other: Fact) -> bool:
    """Return whether two facts of one value do not conflict in time, place or kind."""
    again = one.evidence == other.evidence and "facts.echo" not in (one.rule, other.rule)
    if again or one.modality != other.modality or one.precision != other.precision:
        return False
    if one.baseline and other.baseline and one.baseline != other.baseline:
        return False
    if one.rule == other.rule == "facts.table" or not _compatible(one, other) or not _same_subject(one, other):
        return False
    return not _contrasted(one.indicator, other.indicator)


def _alike(indicator: str, fact: Fact) -> bool:
    """Return whether an indicator shares enough with that of a fact: the fewer digits it has, the more."""
    digits = len(str(fact.value).strip("0").replace(".", ""))
    return overlap(indicator, fact.indicator) >= (0.5 if digits >= 3 else 0.65 if digits == 2 else 0.85)


def _same_noun(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return bool(short) and short not in _NO_NOUN and long.startswith(short)


def _compatible(one: Fact, other: Fact) -> bool:
    """Return whether two facts can hold at one time; a period that no words state contradicts nothing."""
    if one.as_of and other.as_of and one.as_of != other.as_of:
        return False
    if one.period and other.period and one.period.text and other.period.text:
        return one.period.start[:4] == other.period.start[:4] and one.period.end[:4] == other.period.end[:4]
    return True


def _same_subject(one: Fact, other: Fact) -> bool:
    """Return whether two facts can belong to one body: a name in another (南平, 南平市), or a deictic (全市)."""
    if one.subject is None or other.subject is None:
        return True
    if _DEICTIC.match(one.subject) or _DEICTIC.match(other.subject):
        return True
    names, others = ({fact.subject or "", fact.subject_full or fact.subject or ""} for fact in (one, other))
    return any(name in whole or whole in name for name in names for whole in others)


def _contrasted(one: str, other: str) -> bool:
    """Return whether two indicators differ in words that exclude each other: 第一/第二, 城镇/农村, 男/女."""
    only_one, only_other = set(one) - set(other), set(other) - set(one)
    return any(only_one & group and only_other & group for group in _CONTRASTS)


def heads_list(one: Fact, other: Fact) -> bool:
    """Return whether a heading counts those to whom a sentence gives its honour: 等6个单位“甲”称号 … 一、甲（6个）."""
    at = other.mentions[0].start - other.evidence.start
    if other.evidence.text[max(at - 1, 0) : at] not in ("（", "(", "【", "〔"):
        return False
    behind = one.mentions[0].end - one.evidence.start
    honour = _ROLL.sub("", _MARKS.sub("", other.indicator))
    return len(honour) > 1 and honour in _MARKS.sub("", one.evidence.text[behind : behind + _GIVEN])


def overlap(one: str, other: str) -> float:
    """Return the share of the shorter indicator's characters that stand in the longer one too, marks aside."""
    short, long = sorted((_MARKS.sub("", one), _MARKS.sub("", other)), key=len)
    if not short:
        return 0.0
    return sum(char in long for char in short) / len(short)
