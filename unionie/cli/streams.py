"""What commands read from and write to: the standard streams, whatever became of them.

Enters: streams of the process. Leaves: bytes, lines on the standard error, exit codes. Next: ``main`` and the commands.
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from unionie.errors import InputError

if TYPE_CHECKING:
    from unionie.records import Extraction

__all__ = ["complain", "explain_failure", "heed_termination", "make_streams_safe", "read_input", "stop_writing"]


def make_streams_safe() -> None:
    """Write UTF-8 into pipes and files, never fail on a character that a stream cannot hold, nor on a closed one."""
    sys.stdout = sys.stdout or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  open as long as the process
    sys.stderr = sys.stderr or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  likewise
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def heed_termination() -> None:
    """Let a request to end close what is open, as an exception does: half-written files are removed."""

    def end(number: int, _: FrameType | None) -> None:
        raise SystemExit(128 + number)

    with suppress(ValueError):  # in another thread than the main one
        signal.signal(signal.SIGTERM, end)


def read_input() -> bytes:
    """Return what comes by the standard input."""
    if sys.stdin is None:
        raise InputError("-: the standard input is closed")
    return sys.stdin.buffer.read()


def stop_writing() -> None:
    """Write nothing more to the standard output, not even what waits to be written."""
    with suppress(OSError, ValueError):  # a stream without a number, as in tests
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(message: str) -> int:
    """Write one line to the standard error; return the exit code of wrong usage."""
    sys.stderr.write(f"unionie: {' '.join(message.split())}\n")
    return 2


def explain_failure(extraction: Extraction) -> str:
    """Return why there are no records of a report, with its source once."""
    reason, source = extraction.error or "", extraction.source or "-"
    return reason if reason.startswith(source) else f"{source}: {reason}"
