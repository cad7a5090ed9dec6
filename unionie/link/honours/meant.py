"""Words for a name said before: 马师傅 and 老马 mean the 马 named last, 大队 the body whose name ends so.

Enters: the clean text, its mentions and the stretch of a sentence. Leaves: its recipients, such words among them, each
with the stretch of the name that it means. Next: ``awards`` and ``nearest``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence

from unionie.dictionary import plain_jieba
from unionie.frames import Mention
from unionie.link.honours.households import at_home
from unionie.link.honours.recipients import Recipient, find_recipients, team_of
from unionie.link.posts.name_forms import forms_of_address, surname_of
from unionie.link.posts.words import Extent, bare_title, whole_title

__all__ = ["find_named"]

_REACH = 800  # characters before a sentence in which a name is sought
# Where a word for a name begins, and what goes on behind it about an honour.
_EDGE = "(?:(?<![一-鿿])|(?<=[年月日天说道给将把为向予由被的和与及]))"
_GOES_ON = (
    "(?=[获荣被均也还先首曾又连再喜多夺摘捧拿评蝉当就则记将把，、“]|[今去前昨][年天日]|[0-9]|一举|同时|近[年日]|日前"
    "|[于在][^，。]{1,24}[获荣被夺摘捧拿])"
)
_AT_EDGE, _ON, _CHARACTERS = re.compile(_EDGE), re.compile(_GOES_ON), re.compile("[一-鿿]{2}")
_TITLES = (4, 3, 2)  # characters
_BODY = re.compile(f"{_EDGE}(?P<word>[一-鿿]{{2,4}}?){_GOES_ON}")
# What stands for the report's own body, or is said of any.
_OWN = frozenset(["公司", "集团", "学校", "医院", "学院", "街道", "社区", "单位", "企业", "部门", "政府", "中国"])
_SHORTEST, _LONGEST = 2, 4  # characters of such a noun
# What ends the name of a body around another one, and of a place.
_OF_BODY, _OF_PLACE = re.compile("[村局院校厂司团处间矿]"), re.compile("[省市区县州旗盟镇乡]")


def find_named(text: str, mentions: Sequence[Mention], start: int, end: int) -> list[Recipient]:
    """Return the possible recipients in ``start:end``, the words there that mean a name said before among them."""
    found = at_home(text, find_recipients(text, mentions, start, end))
    first = bisect_left(mentions, max(0, start - _REACH), key=lambda mention: mention.start)
    last = bisect_left(mentions, end, key=lambda mention: mention.start)
    near = mentions[first:last]
    bodies = _bodies(text, near, start)
    found = [_explained(text, bodies, each) for each in found] if bodies else found
    extra = [*_called(text, near, start, end), *_shortened(text, bodies, start, end)]
    extra = [each for each in extra if not any(r.start < each.end and each.start < r.end for r in found)]
    return sorted([*found, *extra]) if extra else found


def _called(text: str, mentions: Sequence[Mention], start: int, end: int) -> Iterator[Recipient]:
    """Yield the persons who are called by their surname: 吴老师, 老马; of whom nobody was named there is none."""
    named: dict[str, list[Mention]] = {}
    for mention in mentions:
        surname = surname_of(text[mention.start : mention.end]) if mention.label == "PERSON" else None
        if surname:
            named.setdefault(surname, []).append(mention)
    if not named:
        return
    for at, first, last in _find_surnames(text, named, start, end):
        stop = last if at < first else _title_end(text, last, end)
        person = _last(named[text[first:last]], at)
        if stop is not None and person is not None:
            yield Recipient(at, stop, (first, last), "person", None, person)


def _find_surnames(text: str, surnames: Collection[str], start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Yield where a word with one of the surnames begins, and where that begins and ends in it: 老|马, |吴|老师.

    No pattern is made of the surnames: to compile one for each sentence takes longer than all else does.
    """
    firsts = frozenset(("老", *(surname[0] for surname in surnames)))
    sizes = sorted({len(surname) for surname in surnames}, reverse=True)
    done = start
    for at in range(start, end):
        if at < done or text[at] not in firsts or not _AT_EDGE.match(text, at, end):
            continue
        olds = ((at + 1, at + 1 + size, _ON) for size in sizes if text[at] == "老")
        news = ((at, at + size, _CHARACTERS) for size in sizes)
        for first, last, behind in (*olds, *news):
            if last <= end and text[first:last] in surnames and behind.match(text, last, end):
                yield at, first, last
                done = last
                break


def _title_end(text: str, start: int, end: int) -> int | None:
    """Return where the title or form of address ends that begins at ``start``."""
    for size in _TITLES:
        words = text[start : min(start + size, end)]
        if words in forms_of_address() or bare_title(words) == words:  # 高|校教师 is nobody called 高
            return start + len(words)
    return None


def _last(mentions: Sequence[Mention], end: int) -> Extent | None:
    return next((mention[:2] for mention in reversed(mentions) if mention.end <= end), None)


def _bodies(text: str, mentions: Sequence[Mention], start: int) -> list[Mention]:
    """Return the bodies and places that the paragraph names, whose names a word in it may shorten."""
    first = text.rfind("\n", 0, start) + 1
    return [
        each
        for each in mentions
        if each.label in ("ORG", "LOC") and first <= each.start and each.end - each.start > _SHORTEST + 1
    ]


def _explained(text: str, bodies: Sequence[Mention], recipient: Recipient) -> Recipient:
    """Return a recipient that only its noun names with the name before that ends so: 供电所 for 清河供电所."""
    start, end = recipient.name
    if recipient.kind == "person" and recipient.affiliation:
        first, last = recipient.affiliation
        owner = _body_before(text, bodies, first, text[first:last]) if last - first <= _LONGEST else None
        return recipient._replace(affiliation=owner) if owner else recipient
    if recipient.kind not in ("organization", "team") or not _SHORTEST <= end - start <= _LONGEST:
        return recipient
    return recipient._replace(meant=_body_before(text, bodies, start, text[start:end]))


def _shortened(text: str, bodies: Sequence[Mention], start: int, end: int) -> Iterator[Recipient]:
    """Yield the nouns that end the name of a body said before in the paragraph: 大队 for 某救援大队."""
    for match in _BODY.finditer(text, start, end) if bodies else ():
        meant = _body_before(text, bodies, match.start(), match.group("word"))
        if meant:
            kind, affiliation = team_of(text[slice(*meant)], meant[0])
            yield Recipient(*match.span("word"), match.span("word"), kind, affiliation, meant)


def _body_before(text: str, bodies: Sequence[Mention], end: int, word: str) -> Extent | None:
    """Return the last body before ``end`` whose name ends with the word; it is no unit of another: 县医院|急诊科."""
    if word in _OWN or _OF_BODY.match(word) or _OF_PLACE.match(word) or whole_title(word):
        return None
    for body in reversed(bodies):
        stop = body.end - len(word)
        if body.end > end or stop - body.start < _SHORTEST or not text.startswith(word, stop):
            continue
        part = _OF_BODY.match(text, stop - 1) or (_OF_PLACE.match(text, stop - 1) and not _is_common(word))
        return None if part else body[:2]
    return None


def _is_common(word: str) -> bool:
    """Tell whether a word is a common noun and no name: 博物馆, not 茶坪村."""
    tagged = plain_jieba().tag(word)
    return len(tagged) == 1 and tagged[0][1] == "n"
