"""Heads of bureaus whose name and title share a character: 县教育局长 is the 局长 of the 县教育局.

Enters: text, its mentions and where the words before a name end. Leaves: the ``Post``, its body one character into its
title, or None. Next: ``posts``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from unionie.frames import Mention
from unionie.link.posts.words import Post

__all__ = ["bureau_head", "skip_honour"]

_HEAD = re.compile("(?<![副原前老总正时任代和与、局处厅署所])[局处厅署所班队科段站]长$")
_BUREAUS = "局处厅署所"  # a team is named whole: 某化工检修班|长
# What a body's name ends with whose head is told by a word of its own: 县委办公室|处长, 某公司|所长.
_WHOLE = re.compile("(?:[局处厅署所部委会府院校厂站室社]|公司|集团|中心|大队|支队|政府)$")
# The name of a bureau that no mention covers: 市民政局.
_BUREAU = re.compile("(?<![一-鿿])[省市区县州旗盟][一-鿿]{2,6}[局厅处]$")
# How a model worker is called who has the honour, and behind its full name: 省劳模, 省五一劳动奖章|获得者.
_MODEL = re.compile(
    "[、，](?:全国|自治区|[省市县区州旗盟])(?:级)?(?:劳模|劳动模范|先进工作者|工匠|道德模范|三八红旗手)$"
)
_WINNER, _WINNER_LONGEST = re.compile("(?:称号)?(?:获得者|得主)$"), 5
_REACH = 12  # characters


def bureau_head(text: str, mentions: Sequence[Mention], index: int, end: int) -> Post | None:
    """Return the post that ends at ``end``; ``index`` is that of the last mention that may stand before it."""
    head = _HEAD.search(text, max(0, end - 3), end)
    if head is None:
        return None
    shared = head.start() + 1  # where the body ends, and 长 stands
    near = takewhile(lambda mention: mention.end > shared - _REACH, reversed(mentions[: index + 1]))
    for mention in near:
        if mention.label != "ORG" or mention.end not in (shared, head.start()):
            continue
        named = head.group()[0] in _BUREAUS and not _WHOLE.search(text, mention.start, mention.end)
        if mention.end == head.start() and not named:
            return None
        return Post((mention.start, shared), head.start(), end)
    bureau = _BUREAU.search(text, max(0, shared - _REACH), shared)
    return Post((bureau.start(), shared), head.start(), end) if bureau else None


def skip_honour(text: str, mentions: Sequence[Mention], index: int, position: int) -> int:
    """Return where the posts end before an honour that is listed last: 工会主席、|市劳动模范|甲, 班长、|省劳模|乙.

    Behind a comma it is one only where a post stands before that: 大队长，|全国劳动模范|甲.
    """
    won = _WINNER.search(text, max(0, position - _WINNER_LONGEST), position)
    end = won.start() if won else position
    last = mentions[index] if index >= 0 else None
    if last is not None and last.label == "AWARD" and last.end == end:
        mark = last.start - 1
    else:
        model = _MODEL.search(text, max(0, end - _REACH), end)
        mark = model.start() if model else -1
    if mark < 0 or text[mark] not in "、，":
        return position
    posted = any(m.label == "TITLE" and m.end == mark for m in mentions[max(0, index - 2) : index + 1])
    return mark if text[mark] == "、" or posted else position
