"""The package loads its grammars when a function is asked for, not when a record type is."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

import unionie
import unionie.values as values

_TYPES_ONLY = (
    "import sys; from unionie.values.types import Quantity; import unionie.values; "
    "print(*(m for m in sys.modules if m.startswith(('unionie.values.', 'unionie.rules'))))"
)


def test_types_come_without_the_grammars() -> None:
    done = subprocess.run([sys.executable, "-c", _TYPES_ONLY], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["unionie.values.types"]


def test_public_names_are_all_there_and_the_same_objects() -> None:
    assert dir(values) == sorted(values.__all__)
    for name in values.__all__:
        assert getattr(values, name) is getattr(values, name)
    assert unionie.find_times is values.find_times


def test_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'find_nothing'"):
        _ = values.find_nothing


@pytest.mark.parametrize("reference", ["2019-01-25", date(2019, 1, 25)])
def test_reference_of_times_is_a_text_or_a_date(reference: str | date) -> None:
    assert values.find_times("去年", reference)[0].from_ == "2018-01-01"
    assert values.find_times("去年", None)[0].from_ is None
