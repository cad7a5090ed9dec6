"""Where the holder of a post works whose organization stands earlier: 该校教师甲, 某队获A，队长乙.

Enters: the clean text, its mentions and a post. Leaves: the stretch of the organization. Next: ``posts``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from unionie.frames import Mention
from unionie.link.post_words import Extent, Post

THAT = "(?:公司|集团|中心|合作社|车间|工会|[校院厂局队站所行矿段社馆园村])"
# 该校 and how the body ends that it means.
_MEANT = re.compile(f"该({THAT})的?$|(?<![一-鿿])(合作社|中心)$")
_ENDS = {
    "校": "(?:学校|[中大小]学|学院|校)",
    "公司": "(?:公司|集团)",
    "集团": "(?:公司|集团)",
    "行": "(?:银行|[一-鿿]行)",
}
# How the names of the bodies end that somebody with this title heads.
_HEADS = {
    "护士长": "科室区院部",
    "主任": "科室心部办",
    "主席": "会",
    "会长": "会",
    "院长": "院",
    "校长": "校学",
    "队员": "队",
    "队长": "队",
    "教练": "队",
    "班长": "班",
    "组长": "组",
    "团长": "团",
}
# What a mention may leave out of the name of a unit behind its body: 某管理所|继|保一班.
_GAP = re.compile("[一-鿿]?(?<![和及与或的在由被驻对])")
_FAR = 200


def meant_body(text: str, mentions: Sequence[Mention], at: int) -> Extent | None:
    """Return the body named earlier in the paragraph that 该校 before ``at`` means: 县二中排球队获A，该校教师甲…."""
    that = _MEANT.search(text, max(0, at - 6), at)
    if that is None:
        return None
    word = that.group(1) or that.group(2)
    ends = re.compile(".*" + _ENDS.get(word, word))
    index = bisect_left(mentions, that.start(), key=lambda mention: mention.start) - 1
    while index >= 0 and at - mentions[index].end <= _FAR and "\n" not in text[mentions[index].end : at]:
        body = ends.match(text, mentions[index].start, mentions[index].end) if mentions[index].label == "ORG" else None
        if body:
            return link_start(text, mentions, index), body.end()
        index -= 1
    return None


def headed(text: str, mentions: Sequence[Mention], post: Post) -> Extent | None:
    """Return the organization named earlier in the sentence that the title heads: …速裁庭获A，庭长顾盼 …."""
    title = text[post.start : post.end].removeprefix("副")
    heads = _HEADS.get(title, title[-2:-1] if title[-1] == "长" and len(title) < 4 else "")
    if not heads:
        return None
    index = bisect_left(mentions, post.start, key=lambda mention: mention.start) - 1
    while index >= 0 and post.start - mentions[index].end <= 60:
        mention = mentions[index]
        between = text[mention.end : post.start]
        if "。" in between or "\n" in between:
            break
        if mention.label == "ORG" and text[mention.end - 1] in heads:
            return mention.start, mention.end
        index -= 1
    return None


def link_start(text: str, mentions: Sequence[Mention], index: int) -> int:
    """Return where the organization begins, a place or parent organization right before it included."""
    start = mentions[index].start
    while (
        index > 0
        and mentions[index - 1].label in ("ORG", "LOC")
        and _GAP.fullmatch(text, mentions[index - 1].end, start)
    ):
        index -= 1
        start = mentions[index].start
    return start
