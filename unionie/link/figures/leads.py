"""Words before a value that say who or where it was, so that the noun behind it names what is measured.

Enters: the words before and behind a value. Leaves: whether the words before only lead up to the noun, or the noun
with what is said of it. Next: ``indicators``.
"""

from __future__ import annotations

import re

from unionie.link.figures.clauses import ASIDE, TIME
from unionie.link.figures.cues import LEAD, words
from unionie.link.figures.phrases import Tagger, ends_nominal, is_governed, names_verbs, noun_prefix, verb_prefix
from unionie.link.figures.scope import Reader
from unionie.values.types import Quantity

MARKS = ("", *"、，和及")
LIMIT = 16  # characters
# Where something is counted, not what: 组团内|9条|主次干道, 实施奋斗镇|1.6万吨|蔬菜仓储项目.
PLACE = re.compile(
    r"^.{0,10}(?:[省境国海]外|[省境国]内|范围内|一带|等地|沿线|路段|主干道|[一-鿿](?:[镇乡村县市区]|街道|社区|[内里]))$"
)
_AREA = re.compile("[镇乡村县市区]|街道|社区")  # what names listed before a value are: 甲、乙|2个|镇
# Who has what is counted behind the value: 集团|54平方米|展位.
_OWNER = re.compile(
    "(?:某[一-鿿]{0,3}(?:部队|[支大中]队|[旅团营连部])|集团|公司|学校|医院|学院|合作社|协会|商会|[该本我](?:[镇乡村县市区省校院厂矿社行所局队馆站]|公司|集团|合作社|单位))"
)
_TAKES = re.compile("[把将让使]$|(?:带|领|牵|陪)着?$|带领$")  # somebody does something with those counted
# What says nothing of the noun behind the value: 来自全国|22支|队伍, 出台9方面|33项|举措, 当地|15万|群众.
_SAYS_NOTHING = re.compile(
    r"来自[^，的]*|(?:会同|联合|携手|协同|协调)[一-鿿、]{2,10}|当地|为|推动|促进|助[力推]|.*[\d一二两三四五六七八九十](?:个?方面|大类|大项)"
)
_CLASSIFIERS = frozenset("项个家条座处所支批部款种类门轮")
_SIZES = ("area", "length")
_THING = re.compile(
    "^[一-鿿“”]{2,}(?:项目|工程|课题|试点|基地|中心|平台)(?:建设|改造)?$"
)  # 改造|项目: a noun that opens with a verb
_NOUN = ("n", "b", "j", "l", "vn")
_AND = re.compile("[、和与及]")
_SIZE = re.compile("^(?:[过超][百千万亿一二三四五六七八九十]+元?级?的?|(?:国家)?[1-5]?A{1,5}级)")  # 3个|过千亿元|城市
_GIVES = re.compile("授予|给予|命名|表彰|另有")  # of those who get an honour, the honour is counted
_TELLS_NOTHING = re.compile("领域|方面|行业|产业|地区|国家|学科|(?:主要|重点|各项)?指标")  # without its examples
_BLANK = f"{TIME}{ASIDE}，、\u3000 "
_LONGEST_NAME = 14  # characters of a name in a list, with the verb before it
# Not 一、二、三等|奖.
_EXAMPLES = re.compile("(?P<first>[^、等]{2,14})(?:、[^、等]{2,14})+(?<![一二三四五])等(?P<kind>[^等]{2,16})")
_QUALIFIED = 10  # characters of what is said of a noun with 的
_SHORTEST = 2
_ALL = re.compile(
    "全部|全体|悉数|现场|当场|同步|个个|人人|[今去明当]年|目前|如今|[今明]晚|力争|预计"
)  # what is said of them, no part of the noun
# What ends the noun behind a value; not 集中, 空中, 高中.
_NO_NOUN = re.compile(f"[、，和及（{TIME}{ASIDE}]|(?<![集其空高初途水期])中(?![小学心央等型])|里")


def only_leads(
    reader: Reader, value: Quantity, phrase: str, body: str, after: str, *, towards: bool, counted: bool
) -> bool:
    """Tell whether the phrase only leads up to what stands behind the value: where it was, or who had it."""
    after = after.lstrip(ASIDE)
    if after[:1] not in MARKS and _SAYS_NOTHING.fullmatch(phrase):
        return True
    if after[:1] not in MARKS and noun_prefix(after, reader.tag):
        absolute = value.dimension not in ("money", "ratio")
        placed = absolute and (PLACE.search(phrase) or _OWNER.fullmatch(phrase))
        reached = value.dimension == "count" and (towards or is_governed(phrase, reader.tag, LIMIT))
        listed = value.unit == "个" and "、" in phrase and _AREA.match(after) and not verb_prefix(phrase, reader.tag)
        if placed or listed or reached or (value.dimension == "count" and _TAKES.search(phrase)):
            return True
    nominal = counted and phrase != "" and ends_nominal(body, reader.tag, strictly=True)
    return nominal and not verb_prefix(phrase, reader.tag)


def qualified_noun(reader: Reader, phrase: str, words: str, after: str, end: int) -> str:
    """Return the noun behind a value with what 的 says of it: 赴成都参赛的|9名|选手; ``end`` is where 的 stands.

    Where a name or a place stands before 的, it is whose they are: 石桥中学的|94名|学生.
    """
    noun = noun_behind(reader, after) if phrase and words.endswith("的") else ""
    if not noun:
        return ""
    whose = end in reader.subjects.values() or PLACE.search(phrase) or len(phrase) > _QUALIFIED
    return noun if whose else phrase + noun


def after_noun(after: str, noun: str, end: int) -> int:
    """Return where the words for the next value begin: behind the noun if a list goes on there, else at ``end``."""
    size = after.find(noun[-_SHORTEST:]) + _SHORTEST
    return end + size if after[size : size + 1] in MARKS else end


def ends_there(reader: Reader, after: str) -> bool:
    """Return whether nothing behind a value says what is counted, only when or that all were: 余下的|120户|全部销号."""
    told = after[:1] in (*MARKS, TIME) or _ALL.match(after) is not None
    return told and not noun_behind(reader, after)


def noun_behind(reader: Reader, after: str) -> str:
    """Return the noun that stands directly behind a value, without what is said of all: 学员|全部通过."""
    if after[:1] in MARKS:
        return ""
    noun = _NO_NOUN.split(after, maxsplit=1)[0]
    noun = _ALL.split(noun[: noun_prefix(noun, reader.tag)], maxsplit=1)[0]
    return noun if len(noun) >= _SHORTEST else ""


def behind_posts(reader: Reader, start: int) -> int:
    """Return the end of the person whose posts begin at ``start``: 会长|王平|带着12名队员; else ``start``."""
    at = start
    while at in reader.posts:
        at = reader.posts[at]
        at += reader.clean.text[at : at + 1] in ("、", "\u3000", " ")
    return reader.subjects.get(at, start) if at > start else start


def pure_noun(reader: Reader, after: str) -> bool:
    """Return whether nothing but a noun phrase follows a value up to the next mark."""
    opens = after[:1] in MARKS or after.startswith("的")  # 有会员|9万人|的工会
    noun = "" if opens else re.split(f"[、，和及（{ASIDE}]", after, maxsplit=1)[0]
    return bool(noun) and len(noun) <= LIMIT and noun_prefix(noun, reader.tag) == len(noun)


def short_predicate(after: str) -> str:
    """Return what the people counted did, said in a few characters behind the value: 7800余人次|进场."""
    return after if re.fullmatch("[一-鿿]{2,6}", after) else ""


def counts_behind(reader: Reader, value: Quantity, after: str) -> bool:
    """Return whether a noun follows directly on the classifier that counts it: 生态环境9项|约束性指标全部完成."""
    if value.unit not in _CLASSIFIERS or after[:1] in MARKS or _ALL.match(after):
        return False
    word, pos = reader.tag(after)[0]
    return pos.startswith(_NOUN) and len(word) >= _SHORTEST and noun_prefix(after, reader.tag) >= _SHORTEST


def lacks_noun(reader: Reader, value: Quantity, phrase: str, after: str) -> bool:
    """Return whether a verb alone stands before a value and what it was done to behind: 启动|12个|改造项目."""
    if not phrase or after[:1] in (*MARKS, "的") or phrase in words("amount"):
        return False
    if value.unit not in _CLASSIFIERS and value.dimension not in _SIZES:
        return False
    if not names_verbs(phrase.removeprefix("新"), reader.tag):
        return False
    behind = _NO_NOUN.split(after, maxsplit=1)[0]
    if len(behind) >= _SHORTEST and noun_prefix(behind, reader.tag) == len(behind):
        return True  # 建设|47.8万亩|高标准农田
    return len(behind) <= LIMIT and _THING.search(behind) is not None


def apposed(reader: Reader, words: str, value: Quantity, after: str) -> str | None:
    """Return the verb before names that the noun behind a value sums up, None where there are none of these.

    新增|甲、乙、丙|3个千亿县; of a list that 等 leaves open the number need not agree.
    """
    if value.dimension != "count" or not noun_prefix(_SIZE.sub("", after), reader.tag):
        return None
    said = words.lstrip(_BLANK).removesuffix("等")
    names = _AND.split(said)
    closed = len(names) == value.value and min(map(len, names)) >= _SHORTEST
    if not (words.endswith("等") or (closed and len(names) > 1)) or max(map(len, names)) > _LONGEST_NAME:
        return None
    return None if _GIVES.match(names[0]) else LEAD.sub("", verb_prefix(names[0], reader.tag))


def without_examples(indicator: str, tag: Tagger) -> str:
    """Return an indicator without the examples of what it names: 治理|甲河、乙渠等|河道."""
    match = _EXAMPLES.fullmatch(indicator)
    if match is None or _TELLS_NOTHING.match(match["kind"]):
        return indicator
    verb = verb_prefix(match["first"], tag)
    return verb + match["kind"] if noun_prefix(match["kind"], tag) else indicator
