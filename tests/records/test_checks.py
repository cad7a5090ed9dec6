"""What a record must be, however it comes: made by hand, or read back from JSON."""

from __future__ import annotations

import dataclasses
import json
from decimal import Decimal
from typing import Any

import pytest

from builders import TEXT, make_extraction, make_fact, span
from unionie import Award, Extraction, InputError, extract


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"value": "5"}, "value is no finite Decimal: '5'"),
        ({"value": 5}, "value is no finite Decimal: 5"),
        ({"value": Decimal("NaN")}, "value is no finite"),
        ({"value": Decimal("sNaN")}, "value is no finite"),
        ({"value": Decimal("Infinity")}, "value is no finite"),
        ({"high": Decimal("-Infinity")}, "high is no finite"),
        ({"high": 5.0}, "high is no finite"),
        ({"precision": "zzz"}, "precision is none of its values: 'zzz'"),
        ({"measure": None}, "measure is none"),
        ({"direction": "up"}, "direction is none"),
        ({"modality": "fiction"}, "modality is none"),
        ({"confidence": 7}, "confidence is a number from 0 to 1, not 7"),
        ({"confidence": -0.1}, "confidence is a number"),
        ({"confidence": float("nan")}, "confidence is a number"),
        ({"confidence": 10**400}, "confidence is a number"),
    ],
)
def test_a_fact_is_checked_when_it_is_made(fields, said):
    fact = make_fact(1, "额", "1", "元", "3.2亿元")
    with pytest.raises(InputError, match=f"^fact f1: {said}"):
        dataclasses.replace(fact, **fields)


def test_an_award_has_a_confidence():
    (award,) = make_extraction().awards
    with pytest.raises(InputError, match=r"^award a1: confidence"):
        dataclasses.replace(award, confidence=5)
    assert isinstance(award, Award)


@pytest.mark.parametrize(
    "fields",
    [
        {"text": 5},
        {"text": None},
        {"status": "foo"},
        {"status": "failed"},
        {"authors": "李昊"},
        {"authors": 5},
        {"facts": ("x",)},
        {"entities": (None,)},
    ],
)
def test_an_extraction_is_checked_when_it_is_made(fields):
    with pytest.raises(InputError) as caught:
        make_extraction(**fields)
    assert "\n" not in str(caught.value)


def test_lists_become_tuples():
    made = make_extraction(authors=["李昊", "欧阳文"], sections=list(make_extraction().sections))
    assert made == make_extraction()
    assert hash(made) == hash(make_extraction())


def test_a_span_ends_in_the_text():
    (entity,) = make_extraction(text=TEXT).entities
    with pytest.raises(InputError, match=r"^entity: the text at 0:1000000 is not"):
        make_extraction(entities=(dataclasses.replace(entity, text=TEXT, start=0, end=1_000_000),))
    assert make_extraction(entities=(dataclasses.replace(entity, text=TEXT, start=0, end=len(TEXT)),))


def change(path: str, value: Any) -> str:
    """The JSON of an Extraction with one value changed: ``facts.0.value``."""
    plain = make_extraction().to_dict()
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    inner: Any = plain
    for step in way:
        inner = inner[step]
    inner[last] = value
    return json.dumps(plain)


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        *[("facts.0.value", value, "is no number") for value in ("NaN", "Infinity", "sNaN", "x", "", None, True, [])],
        *[("facts.0.value", value, "is no number") for value in ("1e999999999", "1e-999999999", "1" + "0" * 2_000)],
        ("facts.0.value", float("inf"), "is no number"),
        *[("facts.0.confidence", value, "confidence") for value in (5, -1, float("nan"), 10**400)],
        ("awards.0.confidence", 5, "confidence"),
        *[
            ("published", day, "published: no ISO date")
            for day in ("x", "2018-99-99", "2019-01-25xyz", "25.1.2019", "")
        ],
        ("facts.0.as_of", "2018-02-30", "fact f1: as_of: no ISO date"),
        ("facts.0.period.start", "2019-12-31", "fact f1: the period ends before it begins"),
        ("facts.0.period.end", "2018-13-01", "fact f1: period: no ISO date"),
        ("period.start", "2019-12-31", "report: the period ends before it begins"),
        ("facts.1.id", "f1", "facts: the id 'f1' is there twice"),
        ("facts.1.part_of", "f2", "fact f2: part_of leads back to it"),
        ("facts.0.part_of", "f2", "part_of leads back to it"),
        ("facts.0.part_of", "f99", "part_of names no fact"),
        ("entities.0.record", "p9", "entity '周曼': record names none: 'p9'"),
        ("entities.0", span("周曼").to_dict() | {"end": 10**6, "label": "PERSON"}, "entity: the text at"),
        ("status", "failed", "ok or failed with an error"),
        ("error", "why", "an Extraction that is ok has no error"),
    ],
)
def test_what_is_read_back_is_checked(path, value, said):
    with pytest.raises(InputError) as caught:
        Extraction.from_json(change(path, value))
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 500


@pytest.mark.parametrize("published", [None, "2019", "2019-01", "2019-01-25"])
def test_a_date_may_be_a_month_or_a_year(published):
    assert Extraction.from_json(change("published", published)).published == published


@pytest.mark.parametrize(
    "given", ["[" * 100_000, '{"a":' * 100_000, "1" * 5_000, None, 5, b"\xff", '{"text": "a", "apart": 1}']
)
def test_what_is_no_json_is_one_line(given):
    with pytest.raises(InputError) as caught:
        Extraction.from_json(given)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "\ud800\udc00会员487名。",
        "会员487名\ud800\udc00。",
        "\ud83d\ude00\ud800\udc00\udc00\ud800甲\ufdd0",
        "😀\ud800会员4名",
    ],
)
def test_surrogates_in_a_row_stay_apart(text):
    extraction = extract(text)
    for indent in (None, 2):
        written = extraction.to_json(indent=indent)
        assert written.encode()
        assert Extraction.from_json(written) == extraction
    named = Extraction(text=text, source=text, entities=())
    assert Extraction.from_json(named.to_json()) == named
