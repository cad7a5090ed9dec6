from __future__ import annotations

from decimal import Decimal

import pandas as pd
import pytest

from builders import make_extraction, make_fact
from unionie import Extraction, InputError, to_dataset, to_frames

TABLES = ["facts", "awards", "people", "organizations", "entities", "reports"]
FAILED = Extraction(text="", status="failed", error="x.txt: byte 3 is not UTF-8", source="x.txt")


def test_frames_have_one_row_a_record_and_a_key_to_the_report(extraction):
    frames = to_frames([extraction, FAILED, extraction])
    assert list(frames) == TABLES
    assert [len(frames[table]) for table in TABLES] == [16, 2, 2, 2, 2, 3]
    assert frames["facts"]["report"].tolist() == [0] * 8 + [2] * 8
    merged = frames["facts"].merge(frames["reports"], on="report")
    assert (merged["region"] == "东江省云州市湖滨区").all()


def test_one_extraction_and_generators_are_taken_too(extraction):
    assert len(to_frames(extraction)["facts"]) == 8
    assert len(to_frames(extraction for _ in range(3))["facts"]) == 24
    assert len(extraction.to_frames()["awards"]) == 1


def test_types_are_the_same_with_and_without_rows(extraction):
    full, empty = to_frames([extraction]), to_frames([])
    assert list(empty) == TABLES
    for table in TABLES:
        assert list(full[table].columns) == list(empty[table].columns)
        assert full[table].dtypes.equals(empty[table].dtypes)
    facts = full["facts"]
    assert facts["unit"].dtype == "string"
    assert facts["period_start"].dtype == "datetime64[s]"
    assert full["awards"]["year"].dtype == "Int64"
    assert "at_most" in facts["precision"].cat.categories


def test_decimals_stay_exact():
    value = Decimal("123456789012345678901234567890.123456789012345")
    fact = make_fact(1, "额", str(value), "元", "3.2亿元")
    assert to_frames(make_extraction(facts=(fact,)))["facts"]["value"].tolist() == [value]


def test_what_is_not_stated_is_missing(extraction):
    facts = to_frames(extraction)["facts"]
    assert facts["as_of"].notna().sum() == 1
    assert facts["high"].tolist() == [None] * 8
    assert facts["baseline"].notna().sum() == 1
    assert facts.loc[5, "as_of"] == pd.Timestamp("2018-12-31")
    assert pd.isna(facts.loc[5, "period_start"])


def test_a_failed_extraction_is_a_row_with_its_reason():
    reports = to_frames([FAILED])["reports"]
    assert reports.loc[0, "status"] == "failed"
    assert reports.loc[0, "error"] == "x.txt: byte 3 is not UTF-8"


def test_lone_surrogates_become_one_replacement_character_each():
    text = "甲\ud800乙\udfff"
    reports = to_frames(Extraction(text=text))["reports"]
    assert reports.loc[0, "text"] == "甲\ufffd乙\ufffd"
    assert to_dataset(Extraction(text=text))["reports"]["text"][:] == ["甲\ufffd乙\ufffd"]


def test_dataset_keeps_nested_types_also_when_empty(extraction):
    full, empty = to_dataset([extraction]), to_dataset([])
    assert list(full) == TABLES
    for table in TABLES:
        assert full[table].features == empty[table].features
        assert len(empty[table]) == 0
    fact = full["facts"][0]
    assert fact["mentions"] == [{"start": 19, "end": 25, "text": "5600余人"}]
    assert fact["value"] == Decimal(5600)
    assert full["people"][0]["titles"] == ["园长", "教师"]
    assert full["reports"][0]["notices"][0]["evidence"][0]["text"] == "507180.74元"


@pytest.mark.parametrize(("value", "kept"), [("1" * 28, "1" * 28), ("1" * 29, None), ("0.12345678905", "0.1234567890")])
def test_dataset_decimals_have_28_and_10_digits(value, kept):
    fact = make_fact(1, "额", value, "元", "3.2亿元")
    got = to_dataset(make_extraction(facts=(fact,)))["facts"][0]["value"]
    assert got == (None if kept is None else Decimal(kept))


@pytest.mark.parametrize(("lang", "names"), [("zh", ["编号", "指标"]), ("en", ["Id", "Indicator"])])
def test_columns_are_named_for_readers_on_request(extraction, lang, names):
    plain, named = extraction.to_frames(), extraction.to_frames(lang=lang)
    assert list(named) == TABLES
    assert list(named["facts"].columns)[2:4] == names
    for table in TABLES:
        assert named[table].columns.is_unique
        assert named[table].dtypes.tolist() == plain[table].dtypes.tolist()
        if lang == "zh":
            assert not any(column.isascii() for column in named[table].columns)


def test_a_language_that_there_is_not_is_an_error():
    with pytest.raises(InputError, match="zh, en"):
        to_frames([], lang="fr")
