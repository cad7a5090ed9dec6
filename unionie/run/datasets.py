"""Hugging Face datasets: a function for ``Dataset.map``.

Enters: rows of a dataset, as ``map`` gives them. Leaves: the same rows with a column ``extraction``. Next: the user's
own code. ``to_dataset`` of ``io.frames`` makes datasets of Extractions; ``load_dataset("parquet", …)`` reads a run's.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from unionie.errors import InputError
from unionie.io.arrow import make_table_of
from unionie.io.nested import EXTRACTION, make_nested_row
from unionie.records import Report
from unionie.run.worker import extract_item, make_report

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["dataset_map"]

_KNOWN = ("source", "published", "region", "publisher")


def dataset_map(batch: Mapping[str, Any] | pa.Table) -> pa.Table:
    """Return the rows with a column ``extraction``: a struct of status, error, title … and lists of records.

    For ``dataset.map(unionie.dataset_map, batched=True, num_proc=4)``; the dataset has a column ``text``, and may have
    ``source``, ``published``, ``region`` and ``publisher``. A missing text gives an extraction with status "failed".
    The table keeps all types, also where the first rows have no records. Raises InputError without a column ``text``.
    """
    table = _get_table(batch)
    if "text" not in table.column_names:
        raise InputError(f"the dataset has no column 'text'; it has {', '.join(table.column_names)}")
    names = [name for name in _KNOWN if name in table.column_names]
    rows = table.select(["text", *names]).to_pylist()
    made = [{"extraction": make_nested_row(extract_item(make_report(_make_item(row))))} for row in rows]
    column = make_table_of((EXTRACTION,), made)["extraction"]
    if "extraction" in table.column_names:
        table = table.drop_columns(["extraction"])
    return table.append_column("extraction", column)


def _get_table(batch: Mapping[str, Any] | pa.Table) -> pa.Table:
    """Return the rows as Arrow: ``map`` gives dicts that know their table, or the table itself."""
    import pyarrow as pa  # heavy; only this function needs it

    table = getattr(batch, "pa_table", batch)
    if isinstance(table, pa.Table):
        return table
    lists = {name: cells if isinstance(cells, list) else [cells] for name, cells in table.items()}
    return pa.table(lists)


def _make_item(row: Mapping[str, Any]) -> Any:
    text = row["text"]
    if not isinstance(text, str):
        return text
    known: Any = {name: str(value) for name, value in row.items() if name != "text" and value is not None}
    return Report(text, **known)
