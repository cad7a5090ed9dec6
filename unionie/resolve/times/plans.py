"""Whether a figure is a plan: by the words of its sentence, by a heading, or by a time that lies ahead.

Enters: a fact frame, its time and the headings that it stands under. Leaves: "target" or "actual".
Next: ``periods`` dates plans and results.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from unionie.clean.types import CleanText
from unionie.frames import FactFrame
from unionie.records.models import Modality, Period
from unionie.resolve.times.anchors import EARLY_IN_YEAR, between, names_year, near_start
from unionie.resolve.times.feasts import names_feast
from unionie.resolve.times.year_spoken import is_this_year
from unionie.values.types import Time

_PLAN_HEADING = re.compile(
    r"安排|目标|打算|计划(?!免疫|生育)|(?<!免疫)(?<!城[乡市镇])规划(?!建设|管理|设计|[局院所])|展望|部署|思路|下一步|下步|[明来]年|新的?一?年|下学[年期]|工作要点|接下来|往后|怎么干|怎么办|下一[程站]|再出发|承诺|草案|议定|拟采取|(?:工作|有关|相关|几点|下半年)要求|(?:几点|工作|下一步|对策|意见)建议$"
)
# What a heading only quotes or has for an object is no plan of its section: 实施“求学圆梦”计划, 聚焦目标任务.
_PART_OF_WORK = re.compile(
    "“[^”]{1,20}”[一-鿿]{0,4}?(?:计划|规划|目标|承诺|要求)?"
    "|(?:聚焦|围绕|紧扣|紧盯|锚定|对标|对照|力争|实施|推进|落实|助力|依托|参与|响应|贯彻)[^，。；：“明来今下年\\d]{0,14}?"
    "(?:目标任务|目标|计划|规划|部署|安排|思路|要求)"
    "|承诺(?=“)"
)
_TASK_HEADING = re.compile(r"重点工作|任务")  # to be done or done: the section says which
# Sections that follow the plan of a report and go on with it.
_GOES_WITH_PLAN = re.compile("自身建设|政府建设|服务型政府|保障措施|组织保障|(?:民生|民心)(?:实事|工程)")
_DONE = re.compile(r"同比|[比较](?:上年|去年|同期)|去年同期|累计|超额|提前完成")
# Of a whole document, which it calls itself: behind the noun stand only words for the paper that it is.
_PLAN_TITLE = re.compile(
    r"(?:目标|计划|规划|方案)(?:任务|责任|管理|考核|分解|分工|清单|纲要|草案|建议|意见|要求|安排|措施|[及和与、的书表稿])*"
    r"(?:（[^（）]*）)*》?(?:的(?:通知|公告|公示|意见|决定|决议|函))?(?:（[^（）]*）)*(?:$|[ 　]*——)"
    r"|(?:民心|民生)工程$|(?:实事|民生)项目$"
)
# A programme that somebody has part in: 入选卓越研究计划.
_PROGRAMME = re.compile(
    r"(?:获批?得?|入选|加入|参加|参与|列入|纳入|启动|推出|实施|受惠于?)[^，。；：《》\d]{0,16}(?:计划|规划|方案|工程)$"
)
_PLAN = re.compile(r"(?:计划|规划|方案|要点|安排|打算|部署)(?:表|书)?(?:》?的通知)?(?:（[^（）]*）)?$")
_PLAN_OPENING = re.compile(
    r"[明来]年|新的?一[年学]|新学[年期]|下一?学[年期]|下一步|下步|今后|未来|展望|接下来|往后|往前看|"
    r"(?:围绕|为?实现|为?完成|对照)(?:上述|以上|这些|这一)|"
    r"(?:20\d\d|二[〇零]\S\S)年(?:工作)?(?:安排|打算|目标|计划)[　 ：:]"
)
_REVIEW_HEADING = re.compile(r"执行|(?<!为)(?<!确保)完成|报告|回顾|[总小]结|完成情况|过去|成效|成绩|情况|回放|纪实")
_BARE_YEAR = re.compile(r"(?<![\d—–~～-])(20\d\d)(?![\d年.—–~～-])")  # 【2016，这样干】
_PROBLEMS = re.compile(r"问题|不足|短板|差距|困难")  # as they are, until the section turns to what is planned
_DATE = re.compile(r"\d[月日号]|半年|季度|[明来]年")
_GOAL_BEHIND = re.compile(
    r"(?:左右|以上|以内)?的[^，。；、的\d]{0,6}(?:(目标|指标)|任务|计划)(?!的?\d)|(目标)(?=有望|[已即如难可])"
)
_GOAL_SHARED = re.compile(
    r"(?:任务|计划|目标)[数值]?的[约近]?(?=[\d一二三四五六七八九]|百分之)[^，。；]{1,8}?(?:%|[成半]|百分之)"
)
_GOAL = re.compile(
    r"(?:[（，；](?:[^，。；：（）]{0,8}(?<!完成)(?<!超)(?<!占)任务|目标|计划)|目标值|(?:年|年度|年初|全年|下达|[省市县]定)[^，。；：（）\d]{0,6}(?:目标|任务|计划)|年初[制预拟]?定的?|(?<![比较])年初(?:计划|安排|预计)[^，。；：（）\d]{0,10})"
    r"(?:数|值|为|是)*(?:（[^）]{0,16})?$"
)
_AIM = re.compile("任务|目标|计划|年初")  # one of which each goal has: a search for it is short
# What is told to be a plan by what became of it: 培训任务|500人|，实际培训620人; 任务数 and 目标值 say so alone.
_PLAN_SAID = re.compile(
    "[一-鿿](?:(?P<sure>任务数|目标数|计划数|控制目标)|任务|目标|计划|指标)(?:为|是|：)?$|：目标(?:为|是)?$"
)
_THEN_DONE = re.compile("(?:以[上下内])?[，；、](?:年内|目前|现|全年)?(?:实际|已|完成[数了]|实绩|超额完成)")
_REACHED_GOAL = re.compile(r"(?:完成|超|实现|落实)[^，。；]{0,16}$")
_DONE_BEHIND = re.compile("[^，。；]{0,8}(?:全部|全面|如期|顺利|提前|超额)?完成")
_AHEAD_OF_TIME = re.compile(r"(?:(?:提前|超额|圆满|顺利|全面|如期|已)[^，。；]*完成|完成了)[^，。；]*$")
_OF_GOAL = re.compile(r"的[\d.]+%|）|左右的")
_SOON = timedelta(days=10)
_MARKS = "　 ◆★●·•▌“△▲■▶◇○【"
_QUESTION = re.compile(r"[一-鿿]{1,6}[：:][^\n]{2,60}[？?]$")
_NUMBERED = re.compile("第[一二三四五六七八九十](?:个问题|个方面|部分|方面)[，、：　 ]")
_ASKED = re.compile(  # 第三，明年怎么干。我先说个数。
    r"(?:第[一二三四五六七八九十][一-鿿]?，)?(?:[今明来]年|下一?步|接下来|往后)[^，。；？\d]{0,6}怎么[干办抓][。？！：][^\d\n]{0,24}$"
)
_LINE = re.compile(r"[^，。；：、？\n]{2,12}$")
_HEADS = (re.compile("【"), _QUESTION, _ASKED, re.compile("第[一二三四五六七八九十][一-鿿]?[，、：]"))
_EXPECTED = re.compile(r"(?<!到)预计[^。；\n]{0,40}$")
_YEAR_NEARLY_OVER = "12-15"
_YEAR_END, _LAST_MONTH = ("年末", "年终", "全年末"), "12"  # 年底 is as often a deadline
# Without one of these, 到2012年底 may be long past.
_WISHES = re.compile(r"力争|争取|确保|计划|规划|目标|将|拟|要|有望|打算|今后|未来|预[计期]")
# 目标80亿元，目前已完成|27%; 到2025年建成30个，目前有|22个.
_SO_FAR = re.compile(
    r"(?:已[^，。；：、\d]{0,10}|现有[^，。；：、\d]{0,10}|目前(?![为是]止)[^，。；：、\d]{0,8}(?:有|达到?|[为是]))$"
)
# What is left to do: 余下|8个|将于6月前开工, 剩余|3个|点位明年建成.
_LEFT = re.compile("(?:余下|剩余|剩下|其余)$")
_LEFT_TO_DO = re.compile("[^，。；\\d]{0,8}(?<![必即])(?:将|拟|预计|计划|力争|有望|明年|来年)")
_THERE_IS = re.compile(r"(?:现有|共有|设有|现设|下辖)[^，。；：\d]{0,12}$")  # whatever the whole report plans
_OPENING = 12  # characters of a paragraph
_NEAR = 24  # characters


@dataclass(frozen=True, slots=True)
class Heading:
    """A section heading (clean offsets) and where its section ends."""

    start: int
    end: int
    until: int
    text: str


def find_lines(clean: CleanText) -> list[Heading]:
    """Return the lines that head what follows though they are no headings: questions, and short lines that say 安排."""
    blocks = [block for block in clean.blocks if block.kind in ("paragraph", "heading", "byline")]
    words = [clean.text[block.start : block.end].strip("　 ") for block in blocks]
    found = []
    for number, (block, line) in enumerate(zip(blocks, words, strict=True)):
        said = _NUMBERED.sub("", line.strip(_MARKS + "】").removesuffix("："))
        if block.kind != "heading" and (
            _QUESTION.match(line) or _ASKED.match(line) or (_LINE.match(said) and _announces(said))
        ):
            heads = (i for i in range(number + 2, len(blocks)) if _heads_anew(blocks[i].kind, words[i]))
            until = next((blocks[i].start for i in heads), len(clean.text))
            found.append(Heading(block.start, block.end, until, said))
    return found


def _heads_anew(kind: str, line: str) -> bool:
    """Return whether a line ends what a question or a short line heads: another of them, or a heading."""
    return kind == "heading" or any(mark.match(line) for mark in _HEADS) or bool(_LINE.match(line.strip(_MARKS)))


def planned_from(
    clean: CleanText,
    headings: Sequence[Heading],
    frames: Sequence[FactFrame],
    times: Sequence[Time],
    report: Period | None,
    published: str | None,
) -> dict[int, int]:
    """Return, by where a heading starts, the place from which its section tells plans; what has none is left out.

    不足与打算 tells what is wrong first: plans begin with the first sentence that says so or names a time ahead.
    """
    turns = [frame.sentence.start for frame in frames if frame.modality == "target"]
    turns += [time.start for time in times if names_year(time) and is_ahead(time, report, published)]
    turns.sort()
    coming = [heading for heading in headings if _names_coming(clean, heading, times, report, published)]
    told = [heading.start for heading in headings if heading in coming or _is_planned(heading.text)]
    found: dict[int, int] = {}
    for heading in headings:
        words = _NUMBERED.sub("", clean.text[heading.start : heading.end])
        if found and _GOES_WITH_PLAN.search(words) and not _REVIEW_HEADING.search(words):
            found[heading.start] = heading.start
            continue
        if not _announces(words) and heading not in coming:
            continue
        start = heading.start
        if _PROBLEMS.search(words):
            turn = bisect_left(turns, heading.end)
            start = turns[turn] if turn < len(turns) else heading.until
        elif not _PLAN_HEADING.search(_PART_OF_WORK.sub("", words)) and (
            _DONE.search(clean.text, heading.end, heading.until) or max(told, default=0) >= heading.until
        ):
            continue  # what is planned has a section behind
        if start < heading.until:
            found[heading.start] = start
    return found


def read_modality(
    clean: CleanText,
    frame: FactFrame,
    heads: tuple[Sequence[str], Sequence[str], bool],
    time: Time | None,
    report: Period | None,
    published: str | None,
) -> Modality:
    """Return "target" for plans: by the words of the sentence, by a heading, or by a time after the report's.

    ``heads`` are the headings under which the figure stands, the report's titles, and whether a heading announces it.
    """
    if frame.modality == "target" and frame.rule == "facts.table":
        return "target"  # a column of plans
    if frame.modality != "target" and (
        is_ahead(time, report, published) or _is_expected(clean, frame, time, report, published)
    ):
        return "target"
    before = clean.text[max(frame.sentence.start, frame.quantity.start - _NEAR) : frame.quantity.start]
    if _SO_FAR.search(before):
        return "actual"
    if _LEFT.search(before) and _LEFT_TO_DO.match(clean.text, frame.quantity.end):
        return "target"
    texts, titles, announced = heads
    plan = announced or any(map(_speaks_of_plans, titles)) or _opens_with_plan(clean, frame)
    if frame.modality == "target":
        review = any(map(_looks_back, (*texts, *titles)))
        wished = _WISHES.search(clean.text, frame.sentence.start, frame.quantity.end)
        if not wished and not plan and published is None and not (report and report.text):
            return "actual"  # 到2022年底，会员9家, in a text that does not say when it was written
        review = review or not wished
        return "actual" if review and not plan and _is_behind(time, report, published) else "target"
    if not plan or (not announced and _THERE_IS.search(before)):
        return "actual"
    past = time is not None and report is not None and time.until is not None and time.until[:10] <= report.start
    reviewed = time is not None and time.until is not None and published is not None and time.until[:10] <= published
    if time is not None and not names_year(time) and "日" not in time.text:
        past = reviewed = False  # 全年, 四季度 among plans are of the year planned
    return "actual" if past or reviewed else "target"


def names_goal(clean: CleanText, frame: FactFrame) -> bool:
    """Return whether a value says what was aimed at: 增长|6%|的目标, （任务|360户|）, 为年计划|72亿元|的109%."""
    if frame.measure == "gap":
        return False
    start, end = frame.quantity.start, frame.quantity.end
    before = clean.text[max(0, frame.sentence.start - 1, start - 32) : start]
    if frame.quantity.unit != "%" and _GOAL_SHARED.match(clean.text, end):
        return True
    if (match := _GOAL_BEHIND.match(clean.text, end)) and (frame.quantity.unit != "%" or match[1]):
        done = _AHEAD_OF_TIME.search(before) and not before.endswith(("全年", "年度", "年初"))
        return not done and not _DONE_BEHIND.match(clean.text, end + match.end())
    if (said := _PLAN_SAID.search(before)) and (said["sure"] or _THEN_DONE.match(clean.text, end)):
        return not _REACHED_GOAL.search(before[: said.start()])
    match = _GOAL.search(before) if _AIM.search(before) else None
    if match is None:
        return False
    return not _REACHED_GOAL.search(before[: match.end()]) or bool(_OF_GOAL.match(clean.text, end))


def _announces(heading: str) -> bool:
    own = _PART_OF_WORK.sub("", heading)
    return _is_planned(heading) or bool(_TASK_HEADING.search(own) and not _REVIEW_HEADING.search(heading))


def _is_planned(heading: str) -> bool:
    """Return whether a heading says that plans follow, not what must or had to be done (重点工作)."""
    return bool(_PLAN_HEADING.search(_PART_OF_WORK.sub("", heading)) and not _REVIEW_HEADING.search(heading))


def _names_coming(
    clean: CleanText, heading: Heading, times: Sequence[Time], report: Period | None, published: str | None
) -> bool:
    """Return whether a heading names a year behind the one reviewed, and no review: 2012年的建议."""
    if _REVIEW_HEADING.search(clean.text[heading.start : heading.end]):
        return False
    inside = between(times, heading.start, heading.end)
    if any(names_year(time) and is_ahead(time, report, published) for time in inside):
        return True
    year = _BARE_YEAR.search(clean.text, heading.start, heading.end)
    if report is None or (published is None and not report.text):
        return False
    behind = published is not None and any(_comes_behind(time, report, published) for time in inside)
    return behind or (year is not None and year[1] > report.end[:4] and year[1] >= (published or "")[:4])


def bare_year(clean: CleanText, heading: Heading) -> Time | None:
    """Return the year that a heading names without 年: 【2016，这样干】."""
    year = _BARE_YEAR.search(clean.text, heading.start, heading.end)
    if year is None:
        return None
    first, behind = f"{year[1]}-01-01", f"{int(year[1]) + 1}-01-01"
    return Time(text=year[1], start=year.start(), end=year.end(), kind="date", from_=first, until=behind)


def _comes_behind(time: Time, report: Period, published: str) -> bool:
    """Return whether a part of the year follows that which is reviewed and is not over: 下半年 behind 上半年."""
    if time.from_ is None or time.until is None or names_year(time) or "日" in time.text:
        return False
    return report.end < time.from_[:10] and time.until[:10] > published


def is_plan(title: str) -> bool:
    """Return whether a title is that of a plan, whose figures are of the days that it names: 2024年工作要点."""
    return bool(_PLAN.search(title) and not _REVIEW_HEADING.search(title) and not _PROGRAMME.search(title))


@lru_cache(maxsize=64)
def _speaks_of_plans(title: str) -> bool:
    named = _PLAN_TITLE.search(title) and not _REVIEW_HEADING.search(title) and not _PROGRAMME.search(title)
    return is_plan(title) or bool(named)


@lru_cache(maxsize=1024)
def _looks_back(heading: str) -> bool:
    return bool(_REVIEW_HEADING.search(heading) and not _PLAN_HEADING.search(heading))


def _opens_with_plan(clean: CleanText, frame: FactFrame) -> bool:
    """Return whether the paragraph opens with a plan: 新的一年，县总…; 来年的账先写在这里：…"""
    start = clean.blocks[frame.sentence.block].start
    return bool(_PLAN_OPENING.match(clean.text[start : start + _OPENING].lstrip(_MARKS)))


def _is_expected(
    clean: CleanText, frame: FactFrame, time: Time | None, report: Period | None, published: str | None
) -> bool:
    """Return whether a value is expected of a year that is not over: 预计全年可达|23亿元, said in November."""
    if published is None or not _EXPECTED.search(clean.text, near_start(frame), frame.quantity.start):
        return False
    until = time.until if time is not None else report.end if report is not None else None
    if until is None or (until[:4] != published[:4] and until[5:10] != "01-01"):
        return False
    return until[:10] > published and published[5:10] < _YEAR_NEARLY_OVER


def _is_behind(time: Time | None, report: Period | None, published: str | None) -> bool:
    """Return whether a time lies within what the report reviews: 力争 there tells what was striven for."""
    if time is None or time.until is None or report is None or (published is None and is_this_year(time)):
        return False  # 今年有望… in a text without a day
    return time.until[:10] <= _day_after(min(report.end, published or report.end))


def _day_after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def is_ahead(time: Time | None, report: Period | None, published: str | None) -> bool:
    """Return whether a time lies ahead of the report: after its day, or the whole year behind the one reviewed."""
    if time is None or time.from_ is None or time.until is None:
        return False
    whole = _is_whole_year(time) and names_year(time)
    if published is None:  # its head says which year it reviews
        if report is None or "以来" in time.text or not (report.text or is_this_year(time)):
            return False
        if report.text and time.text.endswith(("下半年", "季度")) and _comes_behind(time, report, report.end):
            return True
        later = time.from_[:7] > f"{int(report.end[:4]) + 1}-{EARLY_IN_YEAR}"
        return (whole and time.from_[:4] > report.end[:4]) or (later and report.text is not None)
    if time.from_[:10] > published:
        soon = _is_soon(time, published) and (time.stock or not _DATE.search(time.text))
        return (_is_whole_year(time) and not time.stock) or not soon
    if report and report.text and report.end[:4] == published[:4] and _comes_behind(time, report, published):
        return time.text.endswith(("下半年", "季度"))  # 下半年 in a report of July on the first half
    early = published[5:7] <= EARLY_IN_YEAR and "以来" not in time.text
    return bool(whole and early and report and time.from_[:4] == published[:4] > report.end[:4])


def _is_whole_year(time: Time) -> bool:
    """Return whether a time is a calendar year, or years, and not a feast by which a year is meant."""
    ends = str(time.from_)[5:10], str(time.until)[5:10]
    return ends == ("01-01", "01-01") and not names_feast(time)


def _is_soon(time: Time, published: str) -> bool:
    """Return whether a time begins within days of publication: at its 年末 or before a feast a report tells of it.

    What there is at the end of a year (年末存栏8.4万头) all of its December can tell.
    """
    if time.stock and time.text in _YEAR_END and published[5:7] == _LAST_MONTH:
        return str(time.from_)[:4] == published[:4]
    return date.fromisoformat(str(time.from_)[:10]) - date.fromisoformat(published) <= _SOON
