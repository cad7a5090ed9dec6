"""A user's words as hard constraints: what is in the dictionary is found whole, under its label.

Enters: words with jieba's tags or our labels. Leaves: for every character the tags that it may have.
Next: ``tagger`` adds them to the network's scores, so that the names beside a user's word give way to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from unionie.tag.words import find_occurrences

__all__ = ["UserNames", "label_words"]

_BANNED = np.float32(-1e4)
_OF_TAGS = {"nr": "PERSON", "nrt": "PERSON", "nrfg": "PERSON", "ns": "LOC", "nt": "ORG"}


def label_words(words: Iterable[tuple[str, str | None]], labels: Sequence[str]) -> dict[str, str]:
    """Return word → label: jieba's tags of names (nr, ns, nt) and our labels in any case; "" for other words.

    >>> label_words([("清溪", "ns"), ("清溪之星", "award"), ("云平台", "n"), ("新质", None)], ["LOC", "AWARD"])
    {'清溪': 'LOC', '清溪之星': 'AWARD', '云平台': '', '新质': ''}
    """
    found = {}
    for word, tag in words:
        label = _OF_TAGS.get(tag or "", (tag or "").upper())
        found[word] = label if label in labels else ""
    return found


class UserNames:
    """Where a user's words stand, as limits of tags.

    A labelled word is a span of that label; no span edge lies inside any other.
    """

    def __init__(self, words: Mapping[str, str], labels: Sequence[str]) -> None:
        self.words = dict(words)
        self._labels = list(labels)
        size = 1 + 4 * len(labels)
        place = (np.arange(size) - 1) % 4
        place[0] = -1
        rows = [np.zeros(size, dtype=bool)]  # row 0 bans nothing
        # a word without a label: at its first character no span ends, at its last none begins, inside neither
        rows += [place >= 2, (place >= 2) | (place == 0), (place == 0) | (place == 3)]
        for number in range(len(labels)):
            rows += [np.arange(size) != 1 + 4 * number + part for part in range(4)]
        self.scores = np.where(np.array(rows), _BANNED, np.float32(0))

    def limits(self, text: str, stretches: Iterable[tuple[int, int]]) -> npt.NDArray[np.int64] | None:
        """Return for every character the row of ``scores`` that limits it; None where no word stands in the text.

        A word that an edge of the ``stretches`` cuts (sorted, read one by one) sets no limit.
        """
        found = list(find_occurrences(text, self.words)) if self.words else []
        if not found:
            return None
        rows = np.zeros(len(text) + 1, dtype=np.int64)
        edges = np.array(sorted({edge for stretch in stretches for edge in stretch}))
        for start, end in found:
            if np.searchsorted(edges, start, side="right") == np.searchsorted(edges, end, side="left"):
                rows[start:end] = self._rows(self.words[text[start:end]], end - start)
        return rows

    def _rows(self, label: str, size: int) -> list[int]:
        if not label:
            return [1, *[2] * (size - 2), 3] if size > 1 else [0]
        first = 4 + 4 * self._labels.index(label)
        return [first, *[first + 1] * (size - 2), first + 2] if size > 1 else [first + 3]
