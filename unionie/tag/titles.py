"""Find posts and professions beside people and organizations: 党组书记、主席; 副庭长; 网约送餐员; 行政总裁兼执行董事.

Enters: ``Words``, kinds, the people and organizations found. Leaves: TITLE mentions. Next: ``merge``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from unionie.frames import Mention
from unionie.tag.lexicon import word_set
from unionie.tag.words import Words

__all__ = ["find_titles"]

_JOINS = re.compile("[ \u3000]*(?:、|兼|兼任|暨|和)[ \u3000]*")


def find_titles(words: Words, kinds: str, people: Iterable[Mention], bodies: Iterable[Mention]) -> list[Mention]:
    """Return TITLE mentions: posts that stand directly beside a person or behind an organization."""
    posts = _posts(words, kinds, {body.end for body in bodies})
    starts = dict(posts)
    ends = {end: start for start, end in posts}
    kept: set[tuple[int, int]] = set()
    officials = {start: end for start, end in posts if kinds[bisect_left(words.starts, end) - 1] == "T"}
    for body in bodies:
        _follow(words.text, body.end, officials, kept)
    for person in people:
        if person.label == "PERSON":
            _follow(words.text, person.end, starts, kept)
            _precede(words.text, person.start, ends, kept)
    return [Mention(start, end, "TITLE", "title.post", {}) for start, end in sorted(_join_dual(words.text, kept))]


def _posts(words: Words, kinds: str, walls: set[int]) -> list[tuple[int, int]]:
    """Return spans of posts with their prefixes; ``walls`` are ends of organizations, which no post crosses."""
    spans = []
    for match in re.finditer("[TWY]", kinds):
        first = match.start()
        while first and words.starts[first] not in walls and words.word(first - 1) in word_set("post-prefix"):
            first -= 1
        if match.group() == "W":
            wider = first
            while wider and first - wider < 3 and words.starts[wider] not in walls and kinds[wider - 1] in "DX":
                wider -= 1
            if words.starts[wider] in walls:
                first = wider
        spans.append((words.starts[first], words.starts[match.end()]))
    return spans


def _follow(text: str, position: int, starts: dict[int, int], kept: set[tuple[int, int]]) -> None:
    while position in starts:
        kept.add((position, starts[position]))
        join = _JOINS.match(text, starts[position])
        position = join.end() if join else -1


def _precede(text: str, position: int, ends: dict[int, int], kept: set[tuple[int, int]]) -> None:
    while position > 0 and text[position - 1] in " \u3000：:／/":
        position -= 1
    while position in ends:
        start = ends[position]
        kept.add((start, position))
        before = text[max(0, start - 4) : start]
        join = re.search("[ \u3000]*(?:、|兼|兼任|暨|和)[ \u3000]*$", before)
        position = start - len(join.group()) if join else -1


def _join_dual(text: str, spans: set[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join two posts held at once: 行政总裁|兼|执行董事."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and text[joined[-1][1] : start] in {"兼", "兼任"}:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
