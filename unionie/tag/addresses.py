"""Names of places that lie in one another made one: 甲县乙镇|丙村, 莆田|仙游, 甲机场|T2航站楼.

Enters: text and mentions of it, sorted and disjoint. Leaves: the same with addresses whole. Next: ``place_repeats``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from unionie.frames import Mention
from unionie.tag.given import RULE
from unionie.tag.hierarchy import end_of_chain, find_chains
from unionie.tag.lexicon import lexicon

__all__ = ["join_addresses"]

# What holds villages and houses, but no streets: 甲镇|乙路 are two names.
_HOLDS = re.compile("(?:[乡镇]|街道|苏木|机场)$")
_STREET = re.compile("(?:[路街巷江河]|大道|高速|[国省县]道)$")
_DASH = re.compile("[—–-]{1,2}")
_BETWEEN = re.compile("(?:风景名胜区|风景区|国家公园|保护区|铁路|高速|公路)$")  # 甲山—乙河风景名胜区
_KNOWN = frozenset({"country", "province", "city"})


def join_addresses(text: str, mentions: Iterable[Mention]) -> list[Mention]:
    """Return the mentions with places that go on in the next one, or in the name of an area behind them, made one."""
    joined: list[Mention] = []
    for mention in mentions:
        if joined and _go_on(text, joined[-1], mention):
            joined[-1] = joined[-1]._replace(end=mention.end)
        else:
            joined.append(mention)
    return _with_chains(text, joined)


def _go_on(text: str, outer: Mention, inner: Mention) -> bool:
    """Tell whether two mentions are the parts of one address."""
    if (outer.label, inner.label) != ("LOC", "LOC") or RULE in (outer.rule, inner.rule):
        return False
    if outer.end < inner.start:
        dashed = _DASH.fullmatch(text, outer.end, inner.start)
        return dashed is not None and _BETWEEN.search(text, inner.start, inner.end) is not None
    if _STREET.search(text, inner.start, inner.end):
        return False
    name = text[outer.start : outer.end]
    return _HOLDS.search(name) is not None or lexicon().places.get(name) in _KNOWN


def _with_chains(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions, places with the areas behind them that lie in them, and such chains that nothing covers."""
    kept: list[Mention] = []
    for place, mention in enumerate(mentions):
        bar = mentions[place + 1].start if place + 1 < len(mentions) else len(text)
        end = end_of_chain(text, mention.start, mention.end) if mention.label == "LOC" and mention.rule != RULE else 0
        kept.append(mention._replace(end=end) if mention.end < end <= bar else mention)
    taken = bytearray(len(text))
    for mention in kept:
        taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
    chains = [
        Mention(start, end, "LOC", "place.chain", {})
        for start, end in find_chains(text)
        if taken.find(1, start, end) < 0
    ]
    return sorted([*kept, *chains], key=lambda mention: mention.start) if chains else kept
