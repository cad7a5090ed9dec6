"""Sections: headings on lines of their own and at the head of a paragraph, and what stands under each.

Enters: CleanText. Leaves: Headings in order. Next: ``resolve`` names the section of a fact.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from unionie.clean.marks import heading_mark
from unionie.clean.types import Block, CleanText

_DASH_LEVEL = 4  # ——产业筑基有新突破。 stands under 一、（一） and 1.
_ITEM_LEVEL = 5  # 一是…; 【荣誉】…; first sentences that name their paragraph
_CAPTION_LEVEL = 6  # the heading of a table leaves the section open in which the table stands
_LONGEST = 32  # characters of a run-in heading
_SHORTEST = 4
_FEWEST_ALIKE = 2  # paragraphs that must begin with an unmarked heading before one is believed
_RUN_IN = re.compile(r"[^。！？：；\n]{2,40}[。：]")
_BRACKETED = re.compile(r"【([^】\n]{2,20})(?<![讯电])】")  # not what opens news: 【甲社乙城3月16日电】
_DASHES = re.compile(r"[—\-–]{1,3}")
_ITEM = re.compile(r"[一二三四五六七八九十]是")
_OF_YEAR = re.compile(r"^(?:19|20)\d\d年度?")  # 五、2021年打算。
_PLAIN = re.compile(r"[^\d，。；：！？、“”]*(?:“[^”]{1,12}”[^\d，。；：！？、]*)*(?:，[^\d，。；：！？、]*)?。")
_SPEECH = re.compile(
    r"(?:说|表示|介绍|指出|认为|强调|要求|了|的是|如下|来看|所述)。$|^(?:我|他|她|这|那|对此|为此|其中)"
)


class Heading(NamedTuple):
    """A heading's words ``start:end`` in the clean text, its level (1 is the highest), and where its section ends."""

    start: int
    end: int
    level: int
    until: int


def find_sections(clean: CleanText) -> list[Heading]:
    """Return the headings in order, those at the head of a paragraph included.

    A section runs to the next heading of its level or a higher one; that of an unmarked first sentence
    (夯实阵地建设。2018年…) only to the end of its paragraph.
    """
    found: list[tuple[int, int, int, int]] = []
    unmarked = _unmarked_headings(clean)
    for index, block in enumerate(clean.blocks):
        if block.kind == "heading":
            table_end = _table_end(clean, index)
            caption = table_end is not None and not heading_mark(clean.text, block.start)[0]
            level = _CAPTION_LEVEL if caption else block.level or 1
            found.append((block.start, block.end, level, table_end or len(clean.text)))
        elif block.kind == "paragraph":
            heading = _marked_heading(clean.text, block)
            if heading is not None:
                found.append((*heading, len(clean.text)))
            elif index in unmarked:
                found.append((block.start, unmarked[index], _ITEM_LEVEL, block.end))
    return _close_sections(found)


def _table_end(clean: CleanText, index: int) -> int | None:
    """Return where the table ends whose caption the heading is, None if it is no caption."""
    last = index
    while last + 1 < len(clean.blocks) and clean.blocks[last + 1].kind == "table_row":
        last += 1
    return clean.blocks[last].end if last > index else None


def _close_sections(found: list[tuple[int, int, int, int]]) -> list[Heading]:
    headings: list[Heading] = []
    open_: list[int] = []
    for start, end, level, until in found:
        while open_ and headings[open_[-1]].level >= level:
            closed = open_.pop()
            headings[closed] = headings[closed]._replace(until=min(headings[closed].until, start))
        open_.append(len(headings))
        headings.append(Heading(start, end, level, until))
    return headings


def _marked_heading(text: str, block: Block) -> tuple[int, int, int] | None:
    """Return start, end and level of 一、惩治犯罪护稳定。 ——产业筑基有新突破。 【荣誉】 at the head of a paragraph."""
    bracketed = _BRACKETED.match(text, block.start, block.end)
    if bracketed is not None:
        return bracketed.start(1), bracketed.end(1), _ITEM_LEVEL
    level, words = heading_mark(text, block.start)
    if not level:
        for pattern, of in ((_DASHES, _DASH_LEVEL), (_ITEM, _ITEM_LEVEL)):
            mark = pattern.match(text, block.start, block.end)
            if mark is not None:
                level, words = of, mark.end()
                break
    sentence = _RUN_IN.match(text, words, block.end)
    if not level or sentence is None:
        return None
    end = sentence.end() - 1
    if end - words > _LONGEST or re.search(r"\d(?!\d*“)", _OF_YEAR.sub("", text[words:end])):
        return None
    return block.start, end, level


def _unmarked_headings(clean: CleanText) -> dict[int, int]:
    """Return for the blocks that begin with a short sentence naming them where that sentence ends."""
    ends: dict[int, int] = {}
    for index, block in enumerate(clean.blocks):
        if block.kind != "paragraph":
            continue
        sentence = _PLAIN.match(clean.text, block.start, min(block.end, block.start + _LONGEST))
        if sentence is None or not _SHORTEST < len(sentence.group()) <= _LONGEST:
            continue
        if sentence.end() < block.end and not _SPEECH.search(sentence.group()):
            ends[index] = sentence.end() - 1
    return ends if len(ends) >= _FEWEST_ALIKE else {}
