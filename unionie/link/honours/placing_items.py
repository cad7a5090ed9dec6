"""The placings of a list behind a verb: 理科组二等奖、文科组三等奖; 冠、亚军.

Enters: a stretch of clean text. Leaves: ``Item`` tuples, each with the words that name its group and its placing in
full. Next: ``placings`` says to which contest each belongs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from unionie.link.honours.cues import find_verbs
from unionie.link.honours.ranks import NUMBER, PLACE

__all__ = ["BARE", "BEHIND", "RANK", "SHORT", "Item", "complete", "read_items"]

Extent = tuple[int, int]

_BARE = "(?<!榜)第[一二三四五六七八](?=[，。；、！]|$)"  # 团体总分第二
RANK = f"(?:[特一二三四五]等功奖|最佳(?!组织)[一-鿿]{{2,4}}奖|桂冠|{PLACE}|{_BARE})"
BARE = re.compile("第[一二三四五六七八]")
# A placing that shares its end with the next one of the list: 第一、二、三名; 冠、亚军; 一、二等奖; 金、银牌.
SHORT = f"(?:第?{NUMBER}|[特一二三](?:等)?|[冠亚季]|[金银铜])"
_PIECE = re.compile(f"(?P<name>[^、，。；：！？\n]*?)(?P<rank>{RANK})")
_LAST = re.compile(f"(?P<name>)(?P<rank>{NUMBER}名)")
_OPEN = re.compile(f"(?P<name>[^、，。；：！？\n]*?)(?P<rank>{SHORT})?")
# Placings set in one word, 冠亚军; and those that a verb says in one: 夺冠, 折桂.
_TOGETHER = re.compile("(?P<name>[^、，。；：！？冠亚季\n]{0,20})(?P<places>[冠亚季]{2,3})军")
_JOIN = re.compile("、|和(?!谐)|与|及|以及")
_STOP = re.compile("[，。；：！？\n]|$")
# What may stand behind the placing; a count makes it a figure.
BEHIND = re.compile(
    "[”’」』》）]?(?:一[枚块座](?=[，。；])|的?(?:好|优秀|骄人|可喜)?(?:成绩|佳绩|殊荣|称号|荣誉|奖项|奖牌|奖杯|奖励|桂冠|名次)|[（(][^（）()\n]{0,24}[）)])?"
    "(?=[，。；、！？（”\n　]|$|并|且|和|与|，|而|后|—|、|成为|被|获|再|刷新|的(?!获)"
    "|收入囊中|[揽收纳]入|[捧带抱领]回|[捧领拿]走|拿下|握在)"
)
_COUNTED = re.compile(
    f"[”」]?(?!一[枚块座][，。；])[共各]?(?:{NUMBER}|[百千两数多])(?:余|多)?[项个名人件篇次枚块组家部幅人套座]"
)
_MANY = re.compile(
    f"(?:^|全部)(?![一1][枚块座])(?:[0-9.]+|第?{NUMBER})[多余]?[枚个项块名]|(?<!第)(?:[0-9]{{2,}}|[2-9二两三四五六七八九十])[枚块]的?$"
)
_COUNT_OF_ALL = re.compile("([两三四五])[枚块座]$")
_COUNTS = "两三四五"


class Item(NamedTuple):
    """One placing of a list: its stretch, the stretch of the words that name its group, and the placing in full."""

    start: int
    end: int
    name: Extent
    rank: str


def read_items(text: str, start: int, end: int) -> list[Item]:
    """Return the placings of the list that begins at ``start``; none where the words end in something else."""
    stop = _STOP.search(text, start, min(end, start + 90))
    limit = stop.start() if stop else min(end, start + 90)
    together = _TOGETHER.match(text, start, limit)
    if together and BEHIND.match(text, together.end()):
        first = together.start("places")
        return [
            Item(first + place, first + place + 1, together.span("name"), f"{mark}军")
            for place, mark in enumerate(together.group("places"))
        ]
    pieces: list[re.Match[str]] = []
    position = start
    full = False
    while position < limit:
        match = _PIECE.match(text, position, limit)
        if any((piece.group("rank") or "").startswith("第") for piece in pieces):
            match = _LAST.match(text, position, limit) or match
        joint = _next_joint(text, position, limit)
        if match and (joint is None or match.end() <= joint.start()):
            counted = _COUNT_OF_ALL.search(match.group("name"))  # 甲项、乙项两枚金牌
            unnamed = _unnamed(match.group("name")) and not (
                pieces and counted and len(pieces) + 1 == _COUNTS.find(counted.group(1)) + 2
            )
            if _COUNTED.match(text, match.end()) or unnamed or not BEHIND.match(text, match.end()):
                break
            pieces.append(match)
            full = True
            behind = BEHIND.match(text, match.end())
            position = behind.end() if behind else match.end()
        else:
            open_ = _OPEN.fullmatch(text, position, joint.start()) if joint else None
            if open_ is None or joint is None:
                break
            pieces.append(open_)
            full = False
            position = joint.start()
        following = _JOIN.match(text, position, limit)
        if following is None:
            break
        position = following.end()
    while pieces and not full:
        full = re.search(f"(?:{RANK}|名)$", pieces[-1].group()) is not None
        if not full:
            pieces.pop()
    return _whole(pieces)


def _unnamed(words: str) -> bool:
    """Tell whether the words before a placing name no group or contest: a count, or a clause with its own verb."""
    return _MANY.search(words) is not None or any(verb.kind == "get" for verb in find_verbs(words, 0, len(words)))


def _next_joint(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the next mark of a list outside quotation marks and brackets."""
    for match in _JOIN.finditer(text, start, end):
        inside = text[start : match.start()]
        if inside.count("“") == inside.count("”") and inside.count("（") == inside.count("）"):
            return match
    return None


def _whole(pieces: Sequence[re.Match[str]]) -> list[Item]:
    """Return the items with the words that they share: a placing's end from the right, a group from the left."""
    items: list[Item] = []
    rank = ""
    for piece in reversed(pieces):
        own = piece.group("rank")
        rank = complete(own, rank) if own else rank
        items.append(Item(*piece.span(), piece.span("name"), rank))
    items.reverse()
    group = (0, 0)
    shared: list[Item] = []
    for number, item in enumerate(items):
        elliptic = number > 0 and pieces[number].group("name") == ""
        shared.append(item._replace(name=group) if elliptic else item)
        group = shared[-1].name
    return shared


def complete(own: str, following: str) -> str:
    """Return a placing in full: 第一 before 第三名 is 第一名, 冠 before 亚军 is 冠军."""
    if re.fullmatch(RANK, own) and not BARE.fullmatch(own):
        return own
    if own.endswith("名"):
        return "第" + own
    tail = re.search("(?:名|等奖|军|[奖牌])$", following)
    bare = own.removesuffix("等")
    return (
        own
        if tail is None
        else ("第" if tail.group() == "名" and not bare.startswith("第") else "") + bare + tail.group()
    )
