"""Cut a text into windows that the network reads one by one.

Enters: text. Leaves: ``Window``s that cover it: what is read, and of it what is kept. Next: ``tagger``.

A window holds whole sentences of one line, as many as fit. A sentence longer than a window is cut behind a comma; one
without a comma, anywhere: then neighbours overlap, so that what a cut would sever stands whole in one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["Window", "cut_windows"]

_SENTENCE = re.compile(r"[^。！？；\n]*[。！？；\n]+[”’》）】]*|[^。！？；\n]+")
_SOFT = "，、：,\t "
_OVERLAP = 24


class Window(NamedTuple):
    """Characters ``start:end`` are read, and of them ``first:last`` kept."""

    start: int
    end: int
    first: int
    last: int


def cut_windows(text: str, longest: int) -> Iterator[Window]:
    """Yield windows of at most ``longest`` characters, in order; their kept parts join to ``text``."""
    start = end = 0
    for match in _SENTENCE.finditer(text):
        stop = match.end()
        fresh = end > start and text[end - 1] == "\n"
        if end > start and (fresh or stop - start > longest):
            yield Window(start, end, start, end)
            start = end
        end = stop
        if end - start > longest:
            yield from _cut_long(text, start, end, longest)
            start = end
    if end > start:
        yield Window(start, end, start, end)


def _cut_long(text: str, start: int, end: int, longest: int) -> Iterator[Window]:
    """Yield the windows of a sentence that is longer than one."""
    read = kept = start
    while end - read > longest:
        stop = read + longest
        cut = max(text.rfind(mark, read + longest // 2, stop) for mark in _SOFT) + 1
        if cut:
            yield Window(read, cut, kept, cut)
            read = kept = cut
        else:
            yield Window(read, stop, kept, stop - _OVERLAP // 2)
            read, kept = stop - _OVERLAP, stop - _OVERLAP // 2
    yield Window(read, end, kept, end)
