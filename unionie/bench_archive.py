"""How a batch run behaves: memory over many reports, the gain of a second worker, the time to start.

Enters: reports to vary. Leaves: figures as a table or JSON on standard output. Next: the README's figures, and the plan
in CONTRIBUTING.

The reports timed are those given, whole, each time with other names of people and places and other figures, so that
no two are alike and few phrases come again as they were. Memory is what the worker process holds, sampled as reports
are finished; the slope is fitted over the second half, when everything is loaded and, from some thousands of reports,
the bounded caches are full. Rates are wall time: measure on an idle machine. Milliseconds a report are processor time
and hold on a busy one too: what this process takes of it is the part that more workers do not share.
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
from typing import Any, NamedTuple

import psutil
from rich.console import Console
from rich.table import Table

from unionie.errors import InputError
from unionie.io.metadata import Metadata
from unionie.io.read import read
from unionie.run.archive import extract_archive
from unionie.run.crew import Crew
from unionie.run.inventory import Document, Selection, take_inventory
from unionie.run.local import extract_many
from unionie.run.orders import Limits, Order, fill_here, make_task
from unionie.run.settings import PLAIN
from unionie.run.shards import plan_shards
from unionie.run.store import Store
from unionie.tag.lexicon import table_words

__all__ = ["measure_archive", "run_archive"]

_SAMPLES = 40  # of memory
_TIMED = 320  # reports at least, for what a worker gains
_FIGURE = re.compile(r"(?<!\d)\d+(?!\d|年|月|日)")
_PERSON = re.compile(r"[\u4e00-\u9fa5]{2,4}")
_PLACE = re.compile(r"[\u4e00-\u9fa5]{2}(?=[省市州县区镇乡村])")
_MEGABYTE = 1e6
_MILLISECOND = 1e-3


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
        sources = _find_names(texts)
        characters = _write_reports(folder / "archive", sources, reports)
        figures: dict[str, Any] = {"reports": reports, "characters": characters}
        figures |= _measure_memory(folder / "archive", folder / "memory", reports)
        figures |= _measure_workers(folder, sources, max(_TIMED, reports // 20))
        written = sum(path.stat().st_size for path in (folder / "memory").rglob("*.parquet"))
        figures["parquet_bytes_a_report"] = round(written / reports)
    return figures


class _Source(NamedTuple):
    """A report to vary, with the names of people and places in it."""

    text: str
    people: list[str]
    places: list[str]


def _find_names(texts: Sequence[str]) -> list[_Source]:
    """Return the texts with their names; workers find them, so that this process stays as small as in any run."""
    sources = []
    for text, found in zip(texts, extract_many(texts, workers=2), strict=True):
        people = {entity.text for entity in found.entities if entity.label == "PERSON"}
        openings = (_PLACE.match(entity.text) for entity in found.entities if entity.label in ("ORG", "LOC"))
        places = {opening[0] for opening in openings if opening}
        sources.append(_Source(text, sorted(filter(_PERSON.fullmatch, people)), sorted(places)))
    return sources


def _write_reports(folder: Path, sources: Sequence[_Source], count: int) -> int:
    """Write that many reports; return their characters."""
    chance = random.Random(0)  # noqa: S311  the same reports in every run
    folder.mkdir()
    characters = 0
    for number, source in enumerate(islice(cycle(sources), count)):
        text = _vary(source, chance)
        (folder / f"{number:06d}.txt").write_text(text, encoding="utf-8")
        characters += len(text)
    return characters


def _vary(source: _Source, chance: random.Random) -> str:
    """Return the report with other people, places and figures; dates stay."""
    surnames, given = ("".join(table_words("names", kind)) for kind in ("surname", "given"))
    new = {name: "".join(chance.choices(given, k=2)) for name in source.places}
    for name in source.people:
        new[name] = chance.choice(surnames) + "".join(chance.choices(given, k=chance.randint(1, 2)))
    text = source.text
    if new:
        longest_first = sorted(new, key=len, reverse=True)
        text = re.sub("|".join(map(re.escape, longest_first)), lambda match: new[match[0]], text)
    return _FIGURE.sub(lambda match: "".join(chance.choices("123456789", k=len(match[0]))), text)


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


def _measure_workers(folder: Path, sources: Sequence[_Source], reports: int) -> dict[str, Any]:
    """Return the time of a run of one report, nearly all of it starting, and what a second worker gains beyond."""
    characters = 0
    for name, count in (("one", 1), ("first", _SAMPLES * 2), ("some", reports)):
        characters = _write_reports(folder / name, sources, count)
    start = _time_run(folder / "one", folder / "start", 1)
    seconds: dict[int, float] = {}
    own = {}
    theirs = {}
    for workers in (1, 2):
        with Crew[Document, Any](make_task(Limits(), PLAIN), workers) as crew:
            deque(_fill(folder / "first", folder / f"f{workers}", crew), 0)  # now all is loaded
            begun, before = time.perf_counter(), _measure_work()
            deque(_fill(folder / "some", folder / f"w{workers}", crew), 0)
            seconds[workers], after = time.perf_counter() - begun, _measure_work()
            own[workers], theirs[workers] = (late - early for early, late in zip(before, after, strict=True))
    return {
        "seconds_to_start": round(start, 2),
        "reports_a_second_with_one_worker": round(reports / seconds[1], 1),
        "reports_a_second_with_two_workers": round(reports / seconds[2], 1),
        "characters_a_second_with_one_worker": round(characters / seconds[1]),
        "characters_a_second_with_two_workers": round(characters / seconds[2]),
        "two_workers_to_one": round(seconds[1] / seconds[2], 2),
        "parent_milliseconds_a_report": round(own[2] / reports / _MILLISECOND, 2),
        "worker_milliseconds_a_report": round(theirs[2] / reports / _MILLISECOND, 2),
        "cores": os.cpu_count(),
    }


def _measure_work() -> tuple[float, float]:
    """Return the seconds of processor time that this process has taken, and its workers."""
    times = [child.cpu_times() for child in psutil.Process().children()]
    return time.process_time(), sum(taken.user + taken.system for taken in times)


def _time_run(archive: Path, records: Path, workers: int) -> float:
    start = time.perf_counter()
    extract_archive(archive, records, workers=workers)
    return time.perf_counter() - start
