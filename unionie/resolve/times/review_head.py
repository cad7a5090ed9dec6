"""The period that the head of a report names: 2018—2022年, 上半年, 前十月, 2021/22年度, “十三五”, 112學年度第1學期.

Enters: a line of the head (headline, subtitle) and the times in it. Leaves: a Period, or None. Next: ``review``.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from unionie.clean.dispatch import skip_dispatch
from unionie.clean.types import CleanText
from unionie.records.models import Period
from unionie.resolve.times.anchors import first_paragraph
from unionie.values.time_calendar import BEFORE_REPUBLIC
from unionie.values.types import Time

_OF_WORK = re.compile("[^，。；]{0,20}(?:情况|白皮书)")
_GOVERNMENT = re.compile("年(?:[县市区省州旗盟]|人民)*政府工作报告")
_SPOKEN_OF = re.compile("(?<![近每])过去的?一年(?![级度])")
_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_Y = r"(?<!\d)(?:19|20)\d\d"
_HAN_YEAR = r"[一二][〇零○一二三四五六七八九]{3}"
_PLAN = re.compile(r"[“「]?十([一二三四五六])五[”」]?(?!规划|计划)")
_SPAN = re.compile(
    rf"({_Y})年?(?:\.?(\d{{1,2}})月?)?[—–\-~～至－]{{1,2}}((?:19|20)\d\d)年?(?:\.?(\d{{1,2}})月?)?(?!学年|\d)"
)
_SCHOOL = re.compile(
    rf"(?:({_Y}|{_HAN_YEAR})[/／—–\-~至](?:20|二[〇零○])?(\d\d|[〇零○一二三四五六七八九]{{2}})学年度?|(?<!\d)(\d{{2,3}})学年度)"
    r"(?:第([一二12])学期)?"
)
_FISCAL = re.compile(
    rf"({_Y}|{_HAN_YEAR})[/／至—–\-](?:20|二[〇零○])?(\d\d|[〇零○一二三四五六七八九]{{2}})(?:财政)?年[度报]"
)
_INTERIM = re.compile(rf"({_Y})年?(?:度)?(?:半年度|中期(?:业绩|报告|财务|综合))")
_MINGUO = re.compile(r"(?<!\d)(?:民国)?([5-9]\d|1[01]\d)年度?(?!\d|级|届)|民国([一二三四五六七八九十百零〇]{2,5})年")
_BARE_YEAR = re.compile(rf"(?<![〔［\[])({_Y})(?!\d|[年.\-/—–~～至－“”])")
ROLLING = re.compile(r"(?:这|过去|近)[一二两三四五六七八九十\d]+年|[一二两三四五六七八九十\d]+年[来间]")
_SO_FAR = re.compile("[今本]年(?:度)?以?来")
_LATE = 10  # a report of October or later counts its own year
_DAY = len("2018-12-03")
_SHORTEST = timedelta(days=27)
_SEMESTERS = {"大陆": ((9, 1), (2, 7)), "台湾": ((8, 1), (2, 7))}  # first and last months of two terms


@dataclass(frozen=True, slots=True)
class Head:
    """Where the report comes from, as far as years need it: years of the Republic, financial years of Hong Kong."""

    taiwan: bool
    hongkong: bool


def head_period(line: str, surface: str, times: Sequence[Time], head: Head) -> Period | None:
    """Return the days that a line of the head names; ``times`` are those of the line."""
    found = _school_year(line, head) or _plan(line) or _span(line) or _financial_year(line, head)
    if found is None and (match := _INTERIM.search(line)):
        found = _days((int(match[1]), 1), (int(match[1]), 6), match.group())
    if found is None:
        found = next((period for time in times if (period := _long_period(time))), None)
    if found is None and head.taiwan and (match := _MINGUO.search(line)) and match[1]:
        found = _year(int(match[1]) + BEFORE_REPUBLIC, match.group())
    if found is None and (match := _BARE_YEAR.search(line)):
        found = _year(int(match[1]), match[1])
    return found and Period(start=found.start, end=found.end, text=_own_words(found.text, line, surface))


def _own_words(words: str | None, line: str, surface: str) -> str | None:
    """Return the words in the text's own characters."""
    at = line.find(words) if words else -1
    return words if at < 0 or words is None else surface[at : at + len(words)]


def _year(year: int, text: str | None = None) -> Period:
    return Period(start=f"{year:04d}-01-01", end=f"{year:04d}-12-31", text=text)


def _days(first: tuple[int, int], last: tuple[int, int], text: str) -> Period:
    """Return the days from the first of one month to the last of another, (year, month) each."""
    end = calendar.monthrange(*last)[1]
    return Period(start=f"{first[0]}-{first[1]:02d}-01", end=f"{last[0]}-{last[1]:02d}-{end:02d}", text=text)


def _plan(line: str) -> Period | None:
    match = _PLAN.search(line)
    if not match:
        return None
    first = 2006 + 5 * "一二三四五六".index(match[1])
    return Period(start=f"{first}-01-01", end=f"{first + 4}-12-31", text=match.group())


def _span(line: str) -> Period | None:
    """Return 2018—2022年 as whole years, 2020.4—2022.4 with its months."""
    match = _SPAN.search(line)
    if not match or int(match[1]) > int(match[3]):
        return None
    first, last = int(match[2] or 1), int(match[4] or 12)
    return _days((int(match[1]), first), (int(match[3]), last), match.group()) if first <= 12 >= last else None


def _school_year(line: str, head: Head) -> Period | None:
    match = _SCHOOL.search(line)
    if not match:
        return None
    year = int(match[3]) + BEFORE_REPUBLIC if match[3] else int(match[1].translate(_DIGITS))
    (first, middle), (second, last) = _SEMESTERS["台湾" if match[3] or head.taiwan else "大陆"]
    if match[4] in ("一", "1"):
        return _days((year, first), (year + 1, middle), match.group())
    if match[4]:
        return _days((year + 1, second), (year + 1, last), match.group())
    return _days((year, first), (year + 1, last if match[3] else 8), match.group())


def _financial_year(line: str, head: Head) -> Period | None:
    """Return 2021/22年度 of Hong Kong, from April to March; elsewhere nobody knows when it begins."""
    match = _FISCAL.search(line)
    if not match or not head.hongkong:
        return None
    year = int(match[1].translate(_DIGITS))
    if (year + 1) % 100 != int(match[2].translate(_DIGITS)):
        return None
    return _days((year, 4), (year + 1, 3), match.group())


def _long_period(time: Time) -> Period | None:
    """Return the days of a time that covers a month or more."""
    if time.from_ is None or time.until is None or time.vague:
        return None
    if time.kind not in ("date", "range") or len(time.from_) < _DAY:
        return None
    start, until = date.fromisoformat(time.from_[:10]), date.fromisoformat(time.until[:10])
    if ROLLING.search(time.text):  # 这五年: whole years up to the last
        last = until.year - (until.month < _LATE)
        return Period(start=f"{last - (until.year - start.year) + 1}-01-01", end=f"{last}-12-31", text=time.text)
    if until - start < _SHORTEST:
        return None
    if _SO_FAR.match(time.text):
        return _year(start.year, time.text)
    return Period(start=start.isoformat(), end=(until - timedelta(days=1)).isoformat(), text=time.text)


def looks_back(clean: CleanText, headline: str) -> bool:
    """Tell whether a headline names a government's report by the year in which it speaks of the one that has passed."""
    return _GOVERNMENT.search(headline) is not None and _SPOKEN_OF.search(clean.text) is not None


def is_dispatched(clean: CleanText) -> bool:
    """Tell whether the first paragraph is that of a piece of news: 本报讯（记者 甲）…, 某网消息：…"""
    first = first_paragraph(clean)
    return first is not None and skip_dispatch(clean.text, first.start, first.end) > first.start


def tells_of_years(clean: CleanText, time: Time, opens: str, until: str) -> bool:
    """Return whether whole years are those of the work that is told of: 通报2020年至2022年|该院案件审判情况."""
    whole = opens.endswith("01-01") and until.endswith("01-01")
    told = clean.text.endswith(("通报", "通报了", "公布了", "发布"), 0, time.start)
    return whole and told and _OF_WORK.match(clean.text, time.end) is not None
