"""Test cases kept as TSV tables beside the tests that read them."""

from __future__ import annotations

from pathlib import Path


def read_cases(test_file: str, name: str) -> list[list[str]]:
    """The cells of the table ``name`` in the folder of ``test_file``, header and # lines left out."""
    lines = (Path(test_file).parent / name).read_text("utf-8").splitlines()[1:]
    width = max(line.count("\t") for line in lines) + 1
    rows = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    return [row + [""] * (width - len(row)) for row in rows]
