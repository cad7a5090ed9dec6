"""Days that were read with the year that stands on the line above: 2013年 / 5月4日　举行入团仪式.

Enters: the times of a clean text, one block a line. Leaves: the times, such a year and its day apart.
Next: ``component``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from unionie.values.types import Time

__all__ = ["within_lines"]

_YEAR = re.compile("((?:19|20)[0-9]{2})年[^\n]{0,2}\n[ \u3000]*")


def within_lines(times: Iterable[Time]) -> Iterator[Time]:
    """Yield the times; a year and a day on two lines are two."""
    for time in times:
        year = _YEAR.match(time.text)
        if year is None:
            yield time
            continue
        name = f"{year[1]}年"
        first, behind = f"{year[1]}-01-01", f"{int(year[1]) + 1}-01-01"
        end = time.start + len(name)
        yield Time(text=name, start=time.start, end=end, kind="range", from_=first, until=behind)
        if year.end() < len(time.text):
            yield replace(time, text=time.text[year.end() :], start=time.start + year.end())
