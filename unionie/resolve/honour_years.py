"""The year of an honour: what its words say, else the year of the ceremony, of the report or of its day.

Enters: an AwardFrame, the clean text and the years of the report. Leaves: a year or None. Next: ``honours``.
"""

from __future__ import annotations

import re

from unionie.clean.types import CleanText
from unionie.frames import AwardFrame
from unionie.resolve.decisions import is_decision
from unionie.resolve.times.chronicle import year_above
from unionie.values.types import Time

_RELATIVE = {"去年": -1, "上年": -1, "上一年": -1, "前年": -2, "今年": 0, "本年": 0, "当年": 0, "日前": 0, "近日": 0}
_THIS_YEAR = re.compile("(?:刚?刚?过去的?)?这?一年[来间里中]?|[全本]年度?|年内")
_YEARS = re.compile("[近多0-9一-十]年(?:来|间)$")  # 建队50年来, 近年来: which of them is not told
_PAST = re.compile("曾|历年|多次|此前")
_IN_TURN = re.compile("先后|相继")
# A ceremony that the news tells of gives its honours in the year of the news, whatever year the figures cover.
_NEWS = re.compile("本报|[电讯](?:[（(\\s　]|$)|记者|通讯员|简报|新闻|发布日期", re.MULTILINE)
_LATELY = re.compile("[昨今][天日晚](?!来)|前天|日前|近日|刚刚(?!过去)|上个?[月周]|本[月周](?!末)")
_GOES_ON = re.compile("[ 　]*(?:大会|会议|仪式|活动|典礼)(?!室|中心)")
_CEREMONY = re.compile("会上|仪式上|宣读|颁奖|举行的?.{0,20}大会|召开.{0,20}大会")
# The ceremony of a year, whose honours are of that year though they are given later: 2019年度全县科技奖励大会.
_OF_CEREMONY = re.compile(
    "(?<![0-9])([12][0-9]{3})年度[^，。；：、\\n]{0,20}?(?:奖励|颁奖|表彰)[一-鿿]{0,4}(?:[大盛]会|典礼|仪式)"
)
_MADE_KNOWN = re.compile("揭晓|赛果|(?:成绩(?:公[告报布]|榜|表)|比赛结果)(?:（[^（）]*）)?$")
# The feast with whose coming a text opens: the honours of its kind are of the year of the text's date.
_FEASTS = {"三八": "三八|巾帼|妇女|家庭|母亲", "五一": "五一|劳动模范|劳模|工人先锋|工匠", "五四": "五四|青年|青春"}
_FEAST = re.compile(
    "(三八|五一|五四)(?<![0-9去前]年..)(?<![0-9去前]年[“]..)[”]?(?:国际)?(?:妇女|劳动|青年)?节?(?:前夕|(?:即将)?(?:来临|到来)|之际)"
)
_HEAD = 240
_IN_NAME = re.compile("[“「『]?(?:([12][0-9]{3})|([0-9]{2,3}))年度?(?!来)")
_REPUBLIC = 1911
_OF_YEAR = re.compile("(?<![0-9])([12][0-9]{3})年度")  # 我矿|2022年度|“五星”评选结果如下


def year_of(
    frame: AwardFrame,
    clean: CleanText,
    report_year: int | None,
    published_year: int | None,
    *,
    new_year: bool,
    last_year: int | None,
) -> int | None:
    """Return the year in which an honour was given, by the years that ``resolve_awards`` explains."""
    named = _year_in_name(frame.name, traditional=clean.traditional)
    if named is not None:
        return named
    time = frame.time
    if time is not None and _THIS_YEAR.fullmatch(time.text):
        time, report_year = None, report_year or last_year  # 一年来, in a report of five years
    if time is not None and _YEARS.search(time.text):
        return None
    if time is not None:
        offset = _RELATIVE.get(
            time.text[:3].rstrip("底初中春夏秋冬年间") or time.text[:2], _RELATIVE.get(time.text[:2])
        )
        year = _single_year(time)
        if offset is not None and published_year is not None and (year is None or "年" not in time.text):
            return published_year + offset
        if offset is not None and offset < 0 and year is None:
            return None  # 去年, where nothing tells of which year
        if "年" not in time.text:
            late = (year or published_year) if _LATELY.match(time.text) else None
            return late or year_above(clean, frame.award.start) or report_year or published_year
        if year is not None and published_year is not None and year > published_year:
            return None  # 2003年获…，三年后又获…
        if year is not None or time.from_ or time.until:
            return year
    if frame.rule in ("award.carried", "award.portrait", "award.holder") and frame.recipient_type == "person":
        return None
    headed = year_above(clean, frame.award.start)
    if headed is not None:
        return headed
    words = clean.text[frame.sentence.start : frame.award.start][-16:]
    in_turn = _IN_TURN.search(words) is not None and frame.recipient_type == "person"
    if frame.rule == "award.carried" or in_turn or _PAST.search(words):
        return None
    if published_year is not None and _LATELY.search(clean.text, frame.sentence.start, frame.award.start):
        return published_year
    news = _NEWS.search(clean.text[:_HEAD]) is not None
    ceremony = _OF_CEREMONY.search(clean.text, 0, frame.award.start) if news else None
    if ceremony:
        return int(ceremony.group(1))
    undated = report_year is None and last_year in (None, published_year)
    given_now = news and (undated or (_at_ceremony(frame, clean) and not new_year))
    year = published_year if given_now else report_year
    year = (published_year or report_year) if not given_now and _is_of_its_date(clean) else year
    feast = _FEAST.search(clean.text[:_HEAD]) if published_year else None
    year = published_year if feast and re.search(_FEASTS[feast.group(1)], frame.name) else year
    if year is None and frame.rule == "award.outline":
        announced = _OF_YEAR.search(clean.text, 0, min(_HEAD, frame.award.start))
        return int(announced.group(1)) if announced else None
    return year


def _year_in_name(name: str, *, traditional: bool) -> int | None:
    """Return the year that opens an honour's name, of the Republic where it is set in traditional characters."""
    match = _IN_NAME.match(name)
    if match is None:
        return None
    if match.group(1):
        return int(match.group(1))
    return _REPUBLIC + int(match.group(2)) if traditional else None


def _is_of_its_date(clean: CleanText) -> bool:
    """Tell whether honours are of the year of the report's date: a decision's whose headline names no year."""
    if "年度" in "".join(clean.read_headlines("title")):
        return False
    return is_decision(clean) or any(map(_MADE_KNOWN.search, clean.read_headlines("title")))


def _at_ceremony(frame: AwardFrame, clean: CleanText) -> bool:
    """Tell whether the honour's paragraph tells of the ceremony at which it was given."""
    words = clean.text[clean.text.rfind("\n", 0, frame.award.start) + 1 : frame.award.end + 8]
    return (_CEREMONY.search(words) or _GOES_ON.match(words)) is not None and not re.search("[0-9]年度", words)


def _single_year(time: Time) -> int | None:
    """Return the year that the time lies in; None where it spans several or is not dated."""
    if time.from_ is None or not time.from_[:4].isdigit():
        return None
    year = int(time.from_[:4])
    if time.until is None or time.until[:4] == time.from_[:4] or time.until[:10] == f"{year + 1:04d}-01-01":
        return year
    return None
