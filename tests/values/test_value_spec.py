"""The specification in quantities.tsv and numbers.tsv, row by row."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest

from unionie.values import find_numbers, find_quantities
from unionie.values.types import Number, Quantity

HERE = Path(__file__).parent


def groups(name: str) -> Iterator[tuple[str, list[dict[str, str]]]]:
    """Yield each text of the table with its expected rows (none where the text stands alone)."""
    lines = (HERE / name).read_text("utf-8").splitlines()
    lines = [line for line in lines if line.strip() and not line.startswith("#")]
    header, *body = (line.split("\t") for line in lines)
    rows = [dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True)) for cells in body]
    for text, found in groupby(rows, key=lambda row: row["text"]):
        yield text, [row for row in found if row["span"]]


def unescaped(cell: str) -> str:
    """Return the cell with its line ends and tabs."""
    return cell.replace("\\n", "\n").replace("\\t", "\t")


def _quantity(q: Quantity) -> tuple[str, ...]:
    high = "" if q.high is None else str(q.high)
    return (q.text, str(q.value), high, q.unit or "", q.precision, q.dimension or "", q.unit_code or "")


def _number(n: Number) -> tuple[str, ...]:
    return (n.text, str(n.value), n.kind)


@pytest.mark.parametrize(("text", "rows"), list(groups("quantities.tsv")))
def test_quantities(text: str, rows: list[dict[str, str]]) -> None:
    keys = ("span", "value", "high", "unit", "precision", "dimension", "code")
    expected = [tuple(unescaped(row[key]) for key in keys) for row in rows]
    source = unescaped(text)
    found = find_quantities(source)
    assert [_quantity(q) for q in found] == expected
    assert all(source[q.start : q.end] == q.text for q in found)


@pytest.mark.parametrize(("text", "rows"), list(groups("numbers.tsv")))
def test_numbers(text: str, rows: list[dict[str, str]]) -> None:
    expected = [tuple(unescaped(row[key]) for key in ("span", "value", "kind")) for row in rows]
    source = unescaped(text)
    found = find_numbers(source)
    assert [_number(n) for n in found] == expected
    assert all(source[n.start : n.end] == n.text for n in found)


def test_specification_is_large_and_says_each_text_once() -> None:
    for name, least in (("quantities.tsv", 1000), ("numbers.tsv", 160)):
        texts = [text for text, _ in groups(name)]
        assert len(texts) == len(set(texts))
        assert sum(max(1, len(rows)) for _, rows in groups(name)) >= least
