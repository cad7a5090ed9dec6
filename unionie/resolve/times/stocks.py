"""What there is on a day: stocks at a day or at the end of what is reviewed, and flows summed up to it.

Enters: a fact frame and its time. Leaves: its period and its day. Next: ``periods``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from unionie.clean.types import CleanText
from unionie.frames import FactFrame
from unionie.records.models import Period
from unionie.resolve.times.anchors import between, near_start
from unionie.resolve.times.stretches import CUMULATIVE, FLOW_UNITS
from unionie.resolve.times.timeline import day_before
from unionie.values.types import Time

__all__ = ["FLOW", "VITAL", "begun_on", "closes_review", "date_stock", "is_month_end", "is_reached", "is_state"]

VITAL = re.compile(r"(?:出生|死亡|增长|变动|迁[入出])率$")
FLOW = re.compile(r"(?:出口|进口|支出|营收|销售额?|产值|利润|收入|投资)$")  # of a year
_LEFT = re.compile(r"结余|余额|结存|可支付")  # of what was taken in: a stock
_SUMMED = re.compile(
    r"(?:支出|付出?|收回|追回|回款|入库|到账|批出|收治|化解|受理|办[理复]|查处|采收|收购|交售|"
    r"接待|接[收受](?!训练|教育|培训))[^，。；、\d]{0,8}$"
)  # by then
# What is done up to a day, not what stands then: 截至11月底，新增就业|6842人. 建成 and 建立 say what there is.
_DONE = re.compile(
    r"(?:(?:新增|再|转移)就业|培训|发放|拨付|救助|慰问|走访|劝返|减免|投放|新建|完成投资)[^，。；、\d]{0,8}$"
)
_EVENTS = frozenset(["人次", "场次", "件次", "班次", "次"])  # what happens, not what there is
_UP_TO = re.compile("[截到至]")
_THIS_YEAR = re.compile(r"[^。；\d]{0,20}?[今本]年")  # 截至11月底，集团|今年|完成…
_BEGUN = re.compile(
    "(?:以来|起|启动|上线|成立|挂牌|投用|投产|启用|运营|运行|实施|行动|开[一-鿿]|入[汛冬夏])[^，。；：\\d]{0,14}[，、。]?$"
)
_HAS_COME = re.compile("，?[一-鿿]{0,6}?(?:已经?|累计)")
_OPENS_CLAUSE = "。；：\n\u3000 "
_NEAR, _LIST = 24, 60  # characters
_STATE = re.compile(
    r"[在现][编岗册治校读职建用役园籍有存]|尚有|仍有|存栏|(?:[^，。；]{0,12}(?:覆盖|管理|建档|签约|入会|建会|持证|巩固)率$)|[^，。；]{0,12}(?:储备|儲備|余额|结余|净资产)金?$"
)
_AT_END = re.compile(r"期(?:(?<![一-鿿]期)|(?<=报告期))末(?!考|质量|检测|测|评|表彰|学业|统考|复习)|年度?终?结日")
_IN_YEAR = re.compile(
    r"^[^，；]{0,6}(?:(?:出栏|出生|死亡|迁[入出]|毕业)[^，；、量率]{0,4}|手术)$"
)  # counted over the year, also where 年末 stands before: 年末存栏41万头，出栏|62万头


def closes_review(clean: CleanText, frame: FactFrame) -> bool:
    """Return whether a value stands at the end of what is reviewed: 报告期末，不良贷款率|1.18%."""
    return frame.measure != "change" and bool(_AT_END.search(clean.text, near_start(frame), frame.quantity.start))


def is_month_end(time: Time) -> bool:
    """Return whether a time is the last day of a month: what there is on that day is a stock."""
    if time.from_ is None or time.until is None or time.from_[8:10] not in ("28", "29", "30", "31"):
        return False
    return time.until[8:10] == "01" and time.from_[:7] != time.until[:7] and time.kind == "date"


def is_reached(clean: CleanText, time: Time) -> bool:
    """Return whether a day is that up to which something has come: 到|2月10日|已走访1.67万人; 至|6月30日|，投入…."""
    start = time.start + (time.text[0] in "到至")
    if not clean.text.endswith(("到", "至"), 0, start) or time.kind != "date":
        return False
    opens = start < 2 or clean.text[start - 2] in _OPENS_CLAUSE
    return _HAS_COME.match(clean.text, time.end) is not None or (opens and clean.text.startswith("，", time.end))


def is_state(frame: FactFrame) -> bool:
    """Return whether a value is of what there is, not of what was done: 在编消防员|38名, 管理率|95.7%."""
    there = not frame.action or bool(_STATE.match(frame.indicator))
    return there and frame.measure in ("level", "share")


def date_stock(
    clean: CleanText, frame: FactFrame, time: Time, modality: str, begun: str | None = None
) -> tuple[Period | None, str | None]:
    """Return the period and the day of a stock; a plan has the year of its deadline, a flow summed up its year too.

    ``begun`` is when what is summed up began, if not with the year.
    """
    day = day_before(time.until)
    if modality == "target":
        return Period(start=f"{day[:4]}-01-01", end=f"{day[:4]}-12-31", text=time.text), None
    if frame.measure == "change" and day:
        return Period(start=f"{day[:4]}-01-01", end=day), None
    done = frame.action and frame.quantity.unit != "%"
    listed = done and frame.measure == "level"  # 累计检查1860处，疏通74公里，清除|312块
    start = max(time.end, frame.quantity.start - _LIST) if listed else frame.quantity.start - _NEAR
    before = clean.text[max(frame.sentence.start, min(start, frame.quantity.start - _NEAR)) : frame.quantity.start]
    flows = frame.action or frame.quantity.unit in FLOW_UNITS or frame.quantity.dimension == "money"
    if time.text.endswith("同期") and flows and day:
        return Period(start=f"{day[:4]}-01-01", end=day, text=time.text), None
    summed = (frame.measure != "share" and CUMULATIVE.search(before)) or (
        frame.quantity.unit != "%" and _SUMMED.search(before)
    )
    this_year = _THIS_YEAR.match(clean.text, time.end, frame.quantity.start) is not None
    this_year = this_year or (done and not time.stock and is_reached(clean, time))  # 到2月10日已走访1.67万人
    up_to = _UP_TO.search(clean.text, max(0, time.start - 2), time.start + 2)
    happened = _DONE.search(before) is not None or (done and frame.quantity.unit in _EVENTS)
    done_by = up_to and frame.measure == "level" and frame.quantity.unit != "%" and happened
    flow = (((summed and flows) or done_by) and not _LEFT.search(before)) or this_year
    told = frame.quantity.dimension == "money" and frame.rule != "facts.table"
    traded = told and FLOW.search(frame.indicator) is not None and not (day and flow)
    flow = bool(day and (flow or (traded and up_to)))
    of_year = traded or (_IN_YEAR.match(frame.indicator) and "，" in clean.text[time.end : frame.quantity.start])
    if VITAL.search(frame.indicator) or (of_year and day[5:] == "12-31"):  # 年末户籍人口59万人，出生率10‰: of the year
        return Period(start=f"{day[:4]}-01-01", end=day), None
    since = begun[:10] if begun and begun[:10] < day else f"{day[:4]}-01-01"
    return Period(start=since, end=day) if flow else None, day or None


def begun_on(clean: CleanText, frame: FactFrame, times: Sequence[Time], until: Time) -> str | None:
    """Return when began what is summed up to a day, where its sentence says so: 6月3日开秤，截至6月30日，累计…"""
    start = max(clean.blocks[frame.sentence.block].start, until.start - _LIST)
    before = [time for time in between(times, start, until.start) if time.from_ and not time.stock]
    begun = before and _BEGUN.search(clean.text, before[-1].start, until.start)
    told = begun and "。" not in clean.text[before[-1].end : begun.start()]  # 2020年捐款1亿元。自成立以来，截至6月底，…
    return before[-1].from_ if told else None
