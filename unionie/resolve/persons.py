"""One record for one person: all frames of a name merged.

Enters: PersonFrames and the directory of organizations. Leaves: Person records. Next: ``honours`` takes awarded
persons' organizations from them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from unionie.clean.characters import fold_name
from unionie.clean.types import CleanText
from unionie.frames import PersonFrame
from unionie.records.models import Award, Person, PersonRole
from unionie.resolve.names.forms import type_of
from unionie.resolve.names.identities import Directory, record_id

# Posts that someone without a named organization holds in the report's own body, by the body's type.
_OWN_POSTS = {
    "union": "(?:主席|主任|书记|部长|会长|理事长|秘书长|总干事)",
    "court": "(?:院长|庭长|检察长|法官|检察官|法警|书记员|审判员|局长|专委)",
    "hospital": "(?:院长|主任|医师|医生|护士长?|护师|药师|书记|技师|科长)",
    "school": "(?:校长|院长|园长|教授|教师|老师|书记|主任|讲师|院士|校监)",
    "company": "(?:董事长|总经理|经理|总裁|主席|董事|监事长?|总监|书记|厂长|矿长|段长|行长|班长|[队组]长|工程师"
    "|首席[一-鿿]{2,4}官|法定代表人|董事会秘书|证券事务代表|总工|会长|技师|工人|员工|职工|司机|(?<![职员民])工|驾驶员)",
    "other": "(?:会长|主席|理事长|秘书长|总干事|主任|院长|所长|段长|馆长|书记|理事|研究员|工程师|院士|社工)",
    "government": "(?:[省市县区州旗盟镇乡]长|局长|主任|(?<!总)书记|科员|科长|处长|厅长|部长|署长|总工程师|大队长"
    "|教导员|关员)",
    "party": "(?:(?<!总)书记|部长|主任)",
}
# Words for a body before a title; a 车间主任 or 社区书记 has none.
# Titles that name another body than the report's own.
_OTHERS = re.compile("支部|^(?:社区|村)")
_HEADS_GOVERNMENT = re.compile("(?:^|[副代])[省市县区州旗盟镇乡]长$")
_GOVERNMENTS = ("政府", "公所", "办事处")
_OF_SQUADS = ("教导员", "指导员")
_SQUADS = ("大队", "中队", "支队", "派出所")
_KINDS = frozenset("院校厂矿馆所局处科队站行园")  # what a title names its body by: 院长, 矿长
_SHORTEST = 3  # characters of a body's name
_LONG_NAME = 4  # characters of a name of another people without a dot
# Who heads a body, by how its name ends: 所长 of a 研究所, 班长 of a 道班.
_HEADS = re.compile("(?:常务|第一|名誉|执行|代理?)?副?([院校厂矿馆所局处科队站行园段班社场])长")
_UNION = re.compile("工会(?:委员会)?$")
# What is said of those who are somebody's, as a post in passing: 集团公司|领导甲.
_CROWD = re.compile("[一-鿿]{0,4}领导")
_HOUSEHOLD = re.compile("(?:大户|[种养]植?殖?户)$")
_BARE_BODY = re.compile("(公司|集团|合作社|学校|医院|学院|嘎查|车间(?!主任)|大队(?!长))(?=[一-鿿]{2})")
# The word for the report's own body, or one named before, at the head of a title: 公司|总工程师.
_WORD_BEFORE = re.compile("^(?:本?(?:公司|集团|合作社|学校|医院|学院)|本[会會]|嘎查)(?=[一-鿿]{2})(?!长)")
_OPENING = re.compile(r"[^一-鿿“]*(?:[一二三四五六七八九十]+、)?")  # ◎, 3.
_ROLES: tuple[PersonRole, ...] = ("awardee", "author", "speaker", "official", "other")


def tell_lives(clean: CleanText, frames: Sequence[PersonFrame]) -> frozenset[int]:
    """Return the numbers of the blocks that open with a person's name and go on about that person: ◎覃卫东，48岁，…"""
    ends = {frame.person.start: frame.person.end for frame in frames}
    lives = set()
    for number, block in enumerate(clean.blocks):
        opening = _OPENING.match(clean.text, block.start, block.end)
        end = ends.get(opening.end()) if opening else None
        if end is not None and clean.text[end : end + 1] in "，（：":
            lives.add(number)
    return frozenset(lives)


def resolve_people(frames: Sequence[PersonFrame], clean: CleanText, directory: Directory) -> list[Person]:
    """Return one Person for each name, in order of first mention."""
    grouped: dict[str, list[PersonFrame]] = {}
    whole = _whole_names({frame.name for frame in frames})
    for frame in frames:
        grouped.setdefault(whole.get(frame.name, frame.name), []).append(frame)
    people = []
    for name, each in grouped.items():
        organization, titles = _posts(each, directory)
        roles = {frame.role for frame in each}
        people.append(
            Person(
                id=record_id("person", name),
                name=name,
                organization=organization,
                titles=titles,
                role=next(role for role in _ROLES if role in roles),
                mentions=tuple(clean.span(frame.person.start, frame.person.end) for frame in each),
            )
        )
    return people


def _whole_names(names: Iterable[str]) -> dict[str, str]:
    """Return the whole name of each part of one that stands alone too: 延森 of 克里斯汀·延森, 尕藏 of 尕藏扎西."""
    parts: dict[str, list[str]] = {}
    names = set(names)
    for name in names:
        first, dot, rest = name.partition("·")
        own = (first, rest.rpartition("·")[2]) if dot else (name[:2], name[:3]) if len(name) >= _LONG_NAME else ()
        for part in set(own) & names:
            parts.setdefault(part, []).append(name)
    return {part: each[0] for part, each in parts.items() if len(each) == 1 and len(part) > 1}


def _posts(frames: Sequence[PersonFrame], directory: Directory) -> tuple[str | None, tuple[str, ...]]:
    """Return the organization and titles of the frame that tells most, made clear by the directory."""
    best = max(frames, key=lambda frame: (bool(frame.organization) + bool(frame.titles), len(frame.titles)))
    if best.titles and all(_CROWD.fullmatch(title) for title in best.titles):
        posts = next((frame.titles for frame in frames if frame.titles and frame.titles != best.titles), best.titles)
        best = replace(best, titles=posts)
    organization = best.organization or next((f.organization for f in frames if f.organization), None)
    if organization is not None:
        organization = clear_organization(organization, directory, byline=best.role == "author")
    elif best.titles and best.rule != "person.byline":
        own = None if _leads_near(best, directory) else _own_body(best.titles, directory)
        organization = own or best.near or _bare_body(best.titles[0])
        if organization and best.near and best.near.endswith(organization):
            organization = best.near  # 夕阳红养老院 where the headline has 养老院
        organization = clear_organization(organization, directory) if organization else None
    told = best.organization is not None or organization is None
    return organization, tuple(best.titles) if told else _bare_titles(best.titles)


def _bare_titles(titles: Sequence[str]) -> tuple[str, ...]:
    """Return the titles without the word for their body before the first."""
    return tuple(_WORD_BEFORE.sub("", title) if number == 0 else title for number, title in enumerate(titles))


def _leads_near(frame: PersonFrame, directory: Directory) -> bool:
    """Tell whether a post is by its name that of the body near it, not of the report's own: 院长 of a 学院."""
    title, body = fold_name(frame.titles[-1]), directory.body
    if frame.near is None or body is None:
        return False
    if title.endswith(_OF_SQUADS):
        return frame.near.endswith(_SQUADS)
    kind = title[-2:-1] if title[-1] == "长" else ""
    return kind in _KINDS and frame.near.endswith(kind) and not body.name.endswith(kind)


def _own_body(titles: Sequence[str], directory: Directory) -> str | None:
    """Return the report's own body where such titles are held in it."""
    body = directory.body
    if body is None:
        return None
    bare = _bare_body(titles[0])
    if bare is not None and bare not in body.name and directory.group(bare) is not body:
        return None  # 合作社理事长 in the report of a union
    house = _headed(titles, body.name)
    if house is not None:
        return house
    pattern = _own_posts(type_of(body.key))
    if type_of(body.key) == "other" and titles[0].startswith(("退休", "离休")):
        return None
    folded = [fold_name(title) for title in titles]
    heads = next((title[-2] for title in folded if _HEADS_GOVERNMENT.search(title)), None)
    if heads and not body.key.endswith((*_GOVERNMENTS, heads)):
        return None  # 副县长 in the report of a bureau
    held = any(pattern.search(title) and not _OTHERS.search(title) for title in folded)
    return body.name if held else None


def _headed(titles: Sequence[str], body: str) -> str | None:
    """Return the body, or the house of a union, that one of the titles heads by the last character of its name."""
    house = _UNION.sub("", body)
    for title in titles:
        head = _HEADS.fullmatch(fold_name(title))
        if head is not None and fold_name(house).endswith(head[1]) and len(house) > _SHORTEST:
            return house
    return None


@cache
def _own_posts(kind: str) -> re.Pattern[str]:
    """Return the pattern of the posts that are held in a report's own body of this kind."""
    return re.compile(_OWN_POSTS.get(kind, "(?!)") + "$")


def _bare_body(title: str) -> str | None:
    """Return the word for a body at the head of a title: 公司 of 公司总经理."""
    bare = _BARE_BODY.match(title)
    return bare.group(1) if bare else None


def _at_home(person: Person) -> bool:
    """Tell whether a person is at home in the place beside the name and works for nobody: 甲镇|种粮大户乙."""
    return any(_HOUSEHOLD.search(fold_name(title)) for title in person.titles)


def employ(people: Sequence[Person], awards: Sequence[Award]) -> list[Person]:
    """Return the people with the affiliation of their honours where nothing else says where they work."""
    known = {award.recipient: award.affiliation for award in awards if award.recipient_type == "person"}
    return [
        replace(person, organization=known[person.name])
        if person.organization is None and known.get(person.name) and not _at_home(person)
        else person
        for person in people
    ]


def clear_organization(name: str, directory: Directory, *, byline: bool = False) -> str:
    """Return the organization as the text names it (立案庭), the report's own body by its name.

    Words for the body (本院) become its name; in a byline so does its short form (区人民法院).
    """
    body = directory.body
    if body is None:
        return name
    group = directory.group(name)
    if group is body and (byline or name not in body.names.values()):
        return body.name
    return name
