"""Marks of precision beside a value: 约, 近, 超过, 余, 以上, 左右.

Enters: folded text and an edge of the value. Leaves: the mark there and how far it reaches. Next: ``quantities``.
The table is ``rules/data/marks.tsv``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple, cast

from unionie.rules import load_table
from unionie.values.types import Precision

__all__ = ["Mark", "mark_after", "mark_before", "not_after"]

_DENIED = re.compile("(?:不|未|(?<![淹沉埋隐吞覆])没有?)(?:会|曾|再|许|准|宜|要|想|敢|允许|可能?|应该?当?|[得能]够?)?$")
_MORE = re.compile(r"强(?![化调])|多(?=$|[^\u4e00-\u9fff]|[的了])")
_INCLUDING = re.compile(r"\(含[^()，。\n]{1,10}\)(?=以[上下内])")
_COMPARED = re.compile("[比较][^，。；、0-9比较]{0,6}(?:预算|计划|目标|任务|定额|预期)[数值]?(?:分别|均|都)?$")
_NUMERAL = re.compile("[0-9一二三四五六七八九十两百千万半]")


class Mark(NamedTuple):
    """A mark: what it says, the characters that must not stand before it (节 + 约), what it says when denied."""

    form: str
    precision: Precision
    not_after: str
    denied: Precision | None = None


@cache
def _marks(side: str) -> dict[str, list[Mark]]:
    index: dict[str, list[Mark]] = {}
    for row in load_table("marks"):
        if row["side"] != side:
            continue
        for form in row["written"].split(" "):
            key = form[-1] if side == "before" else form[0]
            precision, denied = cast(Precision, row["precision"]), cast(Precision, row["denied"])
            index.setdefault(key, []).append(Mark(form, precision, row["not_after"], denied or None))
    for marks in index.values():
        marks.sort(key=lambda mark: -len(mark.form))
    return index


def not_after(form: str) -> str:
    """Return the characters behind which a mark is part of a word: 节, 协, 签 … for 约."""
    return next(mark.not_after for mark in _marks("before")[form[-1]] if mark.form == form)


def mark_before(text: str, end: int, floor: int, *, bare: bool, large: bool) -> Mark | None:
    """Return the mark that ends at ``end``; 过, 破 only if ``large`` (or a part), 上 if ``bare`` (上百)."""
    for mark in _marks("before").get(text[end - 1 : end], ()):
        start = end - len(mark.form)
        if start < floor or not text.startswith(mark.form, start):
            continue
        if (mark.form == "上" and not bare) or (mark.form in "过破" and not large):
            continue
        if start and text[start - 1] in mark.not_after:
            continue
        if mark.form == "超" and _COMPARED.search(text, max(0, start - 14), start):
            continue  # 较预算超|1.2亿元: by how much
        if mark.denied and (denial := _DENIED.search(text, max(floor, start - 4), start)):
            return Mark(text[denial.start() : end], mark.denied, "")
        return mark
    return None


def mark_after(text: str, start: int, *, part: bool) -> Mark | None:
    """Return the mark that begins at ``start``; 强, 弱 and 多 only after a ``part`` of a whole (三分之一强)."""
    if part and (more := _MORE.match(text, start)):
        return Mark(more[0], "over", "")
    if including := _INCLUDING.match(text, start):
        behind = mark_after(text, including.end(), part=part)
        return behind and behind._replace(form=including[0] + behind.form)
    for mark in _marks("after").get(text[start : start + 1], ()):
        end = start + len(mark.form)
        if text.startswith(mark.form, start) and (mark.form != "弱" or part):
            next_one = mark.precision == "under" and _NUMERAL.match(text, end)  # 每千人|不到两名
            return None if next_one else mark
    return None
