"""Units that a line begins with as its label: 2.儿科（张小北）：接诊…, 【城东镇】新建…, 县林场工会主席张小北：走访….

Enters: clean text and mentions. Leaves: ``Head`` tuples of the label LABEL, which own the figures of their line.
Next: ``clauses`` puts them among the heads.

A name that the taggers found is a label by itself; a phrase that only ends like a unit is one where several lines of
the report begin so. A label in brackets holds for the lines up to the next.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from unionie.clean.dispatch import skip_dispatch
from unionie.clean.types import Block, CleanText
from unionie.frames import Head, Mention

__all__ = ["find_labels", "find_sections"]

_ITEM = re.compile(
    r"(?:[◎●◆▲■★·▪▶○•◇\-—]|[（(]?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[）)、.．，]+)?[\s　]*(?P<opened>[【〔［]?)"
)
_NOTE = r"(?:（[^（）\n]{1,16}）)?"
_ENDS = re.compile(rf"{_NOTE}：(?=[^\n])")
_CLOSES = re.compile(r"[】〕］](?=[^\n])")
_UNIT = re.compile(
    r"(?![各全本该我有主承协参责完填报牵推记来])(?:[一-鿿](?<![专学文理工])科|[一-鿿]{1,10}?"
    r"(?:[分协学商管]会|[一-鿿][科室处系所站院厂庭股]|院区|(?<!干)部|[大中支]队|中心|公司|车间|平台|[一-鿿](?:(?<!农)村|(?<![城乡])镇|乡)|社区|街道))"
    rf"(?={_NOTE}(?:：|(?<=平台|公司|车间|分厂)。)[^\n]|[】〕］][^\n])"
)
_SECTION = re.compile(
    r"[一-鿿]{1,10}?(?:[分协学商管]会|[科室处系所站院厂庭股]|(?<!干)部|[大中支]队|中心|公司|车间|社区|街道)"
    r"(?=[　 ]|（[^（）\n]{1,16}）\n|\n|$)"
)
_REST = re.compile(
    r"[　 ]*(?:（[^（）\n]{1,16}）"
    r"|[^\n，。；：（）]{0,8}?(?:通报|汇报|报告|介绍|发言|讲话|述职)[^\n，。；：（）]{0,16})?"
)
_POSTED = re.compile(r"[^\n，。；：（）“”]{0,12}）：(?=[^\n“])")
_SOUND = re.compile(r"[【〔［（][^】〕］）\n]{1,10}[】〕］）][\s　]*")  # 【同期声】
# For whom somebody speaks: a department for its house; an office for its area, or alone for a house unnamed.
_HOUSE = re.compile(r"(?P<name>[一-鿿]{2,}?[^局厅委办科室部处])(?:[一-鿿]{2}[科室部处])?$")
# Behind the name that a headline begins with: nothing, or what is told of it, no sentence.
_OF_BRIEF = re.compile("(?:：[^\n。]+)?$", re.MULTILINE)
_SEVERAL = 2
_BEHIND = 12  # characters


def find_labels(clean: CleanText, mentions: Sequence[Mention]) -> list[Head]:
    """Return the units that label lines, in text order."""
    named = {mention.start: mention for mention in mentions if mention.label in ("ORG", "LOC")}
    people = {mention.start: mention.end for mention in mentions if mention.label == "PERSON"}
    found, alike = [], []
    for block in clean.blocks:
        item = _ITEM.match(clean.text, block.start, block.end) if block.kind == "paragraph" else None
        if item is None:
            continue
        closes = _CLOSES if item["opened"] else _ENDS
        name = _of_speaker(clean.text, item.end(), named, people)
        if name is None:
            name = named.get(item.end())
            name = name if name and closes.match(clean.text, name.end, block.end) else None
        if name is not None:
            found.append((name.start, name.end))
        elif unit := _UNIT.match(clean.text, item.end(), block.end):
            alike.append(unit.span())
    if len(found) + len(alike) >= _SEVERAL:
        found += alike
    labels = sorted(Head(start, clean.surface[start:end], "LABEL") for start, end in found)
    return sorted({*labels, *_going_on(clean, labels), *_quoted(clean, named, people), *_briefs(clean, named)})


def _briefs(clean: CleanText, named: dict[int, Mention]) -> Iterator[Head]:
    """Yield a label for each piece of news below a headline that names of whom it tells: ■青堰区：… | 本报讯…."""
    told: Mention | None = None
    for block in clean.blocks:
        item = _ITEM.match(clean.text, block.start, block.end)
        name = named.get(item.end()) if item and item.end() > block.start else None
        if name and _OF_BRIEF.match(clean.text, name.end, block.end):
            told = name
        elif told and "。" in clean.text[block.start : block.end]:
            if skip_dispatch(clean.text, block.start, block.end) > block.start:
                yield Head(block.start, clean.surface[told.start : told.end], "LABEL")
            told = None


def _quoted(clean: CleanText, named: dict[int, Mention], people: dict[int, int]) -> Iterator[Head]:
    """Yield a label for each block below a line that names who speaks: 【同期声】某合作社理事长　张小北："""
    for line, said in pairwise(clean.blocks):
        if not clean.text.endswith("：", line.start, line.end) or said.kind != "paragraph":
            continue
        opening = _SOUND.match(clean.text, line.start, line.end)
        body = _of_speaker(clean.text, opening.end() if opening else line.start, named, people)
        house = _HOUSE.match(clean.text, body.start, body.end) if body else None
        if house:
            yield Head(said.start, clean.surface[house.start("name") : house.end("name")], "LABEL")


def _going_on(clean: CleanText, labels: Sequence[Head]) -> Iterator[Head]:
    """Yield the labels in brackets again for the lines and tables between one and the next: 【县林业局】…."""
    starts = [block.start for block in clean.blocks]
    lines = [bisect_right(starts, label.start) - 1 for label in labels]
    for label, (line, following) in zip(labels, pairwise(lines), strict=False):
        opened = clean.text[label.start - 1 : label.start] in tuple("【〔［")
        between = clean.blocks[line + 1 : following]
        if opened and all(block.kind in ("paragraph", "table_row") for block in between):
            yield from (label._replace(start=block.start) for block in between)


def find_sections(clean: CleanText, mentions: Sequence[Mention]) -> list[Head]:
    """Return a label for each line under headings that name a unit, alone or with who reports for it: ○儿科　张小北."""
    named = {mention.start: mention.end for mention in mentions if mention.label == "ORG"}
    people = {mention.start: mention.end for mention in mentions if mention.label == "PERSON"}
    found: list[Head] = []
    units = 0
    unit: tuple[int, int] | None = None
    for block in clean.blocks:
        if block.kind == "heading":
            unit = _heading_unit(clean.text, block, named, people)
            units += unit is not None
        elif unit is not None and block.kind == "paragraph":
            found.append(Head(block.start, clean.surface[slice(*unit)], "LABEL"))
    return found if units >= _SEVERAL else []


def _heading_unit(text: str, block: Block, named: dict[int, int], people: dict[int, int]) -> tuple[int, int] | None:
    """Return the unit that a heading names, if it says no more than who reports for it."""
    item = _ITEM.match(text, block.start, block.end)
    start = item.end() if item else block.start
    unit = _SECTION.match(text, start, block.end)
    end = named.get(start) or (unit.end() if unit else None)
    if end is None:
        return None
    rest = _REST.match(text, _past_person(end, people) or end)
    return (start, end) if rest and rest.end() == block.end else None


def _of_speaker(text: str, start: int, named: dict[int, Mention], people: dict[int, int]) -> Mention | None:
    """Return the body for which somebody speaks: 县林场工会|主席张小北：, 张小北（|县林场工会|主席）：."""
    if start in people:
        body = named.get(people[start] + 1)
        return body if body and text[body.start - 1] == "（" and _POSTED.match(text, body.end) else None
    body = named.get(start)
    if body is None:
        return None
    person = _past_person(body.end, people)
    return body if person is not None and text[person : person + 1] == "：" else None


def _past_person(end: int, people: dict[int, int]) -> int | None:
    """Return where the name of a person ends that stands behind a body, a post or spaces between."""
    return next((people[at] for at in range(end, end + _BEHIND) if at in people), None)
