"""What comes out for one report: an Extraction."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from unionie.errors import InputError
from unionie.records.checks import check_rebuilt
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
from unionie.records.plain import from_plain, to_plain
from unionie.records.report import Report
from unionie.records.several import Records
from unionie.records.surrogates import APART, keep_apart, put_together

if TYPE_CHECKING:
    import pandas as pd
    from spacy.language import Language

    from unionie.explain.reasons import Explanation


_STATUS = frozenset(("ok", "failed"))
_TABLES = ("facts", "awards", "people", "organizations", "entities", "notices")


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """The records of one report, with the exact characters that prove each.

    ``text`` is the caller's text, unchanged; every span satisfies ``text[span.start:span.end] == span.text``,
    which is checked on construction. ``status`` is "failed" (with ``error``) when the report could not be read.
    Records of one kind are a tuple (``Records``) that shows itself as a table in notebooks.
    """

    text: str
    status: Literal["ok", "failed"] = "ok"
    error: str | None = None
    source: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    published: str | None = None
    region: str | None = None
    period: Period | None = None
    sections: tuple[Section, ...] = ()
    facts: tuple[Fact, ...] = ()
    awards: tuple[Award, ...] = ()
    people: tuple[Person, ...] = ()
    organizations: tuple[Organization, ...] = ()
    entities: tuple[Entity, ...] = ()
    notices: tuple[Notice, ...] = ()

    def __post_init__(self) -> None:
        """Check that every span quotes the text and every reference names a record."""
        for table in _TABLES:
            object.__setattr__(self, table, Records(getattr(self, table)))
        text = self.text
        if not isinstance(text, str) or self.status not in _STATUS or (self.status == "failed" and self.error is None):
            raise InputError(f"an Extraction has a text, and is ok or failed with an error, not {self.status!r}")
        for name in ("authors", "sections"):
            if type(getattr(self, name)) is not tuple:
                object.__setattr__(self, name, _make_tuple(name, getattr(self, name)))
        try:
            size = len(text)
            for where, (start, end, words) in self._spans():
                if not 0 <= start < end <= size or text[start:end] != words:
                    raise InputError(f"{' '.join(where)}: the text at {start}:{end} is not {words!r}")
            ids = {fact.id for fact in self.facts}
            for fact in self.facts:
                if fact.part_of is not None and fact.part_of not in ids:
                    raise InputError(f"fact {fact.id}: part_of names no fact: {fact.part_of!r}")
        except (AttributeError, TypeError) as error:
            raise InputError(f"the records are not those of unionie: {error}") from error

    def _spans(self) -> Iterator[tuple[tuple[str, ...], tuple[int, int, str]]]:
        """Yield whose each span is, and the span."""
        for section in self.sections:
            yield ("section",), section.span
        for kind, records in (("fact", self.facts), ("award", self.awards)):
            for record in records:
                where = kind, record.id
                yield where, record.evidence
                for span in record.mentions:
                    yield where, span
        for kind, named in (("person", self.people), ("organization", self.organizations)):
            for each in named:
                where = kind, each.id
                for span in each.mentions:
                    yield where, span
        for entity in self.entities:
            yield ("entity",), (entity.start, entity.end, entity.text)
        for notice in self.notices:
            for span in notice.evidence:
                yield ("notice",), span

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON types: spans as ``{"start", "end", "text"}``, Decimals without loss, dates as ISO."""
        plain: dict[str, Any] = to_plain(self)
        return plain

    def to_json(self, *, indent: int | None = None) -> str:
        """Return the extraction as one JSON text (Chinese unescaped; lone surrogates escaped)."""
        plain = self.to_dict()
        text = json.dumps(plain, ensure_ascii=False, indent=indent)
        try:
            text.encode("utf-8")
        except UnicodeEncodeError:
            return json.dumps(keep_apart(plain, text), ensure_ascii=True, indent=indent)
        return text

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any]) -> Extraction:
        """Rebuild the extraction that ``to_dict`` gave; raise InputError when it does not fit."""
        extraction = from_plain(cls, plain)
        check_rebuilt(extraction)
        return extraction

    @classmethod
    def from_json(cls, text: str) -> Extraction:
        """Rebuild the extraction that ``to_json`` gave; raise InputError when it does not fit."""
        try:
            plain = json.loads(text)
        except (ValueError, TypeError, RecursionError) as error:
            raise InputError(f"not JSON: {error}") from error
        if not isinstance(plain, dict):
            raise InputError(f"an extraction is a JSON object, not {type(plain).__name__}")
        return cls.from_dict(put_together(plain) if APART in plain else plain)

    def to_frames(self, *, lang: Literal["zh", "en"] | None = None) -> dict[str, pd.DataFrame]:
        """Return the records as DataFrames, as ``unionie.to_frames([self], lang=lang)`` does."""
        from unionie.io.frames import to_frames  # pandas is heavy; records must not need it

        return to_frames([self], lang=lang)

    def to_html(self) -> str:
        """Return the evidence page: one self-contained HTML document."""
        from unionie.view.page import render_page  # templates are read only when a page is asked for

        return render_page([self])

    def explain(
        self, offset: int, end: int | None = None, *, lang: Literal["zh", "en"] = "en", nlp: Language | None = None
    ) -> Explanation:
        """Return why the text at ``offset``, or up to ``end``, became a record or none; ``print`` it to read it.

        The report is run again for it; ``nlp`` is the Language that made this Extraction, if not the default one.
        Raises InputError for a place outside the text.
        """
        from unionie.explain.ask import explain  # needs the pipeline, records must not

        return explain(self, offset, end, lang=lang, nlp=nlp)

    def _repr_html_(self) -> str:
        """Return the notebook display of the extraction."""
        from unionie.view.notebook import render_extraction  # as above

        return render_extraction(self)


def fail(report: Report, reason: str) -> Extraction:
    """Return the failed Extraction of ``report``."""
    return Extraction(text=report.text, status="failed", error=reason, source=report.source)


def _make_tuple(name: str, values: Any) -> tuple[Any, ...]:
    if isinstance(values, str) or not isinstance(values, Iterable):
        raise InputError(f"{name} is a tuple, not {type(values).__name__}")
    return tuple(values)
