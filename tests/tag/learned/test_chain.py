"""The chain against every sequence counted by hand: probabilities of tags and spans, valid tags always."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest

from unionie.tag.learned.chain import Chain, find_spans, link_mask, sum_paths, tag_names

LABELS = ("ORG", "LOC")
TAGS = tag_names(LABELS)


def make_chain(rng) -> Chain:
    mask = link_mask(LABELS)
    opens = np.array([tag[0] in "OBS" for tag in TAGS])
    closes = np.array([tag[0] in "OES" for tag in TAGS])
    banned = np.float32(-1e4)
    size = len(TAGS)
    links = np.where(mask, rng.normal(size=(size, size)).astype("f4"), banned)
    first = np.where(opens, rng.normal(size=size).astype("f4"), banned)
    last = np.where(closes, rng.normal(size=size).astype("f4"), banned)
    return Chain(LABELS, links, first, last)


def make_scores(rng, sizes, scale=2.0):
    scores = np.zeros((max(sizes), len(sizes), len(TAGS)), dtype="f4")
    for row, size in enumerate(sizes):
        scores[:size, row] = rng.normal(scale=scale, size=(size, len(TAGS)))
    return scores


def every_path(chain, scores):
    """Return all tag sequences of one row with their probabilities."""
    paths = list(product(range(len(TAGS)), repeat=len(scores)))
    values = []
    for path in paths:
        value = chain.first[path[0]] + chain.last[path[-1]] + sum(scores[t, tag] for t, tag in enumerate(path))
        values.append(value + sum(chain.links[a, b] for a, b in pairwise(path)))
    weights = np.exp(np.array(values, dtype="f8") - max(values))
    return paths, weights / weights.sum()


def spans_of(path):
    spans, start = [], 0
    for place, tag in enumerate(path):
        kind, _, label = TAGS[tag].partition("-")
        if kind in {"B", "S"}:
            start = place
        if kind in {"E", "S"}:
            spans.append((start, place + 1, LABELS.index(label)))
    return spans


@pytest.mark.parametrize("seed", range(4))
def test_probabilities_are_those_of_all_sequences_counted(seed):
    rng = np.random.default_rng(seed)
    chain, sizes = make_chain(rng), [4, 3, 1]
    scores = make_scores(rng, sizes)
    tags = sum_paths(chain, scores, [3, 2, 2, 1]).tags
    found = find_spans(chain, scores, np.array(sizes))
    for row, size in enumerate(sizes):
        paths, weights = every_path(chain, scores[:size, row])
        for place in range(size):
            for tag in range(len(TAGS)):
                wanted = sum(weight for path, weight in zip(paths, weights, strict=True) if path[place] == tag)
                assert tags[place, row, tag] == pytest.approx(wanted, abs=1e-5)
        for number in np.flatnonzero(found.row == row):
            span = (int(found.start[number]), int(found.end[number]), int(found.label[number]))
            wanted = sum(weight for path, weight in zip(paths, weights, strict=True) if span in spans_of(path))
            assert found.probability[number] == pytest.approx(wanted, abs=1e-5)


def test_spans_are_disjoint_and_inside_their_row_whatever_the_scores():
    rng = np.random.default_rng(7)
    chain = make_chain(rng)
    sizes = np.array([60, 41, 40, 17, 2, 1])
    for scale in (0.01, 1.0, 30.0):  # undecided, ordinary, extreme
        found = find_spans(chain, make_scores(rng, sizes, scale), sizes)
        assert len(found.row) > 0
        end_before, row_before = 0, -1
        for row, start, end in zip(found.row, found.start, found.end, strict=True):
            if row != row_before:
                end_before, row_before = 0, row
            assert end_before <= start < end <= sizes[row]
            end_before = end
        assert ((found.probability >= 0) & (found.probability <= 1.0001)).all()


def test_a_stretch_without_a_likely_tag_gets_the_likeliest_valid_sequence():
    """Tags that are each the most frequent at their place, but cannot follow each other, are never given."""
    chain = Chain(("ORG",), *(np.where(m, np.float32(0), np.float32(-1e4)) for m in _masks()))
    scores = np.zeros((2, 1, 5), dtype="f4")
    scores[0, 0] = [0.0, 0.5, -9, -9, 0.4]  # B alone is likeliest at first …
    scores[1, 0] = [0.6, -9, -9, 0.5, 0.4]  # … and O behind it, which B does not allow
    found = find_spans(chain, scores, np.array([2]))
    paths, weights = [(0, 0), (0, 4), (1, 3), (4, 0), (4, 4)], []
    for first, second in paths:
        weights.append(np.exp(scores[0, 0, first] + scores[1, 0, second]))
    best = {tuple(spans_of_org(path)) for path in paths}
    assert tuple(zip(found.start.tolist(), found.end.tolist(), strict=True)) in best


def spans_of_org(path):
    return [(place, place + 1) for place, tag in enumerate(path) if tag == 4] or ([(0, 2)] if path == (1, 3) else [])


def _masks():
    tags = tag_names(("ORG",))
    return (
        link_mask(("ORG",)),
        np.array([tag[0] in "OBS" for tag in tags]),
        np.array([tag[0] in "OES" for tag in tags]),
    )


def test_no_rows_and_no_spans():
    chain = make_chain(np.random.default_rng(1))
    scores = np.zeros((3, 1, len(TAGS)), dtype="f4")
    scores[:, 0, 0] = 50
    assert len(find_spans(chain, scores, np.array([3])).row) == 0
