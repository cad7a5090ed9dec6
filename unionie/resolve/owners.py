"""Figures of an area that the words before them give to somebody else, and those of a government that decides.

Enters: fact frames with the subject that heads their clause. Leaves: frames of the economy and the budget without one
where that is a person or a governing body: a committee has no gross product; those of what a government gives with it.
Next: ``facts`` names the report's body.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from unionie.clean.types import CleanText
from unionie.frames import FactFrame
from unionie.resolve.concepts import find_concept
from unionie.resolve.decisions import is_decision

_GOVERNS = re.compile(r"(?:[省市区县州旗]委|党委|政府)$")
_OF_AREAS = ("economy.", "fiscal.")
# A government that decides alone, not a committee and its government together, which stand for their area.
_DECIDES = re.compile(
    r"(?<![、和与委一-鿿])(?P<who>(?:[一-鿿]{2,12}?)?[省市盟州区县旗镇乡](?:人民)?政府)(?:研究|现|经研究)*决定(?:[，：]|对|授予|命名|表彰|表扬|奖励|给予)"
)


def name_deciding(clean: CleanText, frames: Sequence[FactFrame]) -> None:
    """Give what a government decides to honour, in a report that is about that, to it: 县政府决定：授予|3个单位…."""
    match = _DECIDES.search(clean.text) if is_decision(clean) else None
    if match is None:
        return
    for frame in frames:
        if frame.subject is None and frame.quantity.start > match.end() and frame.modality == "actual":
            frame.subject = clean.surface[match.start("who") : match.end("who")]


def free_area_figures(frames: Sequence[FactFrame]) -> None:
    """Take from figures of the economy and the budget the subjects that cannot own them."""
    for frame in frames:
        if frame.subject is None or not (frame.subject == "" or _GOVERNS.search(frame.subject)):
            continue
        quantity = frame.quantity
        concept = find_concept(frame.indicator, unit=quantity.unit, dimension=quantity.dimension, measure=frame.measure)
        if concept is not None and concept.id.startswith(_OF_AREAS):
            frame.subject = None
