"""Annotated text of several makers, in one shape.

Enters: files of BIO or BMES (a character and its tag a line), CLUENER's JSON lines, or unionie's own corpora.
Leaves: ``Sample``s, texts folded as the tagger reads them. Next: ``labels`` says what each source's labels teach.
"""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from unionie.clean import clean_text
from unionie.clean.characters import fold_characters
from unionie.clean.punctuation import fold_punctuation
from unionie.corpora import GoldReport, load_gold
from unionie.errors import InputError
from unionie.train.score import Annotation

__all__ = ["Annotation", "Sample", "fold_text", "read_lines", "read_reports", "read_samples", "report_sample"]


class Sample(NamedTuple):
    """A text and what is marked in it, sorted and disjoint; ``known`` are the labels that are marked, None: all."""

    text: str
    spans: tuple[Annotation, ...]
    known: frozenset[str] | None = None


def read_samples(path: Path) -> list[Sample]:
    """Return the samples of a file or folder; the suffix tells the format.

    ``.json``/``.json.xz``: CLUENER; ``.jsonl`` or a folder: unionie's corpora; else a character and its tag a line.
    Raises InputError where the file is missing or is none of these.
    """
    if not path.exists():
        raise InputError(f"{path}: no such file or folder of training data")
    if path.is_dir() or path.suffix == ".jsonl":
        return read_reports(load_gold(path))
    if ".json" in path.name:
        return [_from_json(line, path) for line in read_lines(path) if line.strip()]
    return list(_read_tagged(path))


def read_reports(reports: Iterable[GoldReport]) -> list[Sample]:
    """Return the samples of annotated reports, one a report."""
    return [report_sample(report) for report in reports]


def report_sample(report: GoldReport) -> Sample:
    """Return the clean text of an annotated report with its entities on it."""
    clean = clean_text(report.text)
    offsets = np.frombuffer(clean.offsets, dtype=f"u{clean.offsets.itemsize}")
    spans = []
    for entity in report.entities:
        start, end = np.searchsorted(offsets, [entity.start, entity.end]).tolist()
        if start < end:
            spans.append(Annotation(start, end, entity.label, entity.optional))
    return Sample(clean.text, _disjoint(spans), report.labels)


def _disjoint(spans: Iterable[Annotation]) -> tuple[Annotation, ...]:
    kept: list[Annotation] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)


def fold_text(text: str) -> str:
    """Return ``text`` with widths and marks as in clean text, as long as before."""
    return fold_punctuation(fold_characters(text)).replace("\n", " ")


def read_lines(path: Path) -> Iterator[str]:
    """Yield the lines of a text file, plain or .xz, without their ends."""
    try:
        data = lzma.decompress(path.read_bytes()) if path.suffix == ".xz" else path.read_bytes()
        text = data.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError, lzma.LZMAError) as error:
        raise InputError(f"{path}: {error}") from error
    for line in text.split("\n"):
        yield line.rstrip("\r")


def _from_json(line: str, path: Path) -> Sample:
    try:
        row = json.loads(line)
        text = fold_text(row["text"])
        spans = [
            Annotation(start, last + 1, label)
            for label, names in row.get("label", {}).items()
            for places in names.values()
            for start, last in places
        ]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{path}: a line that is no sample of CLUENER: {line[:60]!r}") from error
    return Sample(text, _disjoint(spans))


def _read_tagged(path: Path) -> Iterator[Sample]:
    chars: list[str] = []
    tags: list[str] = []
    for line in (*read_lines(path), ""):
        if line.strip():
            char, separator, tag = line.rpartition("\t" if "\t" in line else " ")
            if not separator:
                raise InputError(f"{path}: the line {line!r} is no character and tag")
            chars.append(char[:1] or " ")
            tags.append(tag)
        elif chars:
            yield Sample(fold_text("".join(chars)), tuple(_spans(tags)))
            chars, tags = [], []


def _spans(tags: Sequence[str]) -> Iterator[Annotation]:
    """Yield the spans of BIO, BMES or BIOES tags; an I that nothing opened opens one."""
    start, opened = 0, ""
    for index, tag in enumerate((*tags, "O")):
        place, _, label = tag.partition("-")
        if opened and (place in {"B", "O", "S"} or label != opened):
            yield Annotation(start, index, opened)
            opened = ""
        if label and not opened:
            start, opened = index, label
