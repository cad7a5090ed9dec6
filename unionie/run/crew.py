"""Worker processes: batches of items go in, answers come back, whatever becomes of a worker.

Enters: batches of items, and a Task that says how to answer one. Leaves: items with their answers. Next: ``local``
yields Extractions, ``archive`` and ``spark`` write shards.

Each worker is one spawned process at the end of one pipe. It holds one batch at a time and answers item by item, so
that it is always known what a worker that died, hung or grew too large was doing: a new one takes its place, that
item gets a second try alone, the others of its batch go on alone too, and an item that fails a worker twice is given
up with the reason. (``concurrent.futures`` gives up the whole pool instead, and may hang in doing so.)
"""

from __future__ import annotations

import gc
import signal
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import current_process, get_context
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

from unionie.errors import UnionieError
from unionie.run.lean import leave_out

__all__ = ["Crew", "Task"]

Item = TypeVar("Item")
Answer = TypeVar("Answer")

_AHEAD = 3  # batches under way or waiting to be yielded, for each worker
_POLL = 0.2  # seconds between looks at the workers' memory
_TRIES = 2
_DIED = "the worker process died on this report (killed, or out of memory)"


@dataclass(frozen=True, kw_only=True)
class Task(Generic[Item, Answer]):
    """What a crew does: ``work`` answers an item in a worker, ``fail`` answers for one that is given up.

    ``work`` is a function of a module or a ``partial`` of one, so that it can be sent; it raises nothing. ``prepare``,
    another, loads what the work needs before there is any; what it raises, the first item will tell. ``timeout`` says
    how many seconds an item may take (None: any), ``memory`` how many bytes a worker may hold.
    """

    work: Callable[[Item], Answer]
    fail: Callable[[Item, str], Answer]
    prepare: Callable[[], object] | None = None
    timeout: Callable[[Item], float] | None = None
    memory: int | None = None


class Crew(Generic[Item, Answer]):
    """Processes that work; a context manager that starts and ends them."""

    def __init__(self, task: Task[Item, Answer], workers: int) -> None:
        self._task = task
        self._count = workers
        self._crew: list[_Worker[Item, Answer]] = []

    def __enter__(self) -> Crew[Item, Answer]:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self) -> Crew[Item, Answer]:
        """Start the processes; return when they run."""
        if current_process().daemon:
            raise UnionieError(
                "a daemon process, as of multiprocessing.Pool or Celery, starts no others: use workers=1"
            )
        try:
            self._crew += (_Worker(self._task) for _ in range(self._count))
            for worker in self._crew:
                worker.wait_until_ready()
        except BaseException:
            self.stop()
            raise
        return self

    def stop(self) -> None:
        """End the processes, whatever they are doing."""
        for worker in self._crew:
            worker.stop()
        self._crew.clear()

    def answer(self, batches: Iterator[list[Item]], *, ordered: bool = True) -> Iterator[tuple[Item, Answer]]:
        """Yield every item with its answer: in the order of the batches, or as they come."""
        jobs: deque[_Job[Item, Answer]] = deque()
        while True:
            self._hand_out(batches, jobs, len(self._crew) * _AHEAD if ordered else None)
            if not jobs:
                return
            if ordered:
                while jobs and jobs[0].is_done:
                    yield from jobs.popleft().take_answers()
            else:
                for job in jobs:
                    yield from job.take_answers()
                jobs = deque(job for job in jobs if not job.is_done)
            if jobs:
                self._take_in()

    def _hand_out(self, batches: Iterator[list[Item]], jobs: deque[_Job[Item, Answer]], most: int | None) -> None:
        for worker in self._crew:
            if worker.job is None and (most is None or len(jobs) < most):
                batch = next(batches, None)
                if batch is None:
                    return
                jobs.append(_Job(batch, self._task.fail))
                worker.start_job(jobs[-1])

    def _take_in(self) -> None:
        """Wait until a busy worker answers, dies or passes a limit, and take in what it has."""
        busy = [worker for worker in self._crew if worker.job is not None]
        limits = [worker.deadline - time.monotonic() for worker in busy if worker.deadline is not None]
        if self._task.memory is not None:
            limits.append(_POLL)
        ready = wait([worker.connection for worker in busy], max(0.0, min(limits)) if limits else None)
        for worker in busy:
            if worker.connection in ready:
                worker.take_answer()
            else:
                worker.check_limits()


class _Job(Generic[Item, Answer]):
    """A batch: the parts still to be done, the first of which is under way, and the answers so far."""

    def __init__(self, batch: list[Item], fail: Callable[[Item, str], Answer]) -> None:
        self.parts: deque[deque[tuple[Item, int]]] = deque([deque((item, 0) for item in batch)])
        self._fail = fail
        self._answers: list[tuple[Item, Answer]] = []

    @property
    def is_done(self) -> bool:
        return not self.parts

    def take_answers(self) -> list[tuple[Item, Answer]]:
        answers, self._answers = self._answers, []
        return answers

    def finish_item(self, answer: Answer) -> None:
        """Take in the answer to the first item of the first part."""
        item, _ = self.parts[0].popleft()
        self._answers.append((item, answer))
        if not self.parts[0]:
            self.parts.popleft()

    def split_part(self, reason: str) -> None:
        """Put the item that a worker failed on, and those behind it, in line alone; give it up at its last try."""
        (item, tries), *rest = self.parts.popleft()
        self.parts.extendleft(deque([one]) for one in reversed(rest))
        if tries + 1 < _TRIES:
            self.parts.appendleft(deque([(item, tries + 1)]))
        else:
            self._answers.append((item, self._fail(item, reason)))

    def divide_part(self, reason: str) -> None:
        """Put the items of a part that cannot be sent in line alone; give up one that is alone."""
        part = self.parts.popleft()
        if len(part) > 1:
            self.parts.extendleft(deque([one]) for one in reversed(part))
        else:
            item, _ = part[0]
            self._answers.append((item, self._fail(item, reason)))


class _Worker(Generic[Item, Answer]):
    """A process and the parent's end of its pipe."""

    def __init__(self, task: Task[Item, Answer]) -> None:
        self._task = task
        self.job: _Job[Item, Answer] | None = None
        self.deadline: float | None = None
        self._start()

    def _start(self) -> None:
        context = get_context("spawn")
        self.connection, other = context.Pipe()
        self._process = context.Process(target=_serve, args=(other, self._task.work, self._task.prepare), daemon=True)
        self._process.start()
        other.close()  # now the end of the process is the end of the pipe

    def wait_until_ready(self) -> None:
        """Return when the process runs; raise UnionieError if it cannot."""
        try:
            self.connection.recv()
        except (EOFError, OSError) as error:
            raise UnionieError(
                "worker processes cannot start: in a script, call unionie under `if __name__ == '__main__':`"
            ) from error

    def start_job(self, job: _Job[Item, Answer]) -> None:
        self.job = job
        self._send_part()

    def take_answer(self) -> None:
        """Take in the answer to the item under way and go on with the next, if there is one."""
        assert self.job is not None  # noqa: S101  only busy workers are asked
        try:
            answer = self.connection.recv()
        except (EOFError, OSError):
            self._give_up(_DIED)
            return
        rest = len(self.job.parts)
        self.job.finish_item(answer)
        if len(self.job.parts) < rest:
            self._send_part()
        else:
            self._set_deadline()

    def check_limits(self) -> None:
        """Replace the worker where its item takes too long or it holds too much."""
        if self.job is None:
            return
        item, _ = self.job.parts[0][0]
        if self.deadline is not None and time.monotonic() >= self.deadline:
            seconds = 0.0 if self._task.timeout is None else self._task.timeout(item)
            self._give_up(f"took longer than {seconds:,.0f} seconds")
        elif self._task.memory is not None and _measure_memory(self._process.pid) > self._task.memory:
            self._give_up(f"took more than {self._task.memory / 2**20:,.0f} MB of memory")

    def stop(self) -> None:
        """End the process: at once, also in the middle of a batch that nobody waits for."""
        self.connection.close()
        self._process.kill()
        self._process.join()

    def _give_up(self, reason: str) -> None:
        assert self.job is not None  # noqa: S101  only busy workers have something to give up
        self.stop()
        self._start()
        self.wait_until_ready()
        self.job.split_part(reason)
        self._send_part()

    def _send_part(self) -> None:
        while self.job is not None and not self.job.is_done:
            self._set_deadline()
            try:
                self.connection.send([item for item, _ in self.job.parts[0]])
            except OSError:  # it died while idle: the answer will be the end of the pipe
                return
            except Exception as error:  # pickle raises what it likes, before anything is sent
                self.job.divide_part(f"cannot be sent to a worker process: {' '.join(str(error).split())}")
            else:
                return
        self.job = self.deadline = None

    def _set_deadline(self) -> None:
        if self._task.timeout is not None and self.job is not None:
            item, _ = self.job.parts[0][0]
            self.deadline = time.monotonic() + self._task.timeout(item)


def _measure_memory(pid: int | None) -> int:
    """Return the bytes that a process holds, 0 where it is gone."""
    import psutil  # only where memory is limited

    try:
        return int(psutil.Process(pid).memory_info().rss)
    except psutil.Error:
        return 0


def _serve(connection: Connection, work: Callable[[Any], Any], prepare: Callable[[], object] | None) -> None:
    """Answer the items of batches until the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C ends the parent, which ends its workers
    _follow_parent()
    leave_out("torch", "pandas")
    connection.send("ready")
    if prepare is not None:
        with suppress(Exception):
            prepare()
    loaded = False
    while True:
        try:
            for item in connection.recv():
                connection.send(work(item))
                if not loaded:  # what is there now stays: no need to look through it for garbage again
                    gc.collect()
                    gc.freeze()
                    loaded = True
        except (EOFError, OSError):
            return


def _follow_parent() -> None:
    """End this process when its parent ends, also in the middle of an item that never ends."""
    import os
    import threading
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is None:
        return

    def watch() -> None:
        wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
