"""Cue words and patterns of fact linking, compiled once from ``link_cues.tsv`` and ``link_patterns.tsv``.

Enters: the two tables. Leaves: regular expressions and look-ups that the other linking files read.
"""

from __future__ import annotations

import re
from functools import cache

from unionie.rules import load_table


@cache
def words(kind: str) -> dict[str, str]:
    """Return the cue words of one kind with their values."""
    return {row["word"]: row["value"] for row in load_table("link_cues") if row["kind"] == kind}


def alternation(kind: str) -> str:
    """Return a regex alternation of the cue words of one kind, longest first."""
    return "|".join(sorted(map(re.escape, words(kind)), key=len, reverse=True))


def either(kind: str) -> str:
    """Return a regex alternation of the patterns of one kind, in the order of the table."""
    return "|".join(_literal_first(row["pattern"]) for row in load_table("link_patterns") if row["kind"] == kind)


_GUARDED = re.compile(r"((?:\(\?<[!=][^()|]+\))+)([一-鿿])(?![?*+{])")


def _literal_first(pattern: str) -> str:
    """Return the pattern with what may not stand before it asked behind its first character: a branch fails sooner.

    >>> _literal_first("(?<![附邻])近")
    '近(?<![附邻]近)'
    """
    match = _GUARDED.match(pattern)
    if match is None:
        return pattern
    guards, first = match.groups()
    return first + guards.replace(")", f"{first})") + pattern[match.end() :]


# A change verb at the end of a phrase (比上年增长了, 增速), and the fixed comparisons (同比, 比上年, 环比).
# ``held`` is an aim or a bound set for the change itself: 增长目标为, 增速保持在, 涨幅控制在, 上涨幅度控制在.
_AIM = "的?(?:预期|奋斗|增长|调控)*目标值?"
_HOLD = "(?:控制|保持|维持|稳定|设定|确定|安排|预定|定)"
CHANGE_TAIL = re.compile(
    f"(?P<verb>{alternation('change')})"
    f"(?:(?P<to>[了到至为成在]*|幅度?[为达]?到?|达到?)|(?P<held>(?:幅度?)?(?:{_AIM}{_HOLD}?|{_HOLD})[在为是]?))$"
)
BASELINE = re.compile(alternation("baseline"))

# 比 / 较 / 与 … and its object, up to the verb. The object holds no further comparison or punctuation.
COMPARISON = re.compile(
    r"(?:(?<![可占同环])比(?![例重值率])|较|与|跟|相比于?)(?P<object>(?:[^比较，、；：]|比(?=赛)){1,14}?(?:、[^比较，、；：]{1,10})?)(?:相比)?$"
)

_JOINS = ("与", "跟")  # two nouns, too: 签约数与合同额|增长, where 相比 or a time says no comparison
_EARLIER = re.compile("\x01|同期|上[届期年季月]|(?<!学)前$")


def find_comparison(words: str) -> re.Match[str] | None:
    """Return the comparison at the end of words; 研究与试验发展经费 joins two nouns."""
    match = COMPARISON.search(words)
    while match is not None and match.group().startswith(_JOINS):
        if match.group().endswith("相比") or _EARLIER.search(match["object"]):
            break
        match = COMPARISON.search(words, match.start() + 1)
    return match


# 高于 全国平均, 低于 计划 …: a comparison by a verb that governs its object.
GAP_VERB = re.compile(rf"(?:(?P<above>{either('above')})|(?P<below>{either('below')}))(?P<object>[^，；：]{{0,16}})$")

_NO_STANDARD = re.compile(r"[Ⅰ-Ⅴ劣一二三四五ⅠIV]+类|.*(?:达到?|为)$")  # 优于Ⅲ类水体比例达|94.8% is a level


def find_gap(words: str) -> re.Match[str] | None:
    """Return the comparison at the end of words: of several (好于Ⅲ类比例优于目标) the last."""
    match = GAP_VERB.search(words)
    while match is not None:
        inner = GAP_VERB.search(words, match.end("above") if match["above"] else match.end("below"))
        if inner is None:
            return None if _NO_STANDARD.match(match["object"]) else match
        match = inner
    return None


# What a figure is compared with at the same time (a place, a plan, a standard), not an earlier time.
STANDARD = re.compile(either("standard"))

SHARE_TAIL = re.compile(
    r"(?:占(?!床率)(?P<whole>[^，；]{0,24}?)(?:的|的比例|的比重|比例|比重|比)?(?:达到?|为|到|了|近|超过?|约)*|"
    r"(?:占比|比重|份额)(?:达到?|为|是|升?至|约)*|承担|负担)$"
)
RANK_TAIL = re.compile(
    r"(?:连续(?:(?:[\d一二三四五六七八九十\x01]+|多)年)?|稳|跃|均|都|双双|继续|保持|名次)*"
    rf"(?:{either('rank')})(?:升?至|到|为|在)?[^，；。]{{0,16}}$"
)
LEAD = re.compile(f"^(?:{either('lead')})+")
LINK_TAIL = re.compile(f"(?:{either('tail')})+$")
TARGET = re.compile(either("target"))
