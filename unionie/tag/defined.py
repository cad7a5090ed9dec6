"""Short names that stand in brackets behind the whole one: 省语言文字工作委员会办公室（省语委办）.

Enters: text and mentions of it, sorted and disjoint. Leaves: the same with such short names bodies wherever they
stand, and ``short`` in the attributes of the one in brackets. Next: ``component``; ``resolve`` makes them one body.

A short name leaves characters out and turns none round. One that is a stretch of the whole name before its end is an
owner of the body (县总工会|办公室), but for a firm's own name. An area in brackets says where the body is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from unionie.frames import Mention
from unionie.tag.hierarchy import names_area
from unionie.tag.lexicon import lexicon
from unionie.tag.words import find_occurrences

__all__ = ["add_defined", "is_clipped"]

_BRACKET = re.compile("（([一-鿿]{2,12})）")
_FIRM, _OWNER = re.compile("(?:公司|集团|合作社)$"), re.compile("[司团厂矿会]$")
_LEAST, _SHORTER = 3, 2  # characters of a short name that nothing else takes for a body; by which it is shorter


def add_defined(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions of ``text`` with the short names that brackets give."""
    ends = {mention.end: mention for mention in mentions if mention.label == "ORG"}
    known = {mention[:2]: mention for mention in mentions}
    kept, types = dict(known), dict[str, str]()
    for match in _BRACKET.finditer(text) if ends else ():
        whole, span = ends.get(match.start()), match.span(1)
        there = known.get(span)
        if whole is None or (there is not None and there.label not in ("ORG", "EVENT")):
            continue
        name = "".join(text[whole.start : whole.end].split())
        if not is_clipped(match[1], name) or (there is None and len(match[1]) < _LEAST):
            continue
        kind = whole.attrs.get("type", "other")
        kept[span] = Mention(*span, "ORG", there.rule if there else "org.bracket", {"type": kind, "short": True})
        types[match[1]] = kind
    if len(kept) == len(known) and not types:
        return list(mentions)
    taken = bytearray(len(text))
    for start, end in kept:
        taken[start:end] = b"\1" * (end - start)
    for start, end in find_occurrences(text, types):
        if taken.find(1, start, end) < 0:
            kept[start, end] = Mention(start, end, "ORG", "org.alias", {"type": types[text[start:end]]})
    return sorted(kept.values(), key=lambda mention: mention.start)


def is_clipped(short: str, whole: str) -> bool:
    """Tell whether a name in brackets is the one before it with characters left out.

    >>> is_clipped("省语委办", "东岭省语言文字工作委员会办公室"), is_clipped("县总工会", "县总工会办公室")
    (True, False)
    """
    if len(whole) - len(short) < _SHORTER or names_area(short) or short in lexicon().places:
        return False
    if short in whole and not whole.endswith(short) and (not _FIRM.search(whole) or _OWNER.search(short)):
        return False
    rest = iter(whole)
    return all(character in rest for character in short)
