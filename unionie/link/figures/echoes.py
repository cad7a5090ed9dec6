"""Values that stand alone and that another sentence explains: 【31206件】 … 新收案件31206件.

Enters: the frames of a text and its values without words of their own. Leaves: frames for these. Next: ``facts``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from unionie.frames import FactFrame, Sentence
from unionie.values.types import Quantity

__all__ = ["find_echoes"]

_TELLING = 10  # a value of two digits or more


def find_echoes(frames: Sequence[FactFrame], bare: Sequence[tuple[Quantity, Sentence]]) -> list[FactFrame]:
    """Return frames for values that stand alone and that another sentence explains: 【31206件】 … 新收案件31206件."""
    said = {(frame.quantity.value, frame.quantity.unit): frame for frame in reversed(frames)}
    return [
        replace(frame, quantity=quantity, sentence=sentence, times=[], part_of=None, rule="facts.echo")
        for quantity, sentence in bare
        if (frame := said.get((quantity.value, quantity.unit))) and quantity.value >= _TELLING
    ]
