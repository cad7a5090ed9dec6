"""How sure a record is, and what a least confidence leaves out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import spacy

from builders import make_extraction, make_fact
from unionie import InputError, extract, load
from unionie.resolve.confidence import drop_unsure, find_traits, rate

TEXT = "2018年，清溪区总工会新建工会36家，其中非公企业29家；理赔50.72万元。区供电公司周曼获“云州市五一劳动奖章”。"


def test_known_indicators_with_units_are_surer() -> None:
    fact = make_fact(1, "发展会员", "5600", "人", "5600余人", rule="facts.left", concept="union.new_members")
    doubtful = replace(fact, indicator="帮", unit=None, concept=None, rule="facts.clause")
    sure, unsure = rate([fact, doubtful])
    assert 0 < unsure.confidence < 0.5 < 0.9 < sure.confidence < 1


def test_traits_that_no_fit_has_seen_weigh_nothing() -> None:
    fact = make_fact(1, "发展会员", "5600", "人", "5600余人", rule="facts.new")
    assert "fact rule=facts.new" in find_traits(fact)
    assert 0 < rate([fact])[0].confidence < 1
    assert find_traits(make_extraction().awards[0]) == (
        "award",
        "award rule=",
        "award length=9-12",
        "award recipient=person",
    )


def test_a_part_whose_total_goes_is_a_part_no_more() -> None:
    total = make_fact(1, "发展会员", "5600", "人", "5600余人", confidence=0.3)
    part = make_fact(2, "农民工会员", "4000", "人", "4000多人", part_of="f1", confidence=0.9)
    assert [(fact.id, fact.part_of) for fact in drop_unsure([total, part], 0.5)] == [("f2", None)]
    assert drop_unsure([total, part], 0.0) == (total, part)


def test_a_least_confidence_holds_for_a_language_or_a_call(tmp_path: Path) -> None:
    whole = extract(TEXT)
    least = sorted(fact.confidence for fact in whole.facts)[1]
    surer = extract(TEXT, min_confidence=least)
    assert [fact.confidence for fact in surer.facts] == [f.confidence for f in whole.facts if f.confidence >= least]
    assert len(surer.facts) < len(whole.facts)
    strict = load(min_confidence=1.0)
    assert extract(TEXT, nlp=strict).facts == extract(TEXT, nlp=strict).awards == ()
    assert extract(TEXT, nlp=strict).people[0].name == "周曼"
    strict.to_disk(tmp_path / "saved")
    assert extract(TEXT, nlp=spacy.load(tmp_path / "saved")).facts == ()


@pytest.mark.parametrize("least", [-0.1, 1.1, "0.5", None, True])
def test_a_least_confidence_is_a_share(least: object) -> None:
    with pytest.raises(InputError, match="min_confidence is a number from 0 to 1"):
        extract(TEXT, min_confidence=least)  # type: ignore[arg-type]
    with pytest.raises(InputError, match="min_confidence is a number from 0 to 1"):
        load(min_confidence=least)  # type: ignore[arg-type]
