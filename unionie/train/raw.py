"""Plain text to learn from, without marks: news, laws, reports.

Enters: files (.txt, .md, .csv, .json lines; plain, .xz, or members of a .tar.xz) and folders of them.
Leaves: paragraphs, folded, each once. Next: ``vocabulary`` counts in them, ``pretrain`` and ``teach`` read them.
"""

from __future__ import annotations

import csv
import io
import json
import lzma
import re
import tarfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from unionie.errors import InputError
from unionie.io.decode import decode
from unionie.train.sources import fold_text

__all__ = ["read_paragraphs"]

_TAG = re.compile(r"<!--.*?-->|</?[a-zA-Z][^<>]*>|[*#`]{2,}|^#+ |&nbsp;")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_LEAST_HAN = 8
_LONGEST = 2000
_NAMES = frozenset({".txt", ".md", ".csv", ".json", ".jsonl"})


def read_paragraphs(paths: Iterable[Path], limit: int | None = None) -> Iterator[str]:
    """Yield the paragraphs of all files, folded, each different one once, up to ``limit`` characters in all."""
    seen: set[int] = set()
    count = 0
    for path in paths:
        for text in _read_texts(path):
            for line in re.split(r"[\r\n]+", text):
                paragraph = fold_text(_TAG.sub("", line).strip())[:_LONGEST]
                mark = hash(paragraph)
                if mark in seen or len(_HAN.findall(paragraph)) < _LEAST_HAN:
                    continue
                seen.add(mark)
                count += len(paragraph)
                if limit is not None and count > limit:
                    return
                yield paragraph


def _read_texts(path: Path) -> Iterator[str]:
    if path.is_dir():
        for inner in sorted(path.rglob("*")):
            if inner.is_file() and (inner.suffix in _NAMES or inner.suffix == ".xz") and inner.name != "README.md":
                yield from _read_texts(inner)
    elif not path.exists():
        raise InputError(f"{path}: no such file or folder of raw text")
    elif path.name.endswith((".tar.xz", ".tar.gz", ".tar")):
        with tarfile.open(path) as archive:
            for member in archive:
                if member.isfile() and Path(member.name).suffix in _NAMES and (file := archive.extractfile(member)):
                    yield from _parse(member.name, file.read())
    else:
        data = path.read_bytes()
        name = path.name
        if path.suffix == ".xz":
            data, name = lzma.decompress(data), path.stem
        yield from _parse(name, data)


def _parse(name: str, data: bytes) -> Iterator[str]:
    text, _ = decode(data)
    suffix = Path(name).suffix
    if suffix == ".csv":
        csv.field_size_limit(10**9)
        for row in csv.reader(io.StringIO(text)):
            yield from row
    elif suffix in {".json", ".jsonl"}:
        for line in text.split("\n"):
            if line.strip():
                yield from _strings(json.loads(line))
    else:
        yield text


def _strings(value: Any) -> Iterator[str]:
    """Yield the strings inside a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _strings(item)
