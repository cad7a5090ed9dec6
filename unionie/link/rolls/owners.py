"""Lists of the honours of one body or person, a year and an honour a line: 某集团历年荣誉, 姓名：甲 … 所获荣誉：.

The year may stand on a line of its own above its honours.

Enters: the lines of a text in order. Leaves: frames, one an honour. Next: ``outline`` takes them before it asks
what else a line is.

Who receives them stands in the head of the list (某集团历年荣誉) or in the record above it (姓名：甲); the list ends at
the first line that opens with no year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from unionie.clean.types import Block
from unionie.frames import AwardFrame, Sentence
from unionie.link.honours.cues import suits
from unionie.link.honours.frames import beside
from unionie.link.honours.headings import LEAD
from unionie.link.honours.heroes import find_hero
from unionie.link.honours.names import Honour
from unionie.link.honours.recipients import Recipient, team_of
from unionie.link.honours.times import time_of_year
from unionie.link.honours.topics import own_body
from unionie.link.posts.name_forms import employer_in
from unionie.link.rolls.force import RULE
from unionie.link.rolls.named import marked_at
from unionie.link.rolls.page import Page
from unionie.link.rolls.rows import read_honours

__all__ = ["Owners"]

_LONGEST_HEAD = 36  # characters
_HEAD = re.compile(
    "(?P<who>[^，。；：\\s　]{0,20}?)[\\s　]*"
    "(?P<of>(?:历年来?|近[一-鿿0-9]{0,3}年来?|(?:建[校院厂矿站局]|成立|创建|创办)以来)?[，]?"
    "(?:[所曾先]?后?获(?:得的?)?|取得的?|主要|个人)?)(?:主要|部分)?"
    "(?:资质)?(?:集体)?(?:荣誉|获奖|奖励|奖项)(?:资质)?(?:称号|情况|一览表?|清单|墙|榜|记录|经历|名录)?(?:一览表?)?(?:主要|分别|还|具体)?(?:有|如下|包括)?(?:（[^（）]{1,16}）)?(?:[：:]|$)"
)
_NAME = re.compile(
    "(?<![^\\s　])姓[\\s　]*名[：:][\\s　]*([一-鿿·]{2,12}|[一-鿿][ 　]{1,2}[一-鿿])(?=[\\s　，；。（]|$)"
)
_UNIT = re.compile("(?:工作|所在)?单[\\s　]*位(?:名称|及职务)?[：:][\\s　]*([^\\s　，；。]{3,30})")
_OWN = re.compile("(?:我?们?)?(?:公司|集团|企业|单位|学校|医院)?")
# The year that opens an entry, and the verb that may stand between it and the honour.
_DATED = re.compile(
    "(?:(?P<month>[0-9]{1,2}月(?:[0-9]{1,2}日)?(?=[　\t]))|([12][0-9]{3})(?:[—~-][0-9]{2,4})?"
    "(?:年度?(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?|[.．/][0-9]{1,2}(?![0-9])|(?=[　\t：])))[，：、\\s　—]*"
    "(?:被?(?:评为|授予|评选为|认定为|命名为|表彰为)|当选为?|荣获|获得?)?"
)


# A year alone on its line, and what opens an item below it.
_YEAR = re.compile("[\\s　★●■◆▲【〔]*([12][0-9]{3})年度?[】〕：:]?[\\s　]*")
_YEAR_BEHIND = re.compile("[”]?[（(][^（）()]{0,20}?([12][0-9]{3})年?度?[^（）()]{0,12}[）)]")
# What heads the honours of a body by the verb that gives them: 公司先后荣获：.
_GETS = re.compile(
    "(?P<who>[^，。；：\\s　]{2,20}?)(?P<of>先后|曾|连续|多次|近[一-鿿0-9]{0,3}年来?)(?:[荣曾多先]?[次后]?)"
    "(?:荣?获得?|荣膺|被?(?:评为|授予|命名为))(?:了|以下|如下)*(?:荣誉|奖项|称号)*[：:]"
)
_BULLET = re.compile("[\\s　]*[★☆●■◆▲◎◇□·•－-]")
_LONGEST_ITEM = 60


class Owners:
    """Whose honours the lines of a text list."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.person: Recipient | None = None  # of the record that the lines belong to
        self.owner: Recipient | None = None
        self.year: re.Match[str] | None = None  # that stands over the lines

    def read(self, number: int) -> list[AwardFrame]:
        """Return the frames of the honours that a line lists for whoever owns the list that it stands in."""
        block, line = self.page.clean.blocks[number], self.page.line(number)
        if "名" in line or "单" in line:
            self._note_record(block.start, line)
        if self.owner:
            year = _YEAR.fullmatch(self.page.clean.text, block.start, block.end)
            self.year = year or self.year
            frames = [] if year else list(self._honours(number, self.owner)) or list(self._undated(number, self.owner))
            goes_on = year or self._is_dated(block) or (self.year and self._is_item(number))
            self.owner = self.owner if frames or goes_on else None
            if frames or year:
                return frames
        head = line.rstrip("：: 　").rfind("。") + 1  # behind what a paragraph tells first
        if len(line) - head <= _LONGEST_HEAD and ("荣誉" in line or "奖" in line or _GETS.fullmatch(line, head)):
            owner = self._owner(block.start + head, line[head:])
            self.owner, self.year = (owner, None) if owner else (self.owner, self.year)
        below = self.page.below(number) if self.owner is None and self._is_dated(block) else None
        return self._begin(number, below) if below and self._is_dated(below) else []

    def _is_dated(self, block: Block) -> bool:
        """Tell whether a line opens with a year: 2015.06　市劳动模范."""
        lead = LEAD.match(self.page.clean.text, block.start, block.end)
        dated = _DATED.match(self.page.clean.text, lead.end() if lead else block.start, block.end)
        return dated is not None and dated["month"] is None

    def _is_item(self, number: int) -> bool:
        """Tell whether a line below a year is an item of it, whoever it is about: ★检验科　市工人先锋号."""
        line = self.page.line(number)
        return len(line) <= _LONGEST_ITEM and "。" not in line.rstrip("。　 ") and _BULLET.match(line) is not None

    def _undated(self, number: int, owner: Recipient) -> Iterator[AwardFrame]:
        """Yield the frames of a line that is nothing but honours, below a year or with one in brackets."""
        clean, block = self.page.clean, self.page.clean.blocks[number]
        if self.year is None and block.kind == "title":
            return
        lead = LEAD.match(clean.text, block.start, block.end)
        end = block.start + len(self.page.line(number).rstrip(" 　；。"))
        start = (lead.end() if lead else block.start) - clean.text.startswith("“", lead.end() - 1 if lead else 0)
        for honour in read_honours(clean.text, self.page.awards, start, end, row=False):
            if self._suits(honour, owner):
                year = _YEAR_BEHIND.match(clean.text, honour.mention.end, end) or self.year
                time = time_of_year(int(year[1]), year.span(1)) if year else None
                frame = beside(clean, owner, honour, Sentence(block.start, block.end, number), time=time)
                yield replace(frame, rule=RULE)

    def _suits(self, honour: Honour, owner: Recipient) -> bool:
        """Tell whether whoever owns the list can receive an honour."""
        clean = self.page.clean
        kind = "person" if owner.kind == "person" else "organization"
        return suits(honour.name(clean.text, clean.surface), kind, clean.text[slice(*owner.name)] or "公司")

    def _begin(self, number: int, below: Block) -> list[AwardFrame]:
        """Return the frames of the first of several lines of years and honours without a head.

        They are of the person of the record, of whom the report portrays, or of the body that tells of itself.
        """
        clean = self.page.clean
        owner = self.person or find_hero(clean, self.page.mentions)
        if owner is None and self._is_honoured(clean.blocks[number]) and self._is_honoured(below):
            owner = own_body(clean.blocks[number].start)
        if owner is None or not list(self._honours(clean.blocks.index(below, number), owner)):
            return []
        frames = list(self._honours(number, owner))
        self.owner = owner if frames else None
        return frames

    def _is_honoured(self, block: Block) -> bool:
        """Tell whether a line is nothing but a year and honours: no row that names a recipient in another cell."""
        text = self.page.clean.text
        dated = None if block.kind == "table_row" else _DATED.match(text, block.start, block.end)
        return dated is not None and bool(read_honours(text, self.page.awards, dated.end(), block.end, row=False))

    def _note_record(self, start: int, line: str) -> None:
        """Note the person of a record, and the body that the record names: 姓名：甲　单位：某厂."""
        name, unit = _NAME.search(line), _UNIT.search(line)
        if name:
            at = (start + name.start(1), start + name.end(1))
            self.person = Recipient(*at, at, "person", None)
        if unit and self.person:
            whole = (start + unit.start(1), start + unit.end(1))
            self.person = self.person._replace(affiliation=employer_in(self.page.clean.text, *whole) or whole)

    def _owner(self, start: int, line: str) -> Recipient | None:
        """Return whose honours follow a line that heads a list of them."""
        lead = LEAD.match(line)
        first = lead.end() if lead else 0
        head = _HEAD.fullmatch(line.rstrip("】〗"), first) or _GETS.fullmatch(line, first)
        if head is None:
            return None
        at = (start + head.start("who"), start + head.end("who"))
        if _OWN.fullmatch(head["who"]):
            told = head["of"] or head["who"]
            return self.person or (own_body(at[0]) if told and head["of"] != "个人" else None)
        named = marked_at(self.page.mentions, at, "ORG", "PERSON")
        if named is None:
            return None
        if named.label == "PERSON":
            return Recipient(*at, at, "person", None)
        return Recipient(*at, at, *team_of(head["who"], at[0]))

    def _honours(self, number: int, owner: Recipient) -> Iterator[AwardFrame]:
        """Yield the frames of a line that is a year and honours."""
        clean, block = self.page.clean, self.page.clean.blocks[number]
        lead = LEAD.match(clean.text, block.start, block.end)
        dated = _DATED.match(clean.text, lead.end() if lead else block.start, block.end)
        if dated is None:
            return
        time = None if dated["month"] else time_of_year(int(dated[2]), dated.span(2))
        end = block.start + len(self.page.line(number).partition("。")[0].rstrip(" 　；"))
        for honour in read_honours(clean.text, self.page.awards, dated.end(), end, row=True):
            if not self._suits(honour, owner):
                continue
            frame = beside(clean, owner, honour, Sentence(block.start, block.end, number), time=time)
            yield replace(frame, rule=RULE)
