"""Find units without a name of their own that the report treats as bodies (数控系, 三车间, 游泳队), and teams.

Enters: ``Words`` and kinds, and what stands already (bodies, people). Leaves: ORG mentions of the rules ``org.unit``
and ``org.team``: named after a person or by a word in quotation marks, 穆青山劳模创新工作室, “雪豹”攻关团队.
Next: ``merge`` drops what stands inside a longer name.

A noun phrase that ends in the head of a body or part is such a unit, everywhere in the report, where it has a post
(数控系副主任汪国栋), stands in brackets behind a person (即学礼（数控系）), or is numbered beside others of its
kind (一车间 … 三车间).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from unionie.frames import Mention
from unionie.tag.lexicon import word_set
from unionie.tag.organizations import organization_type
from unionie.tag.words import Words, find_occurrences

__all__ = ["find_teams", "find_units"]

_POST = re.compile(r"[HBb](?=[NxV]?[TW])")
_BRACKET = re.compile(r"[HBb](?=\.)")
_NUMBERED = re.compile(
    r"(?<![第一二三四五六七八九十百千两几数多余0-9等共])(?P<number>[一二三四五六七八九十甲乙丙丁]{1,2})(?P<unit>车间|工段|支部|分厂|工区|区队|大队|中队|作业区|标段|班(?![次级会子委组车])|队(?![员伍友长列])|[所处站院厂科室]|公司|组(?![织成建长合])|部(?![分门署委队长曲]))"
)
# A class of a school: 高一（7）班, 七年级2班; what it may be the head of stands behind it.
_CLASS = re.compile(
    r"(?:[初高][一二三]|(?<![一二三四五六七八九第])[一二三四五六七八九]年级|[12][0-9]{3}级)（?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})）?班"
    r"(?![主级长会子委干])(?:团支部)?"
)
_COUNTED = frozenset("所处站院厂科室组部")  # may count things, but 两, not 二, of them
_STUDIO = re.compile(r"(?:劳模|劳动模范|工匠|技能|大师|名师|名医|首席技师|人才|创新|技术|专家)*工作室")
_QUOTED = re.compile(
    r"(?<![国省市区县级校])“[^”“\n]{2,8}”[一-鿿A-Z]{0,5}?(?:工作室|团队|小组|服务队|突击队|志愿队|攻关队|工作站|义工队)(?![0-9一-十两几赛员长奖称])"
)
_LEFT = frozenset("DXxWNIMv")
_LONGEST = 10  # characters
_SHORTEST = 3
_REPEATED = 2


def find_units(words: Words, kinds: str, taken: Sequence[Mention], people: Sequence[Mention]) -> list[Mention]:
    """Return the units in text order; ``taken`` are the bodies found, which a unit may not touch."""
    covered = {at for mention in (*taken, *people) for at in range(mention.start, mention.end)}
    names = {
        words.text[start:end]
        for start, end in _posted(words, kinds, people)
        if not covered & {start, end - 1, start - 1}
    }
    names |= _numbered(words.text)
    return [
        Mention(start, end, "ORG", "org.unit", {"type": organization_type([words.text[start:end]])})
        for start, end in (find_occurrences(words.text, names) if names else ())
        if start in words.edges and not covered & {start, end - 1}
    ]


def find_teams(text: str, bodies: Sequence[Mention], people: Sequence[Mention]) -> list[Mention]:
    """Return the teams with a name of their own, each with the body whose name stands right before it."""
    starts = {body.end: body.start for body in bodies}
    named = ((person.start, match) for person in people if (match := _STUDIO.match(text, person.end)))
    quoted = ((match.start(), match) for match in _QUOTED.finditer(text))
    classes = ((match.start(), match) for match in (_CLASS.finditer(text) if "班" in text else ()))
    return [
        Mention(starts.get(start, start), match.end(), "ORG", "org.team", {"type": "other"})
        for start, match in (*named, *quoted, *classes)
    ]


def _posted(words: Words, kinds: str, people: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Yield the units before the post of a person and in brackets behind one."""
    starts = {person.start for person in people}
    ends = {person.end for person in people}
    for match in _POST.finditer(kinds):
        end = words.starts[match.end()]
        if any(at in starts for at in range(end + 2, end + 9)):
            yield from _grown(words, kinds, match.start())
    for match in _BRACKET.finditer(kinds):
        end = words.starts[match.end()]
        opening = words.text.rfind("（", 0, end)
        if words.text[end : end + 1] == "）" and opening in ends:
            yield from ((start, end) for start, end in _grown(words, kinds, match.start()) if start == opening + 1)


def _grown(words: Words, kinds: str, head: int) -> Iterator[tuple[int, int]]:
    """Yield the stretch of the unit that ends in this head, if what stands left of it makes one."""
    first = head
    while first and kinds[first - 1] in _LEFT:
        first -= 1
    while first < head and kinds[first] == "N":
        first += 1
    start, end = words.starts[first], words.starts[head + 1]
    opens = first == 0 or kinds[first - 1] in ".V"
    if (
        opens
        and first < head
        and _SHORTEST <= end - start <= _LONGEST
        and words.word(head) not in word_set("common-body")
    ):
        yield start, end


def _numbered(text: str) -> set[str]:
    """Return the numbered units of a kind of which the text names two or more, or one twice."""
    found = [(match["unit"], match.group()) for match in _NUMBERED.finditer(text)]
    kinds = Counter(unit for unit, _ in found)
    names = {name for _, name in found}
    return {
        name
        for unit, name in found
        if kinds[unit] >= _REPEATED and (unit not in _COUNTED or {f"一{unit}", f"二{unit}"} <= names)
    }
