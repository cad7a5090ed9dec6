"""A model folder back into a network that can learn on: the way back from ``export``.

Enters: the ``Parts`` of a model. Leaves: a ``Network`` with its weights, as exact as 8 bits keep them. Next: ``tune``.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import numpy_helper

from unionie.errors import InputError
from unionie.tag.learned.folder import Parts
from unionie.train.network import Network, Shape
from unionie.train.vocabulary import Lexicon

__all__ = ["restore"]

_GATES = (0, 2, 3, 1)  # ONNX keeps i o f c, the network i f g o


def restore(parts: Parts) -> Network:
    """Return the network of a model; InputError where its graph is not one that unionie made."""
    rows = int(parts.vocabulary.ngrams.rows.max()) + 1
    nothing = Lexicon(parts.vocabulary, np.zeros((1, 1), dtype=np.uint8), np.zeros(rows, dtype=np.int32))
    labels = {name: head.chain.labels for name, head in parts.heads.items()}
    shape = Shape(**{name: value for name, value in parts.config["shape"].items() if name in Shape._fields})
    network = Network(shape, nothing, labels)
    graph = onnx.load_from_string(parts.network).graph
    held = {each.name: numpy_helper.to_array(each) for each in graph.initializer}
    try:
        state = {**network.state_dict(), **_encoder(held, shape), **_heads(parts, shape)}
        network.load_state_dict({name: torch.as_tensor(np.array(value)) for name, value in state.items()})
    except (KeyError, RuntimeError, ValueError) as error:
        raise InputError(f"network.onnx is not one that unionie train wrote ({str(error).splitlines()[0]})") from error
    return network


def _encoder(held: dict[str, Any], shape: Shape) -> dict[str, npt.NDArray[Any]]:
    """Return the weights of everything below the heads, without the guards that ``export`` added."""
    enter, carry = (_gates(_whole(held, name), shape.hidden) for name in ("enter", "carry"))
    bias = held["gate_bias"]
    bias = _gates(bias[:, None, : bias.shape[1] // 2], shape.hidden)
    return {
        "char.weight": held["char"] * held["char_scale"],
        "ngram.weight": held["ngram"] * held["ngram_scale"],
        "word_shape.weight": held["word_shape"] * held["word_shape_scale"],
        "classes.weight": np.zeros((held["ngram"].shape[1], 1), dtype=np.float32),
        "mix.weight": _whole(held, "mix").T[: shape.mixed],
        "mix.bias": held["mix_bias"][: shape.mixed],
        "encoder.enter.weight": enter[..., : shape.mixed].reshape(8 * shape.hidden, -1),
        "encoder.enter.bias": bias.reshape(-1),
        "encoder.weights": carry[..., : shape.hidden],
    }


def _gates(value: npt.NDArray[Any], width: int) -> npt.NDArray[Any]:
    """Return ways × inputs × gates as ways × gates × inputs, the gates in torch's order and ``width`` units of each."""
    ways, inputs, size = value.shape
    gates = value.reshape(ways, inputs, 4, size // 4)[:, :, list(_GATES), :width]
    return gates.reshape(ways, inputs, -1).swapaxes(1, 2)


def _whole(held: dict[str, Any], name: str) -> npt.NDArray[Any]:
    """Return a matrix from its 8 bits: one scale, or one for each direction."""
    scale = held[f"{name}_scale"]
    value = held[f"{name}_quantized"].astype(np.float32)
    return value * scale.reshape(scale.shape + (1,) * (value.ndim - scale.ndim))


def _heads(parts: Parts, shape: Shape) -> dict[str, npt.NDArray[Any]]:
    state: dict[str, npt.NDArray[Any]] = {}
    for name, head in parts.heads.items():
        state |= {
            f"heads.{name}.score.weight": head.weight[:, : shape.hidden].reshape(2 * shape.hidden, -1).T,
            f"heads.{name}.score.bias": head.bias,
            **{
                f"heads.{name}.{part}": np.maximum(getattr(head.chain, part), -100)
                for part in ("links", "first", "last")
            },
        }
    return state
