"""Builds clean texts by hand and reads the mentions found in them."""

from __future__ import annotations

from array import array

from unionie.clean.types import Block, CleanText
from unionie.frames import Mention
from unionie.tag.entities import find_entities


def hand_made(text: str, kind: str = "paragraph") -> CleanText:
    """Return a clean text that equals its source, one block a line."""
    blocks, position = [], 0
    for line in text.split("\n"):
        blocks.append(Block(kind, position, position + len(line)))  # type: ignore[arg-type]
        position += len(line) + 1
    return CleanText(text, text, text, array("I", range(len(text))), tuple(blocks))


def entities(text: str, *labels: str) -> list[Mention]:
    return [mention for mention in find_entities(hand_made(text)) if not labels or mention.label in labels]


def entity_texts(text: str, *labels: str) -> list[str]:
    return [text[mention.start : mention.end] for mention in entities(text, *labels)]
