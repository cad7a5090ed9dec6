"""Numerals in text."""

from __future__ import annotations

from unionie.values.types import Number

__all__ = ["find_numbers"]


def find_numbers(text: str) -> list[Number]:  # noqa: ARG001
    """Return every numeral of ``text``."""
    return []
