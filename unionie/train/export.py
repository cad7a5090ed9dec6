"""Write a trained network as a model folder that needs no torch: tables in 8 bits, an ONNX graph, chains of heads.

Enters: a ``Network``, its vocabulary. Leaves: the files of ``unionie.tag.learned.folder``.

The graph is built by hand, node by node: it is short, and so every table and gate is where the reader expects it.
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
from unionie.train.network import Network

__all__ = ["build_graph", "export"]

_OPSET = 17


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
            weight,
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


def build_graph(network: Network, *, quantized: bool = True) -> bytes:
    """Return the network from features to the encoder's output, time × ways × rows × width, as a serialized model."""
    graph = _Graph()
    tables = {
        "char": network.char.weight.detach().numpy(),
        "ngram": network.whole_ngrams().detach().numpy(),
        "word_shape": network.word_shape.weight.detach().numpy(),
    }
    for name, weight in tables.items():
        _add_table(graph, name, weight)
    columns = {name: place for place, name in enumerate(COLUMNS)}
    parts = [
        _look_up(graph, "char", columns["char"]),
        *(_look_up(graph, "ngram", columns[name]) for name in ("pair_on", "pair_off")),
        *(_sum_up(graph, "ngram", [columns[f"{side}{length}"] for length in (3, 4, 5)]) for side in ("on", "off")),
        _look_up(graph, "ngram", columns["word"]),
        _look_up(graph, "word_shape", columns["shape"]),
    ]
    value = graph.node("Concat", parts, "embedded", axis=2)
    value = graph.node("MatMul", [value, _matrix(graph, "mix", network.mix.weight)], "mixed0")
    value = graph.node("Add", [value, _matrix(graph, "mix_bias", network.mix.bias)], "mixed1")
    _add_lstm(graph, network.encoder, graph.node("Relu", [value], "mixed"))
    inputs = [
        helper.make_tensor_value_info("ids", TensorProto.INT32, ["steps", "rows", len(COLUMNS)]),
        helper.make_tensor_value_info("lengths", TensorProto.INT32, ["rows"]),
    ]
    shape = ["steps", 2, "rows", network.shape.hidden]
    outputs = [helper.make_tensor_value_info("encoded", TensorProto.FLOAT, shape)]
    body = helper.make_graph(graph.nodes, "tagger", inputs, outputs, graph.constants)
    model = helper.make_model(body, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=9)
    onnx.checker.check_model(model)
    return _quantize(model) if quantized else model.SerializeToString()


def _add_table(graph: _Graph, name: str, weight: npt.NDArray[Any]) -> None:
    """Add a table of embeddings in 8 bits with its scale."""
    scale = np.float32(max(np.quantile(np.abs(weight), 0.9999), 1e-6) / 127)
    graph.constant(name, np.clip(np.round(weight / scale), -127, 127).astype(np.int8))
    graph.constant(f"{name}_scale", scale)
    graph.constant(f"{name}_zero", np.array(0, dtype=np.int8))  # without it onnxruntime takes the bytes as unsigned


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


def _matrix(graph: _Graph, name: str, weight: Any) -> str:
    value = weight.detach().numpy()
    return graph.constant(name, value.T if value.ndim > 1 else value)


def _add_lstm(graph: _Graph, layer: Any, value: str) -> None:
    """Add an LSTM each way, with the output ``encoded``; ONNX wants its gates in the order i o f c."""
    width = layer.width
    order = np.concatenate([np.arange(width) + part * width for part in (0, 3, 1, 2)])
    enter = layer.enter.weight.detach().numpy().reshape(2, 4 * width, -1)[:, order]
    bias = layer.enter.bias.detach().numpy().reshape(2, 4 * width)[:, order]
    names = [
        graph.constant("enter", enter),
        graph.constant("carry", layer.weights.detach().numpy()[:, order]),
        graph.constant("gate_bias", np.concatenate([bias, np.zeros_like(bias)], axis=1)),
    ]
    graph.node("LSTM", [value, *names, "lengths"], "encoded", direction="bidirectional", hidden_size=width)


def _quantize(model: Any) -> bytes:
    """Return the model with its matrices in 8 bits; activations are quantized as they come."""
    quiet = logging.getLogger()
    level = quiet.level
    quiet.setLevel(logging.ERROR)  # it would advise what does not concern this graph
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "network.onnx"
        try:
            quantize_dynamic(model, target, weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul", "LSTM"])
        finally:
            quiet.setLevel(level)
        return target.read_bytes()
