"""The tables behind the value grammars are sound: no dead, doubled or contradicting row."""

from __future__ import annotations

from typing import get_args

import pytest

from unionie.errors import RuleError
from unionie.rules import load_table
from unionie.rules.ruleset import RuleSet
from unionie.values import Precision, find_quantities
from unionie.values.folding import fold
from unionie.values.units import units_by_form


def test_folds_pair_each_character() -> None:
    for row in load_table("folds"):
        assert len(row["written"]) == len(row["read"]), row["id"]
        assert fold(row["written"]) == row["read"], row["id"]


def test_units_are_written_as_they_are_read() -> None:
    for form, unit in units_by_form().items():
        assert fold(form) == form
        assert unit.dimension
        assert unit.times > 0


def test_units_of_one_dimension_share_their_base() -> None:
    bases: dict[str, set[str]] = {}
    for unit in units_by_form().values():
        if unit.factor is not None:
            bases.setdefault(unit.dimension, set()).add(unit.base)
    shared = {dimension for dimension, found in bases.items() if len(found) == 1}
    assert {"length", "area", "volume", "mass", "energy", "power", "pressure", "data"} <= shared
    assert bases["duration"] == {"s", "mo"}  # months have no fixed length in seconds
    assert len(bases["money"]) > 20


def test_words_that_begin_like_a_unit_begin_with_it() -> None:
    for row in load_table("unit_words"):
        assert row["unit"] in units_by_form(), row["id"]
        for word in row["words"].split(" "):
            assert word.startswith(row["unit"]), word
            assert len(word) > len(row["unit"]), word


def test_marks_name_precisions() -> None:
    for row in load_table("marks"):
        assert row["precision"] in get_args(Precision), row["id"]
        assert row["side"] in ("before", "after"), row["id"]


@pytest.mark.parametrize("row", load_table("marks"), ids=lambda row: row["id"])
def test_every_mark_is_read(row: dict[str, str]) -> None:
    for form in row["written"].split(" "):
        amount = "百万元" if row["side"] == "before" else "三成"
        text = form + amount if row["side"] == "before" else amount + form
        (found,) = find_quantities(f"，{text}，")
        assert (found.text, found.precision) == (text, row["precision"])


@pytest.mark.parametrize("row", load_table("nonnumbers"), ids=lambda row: row["id"])
def test_words_with_numerals_count_nothing(row: dict[str, str]) -> None:
    for word in row["words"].split(" "):
        assert find_quantities(f"其{word}也") == [], word


_NEED_A_CUE = ("个点", "世纪", "番", "届", "P", "E", "金", "银", "铜", "日")


@pytest.mark.parametrize("form", sorted(set(units_by_form()) - set(_NEED_A_CUE)))
def test_every_unit_is_read_after_digits(form: str) -> None:
    found = find_quantities(f"共计37{form}。")
    assert [q.text for q in found] == [f"37{form}"]
    unit = units_by_form()[form]
    assert found[0].value == 37 * unit.times or form == "折"
    assert found[0].unit == (unit.shown or form)


def test_a_form_in_two_rows_is_refused() -> None:
    again = {**load_table("units")[0], "id": "again"}
    with RuleSet({"units": [again]}).hold(), pytest.raises(RuleError, match="another row"):
        units_by_form()
