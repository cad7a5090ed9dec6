"""The arithmetic audit: what a reader should know about figures that cannot all be right.

Enters: the facts and awards of a report. Leaves: Notices, each with the places that show it. Next: ``Extraction``.

A notice is worth reading or it is not given: only sure records are compared, figures count with their rounding, and
where words allow both to be right (real growth, parts that overlap), nothing is said.
"""

from __future__ import annotations

from collections.abc import Sequence

from unionie.records import Award, Fact, Notice
from unionie.resolve.audit.awards import find_unlisted_awards
from unionie.resolve.audit.growth import find_contradicted_growth
from unionie.resolve.audit.parts import find_excess_parts, find_excess_splits, find_wrong_shares
from unionie.resolve.audit.repeats import find_differing_headlines, find_differing_repeats

__all__ = ["audit"]

_SURE = 0.7  # confidence from which a fact is held against others
_LIKELY = 0.5  # likewise where three figures of one sentence share their indicator


def audit(
    facts: Sequence[Fact], awards: Sequence[Award] = (), headlines: Sequence[tuple[int, int]] = ()
) -> tuple[Notice, ...]:
    """Return what a reader should know, by kind and then in text order; ``headlines`` are stretches of the text."""
    sure = [fact for fact in facts if fact.confidence >= _SURE]
    likely = [fact for fact in facts if fact.confidence >= _LIKELY]
    heads = [fact for fact in likely if any(start <= fact.mentions[0].start < end for start, end in headlines)]
    above = {fact.id for fact in heads}
    return (
        *find_excess_parts(sure),
        *find_wrong_shares(likely),
        *find_excess_splits(sure),
        *find_differing_headlines(heads, [fact for fact in likely if fact.id not in above]),
        *find_differing_repeats([fact for fact in sure if fact.id not in above]),
        *find_contradicted_growth(likely),
        *find_unlisted_awards(sure, awards),
    )
