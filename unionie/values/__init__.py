"""Strings to values: numbers, quantities and times, with offsets into the text they were given.

Enters: any text. Leaves: ``Number``, ``Quantity`` and ``Time`` records. Next: the taggers put them on the Doc.

    folding      width and script, one character for one      layout      spaces and line ends that split a value
    numerals     one written number → Decimal                 amounts     the numeral that stands at a place
    units        the unit that stands at a place              marks       约, 近, 余, 以上 …
    guards       words, codes and idioms with numerals        measures    amount with unit, composite measures
    parts        fractions, halves, doublings, ranks          series      ranges and lists that share a unit
    bare         values without a unit                        phrase      sign, currency and marks around a value
    phrases      all of these, in order, at one place

    numbers      → ``find_numbers``        quantities   → ``find_quantities``        times   → ``find_times``
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
