"""Annotated reports as a Hugging Face ``DatasetDict``, records as nested features.

Enters: a folder of ``train.jsonl``, ``dev.jsonl``, ``test.jsonl``, or whatever ``load_gold`` reads. Leaves: a
DatasetDict, one split each. Next: the user's own training.
"""

from __future__ import annotations

from dataclasses import fields
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

from unionie.corpora.gold import GoldAward, GoldEntity, GoldFact, GoldPerson, GoldReport, load_gold

if TYPE_CHECKING:
    import datasets

__all__ = ["load"]

_DECIMAL = "decimal128(38, 10)"  # as the tables of our own records
_TYPES = {int: "int32", str: "string", bool: "bool", Decimal: _DECIMAL}
_ABOUT = ("id", "genre", "hand", "published", "title", "region", "text")
_RECORDS = {"facts": GoldFact, "awards": GoldAward, "people": GoldPerson, "entities": GoldEntity}


def load(path: str | Path) -> datasets.DatasetDict:
    """Return the annotated reports under ``path`` by split; those without one are in ``all``.

    Features: what the report says of itself as strings, ``authors``, ``labels`` and ``aliases`` as lists, and
    ``facts``, ``awards``, ``people``, ``entities`` as lists of structs with the fields of ``GoldFact`` …; a period is a
    struct of ``start`` and ``end``. Decimals have the type ``decimal128(38, 10)``. Raises InputError when something
    cannot be read.
    """
    import datasets  # heavy; only this function needs it

    rows: dict[str, list[dict[str, Any]]] = {}
    for report in load_gold(path):
        rows.setdefault(report.split or "all", []).append(_row(report))
    features = _features()
    return datasets.DatasetDict({split: datasets.Dataset.from_list(rows[split], features) for split in rows})


def _features() -> datasets.Features:
    from datasets import Features, Value

    text = Value("string")
    about = dict.fromkeys(_ABOUT, text) | {"authors": [text], "labels": [text], "aliases": [[text]]}
    return Features(about | {name: [_struct(kind)] for name, kind in _RECORDS.items()})


def _struct(kind: type) -> dict[str, Any]:
    """Return the features of a gold record, from its fields."""
    from datasets import Value

    features: dict[str, Any] = {}
    for name, hint in get_type_hints(kind).items():
        if name == "period":
            features[name] = {"start": Value("string"), "end": Value("string")}
        elif hint == tuple[str, ...]:
            features[name] = [Value("string")]
        else:
            stated = next((arg for arg in get_args(hint) if arg is not type(None)), hint)  # the X of X | None
            features[name] = Value(_TYPES[stated])
    return features


def _row(report: GoldReport) -> dict[str, Any]:
    records = {name: [_entry(entry) for entry in getattr(report, name)] for name in _RECORDS}
    about = {name: getattr(report, name) for name in _ABOUT}
    lists = {
        "authors": list(report.authors),
        "labels": None if report.labels is None else sorted(report.labels),
        "aliases": [sorted(group) for group in report.aliases],
    }
    return about | lists | records


def _entry(entry: Any) -> dict[str, Any]:
    row: dict[str, Any] = {field.name: getattr(entry, field.name) for field in fields(entry)}
    if row.get("period") is not None:
        row["period"] = dict(zip(("start", "end"), row["period"], strict=True))
    return {name: list(value) if isinstance(value, tuple) else value for name, value in row.items()}
