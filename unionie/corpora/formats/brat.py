"""brat standoff: ``<id>.txt`` with ``<id>.ann``, and the configuration that brat asks for.

Enters: Sheets. Leaves: a folder for brat's ``data/``, or Sheets from one.

Closed vocabularies are attributes, to be chosen by a click; other fields of facts are JSON in the annotator's note of
the mark; ``part_of`` and ``same_as`` are relations. What belongs to no stretch of the text (awards, people, title …)
lies in ``<id>.json``. A mark across lines has a fragment a line, as brat wants it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple, get_args

from unionie.corpora.files import dump, parse_object, read_text
from unionie.corpora.sheets import FACT, LABELS, LINKS, Link, Mark, Sheet
from unionie.errors import InputError
from unionie.io.atomic import replaced_files
from unionie.records import models

__all__ = ["find_items", "parse", "write"]

CHOICES = {
    "precision": get_args(models.PrecisionMark),
    "measure": get_args(models.Measure),
    "direction": get_args(models.Direction),
    "modality": get_args(models.Modality),
}
_LINE = re.compile(r"[^\r\n]+")
_UNSAFE = re.compile(r"[^\w.-]+")


class _Item(NamedTuple):
    """The files of a report: text, annotations, and what is about the whole (None without the file)."""

    text: str
    annotations: str
    about: dict[str, Any] | None
    name: str


def write(sheets: Sequence[Sheet], target: Path) -> None:
    """Write the files of all reports, ``annotation.conf`` and ``visual.conf`` into the folder ``target``."""
    names: set[str] = set()
    with replaced_files(target) as folder:
        for sheet in sheets:
            name = _UNSAFE.sub("_", sheet.id) or "report"
            while name in names:
                name += "_"
            names.add(name)
            (folder / f"{name}.txt").write_bytes(sheet.text.encode("utf-8"))
            (folder / f"{name}.ann").write_text("".join(f"{line}\n" for line in _lines(sheet)), "utf-8", newline="\n")
            about = dump(sheet.about, indent=1)
            (folder / f"{name}.json").write_text(about + "\n", "utf-8")
        (folder / "annotation.conf").write_text(_annotation_conf(), "utf-8")
        (folder / "visual.conf").write_text(_VISUAL_CONF, "utf-8")


def _lines(sheet: Sheet) -> Iterator[str]:
    attributes = 0
    for number, mark in enumerate(sheet.marks, 1):
        pieces = [m.span() for m in _LINE.finditer(sheet.text, mark.start, mark.end)]
        words = " ".join(sheet.text[start:end] for start, end in pieces)
        yield f"T{number}\t{mark.label} {';'.join(f'{start} {end}' for start, end in pieces)}\t{words}"
        chosen = {key: mark.details[key] for key in CHOICES if key in mark.details}
        for key, value in chosen.items():
            attributes += 1
            yield f"A{attributes}\t{key.capitalize()} T{number} {value}"
        if mark.details.get("optional"):
            attributes += 1
            yield f"A{attributes}\tOptional T{number}"
        rest = {key: value for key, value in mark.details.items() if key not in chosen and key != "optional"}
        if rest:
            yield f"#{number}\tAnnotatorNotes T{number}\t{dump(rest)}"
    for number, link in enumerate(sheet.links, 1):
        yield f"R{number}\t{link.kind.capitalize()} Arg1:T{link.source + 1} Arg2:T{link.target + 1}"


def find_items(path: Path) -> Iterator[tuple[str, _Item]]:
    """Yield (where, files) for each ``.ann`` file of a folder."""
    files = sorted(path.glob("*.ann"))
    if not files:
        raise InputError(f"{path}: no .ann files in this folder")
    for file in files:
        beside = file.with_suffix(".json")
        about = parse_object(read_text(beside), str(beside)) if beside.exists() else None
        yield str(file), _Item(read_text(file.with_suffix(".txt")), read_text(file), about, file.stem)


def parse(item: _Item) -> Sheet:
    """Return the report of its files."""
    marks: dict[str, Mark] = {}
    later = []
    for number, line in enumerate(item.annotations.split("\n"), 1):
        fields = line.rstrip("\r").split("\t")
        if fields[0].startswith("T"):
            marks[fields[0]] = _read_mark(item.text, fields, number)
        elif fields[0][:1] in ("A", "M", "R", "#"):
            later.append((number, fields))
        elif line.strip():
            raise InputError(f"line {number}: unionie reads entities, attributes, relations and notes, not {line!r}")
    order = {name: place for place, name in enumerate(marks)}
    links = []
    for number, fields in later:
        try:
            if fields[0].startswith("R"):
                links.append(_read_link(fields, order))
            else:
                _read_detail(fields, marks)
        except (KeyError, IndexError, ValueError) as error:
            raise InputError(f"line {number}: {_explain(error)}") from error
    return Sheet(item.text, tuple(marks.values()), tuple(links), item.about or {"id": item.name})


def _explain(error: Exception) -> str:
    return f"no mark {error}" if isinstance(error, KeyError) else str(error) or "broken"


def _read_mark(text: str, fields: list[str], number: int) -> Mark:
    try:
        label, _, places = fields[1].partition(" ")
        pieces = [tuple(map(int, piece.split(" "))) for piece in places.split(";")]
        words = " ".join(text[start:end] for start, end in pieces)
        start, end = pieces[0][0], pieces[-1][1]
    except (IndexError, ValueError) as error:
        raise InputError(f"line {number}: no entity of brat's: {' '.join(fields)!r}") from error
    if len(fields) > 2 and words != fields[2]:
        raise InputError(f"line {number}: the text there is {words!r}, not {fields[2]!r}")
    return Mark(start, end, label, {})


def _read_link(fields: list[str], order: dict[str, int]) -> Link:
    kind, first, second = fields[1].split(" ")
    return Link(kind.lower(), order[first.removeprefix("Arg1:")], order[second.removeprefix("Arg2:")])


def _read_detail(fields: list[str], marks: dict[str, Mark]) -> None:
    kind, name, *value = fields[1].split(" ")
    details = marks[name].details
    if kind == "AnnotatorNotes":
        details.update(parse_object(fields[2], "the note"))
    elif kind == "Optional":
        details["optional"] = True
    elif kind.lower() in CHOICES and value:
        details[kind.lower()] = value[0]
    else:
        raise InputError(f"attribute {kind!r} is none of {', '.join(key.capitalize() for key in CHOICES)}, Optional")


def _annotation_conf() -> str:
    relations = "\n".join(f"{kind.capitalize()}\tArg1:{FACT}, Arg2:{FACT}" for kind in LINKS)
    attributes = "\n".join(f"{key.capitalize()}\tArg:{FACT}, Value:{'|'.join(CHOICES[key])}" for key in CHOICES)
    return (
        f"[entities]\n{chr(10).join(LABELS)}\n\n[relations]\n{relations}\n"
        f"<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n\n"
        f"[events]\n\n[attributes]\n{attributes}\nOptional\tArg:<ENTITY>\n"
    )


_VISUAL_CONF = """\
[labels]

[drawing]
SPAN_DEFAULT	fgColor:black, bgColor:lightgreen, borderColor:darken
FACT	bgColor:#ffe9a8
ORG	bgColor:#bcd6f5
PERSON	bgColor:#f5c6d6
AWARD	bgColor:#f7d9a0
Optional	dashArray:3-3
"""
