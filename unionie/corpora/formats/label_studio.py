"""Label Studio: a JSON file of tasks, and the labelling configuration (XML) of a project for them.

Enters: Sheets. Leaves: ``<name>.json`` to import and ``<name>.xml`` to paste as the project's interface, or Sheets from
a JSON export. Annotated reports are annotations; our own output is a prediction, to start from.

Fields of facts are choices and text areas of the region; fields without one (``must`` …) are JSON in the area ``more``.
The task's data carry the rest of the record. Offsets count code points, as Label Studio's exports do.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from unionie.corpora.draft import DRAFTED
from unionie.corpora.files import dump, parse_object, read_text
from unionie.corpora.formats.brat import CHOICES
from unionie.corpora.sheets import FACT, LABELS, LINKS, Link, Mark, Sheet
from unionie.errors import InputError
from unionie.io.atomic import replaced_files

__all__ = ["find_items", "parse", "write"]

_NUMBERS = ("value", "high", "alt_value")
_AREAS = (*_NUMBERS, "unit", "currency", "indicator", "base", "subject", "subject_full", "period", "as_of")


def write(sheets: Sequence[Sheet], target: Path) -> None:
    """Write the tasks to ``target`` and the configuration beside it."""
    tasks = [_task(sheet) for sheet in sheets]
    with replaced_files(target.parent, create=False) as folder:
        (folder / target.name).write_text(dump(tasks, indent=1) + "\n", "utf-8")
        (folder / target.with_suffix(".xml").name).write_text(_interface(), "utf-8")


def _task(sheet: Sheet) -> dict[str, Any]:
    result = [row for number, mark in enumerate(sheet.marks) for row in _regions(sheet.text, f"m{number}", mark)]
    result += [
        {
            "type": "relation",
            "from_id": f"m{link.source}",
            "to_id": f"m{link.target}",
            "direction": "right",
            "labels": [link.kind],
        }
        for link in sheet.links
    ]
    if sheet.about.get("hand") == DRAFTED:
        done: dict[str, Any] = {"predictions": [{"model_version": DRAFTED, "result": result}]}
    else:
        done = {"annotations": [{"result": result}]}
    return {"data": {"text": sheet.text, "report": sheet.about}, **done}


def _regions(text: str, name: str, mark: Mark) -> Iterator[dict[str, Any]]:
    place = {"start": mark.start, "end": mark.end, "text": text[mark.start : mark.end]}
    yield _region(name, "label", "labels", place | {"labels": [mark.label]})
    rest = dict(mark.details)
    for key in (*CHOICES, "optional"):
        if key in rest:
            chosen = "optional" if key == "optional" else rest[key]
            yield _region(name, key, "choices", place | {"choices": [chosen]})
            del rest[key]
    for key in _AREAS:
        if key in rest:
            yield _region(name, key, "textarea", place | {"text": [str(rest.pop(key))]})
    if rest:
        yield _region(name, "more", "textarea", place | {"text": [dump(rest)]})


def _region(name: str, control: str, kind: str, value: dict[str, Any]) -> dict[str, Any]:
    return {"id": name, "from_name": control, "to_name": "text", "type": kind, "value": value}


def find_items(path: Path) -> Iterator[tuple[str, Any]]:
    """Yield (where, task) for each report."""
    try:
        tasks = json.loads(read_text(path), parse_float=Decimal)
    except json.JSONDecodeError as error:
        raise InputError(f"{path}: not JSON: {error}") from error
    if not isinstance(tasks, list):
        raise InputError(f"{path}: a Label Studio export is a list of tasks")
    yield from ((f"{path}, task {number}", task) for number, task in enumerate(tasks, 1))


def parse(task: Any) -> Sheet:
    """Return the report of a task, by its last annotation that was not cancelled, else by its last prediction."""
    data = task.get("data") if isinstance(task, dict) else None
    if not isinstance(data, dict) or not isinstance(data.get("text"), str):
        raise InputError("no task of Label Studio's with a text: it needs 'data' with 'text'")
    try:
        done = [one for one in task.get("annotations") or () if not one.get("was_cancelled")]
        result = (done or task.get("predictions") or [{"result": []}])[-1]["result"]
        return _read_result(data["text"], result, data.get("report") or {"id": str(task.get("id", ""))})
    except (KeyError, TypeError, IndexError, AttributeError) as error:
        raise InputError(f"a result is broken: {type(error).__name__} {error}") from error


def _read_result(text: str, result: list[dict[str, Any]], about: dict[str, Any]) -> Sheet:
    marks: dict[str, Mark] = {}
    for row in result:
        if row["type"] == "labels":
            start, end = int(row["value"]["start"]), int(row["value"]["end"])
            words = row["value"].get("text")
            if isinstance(words, str) and words != text[start:end]:
                raise InputError(f"region {row['id']}: the text at {start}:{end} is {text[start:end]!r}, not {words!r}")
            marks[row["id"]] = Mark(start, end, row["value"]["labels"][0], {})
    order = {name: place for place, name in enumerate(marks)}
    links = []
    for row in result:
        if row["type"] == "relation":
            links.append(Link(row["labels"][0], order[row["from_id"]], order[row["to_id"]]))
        elif row["type"] in ("choices", "textarea"):
            _read_field(row, marks[row["id"]].details)
        elif row["type"] != "labels":
            raise InputError(f"unionie reads labels, choices, text areas and relations, not {row['type']!r}")
    return Sheet(text, tuple(marks.values()), tuple(links), about)


def _read_field(row: dict[str, Any], details: dict[str, Any]) -> None:
    key, value = row["from_name"], row["value"]
    if row["type"] == "choices":
        details[key] = True if key == "optional" else value["choices"][0]
    elif key == "more":
        details.update(parse_object(value["text"][0], "the area 'more'"))
    else:
        words = value["text"][0].strip()
        details[key] = _number(key, words) if key in _NUMBERS else words


def _number(key: str, words: str) -> Any:
    try:
        return json.loads(words, parse_float=Decimal)
    except json.JSONDecodeError as error:
        raise InputError(f"{key} is no number: {words!r}") from error


def _interface() -> str:
    labels = "".join(f'\n    <Label value="{label}"/>' for label in LABELS)
    relations = "".join(f'\n    <Relation value="{kind}"/>' for kind in LINKS)
    shown = f'perRegion="true" visibleWhen="region-selected" whenTagName="label" whenLabelValue="{FACT}"'
    choices = "".join(
        f'\n  <Choices name="{key}" toName="text" choice="single" showInline="true" {shown}>'
        + "".join(f'\n    <Choice value="{value}"/>' for value in values)
        + "\n  </Choices>"
        for key, values in CHOICES.items()
    )
    areas = "".join(
        f'\n  <TextArea name="{key}" toName="text" placeholder="{key}" maxSubmissions="1" editable="true" {shown}/>'
        for key in (*_AREAS, "more")
    )
    return (
        f"<View>\n  <Style>.htx-text{{ white-space: pre-wrap; }}</Style>\n  <Relations>{relations}\n  </Relations>\n"
        f'  <Labels name="label" toName="text">{labels}\n  </Labels>\n'
        f'  <Text name="text" value="$text" granularity="symbol"/>{choices}\n'
        '  <Choices name="optional" toName="text" perRegion="true" visibleWhen="region-selected">\n'
        f'    <Choice value="optional"/>\n  </Choices>{areas}\n</View>\n'
    )
