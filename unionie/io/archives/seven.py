"""Members of .7z archives, by py7zr: the extra ``unionie[7z]``.

Enters: an open archive. Leaves: Members. Next: ``io.find``.

A .7z packs many members as one stream: they are unpacked together, into unnamed temporary files.
"""

from __future__ import annotations

import lzma
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from typing import IO, Any

from unionie.errors import DependencyError, InputError
from unionie.io.archives import LINK, Member
from unionie.io.limits import Budget, read_limited

__all__ = ["open_members"]

_ENCRYPTED = "the archive is encrypted: unpack it with its password first"
_IN_MEMORY = 2**20  # bytes of a member that need no file


def open_members(stream: IO[bytes], budget: Budget) -> Iterator[Member]:
    """Yield the members, in the order of the archive."""
    try:
        import py7zr  # LGPL and large: an extra
        from py7zr.exceptions import ArchiveError, PasswordRequired
    except ImportError as error:
        raise DependencyError("reading .7z needs py7zr: pip install 'unionie[7z]'") from error
    damaged = (ArchiveError, lzma.LZMAError, EOFError, OSError, ValueError, TypeError, KeyError, IndexError)
    with ExitStack() as stack:
        factory = _make_factory(stack, budget)
        try:
            with py7zr.SevenZipFile(stream) as archive:
                if archive.needs_password():
                    yield Member("", error=_ENCRYPTED)
                    return
                files = [info for info in archive.files if not info.is_directory]
                for info in files:
                    budget.count_member()
                    budget.check_member(info.uncompressed, info.compressed)
                links = {info.filename for info in files if info.is_symlink}
                archive.extractall(factory=factory)
        except InputError as error:
            yield Member("", error=str(error))
            return
        except PasswordRequired:  # the names of its members are encrypted too
            yield Member("", error=_ENCRYPTED)
            return
        except damaged as error:
            yield Member("", error=f"the archive is damaged or cut short ({type(error).__name__})")
            return
        for name, file in factory.files:
            yield Member(name, error=LINK) if name in links else Member(name, partial(_read, file, budget))


def _read(file: IO[bytes], budget: Budget) -> bytes:
    file.seek(0)
    return read_limited(file, budget)


def _make_factory(stack: ExitStack, budget: Budget) -> Any:
    """Return py7zr's way to say where members go: into temporary files without a name."""
    from py7zr.io import Py7zIO, WriterFactory  # as above

    class Output(Py7zIO):
        def __init__(self) -> None:
            file = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115  the stack closes it
            self.file = stack.enter_context(file)
            self._size = 0

        def write(self, data: bytes | bytearray) -> int:
            self._size += len(data)
            budget.check_member(self._size)
            return self.file.write(data)

        def read(self, size: int | None = None) -> bytes:
            return self.file.read(-1 if size is None else size)

        def seek(self, offset: int, whence: int = 0) -> int:
            return self.file.seek(offset, whence)

        def flush(self) -> None:
            self.file.flush()

        def size(self) -> int:
            return self._size

    class Factory(WriterFactory):
        def __init__(self) -> None:
            self.files: list[tuple[str, IO[bytes]]] = []

        def create(self, filename: str) -> Output:
            output = Output()
            self.files.append((filename, output.file))
            return output

    return Factory()
