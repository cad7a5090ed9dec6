"""Words for the present: 目前 means the time of the report, not the day on which it came out.

Enters: nothing. Leaves: the words. Next: ``link`` and ``resolve``.
"""

from __future__ import annotations

__all__ = ["NOW"]

NOW = frozenset(["如今", "现在", "目前", "眼下", "当前", "现今", "而今"])
