"""How a confidence came about: its traits and what each weighs.

Enters: a fact or award. Leaves: ``Reason``s. Next: ``facts`` and ``names``.
"""

from __future__ import annotations

from collections.abc import Iterator

from unionie.explain.reasons import Reason
from unionie.explain.words import Say, load_sentences
from unionie.records import Award, Fact
from unionie.resolve.confidence import find_traits, weigh

__all__ = ["tell_confidence"]


def tell_confidence(record: Fact | Award, say: Say) -> Iterator[Reason]:
    """Yield the traits of a record with their weights in log-odds, then what they come to."""
    step, total = say("step.confidence"), 0.0
    for trait in find_traits(record):
        weight = weigh(trait)
        total += weight
        yield Reason(step, "known", "confidence.trait", say("confidence.trait", trait=_name(trait, say), weight=weight))
    said = say("confidence.sum", sum=total, confidence=f"{record.confidence:.3f}")
    yield Reason(step, "chosen", "confidence.sum", said)


def _name(trait: str, say: Say) -> str:
    """Return a trait in words: "fact length=3-4" is 3-4 characters long."""
    _, _, about = trait.partition(" ")
    if not about:
        return say("trait.base")
    name, _, value = about.partition("=")
    whole = f"trait.{name}.{value}"
    if whole in load_sentences():
        return say(whole)
    kind = {"recipient": "recipient_type"}.get(name, name)
    return say(f"trait.{name}", value=say(f"{kind}.{value}").removeprefix(f"{kind}."))
