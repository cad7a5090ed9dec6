"""The chart of a series: lines over years, bars over bodies.

Enters: a panel. Leaves: a ``Chart``, which shows itself in notebooks and saves itself. Next: the user.

Figures are drawn in the size in which people say them (亿元, 万人). What is not exact (余, 约, 以上) is hollow, ranges
have whiskers, targets are dashes in the colour of their body, a figure that another report contradicts and that was not
chosen is a cross. A missing year breaks the line.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pandas as pd

from unionie.errors import DependencyError, InputError
from unionie.io.atomic import replaced_file

if TYPE_CHECKING:
    from unionie.panel.frame import Panel

__all__ = ["Chart", "draw"]

_SUFFIXES = (".png", ".svg", ".pdf")
_SIZES = ((1e12, "万亿"), (1e8, "亿"), (1e4, "万"))
_DOTS = 150
_MEASURES = {"level": "", "change": "增速", "gap": "差距", "share": "占比", "rank": "位次"}
_ASIDE = 0.03  # of a year
_LEGEND = 20  # bodies that a legend can hold
_STYLE: dict[Any, Any] = {
    "axes.unicode_minus": False,
    "axes.spines.top": False,
    "axes.spines.right": False,
}


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawn series: ``figure`` is matplotlib's own."""

    figure: Any

    def save(self, path: str | PathLike[str]) -> None:
        """Write the chart as .png, .svg or .pdf; the file appears whole or not at all."""
        place = Path(path)
        form = check_suffix(place)
        with replaced_file(place) as part:
            part.write_bytes(self._render(form))

    def _repr_png_(self) -> bytes:
        return self._render("png")

    def _render(self, form: str) -> bytes:
        dates: dict[str, dict[str, None]] = {"svg": {"Date": None}, "pdf": {"CreationDate": None}}
        written = io.BytesIO()
        from matplotlib import rc_context  # optional and heavy

        with rc_context({"svg.hashsalt": "unionie"}):  # the same chart is the same bytes
            self.figure.savefig(written, format=form, dpi=_DOTS, bbox_inches="tight", metadata=dates.get(form))
        return written.getvalue()


def check_suffix(place: Path) -> str:
    """Return the form of a chart's file; raise InputError where its suffix names none."""
    suffix = place.suffix.lower()
    if suffix not in _SUFFIXES:
        raise InputError(f"{place}: a chart is written as {', '.join(_SUFFIXES)}")
    return suffix.removeprefix(".")


def draw(
    panel: Panel,
    measure: Any = None,
    *,
    kind: Literal["lines", "bars"] | None = None,
    year: int | None = None,
    title: str | None = None,
) -> Chart:
    """Return the chart of a panel; see ``Panel.chart``."""
    try:
        import matplotlib as mpl
        from matplotlib.figure import Figure
    except ImportError as error:
        raise DependencyError("charts need matplotlib: pip install 'unionie[charts]'") from error
    from unionie.panel.fonts import find_family  # needs matplotlib too
    from unionie.panel.frame import check_choice, find_measure

    check_choice("kind", kind, ("lines", "bars", None))
    rows = panel.line(measure)
    targets = panel.line(measure or (find_measure(rows) if len(rows) else None), "target")
    targets = targets[targets["unit"].isin(rows["unit"])] if len(rows) else targets
    every = pd.concat([part for part in (rows, targets) if len(part)] or [rows])
    if not len(every):
        raise InputError("nothing to draw: no figure of that measure has a year")
    bars = kind == "bars" or (kind is None and (year is not None or every["year"].nunique() == 1))
    scale, unit = _find_scale(every)
    with mpl.rc_context({**_STYLE, "font.family": [find_family(), "DejaVu Sans"]}):
        figure = Figure(figsize=(8, 4.5))
        axes = figure.add_subplot()
        if bars:
            year = int(every["year"].max()) if year is None else year
            _draw_bars(axes, rows[rows["year"] == year], targets[targets["year"] == year], scale)
            axes.set_xlabel(unit)
        else:
            _draw_lines(axes, rows, targets, _find_doubted(panel, rows), scale)
            axes.set_ylabel(unit, rotation=0, ha="right", va="top", y=1.02)
        axes.set_title(title or _name(every, year if bars else None), loc="left")
    return Chart(figure)


def _find_scale(rows: pd.DataFrame) -> tuple[float, str]:
    """Return the size in which most figures are said, and the unit with it: 1e8, 亿元."""
    unit = rows["unit"].fillna("").iloc[0]
    middle = float(rows["value"].astype("float64").abs().median())
    if unit in ("%", "百分点", "位"):
        return 1.0, unit
    return next(((size, word + unit) for size, word in _SIZES if middle >= size), (1.0, unit))


def _find_doubted(panel: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """Return the figures that others contradict and that were not chosen, of the line that is drawn."""
    if not len(rows):
        return rows
    same = (panel["measure"] == rows["measure"].iloc[0]) & (panel["modality"] == "actual")
    left = panel["conflict"] & ~panel["chosen"] & panel["year"].notna()
    doubted: pd.DataFrame = panel[same & left & panel["unit"].isin(rows["unit"])]
    return doubted


def _draw_lines(axes: Any, rows: Panel, targets: Panel, doubted: pd.DataFrame, scale: float) -> None:
    bodies = list(dict.fromkeys([*rows["body"], *targets["body"]]))
    years = [int(year) for year in pd.concat([rows["year"], targets["year"]])]
    for number, body in enumerate(bodies):
        colour = f"C{number % 10}"
        own = rows[rows["body"] == body]
        values = _numbers(own, scale)
        spread = pd.Series(values, index=[int(year) for year in own["year"]], dtype="float64")
        spread = spread.reindex(range(min(years), max(years) + 1))
        axes.plot(spread.index, spread.to_numpy(), color=colour, linewidth=1.6, zorder=2, label=body)
        faces = [colour if mark == "exact" else "white" for mark in own["precision"]]
        axes.scatter(own["year"].astype("int64"), values, c=faces, edgecolors=colour, s=28, zorder=3)
        _draw_whiskers(axes, own, scale, colour)
        aims = targets[targets["body"] == body]
        aside = _ASIDE * (number - (len(bodies) - 1) / 2) if len(bodies) <= _LEGEND else 0
        at = aims["year"].astype("float64") + aside  # so that equal targets are seen
        axes.scatter(at, _numbers(aims, scale), marker="_", s=120, color=colour, linewidths=2)
        _draw_whiskers(axes, aims, scale, colour, aside)
        cross = doubted[doubted["body"] == body]
        axes.scatter(cross["year"].astype("int64"), _numbers(cross, scale), marker="x", s=30, color=colour)
    axes.set_xticks(range(min(years), max(years) + 1))
    axes.grid(axis="y", alpha=0.25)
    if len(targets):
        axes.scatter([], [], marker="_", s=160, color="grey", linewidths=2, label="目标")
    if len(bodies) <= _LEGEND:
        axes.legend(loc="center left", bbox_to_anchor=(1.0, 0.5), frameon=False)


def _draw_bars(axes: Any, rows: Panel, targets: Panel, scale: float) -> None:
    rows = rows.assign(_size=_numbers(rows, scale)).sort_values("_size", kind="stable")
    aims = dict(zip(targets["body"], _numbers(targets, scale), strict=True))
    bodies = [*(body for body in aims if body not in set(rows["body"])), *rows["body"]]
    places = {body: place for place, body in enumerate(bodies)}
    fills = ["C0" if mark == "exact" else "white" for mark in rows["precision"]]
    at = [places[body] for body in rows["body"]]
    axes.barh(at, rows["_size"], color=fills, edgecolor="C0", height=0.65)
    if aims:
        axes.scatter(list(aims.values()), [places[body] for body in aims], marker="|", s=260, color="C1", label="目标")
        axes.legend(loc="center left", bbox_to_anchor=(1.0, 0.5), frameon=False)
    axes.set_yticks(range(len(bodies)), labels=bodies)
    axes.grid(axis="x", alpha=0.25)


def _draw_whiskers(axes: Any, rows: pd.DataFrame, scale: float, colour: str, aside: float = 0) -> None:
    for row in rows[rows["high"].notna()].to_dict("records"):
        axes.vlines(
            int(row["year"]) + aside,
            float(row["value"]) / scale,
            float(row["high"]) / scale,
            color=colour,
            linewidth=1.2,
        )


def _numbers(rows: pd.DataFrame, scale: float) -> Sequence[float]:
    return [float(value) / scale for value in rows["value"]]


def _name(rows: pd.DataFrame, year: int | None) -> str:
    """Return the chart's title: the indicator in its most frequent words, its measure and year."""
    indicator = str(rows["indicator"].mode().iloc[0])
    measure = _MEASURES.get(str(rows["measure"].iloc[0]), "")
    return indicator + measure + (f"（{year}年）" if year else "")
