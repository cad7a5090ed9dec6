"""What a report says of itself: title, authors, publisher, date, and the days that it reviews.

Enters: the clean text, its mentions, times and person frames. Leaves: ``Metadata``. Next: ``pipeline``; the dates
anchor 去年 and undated figures.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass

from unionie.clean.types import Block, CleanText
from unionie.frames import Mention, PersonFrame
from unionie.records.models import Period
from unionie.values.types import Time

_FRONT = ("title", "subtitle", "byline", "dateline")
_SOURCE = re.compile(
    "(?:信息来源|稿件来源|文章来源|来源|供稿单位|发布机构|发布单位|信源)[:：][\\s　]*([^\\s　|，。：（）]{2,30})"
)
_PAPER = re.compile("[一-鿿]{2,8}?(?:日报|晚报|时报|早报|晨报|商报|都市报|工人报|青年报|法制报|法治报|新闻网)")
_YEAR = "([12][0-9]{3})"
_REVIEW = re.compile(
    f"{_YEAR}(?:[—–~～至/-]{_YEAR})?年(?:度)?(?:上半年|下半年|第?[一二三四1-4]季度|1[—–~～至-][0-9]+月)?(?!以来)"
    "[^，。；\n]{0,24}?(?:工作|公报|总结|综述|回顾|回眸|报告|概况|年报|纪实|述职|情况|发展|成果|十件事|大事|答卷|巡礼|成绩|运行|"
    "评选|表彰|决算|工作者|先进)"
)
_DATE = re.compile(f"{_YEAR}[年.\\-/－]([01]?[0-9])[月.\\-/－]([0-3]?[0-9])(?:日|(?![0-9]))")
_HALVES = {
    "上半年": (1, 6),
    "下半年": (7, 12),
    "一季度": (1, 3),
    "二季度": (4, 6),
    "三季度": (7, 9),
    "四季度": (10, 12),
}
_SESSION_NEXT = re.compile("政府工作报告|人民法院|人民检察院|人大常委会工作报告|政协")


@dataclass(frozen=True, slots=True)
class Metadata:
    """The report's own words about itself; None where it has none. ``period`` is the time that it reviews."""

    title: str | None
    authors: tuple[str, ...]
    publisher: str | None
    published: str | None
    period: Period | None

    @property
    def year(self) -> int | None:
        """Return the year that the report reviews, if its period lies within one."""
        if self.period is None or self.period.start[:4] != self.period.end[:4]:
            return None
        return int(self.period.start[:4])


def resolve_metadata(
    clean: CleanText,
    mentions: Sequence[Mention],
    times: Sequence[Time],
    people: Sequence[PersonFrame],
    *,
    published: str | None = None,
    publisher: str | None = None,
) -> Metadata:
    """Return the metadata; what the caller knows (``published`` as ISO date, ``publisher``) is preferred."""
    front = [block for block in clean.blocks[:40] if block.kind in _FRONT]
    date = published or _published(clean, front)
    source = publisher or _publisher(clean, front, mentions)
    return Metadata(
        title=_title(clean),
        authors=_authors(clean, front, mentions, people),
        publisher=source,
        published=date,
        period=_period(clean, front, times, date),
    )


def _title(clean: CleanText) -> str | None:
    for block in clean.blocks:
        if block.kind == "title":
            return clean.surface[block.start : block.end].strip(" \t　") or None
    return None


def _authors(
    clean: CleanText, front: Sequence[Block], mentions: Sequence[Mention], people: Sequence[PersonFrame]
) -> tuple[str, ...]:
    """Return the names of the byline; else the bodies that issue the report there."""
    named = [frame.name for frame in people if frame.role == "author"]
    if named:
        return tuple(dict.fromkeys(named))
    issuers: list[str] = []
    for block in front:
        if block.kind == "title" or (block.kind == "subtitle" and issuers):
            continue
        line = clean.surface[block.start : block.end]
        source = _SOURCE.search(line)
        if source:
            issuers.append(source.group(1))
        elif block.kind == "byline":
            issuers.extend(
                clean.surface[m.start : m.end]
                for m in mentions
                if m.label == "ORG" and block.start <= m.start and m.end <= block.end
            )
    return tuple(dict.fromkeys(issuers))


def _publisher(clean: CleanText, front: Sequence[Block], mentions: Sequence[Mention]) -> str | None:
    for block in front:
        line = clean.surface[block.start : block.end]
        source = _SOURCE.search(line)
        if source:
            return source.group(1)
        if block.kind in ("dateline", "byline"):
            paper = _PAPER.search(line)
            if paper:
                return paper.group()
            for mention in mentions:
                inside = block.start <= mention.start and mention.end <= block.end
                if (
                    inside
                    and mention.label == "ORG"
                    and re.search("[报网社台刊]$", clean.text[mention.start : mention.end])
                ):
                    return clean.surface[mention.start : mention.end]
    return None


def _published(clean: CleanText, front: Sequence[Block]) -> str | None:
    """Return the date of the dateline, else of the session under the headline, else of the last line."""
    order = sorted(front, key=lambda block: ("dateline", "byline", "subtitle", "title").index(block.kind))
    for block in [*order, *(clean.blocks[-1:] if clean.blocks else ())]:
        if block not in front and block.end - block.start > 40:
            continue
        match = _DATE.search(clean.text, block.start, block.end)
        date = _iso(match) if match else None
        if date:
            return date
    return None


def _iso(match: re.Match[str]) -> str | None:
    year, month, day = (int(group) for group in match.groups())
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return f"{year:04d}-{month:02d}-{day:02d}"


def _period(clean: CleanText, front: Sequence[Block], times: Sequence[Time], published: str | None) -> Period | None:
    """Return the days that the report reviews: named in its head, else the year that it looks back on."""
    lines = [block for block in front if block.kind in ("title", "subtitle", "dateline")]
    for block in lines:
        match = _REVIEW.search(clean.text, block.start, block.end)
        if match and block.kind != "dateline":
            return _named_period(clean, match)
    headings = [block for block in clean.blocks if block.kind == "heading"]
    for block in headings[:3]:
        match = _REVIEW.search(clean.text, block.start, block.end)
        if match:
            return _named_period(clean, match)
    title = next((clean.text[block.start : block.end] for block in lines if block.kind == "title"), "")
    if _SESSION_NEXT.search(title) and published:
        return _year_period(_opening_year(times, clean, published) or int(published[:4]) - 1, None)
    year = _opening_year(times, clean, published)
    if year is not None:
        return _year_period(year, None)
    if published and re.match("[12][0-9]{3}", published):
        return _year_period(int(published[:4]), None)
    return None


def _named_period(clean: CleanText, match: re.Match[str]) -> Period:
    text = clean.surface[match.start() : match.end()]
    year = int(match.group(1))
    words = re.match("[12][0-9]{3}年度?", text)
    for name, (first, last) in _HALVES.items():
        if name in text:
            end = calendar.monthrange(year, last)[1]
            stop = text.find(name) + len(name)
            return Period(start=f"{year}-{first:02d}-01", end=f"{year}-{last:02d}-{end:02d}", text=text[:stop])
    until = int(match.group(2)) if match.group(2) else year
    return Period(start=f"{year}-01-01", end=f"{until}-12-31", text=words.group() if words else None)


def _year_period(year: int, text: str | None) -> Period:
    return Period(start=f"{year:04d}-01-01", end=f"{year:04d}-12-31", text=text)


def _opening_year(times: Sequence[Time], clean: CleanText, published: str | None) -> int | None:
    """Return the year that opens the first paragraphs (2018年，…), when it is the year of publication or the one before."""
    counts: dict[int, int] = {}
    for time in times:
        match = re.fullmatch(f"{_YEAR}年(?:度|来)?", time.text)
        if match and (time.start == 0 or clean.text[time.start - 1] in "\n　。 "):
            counts[int(match.group(1))] = counts.get(int(match.group(1)), 0) + 1
    if not counts:
        return None
    year = max(counts, key=lambda each: counts[each])
    if published and re.match("[12][0-9]{3}", published) and int(published[:4]) - year not in (0, 1):
        return None
    return year
