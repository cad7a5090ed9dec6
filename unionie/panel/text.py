"""A series for people at a terminal: years across, bodies down, a small chart at the end of each row.

Enters: a panel. Leaves: lines of text. Next: ``unionie series``.

Each measure and unit has a table of its own, as many years wide as fit; ``!`` marks a figure that another report
contradicts. Notices stand below.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import IO, Any

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from unionie.io.rows import Row
from unionie.panel.drift import to_rows
from unionie.panel.frame import Panel
from unionie.records import Fact, Span
from unionie.view.figures import format_value

__all__ = ["print_panel"]

_WIDTH = 100
_YEARS = 7  # columns of a table
_BARS = "▁▂▃▄▅▆▇█"
_NOTICES = 20
_MEASURES = {"level": "Level", "change": "Change", "gap": "Gap", "share": "Share", "rank": "Rank"}
_BASELINES = {"previous_period": "on the period before"}


def print_panel(panel: Panel, title: str, file: IO[str]) -> None:
    """Write the series as text as wide as the terminal, or 100 columns."""
    width = None if file.isatty() else _WIDTH
    console = Console(file=file, width=width, highlight=False, markup=False, emoji=False)
    with console.capture() as capture:
        for part in _render(panel, title):
            console.print(part)
    file.write("".join(f"{line.rstrip()}\n" for line in capture.get().splitlines()))


def _render(panel: Panel, title: str) -> Iterator[RenderableType]:
    yield Rule(Text(title, "bold"), align="left", style="dim")
    rows = [row for row in to_rows(panel) if row["chosen"]]
    rows.sort(key=_line_order)
    for _, group in groupby(rows, _line_order):
        yield from _tabulate(list(group))
    drifts = panel.notices
    if drifts:
        yield Text("")
    for drift in drifts[:_NOTICES]:
        notice = Table.grid(padding=(0, 1, 0, 0))  # a column of its own, so that Chinese folds beside the mark
        notice.add_column()
        notice.add_column(overflow="fold")
        notice.add_row(Text("!", "yellow"), f"{drift.body}：{drift.message}")
        yield Padding(notice, (0, 0, 0, 2), expand=False)
    if len(drifts) > _NOTICES:
        yield Padding(Text(f"and {len(drifts) - _NOTICES:,} more notices", "dim"), (0, 0, 0, 2))
    timeless = int(panel["year"].isna().sum())
    if timeless:
        noun = "figure spans" if timeless == 1 else "figures span"
        yield Padding(Text(f"{timeless} {noun} several years or none that is known", "dim"), (0, 0, 0, 2))


def _line_order(row: Row) -> tuple[Any, ...]:
    measures = list(_MEASURES)
    return row["modality"] == "target", measures.index(row["measure"]), row["unit"] or "", _name_baseline(row)


def _tabulate(rows: Sequence[Row]) -> Iterator[RenderableType]:
    first = rows[0]
    years = sorted({row["year"] for row in rows})
    cells = {(row["body"], row["year"]): row for row in rows}
    bodies = list(dict.fromkeys(row["body"] for row in rows))
    for at in range(0, len(years), _YEARS):
        shown = years[at : at + _YEARS]
        table = Table(box=None, header_style="bold dim", padding=(0, 2, 0, 0), pad_edge=False)
        table.add_column(_name_line(first), overflow="fold")
        for year in shown:
            table.add_column(str(year), justify="right", no_wrap=True, style="cyan")
        table.add_column("")
        for body in bodies:
            own = [cells.get((body, year)) for year in shown]
            table.add_row(body, *map(_say, own), Text(_draw_bars(own), "dim"))
        yield Text("")
        yield Padding(table, (0, 0, 0, 2), expand=False)


def _name_line(row: Row) -> str:
    measure = _MEASURES[row["measure"]]
    name = f"Target: {measure.lower()}" if row["modality"] == "target" else measure
    if row["unit"]:
        name += f", {row['unit']}"
    baseline = _name_baseline(row)
    return f"{name}, {baseline}" if baseline else name


def _name_baseline(row: Row) -> str:
    """Return against what a figure is; "" for the year before, which 增长6% of a year means anyway."""
    baseline = row["baseline"] or ""
    return "" if baseline == "year_on_year" else _BASELINES.get(baseline, baseline)


def _say(row: Row | None) -> str:
    if row is None:
        return ""
    fact = Fact(
        id="",
        indicator="",
        value=row["value"],
        high=row["high"],
        unit=row["unit"],
        precision="about" if row["precision"] == "vague" else row["precision"],
        evidence=Span(0, 1, " "),
    )
    return format_value(fact) + ("!" if row["conflict"] else "")


def _draw_bars(rows: Sequence[Row | None]) -> str:
    """Return a bar for each figure, from the lowest of the row to its highest; a gap for none."""
    values = [float(row["value"]) for row in rows if row is not None]
    if len(values) < 2:
        return ""
    low, high = min(values), max(values)
    step = (high - low) / (len(_BARS) - 1) or 1.0
    return "".join(" " if row is None else _BARS[round((float(row["value"]) - low) / step)] for row in rows)
