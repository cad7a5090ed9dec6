"""Annotated reports: read them, check them, turn them into Extractions.

Enters: a folder of ``<id>.txt`` and ``<id>.json`` pairs, or a ``.jsonl`` file whose rows hold the text too.
Leaves: GoldReports, lists of problems, Extractions. Next: ``unionie.evaluate``.
"""

from unionie.corpora.check import check
from unionie.corpora.convert import to_extraction
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
    "load_gold",
    "parse_period",
    "to_extraction",
]
