"""Results set beside those who reached them, with no verb: 男子跳远冠军甲（某校）, 车工：第一名乙, 丙（某厂）二等奖.

Enters: clean text, its sentences and mentions. Leaves: frames, one a winner and placing, whose mentions are placings
(``placings`` says to which contest each belongs). Next: ``awards`` adds them to what verbs give.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from unionie.clean.types import CleanText
from unionie.frames import AwardFrame, Mention, Sentence
from unionie.link.honours.contests import Contest, Setting
from unionie.link.honours.cues import find_verbs
from unionie.link.honours.frames import beside
from unionie.link.honours.headings import LEAD, labels_other, names_contest, names_honour, refuses
from unionie.link.honours.names import placed_honour
from unionie.link.honours.placing_items import RANK, Item
from unionie.link.honours.placings import EVENT, RULE, mention_of
from unionie.link.honours.recipients import Recipient
from unionie.link.rolls.entries import read_entries

Extent = tuple[int, int]

_RANK = re.compile(
    f"{RANK}(?![（(]|的?(?:获得者|得主|[是为归有])|则|分别|依次|花落|属于|[被由]|空缺"
    "|[0-9一二三四五六七八九十两各共]+[名个项])"
)
# The label of a line or sentence: the contest, the group or the field of what it lists.
_LABEL = re.compile("(?:【?[^【】\n]{1,12}】)?([^【】，。；：、！？（）\n]{2,20})(?:（[^（）\n]{0,40}）)?[：:]")
_STOP = re.compile("[，。；\n](?![^（）\n]*）)|$")
_GAP = re.compile("[：:\\s　]{0,2}")
# A placing that opens its item, parted from its winner and the bracket or result behind: 冠军，|甲（某队），10秒43.
_PARTED = re.compile("，(?=[一-鿿·]{2,12}(?:（[^（）\n]{2,16}）)?(?:[，；。]?$|[；。\n]|，[0-9]))")
# A line of cells: 甲　某医院　一等奖.
_CELLS = re.compile(
    f"[\\s　]*(?:[0-9]{{1,2}}[.．、]?[　\t]*)?([^，。；：\\s　]{{2,6}})[　\t]+[^，。；：\\s　]{{3,24}}"
    f"[　\t]+(?:{RANK})[\\s　]*"
)
_LONGEST = 60  # characters of one item


def link_results(clean: CleanText, settings: Sequence[Setting], mentions: Sequence[Mention]) -> list[AwardFrame]:
    """Return a frame for each winner that stands right behind or before a placing, in text order.

    ``settings`` are those of ``in_force``.
    """
    frames: list[AwardFrame] = []
    for sentence, contests in settings:
        if clean.blocks[sentence.block].kind in ("paragraph", "list_item", "heading"):
            frames.extend(_sentence_results(clean, sentence, mentions, contests))
    return frames


def _sentence_results(
    clean: CleanText, sentence: Sentence, mentions: Sequence[Mention], contests: Sequence[Contest]
) -> Iterator[AwardFrame]:
    text = clean.text
    ranks = list(_RANK.finditer(text, sentence.start, sentence.end))
    if not ranks or refuses(text[sentence.start : sentence.end]):
        return
    lead = LEAD.match(text, sentence.start, sentence.end)
    label = _LABEL.match(text, lead.end() if lead else sentence.start, ranks[0].start())
    if label and labels_other(label.group(1)):
        return
    start = label.end() if label else sentence.start
    named = label.span(1) if label else (start, start)
    nexts = [rank.start() for rank in ranks[1:]] + [sentence.end]
    behind = [_behind(text, mentions, start, rank, until) for rank, until in zip(ranks, nexts, strict=True)]
    rows = _CELLS.fullmatch(text, sentence.start, sentence.end)
    start = rows.start(1) if rows else start
    if any(behind) and not rows:
        found = behind
    elif label or rows:
        found = [_before(text, mentions, start, rank) for rank in ranks]
    else:
        return
    group = (start, start)
    for rank, names in zip(ranks, found, strict=True):
        own = _group(text, start, rank.start(), names)
        group = own if own[0] < own[1] or text[own[0] - 1] != "、" else group
        item = Item(*rank.span(), group, rank.group())
        mention = (
            (mention_of(text, item, contests) if rows else _mention(text, item, named, contests)) if names else None
        )
        if mention:
            yield from (beside(clean, each, placed_honour(mention), sentence) for each in names)


def _behind(text: str, mentions: Sequence[Mention], start: int, rank: re.Match[str], end: int) -> list[Recipient]:
    """Return whom the words between a placing and the end of its item name: 一等奖|甲、乙; another is at ``end``."""
    parted = _item_start(text, start, rank.start()) == rank.start() and _PARTED.match(text, rank.end(), end)
    after = rank.end() + bool(parted)
    stop = _STOP.search(text, after, min(end, after + _LONGEST))
    until = stop.start() if stop else end
    if until == end and _RANK.match(text, end):
        until = max(text.rfind("、", after, end), after)
    gap = _GAP.match(text, after, until)
    first = gap.end() if gap else after
    if until - first < 2 or find_verbs(text, _item_start(text, start, rank.start()), until):
        return []
    return read_entries(text, mentions, first, until)


def _before(text: str, mentions: Sequence[Mention], start: int, rank: re.Match[str]) -> list[Recipient]:
    """Return whom the words between the edge of an item and its placing name: 甲（某校）|一等奖."""
    first = _item_start(text, start, rank.start())
    over = _STOP.match(text, rank.end()) is not None
    if not over or rank.start() - first < 2 or find_verbs(text, first, rank.start()):
        return []
    return read_entries(text, mentions, first, rank.start())


def _item_start(text: str, start: int, end: int) -> int:
    """Return where the item of a list begins in which ``end`` stands."""
    edges = [match.end() for match in _STOP.finditer(text, start, end) if match.group()]
    return edges[-1] if edges else start


def _group(text: str, start: int, end: int, names: Sequence[Recipient]) -> Extent:
    """Return the stretch of the group right before a placing: 女子甲组跳高|冠军; empty behind the names of an item."""
    first = max(_item_start(text, start, end), *(text.rfind(mark, start, end) + 1 for mark in "、：:"))
    return (end, end) if any(first <= each.start < end for each in names) else (first, end)


def _mention(text: str, item: Item, label: Extent, contests: Sequence[Contest]) -> Mention | None:
    """Return the mention of a placing in the contest or group that its label names, or that is in force."""
    words = text[slice(*label)]
    group = text[slice(*item.name)]
    if names_contest(words) or (names_honour(words) and not group):
        parts = [list(label)] + ([list(item.name)] if group else [])
        return Mention(item.start, item.end, "AWARD", RULE, {"rank": item.rank, "parts": parts})
    if group and not EVENT.search(group):
        return None
    return mention_of(text, item if group else item._replace(name=label), contests) if group or words else None
