"""What a line of an outline is among the lines around it, and whom a stretch of it names.

Enters: the clean text, its mentions, contests and honours, the number of a line. Leaves: blocks, ``Recipient`` tuples,
yes or no. Next: ``outline`` asks while it reads the lines in order.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from unionie.clean.types import Block, CleanText
from unionie.frames import Mention
from unionie.link.honours.contests import Setting
from unionie.link.honours.headings import names_honour, read_placing, read_placings, refuses
from unionie.link.honours.names import strip_marks
from unionie.link.honours.recipients import Recipient
from unionie.link.posts.name_forms import ORG_END, employer_in
from unionie.link.rolls.contests import Contests
from unionie.link.rolls.honours import Honours
from unionie.link.rolls.lines import Cell, announces, is_date, is_prose, label_of, read_cells, read_columns
from unionie.link.rolls.named import read_credited, read_names, without_tail

__all__ = ["Page"]

_SHORT = 3  # characters of a name too short for a signature
_HEAD = 6  # lines of the head of a text
_NEAR = 3  # lines on which the next one that is not empty is looked for
_NO_ENTRY = frozenset({"dateline", "furniture", "title"})
_AREA = re.compile("[一-鿿]{2,3}[省市]|[一-鿿]{2,6}(?:自治[区州县]|兵团)")
_ASIDE = re.compile("[\\s　]*[（(][^（）()]{2,30}[）)][\\s　]*")
_COUNTED = re.compile("（[共计]?[0-9一二两三四五六七八九十]+[名个家户支件项人位]）[\\s　：]*$")
_WRITES = re.compile("记者|通讯员|作者|供稿|撰稿|文[/／｜]")


class Page:
    """The lines of a text, and what they name."""

    def __init__(
        self, clean: CleanText, settings: Sequence[Setting], mentions: Sequence[Mention], awards: Sequence[Mention]
    ) -> None:
        self.clean, self.mentions, self.awards = clean, mentions, awards
        self.contests = Contests(clean, settings)
        self.honours = Honours(clean.text, awards)

    def line(self, number: int) -> str:
        """Return the words of a line."""
        block = self.clean.blocks[number]
        return self.clean.text[block.start : block.end]

    def below(self, number: int) -> Block | None:
        """Return the next line that is not empty."""
        following = self.clean.blocks[number + 1 : number + 1 + _NEAR]
        return next((each for each in following if each.start < each.end), None)

    def entry_below(self, number: int) -> Block | None:
        """Return the next line that is not empty, if it may be an entry."""
        below = self.below(number)
        line = self.clean.text[below.start : below.end] if below else ""
        if below and _ASIDE.fullmatch(line):  # （排名不分先后）
            return self.entry_below(self.clean.blocks.index(below, number))
        written = below is not None and below.kind == "byline" and _WRITES.search(line)
        return None if below is None or below.kind in _NO_ENTRY or written or is_prose(line) else below

    def signs(self, number: int) -> bool:
        """Tell whether a line signs the text: an issuer of its head, or what stands right over a date."""
        blocks, text = self.clean.blocks, self.clean.text
        words = self.line(number).strip(" 　")
        opening = [block for block in blocks[: min(_HEAD, number)] if block.kind in ("byline", "subtitle", "title")]
        head = (text[block.start : block.end] for block in opening)
        below = blocks[number + 1] if number + 1 < len(blocks) else None
        dated = below and (below.kind == "dateline" or is_date(text[below.start : below.end]))
        if number and _COUNTED.search(self.line(number - 1)):
            return False  # 优秀组织单位（3个）|甲工会　乙工会　丙工会
        issues = len(words) > _SHORT and not names_honour(words) and any(words in each for each in head)
        return issues or bool(dated and not re.search("[、：]", words))

    def names_somebody(self, at: Cell) -> bool:
        """Tell whether the words of a label name somebody."""
        first, last = (bisect_left(self.mentions, place, key=lambda mention: mention.start) for place in at)
        here = self.mentions[first:last]
        if any(mention.label == "PERSON" and mention.end <= at[1] for mention in here):
            return True
        body = any(mention.label == "ORG" and (mention.start, mention.end) == at for mention in here)
        return body and not names_honour(self.clean.text[slice(*at)])

    def named_in(self, start: int, end: int, *, graded: bool = False, table: bool = False) -> list[Recipient]:
        """Return whom a stretch without columns names; ``graded`` where a placing is in force."""
        end = without_tail(self.clean.text, start, end)
        return read_names(self.clean.text, self.mentions, start, end, graded=graded, table=table)

    def credited(self, number: int) -> list[Recipient]:
        """Return the work that a line names, if the next one that is not empty says who made it."""
        block, below = self.clean.blocks[number], self.below(number)
        after = (below.start, below.end) if below else (0, 0)
        return read_credited(self.clean.text, self.mentions, block.start, block.end, after)

    def is_area(self, number: int) -> bool:
        """Tell whether a line is an area alone, over those of it: 湖北省|甲　某管理局值班长."""
        below = self.entry_below(number)
        if below is None or not _AREA.fullmatch(self.line(number).strip(" 　：")):
            return False
        line = self.clean.text[below.start : below.end].strip(" 　：")
        return not _AREA.fullmatch(line) and not names_honour(line) and bool(self.named_in(below.start, below.end))

    def credits(self, number: int) -> bool:
        """Tell whether a line only says who made the work on the line before it."""
        blocks = self.clean.blocks
        above = next((at for at in range(number - 1, -1, -1) if blocks[at].start < blocks[at].end), None)
        return above is not None and bool(self.credited(above))

    def heads_list(self, number: int) -> bool:
        """Tell whether a line that announces nothing is the honour of those whom the next line names."""
        line = self.line(number)
        label = label_of(line)
        words = strip_marks(line[label.start : label.end]) if label else ""
        if not words or not names_honour(words):
            return False
        employer = employer_in(words, 0, len(words))
        below = self.entry_below(number)
        if below is None or refuses(line) or announces(line, title=True):
            return False
        if employer and employer[1] < len(words):  # 甲文明研究所|所长
            return False
        return bool(self.named_in(below.start, below.end))

    def contest_of_results(self, number: int) -> Cell | None:
        """Return the contest whose name fills a line above its results."""
        contest, below = self.contests.headed(number), self.entry_below(number)
        if contest is None or below is None or refuses(self.clean.text[slice(*contest)]):
            return None
        line = self.clean.text[below.start : below.end]
        label = label_of(line)
        columns = read_columns(self.clean.text, read_cells(self.clean.text, below.start, below.end))
        placed = (
            read_placing(line)
            or read_placings(line)
            or (columns and "rank" in columns.places)
            or (label and label.grouped)
        )
        return contest if placed else None

    def employer(self, number: int, *, bare: bool) -> Cell | None:
        """Return the body that fills a line above the names of its people: 州民族中学：, 县一中（3名）.

        ``bare`` where the line needs no mark, as only persons receive the honour in force.
        """
        label, below, block = label_of(self.line(number)), self.entry_below(number), self.clean.blocks[number]
        if label is None or below is None:
            return None
        if not (bare or label.marked or self.line(number).rstrip(" 　").endswith("：")):
            return None
        at = (block.start + label.start, block.start + label.end)
        if not ORG_END.search(self.clean.text, *at) or names_honour(self.clean.text[slice(*at)]):
            return None
        people = self.named_in(below.start, below.end)
        alone = people and all(each.kind == "person" and each.affiliation is None for each in people)
        return at if alone else None
