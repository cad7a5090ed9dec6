"""Files to Reports.

Enters: the path of a text file or of a folder of them. Leaves: Reports with text exactly as the file holds it (line
ends included, byte order mark left out). Next: ``pipeline`` or ``run``.

Text is UTF-8, UTF-16 or GB18030 (which contains GBK and GB2312), decoded strictly: a file in none of them is an
error, never text with replacement characters in it. GB18030 gives characters to almost any bytes, so what it gives
must also look like Chinese.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from os import PathLike
from pathlib import Path

from unionie.errors import InputError
from unionie.records import Report

__all__ = ["decode", "read"]

TEXT = {".txt", ".md"}
UNREADABLE = {".html", ".htm", ".pdf", ".docx", ".doc", ".wps", ".rtf", ".zip", ".tar", ".gz", ".tgz", ".rar", ".7z"}

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_FREQUENT = frozenset("的一是在和有人年大中上了不为会工作业市区县国发展全个以到职新，。、為會業區縣國發個職")
_FREQUENT_SHARE = 0.02  # Chinese prose has ten times that; what GB18030 makes of Big5 or Shift-JIS, a quarter
_ENOUGH_CHARACTERS = 20


def read(path: str | PathLike[str]) -> Iterator[Report]:
    """Yield the Reports of a ``.txt`` or ``.md`` file, or of all of them in a folder (recursive, by name).

    Raises InputError when ``path`` is missing, or is one file that cannot be read. In a folder such a file is
    yielded as a Report with its ``error``, so that the rest goes on; files of other kinds than documents are skipped.
    """
    root = Path(path)
    if root.is_dir():
        return _read_folder(root)
    if not root.exists():
        raise InputError(f"{root}: no such file or folder")
    return iter([_read_file(root)])


def decode(data: bytes) -> tuple[str, str]:
    """Return the text of ``data`` and the name of its encoding; raise InputError when it is in none we read."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decode_strictly(data[len(mark) :], encoding), encoding
    for encoding in (_guess_utf16(data), "utf-8"):
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    text = _decode_strictly(data, "gb18030")
    if not _looks_chinese(text):
        raise InputError("text is neither UTF-8, UTF-16 nor GB18030; save it as UTF-8")
    return text, "gb18030"


def _decode_strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(f"byte {error.start} is not {encoding.upper()}; save the text as UTF-8") from error


def _guess_utf16(data: bytes) -> str:
    """Return the byte order of UTF-16 without a mark, seen from the zero bytes beside line ends and digits."""
    if b"\n\0" in data[:4096] and data[1::2].count(0) > data[::2].count(0):
        return "utf-16-le"
    if b"\0\n" in data[:4096] and data[::2].count(0) > data[1::2].count(0):
        return "utf-16-be"
    return "utf-8"


def _looks_chinese(text: str) -> bool:
    wide = [char for char in text if char > "\u2fff"]
    return len(wide) < _ENOUGH_CHARACTERS or sum(char in _FREQUENT for char in wide) >= _FREQUENT_SHARE * len(wide)


def _read_folder(root: Path) -> Iterator[Report]:
    for path in sorted(root.rglob("*")):
        if path.is_dir() or any(part.startswith(".") for part in path.relative_to(root).parts):
            continue
        if path.suffix.lower() in TEXT | UNREADABLE:
            try:
                yield _read_file(path)
            except InputError as error:
                yield Report("", source=str(path), error=str(error))


def _read_file(path: Path) -> Report:
    if path.suffix.lower() not in TEXT:
        kind = path.suffix or "a file without a suffix"
        raise InputError(f"{path}: cannot read {kind}; save it as text (.txt or .md in UTF-8 or GB18030)")
    try:
        text, encoding = decode(path.read_bytes())
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error
    except InputError as error:
        raise InputError(f"{path}: {error}") from error
    return Report(text, source=str(path), encoding=encoding)
