"""The entries of a user's rules file, with the line on which each stands.

Enters: the text of a TOML or TSV file. Leaves: Entries; RuleError, naming file and line, where the file is broken.
Next: ``user`` checks them and makes rows of them.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import Any, NamedTuple

from unionie.errors import RuleError

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

__all__ = ["Entry", "read_toml", "read_tsv"]

_PLACE = re.compile(r"\(at line (\d+), column \d+\)|\(at end of document\)")


class Entry(NamedTuple):
    """One entry of a section: its fields, and where it stands ("my.toml, line 3")."""

    section: str
    fields: dict[str, Any]
    where: str


def read_toml(text: str, source: str) -> Iterator[Entry]:
    """Yield the entries of a TOML file: arrays of tables, and arrays of names alone."""
    lines = text.splitlines()
    try:
        sections = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        line = place[1] if place and place[1] else len(lines)
        raise RuleError(f"{source}, line {line}: {_PLACE.sub('', str(error)).strip()}") from error
    for section, entries in sections.items():
        heads = [n for n, line in enumerate(lines, 1) if re.match(rf"\s*\[\[\s*{re.escape(section)}\s*\]\]", line)]
        first = next((n for n, line in enumerate(lines, 1) if re.match(rf"\s*\[?{re.escape(section)}\b", line)), 1)
        if not isinstance(entries, list):
            raise RuleError(f"{source}, line {first}: {section} is no list: write [[{section}]] or {section} = [ … ]")
        for number, entry in enumerate(entries):
            where = f"{source}, line {heads[number] if number < len(heads) else first}"
            if isinstance(entry, str):
                yield Entry(section, {"name": entry}, where)
            elif isinstance(entry, dict):
                yield Entry(section, entry, where)
            else:
                raise RuleError(f"{where}: an entry of {section} is a table or a name, not {entry!r}")


def read_tsv(text: str, source: str) -> Iterator[Entry]:
    """Yield the entries of a TSV file: ``section``, ``name``, then what the header names; empty cells are left out."""
    header: list[str] | None = None
    for number, line in enumerate(text.splitlines(), 1):
        where = f"{source}, line {number}"
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if header is None:
            if cells[:2] != ["section", "name"]:
                raise RuleError(f"{where}: the first columns are 'section' and 'name', not {cells[:2]}")
            header = cells
        elif len(cells) > len(header):
            raise RuleError(f"{where}: {len(cells)} cells, but the header names {len(header)} columns")
        else:
            fields = {name: cell for name, cell in zip(header[1:], cells[1:], strict=False) if cell}
            yield Entry(cells[0], fields, where)
