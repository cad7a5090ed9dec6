"""Who publishes a report: the source it names, its paper, the agency that wires it, the body that issues it.

Enters: the clean text, the lines of its head and its mentions. Leaves: a name as the text has it, or None.
Next: ``metadata``.

What is said outright comes first (来源：…), then a medium (in the head, or before 讯 and 电), last the body that has
made the report (…编, …文件) or whose signature it bears above a date. Several that sign are joined with 、.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from unionie.clean.types import Block, CleanText
from unionie.frames import Mention

__all__ = ["GIVEN", "find_publisher"]

_SOURCE = re.compile(
    "(?:信息来源|稿件来源|文章来源|来源|供稿单位|发布机[构關关]|发布单位|信源)[:：][\\s　]*([^\\s　|，。：（）]{2,30})"
)
GIVEN = re.compile("(?:来源|供稿单位|供稿)[:：][\\s　]*([^\\s　|，。：（）]{2,30})")
_PAPER = re.compile("[一-鿿]{2,8}?(?:日报|晚报|时报|早报|晨报|商报|都市报|工人报|青年报|法制报|法治报|新闻网)")
_MEDIUM_END = re.compile("[报网社台刊]$")
# A medium by the end of its name, which stands in a line of the head alone or beside a date, an issue or a page.
_MEDIUM = "[一-鿿]{2,12}(?:(?<![简专通快])[报刊网台]|工人|职工|工运|新闻|发布|融媒|视窗|在线|快讯|之声|客户端|公众号)"
_NUMBER = "0-9〇○零一二三四五六七八九十"
_ISSUE = f"(?:总?第[\\s　]*[{_NUMBER}]+[\\s　]*[期版]|[{_NUMBER}]{{4}}[\\s　]*[年.·/-]|[0-9]版)"
_MASTHEAD = re.compile(f"《?(?P<name>{_MEDIUM})(?:》(?:内刊)?[\\s　]*|[\\s　·/|]+){_ISSUE}")
_ALONE, _ISSUE_LINE = re.compile(f"《?(?P<name>{_MEDIUM})》?"), re.compile(f"[（(]?{_ISSUE}")
# An account, its time and its place: 某工会 2023-12-06 18:30 发表于上海.
_ACCOUNT = re.compile(r"(?P<name>[一-鿿]{2,12})[\s　]*[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}[^\n]{0,8}发表于")
# How news begin: 新华社某城4月3日电, 某某晚报讯, （某某商报3月31日）.
_WIRED = re.compile(
    "[（(【〔]?(?P<name>(?![本我][报网社刊台])(?:[一-鿿]{2,8}?(?:报|网|通讯社)|新华社|中新社|中央社))"
    "(?:[一-鿿]{0,6}?(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日)?[\\s　]*(?:[讯电](?![台视话子力])|[）)】])"
)
_MADE_BY = re.compile("[\\s　]*(?:主?编印?发?|印发|主办)(?![一-鿿《“])")
_LETTERHEAD = re.compile("[\\s　]*文[\\s　]*件[\\s　]*$")
_DATE_LINE = re.compile(f"[（(]?[{_NUMBER}]{{4}}[\\s　]*年[{_NUMBER}\\s　]{{1,5}}月[^，。]{{0,8}}$")
_DAY = re.compile("[0-9]{4}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}")
_SEALED = re.compile("[\\s　]*(?:（(?:[盖公]?章|印)）)?[\\s　]*")
_PAGE = re.compile("星期[一二三四五六日]|[0-9]版|年鉴")  # of a paper or a yearbook, whose lines are headlines
_DATED = re.compile("[\\s　，]+(?=[（(]?[" + _NUMBER + "]{4}[\\s　]*(?:年|[-./]))")
_HEAD, _FOOT, _MOST_SIGN = 5, 8, 3  # lines of the head and the foot; bodies that sign together


def find_publisher(clean: CleanText, front: Sequence[Block], mentions: Sequence[Mention]) -> str | None:
    """Return who publishes the report, None where it does not say."""
    bodies = [mention for mention in mentions if mention.label == "ORG"]
    finders: tuple[Callable[[], tuple[int, int] | None], ...] = (
        lambda: _said(clean, front),
        lambda: _in_byline(clean, front, bodies),
        lambda: _at_head(clean),
        lambda: _wired(clean),
    )
    for find in finders:
        span = find()
        if span is not None:
            return _name(clean, *span)
    signs = _makers(clean, bodies) or _letterhead(clean, bodies) or _signers(clean, bodies)
    return "、".join(dict.fromkeys(_name(clean, *body[:2]) for body in signs)) or None


def _name(clean: CleanText, start: int, end: int) -> str:
    return "".join(clean.surface[start:end].split())


def _said(clean: CleanText, front: Sequence[Block]) -> tuple[int, int] | None:
    found = (_SOURCE.search(clean.text, block.start, block.end) for block in front)
    return next((match.span(1) for match in found if match), None)


def _in_byline(clean: CleanText, front: Sequence[Block], bodies: Sequence[Mention]) -> tuple[int, int] | None:
    """Return the medium that a date line or byline names: a paper by its name, else a body that is one."""
    for block in front:
        dated = block.kind == "subtitle" and _DAY.search(clean.text, block.start, block.end)
        if block.kind not in ("dateline", "byline") and not dated:
            continue
        paper = _PAPER.search(clean.text, block.start, block.end)
        if paper:
            return paper.span()
        inside = (body for body in bodies if block.start <= body.start and body.end <= block.end)
        medium = next((body for body in inside if _MEDIUM_END.search(clean.text, body.start, body.end)), None)
        if medium is not None:
            return medium[:2]
    return None


def _at_head(clean: CleanText) -> tuple[int, int] | None:
    """Return the medium whose name heads the text, beside an issue or a date or in the line above."""
    head = [block for block in clean.blocks[:_HEAD] if block.kind != "paragraph"]
    for place, block in enumerate(head):
        account = _ACCOUNT.match(clean.text, block.start, block.end)
        if account:
            return account.span("name")
        if place > 1:
            continue
        below = head[place + 1] if place + 1 < len(head) else None
        alone = _ALONE.fullmatch(clean.text, block.start, block.end)
        if alone and (below is None or not _ISSUE_LINE.match(clean.text, below.start, below.end)):
            alone = None
        found = alone or _MASTHEAD.match(clean.text, block.start, block.end)
        if found:
            return found.span("name")
    return None


def _wired(clean: CleanText) -> tuple[int, int] | None:
    """Return the agency or paper with which the first paragraph opens."""
    first = next((block for block in clean.blocks if block.kind == "paragraph"), None)
    match = _WIRED.match(clean.text, first.start, first.end) if first else None
    return match.span("name") if match else None


def _makers(clean: CleanText, bodies: Sequence[Mention]) -> list[Mention]:
    """Return the bodies that a line of the head says have made the paper, 甲馆、乙办|编, or gives with its day."""
    head = [block for block in clean.blocks[:_HEAD] if block.kind != "paragraph"]
    inside = [body for block in head for body in bodies if block.start <= body.start and body.end <= block.end]
    starts = {block.start for block in head if block.kind == "dateline"}
    for place, body in enumerate(inside):
        dated = body.start in starts and _DATED.match(clean.text, body.end)
        if dated or _MADE_BY.match(clean.text, body.end):
            first = place
            while first and clean.text[inside[first - 1].end : inside[first].start] == "、":
                first -= 1
            return inside[first : place + 1]
    return []


def _letterhead(clean: CleanText, bodies: Sequence[Mention]) -> list[Mention]:
    """Return the body whose letterhead the first line is: 某某局|文件."""
    first = clean.blocks[0] if clean.blocks else None
    heads = (body for body in bodies if first is not None and body.start == first.start and body.end < first.end)
    return [body for body in heads if _LETTERHEAD.fullmatch(clean.text, body.end, first.end if first else 0)]


def _signers(clean: CleanText, bodies: Sequence[Mention]) -> list[Mention]:
    """Return the bodies that stand alone in the lines above the date at the foot, or else below the headline."""
    foot = list(clean.blocks[-_FOOT:])
    for place in range(len(foot) - 1, 0, -1):
        if not _DATE_LINE.match(clean.text, foot[place].start, foot[place].end):
            continue
        signs: list[Mention] = []
        for block in reversed(foot[max(0, place - _MOST_SIGN) : place]):
            alone = list(_alone(clean, block, bodies))
            if not alone:
                break
            signs = alone + signs
        if signs:
            return signs
    first = clean.blocks[:_HEAD]
    if any(_PAGE.search(clean.text, block.start, block.end) for block in first):
        return []
    return [body for block in first if block.kind == "byline" for body in _alone(clean, block, bodies)]


def _alone(clean: CleanText, block: Block, bodies: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the bodies that fill a line, if nothing else stands in it."""
    inside = [body for body in bodies if block.start <= body.start and body.end <= block.end]
    at = block.start
    for body in inside:
        if not _SEALED.fullmatch(clean.text, at, body.start):
            return
        at = body.end
    if inside and _SEALED.fullmatch(clean.text, at, block.end):
        yield from inside
