"""Annotated reports: read them, check them, turn them into Extractions.

Enters: ``.jsonl`` files whose rows hold the text too, or ``<id>.txt`` and ``<id>.json`` pairs. Leaves: GoldReports,
lists of problems, Extractions, a DatasetDict, files of annotation tools. Next: ``unionie.evaluate``.
files → gold → convert; files → check, slips, count; files → sheets → formats (exchange).
"""

from unionie.corpora.check import check
from unionie.corpora.convert import to_extraction
from unionie.corpora.dataset import load
from unionie.corpora.exchange import export_reports, import_reports, write_reports
from unionie.corpora.gold import (
    GoldAward,
    GoldEntity,
    GoldFact,
    GoldPerson,
    GoldReport,
    load_gold,
    parse_period,
)

__all__ = [
    "GoldAward",
    "GoldEntity",
    "GoldFact",
    "GoldPerson",
    "GoldReport",
    "check",
    "export_reports",
    "import_reports",
    "load",
    "load_gold",
    "parse_period",
    "to_extraction",
    "write_reports",
]
