"""Write a trained network as a model folder that needs no torch: tables in 8 bits, an ONNX graph, chains of heads.

Enters: a ``Network``, its vocabulary. Leaves: the files of ``unionie.tag.learned.folder``.

The graph is built by hand, node by node: it is short, and so every table and gate is where the reader expects it.

What a row gives does not depend on the rows beside it, though activations are quantized: the layer that mixes has a
fixed scale, and onnxruntime's LSTM, which takes the range of all that it reads at a step, finds the same range always:
one more input stands at the bound of all others, and two more units each way run along the bounds of a hidden state.
"""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from unionie.tag.learned.chain import Chain
from unionie.tag.learned.features import COLUMNS, WORD_SHAPES, Vocabulary
from unionie.tag.learned.folder import FORMAT, Head, pack
from unionie.train.network import MOST, Network

__all__ = ["build_graph", "export"]

_OPSET = 17
_GUARDS = 2  # units of each way that run along the bounds of a hidden state
_SUMMED = 2.0  # how far a sum of n-grams may reach, in bounds of one; what reaches farther is cut off
_OPEN = 30.0  # a gate's input at which it is open whatever comes


class _Graph:
    """Nodes and constants as they are added."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.constants: list[Any] = []

    def constant(self, name: str, value: npt.NDArray[Any]) -> str:
        self.constants.append(numpy_helper.from_array(np.array(value, order="C"), name))
        return name

    def node(self, operation: str, inputs: Sequence[str], output: str, **attributes: Any) -> str:
        self.nodes.append(helper.make_node(operation, list(inputs), [output], name=output, **attributes))
        return output


def export(
    network: Network,
    vocabulary: Vocabulary,
    config: Mapping[str, Any],
    calibration: Mapping[str, Mapping[str, Sequence[float]]] | None = None,
) -> dict[str, bytes]:
    """Return the files of the model.

    ``config`` adds to what the network itself says: default head, longest window. ``calibration``: by head and label.
    """
    fitted = calibration or {}
    heads = {}
    for name, head in network.heads.items():
        chain = Chain(network.labels[name], *(part.detach().numpy() for part in head.moves()))
        weight = head.score.weight.detach().numpy().T.reshape(2, network.shape.hidden, -1)
        heads[name] = Head(
            np.pad(weight, ((0, 0), (0, _GUARDS), (0, 0))),
            head.score.bias.detach().numpy(),
            chain,
            np.tile(np.array([1, 0], dtype=np.float32), (len(chain.labels), 1)),
        )
    sizes = {"chars": network.char.num_embeddings, "ngrams": network.ngram.num_embeddings, "shapes": WORD_SHAPES}
    whole = {
        "format": FORMAT,
        "columns": list(COLUMNS),
        "shape": {**network.shape._asdict(), **sizes},
        "heads": {
            name: {"labels": list(labels), "calibration": {k: list(v) for k, v in fitted.get(name, {}).items()}}
            for name, labels in network.labels.items()
        },
        **config,
    }
    return pack(whole, vocabulary, heads, build_graph(network))


def build_graph(network: Network) -> bytes:
    """Return the network from features to the encoder's output, time × ways × rows × width, as a serialized model."""
    graph = _Graph()
    tables = {
        "char": network.char.weight.detach().numpy(),
        "ngram": network.whole_ngrams().detach().numpy(),
        "word_shape": network.word_shape.weight.detach().numpy(),
    }
    bounds = {name: _add_table(graph, name, weight) for name, weight in tables.items()}
    columns = {name: place for place, name in enumerate(COLUMNS)}
    parts = [
        _look_up(graph, "char", columns["char"]),
        *(_look_up(graph, "ngram", columns[name]) for name in ("pair_on", "pair_off")),
        *(_sum_up(graph, "ngram", [columns[f"{side}{length}"] for length in (3, 4, 5)]) for side in ("on", "off")),
        _look_up(graph, "ngram", columns["word"]),
        _look_up(graph, "word_shape", columns["shape"]),
    ]
    bound = max(bounds["char"], _SUMMED * bounds["ngram"], bounds["word_shape"])
    value = _mix(graph, graph.node("Concat", parts, "embedded", axis=2), bound, network)
    limits = [graph.constant("none", np.float32(0)), graph.constant("most", np.float32(MOST))]
    value = graph.node("Clip", [value, *limits], "mixed")
    _add_lstm(graph, network.encoder, value)
    inputs = [
        helper.make_tensor_value_info("ids", TensorProto.INT32, ["steps", "rows", len(COLUMNS)]),
        helper.make_tensor_value_info("lengths", TensorProto.INT32, ["rows"]),
    ]
    shape = ["steps", 2, "rows", network.shape.hidden + _GUARDS]
    outputs = [helper.make_tensor_value_info("encoded", TensorProto.FLOAT, shape)]
    body = helper.make_graph(graph.nodes, "tagger", inputs, outputs, graph.constants)
    model = helper.make_model(body, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=9)
    onnx.checker.check_model(model)
    return _quantize(model)


def _add_table(graph: _Graph, name: str, weight: npt.NDArray[Any]) -> float:
    """Add a table of embeddings in 8 bits with its scale; return the largest value that it can hold."""
    scale = np.float32(max(np.quantile(np.abs(weight), 0.9999), 1e-6) / 127)
    graph.constant(name, np.clip(np.round(weight / scale), -127, 127).astype(np.int8))
    graph.constant(f"{name}_scale", scale)
    graph.constant(f"{name}_zero", np.array(0, dtype=np.int8))  # without it onnxruntime takes the bytes as unsigned
    return 127 * float(scale)


def _look_up(graph: _Graph, name: str, column: int) -> str:
    """Add the look-up of one column in a table; return the embeddings, time × rows × width."""
    chosen = graph.node("Gather", ["ids", graph.constant(f"column{column}", np.array(column))], f"ids{column}", axis=2)
    found = graph.node("Gather", [name, chosen], f"found{column}", axis=0)
    return graph.node("DequantizeLinear", [found, f"{name}_scale", f"{name}_zero"], f"value{column}")


def _sum_up(graph: _Graph, name: str, columns: Sequence[int]) -> str:
    """Add the look-up of several columns and their sum."""
    first, second, third = (_look_up(graph, name, column) for column in columns)
    both = graph.node("Add", [first, second], f"both{columns[0]}")
    return graph.node("Add", [both, third], f"sum{columns[0]}")


def _mix(graph: _Graph, value: str, bound: float, network: Network) -> str:
    """Add the layer that mixes, in whole numbers: inputs in 8 bits between minus and plus ``bound``.

    One output more than the network has stands at ``MOST``, the bound of all.
    """
    weight = np.pad(network.mix.weight.detach().numpy(), ((0, 1), (0, 0)))
    bias = np.append(network.mix.bias.detach().numpy(), np.float32(MOST))
    scale, entry = np.float32(max(np.abs(weight).max(), 1e-6) / 127), np.float32(bound / 127)
    zeros = [graph.constant("entry_zero", np.array(128, np.uint8)), graph.constant("mix_zero", np.array(0, np.int8))]
    quantized = graph.constant("mix_quantized", np.round(weight.T / scale).astype(np.int8))
    scales = [graph.constant("entry_scale", entry), graph.constant("mix_scale", scale)]
    value = graph.node("QuantizeLinear", [value, scales[0], zeros[0]], "entry")
    value = graph.node("MatMulInteger", [value, quantized, *zeros], "mixed0")
    value = graph.node("Cast", [value], "mixed1", to=TensorProto.FLOAT)
    value = graph.node("Mul", [value, graph.node("Mul", scales, "mix_scales")], "mixed2")
    return graph.node("Add", [value, graph.constant("mix_bias", bias)], "mixed3")


def _add_lstm(graph: _Graph, layer: Any, value: str) -> None:
    """Add an LSTM each way, with the output ``encoded``; ONNX wants its gates in the order i o f c."""
    width = layer.width

    def widen(part: npt.NDArray[Any], *axes: int) -> npt.NDArray[Any]:
        """Return what each way has by gate, in ONNX's order, with room for the guards along these axes."""
        gates = part.reshape(2, 4, width, *part.shape[2:])[:, [0, 3, 1, 2]]
        room = [(0, _GUARDS if axis == 2 else 1 if axis in axes else 0) for axis in range(gates.ndim)]
        return np.pad(gates, room)

    enter = widen(layer.enter.weight.detach().numpy().reshape(2, 4 * width, -1), 3)
    bias = widen(layer.enter.bias.detach().numpy().reshape(2, 4 * width))
    carry = np.pad(widen(layer.weights.detach().numpy()), ((0, 0), (0, 0), (0, 0), (0, _GUARDS)))
    bias[:, :, width:] = _OPEN
    bias[:, 3, width + 1] = -_OPEN  # the one climbs a whole step each time, the other falls
    size = 4 * (width + _GUARDS)
    bias = bias.reshape(2, size)
    names = [
        graph.constant("enter", enter.reshape(2, size, -1)),
        graph.constant("carry", carry.reshape(2, size, -1)),
        graph.constant("gate_bias", np.concatenate([bias, np.zeros_like(bias)], axis=1)),
    ]
    graph.node("LSTM", [value, *names, "lengths"], "encoded", direction="bidirectional", hidden_size=width + _GUARDS)


def _quantize(model: Any) -> bytes:
    """Return the model with the LSTM's matrices in 8 bits; what it reads is quantized as it comes."""
    quiet = logging.getLogger()
    level = quiet.level
    quiet.setLevel(logging.ERROR)  # it would advise what does not concern this graph
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "network.onnx"
        try:
            quantize_dynamic(model, target, weight_type=QuantType.QInt8, op_types_to_quantize=["LSTM"])
        finally:
            quiet.setLevel(level)
        return target.read_bytes()
