"""The stages of training: pretrain, learn from marks, answer as a teacher, learn from the teachers' answers.

Enters: a network, corpora, a plan. Leaves: the network trained, or a corpus with answers. Next: ``recipe`` puts the
stages in order.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy.typing as npt
import torch
from torch import Tensor

from unionie.tag.learned.chain import Chain, find_spans
from unionie.train.chain import chain_loss, marginals, soft_loss
from unionie.train.corpus import Batch, Corpus
from unionie.train.fit import Plan, Step, Trainer
from unionie.train.network import Network
from unionie.train.pretrain import Guesser, hide_words
from unionie.train.score import Annotation, Tally, score_spans

__all__ = ["Share", "answer", "evaluate", "learn", "load_weights", "pretrain"]

_HIDDEN = 0.15
_OTHER = 0.5  # what another source's marks weigh for the default head, beside its own source's
_SOFT = 1.0
_SCALE = 20.0  # of the loss a character, so that the clipping of gradients bites as it did when it was chosen


class Share(NamedTuple):
    """A corpus, how often it is read in one pass, and whether its marks are in the default head's own convention."""

    corpus: Corpus
    times: float = 1.0
    own: bool = False


def pretrain(network: Network, corpora: Sequence[Corpus], plan: Plan, batch: int, checkpoint: Path | None) -> None:
    """Train the network to guess hidden words of plain text."""
    device = corpora[0].device
    guesser = Guesser(network.width, network.char.num_embeddings, network.shape.char).to(device)

    def loss(read: Batch) -> Tensor:
        ids, hidden = hide_words(read.ids, read.mask, _HIDDEN)
        encoded = _encode(network, ids, read.running)[hidden]
        return guesser(encoded, network.char.weight, read.ids[..., 0][hidden], read.ids[..., -2][hidden])

    def epoch(rng: random.Random) -> Iterator[Step]:
        for corpus, numbers in _shuffle([Share(corpus) for corpus in corpora], batch, rng):
            read = corpus.batch(numbers)
            yield Step(lambda read=read: loss(read), sum(read.running))  # type: ignore[misc]  # bound at once

    Trainer({"network": network, "guesser": guesser}, plan, checkpoint).run(epoch, _report("pretrain"))


def learn(
    network: Network, shares: Sequence[Share], plan: Plan, batch: int, checkpoint: Path | None, default: str
) -> None:
    """Train the network on marks and, where a corpus has them, on teachers' answers."""

    def loss(read: Batch, *, own: bool) -> Tensor:
        encoded = _encode(network, read.ids, read.running)
        total = encoded.new_zeros(())
        for name, allowed in read.allowed.items():
            head = network.heads[name]
            weight = _OTHER if name == default and not own else 1.0
            total = total + weight * chain_loss(head.score(encoded), head.moves(), read.running, allowed).sum()
        for name, soft in read.soft.items():
            head = network.heads[name]
            total = total + _SOFT * soft_loss(head.score(encoded), head.moves(), read.running, soft).sum()
        return total * _SCALE / sum(read.running)

    def epoch(rng: random.Random) -> Iterator[Step]:
        owner = {id(share.corpus): share.own for share in shares}
        for corpus, numbers in _shuffle(shares, batch, rng):
            read, own = corpus.batch(numbers), owner[id(corpus)]
            yield Step(lambda read=read, own=own: loss(read, own=own), sum(read.running))  # type: ignore[misc]

    Trainer({"network": network}, plan, checkpoint).run(epoch, _report("learn"))


def answer(networks: Sequence[Network], corpus: Corpus, heads: Sequence[str], batch: int, default: str) -> None:
    """Give the corpus the mean of the networks' chances of tags, for each of these heads.

    The default head hears what the rules say.
    """
    for name in heads:
        corpus.open_answers(name, 1 + 4 * len(networks[0].labels[name]))
    for numbers in corpus.order(batch, random.Random(0)):
        read = corpus.batch(numbers)
        sums: dict[str, Tensor] = {}
        for network in networks:
            with torch.no_grad():
                encoded = _encode(network.eval(), read.ids, read.running)
                for name in heads:
                    head = network.heads[name]
                    scores = head.score(encoded)
                    scores = corpus.hear(scores, read.places) if name == default else scores
                    chances = marginals(scores, head.moves(), read.running)[read.mask]
                    sums[name] = sums[name] + chances if name in sums else chances
        for name, chances in sums.items():
            corpus.answer(name, read.places[read.mask], chances / len(networks))


def evaluate(network: Network, corpus: Corpus, head: str, batch: int = 16_000) -> dict[str, Tally]:
    """Return the tallies of spans of a head on marked text."""
    labels = network.labels[head]
    links, first, last = (part.detach().cpu().numpy() for part in network.heads[head].moves())
    chain = Chain(labels, links, first, last)
    found: list[tuple[int, int, str]] = []
    network.eval()
    for numbers in corpus.order(batch, random.Random(0)):
        read = corpus.batch(numbers)
        with torch.no_grad():
            encoded = _encode(network, read.ids, read.running)
            scores = network.heads[head].score(encoded).cpu().numpy()
        sizes = read.mask.sum(0).cpu().numpy()
        spans = find_spans(chain, scores, sizes)
        starts = read.places[0].cpu().numpy()
        found += [
            (int(starts[row] + start), int(starts[row] + end), labels[label])
            for row, start, end, label in zip(spans.row, spans.start, spans.end, spans.label, strict=True)
        ]
    gold = [Annotation(int(a), int(b), labels[c], bool(d)) for a, b, c, d in corpus.spans[head]]
    return score_spans([[Annotation(*span) for span in found]], [gold])


def _encode(network: Network, ids: Tensor, running: Sequence[int]) -> Tensor:
    """Return the encoder's output in full precision; the teacher's own work is done in 16 bits on a GPU."""
    with torch.autocast("cuda", dtype=torch.bfloat16, enabled=ids.is_cuda and network.shape.layers > 0):
        encoded = network.encode(ids, running)
    return encoded.float()


def _shuffle(shares: Sequence[Share], batch: int, rng: random.Random) -> list[tuple[Corpus, npt.NDArray[Any]]]:
    """Return the batches of one pass over all corpora."""
    batches: list[tuple[Corpus, npt.NDArray[Any]]] = []
    for share in shares:
        times = int(share.times) + (rng.random() < share.times % 1)
        for _ in range(times):
            batches += [(share.corpus, numbers) for numbers in share.corpus.order(batch, rng)]
    rng.shuffle(batches)
    return batches


def _report(name: str) -> Callable[[int, int, float], None]:
    start = time.monotonic()

    def report(done: int, of: int, loss: float) -> None:
        sys.stderr.write(f"{name}: step {done:,} of {of:,}, loss {loss:.4f}, {time.monotonic() - start:.0f} s\n")

    return report


def load_weights(network: Network, path: Path) -> Network:
    """Give the network the weights of a file, those of its parts that have the same size."""
    held: Mapping[str, Tensor] = torch.load(path, map_location="cpu", weights_only=True)
    own = network.state_dict()
    fitting = {name: value for name, value in held.items() if name in own and own[name].shape == value.shape}
    network.load_state_dict({**own, **fitting})
    return network
