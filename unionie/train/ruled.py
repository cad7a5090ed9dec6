"""What unionie's rules say of plain text, so that teachers hear it and the student learns it.

Enters: a paragraph. Leaves: for each character the tag that a mention of the rules speaks for there, and how much.
Next: ``corpus`` keeps it, ``stages.answer`` adds it to the teachers' scores.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from unionie.clean import clean_text
from unionie.tag.entities import find_entities
from unionie.tag.join import hints_of
from unionie.train.corpus import Spoken
from unionie.values import find_quantities, find_times

__all__ = ["speak_of"]


def speak_of(text: str, labels: Sequence[str]) -> Spoken:
    """Return what the rules say of the text, in tags of these labels; half a hint lies on each edge of its span."""
    spoken = Spoken(np.zeros(len(text), dtype=np.uint8), np.zeros(len(text), dtype=np.float16))
    clean = clean_text(text)
    values = [(quantity.start, quantity.end) for quantity in find_quantities(clean.text)]
    blocked = sorted(values + [(when.start, when.end) for when in find_times(clean.text)])
    for hint in hints_of(find_entities(clean, blocked)):
        if hint.label not in labels or not hint.weight:
            continue
        start, end = clean.span(hint.start, hint.end)[:2]
        first = 1 + 4 * labels.index(hint.label)
        if end - start == 1:
            spoken.tags[start], spoken.weights[start] = first + 3, hint.weight
        else:
            spoken.tags[start], spoken.tags[end - 1] = first, first + 2
            spoken.weights[[start, end - 1]] = hint.weight / 2
    return spoken
