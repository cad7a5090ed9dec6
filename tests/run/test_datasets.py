"""Hugging Face datasets: map in one process and several, types kept."""

from __future__ import annotations

from decimal import Decimal

import datasets
import pyarrow as pa
import pytest

from unionie import InputError, dataset_map, extract

TEXTS = ["没有数字。", None, "去年发展会员5600余人，投保109.67万元。"] * 4


@pytest.fixture(scope="module")
def dataset():
    columns = {"text": TEXTS, "published": ["2019-01-25"] * 12, "number": list(range(12))}
    return datasets.Dataset.from_dict(columns)


@pytest.mark.parametrize(
    "options", [{"batched": True, "batch_size": 2}, {"batched": True, "num_proc": 2, "batch_size": 3}, {}]
)
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")  # the other threads are pytest's
def test_map_adds_typed_extractions(dataset, options):
    result = dataset.map(dataset_map, **options)
    assert result.column_names == ["text", "published", "number", "extraction"]
    assert result["number"][:] == list(range(12))
    assert [row["status"] for row in result["extraction"]] == ["ok", "failed", "ok"] * 4
    expected = extract(TEXTS[2], published="2019-01-25")
    facts = result[2]["extraction"]["facts"]
    assert [(fact["id"], fact["value"]) for fact in facts] == [(fact.id, fact.value) for fact in expected.facts]
    assert facts[0]["mentions"] == [span.to_dict() for span in expected.facts[0].mentions]
    assert facts[1]["value"] == Decimal(1096700)
    assert str(result.features["extraction"]["facts"].feature["value"].dtype) == "decimal128(38, 10)"


def test_map_on_arrow_tables_and_plain_dicts():
    table = dataset_map(pa.table({"text": ["发展会员36人。"]}))
    assert table["extraction"][0]["facts"][0]["indicator"].as_py() == "发展会员"
    assert dataset_map({"text": ["发展会员36人。"]}).equals(table)
    assert dataset_map({"text": "发展会员36人。"}).equals(table)
    assert dataset_map(table).equals(table)


def test_a_dataset_without_text_is_an_error():
    with pytest.raises(InputError, match="no column 'text'"):
        dataset_map({"body": ["x"]})
