"""Names of people made whole: 尤哈．甲, John Smith one name; 马西也 where 马西也、 stands, not 马西|也.

Enters: text and mentions of it, sorted and disjoint. Leaves: the same, with persons whole. Next: ``addresses``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from unionie.frames import Mention
from unionie.tag.given import RULE
from unionie.tag.lexicon import name_parts

__all__ = ["make_persons_whole"]

# Between the parts of one name: a dot in any form, with a part that is not found; a space between Latin words.
_DOT = re.compile("[·•‧・.]")
_PART = re.compile("[·•‧・.][一-鿿]{2,5}(?=[（、，。])")
_LATIN = re.compile("[A-Za-z.-]+(?: [A-Za-z.-]+)*")
# An adverb before a mark belongs to the name: 护士马西也、…. The end of a Mongolian one: 那仁满|都拉.
_NAME = re.compile("[一-鿿]+")
_ADVERB = re.compile("[则也还](?=(?:[笑坦]着?)?(?:说|表示|认为|介绍|告诉|坦言|指出|强调|回忆|建议|提醒))")
_OWN_END = re.compile("[也都就还又且](?=[、，。（；：])|(?<=满)都[拉呼](?![着来去开到])")


def make_persons_whole(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions with the parts of a person's name made one, and its last character where one tells it."""
    joined: list[Mention] = []
    for mention in mentions:
        if joined and _are_one(text, joined[-1], mention):
            joined[-1] = joined[-1]._replace(end=mention.end, attrs={})
        else:
            joined.append(_without_adverb(text, mention))
    return _with_ends(text, joined)


def _without_adverb(text: str, mention: Mention) -> Mention:
    """Return a person without the adverb of who speaks, where the name has one character too many: 甲乙丙|则说."""
    if mention.label != "PERSON" or mention.rule == RULE or not _ADVERB.match(text, mention.end - 1):
        return mention
    family = 2 if text[mention.start : mention.start + 2] in name_parts().compounds else 1
    long = _NAME.fullmatch(text, mention.start, mention.end) and mention.end - mention.start == family + 3
    return mention._replace(end=mention.end - 1, attrs={}) if long else mention


def _are_one(text: str, first: Mention, last: Mention) -> bool:
    if (first.label, last.label) != ("PERSON", "PERSON") or RULE in (first.rule, last.rule):
        return False
    between = text[first.end : last.start]
    if between == " ":
        return _LATIN.fullmatch(text, first.start, last.end) is not None
    return _DOT.fullmatch(between) is not None


def _with_ends(text: str, mentions: list[Mention]) -> list[Mention]:
    """Return the mentions, persons with the end that what is behind it gives to their name, there and elsewhere."""
    ends: dict[str, str] = {}
    for mention in mentions:
        if mention.label == "PERSON" and mention.rule != RULE:
            own = _OWN_END.match(text, mention.end) or _PART.match(text, mention.end)
            if own:
                ends[text[mention.start : mention.end]] = own.group()
    if not ends:
        return mentions
    grown = []
    for place, mention in enumerate(mentions):
        more = ends.get(text[mention.start : mention.end]) if mention.label == "PERSON" else None
        bar = mentions[place + 1].start if place + 1 < len(mentions) else len(text)
        fits = more and text.startswith(more, mention.end) and mention.end + len(more) <= bar
        grown.append(mention._replace(end=mention.end + len(more), attrs={}) if more and fits else mention)
    return grown
