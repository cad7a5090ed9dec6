"""The teacher's encoder: a Transformer with rotary positions, so that it sees how far apart characters are.

Enters: time × rows × width, rows longest first. Leaves: the same shape. Next: ``network``.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

__all__ = ["Transformer"]

_HEAD = 64  # width of one head of attention
_BASE = 10_000.0


class _Layer(nn.Module):
    def __init__(self, width: int, drop: float) -> None:
        super().__init__()
        self.before, self.between = nn.LayerNorm(width), nn.LayerNorm(width)
        self.ask = nn.Linear(width, 3 * width, bias=False)
        self.join = nn.Linear(width, width, bias=False)
        self.widen, self.narrow = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)
        self.drop = nn.Dropout(drop)

    def forward(self, value: Tensor, turn: tuple[Tensor, Tensor], mask: Tensor | None) -> Tensor:
        rows, steps, width = value.shape
        asked = self.ask(self.before(value)).view(rows, steps, 3, width // _HEAD, _HEAD).permute(2, 0, 3, 1, 4)
        query, key = _turn(asked[0], turn), _turn(asked[1], turn)
        seen = functional.scaled_dot_product_attention(query, key, asked[2], attn_mask=mask)
        value = value + self.drop(self.join(seen.transpose(1, 2).reshape(rows, steps, width)))
        return value + self.drop(self.narrow(functional.gelu(self.widen(self.between(value)))))


class Transformer(nn.Module):
    """``layers`` of attention of ``width``, which is a multiple of 64."""

    def __init__(self, width: int, layers: int, drop: float) -> None:
        super().__init__()
        self.layers = nn.ModuleList(_Layer(width, drop / 2) for _ in range(layers))
        self.last = nn.LayerNorm(width)
        for layer in self.layers:
            for part in (layer.ask, layer.join, layer.widen, layer.narrow):
                nn.init.normal_(part.weight, std=0.02)
            with torch.no_grad():
                layer.join.weight /= (2 * layers) ** 0.5
                layer.narrow.weight /= (2 * layers) ** 0.5

    def forward(self, value: Tensor, running: Sequence[int]) -> Tensor:
        """Return time × rows × width; no row sees behind its end."""
        steps, rows = value.shape[:2]
        mask = None
        if running[-1] < rows:
            inside = torch.arange(rows, device=value.device) < torch.tensor(running, device=value.device)[:, None]
            mask = inside.t()[:, None, None, :]
        turn = _angles(steps, value.device, value.dtype)
        value = value.transpose(0, 1)
        for layer in self.layers:
            value = layer(value, turn, mask)
        return self.last(value).transpose(0, 1)


def _angles(steps: int, device: torch.device, dtype: torch.dtype) -> tuple[Tensor, Tensor]:
    speed = _BASE ** (-torch.arange(0, _HEAD, 2, device=device) / _HEAD)
    angle = torch.arange(steps, device=device)[:, None] * speed
    return torch.cos(angle).to(dtype), torch.sin(angle).to(dtype)


def _turn(value: Tensor, turn: tuple[Tensor, Tensor]) -> Tensor:
    """Return the value with each pair of its numbers turned by the angle of its place."""
    cosine, sine = turn
    left, right = value.chunk(2, dim=-1)
    return torch.cat([left * cosine - right * sine, right * cosine + left * sine], dim=-1).to(value.dtype)
