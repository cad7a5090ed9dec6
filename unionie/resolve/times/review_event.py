"""The days of the event on which a whole report tells: 2021年春运（1月28日至3月8日）, an inspection, games.

Enters: the clean text, its times, the day of publication. Leaves: a Period, or None. Next: ``review``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from unionie.clean.types import CleanText
from unionie.records.models import Period
from unionie.resolve.times.review_years import last_day, opening_days
from unionie.values.types import Time

__all__ = ["event_reviewed"]

# What lasts some days and has a report of its own, where headline and opening name it alike.
_EVENT = re.compile(
    r"[春暑]运|黄金周|运动会|博览会|交易会|展销会|检查|督查|督导|巡察|巡视|普查|清查|核查|抽查|验收|"
    r"整治|行动|会战|演练|集训|培训|研修|夏令营|宣传[周月]|活动[周月]|开放[周月]|军训"
)
_REPORT = re.compile(r"总结|小结|情况|结果|通报|报告|简报|综述|纪实|侧记|公告|答卷")
_OF_MORE = re.compile(
    r"年度|全年|半年|季度|\d月|[一二三四五六七八九十]月|学[年期]|以来|[这近]?[一二两三四五六七八九十]年来"
)
_LONGEST = timedelta(days=92)
_SINCE_ENDED = timedelta(days=92)
_STOPS = "。！？\n"
_PARAGRAPHS = 2


def event_reviewed(clean: CleanText, times: Sequence[Time], published: str | None) -> Period | None:
    """Return the first to the last day of the event that headline and opening name, if it is over."""
    title = " ".join(clean.read_headlines())
    events = {match.group() for match in _EVENT.finditer(title)}
    if published is None or not events or _OF_MORE.search(title) or not _REPORT.search(title):
        return None
    for time, start, until in opening_days(clean, times, _PARAGRAPHS):
        last = last_day(until)
        lasted, ended = last - date.fromisoformat(start), date.fromisoformat(published) - last
        if "日" not in time.text or time.kind != "range" or time.text.endswith("来"):
            continue
        if not timedelta(0) < lasted <= _LONGEST or not timedelta(0) <= ended <= _SINCE_ENDED:
            continue
        if events & {match.group() for match in _EVENT.finditer(_sentence(clean, time))}:
            return Period(start=start, end=last.isoformat(), text=time.text)
    return None


def _sentence(clean: CleanText, time: Time) -> str:
    """Return the sentence of a time."""
    start = max(clean.text.rfind(stop, 0, time.start) for stop in _STOPS) + 1
    ends = (end for stop in _STOPS if (end := clean.text.find(stop, time.end)) >= 0)
    return clean.text[start : min(ends, default=len(clean.text))]
