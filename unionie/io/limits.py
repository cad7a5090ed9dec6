"""How much an archive or a container may hold: bombs are refused before they are unpacked.

Enters: what a directory of members says, and the bytes as they come. Leaves: an InputError where a limit is passed.
Next: ``archives`` and the reader of .docx.
"""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from typing import IO

from unionie.errors import InputError

__all__ = ["LIMITS", "Budget", "Limits", "check_zip", "read_limited"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Limits on what is unpacked; ``ratio`` counts for members above ``ratio_from`` bytes."""

    member_bytes: int = 256 * 2**20
    ratio: int = 200
    ratio_from: int = 10 * 2**20
    members: int = 1_000_000
    total_bytes: int = 2**40


LIMITS = Limits()
_CHUNK = 2**20


class Budget:
    """What one archive, with those nested in it, has unpacked so far."""

    def __init__(self, limits: Limits = LIMITS) -> None:
        self.limits = limits
        self._members = 0
        self._bytes = 0

    def count_member(self) -> None:
        """Count one more member; raise InputError when there are too many."""
        self._members += 1
        if self._members > self.limits.members:
            raise InputError(f"holds more than {self.limits.members:,} members: the rest was not read")

    def count_bytes(self, size: int) -> None:
        """Count unpacked bytes; raise InputError when there are too many."""
        self._bytes += size
        if self._bytes > self.limits.total_bytes:
            raise InputError(f"holds more than {self.limits.total_bytes:,} bytes: the rest was not read")

    def check_member(self, size: int, packed: int | None = None) -> None:
        """Raise InputError for a member that says it is too large, or packed too tightly to be a report."""
        limits = self.limits
        if size > limits.member_bytes:
            raise InputError(f"is larger than {limits.member_bytes:,} bytes")
        if packed is not None and size > limits.ratio_from and size > limits.ratio * max(packed, 1):
            raise InputError(f"unpacks to more than {limits.ratio} times its size: not unpacked")


def read_limited(stream: IO[bytes], budget: Budget) -> bytes:
    """Return all bytes of ``stream``; raise InputError when there are more than a member may have."""
    chunks: list[bytes] = []
    size = 0
    while chunk := stream.read(_CHUNK):  # a large number here would be set aside at once
        size += len(chunk)
        budget.check_member(size)
        budget.count_bytes(len(chunk))
        chunks.append(chunk)
    return b"".join(chunks)


def check_zip(stream: IO[bytes], limits: Limits = LIMITS) -> None:
    """Raise InputError where the parts of a zip container, like a .docx, are too many or too large, or it is none."""
    try:
        with zipfile.ZipFile(stream) as container:
            parts = container.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise InputError("is damaged: its list of parts cannot be read") from error
    budget = Budget(limits)
    for part in parts:
        budget.check_member(part.file_size, part.compress_size)
    if sum(part.file_size for part in parts) > limits.member_bytes:
        raise InputError(f"unpacks to more than {limits.member_bytes:,} bytes")
