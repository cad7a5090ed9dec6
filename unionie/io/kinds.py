"""What kind of file it is: by its first bytes, then by the suffix of its name.

Enters: a name and the first bytes. Leaves: a kind. Next: ``read`` and ``run.inventory`` choose a reader by it.

Content wins where it is plain: an old ``.doc`` that is a web page inside is read as one, a PDF called ``.txt`` too.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import IO, Literal

from unionie.errors import InputError

Kind = Literal["text", "html", "docx", "pdf", "eml", "zip", "tar", "7z"]

__all__ = ["ARCHIVES", "HEAD", "STANDARD_INPUT", "Kind", "explain_protected", "guess_kind", "is_document", "is_hidden"]

HEAD = 4096  # bytes that a guess needs
STANDARD_INPUT = "-"  # its source: without a name, what is not plainly something else is text
ARCHIVES = frozenset({"zip", "tar", "7z"})

_SUFFIXES: dict[str, Kind] = {
    ".txt": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".docx": "docx",
    ".pdf": "pdf",
    ".eml": "eml",
    ".zip": "zip",
    ".tar": "tar",
    ".gz": "tar",
    ".tgz": "tar",
    ".bz2": "tar",
    ".xz": "tar",
    ".7z": "7z",
}
_AS_DOCX = "convert it first: soffice --headless --convert-to docx FILE"
_REFUSED = {
    ".doc": f"is an old Word file; {_AS_DOCX}",
    ".wps": f"is a WPS file; save it as .docx in WPS, or {_AS_DOCX}",
    ".rtf": f"is an RTF file; {_AS_DOCX}",
    ".odt": f"is an OpenDocument file; {_AS_DOCX}",
    ".ofd": "is an OFD file; print or save it as PDF first",
    ".rar": "is a RAR archive; repack it as .zip or unpack it into a folder",
}
_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "tar"),
    (b"BZh", "tar"),
    (b"\xfd7zXZ\0", "tar"),
)
_OLE = b"\xd0\xcf\x11\xe0"
_REFUSED_MAGIC = ((_OLE, ".doc"), (b"{\\rtf", ".rtf"), (b"Rar!\x1a\x07", ".rar"))
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S
)
_OTHERS = {  # parts of containers like that of Word
    b"xl/": "is an Excel file: save its text as .docx or .txt",
    b"ppt/": "is a PowerPoint file: save it as PDF",
}
_OTHER_SUFFIXES = {".xlsx": b"xl/", ".xlsm": b"xl/", ".pptx": b"ppt/"}
_SEARCHED = 2**26  # bytes
_PROTECTED = "EncryptedPackage".encode("utf-16-le")  # the name of a stream, anywhere in the file
_HIDDEN = re.compile(r"(?:^|/)(?:\.|~\$|__MACOSX/)")


def guess_kind(name: str, head: bytes, *, asked: bool = False) -> Kind:
    """Return the kind of the file ``name`` that starts with ``head``; raise InputError for one that cannot be read.

    Without a suffix, what is ``asked`` for by name and not plainly something else is text.
    """
    suffix = PurePosixPath(name).suffix.lower()
    named = _SUFFIXES.get(suffix)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return named if named in ("docx", "zip") else _guess_zip(suffix, head)
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head[257:262] == b"ustar":
        return "tar"
    if _HTML.match(head):
        return "eml" if named == "eml" else "html"
    for magic, refused in _REFUSED_MAGIC:
        if head.startswith(magic):
            raise InputError(_REFUSED[".wps" if suffix == ".wps" else refused])
    if suffix in _REFUSED:
        raise InputError(_REFUSED[suffix])
    if named in ("text", "html", "eml"):
        return named
    if named is not None:
        raise InputError(f"is no {suffix} file inside: it is damaged, or has the wrong suffix")
    if name == STANDARD_INPUT or (asked and not suffix):
        return "text"
    raise InputError(f"cannot read {suffix or 'a file without a suffix'}; give .txt, .md, .html, .docx, .pdf or .eml")


def explain_protected(stream: IO[bytes]) -> str | None:
    """Return why an Office file cannot be read where it takes a password; else None."""
    if stream.read(len(_OLE)) == _OLE and _PROTECTED in stream.read(_SEARCHED):
        return "is protected by a password: save it without one"
    return None


def is_document(name: str, head: bytes) -> bool:
    """Return whether a file found in a folder or archive is a report or holds some, readable or not."""
    suffix = PurePosixPath(name).suffix.lower()
    if suffix in _SUFFIXES or suffix in _REFUSED:
        return True
    if suffix:
        return False
    known = [magic for magic, _ in _MAGIC + _REFUSED_MAGIC]
    return head.startswith((b"%PDF-", b"PK\x03\x04", *known)) or _HTML.match(head) is not None


def is_hidden(name: str) -> bool:
    """Return whether a file is what systems leave behind: a dot file, Word's lock of an open file, macOS's copies."""
    return _HIDDEN.search(name) is not None


def _guess_zip(suffix: str, head: bytes) -> Kind:
    """Return what a zip container with another suffix, or none, is: Word's parts come first in a .docx."""
    for part, reason in _OTHERS.items():
        if _OTHER_SUFFIXES.get(suffix) == part or (
            b"[Content_Types].xml" in head and part in head and b"word/" not in head
        ):
            raise InputError(reason)
    if b"word/" in head or b"[Content_Types].xml" in head:
        return "docx"
    if suffix in _REFUSED:
        raise InputError(_REFUSED[suffix])
    return "zip"
