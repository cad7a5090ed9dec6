"""The learned tagger on one screen: texts → labelled spans.

Enters: texts, as clean text is written. Leaves: for each text its spans, sorted and disjoint, with the probability
that label and edges are right. Next: ``tag.component``.

Windows of many texts are sorted by length and read in batches of bounded size, so memory does not grow with the text.
A Tagger has no state that a call changes: threads may share it; after a fork it opens its network anew.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import numpy.typing as npt

from unionie.errors import UnionieError
from unionie.tag.learned.chain import find_spans
from unionie.tag.learned.evidence import WHOLE, Hint, Hints, find_repeats, leave_parts_out, place_hints
from unionie.tag.learned.features import Ids, read_features
from unionie.tag.learned.folder import Parts, read_folder
from unionie.tag.learned.userwords import UserNames, label_words
from unionie.tag.learned.windows import Window, cut_windows

if TYPE_CHECKING:
    import onnxruntime

__all__ = ["PACKAGED", "Tagged", "Tagger", "find_model", "packaged_model"]

PACKAGED = "tagger"

_PACKAGE = Path(__file__).parents[2]

_BATCH = 24_000  # characters whose tags are chosen together, padding included
_ROWS = 12  # windows that the network reads at once: their gates fit the processor's nearest memory
_SURE = 0.8  # probability from which a name teaches its other places in the document
_WHOLLY = 0.5  # probability from which a body's name outweighs what rules say of a part of it
_REPEATED = 4.0  # log-odds that it gives them
_POOL = 60_000  # characters whose windows are sorted together

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]


class Tagged(NamedTuple):
    """A labelled stretch of a text and the probability that it is right."""

    start: int
    end: int
    label: str
    probability: float


class _Found(NamedTuple):
    start: int
    end: int
    label: int
    probability: float


class _Row(NamedTuple):
    """A window of text number ``text``."""

    text: int
    window: Window


class _Batch(NamedTuple):
    """Scores of some rows side by side, the longest first: time × rows × tags."""

    rows: Ints
    lengths: Ints
    scores: Floats


class _Piece(NamedTuple):
    """The stretch of text number ``text`` that some of its windows cover."""

    text: int
    windows: list[Window]


class Tagger:
    """A trained model; ``head`` chooses the convention of labels, by default that of unionie's records.

    ``words`` are a user's, with jieba's tags or labels: each is found whole wherever it stands.
    """

    def __init__(self, parts: Parts, *, head: str | None = None, words: Iterable[tuple[str, str | None]] = ()) -> None:
        self.parts = parts
        self.head = parts.config["default"] if head is None else head
        if self.head not in parts.heads:
            raise UnionieError(f"the model has no head {self.head!r}; it has {', '.join(parts.heads)}")
        self.words = tuple(words)
        self.names = UserNames(label_words(self.words, self.labels), self.labels)
        self._sessions: dict[int, onnxruntime.InferenceSession] = {}

    @classmethod
    def read(
        cls, folder: str | Path, *, head: str | None = None, words: Iterable[tuple[str, str | None]] = ()
    ) -> Tagger:
        """Return the tagger in a folder; UnionieError where it is missing, broken or of another version."""
        return cls(read_folder(Path(folder)), head=head, words=words)

    def __getstate__(self) -> dict[str, Any]:
        """Leave the open network out: a process opens its own."""
        return {**self.__dict__, "_sessions": {}}

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels that spans may have."""
        return self.parts.heads[self.head].chain.labels

    def find(self, text: str, hints: Sequence[Hint] = ()) -> list[Tagged]:
        """Return the spans of one text; ``hints`` are what else speaks for spans of it."""
        return self.find_all([text], [hints])[0]

    def find_all(self, texts: Sequence[str], hints: Sequence[Sequence[Hint]] | None = None) -> list[list[Tagged]]:
        """Return the spans of every text; many texts at once go faster than one by one."""
        found: list[list[Tagged]] = [[] for _ in texts]
        known = {number: sorted(those) for number, those in enumerate(hints or ()) if those}
        for pool in _pool_windows(texts, self.parts.config["longest"]):
            rows = [_Row(piece.text, window) for piece in pool for window in piece.windows]
            batches = self._score(texts, pool, rows)
            _add_hints(batches, rows, self._leave_parts_out(batches, rows, known), self.labels)
            spans = self._decode(batches, len(rows))
            repeats = self._find_repeats(texts, pool, rows, spans)
            if repeats:
                touched = _add_hints(batches, rows, repeats, self.labels)
                again = self._decode(batches, len(rows), touched)
                spans = [two if hinted else one for hinted, one, two in zip(touched, spans, again, strict=True)]
            for row, those in zip(rows, spans, strict=True):
                _keep(found[row.text], row.window, those, self.labels)
        return found

    def _score(self, texts: Sequence[str], pool: Sequence[_Piece], rows: Sequence[_Row]) -> list[_Batch]:
        """Return the scores of the pool's windows, those of like lengths together."""
        bases: list[int] = []
        parts: list[str] = []
        size = 0
        for piece in pool:
            start, end = piece.windows[0].start, piece.windows[-1].end
            bases += [size - start] * len(piece.windows)
            parts.append(texts[piece.text][start:end])
            size += end - start + 1
        pooled = "\n".join(parts)
        ids = read_features(pooled, self.parts.vocabulary)
        starts = np.array([row.window.start + base for row, base in zip(rows, bases, strict=True)])
        lengths = np.array([row.window.end - row.window.start for row in rows])
        order = np.argsort(-lengths, kind="stable")
        limits = self.names.limits(pooled, zip(starts.tolist(), (starts + lengths).tolist(), strict=True))
        return [
            _Batch(batch, lengths[batch], self._read(ids, limits, starts[batch], lengths[batch]))
            for batch in _batches(order, lengths)
        ]

    def _read(self, ids: Ids, limits: Ints | None, starts: Ints, lengths: Ints) -> Floats:
        """Return the scores of the stretches that begin at ``starts``, the longest first: time × rows × tags."""
        head, session = self.parts.heads[self.head], self._session()
        steps = np.arange(int(lengths[0]))[:, None]
        scores = np.zeros((len(steps), len(lengths), head.weight.shape[-1]), dtype=np.float32)
        for first in range(0, len(lengths), _ROWS):
            some = slice(first, first + _ROWS)
            size = int(lengths[first])
            places = np.minimum(starts[some] + steps[:size], len(ids) - 1)  # behind a row's end anything will do
            feeds = {"ids": ids[places], "lengths": lengths[some].astype(np.int32)}
            (hidden,) = session.run(None, feeds)  # time × ways × rows × width
            scores[:size, some] = (hidden @ head.weight).sum(axis=1) + head.bias
            if limits is not None:
                scores[:size, some] += self.names.scores[limits[places]]
        return scores

    def _decode(self, batches: Iterable[_Batch], count: int, chosen: Bools | None = None) -> list[list[_Found]]:
        """Return the spans of the rows, in the rows' own offsets; where ``chosen`` is given, of these rows alone."""
        head = self.parts.heads[self.head]
        spans: list[list[_Found]] = [[] for _ in range(count)]
        for rows, lengths, scores in batches:
            some = np.arange(len(rows)) if chosen is None else np.flatnonzero(chosen[rows])
            if len(some):
                result = find_spans(head.chain, scores[: int(lengths[some[0]]), some], lengths[some])
                result = result._replace(probability=head.calibrate(result.probability, result.label))
                for row, *span in zip(*(part.tolist() for part in result), strict=True):
                    spans[rows[some[row]]].append(_Found(*span))
        return spans

    def _leave_parts_out(
        self, batches: Sequence[_Batch], rows: Sequence[_Row], hints: Mapping[int, Sequence[Hint]]
    ) -> Mapping[int, Sequence[Hint]]:
        """Return the hints by text without those on parts of what the network alone finds whole."""
        here = {row.text for row in rows if row.text in hints}
        bodies = {text: [hint for hint in hints[text] if hint.label in WHOLE] for text in here}
        touched = _touch(rows, _place(rows, bodies, self.labels))
        found = _by_text(rows, self._decode(batches, len(rows), touched), self.labels)
        return {text: leave_parts_out(hints[text], found.get(text, ()), _WHOLLY) for text in here}

    def _find_repeats(
        self, texts: Sequence[str], pool: Sequence[_Piece], rows: Sequence[_Row], spans: Sequence[Sequence[_Found]]
    ) -> dict[int, list[Hint]]:
        """Return what the spans of each text teach of its other places."""
        by_text = _by_text(rows, spans, self.labels)
        hints = {}
        for piece in pool:
            base, end = piece.windows[0].start, piece.windows[-1].end
            known = (
                (start - base, stop - base, label, chance) for start, stop, label, chance in by_text.get(piece.text, ())
            )
            found = find_repeats(texts[piece.text][base:end], known, _SURE, _REPEATED)
            hints[piece.text] = [hint._replace(start=hint.start + base, end=hint.end + base) for hint in found]
        return hints if any(hints.values()) else {}

    def _session(self) -> onnxruntime.InferenceSession:
        """Return this process's network."""
        process = os.getpid()
        if process not in self._sessions:
            self._sessions[process] = _open(self.parts.network)
        return self._sessions[process]


@cache
def packaged_model() -> Parts:
    """Return the model that unionie brings, read once."""
    return read_folder(find_model(PACKAGED))


def find_model(name: str | Path) -> Path:
    """Return the folder of a model: ``tagger`` is the packaged one, anything else a path."""
    if name != PACKAGED:
        return Path(name)
    folder = next((path for path in (_PACKAGE / "_models", _PACKAGE.parent / "models") if path.is_dir()), _PACKAGE)
    return folder / PACKAGED


def _open(network: bytes) -> onnxruntime.InferenceSession:
    import onnxruntime  # late: only a pipeline with the tagger needs it

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.enable_mem_pattern = False  # a plan of memory for every shape of batch that was ever read
    try:
        return onnxruntime.InferenceSession(network, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime's errors share no class but this one
        raise UnionieError(f"network.onnx cannot be opened ({str(error).splitlines()[0]})") from error


def _pool_windows(texts: Sequence[str], longest: int) -> Iterator[list[_Piece]]:
    """Yield windows of texts in order, together about ``_POOL`` characters."""
    pool: list[_Piece] = []
    size = 0
    for number, text in enumerate(texts):
        windows: list[Window] = []
        for window in cut_windows(text, longest):
            windows.append(window)
            size += window.end - window.start
            if size >= _POOL:
                yield [*pool, _Piece(number, windows)]
                pool, windows, size = [], [], 0
        if windows:
            pool.append(_Piece(number, windows))
    if pool:
        yield pool


def _batches(order: Ints, lengths: Ints) -> Iterator[Ints]:
    """Yield the rows in batches, the longest rows first."""
    start = 0
    while start < len(order):
        count = max(1, _BATCH // int(lengths[order[start]]))
        yield order[start : start + count]
        start += count


def _place(rows: Sequence[_Row], hints: Mapping[int, Sequence[Hint]], labels: Sequence[str]) -> Hints:
    return place_hints([(row.text, row.window.start, row.window.end) for row in rows], hints, labels)


def _touch(rows: Sequence[_Row], placed: Hints) -> Bools:
    """Return which rows have any of the hints."""
    touched = np.zeros(len(rows), dtype=bool)
    touched[placed.row] = True
    return touched


def _add_hints(
    batches: Iterable[_Batch],
    rows: Sequence[_Row],
    hints: Mapping[int, Sequence[Hint]],
    labels: Sequence[str],
) -> Bools:
    """Add the hints to the scores; return which rows have any."""
    placed = _place(rows, hints, labels)
    touched = _touch(rows, placed)
    for batch in batches:
        if touched[batch.rows].any():
            placed.add_to(batch.scores, batch.rows)
    return touched


def _by_text(
    rows: Sequence[_Row], spans: Iterable[Sequence[_Found]], labels: Sequence[str]
) -> dict[int, list[tuple[int, int, str, float]]]:
    """Return the spans of the rows by text, in the text's offsets."""
    found: dict[int, list[tuple[int, int, str, float]]] = {}
    for row, those in zip(rows, spans, strict=True):
        at = row.window.start
        found.setdefault(row.text, []).extend(
            (span.start + at, span.end + at, labels[span.label], span.probability) for span in those
        )
    return found


def _keep(found: list[Tagged], window: Window, spans: Iterable[_Found], labels: Sequence[str]) -> None:
    """Add the spans that begin in the part of the window that counts and behind what was found before."""
    for start, end, label, probability in spans:
        first = start + window.start
        if window.first <= first < window.last and (not found or found[-1].end <= first):
            found.append(Tagged(first, end + window.start, labels[label], probability))
