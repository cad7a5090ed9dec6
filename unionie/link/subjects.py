"""The subject of an award verb: whom the words before it name, or that they name nobody.

Enters: the clean text and possible recipients of a sentence. Leaves: a ``Subject``. Next: ``awards``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from unionie.link import award_cues as cues
from unionie.link.recipients import Recipient, usable

_JOIN = re.compile("(?:（[^（）\n]{0,24}）)?(?:同志)?[、和及与以及，暨\\s　]*(?:（[^（）\n]{0,12}）)?")
_MARKS = re.compile(
    "(?:等)?[0-9一二两三四五六七八九十]*(?:余|多)?(?:名|个|位|家|人)?(?:同志|集体|单位|个人|企业|职工|先进集体|先进个人|先进单位|部门|同学|选手|老师|教师)?$"
)
_FRAME = re.compile("[在于以凭经因从][^，。；]*$")


class Subject(NamedTuple):
    """The recipients, and ``found``, ``missing`` (nobody is named) or ``refused`` (somebody without a name is meant)."""

    recipients: list[Recipient]
    status: str


def find_subject(text: str, recipients: Sequence[Recipient], zone: int, position: int) -> Subject:
    """Return who stands as the subject in ``zone:position``, searching clause by clause from the right."""
    end = position
    first = True
    while end > zone:
        start = max(max(text.rfind(mark, zone, end) for mark in "，；。：\n"), zone - 1) + 1
        here = [r for r in recipients if start <= r.name[0] and r.name[1] <= end]
        good = [r for r in here if usable(text, r)]
        if good:
            rest = text[good[-1].end : end]
            if not _predicate(rest, first=first):
                return Subject([], "refused")
            taken = list_back(text, good, end)
            if first or _opens_clause(text, start, taken[0]):
                return Subject(taken, "found")
        elif first and _nameless(text[start:end]):
            return Subject([], "refused")
        if start > zone and text[start - 1] in "；。：\n":
            break
        end = start - 1
        first = False
    return Subject([], "missing")


def _predicate(rest: str, *, first: bool) -> bool:
    """Tell whether ``rest``, the words between a name and its verb, leaves the name as the subject."""
    if rest.startswith("的") and not rest.startswith("的同时"):
        return False
    if not first:
        return True
    core = cues.ADVERB.sub("", rest)
    core = _FRAME.sub("", core)
    core = cues.ADVERB.sub("", core)
    core = core.strip("，、 　（）")
    if not core or _MARKS.fullmatch(core):
        return True
    if cues.UNNAMED.search(core) and not core.startswith("等"):
        return False
    return True


def _nameless(clause: str) -> bool:
    """Tell whether the clause names its subject only by kind or count: 12名职工, 4个集体, 该项目."""
    core = cues.ADVERB.sub("", clause)
    core = cues.ADVERB.sub("", _FRAME.sub("", core)).strip("“”， 　")
    return bool(core) and cues.UNNAMED.search(core) is not None


def _opens_clause(text: str, start: int, recipient: Recipient) -> bool:
    """Tell whether only times and adverbs stand before the recipient in its clause."""
    lead = text[start : recipient.start].strip(" 　“”◎●■★▲□◆○·—-、.．0123456789")
    return not cues.ADVERB.sub("", lead) or len(lead) <= 2


def list_back(text: str, recipients: Sequence[Recipient], end: int) -> list[Recipient]:
    """Return the last of ``recipients`` before ``end`` with those that a list joins to it, in text order."""
    taken = [recipients[-1]]
    for recipient in reversed(recipients[:-1]):
        between = text[recipient.end : taken[0].start]
        if "，" in between and not _comma_list(recipient, taken[0]):
            break
        if _JOIN.fullmatch(between) is None or not between:
            missed = _missed(text, recipient, taken[0])
            if missed is None:
                break
            taken[:0] = missed
        taken.insert(0, recipient)
    return taken


def _comma_list(left: Recipient, right: Recipient) -> bool:
    return left.kind == right.kind == "person"


def list_forward(text: str, recipients: Sequence[Recipient], start: int, gap: int) -> list[Recipient]:
    """Return the list of recipients that begins within ``gap`` characters behind ``start``."""
    taken: list[Recipient] = []
    position = start
    for recipient in recipients:
        if recipient.start < start:
            continue
        between = text[position : recipient.start]
        if not taken:
            if len(between) > gap or any(mark in between for mark in "，。；"):
                break
        elif _JOIN.fullmatch(between) is None:
            missed = _missed(text, taken[-1], recipient)
            if missed is None:
                break
            taken.extend(missed)
        taken.append(recipient)
        position = recipient.end
    return taken


_NAME = re.compile("[一-鿿·]{2,4}")


def _missed(text: str, left: Recipient, right: Recipient) -> list[Recipient] | None:
    """Return short names between two persons of a list that no mention covers; None when something else is there."""
    if left.kind != "person" or right.kind != "person":
        return None
    between = text[left.end : right.start]
    parts = between.strip("、").split("、")
    if between[:1] != "、" or between[-1:] != "、" or not all(_NAME.fullmatch(part) for part in parts):
        return None
    found = []
    position = left.end + 1
    for part in parts:
        found.append(Recipient(position, position + len(part), (position, position + len(part)), "person", None))
        position += len(part) + 1
    return found
