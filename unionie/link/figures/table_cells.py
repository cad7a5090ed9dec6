"""The cells of a flattened table: their quantity, what kind of statement they make, and its name.

Enters: a cell with its row's label, its column's header and the caption. Leaves: quantities and indicators.
Next: ``tables`` makes frames of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from unionie.link.figures.measures import name_baseline
from unionie.values import find_quantities
from unionie.values.types import Precision, Quantity, Time

_BOUND = re.compile("(?P<least>[≥≧>＞])|(?P<most>[≤≦<＜])")  # ≤0.60, ≥95%
NUMBER = re.compile(r"(?:[≥≧>＞≤≦<＜] ?)?(?:[-+−]?\d{1,3}(?:,\d{3})+(?:\.\d+)?%?|[-+−]?\d+(?:\.\d+)?%?)")
WITH_UNIT = re.compile(
    r"\d{1,6}(?:\.\d+)?万?(?:人次|场次|公里|万元|[个人件家名户台辆场座套项元])"
)  # 20个: its own unit
_NAMELESS = re.compile("[A-Za-z][A-Za-z0-9/-]*")  # 使用强度（DDDs）: a unit of its own, of which nothing else is told
# A column's header that only says when: 2020年末, 1—9月, 2021—2022学年.
_WHEN = re.compile(
    r"(?=.)(?:(?:19|20)\d\d(?:[-—–/](?:19|20)?\d\d)?(?:学?年度?)?)?"
    r"(?:\d{1,2}(?:月?[-—–~～至到]\d{1,2})?月[份末底]?|[上下]半年|前三季度|[第一二三四1-4]{1,2}季度|[年学期][初末底]|[本当]月|[初末底])?"
)
YEAR = re.compile(r"((?:19|20)\d\d)(?:年?度?|/(\d\d)(?:年度?)?)")
UNIT = re.compile(r"[（(](?:单位[:：])?([^（）()]{1,16})[）)]")
_CAPTION_UNIT = re.compile(r"单位[:：]\s*([^（）()\s]{1,16})")
_CAPTION_MONEY = re.compile(r"[（(]((?:人民币|港币|新台币|台币|美元)?[十百千万亿]*(?:元|[港美欧日]元))[）)]")
_CURRENCY_FIRST = re.compile(r"^(人民币|港币|新台币|台币)([十百千万亿]*元)$")  # 港币千元: 千元港币
_COUNTED = re.compile(r"(人次|[人户件家个名台辆所项场])数\s*$")
_LABEL_HEADER = re.compile(
    r"^(?:指标|指标名称|项目|名称|产品名称|产品|类别|年度|年份|地区|单位名称|部门|序号|县区|县（区）|乡镇)$"
)
_STOCK_ROW = re.compile(r"年[末底]")
_CHANGE = re.compile(
    r"增长|增速|[增降涨]幅|[同环]比|增减|±|升降|涨跌|^[^占（(]{0,8}[比较](?:上年|去年|前年|上届|年初|\d{4}年|[一二三四五六七]普)"
)
_THAN = re.compile(r"[比较](?P<object>[^（()）%±]{1,12}?)(?:净?增减|增长|增加|升降|提高|变化|变动|[±（(]|$)")
_AMOUNT = re.compile(r"增减|升降|变化|变动")  # by so many, where nothing says %
PLAN = re.compile(
    r"^[^完实占为]{0,4}(?:计划|目标|任务|预算|预期)(?:数|值|安排|指标|投资)?(?:[（(]|$)"
)  # not 完成计划（%）, 占年度计划（%）
_SHARE = re.compile(r"占比|比重|构成|占.{0,6}%")
_DASHES = frozenset(["-", "—", "——", "－", "–", "…", "……"])
_RANK = re.compile(r"排名|位次|名次|排位")
GENERIC_HEAD = re.compile(
    r"^(?:总量|数值|绝对[数值额]|指标值|本年|累计|实际|完成|完成数|完成值|数量|总计|合计|全年|实绩|本期|总额|数据)?$"
)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: clean offsets and its words."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Head:
    """The header of a column: its own words, those of the group that it stands under, and the cell of its words."""

    text: str
    group: str = ""
    cell: Cell | None = None


def is_value(cell: Cell) -> bool:
    """Return whether the cell holds a number that is no year, or a dash for none."""
    words = cell.text.strip()
    if WITH_UNIT.fullmatch(words):
        return True
    return words in _DASHES or (NUMBER.fullmatch(words) is not None and YEAR.fullmatch(words) is None)


def measure_of(title: str) -> str:
    """Return what the values of a column are by its header: level, change, share or rank."""
    for pattern, measure in ((_CHANGE, "change"), (_SHARE, "share"), (_RANK, "rank")):
        if pattern.search(title):
            return measure
    return "level"


def read_cell(cell: Cell, unit: str, measure: str) -> tuple[Quantity | None, str | None]:
    """Return the cell's quantity in the unit that holds for it, and the direction of a change."""
    number = cell.text.strip()
    if WITH_UNIT.fullmatch(number):
        start = cell.start + len(cell.text) - len(cell.text.lstrip())
        return next((replace(q, start=start, end=start + len(number)) for q in find_quantities(number)), None), None
    bound = _BOUND.match(number)
    bare = number[bound.end() :].lstrip() if bound else number
    precision: Precision = "exact" if bound is None else "at_least" if bound["least"] else "at_most"
    negative = bare[0] in "-−"
    digits = bare.lstrip("-+−")
    start = cell.start + len(cell.text) - len(cell.text.lstrip())
    words = digits if digits.endswith("%") else digits + _CURRENCY_FIRST.sub(r"\2\1", unit)
    found = find_quantities(words)
    if found and (found[0].start, found[0].end) == (0, len(words)) and (unit or digits.endswith("%")):
        quantity = replace(found[0], text=number, start=start, end=start + len(number), precision=precision)
    elif unit and not _NAMELESS.fullmatch(unit):
        return None, None
    else:
        quantity = Quantity(
            text=number, start=start, end=start + len(number), value=Decimal(digits.rstrip("%").replace(",", ""))
        )
        quantity = replace(quantity, precision=precision)
    if measure == "rank":
        quantity = replace(quantity, unit="位", unit_code=None)
    if measure == "change":
        return quantity, "decrease" if negative else "increase"
    return (replace(quantity, value=-quantity.value) if negative else quantity), None


def unit_of(title: str, label: str, unit_cell: str | None, caption: str, measure: str) -> str:
    """Return the unit that holds for a cell: of its column, its row, or the caption."""
    if match := UNIT.search(title):
        own = UNIT.search(label)
        whole = GENERIC_HEAD.match(UNIT.sub("", title).strip())  # 绝对额（亿元） above 实际使用外资（万美元）
        return own.group(1) if own and whole and _is_unit(own.group(1)) else match.group(1)
    own = UNIT.search(label)
    if measure == "change" and own and _AMOUNT.search(title) and "%" not in title and _is_unit(own.group(1)):
        return own.group(1)  # 比上年增减 beside 养老床位（张）
    if measure in ("change", "share"):
        return "%"
    if unit_cell:
        return unit_cell.strip()
    if match := UNIT.search(label):
        return match.group(1)
    if match := _COUNTED.search(UNIT.sub("", title)) or _COUNTED.search(UNIT.sub("", label)):
        return match.group(1)  # 受益户数 under （万元）
    if match := _CAPTION_UNIT.search(caption) or _CAPTION_MONEY.search(caption):
        units = re.split(r"[、,，;；/]", match.group(1))
        return next((unit for unit in units if title.endswith(unit)), units[0])
    return ""


def baseline_of(title: str) -> str:
    """Return what the values of a column of changes are compared with: 比六普增减, 环比, else the year before."""
    if "环比" in title:
        return "previous_period"
    named = _THAN.search(title)
    return name_baseline(named["object"]) if named else "year_on_year"


def units_of_columns(caption: str, columns: int) -> list[str]:
    """Return the units of a caption that names one for each column: 单位：万人、%、百分点."""
    match = _CAPTION_UNIT.search(caption)
    units = re.split(r"[、,，;；]", match.group(1)) if match else []
    return units if len(units) == columns > 1 else []


def _is_unit(words: str) -> bool:
    found = find_quantities(f"1{words}")
    return len(found) == 1 and found[0].unit is not None and found[0].end == len(words) + 1


def name_column(head: Head, measure: str) -> str:
    """Return what a column measures: 生产总值 for 生产总值 › 总量（亿元） and for its 增速（%）."""
    own = UNIT.sub("", head.text).strip()
    if head.group and (measure != "level" or GENERIC_HEAD.match(own)):
        return head.group
    return head.group + own


def name_cell(name: str, head: Head, measure: str, base: str) -> str:
    """Return the indicator of a cell: its row's label and, where that says more, its column's header."""
    column = name_column(head, measure)
    if measure != "level":
        return base or name
    if GENERIC_HEAD.match(column) or _WHEN.fullmatch(column) or _LABEL_HEADER.match(column):
        return name
    return name + column


def year_time(cell: Cell | None) -> Time | None:
    """Return the year that a label or header names, as a time."""
    match = YEAR.fullmatch(cell.text.strip()) if cell else None
    if match is None or cell is None:
        return None
    year = int(match.group(1))
    month = "04" if match.group(2) else "01"  # 2021/22: the financial year of Hong Kong
    return Time(
        text=cell.text,
        start=cell.start,
        end=cell.end,
        kind="date",
        from_=f"{year}-{month}-01",
        until=f"{year + 1}-{month}-01",
    )


def at_end(time: Time, label: Cell) -> Time:
    """Return the last day of a column's year for a row of stocks: 年末存款余额."""
    if time.stock or not _STOCK_ROW.search(label.text) or not YEAR.fullmatch(time.text) or time.until is None:
        return time
    last = (date.fromisoformat(time.until) - timedelta(days=1)).isoformat()
    return replace(time, text=f"{time.text}末", from_=last, stock=True)
