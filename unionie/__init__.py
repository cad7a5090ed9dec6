"""unionie: Chinese work reports to structured records, with the characters that prove each.

>>> import unionie
>>> [(q.text, q.value, q.unit, q.precision) for q in unionie.find_quantities("发展会员5600余人")]
[('5600余人', Decimal('5600'), '人', 'over')]

Names are loaded when first used: ``import unionie`` alone loads no model, pandas or spaCy.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from unionie.errors import DependencyError, InputError, RuleError, UnionieError
    from unionie.io.frames import to_dataset, to_frames
    from unionie.io.read import read
    from unionie.panel.compare import compare
    from unionie.panel.series import series
    from unionie.pipeline import extract, load
    from unionie.records import (
        Award,
        Entity,
        Extraction,
        Fact,
        Notice,
        Organization,
        Period,
        Person,
        Report,
        Section,
        Span,
    )
    from unionie.run.archive import Summary, extract_archive
    from unionie.run.datasets import dataset_map
    from unionie.run.local import extract_many
    from unionie.values import Number, Quantity, Time, find_numbers, find_quantities, find_times, parse_number

__version__ = "0.1.0"

_HOME = {
    "unionie.errors": ("DependencyError", "InputError", "RuleError", "UnionieError"),
    "unionie.io.frames": ("to_dataset", "to_frames"),
    "unionie.io.read": ("read",),
    "unionie.panel.compare": ("compare",),
    "unionie.panel.series": ("series",),
    "unionie.pipeline": ("extract", "load"),
    "unionie.records": (
        "Award",
        "Entity",
        "Extraction",
        "Fact",
        "Notice",
        "Organization",
        "Period",
        "Person",
        "Report",
        "Section",
        "Span",
    ),
    "unionie.run.archive": ("Summary", "extract_archive"),
    "unionie.run.datasets": ("dataset_map",),
    "unionie.run.local": ("extract_many",),
    "unionie.values": ("Number", "Quantity", "Time", "find_numbers", "find_quantities", "find_times", "parse_number"),
}
_WHERE = {name: module for module, names in _HOME.items() for name in names}

__all__ = [
    "Award",
    "DependencyError",
    "Entity",
    "Extraction",
    "Fact",
    "InputError",
    "Notice",
    "Number",
    "Organization",
    "Period",
    "Person",
    "Quantity",
    "Report",
    "RuleError",
    "Section",
    "Span",
    "Summary",
    "Time",
    "UnionieError",
    "__version__",
    "compare",
    "dataset_map",
    "extract",
    "extract_archive",
    "extract_many",
    "find_numbers",
    "find_quantities",
    "find_times",
    "load",
    "parse_number",
    "read",
    "series",
    "to_dataset",
    "to_frames",
]


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module 'unionie' has no attribute {name!r}")
    value = getattr(import_module(_WHERE[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
