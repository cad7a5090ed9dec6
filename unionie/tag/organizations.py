"""Find organizations: a head noun on the right, grown left over places, ordinals, proper and descriptive words.

Enters: ``Words`` and their kinds after ``places`` marked what is a place. Leaves: ORG mentions with ``type``.
Next: ``aliases`` adds the short forms that the text defines, ``merge`` drops what stands inside.

A run is what no name is crossed by (verbs, prepositions, conjunctions, punctuation). In a run, heads cut segments;
a segment with something specific in it opens a name, and the parts behind it (department, team) join it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from unionie.frames import Mention
from unionie.tag.lexicon import lexicon, name_parts
from unionie.tag.words import Words

__all__ = ["find_organizations", "organization_type"]

_RUN = re.compile("(?:[PAGIOHFBbSDXxNWvMER]|(?<=[PHA])Z(?=[PX]))*[HFBbS]")
_HEAD = re.compile("[HFBbS]")
_SHORT_UNION = re.compile(
    "(?<![全我本该各])[省市区县州旗]总(?!人口|人数|量|数|面积|产|额|计|分|局|值|收入|投资|支出|规模|体|部|公司|指挥|编|经理|裁|会计|工程师|目标"
    "|医院|里程|装机|共|会|队|站|行|厂|则|店|台|长|书记|动员|决赛|冠军|评|成绩|工会|工程|结|是|有|能)"
)
_BRIDGES = re.compile("驻|（[\u4e00-\u9fff]{2,6}）(?=[\u4e00-\u9fff]{0,6}(?:有限|股份)[\u4e00-\u9fff]{0,4}公司)")
_HONOURED = re.compile("[^，。；\n]{0,24}(?:获|被评|被授|荣)")
_GIVES = re.compile("(?:获|获得|荣获|获评|评为|授予|命名为|认定为|创建|争创)[“「]?$")
_AWARDED = re.compile("荣立|荣获|获(?![悉取得])|被评为|被授予|获评|喜获|荣膺|被命名")
_CLINICS = ("科", "部", "室", "中心", "队", "班", "组", "团队")
_LONGEST = 30
_POST_STARTS = frozenset("副 常务 总 代 原".split())
_DEPARTMENTS = ("部", "局", "厅", "庭", "科", "常委会", "政法委", "纪委")
_ANCHORED_ONLY = frozenset(
    "政府 党委 党组 党支部 党总支 支部 工会 团委 妇联 委员会 办事处 人大 政协 法院 检察院 纪委 工委 团支部 管委会 居委会 村委会".split()
)
_PARTY_PARTS = frozenset("党组 党委 党总支 党支部 团委 党工委".split())
_HOUSES_BEFORE = frozenset("局 院 厂 所 站 队 处 矿 校 公司 集团 集团公司 总公司 学校 医院 学院 大学".split())
_COMMON_BODIES = frozenset("党支部 团支部 营业部 门诊部 俱乐部 项目部 事业部".split())


def find_organizations(words: Words, kinds: str, known: Sequence[Mention] = ()) -> list[Mention]:
    """Return ORG (and LOC: stadiums, stations) mentions in text order; ``known`` ones (short forms) may take parts behind them: 中心|业务科."""
    wholes: dict[int, Mention] = {}
    letters = list(kinds)
    for mention in (*known, *_short_unions(words)):
        first, last = bisect_left(words.starts, mention.start), bisect_left(words.starts, mention.end) - 1
        if _is_free(words, kinds, first, last):
            letters[first:last] = "V" * (last - first)
            letters[last] = "S"
            wholes[last] = mention
    kinds = _bridge(words, "".join(letters))
    mentions = []
    for run in _RUN.finditer(kinds):
        mentions += _read_run(words, kinds, run.span(), wholes)
    return mentions


def _bridge(words: Words, kinds: str) -> str:
    """Let names run over 驻 between places and over the brackets of a company: 华庭电子（沂泉）有限公司."""
    letters = list(kinds)
    for match in _BRIDGES.finditer(words.text):
        index = bisect_left(words.starts, match.start())
        while index < len(letters) and words.starts[index] < match.end():
            letters[index] = "Z" if match.group() == "驻" else "D"
            index += 1
    return "".join(letters)


def _is_free(words: Words, kinds: str, first: int, last: int) -> bool:
    """Tell whether a short form stands for itself: 中心 is no alias in 帮扶中心 or 中心城区."""
    if first and kinds[first - 1] in "DXxBHAPO" and kinds[first] in "BHFb":
        return False
    return not (kinds[last] in "BHFb" and kinds[last + 1 : last + 2] in {"N", "A"})


def _short_unions(words: Words) -> list[Mention]:
    """Return 市总, 区总 … where they stand for a federation of unions."""
    return [
        Mention(match.start(), match.end(), "ORG", "org.union-short", {"type": "union"})
        for match in _SHORT_UNION.finditer(words.text)
        if match.start() in words.edges
    ]


def _read_run(words: Words, kinds: str, run: tuple[int, int], wholes: dict[int, Mention]) -> list[Mention]:
    start, end = run
    found: list[Mention] = []
    opened: int | None = None
    last = start
    position = start
    for match in _HEAD.finditer(kinds, start, end):
        index = match.start()
        if kinds[index] == "b" and kinds[index + 1 : index + 2] in set("DXxNvIE") and not _before_name(words, index + 1):
            continue
        if opened is not None and not _joins(words, kinds, position, index):
            found += _close(words, kinds, opened, last, wholes)
            opened = None
        if opened is None:
            opened = _left_edge(words, kinds, position, index)
        if opened is None and _AWARDED.match(words.text, words.starts[end]):
            opened = _recipient_edge(words, kinds, position, index)
        if opened is not None:
            last = index + 1
        position = index + 1
    if opened is not None:
        found += _close(words, kinds, opened, last, wholes)
    return found


def _recipient_edge(words: Words, kinds: str, first: int, head: int) -> int | None:
    """Return where a body without any proper name begins that opens a clause and receives an honour (特勤大队一站荣立…)."""
    before = words.word(first - 1) if first else "\n"
    if before not in {"。", "，", "；", "、", "\n", "：", "和", "　"} or kinds[first] in "NWVMI" or head == first:
        return None
    return first if not set(kinds[first:head]) & set("WMG") else None


def _close(words: Words, kinds: str, first: int, last: int, wholes: dict[int, Mention]) -> list[Mention]:
    whole = wholes.get(first)
    start, end = whole.start if whole else words.starts[first], words.starts[last]
    if whole and last == first + 1:
        end = whole.end
    if end - start < 2 or end - start > _LONGEST:
        return []
    if last - first > 1 and words.word(last - 1) in _PARTY_PARTS and kinds[last - 2] in "HFBbS" and kinds[last : last + 1] == "T":
        end = words.starts[last - 1]
    heads = [words.word(index) for index in range(first, last) if kinds[index] in "HFBbS"]
    if heads and lexicon().heads.get(heads[-1]) == "site":
        return [Mention(start, end, "LOC", "place.site", {"level": "site"})]
    kind = whole.attrs["type"] if whole else organization_type(heads)
    return [Mention(start, end, "ORG", whole.rule if whole else "org.head", {"type": kind})]


def organization_type(heads: list[str]) -> str:
    """Return the type of the last head that has one; a part without its own type takes that of the body it belongs to."""
    types = lexicon().types
    known = [types.get(head) or _guess_type(head) for head in heads]
    for kind in reversed(known):
        if kind != "other":
            return kind
    return "other"


def _guess_type(head: str) -> str:
    for endings, kind in (
        (("医院", "卫生院"), "hospital"),
        (("公司", "集团", "厂", "银行", "支行", "矿"), "company"),
        (("大学", "学院", "中学", "小学", "学校", "研究所", "研究院"), "school"),
        (("法院", "检察院"), "court"),
        (("局", "厅", "委员会", "政府"), "government"),
        (("日报", "晚报", "电视台", "新闻社"), "media"),
        (("工会",), "union"),
    ):
        if head.endswith(endings):
            return kind
    return "other"


def _before_name(words: Words, index: int) -> bool:
    """Tell whether a personal name may begin at the word (细纱班余大妹)."""
    return words.word(index)[0] in name_parts().surnames


def _joins(words: Words, kinds: str, first: int, head: int) -> bool:
    """Tell whether the segment ``first:head`` with its head is a part of the name before it."""
    segment = kinds[first:head]
    if kinds[head] == "S":
        return False
    if not segment:
        return kinds[head] not in "Fb" and not (words.word(head) == "中心" and kinds[head + 1 : head + 2] not in {"T", ".", ""})
    if segment[0] in "AG" or len(segment) > 5 or (segment[0] == "v" and not _is_part_verb(words, first, kinds[head])):
        return False
    if re.match("M.*N", segment):
        return False
    if segment[0] == "P" and kinds[head] not in "HFBb":
        return False
    if kinds[head] == "b":
        return segment != "" and (words.word(head) != "组" or len(segment) > 1)
    return True


def _is_part_verb(words: Words, first: int, head: str) -> bool:
    """Tell whether a part's name may begin with the verb: 审判管理办公室, but not 联合…公司."""
    return head in "Bb" and len(words.word(first)) == 2 and words.word(first) not in {"联合", "获评"}


def _left_edge(words: Words, kinds: str, first: int, head: int) -> int | None:
    """Return the word with which the name that ends in ``head`` begins, None if nothing makes it a name."""
    if kinds[head] == "S" or (head == first and _stands_alone(words, kinds, head)):
        return head
    if head == first and head and kinds[head] in "HB" and words.word(head - 1) in _HOUSES_BEFORE and kinds[head - 1] in "HFbI":
        return head - 1 if lexicon().types.get(words.word(head)) in {"union", "party"} else None
    anchor = _anchor(words, kinds, first, head)
    if anchor is not None:
        return anchor if anchor >= 0 else None
    edge = head
    company = lexicon().types.get(words.word(head), "company") == "company"
    while edge > first and (kinds[edge - 1] in "XxDOENIMb" or (company and kinds[edge - 2 : edge] == "Xv")):
        edge -= 1
    while edge < head and kinds[edge] in "NvMDI" and (kinds[edge] != "D" or "X" in kinds[edge:head]):
        if kinds[edge] == "I" and edge == head - 1:
            break
        edge += 1
    if edge >= head or not _is_specific(words, kinds, edge, head):
        return None
    alone = kinds[edge:head] == "X" and words.starts[head] - words.starts[edge] == 1
    return edge - 1 if alone and kinds[edge - 1 : edge] == "V" else edge


def _stands_alone(words: Words, kinds: str, head: int) -> bool:
    """Tell whether a bare department before a post is a name: 宣传部|部长, 立案庭|副庭长."""
    word = words.word(head)
    opens = head == 0 or kinds[head - 1] in ".V"
    if opens and kinds[head] == "B" and word.endswith(_CLINICS) and len(word) > 2:
        if lexicon().types.get(word) == "hospital" and _HONOURED.match(words.text, words.starts[head + 1]):
            return True
    following = kinds[head + 1 : head + 2]
    if following != "T" and not (following and words.word(head + 1) in _POST_STARTS):
        return False
    return len(word) > 2 and word.endswith(_DEPARTMENTS) and word not in _COMMON_BODIES


def _anchor(words: Words, kinds: str, first: int, head: int) -> int | None:
    """Return where the leftmost place, level or scope begins that the head may belong to; -1 if it bars a name."""
    for index in range(first, head):
        kind = kinds[index]
        if kind in "PG":
            break
        if kind == "A" and words.word(index) not in {"社区", "地区", "示范区", "林区"}:
            break
    else:
        return None
    start = words.starts[index]
    if kinds[index] == "A" and words.text[start - 1 : start] in {"全", "我", "本", "该", "各", "某", "外", "跨"}:
        return -1
    if kinds[index] == "A" and words.word(index + 1) in {"各级", "基层", "所有", "直属", "各"}:
        return -1
    if kinds[index] == "G" and not _scope_fits(words, kinds, index, head):
        return -1
    if index - 1 == first and kinds[first] == "X" and words.starts[index] - words.starts[first] > 1:
        index -= 1
    if kinds[head] in "bB" and kinds[index:head].strip("PAG") == "" and kinds[head + 1 : head + 2] != "T":
        return None
    if any(kinds[at] == "M" and words.word(at)[-1] in "家个所座名位条批项" for at in range(index, head)):
        return -1
    middle = kinds[index:head]
    if middle == "A" and words.word(head) in {"公司", "集团", "学校", "企业"}:
        return -1
    return index if "v" not in middle[-6:-4] and len(middle) <= 9 else None


def _scope_fits(words: Words, kinds: str, scope: int, head: int) -> bool:
    """Tell whether a word of scope opens a name: 全国 does for unions and societies, not for 煤矿 or an honour."""
    if words.word(scope) != "全国":
        return True
    kind = lexicon().types.get(words.word(head), "other")
    if kind in {"company", "hospital", "school", "court"} or _GIVES.search(words.text, max(0, words.starts[scope] - 6), words.starts[scope]):
        return False
    return not set(kinds[scope + 1 : head]) & set("NvW")


def _is_specific(words: Words, kinds: str, edge: int, head: int) -> bool:
    middle = kinds[edge:head]
    proper = sum(
        words.starts[index + 1] - words.starts[index] for index in range(edge, head) if kinds[index] in "Xx"
    )
    if kinds[head] in "Bb":
        following = kinds[head + 1 : head + 2] == "T"
        return following or (words.word(head).endswith(("队", "班", "车间")) and proper > 1) or ("O" in middle and _is_ordinal(words, kinds, edge, head))
    if words.word(head) in _ANCHORED_ONLY:
        return middle == "I"
    if "E" in middle or middle == "I" or ("O" in middle and _is_ordinal(words, kinds, edge, head)):
        return True
    if words.word(head) == "学院" and middle.strip("D") == "" and _opens_name(words, kinds, edge):
        return True
    if kinds[head] == "F":
        return bool(middle.strip("NvW"))
    if proper == 1 and edge and kinds[edge - 1] == "V" and words.starts[edge] - words.starts[edge - 1] == 1:
        opens = edge == 1 or kinds[edge - 2] == "."
        return opens or words.word(edge - 1) in {"同", "正", "中"}
    return (proper > 1 and "X" in middle) or (words.word(head) in {"集团", "日报", "晚报"} and "D" in middle)


def _is_ordinal(words: Words, kinds: str, edge: int, head: int) -> bool:
    """Tell whether an ordinal numbers a body (第三人民医院), not a session (第七届理事会)."""
    ordinals = [words.word(index) for index in range(edge, head) if kinds[index] == "O"]
    return all(word[-1] not in "届次批期轮季任个" for word in ordinals)


def _opens_name(words: Words, kinds: str, edge: int) -> bool:
    return edge == 0 or words.word(edge - 1) in {"（", "、", "\n", "\t", "　", "。", "，"}
