"""Which year a time means: 过去五年, 上年, 3月 and 上半年 read as the report means them.

Enters: a time, the times around it, the period that the report reviews and its day of publication.
Leaves: the time with its years set. Next: ``periods`` dates the figures with it.
"""

from __future__ import annotations

import calendar
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from operator import attrgetter

from unionie.clean.types import Block, CleanText
from unionie.frames import FactFrame
from unionie.records.models import Period
from unionie.resolve.times.months import count_years, months_meant
from unionie.values.aftermath import FOUNDED
from unionie.values.types import Time

_YEAR_NAMED = re.compile(
    r"[\d〇零一二三四五六七八九]{2,4}年(?!来)|年度|学年|[今去前明后上本当同次翌来]年|[今明去][明后今][两二]年|[上下]一年|新的?一年|第二年|[12]\d{3}|十[一二三四五]五|期间|世纪|今[日天]|[昨前][天日晚]|上个?月|本月|届|[六七八九十]大(?:召开)?以来|改革开放|[成建][立国]以来"
    r"|[今去前明后上本当次昨]（.{1,4}）[年月日天]"  # 去（110）年
)
_ROLLING = re.compile(
    r"(?!上一年)(?:(?P<ahead>今后|未来|接下来|下一个)|过去|近|最近|这|上|前)的?(?P<count>[一二两三四五六七八九十\d]{1,2})年(?!级|度|期)|"
    r"^(?P<since>[一二两三四五六七八九十\d]{1,3})多?年多?(?:来|间|里)"
)
_AGO = re.compile(r"[一二两三四五六七八九十\d]{1,3}多?年(?:以)?前$")  # that year, not that day
_BY_HALVES = re.compile("年半(?:以?来|间|里)")  # 两年半来
_THIS_YEAR = re.compile(r"(?:年度?内|全年度?|本年度?|期内|[本全]学年度?|过去一年|[这一]一?年来?)$")
_YEAR_BEFORE = re.compile(r"(?:上一?个?学年度?|上年度?|上一年度?|上(?:一?个?财政|一?个?会计)年度|去年)(?:同期)?$")
_YEAR_BEHIND = re.compile(r"(?:[下新]一?个?学年度?|[来明下]年度?|下一年度?)$")
_WRITTEN_YEAR = re.compile(r"\d{4}年")
_BARE = re.compile(r"[12〇零一二]\S{3}年$")  # 二零一二年
_SAYS = re.compile(r"(?:指出|介绍|通报|表示|告诉记者|说|看到)[，：“]+$")
_CONTEST = re.compile("[^，。；\\d]{0,16}(?:评估|考核|评比|考评|测评|大赛|竞赛|比赛|检查|督查)中")  # 在2021年|考核中
_SINCE_THEN = re.compile("[^，。；\\d]{0,14}(?:以来|至今)，")  # 2018年6月|开园以来，截至6月底
_THAT_YEAR = re.compile(r"那一?年")  # 当年 is rather the year of the report
COMING = re.compile(r"(?:[来明]|下一|新的?一)年$")
_REVIEWED = re.compile(r"(?:本|当)年度?$")  # of a report: the year that it reviews
_THIS_PART = re.compile(r"(?:本|当|该)(?P<unit>季|月)[度份]?$")  # of a report on one quarter or month
_WISHED = re.compile(r"预[计期]|计划|拟|力争|争取|有望|将|目标")
_WISHED_BEHIND = re.compile(f"，?(?:{_WISHED.pattern})")
_PART_DAYS = {"季": (85, 95), "月": (27, 32)}
_PREVIOUS = re.compile(r"上一?年(?:同期|末|底|度|[春夏秋冬][天季]?)?$")
_SAME_SPAN = re.compile(r"[去上]年同期$")
_NEAR, _BESIDE = 120, 12  # characters
_DUE = timedelta(days=10)
_FRESH = timedelta(days=15)
_AHEAD = timedelta(days=40)  # of what a notice announces
_NOTICE = re.compile("通告|通知|公告|公示|预告|启事|预报|告知|提示|提醒|倡议|温馨|致.{2,12}信")
_SHORT = timedelta(days=7)  # a meeting, or the days before a feast
_YEAR_DAYS = (330, 400)
_PLAN = re.compile("十[一二三四五六七八九]?五")
_LOOKED_BACK = 400  # characters of a sentence
_PLAN_YEARS, _NEAR_PLAN, _NEAR_YEAR = 5, 30, 200  # years, characters, characters
EARLY_IN_YEAR = "03"  # a report up to March speaks of the year before, and its 今后五年 begin with its own year
_JUST_OVER, _LATE_IN_YEAR = "01", "10"  # a report of October or later counts its own year among the 过去五年
_start = attrgetter("start")


def anchor(clean: CleanText, time: Time, times: Sequence[Time], report: Period | None, published: str | None) -> Time:
    """Return the time with its year as the report means it.

    过去五年 are whole years up to the last one reviewed, 今后五年 whole years from the next. 3月 or 上半年 without a
    year belong to the year named before in the sentence, else to the year that the report reviews.
    """
    if time.from_ is None and time.until is not None and report is not None:
        return _before(time, _year_before(clean, time, times) or int(report.end[:4]), report)
    if time.from_ is None and report is not None:
        return _without_day(time, report, published)
    if time.from_ is None or time.until is None or report is None:
        return time
    if spans_years(report) and (years := _in_spanning(time, report)) is not None:
        return replace(time, from_=shift_years(report.start, years), until=_day_behind(shift_years(report.end, years)))
    if _SAME_SPAN.match(time.text) and not time.stock and not _names_time(clean, time, times):
        from_, until = shift_years(report.start, -1), _day_behind(shift_years(report.end, -1))
        return replace(time, from_=from_, until=until)
    if months := months_meant(time, times):
        return replace(time, from_=months.from_, until=months.until)
    if match := _ROLLING.search(time.text):
        if (plan := _plan_named(clean, time, match, times)) and not _is_to_come(plan, published or ""):
            return replace(time, from_=plan.from_, until=plan.until)
        if not match["ahead"] and _is_term(report, count_years(match["count"] or match["since"])):
            return replace(time, from_=report.start, until=_day_behind(report.end))
        return _whole_years(time, match, int(report.end[:4]), published)
    if _AGO.match(time.text):
        late = published is not None and report.text is not None and reviews_last_year(report, published, time.text)
        then = int(time.from_[:4]) - late  # early in a year 五年前 counts from the one reviewed
        return replace(time, from_=f"{then}-01-01", until=f"{then + 1}-01-01")
    if time.text == "当年" and (_in_story(time, report) or _goes_on(clean, time, times)):
        return time
    topic = _is_topic(clean, time, published)
    previous = bool(_PREVIOUS.match(time.text)) and not _in_heading(clean, time)
    reviewed = _REVIEWED.match(time.text) and not _is_wished(clean, time)  # 将于本年增聘
    if (previous or reviewed) and report.start[:4] == report.end[:4]:
        shift = int(report.end[:4]) - (previous and not topic) - int(time.from_[:4])
        return replace(time, from_=shift_years(time.from_, shift), until=shift_years(time.until, shift))
    if (part := _THIS_PART.match(time.text)) and report.text and _lasts(report, *_PART_DAYS[part["unit"]]):
        return replace(time, from_=report.start, until=_day_behind(report.end))
    if _YEAR_NAMED.search(time.text) or _BY_HALVES.search(time.text) or time.kind not in ("date", "range", "datetime"):
        return time
    if published and report.end[:4] < published[:4] and (stock := _stock_of_new_year(time, published)):
        return stock
    fresh = (_just_happened(time, published) or _soon(clean, time, report, published)) if published else None
    if fresh and (not report.text or _is_opening(clean, time)):
        return fresh
    of_its_year = published is not None and published[:4] == report.end[:4] and published[5:7] > EARLY_IN_YEAR
    named = _year_before(clean, time, times)
    coming = published is not None and named is not None and named > int(published[:4])  # 2025年6月投产、|年底|达产
    if published and not of_its_year and not coming and _is_to_come(time, published) and _is_wished(clean, time):
        return time
    back = -1 if published and _is_to_come(time, published) else 0  # a time yet to come is last year's
    start, until = shift_years(time.from_, back), shift_years(time.until, back)
    year = named or _year_reviewed(report, published) or _year_spanned(time, report)
    shift = year - int(start[:4]) if year else 0
    if published and shift_years(start, shift) > published >= start[:10] and not (of_its_year or coming):
        shift = 0  # 截至11月底 in January is last year's; 下半年 in June is to come
    return replace(time, from_=shift_years(start, shift), until=shift_years(until, shift))


def _without_day(time: Time, report: Period, published: str | None) -> Time:
    """Return 明年 or 近三年, which no day of publication places, as counted from the year that the report reviews."""
    year = int(report.end[:4])
    if COMING.match(time.text):
        return replace(time, from_=f"{year + 1}-01-01", until=f"{year + 2}-01-01")
    rolling = _ROLLING.search(time.text) if report.text and not spans_years(report) else None
    if rolling and not rolling["ahead"] and _is_term(report, count_years(rolling["count"] or rolling["since"])):
        return replace(time, from_=report.start, until=_day_behind(report.end))
    return _whole_years(time, rolling, year, published) if rolling else time


def _in_story(time: Time, report: Period) -> bool:  # 2016年建社。|当年|种茶260亩, where the head names no period
    return not report.text and str(time.from_)[:4] < report.start[:4]


def _goes_on(clean: CleanText, time: Time, times: Sequence[Time]) -> bool:
    """Return whether 当年 opens a sentence behind one that a year opens: 2020年3月，改造启动。|当年|更换管道…"""
    before = between(times, time.start - _NEAR, time.start)
    opening = next((other for other in reversed(before) if _WRITTEN_YEAR.match(other.text)), None)
    if opening is None or "来" in opening.text or clean.text[time.start - 1] != "。":
        return False
    first = clean.text[opening.start - 1 : opening.start] in ("", "。", "\n", "　")
    return first and not re.search("[。！？\n]", clean.text[opening.end : time.start - 1])


def near_start(frame: FactFrame) -> int:
    """Return where the sentence of a value begins, or no farther before it than a reader looks back."""
    return max(frame.sentence.start, frame.quantity.start - _LOOKED_BACK)


def that_year(clean: CleanText, times: Sequence[Time]) -> list[Time]:
    """Return the times, with 那一年 in the year named last before them, 当年 if its own sentence names one."""
    found: list[Time] = []
    year: str | None = None
    named = -_NEAR_YEAR
    for time in times:
        near = time.text == "当年" and time.start - _NEAR_YEAR < named
        same = near and not re.search("[。！？\n]", clean.text[named : time.start])
        that = _THAT_YEAR.fullmatch(time.text) or (time.from_ is None and time.text in ("这一年", "这年"))
        if (same or that) and year is not None:
            found.append(replace(time, from_=f"{year}-01-01", until=f"{int(year) + 1}-01-01"))
            continue
        found.append(time)
        if time.from_ and names_year(time):
            year, named = time.from_[:4], -_NEAR_YEAR if time.stock else time.end
    return found


def _just_happened(time: Time, published: str) -> Time | None:
    """Return days without a year that lie just before publication: 3月5日 in a paper of 7 March is of that year."""
    if time.from_ is None or time.until is None:
        return None
    years = int(published[:4]) - int(time.from_[:4])
    start, until = shift_years(time.from_, years), shift_years(time.until, years)
    day = date.fromisoformat(start[:10])
    short = date.fromisoformat(until[:10]) - day <= _SHORT
    if not short or not timedelta(0) <= date.fromisoformat(published) - day <= _FRESH:
        return None
    return replace(time, from_=start, until=until)


def _stock_of_new_year(time: Time, published: str) -> Time | None:
    """Return the end of a month that has passed in the year of publication: 到1月底, told in February."""
    if not time.stock or time.from_ is None or time.until is None or "月" not in time.text:
        return None
    years = int(published[:4]) - int(time.from_[:4])
    start, until = shift_years(time.from_, years), shift_years(time.until, years)
    return replace(time, from_=start, until=until) if start <= published else None


def _soon(clean: CleanText, time: Time, report: Period, published: str) -> Time | None:
    """Return days without a year that lie just ahead in a notice: 5月26日 in one of 22 May is of that year."""
    if (report.text and report.end[:4] < published[:4]) or time.from_ is None or time.until is None:
        return None
    if not any(map(_NOTICE.search, clean.read_headlines())):
        return None
    years = int(published[:4]) - int(time.from_[:4])
    start, until = shift_years(time.from_, years), shift_years(time.until, years)
    ahead = date.fromisoformat(start[:10]) - date.fromisoformat(published)
    lasts = date.fromisoformat(until[:10]) - date.fromisoformat(start[:10])
    return replace(time, from_=start, until=until) if timedelta(0) < ahead <= _AHEAD and lasts <= _AHEAD else None


def _is_to_come(time: Time, published: str) -> bool:
    """Return whether a time lies ahead of publication; the year's end that is due within days is that year's own."""
    if time.from_ is None or time.from_[:10] <= published:
        return False
    due = date.fromisoformat(time.from_[:10]) - date.fromisoformat(published) <= _DUE
    return not (due and time.stock and time.from_[5:10] == "12-31")


def _is_wished(clean: CleanText, time: Time) -> bool:
    """Return whether the clause around a time speaks of what is to come: 馆方预计，|下半年|客流30万人次."""
    before = re.split("[。；！？\n]", clean.text[max(0, time.start - _BESIDE) : time.start])[-1]
    return bool(_WISHED.search(before) or _WISHED_BEHIND.match(clean.text, time.end))


def _before(time: Time, year: int, report: Period) -> Time:
    """Return a deadline without a year in the year that its sentence names or the report reviews: 年底前."""
    if _YEAR_NAMED.search(time.text) or report.start[:4] != report.end[:4] or time.until is None:
        return time
    if not time.until[:4].isdigit():  # a time of day: 17时前
        return time
    last = date.fromisoformat(time.until[:10]) - timedelta(days=1)
    return replace(time, until=shift_years(time.until, year - last.year))


def _year_reviewed(report: Period, published: str | None) -> int | None:
    """Return the year of months without one: that reviewed, of several years the last, till early in the next."""
    last = int(report.end[:4])
    if report.start[:4] == report.end[:4]:
        return last
    whole = report.start[5:] == "01-01" and report.end[5:] == "12-31"
    if published is None or not whole:
        return None
    early = int(published[:4]) == last + 1 and published[5:7] <= EARLY_IN_YEAR
    return last if early or int(published[:4]) == last else None


def _year_spanned(time: Time, report: Period) -> int | None:
    """Return the year in which a day lies in a school or financial year: of April to March, 三月底 is at its end."""
    if not spans_years(report):
        return None
    years = {int(report.start[:4]), int(report.end[:4])}
    day = str(time.from_)[:10]
    return next((y for y in years if report.start <= shift_years(day, y - int(day[:4])) <= report.end), None)


def _is_opening(clean: CleanText, time: Time) -> bool:
    """Return whether a time stands in the first paragraph: that tells of the day, whatever year the head reviews."""
    first = first_paragraph(clean)
    return first is not None and first.start <= time.start < first.end


def first_paragraph(clean: CleanText) -> Block | None:
    """Return the first paragraph that is a sentence at least: no list, no line of a letterhead."""
    blocks = (block for block in clean.blocks if block.kind == "paragraph")
    return next((block for block in blocks if "。" in clean.text[block.start : block.end]), None)


def reviews_last_year(report: Period, published: str, coming: str) -> bool:
    """Return whether a report early in a year is written from the end of the year before: its 来年 has begun."""
    latest = _JUST_OVER if coming.startswith("明") else EARLY_IN_YEAR
    return int(published[:4]) - int(report.end[:4]) == 1 and published[5:7] <= latest


def spans_years(report: Period) -> bool:
    """Return whether a report reviews one year that is no calendar year: a school year, a financial year."""
    return report.start[5:] != "01-01" and _lasts(report, *_YEAR_DAYS)


def _lasts(report: Period, shortest: int, longest: int) -> bool:
    days = (date.fromisoformat(report.end) - date.fromisoformat(report.start)).days
    return shortest <= days <= longest


def _in_spanning(time: Time, report: Period) -> int | None:
    """Return how many years a time lies behind such a report's own; None where it means a calendar year."""
    if _THIS_YEAR.match(time.text):
        return 0
    if _YEAR_BEFORE.match(time.text):
        return -1
    if _YEAR_BEHIND.match(time.text):
        return 1
    financial = report.start[5:7] < "07" and _BARE.match(time.text) and time.from_
    return int(str(time.from_)[:4]) - int(report.end[:4]) if financial else None


def _day_behind(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _is_topic(clean: CleanText, time: Time, published: str | None) -> bool:
    """Return whether 上年 opens a paragraph by itself: |上年，我们… speaks of the year reviewed."""
    opens = clean.text.startswith("，", time.end) and _opens_line(clean, time)
    return opens and published is not None and not time.stock


def _is_term(report: Period, count: int) -> bool:
    """Return whether a report names as its own the years of a term, five or six where the text counts five."""
    years = int(report.end[:4]) - int(report.start[:4])
    return report.text is not None and count > 1 and years in (count - 1, count)


def _in_heading(clean: CleanText, time: Time) -> bool:
    """Return whether a time stands in a line of its own as heading: there 上年 is the year reviewed."""
    block = next((block for block in clean.blocks if block.start <= time.start < block.end), None)
    return block is not None and block.kind in ("heading", "title", "subtitle")


def _plan_named(clean: CleanText, time: Time, match: re.Match[str], times: Sequence[Time]) -> Time | None:
    """Return the plan named right before whose years a time means: 回望“十三五”，|五年间|; its heading may name it."""
    if match["ahead"] or count_years(match["count"] or match["since"]) != _PLAN_YEARS:
        return None
    before = between(times, time.start - _NEAR_PLAN, time.start)
    plan = before[-1] if before and _PLAN.search(before[-1].text) else None
    return None if plan and clean.text.endswith(tuple("比较与是于"), 0, plan.start) else plan


def _whole_years(time: Time, match: re.Match[str], year: int, published: str | None) -> Time:
    count = count_years(match["count"] or match["since"])
    if not count:
        return time
    if match["ahead"]:
        early = published is not None and published[5:7] <= EARLY_IN_YEAR
        first = (int(published[:4]) if published else year) + (not early)
        return replace(time, from_=f"{first}-01-01", until=f"{first + count}-01-01")
    if published and (count > 1 or (year == int(published[:4]) and published[5:7] <= EARLY_IN_YEAR)):
        year = int(published[:4]) - (published[5:7] < _LATE_IN_YEAR)
    return replace(time, from_=f"{year - count + 1}-01-01", until=f"{year + 1}-01-01")


def _names_time(clean: CleanText, time: Time, times: Sequence[Time]) -> bool:
    """Return whether a date stands before in the same sentence: 1—9月…，去年同期…"""
    return any(
        other.kind in ("date", "range", "datetime") and not re.search("[。！？\n]", clean.text[other.end : time.start])
        for other in between(times, time.start - _NEAR, time.start)
    )


def _year_before(clean: CleanText, time: Time, times: Sequence[Time]) -> int | None:
    """Return the year that a time before in the same sentence names, for 全年 also one that opens the paragraph."""
    for other in reversed(between(times, time.start - _NEAR, time.start)):
        between_them = clean.text[other.end : time.start]
        if re.search("[。！？\n]", between_them):
            if time.text in ("全年", "年内"):
                return _year_opened(clean, time, times)
            return None
        before = clean.text[other.start - 1 : other.start]
        compared = before in ("较", "比", "与", "于") or other.text.endswith("同期")
        compared = compared or FOUNDED.match(clean.text, other.end) is not None
        compared = compared or (time.stock and _SINCE_THEN.match(clean.text, other.end) is not None)
        compared = compared or (before == "在" and _CONTEST.match(clean.text, other.end) is not None)
        compared = compared or (before in ("由", "从") and clean.text.startswith("的", other.end))  # 由上年的|171人增至
        year = int(other.from_[:4]) if other.from_ and "以来" not in other.text and not compared else None
        if year and _YEAR_NAMED.search(other.text) and int((other.until or "0")[:4]) <= year + 1:  # no “十四五”
            return year
    return None


def _year_opened(clean: CleanText, time: Time, times: Sequence[Time]) -> int | None:
    """Return the year with which the paragraph opens, or what somebody says in it: 甲在报告中说，|2003年|，…。全年…"""
    line = clean.text.rfind("\n", 0, time.start) + 1
    for other in reversed(between(times, max(line, time.start - _LOOKED_BACK), time.start)):
        if other.from_ and _YEAR_NAMED.search(other.text) and not FOUNDED.match(clean.text, other.end):
            opens = _opens_line(clean, other) or _SAYS.search(clean.text, max(line, other.start - 12), other.start)
            bare = _WRITTEN_YEAR.fullmatch(other.text) or _BARE.match(other.text)
            return int(other.from_[:4]) if opens and bare else None
    return None


def _opens_line(clean: CleanText, time: Time) -> bool:
    """Return whether nothing but blanks stands before a time in its line."""
    return not clean.text[clean.text.rfind("\n", 0, time.start) + 1 : time.start].strip(" 　")


def shift_years(moment: str, years: int) -> str:
    """Return an ISO moment so many years later; 29 February becomes 28 February."""
    year = max(1, int(moment[:4]) + years)  # 过去两千年
    if moment[5:10] == "02-29" and not calendar.isleap(year):
        return f"{year:04d}-02-28{moment[10:]}"
    return f"{year:04d}{moment[4:]}"


def names_year(time: Time) -> bool:
    """Return whether a time says which year it means: 2026年, 今年, “十五五”期间; 全年 and 3月 do not."""
    return bool(_YEAR_NAMED.search(time.text) or _ROLLING.search(time.text))


def between(times: Sequence[Time], start: int, end: int) -> Sequence[Time]:
    """Return the times that start in a stretch; ``times`` are sorted."""
    low = bisect_left(times, start, key=_start)
    return times[low : bisect_left(times, end, lo=low, key=_start)]
