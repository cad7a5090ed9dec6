"""What a text says of a person beside the name: posts, professions and organizations.

Enters: the clean text and its mentions. Leaves: a ``Posts`` for a PERSON mention. Next: ``people`` makes frames of
them, ``recipients`` takes from them with whom an awarded person works.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from unionie.frames import Mention
from unionie.link.post_words import (
    OWNER_END,
    UNIT_END,
    VERBAL,
    Extent,
    bare_title,
    heads_government,
    unmarked_owner,
    whole_title,
)

# What stands before a post and is no part of it.
_THAT = "(?:公司|集团|中心|合作社|车间|工会|[校院厂局队站所行矿段社馆园村])"
_LEAD = re.compile(f"(?:授予|追授|颁授|颁给|该{_THAT}|合作社(?=副?理事长)|中心(?=副?主任)|[和及与由据请让该])+")
# 该校 and how the body ends that it means.
_MEANT = re.compile(f"该({_THAT})的?$|(?<![一-鿿])(合作社|中心)$")
_ENDS = {
    "校": "(?:学校|[中大小]学|学院|校)",
    "公司": "(?:公司|集团)",
    "集团": "(?:公司|集团)",
    "行": "(?:银行|[一-鿿]行)",
}
BREAKS = "，。；：、！？（）“”「」『』《》〈〉【】\n\t ◎●■★▲□◆○·—…|"
# A unit inside an organization, named behind it: 细纱车间, 业务科, 办公室.
_UNIT = re.compile(
    "[^和及与、，]{1,12}?(?:车间|班组|班(?!长|主任)|科(?![长员技学研])|室|处(?![长级])|庭(?!长)|大队|中队|支队|队(?![长员])"
    "|部(?![长门分])|所(?![长有])|站(?!长)|分局|分公司|分院|项目部|中心(?!小学)|支部(?!书记)|支行)"
)


# How the names of the bodies end that somebody with this title heads.
_HEADS = {
    "护士长": "科室区院部",
    "主任": "科室心部办",
    "主席": "会",
    "会长": "会",
    "院长": "院",
    "校长": "校学",
    "队员": "队",
    "队长": "队",
    "教练": "队",
    "班长": "班",
    "组长": "组",
    "团长": "团",
}
# The party's body at the head of another one, and the titles of who leads it: 青石镇党委|书记.
_COMMITTEE = re.compile("(?<=[一-鿿]{2})(?:党委|党组|党工委)$")
_SECRETARY = re.compile("(?:第一|常务)?副?书记")
# Words that only look like a unit: 客室乘务员, 学科带头人.
_NO_UNIT = re.compile("[副原前该本兼任]|学科|专科|全科|客室|党$")
# What a mention may leave out of the name of a unit behind its body: 某管理所|继|保一班.
_GAP = re.compile("[一-鿿]?(?<![和及与或的在由被驻对])")
_FAR = 200
_COMMUNITIES = ("街道", "镇", "乡", "村", "社区", "农场", "林场")


class Post(NamedTuple):
    """One post: where the title stands, and where the organization that it is in does (None if none is named)."""

    organization: Extent | None
    start: int
    end: int


class Posts(NamedTuple):
    """The posts of a person, in text order, the organization, and the stretch that they and the name cover."""

    items: tuple[Post, ...]
    organization: Extent | None
    start: int
    end: int


def find_posts(text: str, mentions: Sequence[Mention], person: Mention) -> Posts:
    """Return the posts that stand before the name, else behind it; ``mentions`` are sorted and of the same text."""
    before = posts_before(text, mentions, person)
    if before.items or before.organization:
        after = _suffix_title(text, person)
        if after and not before.items and before.organization:
            end = person.end + len(after)
            return Posts((Post(before.organization, person.end, end),), before.organization, before.start, end)
        bracket = _BRACKET.match(text, person.end) if before.organization is None else None
        aside = _posts_behind(text, mentions, person) if bracket else None
        return before._replace(organization=aside.organization) if aside else before
    behind = _posts_behind(text, mentions, person)
    if behind.items or behind.organization:
        return behind
    suffix = _suffix_title(text, person)
    if suffix:
        end = person.end + len(suffix)
        return Posts((Post(None, person.end, end),), None, person.start, end)
    return before


def posts_before(text: str, mentions: Sequence[Mention], person: Mention) -> Posts:
    """Return the posts right before the name: 区人大常委会副主任、区总工会主席刘建平."""
    found: list[Post] = []
    organization: Extent | None = None
    index = bisect_left(mentions, person.start, key=_start_of) - 1
    position = _skip_space(text, person.start)
    start = person.start
    owner = _owner_of(text, mentions, index, position)
    if owner is not None:
        return Posts((), owner, owner[0], person.end)
    while True:
        index = _previous(mentions, index, position)
        left = mentions[index] if index >= 0 else None
        boundary = _boundary(text, position, left.end if left else 0)
        chunk = text[boundary:position]
        if left is not None and left.end == boundary and _employs(text, left):
            if chunk and not whole_title(chunk, behind_organization=True):
                break
            if not chunk and found:
                break
            start = _link_start(text, mentions, index)
            title_start = _split_unit(text, left.end, position)
            organization = organization or (start, title_start)
            if title_start < position:
                found.append(Post((start, title_start), title_start, position))
            titled = title_start < position
            position = start
            if not titled:
                break
        else:
            title = chunk if whole_title(chunk) else bare_title(chunk) or ""
            body = None if title or found else _bare_body(text, boundary, position)
            if body is not None:
                organization, start = body, body[0]
                break
            if not title or (found and title != chunk):
                break
            unmarked = unmarked_owner(text, boundary, position)
            if unmarked is not None and not found:
                found.append(Post(unmarked, unmarked[1], position))
                organization, start = unmarked, unmarked[0]
                break
            found.append(Post(None, position - len(title), position))
            start = position = position - len(title)
            if title != chunk:
                break
        if position == 0 or text[position - 1] not in "、兼　 ":
            break
        position -= 1
    found.reverse()
    if organization is None and found:
        organization = _headed(text, mentions, found[-1]) or meant_body(text, mentions, found[0].start)
    return Posts(_inherit(text, found), organization, start if found or organization else person.start, person.end)


def _owner_of(text: str, mentions: Sequence[Mention], index: int, position: int) -> Extent | None:
    """Return the body whose name and 的 end at ``position``: 某公司的|甲."""
    if index < 0 or text[position - 1] != "的" or mentions[index].end != position - 1:
        return None
    return (_link_start(text, mentions, index), mentions[index].end) if mentions[index].label == "ORG" else None


def _bare_body(text: str, start: int, end: int) -> Extent | None:
    """Return the body, told by its form, that stands right before a name: 客家酒店|甲, 影像科|乙."""
    start += max(text[start:end].rfind(mark) for mark in "和与及") + 1
    words = text[start:end]
    ends = UNIT_END.search(words) or (OWNER_END.search(words) if len(words) > 3 else None)
    return (start, end) if ends and len(words) <= 16 and not VERBAL.search(words) else None


def _employs(text: str, mention: Mention) -> bool:
    """Tell whether the mention is an organization, or a place that is one too: 丰溪街道."""
    return mention.label == "ORG" or (
        mention.label == "LOC" and text.endswith(_COMMUNITIES, mention.start, mention.end)
    )


def meant_body(text: str, mentions: Sequence[Mention], at: int) -> Extent | None:
    """Return the body named earlier in the paragraph that 该校 before ``at`` means: 县二中排球队获A，该校教师甲…."""
    that = _MEANT.search(text, max(0, at - 6), at)
    if that is None:
        return None
    word = that.group(1) or that.group(2)
    ends = re.compile(".*" + _ENDS.get(word, word))
    index = bisect_left(mentions, that.start(), key=_start_of) - 1
    while index >= 0 and at - mentions[index].end <= _FAR and "\n" not in text[mentions[index].end : at]:
        body = ends.match(text, mentions[index].start, mentions[index].end) if mentions[index].label == "ORG" else None
        if body:
            return _link_start(text, mentions, index), body.end()
        index -= 1
    return None


def _headed(text: str, mentions: Sequence[Mention], post: Post) -> Extent | None:
    """Return the organization named earlier in the sentence that the title heads: …速裁庭获A，庭长顾盼 …."""
    title = text[post.start : post.end].removeprefix("副")
    heads = _HEADS.get(title, title[-2:-1] if title[-1] == "长" and len(title) < 4 else "")
    if not heads:
        return None
    index = bisect_left(mentions, post.start, key=_start_of) - 1
    while index >= 0 and post.start - mentions[index].end <= 60:
        mention = mentions[index]
        between = text[mention.end : post.start]
        if "。" in between or "\n" in between:
            break
        if mention.label == "ORG" and text[mention.end - 1] in heads:
            return mention.start, mention.end
        index -= 1
    return None


def _start_of(mention: Mention) -> int:
    return mention.start


def _skip_space(text: str, position: int) -> int:
    """Return where the words before ``position`` end: before space, and before the colon of 院长：甲."""
    while position and text[position - 1] in " 　\t":
        position -= 1
    labels = position > 2 and text[position - 1] in "：:" and bare_title(text[max(0, position - 12) : position - 1])
    return position - 1 if labels else position


def _previous(mentions: Sequence[Mention], index: int, position: int) -> int:
    """Return the index of the last mention that ends at or before ``position`` and is no bare title."""
    while index >= 0 and (mentions[index].end > position or mentions[index].label in ("TITLE", "DATE", "EVENT")):
        index -= 1
    return index


def _boundary(text: str, position: int, least: int) -> int:
    """Return where the words that end at ``position`` begin: behind a mark, a mention or a joining word."""
    start = max(least, position - 24)
    for at in range(position - 1, start - 1, -1):
        if text[at] in BREAKS or text[at] == "　":
            start = at + 1
            break
    lead = _LEAD.match(text, start, position)
    return lead.end() if lead else start


def _split_unit(text: str, start: int, end: int) -> int:
    """Return where the title begins in ``start:end`` behind an organization: units of it may stand before the title.

    The party's committee at the end of the organization belongs to the title: 青石镇|党委书记.
    """
    stop = start
    committee = _COMMITTEE.search(text, max(0, start - 12), start) if _SECRETARY.match(text, start, end) else None
    if committee:
        return committee.start()
    for unit in _UNIT.finditer(text, start, end):
        if unit.start() != stop:
            break
        if _heads_unit(text[unit.end() - 1], text[unit.end() : end]):
            return unit.end()
        stop = unit.end()
    worked = stop > start and whole_title(text[stop:end]) and text[stop] not in "长员"
    return stop if worked and not _NO_UNIT.search(text[start:stop]) else start


def _heads_unit(ending: str, title: str) -> bool:
    """Tell whether the title heads a unit whose name ends so: 科 + 副科长, 办公室 + 主任."""
    bare = title.partition("、")[0].removeprefix("副")
    return bare == ending + "长" or (ending in "室心部办" and bare == "主任")


def _link_start(text: str, mentions: Sequence[Mention], index: int) -> int:
    """Return where the organization begins, a place or parent organization right before it included."""
    start = mentions[index].start
    while (
        index > 0
        and mentions[index - 1].label in ("ORG", "LOC")
        and _GAP.fullmatch(text, mentions[index - 1].end, start)
    ):
        index -= 1
        start = mentions[index].start
    return start


def _inherit(text: str, posts: list[Post]) -> tuple[Post, ...]:
    """Give a post without organization the one named before it, unless it heads a government of its own."""
    done: list[Post] = []
    for post in posts:
        inherits = post.organization is None and done and not heads_government(text[post.start : post.end])
        done.append(post._replace(organization=done[-1].organization) if inherits else post)
    return tuple(done)


_WAS = re.compile("(?:生前|均|都|皆)?(?:系|为|是|现任|曾任|时任|任)|生前|原")
_MEMBER = re.compile("会员|成员|党员|代表|委员")
_BRACKET = re.compile("（([^（）\n]{1,40})）")
_HOLDS = re.compile(
    "(?:同志)?(?:（[^（）\n]{0,24}）)?(?:现任|续任|连任|担任|当选为?|获选为?|出任|升任|调任|转任|兼任|任|是|系|现为|为|，(?:现任|时任|现为|系|是))"
)
_SUFFIX = re.compile(
    "(?:副?主任医师|主治医师|副?主任护师|主管护师|副教授|高级工程师|总工程师|科员|处长|村支书|队员|驾驶员)|(?:副)?(?:总书记|书记|主席|主任|部长|局长|院长|庭长|厅长|处长|科长|校长|园长|所长|站长|行长|会长|社长|董事长|总经理|经理|总裁|"
    "省长|市长|县长|区长|州长|镇长|乡长|秘书长|检察长|教授|老师|医生|医师|护士长|大夫|律师|法官|检察官|院士|研究员|工程师|教练|队长|班长)"
)


def _suffix_title(text: str, person: Mention) -> str | None:
    """Return the title right behind the name: 王东书记, 李岚教授."""
    match = _SUFFIX.match(text, person.end)
    return match.group() if match else None


def _posts_behind(text: str, mentions: Sequence[Mention], person: Mention) -> Posts:
    """Return the posts in a bracket, behind 任/是/当选, or in clauses set beside the name."""
    nothing = Posts((), None, person.start, person.end)
    bracket = _BRACKET.match(text, person.end)
    if bracket:
        position = bracket.start(1)
        for piece in re.split("[，、]", bracket.group(1)):
            inside = _read_clause(text, mentions, position, position + len(piece))
            if inside.items or inside.organization:
                return inside._replace(start=person.start, end=bracket.end())
            position += len(piece) + 1
    holds = _HOLDS.match(text, person.end)
    if holds:
        return _read_clause(text, mentions, holds.end(), _clause_end(text, holds.end()))._replace(start=person.start)
    position = bracket.end() if bracket else person.end
    if text[position : position + 1] not in ("，", "　", "\t", " ") or not _opens(text, person.start):
        return nothing
    items: list[Post] = []
    organization = None
    end = person.end
    for _ in range(5):
        if position >= len(text) or text[position] not in "，　\t 、":
            break
        stop = _clause_end(text, position + 1)
        read = _read_clause(text, mentions, position + 1, stop)
        if read.items or read.organization:
            items.extend(post for post in read.items if not (items and _MEMBER.fullmatch(text[post.start : post.end])))
            organization = read.organization or organization
            end = stop
        elif items or stop - position > 12:
            break
        position = stop
    return Posts(tuple(items), organization, person.start, end)


def _opens(text: str, start: int) -> bool:
    """Tell whether nothing but a bullet or a list number stands before ``start`` on its line or in its sentence."""
    line = max(text.rfind(mark, max(0, start - 40), start) for mark in "\n。；：！？”")
    lead = text[line + 1 : start]
    return (
        len(lead) <= 6 and re.fullmatch("[^一-鿿]*(?:（?[一二三四五六七八九十]+[、）.．])?[^一-鿿]*", lead) is not None
    )


def _clause_end(text: str, position: int) -> int:
    match = re.compile("[，。；！？、\n\t　（）]").search(text, position, position + 80)
    return match.start() if match else min(len(text), position + 80)


def _read_clause(text: str, mentions: Sequence[Mention], start: int, end: int) -> Posts:
    """Return the post that fills ``start:end``: an organization and a title, one of them alone, or nothing."""
    nothing = Posts((), None, start, start)
    lead = _WAS.match(text, start, end)
    if lead:
        start = lead.end()
    index = bisect_left(mentions, start, key=_start_of)
    here = [m for m in mentions[index : index + 4] if m.end <= end and m.label == "ORG"]
    if here and here[0].start == start:
        last = here[0]
        for mention in here[1:]:
            if mention.start == last.end:
                last = mention
        if last.end == end:
            return Posts((), (start, end), start, end)
        if whole_title(text[last.end : end], behind_organization=True):
            title_start = _split_unit(text, last.end, end)
            return Posts((Post((start, title_start), title_start, end),), (start, title_start), start, end)
        return nothing
    words = text[start:end]
    quoted = re.match("“[^”]{1,6}”", words)
    if quoted:
        start += quoted.end()
        words = text[start:end]
    owner = unmarked_owner(text, start, end) if end - start <= 30 and not VERBAL.search(words) else None
    if owner is not None:
        return Posts((Post(owner, owner[1], end),), owner, start, end)
    if whole_title(words) and not re.match("[0-9男女汉]", words):
        return Posts((Post(None, start, end),), None, start, end)
    return nothing
