"""The networks: tables of embeddings, one layer that mixes them, an encoder, and a head a convention of labels.

Enters: features as tensors. Leaves: scores of tags. Next: ``fit`` trains them, ``export`` writes the student as ONNX.

The student's encoder is an LSTM each way; the teacher's a Transformer, too slow for one core, with the same tables
and heads. Everything is time × rows × width; rows stand longest first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from unionie.tag.learned.chain import link_mask
from unionie.tag.learned.features import COLUMNS, WORD_SHAPES
from unionie.train.attention import Transformer
from unionie.train.chain import Moves
from unionie.train.labels import edge_masks
from unionie.train.recurrent import TwoWayLstm
from unionie.train.vocabulary import Lexicon

__all__ = ["MOST", "NGRAM_COLUMNS", "Head", "Network", "Shape"]

MOST = 6.0  # what the layer that mixes gives at most: a model in 8 bits has a fixed range
_FORBIDDEN = -1e4
NGRAM_COLUMNS = [place for place, name in enumerate(COLUMNS) if name not in {"char", "shape"}]


class Shape(NamedTuple):
    """Widths, and how much is dropped while training; ``layers`` of attention make it a teacher."""

    char: int = 64
    ngram: int = 32
    word_shape: int = 24
    mixed: int = 128
    hidden: int = 128
    layers: int = 0
    drop: float = 0.3


class Network(nn.Module):
    """Scores of tags for every head; ``labels`` are those of each."""

    def __init__(self, shape: Shape, lexicon: Lexicon, labels: Mapping[str, Sequence[str]]) -> None:
        super().__init__()
        self.shape, self.labels = shape, {name: tuple(each) for name, each in labels.items()}
        self.forget = 0.0  # share of n-grams whose own embedding is dropped at a step while training
        self.char = nn.Embedding(int(lexicon.vocabulary.chars.max()) + 1, shape.char, padding_idx=0)
        self.ngram = nn.Embedding(len(lexicon.pattern_of), shape.ngram, padding_idx=0, sparse=True)
        self.classes = nn.Linear(lexicon.patterns.shape[1], shape.ngram, bias=False)
        self.word_shape = nn.Embedding(WORD_SHAPES, shape.word_shape)
        self.mix = nn.Linear(shape.char + 5 * shape.ngram + shape.word_shape, shape.mixed)
        self.register_buffer("patterns", torch.from_numpy(lexicon.patterns).float(), persistent=False)
        self.register_buffer("pattern_of", torch.from_numpy(lexicon.pattern_of).long(), persistent=False)
        self.encoder = (
            Transformer(shape.mixed, shape.layers, shape.drop)
            if shape.layers
            else TwoWayLstm(shape.mixed, shape.hidden)
        )
        self.width = shape.mixed if shape.layers else 2 * shape.hidden
        self.heads = nn.ModuleDict({name: Head(self.width, each) for name, each in self.labels.items()})
        for table in (self.char, self.ngram, self.word_shape):
            nn.init.normal_(table.weight, std=0.1)
        with torch.no_grad():
            self.char.weight[0] = self.ngram.weight[0] = 0

    def to_device(self, device: str) -> Network:
        """Return the network on a device; only a CPU's optimizer takes the table of n-grams row by row."""
        self.ngram.sparse = device == "cpu"
        return self.to(device)

    def embed(self, ids: Tensor) -> Tensor:
        """Return what the layer that mixes reads; ids time × rows × COLUMNS.

        An n-gram's embedding is its own plus that of the classes which lexicons give it, so that rare ones have some.
        """
        rows = ids[..., NGRAM_COLUMNS]  # one look-up: each costs a gradient as large as the table
        known = self.classes(self.get_buffer("patterns"))
        own = self.ngram(rows)
        if self.training and self.forget:
            kept = torch.rand(self.ngram.num_embeddings, device=rows.device) >= self.forget
            own = own * kept.to(own.dtype)[rows][..., None]
        found = own + functional.embedding(self.get_buffer("pattern_of")[rows], known)
        pairs, on, off, word = found[..., :2, :].flatten(-2), found[..., 2:5, :], found[..., 5:8, :], found[..., 8, :]
        shape = self.word_shape(ids[..., COLUMNS.index("shape")])
        return torch.cat([self.char(ids[..., 0]), pairs, on.sum(-2), off.sum(-2), word, shape], dim=-1)

    def whole_ngrams(self) -> Tensor:
        """Return the embeddings of n-grams with what their classes add, as a model ships them."""
        return self.ngram.weight + self.classes(self.get_buffer("patterns"))[self.get_buffer("pattern_of")]

    def encode(self, ids: Tensor, running: Sequence[int]) -> Tensor:
        """Return the encoder's output, time × rows × width."""
        value = self.mix(self._dropped(self.embed(ids), self.shape.drop / 2)).clamp(0, MOST)
        value = self.encoder(self._dropped(value, self.shape.drop), running)
        return self._dropped(value, self.shape.drop)

    def _dropped(self, value: Tensor, rate: float) -> Tensor:
        """Return the value with the same units dropped at every step of a row, when training."""
        if not self.training or not rate:
            return value
        keep = torch.full((1, *value.shape[1:]), 1 - rate, device=value.device, dtype=value.dtype)
        return value * torch.bernoulli(keep) / (1 - rate)


class Head(nn.Module):
    """Tags of one convention: scores at each character, and of one tag behind another."""

    def __init__(self, width: int, labels: Sequence[str]) -> None:
        super().__init__()
        masks = (link_mask(labels), *edge_masks(labels))
        links, first, last = (torch.from_numpy(mask) for mask in masks)
        self.score = nn.Linear(width, len(first))
        self.links = nn.Parameter(torch.zeros(links.shape))
        self.first = nn.Parameter(torch.zeros(first.shape))
        self.last = nn.Parameter(torch.zeros(last.shape))
        for name, fits in (("links", links), ("first", first), ("last", last)):
            self.register_buffer(f"no_{name}", torch.where(fits, 0.0, _FORBIDDEN), persistent=False)

    def moves(self) -> Moves:
        """Return the scores of links, first and last tags, forbidden ones far below."""
        no_links, no_first, no_last = (self.get_buffer(f"no_{name}") for name in ("links", "first", "last"))
        return Moves(self.links + no_links, self.first + no_first, self.last + no_last)
