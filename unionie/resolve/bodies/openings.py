"""What the first sentence, the words of presentation and the last line say of whose report it is.

Enters: the clean text, its mentions and heads. Leaves: names, each with its label and what it is worth. Next: ``body``
adds them to the evidence of the headline and of all clauses.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from unionie.clean.characters import fold_name
from unionie.clean.types import Block, CleanText
from unionie.frames import Head, Mention
from unionie.resolve.bodies.evidence import OF_FIELD, OWNS, SIGNS, counts_own, is_above, read_headline, tells_of_area
from unionie.resolve.names.forms import type_of
from unionie.resolve.names.identities import Directory

# What whoever opens a report is said to go by: 县红十字会|紧紧围绕中心任务, 我局|以党建为统领.
_GOES_BY = re.compile(
    "坚决|扎实|全力|积极|奋力|着力|大力|切实|充分|主动|不断|深化|统筹|团结|围绕|坚持|坚定|贯彻|落实|聚焦|锚定|紧扣|秉[承持]|践行|履行|履职|立足|恪守|牢[记固]|忠实|弘扬|深入学习|认真学习"
    "|以[^，。；\n]{2,40}?为(?:指导|统领|主[线题]|抓手|目标|引领|中心|宗旨|契机|遵循|统揽|载体|牵引|突破口|支撑|总?纲|己任|核心|重点|导向|根本)"
)
_FIGURE = re.compile("[0-9]")
_STOP = re.compile("[。！？；]")
_OPENING = 60  # characters before a first head: its date and under whose lead
_ADDRESSES = "：:"
_FIRST_SENTENCE = 0.5  # clauses that it is worth to head the first one
_PROGRAMME = 2  # the same of one that says what its body goes by
# With what a report presents itself: 现将|我中心|2016年工作情况报告如下.
_PRESENTS = re.compile("现(?:将|就|把)(?P<what>[^。；\n]{2,80}?)(?:如下|总结于后)")
_OURS = re.compile(
    "[我全][省市区县州旗盟镇乡村](?![委直级政])"
    "|[我本](?![们人届次期级年月])[一-鿿]{1,4}?(?=[0-9“《，近自今去上的在关工就党两本全各一二三四五六七八九十]|$)"
)
_OFFICE = re.compile("[我本][局委厅办]")
_TAIL = 60  # characters, with the signature

# What a letter of transmission has in its headline: 关于印发《某集团2018年工作总结》的通知.
_TRANSMITS = re.compile(
    "(?:印发|报送|转发|下发|上报)《(?P<who>[一-鿿（）]{3,24}?)(?:关于)?(?:[0-9]{4}|[二〇○零一二三四五六七八九十]{4})(?:[—-][0-9]{4})?"
    "年?[^》\n]{0,16}(?:总结|报告|情况|要点|计划|小结|打算)[^》\n]{0,10}》"
)
_HOUSE = re.compile("[局会联院校司团心厂矿站馆社所]$|[大中小]学$")
_LEVEL = re.compile("[省市州](?=[一-鿿]{2})")
_BELOW = {"省": "市州县区旗镇乡", "市": "县区旗镇乡", "州": "县旗镇乡"}
_BRANCH = re.compile("分[局院行会]$|分公司$|支行$")
_SIGNED_IN = 4  # blocks from the end
_DATED = re.compile("[\\s　]*[0-9]{4}年[0-9]{1,2}月(?:[0-9]{1,2}日)?[\\s　]*")


def gather_openings(
    clean: CleanText, mentions: Sequence[Mention], heads: Sequence[Head], directory: Directory
) -> list[tuple[str, str, float]]:
    """Return who opens the report, presents it, signs below it or has it passed on, each with its worth.

    Whoever opens it from above, 省总工会 in a report of a county, has only set the task; who signs what its headline
    says of a whole area (全县道路交通安全形势), only counts there.
    """
    told = [*_presents(clean, mentions), *_transmitted(clean)]
    if tells_of_area(clean):
        return told
    opens = [each for each in _opens(clean, heads) if not _is_higher(clean, each[0], directory)]
    return [*opens, *_signs_below(clean, mentions), *told]


def _is_higher(clean: CleanText, name: str, directory: Directory) -> bool:
    """Return whether a body is named by the level of an area above the report's own, and is no branch there."""
    level = _LEVEL.match(name)
    if level is None or _BRANCH.search(name):
        return False
    return is_above(f"全{level[0]}", directory) or any(f"我{own}" in clean.text for own in _BELOW[level[0]])


def _opens(clean: CleanText, heads: Sequence[Head]) -> list[tuple[str, str, float]]:
    """Return the body that the first paragraph opens with and tells figures or dates of, or what it goes by."""
    first = next((block for block in clean.blocks if _is_told(clean, block)), None)
    if first is None:
        return []
    at = bisect_left([head.start for head in heads], first.start)
    head = heads[at] if at < len(heads) else None
    if head is None or head.start >= min(first.end, first.start + _OPENING) or head.label != "ORG":
        return []
    name = fold_name(head.text)
    if type_of(name) == "other" and not _HOUSE.search(name):
        return []
    start = head.start + len(head.text)
    stop = _STOP.search(clean.text, start, first.end)
    end = stop.start() if stop else first.end
    if _STOP.search(clean.text, first.start, head.start):
        return []
    if _GOES_BY.search(clean.text, start, end):
        return [(head.text, "ORG", _PROGRAMME)]
    return [(head.text, "ORG", _FIRST_SENTENCE)] if _FIGURE.search(clean.text, start, end) else []


def _is_told(clean: CleanText, block: Block) -> bool:
    """Return whether a block is a paragraph that tells something, no address: 各位代表：."""
    return block.kind == "paragraph" and not clean.text.endswith(tuple(_ADDRESSES), block.start, block.end)


def _presents(clean: CleanText, mentions: Sequence[Mention]) -> list[tuple[str, str, float]]:
    """Return whose work the report says that it now tells of: 现将|我中心|2016年工作情况报告如下."""
    told = _PRESENTS.search(clean.text)
    if told is None:
        return []
    start, end = told.span("what")
    own = _OURS.match(clean.text, start, end)
    if own:
        if _OFFICE.fullmatch(own[0]) and (
            OF_FIELD.search(read_headline(clean)) or OF_FIELD.search(clean.text[-_TAIL:])
        ):
            return []
        return [(clean.surface[start : own.end()], "DEICTIC", OWNS)]
    return [
        ("".join(clean.surface[each.start : each.end].split()), "ORG", SIGNS)
        for each in mentions
        if each.start == start and each.end <= end and each.label == "ORG"
    ]


def _signs_below(clean: CleanText, mentions: Sequence[Mention]) -> list[tuple[str, str, float]]:
    """Return the body that fills one of the last lines, with a date behind it or in the line below."""
    ends = clean.blocks[-_SIGNED_IN:]
    lines = {block.start: clean.text[block.start : block.end] for block in ends if block.kind != "title"}
    lines |= {block.start: clean.text[block.start : below.end] for block, below in pairwise(ends)}
    return [
        (name, "ORG", SIGNS)
        for each in mentions
        if each.label == "ORG" and each.start in lines and _DATED.fullmatch(lines[each.start], each.end - each.start)
        if counts_own(name := "".join(clean.surface[each.start : each.end].split()), of_area=False)
    ]


def _transmitted(clean: CleanText) -> list[tuple[str, str, float]]:
    """Return whose report a letter passes on, by its headline."""
    found = (
        match
        for block in clean.headlines()
        if (match := _TRANSMITS.search(clean.text, block.start, block.end)) and _HOUSE.search(match["who"])
    )
    return [(fold_name(clean.surface[match.start("who") : match.end("who")]), "ORG", OWNS) for match in found]
