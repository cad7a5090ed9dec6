"""Figures of several years: averages and changes over them, levels that stand at their end or are there now.

Enters: a fact frame and the timeline. Leaves: its Period. Next: ``periods``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from unionie.clean.types import CleanText
from unionie.frames import FactFrame
from unionie.records.models import Period
from unionie.resolve.times.anchors import between, near_start
from unionie.resolve.times.months import count_years
from unionie.resolve.times.plans import Heading
from unionie.resolve.times.reach import period_of, year_reached
from unionie.resolve.times.timeline import Timeline, covers_years, inside, is_over
from unionie.values.present import PRESENT
from unionie.values.types import Time

CUMULATIVE = re.compile(r"累计|总计(?<![产债益]总计)|共计|(?<!公)共(?!有|建有|设|产|同|青)")
FLOW_UNITS = frozenset(["件", "起", "次", "场", "人次", "场次", "件次", "班次", "期", "例", "宗", "篇"])
_SIZES = re.compile(r"总值|增加值|产值|营收|余额|收入|资产(?!投资)|总额|总量|规模|存款|贷款|储备")
# What is there at the end of several years, or is made in one: 总产能, 装机容量, 年产量.
_STANDS = re.compile(
    "(?:产能|装机(?:容量|规模)|储能|库容|存栏|储备|经营主体|密度|里程|能力)$|年(?:总?产[量值]|营[业收]|销售|吞吐量|发电量|处理量)"
)
_ADDED = re.compile("新|建成|形成|增加|扩大")
_RATIO = re.compile("(?:率|占比|比重|(?<!的)比例|强度|寿命|密度)$")
# A share of what there is: 占地区生产总值, 常住人口中老人占.
_OF_STOCK = re.compile(
    "占[^，；]{0,12}(?:生产总值|GDP|总产值|增加值|人口|耕地|面积|收入|支出|经济总?量?|市场|总量|比[重例])|(?:人口|职工|干警|成员|教师|队伍)中?[^，；]{0,10}占$"
)
_ANNUAL = re.compile(r"生产总值|经济总量|进出口|零售总?额|预算收入")  # of one year where nothing says 累计
_OVER_YEARS = re.compile(
    r"(?<![连续第近\d〇零一二三四五六七八九十])(?P<count>[2-9]|10|[两二三四五六七八九十])年"
    r"(?:累计|共|来|平均)?[增提减下净降上]"
)  # 收入5年增长|18.7%
_WITHIN_YEARS = re.compile(
    r"(?P<count>[12-9两二三四五六七八九十](?<![连续第近\d.〇零一二三四五六七八九十满每前后].)(?:(?<=1)0|(?<!1)))年(?P<ahead>内)?"
    r"(?:累计|共)?(?=[一-鿿](?<![级制期度前后以来间里有的多半了底龄末初义均一二三四五六七八九十]))"
)  # 五年改造危房|16348户
_HAS_FIGURE = re.compile(r"[^，。；：\n\d]*(?:\d|[〇零一二两三四五六七八九十百千]{2})")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年")
_FORMER_YEARS = re.compile(
    r"(?:[比较]|相当于)(?:前|上一?个?)(?:[三四五]年|届)[^，；。]*$|[比较][“「]?十[一二三四五]五[”」]?(?:时期|期间)?(?![末初时])[^，；。末初]*$"
)
_ANNUAL_MEAN = re.compile(r"[一-鿿]年均[一-鿿]")
_LIST = 60  # characters between 五年累计 and the last of what was done in them
_NEAR_YEARS = 10  # characters between 5年 and what has grown in them
_SEVERAL = 2  # calendar years apart: a school or financial year is one year
_REACHED = re.compile(r"(?:达到?|增至|升至|降至|增加到|提高到|上升到|下降到|扩大到|稳定在|保持在|控制在)$")
# What a verb brings a value to: 拓展至|30家, 缩小到|2000元, 升至全国|第二.
_COME_TO = re.compile(
    "(?:(?<![甚乃以直截冬夏收接])[一-鿿]至|[增升降减扩拓展压缩涨跌跃移退转变优化大小短少加长高低伸壮整]到)"
    "(?:了|全[国省市州县区球]|世界)?$"
)
# Between the value before and one that is of all years: 累计发放|900亿元, 里程新增|1700公里.
_ADDS = re.compile("累计|新增|净增|[增减]加了?$")
# What was done for money: 完成水利投资|超1000亿元.
_DONE = re.compile(r"(?:完成|投入|争取|筹措|到位|引进|发放)[^，；：、\d]{0,8}(?:投资|资金|贷款|外资)$")
_TO_DATE = re.compile("累计(?:已)?达到?$")  # of things: as many as there are by then
_ITEM_BEFORE = re.compile(r"[，；：。]|\d[^，；：。、\d]{0,6}、")
_PEOPLE = frozenset(["人", "名", "户"])
_YEARLY = re.compile("年度|每[百千万]")  # 年度赔付金额, 每万名会员配备干部
_IN_PLACES = re.compile(r"(?:辐射|覆盖|通达|直达)[^，；\d]{0,6}$")
_PLACES = re.compile("(?:国家|地区|城市|[省市县]|乡镇)")
_SHARE_OF = re.compile(r"占[^，；\d]{1,12}比重[为达约]{0,2}$")
_PASSES = re.compile("超|突破|逾|过|达")  # what a figure begins with: 超过|30家
_STAFF = re.compile("^(?:在[岗编职册校]|专任|员额)|(?:院士|干警)$")
# A level of so many years in a row: 连续四年稳定在|85%以上.
_STEADY = re.compile(r"连续(?P<count>[2-9]|1\d|[两二三四五六七八九十]+)年[^，。；\d]{0,12}(?:稳定|保持|维持|控制)在?$")
_THROUGHOUT = re.compile(r"(?:始终|一直|连续\d{0,1}年?|年年|历年|逐年)(?:稳定|保持|控制|维持)在$")
_HAVING = re.compile(
    r"(?:现有|共有|拥有|已有|仍有|本届[^，；]{0,4}|换届后[^；]{0,12}|总数|总量|在册|保有|存量|里程|面积)[^，；]{0,8}$"
    r"|(?:全[省市州盟区县旗镇乡村校院厂局]|[我本该][省市州盟区县旗镇乡村校院厂局])有[^，；：先另]{0,8}$"
    r"|(?:仅有?|只有|还有|尚有|(?<![居列排位])全[省市州盟区县旗镇乡村校院厂局]|平均年龄)$"
)
# 五年来，…。目前，全院设法庭|4个; not what has been done by now.
_AT_PRESENT = re.compile(r"(?:目前|如今|眼下)，?(?![^，；。]{0,12}(?:已|累计|共))[^，；。：\d]{0,12}$")
_FLOWS = re.compile(r"\d[万余多]*(?:件|起|人次|例|宗|场次)")
_THAN_A_YEAR = re.compile(r"[比较](?:19|20)\d\d年(?![末底])[^，；。]*$")  # 城镇化率达58%，比2020年提高|5个百分点
_RUN = re.compile(r"(?:\d[^，；。、]{0,12}[、和])+$")  # 分别达到34180元和|15960元
_BUILT = re.compile(r"海拔|全长|主跨|净[高宽]|建筑面积")  # of a thing as it is built, in no year
_THING = "(?:项目|工程|[楼院馆场站厂库桥路园区期线])"
# What one thing costs in all, in no year: 甲桥概算总投资|3亿元, 占总投资|3亿元|的, 总投资|3亿元|的甲桥. Not what the
# projects of a year do: 新开工项目7个，总投资….
_COST = re.compile(
    rf"(?:[一-鿿]{_THING}(?:概算|计划|估算)?|占)(?:总投资|投资概算)(?:额|为|达|约)*$|概算总?投资(?:额|为|达|约)*$"
)
_COST_BEFORE = re.compile(r"(?:总投资|概算投资|造价)(?:额|为|达|约)*$")
_OF_THING = re.compile(rf"(?:、[^，。；]{{2,30}})?的[^，。；\d]{{0,12}}{_THING}")
_OF_PROJECTS = re.compile(
    r"\d[余多]*[个项条座处]|涉及|今年|年内|新[建开]|各|重[大点](?:产业)?项目|的项目|推介|签约|引进|储备|谋划|招引"
)
_FAR_FROM = re.compile(
    r"(?<![脱分偏撤逃远隔])(?:[离距]|距离)(?!离|[做达由从延伸缩扩]|[任岗休退职婚差目还达])[^，。；：\d]{1,10}$"
)
_CLAUSE = 24  # characters
_TENURE = re.compile(
    r"(?<![建立办国展前近过今后比满每第续\d一二三四五六七八九百〇零])(?:[1-5]\d|[二三四五]?十[一二三四五六七八九]?)年，[^；：]{0,60}$"
)  # 从警21年，主办积案|14起
_CAREER = 66  # characters
_NOT_OF_LIFE = re.compile(r"每[年月日天]|奖|现有|年均")


def long_period(line: Timeline, enclosing: Sequence[Heading], modality: str) -> Period | None:
    """Return the years that an average over years takes: those of a heading, else those that the report reviews."""
    times = [time for heading in enclosing for time in inside(line.times, heading)]
    named = [period_of(line, time) for time in times if modality == "actual" or not is_over(line, time)]
    return next((period for period in (*named, line.period) if is_long(period)), None)


def is_yearly(clean: CleanText, frame: FactFrame) -> bool:
    """Return whether the value is an average over years: 年均增长5.9%, but not 细颗粒物年均浓度."""
    if _ANNUAL_MEAN.search(frame.indicator):
        return False
    before = clean.text[max(frame.sentence.start, frame.quantity.start - _CLAUSE) : frame.quantity.start]
    return "年均" in before and ("年均" in re.split("[，；：]", before)[-1] or "年均" in before[-10:])


def mean_years(line: Timeline, frame: FactFrame, period: Period | None, modality: str) -> Period | None:
    """Return the years of an average that its sentence tells by their first and last.

    2021年产值31亿元，是2016年的1.6倍，年均增长|9.9%| is of 2017 to 2021; a plan (到2030年…，年均增长|6%|) begins
    with the year behind that reviewed.
    """
    if period is None or period.start[:4] != period.end[:4]:
        return None
    last = int(period.end[:4])
    if modality == "target":
        first = int(line.period.end[:4]) + 1 if line.period else last
    else:
        named = _YEAR.findall(line.clean.text, near_start(frame), frame.quantity.start)
        first = min((int(year) for year in named), default=last) + 1
    if last - first + 1 < _SEVERAL:
        return None
    return Period(start=f"{first}-01-01", end=f"{last}-12-31", text=period.text)


def each_year(clean: CleanText, frame: FactFrame) -> bool:
    """Return whether a value is to hold or be reached in each year: 每年培训不少于|500人."""
    before = clean.text[max(frame.sentence.start, frame.quantity.start - _CLAUSE) : frame.quantity.start]
    return "每年" in before and "每年" in re.split("[，；：。]", before)[-1]


def is_than_years(clean: CleanText, frame: FactFrame) -> bool:
    """Return whether a value compares several years with those before them: 五年栽树9万株，比前五年增长|12%."""
    start = max(frame.sentence.start, frame.quantity.start - 2 * _CLAUSE)
    return _FORMER_YEARS.search(clean.text, start, frame.quantity.start) is not None


def years_over(line: Timeline, frame: FactFrame, time: Time | None) -> Period | None:
    """Return the years over which a value has changed or work was done, to the last one reviewed: 5年增长|18.7%.

    As many years that the text has named (``time``) or that the report reviews are meant.
    """
    end = frame.quantity.start
    near = line.clean.text, max(frame.sentence.start, end - _NEAR_YEARS), end
    match = _OVER_YEARS.search(*near) if frame.measure == "change" else None
    if match is None and (frame.action or frame.quantity.dimension == "money"):
        match = _years_of_list(line, frame)
    year = year_reached(line)
    if match is None or year is None or match.groupdict().get("ahead"):
        return None
    count = count_years(match["count"])
    for named in (period_of(line, time), line.period):
        if named and named.end[:4] <= year and int(named.end[:4]) - int(named.start[:4]) == count - 1:
            return named
    return Period(start=f"{int(year) - count + 1}-01-01", end=f"{year}-12-31", text=match.group()[:-1])


def _years_of_list(line: Timeline, frame: FactFrame) -> re.Match[str] | None:
    """Return the years that hold for a list of what was done: 五年累计投入1380万元，新建工会|642家.

    A figure stands in their own clause: 三年行动，… is a name.
    """
    text, end = line.clean.text, frame.quantity.start
    every = [*_WITHIN_YEARS.finditer(text, max(frame.sentence.start, end - _LIST), end)]
    found = every[-1] if every else None
    if found is None or _OVER_YEARS.match(text, found.start()) or "；" in text[found.end() : end]:
        return None
    reached = "，" in text[found.end() : end] and _REACHED.search(text, found.end(), end)
    if reached or not _HAS_FIGURE.match(text, found.end(), frame.quantity.end):
        return None
    later = between(line.times, found.end(), end)
    return None if any(time.kind in ("date", "range", "datetime") for time in later) else found


def is_of_life(line: Timeline, frame: FactFrame, own: Time | None, time: Time | None, modality: str) -> bool:
    """Return whether a value without a date of its own is of a life or all of a career: 从警21年，主办积案|14起."""
    if time is None and frame.subject == "" and frame.sentence.block in line.lives:
        return True
    start = max(frame.sentence.start, frame.quantity.start - _CAREER)
    told = own is None and line.clean.text.find("年，", start, frame.quantity.start) >= 0
    career = _TENURE.search(line.clean.text, start, frame.quantity.start) if told else None
    return career is not None and modality == "actual" and not _NOT_OF_LIFE.search(career.group())


def is_lasting(clean: CleanText, frame: FactFrame) -> bool:
    """Return whether a size is that of a thing as it was built or lies, in no year: 全长|12公里, 离县城|74公里.

    So too what it costs in all: 甲桥总投资|3亿元.
    """
    if frame.quantity.dimension == "money":
        return _is_cost(clean, frame)
    if frame.quantity.dimension not in ("length", "area"):
        return False
    built = _BUILT.search(frame.indicator) is not None and not frame.action
    return built or _FAR_FROM.search(clean.text, near_start(frame), frame.quantity.start) is not None


def _is_cost(clean: CleanText, frame: FactFrame) -> bool:
    """Return whether a sum is what one thing costs in all: 甲桥总投资|3亿元, 总投资|3亿元|的甲桥."""
    if frame.measure != "level" or frame.modality == "target":
        return False
    near = clean.text, max(frame.sentence.start, frame.quantity.start - _CLAUSE), frame.quantity.start
    named = _COST.search(*near) or (_COST_BEFORE.search(*near) and _OF_THING.match(clean.text, frame.quantity.end))
    if not named:
        return False
    clause = max(clean.text.rfind(mark, near[1], near[2]) for mark in "，；：")
    return not _OF_PROJECTS.search(clean.text, max(near[1], clause), near[2])


def is_present(line: Timeline, frame: FactFrame) -> bool:
    """Return whether a value is there now, whatever is told before it: 1至8月产值3亿元；厂里现有职工|1215人."""
    text, start = line.clean.text, frame.sentence.start
    now = frame.measure in ("level", "share") and PRESENT.search(
        text, max(start, frame.quantity.start - 18), frame.quantity.start
    )
    if not now or not frame.times:
        return bool(now)
    time = frame.times[0]
    year = covers_years(time) and not is_long(period_of(line, time))
    return not time.stock and not year and "，" in text[time.end : now.start() + 1]


def is_long(period: Period | None) -> bool:
    """Return whether a period spans more than two calendar years."""
    return period is not None and int(period.end[:4]) - int(period.start[:4]) >= _SEVERAL


def last_year(clean: CleanText, frame: FactFrame, period: Period | None) -> Period | None:
    """Return the last of several years for a level that stands at their end: 五年来…，入会率达到96%."""
    before = clean.text[max(frame.sentence.start, frame.quantity.start - 2 * _CLAUSE) : frame.quantity.start]
    than = _THAN_A_YEAR.search(before)
    before = _RUN.sub("", before) if before.endswith(("、", "和")) else before
    before = before[-_CLAUSE:]
    if is_long(period) and frame.measure == "change" and than:
        return _end_of(period)
    if (
        period is not None
        and is_long(period)
        and (steady := _STEADY.search(before))
        and (years := count_years(steady["count"]))
    ):
        return replace(period, start=f"{int(period.end[:4]) - years + 1}-01-01")
    if (
        period is None
        or int(period.end[:4]) - int(period.start[:4]) < _SEVERAL
        or frame.rule == "facts.table"
        or frame.measure not in ("level", "rank", "share", "gap")
        or _THROUGHOUT.search(before)
    ):
        return period
    if frame.measure == "level" and frame.modality == "actual" and _AT_PRESENT.search(before):
        return _end_of(period)
    clause = _ITEM_BEFORE.split(before)[-1]
    flow = frame.action or frame.quantity.unit in FLOW_UNITS or _DONE.search(clause) is not None
    if frame.measure == "level" and frame.rule != "facts.to" and _ADDS.search(clause):
        things = frame.quantity.dimension != "money" and frame.quantity.unit not in _PEOPLE | FLOW_UNITS
        things = things and _TO_DATE.search(clause) is not None
        return _end_of(period) if things else period
    size = frame.quantity.dimension == "money" and _SIZES.search(frame.indicator)
    if size and _ANNUAL.search(frame.indicator) and not CUMULATIVE.search(before):
        flow = False
    state = (
        (_RATIO.search(frame.indicator) and not _after_flow(clean, frame))
        or (frame.measure == "share" and _OF_STOCK.search(frame.indicator))
        or (_STANDS.search(frame.indicator) and not _ADDED.match(frame.indicator))
    )
    state = state or _SHARE_OF.search(clause) or _reaches(clean, frame, clause)
    state = state or (frame.modality == "actual" and _YEARLY.match(frame.indicator))
    reached = _REACHED.search(before) or _COME_TO.search(clause)
    there = size or _HAVING.search(before) or _PASSES.match(frame.quantity.text) or _STAFF.search(frame.indicator)
    if frame.rule == "facts.to" or state or reached or (not flow and there) or frame.measure == "rank":
        return _end_of(period)
    return period


def _reaches(clean: CleanText, frame: FactFrame, clause: str) -> bool:
    """Return whether a value counts the places that something reaches: 网络覆盖|120个|城市."""
    return bool(_IN_PLACES.search(clause) and _PLACES.match(clean.text, frame.quantity.end))


def _end_of(period: Period | None) -> Period | None:
    """Return the last year of a period."""
    return period and Period(start=f"{period.end[:4]}-01-01", end=period.end, text=period.text)


def _after_flow(clean: CleanText, frame: FactFrame) -> bool:
    """Return whether the sentence counts events before the value: 受理18,964件，结案率97.96% are of the same years."""
    return bool(_FLOWS.search(clean.text, frame.sentence.start, frame.quantity.start))
