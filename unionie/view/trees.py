"""Facts as trees: each part right below its total.

Enters: facts. Leaves: the same with their depths. Next: ``notebook``, ``io.formats.table``.
"""

from __future__ import annotations

from collections.abc import Iterable

from unionie.records import Fact

__all__ = ["order_by_total"]


def order_by_total(facts: Iterable[Fact]) -> list[tuple[int, Fact]]:
    """Return the facts with their depths, each part right below its total, otherwise in their own order."""
    facts = tuple(facts)
    known = {fact.id for fact in facts}
    parts: dict[str | None, list[Fact]] = {}
    for fact in facts:
        parts.setdefault(fact.part_of if fact.part_of in known else None, []).append(fact)
    ordered: list[tuple[int, Fact]] = []
    waiting = [(0, fact) for fact in reversed(parts.get(None, []))]
    while waiting:
        depth, fact = waiting.pop()
        ordered.append((depth, fact))
        waiting += [(depth + 1, part) for part in reversed(parts.pop(fact.id, []))]
    placed = {id(fact) for _, fact in ordered}
    return ordered + [(0, fact) for fact in facts if id(fact) not in placed]
