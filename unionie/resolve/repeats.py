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
    )
)
_COMPARED = 64  # of one value, the latest: a text that states one value a thousand times stays linear
_CLASSES = {
    "人": frozenset(["人", "名", "位", "个"]),
    "件": frozenset(["件", "起", "次", "宗"]),
    "元": frozenset(["元", "块"]),
}
_NO_NOUN = ("国家", "全国", "国际", "世界", "中央")  # begin the names of most different things
_NEARBY = 300  # characters
_TELLING = 2  # digits: two figures alike by chance are rare


def group_repeats(facts: Sequence[Fact], heads: Sequence[bool], noun: Callable[[int], str]) -> list[list[int]]:
    """Return groups of indexes of facts that say the same thing, in order of their first members.

    ``heads`` says of each whether it stands in a headline, which says in fewer words what the body says; ``noun``,
    what is counted: as many of the same nearby are the same (决出5个工种的名次, 5个工种的第一名).
    """
    groups: dict[tuple[object, ...], list[list[int]]] = {}
    order: list[list[int]] = []
    for index, fact in enumerate(facts):
        key = (fact.value, fact.high, fact.measure, fact.direction, _unit_class(fact))
        for group in groups.setdefault(key, [])[-_COMPARED:]:
            first = facts[group[0]]
            if (heads[group[0]] or heads[index]) and _announces(first, fact):
                break
            if not _may_repeat(first, fact):
                continue
            near = any(fact.mentions[0].start - facts[one].mentions[0].start < _NEARBY for one in group)
            if _alike(first.indicator, fact) or (near and _same_noun(noun(group[0]), noun(index))):
                break
        else:
            group = []
            groups[key].append(group)
            order.append(group)
        group.append(index)
    return order


def _unit_class(fact: Fact) -> str | None:
    return next((kind for kind, units in _CLASSES.items() if fact.unit in units), fact.unit)


def _announces(one: Fact, other: Fact) -> bool:
    """Return whether a headline and its body state one figure: a telling number, no subject or date in conflict."""
    digits = len(str(one.value).strip("0").replace(".", ""))
    return digits >= _TELLING and _compatible(one, other) and not _contrasted(one.indicator, other.indicator)


def _may_repeat(one: Fact, other: Fact) -> bool:
    """Return whether two facts of one value do not conflict in time, place or kind."""
    if one.evidence == other.evidence or one.modality != other.modality or one.precision != other.precision:
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


def overlap(one: str, other: str) -> float:
    """Return the share of the shorter indicator's characters that stand in the longer one too."""
    short, long = sorted((one, other), key=len)
    if not short:
        return 0.0
    return sum(char in long for char in short) / len(short)
