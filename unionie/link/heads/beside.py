"""Names that stand beside nothing but their value, in a list or as who gives: 孟楼矿|1420条、袁家口矿|988条.

Enters: clean text, mentions and units without a name. Leaves: ``Head`` tuples by where the value starts. Next:
``subjects``, before it asks which head is nearest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from unionie.clean.types import CleanText
from unionie.frames import Head, Mention

__all__ = ["COUNTED", "COUNTS_LIST", "GIFT", "TREASURY", "find_names_beside", "is_source"]

_SECTION = re.compile(
    r"(?:(?<=其中)|(?<=[、，；：（])(?!其中))(?![一-鿿]{0,3}[建办设开增入进出有])[一-鿿]{1,6}?(?<![本专学程各])(?:科|(?<!家)庭|车间|[大中支]队|分[厂院局会]|分公司|支行|学院|(?<!关)系)(?=[0-9])(?![0-9.]+[余多]?[个支家所座])"
)
_ITS_VALUE = re.compile("[0-9一二三四五六七八九十百千万亿][^，。；：、\n]{0,10}、$")  # of the name before: 甲矿1420条、
_IN_LIST = re.compile(r"(?:[，；：、（(]含?|其中|^)\s*$")
_VERBLESS = re.compile(
    r"\s*(?:本级|仅|只有|只|则|分别|各)?(?:占|为|达|有)?\s*(?=[0-9一二三四五六七八九十百千近约超逾不])"
)
GIFT = "拿出|补助|补贴|拨付|拨款|拨来|下拨|划拨|拨|配套|资助|出资|捐助|捐赠|捐|赞助|列支|支持|奖补"
_GIVING = re.compile(rf"\s*(?:{GIFT})(?:了|资金|经费)?\s*(?=[0-9一二三四五六七八九十百千近约超逾不])")
TREASURY = re.compile("[省市盟州区县旗镇乡]级?财政")
# A value behind a list that counts its names: 甲镇、乙镇、丙镇|3个镇建会率达100%.
COUNTS_LIST = re.compile(
    "[2-9两二三四五六七八九十][0-9]?个?(?:贫困|重点)?(?:县|市|区|乡|镇|街|村|社区|单位|企业|学校|支?队)"
)
# Behind what is counted itself, and is nobody: 省创新实验室|达8家, 国家现代农业产业园|增至21个.
COUNTED = re.compile(
    "(?:已|总数|数量)*(?:达到?|突破|超过|(?:增加?|扩大?|发展|扩展)[至到])了?[0-9]+[余多]?[个家所座处](?![一-鿿])"
)
_TOWARDS = re.compile(
    "(?:^|[\\s，；：。（])[^，；：。（]{0,4}?(?<![面方])[向给对为][^，；：。（]{2,24}、$"
)  # 向甲镇、|乙镇52名儿童
_GIFT_TO = 30  # characters


def is_source(text: str, start: int) -> bool:
    """Return whether a treasury is named as where a part of the money comes from: 投入186万元，其中|县财政40万元."""
    return text.endswith("其中", 0, start) and TREASURY.match(text, start) is not None


def find_names_beside(
    clean: CleanText, mentions: Sequence[Mention], units: Sequence[tuple[int, int]]
) -> dict[int, Head]:
    """Return the names that stand in a list with nothing but their value or gift, by where the value starts.

    孟楼矿|1420条、袁家口矿|988条; （市总工会拨付|320万元、区财政配套|300万元）.
    """
    text = clean.text
    found = {}
    things = (*(m.span() for pattern in (TREASURY, _SECTION) for m in pattern.finditer(text)), *units)
    named = [(*mention[:2], mention.label) for mention in mentions if mention.label in ("ORG", "LOC")]
    for start, end, label in (*((*thing, "THING") for thing in things), *named):
        given_to = _TOWARDS.search(text, max(0, start - _GIFT_TO), start)
        follows = text[start - 1 : start] == "、"
        alone = not _ITS_VALUE.search(text, max(0, start - 14), start) and text[end : end + 1] != "各"
        listed = follows and (COUNTS_LIST.match(text, end) or alone)
        if (
            not given_to
            and not listed
            and _IN_LIST.search(text, max(0, start - 3), start)
            and not is_source(text, start)
        ):
            value = _VERBLESS.match(text, end) or _GIVING.match(text, end)
            if value and not COUNTED.match(text, end):
                found[value.end()] = Head(start, clean.surface[start:end], label)
    return found
