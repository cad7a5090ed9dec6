"""What no day of the report dates: before or after an event that has no date, in a first year, within years to come.

Enters: a fact frame, the timeline. Leaves: whether its clause speaks of such a time; the years of a plan.
Next: ``periods``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from unionie.clean.types import CleanText
from unionie.frames import FactFrame
from unionie.records.models import Modality, Period
from unionie.resolve.times.anchors import (
    COMING,
    between,
    names_year,
    near_start,
    reviews_last_year,
    shift_years,
    spans_years,
)
from unionie.resolve.times.months import count_years
from unionie.resolve.times.timeline import Timeline
from unionie.values.types import Time

__all__ = ["is_before", "is_first_year", "once_done", "within_years", "without_base"]

_YEAR_BEFORE = re.compile(r"\d年[以之]?前$")
_EVENT = (
    "搬迁|脱贫|改造|整治|入社|入股|流转|改革|治理|帮扶|驻村|上任|进村|建社|创建|整改|成立|投用|引进|通车|通路|修路|通水"
)
_BEFORE = re.compile(
    rf"(?:^|[，。；：“\n])[^，。；：\d比较由从与]{{0,6}}?(?:{_EVENT})(?:之|以)?前，?[^，。；：\d]{{0,16}}$"
)
# What there will be when something is done, whenever that is: 建成后可灌溉|1100亩|.
_DONE = re.compile(
    r"(?:^|[，。；：“\n])(?P<what>[^，。；：\d]{0,16}?)(?:建成|达产|投产|投用|投运|通车|完工|竣工|满产|建好)"
    r"(?:投产|投用|达产|运营|通车|投入使用)?后，?[^，。；：\d已]{0,14}?(?:(?P<may>可)|将|预计|有望|年(?=产|均|销|营|新增|加工|接待|处理))[^，。；：\d已]{0,14}$"
)
# What is summed up over all years: 历年累计|98例|, 建会以来累计救助|420人|.
_OF_ALL_YEARS = re.compile(
    r"(?:^|[，。；：“\n])[^，。；：\d\n]{0,8}?(?:历年来?|(?:建[会校院馆社站厂行团]|成立|开办|创办|组建|开[馆院])以来，?)"
    r"[已共]?累计[^，。；：\d]{0,16}$"
)
_FIRST_YEAR = re.compile(r"[，。；：“\n](?:第一|头一)年[^，。；：\d]{0,16}$")
_NEXT = ("第二年", "次年", "翌年", "转年")
_WITHIN = re.compile(
    r"(?<![近去前这最的续第过\d〇零一二两三四五六七八九十])(?P<count>[2-9]|10|[两二三四五六七八九十])年(?:内|时间)[^；。]{0,40}$"
)
_WINDOW = 48  # characters
_LATE = "10"  # from then on a plan for three years begins with the next


def is_before(line: Timeline, frame: FactFrame) -> bool:
    """Return whether a value is of a time before one that nothing reaches back from: 2017年以前, 搬迁前."""
    time = frame.times[0] if frame.times else None
    clean, start = line.clean, frame.quantity.start
    if (time is None or not names_year(time)) and _is_of_all_years(clean, frame):
        return True
    known = line.published or (line.period.end if line.period else "")
    if time is not None and time.from_ is None and str(time.until) <= known and _YEAR_BEFORE.search(time.text):
        return "；" not in clean.text[time.end : start]
    if frame.measure != "level" or (time is not None and time.from_):
        return False
    first = max(0, frame.sentence.start - 1, start - _WINDOW)
    return clean.text.find("前", first, start) >= 0 and _BEFORE.search(clean.text, first, start) is not None


def _is_of_all_years(clean: CleanText, frame: FactFrame) -> bool:
    """Return whether a value sums up all years since a beginning that its sentence does not date."""
    if frame.measure != "level" or frame.modality == "target":
        return False
    start = max(0, frame.sentence.start - 1, frame.quantity.start - _WINDOW)
    summed = clean.text.find("累计", start, frame.quantity.start) >= 0
    return summed and _OF_ALL_YEARS.search(clean.text, start, frame.quantity.start) is not None


def is_first_year(clean: CleanText, frame: FactFrame) -> bool:
    """Return whether a value is of the first year of something, which no day places: 第一年试种|6个|."""
    start = frame.quantity.start
    return _FIRST_YEAR.search(clean.text, max(0, frame.sentence.start - 1, start - _WINDOW), start) is not None


def once_done(clean: CleanText, frame: FactFrame) -> Modality | None:
    """Return what a value is that will be there once something is done, at a time that is not said right before it.

    Of what it can do then (投产后可满足|48万户|用气) the words around it say whether that is planned.
    """
    start = max(0, frame.sentence.start - 1, frame.quantity.start - _WINDOW)
    if frame.measure != "level" or clean.text.find("后", start, frame.quantity.start) < 0:
        return None
    done = _DONE.search(clean.text, start, frame.quantity.start)
    dated = frame.times[0].end if frame.times and frame.times[0].from_ else -1
    if done is None or done.start() <= dated <= done.end():
        return None
    return "target" if not done["may"] or frame.modality == "target" else "actual"


def without_base(clean: CleanText, times: Sequence[Time]) -> list[Time]:
    """Return the times, 第二年 without days where its paragraph names no year before."""
    loose = {time.start for time in times if time.text in _NEXT and not _has_base(clean, time, times)}
    return [replace(time, from_=None, until=None) if time.start in loose else time for time in times]


def _has_base(clean: CleanText, time: Time, times: Sequence[Time]) -> bool:
    line = clean.text.rfind("\n", 0, time.start) + 1
    return any(other.from_ and names_year(other) for other in between(times, line, time.start))


def within_years(line: Timeline, frame: FactFrame) -> Period | None:
    """Return the years of a plan for so many: 力争三年内…, from the report's year, late in it from the next."""
    match = _WITHIN.search(line.clean.text, near_start(frame), frame.quantity.start)
    count = count_years(match["count"]) if match else 0
    if match is None or not count or _names_later_year(line, match.end("count"), frame.quantity.start):
        return None
    if line.published:
        first = int(line.published[:4]) + (line.published[5:7] >= _LATE)
    elif line.period and line.period.text:
        first = int(line.period.end[:4]) + 1
    else:
        return None
    return Period(start=f"{first}-01-01", end=f"{first + count - 1}-12-31", text=f"{match['count']}年内")


def _names_later_year(line: Timeline, start: int, end: int) -> bool:
    """Return whether a year by which to reach something stands between: 三年内建点5个，到|2022年|游客达|10万|."""
    return any(other.from_ and names_year(other) for other in between(line.times, start, end))


def coming(time: Time, report: Period | None, published: str | None) -> Time:
    """Return 明年 in a report of January that is written from the end of the year before as the year that has begun."""
    if time.from_ is None or report is None or published is None or not COMING.match(time.text):
        return time
    if spans_years(report) or not reviews_last_year(report, published, time.text):
        return time
    return replace(time, from_=shift_years(time.from_, -1), until=shift_years(str(time.until), -1))
