"""What a report says of itself: title, authors, publisher and date.

Enters: the clean text, its mentions and person frames. Leaves: ``Metadata``. Next: ``review``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from unionie.clean.headline import label_length
from unionie.clean.types import Block, CleanText
from unionie.frames import Mention, PersonFrame
from unionie.publication import find_day, front_blocks
from unionie.resolve.publisher import GIVEN, find_publisher

_STATISTICS = re.compile("统计局$|调查队$")  # whose line under a bulletin's headline says who made it
_MEDIUM = re.compile("[报网台刊社]$|客户端$|公众号$|APP$|记者|通讯员")
_FOOTNOTE = re.compile("(?:\\[[0-9]{1,2}\\]|【[0-9]】|〔[0-9]{1,2}〕|[①②③])$")
_ORNAMENT = re.compile("[★☆◆◇●◎■□▲△▶►·•※][★☆◆◇●◎■□▲△▶►·•※\\s　]*")
_LETTERHEAD = re.compile(
    "文件(?:（[0-9一二三四五六七八九十]{1,3}）)?$"
    "|[届屆]第[0-9一二三四五六七八九十]{1,3}次[一-鿿]{0,2}[会會][议議]?$"
    "|证券代码|简报》?$|第[\\s　]*[0-9一二三四五六七八九十]+[\\s　]*期|^【[^】]{1,12}】$|^◎"
    "|[编辑][\\s　]*[辑：]|电话|联络人|撰文|发表于"
    "|^[一-鿿\\s　]{3,40}(?:政府|管委会|委员会|[市县区州旗盟省]委|[^布格结]局|工会|法院|检察院|公司|理事会)$"
)
_STANDS = re.compile(r"(?=[^。；！？，]{4,40}$)(?=.*[一-鿿]{4})(?!.*(?:记者|通讯员|编辑|\d{4}[年.]\d{1,2}[月.]|：))")
_TITLED = re.compile(
    "(?:关于.{2,40}的(?:决定|通报|通知|公告|意见|报告)|工作报告|总结|综述|打算|纪要|公报|要点)(?:（.{1,12}）)?$"
)
_EDITS = re.compile("编辑|责编|美编|校对|审核|摄影|监制|联系人")
_ATTENDS = re.compile("[（(]?(?:参会|到会|出席|列席|主持|[记纪]录|联[系络]|法定代表|董事会秘书)[一-鿿]{0,3}[：:]")
_WIRED_FROM = re.compile("[/／][一-鿿]{2,5}报[导道]")
_REPORTERS = re.compile("记者|通讯员")
_BRACKET = re.compile("（[^（）]*$")
_OF_A_WORK = re.compile("[》（，]作者[^，。；]{0,8}$")


@dataclass(frozen=True, slots=True)
class Metadata:
    """The report's own words about itself; None where it has none."""

    title: str | None
    authors: tuple[str, ...]
    publisher: str | None
    published: str | None


def resolve_metadata(
    clean: CleanText,
    mentions: Sequence[Mention],
    people: Sequence[PersonFrame],
    *,
    published: str | None = None,
    publisher: str | None = None,
) -> Metadata:
    """Return the metadata; what the caller knows (``published`` as ISO date, ``publisher``) is preferred."""
    front = front_blocks(clean)
    day = published or find_day(clean)
    source = publisher or find_publisher(clean, front, mentions)
    return Metadata(
        title=_title(clean),
        authors=_authors(clean, front, people, mentions),
        publisher=source,
        published=day,
    )


def _title(clean: CleanText) -> str | None:
    for block in clean.blocks:
        if block.kind == "title":
            start = block.start + label_length(clean.text[block.start : block.end])
            title = _FOOTNOTE.sub("", clean.surface[start : block.end]).strip(" \t　")
            if _LETTERHEAD.search(title):
                behind = [b for b in clean.blocks[:12] if b.start > block.start]
                better = next(
                    (b for b in behind if _TITLED.search(clean.text, b.start, b.end)),
                    next((b for b in behind if b.kind != "paragraph" and _stands(clean, b)), None),
                )
                title = clean.surface[better.start : better.end].strip(" \t　") if better else title
            ornament = _ORNAMENT.match(title)
            return (title[ornament.end() :] if ornament else title) or None
    return None


def _stands(clean: CleanText, block: Block) -> bool:
    """Return whether a line of the head can be its title."""
    line = clean.text[block.start : block.end].strip(" \t　")
    return _STANDS.match(line) is not None and not _LETTERHEAD.search(line)


def _authors(
    clean: CleanText, front: Sequence[Block], people: Sequence[PersonFrame], mentions: Sequence[Mention]
) -> tuple[str, ...]:
    """Return the names of the byline; else the body that its line 来源 or 供稿 names, if that is no medium.

    A body that only issues the report, in its head or its signature, is no author; those that count are.
    """
    signed = [frame for frame in people if frame.role == "author" and _wrote(clean, frame)]
    if any(frame.rule == "person.byline" for frame in signed):  # whoever gives a report that they tell of is none
        signed = [frame for frame in signed if frame.rule == "person.byline" or _signs(clean, frame)]
    named = [frame.name for frame in signed]
    if named:
        return tuple(dict.fromkeys(named))
    for block in front:
        source = GIVEN.search(clean.surface[block.start : block.end])
        if source and not _MEDIUM.search(source.group(1)):
            return (source.group(1),)
    return _statisticians(clean, front, mentions)


def _statisticians(clean: CleanText, front: Sequence[Block], mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Return the bureaus of statistics that the byline of a bulletin names."""
    bylines = [block for block in front if block.kind == "byline"]
    named = [m for m in mentions if m.label == "ORG" and _STATISTICS.search(clean.text, m.start, m.end)]
    inside = (m for block in bylines for m in named if block.start <= m.start and m.end <= block.end)
    return tuple(clean.surface[body.start : body.end] for body in inside)


def _wrote(clean: CleanText, frame: PersonFrame) -> bool:
    """Tell whether an author of the text's is the report's: no editor, no author of a work, no place (／甲地报导)."""
    block, start, end = _block(clean, frame), frame.person.start, frame.person.end
    line = clean.text[block.start : block.end]
    if block.kind == "heading" and not (line.startswith("（") or _REPORTERS.search(line)):
        return False
    if any(_EDITS.search(title) for title in frame.titles):
        return False
    if _ATTENDS.match(line) or _WIRED_FROM.match(clean.text, max(0, start - 1), end + 2):
        return False
    return _OF_A_WORK.search(clean.text, max(block.start, start - 12), start) is None


def _signs(clean: CleanText, frame: PersonFrame) -> bool:
    """Tell whether the name stands where authors do: in a byline, a date line or a bracket."""
    block = _block(clean, frame)
    return block.kind in ("byline", "dateline") or bool(_BRACKET.search(clean.text, block.start, frame.person.start))


def _block(clean: CleanText, frame: PersonFrame) -> Block:
    return clean.blocks[bisect_right(clean.blocks, frame.person.start, key=lambda block: block.start) - 1]
