"""The tidy table of a series: a DataFrame that knows how to show itself.

Enters: points. Leaves: ``Panel``. Next: pandas, ``chart``, ``drift``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from unionie.errors import InputError
from unionie.io.frames import make_frame
from unionie.io.rows import Row, get_columns_of, make_row
from unionie.panel.points import Point

__all__ = ["Panel", "make_panel"]


class Panel(pd.DataFrame):
    """A series as a DataFrame: filter and sort it as any other; it keeps ``wide``, ``notices`` and ``chart``.

    It has no state beside its columns, so that what is filtered away is gone from notices and charts too.
    """

    @property
    def _constructor(self) -> type[Panel]:
        return Panel


def make_panel(points: Iterable[Point]) -> Panel:
    """Return the points as a table."""
    columns = get_columns_of(Point)
    return Panel(make_frame(columns, [make_row(point, columns) for point in points]))
