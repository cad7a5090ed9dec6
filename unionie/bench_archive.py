"""How a batch run behaves: memory over many reports, the gain of a second worker, the time to start.

Enters: reports to vary. Leaves: figures as a table or JSON on standard output. Next: the README's figures, and the plan
in CONTRIBUTING.

The reports timed are short pieces of those given with other digits and names, so that no cache meets the same text
again. Memory is what the worker process holds, sampled as reports are finished; the slope is fitted over the second
half, when everything is loaded. Times are wall time: measure on an idle machine.
"""

from __future__ import annotations

import json as json_format
import os
import random
import re
import statistics
import sys
import tempfile
import time
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import psutil
from rich.console import Console
from rich.table import Table

from unionie.errors import InputError
from unionie.io.metadata import Metadata
from unionie.io.read import read
from unionie.run.archive import extract_archive
from unionie.run.crew import Crew
from unionie.run.inventory import Document, Selection, take_inventory
from unionie.run.orders import Limits, Order, fill_here, make_task
from unionie.run.settings import PLAIN
from unionie.run.shards import plan_shards
from unionie.run.store import Store

__all__ = ["measure_archive", "run_archive"]

_SAMPLES = 40  # of memory
_PARAGRAPHS = 2  # of a report
_DIGIT = re.compile(r"\d")
_HAN = (0x4E00, 0x9FA5)
_MEGABYTE = 1e6


def run_archive(path: Path, *, reports: int, json: bool = False) -> int:
    """Measure on variations of the reports at ``path``, write a table (or JSON), and return the exit code 0."""
    if reports < _SAMPLES:
        raise InputError(f"reports is a number from {_SAMPLES}, not {reports}")
    texts = [report.text for report in read(path) if report.text]
    if not texts:
        raise InputError(f"{path}: no reports to time there")
    figures = measure_archive(texts, reports)
    if json:
        sys.stdout.write(json_format.dumps(figures, indent=1) + "\n")
        return 0
    table = Table(box=None, header_style="bold dim", padding=(0, 2))
    table.add_column("What")
    table.add_column("Figure", justify="right")
    for name, value in figures.items():
        table.add_row(name.replace("_", " "), f"{value:,}")
    Console(highlight=False).print(table)
    return 0


def measure_archive(texts: Sequence[str], reports: int) -> dict[str, Any]:
    """Return the figures: bytes, megabytes, seconds, reports a second."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        characters = _write_reports(folder / "archive", texts, reports)
        figures: dict[str, Any] = {"reports": reports, "characters": characters}
        figures |= _measure_memory(folder / "archive", folder / "memory", reports)
        figures |= _measure_workers(folder, texts, max(_SAMPLES, reports // 50))
        written = sum(path.stat().st_size for path in (folder / "memory").rglob("*.parquet"))
        figures["parquet_bytes_a_report"] = round(written / reports)
    return figures


def _write_reports(folder: Path, texts: Sequence[str], count: int) -> int:
    """Write that many reports; return their characters."""
    chance = random.Random(0)  # noqa: S311  the same reports in every run
    folder.mkdir()
    characters = 0
    for number, text in enumerate(islice(cycle(texts), count)):
        paragraphs = [line for line in text.splitlines() if line.strip()]
        first = chance.randrange(max(1, len(paragraphs) - _PARAGRAPHS))
        name = "".join(chr(chance.randint(*_HAN)) for _ in range(3))
        piece = "\n".join([f"{name}工作总结", *paragraphs[first : first + _PARAGRAPHS]])
        piece = _DIGIT.sub(lambda _: str(chance.randint(1, 9)), piece)
        (folder / f"{number:06d}.txt").write_text(piece, encoding="utf-8")
        characters += len(piece)
    return characters


def _measure_memory(archive: Path, records: Path, reports: int) -> dict[str, Any]:
    """Return how the memory of one worker and of this process grows over the reports."""
    samples: list[tuple[int, int, int]] = []
    with Crew[Document, Any](make_task(Limits(), PLAIN), 1) as crew:
        for count, _ in enumerate(_fill(archive, records, crew), 1):
            if count % max(1, reports // _SAMPLES) == 0:
                samples.append((count, *_measure_processes()))
    late = samples[len(samples) // 2 :]
    counts = [count for count, _, _ in late]
    worker = statistics.linear_regression(counts, [held for _, held, _ in late]).slope
    parent = statistics.linear_regression(counts, [held for _, _, held in late]).slope
    return {
        "worker_megabytes_at_the_end": round(samples[-1][1] / _MEGABYTE),
        "worker_megabytes_more_for_1000_reports": round(1000 * worker / _MEGABYTE, 2),
        "parent_megabytes_at_the_end": round(samples[-1][2] / _MEGABYTE),
        "parent_megabytes_more_for_1000_reports": round(1000 * parent / _MEGABYTE, 2),
    }


def _fill(archive: Path, records: Path, crew: Crew[Document, Any]) -> Iterator[Any]:
    """Make the records of an archive; yield at every report."""
    inventory = take_inventory(archive, "bench", Metadata(), Selection())
    orders = [Order(str(records), shard, {}) for shard in plan_shards(inventory.documents)]
    with Store(records).open():
        yield from fill_here(orders, crew)


def _measure_processes() -> tuple[int, int]:
    """Return the bytes that the largest child holds, and this process."""
    own = psutil.Process()
    held = [child.memory_info().rss for child in own.children()]
    return max(held), own.memory_info().rss


def _measure_workers(folder: Path, texts: Sequence[str], reports: int) -> dict[str, Any]:
    """Return the time of a run of one report, nearly all of it starting, and what a second worker gains beyond."""
    for name, count in (("one", 1), ("first", _SAMPLES * 2), ("some", reports)):
        _write_reports(folder / name, texts, count)
    start = _time_run(folder / "one", folder / "start", 1)
    seconds = {}
    for workers in (1, 2):
        with Crew[Document, Any](make_task(Limits(), PLAIN), workers) as crew:
            deque(_fill(folder / "first", folder / f"f{workers}", crew), 0)  # now all is loaded
            begun = time.perf_counter()
            deque(_fill(folder / "some", folder / f"w{workers}", crew), 0)
            seconds[workers] = time.perf_counter() - begun
    return {
        "seconds_to_start": round(start, 2),
        "reports_a_second_with_one_worker": round(reports / seconds[1], 1),
        "reports_a_second_with_two_workers": round(reports / seconds[2], 1),
        "two_workers_to_one": round(seconds[1] / seconds[2], 2),
        "cores": os.cpu_count(),
    }


def _time_run(archive: Path, records: Path, workers: int) -> float:
    start = time.perf_counter()
    extract_archive(archive, records, workers=workers)
    return time.perf_counter() - start
