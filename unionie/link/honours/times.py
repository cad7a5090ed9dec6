"""The time that dates an honour: in its own words, before its verb, or opening its sentence.

Enters: clean text, its times, the place of a verb and an honour. Leaves: the time, or None. Next: ``awards`` puts it
in the frame, ``resolve.honours`` reads the year from it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from unionie.frames import Mention
from unionie.link.honours import cues
from unionie.link.honours.verb_subjects import clause_start
from unionie.values.types import Time

# How far before an honour its time is sought.
_REACH = 400
# Before the time of an honour got earlier, and before one of several times: 继2007年获A后; 2013年、|2015年两度获A.
_PASSED = re.compile("(?:继|曾于?|曾经|早在)$")
# What goes on behind a year about when it was: 2008年|大地震后，; 2020年|疫情期间，.
_CIRCUMSTANCE = re.compile("[一-鿿“”]{2,10}(?:[后时]|[期之]间|之际|前夕|中)，")
# A clause that says in which contest of that year, right before the verb's own: 2019年|省锦标赛，夺得金牌.
_SETTING = re.compile(
    "(?:[在的])?[一-鿿“”]{1,20}?(?:赛|评比|评选|考核|考评|比武|运动会|[一-鿿]运会|展评|测评|[会汇调]演|名单|榜单)(?:活动)?[中上里]?，"
)
# What may stand before the time that a look back opens with: 回望|2015年，我会曾获….
_LOOKS_BACK = re.compile("(?<![一-鿿])(?:早在|回望|回顾|回到|追溯到)$")
_SINCE = re.compile("(?:自从?|从|早在)[“]?$")
_YEAR = re.compile("[12][0-9]{3}年度?")
_ASIDE = re.compile("[”」』]?（")
_LISTED = re.compile("年、$")
_OPENS = "日，；。：）】 　\n★☆●○◆◇■□▲△▶▷※✦—·．.、"  # what a sentence's first time may stand behind


def governing_time(text: str, times: Sequence[Time], start: int, verb: int, award: Mention) -> Time | None:
    """Return the time of the award's clause: in the honour's own words, before its verb, or opening the sentence."""
    behind = bisect_left(times, award.end, key=lambda time: time.start)
    if behind < len(times) and _ASIDE.fullmatch(text, award.end, times[behind].start):
        return times[behind]
    first = bisect_left(times, max(start, award.start - _REACH), key=lambda time: time.start)
    dated = [t for t in times[first : first + 40] if t.kind in ("date", "range", "datetime") and t.start < award.end]
    for time in reversed(dated):
        if time.start >= verb:
            return time
    clause = clause_start(text, start, verb)
    for time in reversed(dated):
        if clause <= time.start:
            return time
        if _SINCE.search(text, start, time.start) and "以来" in text[time.end : verb]:
            continue  # 自2009年创建以来
        setting = _SETTING.match(text, time.end, clause)
        if setting and setting.end() == clause:
            return time
        alone = (
            _CIRCUMSTANCE.match(text, time.end)
            or text[time.end : time.end + 1] in ("，", "间", "以")
            or text[time.end : time.end + 2] in ("以来", "期间")
        )
        if alone and (
            time.start == start or text[time.start - 1] in _OPENS or _LOOKS_BACK.search(text, start, time.start)
        ):
            return time
        if _LISTED.search(text, start, time.start):
            return None
        if _PASSED.search(text, start, time.start):
            continue
        if cues.find_verbs(text, time.end, clause) and "之后" not in text[time.end : verb]:
            return time
    return None


def aligned_times(text: str, times: Sequence[Time], start: int, verb: int, count: int) -> list[Time]:
    """Return the times of ``count`` honours, one each, where the verb has as many: 2018年、2020年获A、B."""
    clause = clause_start(text, start, verb)
    dated = [time for time in times if clause <= time.start and time.end <= verb and time.kind in ("date", "range")]
    last = dated[-count:]
    joined = all(text[one.end : two.start] in ("、", "和", "及") for one, two in pairwise(last))
    return last if len(last) == count > 1 and joined and len(dated) == count else []


def own_time(text: str, times: Sequence[Time], start: int, name: tuple[int, int]) -> Time | None:
    """Return the year that stands beside one recipient of several: 甲（2020年）, 2019年的|某厂钳工甲.

    ``start`` is where the recipient's posts begin, ``name`` the stretch of the name.
    """
    for time in times:
        behind = time.start == name[1] + 1 and text[name[1]] == "（" and text.startswith("）", time.end)
        before = text.startswith("的", time.end) and time.end + 1 == start
        if (behind or before) and _YEAR.fullmatch(time.text):
            return time
    return None


def time_of_year(year: int, at: tuple[int, int]) -> Time:
    """Return the time of a year that a list or table gives alone, written out as running text would: 2016 as 2016年."""
    return Time(text=f"{year}年", start=at[0], end=at[1], kind="date", from_=f"{year}-01-01", until=f"{year + 1}-01-01")
