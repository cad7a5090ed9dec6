"""Where the name of an organization begins: the edge left of its first head.

Enters: ``Words``, kinds, the run's first word and the head. Leaves: the word with which the name opens, or None if
nothing makes it a name. Next: ``organizations`` reads runs with it.
"""

from __future__ import annotations

import re

from unionie.tag.lexicon import lexicon, word_set
from unionie.tag.words import Words

__all__ = ["left_edge", "recipient_edge"]

_HONOURED = re.compile("[^，。；\n]{0,24}(?:获|被评|被授|荣)")
_BUILDS = frozenset({"建设", "创建", "打造", "共建", "建立"})
_GIVES = re.compile("(?:获|获得|荣获|获评|评为|授予|命名为|认定为|创建|争创)[“「]?$")
_CLINICS = ("科", "部", "室", "中心", "队", "班", "组", "团队")
_POST_STARTS = frozenset(["副", "常务", "总", "代", "原"])
_DEPARTMENTS = ("部", "局", "厅", "庭", "科", "常委会", "政法委", "纪委")


def left_edge(words: Words, kinds: str, first: int, head: int) -> int | None:
    """Return the word with which the name that ends in ``head`` begins, None if nothing makes it a name."""
    if kinds[head] == "S" or (head == first and _stands_alone(words, kinds, head)):
        return head
    if (
        head - first <= 1
        and head
        and kinds[head] in "HB"
        and words.word(head - 1) in word_set("house-before")
        and kinds[head - 1] in "HFbI"
    ):
        return head - 1 if lexicon().types.get(words.word(head)) in {"union", "party"} else None
    anchor = _anchor(words, kinds, first, head)
    if anchor is not None:
        return anchor if anchor >= 0 else None
    edge = head
    company = lexicon().types.get(words.word(head), "company") == "company"
    while edge > first and (kinds[edge - 1] in "XxDOENIMbQH" or (company and kinds[edge - 2 : edge] == "Xv")):
        edge -= 1
    while edge < head and kinds[edge] in "NvMDI" and (kinds[edge] != "D" or "X" in kinds[edge:head]):
        if kinds[edge] == "I" and edge == head - 1:
            break
        edge += 1
    if edge >= head or not _is_specific(words, kinds, edge, head):
        return None
    return edge - 1 if _lacks_first(words, kinds, edge) else edge


def _stands_alone(words: Words, kinds: str, head: int) -> bool:
    """Tell whether a bare department before a post is a name: 宣传部|部长, 立案庭|副庭长."""
    word = words.word(head)
    opens = head == 0 or kinds[head - 1] in ".V"
    clinic = kinds[head] == "B" and len(word) > 2 and lexicon().types.get(word) == "hospital"
    if opens and clinic and word.endswith(_CLINICS) and _HONOURED.match(words.text, words.starts[head + 1]):
        return True
    following = kinds[head + 1 : head + 2]
    if following != "T" and not (following and words.word(head + 1) in _POST_STARTS):
        return False
    return len(word) > 2 and word.endswith(_DEPARTMENTS) and word not in word_set("common-body")


def _anchor(words: Words, kinds: str, first: int, head: int) -> int | None:
    """Return where the leftmost place, level or scope begins that the head may belong to; -1 if it bars a name."""
    for index in range(first, head):
        kind = kinds[index]
        if kind in "PGQ":
            break
        if kind == "A" and words.word(index) not in {"社区", "地区", "示范区", "林区"}:
            break
    else:
        return None
    start = words.starts[index]
    if kinds[index] == "A" and words.text[start - 1 : start] in {"全", "我", "本", "该", "各", "某", "外", "跨"}:
        return -1
    if kinds[index] == "A" and words.word(index + 1) in {"基层", "所有", "直属", "各"}:
        return -1
    if any(words.word(at) in word_set("many") for at in range(index + 1, head)) or _lists_levels(words, kinds, index):
        return -1
    for at in range(head - 1, index + 1, -1):
        if kinds[at] in "PAG" and words.word(at - 1) in _BUILDS:
            index = at
            break
    if kinds[index] == "G" and not _scope_fits(words, kinds, index, head):
        return -1
    scoped = index - 1 == first and kinds[first] == "X" and words.starts[index] - words.starts[first] > 1
    if scoped or _is_inner_level(words, kinds, index):
        index -= 1
    if kinds[head] in "bB" and kinds[index:head].strip("PAG") == "" and kinds[head + 1 : head + 2] != "T":
        return None
    if any(kinds[at] == "M" and words.word(at)[-1] in "家个所座名位条批项" for at in range(index, head)):
        return -1
    middle = kinds[index:head]
    if middle == "A" and words.word(head) in {"公司", "集团", "学校", "企业"}:
        return -1
    return index if "v" not in middle[-6:-4] and len(middle) <= 9 else None


def _is_class(words: Words, middle: str, head: int) -> bool:
    """Tell whether 国家 before the head makes a class of bodies (国家…学院, 国家…实验室), not the name of one."""
    word = words.word(head)
    if word.endswith("中心") and "D" in middle:
        return False
    return lexicon().types.get(word) in {"school", "hospital", "company"} or word.endswith(("实验室", "工厂", "政府"))


def _is_inner_level(words: Words, kinds: str, index: int) -> bool:
    """Tell whether a level of one character stands inside a name: the 州 of 崖州湾."""
    if not 0 < index < len(kinds) - 1 or kinds[index] != "A" or kinds[index - 1] + kinds[index + 1] != "XX":
        return False
    opens = index == 1 or kinds[index - 2] in ".V"
    return opens and words.starts[index + 2] - words.starts[index - 1] == 3


def _lists_levels(words: Words, kinds: str, index: int) -> bool:
    """Tell whether levels of one character stand side by side: 省市县乡综治中心."""
    return kinds[index : index + 2] == "AA" and words.starts[index + 2] - words.starts[index] == 2


def _scope_fits(words: Words, kinds: str, scope: int, head: int) -> bool:
    """Tell whether a word of scope opens a name: 全国 does for unions and societies, not for 煤矿 or an honour."""
    if (
        words.word(scope) == "国家"
        and not kinds[scope + 1 : head].strip("NDv")
        and _is_class(words, kinds[scope:head], head)
    ):
        return False
    if words.word(scope) != "全国":
        return lexicon().heads.get(words.word(head)) != "site"
    kind = lexicon().types.get(words.word(head), "other")
    middle = range(scope + 1, head)
    if kind == "union":
        return not any(kinds[index] in "vW" or words.word(index) in word_set("praise") for index in middle)
    if (
        kind in {"company", "hospital", "school", "court"}
        or words.word(head).endswith("政府")
        or _GIVES.search(words.text, max(0, words.starts[scope] - 6), words.starts[scope])
    ):
        return False
    return not any(kinds[index] in "NvW" for index in middle)


def _lacks_first(words: Words, kinds: str, edge: int) -> bool:
    """Tell whether the one odd character of a name has another before it that is a measure elsewhere (顺|驰, 同|欣)."""
    if not edge or kinds[edge] not in "Xx" or kinds[edge + 1] in "Xx" or kinds[edge - 1] != "V":
        return False
    if words.starts[edge + 1] - words.starts[edge - 1] != 2:
        return False
    return edge == 1 or kinds[edge - 2] == "." or words.word(edge - 1) in {"同", "正", "中"}


def _is_specific(words: Words, kinds: str, edge: int, head: int) -> bool:
    middle = kinds[edge:head]
    proper = sum(words.starts[index + 1] - words.starts[index] for index in range(edge, head) if kinds[index] in "Xx")
    if kinds[head] in "Bb":
        following = kinds[head + 1 : head + 2] == "T"
        word = words.word(head)
        named = (word.endswith(("队", "班", "车间", "工作室")) and proper > 1) or (word[0] == "第" and "D" in middle)
        return following or named or ("O" in middle and _is_ordinal(words, kinds, edge, head))
    if words.word(head) in word_set("anchored"):
        return middle == "I"
    if middle[:1] == "E" and not middle.strip("EN") and words.word(head) in word_set("common-house"):
        return False
    if "E" in middle or middle == "I" or ("O" in middle and _is_ordinal(words, kinds, edge, head)):
        return True
    if words.word(head) == "学院" and middle.strip("D") == "" and _opens_name(words, edge):
        return True
    if kinds[head] == "F":
        return bool(middle.strip("NvW"))
    if proper == 1 and _lacks_first(words, kinds, edge):
        return True
    if middle == "D" and words.word(head) in word_set("small-house") and _opens_name(words, edge):
        return True
    return (proper > 1 and "X" in middle) or (words.word(head) in {"集团", "日报", "晚报"} and "D" in middle)


def _is_ordinal(words: Words, kinds: str, edge: int, head: int) -> bool:
    """Tell whether an ordinal numbers a body (第三人民医院), not a session (第七届理事会)."""
    ordinals = [words.word(index) for index in range(edge, head) if kinds[index] == "O"]
    return all(word[-1] not in "届次批期轮季任个" for word in ordinals)


def _opens_name(words: Words, edge: int) -> bool:
    return edge == 0 or words.word(edge - 1) in {"（", "、", "\n", "\t", "　", "。", "，"}


def recipient_edge(words: Words, kinds: str, first: int, head: int) -> int | None:
    """Return where a body without any proper name begins that opens a clause and is honoured (特勤大队一站荣立…)."""
    before = words.word(first - 1) if first else "\n"
    if before not in {"。", "，", "；", "、", "\n", "：", "和", "　"} or kinds[first] in "NWVMI" or head == first:
        return None
    return first if not set(kinds[first:head]) & set("WMG") else None
