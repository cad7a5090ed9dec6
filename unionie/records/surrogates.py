"""Lone surrogates in JSON: two in a row, high and low, would be read as one character.

Enters: plain JSON types. Leaves: the same with a sign between such two, and the sign under ``APART``; and back. Next:
``Extraction.to_json`` and ``from_json``. Hardly any text has such: halves of characters that a wrong decoder cut.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from unionie.errors import InputError

__all__ = ["APART", "keep_apart", "put_together"]

APART = "apart"
_BETWEEN = re.compile("(?<=[\ud800-\udbff])(?=[\udc00-\udfff])")
_SIGNS = (*range(0xFDD0, 0xFDF0), *range(0xE000, 0xF900))  # no characters of any writing


def keep_apart(plain: dict[str, Any], text: str) -> dict[str, Any]:
    """Return the plain values whose JSON, surrogates unescaped, is ``text``, so that JSON keeps them apart."""
    if not _BETWEEN.search(text):
        return plain
    sign = next(chr(code) for code in _SIGNS if chr(code) not in text)
    changed: dict[str, Any] = _change(plain, lambda words: _BETWEEN.sub(sign, words))
    return changed | {APART: sign}


def put_together(plain: dict[str, Any]) -> dict[str, Any]:
    """Return the plain values as they were before ``keep_apart``."""
    sign = plain[APART]
    if not isinstance(sign, str) or len(sign) != 1:
        raise InputError(f"{APART} is one character, not {sign!r}")
    rest = {name: value for name, value in plain.items() if name != APART}
    changed: dict[str, Any] = _change(rest, lambda words: words.replace(sign, ""))
    return changed


def _change(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [_change(item, change) for item in value]
    if isinstance(value, dict):
        return {name: _change(item, change) for name, item in value.items()}
    return value
