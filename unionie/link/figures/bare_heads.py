"""Bare heads completed by what their line or sentence says of whom they are told: 【刑事】|一审收案, 第二产业|贡献率.

Enters: the clean text, the scope and an indicator. Leaves: the indicator written out. Next: ``facts``.
"""

from __future__ import annotations

import re

from unionie.link.figures.scope import Scope

__all__ = ["complete"]

# What a trade or a price does for the whole.
_EFFECT = re.compile(
    "(?:对[一-鿿A-Z]{2,10}的?)?贡献率|拉动(?:全[国省市区县州旗盟])?(?:经济|GDP|地区生产总值|[一-鿿]{0,2}工业|CPI|PPI|价格)[一-鿿]{0,4}"
    "|影响(?:CPI|PPI|居民消费价格|价格)[一-鿿]{0,6}"
)
_CAUSE = re.compile(
    "(?P<who>[一-鿿]{2,12}?)(?:(?:完成|实现)?(?:增加值|总?产值|投资)|(?:对[一-鿿A-Z]{2,10}的?)?贡献率)$"
)
_APART = re.compile("；|合计|共同")
_PRICE = re.compile("[一-鿿]{1,12}价格$")
# A label of a line, and the heads that say nothing of what they count.
_LABEL = re.compile(
    r"[\s　]*(?:【(?P<label>[一-鿿]{2,6})】|[▲■◆●★][\s　]*(?P<kind>[一-鿿]{2,6})(?:审判|执行|检察|工作)[\s　]+)"
)
# The lead or heading of a numbered item: （二）政府性基金预算。|收入6.8亿元; 1. 刑事审判。|审结405件.
_NUMBER = r"[\s　]*(?:[（(][一二三四五六七八九十\d]{1,2}[）)]|[一二三四五六七八九十\d]{1,2}[.．、])[\s　]*"
_ITEM = re.compile(rf"{_NUMBER}(?P<kind>[一-鿿]{{2,6}})(?:审判|检察)(?:工作)?[。：　]")
_FUND = re.compile(
    rf"(?:{_NUMBER}|[●■◆▲★][\s　]*)(?P<fund>(?!收入|支出|年度|部门)[一-鿿]{{2,10}}?(?:预算|基金|经费|专户))"
    r"(?:收支|执行|管理)*(?:情况)?[。：　\n]"
)
_MONEY = re.compile("(?:总|年|当年|累计|滚存)?(?:收入|支出|收支结余|结余)")
_LABELLED = re.compile("【[^【】]{2,8}】(?=[一-鿿])")  # 【总体】|新收案件
_WHOLE_LABEL = ("总体", "综合", "全面", "概况", "总况", "数据", "速览")
_BARE = re.compile(
    "(?:新|共|一审|二审|再审)?(?:收案|结案|受理|审结|旧存|存案|参保)(?:案件)?|结案率|上诉率|调解率|调撤率|撤诉率|服判息诉率"
)


def complete(text: str, scope: Scope, indicator: str, start: int) -> str:
    """Return the indicator of the value at ``start`` with the cause of the effect, or the label of the line."""
    indicator = _LABELLED.sub("", indicator) if indicator.startswith("【") else indicator
    if _EFFECT.fullmatch(indicator):
        return _cause(text, scope, indicator, start) + indicator
    line = text.rfind("\n", 0, start) + 1
    if _MONEY.fullmatch(indicator):
        found = _FUND.match(text, line, start) or _FUND.match(text, text.rfind("\n", 0, max(0, line - 1)) + 1, line)
        label = found["fund"] if found else ""
    elif _BARE.fullmatch(indicator):
        found = _LABEL.match(text, line, start)
        label = (found["label"] or found["kind"]) if found else ""
        label = label or (item["kind"] if (item := _ITEM.match(text, line, start)) else "")
    else:
        return indicator
    told = len(scope.frames) > scope.block and not scope.frames[-1].indicator.startswith(label)
    return indicator if told or label in _WHOLE_LABEL else label + indicator


def _cause(text: str, scope: Scope, indicator: str, start: int) -> str:
    """Return the trade or the price of which the sentence told before, if no ； stands between."""
    last = scope.frames[-1] if len(scope.frames) > scope.first else None
    if last is None or _APART.search(text, last.quantity.end, start):
        return ""
    if indicator.startswith("影响"):
        return last.indicator if _PRICE.fullmatch(last.indicator) else ""
    found = _CAUSE.fullmatch(last.indicator)
    return found["who"] if found else ""
