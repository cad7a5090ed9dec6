"""Records to plain JSON types and back, driven by the dataclass fields alone."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from unionie.errors import InputError
from unionie.records.spans import Span

T = TypeVar("T")


def to_plain(value: Any) -> Any:
    """Return ``value`` in plain JSON types: records as dicts, tuples as lists, Decimals as numbers or strings."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, Decimal):
        return decimal_to_plain(value)
    if isinstance(value, Span):
        return value.to_dict()
    if dataclasses.is_dataclass(value):
        return {field.name: to_plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {key: to_plain(item) for key, item in value.items()}
    return [to_plain(item) for item in value]


def decimal_to_plain(value: Decimal) -> int | float | str:
    """Return the Decimal as an int or float where nothing is lost, else as a string."""
    if value == value.to_integral_value():
        return int(value)
    number = float(value)
    return number if Decimal(repr(number)) == value else str(value)


def from_plain(cls: type[T], plain: Mapping[str, Any]) -> T:
    """Rebuild the record of type ``cls`` that ``to_plain`` gave; raise InputError for unknown or missing fields."""
    hints = _hints(cls)
    unknown = set(plain) - set(hints)
    if unknown:
        raise InputError(f"{cls.__name__} has no field {sorted(unknown)[0]!r}")
    try:
        return cls(**{name: _build(hints[name], value) for name, value in plain.items()})
    except TypeError as error:
        raise InputError(f"{cls.__name__} cannot be rebuilt: {error}") from error


@cache
def _hints(cls: type) -> dict[str, Any]:
    return get_type_hints(cls)


def _build(hint: Any, value: Any) -> Any:
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        if value is None:
            return None
        return _build(next(arg for arg in get_args(hint) if arg is not type(None)), value)
    if origin is tuple:
        return tuple(_build(get_args(hint)[0], item) for item in value)
    if hint is Decimal:
        return Decimal(str(value))
    if hint is Span:
        return Span(value["start"], value["end"], value["text"])
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return from_plain(hint, value)
    return value
