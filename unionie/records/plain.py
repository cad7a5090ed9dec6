"""Records to plain JSON types and back, driven by the dataclass fields alone."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache, partial
from itertools import repeat
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from unionie.errors import InputError
from unionie.records.spans import Span

T = TypeVar("T")
Builder = Callable[[Any], Any]

_SAFE_DIGITS = 15  # a double holds any decimal number of that many digits
_MOST_DIGITS = 1_000  # of a number written out: an exponent is short, what it stands for is not
_SIMPLE = frozenset([type(None), str, int, float, bool])
_NAMES = {str: "a string", int: "a whole number", float: "a number"}


def to_plain(value: Any) -> Any:
    """Return ``value`` in plain JSON types: records as dicts, tuples as lists, Decimals as numbers or strings."""
    kind: type = type(value)
    names = _field_names(kind)
    if names is not None:
        plain = dict(zip(names, map(getattr, repeat(value), names), strict=True))
        for name, item in plain.items():
            if type(item) not in _SIMPLE:
                plain[name] = to_plain(item)
        return plain
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, Decimal):
        return decimal_to_plain(value)
    if isinstance(value, Span):
        return value.to_dict()
    if isinstance(value, Mapping):
        return {key: to_plain(item) for key, item in value.items()}
    return [to_plain(item) for item in value]


@cache
def _field_names(kind: type) -> tuple[str, ...] | None:
    """Return the names of a dataclass's fields, None for any other type."""
    return tuple(field.name for field in dataclasses.fields(kind)) if dataclasses.is_dataclass(kind) else None


def decimal_to_plain(value: Decimal) -> int | float | str:
    """Return the Decimal as an int or float where no JSON reader loses anything, else as a string."""
    if len(value.as_tuple().digits) > _SAFE_DIGITS or abs(value.adjusted()) > _SAFE_DIGITS:
        return str(value)
    return int(value) if value == value.to_integral_value() else float(value)


def from_plain(cls: type[T], plain: Mapping[str, Any]) -> T:
    """Rebuild the record of type ``cls`` that ``to_plain`` gave; raise InputError for unknown or missing fields."""
    if not isinstance(plain, Mapping):
        raise InputError(f"{plain!r} is no {cls.__name__}")
    builders = _field_builders(cast("Any", cls))
    unknown = plain.keys() - builders.keys()
    if unknown:
        raise InputError(f"{cls.__name__} has no field {sorted(unknown)[0]!r}")
    try:
        return cls(**{name: builders[name](value) for name, value in plain.items()})
    except (TypeError, KeyError) as error:
        raise InputError(f"{cls.__name__} cannot be rebuilt: {type(error).__name__} {error}") from error


@cache
def _field_builders(cls: Any) -> dict[str, Builder]:
    return {name: _make_builder(hint) for name, hint in get_type_hints(cls).items()}


def _make_builder(hint: Any) -> Builder:
    """Return the function that checks a plain value and makes of it what ``hint`` says."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        inner = _make_builder(next(arg for arg in get_args(hint) if arg is not type(None)))
        return lambda value: None if value is None else inner(value)
    if origin is tuple:
        return partial(_build_tuple, _make_builder(get_args(hint)[0]))
    if origin is Literal:
        return partial(_check_literal, frozenset(get_args(hint)), get_args(hint))
    if hint is Decimal:
        return _build_decimal
    if hint is Span:
        return _build_span
    if dataclasses.is_dataclass(hint):
        return partial(from_plain, cast("type[Any]", hint))
    return partial(_check_simple, hint)


def _build_tuple(build: Builder, value: Any) -> tuple[Any, ...]:
    if not isinstance(value, list | tuple):
        raise InputError(f"{value!r} is not a list")
    return tuple([build(item) for item in value])


def _build_decimal(value: Any) -> Decimal:
    try:
        built = Decimal(value if isinstance(value, str | Decimal) else str(_check_simple(float, value)))
    except (ArithmeticError, ValueError) as error:
        raise InputError(f"{str(value)[:40]!r} is no number") from error
    if not built.is_finite() or abs(built.adjusted()) > _MOST_DIGITS:
        raise InputError(f"{str(value)[:40]!r} is no number of at most {_MOST_DIGITS:,} digits")
    return built


def _build_span(value: Any) -> Span:
    return Span(_check_simple(int, value["start"]), _check_simple(int, value["end"]), _check_simple(str, value["text"]))


def _check_literal(allowed: frozenset[Any], listed: tuple[Any, ...], value: Any) -> Any:
    if not isinstance(value, str) or value not in allowed:
        raise InputError(f"{value!r} is none of {', '.join(map(str, listed))}")
    return value


def _check_simple(hint: type, value: Any) -> Any:
    if type(value) is hint:
        return value
    allowed = (int, float) if hint is float else hint
    if not isinstance(value, allowed) or isinstance(value, bool):
        raise InputError(f"{value!r} is not {_NAMES[hint]}")
    return value
