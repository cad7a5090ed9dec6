"""What each line is: headline, byline, dateline, heading, paragraph, table row or furniture.

Enters: lines, joined to paragraphs. Leaves: a kind and a level for each. Next: ``repair`` builds the clean text.
Furniture, datelines and bylines show it by their own words; the rest depends on where the line stands.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from unionie.clean.front import classify_front, front_length
from unionie.clean.marks import heading_level
from unionie.clean.types import BlockKind
from unionie.rules import load_table

_FINAL = re.compile(r"[。！？；，、：:…!?;,.][”’）)]*$")
_SENTENCE_INSIDE = re.compile(r"[。！？；](?!$)")
_LONGEST_HEADING = 40
_LONGEST_OWN = 120  # characters; a longer line is text, whatever words it holds
_LONGEST_BYLINE = 60
_BULLETS = "◎●◆■□▲★·※"
_DASH = re.compile(r"^[—\-–]{1,6}")
_NUMBER_END = re.compile(r"\d[^\d]{0,3}$")
_GAP = re.compile(r"\S[ \t\u3000]+\S")
_APPENDIX = re.compile(r"^附(?:件|表|录|注)?\d{0,2}[：:]|^附件$")


@cache
def _cues(kind: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of the layout cues of one kind (furniture, dateline, byline): those at a start, the others.

    A search asks for the first at every character of a line.
    """
    rows = [row["pattern"] for row in load_table("layout_cues") if row["kind"] == kind]
    others = [pattern for pattern in rows if not _is_anchored(pattern)]
    return _either([pattern for pattern in rows if pattern not in others]), _either(others)


def _is_anchored(pattern: str) -> bool:
    """Return whether each alternative of a pattern begins with ^."""
    bare = re.sub(r"\\.|\[(?:\\.|[^\]\\])*\]", "", pattern)
    while (inner := re.sub(r"\([^()]*\)", "", bare)) != bare:
        bare = inner
    return all(alternative.startswith("^") for alternative in bare.split("|"))


def _either(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns) or "(?!)")


def has_cue(kind: str, text: str) -> bool:
    """Return whether a line has a layout cue of this kind."""
    anchored, others = _cues(kind)
    return anchored.match(text) is not None or others.search(text) is not None


@lru_cache(maxsize=4096)
def own_kind(text: str) -> BlockKind | None:
    """Return the kind that a line shows by its own words, whatever stands around it."""
    if len(text) > _LONGEST_OWN:
        return None
    whole = not _SENTENCE_INSIDE.search(text) and text.count("（") <= text.count("）")
    if whole and not text.startswith("【") and has_cue("dateline", text):
        return "dateline"
    if has_cue("furniture", text):
        return "furniture"
    if not whole:
        return None
    if len(text) <= _LONGEST_BYLINE and not text.endswith(("。", "；", "，", "、", "？")) and has_cue("byline", text):
        return "byline"
    return None


def classify(texts: list[str], rows: set[int], blanks: list[bool]) -> list[tuple[BlockKind, int]]:
    """Return kind and level of every line; ``rows`` are table rows, ``blanks`` says where a blank line precedes."""
    own: list[BlockKind | None] = ["table_row" if index in rows else own_kind(text) for index, text in enumerate(texts)]
    front = front_length(texts, own)
    head = classify_front(texts[:front], own[:front], blanks[:front])
    kinds = [(kind, int(kind == "heading")) for kind in head]
    appendix = False
    for index in range(front, len(texts)):
        known = own[index]
        appendix = appendix or _APPENDIX.match(texts[index]) is not None
        if known is not None:
            kinds.append((known, 0))
            continue
        following = texts[index + 1] if index + 1 < len(texts) else ""
        level = _heading(texts[index], following, before_row=index + 1 in rows, listed=appendix)
        kinds.append(("heading", level) if level else ("paragraph", 0))
    return kinds


def _heading(text: str, following: str, *, before_row: bool, listed: bool) -> int:
    """Return the level of a line that stands as a heading, 0 for any other line.

    A line without a mark is one only over a sentence or a table, and not in the lists of an appendix.
    """
    if len(text) > _LONGEST_HEADING or _FINAL.search(text) or _SENTENCE_INSIDE.search(text) or not following:
        return 0
    level = heading_level(text)
    if level:
        return level
    if _DASH.match(text) or text[0] in _BULLETS or (listed and _GAP.search(text)):
        return 0
    if before_row:
        return 1
    over_text = len(following) > _LONGEST_HEADING or _FINAL.search(following) is not None
    return 1 if over_text and not listed and not _NUMBER_END.search(text) else 0
