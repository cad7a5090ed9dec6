"""What opens a piece of news before its first sentence: 本报讯（记者 甲）, 新华社临江10月8日电, （通讯员 乙）.

Enters: the clean text and where a paragraph begins. Leaves: where its first sentence does. Next: ``segment`` cuts
there, so that neither the paper nor the reporter is taken for whose the first figure is.
"""

from __future__ import annotations

import re

__all__ = ["skip_dispatch"]

_OPENING = re.compile(
    r"[ \u3000]*(?:"
    r"(?:本[报网台刊社]|[\u3400-\u9fff]{2,8}[报网台社])[^，。；：！？\n（(]{0,14}?[讯电](?=[（(：\u3000 ])"
    r"|[\u3400-\u9fff]{2,8}[网台社]消息(?=[：（(])|【[^】\n]{0,24}[讯电]】|[【〔［](?:本报)?记者[^【】〔〕［］\n]{1,40}?报[导道][】〕］]|(?=（[^（）\n]{0,20}(?:记者|通讯员|特派员)))"
    r"(?:（[^（）\n]{1,60}）)?[：\u3000 ]*"
    r"(?:(?:记者|通讯员)[\u3000 ]?[\u3400-\u9fff·\u3000、]{2,20}?(?:报道|文)[：\u3000 ，]*)?"
)


def skip_dispatch(text: str, start: int, end: int) -> int:
    """Return the end of what opens a piece of news at ``start``, or ``start`` where nothing does or nothing follows."""
    opening = _OPENING.match(text, start, end)
    return opening.end() if opening and opening.end() < end else start
