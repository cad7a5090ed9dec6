"""Figures of a census: what there is at its standard moment, and changes since the census before.

Enters: the clean text, its times; then frames and their dates. Leaves: the ``Census``, and the dates with its day for
what was counted. Next: ``review`` takes its year, ``periods`` its dates.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from unionie.clean.types import CleanText
from unionie.frames import FactFrame
from unionie.records.models import Period
from unionie.resolve.times.anchors import first_paragraph
from unionie.values.types import Time

_MOMENT = re.compile(r"(?:零时|0时|24时)?(?:为|作为|是)?(?:此次|本次)?[^，。；]{0,4}标准时点")
_BEFORE = re.compile(r"标准时点(?:为|是|：)$")
_HEADED = re.compile(r"人口普查")
_OF_CENSUS = re.compile("普查|人口|标准时点")  # whose report is of the census alone
_ZERO = re.compile(r"[零0]时")
_EARLIER = re.compile(r"第[一二三四五六七八九十]次[一-鿿]{0,6}普查")
_YEARS = re.compile(r"[五十]年(?:间|来|共|累计|内)?(?!前)[净增减上下提共]")  # 十年|净流入1.7万人
_CARRYING_OUT = re.compile(r"[\s　]*(?:整个|此次|本次)?普查(?:登记|工作)?(?:期间|中|开展以来)")  # what it took
_LENGTH = len("2020-11-01")


@dataclass(frozen=True, slots=True)
class Census:
    """The day at which a census counts, and the year of the census before, where the text names it."""

    day: str
    since: int | None
    within: tuple[int, int] | None = None  # the paragraph that tells of it, in a report on more

    @property
    def year(self) -> Period:
        """The year of the census."""
        return Period(start=f"{self.day[:4]}-01-01", end=f"{self.day[:4]}-12-31")


def find_census(clean: CleanText, times: Sequence[Time]) -> Census | None:
    """Return the census that the text reports: 以2020年11月1日零时为标准时点."""
    day, at = None, 0
    headed = any(map(_HEADED.search, clean.read_headlines()))
    for time in times:
        if not time.from_ or len(time.from_) < _LENGTH or "日" not in time.text:
            continue
        before = clean.text[max(0, time.start - 8) : time.start]
        zero = headed and (_ZERO.search(time.text) or _ZERO.match(clean.text, time.end))
        if zero or _MOMENT.match(clean.text, time.end) or _BEFORE.search(before) or "时点" in time.text:
            day, at = time.from_[:_LENGTH], time.start
            break
    if day is None:
        return None
    opening = clean.text[: _opening_end(clean)]
    whole = any(map(_OF_CENSUS.search, (*clean.read_headlines(), opening)))
    within = next(((block.start, block.end) for block in clean.blocks if block.start <= at < block.end), None)
    earlier = [
        int(time.from_[:4])
        for time in times
        if time.from_ and time.from_[:4] < day[:4] and _EARLIER.match(clean.text, time.end)
    ]
    return Census(day, max(earlier, default=None), None if whole else within)


def _opening_end(clean: CleanText) -> int:
    """Return the end of the first paragraph."""
    first = first_paragraph(clean)
    return first.end if first else len(clean.text)


def counted(
    clean: CleanText, census: Census, frame: FactFrame, period: Period | None
) -> tuple[Period | None, str | None]:
    """Return period and as-of date of a figure without a time of its own: counted then, or changed since the last."""
    year = census.year
    if census.within and not census.within[0] <= frame.quantity.start < census.within[1]:
        return period, None
    if frame.rule == "facts.from":
        before = census.since and period is None
        return (Period(start=f"{census.since}-01-01", end=f"{census.since}-12-31") if before else period), None
    if period is None or period.end[:4] < year.end[:4]:
        return period, None
    over = _YEARS.search(clean.text, frame.sentence.start, frame.quantity.start)
    if census.since and over and frame.rule not in ("facts.compared", "facts.to"):
        return Period(start=f"{census.since}-01-01", end=year.end), None
    then = (period.start, period.end) in ((year.start, year.end), (census.day, census.day))
    if not then or _CARRYING_OUT.match(clean.text, frame.sentence.start):
        return period if not then else year, None
    return (year, None) if frame.measure == "change" else (None, census.day)
