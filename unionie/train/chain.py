"""A linear-chain CRF in torch: the loss of marked, partly marked or softly marked text.

Enters: scores of tags at every character. Leaves: the negative log-likelihood; its gradient is worked out here, by
forward and backward sums in probabilities, scaled at every step. Next: ``fit``. ``unionie.tag.learned.chain`` reads
the trained scores without torch.

Rows stand longest first: ``running[t]`` of them are longer than t.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import Tensor

__all__ = ["Moves", "chain_loss", "marginals", "soft_loss"]

_TINY = 1e-30
_BANNED = -1e4


class Moves(NamedTuple):
    """Scores of one tag behind another, of the first tag and of the last."""

    links: Tensor
    first: Tensor
    last: Tensor


class _LogSums(torch.autograd.Function):
    """Log of the sum over all paths; ``scores`` time × layers × rows × tags, result layers × rows."""

    @staticmethod
    def forward(ctx: Any, scores: Tensor, links: Tensor, first: Tensor, last: Tensor, running: Sequence[int]) -> Tensor:
        chances, pairs, sums = _sum_paths(scores, Moves(links, first, last), running)
        ctx.save_for_backward(chances, pairs)
        ctx.running = running
        return sums

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> tuple[Tensor | None, ...]:
        chances, pairs = ctx.saved_tensors
        weighted = chances * grads[0][None, :, :, None]
        links = torch.einsum("lb,lbij->ij", grads[0], pairs)
        return weighted, links, weighted[0].sum((0, 1)), _at_end(weighted, ctx.running).sum((0, 1)), None


def _at_end(values: Tensor, running: Sequence[int]) -> Tensor:
    """Return what stands at the last step of each row: layers × rows × tags."""
    falling, rows = np.array(running), np.arange(running[0])
    ends = torch.from_numpy(np.searchsorted(-falling, -rows, side="left") - 1).to(values.device)
    return values.permute(0, 2, 1, 3)[ends, torch.arange(len(ends), device=values.device)].transpose(0, 1)


def _sum_paths(scores: Tensor, moves: Moves, running: Sequence[int]) -> tuple[Tensor, Tensor, Tensor]:
    """Return chances of tags (like scores), expected links (layers × rows × tags × tags), log sums (layers × rows)."""
    peak = scores.amax(dim=3, keepdim=True)
    emitted = torch.exp(scores - peak)
    moved, leaving = torch.exp(moves.links), torch.exp(moves.last)
    forward = torch.zeros_like(emitted)
    totals = torch.ones_like(peak)
    value = emitted[0] * torch.exp(moves.first)
    for step, rows in enumerate(running):
        if step:
            value = torch.matmul(forward[step - 1, :, :rows], moved).mul_(emitted[step, :, :rows])
        total = value.sum(-1, keepdim=True).clamp_min_(_TINY)
        totals[step, :, :rows] = total
        torch.div(value, total, out=forward[step, :, :rows])
    final = (_at_end(forward, running) * leaving).sum(-1).clamp_min(_TINY)
    counts = torch.tensor(running, device=scores.device)
    inside = torch.arange(scores.shape[2], device=scores.device) < counts[:, None]
    sums = ((torch.log(totals) + peak)[..., 0] * inside[:, None]).sum(0) + torch.log(final)
    ahead = torch.zeros_like(emitted)  # weight of each tag by what is emitted there and comes behind
    behind = leaving.expand(scores.shape[1], running[-1], -1) / final[:, : running[-1], None]
    chances = forward.clone()
    for step in range(len(running) - 1, -1, -1):
        rows = running[step]
        if behind.shape[1] < rows:
            fresh = leaving / final[:, behind.shape[1] : rows, None]
            behind = torch.cat([behind, fresh], dim=1)
        chances[step, :, :rows] *= behind
        torch.mul(emitted[step, :, :rows], behind, out=ahead[step, :, :rows]).div_(totals[step, :, :rows])
        behind = torch.matmul(ahead[step, :, :rows], moved.t())
    pairs = torch.einsum("tlbi,tlbj->lbij", forward[:-1], ahead[1:]) * moved
    return chances, pairs, sums


def chain_loss(scores: Tensor, moves: Moves, running: Sequence[int], allowed: Tensor) -> Tensor:
    """Return for every row −log of the share of the paths that keep to ``allowed`` (time × rows × tags, bool)."""
    layers = torch.stack([scores, scores.masked_fill(~allowed, _BANNED)], dim=1)
    every, kept = _LogSums.apply(layers, *moves, running)
    return every - kept


def soft_loss(scores: Tensor, moves: Moves, running: Sequence[int], soft: Tensor) -> Tensor:
    """Return for every row what its scores lose against a teacher's chances of tags; links are taken as given."""
    fixed = [part.detach() for part in moves]
    (sums,) = _LogSums.apply(scores[:, None], *fixed, running)
    return sums - (soft * scores).sum((0, 2))


def marginals(scores: Tensor, moves: Moves, running: Sequence[int]) -> Tensor:
    """Return the chances of tags, time × rows × tags, without gradient."""
    with torch.no_grad():
        return _sum_paths(scores[:, None], moves, running)[0][:, 0]
