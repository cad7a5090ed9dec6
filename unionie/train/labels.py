"""Labels as tags (BIOES), and what the marks of one source teach the labels of another.

Enters: label names, Samples. Leaves: for every character a number that says which tags it may have. Next: ``corpus``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from unionie.tag.learned.chain import tag_names

if TYPE_CHECKING:
    from unionie.train.score import Annotation

__all__ = ["Lesson", "Marker", "edge_masks"]

Bools = npt.NDArray[np.bool_]
Codes = npt.NDArray[np.uint8]
_END = 2  # places of a span's tags behind its first one: B I E S
_SINGLE = 3


def edge_masks(labels: Sequence[str]) -> tuple[Bools, Bools]:
    """Return which tags may come first, and which last."""
    tags = tag_names(labels)
    return np.array([tag[0] in "OBS" for tag in tags]), np.array([tag[0] in "OES" for tag in tags])


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a source's marks teach the labels of a head.

    ``same``: mark → label that it is, edges included. ``may``: mark → labels one of which it may be, or lie in, or
    hold, or none. ``rest``: labels that unmarked text may have. ``must``: as ``may``, but all of it lies in names.
    """

    same: Mapping[str, str]
    may: Mapping[str, Sequence[str]] = field(default_factory=dict)
    rest: Sequence[str] = ()
    must: Mapping[str, Sequence[str]] = field(default_factory=dict)


class Marker:
    """Turns marks into numbers, one a character: a tag's own for what is known, later ones for sets of labels."""

    def __init__(self, labels: Sequence[str], lesson: Lesson) -> None:
        self.labels, self.lesson = list(labels), lesson
        self._sets: dict[frozenset[str | None], int] = {}

    @property
    def rows(self) -> Bools:
        """The tags that each number allows: numbers × tags."""
        tags = 1 + 4 * len(self.labels)
        return np.concatenate([np.eye(tags, dtype=bool), *(self._any_of(names)[None] for names in self._sets)])

    def mark(self, size: int, spans: Iterable[Annotation], known: frozenset[str] | None = None) -> Codes:
        """Return the numbers of the characters of a text of ``size`` characters with these marks.

        ``known``: the labels that its maker marked, None for all that the source has.
        """
        unknown = [] if known is None else [ours for mark, ours in self.lesson.same.items() if mark not in known]
        rest: list[str | None] = [None, *self.lesson.rest, *unknown]
        codes = np.full(size, self._number(rest), dtype=np.uint8)
        for span in spans:
            label = None if span.optional else self.lesson.same.get(span.label)
            if label is None:
                codes[span.start : span.end] = self._number(self._names(span, rest))
                continue
            first = 1 + 4 * self.labels.index(label)
            if span.end - span.start == 1:
                codes[span.start] = first + _SINGLE
            else:
                codes[span.start : span.end] = first + 1
                codes[span.start], codes[span.end - 1] = first, first + _END
        return codes

    def _names(self, span: Annotation, rest: Sequence[str | None]) -> Sequence[str | None]:
        """Return the labels that a mark may have which is none of ours, None for no label."""
        if span.optional:
            return [*self.labels, None]
        return self.lesson.must.get(span.label) or [*self.lesson.may.get(span.label, ()), *rest]

    def _number(self, names: Iterable[str | None]) -> int:
        """Return the number of a set of labels; that of no label alone is that of O."""
        chosen = frozenset(names)
        if chosen == {None}:
            return 0
        return 1 + 4 * len(self.labels) + self._sets.setdefault(chosen, len(self._sets))

    def _any_of(self, names: Iterable[str | None]) -> Bools:
        row = np.zeros(1 + 4 * len(self.labels), dtype=bool)
        for name in names:
            if name is None:
                row[0] = True
            else:
                first = 1 + 4 * self.labels.index(name)
                row[first : first + 4] = True
        return row
