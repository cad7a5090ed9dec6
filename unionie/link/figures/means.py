"""The mean of a whole that a value is set beside, which is the whole's figure, no gap: 高于|全省|60.2%|的平均水平.

Enters: a Reader, a Scope and a value with the words beside it. Leaves: a ``Mean``, and for the value behind it its
Reading as a gap. Next: ``facts``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from unionie.link.figures.measures import Reading
from unionie.link.figures.scope import Reader, Scope
from unionie.values.types import Quantity

__all__ = ["Mean", "beyond_mean", "mean_of"]

_BESIDE = re.compile(
    "[^一-鿿]*(?P<of>[一-鿿（）]*?)(?:[远略稍均都也仍已还又]|明显|大幅|显著|分别)*"
    "(?:(?P<up>[高快多大好优长强][于过出]|超[过出]?|优于)|(?P<down>[低慢少小差短弱][于过]|不[及如])|[比较])"
    "(?P<whole>[一-鿿]{2,8})的?$"
)
_WHOLE = re.compile("全[国省市州盟区县旗镇乡村校院厂行]")
_MEAN = re.compile("的(?:同期)?(?:[一-鿿]{0,2}平均(?:水平|值|数|线)?|均值)")
_AND_MEAN = re.compile(f"[、和与及][一-鿿]{{2,8}}[0-9][0-9.,]*[^，。；、和与及0-9]{{1,4}}{_MEAN.pattern}")
_AND = re.compile("[、和与及](?P<of>)(?P<whole>[一-鿿]{2,8})的?")
_MORE, _LESS = frozenset("高快多大长超强"), frozenset("低慢少小短差弱")
_SHORTEST = 2  # characters


class Mean(NamedTuple):
    """Whose mean a value is, of what, and where the words that say so end."""

    whole: str
    indicator: str
    end: int


def mean_of(reader: Reader, scope: Scope, start: int, value: Quantity, depth: int) -> Mean | None:
    """Return whose mean a value is that another is set beside; ``start`` is where its words begin."""
    text, words = reader.clean.text, reader.words(start, value.start, depth)
    mean = _MEAN.match(text, value.end)
    if mean is None and _AND_MEAN.match(text, value.end) is None:
        return None
    goes_on = len(scope.frames) > scope.first and scope.frames[-1].rule == "facts.compared"
    beside = _BESIDE.fullmatch(words) or (_AND.fullmatch(words) if goes_on else None)
    if beside is None:
        return None
    whole = beside["whole"]
    if not (_WHOLE.fullmatch(whole) or reader.subjects.get(value.start - len(whole)) == value.start):
        return None
    named = reader.phrase(start + beside.start("of"), start + beside.end("of"), depth)
    indicator = named if len(named) >= _SHORTEST else scope.topic
    end = mean.end() if mean else value.end
    return Mean(reader.clean.surface[value.start - len(whole) : value.start], indicator, end) if indicator else None


def beyond_mean(reader: Reader, scope: Scope, words: str, reading: Reading, value: Quantity) -> Reading:
    """Return the reading of a value as a gap where nothing but a mean stands before it: 高出…的平均水平|2.9个百分点."""
    last = scope.frames[-1] if len(scope.frames) > scope.first else None
    if last is None or last.rule != "facts.compared" or last.subject is None or len(words) > 1:
        return reading
    mean = _MEAN.match(reader.clean.text, last.quantity.end)
    if mean is None or mean.end() + len(words) != value.start:
        return reading
    said = words or reader.clean.text[last.quantity.start - len(last.subject) - 2 : last.quantity.start]
    way = "above" if _MORE.intersection(said) else "below" if _LESS.intersection(said) else None
    return replace(reading, measure="gap", head_end=0, direction=way, baseline=last.subject) if way else reading
