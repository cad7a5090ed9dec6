"""A real newspaper report: every record right, nothing spurious. The report itself is not part of the project."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

import unionie
from unionie.records import Extraction, Fact
from unionie.rules import Row, parse_table

HERE = Path(__file__).parent
REPORT = HERE.parents[2] / "shared" / "reports" / "guangfeng_union_2018.txt"
ROWS = parse_table((HERE / "real_report.tsv").read_text("utf-8"), source="real_report.tsv")


pytestmark = pytest.mark.skipif(
    not REPORT.exists(), reason=f"the real report is not beside the checkout: {REPORT.name}"
)


@pytest.fixture(scope="module")
def extraction() -> Extraction:
    return unionie.extract(REPORT.read_text("utf-8"), published="2019-01-25")


def stated(extraction: Extraction) -> dict[tuple[int, int], Fact]:
    return {(span.start, span.end): fact for fact in extraction.facts for span in fact.mentions}


@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_fact(extraction: Extraction, row: Row) -> None:
    facts = stated(extraction)
    fact = facts[int(row["start"]), int(row["end"])]
    assert (fact.value, fact.unit, fact.precision) == (Decimal(row["value"]), fact.unit, row["precision"])
    assert fact.unit == row["unit"] or row["same_as"] or len(fact.mentions) > 1
    assert fact.measure == "level"
    assert fact.modality == "actual"
    assert any(word in fact.indicator for word in row["must"].split("|")), fact.indicator
    assert not row["must_not"] or row["must_not"] not in fact.indicator
    if row["period"].startswith("as_of:"):
        assert fact.as_of == row["period"].removeprefix("as_of:")
    else:
        assert fact.period is not None
        assert (fact.period.start, fact.period.end) == (f"{row['period']}-01-01", f"{row['period']}-12-31")
    by_id = {item["id"]: item for item in ROWS}
    if row["part_of"]:
        total = by_id[row["part_of"]]
        assert facts[int(total["start"]), int(total["end"])].id == fact.part_of
    else:
        assert fact.part_of is None
    if row["same_as"]:
        first = by_id[row["same_as"]]
        assert facts[int(first["start"]), int(first["end"])].id == fact.id


def test_no_other_fact(extraction: Extraction) -> None:
    expected = {(int(row["start"]), int(row["end"])) for row in ROWS}
    optional = {"两个月"}
    extra = {extraction.text[s:e] for s, e in stated(extraction) if (s, e) not in expected}
    assert extra <= optional


def test_awards(extraction: Extraction) -> None:
    text = extraction.text
    found = sorted(
        (text.index(award.recipient), award.recipient_type, award.level, bool(award.affiliation))
        for award in extraction.awards
    )
    assert [item[1:] for item in found] == [
        ("team", "province", True),
        ("organization", "city", False),
        ("person", "city", True),
        ("person", "city", True),
        ("person", "city", True),
        ("team", "city", True),
    ]
    assert {len(award.award) for award in extraction.awards} == {8, 9}
    assert all(award.year == 2018 for award in extraction.awards)


def test_people(extraction: Extraction) -> None:
    assert len(extraction.people) == 6
    assert [person.role for person in extraction.people].count("author") == 2
    assert [person.role for person in extraction.people].count("awardee") == 3


def test_metadata(extraction: Extraction) -> None:
    first = [block for block in extraction.text.split("\n") if block.strip()]
    assert extraction.title == first[1]
    assert extraction.region is not None
    assert extraction.region.endswith("区")
    assert len(extraction.authors) == 2
    assert extraction.period is not None
    assert extraction.period.start == "2018-01-01"
