"""An LSTM for rows of falling length, with its gradient written out.

Enters: inputs time × rows × width and how many rows still run at each step. Leaves: outputs of the same shape.
Next: ``network``. The weights are laid out as in torch's own LSTM, so that ``export`` can hand them to ONNX; torch's
backward pass over packed rows fills the whole batch with zeros at every step, which made it three times slower here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor, nn

__all__ = ["TwoWayLstm"]


class _Scan(torch.autograd.Function):
    """One direction: gates of all steps from the input (time × rows × 4 width) and the weights of the last output."""

    @staticmethod
    def forward(ctx: Any, gates: Tensor, weight: Tensor, running: Sequence[int], backwards: bool) -> Tensor:
        steps, rows, width = gates.shape[0], gates.shape[1], gates.shape[2] // 4
        gates = gates.clone()
        outputs = gates.new_zeros(steps, rows, width)
        cells = gates.new_zeros(steps, rows, width)
        moved = weight.t().contiguous()
        order = range(steps - 1, -1, -1) if backwards else range(steps)
        before = None
        for step in order:
            count = running[step]
            gate = gates[step, :count]
            cell, output = cells[step, :count], outputs[step, :count]
            known = 0 if before is None else min(count, running[before])
            if known:
                gate[:known].addmm_(outputs[before, :known], moved)
            gate[:, : 2 * width].sigmoid_()
            gate[:, 2 * width : 3 * width].tanh_()
            gate[:, 3 * width :].sigmoid_()
            torch.mul(gate[:, :width], gate[:, 2 * width : 3 * width], out=cell)
            if known:
                cell[:known].addcmul_(gate[:known, width : 2 * width], cells[before, :known])
            torch.tanh(cell, out=output)
            output.mul_(gate[:, 3 * width :])
            before = step
        ctx.save_for_backward(gates, weight, outputs, cells)
        ctx.running, ctx.order = running, list(order)
        return outputs

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> tuple[Tensor | None, ...]:
        gates, weight, outputs, cells = ctx.saved_tensors
        running, order = ctx.running, ctx.order
        steps, rows, width = outputs.shape
        given = torch.zeros_like(gates)
        earlier = torch.zeros_like(outputs)  # the output before each step, for the gradient of the weight
        from_gate = gates.new_zeros(rows, width)
        from_cell = gates.new_zeros(rows, width)
        for place in range(steps - 1, -1, -1):
            step = order[place]
            before = order[place - 1] if place else None
            count = running[step]
            gate, grad = gates[step, :count], given[step, :count]
            enter, keep, value, leave = (gate[:, part * width : (part + 1) * width] for part in range(4))
            out = grads[0][step, :count] + from_gate[:count]
            curved = torch.tanh(cells[step, :count])
            cell = torch.addcmul(from_cell[:count], out * leave, 1 - curved * curved)
            grad[:, :width] = cell * value * enter * (1 - enter)
            grad[:, 2 * width : 3 * width] = cell * enter * (1 - value * value)
            grad[:, 3 * width :] = out * curved * leave * (1 - leave)
            from_gate.zero_()
            from_cell.zero_()
            known = 0 if before is None else min(count, running[before])
            if known:
                earlier[step, :known] = outputs[before, :known]
                grad[:known, width : 2 * width] = (
                    cell[:known] * cells[before, :known] * keep[:known] * (1 - keep[:known])
                )
                from_cell[:known] = cell[:known] * keep[:known]
                torch.mm(grad[:known], weight, out=from_gate[:known])
        return given, given.flatten(0, 1).t() @ earlier.flatten(0, 1), None, None


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
        """Return time × rows × twice width."""
        if inputs.is_cuda:
            return self._forward_packed(inputs, running)
        gates = self.enter(inputs)
        ahead, behind = gates.split(4 * self.width, dim=-1)
        return torch.cat(
            [_Scan.apply(ahead, self.weights[0], running, False), _Scan.apply(behind, self.weights[1], running, True)],
            dim=-1,
        )

    def _forward_packed(self, inputs: Tensor, running: Sequence[int]) -> Tensor:
        """Return the same by the GPU's own LSTM, which takes the rows packed."""
        steps, rows = inputs.shape[:2]
        inside = torch.arange(rows, device=inputs.device) < torch.tensor(running, device=inputs.device)[:, None]
        zeros = inputs.new_zeros(4 * self.width)
        weights: list[Tensor] = []
        for way, (enter, bias) in enumerate(zip(self.enter.weight.chunk(2), self.enter.bias.chunk(2), strict=True)):
            weights += [enter, self.weights[way], bias, zeros]
        start = inputs.new_zeros(2, rows, self.width)
        packed = torch._VF.lstm(  # what nn.LSTM calls, with weights of our own
            inputs[inside], torch.tensor(running), (start, start), weights, True, 1, 0.0, self.training, True
        )[0]
        outputs = inputs.new_zeros(steps, rows, 2 * self.width)
        outputs[inside] = packed
        return outputs
