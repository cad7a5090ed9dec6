"""News of one event: the day of which they tell, and the days that their undated figures take.

Enters: the clean text, its anchored times, the period that the report reviews and its day of publication.
Leaves: a Time and a Period, or None. Next: ``timeline``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from unionie.clean.dispatch import skip_dispatch
from unionie.clean.types import CleanText
from unionie.records.models import Period
from unionie.resolve.times.anchors import between, first_paragraph
from unionie.resolve.times.review import REPORTS
from unionie.values.present import NOW
from unionie.values.types import Time

__all__ = ["closes", "event_day", "event_days"]

_WHEN = re.compile("时[ 　]*间：$")  # of minutes
_LATE_NEWS = timedelta(days=15)
_RECENT, _SPAN = timedelta(days=40), timedelta(days=31)
_MORE = re.compile(r"年度|通报|评选|名单|摘要|计划|通[告知]|纪要|问答")  # what tells of more, or of what is to come
_DISASTER = re.compile(
    r"洪灾|洪涝|暴[雨雪]|地震|台风|山洪|泥石流|火灾|险情|灾情|汛情|抗震|抗洪|抢险|应急处置|寒潮|冰冻"
)
_DATELINE = re.compile(r"[^，。；】]{0,6}(?:讯|电|统计|发布|通报|公布|消息)")  # 本报5月4日讯, 据5月4日统计
_COMPARED = tuple("比较与同跟")
_ENDS = re.compile(
    r"[^。！？；\n]{0,60}?(?:落下帷幕|落幕|闭幕|收官|收兵|鸣金|谢幕|圆满结束|(?:大?赛|比武|活动|运动会|评选)[^，。；]{0,8}(?:结束|揭晓)"
    r"|(?:表彰|奖励|颁奖|总结)[^，。；\n]{0,10}大?会在[^，。；\n]{1,14}(?:召开|举行))"
)


def event_day(clean: CleanText, times: Sequence[Time], published: str | None) -> Time | None:
    """Return the day just before publication of which the first paragraph tells: 2月24日，全会在临溪召开."""
    first = first_paragraph(clean)
    if first is None or published is None:
        return None
    opens = skip_dispatch(clean.text, first.start, first.end)
    for time in between(times, 0, first.end):
        if first.start <= time.start < opens:
            continue  # the day of the dispatch: 【某社甲城3月16日电】
        if time.start < first.start and not _WHEN.search(clean.text, max(0, time.start - 6), time.start):
            continue
        if time.from_ and time.until and time.from_[:10] <= published and "日" in time.text:
            lasted = _day(time.until) - _day(time.from_)
            if lasted <= timedelta(days=1) and _day(published) - _day(time.from_) <= _LATE_NEWS:
                return time
    return None


def event_days(clean: CleanText, times: Sequence[Time], report: Period | None, published: str | None) -> Period | None:
    """Return the days that a text tells of and no others, or those of a disaster: what is undated there is of them.

    A text that names any other time (今年以来, 2019年) reports on more than its event; a headline may say so too.
    """
    if published is None or report is None or report.text:
        return None
    titles = " ".join(clean.read_headlines())
    disaster = bool(_DISASTER.search(titles))
    if not disaster and (REPORTS.search(titles) or _MORE.search(titles)):
        return None
    days = []
    for time in _dating(clean, times, published):
        start, until = _day(str(time.from_)), _day(str(time.until))
        recent = timedelta(0) <= _day(published) - start <= _RECENT and until - start <= _SPAN
        if recent:
            days.append((start, max(start, until - timedelta(days=1))))
        if not disaster and (not recent or closes(clean, time)):
            return None
    if not days:
        return None
    if disaster:
        start, end = min(start for start, _ in days), max(end for _, end in days)
    else:  # the longest stretch that it names, else the first day
        start, end = max(days, key=lambda stretch: stretch[1] - stretch[0])
    return Period(start=start.isoformat(), end=min(end, _day(published)).isoformat())


def closes(clean: CleanText, time: Time) -> bool:
    """Return whether a day is that on which something of several days ended: 11月3日，运动会落幕。此番派出|47名…"""
    return bool(_ENDS.match(clean.text, time.end))


def _dating(clean: CleanText, times: Sequence[Time], published: str) -> Iterator[Time]:
    """Yield the times in paragraphs that may date a figure: no dateline, nothing compared with or still to come."""
    for block in clean.blocks:
        for time in between(times, block.start, block.end) if block.kind == "paragraph" else ():
            dated = time.kind in ("date", "range", "datetime") and time.from_ and time.until
            if not dated or str(time.from_)[:10] > published or time.text.endswith("同期") or time.text in NOW:
                continue
            if not clean.text.endswith(_COMPARED, 0, time.start) and not _DATELINE.match(clean.text, time.end):
                yield time


def _day(moment: str) -> date:
    return date.fromisoformat(moment[:10])
