"""Where a personal name may begin and end: surname, given name, the words around them.

Enters: ``Words`` and an offset. Leaves: the end of the name that may begin there. Next: ``people`` asks for evidence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Set

from unionie.tag.lexicon import name_parts, word_set
from unionie.tag.words import Words

__all__ = ["BEHIND_FAMILIAR", "HAN", "is_closed", "name_end", "spaced_end"]

HAN = "\u4e00-\u9fff"
_DOTS = "·•‧"
_DOTTED = re.compile(f"[{HAN}]{{1,7}}(?:[{_DOTS}][{HAN}]{{1,7}}){{1,4}}")
# Characters that write the sounds of foreign names.
_SOUND = (
    "阿埃艾安奥巴贝比彼宾波伯勃博布查达戴德登迪蒂丁杜多恩尔法菲费芬弗福富冯盖戈格根古哈汉赫亨胡华霍基吉加贾杰金卡凯康考科克肯库夸奎"
    "拉莱兰劳勒雷里利莉丽连列林隆卢鲁路伦罗洛马玛迈麦曼梅门蒙米密默莫姆穆纳娜内奈尼涅宁纽努诺欧帕潘佩彭皮珀普齐奇恰乔切琼让热日荣瑞若"
    "萨塞桑瑟森沙莎圣史什斯松苏索塔泰坦特提廷图土托瓦万威韦维温文翁沃乌武西希夏肖谢休许雅亚延扬耶伊因英尤约泽扎詹兹佐翰顿逊沁滕埔朗贡"
)
_SOUNDS = re.compile(f"[{_SOUND}]{{4,7}}")
_SOUNDED = re.compile(f"[{_SOUND}]{{2,7}}")
# Behind the name of a woman who keeps her own surname behind her husband's: 杨何蓓茵女士.
_MARRIED = re.compile("女士|太太|夫人|议员")
_SPACED = re.compile(f"([{HAN}]{{1,2}})[ \u3000]{{1,2}}([{HAN}]{{1,2}})")
_CLOSERS = re.compile(
    "同志|同学|先生|女士|老师|教授|当选|当场|师傅|会同|正在|家里|家中|家住|上前|时任|任职|人大|进行|分别|分获|可以|能够|应邀|正式|总是|领衔|率先|进入|会长|全程|生前|以及|以身|以\\d|将于|和|为了"
)
# Verbs that open a slogan with a dot (游见·山海), and no name.
_SLOGAN_VERBS = frozenset("入赴游品享趣遇探寻赏忆逛走进来去看听读")
# What stands behind a surname with 小 or 老 before it and begins no given name: 小秦|因母亲住院.
BEHIND_FAMILIAR = frozenset("因在被为从把将给跟对向")
_FRAME = frozenset({"", "\n", "：", ":", " ", "\u3000", "、", "（", "/", "／"})
_COUNTABLE = frozenset("人名个位次同起行家")
_NEVER_NAMES = "TWYHSABFGV.IORN"


def name_end(words: Words, start: int, *, strong: bool = False) -> int | None:
    """Return where the name that begins at ``start`` ends, None if none can begin there.

    ``strong`` evidence lets rare characters and dictionary words pass.
    """
    parts, text = name_parts(), words.text
    if start not in words.edges:
        return None
    other = _other_name(words, start, strong=strong)
    if other is not None:
        return other
    if text[start : start + 2] in parts.compounds:
        family = 2
    elif text[start : start + 1] in parts.surnames:
        family = 1
    else:
        return None
    married = family == 1 and text[start + 1 : start + 2] in parts.surnames and _MARRIED.match(text, start + 4)
    if married and all(char in parts.given for char in text[start + 2 : start + 4]):
        return start + 4
    for length in (family + 2, family + 1):
        if _fits(words, start, family, start + length, strong=strong):
            return start + length
    return None


def spaced_end(words: Words, start: int) -> int | None:
    """Return the end of a name set with a space (李　昊, 古　拉斯), None if there is none at ``start``."""
    parts = name_parts()
    match = _SPACED.match(words.text, start)
    if not match or not (match.group(1) in parts.surnames or match.group(1) in parts.compounds):
        return None
    given, end = match.group(2), match.end()
    index = bisect_left(words.starts, match.start(2))
    if words.kinds[index] in "TWYHSB" and words.starts[index + 1] == end:
        return None
    known = all(char in parts.given for char in given)
    if len(given) == 2 and not (
        end in words.edges and not set(given) & parts.never and (known or _stops(words.text, end))
    ):
        given, end = given[0], end - 1
    if given in parts.never or end not in words.edges or start not in words.edges:
        return None
    return end if is_closed(words.text, end) or given in parts.given else None


def is_closed(text: str, end: int) -> bool:
    """Tell whether no Chinese character follows, or one that no name holds."""
    return _stops(text, end) or text[end] in name_parts().never or _CLOSERS.match(text, end) is not None


def _stops(text: str, end: int) -> bool:
    """Tell whether punctuation or nothing follows."""
    return end >= len(text) or not "\u4e00" <= text[end] <= "\u9fff"


def _fits(words: Words, start: int, family: int, end: int, *, strong: bool) -> bool:
    """Tell whether ``start:end`` reads as a name whose surname has ``family`` characters."""
    parts, text = name_parts(), words.text
    given = text[start + family : end]
    if end > len(text) or end not in words.edges or not all("\u4e00" <= char <= "\u9fff" for char in given):
        return False
    if not parts.never.isdisjoint(given):
        return False
    if words.text[end : end + 1] in {"着", "了", "过"} and end + 1 in words.edges:
        return False
    closed = is_closed(text, end)
    index = bisect_left(words.starts, start)
    if text[start : start + 2] in parts.not_names:
        return False
    if text[start - 1 : start] in ("小", "老") and given[0] in BEHIND_FAMILIAR:
        return False
    framed = strong and _stops(text, end) and text[start - 1 : start] in _FRAME
    framed = framed and (words.kinds[index] in "DvXxNV" or words.starts[index + 1] - start == 1)
    if not (framed or _reads_as_name(words, start, family, end, strong=strong)):
        return False
    if (given[-1] in parts.weak and not _stops(text, end)) or (given[-1] == "一" and text[end : end + 1] in _COUNTABLE):
        return False
    unusual = sum(char not in parts.given for char in given)
    if text[start] in word_set("preposition") and not framed:
        return unusual == 0 and not (text[start] == "和" and _goes_on(words, end))
    return unusual == 0 or (strong and (closed or unusual < len(given)))


def _goes_on(words: Words, end: int) -> bool:
    """Tell whether a noun follows, to which the words before ``end`` belong (和|德育|管理者)."""
    index = bisect_left(words.starts, end)
    return index < len(words.kinds) and (words.word(index) == "代表" or words.word(index)[-1] in "者员们")


def _reads_as_name(words: Words, start: int, family: int, end: int, *, strong: bool) -> bool:
    """Tell whether the dictionary's words at ``start:end`` allow a name: no common noun, verb or post among them."""
    text, index = words.text, bisect_left(words.starts, start)
    kind, next_start = words.kinds[index], words.starts[index + 1]
    length = next_start - start
    if length == 1 and kind == "V":
        odd = words.kinds[index + 1] in "Xx" or words.starts[index + 2] - next_start == 1
        plain = text[start] not in word_set("preposition") and words.kinds[index + 1] != "v" and is_closed(text, end)
        if not (strong and (odd or plain) and end - start > 2):
            return False
    if length > family:
        if kind in _NEVER_NAMES or (next_start == end and kind in "Dv"):
            return False
        return kind in "XP" or (strong and is_closed(text, end))
    if length == 1 and words.starts[index + 2] - next_start > 1:
        following = words.kinds[index + 1]
        whole = words.starts[index + 2] == end
        if following == "P":
            return strong and is_closed(text, end)
        return following not in "V.TWAGHSFYO" and not (following == "v" and not strong and whole)
    return True


def _other_name(words: Words, start: int, *, strong: bool) -> int | None:
    """Return the end of a name of another people: known whole, of known syllables, or with a dot."""
    parts, text = name_parts(), words.text
    end, count = start, 0
    while count < 3 and (size := _syllable_length(text, end, parts.syllables)):
        end, count = end + size, count + 1
    if count > 1 or (count == 1 and strong and is_closed(text, end)):
        return end
    if strong:
        sounds = _sounded_end(words, start)
        if sounds is not None:
            return sounds
    end, count = start, 0
    while strong and (length := _alone_length(text, end)):
        end, count = end + length, count + 1
    if end - start > 2 and end in words.edges:
        return end
    return _dotted_end(words, start)


def _syllable_length(text: str, start: int, syllables: Set[str]) -> int:
    """Return the length of the syllable of such a name that begins here, 0 if none does."""
    for size in (3, 2):
        if start + size <= len(text) and text[start : start + size] in syllables:
            return size
    return 0


def _alone_length(text: str, start: int) -> int:
    """Return the length of the whole name of another people that begins at ``start``, 0 if there is none."""
    alone, ahead = name_parts().alone, text[start : start + 5]
    for size in range(len(ahead), 1, -1):
        if ahead[:size] in alone:
            return size
    return 0


def _sounded_end(words: Words, start: int) -> int | None:
    """Return the end of a foreign name without a dot (马格韦尼亚): a run of four or more characters that sound it."""
    match = _SOUNDS.match(words.text, start)
    if (
        not match
        or words.text[match.end() : match.end() + 1] in {*_DOTS}
        or match.end() not in words.edges
        or not is_closed(words.text, match.end())
    ):
        return None
    first = bisect_left(words.starts, start)
    last = bisect_left(words.starts, match.end())
    return match.end() if all(kind in "Xx" for kind in words.kinds[first:last]) else None


def _dotted_end(words: Words, start: int) -> int | None:
    """Return the end of a name with dots (阿不都热合曼·买买提): a word, or a run of odd characters, behind each dot."""
    match = _DOTTED.match(words.text, start)
    if not match or match.group()[1] in _DOTS or not _sounds_foreign(words, match):
        return None
    opening = bisect_left(words.starts, start)
    first_dot = min(at for at in map(match.group().find, _DOTS) if at > 0) + start
    while words.starts[opening] < first_dot:
        size = words.starts[opening + 1] - words.starts[opening]
        if (
            words.kinds[opening] in "TWYHSBFG"
            or (words.kinds[opening] in "DN" and size == 2)
            or (words.starts[opening] == start and size > 1 and words.kinds[opening] in "DvN")
        ):
            return None
        opening += 1
    last = max(match.group().rfind(dot) for dot in _DOTS) + start + 1
    first = index = bisect_left(words.starts, last)
    while (
        index < len(words.kinds)
        and words.starts[index + 1] - last <= 6
        and (words.kinds[index] in "Xx" or (index == first and words.kinds[index] in "DPv"))
    ):
        index += 1
    sounds = _SOUNDED.match(words.text, last)
    if sounds and sounds.end() in words.edges and sounds.end() > words.starts[index]:
        return sounds.end()
    return words.starts[index] if index > first and words.starts[first] == last else None


def _sounds_foreign(words: Words, match: re.Match[str]) -> bool:
    """Tell whether no ordinary word follows a dot (03版·民生 is no name)."""
    for dot in re.finditer("[·•‧]", match.group()):
        index = bisect_left(words.starts, match.start() + dot.end())
        if index >= len(words.kinds) or words.kinds[index] in "HBSTWVAFGP.":
            return False
        size = words.starts[index + 1] - words.starts[index]
        sounds = _SOUNDED.fullmatch(words.word(index)) is not None
        if (words.kinds[index] in "DvN" and size == 2 and not sounds) or (words.kinds[index] in "Dv" and size > 3):
            return False
    return match.group()[0] not in _SLOGAN_VERBS
