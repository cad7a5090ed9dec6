"""Records of one kind: a tuple that a notebook shows as a table.

Enters: records. Leaves: the same tuple to every other use: equality, hashing, pickling, indexing, iteration.
"""

from __future__ import annotations

from typing import Any, SupportsIndex, TypeVar, overload

T = TypeVar("T")

__all__ = ["Records"]


class Records(tuple[T, ...]):
    """A tuple of records (``extraction.facts``, ``awards`` …); its slices are Records too.

    Whoever picks some by a comprehension may wrap them again: ``Records(f for f in facts if f.unit == "%")``.
    """

    __slots__ = ()

    @overload
    def __getitem__(self, key: SupportsIndex) -> T: ...
    @overload
    def __getitem__(self, key: slice) -> Records[T]: ...
    def __getitem__(self, key: SupportsIndex | slice) -> T | Records[T]:
        """Return a record, or Records for a slice."""
        found = super().__getitem__(key)
        return Records(found) if isinstance(key, slice) and isinstance(found, tuple) else found  # type: ignore[return-value]  # mypy does not tie found to key

    def _repr_html_(self) -> str:
        """Return the notebook display of the records."""
        from unionie.view.notebook import render_records  # drawn only where it is looked at

        records: tuple[Any, ...] = self
        return render_records(records)
