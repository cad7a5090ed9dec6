"""What makes records what they are, besides the documents: the code, rules and models of unionie and its libraries.

Enters: the settings of a run. Leaves: a fingerprint that changes when records may. Next: ``inventory`` puts it into
keys.
"""

from __future__ import annotations

import hashlib
from importlib import metadata
from pathlib import Path

import unionie
from unionie.run.settings import PLAIN, Settings

__all__ = ["make_fingerprint"]

_PACKAGE = Path(unionie.__file__).parent
_PARTS = ("clean", "frames.py", "io", "link", "pipeline.py", "records", "resolve", "rules", "segment", "tag", "values")
_RUN = ("run/tables.py", "run/worker.py", "run/shards.py")
_LIBRARIES = ("spacy", "jieba", "rjieba", "opencc", "pyarrow", "pypdfium2", "python-docx", "lxml", "trafilatura")


def make_fingerprint(settings: Settings = PLAIN) -> str:
    """Return 16 hexadecimal digits for this version of everything that records come from."""
    digest = hashlib.sha256(unionie.__version__.encode())
    if settings != PLAIN:
        digest.update(repr(settings).encode())
    models = next((path for path in (_PACKAGE / "_models", _PACKAGE.parent / "models") if path.is_dir()), None)
    parts = [_PACKAGE / name for name in (*_PARTS, "doc.py", *_RUN)] + ([models] if models else [])
    for path in sorted(file for part in parts for file in _list_files(part)):
        digest.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    for library in _LIBRARIES:
        digest.update(f"{library} {metadata.version(library)}".encode())
    return digest.hexdigest()[:16]


def _list_files(part: Path) -> list[Path]:
    if part.is_file():
        return [part]
    return [path for path in part.rglob("*") if path.is_file() and path.suffix not in (".pyc", ".md")]
