"""Bodies and works that words of a sentence stand for: 该站, 该社区, 前者, 该剧.

Enters: the scene of an honour. Leaves: ``Recipient`` tuples. Next: ``topics``.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import takewhile
from typing import TYPE_CHECKING

from unionie.frames import Mention
from unionie.link.honours.heroes import find_headed
from unionie.link.honours.recipients import Recipient, bodies_of, find_recipients, team_of

if TYPE_CHECKING:
    from unionie.link.honours.topics import Scene

# How the names end of what a noun of a kind may mean: 这支|队伍.
KIN_ENDS = {
    "队伍": ("队", "团"),
    "团队": ("队", "团", "组"),
    "班组": ("班", "组", "队"),
    "企业": ("公司", "集团", "厂", "矿", "社"),
    "公司": ("公司", "集团"),
    "学校": ("校", "中学", "小学", "大学", "学院", "一中"),
    "校": ("校", "中学", "小学", "大学", "学院", "一中"),
    "医院": ("院",),
}
_AREAS = ("社区", "村", "镇", "乡", "街道", "县", "嘎查", "苏木")  # places that receive honours under their names
_PAIR = 2
_SPOKEN_OF = 300  # how far before a paragraph a word may point


def two_before(scene: Scene, position: int) -> list[Recipient]:
    """Return the two whom 前者 and 后者 mean: named last before the first of these words, or in the sentence before."""
    text = scene.clean.text
    first = text.find("前者", scene.sentence.start, position)
    two = [r for r in scene.recipients if r.kind != "deictic" and r.end <= (first if first >= 0 else position)][-2:]
    if len(two) < _PAIR and scene.earlier:
        before = scene.earlier[-1]
        named = find_recipients(text, scene.mentions, before.start, before.end)
        two = [r for r in named if r.kind != "deictic"]
    return two if len(two) == _PAIR else []


def work_before(scene: Scene, position: int) -> Recipient | None:
    """Return the work that the sentence names before a position, else the last one of the sentences before."""
    for sentence in (scene.sentence, *reversed(scene.earlier)):
        end = min(sentence.end, position)
        works = [m for m in scene.mentions if m.label == "WORK" and sentence.start <= m.start and m.end <= end]
        if works:
            return Recipient(works[-1].start, works[-1].end, works[-1][:2], "work", None)
        named = find_recipients(scene.clean.text, scene.mentions, sentence.start, end)
        made = [each for each in named if each.kind == "work"]
        if made:
            return made[-1]
    return None


def named_before(scene: Scene, ends: str | tuple[str, ...], position: int, *, owners: bool = False) -> Recipient | None:
    """Return the last name before a position that ends with a word: 热处理车间 for 这个|车间.

    ``owners`` seeks among the bodies of teams too: 县医院 of 县医院骨科 for 该|院.
    """
    for sentence in (scene.sentence, *reversed(scene.earlier)):
        end = min(sentence.end, position)
        named = find_recipients(scene.clean.text, scene.mentions, sentence.start, end)
        named = [r for r in named if r.kind != "deictic"]
        for body in (body for r in reversed(named) for body in bodies_of(r, owners=owners)):
            if scene.clean.text.endswith(ends, *body):
                return Recipient(*body, body, *team_of(scene.clean.text[slice(*body)], body[0]))
    return None


def kin_named(scene: Scene, noun: str, position: int) -> Recipient | None:
    """Return the last name before a position that a noun of its kind may mean: 丙班 for 这个|班."""
    ends = KIN_ENDS.get(noun, noun)
    return named_before(scene, ends, position) or kin_before(scene, ends)


def kin_before(scene: Scene, ends: str | tuple[str, ...]) -> Recipient | None:
    """Return the last body named before the paragraph, not too far from it, whose name ends with a word."""
    text, mentions = scene.clean.text, scene.mentions
    first = scene.earlier[0].start if scene.earlier else scene.sentence.start
    before = bisect_left(mentions, first, key=lambda mention: mention.start)
    near = takewhile(lambda mention: first - mention.end <= _SPOKEN_OF, reversed(mentions[:before]))
    bodies = ((mention.start, mention.end) for mention in near if mention.label == "ORG")
    body = next((each for each in bodies if text.endswith(ends, *each)), None)
    if body is None:
        return None
    kind, owner = team_of(text[slice(*body)], body[0])
    return Recipient(*body, body, kind, owner)


def that_body(scene: Scene, noun: str, ends: str | tuple[str, ...], position: int) -> Recipient | None:
    """Return the place named last that 该|社区 means; else the one body of the headlines that the noun may mean."""
    text, mentions = scene.clean.text, scene.mentions
    place: Mention | None = None
    if noun.endswith(_AREAS):
        before = bisect_left(mentions, position, key=lambda mention: mention.start)
        near = takewhile(lambda mention: position - mention.end <= _SPOKEN_OF, reversed(mentions[:before]))
        place = next((m for m in near if m.label == "LOC" and text.endswith(ends, m.start, m.end)), None)
    meant = place or find_headed(scene.clean, mentions, ends)
    if meant is None:
        return None
    kind, owner = team_of(text[meant.start : meant.end], meant.start)
    return Recipient(meant.start, meant.end, (meant.start, meant.end), kind, owner)
