"""What a user adds to the packaged tables, and which additions hold while a pipeline works.

Enters: rows by table. Leaves: a RuleSet; within ``with rules.hold():`` the tables that may be extended are read with
its rows (``rows_of``), and what is derived from them (``of_rules``) is derived anew. Next: ``user`` makes RuleSets of
files, the stages' components hold them.

Rules are read deep inside pure functions; a context variable brings them there without a parameter through every call.
It belongs to the thread (or task) that runs the pipeline, so that Languages with different rules work side by side.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, TypeVar

from unionie.rules import Row, load_table

__all__ = ["USER_NAMES", "RuleSet", "of_rules", "rows_of", "with_rules"]

USER_NAMES = "user_names"  # the one table that only users fill: names of organizations, people, places, honours

T = TypeVar("T")


class RuleSet:
    """Rows that come on top of the packaged tables, by table."""

    def __init__(self, tables: Mapping[str, Sequence[Row]] | None = None) -> None:
        self.tables = {name: tuple(rows) for name, rows in (tables or {}).items() if rows}
        self.derived: dict[Any, Any] = {}

    def to_plain(self) -> dict[str, list[Row]]:
        """Return the rows in plain JSON types, as a component's config holds them."""
        return {name: [dict(row) for row in rows] for name, rows in self.tables.items()}

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Let these rules hold in this thread until the block ends."""
        token = _holding.set(self)
        try:
            yield
        finally:
            _holding.reset(token)

    def __reduce__(self) -> tuple[type[RuleSet], tuple[dict[str, list[Row]]]]:
        """Pickle the rows alone: what is derived from them is made anew."""
        return RuleSet, (self.to_plain(),)


_holding: ContextVar[RuleSet] = ContextVar("unionie_rules", default=RuleSet())  # noqa: B039  its rows never change


def rows_of(table: str) -> tuple[Row, ...]:
    """Return the rows of a table that users may extend: the packaged ones, then those of the rules that hold."""
    packaged = () if table == USER_NAMES else load_table(table)
    return (*packaged, *_holding.get().tables.get(table, ()))


def of_rules(function: Callable[[], T]) -> Callable[[], T]:
    """Return a function that is called once for each set of rules that holds: ``cache`` for what rules decide."""

    @wraps(function)
    def derive() -> T:
        derived = _holding.get().derived
        if function not in derived:
            derived[function] = function()
        value: T = derived[function]
        return value

    return derive


def with_rules(function: Callable[[T], T], plain: Mapping[str, Sequence[Row]] | None) -> Callable[[T], T]:
    """Return what does the work of ``function`` under these rules; the function itself where there are none."""
    return _Ruled(function, RuleSet(plain)) if plain else function


class _Ruled:
    """A component's work under rules of its own; a class, so that it can be pickled."""

    def __init__(self, function: Callable[[Any], Any], rules: RuleSet) -> None:
        self.function = function
        self.rules = rules

    def __call__(self, value: Any) -> Any:
        with self.rules.hold():
            return self.function(value)
