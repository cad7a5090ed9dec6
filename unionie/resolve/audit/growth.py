"""Stated growth against the two levels, or the level and the increase, from which it follows.

Enters: facts. Leaves: Notices. Next: ``audit``.

Output at constant prices (地区生产总值, 增加值) grows otherwise than its values: nothing is said of it, nor where the
text names another basis (可比价, 同口径, 实际增长).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from unionie.records import Fact, Notice
from unionie.resolve.audit.figures import Bounds, bounds, growth_between, same_unit, say, words

__all__ = ["find_contradicted_growth"]

_EARLIER = ("facts.from", "facts.compared")
_REAL = re.compile(r"生产总值|增加值|GDP|总产值|可比|不变价|同口径|同比口径|剔除|扣除|实际增|名义")
_AVERAGE = re.compile(r"年均|年平均|年递增|逐年|复合")
_SLACK = Decimal("0.1")  # points: rates are rounded from figures that the text rounds too
_AVERAGE_SLACK = Decimal("0.6")  # points: years are counted by the calendar


def find_contradicted_growth(facts: Sequence[Fact]) -> Iterator[Notice]:
    """Yield a notice for each growth rate that the figures beside it contradict."""
    for index, rate in enumerate(facts):
        if rate.measure != "change" or rate.unit != "%" or rate.precision != "exact" or rate.high is not None:
            continue
        if _REAL.search(rate.indicator) or _REAL.search(rate.evidence.text):
            continue
        near = [fact for fact in facts[max(0, index - 3) : index + 3] if _same_series(fact, rate)]
        yield from _by_levels(near, rate)
        yield from _by_increase(near, rate)


def _same_series(fact: Fact, rate: Fact) -> bool:
    same = fact.indicator == rate.indicator and fact.evidence == rate.evidence and fact.subject == rate.subject
    return same and fact.precision == "exact" and fact.high is None and fact.unit not in ("%", "百分点", "倍", "番")


def _by_levels(near: Sequence[Fact], rate: Fact) -> Iterator[Notice]:
    """Compare with 由甲到乙, and with the columns of a table."""
    levels = [fact for fact in near if fact.measure == "level"]
    if len(levels) != 2 or levels[0].unit != levels[1].unit or not rate.value:
        return
    earlier, later = sorted(levels, key=lambda fact: (fact.rule not in _EARLIER, _end(fact)))
    if earlier.rule not in _EARLIER and _years_between(earlier, later) != 1:
        return  # without 由 and 到, a rate is that of one year
    years = 1
    if _AVERAGE.search(_words_before(rate)):
        years = _years_between(earlier, later)
    expected = growth_between(earlier, later, years=years) if years > 0 else None
    if expected is None or _fits(expected, rate, _AVERAGE_SLACK if years > 1 else _SLACK):
        return
    change = "年均增长" if years > 1 else "降幅" if expected.high < 0 else "增幅"
    message = f"{rate.indicator}由{words(earlier)}到{words(later)}，{change}应为{_say(expected)}，文中为{words(rate)}"
    yield _notice(message, earlier, later, rate)


def _by_increase(near: Sequence[Fact], rate: Fact) -> Iterator[Notice]:
    """Compare with 达到甲，增加乙."""
    levels = [fact for fact in near if fact.measure == "level" and fact.rule not in _EARLIER]
    changes = [fact for fact in near if fact.measure == "change" and fact.direction == rate.direction]
    if len(levels) != 1 or len(changes) != 1 or not same_unit(levels[0], changes[0]) or rate.direction is None:
        return
    if _AVERAGE.search(_words_before(rate)) or len({changes[0].baseline, rate.baseline} - {None}) > 1:
        return
    level, change, falls = bounds(levels[0]), bounds(changes[0]), rate.direction == "decrease"
    if falls:
        before = Bounds(level.low + change.low, level.high + change.high)
    else:
        before = Bounds(level.low - change.high, level.high - change.low)
    expected, based = _rates(change, before, falls), _rates(change, level, falls)
    if expected is None or _fits(expected, rate, _SLACK) or (based and _fits(based, rate, _SLACK)):
        return  # the level may also be that of before: 与上年的甲相比，增加乙
    grown, by = ("减少", "降幅") if falls else ("增加", "增幅")
    message = (
        f"{rate.indicator}{words(levels[0])}，{grown}{words(changes[0])}，{by}应为{_say(expected)}，文中为{words(rate)}"
    )
    yield _notice(message, levels[0], changes[0], rate)


def _rates(change: Bounds, before: Bounds, falls: bool) -> Bounds | None:
    if before.low <= 0:
        return None
    low, high = change.low / before.high * 100, change.high / before.low * 100
    return Bounds(-high, -low) if falls else Bounds(low, high)


def _fits(expected: Bounds, rate: Fact, slack: Decimal) -> bool:
    stated = bounds(rate)
    low, high = (-stated.high, -stated.low) if rate.direction == "decrease" else stated
    return expected.low - slack <= high and low <= expected.high + slack


def _words_before(rate: Fact) -> str:
    """Return the words of the sentence that lead up to the rate."""
    at = rate.mentions[0].start - rate.evidence.start
    return rate.evidence.text[max(0, at - 12) : at]


def _years_between(earlier: Fact, later: Fact) -> int:
    """Return how many years lie between two levels; 0 where the text does not tell."""
    ends = _end(earlier), _end(later)
    return int(ends[1][:4]) - int(ends[0][:4]) if all(ends) else 0


def _end(fact: Fact) -> str:
    """Return the last day that a level is of; "" where none is known."""
    return fact.as_of or (fact.period.end if fact.period else "")


def _say(expected: Bounds) -> str:
    return f"约{say(abs(expected.low + expected.high) / 2, '%', 1)}"


def _notice(message: str, *facts: Fact) -> Notice:
    spans = tuple(fact.mentions[0] for fact in facts)
    return Notice(kind="growth_contradicts_levels", message=message, evidence=spans)
