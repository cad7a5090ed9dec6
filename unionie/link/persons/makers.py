"""People who stand behind an honoured work or team: 甲主持的《乙》获…, 由甲、乙组成的丙队获…, 丁团队（成员：甲、乙）.

Enters: the clean text, its PERSON mentions and the award frames. Leaves: the names of those who share the honour.
Next: ``people`` calls them awardees.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import takewhile

from unionie.clean.types import CleanText
from unionie.frames import AwardFrame, Mention
from unionie.link.posts.words import Extent

# Between a maker and the work: posts, other makers and a verb of making; between a member and the team: 组成的.
_MADE = re.compile("[^，。；：！？\n《]{0,60}?(?:的[一-鿿]{0,6}[“《]?|[“《])")
_FORMED = re.compile("[^，。；：！？\n]{0,60}?(?:组成|组队|搭档)的[“《]?")
_ASIDE = re.compile("[”》]?(?:[一-鿿]{0,4}[”》])?（([^（）\n]{2,60})）")
_COMPLETED = re.compile("[^。；\n]{0,40}?(?:完成人|作者|主创人?员?|创作者|成员)[：:]([^。；：\n]{2,60})")
_CREDITS = re.compile("[\\s　]*(?:主要|第一)?完成(?:单位|人)[：:]")
_LINES = 4  # lines below a work, empty ones among them
_GUIDES = re.compile("指[导導]|教[练練]|领队|出席|颁")
_HOUSEHOLD = re.compile("(?:教授|院士|研究员|博士)?(?:、[^、，。]{2,10})*(?:团队|家庭|父女|父子|夫妇|夫妻)$")


def find_makers(clean: CleanText, persons: Sequence[Mention], awards: Sequence[AwardFrame]) -> set[str]:
    """Return the names of those who made an honoured work or belong to an honoured team; ``persons`` are sorted."""
    found: set[str] = set()
    for frame in awards:
        if frame.recipient_type not in ("work", "team"):
            continue
        block = clean.blocks[frame.sentence.block]
        start, end = frame.sentence.start, min(block.end, frame.sentence.end)
        at = clean.surface.rfind(frame.recipient, start, frame.award.start)
        here = persons[bisect_left(persons, start, key=_start) : bisect_left(persons, end, key=_start)]
        if frame.rule == "award.outline":
            named = (here or _below(clean, persons, frame)) if frame.recipient_type == "work" else []
            found.update(_name(clean, p) for p in named if not _GUIDES.search(clean.text, p.start - 8, p.start))
        elif at >= 0 and here:
            place = (at, at + len(frame.recipient))
            found.update(_name(clean, p) for p in _makers(clean.text, here, place, frame))
    return found


def _below(clean: CleanText, persons: Sequence[Mention], frame: AwardFrame) -> Sequence[Mention]:
    """Return the persons of the line below a work that opens with the body which made it, or of those that credit."""
    lines = [block for block in clean.blocks[frame.sentence.block + 1 :][:_LINES] if block.start < block.end]
    if not lines or not frame.affiliation:
        return []
    first, last = lines[0], lines[0]
    if not clean.surface.startswith(frame.affiliation, first.start):
        credited = list(takewhile(lambda line: _CREDITS.match(clean.text, line.start, line.end), lines[:2]))
        if not credited:
            return []
        last = credited[-1]
    return persons[bisect_left(persons, first.start, key=_start) : bisect_left(persons, last.end, key=_start)]


def _makers(text: str, persons: Sequence[Mention], place: Extent, frame: AwardFrame) -> Iterator[Mention]:
    """Yield the persons before, inside and behind the name of the work or team at ``place`` who share its honour."""
    before = _MADE if frame.recipient_type == "work" else _FORMED
    aside = _ASIDE.match(text, place[1])
    behind = _COMPLETED.match(text, frame.award.end)
    asides = [m.span(1) for m in (aside, behind) if m and not _GUIDES.search(m.group(1))]
    for person in persons:
        held = place[0] <= person.start and _HOUSEHOLD.fullmatch(text, person.end, place[1])
        makes = person.end <= place[0] and before.fullmatch(text, person.end, place[0])
        if held or makes or any(start <= person.start and person.end <= end for start, end in asides):
            yield person


def _start(mention: Mention) -> int:
    return mention.start


def _name(clean: CleanText, person: Mention) -> str:
    return "".join(clean.surface[person.start : person.end].split())
