"""The same statement made again: headline, lede and body are one fact with several mentions.

Enters: facts in text order. Leaves: groups of indexes that state one fact. Next: ``facts`` merges them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

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
_TELLING = 2  # digits: two figures alike by chance are rare


def group_repeats(facts: Sequence[Fact], heads: Sequence[bool], nouns: Sequence[str]) -> list[list[int]]:
    """Return groups of indexes of facts that say the same thing, in order of their first members.

    ``heads`` says of each whether it stands in a headline, which says in fewer words what the body says; ``nouns``,
    what stands behind its classifier: as many of the same are the same (决出5个工种的名次, 5个工种的第一名).
    """
    groups: dict[tuple[object, ...], list[list[int]]] = {}
    order: list[list[int]] = []
    for index, fact in enumerate(facts):
        key = (fact.value, fact.high, fact.measure, fact.direction, _unit_class(fact))
        for group in groups.setdefault(key, [])[-_COMPARED:]:
            headline = heads[group[0]] or heads[index]
            same_noun = bool(nouns[index]) and nouns[group[0]] == nouns[index]
            if (headline and _announces(facts[group[0]], fact)) or _same_statement(facts[group[0]], fact, same_noun):
                group.append(index)
                break
        else:
            group = [index]
            groups[key].append(group)
            order.append(group)
    return order


def _unit_class(fact: Fact) -> str | None:
    return next((kind for kind, units in _CLASSES.items() if fact.unit in units), fact.unit)


def _announces(one: Fact, other: Fact) -> bool:
    """Return whether a headline and its body state one figure: a telling number, no subject or date in conflict."""
    digits = len(str(one.value).strip("0").replace(".", ""))
    return digits >= _TELLING and _compatible(one, other) and not _contrasted(one.indicator, other.indicator)


def _same_statement(one: Fact, other: Fact, same_noun: bool) -> bool:
    """Return whether two facts of one value measure the same: alike indicators, no conflict in time, place or kind."""
    if one.evidence == other.evidence or one.modality != other.modality or one.precision != other.precision:
        return False
    if one.baseline and other.baseline and one.baseline != other.baseline:
        return False
    if one.rule == other.rule == "facts.table" or not _compatible(one, other) or not _same_subject(one, other):
        return False
    if _contrasted(one.indicator, other.indicator):
        return False
    if same_noun:
        return True
    shared = overlap(one.indicator, other.indicator)
    digits = len(str(one.value).strip("0").replace(".", ""))
    return shared >= (0.5 if digits >= 3 else 0.65 if digits == 2 else 0.85)


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
