"""Parts that nothing announces: what became of those counted right before, and who some of them are.

Enters: the text and a sentence's frames. Leaves: the same frames, with the index of the total. Next: ``sums``.

征集提案84件，立案|61件; 抽检60批次，不合格|3批次; 职工300人，女职工|120人; 带过17名徒弟，|6名|已是技师.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from unionie.frames import FactFrame

# What became of some of those counted before, said by a verb alone.
_SETTLED = (
    "立案|办结|采纳|采用|实施|落实|解决|整改|处理|化解|竣工|完工|开工|投产|结案|安置|兑现|获批|通过|签约|落地|销号|治理|消化"
    "|贯通|答复|消除|退出|(?:成功)?调[处解](?:成功)?|封堵"
)
_WHEN = "(?P<by_now>已经?|已?全部|目前已|当[年班场日]|年[内末]已?)"
_DONE = re.compile(f"[，、；]{_WHEN}?被?(?:{_SETTLED}|(?<=已)有)了?")
_DONE_OF = re.compile("[一-鿿]{2,8}已(?:经|全部)?[一-鿿]{1,4}?了?")  # 19座桥梁已贯通|14座
_ASKED = re.compile("提案|建议|金点子|意见|问题|隐患|项目|纠纷|合同|线索")
# What tests and trials, sales and plantings come to.
_CAME_TO = re.compile(
    "[，、；](?:其中)?(?:已|首?次|成功|最终|当[年场])?(?:阳性|确诊|(?:检出|发现)?(?:不合格|患病)|查实|属实|留用|挂果|脱困"
    "|入围|治愈(?:出院)?|被采纳|当选|下乡的?|重症|中标|重?新?放款|转介|(?<=已)(?:实现)?(?:就业|上岗)|升学)[者的]?(?:就?有)?"
)
# Who some of a crowd are: kinds of people that only part of it is.
_CROWD = re.compile(
    "(?:职工|员工|干警|干部|会员|教师|教工|人员|学生|在校生|毕业生|代表|队员|民警|指战员|运动员|委员|执委|徒弟|人口|劳动力|考生|农民|工人|村民|残疾人"
    "|在[岗编册职])$"
)
_KIND = re.compile(
    "[，、；](?:[一-鿿]{0,2}女[一-鿿]{0,4}|少数民族[一-鿿]{0,4}|农民工(?:会员)?|卫生?技术?人员|专任教师|[一-鿿]{0,2}技术人员|研发人员"
    "|法官|检察官|党员|货车司机|[正副]高(?:级?职称)?|[中高]级(?:以上)?职称|一线[一-鿿]{2,4}"
    "|博士|具有[一-鿿]{1,2}级(?:及?以上)?职称|(?:大专|大学本科|本科|硕士|研究生)及?以上(?:学历)?)[者的]?(?:就?有|占了?)?"
)
_GOLD = re.compile("[，、；](?:其中)?金牌")
# 5个班组|4个|达到五星级; 徒弟17名，|6名|已是技师
_SOME = re.compile(r"(?P<noun>[一-鿿“”]{0,12}?)(?:[中里])?，?\n?(?:已经?|就|还|仍)?有?")
_ARE = re.compile(
    "(?:均|都|全部|已经?|目前|仍|还|尚)?(?:是|为|有|没|未|被|获|得到|达到|实现|居|列|优于|考[上入取]|当[上选]|受[灾损]|出自|来自|属|填补"
    "|建[起成]|通[过了]|完成|兑现|亏损|停产|转岗|改行|解困|脱贫|满分|合格|取得|拿到)"
)
_ENTERED = re.compile("[参与]赛|报名|参与|参加|上台|输送")  # of those in a contest few win: hands count them apart


def mark_became(text: str, frames: Sequence[FactFrame], first: int) -> None:
    """Mark as parts the values, from ``first`` on, that tell of some of what was counted right before."""
    for at, (before, frame) in enumerate(pairwise(frames[first:]), first):
        counted = before.measure == frame.measure == "level" and before.quantity.unit == frame.quantity.unit
        counted = counted and frame.quantity.dimension == "count" and frame.part_of is None
        if not counted or frame.quantity.value > before.quantity.value:
            continue
        filed = before.part_of is not None and before.indicator.endswith("立案")
        total = at if before.part_of is None or filed else before.part_of
        start, end = before.quantity.end, frame.quantity.start
        settled = _DONE.fullmatch(text, start, end)
        asked = settled is not None and (filed or settled["by_now"] or _ASKED.search(frames[total].indicator))
        if asked or _DONE_OF.fullmatch(text, start, end) or _is_some(text, frames, total, start, frame):
            frame.part_of = total
        elif _CAME_TO.fullmatch(text, start, end):
            frame.part_of = at


def _is_some(text: str, frames: Sequence[FactFrame], total: int, start: int, frame: FactFrame) -> bool:
    """Return whether a value is of some of a crowd, or of some of which only what they are or did is said."""
    end, whole = frame.quantity.start, frames[total]
    if _KIND.fullmatch(text, start, end):
        pupils = whole.indicator.endswith("学生") and "教师" in text[start:end]
        return _CROWD.search(whole.indicator) is not None and not pupils
    if whole.indicator.endswith("奖牌") and _GOLD.fullmatch(text, start, end):
        return True
    some = _SOME.fullmatch(text, start, end)
    if some is None or frame.rule != "facts.right" or start == end or _ENTERED.search(whole.indicator + some["noun"]):
        return False
    return _ARE.match(text, frame.quantity.end) is not None
