"""What speaks for a span besides the network: rules that found it, the same name elsewhere in the document.

Enters: ``Hint``s on a text, or spans found in it. Leaves: weights for the network's scores of tags. Next: ``chain``
sums over all paths with them, so that label, edges and probability of a span weigh everything at once, and no two
spans overlap.

Half of a hint's weight goes to the tag that opens its span and half to the one that closes it: a span that shares one
edge with the hint gains half.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from unionie.tag.places import area_of
from unionie.tag.words import find_occurrences

__all__ = ["WHOLE", "Hint", "Hints", "find_repeats", "leave_parts_out", "place_hints"]

_NAMED_BY_AREA = frozenset({"ORG", "LOC"})
WHOLE = frozenset({"ORG"})  # labels whose names rules often find in part: 机械厂 of 岚溪机械厂结构车间
_SHORTEST = 3  # characters of a name that teaches: shorter ones stand inside too many others

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]


class Hint(NamedTuple):
    """A span that something outside the network speaks for, with log-odds ``weight``."""

    start: int
    end: int
    label: str
    weight: float


class Hints(NamedTuple):
    """Hints on rows of scores, as arrays: row, first and last place in it, label, weight."""

    row: Ints
    start: Ints
    last: Ints
    label: Ints
    weight: Floats

    def add_to(self, scores: Floats, rows: Ints) -> None:
        """Add the weights to scores (time × rows × tags), of which column i is row ``rows[i]``."""
        order = np.argsort(rows)
        place = np.minimum(np.searchsorted(rows, self.row, sorter=order), len(rows) - 1)
        column = order[place]
        here = rows[column] == self.row
        column, start, last, half = column[here], self.start[here], self.last[here], self.weight[here] / 2
        first = 1 + 4 * self.label[here]
        alone = 3 * (start == last)
        np.add.at(scores, (start, column, first + alone), half)
        np.add.at(scores, (last, column, first + np.where(alone, alone, 2)), half)


def place_hints(
    rows: Sequence[tuple[int, int, int]], hints: Mapping[int, Sequence[Hint]], labels: Sequence[str]
) -> Hints:
    """Return the hints, sorted for each text, that lie whole in rows (text, start, end), in the rows' own offsets."""
    known = {label: number for number, label in enumerate(labels)}
    found: list[tuple[int, int, int, int, float]] = []
    for row, (text, start, end) in enumerate(rows):
        waiting = hints.get(text, ())
        place = bisect_left(waiting, (start,))
        while place < len(waiting) and waiting[place].start < end:
            hint = waiting[place]
            if hint.end <= end and hint.label in known:
                found.append((row, hint.start - start, hint.end - 1 - start, known[hint.label], hint.weight))
            place += 1
    table = np.array(found, dtype=np.float64).reshape(-1, 5)
    places = table[:, :4].astype(np.int64).T
    return Hints(places[0], places[1], places[2], places[3], table[:, 4].astype(np.float32))


def leave_parts_out(hints: Iterable[Hint], spans: Iterable[tuple[int, int, str, float]], least: float) -> list[Hint]:
    """Return the hints but those on a part of a body's name that was found whole at least so surely."""
    whole = sorted((start, end, label) for start, end, label, chance in spans if label in WHOLE and chance >= least)
    starts = [start for start, _, _ in whole]
    kept = []
    for hint in hints:
        place = bisect_right(starts, hint.start) - 1
        start, end, label = whole[place] if place >= 0 else (0, 0, "")
        if label != hint.label or hint.end > end or (start, end) == (hint.start, hint.end):
            kept.append(hint)
    return kept


def find_repeats(
    text: str, spans: Iterable[tuple[int, int, str, float]], least: float, weight: float
) -> Iterator[Hint]:
    """Yield the other places of names of three characters or more that were found at least so surely.

    A body or place named by its area teaches that too: where 柘溪县总工会 is found, 柘溪县 and 柘溪 are places.
    """
    names: dict[str, tuple[float, str]] = {}
    areas: set[str] = set()
    found = set()
    taken = bytearray(len(text))
    for start, end, label, probability in spans:
        found.add((start, end, label))
        taken[start:end] = b"\1" * (end - start)
        if probability >= least:
            name = text[start:end]
            if end - start >= _SHORTEST:
                names[name] = max(names.get(name, (0.0, "")), (probability, label))
            if label in _NAMED_BY_AREA:
                areas.update(area_of(name) or ())
    areas -= names.keys()
    for start, end in find_occurrences(text, [*names, *areas]) if names or areas else ():
        name = text[start:end]
        if name in names:
            label = names[name][1]
            if (start, end, label) not in found:
                yield Hint(start, end, label, weight)
        elif not any(taken[start:end]):
            yield Hint(start, end, "LOC", weight)
