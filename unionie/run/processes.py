"""Worker processes: batches of reports go in, Extractions come back, in the order of the batches.

Enters: batches of Reports. Leaves: Extractions. Next: ``local`` yields them.

Each worker is one spawned process at the end of one pipe and holds one job at a time, so that it is always known what
a worker that died was doing: a new one takes its place and gets that part again report by report, and a report that
kills a worker while alone fails. (``concurrent.futures`` gives up the whole pool instead, and may hang in doing so.)
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterator
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait

from unionie.errors import UnionieError
from unionie.records import Extraction, Report
from unionie.run.worker import extract_batch, fail

__all__ = ["extract_batches"]

_AHEAD = 3  # batches under way or waiting to be yielded, for each worker


def extract_batches(batches: Iterator[list[Report]], workers: int) -> Iterator[Extraction]:
    """Yield the Extractions of all batches in order, made by that many processes."""
    crew: list[_Worker] = []
    try:
        crew += (_Worker() for _ in range(workers))
        for worker in crew:
            worker.wait_until_ready()
        jobs: deque[_Job] = deque()
        while True:
            _hand_out(batches, crew, jobs)
            if not jobs:
                return
            while jobs and jobs[0].is_done:
                yield from jobs.popleft().extractions
            if jobs:
                _take_in(crew)
    finally:
        for worker in crew:
            worker.stop()


def _hand_out(batches: Iterator[list[Report]], crew: list[_Worker], jobs: deque[_Job]) -> None:
    for worker in crew:
        if worker.job is None and len(jobs) < len(crew) * _AHEAD:
            batch = next(batches, None)
            if batch is None:
                return
            jobs.append(_Job(batch))
            worker.start_job(jobs[-1])


def _take_in(crew: list[_Worker]) -> None:
    """Wait until a busy worker answers or dies, and take in what it has."""
    busy = [worker for worker in crew if worker.job is not None]
    ready = wait([worker.connection for worker in busy])
    for worker in busy:
        if worker.connection in ready:
            worker.take_answer()


class _Job:
    """A batch: the parts still to be done, the first of which is under way, and the Extractions so far."""

    def __init__(self, batch: list[Report]) -> None:
        self.parts = deque([batch])
        self.extractions: list[Extraction] = []

    @property
    def is_done(self) -> bool:
        return not self.parts

    def finish_part(self, extractions: list[Extraction]) -> None:
        self.parts.popleft()
        self.extractions += extractions

    def split_part(self) -> None:
        """Put reports that a worker died on in line one by one; give up one that was alone."""
        part = self.parts.popleft()
        if len(part) > 1:
            self.parts.extend([report] for report in part)
        else:
            self.extractions.append(fail(part[0], "the worker process died on this report (killed, or out of memory)"))


class _Worker:
    """A process and the parent's end of its pipe."""

    def __init__(self) -> None:
        self.job: _Job | None = None
        self._start()

    def _start(self) -> None:
        context = get_context("spawn")
        self.connection, other = context.Pipe()
        self._process = context.Process(target=_serve, args=(other,), daemon=True)
        self._process.start()
        other.close()  # now the end of the process is the end of the pipe

    def wait_until_ready(self) -> None:
        """Return when the process runs; raise UnionieError if it cannot."""
        try:
            self.connection.recv()
        except (EOFError, OSError) as error:
            raise UnionieError(
                "worker processes cannot start: in a script, call extract_many under `if __name__ == '__main__':`"
            ) from error

    def start_job(self, job: _Job) -> None:
        self.job = job
        self._send_part()

    def take_answer(self) -> None:
        """Take in the Extractions of the job's first part and go on with the next, if there is one."""
        assert self.job is not None  # noqa: S101  only busy workers are asked
        try:
            self.job.finish_part(self.connection.recv())
        except (EOFError, OSError):
            self._replace()
            self.job.split_part()
        self._send_part()

    def stop(self) -> None:
        """End the process: at once, also in the middle of a batch that nobody waits for."""
        self.connection.close()
        self._process.kill()
        self._process.join()

    def _replace(self) -> None:
        self.stop()
        self._start()
        self.wait_until_ready()

    def _send_part(self) -> None:
        if self.job is None or self.job.is_done:
            self.job = None
            return
        try:
            self.connection.send(self.job.parts[0])
        except OSError:  # it died while idle: the answer will be the end of the pipe
            return


def _serve(connection: Connection) -> None:
    """Answer batches with their Extractions until the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C ends the parent, which ends its workers
    connection.send("ready")
    while True:
        try:
            batch = connection.recv()
            connection.send(extract_batch(batch))
        except (EOFError, OSError):
            return
