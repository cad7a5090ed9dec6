"""Numerals in text: every written number with its value and kind.

Enters: any raw text. Leaves: ``Number`` records in text order, with offsets into that text. Next: the caller.

A numeral is read in full or left alone. Digits count at a token's edge; a single character counts where a unit,
第 or a fraction makes it a number, or where it stands alone; words, codes, clock times and dates in figures do not.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from unionie.errors import InputError
from unionie.values.amounts import FORMAL, START, Amount, read_amount
from unionie.values.guards import in_code, in_word, is_paired, is_quoted_form, is_tail, splits_word, word_end
from unionie.values.layout import read_layout
from unionie.values.measures import HALF, counts_meetings, per_cent_digit
from unionie.values.numerals import EXACT, plain
from unionie.values.phrase import NOT_MINUS
from unionie.values.types import Number, NumberKind
from unionie.values.units import find_unit, unit_after

__all__ = ["find_numbers"]

_SHARES = {"百": Decimal(1), "千": Decimal(10), "万": Decimal(100)}
_SIGNS = {"%": Decimal(1), "‰": Decimal("0.1"), "‱": Decimal("0.01")}
_CODE = re.compile(r"[A-Za-z_]|[.]\d|:\d|[-/.]\d+[-/.]\d|[∶：比]\d|\d", re.ASCII)
_SLASH = re.compile(r"/([1-9]\d{0,3})(?![\d/.班号楼室赛届学年月])", re.ASCII)
_HAN = re.compile(r"[\u4e00-\u9fff]")
_ONE_HALF = re.compile(r"一半(?![天路])")
_MULTIPLE = re.compile(r"倍(?![增率数感受])(?:半(?![^\W\d]))?")
_TENTH = re.compile(r"成半?(?![立为员功果长绩本品熟年都分型就效交书语])")
_DISCOUNT = re.compile(r"折(?![叠合腾射旧线])")
_FIRST = re.compile(r"首(?=[个批次届家位名例台轮场年季座条部期])|初(?=[一二三四五六七八九十])|头一(?=[个次回批位名家])")
_START = re.compile(rf"{START.pattern[:-1]}首初头]")
_LONG = 16


class _Found(NamedTuple):
    start: int
    end: int
    value: Decimal
    kind: NumberKind


def find_numbers(text: str) -> list[Number]:
    """Return every numeral of ``text`` in order; percents are in per cent, fractions are quotients.

    >>> [(n.text, n.value, n.kind) for n in find_numbers("第三批85家，占三成半")]
    [('第三', Decimal('3'), 'ordinal'), ('85', Decimal('85'), 'cardinal'), ('三成半', Decimal('35'), 'percent')]
    """
    if not isinstance(text, str):
        raise InputError(f"find_numbers: expected text, not {type(text).__name__}")
    reading = read_layout(text)
    joined = reading.text
    found: list[Number] = []
    at = 0
    while (match := _START.search(joined, at)) is not None:
        numerals, at = _read(joined, match.start(), at)
        for numeral in numerals:
            start, end = reading.span(numeral.start, numeral.end)
            found.append(
                Number(text=text[start:end], start=start, end=end, value=plain(numeral.value), kind=numeral.kind)
            )
            at = max(at, numeral.end)
    return found


def _read(text: str, start: int, floor: int) -> tuple[list[_Found], int]:
    if text[start] in "翻减折对":
        return [], start + 1
    if text[start] in "首初头":
        return _ordinal(text, start)
    if start and text[start - 1] == "第" and (held := in_word(text, start)):
        return [], held
    if text[start] == "半":
        return _half(text, start), start + 1
    if held := word_end(text, start):
        return [], held
    if half := _ONE_HALF.match(text, start):
        return [_Found(start, half.end(), Decimal("0.5"), "fraction")], half.end()
    amount, after = read_amount(text, start)
    if amount is None or _barred(text, amount):
        return [], after
    found = _typed(text, amount)
    if not found and _stands(text, amount):
        found = _cardinals(amount)
    return [_signed(text, one, floor) for one in found], after


def _ordinal(text: str, start: int) -> tuple[list[_Found], int]:
    """Read 首批 as 1, 初三 as 3, 头一回 as 1; where no numeral or classifier follows they are words."""
    first = _FIRST.match(text, start)
    if first is None:
        return [], start + 1
    if text[start] != "初":
        return [_Found(start, first.end(), Decimal(1), "ordinal")], first.end()
    amount, after = read_amount(text, start + 1)
    return ([_Found(start, amount.end, amount.low, "ordinal")] if amount else []), after


def _half(text: str, start: int) -> list[_Found]:
    before = text[start - 1 : start]
    if before in ("上", "下", "前", "后", "大", "多", "过") or text.startswith(("半数", "半夜"), start):
        return []
    if tenth := _TENTH.match(text, start + 1):
        return [_Found(start, tenth.end(), Decimal(5), "percent")]
    if multiple := _MULTIPLE.match(text, start + 1):
        return [_Found(start, multiple.end(), HALF, "multiple")]
    if unit_after(text, start + 1) is None:
        return []
    return [_Found(start, start + 1, HALF, "fraction")]


def _barred(text: str, amount: Amount) -> bool:
    start = amount.start
    if amount.arabic:
        if is_tail(text, start):
            return True
        if in_code(text, start) and not (
            text[start - 1] == "-" and (find_unit(text, amount.end) or amount.numeral.scale > 1)
        ):
            return True
        following = text[amount.end : amount.end + 12]
        return len(amount.run) > _LONG or (bool(_CODE.match(following)) and find_unit(text, amount.end) is None)
    if start and text[start - 1] == "第":
        return False
    if text.startswith("又", amount.end):
        return False
    return (
        splits_word(text, start, amount.run)
        or (len(amount.run) == 1 and is_paired(text, start))
        or (is_quoted_form(text, start) and len(amount.run) == 1)
    )


def _typed(text: str, amount: Amount) -> list[_Found]:
    """Return the number with the sign or word that makes it an ordinal, fraction, percent or multiple."""
    start, end, low = amount.start, amount.end, amount.low
    if start and text[start - 1] == "第":
        return [_Found(start - 1, end, low, "ordinal")]
    if text.startswith("分之", end):
        return _fraction(text, amount)
    if amount.run == "百" and text.startswith("分百", end):
        return [_Found(start, end + 2, Decimal(100), "percent")]
    if text.startswith("又", end) and (proper := _mixed(text, amount)):
        return proper
    if amount.arabic and (slash := _SLASH.match(text, end)) and "." not in amount.run and low < int(slash[1]):
        return [_Found(start, slash.end(), EXACT.divide(low, Decimal(slash[1])).normalize(), "fraction")]
    if (sign := text[end : end + 1]) in _SIGNS and sign:
        return [_Found(start, end + 1, EXACT.multiply(low, _SIGNS[sign]), "percent")]
    if tenth := _TENTH.match(text, end):
        digit = 0 if tenth[0].endswith("半") else per_cent_digit(text, tenth.end())
        more = Decimal(5) if tenth[0].endswith("半") else Decimal(digit)
        return [_Found(start, tenth.end() + (digit > 0), low * 10 + more, "percent")]
    if discount := _DISCOUNT.match(text, end):
        return [_Found(start, discount.end(), low * 10 if low < 10 else low, "percent")]
    if multiple := _MULTIPLE.match(text, end):
        return [_Found(start, multiple.end(), low + HALF * multiple[0].endswith("半"), "multiple")]
    return []


def _quotient(over: Decimal, under: Decimal) -> Decimal:
    return EXACT.divide(over, under).quantize(Decimal("1e-28"), context=EXACT)


def _fraction(text: str, under: Amount) -> list[_Found]:
    at = under.end + 2
    minus = under.run in _SHARES and text.startswith("负", at)
    over, _ = read_amount(text, at + minus) if at + minus < len(text) else (None, at)
    if over is None or under.numeral.mark or text.startswith("决赛", over.end):
        return []
    if under.run in _SHARES:
        share = EXACT.divide(-over.low if minus else over.low, _SHARES[under.run])
        return [_Found(under.start, over.end, share, "percent")]
    if not under.low:
        return []
    return [_Found(under.start, over.end, _quotient(over.low, under.low), "fraction")]


def _mixed(text: str, whole: Amount) -> list[_Found]:
    under, _ = read_amount(text, whole.end + 1) if whole.end + 1 < len(text) else (None, 0)
    if under is not None and (slash := _SLASH.match(text, under.end)) and under.low < int(slash[1]):
        value = EXACT.add(whole.low, _quotient(under.low, Decimal(slash[1])))
        return [_Found(whole.start, slash.end(), value, "fraction")]
    if under is None or not text.startswith("分之", under.end):
        return []
    part = _fraction(text, under)
    if not part or part[0].kind != "fraction":
        return []
    return [_Found(whole.start, part[0].end, EXACT.add(whole.low, part[0].value), "fraction")]


def _stands(text: str, amount: Amount) -> bool:
    """Say whether a plain numeral is one: digits, or characters with a unit, a scale, or alone."""
    if amount.arabic or amount.numeral.mark:
        return amount.arabic or not text.startswith("分之", amount.end)
    if amount.run[0] in FORMAL and text[amount.end : amount.end + 1] in ("元", "角", "分"):
        return True  # 柒角捌分
    if amount.numeral.bare:
        return text.startswith(("余", "多"), amount.end) and unit_after(text, amount.end + 1) is not None
    if text.startswith(("到", "至"), amount.end):
        upper, _ = read_amount(text, amount.end + 1) if amount.end + 1 < len(text) else (None, 0)
        if upper is not None and not upper.arabic and _closes(text, upper):
            return True
    found = find_unit(text, amount.end)
    if found is not None and len(amount.run) == 1 and (found.unit.digits or (amount.run == "一" and found.unit.noun)):
        return False
    if found is not None and found.unit.form == "次" and not counts_meetings(text, amount.start, found.end):
        found = None  # 十四届三次会议
    if found is not None or text[amount.end : amount.end + 1] in ("个", "余", "多", "来"):
        return True
    if len(amount.run) > 1:
        return not set(amount.run) <= set("一二三四五六七八九") or not _HAN.match(text, amount.end)
    before = text[amount.start - 1 : amount.start]
    return (before in ("", "负") or not _HAN.match(before)) and not _HAN.match(text, amount.end)


def _closes(text: str, upper: Amount) -> bool:
    """Tell whether the upper end of a range stands for itself or counts: 十到|二十, 三到|五人."""
    free = len(upper.run) > 1 and not _HAN.match(text, upper.end)
    return free or find_unit(text, upper.end) is not None


def _cardinals(amount: Amount) -> list[_Found]:
    """Return the number; the two ends of 七八十 and 两三百 apart."""
    high = amount.numeral.high
    if high is None:
        return [_Found(amount.start, amount.end, amount.low, "cardinal")]
    for cut in range(1, len(amount.run)):
        if amount.run[cut] in "二两三四五六七八九" and amount.run[cut - 1] in "一二两三四五六七八":
            middle = amount.start + cut
            return [
                _Found(amount.start, middle, amount.low, "cardinal"),
                _Found(middle, amount.end, high, "cardinal"),
            ]
    return []


def _signed(text: str, found: _Found, floor: int) -> _Found:
    start = found.start
    if start <= floor or found.kind == "ordinal":
        return found
    before, further = text[start - 1], text[start - 2 : start - 1]
    if (before == "负" and further not in NOT_MINUS) or (
        before == "-" and not (further.isalnum() or further in ("%", ")"))
    ):
        return found._replace(start=start - 1, value=-found.value)
    return found
