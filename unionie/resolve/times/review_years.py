"""The several years that a report looks back on: 五年来 said more than once, 2017年以来, “十三五”的五年, a term.

Enters: the clean text, its times, the day of publication. Leaves: a Period, or None. Next: ``review``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import islice

from unionie.clean.types import Block, CleanText
from unionie.records.models import Period
from unionie.resolve.decisions import is_decision
from unionie.resolve.times.anchors import between, first_paragraph
from unionie.values.types import Time

__all__ = ["last_day", "months_told", "opening_days", "several_years", "term_told"]

_YEARS = re.compile(
    r"(?=[3-9三四五六七八九十1过任这近])(?<!第)(?<!连续)(?P<count>[三四五六七八九十]|[3-9]|10)年(?:来|间|里|累计|共(?=[一-鿿])(?!同|有)|中，|工作回顾)|(?:过去|任期的?|这|近|以来的)(?P<count2>[三四五])年"
)
_HEAD_YEARS = re.compile(r"(?<![连续第近\d〇零一二三四五六七八九十])([三四五])年(?![级制期度以前后级])")
_YEARS_REVIEWED = re.compile(r"(?<![\d第])([三四五])年[^，。年]{0,4}(?:回顾|总结|回眸)")  # of a heading
# What a report says that it reports on: 报告过去五年的工作.
_REPORTED_ON = re.compile(
    r"(?:报告|汇报)[^，。；\d]{0,8}(?:过去|任期|本届|近)的?([三四五])年来?的?[^，。；]{0,8}?(?:工作|情况)"
)
# Which years these are, said as the text opens: 2008年至2012年的五年, “十三五”的五年.
_NAMED_YEARS = re.compile(
    r"((?:19|20)\d\d)年?[至到—–~-]{1,2}((?:19|20)\d\d)年的?这?([三四五])年(?![级制期])"
    r"|十([一二三四五])五[”」]?(?:时期|期间)?的?这?五年(?![计规])"
)
_PLAN_BEFORE_FIRST = 2001  # 十五
_SINCE = re.compile(r"(?:19|20)\d\d年以来")
_SEVERAL = 2
_ADDRESS = re.compile("[^，。：\n]{2,12}：|受[^，。]{2,30}委托")  # opens the first paragraph; what is reported follows
# What a report says that it tells of: 现将2023年7月至2024年6月会务|简报如下.
_TELLS, _BELOW = re.compile("[现谨兹][将就]$|现对$"), re.compile("[^，。；\n]{0,24}如下")
_TERM = re.compile(r"(?:[年学][度期]?|以来|任期|本届|时期)[内间来里]?（$")
_TERM_YEARS = re.compile(r"(?:以来|任期|本届|时期)的?[三四五]年（((?:19|20)\d\d)[—–~-]{1,2}((?:19|20)\d\d)(?=）)")
_TERM_WITHIN, _LONGEST = 800, 6  # characters, years
_REPEATED = 2
_OPENING = 3  # paragraphs
_OPENS_WITHIN = 400  # characters
_LATE_IN_YEAR = "10"  # a report of October or later counts its own year
_DIGITS = "〇一二三四五六七八九十"
_LENGTH = len("2018-12-03")


def several_years(clean: CleanText, times: Sequence[Time], published: str | None) -> Period | None:
    """Return the several years that a report looks back on, by what it says of them as it opens or more than once."""
    return _named_years(clean, published) or _counted_years(clean, published) or _since_year(clean, times, published)


def _named_years(clean: CleanText, published: str | None) -> Period | None:
    """Return the years that the opening names by their first and last, or by a plan, and that are over by now."""
    opening = _opening(clean)
    for match in _NAMED_YEARS.finditer(clean.text, opening[0].start, opening[-1].end) if opening else ():
        if match[4]:
            first = _PLAN_BEFORE_FIRST + 5 * _DIGITS.index(match[4])
            last = first + 4
        else:
            first, last = int(match[1]), int(match[2])
            if last - first + 1 != _DIGITS.index(match[3]):
                continue
        if published is None or published >= f"{last}-{_LATE_IN_YEAR}":
            return Period(start=f"{first}-01-01", end=f"{last}-12-31", text=match.group())
    return None


def _opening(clean: CleanText) -> list[Block]:
    """Return the first paragraph, and the one behind it where it only addresses those who hear the report."""
    first = first_paragraph(clean)
    if first is None:
        return []
    if not _ADDRESS.match(clean.text, first.start):
        return [first]
    behind = (block for block in clean.blocks if block.kind == "paragraph" and block.start > first.start)
    return [first, *islice(behind, 1)]


def _counted_years(clean: CleanText, published: str | None) -> Period | None:
    """Return the years that a report looks back on when it says 五年来, 五年间, 五年累计 … more than once."""
    if published is None:
        return None
    counts = Counter((match["count"] or match["count2"]) for match in _YEARS.finditer(clean.text))
    counts.update(match[1] for line in clean.read_headlines() for match in _HEAD_YEARS.finditer(line))
    headings = [clean.text[block.start : block.end] for block in clean.blocks if block.kind == "heading"]
    counts.update(match[1] for line in headings if (match := _YEARS_REVIEWED.search(line)))
    reported = _REPORTED_ON.search(clean.text, 0, _OPENS_WITHIN)
    if reported:
        counts[reported[1]] += _REPEATED
    if not counts:
        return None
    words, times = counts.most_common(1)[0]
    if times < _REPEATED:
        return None
    count = int(words) if words.isdigit() else _DIGITS.index(words)
    last = int(published[:4]) - (published[5:7] < _LATE_IN_YEAR)
    return Period(start=f"{last - count + 1}-01-01", end=f"{last}-12-31", text=f"{words}年")


def _since_year(clean: CleanText, times: Sequence[Time], published: str | None) -> Period | None:
    """Return the years since one that opens the report: 2017年以来，我院共受理…; a decision gives for what is now."""
    starts = [block.start for block in _opening(clean)]
    opening = next((time for time in times if time.start in starts), None)
    if published is None or opening is None or is_decision(clean) or not _SINCE.fullmatch(opening.text):
        return None
    start, last = int(opening.text[:4]), int(published[:4]) - (published[5:7] < _LATE_IN_YEAR)
    if last - start < _SEVERAL:
        return None
    return Period(start=f"{start}-01-01", end=f"{last}-12-31", text=opening.text)


def term_told(clean: CleanText, times: Sequence[Time], published: str | None) -> Period | None:
    """Return the years that a bracket of the opening gives to a term: 上次大会以来的五年（2016年9月至2021年8月）."""
    if match := _TERM_YEARS.search(clean.text, 0, _TERM_WITHIN):
        first, last = match[1], match[2]
        if 0 < int(last) - int(first) <= _LONGEST and (published is None or first < published[:4] <= last):
            return Period(start=f"{first}-01-01", end=f"{last}-12-31", text=match[0][-9:])
    for time, start, until in opening_days(clean, times, _OPENING):
        before = clean.text[max(0, time.start - 9) : time.start]
        if not _TERM.search(before) or clean.text[time.end : time.end + 1] not in ("，", "）"):
            continue
        last = last_day(until).isoformat()
        spans = int(last[:4]) > int(start[:4]) or "学期" in before
        if spans and (published is None or start < published):
            return Period(start=start, end=last, text=time.text)
    return None


def months_told(clean: CleanText, times: Sequence[Time]) -> Period | None:
    """Return the months of two years that the opening says it reports on: 现将2023年7月至2024年6月会务简报如下."""
    for time, start, until in opening_days(clean, times, _OPENING):
        last = last_day(until).isoformat()
        told = _TELLS.search(clean.text, max(0, time.start - 2), time.start) and _BELOW.match(clean.text, time.end)
        if told and "月" in time.text and start[:4] < last[:4]:
            return Period(start=start, end=last, text=time.text)
    return None


def opening_days(clean: CleanText, times: Sequence[Time], paragraphs: int = 1) -> Iterator[tuple[Time, str, str]]:
    """Yield each time of the first paragraphs with its first day and the day behind its last; 22时 has none."""
    opening = [block for block in clean.blocks if block.kind == "paragraph"][:paragraphs]
    for time in between(times, opening[0].start, opening[-1].end) if opening else ():
        if time.from_ and time.until and len(time.from_) >= _LENGTH:
            yield time, time.from_[:_LENGTH], time.until[:_LENGTH]


def last_day(until: str) -> date:
    """Return the last day inside days that end before another."""
    return date.fromisoformat(until) - timedelta(days=1)
