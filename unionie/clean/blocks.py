"""What each line is: headline, byline, dateline, heading, paragraph, table row or furniture.

Enters: lines, joined to paragraphs. Leaves: a kind and a level for each. Next: ``repair`` builds the clean text.
Furniture, datelines and bylines show it by their own words; the rest depends on where the line stands.
"""

from __future__ import annotations

import re
from functools import cache

from unionie.clean.marks import heading_level
from unionie.clean.types import BlockKind
from unionie.rules import load_table

_FINAL = re.compile(r"[。！？；，、：:…!?;,.][”’）)]*$")
_SENTENCE_INSIDE = re.compile(r"[。！？；](?!$)")
_SPACE = re.compile(r"[ \t\u3000]+")
_FRONT = 16  # lines at the head of a report among which headline, byline and dateline stand
_LONGEST_HEADING = 40
_LONGEST_TITLE = 60
_DASH = re.compile(r"^[—\-–]{1,6}")
_SESSION = re.compile(
    r"^[—\-–（(]*(?:\d{4}|[〇零一二三四五六七八九]{4})年.{1,10}日.{0,60}(?:会议|大会|全会|讲话|仪式)上?[）)]?$"
)


@cache
def cue_pattern(kind: str) -> re.Pattern[str]:
    """Return the pattern of all layout cues of one kind (furniture, dateline, byline)."""
    rows = [row["pattern"] for row in load_table("layout_cues") if row["kind"] == kind]
    return re.compile("|".join(f"(?:{pattern})" for pattern in rows))


def own_kind(text: str) -> BlockKind | None:
    """Return the kind that a line shows by its own words, whatever stands around it."""
    if len(text) > 120:
        return None
    flat = text.strip(" \t\u3000")
    if cue_pattern("furniture").search(flat):
        return "furniture"
    if _SENTENCE_INSIDE.search(flat) or flat.count("（") > flat.count("）"):
        return None
    if cue_pattern("dateline").search(flat):
        return "dateline"
    if len(flat) <= 60 and not flat.endswith(("。", "；", "，", "、")) and cue_pattern("byline").search(flat):
        return "byline"
    return None


def classify(texts: list[str], rows: set[int], indents: list[int]) -> list[tuple[BlockKind, int]]:
    """Return kind and level of every line of the report; ``rows`` are known to be table rows."""
    kinds: list[tuple[BlockKind, int]] = []
    title: int | None = None
    body = False
    for index, text in enumerate(texts):
        kind: BlockKind | None = "table_row" if index in rows else own_kind(text)
        if kind is not None:
            if kind == "byline" and body and index < len(texts) - 3 and index > _FRONT:
                kind = "paragraph" if _FINAL.search(text) else kind
            kinds.append((kind, 0))
            continue
        if not body and index < _FRONT and _is_front(text, title is not None):
            kinds.append(_front_kind(text, title is None, indents[index]))
            title = index if title is None and kinds[-1][0] == "title" else title
            continue
        heading = _heading(text, texts[index + 1] if index + 1 < len(texts) else None)
        body = True
        kinds.append(("heading", heading) if heading else ("paragraph", 0))
    return kinds


def _is_front(text: str, titled: bool) -> bool:
    if heading_level(text) or _SENTENCE_INSIDE.search(text) or len(text) > _LONGEST_TITLE:
        return False
    if _SESSION.match(text) or _DASH.match(text):
        return True
    return not re.search(r"[。；，、：:][”’）)]*$", text) and not (titled and len(text) > 40)


def _front_kind(text: str, first: bool, indent: int) -> tuple[BlockKind, int]:
    if _SESSION.match(text) or (_DASH.match(text) and not first):
        return "subtitle", 0
    return ("title", 0) if first else ("subtitle", 0)


def _heading(text: str, following: str | None) -> int:
    """Return the level of a line that stands as a heading, 0 for any other line."""
    if len(text) > _LONGEST_HEADING or _FINAL.search(text) or _SENTENCE_INSIDE.search(text) or following is None:
        return 0
    level = heading_level(text)
    if level:
        return level
    if _DASH.match(text) or text[0] in "◎●◆■□▲★·":
        return 0
    return 1 if len(text) <= 32 and not re.search(r"\d[^\d]{0,3}$", text) else 0
