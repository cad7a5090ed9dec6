"""Members of .zip archives; names in GBK, as Windows writes them, are recognised.

Enters: an open .zip. Leaves: Members. Next: ``io.find``.
"""

from __future__ import annotations

import lzma
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from functools import partial
from typing import IO

from unionie.errors import InputError
from unionie.io.archives import LINK, Member
from unionie.io.decode import decode_name, is_utf8
from unionie.io.limits import Budget, read_limited

__all__ = ["open_members"]

_UTF8_NAME, _ENCRYPTED = 0x800, 0x1
_UNICODE_PATH = 0x7075
_MEMBER = b"PK\x03\x04"
_DAMAGED = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, struct.error, ValueError, OverflowError)


def open_members(stream: IO[bytes], budget: Budget) -> Iterator[Member]:
    """Yield the members, in the order of the archive's directory."""
    try:
        begins = stream.read(len(_MEMBER)) == _MEMBER
        archive = zipfile.ZipFile(stream)
        infos = archive.infolist()
    except (*_DAMAGED, NotImplementedError) as error:
        yield Member("", error=f"the archive is damaged or cut short ({type(error).__name__})")
        return
    names = [_get_name(info) for info in infos]
    mixed = not all(is_utf8(name) for name in names if isinstance(name, bytes))
    with archive:
        for info, given in zip(infos, names, strict=True):
            if info.filename.endswith("/"):
                continue
            try:
                budget.count_member()
            except InputError as error:
                yield Member("", error=str(error))
                return
            name = decode_name(given, mixed=mixed) if isinstance(given, bytes) else given
            yield _make_member(archive, info, name or "_", budget)  # one without a name is the archive itself
    if begins and min((info.header_offset for info in infos), default=1):  # the directory is that of a .zip inside
        yield Member("", error="the archive is damaged or cut short: not all of its members were found")


def _make_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, budget: Budget) -> Member:
    if stat.S_ISLNK(info.external_attr >> 16):
        return Member(name, error=LINK)
    if info.flag_bits & _ENCRYPTED:
        return Member(name, error="is encrypted: unpack it with its password first")
    return Member(name, partial(_read, archive, info, budget))


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget) -> bytes:
    budget.check_member(info.file_size, info.compress_size)
    try:
        with archive.open(info) as stream:
            return read_limited(stream, budget)
    except NotImplementedError as error:
        raise InputError("is packed by a method that cannot be unpacked here; repack it") from error
    except _DAMAGED as error:
        if isinstance(error, InputError):
            raise
        raise InputError(f"is damaged or cut short in its archive ({type(error).__name__})") from error


def _get_name(info: zipfile.ZipInfo) -> str | bytes:
    """Return the name: as Unicode where the archive says so, else the bytes that zipfile took as cp437."""
    if info.flag_bits & _UTF8_NAME:
        return info.orig_filename
    extra = info.extra
    while len(extra) >= 4:
        kind, size = struct.unpack("<HH", extra[:4])
        if kind == _UNICODE_PATH and size > 5:
            return extra[9 : 4 + size].decode("utf-8", "replace")
        extra = extra[4 + size :]
    return info.orig_filename.encode("cp437", "replace")
