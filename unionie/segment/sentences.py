"""Sentences of the clean text.

Enters: CleanText. Leaves: Sentences with clean offsets, in order. Next: ``tag`` and ``link`` work inside them.
"""

from __future__ import annotations

import re

from unionie.clean.dispatch import skip_dispatch
from unionie.clean.types import Block, CleanText
from unionie.frames import Sentence

_WHOLE = frozenset({"title", "subtitle", "byline", "dateline", "heading", "table_row", "furniture"})
# A set of characters comes first, for which a text is searched fastest.
_END = re.compile(r"[。！？!?…](?:(?<!…)[。！？!?]*|(?<=…)…*(?![，、；：…]))[”’》）】〕」』\"]*")
# Opener, closer, and the most characters between them: within a longer quotation sentences do end.
_PAIRS = (("（", "）", 240), ("《", "》", 60), ("“", "”", 24))
_SOFT = "，、；：）》】—的等，"


def split_sentences(clean: CleanText) -> list[Sentence]:
    """Return the sentences of every block; headings, list items and table rows are sentences of their own.

    A sentence ends after 。！？ or … and the quotation marks and brackets that close there; never at ；,
    nor inside brackets, nor inside a quotation that a clause goes on behind.
    """
    sentences: list[Sentence] = []
    for index, block in enumerate(clean.blocks):
        if block.start == block.end:
            continue
        ends = [block.end] if block.kind in _WHOLE else _sentence_ends(clean.text, block)
        start = block.start
        for end in ends:
            sentences.append(Sentence(start, end, index))
            start = end
    return sentences


def _sentence_ends(text: str, block: Block) -> list[int]:
    start = skip_dispatch(text, block.start, block.end) if block.kind == "paragraph" else block.start
    ends = [start] if start > block.start else []
    for match in _END.finditer(text, block.start, block.end):
        end = match.end()
        if end < block.end and (text[end] in _SOFT or _inside_bracket(text, start, end)):
            continue
        ends.append(end)
        start = end
    if not ends or ends[-1] < block.end:
        ends.append(block.end)
    return ends


def _inside_bracket(text: str, start: int, end: int) -> bool:
    """Return whether a bracket or short quotation opened since ``start`` is open at ``end`` and closes soon."""
    for opener, closer, longest in _PAIRS:
        opened = text.rfind(opener, start, end)
        if opened < 0 or text.find(closer, opened, end) >= 0:
            continue
        closing = text.find(closer, end, opened + longest)
        if closing >= 0 and "\n" not in text[end:closing]:
            return True
    return False
