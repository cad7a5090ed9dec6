"""Names that the user's rules give: each is a mention wherever it stands.

Enters: clean text. Leaves: ORG, AWARD, PERSON and LOC mentions, rule ``given``; none where no rules hold.
Next: ``merge`` prefers them to what rules find.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from unionie.clean.characters import fold_characters
from unionie.frames import Mention
from unionie.rules import Row
from unionie.rules.ruleset import USER_NAMES, of_rules, rows_of

__all__ = ["RULE", "find_given"]

RULE = "given"


class _Names(NamedTuple):
    pattern: re.Pattern[str]
    rows: dict[str, Row]


def find_given(text: str) -> list[Mention]:
    """Return the mentions of the user's names in ``text``, the longest at each place."""
    names = _names()
    if names is None:
        return []
    return [
        Mention(match.start(), match.end(), row["label"], RULE, _attributes(row))
        for match in names.pattern.finditer(text)
        for row in (names.rows[match.group()],)
    ]


@of_rules
def _names() -> _Names | None:
    rows = {fold_characters(row["id"]): row for row in rows_of(USER_NAMES)}
    if not rows:
        return None
    return _Names(re.compile("|".join(map(re.escape, sorted(rows, key=len, reverse=True)))), rows)


def _attributes(row: Row) -> dict[str, Any]:
    """Return what later stages ask a mention of this label: the whole name and what the user says of it."""
    given = {key: row[key] for key in ("type", "level") if row[key]}
    return {"name": fold_characters(row["whole"]), **given}
