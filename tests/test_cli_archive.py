"""``unionie archive`` as a user meets it."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from builders import TEXT
from unionie.run.export import read_rows

pytestmark = pytest.mark.usefixtures("warm_workers")


@pytest.fixture
def archive(tmp_path):
    folder = tmp_path / "archive"
    (folder / "2018").mkdir(parents=True)
    for number in range(3):
        (folder / "2018" / f"{number}.txt").write_text(TEXT.replace("36", str(number)), "utf-8")
    (folder / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    return folder


@pytest.fixture
def run(run_command):
    """Run unionie archive; return the exit code and what it printed."""
    return partial(run_command, "archive")


def test_a_run_tells_what_it_did_and_lists_failures(run, archive, tmp_path):
    records = tmp_path / "records"
    code, out, err = run(archive, "-o", records, "--workers", 1, "--export", "csv", "--export", "xlsx")
    assert code == 1
    assert err.splitlines() == [
        "unionie: old.doc: is an old Word file; convert it first: soffice --headless --convert-to docx FILE"
    ]
    assert out.startswith("4 documents: 3 read, 1 failed\n")
    assert "passed over, being no reports: 1 .png" in out
    assert "4 extracted now, 0 unchanged, 0 removed" in out
    assert str(records / "records.duckdb") in out
    assert (records / "export" / "facts.csv").exists()
    assert (records / "export" / "records.xlsx").exists()
    code, out, _ = run(archive, "-o", records, "--workers", 1, "--json")
    summary = json.loads(out)
    assert (summary["extracted"], summary["unchanged"]) == (0, 4)
    assert summary == json.loads((records / "run.json").read_text("utf-8"))


def test_selections(run, archive, tmp_path):
    code, out, err = run(archive, "-o", tmp_path / "r", "--workers", 1, "--include", "2018/*", "--limit", 2)
    assert (code, err) == (0, "")
    assert out.startswith("4 documents: 2 read, 0 failed, 2 not selected\n")
    assert [row["source"] for row in read_rows(tmp_path / "r", "reports")] == ["2018/0.txt", "2018/1.txt"]


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["{archive}"], "--output"),
        (["{none}", "-o", "{records}"], "none"),
        (["{archive}", "-o", "{archive}/records"], "lies in the archive"),
        (["{archive}", "-o", "{archive}/old.doc"], "old.doc"),
        (["{archive}", "-o", ""], "an argument is empty"),
        (["{archive}/2018", "-o", "{archive}/a?b"], "DuckDB"),
        (["{archive}", "-o", "{records}", "--engine", "ray"], "ray"),
        (["{archive}", "-o", "{records}", "--since", "2019"], "2019"),
        (["{archive}", "-o", "{records}", "--export", "yaml"], "yaml"),
        (["{archive}", "-o", "{records}", "--metadata", "{none}"], "none"),
        (["{archive}", "-o", "{records}", "--workers", "0"], "workers"),
    ],
)
def test_wrong_usage_is_one_line_and_code_2(run, archive, tmp_path, arguments, named):
    places = {"archive": archive, "none": tmp_path / "none", "records": tmp_path / "records"}
    code, out, err = run(*[argument.format(**places) for argument in arguments])
    assert (code, out) == (2, "")
    assert err.startswith("unionie: ")
    assert err.count("\n") == 1
    assert named in err
    assert not (tmp_path / "records").exists()
    assert (archive / "2018" / "0.txt").exists()


def test_a_full_disk_is_one_line_and_what_was_finished_stays(archive, tmp_path):
    """A limit on the size of files stands for the disk: the system's call that writes fails in the same way."""
    records = tmp_path / "records"
    command = [sys.executable, "-W", "ignore", "-m", "unionie", "archive", archive, "-o", records, "--workers", "1"]

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (3_000, 3_000))

    environment = os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, preexec_fn=limit, timeout=240, env=environment
    )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith(f"unionie: {records}: cannot write records there: ")
    assert "what is finished stays" in done.stderr
    assert not list((records / "_run" / "done").iterdir())
    whole = subprocess.run(command, capture_output=True, text=True, check=False, timeout=240)
    assert whole.returncode == 1
    assert len(list(read_rows(records, "reports"))) == 3


def test_an_interrupted_run_ends_in_one_line_and_leaves_no_process(archive, tmp_path):
    import signal
    import time

    import psutil

    for number in range(300):
        (archive / f"{number:03d}.txt").write_text(TEXT * 5, "utf-8")
    records = tmp_path / "records"
    command = [sys.executable, "-W", "ignore", "-m", "unionie", "archive", archive, "-o", records, "--workers", "1"]
    heed = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # a shell's job in the background ignores it
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, preexec_fn=heed)  # noqa: PLW1509  no threads yet
    end = time.monotonic() + 120
    while not (Path(records) / "_run" / "lock").exists() or not psutil.Process(process.pid).children():
        assert time.monotonic() < end
        time.sleep(0.1)
    children = psutil.Process(process.pid).children(recursive=True)
    time.sleep(1)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err == "unionie: interrupted\n"
    _, alive = psutil.wait_procs(children, timeout=30)
    assert not alive


def test_an_interrupt_while_text_is_run_as_code_ends_in_the_same_exit_code(tmp_path):
    probe = """from unionie import cli

@cli.app.command()
def probe():
    eval("interrupt()", {"interrupt": interrupt})

def interrupt():
    raise KeyboardInterrupt

cli.main(["probe"])
"""
    (tmp_path / "probe.py").write_text(probe, "utf-8")
    command = [sys.executable, "-W", "ignore", "-m", "probe"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (130, "unionie: interrupted\n")
