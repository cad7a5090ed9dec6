"""What a plan, its share and what was done of it are of, where the words only say plan, done or short of it.

Enters: the scope, the words beside a value and what of them would name it. Leaves: the indicator, or "".
Next: ``topics``, ``indicators``.
"""

from __future__ import annotations

import re

from unionie.link.figures.scope import Scope
from unionie.values.types import Quantity

__all__ = ["done_of_plan"]

_PLAN_OF = re.compile("(?:任务|计划|目标)[数值]?")
_PLAN_DONE = re.compile(f"{_PLAN_OF.pattern}的[约近]?$|的{_PLAN_OF.pattern}$")
# 仅为全年, 完成全年, 占年初
_ONLY_PLAN = re.compile(
    "[，、]?(?:已|仅|只|提前|超额)*(?:相当于|完成了?|达到?|占|为|是)[\x01全年度初半季]{1,6}(?:下达|计划|预定)?的?"
)
# 占年度计划|120个|的119%: the yardstick before what was reached of it.
_YARDSTICK = re.compile(
    "[，、]?(?:已|仅|只|提前|超额|分别)*(?:相当于|完成了?|达到?|占|为|是)[^，。；：、0-9]{0,8}(?:任务|计划|目标|预算|指标)+[数值]?"
)
_SHARE_NEXT = re.compile("的[约近]?")
# 任务数4.5万人，完成数|4.86万人; 目标90%，实际|87%
_DONE = re.compile("[，、]?(?:目前|年内|现)?(?:实际(?:完成|达到?|为)?|(?:实际)?(?:完成|实现|到位))数?为?")
_PLAN_TAIL = re.compile(
    "(?:的?(?:年度?|全年|年初|控制|预期))?(?:目标|任务|计划|指标)+[数值]?$|(?<=[收支][入出])的?(?:调整后?)?预算数?$"
)
# 距离省定|85%|的目标还差6个百分点
_FROM_GOAL = re.compile("(?:距离?|(?<![一-鿿])离)[^，。；、0-9]{0,8}$")
_GOAL_FAR = re.compile("的?[^，。；、0-9]{0,4}(?:目标|任务|计划|要求|标准)[数值]?(?:还|尚|仍|相)(?:差|有)")


def done_of_plan(scope: Scope, phrase: str, words: str, quantity: Quantity, after: str) -> str:
    """Return what a plan and its share are of, where both only say so: 筛查14.2万人，仅为全年|40万人|任务的|35.5%."""
    if _PLAN_DONE.match(after) and _ONLY_PLAN.fullmatch(words):
        return scope.topic or scope.before
    if quantity.unit != "%" and _SHARE_NEXT.fullmatch(after) and _YARDSTICK.fullmatch(words):
        return scope.topic
    if _GOAL_FAR.match(after) and _FROM_GOAL.search(words):
        return phrase.partition("距")[0] if "距" in phrase[1:] else scope.topic or scope.before
    last = scope.frames[-1] if len(scope.frames) > scope.first else None
    if last is None:
        return ""
    planned = "实际" in words or words.endswith("数") or _PLAN_TAIL.search(last.indicator)
    if planned and _DONE.fullmatch(words) and last.quantity.unit == quantity.unit:
        return _PLAN_TAIL.sub("", last.indicator)
    shared = quantity.unit == "%" and _PLAN_OF.fullmatch(phrase) and words.endswith("的")
    return last.indicator if shared and last.quantity.unit != "%" else ""
