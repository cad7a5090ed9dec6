"""The union that issues a document, by its letterhead or its signature.

Enters: the clean text and its mentions. Leaves: the union's name as the text goes on to give it, or None. Next:
``body``, which asks whose report it is. What offices issue is more often told of their area.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from unionie.clean.types import CleanText
from unionie.frames import Mention

_UNION = re.compile("工会(?:委员会)?$")
_LETTERHEAD = 4  # blocks
_SIGNED_IN = 4  # blocks from the end
_DOCUMENT = re.compile("文件|便函|公文|（[^（）\n]{1,6}）")
_SHORTEST = 3  # characters


def find_issuer(clean: CleanText, mentions: Sequence[Mention]) -> str | None:
    """Return the union that fills a line at the head, or one above a date at the end: 某公司工会|文件."""
    lines = [block for block in clean.blocks[:_LETTERHEAD] if block.kind in ("byline", "dateline", "subtitle")]
    ends = clean.blocks[-_SIGNED_IN:]
    lines += [block for block, below in pairwise(ends) if block.kind == "paragraph" and below.kind == "dateline"]
    named = {mention.start: mention.end for mention in mentions if mention.label == "ORG"}
    for block in lines:
        end = named.get(block.start)
        if end is None or not _UNION.search(clean.text, block.start, end):
            continue
        if end == block.end or _DOCUMENT.fullmatch(clean.text, end, block.end):
            return _as_said(clean, mentions, block.start, end)
    return None


def _as_said(clean: CleanText, mentions: Sequence[Mention], start: int, end: int) -> str:
    """Return a name as the text goes on to give it: 集团工会 of 某化工集团工会委员会."""
    whole = clean.surface[start:end]
    bare = whole.removesuffix("委员会")
    shorter = (clean.surface[each.start : each.end] for each in mentions if each.label == "ORG" and each.start >= end)
    return next((name for name in shorter if len(name) >= _SHORTEST and name != whole and bare.endswith(name)), whole)
