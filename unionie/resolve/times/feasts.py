"""New Year and the Spring Festival, when unions visit: such figures are of the year, as those of 两节 are.

Enters: a time. Leaves: whether it is such a feast, or the year that it names. Next: ``plans`` and ``periods``.
"""

from __future__ import annotations

import re
from dataclasses import replace

from unionie.values.types import Time

__all__ = ["is_feast", "names_feast", "of_its_year"]

_FEAST = re.compile(r"元旦|春节(?:期间|前夕|前后|前)?")
_OF_YEAR = re.compile(rf"(?:[今去]年|\d{{4}}年)(?:{_FEAST.pattern})")


def is_feast(time: Time) -> bool:
    """Return whether a time is a feast alone, which dates nothing."""
    return _FEAST.fullmatch(time.text) is not None


def names_feast(time: Time) -> bool:
    """Return whether a time names a feast, with its year or without."""
    return _FEAST.search(time.text) is not None


def of_its_year(time: Time) -> Time:
    """Return 今年元旦 as the year that it names."""
    if time.from_ is None or not _OF_YEAR.fullmatch(time.text):
        return time
    year = int(time.from_[:4])
    return replace(time, from_=f"{year}-01-01", until=f"{year + 1}-01-01")
