"""Broken and foreign model folders: one clear line each."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from unionie.errors import UnionieError
from unionie.tag.learned.folder import read_folder
from unionie.tag.learned.tagger import PACKAGED, Tagger, find_model


def _edit_config(folder: Path, change: Callable[[dict[str, object]], object]) -> None:
    config = json.loads((folder / "config.json").read_text("utf-8"))
    change(config)
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")


def _edit_tables(folder: Path, **tables: object) -> None:
    with np.load(folder / "tables.npz") as file:
        held = dict(file) | tables
    target = io.BytesIO()
    np.savez(target, **held)
    (folder / "tables.npz").write_bytes(target.getvalue())


@pytest.mark.parametrize(
    ("harm", "message"),
    [
        (lambda f: (f / "network.onnx").unlink(), "network.onnx: no tagger can be read there"),
        (lambda f: (f / "config.json").write_text("{"), "not a tagger of unionie, or a broken one"),
        (lambda f: (f / "config.json").write_text("[]"), "not a tagger of unionie, or a broken one"),
        (lambda f: (f / "tables.npz").write_bytes(b"PK"), "not a tagger of unionie, or a broken one"),
        (lambda f: _edit_config(f, lambda c: c.update(format=9)), "config.json has format 9; this version of unionie"),
        (lambda f: _edit_config(f, lambda c: c.update(columns=["char"])), "names other features"),
        (lambda f: _edit_config(f, lambda c: c["shape"].update(ngrams=7)), "knows .* ngrams, config.json 7"),
        (lambda f: _edit_tables(f, chars=np.arange(500, 600, dtype=np.uint16)), "knows 103 chars, config.json"),
        (lambda f: _edit_config(f, lambda c: c["heads"]["ours"].update(labels=["ORG"])), "head 'ours' has 1 labels"),
    ],
)
def test_a_folder_that_is_no_model(tmp_path: Path, harm: Callable[[Path], object], message: str) -> None:
    folder = tmp_path / "model"
    shutil.copytree(find_model(PACKAGED), folder)
    harm(folder)
    with pytest.raises(UnionieError, match=message) as caught:
        read_folder(folder)
    assert "\n" not in str(caught.value)


def test_a_network_that_cannot_be_opened(tmp_path: Path) -> None:
    folder = tmp_path / "model"
    shutil.copytree(find_model(PACKAGED), folder)
    (folder / "network.onnx").write_bytes(b"no graph")
    with pytest.raises(UnionieError, match=r"network\.onnx cannot be opened"):
        Tagger.read(folder).find("冀爱国")
