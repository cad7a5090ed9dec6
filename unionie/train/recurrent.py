"""An LSTM for rows of falling length, one each way.

Enters: inputs time × rows × width and how many rows still run at each step. Leaves: outputs of the same shape.
Next: ``network``. The weights are laid out as in torch's own LSTM, so that ``export`` can hand them to ONNX.

On a CPU rows are padded and the way back reads each row turned around: torch's LSTM is then one call that oneDNN
computes, in 16 bits while training where the processor knows them. Packed rows, which a GPU takes, are slow there.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn

__all__ = ["TwoWayLstm"]


class TwoWayLstm(nn.Module):
    """An LSTM each way; the two outputs stand side by side."""

    def __init__(self, inputs: int, width: int) -> None:
        super().__init__()
        self.width = width
        self.enter = nn.Linear(inputs, 8 * width)  # gates i f g o of the forward LSTM, then of the backward one
        self.weights = nn.Parameter(torch.empty(2, 4 * width, width))
        with torch.no_grad():
            for part in self.weights.view(8, width, width):
                nn.init.orthogonal_(part)
            self.enter.bias.zero_()
            self.enter.bias[width : 2 * width] = self.enter.bias[5 * width : 6 * width] = 1.0  # remember at first

    def forward(self, inputs: Tensor, running: Sequence[int]) -> Tensor:
        """Return time × rows × twice width; behind a row's end anything may stand."""
        if inputs.is_cuda:
            return self._forward_packed(inputs, running)
        half = self.training and torch.cpu._is_avx512_bf16_supported()
        kind = torch.bfloat16 if half else inputs.dtype
        steps, rows = inputs.shape[:2]
        lengths = (torch.arange(rows) < torch.tensor(running)[:, None]).sum(0)
        places = torch.arange(steps)[:, None]
        turned = torch.where(places < lengths, lengths - 1 - places, places)[..., None]
        value = inputs.to(kind)
        ahead = self._read(0, value)
        behind = self._read(1, value.gather(0, turned.expand_as(value)))
        behind = behind.gather(0, turned.expand_as(behind))
        return torch.cat([ahead, behind], dim=-1).to(inputs.dtype)

    def _read(self, way: int, value: Tensor) -> Tensor:
        """Return the outputs of one of the two, padding included."""
        start = value.new_zeros(1, value.shape[1], self.width)
        weights = [part.to(value.dtype).contiguous() for part in self._weights(way)]
        given: Tensor = torch._VF.lstm(  # what nn.LSTM calls, with weights of our own
            value, (start, start), weights, True, 1, 0.0, self.training, False, False
        )[0]
        return given

    def _weights(self, way: int) -> list[Tensor]:
        """Return the weights of one of the two as torch orders them."""
        enter, bias = self.enter.weight.chunk(2)[way], self.enter.bias.chunk(2)[way]
        return [enter, self.weights[way], bias, torch.zeros_like(bias)]

    def _forward_packed(self, inputs: Tensor, running: Sequence[int]) -> Tensor:
        """Return the same by the GPU's own LSTM, which takes the rows packed."""
        steps, rows = inputs.shape[:2]
        inside = torch.arange(rows, device=inputs.device) < torch.tensor(running, device=inputs.device)[:, None]
        start = inputs.new_zeros(2, rows, self.width)
        packed = torch._VF.lstm(
            inputs[inside],
            torch.tensor(running),
            (start, start),
            [*self._weights(0), *self._weights(1)],
            True,
            1,
            0.0,
            self.training,
            True,
        )[0]
        outputs = inputs.new_zeros(steps, rows, 2 * self.width)
        outputs[inside] = packed
        return outputs
