"""The clean stage as one sentence: fold, drop, find lines, rows and kinds, then write one block a line.

Enters: the source. Leaves: CleanText. Next: ``segment`` and every rule stage read it.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from unionie.clean.blocks import classify, own_kind
from unionie.clean.cells import Gap
from unionie.clean.characters import drop_invisible, fold_characters
from unionie.clean.draft import Draft, Edit, apply_edits, start_draft
from unionie.clean.lines import Line, find_continued, head_lines, read_layout, split_lines
from unionie.clean.punctuation import fold_punctuation
from unionie.clean.spaces import edit_spaces, squeeze
from unionie.clean.stacks import join_stacks
from unionie.clean.tables import find_rows
from unionie.clean.types import Block, BlockKind, CleanText

_DISPLAY = frozenset({"title", "subtitle", "byline", "dateline", "heading", "furniture"})

_SENT = re.compile(
    "([\u3000 ]*[\u3400-\u9fff]{2,6}[社报网台][^，。；：\n]{0,16}[0-9]{1,2}日专?电)[\u3000 ]*题[：:][\u3000 ]*(?=.)"
)
_SPACED_WORD = re.compile(r"[\u3400-\u9fff][ \u3000]+[\u3400-\u9fff]")  # a cell's two characters set apart


class Paragraph(NamedTuple):
    """Lines that belong together: their stretch of the draft, its text, and the gaps of a table row."""

    start: int
    end: int
    text: str
    blank_before: bool
    gaps: list[Gap] | None


def clean_text(text: str) -> CleanText:
    """Return the report as rules read it, with the way back to every character of ``text``.

    Any text is accepted; one without a word gives an empty clean text without blocks.
    """
    draft = start_draft(text, fold_characters(text))
    draft = apply_edits(draft, drop_invisible(draft.text))
    draft = draft._replace(text=fold_punctuation(draft.text))
    paragraphs = _find_paragraphs(draft.text)
    kinds = _classify(paragraphs)
    draft = apply_edits(draft, _layout_edits(draft.text, paragraphs, kinds))
    return CleanText(text, draft.text, draft.surface, draft.offsets, _blocks(draft, kinds))


def _find_paragraphs(text: str) -> list[Paragraph]:
    lines, stacked = join_stacks(text, split_lines(text))
    known = {index for index, line in enumerate(lines) if index not in stacked and own_kind(squeeze(line.text))}
    rows = stacked | {index: gaps for index, gaps in find_rows(lines).items() if index not in known | set(stacked)}
    layout = read_layout([line for index, line in enumerate(lines) if index not in rows])
    continued = find_continued(lines, layout, known | set(rows) | head_lines(lines))
    paragraphs = []
    first = 0
    for index, goes_on in enumerate(continued):
        if not goes_on:
            paragraphs += _parted(_paragraph(text, lines[first], lines[index], rows.get(index)))
            first = index + 1
    return paragraphs


def _parted(paragraph: Paragraph) -> list[Paragraph]:
    """Return a headline apart from where and when it was sent: 新华社北京1月16日电|　题：县里的变化."""
    sent = None if paragraph.gaps else _SENT.match(paragraph.text)
    if sent is None:
        return [paragraph]
    start = paragraph.start + sent.end()
    line = paragraph._replace(end=paragraph.start + sent.end(1), text=sent[1])
    return [line, Paragraph(start, paragraph.end, paragraph.text[sent.end() :], blank_before=False, gaps=None)]


def _paragraph(text: str, first: Line, last: Line, gaps: list[Gap] | None) -> Paragraph:
    start = first.start
    if gaps and start and text[start - 1] == "\t":  # an empty first cell
        start, gaps = start - 1, [Gap(0, 1), *(Gap(low + 1, high + 1, mark) for low, high, mark in gaps)]
    return Paragraph(start, last.end, text[start : last.end], first.blank_before, gaps)


def _classify(paragraphs: list[Paragraph]) -> list[tuple[BlockKind, int]]:
    rows = {index for index, paragraph in enumerate(paragraphs) if paragraph.gaps is not None}
    texts = [squeeze(paragraph.text) for paragraph in paragraphs]
    return classify(texts, rows, [paragraph.blank_before for paragraph in paragraphs])


def _layout_edits(text: str, paragraphs: list[Paragraph], kinds: list[tuple[BlockKind, int]]) -> list[Edit]:
    """Return the edits that leave one line for each paragraph and its own spaces only."""
    if not paragraphs:
        return [Edit(0, len(text), "")] if text else []
    edits = [Edit(0, paragraphs[0].start, "")] if paragraphs[0].start else []
    for index, (paragraph, (kind, _)) in enumerate(zip(paragraphs, kinds, strict=True)):
        edits += _inner_edits(paragraph, kind)
        if index + 1 < len(paragraphs):
            edits.append(Edit(paragraph.end, paragraphs[index + 1].start, "\n"))
    if paragraphs[-1].end < len(text):
        edits.append(Edit(paragraphs[-1].end, len(text), ""))
    return edits


def _inner_edits(paragraph: Paragraph, kind: BlockKind) -> list[Edit]:
    if paragraph.gaps is None:
        return edit_spaces(paragraph.text, paragraph.start, display=kind in _DISPLAY)
    edits = []
    edges = [Gap(0, 0), *paragraph.gaps, Gap(len(paragraph.text), 0)]
    for (_, cell, _), (cell_end, after, mark) in pairwise(edges):
        words = paragraph.text[cell:cell_end]
        if _SPACED_WORD.fullmatch(words):
            edits.append(Edit(paragraph.start + cell + 1, paragraph.start + cell_end - 1, ""))
        else:
            edits += edit_spaces(words, paragraph.start + cell, display=False)
        if after:
            edits.append(Edit(paragraph.start + cell_end, paragraph.start + after, mark))
    return edits


def _blocks(draft: Draft, kinds: list[tuple[BlockKind, int]]) -> tuple[Block, ...]:
    blocks = []
    start = 0
    for (kind, level), line in zip(kinds, draft.text.split("\n"), strict=False):
        blocks.append(Block(kind, start, start + len(line), level))
        start += len(line) + 1
    return tuple(blocks)
