"""What a value rose or fell from: 由|15个工作日|缩短到…, 把原来的|23个|环节压减为….

Enters: the words before and behind a value. Leaves: whether it is the start of such a statement. Next: ``indicators``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from unionie.values.types import Quantity

__all__ = ["FROM", "is_from", "part_moves", "without_from"]

_BEGINS = ("由", "从", r"自(?=[每\x01]|$)")
_HAD = "(?:原来|原有|原先|过去|以前|此前|最初|现有)[^，；]{0,8}"
FROM = re.compile(  # each with a character first: words are searched fastest so
    f"(?:{'|'.join(begin + '[^由从，；]{0,14}' for begin in _BEGINS)}|把{_HAD}|将{_HAD})$"
)  # 由|23个, 把原来的|23个|环节压减为9个
_TO = re.compile(
    r"[^，；。]{0,10}(?:(?:到|至|为|(?<![组构合])成)了?[只仅]?剩?下?|跃居)(?:预计)?(?:最高|最低)?(?:每[一-鿿]{1,3})*[\x01的]*$|[^，；。\d]{0,4}[降减压掉归清][^，；。\d]{0,4}零"
)  # to nothing: 由|13.6%|降为零

# The two ends of a move that is read as a range: 经费从|0.86亿元到3.47亿元; not 从1.2万元到96万元|不等.
_MOVE = re.compile(r"(?P<first>[0-9][0-9.,]*[^0-9到至\-~—–]+)(?:[到至])(?P<second>[0-9][^到至]*)")
_SPREAD = re.compile("[余多]?(?:不等|之间|区间|范围|[不的])")
_AGES = ("岁", "周岁")


def part_moves(text: str, quantities: Iterable[Quantity]) -> Iterator[Quantity]:
    """Yield the quantities, a range behind 从 or 由 as what something rose from and what it rose to."""
    for quantity in quantities:
        move, high = None, quantity.high
        if high is not None and quantity.precision == "range" and quantity.unit not in _AGES:
            behind = text[quantity.start - 1 : quantity.start] in ("从", "由")
            move = _MOVE.fullmatch(quantity.text) if behind and not _SPREAD.match(text, quantity.end) else None
        if move is None or high is None:
            yield quantity
            continue
        end, start = quantity.start + move.end("first"), quantity.start + move.start("second")
        yield replace(quantity, text=move["first"], end=end, high=None, precision="exact")
        yield replace(quantity, text=move["second"], start=start, value=high, high=None, precision="exact")


def is_from(words: str, after: str) -> bool:
    """Return whether a value is the start of a from-to statement: 由|15个工作日|缩短到…"""
    return bool(FROM.search(words)) and bool(_TO.match(after.rstrip("约近超不足")))


def without_from(head: str, after: str) -> str:
    """Return the words before a value without 由 and 从 where it is what something rose or fell from."""
    match = FROM.search(head)
    if match is None or not is_from(head, after):
        return head
    return "" if match.group()[0] in "把将" else head[: match.start()]  # who does it names nothing
