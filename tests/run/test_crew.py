"""Worker processes that die, hang or grow: an item gets a second try, then its reason; the rest goes on."""

from __future__ import annotations

import multiprocessing
import subprocess
import sys
import time
from pathlib import Path

import pytest

from crew_work import MEMORY, fail, obey, tell_state
from unionie.run.crew import Crew, Task


def answer(batches: list[list[str]], *, ordered: bool = True, workers: int = 2) -> dict[str, str]:
    task = Task(work=obey, fail=fail, timeout=lambda item: 2.0 if item == "hang" else 60.0, memory=MEMORY)
    with Crew(task, workers) as crew:
        found = list(crew.answer(iter(batches), ordered=ordered))
    assert not multiprocessing.active_children()
    items = [item for batch in batches for item in batch]
    if ordered:
        assert [item for item, _ in found] == items
    assert sorted(item for item, _ in found) == sorted(items)
    return dict(found)


@pytest.mark.parametrize("ordered", [True, False])
def test_bad_items_fail_alone_with_their_reason(tmp_path, ordered):
    bad = ["die", "hang", "grow", f"once {tmp_path / 'x'}"]
    batches = [["a", bad[0], "b"], ["c", "d"], [bad[1]], ["e", bad[2]], [bad[3], "f"], ["g"]]
    answers = answer(batches, ordered=ordered)
    assert answers["die"] == "FAILED the worker process died on this report (killed, or out of memory)"
    assert answers["hang"] == "FAILED took longer than 2 seconds"
    assert answers["grow"] == "FAILED took more than 600 MB of memory"
    assert answers[bad[3]].startswith("once ")
    assert all(answers[item].startswith(f"{item} ") for item in "abcdefg")


def test_a_worker_leaves_out_what_it_does_not_need_and_spares_what_it_has_loaded():
    with Crew(Task(work=tell_state, fail=fail), 1) as crew:
        assert [state for _, state in crew.answer(iter([["a", "b"]]))] == [(False, False), (False, True)]


def test_work_is_shared():
    answers = answer([[f"{number} "] for number in range(20)])
    assert len({said.split()[-1] for said in answers.values()}) == 2


def test_workers_end_with_their_parent_also_in_the_middle_of_work(tmp_path):
    script = tmp_path / "main.py"
    script.write_text(
        f"""
import os, sys, threading, time
sys.path.insert(0, {str(Path(__file__).parents[1])!r})
from unionie.run.crew import Crew, Task
from crew_work import note_and_hang, fail

if __name__ == "__main__":
    threading.Timer(30, os._exit, [1]).start()
    with Crew(Task(work=note_and_hang, fail=fail), 1) as crew:
        for _ in crew.answer(iter([[{str(tmp_path / "pid")!r}]])):
            pass
""",
        "utf-8",
    )
    process = subprocess.Popen([sys.executable, script])
    note = tmp_path / "pid"
    wait_until(lambda: note.exists() and note.read_text() != "")
    process.kill()
    process.wait()
    pid = int(note.read_text())
    wait_until(lambda: not is_alive(pid))


def wait_until(condition, seconds: float = 60.0) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.05)


def is_alive(pid: int) -> bool:
    import psutil

    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
