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
from unionie.tag.edges import left_edge, recipient_edge
from unionie.tag.lexicon import lexicon, name_parts, word_set
from unionie.tag.words import Words

__all__ = ["find_organizations", "organization_type"]

_RUN = re.compile("[PAGIOHFBbSDXxNWvMERQZ]+")
_HEAD = re.compile("[HFBbS]")
_SHORT_UNION = re.compile(
    "[省市区县州旗盟](?<![全我本该各].)总(?!人口|人数|量|数|面积|产|额|计|分|局|值|收入|投资|支出|规模|体|部|公司|指挥|编|经理|裁|会计|工程师|目标"
    "|医院|里程|装机|共|会(?!同)|队|站|行|厂|则|店|台|长|书记|动员|决赛|冠军|评|成绩|工会|工程|结|是|有|能)"
)
_MEASURE = re.compile("V(?=[HF])(?<=[XP]V)")
_BRIDGES = re.compile("驻|（[\u4e00-\u9fff]{2,6}）(?=[\u4e00-\u9fff]{0,6}(?:有限|股份)[\u4e00-\u9fff]{0,4}公司)")
_AWARDED = re.compile("荣立|荣获|获(?![悉取得])|被评为|被授予|获评|喜获|荣膺|被命名")
_PARTS = frozenset("站科股室庭队班处所")
_LONGEST = 30


def find_organizations(words: Words, kinds: str, known: Sequence[Mention] = ()) -> list[Mention]:
    """Return ORG mentions (LOC for stadiums and stations) in text order.

    ``known`` mentions are short forms, which may take parts behind them: 中心|业务科.
    """
    wholes: dict[int, Mention] = {}
    letters = list(kinds)
    for mention in (*known, *_short_unions(words)):
        first, last = bisect_left(words.starts, mention.start), bisect_left(words.starts, mention.end) - 1
        if _is_free(kinds, first, last):
            letters[first:last] = "V" * (last - first)
            letters[last] = "S"
            wholes[last] = mention
    kinds = _bridge(words, "".join(letters))
    heads = [match.start() for match in _HEAD.finditer(kinds)]
    mentions = []
    done = 0
    for run in _RUN.finditer(kinds):
        if done < len(heads) and heads[done] < run.end():
            last = bisect_left(heads, run.end(), done)
            mentions += _read_run(words, kinds, (run.start(), heads[done:last]), wholes)
            done = last
    return mentions


def _bridge(words: Words, kinds: str) -> str:
    """Let names run over 驻, a measure (余庆堂医院) and a company's brackets: 华庭（沂泉）有限公司."""
    letters = list(kinds)
    for match in _MEASURE.finditer(kinds):
        index = match.start()
        word = words.word(index)
        if len(word) == 1 and word not in lexicon().stops:
            letters[index] = "X"
    for match in _BRIDGES.finditer(words.text):
        index = bisect_left(words.starts, match.start())
        while index < len(letters) and words.starts[index] < match.end():
            letters[index] = "D" if len(match.group()) > 1 else "Z" if _stands_between(kinds, index) else "V"
            index += 1
    return "".join(letters)


def _stands_between(kinds: str, index: int) -> bool:
    return kinds[index - 1 : index] in {"P", "A", "H"} and kinds[index + 1 : index + 2] in {"P", "X"}


def _is_free(kinds: str, first: int, last: int) -> bool:
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


def _read_run(words: Words, kinds: str, run: tuple[int, list[int]], wholes: dict[int, Mention]) -> list[Mention]:
    start, heads = run
    end = heads[-1] + 1
    found: list[Mention] = []
    opened: int | None = None
    last = start
    position = start
    for index in heads:
        if (
            kinds[index] == "b"
            and kinds[index + 1 : index + 2] in set("DXxNvIE")
            and not _before_name(words, index + 1)
            and not (opened is not None and _is_acting_part(words, kinds, last, index))
        ):
            continue
        if index and kinds[index - 1] == "M" and words.word(index) in {"中心", "部"}:
            continue
        if opened is not None and not _joins(words, kinds, position, index):
            found += _close(words, kinds, opened, last, wholes)
            opened = None
        if opened is None:
            opened = left_edge(words, kinds, position, index)
        if opened is None and _AWARDED.match(words.text, words.starts[end]):
            opened = recipient_edge(words, kinds, position, index)
        if opened is not None:
            last = index + 1
        if opened is not None or kinds[index + 1 : index + 2] not in {"H", "F"}:
            position = index + 1
    if opened is not None:
        found += _close(words, kinds, opened, last, wholes)
    return found


def _close(words: Words, kinds: str, first: int, last: int, wholes: dict[int, Mention]) -> list[Mention]:
    whole = wholes.get(first)
    start, end = whole.start if whole else words.starts[first], words.starts[last]
    if whole and last == first + 1:
        end = whole.end
    if end - start < 2 or end - start > _LONGEST:
        return []
    if (
        last - first > 2
        and words.word(last - 1) in word_set("party-part")
        and kinds[last - 2] in "HFBbS"
        and kinds[last : last + 1] == "T"
    ):
        end = words.starts[last - 1]
    heads = [words.word(index) for index in range(first, last) if kinds[index] in "HFBbS"]
    if heads and lexicon().heads.get(heads[-1]) == "site":
        return [Mention(start, end, "LOC", "place.site", {"level": "site"})]
    kind = whole.attrs["type"] if whole else organization_type(heads)
    rule = whole.rule if whole else "org.head"
    if _has_part(words, kinds, first, last):
        rule = "org.part"
    return [Mention(start, end, "ORG", rule, {"type": kind})]


def _has_part(words: Words, kinds: str, first: int, last: int) -> bool:
    """Tell whether a name is a body and, behind nouns, a part of it: 县总工会|法律援助站, not 县农校|联办培训班."""
    body = _HEAD.search(kinds, first, last)
    if body is None or body.end() >= last - 1:
        return False
    middle = kinds[body.end() : last - 1]
    between = [words.word(index) for index in range(body.end(), last - 1)]
    return (
        kinds[last - 1] in "HBb"
        and ("v" not in middle or middle == "v")
        and "组织" not in between
        and all(len(word) > 1 and not word.isdigit() for word in between)
    )


def _is_acting_part(words: Words, kinds: str, first: int, head: int) -> bool:
    """Tell whether a part of one character does what the verb behind it says: 区总法律援助|站|接访."""
    acts = kinds[head + 1] in "vx" or kinds[head + 1 : head + 3] == "DM"
    return acts and first < head and not kinds[first:head].strip("DXN") and words.word(head) in _PARTS


def organization_type(heads: list[str]) -> str:
    """Return the type of the last head that has one; a part takes that of its body."""
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
        return not segment and kinds[first - 1] == "S" and words.word(head)[-1] in "署司"
    if not segment:
        return kinds[head] not in "Fb" and not (
            words.word(head) == "中心" and kinds[head + 1 : head + 2] not in {"T", ".", ""}
        )
    if segment[0] in "AG" or len(segment) > 5 or (segment[0] == "v" and not _is_part_verb(words, kinds, first, head)):
        return False
    if re.match("M.*N", segment) or re.search("v.*[PG]", segment):
        return False
    if segment[0] == "P" and kinds[head] not in "HFBb":
        return False
    if words.word(head).endswith("政府") and not set("PAX").intersection(segment):
        return False  # 县财政局|评审政府投资项目
    if kinds[head] == "b":
        return segment != "" and (words.word(head) != "组" or len(segment) > 1)
    return True


def _is_part_verb(words: Words, kinds: str, first: int, head: int) -> bool:
    """Tell whether a part's name may begin with the verb: 审判管理办公室, but not 联合…公司."""
    part = kinds[head] in "Bb" or words.word(head).endswith("队")
    return part and len(words.word(first)) == 2 and words.word(first) not in {"联合", "获评"}
