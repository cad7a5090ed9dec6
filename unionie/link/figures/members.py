"""What a member of a list leaves out because another one says it: 国家级实验室3个、|省级|8个.

Enters: the phrase before a value and the Scope, or the frames of a clause. Leaves: the indicator with what it leaves
out, or "". Next: ``indicators``, ``facts``.
"""

from __future__ import annotations

import re

from unionie.frames import FactFrame
from unionie.link.figures.clauses import Clause
from unionie.link.figures.cues import LEAD, alternation, words
from unionie.link.figures.scope import Reader, Scope
from unionie.values.types import Quantity

__all__ = ["of_group", "of_last_grade", "share_head"]

# Grades that stand for one another before the same thing; with the verb of adding: 年内|新增市级|3个.
_KINDS = tuple(
    (re.compile(f"(?P<did>新增|新建|获批|立项|新获)?(?P<grade>{kind})"), re.compile(kind))
    for kind in (
        "(?:全国|国家|省部?|市厅?|自治区|地|[区县州旗盟镇乡村校院局厅])级|国家(?=[一-鿿]{4})",
        "[正副]高级?|[高中初]级",
    )
)
_OF_GROUPS = re.compile(
    f"(?P<what>[一-鿿]{{0,10}}(?:[一-鿿]率|系数|满意度|指数|标准))(?P<who>(?:{alternation('group')})(?:每[一-鿿])?)"
)
_MEMBER = re.compile("(?P<noun>[一-鿿“”（）()]{2,12})[、和及]")
_GRADE = _KINDS[0][1]
_DEEDS = ("实施", "推进", "加快推进", "完成", "启动", "开展", "统筹", "谋划", "推动")
_DEED = re.compile("(?:改造|建设|整治|治理|修缮|提升|修复|更新|扩建|创建)(?:提升)?(?:工程|项目|任务|工作)?$")


def of_last_grade(scope: Scope, phrase: str, quantity: Quantity) -> str:
    """Return a bare grade with what the one before is of: 国家级实验室3个、|省级|8个 → 省级实验室."""
    last = scope.frames[-1] if len(scope.frames) > scope.first else None
    if last is None or scope.total is not None or last.measure != "level" or last.quantity.unit != quantity.unit:
        return ""
    for alone, kind in _KINDS:
        said = alone.fullmatch(phrase)
        before = kind.search(last.indicator) if said else None
        if said and before and before.end() < len(last.indicator):
            did = said["did"] or LEAD.sub("", last.indicator[: before.start()].rpartition("\u3000")[2])
            return did + said["grade"] + last.indicator[before.end() :]
    return ""


def of_group(scope: Scope, phrase: str, quantity: Quantity) -> str:
    """Return what a rate is of, where the phrase names the group behind it or alone: 满意度|门诊|为95%，|住院|为96%."""
    if match := _OF_GROUPS.fullmatch(phrase):
        return match["who"] + match["what"]
    last = scope.frames[-1] if len(scope.frames) > scope.first else None
    if last is None or phrase not in words("group") or quantity.dimension == "count":
        return ""
    if last.quantity.unit != quantity.unit or last.measure != "level":
        return ""
    before = next((who for who in words("group") if last.indicator.startswith(who)), "")
    return phrase + last.indicator[len(before) :] if before and len(last.indicator) > len(before) + 1 else ""


def share_head(reader: Reader, clause: Clause, frames: list[FactFrame]) -> None:
    """Let the counts of a list share what ends its last item: 3个|国家级、5个|省级|创新平台."""
    for at in range(len(frames) - 1, 0, -1):
        frame, last = frames[at - 1], frames[at]
        if frame.quantity.start < clause.start or last.rule not in ("facts.both", "facts.right"):
            return
        item = _MEMBER.fullmatch(reader.words(frame.quantity.end, last.quantity.start, clause.depth))
        if not item or frame.rule != last.rule or not frame.indicator.endswith(item["noun"]):
            return
        frame.indicator += _head(item["noun"], frame.indicator, last.indicator)


def _head(noun: str, indicator: str, last: str) -> str:
    """Return what the item before leaves to the last one to say."""
    if _GRADE.fullmatch(noun):
        grade = _GRADE.search(last)
        return last[grade.end() :] if grade else ""
    deed = _DEED.search(last)
    return deed.group() if deed and indicator.removesuffix(noun) in _DEEDS and not _DEED.search(noun) else ""
