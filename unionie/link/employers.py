"""Where a person works whom no post beside the name tells: the body before a bracket, behind a verb, or said before.

Enters: clean text, its mentions, a person and the person's titles. Leaves: the stretch of the body's name, or None.
Next: ``people``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from unionie.clean.types import Block
from unionie.frames import Mention
from unionie.link.post_words import Extent

# 甲创办的|某合作社: whoever runs a body belongs to it.
_RUNS = re.compile("(?:（[^（）\\n]{1,12}）)?(?:领办|创办|开办|创建|牵头成立)的")
# The last characters of a bare post, and how the names of bodies end that have one.
_HEADED = {
    "理事长": "(?:合作社|联合社|协会|学会|商会|基金会)",
    "会长": "会",
    "经理": "(?:公司|集团)",
    "董事长": "(?:公司|集团)",
    "校长": "(?:学校|大学|[中小]学)",
    "院长": "院",
    "厂长": "厂",
    "所长": "所",
    "站长": "站",
    "场长": "场",
    "队长": "队",
    "馆长": "馆",
}
_POST = re.compile(f"(?:副)?(?:总)?({'|'.join(_HEADED)})")


def find_employer(text: str, mentions: Sequence[Mention], person: Mention, block: Block, title: str) -> Extent | None:
    """Return the body that a label, a verb or the words before give to a person; ``title``: the last of the posts."""
    at = bisect_left(mentions, person.start, key=lambda mention: mention.start)
    before = mentions[at - 1] if at else None
    alone = before and text[before.end : person.start] == "（" and text.startswith("）", person.end)
    if before and alone and before.label == "ORG":
        return before.start, before.end
    runs = _RUNS.match(text, person.end)
    behind = next((m for m in mentions[at + 1 : at + 3] if runs and m.start == runs.end() and m.label == "ORG"), None)
    if behind:
        return behind.start, behind.end
    post = _POST.fullmatch(title)
    ends = re.compile(_HEADED[post.group(1)] + "$") if post else None
    for mention in reversed(mentions[:at]):
        if ends is None or mention.start < block.start:
            return None
        if mention.label == "ORG" and ends.search(text[mention.start : mention.end]):
            return mention.start, mention.end
    return None
