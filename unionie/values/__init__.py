"""Strings to values: numbers, quantities and times, with offsets into the text they were given.

Enters: any text. Leaves: ``Number``, ``Quantity`` and ``Time`` records. Next: the taggers put them on the Doc.

    folding      width and script, one character for one      layout      spaces and line ends that split a value
    numerals     one written number → Decimal                 amounts     the numeral that stands at a place
    units        the unit that stands at a place              marks       约, 近, 余, 以上 …
    guards       words, codes and idioms with numerals        measures    amount with unit, composite measures
    parts        fractions, halves, doublings, ranks          series      ranges and lists that share a unit
    bare         values without a unit                      nouns       what they count: people, households
    phrase       sign, currency and marks around it         phrases     all of these, in order, at one place

    numbers      → ``find_numbers``        quantities   → ``find_quantities``        times   → ``find_times``

The grammars are loaded when one of the functions is first asked for; the records in ``types`` are here at once.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from unionie.values.types import Number, NumberKind, Precision, Quantity, Time, TimeKind

if TYPE_CHECKING:
    from unionie.values.numbers import find_numbers
    from unionie.values.numerals import parse_number
    from unionie.values.quantities import find_quantities
    from unionie.values.times import find_times

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

_HOME = {
    "find_numbers": "unionie.values.numbers",
    "find_quantities": "unionie.values.quantities",
    "find_times": "unionie.values.times",
    "parse_number": "unionie.values.numerals",
}


def __getattr__(name: str) -> Any:  # a module's attribute may be anything
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(home), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted(__all__)
