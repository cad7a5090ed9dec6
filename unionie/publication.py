"""When a report came out: against that day its words 今年, 昨日 and 上半年 are read.

Enters: the clean text. Leaves: a day. Next: ``tag`` reads relative times against it, ``resolve`` gives it as
``published``.

The day on which it says that it was published counts, else that of the date line, of the line that signs the text, of
the session of which it tells, or of the dispatch that opens it. A text without any is read against a day near it: the
one with which its news open, in the year that the headline tells, or the last day of a month that its head or its last
line gives.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache, lru_cache, partial
from itertools import chain

from unionie.clean.front_matter import find_dispatched
from unionie.clean.types import Block, CleanText
from unionie.errors import InputError
from unionie.values.numerals import parse_number
from unionie.values.time_calendar import BEFORE_REPUBLIC
from unionie.values.times import find_times
from unionie.values.types import Time

__all__ = ["estimate_day", "find_day", "front_blocks"]

_FRONT = ("dateline", "furniture", "byline", "subtitle", "title", "table_row")  # in the order in which they count
_SOURCE = re.compile("(?:信息来源|稿件来源|文章来源|来源|供稿单位|发布机构|发布单位|信源)[:：]")
_YEAR = "([12][0-9]{3})"
_DATE = re.compile(f"{_YEAR}[年.\\-/－]([01]?[0-9])[月.\\-/－]([0-3]?[0-9])(?:日|(?![0-9]))")
# Years of the Republic of China without its name, as Taiwan dates what it issues: 112/10/27, 113年3月5日.
_REPUBLIC = re.compile("(?<![0-9/.年-])([6-9][0-9]|1[0-9]{2})[年./-]([01]?[0-9])[月./-]([0-3]?[0-9])(?:日|(?![0-9]))")
# What stands before the day sought, before that of its figures, and before others.
_MADE_PUBLIC = re.compile("(?:公开|发布|公布|发表)(?:日期|时间|于)?[:：]?[ \u3000]*$")
_OF_DATA = re.compile("截[至止][^，。]{0,4}$")
_OF_OTHERS = re.compile("(?:年度|成文日期)[:：]?[ \u3000]*$|日[至到—～~-]+$")
_SESSION = re.compile("[ \u3000]*(?:会议)?[时時][ \u3000]*[间間][:：]")  # of minutes; on a web page it is its own
_MINUTES = re.compile("纪要|[记纪]录|地[ \u3000]*点[:：]|主[ \u3000]*持[:：]")
# The day with which news open, and the headline that says in which year: 本报1月15日讯, below 2018年接处警盘点.
_NEWS = re.compile(r"[ \u3000]*[^，。；\d]{0,24}?(\d{1,2})月(\d{1,2})日")
_HEADLINE_YEAR = re.compile(r"(?<![\d届期])((?:19|20)\d\d)年?(?!\d|[^\s，。]{0,4}(?:季度|半年|月|届))")
_LOOKS_AHEAD = re.compile("会议|工作会|年会|务虚会|职代会|职工代表大会|部署|安排|重点工作|要点")
_LOOKS_BACK = re.compile("盘点|账单|成绩单|总结|回眸|回顾|扫描|综述|答卷|年报|数说|侧记|业绩")
# What happens on the day of such news, not on one of the year that a review tells of: 3月19日，|县总工会为职工投保.
_TELLS = re.compile(
    "[^。\\n]{0,60}?(?:[讯电]|获悉|发布|公布|通报|召开|介绍|晒|了解到|表示|透露|显示|统计|盘点|出炉|公开)"
)
_EARLY = 3  # up to this month the year before is looked back on
_HAN = "〇零○一二三四五六七八九"
# A month on a line of the head or the last line: （2023年12月）, 第86期　二〇一八年九月, 2008年11月号.
_MONTH = re.compile(
    rf"(?<![{_HAN}\d至到—–~～-])([12一二][\d{_HAN}]{{3}})年(\d{{1,2}}|[一二三四五六七八九十]{{1,3}})月(?:号|刊)?(?=[\s）》]|$)"
)
_ENTRY = re.compile(
    "[ \u3000]+(?!第|总|[^，。；]{0,8}[期版刊印编])[^\\s]{4}"
)  # of a chronicle: 2015年9月　全国文明校园
_DAY_ALONE = re.compile(r"[12]\d{3}年\d{1,2}月\d{1,2}日(?:（(?:星期|周).）)?")
_ARABIC = str.maketrans(_HAN, "000123456789")
_BLOCKS, _SOURCED, _MASTHEAD = 40, 8, 3  # of the head; of them those that may say the source; that look like a table
_FOOT = 3  # the last lines, one of which may be a day alone
_BESIDE = 12  # characters
_SIGNS = 40  # characters of a line that signs the text, or gives its month
_HEAD = 300  # characters


def front_blocks(clean: CleanText) -> list[Block]:
    """Return the lines of the head that may say who wrote the report, for whom and when."""
    return [
        block
        for number, block in enumerate(clean.blocks[:_BLOCKS])
        if block.kind in ("title", "subtitle", "byline", "dateline")
        or (number < _MASTHEAD and block.kind == "table_row")
        or (number < _SOURCED and block.kind == "furniture" and _SOURCE.search(clean.text, block.start, block.end))
    ]


@lru_cache(maxsize=2)  # asked for times and for records
def find_day(clean: CleanText) -> str | None:
    """Return the day on which the report came out, as it says, in ISO format."""
    front = sorted(front_blocks(clean), key=lambda block: _FRONT.index(block.kind))
    last = [block for block in clean.blocks[-1:] if block not in front and _signs(clean, block)]
    foot = (block for block in clean.blocks[-_FOOT:-1] if block not in front)
    last += [block for block in foot if _DAY_ALONE.fullmatch(clean.text, block.start, block.end)]
    minutes = _MINUTES.search(clean.text, 0, _HEAD) is not None
    sessions = [block for block in front if minutes and _SESSION.match(clean.text, block.start)]
    lines = [*(block for block in front if block not in sessions), *last, *sessions]
    times = cache(partial(find_times, clean.text))

    def say(read: Callable[[Block], Iterator[tuple[int, str]]]) -> Iterator[tuple[str, str]]:
        """Yield what stands before each day that a line names, and the day."""
        found = ((clean.text[max(0, at - _BESIDE) : at], day) for block in lines for at, day in read(block))
        return ((before, day) for before, day in found if not _OF_OTHERS.search(before))

    public = (day for before, day in say(partial(_written, clean)) if _MADE_PUBLIC.search(before))
    told = (day for before, day in say(partial(_days, clean, times)) if not _OF_DATA.search(before))
    place = find_dispatched(clean)
    dispatched = (day for _, day in _days(clean, times, Block("dateline", *place))) if place else iter(())
    return next(chain(public, told, dispatched, (day for _, day in say(partial(_days, clean, times)))), None)


def _written(clean: CleanText, block: Block) -> Iterator[tuple[int, str]]:
    """Yield where a line names a day in figures, and the day: 2018年12月3日, in Taiwan 113.3.5."""
    for match in _DATE.finditer(clean.text, block.start, block.end):
        if day := _iso(match):
            yield match.start(), day
    for match in _REPUBLIC.finditer(clean.text, block.start, block.end) if clean.traditional else ():
        if day := _iso(match, BEFORE_REPUBLIC):
            yield match.start(), day


def _days(clean: CleanText, times: Callable[[], Sequence[Time]], block: Block) -> Iterator[tuple[int, str]]:
    """Yield where a line names a day, and the day, in figures or else in words: 二〇一一年二月二十二日, 12月3日.

    ``times`` are those of the whole text, which may have the year; they are asked for only where figures tell nothing.
    """
    written = list(_written(clean, block))
    yield from written
    if not written and clean.text.find("日", block.start, block.end) >= 0:
        inside = (time for time in times() if block.start <= time.start and time.end <= block.end and not time.stock)
        yield from ((time.start, day) for time in inside if (day := _single_day(time)))


def estimate_day(clean: CleanText) -> str | None:
    """Return a day near that on which a text came out that does not say so: of its news, or the last of its month."""
    return _day_of_news(clean) or _last_of_month(clean)


def _day_of_news(clean: CleanText) -> str | None:
    """Return the day with which the first paragraph opens, in the year that the headline tells of or the one behind."""
    title = " ".join(clean.read_headlines())
    years = {int(match[1]) for match in _HEADLINE_YEAR.finditer(title)}
    first = next((block for block in clean.blocks if block.kind == "paragraph"), None)
    opens = _NEWS.match(clean.text, first.start, first.end) if first else None
    if first is None or opens is None or not years:
        return None
    year, month, day = max(years), int(opens[1]), int(opens[2])
    if not _LOOKS_AHEAD.search(title):
        if month > _EARLY or not _LOOKS_BACK.search(title) or not _TELLS.match(clean.text, opens.end(), first.end):
            return None
        year += 1
    return _checked(year, month, day)


def _last_of_month(clean: CleanText) -> str | None:
    """Return the last day of the month that a short line of the head gives, or the last line."""
    head = (block for block in clean.blocks if block.start < _HEAD)
    for block in (*clean.blocks[-1:], *head):
        if block.end - block.start > _SIGNS or "。" in clean.text[block.start : block.end]:
            continue
        for match in _MONTH.finditer(clean.text, block.start, block.end):
            year, month = int(match[1].translate(_ARABIC)), _number(match[2])
            entry = match.start() == block.start and _ENTRY.match(clean.text, match.end(), block.end)
            if 1 <= month <= 12 and not entry:
                return f"{year}-{month:02d}-{calendar.monthrange(year, month)[1]}"
    return None


def _signs(clean: CleanText, block: Block) -> bool:
    """Return whether the last line is one that signs the report, no sentence of it."""
    return block.end - block.start <= _SIGNS and clean.text[block.end - 1] not in "。！？；"


def _single_day(time: Time) -> str | None:
    """Return the day that a time is, None where it is more or less."""
    if time.kind != "date" or not time.from_ or not time.until:
        return None
    first, last = _read(time.from_), _read(time.until)
    return first.isoformat() if first and last and last - first == timedelta(days=1) else None


def _read(text: str) -> date | None:
    match = re.match("([0-9]{4})-([0-9]{2})-([0-9]{2})", text)
    return date(*(int(group) for group in match.groups())) if match else None


def _number(words: str) -> int:
    """Return the number of a month, 0 where it is none."""
    try:
        return int(parse_number(words))
    except InputError:
        return 0


def _iso(match: re.Match[str], before: int = 0) -> str | None:
    """Return the day of a date whose years are counted from behind the year ``before``."""
    year, month, day = (int(group) for group in match.groups())
    return _checked(year + before, month, day)


def _checked(year: int, month: int, day: int) -> str | None:
    """Return a day in ISO format, None where the calendar has no such day."""
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return f"{year:04d}-{month:02d}-{day:02d}"
