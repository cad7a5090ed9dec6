"""School years and their terms: 本学年, 2018学年第一学期, 2018-2019学年下学期.

Enters: a reader, a token index, the years of a school year. Leaves: moments. Next: ``time_years``.
"""

from __future__ import annotations

from dataclasses import replace

from unionie.values.time_calendar import day_of
from unionie.values.time_reader import Moment, Reader, Step

__all__ = ["read_school_part", "read_school_year", "read_term"]

_BEGINS, _MIDDLE = 9, 2  # months with which a school year and its second term begin


def read_school_part(r: Reader, i: int, first: int, last: int) -> Step:
    """Return the school year from ``first`` to ``last``, or its term that token ``i`` names: 第一学期, 下学期."""
    whole = Moment("year", day_of(first, _BEGINS), day_of(last, _BEGINS), stated=True)
    half = _TERMS.get(r.word(i)[:-2]) if r.kind(i) == "term" and last == first + 1 else None
    if half is None:
        return whole, i
    middle = day_of(last, _MIDDLE)
    start, until = (whole.start, middle) if half == 1 else (middle, whole.until)
    return replace(whole, grain="half", start=start, until=until, vague=True), i + 1


_TERMS = {"第一": 1, "上": 1, "第二": 2, "下": 2}


def read_school_year(r: Reader, i: int) -> Step:
    """Read 本学年, 上学年, 新学年: September to August around the reference day."""
    today = r.today()
    if today is None:
        return Moment("year"), i + 1
    first = today.year - (today.month < _BEGINS) + int(r.tokens[i].value)
    return Moment("year", day_of(first, _BEGINS), day_of(first + 1, _BEGINS)), i + 1


def read_term(_r: Reader, i: int) -> Step:
    """Read 本学期, 下学期: which days these are only a report on a term tells."""
    return Moment("half"), i + 1
