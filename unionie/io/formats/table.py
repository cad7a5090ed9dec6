"""Text for people: title, region and period, then facts, awards, people and notices.

Enters: Extractions. Leaves: text as wide as the terminal (100 columns elsewhere), where long words fold and none are
cut off; with colours on a terminal only and none under NO_COLOR. A part stands indented below its total; ``×2`` counts
the places that state a fact.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from rich.console import Console, JustifyMethod, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from unionie.io.atomic import replaced_file
from unionie.records import Award, Extraction, Fact, Notice, Person
from unionie.view.figures import format_period, format_time, format_value
from unionie.view.trees import order_by_total

__all__ = ["write"]

_WIDTH = 100
_CONTROL = re.compile("[\0-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]+")
_BASELINE = {"year_on_year": "同比", "previous_period": "环比"}


def write(extractions: Iterable[Extraction], target: Path | IO[str]) -> None:
    """Write each extraction as soon as it comes."""
    if not isinstance(target, Path):
        _print_all(extractions, _open_console(target))
        return
    with replaced_file(target) as path, path.open("w", encoding="utf-8", newline="\n") as file:
        _print_all(extractions, _open_console(file))


def _open_console(file: IO[str]) -> Console:
    width = None if file.isatty() else _WIDTH
    return Console(file=file, width=width, highlight=False, markup=False, emoji=False, soft_wrap=False)


def _print_all(extractions: Iterable[Extraction], console: Console) -> None:
    for number, extraction in enumerate(extractions):
        if number:
            console.print()
        with console.capture() as capture:
            for part in _render(extraction, console.width):
                console.print(part)
        lines = capture.get().splitlines()
        console.file.write("".join(f"{line.rstrip()}\n" for line in lines))


def _render(extraction: Extraction, width: int) -> Iterator[RenderableType]:
    name = extraction.title or extraction.source or "report"
    title = Text(_clean(name), "bold")
    yield Rule(title, align="left", style="dim") if title.cell_len < width - 1 else title
    if extraction.status == "failed":
        yield _indent(Text(f"failed: {_clean(extraction.error)}", "red"))
        return
    said = [extraction.region, format_period(extraction.period), extraction.publisher, extraction.published]
    about = " · ".join(_clean(part) for part in [*said, "、".join(extraction.authors)] if part)
    if about:
        yield _indent(Text(about, "dim"))
    if extraction.facts:
        yield Text("")
        yield _indent(_make_facts(extraction.facts))
    if extraction.awards:
        yield Text("")
        yield _indent(_make_awards(extraction.awards))
    if extraction.people:
        yield Text("")
        yield _indent(_make_people(extraction.people))
    yield Text("")
    yield from (_indent(_make_notice(notice)) for notice in extraction.notices)
    yield _indent(Text(_count(extraction), "dim"))


def _make_facts(facts: tuple[Fact, ...]) -> Table:
    table = _open_table("Facts")
    for name in ("Value", "Unit", "Period", "Subject"):
        table.add_column(
            name,
            justify="right" if name == "Value" else "left",
            no_wrap=name != "Subject",
            style="cyan" if name == "Value" else "",
            overflow="fold",
        )
    for depth, fact in order_by_total(facts):
        indicator = Text.assemble(("  " * (depth - 1) + "└─" if depth else "", "dim"), _clean(fact.indicator))
        for mark in _list_marks(fact):
            indicator.append(f" {mark}", "dim")
        table.add_row(
            indicator, _clean(format_value(fact)), _clean(fact.unit), _clean(format_time(fact)), _clean(fact.subject)
        )
    return table


def _list_marks(fact: Fact) -> Iterator[str]:
    if fact.modality == "target":
        yield "目标"
    if fact.measure == "share" and "占" not in fact.indicator:
        yield "占比"
    if fact.baseline is not None:
        yield _clean(_BASELINE.get(fact.baseline, fact.baseline))
    if len(fact.mentions) > 1:
        yield f"×{len(fact.mentions)}"


def _make_awards(awards: tuple[Award, ...]) -> Table:
    table = _open_table("Awards")
    for name in ("Recipient", "Affiliation", "Level", "Year"):
        justify: JustifyMethod = "right" if name == "Year" else "left"
        table.add_column(name, no_wrap=name in ("Level", "Year"), justify=justify, overflow="fold")
    for award in awards:
        honour = Text(_clean(award.award))
        if award.rank:
            honour.append(f" {_clean(award.rank)}", "dim")
        year = "" if award.year is None else str(award.year)
        table.add_row(honour, _clean(award.recipient), _clean(award.affiliation), award.level or "", year)
    return table


def _make_people(people: tuple[Person, ...]) -> Table:
    table = _open_table("People")
    for name in ("Titles", "Organization", "Role"):
        table.add_column(name, no_wrap=name == "Role", overflow="fold")
    for person in people:
        titles = "、".join(person.titles)
        role = "" if person.role == "other" else person.role
        table.add_row(_clean(person.name), _clean(titles), _clean(person.organization), role)
    return table


def _indent(part: Text | Table) -> Padding:
    return Padding(part, (0, 0, 0, 2), expand=False)


def _open_table(first: str) -> Table:
    table = Table(box=None, header_style="bold dim", padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column(first, overflow="fold")
    return table


def _make_notice(notice: Notice) -> Text:
    return Text.assemble(("! ", "yellow"), (_clean(f"{notice.kind}: {notice.message}"), ""))


def _count(extraction: Extraction) -> str:
    counts = {
        "fact": len(extraction.facts),
        "award": len(extraction.awards),
        "person": len(extraction.people),
        "organization": len(extraction.organizations),
        "notice": len(extraction.notices),
    }
    plural = {"person": "people"}
    return ", ".join(f"{n} {name if n == 1 else plural.get(name, name + 's')}" for name, n in counts.items())


def _clean(text: str | None) -> str:
    return _CONTROL.sub(" ", text).strip() if text else ""
