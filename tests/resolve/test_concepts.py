"""Canonical indicators: what is one concept, and what only looks like one."""

from __future__ import annotations

from itertools import combinations

import pytest

from tables import read_cases
from unionie import extract, find_quantities
from unionie.errors import RuleError
from unionie.resolve.concepts import Concept, find_concept, list_concepts
from unionie.rules import load_table
from unionie.rules.forms import expand_form

CASES = read_cases(__file__, "concepts.tsv")


@pytest.mark.parametrize(
    ("indicator", "unit", "measure", "subject", "expected"),
    [case[1:] for case in CASES],
    ids=["-".join(case[1:4]) for case in CASES],
)
def test_concepts(indicator: str, unit: str, measure: str, subject: str, expected: str) -> None:
    quantities = find_quantities(f"共8{unit}")
    dimension = quantities[0].dimension if unit else None
    concept = find_concept(indicator, unit=unit or None, dimension=dimension, measure=measure, subject=subject or None)
    assert (concept.id if concept else "") == expected


def test_no_form_stands_for_two_concepts_that_share_a_unit() -> None:
    owners: dict[str, list[Concept]] = {}
    concepts = {concept.id: concept for concept in list_concepts()}
    for row in load_table("concepts"):
        for form in row["forms"].split():
            for name in expand_form(form):
                assert len(name) > 1, row["id"]
                owners.setdefault(name, []).append(concepts[row["id"]])
    for name, found in owners.items():
        for one, other in combinations(dict.fromkeys(found), 2):
            assert set(one.units).isdisjoint(other.units), (name, one.id, other.id)
    assert len(concepts) > 400
    assert {concept.kind for concept in concepts.values()} == {"flow", "stock", "rate"}


def test_facts_carry_their_concept() -> None:
    facts = extract("2018年，清溪区总工会新发展会员320名，职工书屋藏书1.2万册。").facts
    assert [fact.concept for fact in facts] == ["union.new_members", None]


@pytest.mark.parametrize(
    ("form", "names"),
    [
        ("会员", ["会员"]),
        ("{新,}会员{总,}数", ["新会员总数", "新会员数", "会员总数", "会员数"]),
        ("{发展{新,},增加}会员", ["发展新会员", "发展会员", "增加会员"]),
    ],
)
def test_forms(form: str, names: list[str]) -> None:
    assert expand_form(form) == names


@pytest.mark.parametrize("form", ["{新会员", "新}会员", "{新,{老}会员"])
def test_wrong_forms(form: str) -> None:
    with pytest.raises(RuleError, match="brace"):
        expand_form(form)
