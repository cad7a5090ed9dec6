"""The training loop: any stream of losses, one schedule, averaged weights, resumable.

Enters: modules, a stream of steps. Leaves: the modules with their weights averaged over the last part of the run.
Next: ``recipe`` runs it for each stage; a stage that was cut off goes on from its last checkpoint.
"""

from __future__ import annotations

import math
import random
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import torch
from torch import Tensor, nn

__all__ = ["Plan", "Step", "Trainer"]

_CLIP = 5.0
_WARM_UP = 200  # steps, or a tenth of a short run
_AVERAGED = 0.3  # of the run that goes by before averaging begins
_AVERAGE_EVERY = 10  # steps
_WINDOW = 0.05  # of the run: how far back the average reaches


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train: peak rate of learning, steps in all, seed of order and of what is dropped.

    ``seconds``: the most time to take; the schedule then runs by the clock where that is faster.
    """

    rate: float
    steps: int
    seed: int
    seconds: float | None = None


class Step(NamedTuple):
    """What one step sees: its loss, worked out when called, and its characters."""

    loss: Callable[[], Tensor]
    characters: int


class Trainer:
    """Trains modules; tables of which a step touches few rows have an optimizer of their own."""

    def __init__(self, modules: Mapping[str, nn.Module], plan: Plan, checkpoint: Path | None = None) -> None:
        self.modules, self.plan, self.checkpoint = nn.ModuleDict(modules), plan, checkpoint
        named = [(name, value) for name, value in self.modules.named_parameters() if value.requires_grad]
        rows = {id(part.weight) for part in self.modules.modules() if isinstance(part, nn.Embedding) and part.sparse}
        self.dense = [value for _, value in named if id(value) not in rows]
        sparse = [value for _, value in named if id(value) in rows]
        fused = all(value.is_cuda for value in self.dense)
        adam = torch.optim.Adam(self.dense, lr=plan.rate, betas=(0.9, 0.99), fused=fused)
        self.optimizers: list[torch.optim.Optimizer] = [adam]
        if sparse:
            self.optimizers.append(torch.optim.SparseAdam(sparse, lr=plan.rate, betas=(0.9, 0.99)))
        self.done, self.begun = 0, time.monotonic()
        self.average: dict[str, Tensor] = {}
        torch.manual_seed(plan.seed)

    def run(self, epoch: Callable[[random.Random], Iterator[Step]], report: Callable[[int, int, float], None]) -> None:
        """Train to the last step; ``epoch`` yields the steps of one pass over the data, shuffled by what it is given.

        ``report`` is told steps and the mean loss now and then. A run that was cut off goes on behind its checkpoint.
        """
        rng = random.Random(self.plan.seed)
        skip = self._resume(rng)
        losses: list[Tensor] = []
        self.modules.train()
        while self._share() < 1:
            state = rng.getstate()
            for place, step in enumerate(epoch(rng)):
                if place < skip:
                    continue
                losses.append(self._take(step))
                if self.done % 100 == 0 or self._share() >= 1:
                    report(self.done, self.plan.steps, float(torch.stack(losses).mean()))
                    losses.clear()
                if self.checkpoint is not None and self.done % 500 == 0:
                    self._save(state, place + 1)
                if self._share() >= 1:
                    break
            skip = 0
        if self.average:
            self.modules.load_state_dict(self.average)
        self.modules.eval()

    def _share(self) -> float:
        """Return which share of the run is done."""
        share = self.done / self.plan.steps
        if self.plan.seconds is not None:
            share = max(share, (time.monotonic() - self.begun) / self.plan.seconds)
        return share

    def _take(self, step: Step) -> Tensor:
        rate = self._rate()
        for optimizer in self.optimizers:
            for group in optimizer.param_groups:
                group["lr"] = rate
            optimizer.zero_grad()
        loss = step.loss()
        loss.backward()
        norm = nn.utils.clip_grad_norm_(self.dense, _CLIP)
        self.done += 1
        if not torch.isfinite(norm):  # one such step would spoil all weights
            return torch.zeros_like(loss.detach())
        for optimizer in self.optimizers:
            optimizer.step()
        self._add_to_average()
        return loss.detach()

    def _rate(self) -> float:
        """Return the rate of this step: a warm-up, then half a cosine down to a fiftieth."""
        share = min(1.0, self._share())
        warmth = min(1.0, (self.done + 1) / min(_WARM_UP, 1 + self.plan.steps / 10))
        return self.plan.rate * warmth * (0.49 * (1 + math.cos(math.pi * share)) + 0.02)

    def _add_to_average(self) -> None:
        share = self._share()
        if share < _AVERAGED or self.done % _AVERAGE_EVERY:
            return
        now = self.modules.state_dict()
        if not self.average:
            self.average = {name: value.clone() for name, value in now.items()}
        weight = min(1.0, _AVERAGE_EVERY / (_WINDOW * self.done / share))
        for name, value in now.items():
            self.average[name].lerp_(value, weight)

    def _save(self, order: Any, place: int) -> None:
        assert self.checkpoint is not None  # noqa: S101  its caller asked
        part = self.checkpoint.with_suffix(".part")
        state = {
            "modules": self.modules.state_dict(),
            "optimizers": [optimizer.state_dict() for optimizer in self.optimizers],
            "average": self.average,
            "done": self.done,
            "order": order,
            "place": place,
            "chance": torch.get_rng_state(),
        }
        torch.save(state, part)
        part.replace(self.checkpoint)

    def _resume(self, rng: random.Random) -> int:
        """Take up the last checkpoint; return how many steps of its epoch were done."""
        if self.checkpoint is None or not self.checkpoint.exists():
            return 0
        state = torch.load(self.checkpoint, weights_only=False)
        self.modules.load_state_dict(state["modules"])
        for optimizer, held in zip(self.optimizers, state["optimizers"], strict=True):
            optimizer.load_state_dict(held)
        self.average, self.done = state["average"], state["done"]
        rng.setstate(state["order"])
        torch.set_rng_state(state["chance"])
        return int(state["place"])
