"""The repaired text that rules read, and its way back to the caller's characters."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from unionie.records.spans import Span

BlockKind = Literal[
    "title",  # the headline
    "subtitle",  # kicker above or subtitle (——…) below the headline
    "byline",  # authors, reporters, editors
    "dateline",  # newspaper name, date, page, source lines
    "heading",  # a section heading standing on a line of its own
    "paragraph",
    "table_row",  # a row of a flattened table; cells are separated by "\t" in the clean text
    "furniture",  # advertisement lines, page numbers, running heads: never evidence
]

_FRONT = 12  # blocks
_TRADITIONAL = 50  # one character in so many, at least, that simplified text writes otherwise


class Block(NamedTuple):
    """One line of the clean text: a headline, heading, paragraph, table row … ``level`` counts headings from 1."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0


@lru_cache(maxsize=2)  # asked a dozen times a report
def _is_traditional(text: str, surface: str) -> bool:
    if text == surface:
        return False
    other = sum(a != b and "一" <= b <= "鿿" for a, b in zip(text, surface, strict=True))
    return other * _TRADITIONAL > len(text)


@lru_cache(maxsize=2)
def _read_as(text: str, surface: str) -> str:
    return "".join([read if "一" <= written <= "鿿" else written for read, written in zip(text, surface, strict=True)])


@dataclass(frozen=True, slots=True)
class CleanText:
    r"""A report as rules read it.

    ``text``     repaired: one block a line, joined by "\n"; broken lines joined, spaces between digits and
                 words dropped, full-width digits and letters narrowed, ASCII punctuation among Chinese widened,
                 traditional characters folded to simplified ones, table cells separated by "\t".
    ``surface``  the same text unfolded (traditional characters kept), character for character as long as ``text``:
                 what records quote.
    ``offsets``  for each clean character the index of its source character (array of unsigned ints).
    ``blocks``   the lines of ``text``, in order, covering it.
    """

    source: str
    text: str
    surface: str
    offsets: array[int]
    blocks: tuple[Block, ...]

    def __hash__(self) -> int:
        """Let what is found out about a whole report be kept while it is read (``offsets`` have no hash)."""
        return hash(self.text)

    @property
    def traditional(self) -> bool:
        """Whether the report is written in traditional characters, not only a name or a digit otherwise than usual."""
        return _is_traditional(self.text, self.surface)

    @property
    def phrases(self) -> str:
        """The surface as phrases are compared: of a report in traditional characters their simplified ones."""
        return _read_as(self.text, self.surface) if self.traditional else self.surface

    def headlines(self, *kinds: BlockKind) -> list[Block]:
        """Return the headlines (of these kinds, else titles and subtitles) among the blocks where a report begins."""
        return [block for block in self.blocks[:_FRONT] if block.kind in (kinds or ("title", "subtitle"))]

    def read_headlines(self, *kinds: BlockKind) -> list[str]:
        """Return the words of ``headlines``."""
        return [self.text[block.start : block.end] for block in self.headlines(*kinds)]

    def span(self, start: int, end: int) -> Span:
        """Return the source span of the clean characters ``start:end``, without source space at its edges."""
        first, last = self.place(start, end)
        return Span(first, last, self.source[first:last])

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return the source offsets of the clean characters ``start:end``, as those of ``span``."""
        return self.offsets[start], self.offsets[end - 1] + 1

    def to_plain(self) -> dict[str, Any]:
        """Return plain types that msgpack can carry (without the source, which the Doc holds)."""
        return {
            "text": self.text,
            "surface": self.surface,
            "offsets": self.offsets.tobytes(),
            "blocks": [list(block) for block in self.blocks],
        }

    @classmethod
    def from_plain(cls, source: str, plain: dict[str, Any]) -> CleanText:
        """Rebuild what ``to_plain`` gave."""
        offsets = array("I")
        offsets.frombytes(plain["offsets"])
        blocks = tuple(Block(*block) for block in plain["blocks"])
        return cls(source, plain["text"], plain["surface"], offsets, blocks)
