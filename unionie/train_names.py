"""Train the model of names: ``python -m unionie.train_names --help``.

Enters: annotated texts and a list of names, by path. Leaves: ``config.json``, ``weights.json`` and ``metrics.json``
in a folder (``train``), or what the whole tagger reaches on a tagged file (``score``).
Next: ``unionie.tag.name_model`` reads them; ``MODEL_CARD.md`` beside them says what they are.

Logistic regression over the candidates that ``name_model`` finds in the texts, one indicator a table and key, and
the list of names as four log-ratios (of a character in names against the same place in other candidates). Full
batches, Adam, no chance anywhere: the same data give the same weights. Only keys with enough occurrences get one.
"""

from __future__ import annotations

import argparse
import json
import lzma
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from unionie.clean import clean_text
from unionie.errors import InputError
from unionie.tag.entities import find_entities
from unionie.tag.lexicon import name_parts
from unionie.tag.name_model import TABLES, candidates, features
from unionie.tag.words import cut_words

_NAME_TAGS = frozenset({"PER", "NAME"})
_HALF_WIDTH = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_LISTED = (0, 1, 2, 3)  # the tables that a list of names informs
_SMOOTHING = 1.0
_ROUNDS, _RATE, _DECAY = 300, 0.05, 1.0
Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


class Sentence(NamedTuple):
    """A text and the spans of the people in it."""

    text: str
    names: frozenset[tuple[int, int]]


class Rows(NamedTuple):
    """Candidates of texts: their keys, whether each is a name, and how many names no candidate reaches."""

    keys: list[tuple[str, ...]]
    gold: Floats
    missed: int


def main(argv: Sequence[str] | None = None) -> int:
    """Train and write the model, or score the tagger with the packaged one; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m unionie.train_names", description="The model of names.")
    commands = parser.add_subparsers(dest="command", required=True)
    score_ = commands.add_parser("score", help="PERSON spans of the whole tagger against a tagged file")
    score_.add_argument("tagged", type=Path, help="BIO or BMES, a character and its tag a line; or CLUENER JSON")
    train = commands.add_parser("train", help="make config.json, weights.json and metrics.json")
    train.add_argument("--msra", type=Path, required=True, help="MSRA train, BIO; its last tenth is kept for choices")
    train.add_argument("--tagged", type=Path, nargs="*", default=[], help="more tagged text, like that of score")
    train.add_argument("--plain", type=Path, nargs="*", default=[], help="text that names no one but --known")
    train.add_argument("--known", nargs="*", default=[], help="names to leave out of --plain")
    train.add_argument("--names", type=Path, required=True, help="full names, one a line")
    train.add_argument("--precision", type=float, default=0.97, help="the threshold's precision on the kept part")
    train.add_argument("--least", type=int, default=20, help="occurrences a key must have")
    train.add_argument("--out", type=Path, required=True, help="folder of the model")
    args = parser.parse_args(argv)
    figures = score_tagger(read_tagged(args.tagged)) if args.command == "score" else _train(args)
    sys.stdout.write(json.dumps(figures, ensure_ascii=False) + "\n")
    return 0


def _train(args: argparse.Namespace) -> dict[str, float]:
    msra = read_tagged(args.msra)
    cut = len(msra) * 9 // 10
    train = msra[:cut] + [sentence for path in args.tagged for sentence in read_tagged(path)]
    rows, kept = collect(train), collect(msra[cut:])
    plain = [keys for path in args.plain for keys in _plain_keys(path, frozenset(args.known))]
    rows = Rows(rows.keys + plain, np.concatenate([rows.gold, np.zeros(len(plain))]), rows.missed)
    tables, bias = fit(rows, count_names(read_lines(args.names)), args.least)
    rounded = [{key: round(weight * 100) for key, weight in table.items() if round(weight * 100)} for table in tables]
    scores = score(rounded, bias, kept.keys)
    threshold = choose(scores, kept.gold, args.precision)
    metrics: dict[str, dict[str, float]] = {
        "train": {**_describe(rows)},
        "kept": {**_describe(kept), **measure(scores, kept, threshold)},
    }
    args.out.mkdir(parents=True, exist_ok=True)
    config = {"name": "names", "version": 1, "bias": round(bias, 2), "threshold": threshold, "tables": list(TABLES)}
    _write(args.out / "config.json", config, 2)
    _write(args.out / "weights.json", dict(zip(TABLES, rounded, strict=True)), None)
    _write(args.out / "metrics.json", metrics, 2)
    return metrics["kept"]


def score_tagger(sentences: Sequence[Sentence]) -> dict[str, float]:
    """Return precision, recall and F1 of the PERSON mentions of the whole tagger, spans exact."""
    right = found = names = 0
    for sentence in sentences:
        clean = clean_text(sentence.text)
        spans = [clean.span(m.start, m.end) for m in find_entities(clean) if m.label == "PERSON"]
        found += len(spans)
        right += sum((span.start, span.end) in sentence.names for span in spans)
        names += len(sentence.names)
    precision, recall = right / max(1, found), right / max(1, names)
    f1 = 2 * right / max(1, found + names)
    return {
        "names": names,
        "found": found,
        "precision": round(precision, 3),
        "recall": round(recall, 3),
        "f1": round(f1, 3),
    }


def _write(path: Path, content: dict[str, Any], indent: int | None) -> None:
    separators = (",", ":") if indent is None else None
    text = json.dumps(content, ensure_ascii=False, indent=indent, separators=separators, sort_keys=indent is None)
    path.write_text(text + "\n", "utf-8")


def read_lines(path: Path) -> Iterator[str]:
    """Yield the lines of a text file, plain or .xz, without their ends."""
    data = lzma.decompress(path.read_bytes()) if path.suffix == ".xz" else path.read_bytes()
    for line in data.decode("utf-8").split("\n"):
        yield line.rstrip("\r")


def read_tagged(path: Path) -> list[Sentence]:
    """Return the sentences of a file of BIO or BMES (a character and its tag a line) or of CLUENER's JSON lines."""
    if ".json" in path.name:
        return [_from_json(json.loads(line)) for line in read_lines(path) if line]
    sentences, chars, tags = [], [], []
    for line in (*read_lines(path), ""):
        if line.strip():
            char, separator, tag = line.rpartition("\t" if "\t" in line else " ")
            if not separator:
                raise InputError(f"{path} holds the line {line!r}, which is no character and tag")
            chars.append(char[:1] or " ")
            tags.append(tag)
        elif chars:
            sentences.append(Sentence("".join(chars).translate(_HALF_WIDTH), frozenset(_spans(tags))))
            chars, tags = [], []
    return sentences


def _from_json(row: dict[str, Any]) -> Sentence:
    places = row["label"].get("name", {}).values()
    names = frozenset((start, last + 1) for spans in places for start, last in spans)
    return Sentence(row["text"].translate(_HALF_WIDTH), names)


def _spans(tags: Sequence[str]) -> Iterator[tuple[int, int]]:
    start = None
    for index, tag in enumerate((*tags, "O")):
        place, _, label = tag.partition("-")
        if start is not None and (place in {"B", "O", "S"} or label not in _NAME_TAGS):
            yield start, index
            start = None
        if label in _NAME_TAGS and start is None:
            start = index


def collect(sentences: Sequence[Sentence]) -> Rows:
    """Return the candidates of the sentences, but unmarked ones spelled like a marked name of the same sentence."""
    keys: list[tuple[str, ...]] = []
    gold: list[bool] = []
    for sentence in sentences:
        words = cut_words(sentence.text)
        spelled = {sentence.text[start:end] for start, end in sentence.names}
        for index, family, end in candidates(words):
            start = words.starts[index]
            marked = (start, end) in sentence.names
            if marked or sentence.text[start:end] not in spelled:
                keys.append(features(words, index, family, end))
                gold.append(marked)
    total = sum(len(sentence.names) for sentence in sentences)
    return Rows(keys, np.array(gold, dtype=np.float64), total - sum(gold))


def _plain_keys(path: Path, known: frozenset[str]) -> Iterator[tuple[str, ...]]:
    words = cut_words("\n".join(read_lines(path)).translate(_HALF_WIDTH))
    for index, family, end in candidates(words):
        behind_post = words.kinds[index - 1] in "TWY"
        if not behind_post and not any(words.text.startswith(name, words.starts[index]) for name in known):
            yield features(words, index, family, end)


def count_names(names: Iterable[str]) -> list[Counter[str]]:
    """Return how often each key of the first four tables stands in a list of full names."""
    parts = name_parts()
    counts: list[Counter[str]] = [Counter() for _ in _LISTED]
    for name in filter(None, names):
        family = 2 if name[:2] in parts.compounds and len(name) > 2 else 1
        given = name[family:]
        counts[0][name[0] if family == 1 else "复"] += 1
        if len(given) == 1:
            counts[1][given] += 1
        elif len(given) == 2:
            counts[2][given[0]] += 1
            counts[3][given[1]] += 1
    return counts


def fit(rows: Rows, listed: Sequence[Counter[str]], least: int) -> tuple[list[dict[str, float]], float]:
    """Return the weights of each table and the bias."""
    index: list[dict[str, int]] = []
    size = 1  # column 0 is for keys without weight
    for place in range(len(TABLES)):
        counts = Counter(keys[place] for keys in rows.keys)
        common = sorted(key for key, count in counts.items() if key and count >= least)
        index.append({key: size + number for number, key in enumerate(common)})
        size += len(common)
    columns: Ints = np.array(
        [[table.get(key, 0) for table, key in zip(index, keys, strict=True)] for keys in rows.keys], dtype=np.int64
    )
    ratios = [_ratios(rows, place, listed[place], least) for place in _LISTED]
    dense: Floats = np.array([[ratios[place].get(keys[place], 0.0) for place in _LISTED] for keys in rows.keys])
    weights, slopes, bias = _descend(columns, dense, rows.gold, size)
    tables = [{key: float(weights[column]) for key, column in table.items()} for table in index]
    for place in _LISTED:
        for key, ratio in ratios[place].items():
            tables[place][key] = tables[place].get(key, 0.0) + float(slopes[place]) * ratio
    return tables, bias


def _ratios(rows: Rows, place: int, listed: Counter[str], least: int) -> dict[str, float]:
    """Return for characters of listed names the log of their share in names by that in candidates that are none."""
    other = Counter(keys[place] for keys, name in zip(rows.keys, rows.gold, strict=True) if not name and keys[place])
    inside, outside = sum(listed.values()) + len(listed), sum(other.values()) + len(other)
    return {
        key: float(np.log((count + _SMOOTHING) / inside) - np.log((other[key] + _SMOOTHING) / outside))
        for key, count in sorted(listed.items())
        if count >= least
    }


def _descend(columns: Ints, dense: Floats, gold: Floats, size: int) -> tuple[Floats, Floats, float]:
    """Return weights of columns, of the dense features, and the bias that fit the marks, by Adam with decay."""
    count = dense.shape[1]
    values: Floats = np.zeros(size + count + 1)
    mean, square = np.zeros_like(values), np.zeros_like(values)
    flat = columns.ravel()
    width = columns.shape[1]
    for step in range(1, _ROUNDS + 1):
        logits = values[columns].sum(axis=1) + dense @ values[size:-1] + values[-1]
        error = 1 / (1 + np.exp(-logits)) - gold
        slope = np.zeros_like(values)
        slope[:size] = np.bincount(flat, weights=np.repeat(error, width), minlength=size) + _DECAY * values[:size]
        slope[size:-1] = error @ dense
        slope[-1] = error.sum()
        slope[0] = 0.0
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope**2
        rate = _RATE * min(1.0, 2 * (1 - step / (_ROUNDS + 1)))
        values -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return values[:size], values[size:-1], float(values[-1])


def score(tables: Sequence[dict[str, int]], bias: float, keys: Iterable[tuple[str, ...]]) -> Floats:
    """Return the log-odds of candidates by rounded weights (in hundredths)."""
    return np.array([bias + sum(t.get(k, 0) for t, k in zip(tables, row, strict=True)) / 100 for row in keys])


def choose(scores: Floats, gold: Floats, precision: float) -> float:
    """Return the lowest threshold, in tenths from 0 up, at which so many of the candidates above are names."""
    for tenth in range(100):
        above = gold[scores > tenth / 10]
        if len(above) and above.mean() >= precision:
            return tenth / 10
    raise InputError(f"no threshold reaches precision {precision} on the kept part")


def measure(scores: Floats, rows: Rows, threshold: float) -> dict[str, float]:
    """Return precision and recall of single candidates above the threshold, and of the recall all names count."""
    above = scores > threshold
    right, names = float(rows.gold[above].sum()), float(rows.gold.sum())
    return {
        "threshold": threshold,
        "precision": round(right / max(1.0, float(above.sum())), 3),
        "recall_of_candidates": round(right / names, 3),
        "recall_of_names": round(right / (names + rows.missed), 3),
    }


def _describe(rows: Rows) -> dict[str, int]:
    return {"candidates": len(rows.keys), "names": int(rows.gold.sum()), "names_of_other_form": rows.missed}


if __name__ == "__main__":
    sys.exit(main())
