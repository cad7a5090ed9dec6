"""Find works and events: 《…》 with its marks, named contests, campaigns and festivals.

Enters: clean text. Leaves: WORK and EVENT mentions. Next: ``merge``.
"""

from __future__ import annotations

import re

from unionie.frames import Mention

__all__ = ["find_events", "find_works"]

_WORK = re.compile("《[^《》\n]{1,80}(?:《[^《》\n]{1,40}》[^《》\n]{0,40})?》")
_KIND = "(?:锦标赛|邀请赛|挑战赛|竞赛|大赛|比赛|擂台赛|联赛|运动会|艺术节|文化节|旅游节|博览会|交易会|论坛)"
_EVENTS = (
    re.compile(f"第[一二三四五六七八九十百\\d]{{1,4}}届[\u4e00-\u9fff“”]{{1,16}}?{_KIND}"),
    re.compile("[“「][\u4e00-\u9fffA-Za-z]{1,8}杯[”」](?:[\u4e00-\u9fff]{0,8}?" + _KIND + ")?"),
)


def find_works(text: str) -> list[Mention]:
    """Return WORK mentions: titles in book marks, with the marks."""
    return [Mention(match.start(), match.end(), "WORK", "work.marks", {}) for match in _WORK.finditer(text)]


def find_events(text: str) -> list[Mention]:
    """Return EVENT mentions: contests and festivals with an ordinal or a cup for their name."""
    return [
        Mention(match.start(), match.end(), "EVENT", "event.contest", {})
        for pattern in _EVENTS
        for match in pattern.finditer(text)
    ]
