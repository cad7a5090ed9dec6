"""Recipients that are counted against those that are listed.

Enters: facts and awards. Leaves: Notices. Next: ``audit``.

A roll that a count introduces (授予下列12名同志…) should be as long as the count says.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from unionie.records import Award, Fact, Notice

__all__ = ["find_unlisted_awards"]

_ROLL = 3  # recipients from which a list is a roll
_COUNTED = frozenset("名人个位家件项")
_MARKS = re.compile("[“”‘’「」『』《》]")
_GIVEN = re.compile("(?:决定)?(?:授予|表彰|命名|通报表彰|评选|评选表彰|当选|获|荣获|获评|记)?的?")
_GROUP = re.compile("(?:荣誉)?(?:称号)?(?:单位|职工|班组|集体|个人|同志|教师|人员|企业|获得者)?")


def find_unlisted_awards(facts: Sequence[Fact], awards: Sequence[Award]) -> Iterator[Notice]:
    """Yield a notice for each honour whose roll is a few recipients shorter than the text counts."""
    rolls: dict[str, dict[str, Award]] = defaultdict(dict)
    for award in awards:
        rolls[_bare(award.award)].setdefault(award.recipient, award)
    said: set[str] = set()
    for fact in facts:
        honour = next((name for name in rolls if _counts(fact, name)), None) if _is_count(fact) else None
        if honour is None or honour in said:
            continue
        counted, listed = int(fact.value), len(rolls[honour])
        if listed >= _ROLL and listed < counted <= listed + max(2, counted // 5):
            said.add(honour)
            award = next(iter(rolls[honour].values()))
            message = f"文中称{award.award}有{''.join(fact.mentions[0].text.split())}，名单中只认出{listed}个"
            last = [one.evidence for one in rolls[honour].values()][-1]
            yield Notice(kind="awards_not_listed", message=message, evidence=(fact.mentions[0], last))


def _is_count(fact: Fact) -> bool:
    counted = fact.unit in _COUNTED and fact.measure == "level" and fact.precision == "exact" and fact.high is None
    return counted and fact.modality == "actual" and fact.value == fact.value.to_integral_value()


def _counts(fact: Fact, honour: str) -> bool:
    """Tell whether a count is of those who receive the honour, and of no part of them: 授予…劳动模范称号 15名."""
    before, found, behind = _bare(fact.indicator).partition(honour)
    return bool(found) and _GIVEN.fullmatch(before) is not None and _GROUP.fullmatch(behind) is not None


def _bare(name: str) -> str:
    return _MARKS.sub("", name)
