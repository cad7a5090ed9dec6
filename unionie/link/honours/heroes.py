"""Whom a feature is about: the one person whom its headlines name.

Enters: the clean text and its mentions. Leaves: a ``Recipient``, or None. Next: ``topics`` takes 他 for it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from unionie.clean.types import CleanText
from unionie.frames import Mention
from unionie.link.honours.recipients import Recipient, find_recipients

# How a headline goes on behind the name of a person whom the report is no portrait of.
_ACTS = re.compile("[一-鿿]{0,6}(?:调研|慰问|讲话|致辞|出席|强调|主持|走访|考察|看望|会见|寄语|表示)")

HE = "[他她](?![们人国山])"  # no 他们, 他人
# A clause that goes on about a person by a word: 1998年，他参加比武，同年被评为…; 这位51岁的医生2020年获评….
_OF_PERSON = re.compile(
    f"(?:(?<![^，。；：、\\s”])|(?<=[年月日]))(?:{HE}(?![^，。；：在]{{0,16}}的)|该同志|本人|这[位名][^，。；：]{{0,12}}(?=[12][0-9]{{3}}年|去年|今年|曾|先后|还|又|先|获|[拿夺摘被，也均再]))"
)

_HE_TOO = re.compile("[他她]也")  # besides whom a feature is about
# Somebody told of by kinship alone, whom no name explains: 姐姐也不甘示弱，….
_KIN = re.compile(
    "[\\s　]*(?:(?:随后|后来|同年|[12][0-9]{3}年|[去今]年)，?)?"
    "(?:姐姐|妹妹|哥哥|弟弟|丈夫|妻子|父亲|母亲|儿子|女儿|爱人|老伴|师傅|徒弟)"
)


def tells_of_other(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence says that somebody, too, did what another did before: 去年，他也被授予…."""
    return _HE_TOO.search(text, start, end) is not None


def of_kin(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence opens with a kinsman without a name: 姐姐也不甘示弱，她…."""
    return _KIN.match(text, start, end) is not None


def goes_on_about(text: str, start: int, end: int) -> bool:
    """Tell whether words of a sentence stand for a person named before: 1998年，|他|参加…, |这位教师|被…."""
    return _OF_PERSON.search(text, start, end) is not None


def find_hero(clean: CleanText, mentions: Sequence[Mention]) -> Recipient | None:
    """Return the person whom the headlines alone name: ——记市劳动模范、某厂技师|甲; none where they name several."""
    named: dict[str, Recipient] = {}
    for block in clean.headlines():
        for each in find_recipients(clean.text, mentions, block.start, block.end):
            if each.kind == "person" and not _ACTS.match(clean.text, each.name[1]):
                named.setdefault(clean.text[slice(*each.name)], each)
    return next(iter(named.values())) if len(named) == 1 else None


def find_headed(clean: CleanText, mentions: Sequence[Mention], ends: str | tuple[str, ...]) -> Mention | None:
    """Return the one body or place of the headlines whose name ends with a word: 某航道站 for 该|站."""
    named: dict[str, Mention] = {}
    for block in clean.headlines():
        first = bisect_left(mentions, block.start, key=lambda mention: mention.start)
        last = bisect_left(mentions, block.end, key=lambda mention: mention.start)
        for each in mentions[first:last]:
            if each.label in ("ORG", "LOC") and clean.text.endswith(ends, each.start, each.end):
                named.setdefault(clean.text[each.start : each.end], each)
    return next(iter(named.values())) if len(named) == 1 else None
