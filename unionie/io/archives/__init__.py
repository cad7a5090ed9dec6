"""Members of archives, one module a kind of archive, each with ``open_members(stream, budget)``.

Enters: an open archive. Leaves: Members in the order of the archive, each read when asked for and only until the next
one is taken; what cannot be read is a Member with its ``error``, and the rest goes on. Next: ``io.find``.

Nothing is ever unpacked under a member's own name, so that no name can lead out of a folder. Links are not followed.
Archives inside are ``find``'s business. Limits are those of ``io.limits``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import IO, NamedTuple

from unionie.io.limits import Budget

__all__ = ["LINK", "SPECIAL", "Member", "open_members"]

LINK = "is a symbolic link: links are not followed"
SPECIAL = "is a device or pipe, not a file"
_MODULES = {"zip": "zip", "tar": "tar", "7z": "seven"}


class Member(NamedTuple):
    """A member: its name as the archive gives it, and how to read it; or why it cannot be read.

    An ``error`` without a name is about the archive itself.
    """

    name: str
    read: Callable[[], bytes] | None = None
    error: str | None = None


def open_members(kind: str, stream: IO[bytes], budget: Budget) -> Iterator[Member]:
    """Yield the members of an archive of that kind."""
    members: Iterator[Member] = import_module(f"unionie.io.archives.{_MODULES[kind]}").open_members(stream, budget)
    return members
