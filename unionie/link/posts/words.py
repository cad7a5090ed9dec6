"""The words of posts: which end a post, what a title is, and the body that stands unmarked before one.

Enters: words or a stretch of clean text. Leaves: titles, their kinds, stretches of bodies, ``Posts`` made of them.
Next: ``posts``, ``behind`` and ``homes``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from unionie.rules import load_table

Extent = tuple[int, int]


class Post(NamedTuple):
    """One post: where the title stands, and where the organization that it is in does (None if none is named)."""

    organization: Extent | None
    start: int
    end: int


class Posts(NamedTuple):
    """The posts of a person, in text order, the organization, and the stretch that they and the name cover.

    ``unit`` is a unit of the organization that stands apart from it, in another cell.
    """

    items: tuple[Post, ...]
    organization: Extent | None
    start: int
    end: int
    unit: Extent | None = None


# What never stands inside a post that has no punctuation before it.
VERBAL = re.compile(
    "当选|表[扬彰]|[说称获将被在了是的有把从为你我他她这那些每各]|(?<!代)表示|介绍|组织|带领|陪同|参加|出席|主持|慰问|看望|走访|宣布|根据|通过|联合|以及|开展"
)
# What makes somebody a member of a body and no employee.
MEMBERSHIP = re.compile("(?:院士|会员|社员|盟员|(?:民[革盟建进]|农工|致公)党员|[社盟]成员)$")
_UNIT_NAME = re.compile("车间|[股室队班站所](?=[一-鿿]{2})|科(?![技学普研])(?=[一-鿿]{2})|项目部|工作室")
# A unit that stands right before a name: 影像科|甲乙.
UNIT_END = re.compile(
    "^[一-鿿]{1,12}(?:科(?<!理科|文科)|车间|[一二三四五六七八九十]班|作业班|办公室|(?<![全内外干])部|庭|(?:生产|检修|值守|服务)组)$"
)
_SUPPLIES = ("供图", "供稿")  # what a body does, said behind its name
_LONGEST_POST = 6
# Places that are bodies too.
COMMUNITIES = ("街道", "镇", "乡", "村", "社区", "农场", "林场", "苏木", "嘎查")
_NO_UNIT = re.compile("[副原前该本兼任]|学科|专科|全科|教研室$|^(?:办公室|值班|领班|车间|班组)$")
OWNER_END = re.compile(
    "(?:公司|集团|局|所|医院|学院|法院|检察院|厂|矿|中心|学校|大学|中学|小学|幼儿园|合作社|银行|支行|站|车队|车间|协会|工会|学会|商会|农会|联合会|基金会|村|社区|街道|镇|乡|馆|院|酒[店楼]|茶楼|饭庄|食府|餐厅|工坊|事务所|旅行社|药店|书店|养殖场|宾馆|饭店|商场|超市|公交|重工|林场|牧场|农场)$"
)
# Bodies whose people are called by a trade or a subject: 某中学|物理教师, 某医院|儿科护士.
SHORT_FIRM = "(?:[铜铝锌锑矿煤药乳纸盐糖酒]业|钢铁|重工|特钢|石化|化工|水泥|纺织|轮胎|电力|股份)"  # 某某铜业
_FIRM = re.compile(
    f"(?<=[一-鿿]{{2}}){SHORT_FIRM}|公司|集团|医院|学院|法院|检察院|厂(?=.{2})|学校|大学(?!生)|中学(?!生)|小学(?!生)|幼儿园|合作社|银行|林场|牧场|农场|研究所|派出所"
)

# Bodies for an occasion, whose officers work elsewhere: 某局副局长、代表团|团长甲.
_FOR_OCCASION = re.compile(
    "(?:代表[团队]|[组筹执]委会|(?:考察|访问|慰问|参访)团|指挥部|(?:领导|工作)小组|工作[组专]班?|评委会|评审团|大会)$"
)
# A unit inside an organization, named behind it: 细纱车间, 业务科, 办公室.
_UNIT = re.compile(
    "[^和及与、，]{1,12}?(?:车间|班组|班(?!长|主任)|科(?![长员技学研])|室|处(?![长级])|庭(?!长)|大队|中队|支队|队(?![长员])"
    "|部(?![长门分])|所(?![长有])|站(?!长)|分局|分公司|分院|项目部|中心(?!小学)|支部(?!书记)|支行)"
)
# Words that only look like a unit: 客室乘务员, 学科带头人.
_NO_PART = re.compile("[副原前该本兼任]|学科|专科|全科|客室|党$|值班$")
# The party's body at the head of another one, its branch in a village or a unit, and the titles of who sits in it.
_COMMITTEE = re.compile(
    "(?:(?<=[一-鿿]{2})(?<![镇乡])(?:党委|党组|党工委)|(?<=[一-鿿]{2}[村科查间厂部])村?党?(?:支部|总支))$"
)
_BRANCHES = frozenset(["党支部", "党总支", "支部", "总支"])
_SECRETARY = re.compile("(?:第一|常务)?副?书记|成员")


@cache
def post_kinds() -> dict[str, str]:
    """Return the words that end a post, each with its kind: official, profession or byline."""
    return {row["word"]: row["kind"] for row in load_table("post_heads")}


@cache
def _heads() -> re.Pattern[str]:
    """Return the pattern of a whole post without organization: modifiers and a head, up to the end of the string."""
    words = "|".join(sorted((w for w, kind in post_kinds().items() if kind != "byline"), key=len, reverse=True))
    modifiers = (
        "党组|党委|党总支|党支部|纪委|(?<!总)工会|妇联|团委|支部|常务|副|代理|代|原|前|时任|现任|名誉|第一|首席|高级|中级|执行|主管|主治|行政|"
        "女|退休|专职|兼职|挂职|党工委|董事局|非执行|独立|联席"
    )
    return re.compile(f"(?:(?:{modifiers})*(?:{words})(?:兼(?:任)?(?:{modifiers})*(?:{words}))*)$")


def title_kind(title: str) -> str | None:
    """Return the kind of the head that ends ``title``: official, profession, byline, or None when there is none."""
    kinds = post_kinds()
    for length in range(min(6, len(title)), 1, -1):
        kind = kinds.get(title[-length:])
        if kind:
            return kind
    return "profession" if len(title) > 2 and (title[-1] in "员工师手长" or title.endswith("大户")) else None


def bare_title(text: str) -> str | None:
    """Return the longest post at the end of ``text`` that the lexicon knows: 据主任 → 主任."""
    match = _heads().search(text[-24:])
    return match.group() if match else None


def whole_title(text: str, *, behind_organization: bool = False) -> bool:
    """Tell whether all of ``text`` reads as one post: 细纱车间挡车工, 副主任, 窗口职工."""
    if not 1 < len(text) <= (20 if behind_organization else 10) or VERBAL.search(text) or text.endswith(_SUPPLIES):
        return False
    return title_kind(text) is not None


def heads_government(title: str) -> bool:
    """Tell whether the title names its own government: 市长, 常务副区长, 代县长."""
    return re.search("(?:^|[副代])[省市县区州旗盟镇乡]长$", title) is not None


def employing(text: str, posts: Sequence[Post]) -> list[Extent]:
    """Return the bodies of the posts; those that somebody is only a member of where other ones employ: 中科院|院士."""
    bodies = [post for post in posts if post.organization]
    held = [post for post in bodies if not MEMBERSHIP.search(text, post.start, post.end)]
    return [post.organization for post in held or bodies if post.organization]


def standing_body(text: str, bodies: Sequence[Extent]) -> Extent | None:
    """Return the last of the bodies in which somebody has posts, a delegation or committee for an occasion left out."""
    standing = [body for body in bodies if not _FOR_OCCASION.search(text, *body)]
    return next(reversed(standing or bodies), None)


def unmarked_owner(text: str, start: int, end: int) -> Extent | None:
    """Return the organization at the head of a post that no mention covers: 龙脊邮政所乡邮员."""
    title = bare_title(text[start:end])
    if title is None:
        return _unit_owner(text, start, end)
    stop = end - len(title)
    start = max(start, text.rfind("的", start, stop) + 1)  # 扎根山区的|乡村教师
    if not OWNER_END.search(text[start:stop]):
        heads = [end - length for length in range(2, len(title)) if text[end - length : end] in post_kinds()]
        heads = [head for head in heads if "兼" not in text[start:head]]  # 党委副书记兼工会|主席
        stop = next((head for head in heads if OWNER_END.search(text[start:head])), stop)
    if stop - start < 4 and not (stop - start > 1 and text[start] in "省市区县州旗校院"):
        return _unit_owner(text, start, end)
    named = OWNER_END.search(text[start:stop]) and text[start] not in "副原前该本"
    return (start, stop) if named else _owner_of_trade(text, start, end) or _unit_owner(text, start, end)


def _owner_of_trade(text: str, start: int, end: int) -> Extent | None:
    """Return the body before a title of several words: 县二中 of 县二中物理教师."""
    for body in reversed(list(_FIRM.finditer(text, start, end))):
        rest = text[body.end() : end]
        if body.end() - start > 3 and 0 < len(rest) <= _LONGEST_POST and rest[0] not in "长员内" and whole_title(rest):
            return (start, body.end()) if text[start] not in "副原前该本" else None
    return None


def _unit_owner(text: str, start: int, end: int) -> Extent | None:
    """Return the unit at the head of a post: 运用一车间 of 运用一车间司机, 职教科 of 职教科教员."""
    for unit in reversed(list(_UNIT_NAME.finditer(text, start, end))):
        rest = text[unit.end() : end]
        whole = text[start : unit.end()]
        if whole_title(rest) and len(rest) <= _LONGEST_POST and len(whole) > 1 and not _NO_UNIT.search(whole):
            return (start, unit.end()) if rest[0] not in "长员" else None
    return None


def split_unit(text: str, start: int, end: int) -> int:
    """Return where the title begins in ``start:end`` behind an organization: units of it may stand before the title.

    The party's committee at the end of the organization belongs to the title, but for that of a town:
    县教育局|党组书记, 青竹村|党支部书记.
    """
    stop = start
    committee = _COMMITTEE.search(text, max(0, start - 12), start) if _SECRETARY.match(text, start, end) else None
    if committee:
        return committee.start()
    for unit in _UNIT.finditer(text, start, end):
        if unit.start() != stop or unit.group() in _BRANCHES:
            break
        stop = unit.end()
    worked = stop > start and whole_title(text[stop:end]) and text[stop] not in "长员"
    return stop if worked and not _NO_PART.search(text[start:stop]) else start
