"""The honours of a sentence: grouped under one verb, shared heads expanded, placings taken apart.

Enters: AWARD mentions. Leaves: groups of ``Honour``. Next: ``awards`` links them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from unionie.frames import Mention
from unionie.link.award_cues import JOINER, QUOTES

RANK = re.compile(
    "[（(]?((?:特|一|二|三|四|优秀|优胜|最高|头|入围|提名|鼓励)等?奖|(?:特等|最佳[一-鿿]{2,4})奖|[金银铜]质?[奖牌]|冠军|亚军|季军|团体冠军|第[一二三四五六七八九十0-9]+名|"
    "特别金奖|状元|榜首|头名)[）)]?$"
)
_HEAD = re.compile(
    "(奖章|奖状|奖杯|奖牌|先锋号|先进集体|先进个人|先进单位|标兵|能手|工作者|模范|组织奖|文明单位|巾帼标兵岗)$"
)
_LEVEL_BEFORE = re.compile("(?:全国|全省|全市|全区|全县|全州|[省市区县州]|自治区|[一-鿿]{2,4}[省市县])[“‘「『]?$")
_QUOTED = re.compile(
    "(全国|全省|全市|全区|全县|全州|自治区|[省市区县])?“([^“”\n，。；]{2,40})”(?=(?:[、和及]?(?:全国|全省|全市|[省市区县])?“[^“”\n]{2,40}”)*等?(?:多[项个]|[0-9一二两三四五六七八九十]+[项个])?(?:光荣|荣誉)?称号)"
)


class Honour(NamedTuple):
    """An honour to give: its mention, the words before it that it shares (their stretch), and its placing."""

    mention: Mention
    shared: tuple[int, int] | None
    rank: str | None

    def name(self, surface: str) -> str:
        """Return the full name of the honour: level word and shared head included, marks and placing left out."""
        name = strip_marks(surface[self.mention.start : self.mention.end])
        given = self.mention.attrs.get("name")
        if given and self.shared is None:
            plain = strip_marks(str(given))
            if plain and plain != name and not name.startswith(plain):
                return _without_rank(plain, self.rank)
            name = surface_like(name, plain)
        name = _without_rank(name, self.rank)
        if self.shared:
            name = strip_marks(surface[slice(*self.shared)]) + name
        return name


def surface_like(name: str, plain: str) -> str:
    """Return as much of ``name`` as ``plain`` has: the tagger's name without placing, in the text's characters."""
    return name[: len(plain)] if plain else name


def strip_marks(name: str) -> str:
    """Return ``name`` without quotation marks and spaces."""
    return "".join(c for c in name if c not in QUOTES and not c.isspace())


def _without_rank(name: str, rank: str | None) -> str:
    if rank and name.endswith(rank) and len(name) > len(rank):
        return name[: -len(rank)].rstrip("（(")
    return name


def group_honours(text: str, awards: Sequence[Mention]) -> list[list[Honour]]:
    """Return the honours in groups that one verb gives; nested mentions are dropped."""
    groups: list[list[Honour]] = []
    previous: Mention | None = None
    for award in awards:
        if previous is not None and award.start < previous.end:
            continue
        between = text[previous.end : award.start] if previous is not None else None
        joined = between is not None and len(between) <= 12 and JOINER.fullmatch(between) is not None
        honour = Honour(award, None, _rank(text, award))
        if joined and previous is not None:
            honour = honour._replace(shared=_shared(text, previous, award, between or ""))
            groups[-1].append(honour)
        else:
            groups.append([honour])
        previous = award
    return groups


def _rank(text: str, award: Mention) -> str | None:
    rank = award.attrs.get("rank")
    if rank:
        return str(rank)
    match = RANK.search(text[award.start : award.end])
    if match and match.start():
        return match.group(1)
    behind = re.compile(
        "[”’」』》]?[一-鿿]{0,4}?((?:特|一|二|三)等奖|[金银铜]奖|冠军|亚军|季军|第[一二三四五六七八九十0-9]+名)"
    ).match(text, award.end)
    return behind.group(1) if behind else None


def _shared(text: str, previous: Mention, award: Mention, between: str) -> tuple[int, int] | None:
    """Return the words that ``award`` shares with the honour before it: 市五一劳动 in 市五一劳动奖状、奖章."""
    name = text[award.start : award.end]
    first = text[previous.start : previous.end]
    if "、" not in between and "和" not in between and "及" not in between:
        return None
    given = award.attrs.get("name")
    if given and strip_marks(str(given)) != strip_marks(name):
        return None
    head = _HEAD.search(first)
    if len(name) <= 4 and head and _HEAD.search(name) and head.start():
        return previous.start, previous.start + head.start()
    return None


def quoted_awards(text: str, awards: list[Mention]) -> list[Mention]:
    """Return the awards, with quoted names before 称号 that no mention covers added, in text order."""
    if "称号" not in text:
        return awards
    covered = [(m.start, m.end) for m in awards]
    extra = [
        Mention(match.start(), match.end(), "AWARD", "award.quoted", {})
        for match in _QUOTED.finditer(text)
        if not any(a < match.end() and match.start() < b for a, b in covered)
    ]
    return sorted(awards + extra, key=lambda m: m.start) if extra else awards
