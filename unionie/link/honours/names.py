"""The honours of a sentence: grouped under one verb, shared heads expanded, placings taken apart.

Enters: AWARD mentions. Leaves: groups of ``Honour``. Next: ``awards`` links them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from typing import NamedTuple

from unionie.frames import Mention
from unionie.link.honours.cues import JOINER, QUOTES
from unionie.link.honours.placings import RULE as PLACED
from unionie.link.honours.ranks import PLACE, ends_name

Extent = tuple[int, int]

_PLACING = f"(?:[特一二三四][、，和])+[一二三四]等奖|头等奖|特别金奖|提名|状元|榜首|{PLACE}"
RANK = re.compile(f"[（(]?({_PLACING})[）)]?$")
_BEHIND = re.compile(f"[”’」』》]?(?:[一-鿿]{{0,4}}组)?({_PLACING})")
_PURE = re.compile(f"[“「]?(?:{_PLACING})[”」]?")
# What gets a plate of metal, which is no placing.
_PLATED = re.compile("(?:基地|工作室|单位|站|企业|中心|之家|点|岗|集体|学校|社区|窗口)$")
# What names an honour or a contest by itself, so that a placing needs no other name.
_NAMED = re.compile("赛|奖|评选|评比|杯|运动会|展评|比武|称号|大会|博览会|艺术节|工程|功$")
_HEAD = re.compile(
    "(奖章|奖状|奖杯|奖牌|先锋号|先进集体|先进个人|先进单位|标兵|能手|工作者|模范|组织奖|文明单位|巾帼标兵岗)$"
)
_OF_PRIZE = re.compile("(?:科技进步|科学技术(?:进步)?|自然科学|技术发明|技术进步)$")  # 国家科技进步|二等奖
_PRAISED = re.compile("(?:先进|优秀)(?:工作者|生产者)$")
# Behind a placing that its own clause is about: 亚军|被甲夺走.
TOLD = re.compile("(?:的?得主|的?获得者)?(?:分别|依次|则|最终)*(?:[被由归]|花落|属于|[是为])")


# Between two honours of a list, of which branch the second is: 省“工人先锋号|”、长江水系“|文明航道站”.
_OF_BRANCH = re.compile("[”」]?(?:[、和及与]|以及)[一-鿿]{2,8}(?:系统|水系|流域|行业|战线)[“「]")


class Honour(NamedTuple):
    """An honour to give: its mention, the words before it that name it too (their stretch), and its placing.

    ``shared`` is a head that goes before the mention's own words. ``parts`` are all the stretches of a name that the
    text gives in pieces: the contest, and the group in which the placing was won.
    """

    mention: Mention
    shared: Extent | None
    rank: str | None
    parts: tuple[Extent, ...] = ()

    def name(self, text: str, surface: str) -> str:
        """Return the full name of the honour: level word and shared head included, marks and placing left out."""
        name = self._own_name(text, surface)
        prize = self.rank is not None and self.rank.endswith("等奖") and _OF_PRIZE.search(name) is not None
        return f"{name}奖" if prize else name

    def _own_name(self, text: str, surface: str) -> str:
        if self.parts:
            return strip_marks("".join(surface[slice(*part)] for part in self.parts)).removesuffix("的")
        own = strip_marks(text[self.mention.start : self.mention.end])
        shown = strip_marks(surface[self.mention.start : self.mention.end])
        given = strip_marks(str(self.mention.attrs.get("name") or ""))
        if self.rank is None and given and own == given + str(self.mention.attrs.get("rank") or ""):
            given = own  # 道德模范|提名奖: no placing, but the end of the name
        if self.shared is None and given and given != own:
            if own.startswith(given):
                return shown[: len(given)]
            at = given.find(own)
            if at < 0:
                return _without_rank(given, self.rank)
            return _without_rank(given[:at] + shown + given[at + len(own) :], self.rank)
        if self.rank and own.endswith(self.rank) and len(own) > len(self.rank):
            shown = shown[: len(own) - len(self.rank)].rstrip("（(")
        return strip_marks(surface[slice(*self.shared)]) + shown if self.shared else shown

    def placing(self, text: str, surface: str) -> str | None:
        """Return the placing in the text's own characters."""
        if self.rank is None:
            return None
        at = text.find(self.rank, self.mention.start, self.mention.end + len(self.rank) + 12)
        return surface[at : at + len(self.rank)] if at >= 0 else self.rank


_MARKS = re.compile(f"[{re.escape(QUOTES)}\\s]+")


def strip_marks(name: str) -> str:
    """Return ``name`` without quotation marks and spaces."""
    return _MARKS.sub("", name)


def _without_rank(name: str, rank: str | None) -> str:
    if rank and name.endswith(rank) and len(name) > len(rank):
        return name[: -len(rank)].rstrip("（(")
    return name


def group_honours(text: str, awards: Sequence[Mention], holders: Set[int] = frozenset()) -> list[list[Honour]]:
    """Return the honours of a sentence in groups that one verb gives.

    ``holders`` is where persons begin: 甲班获A，全国优秀教师|乙出自该班 gives the second to its holder.

    Nested mentions are dropped, and a placing alone takes the name of the placed honour before it or, without one, is
    left out.
    """
    groups: list[list[Honour]] = []
    previous: Mention | None = None
    for award in awards:
        if previous is not None and award.start < previous.end:
            continue
        between = text[previous.end : award.start] if previous is not None else None
        placed = award.rule == PLACED
        honour = _honour(text, award)
        joined = between is not None and len(between) <= 12 and JOINER.fullmatch(between) is not None
        joined = joined or (between is not None and _OF_BRANCH.fullmatch(between) is not None)
        own = award.end in holders or (placed and TOLD.match(text, award.end))
        joined = joined and not (own and "，" in (between or ""))
        if joined and previous is not None and groups:
            if not placed:
                honour = honour._replace(shared=_shared(text, previous, award, between or ""))
            groups[-1].append(honour)
        else:
            groups.append([honour])
        previous = award
    groups = _inherited(text, groups)
    return [named for group in groups if (named := [each for each in group if not _nameless(text, each)])]


def _inherited(text: str, groups: list[list[Honour]]) -> list[list[Honour]]:
    """Return the groups with the name of the last placed honour for placings that have none: 获甲奖金奖，…获银奖."""
    parts: tuple[Extent, ...] = ()
    done = []
    for group in groups:
        whole = []
        for each in group:
            start, end = each.mention[:2]
            if _nameless(text, each) and parts:
                whole.append(each._replace(parts=parts, rank=strip_marks(text[start:end])))
                continue
            if each.rank and not _nameless(text, each):
                placed = text.endswith(each.rank, start, end)
                parts = each.parts or ((start, end - (len(each.rank) if placed else 0)),)
            whole.append(each)
        done.append(whole)
    return done


def _nameless(text: str, honour: Honour) -> bool:
    return honour.shared is None and not honour.parts and _PURE.fullmatch(text, *honour.mention[:2]) is not None


def placed_honour(placing: Mention) -> Honour:
    """Return the honour of a placing in a contest, whose mention holds the stretches of its name."""
    parts = tuple((int(start), int(end)) for start, end in placing.attrs["parts"])
    return Honour(placing, None, str(placing.attrs["rank"]), parts=parts)


def _honour(text: str, award: Mention) -> Honour:
    if award.rule == PLACED:
        return placed_honour(award)
    return Honour(award, None, _rank(text, award))


def _rank(text: str, award: Mention) -> str | None:
    """Return the placing that an honour's mention or the words behind it tell."""
    own = strip_marks(text[award.start : award.end])
    rank = _told_rank(text, award, own)
    bare = own.removesuffix(rank) if rank else own
    if rank == "提名奖" and not own.endswith(rank):
        return rank  # “省最美职工”|提名奖: whoever gets it is no 最美职工
    if rank and (
        (rank.endswith("牌") and _PLATED.search(bare))
        or (rank == "状元" and bare and not _NAMED.search(bare))
        or (bare and ends_name(bare, rank))
    ):
        return None  # a plate of metal; 技术状元 and 教学质量优胜奖 are names of honours
    return rank


def _told_rank(text: str, award: Mention, own: str) -> str | None:
    rank = award.attrs.get("rank")
    if rank:
        return str(rank) if not own.endswith(str(rank)) or len(own) - len(str(rank)) not in (1, 2) else None
    match = RANK.search(text[award.start : award.end])
    behind = None if match else _BEHIND.match(text, award.end)
    return match.group(1) if match else strip_marks(behind.group()) if behind else None


def _shared(text: str, previous: Mention, award: Mention, between: str) -> Extent | None:
    """Return the words that ``award`` shares with the honour before it: 市五一劳动 in 市五一劳动奖状、奖章."""
    name = text[award.start : award.end]
    first = text[previous.start : previous.end]
    if not any(mark in between for mark in "、和及与"):
        return None
    given = award.attrs.get("name")
    if given and strip_marks(str(given)) != strip_marks(name):
        return None
    if "”" in between and "“" in between and not _HEAD.fullmatch(name):
        return None  # each in its own marks: “教学能手”和“师德标兵”
    head = _HEAD.search(first)
    praised = _PRAISED.search(first)
    if praised and name == "劳动模范":
        return previous.start, previous.start + praised.start()
    if len(name) <= 4 and head and _HEAD.search(name) and head.start():
        return previous.start, previous.start + head.start()
    return None
