"""Members of .tar archives, plain or packed by gzip, bzip2 or xz.

Enters: an open archive. Leaves: Members, read in one pass. Next: ``io.find``.
"""

from __future__ import annotations

import bz2
import gzip
import lzma
import os
import tarfile
import zlib
from collections.abc import Iterator
from functools import partial
from typing import IO, Any

from unionie.errors import InputError
from unionie.io.archives import LINK, SPECIAL, Member
from unionie.io.decode import decode_name
from unionie.io.limits import Budget, read_limited

__all__ = ["open_members"]

_DAMAGED = (tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError, OverflowError)


def open_members(stream: IO[bytes], budget: Budget) -> Iterator[Member]:
    """Yield the members in their order; where the archive is cut short, the last Member says so."""
    try:
        with tarfile.open(fileobj=stream, mode="r:*", errorlevel=1) as archive:
            while (info := archive.next()) is not None:
                archive.members = []  # type: ignore[attr-defined]  # else it keeps them all
                if info.isdir():
                    continue
                budget.count_member()
                yield _make_member(archive, info, budget)
            _check_end(archive)
    except InputError as error:
        yield Member("", error=str(error))
    except _DAMAGED as error:
        if isinstance(error, tarfile.ReadError) and _holds_one_file(stream):
            yield Member("", error="is one packed file, no archive: unpack it first")
            return
        yield Member("", error=f"the archive is damaged or cut short ({type(error).__name__}): the rest was not read")


def _holds_one_file(stream: IO[bytes]) -> bool:
    """Return whether something is packed here that does not begin as a .tar does."""
    for library in (gzip, bz2, lzma):
        stream.seek(0)
        try:
            with library.open(stream) as packed:
                head = packed.read(tarfile.BLOCKSIZE)
        except (OSError, EOFError, zlib.error, lzma.LZMAError):
            continue
        try:
            tarfile.TarInfo.frombuf(head, "utf-8", "surrogateescape")
        except tarfile.HeaderError:
            return bool(head)
    return False


def _check_end(archive: tarfile.TarFile) -> None:
    """Raise ReadError where the archive ends inside a member: tarfile takes that for its end."""
    inner: Any = archive.fileobj
    inner.seek(0, os.SEEK_END)
    if archive.offset > inner.tell():
        raise tarfile.ReadError("unexpected end of data")


def _make_member(archive: tarfile.TarFile, info: tarfile.TarInfo, budget: Budget) -> Member:
    name = decode_name(info.name.encode("utf-8", "surrogateescape"))
    if info.issym():
        return Member(name, error=LINK)
    if info.islnk():
        return Member(name, error="is a hard link: links are not followed")
    if not info.isfile():
        return Member(name, error=SPECIAL)
    return Member(name, partial(_read, archive, info, budget))


def _read(archive: tarfile.TarFile, info: tarfile.TarInfo, budget: Budget) -> bytes:
    budget.check_member(info.size)
    stream = archive.extractfile(info)
    if stream is None:
        raise InputError("is no file")
    try:
        data = read_limited(stream, budget)
    except _DAMAGED as error:
        if isinstance(error, InputError):
            raise
        raise InputError(f"is damaged or cut short in its archive ({type(error).__name__})") from error
    if len(data) != info.size:
        raise InputError("is cut short in its archive")
    return data
