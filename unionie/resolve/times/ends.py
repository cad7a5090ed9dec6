"""Two times that are the ends of one stretch: 从11月18日开板，至3月14日结束; 9月1日启动、9日收官.

Enters: the clean text and its anchored times. Leaves: the times, with the stretches in their places. Next: ``periods``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from unionie.clean.types import CleanText
from unionie.values.types import Time

__all__ = ["join_ends"]

_TO = re.compile(r"[^，。；：！？\d\n]{0,12}，?[到至]")
_BEGINS = re.compile("[^。！？\n]{0,16}?(?:启动|开[幕展赛园馆板镰秤耕播]|开始|拉开)(?![^。]*。)")
_ENDS = re.compile(r"[^，。；\d]{0,4}?(?:收官|闭[幕展馆园]|结束|落幕|截止|收[兵镰]|圆满)")
_AND = re.compile("[、和与及]")
_JOINTLY = re.compile("(?:[两三四]个?[月年]|期间)?，?(?:共(?!同)|合计|累计|各(?![级界地类方种项单])|均|都)")
_EVENT_TOLD = 60  # characters
_BETWEEN = 14  # characters


def join_ends(clean: CleanText, times: Sequence[Time]) -> list[Time]:
    """Return the times, with one stretch for 自2020年1月环资庭成立|到2022年12月 and 从11月18日开板，|至3月14日结束."""
    found: list[Time] = []
    for time in times:
        first = found[-1] if found else None
        if first and first.from_ and time.from_ and first.from_ < time.from_ and _reaches(clean, first, time):
            found[-1] = replace(time, from_=first.from_, kind="range", stock=False)
        elif first and first.from_ and time.from_ and first.from_ < time.from_ and _closes(clean, first, time):
            found.append(replace(time, from_=first.from_, kind="range", stock=False))
        elif first and first.from_ and first.until and _is_joint(clean, first, time):
            found.append(replace(time, from_=first.from_, kind="range"))
        else:
            found.append(time)
    return found


def _is_joint(clean: CleanText, first: Time, last: Time) -> bool:
    """Return whether one value is of two months or years in a row: 3月、|4月|各办2场, 7月和|8月|共接待860人."""
    follows = first.until == last.from_ and _AND.fullmatch(clean.text, first.end, last.start)
    return bool(follows and _JOINTLY.match(clean.text, last.end))


def _reaches(clean: CleanText, first: Time, last: Time) -> bool:
    """Return whether two times are the ends of one stretch, what happened at its start between them."""
    opens = clean.text[first.start - 1 : first.start] in ("自", "从") or first.text[0] in "自从"
    words = clean.text[first.end : last.start]
    return opens and len(words) <= _BETWEEN and _TO.fullmatch(words) is not None


def _closes(clean: CleanText, first: Time, last: Time) -> bool:
    """Return whether something begins on one day and ends on another: 9月1日启动、|9日收官|; 2日开展…；至18日闭展."""
    if first.kind != "date" or last.kind != "date" or last.start - first.end > _EVENT_TOLD:
        return False
    return bool(_BEGINS.match(clean.text, first.end, last.start) and _ENDS.match(clean.text, last.end))
