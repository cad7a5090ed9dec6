"""What workers of tests do that must be importable in a new process."""

from __future__ import annotations

import gc
import importlib
import os
import time
from pathlib import Path

MEMORY = 600 * 2**20


def note_and_hang(path: str) -> str:
    """Write the process's number into a file, then never end."""
    Path(path).write_text(str(os.getpid()))
    time.sleep(600)
    return path


def obey(item: str) -> str:
    """Do what the item says: die, hang, grow, die once."""
    action, _, argument = item.partition(" ")
    if action == "die":
        os._exit(9)
    if action == "hang":
        time.sleep(600)
    if action == "grow":
        _ = [bytearray(os.urandom(1024) * 2**10) for _ in range(4_000)]
    if action == "once" and not Path(argument).exists():
        Path(argument).touch()
        os._exit(9)
    return f"{action} {os.getpid()}"


def tell_state(_: str) -> tuple[bool, bool]:
    """Return whether torch or pandas can be imported here, and whether the garbage collector spares what was loaded."""
    return _can_import("torch") or _can_import("pandas"), gc.get_freeze_count() > 0


def _can_import(module: str) -> bool:
    try:
        importlib.import_module(module)
    except ModuleNotFoundError:
        return False
    return True


def fail(_: str, reason: str) -> str:
    """Answer for an item that was given up."""
    return f"FAILED {reason}"
