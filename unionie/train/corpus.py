"""Text as the network reads it: one long array of characters, windows into it, what is marked; on any device.

Enters: Samples or paragraphs (``prepare``), later the file that was made of them. Leaves: ``Batch``es of tensors.
Next: ``fit``. Preparing needs jieba; reading a prepared corpus needs numpy and torch alone, so that training can move
to another machine.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from unionie.errors import InputError
from unionie.tag.learned.features import Vocabulary, encode, find_begins, read_shapes, word_rows
from unionie.tag.learned.ngrams import LENGTHS
from unionie.tag.learned.windows import cut_windows
from unionie.train.labels import Lesson, Marker

if TYPE_CHECKING:
    from unionie.train.sources import Sample

__all__ = ["Batch", "Corpus", "Spoken", "prepare", "read_corpus", "save_corpus"]

_PAD = 8  # characters before and behind the text, so that no n-gram reaches out of the arrays
_SHORTEST = 4  # windows with fewer characters teach little
_TOP = 4  # tags that a teacher's answer keeps for each character

Arrays = dict[str, npt.NDArray[Any]]


class Spoken(NamedTuple):
    """What rules say of a text: for each character the tag of the default head that they speak for, and how much."""

    tags: npt.NDArray[np.uint8]
    weights: npt.NDArray[np.float16]


class Soft(NamedTuple):
    """A teacher's answer: for each character its likeliest tags and their probabilities, in 255ths."""

    tags: Tensor
    chances: Tensor
    width: int


class Batch(NamedTuple):
    """Windows side by side, the longest first; ``running[t]`` rows are longer than t. Arrays are time × rows × …"""

    ids: Tensor
    running: list[int]
    mask: Tensor
    allowed: dict[str, Tensor]
    soft: dict[str, Tensor]
    places: Tensor


def prepare(
    samples: Iterable[Sample],
    lessons: Mapping[str, Lesson],
    heads: Mapping[str, Sequence[str]],
    longest: int,
    speak: Callable[[str], Spoken] | None = None,
) -> Arrays:
    """Return the arrays of a corpus; windows lie inside one sample and cut no span.

    ``speak`` says what the rules say of a text; the teachers will hear it.
    """
    markers = {head: Marker(heads[head], lesson) for head, lesson in lessons.items()}
    codes: list[npt.NDArray[Any]] = []
    shapes: list[npt.NDArray[Any]] = []
    marks: dict[str, list[npt.NDArray[Any]]] = {head: [] for head in lessons}
    spans: dict[str, list[tuple[int, int, int, bool]]] = {head: [] for head in lessons}
    windows: list[tuple[int, int]] = []
    spoken: list[Spoken] = []
    place = 0
    for pool in _pools(samples):
        text = "".join(f"{sample.text}\n" for sample in pool)
        codes.append(encode(text).astype(np.uint16))
        shapes.append(read_shapes(text))
        for sample in pool:
            if speak is not None:
                spoken.append(Spoken(*(np.append(part, part.dtype.type(0)) for part in speak(sample.text))))
            cut = [(window.start, window.end) for window in cut_windows(sample.text, longest)]
            windows += [(start + place, end + place) for start, end in cut if _teaches(sample, start, end)]
            for head, marker in markers.items():
                marks[head].append(np.append(marker.mark(len(sample.text), sample.spans, sample.known), np.uint8(0)))
                spans[head] += [
                    (span.start + place, span.end + place, heads[head].index(label), span.optional)
                    for span in sample.spans
                    if (label := marker.lesson.same.get(span.label)) is not None
                ]
            place += len(sample.text) + 1
    arrays: Arrays = {
        "codes": np.concatenate([*codes, np.zeros(0, dtype=np.uint16)]),
        "shapes": np.concatenate([*shapes, np.zeros(0, dtype=np.uint8)]),
        "windows": np.array(windows, dtype=np.int32).reshape(-1, 2),
    }
    for head, marker in markers.items():
        arrays |= {f"marks.{head}": np.concatenate(marks[head]), f"rows.{head}": marker.rows}
        arrays[f"spans.{head}"] = np.array(spans[head], dtype=np.int32).reshape(-1, 4)
    if spoken:
        arrays |= {"spoken.tags": np.concatenate([each.tags for each in spoken])}
        arrays |= {"spoken.weights": np.concatenate([each.weights for each in spoken])}
    return arrays


def _teaches(sample: Sample, start: int, end: int) -> bool:
    """Tell whether the window is long enough and cuts no span, of which no tags could be right."""
    cuts = any(span.start < edge < span.end for span in sample.spans if not span.optional for edge in (start, end))
    return end - start >= _SHORTEST and not cuts


def _pools(samples: Iterable[Sample]) -> Iterator[list[Sample]]:
    pool: list[Sample] = []
    size = 0
    for sample in samples:
        pool.append(sample)
        size += len(sample.text)
        if size >= 100_000:
            yield pool
            pool, size = [], 0
    if pool:
        yield pool


def save_corpus(path: Path, arrays: Arrays) -> None:
    """Write a prepared corpus, whole or not at all."""
    part = path.with_suffix(".part")
    with part.open("wb") as file:
        np.savez_compressed(file, allow_pickle=False, **arrays)
    part.replace(path)


def read_corpus(path: Path, vocabulary: Vocabulary, device: str = "cpu") -> Corpus:
    """Return a prepared corpus with its n-grams found; InputError where the file is missing or broken."""
    try:
        with np.load(path, allow_pickle=False) as file:
            arrays = dict(file)
        return Corpus(arrays, vocabulary, device)
    except (OSError, ValueError, KeyError) as error:
        raise InputError(f"{path}: no prepared corpus ({error}); run unionie train from the start") from error


class Corpus:
    """A prepared corpus on a device."""

    def __init__(self, arrays: Arrays, vocabulary: Vocabulary, device: str = "cpu") -> None:
        codes = np.pad(arrays["codes"], _PAD, constant_values=ord("\n"))
        shapes = np.pad(arrays["shapes"], _PAD)
        begins = find_begins(codes.astype(np.uint32), vocabulary)

        def put(value: npt.NDArray[Any]) -> Tensor:
            return torch.from_numpy(np.ascontiguousarray(value)).to(device)

        self.windows = arrays["windows"] + _PAD
        self.chars = put(vocabulary.chars[codes].astype(np.int32))
        self.shapes = put(shapes)
        self.words = put(word_rows(shapes, begins))
        self.begins = put(begins)
        self.marks = {
            name[6:]: (put(np.pad(value, _PAD)), put(arrays[f"rows.{name[6:]}"]))
            for name, value in arrays.items()
            if name.startswith("marks.")
        }
        self.spans = {
            name[6:]: value + np.array([_PAD, _PAD, 0, 0]) for name, value in arrays.items() if name[:6] == "spans."
        }
        self.spoken = tuple(
            put(np.pad(arrays[f"spoken.{part}"], _PAD)) for part in ("tags", "weights") if f"spoken.{part}" in arrays
        )
        self.soft: dict[str, Soft] = {}
        self.device = device

    @property
    def characters(self) -> int:
        """Characters in all windows."""
        return int((self.windows[:, 1] - self.windows[:, 0]).sum())

    def order(self, size: int, rng: random.Random) -> list[npt.NDArray[Any]]:
        """Return the numbers of the windows in shuffled batches of about ``size`` characters, like lengths together."""
        lengths = self.windows[:, 1] - self.windows[:, 0]
        noise = np.random.default_rng(rng.getrandbits(32)).random(len(lengths)) * 8
        order = np.argsort(-(lengths + noise), kind="stable")
        batches = []
        start = 0
        while start < len(order):
            count = max(1, size // int(lengths[order[start]]))
            batches.append(order[start : start + count])
            start += count
        rng.shuffle(batches)
        return batches

    def batch(self, numbers: npt.NDArray[Any]) -> Batch:
        """Return these windows as tensors."""
        chosen = self.windows[numbers]
        chosen = chosen[np.argsort(chosen[:, 0] - chosen[:, 1], kind="stable")]
        lengths = chosen[:, 1] - chosen[:, 0]
        steps = np.arange(int(lengths[0]))[:, None]
        inside = steps < lengths
        places = torch.from_numpy(np.where(inside, steps + chosen[:, 0], 0).astype(np.int64)).to(self.device)
        mask = torch.from_numpy(inside).to(self.device)
        ids = self._assemble(places)
        allowed = {head: rows[marks[places].long()] for head, (marks, rows) in self.marks.items()}
        soft = {head: self._dense(answer, places) * mask[..., None] for head, answer in self.soft.items()}
        return Batch(ids, inside.sum(axis=1).tolist(), mask, allowed, soft, places)

    def _assemble(self, places: Tensor) -> Tensor:
        """Return what ``features`` gives for these characters, in the order of COLUMNS."""
        on = [self.begins[row][places] for row in range(len(LENGTHS))]
        off = [self.begins[row][(places - length + 1).clamp_min(0)] for row, length in enumerate(LENGTHS)]
        columns = [self.chars[places], on[0], off[0], *on[1:], *off[1:], self.shapes[places].int(), self.words[places]]
        return torch.stack(columns, dim=-1).long()

    def _dense(self, answer: Soft, places: Tensor) -> Tensor:
        chances = answer.chances[places].float()
        dense = torch.zeros(*places.shape, answer.width, device=self.device)
        dense.scatter_add_(2, answer.tags[places].long(), chances)
        return dense / dense.sum(-1, keepdim=True).clamp_min(1)

    def hear(self, scores: Tensor, places: Tensor) -> Tensor:
        """Return scores of the default head's tags at these places, with what the rules say there added."""
        if not self.spoken:
            return scores
        tags, weights = (part[places][..., None] for part in self.spoken)
        return scores.scatter_add(2, tags.long(), weights.to(scores.dtype))

    def open_answers(self, head: str, width: int) -> None:
        """Make room for a teacher's chances of the ``width`` tags of a head; O everywhere until they come."""
        shape = (len(self.chars), _TOP)
        chances = torch.zeros(shape, dtype=torch.uint8, device=self.device)
        chances[:, 0] = 255
        self.soft[head] = Soft(torch.zeros(shape, dtype=torch.uint8, device=self.device), chances, width)

    def answer(self, head: str, places: Tensor, chances: Tensor) -> None:
        """Keep a teacher's chances of tags at these places: characters × tags."""
        best = chances.topk(_TOP, dim=-1)
        self.soft[head].tags[places] = best.indices.to(torch.uint8)
        self.soft[head].chances[places] = (best.values * 255).round().to(torch.uint8)

    def save_answers(self, path: Path) -> None:
        """Write the teachers' answers, whole or not at all."""
        arrays: Arrays = {}
        for head, soft in self.soft.items():
            arrays |= {f"{head}.tags": soft.tags.cpu().numpy(), f"{head}.chances": soft.chances.cpu().numpy()}
            arrays[f"{head}.width"] = np.array(soft.width)
        part = path.with_suffix(".part")
        with part.open("wb") as file:
            np.savez(file, allow_pickle=False, **arrays)
        part.replace(path)

    def read_answers(self, path: Path) -> None:
        """Take the answers that ``save_answers`` wrote."""
        with np.load(path, allow_pickle=False) as file:
            for head in sorted({name.partition(".")[0] for name in file.files}):
                tags, chances = (
                    torch.from_numpy(file[f"{head}.{part}"]).to(self.device) for part in ("tags", "chances")
                )
                self.soft[head] = Soft(tags, chances, int(file[f"{head}.width"]))
