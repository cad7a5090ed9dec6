"""Names of persons at their own edges: 给|甲乙丙 and 甲乙|分列二、三名 cut, 令狐|平 made whole.

Enters: a PERSON mention that the tagger found. Leaves: the same at its own edges, or None where it names a time.
Next: ``join``.
"""

from __future__ import annotations

import re

from unionie.frames import Mention
from unionie.tag.lexicon import name_parts

_TIMES = frozenset({"次年", "同年", "翌年", "当年", "年初", "年底", "全年", "周年"})
# A verb before the name; the end of a unit's name, which other words of it stand before.
_BEFORE = re.compile("[给让](?=[一-鿿]{2})|(?<=[一-鿿])[科室队组处所站庭](?=[一-鿿]{2})")
_HAN = re.compile("[一-鿿]")
_BEHIND = re.compile("(?<=[一-鿿]{2})(?:[分均各](?=[获列别记夺])|双(?=双))")


def trim_person(text: str, mention: Mention) -> Mention | None:
    """Return a PERSON mention of ``text`` without the words beside the name, or None where it is none."""
    name = text[mention.start : mention.end]
    if name in _TIMES:
        return None
    if name in name_parts().compounds and _HAN.match(text, mention.end):
        return mention._replace(end=mention.end + 1, attrs={})
    before = _BEFORE.match(text, mention.start)
    start = before.end() if before and mention.end - before.end() > 1 else mention.start
    behind = _BEHIND.match(text, mention.end - 1)
    end = mention.end - 1 if behind and mention.end - 1 - start > 1 else mention.end
    return mention if (start, end) == (mention.start, mention.end) else mention._replace(start=start, end=end, attrs={})
