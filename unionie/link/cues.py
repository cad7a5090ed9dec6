"""Cue words of fact linking, compiled once from ``rules/data/link_cues.tsv``.

Enters: the cue table. Leaves: regular expressions and look-ups that the other linking files read.
"""

from __future__ import annotations

import re
from functools import cache

from unionie.rules import load_table


@cache
def words(kind: str) -> dict[str, str]:
    """Return the cue words of one kind with their values."""
    return {row["word"]: row["value"] for row in load_table("link_cues") if row["kind"] == kind}


def alternation(kind: str) -> str:
    """Return a regex alternation of the cue words of one kind, longest first."""
    return "|".join(sorted(map(re.escape, words(kind)), key=len, reverse=True))


@cache
def change_tail() -> re.Pattern[str]:
    """Return the pattern of a change verb at the end of a phrase: 比上年增长了, 增速, 年均增长 …"""
    return re.compile(f"(?P<verb>{alternation('change')})(?P<to>[了到至为成]*|幅度?[为达]?到?)$")


@cache
def baseline_words() -> re.Pattern[str]:
    """Return the pattern of fixed comparison words: 同比, 比上年, 环比 …"""
    return re.compile(alternation("baseline"))


# 比 / 较 / 与 … and its object, up to the verb. The object holds no further comparison or punctuation.
COMPARISON = re.compile(r"(?:比|较|与|跟|相比于?)(?P<object>[^比较，、；：]{1,14}?)(?:相比)?$")

# 高于 全国平均, 低于 计划 …: a comparison by a verb that governs its object.
GAP_VERB = re.compile(r"(?:(?P<above>高于|高出|快于|大于|好于|优于|超出|超过|领先|多于)|(?P<below>低于|慢于|小于|少于|落后|低出))(?P<object>[^，；：]{0,16})$")

# What a figure is compared with at the same time (a place, a plan, a standard), not an earlier time.
STANDARD = re.compile(r"平均|水平|均值|标准|计划|目标|任务|预期|预算|要求|全国|全省|全市|全区|全县|全州|各地|其他|规定|时限|指标|上限|下限|红线|省定|国家|面上|农村|城镇|男性|女性|同类")

ABOVE = frozenset("高出 高 多 快 超 长 大 好 增加 提高".split())
SHARE_TAIL = re.compile(r"(?:占(?P<whole>[^，；]{0,24}?)(?:的|的比例|的比重|比例|比重|比)?(?:达到?|为|到|了|近|超过?|约)*|(?:占比|比重|份额)(?:达到?|为|是|升?至|约)*|承担|负担)$")
RANK_TAIL = re.compile(
    r"(?:连续(?:[\d一二三四五六七八九十\x01]+年)?|稳|跃|均|都|继续|保持|名次)*"
    r"(?:位居|位列|名列|排名|排在|排|居于|居|列|位次?|名次|升至|进至|跃升至?|上升至|前移至|保持)(?:升?至|到|为|在)?[^，；。]{0,16}$"
)

# Words that stand before an indicator without naming it.
LEAD = re.compile(
    r"^(?:[、，的且而又也则仅只\u3000\t①-⑳⑴-⒇]|和(?![谐解平田])|与(?!会)|及(?![时格])|或(?!有)|并(?![购网联轨])|还(?![款贷林草湿田湖])|再(?!就业|生|犯|造|贷|融)|均(?![价衡值线])|就(?![业医诊学读餐地近职])|约(?![谈束定])|中有|中(?=[一-鿿]{4})(?!小|央|国|心|高|药|医|华|等|部|学|层|青|标|长|低|外)|同时|以及|其中|共有|一共|总共|共计|合计|总计|共|累计(?=[一-鿿]{3})|已经|已|现已|现有|目前|现|"
    r"全年度?|全年|年内|年初|年末|当年|本年度?|今年|去年|上年|期间|先后|陆续|分别|成功|圆满|切实|有效|积极|大力|扎实|持续|深入|不断|继续|进一步|另有|另外|另|此外|"
    r"还有|还将|将|拟|力争|争取|确保|计划|预计|有望|拥有|设有|下设|共设|有(?!效|序|色|关|机|组织|奖|偿|限|线|害|毒|轨|期|望)|实现|完成|达到|首次|突破|当[日天月]|当场|现场|至此|迄今|曾|平均(?=[一-鿿]{4})|"
    r"全面|主动|严格|认真|充分|重点|着力|努力|组织开展(?=[一-鿿]{4})|主要是|特别是|尤其是|包括|含|内含|由此|因此|从而|并且|近年来|以来|来看?|"
    r"按[^，]{2,8}计算|[\x00-\x01]|[0-9一二三四五六七八九十]+[.、])+"
)

# Words that stand between an indicator and its value; the look-behinds keep words that end alike (节约, 国有, 统计).
LINK_TAIL = re.compile(
    r"(?:[、，的了逾是在从：:“‘\u3000\t\x00-\x01]|(?<![节签履预契合公集条])约|(?<![附邻亲])近|(?<![赶])超|(?<![传下抵表发雷直])达|(?<![行作认勇])为|"
    r"(?<![国民所私享占持保公富])有|(?<![公一])共|(?<![会统审设估])计|(?<![收接得受找买领捐看感实应])到|(?<!甚)至|(?<![自理])由|(?<![人户年日平月])均|"
    r"达到|高达|多达|各为|分别|约占|合计|共计|总计|累计|实现|完成|突破|超过|接近|保持在?|控制在|维持在|稳定在?|"
    r"不低于|不少于|不超过|扩大|增加|提高|增|升|提升|上升|下降|降|降低|减少|(?<![压缩削裁消])减|缩短|调整|扩展|增长|回落|跃升|攀升|压缩|压减|跨越|迈上|站上|首次|已经?|仅|只|(?<![成造])就|则|各|同比|环比|"
    r"比?上年(?:同期)?|比?去年(?:同期)?|较?上年|每[年月周日天]|左右|新增|连续[\d一二三四五六七八九十]{1,2}年|拥有|设有|(?<![偿归返交])还|也|又|将|力争|确保|可|再|更|最终|其中)+$"
)
