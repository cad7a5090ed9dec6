"""The year in which a text without a day was written: against it its own 今年 and 去年 are read.

Enters: the clean text, its times and the days that it reviews. Leaves: a year, or None; the times that it places.
Next: ``review`` and ``periods``. Where nothing tells the year, what 今年 dates has no period, and no year named before
holds for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from unionie.clean.types import CleanText
from unionie.records.models import Period
from unionie.resolve.times.anchors import names_year
from unionie.resolve.times.year_told import in_year
from unionie.values.types import Time

__all__ = [
    "is_this_year",
    "is_unplaced",
    "leaves_open",
    "opens_with_years",
    "place_spoken",
    "unfounded",
    "year_of_stock",
    "year_spoken",
]

_SPOKEN = re.compile("[今去前明来后]年|[今明去][明后今][两二]年")
_NEXT = re.compile("第二年|[次翌转]年")
_YEARS = re.compile("(?:过去|近|这)?[三四五六七八九十]年[来间]$")
_NOW = re.compile("今年")
_TITLED = re.compile(r"(?<![\d届期—–~～至到-])((?:19|20)\d\d)年(?![—–~～至到-])")
_SPAN = re.compile("(?:19|20)[0-9]{2}年?[—–~～至到-]+(?:19|20)[0-9]{2}年?")
_AHEAD = re.compile("[计规]划|方案|纲要|要点")
_BEGAN = re.compile("(?:成立|创[立建办]|[始肇]建?|组建|建[成立校院厂会]|设立|开始)于$")
_PART = re.compile("月|季度|半年|年[末底]")
_STOCK = re.compile("截[至止]")
_DAY, _LAST_MONTH = len("2018-12-03"), "12"


def is_unplaced(time: Time) -> bool:
    """Return whether a time counts from a year that nothing tells: 今年上半年 in a text without a day."""
    counts = _SPOKEN.match(time.text) or _NEXT.fullmatch(time.text)
    return time.from_ is None and time.until is None and counts is not None


def leaves_open(times: Sequence[Time]) -> bool:
    """Return whether a text speaks of 今年 and does not say which year that is."""
    return any(is_unplaced(time) and _NOW.match(time.text) for time in times)


def opens_with_years(clean: CleanText, times: Sequence[Time]) -> bool:
    """Return whether a paragraph of a text opens with several years that nothing places: 五年来，…"""
    starts = {block.start for block in clean.blocks if block.kind == "paragraph"}
    return any(time.start in starts and time.from_ is None and _YEARS.match(time.text) for time in times)


def year_spoken(clean: CleanText, times: Sequence[Time], report: Period | None) -> int | None:
    """Return which year 今年 is in a text without a day: that of the headline or of the days that the head names.

    So too that up to a month of which it counts: 数据截至2020年10月31日.
    """
    if report and report.text and report.start[:4] == report.end[:4]:
        return int(report.end[:4])
    if report and report.text and report.end[5:7] < _LAST_MONTH and "月" in report.text:
        return int(report.end[:4])  # 2016年10月—2021年9月: written when its last month is over
    ahead = any(map(_AHEAD.search, clean.read_headlines()))
    if report and _SPAN.fullmatch(report.text or "") and not ahead and not leaves_open(times):
        return int(report.end[:4]) + 1  # 2020—2022年…: 去年 is the last of them
    titled = {match[1] for line in clean.read_headlines() for match in _TITLED.finditer(line)}
    if len(titled) == 1 and (report is None or int(min(titled)) == int(report.end[:4]) + 1):
        return int(min(titled))
    if report and not report.text and report.start[:4] == report.end[:4]:
        return int(report.end[:4]) + (not leaves_open(times))  # who says 去年 alone gives the figures of that year
    return year_of_stock(clean, times)


def year_of_stock(clean: CleanText, times: Sequence[Time]) -> int | None:
    """Return the last year up to a month of which a text counts: 截至2020年10月31日."""
    counted = (
        time.from_[:4]
        for time in times
        if time.stock
        and time.from_
        and len(time.from_) >= _DAY
        and time.from_[5:7] != _LAST_MONTH
        and time.from_[:4] in time.text
        and (_STOCK.match(time.text) or _STOCK.search(clean.text, max(0, time.start - 3), time.start))
    )
    return max(map(int, counted), default=None)


def place_spoken(time: Time, year: int | None) -> Time:
    """Return a time with 今年, 去年 or 明年 as counted from the year in which its text was written."""
    return in_year(time, f"{year}-12-31", whole=True) if year and _SPOKEN.match(time.text) else time


def unfounded(clean: CleanText, times: Sequence[Time]) -> list[Time]:
    """Return the times of a text without a day, with no year for months read with that in which somebody began.

    协管会成立于1988年。|前三季度|开展宣教1136场次.
    """
    found: list[Time] = []
    began = ""
    for time in times:
        year = (time.from_ or time.until or "")[:4]
        if year and names_year(time):
            began = year if _BEGAN.search(clean.text, max(0, time.start - 5), time.start) else ""
        elif year and began and year in (began, str(int(began) + 1)) and _PART.search(time.text):
            time = replace(time, from_=None, until=None)  # noqa: PLW2901
        found.append(time)
    return found


def is_this_year(time: Time) -> bool:
    """Return whether a time names this year, which in a plan is the year planned."""
    return _NOW.match(time.text) is not None
