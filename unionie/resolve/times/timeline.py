"""The times of a report in order: which open sentences and paragraphs and so hold for what follows.

Enters: the clean text, its anchored times, headings and own dates. Leaves: a ``Timeline`` and the time that is carried
to a figure without one. Next: ``stretches`` and ``periods``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from unionie.clean.dispatch import skip_dispatch
from unionie.clean.headline import names_digest
from unionie.clean.types import CleanText
from unionie.frames import FactFrame
from unionie.records.models import Period
from unionie.resolve.decisions import is_decision
from unionie.resolve.times.anchors import between, names_year, near_start
from unionie.resolve.times.events import closes, event_day, event_days
from unionie.resolve.times.plans import Heading, planned_from
from unionie.resolve.times.year_spoken import is_unplaced
from unionie.values.aftermath import AFTER, FOUNDED, OPENED
from unionie.values.present import NOW
from unionie.values.types import Time

__all__ = [
    "SINCE_THEN",
    "Timeline",
    "carried",
    "covers_years",
    "day_before",
    "inside",
    "is_over",
    "lay_out",
]

_RELATIVE = re.compile(r"同期$|岁末|年终|年[初中]$|[年月天日周]以?前$|[昨前今]天|[昨今](?:（.{1,4}）)?日|当[天日]")
_LOOKING_BACK = re.compile(r"^(?:[去前]年|[一二三四五六七八九十]{4}年|(?:19|20)\d\d年)(?:\d+月)?以来")  # opens a speech
_ADDRESS = re.compile(r"(?:(?:各位代表|各位委员|同志们)[，！：\s]*)?(?:在?刚?刚?过去的)?")
_LAST_YEAR, _THIS_YEAR = re.compile(r"去年|上年|[前]年"), re.compile(r"今年|本年")
_BULLET = re.compile(r"[▲△▶►●◆◇■□★☆•·○◎※✓－—-]{1,2}[ 　]*")
_COLUMN = re.compile("[一-鿿·]{2,8}[ 　]+(?=[0-9昨今])")  # of a paper: 新春走基层　2月26日，…
_NO_OPENING = re.compile("[和与跟同比]|出?生[的于，人]")  # 今年和往年最大的不同, 1987年出生的她
_FIRST_SINCE = re.compile("以?来[^，。；\\d]{0,6}(?:首[次度]|第一次|最|新[高低])")  # 这是自2012年以来|首次
_SINCE_EVENT = re.compile("，?[^，。；：\\d]{0,8}(?:发生|来袭|爆发)(?:之?后)，")  # 8月3日，暴雨发生后，…
_COUNTED = re.compile(
    r"[\d年月日季周]|学期|[一二三四五六七八九十]五|上|下|前|近"
)  # 春节期间 holds for its own sentence
_SAYS = re.compile(
    r"(?:显示|介绍|悉|了解|统计|透露|表示|告诉记者|说|看到|指出|总结|回顾)[，：“]+$"
)  # then a time opens what is said
_MADE_KNOWN = re.compile(r"[^。；\d]{0,24}(?:发布|公布|通报|披露|晒出|公开|介绍|获悉|举行|召开)")
SINCE_THEN = re.compile(  # 5月1日|实行立案登记制以来
    r"[^，。；！？\n\d]{1,20}(?:\d[\d.]*[^，。；！？\n\d]{1,14})?(?:以来|，?至今(?![日年])|，?迄今|算?起(?=，|累计|共))"
)
_THERE = re.compile(
    r"(?:会上|大会上|会议上|现场|活动(?:现场|中|上)|(?:启动|颁奖|表彰|授牌|揭牌|捐赠|签约)?仪式(?:上|现场)|"
    r"(?:会议|大会|全会)(?:还|并)?(?:选举|表决|宣读|表彰|通过|增补|颁发|[为对向]))"
)
_DECIDED = re.compile(r"决定[，：]?(?:对|授予|追授|命名|表[彰扬]|给予|通报)")
_COUNTS_HEADS = re.compile(r"(?:到会|出席|与会|应到|实到|列席|缺席)[^。；]{0,24}$")
_ATTENDED = re.compile(r"[^，。；\d]{0,14}(?:参加了?(?:大会|会议|活动|仪式)|参会|与会|出席|列席)")
_OPENS = re.compile("(?:^|[。！？\n　])(?:截[至止]到?|到|至)?$")
_LEAD = 4  # characters of what may stand before the time that opens a sentence
_DAYS = 300  # what lies within a year dates its own sentence, unless it opens the paragraph
_FEW = 62  # days
_SEVERAL = 2  # calendar years from the first to the last
_DURING = re.compile(
    r"[假长节活赛展会博运春暑](?:(?<=假)[期日]|(?<=长)假|(?<=节)日|(?<=活)动|(?<=赛)事|(?<=展)会|(?<=会)展|(?<=博)览会"
    r"|(?<=运)动会|(?<=[春暑])运)(?:期间|里|中|当中)|[这期其](?<![一-鿿].)(?:(?<=这)期间|(?<=[期其])间)，"
)
_SAME_TIME = re.compile("同(?<![年月季度届比较与上一]同)期(?!相|增|减|下|水平|高|低|的|数)")
_BREAKS_DOWN = re.compile(r"[^，。；：\d]{0,8}?(?:按[^，。；：\d]{1,8}(?:分|划分|看)|[分从][^，。；：\d]{1,6}看)[：，]")
_TOTAL = 160  # characters of the sentence that gives it
_AT_SAME_TIME = re.compile("[截同](?<![一-鿿].)(?:(?<=截)[至止]同|(?<=同))一?时[间点刻](?![段内出])")
_COMPARES = tuple("比较与同跟由从")


@dataclass(frozen=True, slots=True)
class Timeline:
    """What dates the figures of a report: its times, those that open sentences, its headings and own dates."""

    clean: CleanText
    times: Sequence[Time]
    opening: Sequence[Time]
    starts: Sequence[int]  # where the opening times start
    paragraphs: frozenset[int]  # where paragraphs start
    headings: Sequence[Heading]
    period: Period | None
    published: str | None
    lives: Set[int]  # blocks that tell a person's life: what has no date there is not of the report's year
    titles: Sequence[str]
    event: Time | None  # the day of which news tell first
    told: Period | None  # the days of one event, where the text tells of nothing else
    plans: Mapping[int, int]  # where sections of plans begin, by where their headings start
    decided: int  # where a decision turns from the year past to what it gives, 0 where nothing is decided


def lay_out(
    clean: CleanText,
    frames: Sequence[FactFrame],
    times: Sequence[Time],
    headings: Sequence[Heading],
    report_period: Period | None,
    published: str | None,
    lives: Set[int],
) -> Timeline:
    """Return the timeline of a report whose times are anchored."""
    paragraphs = _paragraph_starts(clean)
    opening = _opening_times(clean, times, paragraphs)
    paragraphs |= _superseding(clean, opening, paragraphs)
    starts = [time.start for time in opening]
    titles = clean.read_headlines("title")
    event = event_day(clean, times, published)
    told = event_days(clean, times, report_period, published)
    plans = planned_from(clean, headings, frames, times, report_period, published)
    decided = _DECIDED.search(clean.text) if is_decision(clean) else None
    return Timeline(
        clean, times, opening, starts, paragraphs, headings, report_period, published, lives, titles, event, told,
        plans, decided.start() if decided else 0,
    )  # fmt: skip


def _paragraph_starts(clean: CleanText) -> frozenset[int]:
    """Return where the words of paragraphs start, an address (各位代表，刚刚过去的) passed over."""
    starts = set()
    for block in clean.blocks:
        if block.kind == "paragraph":
            starts.add(block.start)
            address = _ADDRESS.match(clean.text, skip_dispatch(clean.text, block.start, block.end))
            starts.add(address.end() if address else block.start)
            marks = (mark.match(clean.text, block.start) for mark in (_BULLET, _COLUMN))
            starts.update(mark.end() for mark in marks if mark)
    return frozenset(starts)


def _opening_times(clean: CleanText, times: Sequence[Time], paragraphs: frozenset[int]) -> list[Time]:
    """Return the times that open a sentence: only these hold for the sentences behind."""
    found = []
    for time in times:
        before = clean.text[max(0, time.start - 3) : time.start].rstrip("“「")
        if (
            time.kind in ("date", "range", "datetime")
            and (time.from_ or is_unplaced(time))
            and not time.stock
            and _COUNTED.search(time.text)
            and time.text not in NOW
            and not _RELATIVE.search(time.text)
            and not _LOOKING_BACK.search(time.text)
            and not AFTER.match(clean.text, time.end)
            and not _SINCE_EVENT.match(clean.text, time.end)
            and not _NO_OPENING.match(clean.text, time.end)
            and not FOUNDED.match(clean.text, time.end)
            and not (_is_short(time) and OPENED.match(clean.text, time.end))
            and (
                not before
                or before[-1] in "。；！？\n　"
                or before == "截至"
                or time.start in paragraphs
                or _SAYS.search(clean.text, max(0, time.start - 12), time.start)
            )
        ):
            found.append(time)
    return found


def _superseding(clean: CleanText, opening: Sequence[Time], paragraphs: frozenset[int]) -> set[int]:
    """Return where times stand that follow one which only says what a year is: 2025年是收官之年。|五年来，…

    So too what somebody says on a day: 7月12日召开的例会透露，|今年上半年，…
    """
    starts: set[int] = set()
    for time, following in pairwise(opening):
        between_them = clean.text[time.end : following.start]
        if time.start in paragraphs and "。" not in between_them and _SAYS.search(between_them[-12:]):
            starts.add(following.start)
        named = time.start in paragraphs and clean.text.startswith("是", time.end)
        if named and "\n" not in clean.text[time.end : following.start] and covers_years(following):
            starts.add(following.start)
    return starts


def at_event(line: Timeline, frame: FactFrame) -> Time | None:
    """Return the day of the event that the news tell of, for what happened there: 会上, 仪式上, 会议选举."""
    if line.event is None or frame.modality == "target":
        return None
    if _COUNTS_HEADS.search(line.clean.text, frame.sentence.start, frame.quantity.start) or _ATTENDED.match(
        line.clean.text, frame.quantity.end
    ):
        return line.event
    starts = (frame.sentence.start, line.clean.blocks[frame.sentence.block].start)
    told = any(_THERE.match(line.clean.text[start : start + 24].lstrip("　 ")) for start in starts)
    return line.event if told else None


def inside(times: Sequence[Time], heading: Heading) -> list[Time]:
    """Return the times that a heading names."""
    return [
        time
        for time in between(times, heading.start, heading.end)
        if time.from_ and time.kind in ("date", "range") and not time.vague
    ]


def carried(line: Timeline, frame: FactFrame, since: int) -> Time | None:
    """Return the time that opens an earlier sentence of the frame's paragraph, or an earlier paragraph ``since``.

    Of earlier paragraphs only whole years carry on: 过去一年, 2025年, “十四五”时期.
    """
    block = line.clean.blocks[frame.sentence.block]
    near = line.clean.text, near_start(frame), frame.quantity.start
    same = _SAME_TIME.search(*near)
    if same and any(time.start < same.start() < time.end for time in between(line.times, block.start, same.start())):
        same = None  # 相当于2019年|同期|的九成: the word is of that time
    if _AT_SAME_TIME.search(*near):
        days = [time for time in between(line.times, 0, frame.sentence.start) if time.stock]
        days = [time for time in days if not line.clean.text.endswith(_COMPARES, 0, time.start)]
        if days:
            return days[-1]
    if same:
        before = [time for time in between(line.times, block.start, same.start()) if time.from_]
        before = [time for time in before if not _FIRST_SINCE.match(line.clean.text, time.end - 2)]
        before = [time for time in before if not line.clean.text.endswith(_COMPARES, 0, time.start)]
        if not before and same.start() == frame.sentence.start:  # opens its paragraph: that of the one before
            before = list(line.opening[: bisect_left(line.starts, block.start)])
        if before:
            return before[-1]
    if _DURING.search(*near):
        days = [time for time in between(line.times, since, frame.sentence.start) if _is_stretch(time)]
        if days:
            return max(days, key=lambda time: (str(time.from_)[:4], time.start))
    for index in range(bisect_left(line.starts, frame.quantity.start) - 1, -1, -1):
        time = line.opening[index]
        if time.start < line.decided <= frame.quantity.start:
            return None
        if time.start >= block.start:
            behind = time.start < frame.sentence.start
            if behind and (time.text.endswith("起") or SINCE_THEN.match(line.clean.text, time.end)):
                continue  # 2019年4月1日起，…, 2012年实施以来… hold for their own sentence
            if behind and (_is_mentioned(line, time, frame) or _is_within(line, time, block.start)):
                continue
            said = time.start not in line.paragraphs or closes(line.clean, time) or _is_told_on(line, time, frame)
            if behind and _is_short(time) and said and not _breaks_down(line, time, frame):
                continue
            if behind and _is_short(time) and _is_left(line, time, frame):
                return None
            return None if behind and _is_past(line, time, frame) else time
        if time.start < since:
            return None
        if time.start in line.paragraphs and is_unplaced(time):
            return time
        if time.start in line.paragraphs and covers_years(time) and not any(map(names_digest, line.titles)):
            return None if _holds(time, line.period) else time
    return None


def _breaks_down(line: Timeline, time: Time, frame: FactFrame) -> bool:
    """Return whether a sentence breaks down the total of the one before: 5月至12月接收善款3万元。按来源分：|…"""
    start = frame.sentence.start
    if "。" in line.clean.text[max(time.end, start - _TOTAL) : start - 1] or between(line.times, time.end, start):
        return False
    return _BREAKS_DOWN.match(line.clean.text, start) is not None


def _is_mentioned(line: Timeline, time: Time, frame: FactFrame) -> bool:
    """Return whether a review of several years has only mentioned its last: 五年批捕20人；去年批捕5人。起诉|18人|."""
    if line.period is None or int(line.period.end[:4]) - int(line.period.start[:4]) < _SEVERAL:
        return False
    aside = line.clean.text.startswith("；", time.start - 1) and covers_years(time)
    return aside and not line.clean.text.startswith("其中", frame.sentence.start)


def _is_within(line: Timeline, time: Time, start: int) -> bool:
    """Return whether a year stands in a paragraph that several years open: 五年来，…。2022年不捕率24%。起诉|21人|."""
    if time.start in line.paragraphs or not names_year(time) or not _is_of_one_year(time):
        return False
    first = next(iter(between(line.opening, start, time.start)), None)
    if first is None or first.start not in line.paragraphs or not first.from_ or not first.until:
        return False
    several = int(day_before(first.until)[:4]) - int(first.from_[:4]) >= _SEVERAL
    return several and first.from_ <= str(time.from_) and str(time.until) <= first.until


def _is_of_one_year(time: Time) -> bool:
    """Return whether a time is a calendar year."""
    return covers_years(time) and time.from_ is not None and day_before(time.until)[:4] == time.from_[:4]


def _is_left(line: Timeline, time: Time, frame: FactFrame) -> bool:
    """Return whether a sentence between tells what there is on a later day: 4月至6月，…。截至12月底，…。吸收|412名|."""
    if not time.until:
        return False
    between_them = between(line.times, time.end, frame.sentence.start)
    later = [other for other in between_them if other.stock and other.from_ and other.from_ > time.until]
    return any(_OPENS.search(line.clean.text, max(0, other.start - _LEAD), other.start) for other in later)


def _is_stretch(time: Time) -> bool:
    """Return whether a time is some days, at most two months, in a row."""
    if not time.from_ or not time.until or time.kind != "range" or "日" not in time.text or time.text.endswith("来"):
        return False
    lasts = date.fromisoformat(time.until[:10]) - date.fromisoformat(time.from_[:10])
    return timedelta(days=1) < lasts <= timedelta(days=_FEW)


def _is_told_on(line: Timeline, time: Time, frame: FactFrame) -> bool:
    """Return whether a day only says when something longer was made known: 2月15日，残联发布2022年度情况：…。投入|…"""
    if not _MADE_KNOWN.match(line.clean.text, time.end):
        return False
    sentence = line.clean.text.find("。", time.end)
    return any(covers_years(later) for later in between(line.times, time.end, min(sentence, frame.quantity.start)))


def _is_past(line: Timeline, time: Time, frame: FactFrame) -> bool:
    """Return whether a sentence between has come back from 去年: 去年获奖97项。县局今年拨120万元。分得|18万元."""
    if not _LAST_YEAR.match(time.text):
        return False
    now = (t for t in between(line.times, time.end, frame.sentence.start) if _THIS_YEAR.match(t.text))
    return any(t.start > time.end for t in now)


def _is_short(time: Time) -> bool:
    """Return whether a time is less than a year."""
    if not time.from_ or not time.until:
        return False
    return (date.fromisoformat(time.until[:10]) - date.fromisoformat(time.from_[:10])).days <= _DAYS


def covers_years(time: Time) -> bool:
    """Return whether a time is one or more whole years, or longer than one."""
    if not time.from_ or not time.until:
        return False
    whole = time.from_[5:10] == "01-01" == time.until[5:10]
    return whole or time.until[:10] > f"{int(time.from_[:4]) + 1}{time.from_[4:10]}"


def _holds(time: Time, period: Period | None) -> bool:
    """Return whether the report reviews a part of the year that a time names: 今年 in a report on 前三季度.

    So too where several years have ended before it begins: 2014年至2019年 in one on 2020.
    """
    if period is None or time.from_ is None or time.until is None:
        return False
    if time.until[:10] <= period.start and int(time.until[:4]) - int(time.from_[:4]) > _SEVERAL:
        return True
    reviewed = period.start, period.end
    return time.from_[:10] <= reviewed[0] and reviewed[1] < day_before(time.until)


def day_before(until: str | None) -> str:
    """Return the last day inside a half-open interval that ends at ``until``."""
    if until is None:
        return ""
    if len(until) > len("2018-12-03") and not until.endswith("T00:00:00"):
        return until[:10]
    return (date.fromisoformat(until[:10]) - timedelta(days=1)).isoformat()


def is_over(line: Timeline, time: Time) -> bool:
    """Return whether a time that names its year had ended when the report was published."""
    return bool(time.until and line.published and time.until[:10] <= line.published and names_year(time))
