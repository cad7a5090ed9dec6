"""What a process of unionie's own does without.

Enters: a process that has just started: a worker, the command line. Leaves: the same, smaller and sooner ready.
"""

from __future__ import annotations

import sys

__all__ = ["leave_out_torch"]


def leave_out_torch() -> None:
    """Let ``import torch`` fail in this process: spaCy imports it wherever it is installed, for seconds and 500 MB.

    Nothing here needs it but ``unionie train``; never called in a process that runs a user's code.
    """
    sys.modules.setdefault("torch", None)  # type: ignore[arg-type]  # None is Python's own mark of what is not there
