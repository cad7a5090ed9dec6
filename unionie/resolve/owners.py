"""Figures of an area that the words before them give to somebody else.

Enters: fact frames with the subject that heads their clause. Leaves: frames of the economy and the budget without one
where that is a person or a governing body: a committee has no gross product. Next: ``facts`` names the report's body.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from unionie.frames import FactFrame
from unionie.resolve.concepts import find_concept

_GOVERNS = re.compile(r"(?:[省市区县州旗]委|党委|政府)$")
_OF_AREAS = ("economy.", "fiscal.")


def free_area_figures(frames: Sequence[FactFrame]) -> None:
    """Take from figures of the economy and the budget the subjects that cannot own them."""
    for frame in frames:
        if frame.subject is None or not (frame.subject == "" or _GOVERNS.search(frame.subject)):
            continue
        quantity = frame.quantity
        concept = find_concept(frame.indicator, unit=quantity.unit, dimension=quantity.dimension, measure=frame.measure)
        if concept is not None and concept.id.startswith(_OF_AREAS):
            frame.subject = None
