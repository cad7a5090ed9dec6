"""The tidy table of a series: a DataFrame that knows how to spread, doubt and draw itself.

Enters: points. Leaves: ``Panel``. Next: pandas; ``drift`` (notices), ``chart``, ``text`` (the command line).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, cast, get_args

import pandas as pd

from unionie.errors import InputError
from unionie.io.frames import make_frame
from unionie.io.rows import get_columns_of, make_row
from unionie.panel.points import Point
from unionie.records.models import Measure, Modality

if TYPE_CHECKING:
    from unionie.panel.chart import Chart
    from unionie.panel.drift import Drift

__all__ = ["Panel", "make_panel"]


class Panel(pd.DataFrame):
    """A series as a DataFrame: filter and sort it as any other; it keeps ``wide``, ``notices`` and ``chart``.

    It has no state beside its columns, so that what is filtered away is gone from notices and charts too.
    """

    @property
    def _constructor(self) -> type[Panel]:
        return Panel

    def line(self, measure: Measure | None = None, modality: Modality = "actual") -> Panel:
        """Return the figures of one measure, modality and unit: one a body and year, the others left out.

        ``measure`` is the level where there is one, else the most frequent; of units the most frequent.
        """
        check_choice("measure", measure, (*get_args(Measure), None))
        check_choice("modality", modality, get_args(Modality))
        rows = self[self["chosen"] & (self["modality"] == modality)]
        rows = rows[rows["measure"] == (measure or find_measure(rows))]
        units = rows["unit"].fillna("").mode()
        rows = rows[rows["unit"].fillna("") == units.iloc[0]] if len(units) else rows
        plain = rows["baseline"].isna() | (rows["baseline"] == "year_on_year")
        rows = rows.assign(_plain=~plain).sort_values("_plain", kind="stable").drop(columns="_plain")
        line: Panel = rows.drop_duplicates(["body", "year"]).sort_index()
        return line

    def wide(self, measure: Measure | None = None, *, modality: Modality = "actual") -> pd.DataFrame:
        """Return the chosen figures as floats, a row a body and a column a year; missing ones are NaN.

        ``measure`` (level, change, gap, share, rank) is the level if left out, where there is one; ``modality`` is
        ``actual`` or ``target``. For ranges it is the lower end.
        """
        rows = self.line(measure, modality)
        values = rows.assign(value=rows["value"].astype("float64"), year=rows["year"].astype("int64"))
        ordered = pd.DataFrame(values).sort_values("year")
        spread: pd.DataFrame = ordered.pivot(index="body", columns="year", values="value")
        return spread

    @property
    def notices(self) -> tuple[Drift, ...]:
        """What to know before using the figures: reports that differ, words or units that changed, breaks."""
        from unionie.panel.drift import find_drifts  # which reads panels

        return find_drifts(self)

    def chart(
        self,
        measure: Measure | None = None,
        *,
        kind: Literal["lines", "bars"] | None = None,
        year: int | None = None,
        title: str | None = None,
    ) -> Chart:
        """Return the chart: lines over years, or bars over bodies for ``year`` (the last, if there is one only).

        Targets are dashes, figures that are not exact are hollow. It shows itself in a notebook; ``save("a.png")``
        (or .svg, .pdf) writes it. Needs ``unionie[charts]`` and a font with Chinese characters, else DependencyError.
        """
        from unionie.panel.chart import draw  # matplotlib is optional and heavy

        return draw(self, measure, kind=kind, year=year, title=title)


def make_panel(points: Iterable[Point]) -> Panel:
    """Return the points as a table."""
    columns = get_columns_of(Point)
    panel: Panel = Panel(make_frame(columns, [make_row(point, columns) for point in points]))
    return panel


def find_measure(rows: pd.DataFrame) -> Measure:
    """Return which measure to show: levels where there are some, else what there is most of."""
    if not len(rows) or (rows["measure"] == "level").any():
        return "level"
    return cast("Measure", rows["measure"].astype("string").mode().iloc[0])


def check_choice(name: str, value: object, choices: Iterable[object]) -> None:
    """Raise InputError for a value that is none of the choices."""
    allowed = list(choices)
    if value not in allowed:
        raise InputError(f"{name} is one of {', '.join(str(each) for each in allowed if each)}, not {value!r}")
