"""Worker processes that are kept from one test to the next: starting one takes two seconds of a core."""

from __future__ import annotations

from typing import Any, ClassVar

from unionie.run.crew import Crew

MOST = 3  # that wait: each holds a pipeline


class WarmCrew(Crew[Any, Any]):
    """A crew that takes over idle workers of an earlier one with the same work, and leaves its own to the next."""

    idle: ClassVar[list[Any]] = []

    def start(self) -> WarmCrew:
        fitting = [worker for worker in self.idle if repr(worker._task.work) == repr(self._task.work)][: self._count]
        count, self._count = self._count, self._count - len(fitting)
        super().start()
        self._count = count
        for worker in fitting:
            self.idle.remove(worker)
            worker._task = self._task
            self._crew.append(worker)
        return self

    def stop(self) -> None:
        self.idle.extend(worker for worker in self._crew if worker.job is None)
        self._crew = [worker for worker in self._crew if worker.job is not None]
        super().stop()
        self.dismiss(MOST)

    @classmethod
    def dismiss(cls, most: int = 0) -> None:
        """End the idle workers but the ``most`` that came last."""
        while len(cls.idle) > most:
            cls.idle.pop(0).stop()
