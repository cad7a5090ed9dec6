"""Join what rules found with what the learned tagger finds: rules speak for their mentions, the tagger decides.

Enters: mentions of the rules, later the tagger's spans. Leaves: ``Hint``s for the tagger, then the mentions that stay.
Next: ``learned.component``.

The policy: every mention of a rule adds log-odds to its span in the tagger's chain, those of a user's own rules so
many that nothing but a longer name of the same label outweighs them. A span stays that is likely enough with all
this. Titles in book marks stay as rules find them; what the user's rules give stays in any case; numbers and times
inside a name belong to it, a name inside a number does not stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from unionie.clean.types import CleanText
from unionie.frames import Mention
from unionie.tag.addresses import join_addresses
from unionie.tag.attributes import attributes
from unionie.tag.defined import add_defined
from unionie.tag.given import RULE
from unionie.tag.learned.evidence import Hint
from unionie.tag.learned.tagger import Tagged
from unionie.tag.lexicon import name_parts
from unionie.tag.merge import merge_mentions
from unionie.tag.person_names import make_persons_whole
from unionie.tag.place_edges import at_edges
from unionie.tag.place_repeats import add_proven
from unionie.tag.trims import trim
from unionie.trace import note

__all__ = ["LEAST", "hints_of", "join_mentions"]

LEAST = 0.4  # probability from which a mention stays; what is that likely raises F1
# The same where no rule found it too (chosen on the dev reports).
_SURER = {"ORG": 0.5, "PERSON": 0.5, "AWARD": 0.55}

# Places that say by their end what they are.
_SMALL = re.compile("(?:[村镇乡县旗盟]|社区|街道|嘎查)$")
# What no given name ends in: 林长制, “甲乙号”, 某家坎.
_THING = re.compile("[制号港坡坎站路庙寺塔店厂场院线洞沟]$")
# What is needed of a person whom no rule found, whose name ends so, or whom neither a post nor a surname opens.
_IF_THING, _IF_UNOPENED = 0.99, 0.7

_NAME, _LIST = re.compile("[一-鿿]+"), re.compile("[一-鿿]{2,3}(?:、[一-鿿]{2,3})+")
_LEVEL = re.compile("[县市旗盟]")
# Log-odds of a mention that a rule found: more for the labels in which rules are surer (chosen on the dev reports).
_WEIGHTS = {"ORG": 7.0, "TITLE": 6.0, "PERSON": 5.0, "AWARD": 12.0, "EVENT": 2.0, "LOC": 3.0}
_RULE_WEIGHTS = {
    "event.session": 12.0,
    "event.race": 12.0,
    "org.unit": 12.0,
    "org.part": 12.0,
    "org.acting": 3.0,
    "org.team": 12.0,
}  # rules that are surer than others of their label
_GIVEN = 12.0
_BY_RULE = frozenset({"WORK"})  # labels whose mentions rules alone find


def hints_of(mentions: Iterable[Mention]) -> list[Hint]:
    """Return what the mentions of rules say to the tagger."""
    return [Hint(mention.start, mention.end, mention.label, _weight(mention)) for mention in mentions]


def _weight(mention: Mention) -> float:
    if mention.rule == RULE:
        return _GIVEN
    return _RULE_WEIGHTS.get(mention.rule, _WEIGHTS.get(mention.label, 0.0))


def _needed(text: str, span: Tagged, posts: set[int]) -> float:
    """Return the probability from which what no rule found stays."""
    if span.label == "LOC" and _SMALL.search(text, span.start, span.end):
        return 0.0
    if span.label == "PERSON" and _THING.search(text, span.start, span.end):
        return _IF_THING
    if span.label == "PERSON" and span.start not in posts and text[span.start] not in name_parts().surnames:
        return _IF_UNOPENED
    return _SURER.get(span.label, 0.0)


def _is_column(text: str, mention: Mention) -> bool:
    """Tell whether what no rule takes for a body fills a bracket: 【高质量发展调研行】 is a series of features."""
    marks = text[mention.start - 1 : mention.start] + text[mention.end : mention.end + 1]
    return mention.label == "ORG" and marks == "【】"


def _areas(text: str, spans: Iterable[Tagged]) -> frozenset[str]:
    """Return the short names of the areas that bodies and places of the text are named after: 甲阳 of 甲阳县."""
    named = (text[span.start : span.end] for span in spans if span.label in ("ORG", "LOC"))
    ends = ((name, match.start()) for name in named for match in _LEVEL.finditer(name))
    return frozenset(name[end - size : end] for name, end in ends for size in (2, 3) if end >= size)


def _of_area(text: str, mention: Mention, areas: frozenset[str]) -> Mention | None:
    """Return a person named like an area of the text as that place; None for its people: 甲阳人."""
    name = text[mention.start : mention.end]
    if mention.label != "PERSON" or name.removesuffix("人") not in areas:
        return mention
    return None if name.endswith("人") else mention._replace(label="LOC", attrs={})


def join_mentions(
    clean: CleanText,
    mentions: Sequence[Mention],
    spans: Iterable[Tagged],
    blocked: Sequence[tuple[int, int]] = (),
    *,
    least: float = LEAST,
) -> list[Mention]:
    """Return the mentions of ``clean.text``: the tagger's spans of probability ``least`` or more, read with the hints.

    What rules found too keeps their attributes.
    """
    known = {(mention.start, mention.end, mention.label): mention for mention in mentions}
    spans = list(spans)
    areas = _areas(clean.text, spans)
    posts = {span.end for span in spans if span.label == "TITLE"}
    found = [mention for mention in mentions if mention.label in _BY_RULE]
    for span in spans:
        rule = known.get((span.start, span.end, span.label))
        needed = least if rule else max(least, _needed(clean.text, span, posts))
        if span.probability < needed or span.label in _BY_RULE:
            note("name.unlikely", span.start, span.end, label=span.label, probability=span.probability)
            continue
        note("name.likely", span.start, span.end, label=span.label, probability=span.probability)
        attrs = attributes(clean.text[span.start : span.end], span.label) if rule is None else rule.attrs
        named: Mention | None = Mention(
            span.start, span.end, span.label, "learned" if rule is None else rule.rule, attrs
        )
        if named is not None and named.rule != RULE:
            named = None if rule is None and _is_column(clean.text, named) else trim(clean.text, named)
            named = _of_area(clean.text, named, areas) if named and rule is None else named
            named = at_edges(clean.text, named) if named and named.label == "LOC" else named
        found.extend(_parted(clean.text, named) if named else [])
    kept = {(mention.start, mention.end, mention.label) for mention in found}
    for mention in mentions:
        if (mention.start, mention.end, mention.label) not in kept:
            note("name.overruled", mention.start, mention.end, mention=mention)
    given = [mention for mention in mentions if mention.rule == RULE]
    furniture = [(block.start, block.end) for block in clean.blocks if block.kind == "furniture"]
    whole = make_persons_whole(clean.text, merge_mentions(found, blocked, given))
    joined = join_addresses(clean.text, whole)
    return [
        mention
        for mention in add_defined(clean.text, add_proven(clean.text, joined))
        if mention.label != "AWARD" or not any(start <= mention.start < end for start, end in furniture)
    ]


def _parted(text: str, mention: Mention) -> list[Mention]:
    """Return short names that the tagger joined over 、 one by one: 甲阳、乙山 are places."""
    if mention.label not in ("ORG", "LOC") or not _LIST.fullmatch(text, mention.start, mention.end):
        return [mention]
    parts = _NAME.finditer(text, mention.start, mention.end)
    return [mention._replace(start=part.start(), end=part.end(), label="LOC", attrs={}) for part in parts]
