"""What a process of unionie's own does without.

Enters: a process that has just started: a worker, the command line. Leaves: the same, smaller and sooner ready.
"""

from __future__ import annotations

import sys

__all__ = ["leave_out"]


def leave_out(*modules: str) -> None:
    """Let ``import`` of these modules fail in this process, as if they were not installed.

    spaCy imports torch wherever it is, for seconds and 500 MB, though nothing but ``unionie train`` needs it; pyarrow
    imports pandas, a third of a second and 30 MB, to see whether it was given a frame. Never called in a process that
    runs a user's code.
    """
    for module in modules:
        sys.modules.setdefault(module, None)  # type: ignore[arg-type]  # Python's own mark of what is not there
