"""A small archive and runs over it, for the tests of batch runs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from unionie import Summary, extract_archive
from unionie.run.export import read_rows
from unionie.run.tables import RUN_TABLES

SMALL = 1_500  # bytes a shard, so that small archives have several


def make_text(number: int) -> str:
    return f"青山区第{number}小学总结\n今年招收学生{number + 100}人，比上年增长{number}.5%，投入资金{number}万元。\n"


def make_archive(folder: Path, count: int = 30) -> Path:
    """A folder of short reports, with some that cannot be read and files of other kinds."""
    for number in range(count):
        path = folder / f"{2015 + number % 3}" / f"{number:03d}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(make_text(number).encode("utf-8" if number % 2 else "gb18030"))
    (folder / "bad.txt").write_bytes(b"\xef\xbb\xbf\xff")
    (folder / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    return folder


def run(archive: Path, out: Path, **options: Any) -> Summary:
    return extract_archive(archive, out, **{"workers": 1, "shard_bytes": SMALL} | options)


def read_bytes(records: Path) -> dict[str, bytes]:
    """All files of the tables."""
    return {
        str(path.relative_to(records)): path.read_bytes()
        for table in RUN_TABLES
        for path in sorted((records / table).iterdir())
    }


def read_sources(records: Path, table: str) -> list[str]:
    return [row["source"] for row in read_rows(records, table)]
