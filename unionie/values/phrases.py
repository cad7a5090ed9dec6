"""The grammar of a quantity: what stands around an amount makes it one, or it is left alone.

Enters: folded, joined text and where an amount may begin. Leaves: ``Phrase`` tuples and where to go on.
Next: ``quantities`` makes records of them.
"""

from __future__ import annotations

import re

from unionie.values.amounts import ARABIC, Amount, read_amount
from unionie.values.bare import read_bare
from unionie.values.guards import in_code, in_slogan, in_word, is_paired, is_quoted_form, is_tail, splits_word, word_end
from unionie.values.measures import read_measure
from unionie.values.parts import (
    read_even,
    read_fraction,
    read_half,
    read_halving,
    read_mixed,
    read_rank,
    read_slash,
    read_turns,
)
from unionie.values.phrase import Core, Phrase, finish
from unionie.values.series import read_elliptical, read_list, read_range
from unionie.values.units import find_unit, prefix_currency

__all__ = ["read_phrases", "why_no_quantity"]

_SERIES = ("、", "和", "至", "-", "~", "—", "到")
_HALF = re.compile("多?半(?![天路])")
_SPECIAL = {"翻": read_turns, "减": read_halving, "折": read_halving, "对": read_even, "半": read_half}


def read_phrases(text: str, start: int, floor: int) -> tuple[list[Phrase], int]:
    """Return the quantities whose first numeral is at ``start`` (none, one, or a list) and where to go on."""
    special = _SPECIAL.get(text[start])
    if special is not None:
        if text[start] == "半" and (held := in_word(text, start)):
            return [], held
        core = special(text, start)
        return _finished(text, [core] if core else [], floor, start + 1)
    if held := word_end(text, start):
        return [], held
    amount, after = read_amount(text, start)
    if amount is None:
        return [], after
    cores, after = _cores(text, amount, after)
    return _finished(text, cores, floor, after)


def why_no_quantity(text: str, start: int) -> str:
    """Return why no quantity is read at ``start``, where ``read_phrases`` gave none: a word that ``explain`` tells."""
    if text[start] in _SPECIAL and not text[start].isdigit() and text[start] != "半":
        return "no_number"
    if word_end(text, start):
        return "in_word"
    amount, after = read_amount(text, start)
    if amount is None:
        return "no_number"
    if start and text[start - 1] == "第":
        return "ordinal"
    if amount.arabic and (in_code(text, start) or is_tail(text, start)):
        return "in_code"
    if not amount.arabic and _barred(text, amount):
        if splits_word(text, amount.start, amount.run):
            return "in_word"
        return "quoted" if is_quoted_form(text, amount.start) else "paired"
    cores, _ = _cores(text, amount, after)
    return "slogan" if cores and all(_in_slogan(text, core) for core in cores) else "no_unit"


def _cores(text: str, amount: Amount, after: int) -> tuple[list[Core], int]:
    start = amount.start
    if start and text[start - 1] == "第":
        core = read_rank(text, amount)
        return ([core], after) if core else ([], _past_list(text, amount.end))
    if amount.arabic:
        if is_tail(text, start):
            whole = read_range(text, amount, read_measure(text, amount))
            return [], whole[1] if whole else after
        if in_code(text, start) and not prefix_currency(text, start, 0):
            return [], after
        if text.startswith("/", amount.end) and (core := read_slash(text, start)):
            return [core], after
    elif _barred(text, amount):
        return [], after
    if text.startswith("又", amount.end) and (mixed := read_mixed(text, amount)):
        return mixed
    if core := read_fraction(text, amount) or _one_half(text, amount):
        return [core], after
    core = read_measure(text, amount)
    if core is not None and text[start - 1 : start] == "每" and _is_base(core):
        return [], core.end
    if core is not None and not _is_money(core) and prefix_currency(text, start, 0):
        core = None  # ¥6.66起: money, not six cases
    if core is not None and (shared := read_elliptical(text, core)):
        return shared, after
    if ranged := read_range(text, amount, core):
        return ranged
    if core is None:
        listed = read_list(text, amount)
        if listed and listed[0]:
            return listed
        core = read_bare(text, amount)
        after = listed[1] if listed and core is None else after
    return ([core] if core else []), after


def _is_base(core: Core) -> bool:
    """Say whether a rate is meant by each of so many: 每10万人."""
    hundreds = core.unit is not None and core.unit.dimension == "count" and core.low >= 100
    return hundreds and core.low.normalize().as_tuple().digits == (1,)


def _is_money(core: Core) -> bool:
    return core.unit is not None and core.unit.dimension in ("money", "price")


def _barred(text: str, amount: Amount) -> bool:
    if text.startswith("又", amount.end):
        return False
    return (
        splits_word(text, amount.start, amount.run)
        or (len(amount.run) == 1 and is_paired(text, amount.start))
        or (not amount.numeral.mark and is_quoted_form(text, amount.start))
    )


def _one_half(text: str, amount: Amount) -> Core | None:
    if amount.run != "一" or (half := _HALF.match(text, amount.end)) is None:
        return None
    core = read_half("半数", 0)
    return core and core._replace(start=amount.start, end=half.end(), inner="over" if len(half[0]) > 1 else "")


def _past_list(text: str, at: int) -> int:
    """Return the end of 第1、2、3 or 第十条、十一条, whose further numbers are ordinals too."""
    unit = find_unit(text, at)
    word = unit.unit.form if unit else ""
    for _ in range(30):
        joint = at + len(word)
        if not (word and text.startswith(word, at) and text.startswith(_SERIES, joint)):
            joint = at
        if not text.startswith(_SERIES, joint) or joint + 1 >= len(text):
            return at
        amount, _ = read_amount(text, joint + 1)
        if amount is None or (joint > at and not text.startswith(word, amount.end)):
            return at
        at = amount.end
    return at


def _in_slogan(text: str, core: Core) -> bool:
    unit = core.unit
    if unit is None or unit.dimension not in ("count", "duration") or core.inner or core.bare or core.scale >= 10000:
        return False
    return in_slogan(text, core.start, core.end, digits=text[core.start] in ARABIC, unit=unit.form)


def _finished(text: str, cores: list[Core], floor: int, after: int) -> tuple[list[Phrase], int]:
    phrases = []
    for core in cores:
        if _in_slogan(text, core):
            after = max(after, core.end)
            continue
        phrase = finish(text, core, floor)
        if phrase is not None:
            phrases.append(phrase)
            floor = phrase.end
        after = max(after, core.end)
    return phrases, after
