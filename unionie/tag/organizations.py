"""Find organizations: a head noun on the right, grown left over places, ordinals, proper and descriptive words.

Enters: ``Words`` and their kinds after ``places`` marked what is a place. Leaves: ORG mentions with ``type``.
Next: ``aliases`` adds the short forms that the text defines, ``merge`` drops what stands inside.

A run is what no name is crossed by (verbs, prepositions, conjunctions, punctuation). In a run, heads cut segments;
a segment with something specific in it opens a name, and the parts behind it (department, team) join it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from unionie.frames import Mention
from unionie.tag.lexicon import lexicon
from unionie.tag.words import Words

__all__ = ["find_organizations", "organization_type"]

_RUN = re.compile("[PAGIOHFBbSDXxNWvMER]*[HFBbS]")
_HEAD = re.compile("[HFBbS]")
_SHORT_UNION = re.compile(
    "(?<![全我本该各])[省市区县州旗]总(?=副主席|主席|党组|机关|本级|联合|组织|还|在|与|和|及|对|向|为|将|已|的(?!人|面|产)|[、，。；：”）]|\\s|$)"
)
_LONGEST = 30
_POST_STARTS = frozenset("副 常务 总 代 原".split())
_DEPARTMENTS = ("部", "局", "厅", "庭", "科", "常委会", "政法委", "纪委")
_COMMON_BODIES = frozenset("党支部 团支部 营业部 门诊部 俱乐部 项目部 事业部".split())


def find_organizations(words: Words, kinds: str, known: Sequence[Mention] = ()) -> list[Mention]:
    """Return ORG mentions in text order; ``known`` ones (short forms) may take parts behind them: 中心|业务科."""
    wholes: dict[int, Mention] = {}
    letters = list(kinds)
    for mention in (*known, *_short_unions(words)):
        first, last = bisect_left(words.starts, mention.start), bisect_left(words.starts, mention.end) - 1
        if _is_free(words, kinds, first, last):
            letters[first:last] = "V" * (last - first)
            letters[last] = "S"
            wholes[last] = mention
    kinds = "".join(letters)
    mentions = []
    for run in _RUN.finditer(kinds):
        mentions += _read_run(words, kinds, run.span(), wholes)
    return mentions


def _is_free(words: Words, kinds: str, first: int, last: int) -> bool:
    """Tell whether a short form stands for itself: 中心 is no alias in 帮扶中心 or 中心城区."""
    if first and kinds[first - 1] in "DXxBHAPO" and kinds[first] in "BHFb":
        return False
    return not (kinds[last] in "BHFb" and kinds[last + 1 : last + 2] in {"N", "A"})


def _short_unions(words: Words) -> list[Mention]:
    """Return 市总, 区总 … where they stand for a federation of unions."""
    return [
        Mention(match.start(), match.end(), "ORG", "org.union-short", {"type": "union"})
        for match in _SHORT_UNION.finditer(words.text)
        if match.start() in words.edges
    ]


def _read_run(words: Words, kinds: str, run: tuple[int, int], wholes: dict[int, Mention]) -> list[Mention]:
    start, end = run
    found: list[Mention] = []
    opened: int | None = None
    last = start
    position = start
    for match in _HEAD.finditer(kinds, start, end):
        index = match.start()
        if opened is not None and not _joins(words, kinds, position, index):
            found += _close(words, kinds, opened, last, wholes)
            opened = None
        if opened is None:
            opened = _left_edge(words, kinds, position, index)
        if opened is not None:
            last = index + 1
        position = index + 1
    if opened is not None:
        found += _close(words, kinds, opened, last, wholes)
    return found


def _close(words: Words, kinds: str, first: int, last: int, wholes: dict[int, Mention]) -> list[Mention]:
    whole = wholes.get(first)
    start, end = whole.start if whole else words.starts[first], words.starts[last]
    if end - start < 2 or end - start > _LONGEST:
        return []
    heads = [words.word(index) for index in range(first, last) if kinds[index] in "HFBbS"]
    kind = whole.attrs["type"] if whole else organization_type(heads)
    return [Mention(start, end, "ORG", whole.rule if whole else "org.head", {"type": kind})]


def organization_type(heads: list[str]) -> str:
    """Return the type of the last head that has one; a part without its own type takes that of the body it belongs to."""
    types = lexicon().types
    known = [types.get(head) or _guess_type(head) for head in heads]
    for kind in reversed(known):
        if kind != "other":
            return kind
    return "other"


def _guess_type(head: str) -> str:
    for endings, kind in (
        (("医院", "卫生院"), "hospital"),
        (("公司", "集团", "厂", "银行", "支行", "矿"), "company"),
        (("大学", "学院", "中学", "小学", "学校", "研究所", "研究院"), "school"),
        (("法院", "检察院"), "court"),
        (("局", "厅", "委员会", "政府"), "government"),
        (("日报", "晚报", "电视台", "新闻社"), "media"),
        (("工会",), "union"),
    ):
        if head.endswith(endings):
            return kind
    return "other"


def _joins(words: Words, kinds: str, first: int, head: int) -> bool:
    """Tell whether the segment ``first:head`` with its head is a part of the name before it."""
    segment = kinds[first:head]
    if kinds[head] == "S":
        return False
    if not segment:
        return kinds[head] != "F"
    if segment[0] in "AG" or "v" in segment[:1] or len(segment) > 5:
        return False
    if segment[0] == "P" and kinds[head] not in "HFBb":
        return False
    if kinds[head] == "b":
        return words.word(head) not in "系组" or len(segment) > 1
    return True


def _left_edge(words: Words, kinds: str, first: int, head: int) -> int | None:
    """Return the word with which the name that ends in ``head`` begins, None if nothing makes it a name."""
    if kinds[head] == "S" or (head == first and _stands_alone(words, kinds, head)):
        return head
    anchor = _anchor(words, kinds, first, head)
    if anchor is not None:
        return anchor
    edge = first
    while edge < head and kinds[edge] in "NvWMDI" and (kinds[edge] != "D" or "X" in kinds[edge:head]):
        if kinds[edge] == "I" and edge == head - 1:
            break
        edge += 1
    return edge if edge < head and _is_specific(words, kinds, edge, head) else None


def _stands_alone(words: Words, kinds: str, head: int) -> bool:
    """Tell whether a bare department before a post is a name: 宣传部|部长, 立案庭|副庭长."""
    if kinds[head + 1 : head + 2] not in {"T", "X"} or words.word(head + 1) not in _POST_STARTS and kinds[head + 1] != "T":
        return False
    word = words.word(head)
    return len(word) > 2 and word.endswith(_DEPARTMENTS) and word not in _COMMON_BODIES


def _anchor(words: Words, kinds: str, first: int, head: int) -> int | None:
    """Return where the leftmost chain of places, levels or scopes begins that the head may belong to."""
    for index in range(first, head):
        kind = kinds[index]
        if kind in "PG":
            break
        if kind == "A" and (index == first or kinds[index - 1] in "NWT") and words.word(index) not in {"社区", "地区", "示范区", "林区"}:
            break
        if kind == "A" and index > first:
            index = first + len(kinds[first:index].rstrip("Xx"))
            break
    else:
        return None
    while index > first and kinds[index - 1] == "X" and words.starts[index] - words.starts[index - 1] > 1:
        index -= 1
    if kinds[head] in "bB" and kinds[index:head].strip("PAG") == "" and kinds[head + 1 : head + 2] != "T":
        return None
    middle = kinds[index:head]
    return index if "v" not in middle[-6:-4] and len(middle) <= 9 else None


def _is_specific(words: Words, kinds: str, edge: int, head: int) -> bool:
    middle = kinds[edge:head]
    if kinds[head] in "Bb":
        return kinds[head + 1 : head + 2] == "T" or "O" in middle
    if "O" in middle or "E" in middle or middle == "I":
        return True
    if kinds[head] == "F":
        return bool(middle.strip("NvW"))
    proper = sum(
        words.starts[index + 1] - words.starts[index] for index in range(edge, head) if kinds[index] in "Xx"
    )
    return proper > 1 or (words.word(head) in {"集团", "日报", "晚报"} and "D" in middle)
