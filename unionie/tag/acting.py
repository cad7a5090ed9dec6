"""Units without a name of their own that do something: 胸痛中心|收治, 县财政|拿出, 各卫生院|接诊.

Enters: a text. Leaves: where such units stand, and ORG mentions for those that no word makes one of many.
Next: ``link`` takes those at the head of a clause for whose figures follow.

A unit is a noun phrase that ends in the head of an organization or facility and stands before a verb or what it does;
before a number, 达到 or 增长 it is what is counted, before 的 or 建设 it belongs to what follows. What 该 points at
(该样机) is one, too.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from unionie.frames import Mention
from unionie.tag.lexicon import word_set
from unionie.tag.organizations import organization_type
from unionie.tag.words import Words, cut_words, may_be_a_deed, names_a_deed

__all__ = ["find_acting", "name_acting"]

_OPENS = frozenset("AGPIOQXDNEWHBFbS")
_BEFORE = frozenset(".VM")
_INSIDE = frozenset("AGPIOQXxDNEWHBFbSv")
_HEADS = frozenset("HBFS")
_OWNS = re.compile("年?(?:产值|营业?收入?|营收|销售收入|利税|利润|销售额|产量)")  # what a company of the report has
_TEAMS = ("代表队", "代表团")
_INSIDE_NAME = frozenset("HFBbXxA")
_LONGEST = 14  # characters
_ALONE = 3  # characters of a unit of one word
_DEPARTMENTS = ("科", "队", "室", "股", "庭")
_SENDS = frozenset(["组织", "组建", "选派", "派出", "派遣", "抽调", "成立", "集结"])
_SENT = ("队", "团", "小组", "专班", "专家组", "工作组")
_SESSIONS = ("大会", "代会", "会议", "赛", "银行", "政府", "大学")
_FUNCTION = frozenset(
    "的和与及等内里外上中下由从在对将把被向了以于并或每第其各该本按据所之这那又也就还而给因同跟让使如到至自往后前"
)
_PREPOSITIONS = frozenset("向对给从把将被由让使经离")
_EACH = "[各该本]|各(?:[省市县区州旗盟镇乡村]{1,3}|街道|街镇|乡镇街道)"  # 各|卫生院, 各乡镇|妇联, 该|工作室
_OWN = re.compile("[我本](?:[省市区县州旗盟镇乡村院校局会厂段所社行矿]|公司)")
_NOUNS = frozenset("DNHBF")
_BODIES = frozenset("省市区县州旗镇乡村院校厂局会行馆场矿所站队段社园")
_DATE = frozenset(["年", "月", "日", "年度"])
_ASIDE = frozenset(["当中", "其中"])
_NO_UNIT = _DATE | _ASIDE | {"团队"}  # somebody's team
_HOTLINE = r"1\d{2}(?:\d{2})?"
_LEAD = re.compile(f"{_EACH}|{_OWN.pattern}|{_HOTLINE}")
_LEADS = frozenset("各该本我1")  # the first characters of these: few words have one
_SECTION = re.compile("[一-鿿]{2,}(?<![本专学程])[科股]|[一-鿿]{2}(?<![场住厕会处寓托])所")  # words: 户政科, 车管所
_PARK = re.compile("[一-鿿]{2,}园")  # 创业园, 物流园
_HAS = re.compile("[DNWv]{1,3}M")  # 对外服务收入97万元
_ADVERB = re.compile(
    r"(?:\s|\d+[年月日]|今年|这一年|一年来|全年|年内|共|累计|日均|已经?|还|先后|又|也|则|再|每年|每月|率先|主动|积极|就|均|都|目前|现|同时|专门|及时|全部|当天|当年)*"
)
# Who leads a unit or since when it works, before what it does: 家长会（会长张小北）|募得, 胸痛中心自5月挂牌以来，|收治.
_NOTED = re.compile("(?:（[^（）\n]{1,16}）)?(?:自[^，。；：\n]{2,20}(?:以来|后|起)，?)?")
# How or with whom it is done: 外科|在专家指导下，开展新手术.
_UNDER = re.compile("在[^，。；：\n0-9]{2,24}?[下中]，?(?![一-鿿]?[的和与、]|[央心部小学])")
_NO_DEED = re.compile(
    r"达|增|减|降|升|提高|扩|为|是|占|比|较|同比|覆盖|分别|实现全|突破|超过|发展到|建设|工作|管理|发展|改革|运行|组织|债务|经费|专项|建|铺|布|加到"
    r"|(?:补助|资助|贷款)[0-9一二三四五六七八九十两几近约占]|要|有[0-9一二三四五六七八九十两几近约]|[数量额面地]|率(?![领队])"
)
# What stands right before a unit that is meant as one: a mark, a date, a word of time; not 给, not 12家.
_ALONE_BEFORE = re.compile("(?:^|[。；，、：！（”】\n\\s]|[年月日末底]|其)$")
_ONE_OF_MANY = re.compile(
    "^[各该本我经年]|基层|同级|各级|[两三二]级|直管|(?:园区?|基金|基地|工厂|合作社|林场|水库|口岸|组|团队)$"
)


@lru_cache(maxsize=2)  # asked for names and for subjects
def find_acting(text: str) -> list[tuple[int, int]]:
    """Return start and end of the units behind a mark, a number or a word that no name runs across."""
    words = cut_words(text)
    found = []
    for index, kind in enumerate(words.kinds):
        if not _stands_behind(words, index):
            continue
        word = words.word(index)
        if word not in _NO_UNIT and (kind in _OPENS or _leads(word)):
            end = _read_unit(words, index) or _pointed_at(words, index)
            if end is not None and not _is_sent(words, index, end):
                found.append((words.starts[index], end))
    return found


def _stands_behind(words: Words, index: int) -> bool:
    """Return whether a unit may begin with the word, by the one before it: a mark, a number, a date, 其中."""
    if not index or words.kinds[index - 1] in _BEFORE:
        return True
    before = words.word(index - 1)
    return before in _ASIDE or (before in _DATE and index > 1 and words.kinds[index - 2] == "M")


def name_acting(text: str) -> list[Mention]:
    """Return the units that stand for themselves as ORG mentions: 县财政|拨付, 户政科|换发, not 各卫生院, 12家|医院."""
    return [
        Mention(start, end, "ORG", "org.acting", {"type": organization_type([text[start:end]])})
        for start, end in find_acting(text)
        if _ALONE_BEFORE.search(text, max(0, start - 1), start) and not _ONE_OF_MANY.search(text[start:end])
    ]


def _is_sent(words: Words, index: int, end: int) -> bool:
    """Return whether the first word is what is done with a team: 组织|医疗队赴9个乡镇, not 组织科|发展党员."""
    return words.word(index) in _SENDS and words.text.endswith(_SENT, words.starts[index], end)


def _leads(word: str) -> bool:
    """Return whether a unit may begin with the word though it is no noun: 该|工作室, 我院|服务中心, 110|指挥中心."""
    return word[0] in _LEADS and _LEAD.fullmatch(word) is not None


def _read_unit(words: Words, first: int) -> int | None:
    """Return where the unit that begins with this word ends, None if none does or it does nothing."""
    start, end, last = words.starts[first], None, first
    facilities = word_set("facility")
    for index in range(first, len(words.kinds)):
        kind, stop = words.kinds[index], words.starts[index + 1]
        if stop - start > _LONGEST or (index > first and kind not in _INSIDE):
            break
        word = words.word(index)
        if word in _PREPOSITIONS:
            break
        if kind in _HEADS or word in facilities or _PARK.fullmatch(word) or _is_section(words, first, index):
            end, last = stop, index
    if (
        end is None
        or words.text.endswith(_SESSIONS, start, end)
        or (last == first and end - start < _ALONE and not words.text.endswith(_DEPARTMENTS, start, end))
    ):
        return None
    own = _OWN.fullmatch(words.word(first)) is not None and words.text.endswith(_TEAMS, start, end)
    definite = own or words.kinds[first] == "O" or words.word(first) == "该" or words.word(first)[0] == "各"
    return end if _does(words, start, end, definite=definite) else None


def _pointed_at(words: Words, first: int) -> int | None:
    """Return where the thing ends that 该 points at: 该样机|每小时采果420公斤, not 该所有."""
    if words.word(first) != "该" or words.kinds[first + 1 : first + 2] not in _NOUNS:
        return None
    return None if words.word(first + 1)[0] in _BODIES else words.starts[first + 2]


def _is_section(words: Words, first: int, index: int) -> bool:
    """Return whether a word ends the name of a section: 户政科, 第二检察|部."""
    if words.kinds[index] == "b":
        return index > first and words.starts[index] - words.starts[first] > 1
    return words.kinds[index] == "D" and _SECTION.fullmatch(words.word(index)) is not None


def _does(words: Words, start: int, end: int, *, definite: bool) -> bool:
    """Return whether a verb stands behind the unit, adverbs aside, that tells what it does.

    A noun before a number will do where it is done (发电9亿度), or where the unit is a definite one.
    """
    noted = _NOTED.match(words.text, end)
    end = noted.end() if noted else end
    under = _UNDER.match(words.text, end)
    adverb = _ADVERB.match(words.text, under.end() if under else end)
    place = adverb.end() if adverb else end
    if _NO_DEED.match(words.text, place):
        return False
    if place not in words.edges and end - start >= _ALONE:
        place = end  # 合作社|现有社员
    index = bisect_left(words.starts, place)
    if index >= len(words.kinds) or words.starts[index] != place or _NO_DEED.match(words.text, place):
        return False
    opens = (start == 0 or words.text[start - 1] in "。；\n") and not words.text.endswith("工会", start, end)
    if (
        opens
        and end - start > _ALONE
        and words.kinds[bisect_left(words.starts, start)] in "DXPO"
        and _HAS.match(words.kinds, index)
    ):
        return True
    if _OWNS.match(words.text, place) or (definite and words.kinds[index] == "M" and words.text[start] != "各"):
        return True
    word = words.word(index)
    following = words.kinds[index + 1 : index + 2]
    if words.kinds[index] == "D":
        return following == "M" and (definite or names_a_deed(word))
    if words.kinds[index] == "X":
        return may_be_a_deed(word) and following not in _INSIDE_NAME
    return words.kinds[index] in "vVx" and word not in _FUNCTION
