"""One item of a batch to one Extraction: the only place where any failure becomes a record.

Enters: whatever a user's iterable held. Leaves: an Extraction, failed with its reason where need be. Next: ``local``
runs it here or in worker processes.
"""

from __future__ import annotations

from dataclasses import fields, replace
from types import NoneType
from typing import Any

from unionie.records import Extraction, Report

__all__ = ["extract_batch", "extract_item", "fail", "make_report"]

_WORDS = tuple(field.name for field in fields(Report) if field.name not in ("text", "pages"))


def make_report(item: Any, *, published: str | None = None) -> Report:
    """Return the item as a Report; one that is no text becomes a Report with an ``error``.

    ``published`` is preferred to what the Report says, as ``extract`` does.
    """
    if isinstance(item, Report):
        if not isinstance(item.text, str):
            return Report("", source=item.source, error=f"the report's text is {_name(item.text)}, not a str")
        wrong = next((name for name in _WORDS if not isinstance(getattr(item, name), str | NoneType)), None)
        if wrong is not None:
            return Report("", error=f"the report's {wrong} is {_name(getattr(item, wrong))}, not a str")
        return item if published is None else replace(item, published=published)
    if isinstance(item, str):
        return Report(str(item), published=published)
    return Report("", error=f"an item is {_name(item)}, not a str or Report")


def extract_batch(reports: list[Report]) -> list[Extraction]:
    """Return the Extraction of each report, in order."""
    return [extract_item(report) for report in reports]


def extract_item(report: Report) -> Extraction:
    """Return the report's Extraction, failed with the reason if anything goes wrong in it."""
    if report.error is not None:
        return fail(report, report.error)
    from unionie.pipeline import extract  # brings spaCy: only when the work begins

    try:
        return extract(report)
    except Exception as error:  # one bad report must not stop a batch
        reason = " ".join(str(error).split()) or "no reason given"
        return fail(report, f"{type(error).__name__}: {reason}")


def fail(report: Report, reason: str) -> Extraction:
    """Return the failed Extraction of ``report``."""
    return Extraction(text=report.text, status="failed", error=reason, source=report.source)


def _name(value: Any) -> str:
    if value is None:
        return "None"
    return "NaN" if isinstance(value, float) and value != value else type(value).__name__  # noqa: PLR0124
