"""What is no text is refused in one line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import unionie
from unionie.errors import InputError


@pytest.mark.parametrize("find", [unionie.find_numbers, unionie.find_quantities, unionie.find_times])
@pytest.mark.parametrize("given", [None, b"5600", 5600])
def test_what_is_no_text_is_refused(find: Callable[[object], object], given: object) -> None:
    with pytest.raises(InputError, match=f"{find.__name__}: expected text, not {type(given).__name__}"):
        find(given)
