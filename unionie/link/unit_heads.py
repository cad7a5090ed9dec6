"""Units without a name of their own at the head of a clause: 胸痛中心|收治, 县财政|拿出, 各卫生院|接诊.

Enters: a text and where its clauses begin. Leaves: where such units stand. Next: ``clause_heads``.

A unit is a noun phrase that ends in the head of an organization or facility and stands before a verb or what it does;
before a number, 达到 or 增长 it is what is counted, before 的 or 建设 it belongs to what follows.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from unionie.tag.lexicon import word_set
from unionie.tag.words import Words, cut_words

__all__ = ["find_units"]

_OPENS = frozenset("AGPIOQXDNEWHBFbS")
_INSIDE = frozenset("AGPIOQXxDNEWHBFbSv")
_HEADS = frozenset("HBFS")
_LONGEST = 14  # characters
_ALONE = 3  # characters of a unit of one word
_DEPARTMENTS = ("科", "队", "室", "股")
_SESSIONS = ("大会", "代会", "会议", "赛", "银行", "政府", "大学")
_FUNCTION = frozenset(
    "的和与及等内里外上中下由从在对将把被向了以于并或每第其各该本按据所之这那又也就还而给因同跟让使如到至自往后前"
)
_EVERY = frozenset(["各"])
_ADVERB = re.compile(
    r"(?:\s|今年|全年|年内|共|累计|日均|已经?|还|先后|又|也|则|再|每年|每月|率先|主动|积极|就|均|都|目前|现|同时|专门|及时|全部|当天|当年)*"
)
_NO_DEED = re.compile(
    r"达|增|减|降|升|提高|扩|为|是|占|比|较|同比|覆盖|分别|实现全|突破|超过|发展到|建设|工作|管理|发展|改革|运行|组织|债务|经费|专项|建|铺|布|加到"
    r"|(?:补助|资助|贷款)[0-9一二三四五六七八九十两几近约占]|要|有[0-9一二三四五六七八九十两几近约]"
)


def find_units(text: str, places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield start and end of the units that stand at the given places."""
    words = cut_words(text)
    for place in places:
        index = bisect_left(words.starts, place)
        if index < len(words.kinds) and words.starts[index] == place:
            end = _read_unit(words, index)
            if end is not None:
                yield place, end


def _read_unit(words: Words, first: int) -> int | None:
    """Return where the unit that begins with this word ends, None if none does or it does nothing."""
    if words.kinds[first] not in _OPENS and words.word(first) not in _EVERY:
        return None
    start, end, last = words.starts[first], None, first
    for index in range(first, len(words.kinds)):
        word = words.word(index)
        stop = words.starts[index + 1]
        if stop - start > _LONGEST or (index > first and words.kinds[index] not in _INSIDE):
            break
        if words.kinds[index] in _HEADS or word in word_set("facility"):
            end, last = stop, index
    if (
        end is None
        or words.text.endswith(_SESSIONS, start, end)
        or (last == first and end - start < _ALONE and not words.text.endswith(_DEPARTMENTS, start, end))
    ):
        return None
    return end if _does(words, end) else None


def _does(words: Words, end: int) -> bool:
    """Return whether a verb stands behind the unit, adverbs aside, that tells what it does."""
    adverb = _ADVERB.match(words.text, end)
    place = adverb.end() if adverb else end
    index = bisect_left(words.starts, place)
    if index >= len(words.kinds) or words.starts[index] != place or _NO_DEED.match(words.text, place):
        return False
    return words.kinds[index] in "vVx" and words.word(index) not in _FUNCTION
