"""The forms of names of persons that no mention covers.

Enters: words, or a stretch of clean text. Leaves: whether they look like a name, or the stretches of the names that a
list sets with a space or with a post in brackets. Next: ``recipients`` and ``unmarked``.
"""

from __future__ import annotations

import re
from functools import cache

from unionie.link.posts.words import Extent, bare_title, title_kind
from unionie.rules import load_table

# Names of a list with their posts in brackets behind them, and names of two characters set with a space.
_BRACKETED = re.compile(
    "(?<![一-鿿·”])(?:[我本全][省市区县州旗盟镇乡村校院厂局])?"
    "([一-鿿·]{2,9}|[一-鿿][ 　]{1,2}[一-鿿])（([^（）\n]{2,24})）"
    "(?=[、和与及]|等[0-9一二三四五六七八九十]|双双|分别|[均荣获被]|$)"
)
_SPACED = re.compile("(?<=[、和予])[一-鿿][ 　]{1,2}[一-鿿](?=[、和“记等（荣获被均]|双双|分别)")
_UNIT_END = re.compile(
    "公司|集团|局|医院|学院|中学|小学|学校|大学|厂|中心|车间|科(?!长)|队(?!长)|室|班(?!长)|站(?!长)|所(?!长)|村|社区|镇|乡|街道|委|会|支部|馆"
)
_HELD = re.compile("(?:均|都|现|皆|生前)?(?:为|是|系|任职?于?)|来自")
_ASIDE = re.compile("（[^）]*）?$")
_POST_END = re.compile("[民工户生者员长师]$")
_BODY_END = re.compile(
    "(?:公司|[局厂矿院校园镇乡村科室队组班站所处部会社厅委县市区]|中心|集团|街道|社区|项目|作品|产品|个人|集体|单位)$"
)

ORG_END = re.compile(
    "(?:公司|集团|局|委员会|医院|法院|检察院|学院|大学|学校|中学|小学|幼儿园|研究院|院|厂|矿|中心|银行|支行|分行|联社|工会|政府|街道|乡|镇|社区|村|馆|站|所|办|社|班组?|科|室|股|庭|队|组|车间|部"
    "|会|委|处|园|协会|办事处|场|店|酒店|宾馆|商场|超市|大厦|食堂|段|港|校|支部|总支|党委|妇联|团委|家庭|团队|基地|医务室|门诊|窗口|大队|中队|连|营|[一-鿿]团|[一-鿿]{3}行|居|嘎查|苏木|旗|县|市|区|[产病药]房"
    "|(?<=[一-鿿])[一二三四五六七八九十]中|(?<=[一-鿿]{2})(?:[初高]中|国[小中]))$"
)
_SEASON = re.compile("[春夏秋冬][天季日]")  # 秋天: no name, though 秋 is a surname


@cache
def _surnames() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    words = {row["kind"]: frozenset(row["words"].split()) for row in load_table("names")}
    return words["surname"], words["compound"], words["never"]


@cache
def forms_of_address() -> frozenset[str]:
    """Return what stands behind a surname and makes no name with it: 大姐, 先生."""
    return frozenset(word for row in load_table("names") if row["kind"] == "address" for word in row["words"].split())


def looks_like_name(text: str, *, rare: bool = False) -> bool:
    """Tell whether ``text`` has the form of a Chinese name: a surname and one or two characters, or joined by ·.

    ``rare`` allows characters that hardly stand in given names, for a place where nothing but a name can stand.
    """
    single, compound, never = _surnames()
    if (
        _SEASON.fullmatch(text)
        or text in ("公司", "集团", "党委", "全体", "单位", "高校", "师生", "时隔")
        or text[1:] in forms_of_address()
    ):
        return False
    if "·" in text.strip("·"):
        return re.fullmatch("[一-鿿]{1,6}(?:·[一-鿿]{1,8}){1,3}", text) is not None
    if len(text) > 2 and (text[:2] in compound or text[:2] == "单于"):
        given = text[2:]
    elif text[:1] in single:
        given = text[1:]
    else:
        return False
    return 1 <= len(given) <= 2 and re.fullmatch("[一-鿿]+", given) is not None and (rare or not set(given) & never)


def surname_of(name: str) -> str | None:
    """Return the surname with which a Chinese name of two to four characters opens; None for other names."""
    single, compound, _ = _surnames()
    if not 2 <= len(name) <= 4:
        return None
    return name[:2] if name[:2] in compound and len(name) > 2 else name[0] if name[0] in single else None


def listed_names(text: str, start: int, end: int) -> list[Extent]:
    """Return the stretches of the names in ``start:end`` that only their list tells: 斯琴（牧民）、帅　军."""
    found = []
    if "（" in text[start:end]:
        for match in _BRACKETED.finditer(text, start, end):
            name, post = match.groups()
            posted = title_kind(post) is not None or _POST_END.search(post) is not None
            if posted and title_kind(name) is None and _BODY_END.search(name) is None and not name.startswith("其中"):
                found.append(match.span(1))
    found.extend(match.span() for match in _SPACED.finditer(text, start, end))
    return found


def employer_in(text: str, start: int, end: int) -> Extent | None:
    """Return the organization in the words of a post, personal details passed over: 女，土家族，丰益纺织厂挡车工."""
    lead = _HELD.match(text, start, end)
    start = lead.end() if lead else start
    for piece in re.finditer("[^，、；]+", text[start:end]):
        stop = _employer_end(_ASIDE.sub("", piece.group()))
        if stop > 2:
            return start + piece.start(), start + piece.start() + stop
    return None


def _employer_end(words: str) -> int:
    """Return how much of the words of a post names its organization: 丰益纺织厂细纱车间 of 丰益纺织厂细纱车间挡车工."""
    title = bare_title(words)
    if title and ORG_END.search(words[: -len(title)]):
        return len(words) - len(title)
    if title_kind(words) is not None:
        inside = len(words) - len("委员") * words.endswith("委员")  # 某镇党委组织|委员
        return max((m.end() for m in _UNIT_END.finditer(words, 0, inside) if m.end() < len(words)), default=0)
    return len(words) if ORG_END.search(words) else 0
