"""Amounts in text: the numeral that stands at a place, with its end, before any unit is known.

Enters: folded, joined text (``layout``) and a position. Leaves: ``Amount``. Next: ``quantities`` and ``numbers``.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from unionie.values.numerals import Numeral, read_numeral
from unionie.values.units import find_unit

__all__ = ["ARABIC", "FORMAL", "RUN", "START", "Amount", "read_amount"]

_POWER = r"(?:[×xX*]10(?:\^[0-9]{1,2}|[⁰¹²³⁴-⁹]{1,2})|[eE][+-]?[0-9]{1,2}(?![0-9A-Za-z]))?"
_LITERAL = rf"(?:[0-9]{{1,3}}(?:[,，][0-9]{{3}})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?{_POWER})"
_HAN = "零一二三四五六七八九十百千万亿两廿卅卌壹贰叁肆伍陆柒捌玖拾佰仟"
# 3个亿, 1个多亿元, but 5个|亿元项目, 2个|亿吨级煤矿
_PIECES = r"个(?=[余多]?亿(?:[美欧日港]?元(?![\u4e00-\u9fff])|(?![\u4e00-\u9fff])|[的多投资产左以用]))"
FORMAL = frozenset("壹贰叁肆伍陆柒捌玖参拾佰仟")
_EVERYDAY = frozenset("0123456789一二三四五六七八九两几数")

ARABIC = frozenset("0123456789")
RUN = re.compile(
    rf"(?:{_LITERAL}|好?[几数](?=[十百千万亿])|参(?=[拾佰仟万])|[俩仨](?=人(?![均生间民])|月|小时|钟头|星期)|[{_HAN}])"
    rf"(?:[{_HAN}]|〇|参(?=[拾佰仟万])|(?<=[拾佰仟零万])参(?=[拾佰仟万元圆角分整])|点(?=[零一二三四五六七八九几])|(?<=[十百千点])几(?![何乎])|(?<=[万亿])几(?=[十百千])|[余多来](?=[百千万亿]|{_PIECES})|{_LITERAL}|{_PIECES})*"
)
_HUNDRED = re.compile(r"姓|货|分(?!钟|的|$|[^\u4e00-\u9fff])")
_NUMBER_OF = frozenset("均总人件户指倍分次天基项名位时参系函个")
_AGED = re.compile(r"([0-9][0-9.,]*[万亿]+)[0-9]{2}")
_FORMAL_MONEY = re.compile(
    r"[元圆角分](?![\u4e00-\u9fff])|[元圆角分](?=[整正零壹贰叁肆伍陆柒捌玖])|(?![\u4e00-\u9fff])"
)
START = re.compile(rf"[0-9{_HAN}几数半翻减折对参俩仨]")


class Amount(NamedTuple):
    """A numeral in text, ``start:end``, not yet with a unit."""

    start: int
    end: int
    numeral: Numeral
    run: str
    arabic: bool

    @property
    def low(self) -> Decimal:
        """Return the value, or the lower end of a range."""
        return self.numeral.value


def read_amount(text: str, start: int) -> tuple[Amount | None, int]:
    """Return the amount at ``start`` (None where the run is no well-formed number) and where its run ends."""
    match = RUN.match(text, start)
    if match is None:
        return None, start + 1
    run, end = match[0], match.end()
    if run[0] == "数" and start and text[start - 1] in _NUMBER_OF:
        return None, start + 1  # 平均数|十六个百分点
    if run[0] in FORMAL and run[1:2] in _EVERYDAY:
        return None, start + 1  # 入伍103人: a word's character before the number
    if run[0] == "零" and run[1:2] in ARABIC:
        return None, start + 1
    arabic = run[0] in ARABIC
    if len(run) > 1:
        run = _shortened(text, run, end, arabic)
    if run[0] == "0" and len(run) > 1 and run[1] in ARABIC:
        return None, end
    if run[0] in FORMAL and len(run) == 1 and text[start - 1 : start] != "第" and not _FORMAL_MONEY.match(text, end):
        return None, end
    numeral = read_numeral(run)
    if numeral is None and len(run) == 2 and text.startswith("折", end):
        numeral = read_numeral(f"{run[0]}点{run[1]}")  # 八五折: 8.5 tenths of the price
    if numeral is None:
        return None, end
    return Amount(start, start + len(run), numeral, run, arabic), end


def _shortened(text: str, run: str, end: int, arabic: bool) -> str:
    """Give back the last character of a run where it begins a unit or a word: 3千瓦, 五斤三两, 20余百姓."""
    if arabic and text.startswith(("岁", "周岁"), end) and (aged := _AGED.fullmatch(run)):
        return aged[1]  # 390万65岁以上老人
    last = run[-1]
    if last in "千百" and (unit := find_unit(text, end - 1)) is not None:
        if arabic or unit.unit.form != "千米":
            return run[:-1]
    elif last == "两":
        return run[:-1] if find_unit(text, end) is None else run
    elif last == "百" and _HUNDRED.match(text, end):
        return run[:-1]
    return run
