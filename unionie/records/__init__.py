"""What goes in and what comes out: Report, Extraction and the records in it.

Enters: nothing. Leaves: frozen, typed, validated dataclasses. Every other module may import them.
"""

from unionie.records.extraction import Extraction, fail
from unionie.records.models import (
    Award,
    Entity,
    Fact,
    Notice,
    Organization,
    Period,
    Person,
    Section,
)
from unionie.records.pages import Page, Place, Rectangle, Run
from unionie.records.report import Report
from unionie.records.several import Records
from unionie.records.spans import Span

__all__ = [
    "Award",
    "Entity",
    "Extraction",
    "Fact",
    "Notice",
    "Organization",
    "Page",
    "Period",
    "Person",
    "Place",
    "Records",
    "Rectangle",
    "Report",
    "Run",
    "Section",
    "Span",
    "fail",
]
