"""Years by which classes of a school are named: 2017届毕业生.

Enters: the clean text, a frame and its time. Leaves: the class's year as a time, or None. Next: ``periods``.
"""

from __future__ import annotations

import re

from unionie.clean.types import CleanText
from unionie.frames import FactFrame
from unionie.resolve.times.anchors import near_start
from unionie.values.types import Time

_CLASS = re.compile(r"(?<![\d比较])((?:19|20)\d\d)届")
_BEHIND = re.compile(r"（((?:19|20)\d\d)届[一-鿿]{0,3}）")


def class_of(clean: CleanText, frame: FactFrame, own: Time | None) -> Time | None:
    """Return the year of a class named last before a value: 2017届毕业生预计|3340人."""
    start = max(near_start(frame), own.end if own else 0)
    if clean.text.find("届", start, frame.quantity.end + len("（2020届")) < 0:
        return None
    named = [match for match in _CLASS.finditer(clean.text, start, frame.quantity.start) if not _of_value(clean, match)]
    behind = _BEHIND.match(clean.text, frame.quantity.end)  # 就业率依次为95.2%|（2020届）、94.1%|（2021届）
    match = behind or (named[-1] if named else None)
    if match is None:
        return None
    year = int(match[1])
    return Time(
        text=f"{year}届", start=match.start(1), end=match.start(1) + len("2020届"), kind="date",
        from_=f"{year}-01-01", until=f"{year + 1}-01-01",
    )  # fmt: skip


def _of_value(clean: CleanText, match: re.Match[str]) -> bool:
    """Return whether a class stands in the bracket behind a value, and so says of which class that is."""
    return _BEHIND.match(clean.text, match.start() - 1) is not None and clean.text[match.start() - 2] in "%人名个"
