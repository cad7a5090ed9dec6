"""How fast the tagger is: beside jieba's tags and an untrained spaCy net on the same text, in one run.

Enters: reports. Leaves: a table or JSON on standard output. Next: the figures of the model card.

Times are CPU seconds of one core, text to spans; contenders take turns within each round, and the medians count.
"""

from __future__ import annotations

import json as json_format
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import jieba
import jieba.posseg
import spacy
from spacy.language import Language

from unionie.errors import InputError
from unionie.io.read import read
from unionie.tag.learned.tagger import Tagger, packaged_model

__all__ = ["run_tagger"]

_LEAST_CHARACTERS = 60_000  # a pool of windows


def run_tagger(path: Path, *, json: bool = False, rounds: int = 5) -> int:
    """Measure on the reports at ``path``, write a table (or JSON), and return the exit code 0."""
    if rounds < 1:
        raise InputError(f"rounds is a number from 1, not {rounds}")
    texts = [report.text for report in read(path) if report.text]
    if not texts:
        raise InputError(f"{path}: no reports to time there")
    texts *= 1 + _LEAST_CHARACTERS // sum(map(len, texts))
    rates = _measure(texts, rounds)
    if json:
        sys.stdout.write(json_format.dumps({"characters_per_second": rates}, indent=1) + "\n")
    else:
        sys.stdout.writelines(f"{name:34}{rate:10,} characters a second\n" for name, rate in rates.items())
    return 0


def _measure(texts: list[str], rounds: int) -> dict[str, int]:
    jieba.setLogLevel(60)
    tagger, net = Tagger(packaged_model()), _untrained_net()
    contenders: dict[str, Callable[[], object]] = {
        "tagger, many reports at once": lambda: tagger.find_all(texts),
        "tagger, one report at a time": lambda: [tagger.find(text) for text in texts],
        "jieba.posseg": lambda: [list(jieba.posseg.cut(text)) for text in texts],
        "spaCy tok2vec + ner, width 96": lambda: list(net.pipe(texts)),
    }
    seconds: dict[str, list[float]] = {name: [] for name in contenders}
    for number in range(rounds + 1):  # the first warms caches up and does not count
        for name, work in contenders.items():
            start = time.process_time()
            work()
            if number:
                seconds[name].append(time.process_time() - start)
    size = sum(map(len, texts))
    return {name: round(size / statistics.median(times)) for name, times in seconds.items()}


def _untrained_net() -> Language:
    """Return spaCy's own recipe for names, by characters, with random weights: as fast as a trained one."""
    nlp = spacy.blank("zh")
    nlp.add_pipe("tok2vec")  # its default: four layers of width 96
    ner = nlp.add_pipe(
        "ner", config={"model": {"tok2vec": {"@architectures": "spacy.Tok2VecListener.v1", "width": 96}}}
    )
    ner.add_label("ORG")  # type: ignore[attr-defined]
    nlp.initialize()
    return nlp
