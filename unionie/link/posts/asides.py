"""What stands between a name and its posts: space, an age, 院长：, （兼）, 的; and a post that the tagger alone knows.

Enters: the clean text and a place in it. Leaves: where the posts end, or the post that the tagger marked right before
the name. Next: ``posts`` reads on from there.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from unionie.frames import Mention
from unionie.link.posts.words import Post, Posts, bare_title

__all__ = ["before_join", "marked_post", "skip_asides"]

# When somebody holds a post, before the body that it is in: 某会副主席、|首任|某工委主任.
_TERMS = ("首任", "现任", "时任", "历任")
# How old someone is, between a post and the name: 检车员|、34岁的|甲.
_AGED = re.compile("、(?:今年|现年)?[0-9]{2}岁的$")
# How a post is held, behind it: 主席（兼）、…, 副主席（挂职）|甲.
_HELD = re.compile("（(?:兼[职任]?|挂职|代|专职|主持工作|不?驻会|[正副][厅处县科]级|正职)）$")
_HELD_LONGEST = 6
# Whoever holds a post, told by the verb before it: 挂职某县副县长|的|甲.
_HOLDER = re.compile("(?:挂职|担任|曾任|现任|时任|出任)(?![^，。；、：\n]*[年月日])[^，。；、：\n]{2,20}的$")
_PARTS = ("主持人", "联系人", "联络人")  # of who chairs a meeting or answers for it, no posts
_FARTHEST = 26


def skip_asides(text: str, position: int) -> int:
    """Return where the words before ``position`` end: before space, an age, the colon of 院长：甲, （挂职）."""
    aged = _AGED.search(text, max(0, position - 8), position)
    position = aged.start() if aged else position
    while position and text[position - 1] in " 　\t":
        position -= 1
    position = _before_bracket(text, position)
    if text[position - 1 : position] == "的" and _HOLDER.search(text, max(0, position - _FARTHEST), position):
        return position - 1
    labels = position > 2 and text[position - 1] in "：:" and bare_title(text[max(0, position - 12) : position - 1])
    return position - 1 if labels and labels not in _PARTS else position


def before_join(text: str, position: int) -> int:
    """Return where the post ends that a mark, or 首任 with one, joins to ``position``; -1 where none is joined."""
    if text.endswith(_TERMS, 0, position):
        position -= 2
    return _before_bracket(text, position - 1) if position > 0 and text[position - 1] in "、兼　 " else -1


def _before_bracket(text: str, position: int) -> int:
    held = text[position - 1 : position] == "）" and _HELD.search(text, max(0, position - _HELD_LONGEST), position)
    return held.start() if held else position


def marked_post(text: str, mentions: Sequence[Mention], person: Mention) -> Posts | None:
    """Return the post that the tagger found right before the name, with the body right before that: 五队|胶工|甲."""
    index = bisect_left(mentions, person.start, key=lambda mention: mention.start) - 1
    if index < 0 or mentions[index].label != "TITLE" or mentions[index].end != person.start:
        return None
    title, before = mentions[index], mentions[index - 1] if index else None
    listed = text[title.start - 1 : title.start] in ("、", "和", "及")  # 某所民警甲、|专干|乙 is of that body too
    body = before[:2] if before is not None and (before.label, before.end) == ("ORG", title.start) else None
    if listed and body is None:
        return None
    start = body[0] if body else title.start
    return Posts((Post(body, title.start, title.end),), body, start, person.end)
