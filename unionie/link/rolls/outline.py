"""Honours and results laid out as an outline: contests, groups, placings and honours head the lines of their winners.

Enters: the clean text, its sentences, mentions and honours. Leaves: frames, one a winner, and the lines that were
read. Next: ``awards`` takes them before what other readers of lists find there.

An outline begins where a title or a sentence announces it (获奖名单如下, 予以表彰) and ends with the next running
text. Each line of it says what is in force for those below (a contest, a group, a placing, an honour, columns) or
names winners; a number of the same depth, or of a lesser one, ends what a group or honour says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from unionie.clean.types import CleanText
from unionie.frames import AwardFrame, Mention
from unionie.link.honours.contests import Setting
from unionie.link.honours.cues import LOST
from unionie.link.honours.headings import (
    GROUP_TURN,
    LEAD,
    PLACING,
    labels_other,
    names_contest,
    names_honour,
    praises,
    read_competed,
    read_numbers,
    read_placing,
    read_placings,
    refuses,
)
from unionie.link.honours.names import strip_marks
from unionie.link.rolls.force import ON_LINE, UNNUMBERED, Force, depth_below
from unionie.link.rolls.given import Outline
from unionie.link.rolls.honours import FOLLOWING
from unionie.link.rolls.items import each_headed
from unionie.link.rolls.lines import (
    CELL_GAP,
    Cell,
    announces,
    is_detail,
    is_field,
    is_prose,
    is_vacant,
    label_of,
    lists_first,
    read_cells,
    read_columns,
)
from unionie.link.rolls.named import number_word
from unionie.link.rolls.owners import Owners
from unionie.link.rolls.page import Page
from unionie.link.rolls.winners import Winners

__all__ = ["link_outlines"]

_CONTESTS_OWN = re.compile(
    "(?:组织|指导|风尚|人气|导演|编导|领诵|教练|裁判|精神文明|创意|表演|辅导|最佳|最具|特别贡献)"
)
_KINDS_OF_PRIZE = re.compile(
    "(?:个人|团体|集体|单项|综合|单位|优秀作品)奖?(?:项)?|[一-鿿]{0,4}成绩|奖项设置|获奖[一-鿿]{0,4}"
)
_GROUP = 10  # characters of a group that is a part of the honour's name
_LONGEST_GROUP = 14  # of those who compete, before their placings: 粤语独诵（中三女子组）　冠军　甲
_LONGEST = 18  # characters of an honour
_PRAISED = 20  # characters of a marked label that only praises: 先进支行
_INSIDE = re.compile(f"{PLACING}[一-鿿]")  # a placing and its winner
_ORDINAL = re.compile("第?([0-9]{1,2}|[①-⑨])名?")  # 第1名, 1
_TELLS = re.compile("[：；。]|——|等[0-9一二两三四五六七八九十]|被|授予|荣?获(?!奖|得者)|评为|当选|同比|增长")
_SESSION = re.compile("第[0-9一二三四五六七八九十]{1,4}[届次]")
# Honours with a level are read wherever they stand.
_OWN_HONOUR = re.compile("(?![全省市县区州旗盟镇乡校院厂])[一-鿿]{3,8}")
_ONLY_NAMED = re.compile("(?:推荐|候选|建议)(?:对象|人选|名单|人)|拟推荐")  # not given yet
_BRACKETED = re.compile("[\\s　]*【([^【】\n]{2,20})】(?=[一-鿿])")  # 【优秀组织奖】甲、乙
_GRADE = re.compile(f"·?({PLACING})$")
_STRAY = 3  # lines that may be neither label nor entry


def link_outlines(
    clean: CleanText, settings: Sequence[Setting], mentions: Sequence[Mention], awards: Sequence[Mention]
) -> Outline:
    """Return what the outlines of the text give."""
    found = Outline()
    reader = _Reader(clean, settings, mentions, awards)
    heads: list[int] = []
    for number, block in enumerate(clean.blocks):
        if block.kind == "furniture" or block.start == block.end:
            continue
        frames = list(reader.read(number))
        if frames:
            found.frames += frames
            found.lines |= {number, *heads}
            heads = []
        elif reader.noted:
            heads.append(number)
    found.spent = reader.spent if found.frames else set()
    return found


class _Reader:
    """Reads the lines of a text in order."""

    def __init__(
        self, clean: CleanText, settings: Sequence[Setting], mentions: Sequence[Mention], awards: Sequence[Mention]
    ) -> None:
        self.clean, self.page = clean, Page(clean, settings, mentions, awards)
        self.force, self.owners = Force(), Owners(self.page)
        self.tops = False  # the text lists the first of each event
        self.always = False  # the title says that all is about honours
        self.contest: Cell | None = None
        self.titled: Mention | None = None  # the honour of the title
        self.listed: Mention | None = None  # the same where the title says that a list follows
        sentences = {sentence.block: sentence for sentence, _ in reversed(settings)}
        self.winners = Winners(self.page, sentences)
        self.held: Force | None = None  # what a paragraph has ended
        self.parent = ""  # the honour whose heading stands right above another
        self.labels: set[str] = set()  # the honours that labels have put in force
        self.noted = False  # the line says what is in force
        self.grid = False  # the line is in a table that says itself what it gives
        self.spent: set[int] = set()  # lines that give nobody

    def read(self, number: int) -> Iterator[AwardFrame]:
        """Yield the frames of a line, having noted what it puts in force."""
        block, line = self.clean.blocks[number], self.page.line(number)
        self.noted = False
        self.tops = self.tops or lists_first(line)
        if owned := self.owners.read(number):
            yield from owned
            return
        running = is_prose(line) or FOLLOWING.search(line) is not None
        if not running and LOST.search(line.partition("：")[0]):
            self.force, self.held = Force(open=self.force.open), None  # 二、停止使用称号的甲单位
            self.spent.add(number)
            return
        if running and self.force.open and (named := self._beside(number, line[: line.find("。")])):
            yield from named
            return
        told = (
            self.winners.told(self.force, number) if running and block.kind == "paragraph" and self.force.given else []
        )
        if told:
            yield from told
            return
        contest = self.page.contest_of_results(number) if block.kind == "title" and self.always else None
        opens = block.kind == "subtitle" and line[0] not in "（(" and announces(line, title=True)
        if contest or (block.kind == "title" and self.page.heads_list(number)):
            self.force = Force(open=True, contest=contest)
        elif running or block.kind == "title" or opens:
            self.held = self.force if self.force.given else self.held
            self._announce(number, line, title=block.kind in ("title", "subtitle"))
            return
        if block.kind == "dateline":
            return
        if not self.force.open:
            self._open(number, line)
        if not self.force.open:
            yield from self._beside(number, line) or ()
            return
        if not self.force.given and self.held and self.page.credited(number):
            self.force = self.held  # a paragraph about the work before stood between
        if is_vacant(line) or self.page.is_area(number):
            self.spent.add(number)
            return
        yield from self._below(number, line)

    def _open(self, number: int, line: str) -> None:
        """Begin an outline at a line that announces one, or that heads the names below it by its form."""
        label = label_of(line)
        placed = self.contest is not None and read_placing(line) is not None
        contest = None if placed else self.page.contest_of_results(number)
        if contest:
            self.force = Force(open=True, contest=contest)
        elif announces(line, title=True) or announces(line, title=False):
            self._announce(number, line, title=announces(line, title=True))
        elif placed or (label and label.top and self.contest):
            self.force = Force(open=True, contest=self.contest)
        elif self.page.heads_list(number) or (
            label and label.marked and names_honour(line[label.start : label.end]) and not refuses(line)
        ):
            self.force = Force(open=True)

    def _announce(self, number: int, line: str, *, title: bool) -> None:
        contests, block = self.page.contests.of_line(number), self.clean.blocks[number]
        opens = announces(line, title=title)
        contest = self.page.contests.in_full(contests[-1]) if contests and (opens or title) else None
        name = self.page.contests.name
        if contest and self.contest and name(contest).startswith(name(self.contest)):
            contest = self.contest  # its heats
        if opens and title:
            self.always = True
            contest = contest or (None if contests else self.page.contests.headed(number))
        if contest and (self.contest is None or opens):
            self.contest = contest
        self.force = Force(open=opens or self.always, contest=contest or self.contest)
        if opens and _ONLY_NAMED.search(line):
            self.force = Force()
            return
        if opens and not contests:
            here = self.page.honours.between(block.start, block.end)
            if title:
                self.titled = here.only()
            self.force.base = here.graded() or (self.titled if title or not here.awards else None)
            self.listed = here.listed() if title else self.listed
            if following := self.listed if title else here.following():
                self.force.give(following[:2], UNNUMBERED, following.attrs)
        if self.listed and not self.force.given and line.endswith("：") and not contests:
            self.force.give(self.listed[:2], UNNUMBERED, self.listed.attrs)

    def _below(self, number: int, line: str) -> Iterator[AwardFrame]:
        block, force, text = self.clean.blocks[number], self.force, self.clean.text
        cells = read_cells(text, block.start, block.end)
        columns = read_columns(text, cells)
        apart = columns is not None and columns.honour in ("honour", "contest")
        self.grid = apart or (self.grid and (block.kind == "table_row" or len(cells) > 1) and not columns)
        if self.grid:
            return  # ``columns`` reads tables that say what they give
        if columns:
            force.columns, self.noted = columns, True
            return
        if is_detail(line) or self.page.signs(number) or self.page.credits(number):
            self.spent.add(number)
            return
        if force.columns and self.winners.is_row(number, cells, force.columns):
            yield from self.winners.entries(self.force, number, block.start, block.end, row=True)
            force.stray = 0
            return
        if employer := self.page.employer(number, bare=force.personal(text)):
            force.employer, self.noted, force.stray = employer, True, 0
            return
        frames = self._behind(number, cells) or self._placed(number, line)
        if frames is None:
            frames = self._beside(number, line)
        if frames is None and self._labels(number, line, alone=len(cells) == 1):
            self.noted, self.force.stray = True, 0
            return
        if frames is None and not force.beside:
            frames = self.winners.entries(self.force, number, block.start, block.end, row=True)
        if frames:
            force.stray = 0
            yield from frames
        else:
            force.stray += 1
            if force.stray == _STRAY:
                self.force = Force(open=self.always, contest=self.contest if self.always else None)

    def _behind(self, number: int, cells: list[Cell]) -> list[AwardFrame]:
        """Return the frames of a line that sets its honour behind those who receive it: 甲（某厂）　　劳动模范."""
        text, start = self.clean.text, self.clean.blocks[number].start
        words = strip_marks(text[slice(*cells[-1])])
        if len(cells) != 2 or self.force.columns or not _OWN_HONOUR.fullmatch(words) or not names_honour(words):
            return []
        if self.page.names_somebody(cells[1]) or not self.page.named_in(start, cells[0][1]):
            return []
        self._give(cells[1], UNNUMBERED)
        frames = self.winners.entries(self.force, number, start, cells[0][1], row=False)
        self.force.given = None
        return frames

    def _placed(self, number: int, line: str) -> list[AwardFrame] | None:
        """Return the frames of a line that a placing opens, or placings part; None for any other line."""
        block, force = self.clean.blocks[number], self.force
        opening = read_placing(line)
        competed = None if opening else read_competed(line)
        several = read_placings(line, (opening or competed or (0,))[-1])
        if competed:
            self.force = force = Force(open=True, contest=(block.start + competed[0], block.start + competed[1]))
            opening = competed[1:]
        several = several or ([] if opening or force.contest is None else read_numbers(line))
        if not opening and not several:
            return None
        if force.given is None and force.contest is None:
            force.given = force.base
        if force.given is None and force.contest is None:
            return None
        self.noted = True
        if opening and not line[opening[2] :].strip():
            force.columns, force.counted = None, False  # numbers below a placing only count
        frames: list[AwardFrame] = []
        groups = force.groups
        if several and not opening:
            lead = LEAD.match(line)
            first = lead.end() if lead else 0
            words = line[first : several[0][0]].rstrip(" 　：:\t")
            at = (block.start + first, block.start + first + len(words))
            if (names_honour(words) or praises(words)) and len(words) <= _LONGEST and not self.page.names_somebody(at):
                self._give(at, UNNUMBERED)
            elif words and len(words) <= _LONGEST_GROUP:
                force.groups = [*groups[:-1], (ON_LINE - (first + len(words) < several[0][0]), at)]
        if opening and (not several or several[0][0] > opening[0]):
            several = [(*opening, several[0][0] if several else len(line)), *several]
        for first, last, start, end in several:
            at = (block.start + first, block.start + last)
            turn = GROUP_TURN.search(line, 0, first)
            if turn and several[0][0] < first:
                force.groups = [*groups[:-1], (ON_LINE, (block.start + turn.start(1), block.start + turn.end(1)))]
            rank = self.clean.surface[slice(*at)]
            ordinal = _ORDINAL.fullmatch(rank)
            force.place(f"第{number_word(ordinal[1])}名" if ordinal else rank, at)
            frames += self.winners.entries(self.force, number, block.start + start, block.start + end, row=False)
        force.groups = groups
        if competed or not opening:
            force.rank = force.rank_at = None  # the line says of whom it tells
        return frames

    def _beside(self, number: int, line: str) -> list[AwardFrame] | None:
        """Return the frames of a line that sets names behind the honour that opens it: 优秀组织奖：甲、乙；标兵：丙."""
        start = self.clean.blocks[number].start
        if "；" not in line:
            return self._beside_one(number, line, start)
        parts = each_headed(line)
        if len(parts) < 2:
            return self._beside_one(number, line, start)
        return [
            frame for first, last in parts for frame in self._beside_one(number, line[first:last], start + first) or ()
        ]

    def _beside_one(self, number: int, line: str, start: int) -> list[AwardFrame] | None:
        """Return the frames of ``line``, which stands at ``start`` of the text."""
        if is_field(line):
            return None
        head, mark, names = line.partition("：")
        bracket = _BRACKETED.match(line)
        if bracket and names_honour(bracket[1]):
            head, mark, names = line[: bracket.end(1)], "】", line[bracket.end() :]
        gap = CELL_GAP.search(line.rstrip(" 　")) if not (mark or self.force.columns or "\t" in line) else None
        if gap and gap.start() and names_honour(strip_marks(line[: gap.start()])):
            head, names = line[: gap.start()], line[gap.start() :]
        label = label_of(head) if names.strip(" 　") else None
        if label is None or labels_other(head) or CELL_GAP.search(head[label.start : label.end]):
            return None
        depth, force, words = depth_below(label), self.force, strip_marks(head[label.start : label.end])
        praised = label.marked and praises(words) and len(words) <= _GROUP and not refuses(words)
        if not (praised or names_honour(words) or words in self.page.honours.names or force.is_beside(depth)):
            return [] if force.beside and depth == force.given_depth else None
        placed = _GRADE.search(words)
        self._give((start + label.start, start + label.end - (len(placed[0]) if placed else 0)), depth)
        force.beside = True
        if placed:
            force.place(placed[1], (start + label.end - len(placed[1]), start + label.end))
        return self.winners.entries(self.force, number, start + len(head) + len(mark), start + len(line), row=False)

    def _labels(self, number: int, line: str, *, alone: bool) -> bool:
        """Note the honour or group that a line labels; False where it is no label. ``alone`` where it is one cell."""
        block, force, text = self.clean.blocks[number], self.force, self.clean.text
        label = label_of(line)
        if label is None or not (alone or label.marked) or self.page.credited(number):
            return False
        at = (block.start + label.start, block.start + label.end)
        words = strip_marks(self.clean.text[slice(*at)])
        depth = depth_below(label)
        if _TELLS.search(words):
            return False
        row = depth == force.given_depth < UNNUMBERED
        praised = (label.marked or row) and praises(words) and len(words) <= _PRAISED
        own = _KINDS_OF_PRIZE.fullmatch(words) is None and (names_honour(words) or praised)
        contest = at if label.marked and names_contest(words) else self.page.contest_of_results(number)
        if contest:
            self.force = Force(open=True, contest=contest)
            return True
        if own and len(words) <= _LONGEST and not self.page.names_somebody(at):
            named = label.marked or row or words in self.page.honours.names or line.rstrip(" 　").endswith("：")
            if force.contest and not (named or _CONTESTS_OWN.search(words)):
                return False
            placed = _GRADE.search(words)
            self._give((at[0], at[1] - len(placed[0])) if placed else at, depth)
            if placed:
                force.place(placed[1], (at[1] - len(placed[1]), at[1]))
            return True
        if not (label.marked or label.grouped) or labels_other(words) or len(words) > 20:
            return False
        if force.to_bodies(text) and not label.marked and force.given_depth < depth < UNNUMBERED:
            return False  # 5．甲市第四中学校 is an item, though it ends as a group does
        if "、" in words or _INSIDE.search(words):
            return False
        if not (label.grouped or _KINDS_OF_PRIZE.fullmatch(words)) and self.page.names_somebody(at):
            return False
        if not (alone or label.grouped) and self.page.named_in(block.start, block.end):
            return False
        named = label.grouped and len(words) <= _GROUP and _KINDS_OF_PRIZE.fullmatch(words) is None
        force.group(at, depth, named=named, counted=label.top or (self.tops and force.given is None))
        return True

    def _give(self, at: Cell, depth: int) -> None:
        """Put an honour in force, by the full name that the text before gives it."""
        session = _SESSION.match(self.clean.text, *at)
        if session and self.clean.text[session.end() : at[1]] in self.page.honours.names:
            at = (session.end(), at[1])
        attrs = self.page.honours.in_full(at)
        words = strip_marks(self.clean.text[slice(*at)])
        self.labels.add(words)
        attrs = {} if attrs.get("name") in self.labels else attrs
        above = self.force.given
        if above and not self.force.used:
            self.parent = str(above.attrs.get("name") or strip_marks(self.clean.text[slice(*above[:2])]))
        self.force.give(at, depth, self.page.honours.below(self.parent, words) or attrs)
