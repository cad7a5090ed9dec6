"""Page numbers and running heads.

Enters: the segments of all pages. Leaves: for each page the segments that are furniture. Next: ``readers.pdf`` leaves
them out of the text and keeps them on the Page.

Furniture stands in the margins, and either looks like a page number or says on several pages, at about the same
height, the same thing apart from its digits.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from unionie.io.pdf.segments import Segment

__all__ = ["find_furniture"]

_MARGIN = 0.12  # of the page's height
_ROWS = 2  # lines of a margin that may be furniture
_SHARE = 0.3  # of the pages, for what stands on left or right pages, or in one chapter, only
_SAME_HEIGHT = 6.0  # points
_LONGEST = 60  # characters
_DIGITS = re.compile(r"\d+|[〇零一二三四五六七八九十百]+(?=\s*[页頁])")
_DASH = r"[-—–―·•~\s]*"
_NUMBER = re.compile(
    rf"{_DASH}\d{{1,4}}{_DASH}|{_DASH}[ivxlcIVXLC]{{1,6}}{_DASH}|\d{{1,4}}\s*[/／]\s*\d{{1,4}}"
    r"|第\s*[\d〇零一二三四五六七八九十百]+\s*[页頁](?:\s*[/／，,]?\s*[共（(]?\s*共?\s*\d+\s*[页頁][)）]?)?"
    r"|(?:Page|PAGE|page)\s*\d+(?:\s*of\s*\d+)?"
)


def find_furniture(pages: list[tuple[float, list[Segment]]]) -> list[set[int]]:
    """Return for each page, given as its height and segments, the indexes of the segments that are furniture."""
    places: dict[str, list[tuple[int, int, float]]] = defaultdict(list)  # by words: page, segment, height
    found: list[set[int]] = [set() for _ in pages]
    for number, (height, segments) in enumerate(pages):
        for index in _margin_segments(height, segments):
            text = segments[index].spell()[0]
            if _NUMBER.fullmatch(text):
                found[number].add(index)
            elif len(text) <= _LONGEST:
                places[_DIGITS.sub("#", text)].append((number, index, segments[index].top))
    for same in places.values():
        for number, index, top in same:
            there = {page for page, _, other in same if abs(other - top) <= _SAME_HEIGHT}
            if len(there) >= max(2, _SHARE * len(pages)):
                found[number].add(index)
    return found


def _margin_segments(height: float, segments: list[Segment]) -> Iterator[int]:
    """Yield the segments of the first and last lines that lie in the margins."""
    order = sorted(range(len(segments)), key=lambda index: segments[index].top)
    head = [index for index in order if segments[index].bottom <= _MARGIN * height]
    foot = [index for index in reversed(order) if segments[index].top >= (1 - _MARGIN) * height]
    for indexes in (head, foot):
        rows: list[float] = []
        for index in indexes:
            segment = segments[index]
            if not rows or abs(rows[-1] - segment.top) > segment.height / 2:
                rows.append(segment.top)
            if len(rows) > _ROWS:
                break
            yield index
