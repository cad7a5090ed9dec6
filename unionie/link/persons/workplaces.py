"""Where a person works whose posts name no organization: 机电系（甲）：…, 突击队…；队长甲, 【县残联】…；理事长甲.

Enters: the clean text, its mentions and the frames of the persons. Leaves: the same frames with the organization that
the words around them give. Next: ``people`` returns them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from unionie.clean.characters import fold_name
from unionie.clean.types import CleanText
from unionie.frames import Mention, PersonFrame
from unionie.link.heads.labels import find_labels
from unionie.link.persons.crews import find_crews
from unionie.link.posts.homes import find_home
from unionie.link.posts.words import bare_title, heads_government

__all__ = ["find_workplaces"]

_REPRESENTS = re.compile("代表(?=[一-鿿]{0,12}政府)")
_NEAR = 60  # characters from the head of a government to the words with which the report opens

# Posts at the head of a body, and how its name ends.
_HEADS = re.compile("(?:副|老)?([厂站院所校园馆矿社场行段])长")
_SCHOOLS = ("学校", "中学", "小学", "学院", "一中")
_KINDS: dict[str, str | tuple[str, ...]] = {"校": _SCHOOLS, "学校": _SCHOOLS, "园": "幼儿园"}
_OF_BODY = re.compile("(公司|集团|学校|医院|学院)(?!长)[一-鿿]{2}")  # 公司|首席技师
_SHORTEST = 3
# What a clause says about a person before a body and behind it: 甲|是|某厂|唯一的女焊工|，; 甲|毕业后进入|某厂|工作.
_IS = re.compile("(?:（[^（）\n]{1,16}）)?，?(?:[就便现]?是|系)(?:来自)?")
_POST_SAID = re.compile("([^，。；：！？“”\n]{1,24})[，。；！？]")
_JOINS = re.compile("[^。；：！？“”\n]{0,24}?(?:进入|走进|来到|分配[到至]|分到|入职|调入|调到|应聘到|招工到|招进)了?")
_AT_WORK = re.compile("(?:工作|上班|从事|任教|当上?|做|成为|成了)?")
_YOUNG = re.compile("毕业|退伍|转业|退役|招工|接班|顶替|参加工作")
_LEARNS = ("大学", "学院", "学校", "中学", "一中", "技校", "部队")
_FAR = 24
_SENTENCE = 200  # characters before a name that its sentence is sought in
_FOUNDED = re.compile(r"(?:（[^（）\n]{1,12}）)?[一-鿿]?[办立建][起了]?的")


def find_workplaces(clean: CleanText, mentions: Sequence[Mention], frames: Sequence[PersonFrame]) -> list[PersonFrame]:
    """Return the frames, those without an organization with the one that the words around the name give."""
    labels = find_labels(clean, mentions)
    ends = ((label.start, label.start + len(label.text), label.text) for label in labels)
    behind = {end: text for start, end, text in ends if clean.surface[start:end] == text}
    bodies = [mention for mention in mentions if mention.label == "ORG"]
    starts = [body.start for body in bodies]
    people = [mention.start for mention in mentions if mention.label == "PERSON"]
    blocks = [block.start for block in clean.blocks]
    lines = {blocks[bisect_right(blocks, label.start) - 1]: label.text for label in labels}
    crews = find_crews(clean, mentions)
    found: list[PersonFrame] = []
    for frame in frames:
        organization = frame.organization
        near = None
        told = _told(clean.text, frame.person, bodies, starts, people) if organization is None else None
        if told:
            organization = "".join(clean.surface[told.start : told.end].split())
        if organization is None and frame.person.start in crews:
            organization = "".join(clean.surface[slice(*crews[frame.person.start])].split())
        if organization is None and frame.rule == "person.post":
            at = frame.person.start - 1
            organization = behind.get(at) if clean.text.startswith("（", at) else None
            body = _founded(clean.text, frame.person.end, bodies, starts)
            if organization is None and body is not None:
                organization = "".join(clean.surface[body.start : body.end].split())
            elif organization is None and frame.titles:
                organization = lines.get(blocks[bisect_right(blocks, frame.person.start) - 1])
        if organization is None and frame.titles and frame.rule == "person.post":
            led = _represented(clean.text, frame, bodies, starts)
            organization = "".join(clean.surface[led.start : led.end].split()) if led else None
        if organization is None and frame.titles and frame.rule == "person.post":
            home = find_home(clean.text, mentions, fold_name(frame.titles[-1]), frame.person.start, far=True)
            near = "".join(clean.surface[slice(*home)].split()) if home else _only_one(clean, frame, bodies)
        found.append(replace(frame, organization=organization, near=near))
    return found


def _represented(text: str, frame: PersonFrame, bodies: Sequence[Mention], starts: Sequence[int]) -> Mention | None:
    """Return the government that its head reports for: 县长　甲; 现在，我代表|县人民政府."""
    if not heads_government(fold_name(frame.titles[-1])):
        return None
    represents = _REPRESENTS.search(text, frame.person.end, frame.person.end + _NEAR)
    place = bisect_left(starts, represents.end()) if represents else len(bodies)
    here = represents and place < len(bodies) and starts[place] == represents.end()
    return bodies[place] if here and text.endswith("政府", *bodies[place][:2]) else None


def _only_one(clean: CleanText, frame: PersonFrame, bodies: Sequence[Mention]) -> str | None:
    """Return the one body of the text whose kind a bare post says: 某消防救援站…。站长|甲说."""
    title = fold_name(frame.titles[-1])
    bare = _HEADS.fullmatch(title) or _OF_BODY.match(title)
    if bare is None:
        return None
    kind = _KINDS.get(bare.group(1), bare.group(1))
    names = {clean.text[body.start : body.end] for body in bodies if clean.text.endswith(kind, body.start, body.end)}
    longest = max(names, key=len, default="")
    whole = len(longest) > _SHORTEST and all(longest.endswith(name) or longest.startswith(name) for name in names)
    return longest if whole else None


def _founded(text: str, end: int, bodies: Sequence[Mention], starts: Sequence[int]) -> Mention | None:
    """Return the body that the person founded: 甲创办的|青禾合作社."""
    founded = _FOUNDED.match(text, end)
    place = bisect_left(starts, founded.end()) if founded else len(bodies)
    return bodies[place] if founded and place < len(bodies) and starts[place] == founded.end() else None


def _told(
    text: str, person: Mention, bodies: Sequence[Mention], starts: Sequence[int], people: Sequence[int]
) -> Mention | None:
    """Return the body that a clause about the person tells: 甲是|某厂|唯一的焊工; 甲毕业后进入|某厂."""
    first = max(0, person.start - _SENTENCE)
    begin = max(first - 1, *(text.rfind(mark, first, person.start) for mark in "。；！？\n")) + 1
    before = bisect_left(starts, person.start) - 1
    if before >= 0 and text.endswith("作为", begin, starts[before]) and person.start - bodies[before].end < _FAR:
        post = _POST_SAID.fullmatch(text, bodies[before].end, person.start)
        return bodies[before] if post and bare_title(post.group(1)) else None
    for pattern in (_IS, _JOINS):
        said = pattern.match(text, person.end)
        place = bisect_left(starts, said.end()) if said else len(bodies)
        if said is None or place == len(bodies) or starts[place] != said.end():
            continue
        body = bodies[place]
        rest = _POST_SAID.match(text, body.end) if pattern is _IS else _AT_WORK.match(text, body.end)
        if rest is None or bisect_left(people, rest.end()) != bisect_left(people, person.end):
            continue
        school = text.endswith(_LEARNS, body.start, body.end)
        if pattern is _IS:
            return body if bare_title(rest.group(1)) else None
        if rest.group() or (not school and _YOUNG.search(text, begin, said.end())):
            return body
    return None
