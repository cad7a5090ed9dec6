"""Seats that a line of a roll gives to several: 副组长：甲　乙, and to those on the lines below that open with a name.

Enters: the clean text and the frames of its persons. Leaves: the same frames, each with its seat. Next: ``people``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from unionie.clean.characters import fold_name
from unionie.clean.types import CleanText
from unionie.frames import PersonFrame
from unionie.link.posts.words import title_kind

__all__ = ["share_seats"]

_LABEL = re.compile("[ 　]*([一-鿿]{2,12})：[ 　]*")
_GAP = re.compile("(?:（[^（）\n]{1,8}）)?[ 　\t]+")
# Seats of which a body has several, so that the lines below go on with them.
_SEVERAL = re.compile("^副|(?:委员|理事|监事|常委|顾问)$")


def share_seats(clean: CleanText, frames: Sequence[PersonFrame]) -> list[PersonFrame]:
    """Return the frames, those of a roll with the seat that stands once before several names."""
    text = clean.text
    seated: PersonFrame | None = None
    line = -1
    found: list[PersonFrame] = []
    for frame in frames:
        start = text.rfind("\n", 0, frame.person.start) + 1
        shares = False
        if start == line:
            alone = seated is not None and not frame.titles and frame.organization is None
            shares = alone and _GAP.fullmatch(text, found[-1].person.end, frame.person.start) is not None
        elif _opens(text, start, frame):
            seated = frame
        elif seated is not None:
            shares = _goes_on(text, line, start, frame, fold_name(seated.titles[0]))
            seated = seated if shares else None
        line = start
        found.append(_seat(frame, seated) if shares and seated else frame)
    return found


def _goes_on(text: str, line: int, start: int, frame: PersonFrame, seat: str) -> bool:
    """Tell whether the line at ``start`` opens with the person, right below one whose seat several have."""
    below = text.rfind("\n", 0, start - 1) + 1 == line and not text[start : frame.person.start].strip()
    return below and _SEVERAL.search(seat) is not None


def _opens(text: str, line: int, frame: PersonFrame) -> bool:
    """Tell whether a line begins with a seat and its colon, right before the person."""
    label = _LABEL.match(text, line)
    if label is None or label.end() != frame.person.start or not frame.titles or frame.rule != "person.post":
        return False
    return title_kind(label[1]) == "official" and label[1].endswith(fold_name(frame.titles[0]))


def _seat(frame: PersonFrame, seated: PersonFrame) -> PersonFrame:
    seat = seated.titles[0]
    if frame.rule != "person.post" or seat in frame.titles:
        return frame
    body = seated.organization if frame.organization is None and not frame.titles else frame.organization
    role = "official" if frame.role == "other" else frame.role
    return replace(frame, titles=[seat, *frame.titles], organization=body, role=role)
