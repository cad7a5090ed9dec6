"""The facts of one indicator, out of any kind of records.

Enters: Extractions, or the path of what a run wrote: JSON lines, a folder of Parquet tables (or its
``records.duckdb``). Leaves: ``Statement``s: a fact and what is known of its report. Next: ``series``.

Of a folder only the columns and rows that matter are read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from os import PathLike
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from unionie.errors import InputError
from unionie.io.records import get_place, has_table, holds_records, make_fact, read_columns, read_records
from unionie.panel.wanted import Wanted, want
from unionie.records import Extraction, Fact

__all__ = ["About", "Records", "Statement", "gather", "state"]

Records = Extraction | Iterable[Extraction] | str | PathLike[str]


class About(NamedTuple):
    """What is known of a report: its name, where the evidence page has it, and whose figures most of its facts are."""

    report: str
    address: str
    title: str | None
    region: str | None
    published: str | None
    owner: str | None


class Statement(NamedTuple):
    """A fact and its report."""

    fact: Fact
    about: About


def gather(records: Records, indicator: str) -> tuple[Wanted, list[Statement]]:
    """Return what ``indicator`` means in these records and the facts that state it, in the order of the run."""
    if not isinstance(indicator, str) or not indicator.strip():
        raise InputError("indicator is a concept (union.new_members) or words (发展会员)")
    indicator = indicator.strip()
    if isinstance(records, str | PathLike):
        path = Path(records)
        folder = path.parent if path.suffix == ".duckdb" else path
        if not folder.exists():
            raise InputError(f"{path}: no such file or folder")
        if not holds_records(folder):
            raise InputError(f"{path}: holds no records; unionie archive {path} -o RECORDS makes them")
        return _gather_tables(folder, indicator) if folder.is_dir() else _gather(read_records(folder), indicator)
    return _gather((records,) if isinstance(records, Extraction) else records, indicator)


def state(extraction: Extraction, number: int = 0, count: int = 1) -> list[Statement]:
    """Return all facts of a report, number ``number`` of ``count``."""
    about = _describe(_know(extraction), number, count, _count_owners(extraction.facts))
    return [Statement(fact, about) for fact in extraction.facts]


def _know(extraction: Extraction) -> dict[str, Any]:
    return {name: getattr(extraction, name) for name in ("source", "title", "region", "published")}


def _gather(extractions: Iterable[Extraction], indicator: str) -> tuple[Wanted, list[Statement]]:
    kept: list[tuple[dict[str, Any], Counter[str], tuple[Fact, ...]]] = []
    for extraction in extractions:
        if not isinstance(extraction, Extraction):
            raise InputError(f"records are Extractions or a path, not {type(extraction).__name__}")
        kept.append((_know(extraction), _count_owners(extraction.facts), extraction.facts))  # and not the texts
    wanted = want(indicator, ((fact.concept, fact.indicator) for _, _, facts in kept for fact in facts))
    statements = []
    for number, (known, owners, facts) in enumerate(kept):
        about = _describe(known, number, len(kept), owners)
        statements += [Statement(fact, about) for fact in facts if wanted.fits(fact.concept, fact.indicator)]
    return wanted, statements


def _gather_tables(folder: Path, indicator: str) -> tuple[Wanted, list[Statement]]:
    pairs = [
        (row.get("concept"), row["indicator"])
        for row in read_columns(folder, "facts", ("concept", "indicator"), distinct=True)
    ]
    wanted = want(indicator, pairs)
    rows = read_columns(folder, "facts", only={"indicator": {words for key, words in pairs if wanted.fits(key, words)}})
    rows = [row for row in rows if wanted.fits(row.get("concept"), row["indicator"])]
    reports = {row["report"] for row in rows}
    about = {key: about for key, about in _describe_all(folder) if key in reports}
    order = {key: number for number, key in enumerate(about)}
    rows.sort(key=lambda row: order[row["report"]])  # stable: facts of a report keep their order
    return wanted, [Statement(make_fact(row), about[row["report"]]) for row in rows]


def _describe_all(folder: Path) -> Iterator[tuple[Any, About]]:
    owners: dict[Any, Counter[str]] = {}
    for row in read_columns(folder, "facts", ("report", "subject", "subject_full")):
        owners.setdefault(row["report"], Counter())[row["subject_full"] or row["subject"] or ""] += 1
    reports = read_columns(folder, "reports", ("report", "source", "title", "region", "published"))
    failed = len(read_columns(folder, "failures", ("source",))) if has_table(folder, "failures") else 0
    for number, row in enumerate(sorted(reports, key=get_place)):
        place = row["report"] if isinstance(row["report"], int) else number
        yield row["report"], _describe(row, place, len(reports) + failed, owners.get(row["report"], Counter()))


def _count_owners(facts: Iterable[Fact]) -> Counter[str]:
    return Counter(fact.subject_full or fact.subject or "" for fact in facts)


def _describe(known: dict[str, Any], number: int, count: int, owners: Counter[str]) -> About:
    owners.pop("", None)
    published = known["published"]
    name = known["source"] or known["title"] or str(number + 1)
    return About(
        report=name,
        address=f"#{quote(known['source'] or str(number + 1), safe='', errors='replace')}/" if count > 1 else "#",
        title=known["title"],
        region=known["region"],
        published=published.isoformat() if hasattr(published, "isoformat") else published,
        owner=owners.most_common(1)[0][0] if owners else None,
    )
