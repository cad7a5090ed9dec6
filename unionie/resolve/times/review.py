"""The days that a report reviews: what dates the figures that have no date of their own.

Enters: the clean text, its times and fact frames, the day of publication. Leaves: a Period, or None.
Next: ``periods``.

The head says it (2018年工作回眸, 前十月, “十三五”), or the text looks back on several years (五年来, more than
once), or a heading does (2017年工作回顾). Else the dates of the figures vote, and the month of publication weighs
in: a report of January reviews the year before.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from unionie.clean.hongkong import counts_from_april
from unionie.clean.republic import counts_from_republic
from unionie.clean.types import Block, CleanText
from unionie.frames import FactFrame
from unionie.records.models import Period
from unionie.resolve.decisions import is_decision
from unionie.resolve.times.anchors import between, names_year, shift_years
from unionie.resolve.times.census import find_census
from unionie.resolve.times.chronicle import is_year_line
from unionie.resolve.times.plans import is_plan
from unionie.resolve.times.review_event import event_reviewed
from unionie.resolve.times.review_head import ROLLING, Head, head_period, is_dispatched, looks_back, tells_of_years
from unionie.resolve.times.review_week import days_in_head
from unionie.resolve.times.review_years import last_day, months_told, opening_days, several_years, term_told
from unionie.resolve.times.year_spoken import leaves_open, opens_with_years, year_of_stock
from unionie.values.types import Time

_SESSION = re.compile(
    r"工作报告|工作会|会议|年会|务虚会|职代会|职工代表大会|全会|部署|述职|述廉"
)  # a meeting of January speaks of the year before
_TO_DO = re.compile(r"目标|[计规]划|要点|方案|安排|任务")
_DAY_OF_SESSION = re.compile(r"日在|日　|会议上|大会上|次全体")
REPORTS = re.compile(r"报告|公报|总结|白皮书|综述|回眸|回顾|年报|纪实|情况|十大|成绩|答卷|巡礼")
_BULLETIN, _LATEST = re.compile("公报|普查|白皮书|年报"), 3  # years
_COMPARED = re.compile("[比较]$|(?<!关)于$")  # 进度快于|去年
_AGAINST = re.compile("(?:恢复[到至]|超[过出]|接近|逼近|相当于|追平|不及)$")  # 超过|2019年|全年的18万人次
_FORMER = ("facts.from", "facts.compared")
_REVIEWED = re.compile(
    r"^(?:[一二三四五六七八九十]+、|（[一二三四五]）)?(20\d\d|19\d\d)年(?:[^。，；]{0,10})(?:回顾|总结|完成情况|主要工作|所做的|工作情况)"
)
_PLANNED = re.compile(
    r"^(?:[一二三四五六七八九十]+、|（[一二三四五]）)?(20\d\d|19\d\d)年(?:[^。，；]{0,10})(?:安排|重点工作|目标|任务|打算|部署|计划|思路)"
)
_WEIGHED = re.compile("[一-鿿]{0,6}(?:考核|评比|竞赛|完成)")  # 2025年重点工作|考核，我县排名第1: of the year itself
_SOME_YEAR = re.compile(r"^[这那新]|一年来|一年间")
_PAST_YEAR = re.compile("(?:刚?刚?过去的?|刚?刚?走过的)一年[里间中]?")
_LOOKS_BACK = re.compile(r"过去的|回顾|回首|回眸")
_SAID = re.compile(
    r"(?:会议|全会|大会|报告|工作报告)(?:充分)?(?:指出|肯定|总结|回顾|认为|强调)"
    r"|作了?(?:题为)?(?:《[^》]{2,40}》)?的?(?:行政|年度|工作)*报告"
)
_GIVES = re.compile("^(?!.*(?:讲话|致辞|发言)).*(?:表彰|劳模|披红|颁奖)")
_ANNUAL_TO = re.compile(r"年度[一-鿿]{0,4}（$")
_MADE_KNOWN = re.compile(
    r"(?:公布|发布|通报|获悉|了解到|显示|介绍|统计|透露)[^，。]{0,4}[，：]$|(?:[现兹谨][将就]|现对)$"
)
_ISSUES, _YEARBOOK = re.compile("[发公][布表]了?$"), re.compile("[^，。；]{0,14}(?:年报|公报|白皮书|报告)")
_ASIDE = re.compile(r"第\d|\(总|（总")  # 2017年第4期
_FRONT = 12  # blocks
_HEADING = 40  # characters
_LENGTH = len("2018-12-03")
_AFTER_NEW_YEAR = ("01", "02")
_YEAR_CLOSED = re.compile(
    r"岁末年初|年终(?!奖)|年度(?:盘点|回顾|大事)|岁末盘点|回望(?:这|过去)一年|新年(?:伊始|的门槛)"
)
_FRONT_WORDS = 200  # characters
_ALL_YEAR = re.compile("全年(?!度)")
_AIM = re.compile("[^，。；、]{0,8}(?:任务|目标|[计规]划|预算|指标|安排|进度|预期|可|将|拟|力争|有望|能)")
_YEAR_OPEN = "11"
_EARLY, _SPRING, _LATE = "03", "06", "10"  # months of publication
_OPENING = 3  # paragraphs
_CLEARLY = 1.5
_NEWS = 10  # days
_BEFORE = re.compile("[去上前]年")
_STOP = re.compile("[。！？\n]")
_EVENT = re.compile(r"日|昨|前天")
_TODAY = re.compile("[今昨][天日早晚]")
_JUST_NOW, _AGAIN = 1, 4  # days, times: a report of the year before may say 今天 as it opens
_MONTH, _WHOLE_YEAR = timedelta(days=27), timedelta(days=360)
_DUE = timedelta(days=3)
_SOON = timedelta(days=40)  # a day that lies so near ahead is to come, no day of the year before
_OPENS = 3  # a year that opens a paragraph weighs like so many figures


def review_period(
    clean: CleanText, times: Sequence[Time], frames: Sequence[FactFrame], published: str | None
) -> Period | None:
    """Return the days that the report reviews, or None where nothing tells."""
    if (census := find_census(clean, times)) and census.within is None:
        return census.year
    if given := days_in_head(clean, times, published) or months_told(clean, times):
        return given
    several = term_told(clean, times, published) or _year_to(clean, times) or several_years(clean, times, published)
    named = _named_in_head(clean, times, published)
    if (named is None or _is_whole_year(named)) and (event := event_reviewed(clean, times, published)):
        return event
    if several and (named is None or named.end[:4] in (several.end[:4], several.start[:4])):
        return several
    return (
        named
        or _named_by_heading(clean)
        or _looked_back_on(clean, times, published)
        or _half_year(clean, published)
        or _told_of(clean, times, published)
        or _voted(clean, times, frames, published)
    )


def _named_in_head(clean: CleanText, times: Sequence[Time], published: str | None) -> Period | None:
    """Return the days that headline or subtitle name; a meeting in spring that names its year reviews the last."""
    head = Head(taiwan=counts_from_republic(clean), hongkong=counts_from_april(clean))
    unsure = None  # this year, 全年: a line below may say which
    for block in _head(clean):
        line = clean.text[block.start : block.end]
        if "农历" in line or is_year_line(clean, block) or (block.kind == "subtitle" and _DAY_OF_SESSION.search(line)):
            continue
        inside = [time for time in times if block.start <= time.start and time.end <= block.end]
        inside = [time for time in inside if not _ASIDE.match(clean.text[time.end :][:4])]
        inside = [time for time in inside if not _COMPARED.search(clean.text, max(0, time.start - 2), time.start)]
        period = head_period(line, clean.surface[block.start : block.end], inside, head)
        if "年鉴" in line and period is not None and _is_whole_year(period):
            return _year(int(period.start[:4]) - 1, period.text)  # a yearbook is named by the year in which it appears
        if period is None or (published is not None and _begins_now(period, published, line)):
            continue
        early = published is not None and published[:4] == period.start[:4] and published[5:7] <= _EARLY
        early = early or (published is None and looks_back(clean, line))
        if early and _is_whole_year(period) and _SESSION.search(line) and not _TO_DO.search(line):
            return _year(int(period.start[:4]) - 1)
        if not ROLLING.search(period.text or "") and not _names_no_year(period, inside):
            return period if unsure is None else _in_year_of(unsure, period)
        unsure = unsure or (_year(int(period.end[:4]) - 1, period.text) if early and _is_whole_year(period) else period)
    return unsure


def _names_no_year(period: Period, times: Sequence[Time]) -> bool:
    """Return whether a line names its days without their year: 全年营收31亿元; a line below may say which."""
    return any(time.text == period.text and not names_year(time) for time in times)


def _in_year_of(part: Period, named: Period) -> Period:
    """Return the months that one line names in the year that another does: 前三季度…, 2019年…侧记."""
    months = part.start[:4] == part.end[:4] and not ROLLING.search(part.text or "")
    if not months or not _is_whole_year(named):
        return named
    years = int(named.start[:4]) - int(part.start[:4])
    return Period(start=shift_years(part.start, years), end=shift_years(part.end, years), text=part.text)


def _head(clean: CleanText) -> list[Block]:
    """Return headline and subtitle, the headings before the first paragraph, and the running head of a yearbook."""
    front = clean.blocks[:_FRONT]
    first = next((number for number, block in enumerate(front) if block.kind == "paragraph"), 0)
    return [
        block
        for number, block in enumerate(front)
        if block.kind in ("title", "subtitle")
        or (number < first and block.kind == "heading")
        or (block.kind == "furniture" and "年鉴" in clean.text[block.start : block.end])
    ]


def _begins_now(period: Period, published: str, line: str) -> bool:
    """Return whether days lie ahead, or several years have just begun (建功立业“十四五”), that no plan is for."""
    several = period.start[:4] == published[:4] < period.end[:4] and period.start.endswith("01-01")
    return (period.start > published and not is_plan(line)) or (several and not _TO_DO.search(line))


def _is_whole_year(period: Period) -> bool:
    return (period.start[5:], period.end[5:]) == ("01-01", "12-31")


def _year(year: int, text: str | None = None) -> Period:
    return Period(start=f"{year:04d}-01-01", end=f"{year:04d}-12-31", text=text)


def _year_to(clean: CleanText, times: Sequence[Time]) -> Period | None:
    """Return the year that ends on a day which the opening names: 2022/23年度年报（截至2023年6月30日止）."""
    for time, _, until in opening_days(clean, times):
        if time.stock and _ANNUAL_TO.search(clean.text, max(0, time.start - 8), time.start):
            return Period(start=shift_years(until, -1), end=last_day(until).isoformat(), text=time.text)
    return None


def _named_by_heading(clean: CleanText) -> Period | None:
    """Return the year that the headings review (2017年工作回顾), or the one before the year that they plan."""
    planned = None
    for block in clean.blocks:
        if block.kind not in ("heading", "paragraph"):
            continue
        line = clean.text[block.start : min(block.end, block.start + _HEADING)]
        if match := _REVIEWED.search(line):
            return _year(int(match[1]), match[1] + "年")
        match = _PLANNED.search(line)
        if planned is None and match and not _WEIGHED.match(line, match.end()):
            planned = int(match[1]) - 1
    return _year(planned) if planned else None


def _looked_back_on(clean: CleanText, times: Sequence[Time], published: str | None) -> Period | None:
    """Return the year that the opening looks back on: 刚刚过去的二〇一一年."""
    paragraphs = [block for block in clean.blocks if block.kind == "paragraph"][:_OPENING]
    for time in times if paragraphs else ():
        if time.start > paragraphs[-1].end:
            break
        before = clean.text[max(0, time.start - 4) : time.start]
        if _LOOKS_BACK.search(before) and (year := _year_of(time, None)):
            return _year(year, time.text)
        if published and published[5:7] <= _EARLY and _PAST_YEAR.fullmatch(time.text):
            return _year(int(published[:4]) - 1, time.text)
    return None


def _told_of(clean: CleanText, times: Sequence[Time], published: str | None) -> Period | None:
    """Return the days up to now of which the opening makes something known: 昨日公布，1月至5月，…; 现将1至10月情况…."""
    if published is None:
        return None
    for time, opens, until in opening_days(clean, times, 2):
        yearly = time.text.endswith("年度") and _ISSUES.search(clean.text, max(0, time.start - 3), time.start)
        if yearly and _YEARBOOK.match(clean.text, time.end) and opens < published:
            return _year(int(opens[:4]), time.text)
        start, last = date.fromisoformat(opens), last_day(until)
        if last < date.fromisoformat(published) and tells_of_years(clean, time, opens, until):
            return Period(start=opens, end=last.isoformat(), text=time.text)
        if not _MADE_KNOWN.search(clean.text, max(0, time.start - 12), time.start):
            continue
        so_far = last - date.fromisoformat(published) <= _DUE and not time.text.endswith("来")
        if so_far and _MONTH <= last - start < _WHOLE_YEAR:
            return Period(start=start.isoformat(), end=last.isoformat(), text=time.text)
    return None


def _half_year(clean: CleanText, published: str | None) -> Period | None:
    """Return the first half of the year for a report of July or August whose head speaks of 半年."""
    if published is None or published[5:7] not in ("07", "08"):
        return None
    head = [block for block in clean.blocks if block.kind in ("title", "subtitle", "paragraph")][:3]
    if any("半年" in clean.text[block.start : block.end] for block in head):
        return Period(start=f"{published[:4]}-01-01", end=f"{published[:4]}-06-30", text="上半年")
    return None


def _voted(
    clean: CleanText, times: Sequence[Time], frames: Sequence[FactFrame], published: str | None
) -> Period | None:
    """Return the year that dates most figures: that of publication, or the one before."""
    votes = _votes(clean, times, frames, published)
    if published is None:
        return _voted_alone(clean, times, votes)
    if (only := _only_year(clean, votes, published)) is not None:
        return _year(only)
    year = int(published[:4])
    now, before = votes[year], votes[year - 1]
    month = published[5:7]
    named = before or f"{year - 1}年" in clean.text
    if month in _AFTER_NEW_YEAR and named and _YEAR_CLOSED.search(clean.text, 0, _FRONT_WORDS):
        return _year(year - 1)
    if is_decision(clean) or (month <= _EARLY and not before and is_dispatched(clean)):
        looks_back = False  # what it gives it gives now; news that name no other year
    elif month <= _EARLY and before and _SAID.search(clean.text):
        looks_back = True  # a meeting early in the year goes over the year before
    elif _EARLY < month <= _SPRING and _GIVES.search(" ".join(clean.read_headlines())):
        looks_back = False  # who is honoured around the first of May is told of now
    elif month <= _SPRING and (_opens_with_news(clean, times, published) or _tells_of_today(times, published)):
        said = 0 if month <= _EARLY else _last_years(frames)
        looks_back = before - said > _CLEARLY * now
    elif month <= _EARLY:
        looks_back = (
            before + 1 + (before > 0) >= now - _OPENS * _openings(clean, times, published)[year]
        )  # plans open with this year
    elif month <= _SPRING:
        title = " ".join(clean.read_headlines())
        looks_back = before > now + 1 or (before >= now and bool(REPORTS.search(title)))
    else:
        looks_back = month < _LATE and before - _last_years(frames) > 2 * now + 2
    return _year(year - 1 if looks_back else year)


def _voted_alone(clean: CleanText, times: Sequence[Time], votes: Counter[int]) -> Period | None:
    """Return the year of most figures of a text without a day, None where it speaks of 今年 beside the years named."""
    if leaves_open(times) or opens_with_years(clean, times):
        year = year_of_stock(clean, times)
        return _year(year) if year else None
    return _year(votes.most_common(1)[0][0]) if votes else None


def _only_year(clean: CleanText, votes: Counter[int], published: str) -> int | None:
    """Return the one year of the figures of a bulletin, however long ago: a census of 2018 printed in 2020."""
    year = next(iter(votes), None)
    if len(votes) != 1 or year is None or not 1 < int(published[:4]) - year <= _LATEST:
        return None
    return year if any(map(_BULLETIN.search, clean.read_headlines())) else None


def _opens_with_news(clean: CleanText, times: Sequence[Time], published: str) -> bool:
    """Return whether the first paragraph tells what happened on a day just before publication: 4月30日揭晓, 昨日."""
    first = next((block for block in clean.blocks if block.kind == "paragraph"), None)
    day = date.fromisoformat(published)
    for time in between(times, first.start, first.end) if first else ():
        if time.from_ and _EVENT.search(time.text):
            happened = date.fromisoformat(time.from_[:_LENGTH]) if len(time.from_) >= _LENGTH else None
            if happened and (day - happened).days % 365 <= _NEWS:
                return True
    return False


def _tells_of_today(times: Sequence[Time], published: str) -> bool:
    """Return whether a text speaks again and again of the day on which it appears, or the one before: 今天, 昨日."""
    day = date.fromisoformat(published)
    days = [time for time in times if _TODAY.match(time.text) and time.from_ and len(time.from_) >= _LENGTH]
    return sum(0 <= (day - _day_of(time.from_ or "")).days <= _JUST_NOW for time in days) >= _AGAIN


def _votes(clean: CleanText, times: Sequence[Time], frames: Sequence[FactFrame], published: str | None) -> Counter[int]:
    """Count the years of the times that date figures, and of those that open paragraphs."""
    later = published is not None and published[5:7] > _EARLY  # then a plan for 今年 says that the year is this one
    dating = [
        frame.times[0]
        for frame in frames
        if frame.times
        and (frame.modality == "actual" or (later and frame.times[0].text == "今年"))
        and frame.rule != "facts.table"
        and (published is not None or not _is_former(clean, frame))
    ]
    borrowed = _borrowed(clean, times, published) if published else frozenset()
    years = [year for time in dating if time.start not in borrowed and (year := _year_of(time, published))]
    years += [int(str(published)[:4]) for time in dating if time.start in borrowed]
    if published and _EARLY < published[5:7] <= _YEAR_OPEN:
        years += [int(published[:4]) - 1 for time in dating if _is_whole(clean, time)]
    opening = _openings(clean, [time for time in times if time.start not in borrowed], published)
    return Counter(years) + Counter({year: _OPENS * n for year, n in opening.items()})


def _is_whole(clean: CleanText, time: Time) -> bool:
    """Return whether a figure is one of a whole year, which that of publication is not yet: 全年投入3亿元."""
    return _ALL_YEAR.match(time.text) is not None and not _AIM.match(clean.text, time.end)


def _is_former(clean: CleanText, frame: FactFrame) -> bool:
    """Return whether a value is only what another is compared with: 由2019年的|18万|增至20万, 超过2019年的|18万|."""
    start = frame.times[0].start
    return frame.rule in _FORMER or _AGAINST.search(clean.text, max(0, start - 4), start) is not None


def _borrowed(clean: CleanText, times: Sequence[Time], published: str) -> frozenset[int]:
    """Return where days and months of this year stand that were read with the 去年 of an earlier sentence."""
    found = set()
    read, behind, done = False, False, 0  # with 去年, in a sentence behind it, up to where
    for time in times:
        behind = behind or _STOP.search(clean.text, done, time.start) is not None
        done = time.end
        if names_year(time):
            read, behind = _BEFORE.match(time.text) is not None, False
        elif read and behind and time.from_ and "月" in time.text and published[:4] + time.from_[4:10] <= published:
            found.add(time.start)
    return frozenset(found)


def _last_years(frames: Sequence[FactFrame]) -> int:
    """Count the figures that 去年 dates: who says so writes from the year after."""
    dating = [frame.times[0].text for frame in frames if frame.times and frame.modality == "actual"]
    return sum(text.startswith(("去年", "上年")) for text in dating)


def _openings(clean: CleanText, times: Sequence[Time], published: str | None) -> Counter[int]:
    """Count the years that open paragraphs."""
    starts = {block.start for block in clean.blocks if block.kind == "paragraph"}
    return Counter(year for time in times if time.start in starts and (year := _year_of(time, published)))


def _year_of(time: Time, published: str | None) -> int | None:
    """Return the year of a time that says it, or that names a day or month; None for 全年, 年末, 五年来."""
    if not time.from_ or not time.until or len(time.from_) < _LENGTH or time.kind not in ("date", "range", "datetime"):
        return None
    year = int(time.from_[:4])
    if _SOME_YEAR.search(time.text):
        return None
    if names_year(time):
        return year if int(time.until[:4]) <= year + 1 else None
    if "月" not in time.text or time.stock:
        return None
    if published is None or time.from_[:10] <= published:
        return year
    soon = "日" in time.text and published[5:7] > _EARLY and _day_of(time.from_) - _day_of(published) <= _SOON
    return year if soon else year - 1


def _day_of(moment: str) -> date:
    return date.fromisoformat(moment[:_LENGTH])
