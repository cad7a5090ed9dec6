"""When a fact holds.

Enters: fact frames with the times of their sentences, the times of the report, its headings and its own period.
Leaves: a period, an as-of date and the final modality for each frame. Next: ``facts`` makes records of them.

A time governs the values behind it in its sentence; a sentence without one takes the time that opens an earlier
sentence of its paragraph, then that of its heading, then the report's period. A stock marker (截至…, 年末) gives
``as_of`` and no period, except for cumulative flows, which have both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from unionie.clean.types import CleanText
from unionie.frames import FactFrame
from unionie.records.models import Period
from unionie.values.types import Time

_CUMULATIVE = re.compile(r"累计|共计?|总计")
_PLAN_HEADING = re.compile(r"安排|目标|打算|计划|展望|部署|任务|思路|下一步|下步|明年|重点工作")
_REVIEW_HEADING = re.compile(r"回顾|总结|完成情况|过去|成效|成绩|情况")
_SINCE = re.compile(r"以来|至今|迄今")


@dataclass(frozen=True, slots=True)
class Dated:
    """When a frame holds, and whether it is a plan."""

    period: Period | None
    as_of: str | None
    modality: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A section heading (clean offsets) and where its section ends."""

    start: int
    end: int
    until: int
    text: str


def date_frames(
    clean: CleanText,
    frames: Sequence[FactFrame],
    times: Sequence[Time],
    headings: Sequence[Heading],
    report_period: Period | None,
    published: str | None,
) -> list[Dated]:
    """Return for each frame when it holds."""
    opening = _opening_times(clean, times)
    return [_date(clean, frame, times, opening, headings, report_period, published) for frame in frames]


def _opening_times(clean: CleanText, times: Sequence[Time]) -> list[Time]:
    """Return the times that open a sentence: only these hold for the sentences behind."""
    found = []
    for time in times:
        before = clean.text[max(0, time.start - 3) : time.start]
        if time.kind in ("date", "range", "datetime") and time.from_ and (not before or before[-1] in "。；！？\n　" or before == "截至"):
            found.append(time)
    return found


def _date(
    clean: CleanText,
    frame: FactFrame,
    times: Sequence[Time],
    opening: Sequence[Time],
    headings: Sequence[Heading],
    report_period: Period | None,
    published: str | None,
) -> Dated:
    heading = _heading_of(headings, frame.quantity.start)
    time = frame.times[0] if frame.times else None
    compared = frame.rule in ("facts.from", "facts.compared")
    if compared:
        inner = [t for t in times if frame.sentence.start <= t.start < frame.quantity.start]
        near = inner[-1] if inner and frame.quantity.start - inner[-1].end <= 4 else None
        return Dated(_period(near, published) if near else None, None, "actual")
    if time is None or time.from_ is None:
        time = _carried(clean, frame, opening)
    modality = _modality(frame, heading, time, report_period)
    if time is None and heading:
        inside = [t for t in times if heading.start <= t.start < heading.end and t.from_ and t.kind in ("date", "range")]
        time = inside[0] if inside else None
    if time is None:
        return Dated(_default(report_period, published, modality), None, modality)
    if time.stock and modality == "actual":
        as_of = _day_before(time.until)
        flow = _CUMULATIVE.search(clean.text[max(frame.sentence.start, frame.quantity.start - 24) : frame.quantity.start])
        period = Period(start=f"{as_of[:4]}-01-01", end=as_of) if flow and as_of else None
        return Dated(period, as_of, modality)
    if time.stock and time.until:
        year = _day_before(time.until)[:4]
        return Dated(Period(start=f"{year}-01-01", end=f"{year}-12-31", text=time.text), None, modality)
    return Dated(_period(time, published), None, modality)


def _modality(frame: FactFrame, heading: Heading | None, time: Time | None, report: Period | None) -> str:
    """Return "target" for plans: by the words of the sentence, by the heading, or by a time after the report's."""
    text = heading.text if heading else ""
    if frame.modality == "target":
        return "actual" if _REVIEW_HEADING.search(text) and not _PLAN_HEADING.search(text) else "target"
    if _PLAN_HEADING.search(text) and not _REVIEW_HEADING.search(text) and frame.rule != "facts.aside":
        past = time is not None and report is not None and time.until is not None and time.until[:10] <= report.end
        return "actual" if past else "target"
    return "actual"


def _heading_of(headings: Sequence[Heading], offset: int) -> Heading | None:
    """Return the innermost heading of an offset."""
    found = None
    for heading in headings:
        if heading.start > offset:
            break
        if offset < heading.until:
            found = heading
    return found


def _carried(clean: CleanText, frame: FactFrame, opening: Sequence[Time]) -> Time | None:
    """Return the time that opens an earlier sentence of the frame's paragraph."""
    block = clean.blocks[frame.sentence.block]
    found = None
    for time in opening:
        if time.start >= frame.quantity.start:
            break
        if time.start >= block.start:
            found = time
    return found


def _default(report: Period | None, published: str | None, modality: str) -> Period | None:
    if modality == "actual" or report is None:
        return report
    year = int(report.end[:4])
    if published and int(published[:4]) > year:
        year += 1
    return Period(start=f"{year}-01-01", end=f"{year}-12-31")


def _period(time: Time | None, published: str | None) -> Period | None:
    """Return the days of a time, both inclusive; 今年以来 covers its year, 2006年以来 runs to the report's year."""
    if time is None or time.from_ is None:
        return None
    start = time.from_[:10]
    if _SINCE.search(time.text):
        year = published[:4] if published else start[:4]
        return Period(start=start, end=f"{max(year, start[:4])}-12-31", text=time.text)
    end = _day_before(time.until) if time.until else start
    return Period(start=start, end=max(start, end), text=time.text)


def _day_before(until: str | None) -> str:
    """Return the last day inside a half-open interval that ends at ``until``."""
    if until is None:
        return ""
    if len(until) > len("2018-12-03") and not until.endswith("T00:00:00"):
        return until[:10]
    return (date.fromisoformat(until[:10]) - timedelta(days=1)).isoformat()
