"""What to know before a series is used: figures that contradict, words, bodies and units that changed, breaks.

Enters: a panel. Leaves: ``Drift``s, by kind and then body. Next: the user, ``text``.

``conflict``        reports give different figures for one thing; the one of the latest report is chosen
``break``           two levels give another growth than the text does: the scope or the base of the series changed
``unit_converted``  a figure was brought to the unit of the others
``units_differ``    figures in units that do not convert stand apart
``name_changed``    the indicator has other words than before: the definition may have changed with them
``owner_changed``   the figures of one body are given for others in it (区总工会, 全区)
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby, pairwise
from typing import Any, NamedTuple

import pandas as pd

from unionie.io.rows import Row
from unionie.view.figures import format_number

__all__ = ["Drift", "find_drifts", "to_rows"]

_TOLERANCE = Decimal(10)  # percentage points by which levels and growth may differ: prices, rounding, revisions
_NAMED = 3  # names, reports … that a message lists


class Drift(NamedTuple):
    """One thing to know: its kind, whose figures, a sentence, and the reports concerned."""

    kind: str
    body: str
    message: str
    reports: tuple[str, ...]


def find_drifts(panel: pd.DataFrame) -> tuple[Drift, ...]:
    """Return what to know of the figures of a panel."""
    rows = sorted(to_rows(panel), key=lambda row: row["body"])
    bodies = [list(group) for _, group in groupby(rows, lambda row: row["body"])]
    finders = (_find_conflicts, _find_breaks, _find_converted, _find_units, _find_names, _find_owners)
    return tuple(drift for find in finders for group in bodies for drift in find(group))


def to_rows(panel: pd.DataFrame) -> list[Row]:
    """Return the rows of a panel as plain values, None for what is missing."""
    return [{str(name): _plain(cell) for name, cell in row.items()} for row in panel.to_dict("records")]


def _plain(cell: Any) -> Any:
    if cell is pd.NA or cell is pd.NaT or cell != cell:  # noqa: PLR0124  only NaN differs from itself
        return None
    return cell.date() if isinstance(cell, pd.Timestamp) else cell


def _find_conflicts(rows: list[Row]) -> Iterator[Drift]:
    doubted = [row for row in rows if row["conflict"]]
    doubted.sort(key=lambda row: (_cell(row), row["published"] is None, str(row["published"])))
    for _, group in groupby(doubted, _cell):
        cell = list(group)
        if len(cell) < 2:
            continue
        said = "，".join(f"{_say(row)}（{row['report']}）" for row in cell)
        kept = next((row for row in cell if row["chosen"]), None)
        taken = f"；取{_say(kept)}" if kept else ""
        yield _drift("conflict", cell, f"{_when(cell[0])}{cell[0]['indicator']}各报告不一：{said}{taken}")


def _find_breaks(rows: list[Row]) -> Iterator[Drift]:
    known = [row for row in rows if row["chosen"] and row["modality"] == "actual" and row["precision"] == "exact"]
    levels = sorted((row for row in known if row["measure"] == "level"), key=lambda row: row["year"])
    growth = {
        row["year"]: row
        for row in known
        if row["measure"] == "change" and row["unit"] == "%" and row["baseline"] in ("year_on_year", None)
    }
    for earlier, later in pairwise(levels):
        said = growth.get(later["year"])
        comparable = later["year"] - earlier["year"] == 1 and later["unit"] == earlier["unit"] and earlier["value"]
        if said is None or not comparable:
            continue
        grown = (later["value"] / earlier["value"] - 1) * 100
        if abs(grown - said["value"]) > _TOLERANCE:
            message = (
                f"{later['indicator']}由{_when(earlier)}{_say(earlier)}到{_when(later)}{_say(later)}，变动{grown:+.1f}%，"
                f"报告称{said['value']:+}%：口径或基数可能有变"
            )
            yield _drift("break", [earlier, later], message)


def _find_converted(rows: list[Row]) -> Iterator[Drift]:
    converted = [
        row for row in rows if row["written_unit"] != row["unit"] and row["unit"] and " (" not in row["unit"]
    ]  # 元 (USD) is 元 still
    converted.sort(key=lambda row: (row["written_unit"] or "", row["unit"], row["year"] or 0))
    for (written, unit), group in groupby(converted, lambda row: (row["written_unit"], row["unit"])):
        several = list(group)
        years = _list([year for year in dict.fromkeys(map(_when, several)) if year])
        message = f"{years}{several[0]['indicator']}原以{written or '无单位'}计，折为{unit}"
        yield _drift("unit_converted", several, message)


def _find_units(rows: list[Row]) -> Iterator[Drift]:
    chosen = sorted((row for row in rows if row["chosen"]), key=lambda row: (row["measure"], row["modality"]))
    for _, group in groupby(chosen, lambda row: (row["measure"], row["modality"])):
        line = list(group)
        units = list(dict.fromkeys(row["unit"] or "无单位" for row in line))
        if len(units) > 1:
            yield _drift("units_differ", line, f"{line[0]['indicator']}单位不一，不能合为一列：{_list(units)}")


def _find_names(rows: list[Row]) -> Iterator[Drift]:
    levels = [row for row in rows if row["chosen"] and row["modality"] == "actual"]
    levels.sort(key=lambda row: (row["year"], row["measure"] != "level"))
    yearly = [next(group) for _, group in groupby(levels, lambda row: row["year"])]
    for earlier, later in pairwise(yearly):
        if earlier["indicator"] != later["indicator"]:
            message = f"{_when(earlier)}称“{earlier['indicator']}”，{_when(later)}称“{later['indicator']}”"
            yield _drift("name_changed", [earlier, later], message)


def _find_owners(rows: list[Row]) -> Iterator[Drift]:
    owners = list(dict.fromkeys(row["organization"] or row["region"] for row in rows if row["chosen"]))
    names = [owner for owner in owners if owner]
    if len(names) > 1:
        yield _drift("owner_changed", rows, f"{rows[0]['indicator']}的主体不一：{_list(names)}")


def _cell(row: Row) -> tuple[str, ...]:
    return tuple(str(row[name]) for name in ("year", "measure", "modality", "unit"))


def _drift(kind: str, rows: list[Row], message: str) -> Drift:
    reports = dict.fromkeys(report for row in rows for report in row["sources"])
    return Drift(kind, rows[0]["body"], message, tuple(reports))


def _say(row: Row) -> str:
    return f"{format_number(row['value'])}{row['unit'] or ''}"


def _when(row: Row) -> str:
    return f"{row['year']}年" if row["year"] else ""


def _list(names: list[Any]) -> str:
    return "、".join(map(str, names[:_NAMED])) + ("等" if len(names) > _NAMED else "")
