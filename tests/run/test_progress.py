"""The bar of a batch run, on a terminal."""

from __future__ import annotations

import os
import subprocess
import sys
import threading

import pytest

from builders import TEXT


@pytest.mark.skipif(sys.platform == "win32", reason="it has no pseudo terminals")
def test_a_terminal_shows_count_rate_failures_and_time(tmp_path):
    import pty

    archive = tmp_path / "archive"
    archive.mkdir()
    for number in range(3):
        (archive / f"{number}.txt").write_text(TEXT, "utf-8")
    (archive / "bad.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    ours, theirs = pty.openpty()
    shown: list[bytes] = []

    def watch() -> None:
        try:
            while chunk := os.read(ours, 4096):
                shown.append(chunk)
        except OSError:  # the terminal is closed
            return

    thread = threading.Thread(target=watch)
    thread.start()
    command = [sys.executable, "-m", "unionie", "archive", archive, "-o", tmp_path / "records", "--workers", "1"]
    environment = os.environ | {"COLUMNS": "120", "TERM": "xterm"}
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=theirs, env=environment, timeout=240, check=False)
    os.close(theirs)
    thread.join()
    os.close(ours)
    text = b"".join(shown).decode()
    assert done.returncode == 1
    for part in ("of 4 reports", "a second", "1 failed", "0:00:"):
        assert part in text
