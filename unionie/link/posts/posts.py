"""What a text says of a person beside the name: posts, professions and organizations.

Enters: the clean text and its mentions. Leaves: a ``Posts`` for a PERSON mention. Next: ``people`` makes frames of
them, ``recipients`` takes from them with whom an awarded person works.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from unionie.frames import Mention
from unionie.link.posts.asides import before_join, marked_post, skip_asides
from unionie.link.posts.behind import (
    BRACKET,
    posts_added,
    posts_behind,
    posts_held,
    posts_in_row,
    posts_taken,
)
from unionie.link.posts.bureau_heads import bureau_head, skip_honour
from unionie.link.posts.homes import THAT, find_home, link_start, meant_body, sender_of, tie_of
from unionie.link.posts.suffixes import rank_behind, suffix_title
from unionie.link.posts.words import (
    COMMUNITIES,
    MEMBERSHIP,
    OWNER_END,
    UNIT_END,
    VERBAL,
    Extent,
    Post,
    Posts,
    bare_title,
    employing,
    heads_government,
    split_unit,
    standing_body,
    unmarked_owner,
    whole_title,
)

# What stands before a post and is no part of it.
_LEAD = re.compile(
    f"(?:(?<=[—–-])[记访]|授予|追授|颁授|颁给|分别[是为]|[但而](?=该)|该(?:{THAT}|[剧片书])|中心(?=副?主任)|[他她]们?的|其(?![中他它余实])|[和及与由据请让该])+"
)
# Words of who gives or has the post, up to where the post begins: 任命|副县长, 陈列着|首任校长, 会长由|党员.
_CUT = re.compile(
    ".*(?:(?<![自理缘])由(?!于)|(?<![执衣穿沉])着(?!装)|花落|(?<![供补自配])给予?(?![付水排])|之(?![一家江])|任命|聘任|聘请|推选|补选|增补|选举|指派|奖励?(?=[组队社学职]员)"
    "|(?:[来收见找遇接碰问请送提谈等][到了](?![站岗])|走[进近]|探望|叮嘱|嘱咐|拜访))"
)
# Before the posts that somebody has left; what is held now stands behind them: 甲，|曾任…，现任….
_FORMER = re.compile("(?:曾|历|先后)(?:先后)?担?任$")
# What is said of the one named before, whom it gives a post.
_GIVEN = re.compile("[担兼出就]任(?=[一-鿿]{2})|当选")
# Who fills a post that stands before 由: 秘书长由|甲|兼任.
_FILLS = re.compile("(?:同志|先生|女士)?(?:（[^（）\n]{1,12}）)?(?:[兼担]任|出任|接任|兼)(?=[，。；、\n])")
# The party's own bodies, part of the title where nothing says whose they are: 党总支书记.
_PARTY = ("党委", "党组", "党总支", "党支部", "党工委")
# A seat among those who are elected to speak for others, which is in no body of its own: 全国人大代表.
_DELEGATE = re.compile("(?:(?:全国|自治区|[省市县区州旗盟镇乡])人大|(?:党的)?[一二]?十[一二三四五六七八九]?大|党)代表$")
# A village's committee, part of the title where nothing says whose it is: 村委会主任.
_VILLAGE = frozenset({"村委会", "居委会", "村委"})
_AND = re.compile("[和与及的]")
# Between a body and a name: 某公司|的|甲, 某厂|女工|乙.
_WHOSE = re.compile("的?(?:女工|男工|工友)|的")
# A household lives in a place, it does not work there: 青石镇|甲家庭.
_HOME = re.compile("(?:[、和][一-鿿·]{2,4}?)?(?:夫妇)?(?:家庭|一家)")
BREAKS = "，。；：、！？（）“”「」『』《》〈〉【】\n\t ◎●■★▲□◆○▶►▷◇△▼☆※➤✦❖•·—…|"


_CELL = re.compile("(?:[（(][^（）()\n]{1,12}[）)])?[　\t]+")  # the gap behind a name
_SHORTEST = 2  # characters of a body's name
_LONGEST_BRAND = 14  # characters, with its quotation marks
_SHOPS = ("车间", "部", "工段", "作业区")  # units of a firm


def find_posts(text: str, mentions: Sequence[Mention], person: Mention) -> Posts:
    """Return the posts that stand before the name, else behind it; ``mentions`` are sorted and of the same text.

    Posts without an organization have that of the sentence: ``homes``.
    """
    posts = _beside(text, mentions, person)
    if not posts.items and posts.organization is None:
        posts = marked_post(text, mentions, person) or posts
    former = _is_former(text, person, posts)
    if posts.organization is None or former:
        held = posts_held(text, mentions, person)
        if held is not None and former:
            return held
        if held is not None and (not posts.items or posts.items[-1].end <= _first(held)):
            posts = held._replace(start=posts.start, items=(*posts.items, *held.items))
    if posts.organization and _HOME.match(text, person.end) and _is_place(mentions, posts.organization):
        return posts._replace(items=tuple(post._replace(organization=None) for post in posts.items), organization=None)
    if posts.organization and posts.items and text[slice(*posts.organization)] in _VILLAGE:
        own = (post._replace(organization=None, start=min(post.start, posts.organization[0])) for post in posts.items)
        posts = posts._replace(items=tuple(own), organization=None)
    unit = posts.organization if posts.unit is None else None
    meant = meant_body(text, mentions, unit[0]) if unit and text.endswith(_SHOPS, *unit) else None
    if meant:  # 某公司获A；该公司|包装车间|主任甲
        own = (post._replace(organization=meant) if post.organization == unit else post for post in posts.items)
        return posts._replace(items=tuple(own), organization=meant, unit=unit)
    if posts.organization is None and posts.items:
        for post in reversed(posts.items):
            home = find_home(text, mentions, text[post.start : post.end], min(post.start, person.start))
            if home is not None:
                return posts._replace(organization=home)
    return posts


def _is_former(text: str, person: Mention, posts: Posts) -> bool:
    """Tell whether the posts are those that somebody has left, or seats among the members of a body."""
    if not posts.items:
        return False
    first = posts.items[0]
    start = first.organization[0] if first.organization else first.start
    left = start > person.end and _FORMER.search(text, person.end, start) is not None
    return left or all(MEMBERSHIP.search(text, post.start, post.end) for post in posts.items)


def _first(posts: Posts) -> int:
    """Return where what the posts tell begins behind a name."""
    return posts.items[0].start if posts.items else (posts.organization or (posts.end, posts.end))[0]


def _beside(text: str, mentions: Sequence[Mention], person: Mention) -> Posts:
    if _follows_row(text, mentions, person):
        before = Posts((), None, person.start, person.end)
    else:
        before = posts_before(text, mentions, person)
    before = _with_filled(text, mentions, person, before)
    moved = posts_taken(text, mentions, person) if before.items else None
    if moved is not None:
        return moved._replace(start=before.start, organization=moved.organization or before.organization)
    if before.items or before.organization:
        after = suffix_title(text, person)
        if after and not before.items and before.organization:
            end = person.end + len(after)
            return Posts((Post(before.organization, person.end, end),), before.organization, before.start, end)
        bracket = BRACKET.match(text, person.end) if before.organization is None else None
        aside = posts_behind(text, mentions, person) if bracket else None
        seated = bool(before.items) and text[person.start - 1] == "："  # 副主任：甲　某工会副主席
        row = posts_in_row(text, mentions, person) if aside is None and (seated or not before.items) else None
        if row and row.items and seated:
            own = row.items[0]  # its body told in the title, since the seat is in another one
            own = own._replace(start=own.organization[0]) if own.organization else own
            items = (*before.items, own, *row.items[1:])
            return before._replace(items=items, organization=row.organization, end=row.end)
        if row and row.items and text[before.start - 1 : before.start] in ("\n", "", "　", "\t"):
            items = tuple(post._replace(organization=before.organization) for post in row.items)
            return before._replace(items=items, unit=row.organization)
        if aside is None and not before.items and BRACKET.match(text, person.end):  # 产科|甲（主任、主任医师）
            behind = posts_behind(text, mentions, person)
            ours = [post._replace(organization=before.organization) for post in behind.items if not post.organization]
            return before._replace(items=tuple(ours), end=behind.end) if ours else before
        if aside is None and before.items:
            added = posts_added(text, mentions, person, employed=before.organization is not None)
            ranks = rank_behind(text, person, before.items)
            return before._replace(items=(*before.items, *added, *ranks))
        items = (*before.items, *(aside.items if aside else ()))
        return before._replace(items=items, organization=aside.organization) if aside else before
    behind = posts_behind(text, mentions, person)
    if behind.items or behind.organization:
        return behind
    suffix = suffix_title(text, person)
    if suffix:
        end = person.end + len(suffix)
        return Posts((Post(None, person.end, end),), None, person.start, end)
    return before


def _follows_row(text: str, mentions: Sequence[Mention], person: Mention) -> bool:
    """Return whether what stands before a name is of the one who opens its line: 甲　某厂钳工　|乙|　某局护士."""
    if text[person.start - 1 : person.start] not in ("　", "\t") or not _CELL.match(text, person.end):
        return False
    line = text.rfind("\n", 0, person.start) + 1
    index = bisect_left(mentions, line, key=_start_of)
    first = mentions[index]
    opens = first.label == "PERSON" and not text[line : first.start].strip(" 　0123456789.．、")
    if not opens or first.start >= person.start:
        return False
    cell = _CELL.match(text, first.end)
    return cell is not None and cell.end() < person.start


def _with_filled(text: str, mentions: Sequence[Mention], person: Mention, before: Posts) -> Posts:
    """Return the posts with the one that stands before 由 in front of them: 审判长由庭长|甲|担任."""
    at = before.start - 1
    if at < 2 or text[at] != "由" or not _FILLS.match(text, person.end):
        return before
    at -= text[at - 1] in "改则"
    filled = posts_before(text, mentions, Mention(at, at, "PERSON", person.rule, {}))
    if not filled.items:
        return before
    organization = before.organization or filled.organization
    return before._replace(items=(*filled.items, *before.items), organization=organization, start=filled.start)


def posts_before(text: str, mentions: Sequence[Mention], person: Mention) -> Posts:
    """Return the posts right before the name: 区人大常委会副主任、区总工会主席刘建平."""
    found: list[Post] = []
    organization: Extent | None = None
    index = bisect_left(mentions, person.start, key=_start_of) - 1
    position, start = skip_honour(text, mentions, index, skip_asides(text, person.start)), person.start
    owner = _owner_of(text, mentions, index, position)
    if owner is not None:
        return Posts((), owner, owner[0], person.end)
    while True:
        index = _previous(mentions, index, position)
        left = mentions[index] if index >= 0 else None
        boundary = _boundary(text, position, left.end if left else 0)
        boundary = position if found and left and left[1:3] == (boundary, "PERSON") else boundary  # 甲|教授、某院长|乙
        chunk = text[boundary:position]
        seat = _seat_before(text, mentions, index, position)
        if seat is not None:
            found.append(seat)
            start = position = seat.organization[0] if seat.organization else seat.start
        elif left is not None and left.end == boundary and (_employs(text, left) or _governed(text, left, chunk)):
            post = _post_of(text, mentions, index, position)
            if post is None or (not chunk and found):
                alone = _AND.split(chunk)[-1]
                if post is None and alone != chunk and whole_title(alone):  # 某局的甲和|退休工人|乙
                    start = position - len(alone)
                    found.append(Post(None, start, position))
                break
            party = _party_post(text, post[0], position)
            start, organization = (party.start, organization) if party else (post[0][0], organization or post[0])
            if post[1] == position:
                break
            found.append(party or Post(*post, position))
            position = start
        else:
            words, listed = _unowned(text, boundary, position, first=not found)
            body = None if words or found else _bare_body(text, boundary, position)
            if body is not None or words is None:
                organization, start = (body, body[0]) if body else (organization, start)
                break
            found.append(words)
            organization = organization or words.organization
            start = words.organization[0] if words.organization else words.start
            if not listed:
                break
            position = start
        position = before_join(text, position)
        if position < 0:
            break
    found.reverse()
    organization = standing_body(text, employing(text, found)) or organization
    if organization is None and found:
        organization = meant_body(text, mentions, found[0].start)
    return Posts(_inherit(text, found), organization, start if found or organization else person.start, person.end)


def _unowned(text: str, boundary: int, end: int, *, first: bool) -> tuple[Post | None, bool]:
    """Return the post in words before which no body is marked, and whether others may be listed before it."""
    chunk = text[boundary:end]
    whose = chunk[chunk.rfind("的") + 1 :]  # 年纪最大的|划手
    if _GIVEN.match(chunk):
        return None, False  # 会长甲任|团长、副会长乙
    title = next((words for words in (chunk, whose) if whole_title(words)), None) or bare_title(chunk) or ""
    if not title or not (first or title == chunk):
        return None, False
    unmarked = unmarked_owner(text, boundary, end)
    if unmarked is not None and first:
        return Post(unmarked, unmarked[1], end), False
    start = end - len(title)
    return Post(None, _brand_start(text, start) if title == chunk else start, end), title == chunk


def _seat_before(text: str, mentions: Sequence[Mention], index: int, end: int) -> Post | None:
    """Return the seat of a delegate that ends at ``end``, the name of the assembly included: 甲省人大代表.

    Or the post of the head of a bureau that shares a character with its name: 县教育局长.
    """
    head = bureau_head(text, mentions, index, end)
    if head is not None:
        return head
    seat = _DELEGATE.search(text, max(0, end - 10), end)
    if seat is None:
        return None
    start = seat.start()
    while index >= 0 and mentions[index].end > start:
        if mentions[index].label == "ORG":
            start = min(start, mentions[index].start)
        index -= 1
    return Post(None, start, end)


def _brand_start(text: str, start: int) -> int:
    """Return where a listed post begins, the quoted name of what it is of included: 会长、“青禾”|品牌创始人."""
    opening = text.rfind("“", max(0, start - _LONGEST_BRAND), start) if text[start - 1 : start] == "”" else -1
    return opening if opening > 0 and text[opening - 1] == "、" else start


def _party_post(text: str, body: Extent, end: int) -> Post | None:
    """Return the post of which the party's own body is a part, with 原 before it: 原党支部书记."""
    if text[slice(*body)] not in _PARTY or body[1] == end:
        return None
    return Post(None, body[0] - (text[body[0] - 1 : body[0]] in ("原", "前")), end)


def _post_of(text: str, mentions: Sequence[Mention], index: int, position: int) -> tuple[Extent, int] | None:
    """Return the body of the title that stands between a mention and ``position``, and where the title begins.

    None where other words stand between them.
    """
    body = mentions[index]
    chunk = text[body.end : position]
    start = link_start(text, mentions, index)
    seated = chunk == "成员" and text.endswith(_PARTY[:2], start, body.end)  # 县教育局|党组成员
    if not chunk or seated or whole_title(chunk, behind_organization=True):
        sender = sender_of(text, mentions, start, chunk)
        if sender is not None:
            return sender, body.end
        title_start = split_unit(text, body.end, position)
        title_start = body.end if title_start - start < _SHORTEST else title_start  # 村党支部|书记
        return (start, title_start), title_start
    tied = tie_of(text, body.start, body.end, position) if body.label == "ORG" else None
    return None if tied is None else ((start, body.end), tied)


def _owner_of(text: str, mentions: Sequence[Mention], index: int, position: int) -> Extent | None:
    """Return the body whose name and 的 end at ``position``: 某公司的|甲."""
    if index < 0 or not _WHOSE.fullmatch(text, mentions[index].end, position):
        return None
    return (link_start(text, mentions, index), mentions[index].end) if mentions[index].label == "ORG" else None


def _bare_body(text: str, start: int, end: int) -> Extent | None:
    """Return the body, told by its form, that stands right before a name: 客家酒店|甲, 影像科|乙."""
    start += max(text[start:end].rfind(mark) for mark in "和与及") + 1
    words = text[start:end]
    ends = UNIT_END.search(words) or (OWNER_END.search(words) if len(words) > 3 else None)
    return (start, end) if ends and len(words) <= 16 and not VERBAL.search(words) else None


def _employs(text: str, mention: Mention) -> bool:
    """Tell whether the mention is an organization, or a place that is one too: 丰溪街道."""
    return mention.label == "ORG" or (mention.label == "LOC" and text.endswith(COMMUNITIES, mention.start, mention.end))


def _governed(text: str, mention: Mention, title: str) -> bool:
    """Tell whether the mention is an area and the title that of who heads it: 青石区|区长."""
    return mention.label == "LOC" and heads_government(title) and text[mention.end - 1] == title[-2]


def _is_place(mentions: Sequence[Mention], body: Extent) -> bool:
    index = bisect_left(mentions, body[0], key=_start_of)
    return index < len(mentions) and mentions[index].label == "LOC" and mentions[index][:2] == body


def _start_of(mention: Mention) -> int:
    return mention.start


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
    lead = _CUT.match(text, start, position)
    start = lead.end() if lead else start
    lead = _LEAD.match(text, start, position)
    return lead.end() if lead else start


def _inherit(text: str, posts: list[Post]) -> tuple[Post, ...]:
    """Give a post without organization the one named before it, unless it heads a government of its own."""
    done: list[Post] = []
    for post in posts:
        inherits = post.organization is None and done and not heads_government(text[post.start : post.end])
        done.append(post._replace(organization=done[-1].organization) if inherits else post)
    return tuple(done)
