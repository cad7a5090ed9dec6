"""What there is on a day: stocks at a day or at the end of what is reviewed, and flows summed up to it.

Enters: a fact frame and its time. Leaves: its period and its day. Next: ``periods``.
"""

from __future__ import annotations

import re

from unionie.clean.types import CleanText
from unionie.frames import FactFrame
from unionie.records.models import Period
from unionie.resolve.anchors import near_start
from unionie.resolve.stretches import CUMULATIVE, FLOW_UNITS
from unionie.resolve.timeline import day_before
from unionie.values.types import Time

__all__ = ["FLOW", "VITAL", "closes_review", "date_stock", "is_month_end", "is_state"]

VITAL = re.compile(r"(?:出生|死亡|增长|变动|迁[入出])率$")
FLOW = re.compile(r"(?:出口|进口|支出|营收|销售额?|产值|利润|收入|投资)$")  # of a year
_LEFT = re.compile(r"结余|余额|结存|可支付")  # of what was taken in: a stock
_SUMMED = re.compile(
    r"(?:支出|付出?|收回|追回|回款|入库|到账|批出|收治|化解|受理|办理|查处)[^，。；、\d]{0,4}$"
)  # by then
_STATE = re.compile(
    r"[在现][编岗册治校读职建用役园籍有存]|尚有|仍有|存栏|(?:[^，。；]{0,12}(?:覆盖|管理|建档|签约|入会|建会|持证|巩固)率$)"
)
_AT_END = re.compile(r"(?:(?<![一-鿿])|报告)期末(?!考)|年度?终?结日")


def closes_review(clean: CleanText, frame: FactFrame) -> bool:
    """Return whether a value stands at the end of what is reviewed: 报告期末，不良贷款率|1.18%."""
    return frame.measure != "change" and bool(_AT_END.search(clean.text, near_start(frame), frame.quantity.start))


def is_month_end(time: Time) -> bool:
    """Return whether a time is the last day of a month: what there is on that day is a stock."""
    if time.from_ is None or time.until is None or time.from_[8:10] not in ("28", "29", "30", "31"):
        return False
    return time.until[8:10] == "01" and time.from_[:7] != time.until[:7] and time.kind == "date"


def is_state(frame: FactFrame) -> bool:
    """Return whether a value is of what there is, not of what was done: 在编消防员|38名, 管理率|95.7%."""
    there = not frame.action or bool(_STATE.match(frame.indicator))
    return there and frame.measure in ("level", "share")


def date_stock(clean: CleanText, frame: FactFrame, time: Time, modality: str) -> tuple[Period | None, str | None]:
    """Return the period and the day of a stock; a plan has the year of its deadline, a flow summed up its year too."""
    day = day_before(time.until)
    if modality == "target":
        return Period(start=f"{day[:4]}-01-01", end=f"{day[:4]}-12-31", text=time.text), None
    if frame.measure == "change" and day:
        return Period(start=f"{day[:4]}-01-01", end=day), None
    before = clean.text[max(frame.sentence.start, frame.quantity.start - 24) : frame.quantity.start]
    flows = frame.action or frame.quantity.unit in FLOW_UNITS or frame.quantity.dimension == "money"
    if time.text.endswith("同期") and flows and day:
        return Period(start=f"{day[:4]}-01-01", end=day, text=time.text), None
    summed = CUMULATIVE.search(before) or (frame.quantity.unit != "%" and _SUMMED.search(before))
    flow = summed and day and flows and not _LEFT.search(before)
    told = frame.quantity.dimension == "money" and frame.rule != "facts.table"
    traded = told and FLOW.search(frame.indicator) and not flow
    if VITAL.search(frame.indicator) or (traded and day[5:] == "12-31"):  # 年末户籍人口59万人，出生率10‰: of the year
        return Period(start=f"{day[:4]}-01-01", end=day), None
    return Period(start=f"{day[:4]}-01-01", end=day) if flow else None, day or None
