"""Places that the text itself proves: said once with what they are, and members of a list that says what they are.

Enters: text and mentions, sorted and disjoint. Leaves: the same with 甲阳 a place where 甲阳县 is one and nothing else
covers it, and with all of 甲坪、乙畈两个安置点 places, whatever they were taken for. Next: ``component``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from unionie.frames import Mention
from unionie.tag.given import RULE
from unionie.tag.hierarchy import names_area
from unionie.tag.places import area_of
from unionie.tag.words import find_occurrences

__all__ = ["add_proven"]

_HAN_NAME = "(?:(?!等)[一-鿿]){2,6}"
_LIST = re.compile(
    f"(?:(?<=[\\n，。；：（　])|(?<=[在对到、]))(?P<names>{_HAN_NAME}(?:、{_HAN_NAME})+)"
    "等?[两二三四五六七八九十0-9]+个?(?:边境|集中|易地搬迁|行政|自然|民族)?(?:街道|[镇乡村]|嘎查|苏木|安置点|古镇|小组|口岸|港区|县|区)(?![干委民支级域政直企办书党])"
)
_MEMBER = re.compile(_HAN_NAME)
# Where a short name stands as one: between marks, behind 在 and the like; before what is said of a place.
_BEFORE = frozenset("\n，。、；：！？　（的在与和于至到赴从转予自进往离")
_BEHIND = re.compile(
    "[，。、；：！？”）\\n“与和为籍之]|人(?![民大口才社力均事工物])|[全境][省市县区镇乡村内]|一带|结对|的(?!一)"
)
# A whole name that opens a longer one: 甲县第三次代表大会, 甲县议会.
_OPENS = re.compile("[一-鿿]{0,4}第|议会|五一|妇女|[一-鿿]{0,4}(?:开发区|[会局办委队站所])")
# Frames that want a place: 地处X，, 南下X，, X一带, 是X人，, X籍. Alone they prove areas, and what ends like a hamlet.
_FRAME = re.compile(
    "(?:地处|坐落于|南下|北上|南抵|北至|运抵|驰援|家住|远赴)(?P<to>[一-鿿]{2,3})(?=[，。；、）\n])"
    "|(?<=[，。；、和与从\n])(?P<about>[一-鿿]{2,3})(?=一带)"
    "|(?<=[，。；、和与是\n])(?P<of>[一-鿿]{2,3})(?=籍|人，)"
)
_HAMLET = re.compile(
    "[一-鿿]{2}[山河江湖岛岭峰坡岗冈坪坝塬沟谷峪湾塆畈冲坳圩埠堰塘洼台庄屯堡寨营铺集店桥渡源溪洲滩嘴梁峁墩]"
)


def add_proven(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions of ``text`` with the places that it proves."""
    listed = _as_listed(text, mentions)
    more = list(_find_repeats(text, listed))
    return sorted([*listed, *more], key=lambda mention: mention.start) if more else listed


def _as_listed(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions with the members of lists that say what they are made places."""
    known = {(mention.start, mention.end): mention for mention in mentions}
    found: list[Mention] = []
    for match in _LIST.finditer(text):
        members = [each.span() for each in _MEMBER.finditer(text, *match.span("names"))]
        for place, (start, end) in enumerate(members):
            mention = known.get((start, end))
            if mention is None and place and not _overlaps(start, end, mentions):
                found.append(Mention(start, end, "LOC", "place.list", {}))
            elif mention is not None and mention.label == "PERSON" and mention.rule != RULE:
                known[start, end] = mention._replace(label="LOC", rule="place.list", attrs={})
    return sorted([*known.values(), *found], key=lambda mention: mention.start) if found else [*known.values()]


def _overlaps(start: int, end: int, mentions: Sequence[Mention]) -> bool:
    return any(mention.start < end and start < mention.end for mention in mentions)


def _find_repeats(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield places that nothing covers: named elsewhere with what they are, or where only a place can stand."""
    taken = bytearray(len(text))
    names: set[str] = set()
    for mention in mentions:
        taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
        if mention.label in ("LOC", "ORG"):
            names.update(area_of(text[mention.start : mention.end]) or ())
    for start, end in find_occurrences(text, names) if names else ():
        if taken.find(1, start, end) < 0 and _stands(text, start, end):
            taken[start:end] = b"\1" * (end - start)
            yield Mention(start, end, "LOC", "place.repeat", {})
    for match in _FRAME.finditer(text):
        start, end = match.span(match.lastgroup or 0)
        hamlet = match.lastgroup != "of" and _HAMLET.fullmatch(text, start, end)
        if taken.find(1, start, end) < 0 and (hamlet or names_area(text[start:end])):
            yield Mention(start, end, "LOC", "place.frame", {})


def _stands(text: str, start: int, end: int) -> bool:
    """Tell whether the name stands for the place there, alone or with what it is."""
    if text[start:end][-1] in "县旗镇乡村":
        return text[start - 1 : start] not in {"“", "团", "《"} and _OPENS.match(text, end) is None
    return (not start or text[start - 1] in _BEFORE) and _BEHIND.match(text, end) is not None
