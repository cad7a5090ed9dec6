"""The days that the head of a bulletin gives: 安全生产周报 / 第27期（7月4日—7月10日）, （2017年4月至2018年3月）.

Enters: the clean text, its times, the day of publication. Leaves: a Period, or None. Next: ``review``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from unionie.clean.types import CleanText
from unionie.records.models import Period
from unionie.resolve.times.anchors import between, first_paragraph
from unionie.resolve.times.review_years import last_day
from unionie.values.types import Time

__all__ = ["days_in_head"]

_ISSUE = re.compile(r"[（\[【]?[^，。；、\n]{0,12}?(?:第\d{1,4}[期周号][，：、 \u3000]*)*[（(【]?$")
_CLOSES = re.compile(r"[）)】\]]{0,2}[ \u3000]*(?:第\d{1,4}期)?[ \u3000]*$")
_OF_WEEK = re.compile("周[报会]|旬报|第[0-9一二三四五六七八九十]{1,3}周|[本一每]周")
_SHORTEST, _WEEK, _MONTH = timedelta(days=3), timedelta(days=16), timedelta(days=27)
_FIGURES = re.compile(
    r"[（(](?:(?P<year>20\d\d)[.．])?(?P<month>1[0-2]|0?[1-9])[.．](?P<day>[0-3]?\d)[日]?\s*[—–~～至-]+\s*"
    r"(?:(?P<to_month>1[0-2]|0?[1-9])[.．])?(?P<to_day>[0-3]?\d)[日]?[）)]$"
)  # （11.27—12.3）
_LONGEST_LINE = 40  # characters
_HEAD = 400  # characters


def days_in_head(clean: CleanText, times: Sequence[Time], published: str | None) -> Period | None:
    """Return the days that a line of the head gives and nothing else: of a week in a weekly, else a month or more."""
    first = first_paragraph(clean)
    if first is None or first.start > _HEAD:
        return None
    for block in clean.blocks:
        if block.start >= first.start:
            return None
        if block.end - block.start > _LONGEST_LINE:
            continue
        if week := _in_figures(clean.text[block.start : block.end], published):
            return week
        inside = between(times, block.start, block.end)
        for time in inside:
            if time.kind != "range" or not time.from_ or not time.until:
                continue
            alone = _ISSUE.fullmatch(clean.text, block.start, inside[0].start)
            if not alone or not _CLOSES.match(clean.text, time.end, block.end):
                continue
            start, last = date.fromisoformat(time.from_[:10]), last_day(time.until[:10])
            weekly = _SHORTEST <= last - start <= _WEEK and _OF_WEEK.search(clean.text, 0, block.end)
            long = "至" in time.text and last - start >= _MONTH and "月" in time.text and block.kind != "title"
            if (weekly or long) and (published is None or last.isoformat() <= published):
                return Period(start=start.isoformat(), end=last.isoformat(), text=time.text)
    return None


def _in_figures(line: str, published: str | None) -> Period | None:
    """Return the week that a line of a weekly ends in, written in figures: 一周工作动态（11.27—12.3）."""
    match = _FIGURES.search(line)
    year = match["year"] if match and match["year"] else (published or "")[:4]
    if match is None or not year or not _OF_WEEK.search(line):
        return None
    try:
        last = date(int(year), int(match["to_month"] or match["month"]), int(match["to_day"]))
        start = date(last.year - (int(match["month"]) > last.month), int(match["month"]), int(match["day"]))
    except ValueError:
        return None
    if not _SHORTEST <= last - start <= _WEEK or (published is not None and last.isoformat() > published):
        return None
    return Period(start=start.isoformat(), end=last.isoformat(), text=match.group().strip("（()）"))
