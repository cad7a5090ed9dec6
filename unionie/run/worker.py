"""One item of a batch to its records: the only place where any failure becomes a record.

Enters: whatever a user's iterable held, or a Document of an archive. Leaves: an Extraction, or the tables of a report;
failed with the reason where need be. Next: ``local`` runs it here or in worker processes, ``archive`` and ``spark``
in worker processes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from types import NoneType
from typing import TYPE_CHECKING, Any

from unionie.records import Extraction, Report, fail
from unionie.run.settings import PLAIN, Settings

if TYPE_CHECKING:
    from unionie.run.inventory import Document
    from unionie.run.tables import Tables

__all__ = ["extract_document", "extract_item", "extract_items", "fail", "fail_document", "load_all", "make_report"]

_WORDS = tuple(field.name for field in fields(Report) if field.name not in ("text", "pages"))
_PLAIN = frozenset((str, NoneType))


def make_report(item: Any, *, published: str | None = None) -> Report:
    """Return the item as a Report; one that is no text becomes a Report with an ``error``.

    ``published`` is preferred to what the Report says, as ``extract`` does.
    """
    if isinstance(item, Report):
        if not isinstance(item.text, str):
            return Report("", source=item.source, error=f"the report's text is {_name(item.text)}, not a str")
        if isinstance(item.published, date):
            item = replace(item, published=item.published.isoformat()[:10])
        wrong = next((name for name in _WORDS if not isinstance(getattr(item, name), str | NoneType)), None)
        if wrong is not None:
            return Report("", error=f"the report's {wrong} is {_name(getattr(item, wrong))}, not a str")
        plain = _make_plain(item)
        return plain if published is None else replace(plain, published=published)
    if isinstance(item, str):
        return Report(str.__str__(item), published=published)
    return Report("", error=f"an item is {_name(item)}, not a str or Report")


def _make_plain(report: Report) -> Report:
    """Return the Report without a caller's own types, which a worker process may not know."""
    words = {name: getattr(report, name) for name in ("text", *_WORDS)}
    if type(report) is Report and _PLAIN.issuperset(map(type, words.values())):
        return report
    plain = {name: None if word is None else str.__str__(word) for name, word in words.items()}
    return Report(**plain, pages=report.pages)  # type: ignore[arg-type]  # the text is no None


def extract_item(report: Report, settings: Settings = PLAIN) -> Extraction:
    """Return the report's Extraction, failed with the reason if anything goes wrong in it."""
    if report.error is not None:  # no pipeline is needed for that
        return fail(report, report.error)
    from unionie.pipeline import default, extract  # brings spaCy: only when the work begins

    try:
        return extract(report, nlp=default(settings.rules, settings.min_confidence))
    except Exception as error:  # one bad report must not stop a batch
        return fail(report, _explain(error))


def extract_items(reports: Sequence[Report], settings: Settings = PLAIN) -> list[Extraction]:
    """Return the reports' Extractions, those of ``extract_item``; together they are tagged faster."""
    if len(reports) == 1 or any(report.error is not None for report in reports):
        return [extract_item(report, settings) for report in reports]
    from unionie.pipeline import default, extract_together

    try:
        return extract_together(reports, default(settings.rules, settings.min_confidence))
    except Exception:  # one of them: each alone, it gives its reason
        return [extract_item(report, settings) for report in reports]


def extract_document(document: Document, settings: Settings = PLAIN) -> Tables:
    """Return the tables of a document of an archive: its records, or one row of ``failures``."""
    from unionie.run.tables import make_tables  # pyarrow: only where tables are made

    if document.error is not None or document.path is None:
        return fail_document(document, document.error or "is gone since the run began: run again")
    try:
        report = _read_document(document, document.path)
        return make_tables(extract_item(report, settings), report)
    except Exception as error:  # a reader's library failed in a way of its own
        return fail_document(document, _explain(error))


def load_all(settings: Settings = PLAIN) -> None:
    """Load what ``extract_document`` loads at its first document."""
    from unionie.pipeline import default  # as there
    from unionie.run.tables import make_schema

    default(settings.rules, settings.min_confidence)
    make_schema("reports")


def fail_document(document: Document, reason: str) -> Tables:
    """Return the tables of a document that is given up."""
    from unionie.run.tables import make_failure  # as above

    return make_failure(document.source, reason, document.sha256)


def _read_document(document: Document, path: str) -> Report:
    from unionie.io.read import make_report as read_report  # readers: only where files are read

    try:
        data = Path(path).read_bytes()
    except OSError as error:
        return Report("", document.source, error=f"cannot be read: {error.strerror}", sha256=document.sha256)
    if hashlib.sha256(data).hexdigest() != document.sha256:
        return Report("", document.source, error="changed since the run began: run again", sha256=document.sha256)
    report = read_report(document.source, data, document.known)
    if report.error is None:
        return report
    return replace(report, error=report.error.removeprefix(f"{document.source}: "))  # the row has it


def _explain(error: Exception) -> str:
    return f"{type(error).__name__}: {' '.join(str(error).split()) or 'no reason given'}"


def _name(value: Any) -> str:
    if value is None:
        return "None"
    return "NaN" if isinstance(value, float) and value != value else type(value).__name__  # noqa: PLR0124
