"""When a value holds by what stands beside it: parts as their totals, ranks and shares as the level before them.

Enters: fact frames and the date of each. Leaves: the dates. Next: ``periods``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from unionie.clean.types import CleanText
from unionie.frames import FactFrame
from unionie.records.models import Period
from unionie.resolve.times.stocks import FLOW, VITAL
from unionie.resolve.times.stretches import FLOW_UNITS, is_long, is_than_years

__all__ = ["Dated", "beside_stocks", "like_levels", "with_total"]

_STANDING = re.compile(
    "(?:会员|[党团]员|职工|教师|教授|干部|干警|人员|女性|[学本专科硕博士]生|占地(?:面积)?|建筑面积|藏书|图书)数?$"
)
_OWED = re.compile("余额$|(?:存款|贷款|授信)(?:占比|户数|客户)$|存贷比|不良(?:贷款)?率|拨备覆盖率|资本充足率")
_GROWN = ("，净增", "，增加", "，净增加", "，增加了", "，减少", "，净减少", "，减少了", "，多了", "，少了")
_SHARE = re.compile("(?:占比|比重|总量|总数|规模)$")  # as a name: 民营经济增加值占比
_OPENING = 3  # characters: 截至
_NEAR = 24  # characters
_OWN = ("facts.from", "facts.table", "facts.right", "facts.both")  # what these say is of something else


@dataclass(frozen=True, slots=True)
class Dated:
    """When a frame holds, and whether it is a plan."""

    period: Period | None
    as_of: str | None
    modality: str


_LASTING = Dated(None, None, "actual")  # of a thing as it was built


def with_total(frames: Sequence[FactFrame], frame: FactFrame, dated: Dated, dates: Sequence[Dated]) -> Dated:
    """Return the date of a part: where its total is a stock, or stands at the end of several years, it does too."""
    total = dates[frame.part_of] if frame.part_of is not None else None
    if total is None or frame.measure not in ("level", "share"):
        return dated
    come = frame.part_of is not None and _has_come(frames[frame.part_of], frame)
    there = dated.modality == "actual" and (come or not (frame.times or frame.action))
    if total == _LASTING and there and frame.quantity.unit == frames[frame.part_of or 0].quantity.unit:
        return total  # 全长8公里，其中隧道|2公里
    if there and (come or total.as_of):
        return total
    if _is_summed_with(frames, frame, dated, total):
        return total  # 截至年底，共接收善款8936万元，其中物资折价|3719万元
    if total.period is None or dated.period is None or not is_long(dated.period):
        return dated
    ends = total.period.end == dated.period.end and not is_long(total.period)
    return replace(dated, period=total.period) if ends else dated


def _is_summed_with(frames: Sequence[FactFrame], frame: FactFrame, dated: Dated, total: Dated) -> bool:
    """Return whether a part without a period is of what its total sums up to the same day."""
    same_day = dated.period is None and dated.as_of is not None and dated.as_of == total.as_of
    unit = frame.part_of is not None and frames[frame.part_of].quantity.unit == frame.quantity.unit
    return same_day and total.period is not None and frame.measure == "level" and unit


def like_levels(clean: CleanText, frames: Sequence[FactFrame], dates: Sequence[Dated]) -> list[Dated]:
    """Return the dates, with that of the level just before for what is said of it: 入会率94%，|高于全市4个百分点."""
    settled: list[Dated] = []
    level = -1
    for index, (frame, dated) in enumerate(zip(frames, dates, strict=True)):
        before = frames[level] if level >= 0 else None
        doubled = frame.quantity.unit == "番" and before is not None and before.rule == "facts.to"
        said = (frame.measure in ("gap", "rank", "share") or doubled) and frame.rule not in _OWN
        said = said or (level >= 0 and _stands_beside(frame, dated, settled[level]))
        said = said or (level >= 0 and is_long(settled[level].period) and is_than_years(clean, frame))
        if before and _has_grown(clean, before, settled[level], frame):
            day = str(settled[level].as_of)
            settled.append(Dated(Period(start=f"{day[:4]}-01-01", end=day), None, dated.modality))
        elif before and said and _goes_on(clean, before, frame) and _agrees(settled[level], frame, dated):
            settled.append(settled[level])
        else:
            settled.append(dated)
        if frame.measure == "level" and frame.quantity.dimension == "money" and dated == _LASTING:
            continue  # 完成投资2亿元，占总投资5亿元的|40%
        if frame.measure == "level" or not said:
            level = index if frame.measure == "level" and frame.rule not in ("facts.from", "facts.compared") else -1
    return settled


def _agrees(level: Dated, frame: FactFrame, dated: Dated) -> bool:
    """Return whether what is said beside a level may have its date.

    Not a share or rank that stands at the end of its years: 新建站点1120座，总量居全省|第二|.
    """
    ends = _SHARE.search(frame.indicator) and is_long(level.period) and frame.measure in ("share", "rank")
    return level.modality == dated.modality and not (ends and dated.period and not is_long(dated.period))


def _has_grown(clean: CleanText, before: FactFrame, stock: Dated, frame: FactFrame) -> bool:
    """Return whether a stock has grown to its day by a value: 前年底是1120个，去年底是1286个，净增|166个|."""
    if frame.measure != "change" or stock.as_of is None or stock.period or frame.rule != "facts.inherited":
        return False
    between_them = clean.text[before.quantity.end : frame.quantity.start]
    behind = bool(frame.times and before.times) and frame.times[0].start < before.times[0].start
    return behind and before.sentence.start == frame.sentence.start and between_them in _GROWN


def _stands_beside(frame: FactFrame, dated: Dated, level: Dated) -> bool:
    """Return whether a value is there at the end of several years, as that before it: 现有分会27个、会员|2318人."""
    counted = frame.quantity.dimension == "count" and frame.quantity.unit not in FLOW_UNITS
    there = counted and frame.measure == "level" and not frame.action and frame.rule != "facts.inherited"
    there = there and dated.modality == "actual"
    return there and is_long(dated.period) and level.period is not None and not is_long(level.period)


def _goes_on(clean: CleanText, before: FactFrame, frame: FactFrame) -> bool:
    """Return whether a value stands close behind another, in its sentence and with its time.

    What a value has come to (由2016年的142件升至2021年的|286件) has the last time named.
    """
    between_them = clean.text[before.quantity.end : frame.quantity.start]
    return (
        before.sentence.start == frame.sentence.start
        and len(between_them) <= _NEAR
        and "；" not in between_them
        and ([time.start for time in before.times] == [time.start for time in frame.times] or _has_come(before, frame))
    )


def _has_come(before: FactFrame, frame: FactFrame) -> bool:
    return before.rule == "facts.to" and all(time.start < before.quantity.start for time in frame.times)


def beside_stocks(frames: Sequence[FactFrame], dates: Sequence[Dated]) -> list[Dated]:
    """Return the dates, with that of a stock for what its sentence has beside it: 年末常住人口…；户籍人口|226万人.

    So too for whom the sentences behind one that opens with such a day count: 截至年底，有教师126人。本科生|1384人.
    """
    settled: list[Dated] = []
    stocks: dict[int, str] = {}  # by sentence
    opened: tuple[int, str] | None = None  # sentence and day
    block = -1
    for frame, dated in zip(frames, dates, strict=True):
        own = opened is not None and frame.times and frame.sentence.start != opened[0]
        if own or frame.sentence.block != block or dated.modality == "target":
            opened = None
        block = frame.sentence.block
        day = stocks.get(frame.sentence.start) or (opened[1] if opened and _is_standing(frame) else None)
        counted = frame.measure == "share" or (frame.measure == "level" and not frame.action)
        there = dated.modality == "actual" and counted
        if there and dated.as_of and dated.period is None and frame.rule != "facts.from":
            stocks[frame.sentence.start] = dated.as_of
        if dated.as_of and dated.period is None and frame.times and frame.rule != "facts.from":
            opens = frame.times[0].start - frame.sentence.start <= _OPENING
            opened = (frame.sentence.start, dated.as_of) if opens else None
        undated = (
            not frame.times
            and dated.period is not None
            and frame.rule != "facts.from"
            and not VITAL.search(frame.indicator)
            and not (frame.quantity.dimension == "money" and FLOW.search(frame.indicator))
        )
        settled.append(Dated(None, day, "actual") if there and undated and day else dated)
    return settled


def _is_standing(frame: FactFrame) -> bool:
    """Return whether a value counts who belongs to a body, or what it has or is owed: members, grounds, loans."""
    standing = _STANDING.search(frame.indicator) or _OWED.search(frame.indicator)
    return frame.rule not in _OWN and standing is not None
