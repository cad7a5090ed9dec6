"""What a question for an indicator means: a concept where the words name one, else the words.

Enters: the words that a user gives, and the indicators of the records. Leaves: ``Wanted``. Next: ``gather``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from unionie.errors import InputError
from unionie.resolve.concepts import core_of, name_concepts

__all__ = ["Wanted", "want"]

_NEAR = 5


@dataclass(frozen=True, slots=True)
class Wanted:
    """``concepts`` are ids; ``core`` are the words of an indicator for which the packaged table has no concept."""

    asked: str
    concepts: frozenset[str]
    core: str | None = None

    def fits(self, concept: str | None, indicator: str) -> bool:
        """Tell whether a fact with this concept and indicator is meant."""
        if concept is not None:
            return concept in self.concepts
        return self.core is not None and core_of(indicator) == self.core


def want(asked: str, stated: Iterable[tuple[str | None, str]]) -> Wanted:
    """Return what ``asked`` means among the concepts and indicators that are ``stated``.

    It is an id or label of a concept, or an indicator; a user's own concepts are known by the records that have them.
    Raises InputError, with what is near, where no record has it.
    """
    counts = Counter(stated)
    concepts = {concept.id for concept in name_concepts(asked)}
    if not concepts:
        concepts = {concept for concept, _ in counts if concept == asked}
    core = None
    if not concepts:
        core = core_of(asked)
        concepts = {concept for concept, indicator in counts if concept and core_of(indicator) == core}
    wanted = Wanted(asked, frozenset(concepts), core)
    if not any(wanted.fits(*pair) for pair in counts):
        near = _list_near(asked, counts)
        raise InputError(f"no record measures {asked!r}" + (f"; near: {'、'.join(near)}" if near else ""))
    return wanted


def _list_near(asked: str, counts: Counter[tuple[str | None, str]]) -> list[str]:
    indicators: Counter[str] = Counter()
    for (_, indicator), count in counts.items():
        indicators[indicator] += count
    holding = [indicator for indicator, _ in indicators.most_common() if asked in indicator or indicator in asked]
    alike = get_close_matches(asked, list(indicators), n=_NEAR)
    return list(dict.fromkeys([*holding, *alike]))[:_NEAR]
