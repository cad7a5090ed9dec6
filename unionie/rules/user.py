"""A user's own rules, from a TOML or TSV file: units, names of all kinds, concepts, slogans that are no figures.

Enters: a path. Leaves: a RuleSet; a wrong file raises RuleError naming file, line and reason.
Next: ``unionie.load(user_rules=…)`` gives it to the components.

A TOML file holds arrays of tables, or of names where a name says all::

    ignore = ["百千万行动"]

    [[organizations]]
    name = "蓝雁精密制造有限公司"
    aliases = ["蓝雁精密"]

A TSV file has the columns ``section``, ``name`` and further fields; several words in a cell are separated by spaces.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, get_args

from unionie.errors import InputError, RuleError
from unionie.records import models
from unionie.rules import Row, load_table
from unionie.rules.entries import Entry, read_toml, read_tsv
from unionie.rules.forms import expand_form
from unionie.rules.ruleset import USER_NAMES, RuleSet

__all__ = ["read_user_rules"]

_KINDS = ("flow", "stock", "rate")
_COUNTED = ("people", "visits", "households", "bodies", "cases", "items", "number")
_LEVELS = ("country", "region", "province", "city", "county", "township", "village", "street")
_NUMERALS = frozenset("零〇一二三四五六七八九十百千万亿两半几双0123456789０１２３４５６７８９")


class _Section(NamedTuple):
    """A section of the file: its fields besides ``name``, those among them that are lists, and what makes its rows."""

    fields: frozenset[str]
    lists: frozenset[str]
    rows: Callable[[Entry], Iterator[tuple[str, Row]]]


def read_user_rules(path: str | Path) -> RuleSet:
    """Return the rules of a ``.toml`` or ``.tsv`` file; RuleError, one line with file, line and reason, if wrong."""
    path = Path(path)
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RuleError(f"{path}: a rules file must be UTF-8 ({error.reason} at byte {error.start})") from error
    except OSError as error:
        raise InputError(f"{path}: the rules file cannot be read: {error.strerror}") from error
    readers = {".toml": read_toml, ".tsv": read_tsv}
    if path.suffix not in readers:
        raise InputError(f"{path}: a rules file ends in .toml or .tsv")
    return RuleSet(_tables(readers[path.suffix](text, str(path))))


def _tables(entries: Iterable[Entry]) -> dict[str, list[Row]]:
    tables: dict[str, list[Row]] = {}
    seen: dict[tuple[str, str], str] = {}
    for entry in entries:
        section = _SECTIONS.get(entry.section)
        if section is None:
            raise RuleError(f"{entry.where}: no section {entry.section!r}; there are {', '.join(_SECTIONS)}")
        _check(entry, section)
        for table, row in section.rows(entry):
            key = table, row["id"]
            if key in seen:
                raise RuleError(f"{entry.where}: {entry.fields['name']!r} stands already in {seen[key]}")
            seen[key] = entry.where
            tables.setdefault(table, []).append(row)
    return tables


def _check(entry: Entry, section: _Section) -> None:
    for field, value in entry.fields.items():
        if field != "name" and field not in section.fields:
            known = ", ".join(sorted(section.fields | {"name"}))
            raise RuleError(f"{entry.where}: {entry.section} have no {field!r}; they have {known}")
        words = value if isinstance(value, list) and field in section.lists else [value]
        if not all(isinstance(word, str) and word.strip() for word in words):
            expected = "a list of words" if field in section.lists else "a word"
            raise RuleError(f"{entry.where}: {field} is {expected}, not {value!r}")
    name = entry.fields.get("name", "")
    if not name:
        raise RuleError(f"{entry.where}: no name")
    if any(character.isspace() for character in name):
        raise RuleError(f"{entry.where}: a name holds no spaces: {name!r}")


def _words(entry: Entry, field: str) -> list[str]:
    value = entry.fields.get(field, [])
    return value.split() if isinstance(value, str) else [str(word) for word in value]


def _choose(entry: Entry, field: str, choices: Iterable[str], default: str = "") -> str:
    value = str(entry.fields.get(field, default))
    known = list(choices)
    if value and value not in known:
        raise RuleError(f"{entry.where}: {field} {value!r} is none of {', '.join(known)}")
    return value


def _unit_rows(entry: Entry) -> Iterator[tuple[str, Row]]:
    units = load_table("units")
    dimension = _choose(entry, "dimension", dict.fromkeys(row["dimension"] for row in units), "count")
    for name in (entry.fields["name"], *_words(entry, "aliases")):
        if any(name in row["written"].split(" ") for row in units):
            raise RuleError(f"{entry.where}: {name!r} is a unit already")
        row = dict.fromkeys(units[0], "")
        yield "units", row | {"id": name, "written": name, "dimension": dimension, "code": entry.fields.get("code", "")}


def _ignored_rows(entry: Entry) -> Iterator[tuple[str, Row]]:
    name = entry.fields["name"]
    if _NUMERALS.isdisjoint(name):
        raise RuleError(f"{entry.where}: {name!r} holds no numeral: there is nothing to ignore")
    yield "nonnumbers", {"id": name, "kind": "slogan", "words": name}


def _name_rows(label: str, **choices: Iterable[str]) -> Callable[[Entry], Iterator[tuple[str, Row]]]:
    """Return what makes the rows of a name and its aliases."""

    def rows(entry: Entry) -> Iterator[tuple[str, Row]]:
        chosen = {field: _choose(entry, field, words) for field, words in choices.items()}
        whole = entry.fields["name"]
        for name in (whole, *_words(entry, "aliases")):
            if len(name) == 1:
                raise RuleError(f"{entry.where}: one character is no name: {name!r}")
            yield USER_NAMES, {"id": name, "label": label, "whole": whole, "type": "", "level": ""} | chosen

    return rows


def _concept_rows(entry: Entry) -> Iterator[tuple[str, Row]]:
    packaged = {row["id"]: row for row in load_table("concepts")}
    fields, forms = entry.fields, _words(entry, "forms")
    known = packaged.get(fields["name"])
    dimensions = dict.fromkeys((*_COUNTED, *(row["dimension"] for row in load_table("units")), "price"))
    units = _words(entry, "unit")
    wrong = next((unit for unit in units if unit not in dimensions), None)
    if wrong is not None:
        raise RuleError(f"{entry.where}: unit {wrong!r} is none of {', '.join(dimensions)}")
    if not forms or not (known or units):
        raise RuleError(f"{entry.where}: a concept needs {'forms' if not forms else 'a unit'}")
    for form in forms:
        try:
            short = next((name for name in expand_form(form) if len(name) < 2), None)
        except RuleError as error:
            raise RuleError(f"{entry.where}: {error}") from error
        if short is not None:
            raise RuleError(f"{entry.where}: the form {form!r} reads {short!r}, which is too short")
    row = {
        "id": fields["name"],
        "label": fields.get("label", fields["name"]),
        "label_en": fields.get("label_en", ""),
        "kind": _choose(entry, "kind", _KINDS, "flow"),
        "unit": " ".join(units),
    }
    yield "concepts", (known or row) | {"forms": " ".join(forms)}


_SECTIONS = {
    "units": _Section(frozenset(["aliases", "dimension", "code"]), frozenset(["aliases"]), _unit_rows),
    "ignore": _Section(frozenset(), frozenset(), _ignored_rows),
    "organizations": _Section(
        frozenset(["aliases", "type"]),
        frozenset(["aliases"]),
        _name_rows("ORG", type=get_args(models.OrganizationType)),
    ),
    "honours": _Section(
        frozenset(["aliases", "level"]),
        frozenset(["aliases"]),
        _name_rows("AWARD", level=get_args(models.AwardLevel)),
    ),
    "people": _Section(frozenset(["aliases"]), frozenset(["aliases"]), _name_rows("PERSON")),
    "places": _Section(frozenset(["aliases", "level"]), frozenset(["aliases"]), _name_rows("LOC", level=_LEVELS)),
    "concepts": _Section(
        frozenset(["label", "label_en", "kind", "unit", "forms"]), frozenset(["unit", "forms"]), _concept_rows
    ),
}
