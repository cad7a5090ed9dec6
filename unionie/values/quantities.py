"""Quantities in text: a number with its unit and the marks of precision beside it.

Enters: any raw text. Leaves: ``Quantity`` records in text order, with offsets into that text. Next: the tagger.

    quantity = [mark] [currency] [sign] amount [mark] unit [part] [mark]
    range    = amount [unit] (- | ~ | 至 | 到) amount unit        list = amount (、 | 和) amount unit

Each candidate is read in full or left alone; nothing is read twice, so the time is linear in the text.
"""

from __future__ import annotations

from unionie.errors import InputError
from unionie.trace import is_recording, note
from unionie.values.amounts import START
from unionie.values.layout import Reading, read_layout
from unionie.values.numerals import plain
from unionie.values.phrase import Phrase
from unionie.values.phrases import read_phrases, why_no_quantity
from unionie.values.types import Quantity

__all__ = ["find_quantities"]


def find_quantities(text: str) -> list[Quantity]:
    """Return every quantity of ``text`` in order: value in the base unit, unit as written, precision.

    >>> [(q.text, q.value, q.unit, q.precision) for q in find_quantities("惠及20余万人，满意率85%以上")]
    [('20余万人', Decimal('200000'), '人', 'over'), ('85%以上', Decimal('85'), '%', 'at_least')]
    """
    if not isinstance(text, str):
        raise InputError(f"find_quantities: expected text, not {type(text).__name__}")
    reading = read_layout(text)
    joined = reading.text
    found: list[Quantity] = []
    at = floor = 0
    search = START.search
    while (match := search(joined, at)) is not None:
        start = match.start()
        phrases, at = read_phrases(joined, start, floor)
        if not phrases and is_recording():
            note("number.refused", *reading.span(start, max(at, start + 1)), why=why_no_quantity(joined, start))
        for phrase in phrases:
            found.append(_quantity(text, reading, phrase))
            floor = phrase.end
        at = max(at, floor)
    return found


def _quantity(text: str, reading: Reading, phrase: Phrase) -> Quantity:
    start, end = reading.span(phrase.start, phrase.end)
    unit = phrase.unit
    written: str | None = None
    if unit is not None:
        written = phrase.shown or unit.shown or reading.written(phrase.unit_start, phrase.unit_end)
        if unit.shown and unit.form != unit.shown and unit.form.endswith(unit.shown):
            written = reading.written(phrase.unit_end - len(unit.shown), phrase.unit_end)
    return Quantity(
        text=text[start:end],
        start=start,
        end=end,
        value=plain(phrase.low),
        high=None if phrase.high is None else plain(phrase.high),
        unit=written,
        unit_code=unit.code if unit is not None else None,
        dimension=unit.dimension if unit is not None else None,
        precision=phrase.precision,
    )
