"""Years by which classes of a school are named: 2017届毕业生.

Enters: the clean text, a frame and its time. Leaves: the class's year as a time, or None. Next: ``periods``.
"""

from __future__ import annotations

import re

from unionie.clean.types import CleanText
from unionie.frames import FactFrame
from unionie.resolve.anchors import near_start
from unionie.values.types import Time

_CLASS = re.compile(r"(?<![\d比较])((?:19|20)\d\d)届")


def class_of(clean: CleanText, frame: FactFrame, own: Time | None) -> Time | None:
    """Return the year of a class named last before a value: 2017届毕业生预计|3340人."""
    start = max(near_start(frame), own.end if own else 0)
    if clean.text.find("届", start, frame.quantity.start) < 0:
        return None
    named = list(_CLASS.finditer(clean.text, start, frame.quantity.start))
    if not named:
        return None
    year = int(named[-1][1])
    return Time(
        text=named[-1].group(), start=named[-1].start(), end=named[-1].end(), kind="date",
        from_=f"{year}-01-01", until=f"{year + 1}-01-01",
    )  # fmt: skip
