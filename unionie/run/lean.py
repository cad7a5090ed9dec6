"""What a process of unionie's own does without.

Enters: a process that has just started: a worker, the command line. Leaves: the same, smaller and sooner ready.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from types import ModuleType

__all__ = ["leave_out"]


class _LeftOut(MetaPathFinder):
    """A finder that says of some modules that they are not installed."""

    def __init__(self, modules: Sequence[str]) -> None:
        self._modules = frozenset(modules)

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,  # noqa: ARG002  Python gives them
        target: ModuleType | None = None,  # noqa: ARG002
    ) -> None:
        if fullname in self._modules:
            raise ModuleNotFoundError(f"{fullname} is left out of this process", name=fullname)


def leave_out(*modules: str) -> None:
    """Let ``import`` of these modules fail in this process, as if they were not installed.

    spaCy imports torch wherever it is, for seconds and 500 MB, though nothing but ``unionie train`` needs it; pyarrow
    imports pandas to see whether it was given a frame. Never called in a process that
    runs a user's code. (``None`` in ``sys.modules`` would do for Python, but pyarrow takes it for the module.)
    """
    sys.meta_path.insert(0, _LeftOut(modules))
