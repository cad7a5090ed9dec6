"""Hours of days: 截至12月31日24时 is that day, not the one behind; 9:30 alone dates nothing.

Enters: a time. Leaves: the day, or whether it has any. Next: ``component``, ``periods``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from unionie.values.types import Time

__all__ = ["at_midnight", "has_day"]

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MIDNIGHT = re.compile(r"(?:24|二十四)[时时點点]$|24[:：]00$")


def has_day(time: Time) -> bool:
    """Return whether a time is more than one of the day, like 9:30."""
    return time.from_ is None or _DAY.match(time.from_) is not None


def at_midnight(time: Time) -> Time:
    """Return the day that ends with a time, for 24时 of it: 截至12月31日24时."""
    if not _MIDNIGHT.search(time.text) or time.kind != "datetime" or time.from_ is None:
        return time
    behind = time.from_[:10]
    day = (date.fromisoformat(behind) - timedelta(days=1)).isoformat()
    also = tuple(((date.fromisoformat(a[:10]) - timedelta(days=1)).isoformat(), a[:10]) for a, _ in time.also)
    return replace(time, kind="date", from_=day, until=behind, also=also)
