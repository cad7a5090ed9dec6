"""Strings to values: numbers, quantities and times, with offsets into the text they were given.

Enters: any text. Leaves: ``Number``, ``Quantity`` and ``Time`` records. Next: the taggers put them on the Doc.

    numerals     one written number → Decimal (``parse_number``)
    reading      numerals in text, told apart from names, codes and idioms → ``find_numbers``
    quantities   numbers with units and marks of precision → ``find_quantities``
    times        dates, periods, durations → ``find_times``
"""

from __future__ import annotations

from unionie.values.numbers import find_numbers
from unionie.values.numerals import parse_number
from unionie.values.quantities import find_quantities
from unionie.values.types import Number, NumberKind, Precision, Quantity, Time, TimeKind

__all__ = [
    "Number",
    "NumberKind",
    "Precision",
    "Quantity",
    "Time",
    "TimeKind",
    "find_numbers",
    "find_quantities",
    "find_times",
    "parse_number",
]


def find_times(text: str, reference: str | None = None) -> list[Time]:
    """Return every time expression of ``text``; relative ones against the ISO date ``reference``."""
    from unionie.values.times import find_times as find  # its grammar is compiled on first use only

    return find(text, reference)
