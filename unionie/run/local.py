"""Many reports to Extractions on this machine: in this process, or in several worker processes.

Enters: any iterable of str or Report. Leaves: Extractions in the same order, as they are ready, with bounded memory.
Next: ``io`` writes them.

Workers are spawned, never forked, and get batches of about equal numbers of characters. A worker that dies takes one
report with it, not the run: the batch it held is done again report by report.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sized
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from datetime import date
from multiprocessing import get_context
from typing import TYPE_CHECKING

from unionie.errors import InputError, UnionieError
from unionie.run.worker import extract_batch, extract_item, fail, make_report

if TYPE_CHECKING:
    from unionie.records import Extraction, Report

__all__ = ["extract_many"]

_BATCH_CHARACTERS = 40_000
_BATCH_REPORTS = 64
_WAITING = 3  # batches under way for each worker

Job = tuple["list[Report]", "Future[list[Extraction]]"]


def extract_many(
    items: Iterable[str | Report],
    *,
    workers: int = 1,
    progress: bool = False,
    published: str | None = None,
) -> Iterator[Extraction]:
    """Yield one Extraction for each item, in order; a bad item is a failed Extraction with its reason.

    ``workers`` above 1 spawns that many processes, with the same results. ``progress`` shows a bar where the standard
    error is a terminal. ``published`` (ISO date) anchors 去年, 今年以来 … in reports that state no date of their own.
    Raises InputError at once for wrong arguments.
    """
    if isinstance(items, str | bytes) or not isinstance(items, Iterable):
        raise InputError(f"extract_many takes an iterable of reports, not one {type(items).__name__}; see extract")
    if isinstance(workers, bool) or not isinstance(workers, int) or workers < 1:
        raise InputError(f"workers is a number of processes from 1, not {workers!r}")
    _check_date(published)
    reports = (make_report(item, published=published) for item in items)
    extractions = map(extract_item, reports) if workers == 1 else _extract_in_workers(reports, workers)
    if not progress:
        return iter(extractions)
    from unionie.run.progress import show_progress  # rich, only for a bar

    return show_progress(extractions, total=len(items) if isinstance(items, Sized) else None)


def _check_date(published: str | None) -> None:
    try:
        if published is not None:
            date.fromisoformat(published)
    except (TypeError, ValueError) as error:
        raise InputError(f"published is an ISO date like 2019-01-25, not {published!r}") from error


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


def _extract_in_workers(reports: Iterable[Report], workers: int) -> Iterator[Extraction]:
    pool = _Pool(workers)
    jobs: deque[Job] = deque()
    try:
        for batch in _make_batches(reports):
            jobs.append((batch, pool.submit(batch)))
            if len(jobs) > workers * _WAITING:
                yield from _finish_first(jobs, pool)
        while jobs:
            yield from _finish_first(jobs, pool)
    finally:
        pool.close()


def _finish_first(jobs: deque[Job], pool: _Pool) -> Iterator[Extraction]:
    """Yield the Extractions of the first job; when a worker died, redo what was under way."""
    batch, future = jobs.popleft()
    try:
        extractions = future.result()
    except BrokenProcessPool:
        pool.close()
        yield from _extract_each(batch)
        pool.start()
        again = [(batch, pool.submit(batch)) for batch, _ in jobs]
        jobs.clear()
        jobs.extend(again)
    else:
        yield from extractions


def _extract_each(batch: list[Report]) -> Iterator[Extraction]:
    """Yield the Extractions of reports one of which may have killed its worker."""
    pool = _Pool(1)
    try:
        for report in batch:
            try:
                extractions = pool.submit([report]).result()
            except BrokenProcessPool:
                pool.close()
                pool.start()
                extractions = [fail(report, "the worker process died on this report (killed, or out of memory)")]
            yield from extractions
    finally:
        pool.close()


class _Pool:
    """Spawned worker processes that can be started again after one died."""

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self.start()

    def start(self) -> None:
        """Start the processes; raise UnionieError when they cannot be started from the user's script."""
        self._executor = ProcessPoolExecutor(
            self._workers, mp_context=get_context("spawn"), initializer=_ignore_interrupts
        )
        try:
            self._executor.submit(int).result()
        except BrokenProcessPool as error:
            self.close()
            raise UnionieError(
                "worker processes cannot start: in a script, call extract_many under `if __name__ == '__main__':`"
            ) from error

    def submit(self, batch: list[Report]) -> Future[list[Extraction]]:
        """Return the future Extractions of ``batch``."""
        try:
            return self._executor.submit(extract_batch, batch)
        except BrokenProcessPool as error:
            future: Future[list[Extraction]] = Future()
            future.set_exception(error)
            return future

    def close(self) -> None:
        """End the processes, after the batch that each is working on."""
        self._executor.shutdown(wait=True, cancel_futures=True)


def _ignore_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C ends the parent, which ends its workers
