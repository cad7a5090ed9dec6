"""Rules as data: tables that say what the rules know, one line a rule.

Enters: the TSV files in ``data/``. Leaves: checked rows. Next: ``values``, ``clean`` and the taggers read them.

A table starts with a header line of column names; ``#`` starts a comment line; empty cells are "".
Every table has a first column ``id`` whose values are unique.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from unionie.errors import RuleError

Row = dict[str, str]

__all__ = ["Row", "load_table", "parse_table"]


@cache
def load_table(name: str) -> tuple[Row, ...]:
    """Return the rows of the packaged table ``data/<name>.tsv``, checked, in file order."""
    path = files("unionie.rules") / "data" / f"{name}.tsv"
    return parse_table(path.read_text("utf-8"), source=f"{name}.tsv")


def parse_table(text: str, *, source: str) -> tuple[Row, ...]:
    """Return the rows of a TSV table; raise RuleError naming file, line and reason when one is wrong."""
    header: list[str] | None = None
    rows: list[Row] = []
    seen: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.rstrip("\r\n").split("\t")
        if header is None:
            header = _check_header(cells, source, number)
            continue
        if len(cells) > len(header):
            raise RuleError(f"{source}, line {number}: {len(cells)} cells, but the header names {len(header)} columns")
        row = dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True))
        key = row["id"]
        if not key:
            raise RuleError(f"{source}, line {number}: the id is empty")
        if key in seen:
            raise RuleError(f"{source}, line {number}: id {key!r} stands on line {seen[key]} already")
        seen[key] = number
        rows.append(row)
    if header is None:
        raise RuleError(f"{source}: the table has no header line")
    return tuple(rows)


def _check_header(cells: list[str], source: str, number: int) -> list[str]:
    if cells[0] != "id":
        raise RuleError(f"{source}, line {number}: the first column must be 'id', not {cells[0]!r}")
    if len(set(cells)) != len(cells):
        raise RuleError(f"{source}, line {number}: a column is named twice")
    return cells
