"""A model's folder: its files read and checked.

Enters: the path of a folder, or its files as bytes. Leaves: ``Parts``. Next: ``tagger`` runs them; ``unionie.train``
writes them by ``pack``.

``config.json`` says what the model is; ``tables.npz`` holds its vocabulary as hashes and the chains of its heads;
``network.onnx`` is the net. Numbers in the config tell whether the three belong together.
"""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from unionie.errors import UnionieError
from unionie.tag.learned.chain import Chain, link_mask
from unionie.tag.learned.features import COLUMNS, WORD_SHAPES, Vocabulary
from unionie.tag.learned.ngrams import list_shares, read_table

__all__ = ["FILES", "FORMAT", "Head", "Parts", "pack", "read_folder", "read_parts"]

FORMAT = 2
FILES = ("config.json", "tables.npz", "network.onnx")
_FORBIDDEN = -1e4


class Head(NamedTuple):
    """The tags of one convention: weights from the encoder's output (ways × width × tags), chain, calibration.

    ``calibration``: slope and shift of log-odds by label, labels × 2; what was learned says too often that it is sure.
    """

    weight: npt.NDArray[np.float32]
    bias: npt.NDArray[np.float32]
    chain: Chain
    calibration: npt.NDArray[np.float32]

    def calibrate(self, probability: npt.NDArray[np.float32], label: npt.NDArray[np.int64]) -> npt.NDArray[np.float32]:
        """Return probabilities of spans of these labels as they turned out on annotated text."""
        chance = np.clip(probability, 1e-6, 1 - 1e-6)
        slope, shift = self.calibration[label].T
        fitted: npt.NDArray[np.float32] = 1 / (1 + np.exp(-slope * np.log(chance / (1 - chance)) - shift))
        return fitted


class Parts(NamedTuple):
    """A model as read: ``files`` are the bytes that it was read from."""

    config: Mapping[str, Any]
    vocabulary: Vocabulary
    heads: Mapping[str, Head]
    network: bytes
    files: Mapping[str, bytes]


def read_folder(folder: Path) -> Parts:
    """Return the model in ``folder``; raise UnionieError, naming the file, where one is missing or broken."""
    files: dict[str, bytes] = {}
    for name in FILES:
        try:
            files[name] = (folder / name).read_bytes()
        except OSError as error:
            raise UnionieError(f"{folder / name}: no tagger can be read there ({error.strerror})") from error
    return read_parts(files, str(folder))


def read_parts(files: Mapping[str, bytes], source: str) -> Parts:
    """Return the model in these files; ``source`` names it in errors."""
    try:
        config = json.loads(files["config.json"])
        _check_config(config)
        with np.load(io.BytesIO(files["tables.npz"]), allow_pickle=False) as tables:
            vocabulary = _read_vocabulary(tables)
            heads = {name: _read_head(name, head, tables) for name, head in config["heads"].items()}
    except UnionieError as error:
        raise UnionieError(f"{source}: {error}") from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        reason = f"no {error}" if isinstance(error, KeyError) else str(error)
        raise UnionieError(f"{source}: not a tagger of unionie, or a broken one ({reason})") from error
    counts = {"chars": int(vocabulary.chars.max()) + 1, "ngrams": int(vocabulary.ngrams.rows.max()) + 1}
    for name, count in counts.items():
        if config["shape"][name] != count:
            raise UnionieError(f"{source}: tables.npz knows {count} {name}, config.json {config['shape'][name]}")
    return Parts(config, vocabulary, heads, files["network.onnx"], dict(files))


def _check_config(config: Mapping[str, Any]) -> None:
    if config.get("format") != FORMAT:
        raise UnionieError(f"config.json has format {config.get('format')!r}; this version of unionie reads {FORMAT}")
    if config["shape"]["shapes"] != WORD_SHAPES or tuple(config["columns"]) != COLUMNS:
        raise UnionieError("config.json names other features than this version of unionie makes")


def _read_vocabulary(tables: Mapping[str, npt.NDArray[Any]]) -> Vocabulary:
    chars = np.full(2**16, 2, dtype=np.uint16)  # 0 is padding, 1 a rare ideograph, 2 any other rare character
    chars[0x3400:0xA000] = 1
    known = tables["chars"]
    chars[known] = np.arange(3, 3 + len(known))
    return Vocabulary(chars, read_table(tables["slots"], tables["shares"]))


def _read_head(name: str, head: Mapping[str, Any], tables: Mapping[str, npt.NDArray[Any]]) -> Head:
    labels = tuple(head["labels"])
    links = tables[f"{name}.links"].astype(np.float32)
    mask = link_mask(labels)
    tags = len(mask)
    weight = tables[f"{name}.weight"].astype(np.float32)  # ways × width × tags
    if links.shape != (tags, tags) or weight.shape[2] != tags:
        raise UnionieError(f"the head {name!r} has {len(labels)} labels in config.json, other tables in tables.npz")
    places = np.arange(tags) - 1
    opens, closes = (places < 0) | np.isin(places % 4, (0, 3)), (places < 0) | np.isin(places % 4, (2, 3))
    chain = Chain(
        labels,
        np.where(mask, links, np.float32(_FORBIDDEN)),
        np.where(opens, tables[f"{name}.first"].astype(np.float32), np.float32(_FORBIDDEN)),
        np.where(closes, tables[f"{name}.last"].astype(np.float32), np.float32(_FORBIDDEN)),
    )
    fitted = head.get("calibration", {})
    calibration = np.array([fitted.get(label, (1.0, 0.0)) for label in labels], dtype=np.float32)
    return Head(weight, tables[f"{name}.bias"].astype(np.float32), chain, calibration)


def pack(
    config: Mapping[str, Any], vocabulary: Vocabulary, heads: Mapping[str, Head], network: bytes
) -> dict[str, bytes]:
    """Return the files of a model."""
    known = np.flatnonzero(vocabulary.chars > 2)
    tables: dict[str, npt.NDArray[Any]] = {
        "chars": known[np.argsort(vocabulary.chars[known])].astype(np.uint16),
        "slots": vocabulary.ngrams.slots,
        "shares": list_shares(vocabulary.ngrams),
    }
    for name, head in heads.items():
        tables |= {f"{name}.weight": head.weight.astype(np.float32), f"{name}.bias": head.bias.astype(np.float32)}
        for part in ("links", "first", "last"):
            tables[f"{name}.{part}"] = getattr(head.chain, part).astype(np.float32)
    held = io.BytesIO()
    np.savez_compressed(held, allow_pickle=False, **tables)
    text = json.dumps(config, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    return {"config.json": text.encode(), "tables.npz": held.getvalue(), "network.onnx": network}
