"""doccano: JSON lines of a sequence labelling project with relations.

Enters: Sheets. Leaves: a ``.jsonl`` file to import, or Sheets from one that doccano exported.

doccano keeps spans, labels and relations, and carries further columns along as metadata: the column ``unionie`` holds
the fields of facts and the rest of the record, by place. Its offsets count UTF-16 code units (as JavaScript does; see
doccano issue 2290) unless a project counts grapheme clusters, which this module does not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from unionie.corpora.files import dump, parse_object, read_text
from unionie.corpora.formats.stored import restore_sheet, store_sheet
from unionie.corpora.sheets import Link, Sheet, carry_details
from unionie.errors import InputError
from unionie.io.atomic import replaced_file

__all__ = ["find_items", "parse", "write"]


def write(sheets: Sequence[Sheet], target: Path) -> None:
    """Write one line a report."""
    with replaced_file(target) as path:
        path.write_text("".join(f"{dump(_row(sheet))}\n" for sheet in sheets), "utf-8")


def _row(sheet: Sheet) -> dict[str, Any]:
    units = _count_units(sheet.text)
    entities = [
        {"id": number, "label": mark.label, "start_offset": units[mark.start], "end_offset": units[mark.end]}
        for number, mark in enumerate(sheet.marks)
    ]
    relations = [
        {"id": number, "from_id": link.source, "to_id": link.target, "type": link.kind}
        for number, link in enumerate(sheet.links)
    ]
    return {"text": sheet.text, "entities": entities, "relations": relations, "unionie": store_sheet(sheet)}


def find_items(path: Path) -> Iterator[tuple[str, str]]:
    """Yield (where, line) for each report."""
    for number, line in enumerate(read_text(path).split("\n"), 1):
        if line.strip():
            yield f"{path}:{number}", line


def parse(line: str) -> Sheet:
    """Return the report of a line."""
    row = parse_object(line, "the line")
    text, entities = row.get("text"), row.get("entities", row.get("label"))
    if not isinstance(text, str) or not isinstance(entities, list):
        raise InputError("no doccano line: it needs 'text' and 'entities'")
    try:
        ids, places = _read_places(text, entities)
        links = [Link(r["type"], ids[r["from_id"]], ids[r["to_id"]]) for r in row.get("relations", ())]
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise InputError(f"an entity or relation is broken: {type(error).__name__} {error}") from error
    sheet = carry_details(text, places, restore_sheet(text, row.get("unionie", {})))
    return Sheet(text, sheet.marks, tuple(links) if "relations" in row else sheet.links, sheet.about)


def _read_places(text: str, entities: list[Any]) -> tuple[dict[Any, int], list[tuple[int, int, str]]]:
    characters = {unit: character for character, unit in enumerate(_count_units(text))}
    ids: dict[Any, int] = {}
    places = []
    for number, entity in enumerate(entities):
        if isinstance(entity, list):  # a project without relations exports [start, end, label]
            start, end, label = entity
        else:
            start, end, label = entity["start_offset"], entity["end_offset"], entity["label"]
            ids[entity["id"]] = number
        if start not in characters or end not in characters:
            raise InputError(f"no such place in the text: {start}:{end}")
        places.append((characters[start], characters[end], label))
    return ids, places


def _count_units(text: str) -> list[int]:
    """Return, for each character and the end, how many UTF-16 code units stand before it."""
    units = [0]
    for character in text:
        units.append(units[-1] + (2 if ord(character) > 0xFFFF else 1))
    return units
