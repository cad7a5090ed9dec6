"""What a report says of itself: title, authors, publisher, date, and the days that it reviews.

Enters: the clean text, its mentions, times and person frames. Leaves: ``Metadata``. Next: ``pipeline``; the dates
anchor 去年 and undated figures.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from unionie.clean.types import Block, CleanText
from unionie.frames import Mention, PersonFrame
from unionie.records.models import Period
from unionie.values.types import Time

_FRONT = ("title", "subtitle", "byline", "dateline")
_SOURCE = re.compile(
    "(?:信息来源|稿件来源|文章来源|来源|供稿单位|发布机构|发布单位|信源)[:：][\\s　]*([^\\s　|，。：（）]{2,30})"
)
_PAPER = re.compile("[一-鿿]{2,8}?(?:日报|晚报|时报|早报|晨报|商报|都市报|工人报|青年报|法制报|法治报|新闻网)")
_FOOTNOTE = re.compile("(?:\\[[0-9]{1,2}\\]|【[0-9]】|[①②③])$")
_LETTERHEAD = re.compile("文件$|证券代码|^(?:工会)?工作简报$|^简报$")
_TITLED = re.compile("(?:关于.{2,40}的(?:决定|通报|通知|公告|意见|报告)|工作报告|总结|综述)(?:（.{1,12}）)?$")
_SIGNED = re.compile(
    "^[（(]?([一-鿿]{2,24}?)[\\s　]+[（(]?(?:[12][0-9]{3}|[二一〇○零]{1,2}[一-鿿]{2}|中华民国).{0,3}年"
)
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
_REPORT = re.compile("工作报告|工作总结|工作回顾|述职报告|年度总结")
_FISCAL = re.compile(f"{_YEAR}[/／—-]([0-9]{{2,4}})(?:财政)?年度")
_MINGUO = re.compile(
    "(?<![0-9])(1[01][0-9]|[5-9][0-9])年度?(?=[^0-9]{0,24}(?:工作|施政|成果|报告|年报|总结|摘要|业务))"
)
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
    front = [
        block
        for number, block in enumerate(clean.blocks[:40])
        if block.kind in _FRONT
        or (number < 8 and block.kind == "furniture" and _SOURCE.search(clean.text, block.start, block.end))
    ]
    day = published or _published(clean, front, times)
    source = publisher or _publisher(clean, front, mentions)
    return Metadata(
        title=_title(clean),
        authors=_authors(clean, front, mentions, people),
        publisher=source,
        published=day,
        period=_period(clean, front, times, day),
    )


def _title(clean: CleanText) -> str | None:
    for block in clean.blocks:
        if block.kind == "title":
            title = _FOOTNOTE.sub("", clean.surface[block.start : block.end]).strip(" \t　")
            if _LETTERHEAD.search(title):
                better = next(
                    (
                        b
                        for b in clean.blocks[:12]
                        if b.start > block.start and _TITLED.search(clean.text, b.start, b.end)
                    ),
                    None,
                )
                title = clean.surface[better.start : better.end].strip(" \t　") if better else title
            return title or None
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
        signed = _SIGNED.match(line)
        if source:
            issuers.append(source.group(1))
        elif signed and not _PAPER.fullmatch(signed.group(1)):
            issuers.append(signed.group(1))
        elif block.kind == "byline" or _only_bodies(clean, block, mentions):
            issuers.extend(
                clean.surface[m.start : m.end]
                for m in mentions
                if m.label == "ORG" and block.start <= m.start and m.end <= block.end
            )
    return tuple(dict.fromkeys(issuers))


def _only_bodies(clean: CleanText, block: Block, mentions: Sequence[Mention]) -> bool:
    """Tell whether the line holds names of organizations and nothing else."""
    rest = list(clean.text[block.start : block.end])
    found = False
    for mention in mentions:
        if mention.label == "ORG" and block.start <= mention.start and mention.end <= block.end:
            rest[mention.start - block.start : mention.end - block.start] = " " * (mention.end - mention.start)
            found = True
    return found and not "".join(rest).strip(" 　\t、（）()")


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


def _published(clean: CleanText, front: Sequence[Block], times: Sequence[Time]) -> str | None:
    """Return the date of the dateline, else of the session under the headline, else of the last line."""
    order = sorted(front, key=lambda block: ("dateline", "furniture", "byline", "subtitle", "title").index(block.kind))
    for block in [*order, *(clean.blocks[-1:] if clean.blocks else ())]:
        if block not in front and block.end - block.start > 40:
            continue
        match = _DATE.search(clean.text, block.start, block.end)
        day = (_iso(match) if match else None) or _day(times, block)
        if day:
            return day
    return None


def _day(times: Sequence[Time], block: Block) -> str | None:
    """Return the single day that a time of the block names: 二〇一一年二月二十二日, 中华民国113年2月21日."""
    for time in times:
        if block.start <= time.start and time.end <= block.end and time.kind == "date" and time.from_ and time.until:
            first, last = _read(time.from_), _read(time.until)
            if first and last and last - first == timedelta(days=1):
                return first.isoformat()
    return None


def _read(text: str) -> date | None:
    match = re.match("([0-9]{4})-([0-9]{2})-([0-9]{2})", text)
    return date(*(int(group) for group in match.groups())) if match else None


def _iso(match: re.Match[str]) -> str | None:
    year, month, day = (int(group) for group in match.groups())
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return f"{year:04d}-{month:02d}-{day:02d}"


def _period(clean: CleanText, front: Sequence[Block], times: Sequence[Time], published: str | None) -> Period | None:
    """Return the days that the report reviews: named in its head, else the year that it looks back on."""
    lines = [block for block in front if block.kind in ("title", "subtitle", "dateline")]
    fiscal = _fiscal(clean, lines)
    if fiscal:
        return fiscal
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
    if published and (_SESSION_NEXT.search(title) or (_REPORT.search(title) and published[5:7] <= "04")):
        before = int(published[:4]) - 1
        return _year_period(min(_opening_year(times, clean, published) or before, before), None)
    year = _opening_year(times, clean, published)
    if year is not None:
        return _year_period(year, None)
    if published and re.match("[12][0-9]{3}", published):
        return _year_period(int(published[:4]), None)
    return None


def _fiscal(clean: CleanText, lines: Sequence[Block]) -> Period | None:
    """Return the days of a financial year (2023/24年度, closed on 31 March) or of a year of the Republic (112年度)."""
    for block in lines:
        match = _FISCAL.search(clean.text, block.start, block.end)
        if match and "3月31日止" in clean.text:
            year = int(match.group(1))
            words = clean.surface[match.start() : match.end()]
            return Period(start=f"{year}-04-01", end=f"{year + 1}-03-31", text=words)
        match = _MINGUO.search(clean.text, block.start, block.end)
        if match and clean.text != clean.surface:
            return _year_period(int(match.group(1)) + 1911, clean.surface[match.start() : match.end()])
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
    """Return the year that opens paragraphs (2018年，…), when it is the year of publication or the one before."""
    counts: dict[int, int] = {}
    for time in times:
        match = re.fullmatch(f"{_YEAR}年(?:度|来)?", time.text)
        if match and (time.start == 0 or clean.text[time.start - 1] in "\n　。 "):
            counts[int(match.group(1))] = counts.get(int(match.group(1)), 0) + 1
    if not counts:
        return None
    year = max(counts, key=lambda each: counts[each])
    if published and re.match("[12][0-9]{3}", published):
        since = int(published[:4]) - year
        if since not in (0, 1) or (since == 1 and published[5:7] > "06"):
            return None
    return year
