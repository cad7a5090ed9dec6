"""How fast, how big: the pipeline side by side with ``jieba.lcut`` on the same text, in one run.

Enters: reports. Leaves: a table or JSON on standard output. Next: the README's figures.

Times are CPU seconds of one core; contenders take turns within each round, and the medians over the rounds count:
trust ratios more than rates. The rule pipeline is every step but the learned tagger. Import times and peak memory are
those of fresh processes, memory without torch, which spaCy imports where it is installed. The evidence page is timed
beyond extraction: for one report (the slowest) and for a run of 500 (the reports over and over). Words
are those of jieba where no number, name or broken line says otherwise: the figure tells how many.
"""

from __future__ import annotations

import json as json_format
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from functools import partial
from itertools import accumulate, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jieba
from rich.console import Console
from rich.table import Table

from unionie.errors import InputError
from unionie.io.read import read
from unionie.pipeline import extract, load, process
from unionie.values import find_numbers, find_quantities, find_times
from unionie.view.page import render_page

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["measure", "run"]

_TAGGER = "unionie_tagger"
_LEAST_CHARACTERS = 20_000  # a round on less would measure the clock
_TENFOLD = 10
_RUN = 500  # reports in the run whose evidence page is timed

_IMPORT = "import time; t = time.perf_counter(); import {}; print(time.perf_counter() - t)"
_MEMORY = """
import resource, sys, unionie
from unionie.run.lean import leave_out
leave_out("torch")
for text in sys.stdin.buffer.read().decode("utf-8").split("\\0"):
    unionie.extract(text)
if sys.platform == "linux":  # where ru_maxrss of a process is at least that of the one that started it
    with open("/proc/self/status") as file:
        print(1024 * next(int(line.split()[1]) for line in file if line.startswith("VmHWM")))
else:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(peak * (1 if sys.platform == "darwin" else 1024))
"""


def run(path: Path, *, json: bool = False, rounds: int = 5) -> int:
    """Measure on the reports at ``path``, write a table (or JSON), and return the exit code 0."""
    if rounds < 1:
        raise InputError(f"rounds is a number from 1, not {rounds}")
    texts = [report.text for report in read(path) if report.text]
    if not texts:
        raise InputError(f"{path}: no reports to time there")
    figures = measure(texts, rounds=rounds)
    if json:
        sys.stdout.write(json_format.dumps(figures, indent=1) + "\n")
    else:
        _print(figures)
    return 0


def measure(texts: list[str], *, rounds: int = 5) -> dict[str, Any]:
    """Return the figures: rates in characters a CPU second, ratios, seconds, bytes."""
    jieba.setLogLevel(60)
    repeat = 1 + _LEAST_CHARACTERS // sum(map(len, texts))
    texts = texts * repeat
    long = "\n".join(texts)
    short = long[: len(long) // _TENFOLD]
    rules = _without_tagger()
    contenders: dict[str, Callable[[], object]] = {
        "extract": lambda: [extract(text) for text in texts],
        "rule pipeline": lambda: [rules(text) for text in texts],
        "jieba.lcut": lambda: [jieba.lcut(text) for text in texts],
        "find_numbers": lambda: [find_numbers(text) for text in texts],
        "find_quantities": lambda: [find_quantities(text) for text in texts],
        "find_times": lambda: [find_times(text) for text in texts],
        "extract one short text": lambda: extract(short),
        "extract ten times as long": lambda: extract(long),
        "rule pipeline as one text": lambda: rules(long),
        "jieba.lcut as one text": lambda: jieba.lcut(long),
        "tagger alone": _tagger_alone(texts),
    }
    seconds = _time_in_turns(contenders, rounds)
    characters = sum(map(len, texts))
    names = ("extract", "rule pipeline", "jieba.lcut", "find_numbers", "find_quantities", "find_times")
    growth = (seconds["extract ten times as long"] / len(long)) / (seconds["extract one short text"] / len(short))
    pages = _measure_pages(texts, rounds)
    imports = {name: _time_import(name, rounds) for name in ("unionie", "spacy")}
    return {
        "characters": characters,
        "rounds": rounds,
        "characters_per_second": {name: round(characters / seconds[name]) for name in names},
        "extract_to_jieba": round(seconds["extract"] / seconds["jieba.lcut"], 2),
        "rules_to_jieba": round(seconds["rule pipeline"] / seconds["jieba.lcut"], 2),
        "rules_to_jieba_as_one": round(seconds["rule pipeline as one text"] / seconds["jieba.lcut as one text"], 2),
        "extract_to_tagger": round(seconds["extract"] / seconds["tagger alone"], 2),
        "words_as_jieba_f1": round(_agree_with_jieba(dict.fromkeys(texts)), 4),
        "time_for_ten_times_the_text": round(_TENFOLD * growth, 2),
        **pages,
        "import_seconds": {name: round(value, 3) for name, value in imports.items()},
        "peak_memory_bytes": _measure_memory(texts),
    }


def _agree_with_jieba(texts: Iterable[str]) -> float:
    """Return the F1 of our words against those of ``jieba.lcut``; white space is no word."""
    shared = ours = theirs = 0
    for text in texts:
        mine = {(token.idx, token.idx + len(token)) for token in process(text) if not token.is_space}
        ends = list(accumulate(map(len, jieba.lcut(text)), initial=0))
        other = {(start, end) for start, end in pairwise(ends) if text[start:end].strip()}
        shared, ours, theirs = shared + len(mine & other), ours + len(mine), theirs + len(other)
    return 2 * shared / max(1, ours + theirs)


def _without_tagger() -> Language:
    """Return the pipeline of rules: every step but the learned tagger."""
    nlp = load()
    nlp.disable_pipe(_TAGGER)
    return nlp


def _tagger_alone(texts: list[str]) -> Callable[[], object]:
    """Return what tags the texts again, whose Docs the steps before the tagger have been through."""
    nlp = load()
    docs = [nlp(text, disable=nlp.pipe_names[nlp.pipe_names.index(_TAGGER) :]) for text in texts]
    tagger = nlp.get_pipe(_TAGGER)
    return lambda: [tagger(doc) for doc in docs]


def _time_in_turns(contenders: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Return the median CPU seconds of each, after one round that warms caches up and does not count."""
    seconds: dict[str, list[float]] = {name: [] for name in contenders}
    for number in range(rounds + 1):
        for name, work in contenders.items():
            start = time.process_time()
            work()
            if number:
                seconds[name].append(time.process_time() - start)
    return {name: statistics.median(times) for name, times in seconds.items()}


def _measure_pages(texts: list[str], rounds: int) -> dict[str, float]:
    extractions = [extract(text) for text in dict.fromkeys(texts)]
    run = [extractions[number % len(extractions)] for number in range(_RUN)]
    pages = {str(number): partial(render_page, [extraction]) for number, extraction in enumerate(extractions)}
    slowest = max(_time_in_turns({**pages}, rounds).values())
    seconds = _time_in_turns({"run": partial(render_page, run)}, rounds)["run"]
    size = len(render_page(run).encode("utf-8", "surrogatepass"))
    return {"page_seconds": round(slowest, 4), "run_page_seconds": round(seconds, 2), "run_page_bytes": size}


def _time_import(module: str, rounds: int) -> float:
    return statistics.median(float(_run_python(_IMPORT.format(module))) for _ in range(rounds))


def _measure_memory(texts: list[str]) -> int | None:
    if sys.platform == "win32":  # it has no such count
        return None
    return int(_run_python(_MEMORY, "\0".join(texts)))


def _run_python(code: str, given: str = "") -> str:
    command = [sys.executable, "-W", "ignore", "-c", code]
    return subprocess.run(command, input=given.encode(), capture_output=True, check=True).stdout.decode()  # noqa: S603  our own code


def _print(figures: dict[str, Any]) -> None:
    table = Table(box=None, header_style="bold dim", padding=(0, 2))
    table.add_column("What")
    table.add_column("Figure", justify="right")
    table.add_row("characters timed", f"{figures['characters']:,}")
    for name, rate in figures["characters_per_second"].items():
        table.add_row(f"{name}, characters a second", f"{rate:,}")
    table.add_row("extract : jieba.lcut, time", f"{figures['extract_to_jieba']:.2f}")
    table.add_row("rule pipeline : jieba.lcut, time", f"{figures['rules_to_jieba']:.2f}")
    table.add_row("the same, all reports as one text", f"{figures['rules_to_jieba_as_one']:.2f}")
    table.add_row("extract : its tagger alone, time", f"{figures['extract_to_tagger']:.2f}")
    table.add_row("words as jieba.lcut cuts them, F1", f"{figures['words_as_jieba_f1']:.3f}")
    table.add_row("ten times the text, times the time", f"{figures['time_for_ten_times_the_text']:.2f}")
    table.add_row("evidence page of one report at most, seconds", f"{figures['page_seconds']:.3f}")
    table.add_row(f"evidence page of {_RUN} reports, seconds", f"{figures['run_page_seconds']:.2f}")
    table.add_row(f"evidence page of {_RUN} reports, MB", f"{figures['run_page_bytes'] / 1e6:.1f}")
    for name, seconds in figures["import_seconds"].items():
        table.add_row(f"import {name}, seconds", f"{seconds:.3f}")
    peak = figures["peak_memory_bytes"]
    table.add_row("peak memory, MB", "unknown" if peak is None else f"{peak / 1e6:,.0f}")
    Console(highlight=False).print(table)
