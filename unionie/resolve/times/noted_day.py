"""The day that a note names for the figures of a profile: 某大学概况（数据截至2025年9月）.

Enters: the clean text, its times, fact frames and the date of each. Leaves: the dates. Next: ``periods``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from unionie.clean.types import CleanText
from unionie.frames import FactFrame
from unionie.records.models import Period
from unionie.resolve.times.neighbours import Dated
from unionie.resolve.times.stocks import FLOW, is_state
from unionie.resolve.times.stretches import FLOW_UNITS
from unionie.resolve.times.timeline import day_before
from unionie.values.types import Time

__all__ = ["on_noted_day"]

_NOTE = re.compile(r"(?:数据|数字)[^。；\d\n]{0,14}(?:截[至止]|统计[到至])[^。；\d\n]{0,8}$")
_OF_YEAR = re.compile("[率额]$|立项|班次")  # not of a day
_PROFILE = re.compile("概况|概览|简介|简况|一览")
_HEAD, _BEFORE = 300, 30  # characters


def on_noted_day(
    clean: CleanText,
    times: Sequence[Time],
    frames: Sequence[FactFrame],
    dates: Sequence[Dated],
    report: Period | None,
) -> list[Dated]:
    """Return the dates, with the day noted for what there is and has no date but that of the report."""
    day = _noted_day(clean, times)
    if not day:
        return list(dates)
    return [
        Dated(None, day, "actual") if _is_there(frame, dated, report) else dated
        for frame, dated in zip(frames, dates, strict=True)
    ]


def _noted_day(clean: CleanText, times: Sequence[Time]) -> str | None:
    """Return the last day of the time that a note at the head of a profile names."""
    if not any(map(_PROFILE.search, clean.read_headlines())):
        return None
    for time in times:
        if time.start > _HEAD:
            return None
        start = time.start + (len("截至") if time.text[0] == "截" else 0)
        if time.until and _NOTE.search(clean.text, max(0, time.start - _BEFORE), start):
            return day_before(time.until)
    return None


def _is_there(frame: FactFrame, dated: Dated, report: Period | None) -> bool:
    """Return whether a value says what there is, and nothing dates it."""
    undated = dated.period is None or (
        report is not None and (dated.period.start, dated.period.end) == (report.start, report.end)
    )
    flow = frame.quantity.unit in FLOW_UNITS or _OF_YEAR.search(frame.indicator) or FLOW.search(frame.indicator)
    there = is_state(frame) and not flow and frame.rule not in ("facts.from", "facts.compared")
    return there and undated and not frame.times and dated.as_of is None and dated.modality == "actual"
