"""Many reports to Extractions on this machine: in this process, or in several worker processes.

Enters: any iterable of str or Report. Leaves: Extractions in the same order, as they are ready, with bounded memory.
Next: ``io`` writes them.

Workers are spawned, never forked, and get batches of about equal numbers of characters. A worker that dies takes one
report with it, not the run; ``crew`` sees to that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sized
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from unionie.errors import InputError
from unionie.records.report import iso_date
from unionie.run.settings import make_settings
from unionie.run.worker import extract_item, extract_items, fail, make_report

if TYPE_CHECKING:
    from unionie.records import Extraction, Report

__all__ = ["extract_many"]

_BATCH_CHARACTERS = 40_000
_TOGETHER = 20_000  # characters of the reports that this process tags together
_BATCH_REPORTS = 64


def extract_many(
    items: Iterable[str | Report],
    *,
    workers: int = 1,
    progress: bool = False,
    published: str | date | None = None,
    user_rules: str | Path | None = None,
    min_confidence: float = 0.0,
) -> Iterator[Extraction]:
    """Yield one Extraction for each item, in order; a bad item is a failed Extraction with its reason.

    ``workers`` above 1 spawns that many processes, with the same results. ``progress`` shows a bar where the standard
    error is a terminal. ``published`` (ISO date) anchors 去年, 今年以来 … and is preferred to what a Report says.
    ``user_rules`` and ``min_confidence`` are those of ``load``. Raises InputError at once for wrong arguments, and
    RuleError for a wrong file of rules; what the iterable raises comes behind the answers to what it gave before.
    """
    if isinstance(items, str | bytes) or not isinstance(items, Iterable):
        raise InputError(f"extract_many takes an iterable of reports, not one {type(items).__name__}; see extract")
    if isinstance(workers, bool) or not isinstance(workers, int) or workers < 1:
        raise InputError(f"workers is a number of processes from 1, not {workers!r}")
    day = iso_date(published)
    caught: list[Exception] = []
    reports = _take_until_error((make_report(item, published=day) for item in items), caught)
    settings = make_settings(user_rules, min_confidence)
    work = partial(extract_item, settings=settings)
    together = partial(extract_items, settings=settings)
    extractions = (
        chain.from_iterable(map(together, _group(reports)))
        if workers == 1
        else _extract_in_crew(work, _make_batches(reports), workers)
    )
    extractions = _raise_at_end(extractions, caught)
    if not progress:
        return extractions
    from unionie.run.progress import show_progress  # rich, only for a bar

    return show_progress(extractions, total=len(items) if isinstance(items, Sized) else None)


def _take_until_error(reports: Iterable[Report], caught: list[Exception]) -> Iterator[Report]:
    """Yield what a caller's iterable gives before it fails, and keep the error."""
    try:
        yield from reports
    except Exception as error:
        caught.append(error)


def _raise_at_end(extractions: Iterable[Extraction], caught: list[Exception]) -> Iterator[Extraction]:
    """Yield all, then raise what was caught: the answers to what came before are not lost."""
    yield from extractions
    if caught:
        raise caught[0]


def _extract_in_crew(
    work: Callable[[Report], Extraction], batches: Iterator[list[Report]], workers: int
) -> Iterator[Extraction]:
    from unionie.run.crew import Crew, Task  # processes are costly to import for one report

    with Crew(Task(work=work, fail=fail), workers) as crew:
        for _, extraction in crew.answer(batches):
            yield extraction


def _group(reports: Iterable[Report]) -> Iterator[list[Report]]:
    """Yield the first report alone and then more and more together, so that the first results come at once."""
    group: list[Report] = []
    size, characters = 1, 0
    for report in reports:
        group.append(report)
        characters += len(report.text)
        if len(group) == size or characters >= _TOGETHER:
            yield group
            group, characters = [], 0
            size = min(2 * size, _BATCH_REPORTS)
    if group:
        yield group


def _make_batches(reports: Iterable[Report]) -> Iterator[list[Report]]:
    batch: list[Report] = []
    characters = 0
    for report in reports:
        if batch and (len(batch) == _BATCH_REPORTS or characters + len(report.text) > _BATCH_CHARACTERS):
            yield batch
            batch, characters = [], 0
        batch.append(report)
        characters += len(report.text)
    if batch:
        yield batch
