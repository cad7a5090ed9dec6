"""What stands behind a name of whom it names: posts in brackets, behind 任 or 是, in clauses beside the name.

Enters: the clean text, its mentions and a PERSON mention. Leaves: its ``Posts``. Next: ``posts``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from unionie.clean.types import CleanText
from unionie.frames import Mention
from unionie.link.posts.homes import tie_of
from unionie.link.posts.name_forms import employer_in
from unionie.link.posts.words import COMMUNITIES, VERBAL, Extent, Post, Posts, split_unit, unmarked_owner, whole_title

_WAS = re.compile("(?:生前|均|都|皆)?(?:系|为|是|现任|曾任|时任|任)|生前|原(?![料油煤木水粮棉纸])|来自")
_MEANT = re.compile("(?:候选人|人选)$")  # behind a post that somebody shall have
_MEMBER = re.compile("会员|成员|党员|代表|委员")
BRACKET = re.compile("（((?:[^（）\n]|（[^（）\n]{1,4}）){1,40})）")
_HOLDS = re.compile(
    "(?:（[^（）\n]{0,24}）)?(?:同志|女士|先生)?(?:（[^（）\n]{0,24}）)?(?:现任|续任|连任|担任|当选为?|获选为?|(?:上月|上个月|去年|今年|[0-9]{1,2}月|日前)?(?:出任|升任|调任|转任)|兼任|被?聘任?为|获?受聘(?:为|担任)|(?:自?(?:19|20)[0-9]{2}年(?:[0-9]{1,2}月)?起)?担?任|是|系|现为|为|，?来自|(?:今年)?，?(?:今年[0-9]{2}岁，)?(?:现任|时任|现为|系|是|现在是|如今是)|，?[现先]?[就任供]职于)"
)
_TAKES = re.compile("(?:（[^（）\n]{1,12}）)?(?:(交流[到至]|调[到往]|调任至)|改任|升任|转任|调任|出任|接任)")
# What goes on about somebody with a post who is given another one too, which stands beside the first.
_ALSO = re.compile(
    "(?:同志|女士|先生)?(?:（[^（）\n]{1,12}）)?(?:，?(?:到|来|赴)[^，。；]{1,10}挂职，)?，?(?:拟|续|继续|现|新)?"
    "(?:(?:被[^，。；]{0,8})?(?:聘任?为|推选为|选举为|推举为|任命为)|受聘(?:为|担任)|当选为?|(?<![拟续现新继])任|(?<=[拟续现新])任|[担兼]任|为)"
)
# In a life, the words before the post that is held now: …。1987年参加工作，|现任|某局局长.
_NOW = re.compile("[，。；](?:目前|现在)?(?:现任|现为|时任)")
_LIFE = 240  # characters
# The words around a post that somebody leaves: 免去|甲|同志某局局长|职务, 甲|辞去县长|职务.
_LEAVES = re.compile(
    "(?:（[^（）\n]{1,12}）)?(?:同志)?(?:（[^（）\n]{1,12}）)?(?:的|(?:因[^，。；\n]{2,12}，)?(?:[请要]求|申请)?辞去|不再(?:担任|兼任))?"
)
_LEFT = re.compile("(?P<posts>[^。；：！？\n]{2,60}?)的?(?:职务|一职)")
# A place of work with a verb behind it: 甲|在|两百公里外的|青竹村|任|第一书记.
_AT = re.compile("(?:同志)?(?:先后|一直|长期)?在(?:[^，。；的]{1,12}的)?")
_WORKS = re.compile("(?:担?任|当上?|做)")
# The words before a body in which whoever the sentence opens with takes a post: …，2019年|任, 后来|做到.
_TOOK = re.compile(
    "(?:^|，)(?:[0-9]{4}年)?(?:[0-9]{1,2}月)?(?:以?后|后来|此后|随后|起|先后|曾经?|一度|又|再|并|还|也|[他她]|被)*"
    "(?:[担出升调转接]?任|做到|当上|受?聘为|当选为?)$"
)
_SENTENCE_END = re.compile("[。；！？：\n“]")
# The words up to the place of work of the one with whom a sentence opens: 甲今年68岁，他|在|旭成公司|任|组长.
_GOES_ON_AT = re.compile("(?!的)[^，。；：！？、（）“”\n]{0,12}，[他她](?:现|目前|一直|长期)?在(?=[一-鿿])")
# A unit of a body.
_UNIT = re.compile("[一-鿿]{1,10}(?:庭|[科处室股]|部|委员会|办公室|支队|大队|中队)")
_CONTACT = re.compile(
    "(?:联[系络]|报告|汇报|主讲)人[：:]$"
)  # whoever is told with a post behind the name: 联系人：甲，某办副主任
_LONGEST_CELL = 20  # characters
_PARTED = re.compile("[\\s　，、。；：（）]")
_MARK = re.compile("[，。；：！？、\n\t　（）]")
# The next cell of a line that tells more than the sex, people, birth or party of whose name stands before it.
_NEXT_CELL = re.compile(
    "(?:（[^（）\n]{1,12}）)?[ 　\t]+"
    "(?:(?:[男女]性?|[一-鿿]{1,4}族|中共党员|党员|群众|[0-9]{2}岁?|[12][0-9]{3}[.年][0-9]{1,2}月?)[ 　\t]+){0,4}"
    "(?=[一-鿿])"
)
# A line below a name on the life of its bearer: 甲|男，1951年生，某厂工人。
_LIFE_BELOW = re.compile("[ 　]*\n[ 　\n]*(?=[男女]，)")


def posts_behind(text: str, mentions: Sequence[Mention], person: Mention) -> Posts:
    """Return the posts in a bracket, behind 任/是/当选, or in clauses set beside the name."""
    nothing = Posts((), None, person.start, person.end)
    bracket = first = BRACKET.match(text, person.end)
    while bracket:
        inside = _in_bracket(text, mentions, *bracket.span(1))
        if inside.items or inside.organization:
            return inside._replace(start=person.start, end=bracket.end())
        bracket = BRACKET.match(text, bracket.end())  # （女）（镇农综站）
    bracket = first
    holds = _HOLDS.match(text, person.end)
    if holds:
        return _read_list(text, mentions, holds.end())._replace(start=person.start)
    left = _posts_left(text, mentions, person)
    if left.items:
        return left
    position = bracket.end() if bracket else person.end
    row = posts_in_row(text, mentions, person)
    if row.items and row.organization:
        return row
    housed = _body_in_row(text, mentions, person)
    if housed is not None:
        return Posts((), housed, person.start, housed[1])
    below = _LIFE_BELOW.match(text, position)
    beside = text[position : position + 1] in ("，", "　", "\t", " ") or (bracket and _names_body(mentions, position))
    contact = _CONTACT.search(text, max(0, person.start - 5), person.start)
    if not below and not (beside and (contact or _opens(text, person.start))):
        return nothing
    if below:
        position = text.index("，", below.end())
    elif not text.startswith(("，", "　", "\t", " "), position):
        position -= 1
    items: list[Post] = []
    organization = None
    end = person.end
    for _ in range(5):
        if position >= len(text) or text[position] not in "，　\t 、）":
            break
        stop = _clause_end(text, position + 1, mentions)
        read = _read_clause(text, mentions, position + 1, stop)
        if read.items or read.organization:
            items.extend(post for post in read.items if not (items and _MEMBER.fullmatch(text[post.start : post.end])))
            organization = read.organization or organization
            end = stop
        elif items or stop - position > 12:
            break
        position = stop
    return Posts(tuple(items), organization, person.start, end)


def employer_behind(clean: CleanText, mentions: Sequence[Mention], person: Mention) -> str | None:
    """Return the body that a bracket behind a name is filled with: 作者：甲（某文化馆）."""
    bracket = BRACKET.match(clean.text, person.end)
    body = _in_bracket(clean.text, mentions, *bracket.span(1)).organization if bracket else None
    return "".join(clean.surface[slice(*body)].split()) if body else None


def posts_held(text: str, mentions: Sequence[Mention], person: Mention) -> Posts | None:
    """Return the posts in a body that a clause behind the name, or the end of a life, says somebody holds.

    甲，|是某校选派到某村的第一书记; a paragraph that opens with the name: 甲，男，…，|现任某局局长.
    """
    holds = _HOLDS.match(text, person.end)
    if holds is None and _opens(text, person.start):
        index = bisect_left(mentions, person.end, key=lambda mention: mention.start)
        other = next(
            (mention.start for mention in mentions[index : index + 40] if mention.label == "PERSON"), len(text)
        )
        line = text.find("\n", person.end, person.end + _LIFE)
        holds = _NOW.search(text, person.end, min(other, person.end + _LIFE if line < 0 else line))
    if holds is None:
        taken = _taken_later(text, mentions, person)
        if taken is not None:
            return taken
    at = _GOES_ON_AT.match(text, person.end) if holds is None else None
    posts = _read_list(text, mentions, holds.end()) if holds and holds.group() != "为" else None
    posts = _held_at(text, mentions, at.end()) if at else posts
    if posts is None or posts.organization is None:
        return None
    employed = holds is not None and holds.group().endswith(("来自", "职于"))
    return posts._replace(start=person.start) if posts.items or employed else None


def _taken_later(text: str, mentions: Sequence[Mention], person: Mention) -> Posts | None:
    """Return the last posts in a body that the sentence says a person took: 甲回乡创业，任|某公司法定代表人."""
    stop = _SENTENCE_END.search(text, person.end, person.end + _LIFE)
    end = stop.start() if stop else min(len(text), person.end + _LIFE)
    taken = None
    for mention in _within(mentions, person.end, end):
        if mention.label == "PERSON":
            break
        if mention.label not in ("ORG", "LOC"):
            continue
        clause = max(text.rfind("，", person.end, mention.start), person.end)
        if _TOOK.search(text[clause : mention.start]):
            posts = _read_list(text, mentions, mention.start)
            seat = posts.items and _MEMBER.fullmatch(text, *posts.items[0][1:])
            taken = posts if posts.items and posts.organization and not seat else taken
    return taken._replace(start=person.start) if taken else None


def _read_list(text: str, mentions: Sequence[Mention], start: int) -> Posts:
    """Return the posts that fill the clause at ``start``, those listed behind the first included: 局党组书记、局长."""
    stop = _clause_end(text, start, mentions)
    first = _read_clause(text, mentions, start, stop)
    items = list(first.items)
    while items and text[stop : stop + 1] in ("、", "，"):
        mark, begin = text[stop], stop + 1
        stop = _clause_end(text, begin, mentions)
        if any(m.label == "PERSON" for m in _within(mentions, begin, stop)):
            break
        more = _read_clause(text, mentions, begin, stop)
        if not more.items or (mark == "，" and more.organization is None):
            break
        items.extend(_within_body(text, post, first.organization) for post in more.items)
    return first._replace(items=tuple(items), end=items[-1].end if items else first.end)


def _read_posts(text: str, mentions: Sequence[Mention], start: int, end: int) -> Posts:
    """Return the posts that fill ``start:end``, parted by 、 or ，; none where one of the parts is no post."""
    stop = min(_clause_end(text, start, mentions), end)
    first = _read_clause(text, mentions, start, stop)
    items = list(first.items)
    while items and stop < end:
        begin, stop = stop + 1, min(_clause_end(text, stop + 1, mentions), end)
        more = _read_clause(text, mentions, begin, stop).items
        if text[begin - 1] not in "、，" or not more:
            return Posts((), None, start, start)
        items.extend(_within_body(text, post, first.organization) for post in more)
    return first._replace(items=tuple(items), end=end)


def _within_body(text: str, post: Post, body: Extent | None) -> Post:
    """Return the post of a list as held in the first one's body, where it names none or only a unit: 民二庭庭长."""
    if body is None or post.organization is None:
        return post._replace(organization=body)
    inner = _UNIT.fullmatch(text, *post.organization) and post.organization[1] == post.start
    return Post(body, post.organization[0], post.end) if inner else post


def _within(mentions: Sequence[Mention], start: int, end: int) -> Sequence[Mention]:
    first = bisect_left(mentions, start, key=lambda mention: mention.start)
    return mentions[first : bisect_left(mentions, end, key=lambda mention: mention.start)]


def _posts_left(text: str, mentions: Sequence[Mention], person: Mention) -> Posts:
    """Return the post that the person leaves, or holds at a place of work behind 在."""
    nothing = Posts((), None, person.start, person.end)
    leaves = _LEAVES.match(text, person.end)
    left = _LEFT.match(text, leaves.end()) if leaves else None
    if left and not any(m.label == "PERSON" for m in _within(mentions, *left.span("posts"))):
        return _read_posts(text, mentions, *left.span("posts"))._replace(start=person.start)
    at = _AT.match(text, person.end)
    held = _held_at(text, mentions, at.end()) if at else None
    return held._replace(start=person.start) if held else nothing


def _held_at(text: str, mentions: Sequence[Mention], start: int) -> Posts | None:
    """Return the post that somebody holds in the body at ``start``: 在|青竹村|任|第一书记."""
    stop = _clause_end(text, start, mentions)
    body = _body_at(text, mentions, start, stop)
    works = _WORKS.match(text, body, stop) if body is not None else None
    if body is None or works is None or not whole_title(text[works.end() : stop]):
        return None
    owner = (start, body)
    return Posts((Post(owner, works.end(), stop),), owner, start, stop)


def posts_added(text: str, mentions: Sequence[Mention], person: Mention, *, employed: bool) -> tuple[Post, ...]:
    """Return the post that somebody with another one is given too: 科长|甲|任青石镇副镇长.

    The body is part of the title where another one has employed the person (``employed``).
    """
    also = _ALSO.match(text, person.end)
    if also is None:
        return ()
    given = _read_list(text, mentions, also.end()).items
    first = given[0] if given else None
    if first is None or any("，" in text[post.start : post.end] for post in given):
        return ()
    if any(m.label == "AWARD" for m in _within(mentions, also.end(), first.end)):
        return ()  # 当选|市三八红旗手
    if not employed:
        return given
    start = first.organization[0] if first.organization and first.organization[1] == first.start else first.start
    return (Post(None, start, first.end), *(post._replace(organization=None) for post in given[1:]))


def _in_bracket(text: str, mentions: Sequence[Mention], start: int, end: int) -> Posts:
    """Return the first post of a bracket, or the body that only its form tells: （女，附属中学）."""
    position = start
    for piece in re.split("[，、]", text[start:end]):
        inside = _read_clause(text, mentions, position, position + len(piece))
        if inside.items or inside.organization:
            return inside
        position += len(piece) + 1
    body = employer_in(text, start, end)
    return Posts((), body, start, end)


def _opens(text: str, start: int) -> bool:
    """Tell whether nothing but a bullet or a list number stands before ``start`` on its line or in its sentence."""
    line = max(text.rfind(mark, max(0, start - 40), start) for mark in "\n。；：！？”")
    lead = text[line + 1 : start]
    return (
        len(lead) <= 6 and re.fullmatch("[^一-鿿]*(?:（?[一二三四五六七八九十]+[、）.．])?[^一-鿿]*", lead) is not None
    )


def posts_taken(text: str, mentions: Sequence[Mention], person: Mention) -> Posts | None:
    """Return the post that somebody with another one takes over: 原院长甲|改任名誉院长, 交流至某法院任代院长."""
    taken = _TAKES.match(text, person.end)
    if taken is None:
        return None
    start, end = taken.end(), _clause_end(text, taken.end(), mentions)
    if taken.group(1):
        at = text.find("任", start, end)
        body = _body_at(text, mentions, start, end)
        if body is None or body != at or not whole_title(text[at + 1 : end]):
            return None
        return Posts((Post((start, at), at + 1, end),), (start, at), person.start, end)
    posts = _read_clause(text, mentions, start, end)
    return posts._replace(start=person.start) if posts.items else None


def posts_in_row(text: str, mentions: Sequence[Mention], person: Mention) -> Posts:
    """Return the posts in the next cell of a line whose cells spaces part: 某厂　甲（女）　挡车工."""
    nothing = Posts((), None, person.start, person.end)
    begins = text[person.start - 1 : person.start] in ("　", "\t", " ", "：")
    cell = _NEXT_CELL.match(text, person.end) if begins else None
    if cell is None:
        return nothing
    position = cell.end()
    items: list[Post] = []
    organization = None
    while position < len(text):
        stop = _clause_end(text, position, mentions)
        read = _read_clause(text, mentions, position, stop)
        if not read.items:
            break
        items.extend(read.items)
        organization = organization or read.organization
        position = stop + 1
        if text[stop : stop + 1] != "、":
            break
    return Posts(tuple(items), organization, person.start, position - 1) if items else nothing


def _body_in_row(text: str, mentions: Sequence[Mention], person: Mention) -> Extent | None:
    """Return the body that fills the last cell of a line, behind the name's: 《晨曲》　甲　青竹村."""
    cell = _NEXT_CELL.match(text, person.end) if text[person.start - 1 : person.start] in ("　", "\t", " ") else None
    if cell is None:
        return None
    line = text.find("\n", cell.end(), cell.end() + 40)
    end = len(text) if line < 0 else line
    if _body_at(text, mentions, cell.end(), end) == end:
        return cell.end(), end
    if end - cell.end() > _LONGEST_CELL or _PARTED.search(text, cell.end(), end):
        return None
    body = employer_in(text, cell.end(), end)
    return body if body == (cell.end(), end) else None


def _names_body(mentions: Sequence[Mention], start: int) -> bool:
    index = bisect_left(mentions, start, key=lambda mention: mention.start)
    return index < len(mentions) and mentions[index].start == start and mentions[index].label in ("ORG", "LOC")


def _clause_end(text: str, position: int, mentions: Sequence[Mention] = ()) -> int:
    """Return where the clause ends; brackets inside of a body's name do not end it."""
    index = bisect_left(mentions, position, key=lambda mention: mention.start)
    within = mentions[index].end if index < len(mentions) and mentions[index].start == position else position
    match = _MARK.search(text, within, position + 80)
    return match.start() if match else min(len(text), position + 80)


def _body_at(text: str, mentions: Sequence[Mention], start: int, end: int) -> int | None:
    """Return where the body ends that begins at ``start``, its place and its units included."""
    index = bisect_left(mentions, start, key=lambda mention: mention.start)
    last = None
    for mention in mentions[index : index + 4]:
        if mention.start != start or mention.end > end or mention.label not in ("ORG", "LOC"):
            break
        start = mention.end
        if mention.label == "ORG" or text.endswith(COMMUNITIES, mention.start, mention.end):
            last = mention.end
    return last


def _read_clause(text: str, mentions: Sequence[Mention], start: int, end: int) -> Posts:
    """Return the post that fills ``start:end``: an organization and a title, one of them alone, or nothing."""
    nothing = Posts((), None, start, start)
    lead = _WAS.match(text, start, end)
    if lead:
        start = lead.end()
    meant = _MEANT.search(text, start, end)
    end = meant.start() if meant else end
    last = _body_at(text, mentions, start, end)
    if last is not None:
        if last == end:
            return Posts((), (start, end), start, end)
        if whole_title(text[last:end], behind_organization=True):
            title_start = split_unit(text, last, end)
            return Posts((Post((start, title_start), title_start, end),), (start, title_start), start, end)
        tied = tie_of(text, start, last, end)
        return nothing if tied is None else Posts((Post((start, last), tied, end),), (start, last), start, end)
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
