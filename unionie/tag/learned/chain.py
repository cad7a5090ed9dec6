"""From scores of tags to labelled spans with their probabilities, by the forward and backward sums of a linear chain.

Enters: scores (time × rows × tags) and the scores of one tag behind another. Leaves: ``Found`` spans.
Next: ``tagger``. Rows stand longest first, so that at every step those still running are the first ones.

The tags are those that are right most often (posterior decoding): where each is likelier than not, they make a valid
sequence by themselves; stretches where none is are decoded as the likeliest valid sequence between their neighbours.
The probability of a span is exact: that of all paths with these tags, edges included.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

__all__ = ["Chain", "Found", "find_spans", "link_mask", "sum_paths", "tag_names"]

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
_TINY = np.float32(1e-30)
_FORBIDDEN = np.float32(-1e4)


class Chain(NamedTuple):
    """Labels and the scores of links between tags (O, then B I E S of each label); forbidden ones are −10,000."""

    labels: tuple[str, ...]
    links: Floats
    first: Floats
    last: Floats


class Found(NamedTuple):
    """Spans of rows, by row and place: number of the label, probability."""

    row: Ints
    start: Ints
    end: Ints
    label: Ints
    probability: Floats


class Paths(NamedTuple):
    """``tags``: probability of each tag; ``ahead``: weight of each tag by what is emitted there and comes behind."""

    tags: Floats
    ahead: Floats


def tag_names(labels: Sequence[str]) -> list[str]:
    """Return the tags of the labels: O, then B I E S of each.

    >>> tag_names(["ORG"])
    ['O', 'B-ORG', 'I-ORG', 'E-ORG', 'S-ORG']
    """
    return ["O", *(f"{place}-{label}" for label in labels for place in "BIES")]


def link_mask(labels: Sequence[str]) -> npt.NDArray[np.bool_]:
    """Return which tag may follow which."""
    tags = tag_names(labels)
    return np.array(
        [[(a[2:] == b[2:] and b[0] in "IE") if a[0] in "BI" else b[0] in "OBS" for b in tags] for a in tags]
    )


def sum_paths(chain: Chain, scores: Floats, running: Sequence[int]) -> Paths:
    """Return the probabilities of tags, time × rows × tags; ``running[t]`` rows are longer than t."""
    moved, back = np.exp(chain.links), np.exp(chain.links.T)
    ones = np.ones((len(moved), 1), dtype=np.float32)  # a product with it is a sum, many times sooner than by rows
    emitted = scores - scores.max(axis=2, keepdims=True)
    np.exp(emitted, out=emitted)
    forward, after = np.zeros_like(emitted), np.empty_like(emitted)
    after[:] = np.exp(chain.last)
    value = emitted[0] * np.exp(chain.first)
    forward[0] = value / np.maximum(value @ ones, _TINY)
    for step in range(1, len(running)):
        rows = running[step]
        value = forward[step - 1, :rows] @ moved
        value *= emitted[step, :rows]
        np.divide(value, np.maximum(value @ ones, _TINY), out=forward[step, :rows])
    for step in range(len(running) - 1, 0, -1):
        rows = running[step]
        value = (emitted[step, :rows] * after[step, :rows]) @ back
        np.divide(value, np.maximum(value @ ones, _TINY), out=after[step - 1, :rows])
    forward *= after
    ahead = np.multiply(emitted, after, out=after)
    forward /= np.maximum(forward @ ones, _TINY)
    ahead /= np.maximum(ahead @ ones, _TINY)
    return Paths(forward, ahead)


def find_spans(chain: Chain, scores: Floats, lengths: Ints) -> Found:
    """Return the spans of all rows; ``lengths`` falls from row to row."""
    steps = np.arange(int(lengths[0]) if len(lengths) else 0)
    running = np.searchsorted(-lengths, -steps, side="left")
    paths = sum_paths(chain, scores, running.tolist())
    tags = paths.tags.argmax(axis=2)
    inside = steps[:, None] < lengths
    tags[~inside] = 0
    sure = np.take_along_axis(paths.tags, tags[..., None], axis=2)[..., 0] > 0.5
    if not sure[inside].all():
        _settle(chain, paths.tags, tags, ~sure & inside, lengths)
    return _read_spans(chain, paths, np.ascontiguousarray(tags.T))


def _settle(chain: Chain, marginals: Floats, tags: Ints, open_: npt.NDArray[np.bool_], lengths: Ints) -> None:
    """Write into ``tags`` the likeliest valid sequence of every open stretch, given the tags beside it."""
    flat = open_.T.ravel()
    count, size = len(open_), marginals.shape[2]
    row_of, step_of = np.divmod(np.flatnonzero(flat), count)
    begins = np.flatnonzero((np.diff(step_of, prepend=-2) != 1) | (np.diff(row_of, prepend=-1) != 0))
    spans = np.diff(np.append(begins, len(step_of)))
    order = np.argsort(-spans, kind="stable")
    begins, spans = begins[order], spans[order]
    rows, starts = row_of[begins], step_of[begins]
    before = np.where(starts[:, None] > 0, chain.links[tags[starts - 1, rows]], chain.first)
    ends = starts + spans
    after = np.where(
        (ends < lengths[rows])[:, None], chain.links[:, tags[np.minimum(ends, count - 1), rows]].T, chain.last
    )
    fits = np.where(chain.links > _FORBIDDEN / 2, np.float32(0), _FORBIDDEN)
    score = np.where(before > _FORBIDDEN / 2, np.float32(0), _FORBIDDEN) + np.log(marginals[starts, rows] + _TINY)
    after = np.where(after > _FORBIDDEN / 2, np.float32(0), _FORBIDDEN)
    trail = np.zeros((int(spans[0]), len(spans), size), dtype=np.int64)
    ending = score + after
    for step in range(1, int(spans[0])):
        alive = int(np.searchsorted(-spans, -step, side="left"))
        moved = score[:alive, :, None] + fits
        trail[step, :alive] = moved.argmax(axis=1)
        score = moved.max(axis=1) + np.log(marginals[starts[:alive] + step, rows[:alive]] + _TINY)
        ending[:alive] = score + after[:alive]
    best = ending.argmax(axis=1)
    for step in range(int(spans[0]) - 1, -1, -1):
        alive = int(np.searchsorted(-spans, -step, side="left"))
        tags[starts[:alive] + step, rows[:alive]] = best[:alive]
        best[:alive] = trail[step, np.arange(alive), best[:alive]]


def _read_spans(chain: Chain, paths: Paths, tags: Ints) -> Found:
    """Return the spans that the tags (rows × time) spell, with their probabilities."""
    count = tags.shape[1]
    flat = tags.ravel()
    place = (flat - 1) % 4  # B I E S
    named = flat > 0
    starts = np.flatnonzero(named & ((place == 0) | (place == 3)))
    ends = np.flatnonzero(named & (place >= 2))
    row, start = np.divmod(starts, count)
    labels = (flat[starts] - 1) // 4
    chance = paths.tags[start, row, flat[starts]]
    inner = np.flatnonzero(named & ((place == 1) | (place == 2)))
    if len(inner):
        rows, steps = np.divmod(inner, count)
        own, before = flat[inner], flat[inner - 1]
        first = own - place[inner] + 1  # I of the label; E is the next
        ways = paths.ahead[steps, rows][np.arange(len(inner))[:, None], np.stack([first, first + 1], axis=1)]
        ways = ways * np.exp(np.stack([chain.links[before, first], chain.links[before, first + 1]], axis=1))
        taken = ways[np.arange(len(inner)), place[inner] - 1] / np.maximum(ways.sum(axis=1), _TINY)
        owner = np.searchsorted(starts, inner, side="right") - 1
        chance = chance * np.exp(np.bincount(owner, weights=np.log(np.maximum(taken, _TINY)), minlength=len(starts)))
    return Found(row, start, ends - row * count + 1, labels, chance.astype(np.float32))
