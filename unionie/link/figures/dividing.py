"""Words before a value that divide what was said before: 其中, 其中的, 有12家, and the noun of a total.

Enters: a clause, what its sentence has told so far, and a value. Leaves: the total whose part it is, in the ``Scope``.
Next: ``facts``.
"""

from __future__ import annotations

from unionie.link.figures.clauses import Clause
from unionie.link.figures.parts import PART, divide_inside, inner_total, last_level, of_them, total_for, whole_of
from unionie.link.figures.scope import Reader, Scope
from unionie.link.figures.units import with_unit
from unionie.values.types import Quantity


def divide(reader: Reader, clause: Clause, scope: Scope, first: Quantity) -> tuple[int, bool]:
    """Let words before the first value of a run divide a total.

    Return where those that name it begin, and whether 其中 stands before them.
    """
    start = max(scope.consumed, clause.start)
    words = reader.words(start, first.start, clause.depth)
    if match := PART.match(words):
        start += match.end()
        words = words[match.end() :]
        scope.pending = not clause.depth
        if clause.depth:
            divide_inside(scope, first)
    elif match := of_them(scope.frames, clause.start, words, first):
        start += match.end()
        words = words[match.end() :]
        scope.total, scope.parts, scope.once, match = len(scope.frames) - 1, [], True, None
    elif scope.total is None and (whole := whole_of(scope.frames, scope.block, words, first)) is not None:
        scope.total, scope.parts = whole, []
    if scope.pending:
        scope.breakdown = scope.breakdown or not match
        scope.pending = False
        if not clause.depth:
            _divide_anew(clause, scope, first, words)
    return start, match is not None


def _divide_anew(clause: Clause, scope: Scope, first: Quantity, words: str) -> None:
    """Let a 其中 divide what was said last, be it a part itself: then the total before waits for the next ；."""
    since = scope.first if len(scope.frames) > scope.first else scope.block
    last = scope.frames[-1].quantity if len(scope.frames) > scope.first else None
    part = with_unit(first, "", last)
    inner = inner_total(scope, part) if clause.opening != "；" else None
    scope.outer = None if inner is None else (scope.total, scope.parts)
    scope.total = total_for(scope.frames, since, part, words) if inner is None else inner
    scope.parts = []
    scope.divided = last_level(scope.frames, since) if scope.total is None else scope.total


def divide_those(reader: Reader, scope: Scope, quantity: Quantity) -> None:
    """Let 其中的 before a value divide what was counted before: 收到意见348条，解决了其中的|305条."""
    if scope.total is None and reader.clean.text.endswith("其中的", 0, quantity.start):
        first = scope.first if len(scope.frames) > scope.first else scope.block
        scope.total, scope.parts = total_for(scope.frames, first, quantity), []
