"""The command line at its edges: closed and full streams, requests to end, inputs without reports."""

from __future__ import annotations

import io
import json
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from builders import TEXT
from packed import make_zip
from unionie.cli.streams import explain_failure, read_input
from unionie.errors import InputError
from unionie.records import Extraction

COMMAND = [sys.executable, "-W", "ignore", "-m", "unionie"]


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def many(tmp_path):
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(20):
        (folder / f"{number}.txt").write_text(TEXT, encoding="utf-8")
    return folder


def read_first_line(*arguments: object) -> tuple[int, bytes]:
    """Run a command whose reader goes after one line: its exit code and what it complained of."""
    command = [*COMMAND, *map(str, arguments)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        return process.wait(60), process.stderr.read()


@pytest.mark.parametrize("form", ["table", "jsonl"])
def test_a_reader_that_goes_is_no_error(many, form):
    assert read_first_line("extract", many, "--format", form) == (0, b"")


def test_a_reader_that_never_reads_is_no_error(report):
    for arguments in (["info"], ["--help"], ["explain", str(report), "--at", "5"]):
        with subprocess.Popen([*COMMAND, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            assert process.stdout
            assert process.stderr
            process.stdout.close()
            assert (process.wait(60), process.stderr.read()) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("arguments", [["info"], ["extract", "{report}"], ["extract", "{report}", "-o", "/dev/full"]])
def test_a_full_disk_is_one_line(report, arguments):
    words = [word.format(report=report) for word in arguments]
    words += ["--format", "jsonl"] if "-o" in words else []
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([*COMMAND, *words], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert done.stderr.endswith("No space left on device\n")


@pytest.mark.parametrize(
    ("arguments", "closed", "code", "said"),
    [
        ('extract "$1"', ">&-", 0, ""),
        ('extract "$1" missing.txt', ">&- 2>&-", 1, ""),
        ("extract -", "<&-", 1, "unionie: -: the standard input is closed\n"),
        ("explain - --at 1", "<&-", 2, "unionie: -: the standard input is closed\n"),
    ],
)
def test_closed_streams_are_no_traceback(report, arguments, closed, code, said):
    line = f'exec "{sys.executable}" -W ignore -m unionie {arguments} {closed}'
    done = subprocess.run(["sh", "-c", line, "sh", report], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (code, said)


def test_a_request_to_end_leaves_nothing_behind(many, tmp_path):
    for number in range(400):
        (many / f"more{number}.txt").write_text(TEXT * 5, encoding="utf-8")
    (tmp_path / "out").mkdir()
    process = subprocess.Popen([*COMMAND, "extract", many, "-o", tmp_path / "out" / "a.jsonl"], stderr=subprocess.PIPE)
    end = time.monotonic() + 60
    while not any(part.stat().st_size for part in (tmp_path / "out").glob(".unionie-*/a.jsonl")):
        assert time.monotonic() < end
        time.sleep(0.05)
    process.send_signal(signal.SIGTERM)
    assert process.communicate(timeout=60)[1] == b""
    assert process.returncode == 128 + signal.SIGTERM
    assert not list((tmp_path / "out").iterdir())


def test_the_standard_input_may_be_an_archive(run_command, monkeypatch):
    data = make_zip([("a.txt", TEXT), ("b/c.txt", TEXT)])

    def give() -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

    give()
    code, out, _ = run_command("extract", "-", "--format", "jsonl")
    assert code == 0
    assert [json.loads(line)["source"] for line in out.splitlines()] == ["-/a.txt", "-/b/c.txt"]
    give()
    code, _, err = run_command("explain", "-", "--at", 1)
    assert (code, err) == (2, "unionie: -: holds several reports; name one of them, like -/a.txt\n")
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(InputError):
        read_input()


def test_inputs_without_reports_are_told(run_command, report, many, tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "e.zip").write_bytes(make_zip([]))
    code, out, err = run_command("extract", tmp_path / "empty", report, tmp_path / "e.zip")
    assert code == 1
    assert "5,600" in out
    assert err.splitlines() == [f"unionie: {tmp_path / name}: no reports there" for name in ("empty", "e.zip")]
    code, _, err = run_command("explain", many, "--at", 5)
    assert (code, err) == (2, f"unionie: {many}: holds several reports; name one of them, like {many / '0.txt'}\n")


def test_a_source_is_named_once(run_command, tmp_path):
    folder = tmp_path / "r"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "x.wps").write_bytes(b"\xd0\xcf\x11\xe0")
    for arguments in (["view", folder, "-o", tmp_path / "v.html"], ["series", folder, "-i", "发展会员"]):
        code, _, err = run_command(*arguments)
        assert code == 1
        assert err.count("x.wps") == 1
        assert err.count("\n") == 1
    failed: dict[str, Any] = {"text": "", "status": "failed"}
    assert explain_failure(Extraction(**failed, error="died", source="a.txt")) == "a.txt: died"
    assert explain_failure(Extraction(**failed, error="a.txt: died", source="a.txt")) == "a.txt: died"
    assert explain_failure(Extraction(**failed, error="died")) == "-: died"


def test_series_says_before_all_work_what_cannot_be_drawn(run_command, report, tmp_path):
    code, out, err = run_command("series", report, "-i", "发展会员", "--chart", tmp_path / "y.foo")
    assert (code, out) == (2, "")
    assert "a chart is written as .png, .svg, .pdf" in err
    code, out, err = run_command("series", report, "-i", "发展会员", "--year", 1800)
    assert (code, out, err) == (2, "", f"unionie: 发展会员: no figure for 1800 in {report}\n")


def test_the_name_of_an_extra_stands_in_the_help(run_command):
    assert "[train]" in run_command("train", "--help")[1]
