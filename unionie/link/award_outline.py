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
from dataclasses import dataclass, field, replace

from unionie.clean.types import CleanText
from unionie.frames import AwardFrame, Mention, Sentence
from unionie.link.award_entries import read_entries
from unionie.link.award_cues import find_verbs
from unionie.link.award_frames import beside
from unionie.link.award_heads import (
    LEAD,
    PLACING,
    is_proposal,
    labels_other,
    names_contest,
    names_honour,
    praises,
    read_placing,
    read_placings,
    refuses,
)
from unionie.link.award_names import Honour, strip_marks
from unionie.link.award_topics import own_body
from unionie.link.contests import Setting
from unionie.link.name_forms import ORG_END, employer_in, looks_like_name
from unionie.link.outline_lines import (
    Cell,
    Columns,
    Label,
    announces,
    is_note,
    is_prose,
    label_of,
    places_of_columns,
    read_cells,
    read_columns,
)
from unionie.link.recipients import Recipient, team_of

__all__ = ["Outline", "link_outlines"]

_CONTESTS_OWN = re.compile(
    "(?:组织|指导|风尚|人气|导演|编导|领诵|教练|裁判|精神文明|创意|表演|辅导|最佳|最具|特别贡献)"
)
_KINDS_OF_PRIZE = re.compile(
    "(?:个人|团体|集体|单项|综合|单位|优秀作品)奖?(?:项)?|[一-鿿]{0,4}成绩|奖项设置|获奖[一-鿿]{0,4}"
)
_TAIL = re.compile(
    "[　 \t|]+(?:作者|指导[教老]师|指导|编辑|主创人员?|完成人)[：:].*$|[（(]指导[^（）()]*[）)]"
    "|[　 \t]+[0-9][0-9.:：秒分时′″米厘]*(?:分|秒[0-9]*|米|票|环)?$"
)
_DETAIL = re.compile(
    "[（(]?(?:来源|责?编辑?|审核|校对|文字|图片|图文|文|图|供稿|评委|裁判|总?裁判长|联系人|主办|承办|地点|时间)[｜|：:/／]|(?:主要|第一)?(?:完成单位|完成人|作者|指导[教老]师|编辑|主创人员?|选送单位|报送单位)[：:]"
)
_NUMBER = re.compile("[0-9]{1,2}")
_PERFORMED = re.compile("([一-鿿]{3,24})《[^《》]{1,30}》")
_VACANT = re.compile(f"(?:{PLACING})?[\\s　：:]*空缺")
_GROUP = 10  # characters of a group that is a part of the honour's name
_PRAISED = 20  # characters of a marked label that only praises: 先进支行
RULE = "award.outline"
# What stands before the name of a contest in a title: 表扬2015年|….
_LEAD = re.compile("(?:关于)?(?:表彰|表扬|通报|公布)?(?:[12][0-9]{3}年?度?(?=[一-鿿“]{4}))?")
_YEAR = re.compile("[“]?[12][0-9]{3}年")
_GRADED = re.compile("[”]?[特一二三]等奖$|[”]?[特一二三]等奖")
_TELLS = re.compile("[：；。]|被|授予|荣?获(?!奖|得者)|评为|当选|同比|增长")
_JOINS = re.compile("[暨和与及、]")
_ASIDE = re.compile("[（(][^（）()]*[）)]$")
_BODY = re.compile("[一-鿿0-9]{2,16}(?:系统|队|组|[县市区乡镇村校院局部厂会])|[一-鿿]{2,6}系统")
_FAR = 3000  # characters back that an honour is named in full
_STRAY = 3  # lines that may be neither label nor entry


@dataclass
class _Force:
    """What is in force at a line."""

    open: bool = False
    contest: Cell | None = None
    base: Mention | None = None  # an honour whose grades are given
    honour: Mention | None = None
    honour_depth: int = 9
    groups: list[tuple[int, Cell]] = field(default_factory=list)
    rank: str | None = None
    rank_at: Cell | None = None
    counted: bool = False  # the numbers of the lines are placings
    columns: Columns | None = None
    stray: int = 0


@dataclass
class Outline:
    """The frames of the outlines of a text, and the numbers of the lines that they were read from."""

    frames: list[AwardFrame] = field(default_factory=list)
    lines: set[int] = field(default_factory=set)

    def without(self, others: Sequence[AwardFrame]) -> Outline:
        """Return what it adds to the frames of other readers, who know more of the lines that they read whole."""
        there: dict[int, list[AwardFrame]] = {}
        for frame in others:
            there.setdefault(frame.sentence.block, []).append(frame)
        own: dict[int, list[AwardFrame]] = {}
        for frame in self.frames:
            own.setdefault(frame.sentence.block, []).append(frame)
        heads = {frame.award.start for frame in others}
        kept = {number for number, frames in own.items() if _adds(frames, there.get(number, []), heads)}
        given = [number for number in own if number not in kept]
        frames = [frame for number in kept for frame in own[number]]
        return Outline(
            sorted(frames, key=lambda frame: frame.sentence), self.lines.difference(given, there.keys() - kept)
        )


def _adds(own: Sequence[AwardFrame], others: Sequence[AwardFrame], heads: set[int]) -> bool:
    """Tell whether a line's frames name somebody whom the others do not, or the honour more fully."""
    if not others:
        return not (own[0].award.start in heads and own[0].award.rule == RULE and own[0].rank is None)
    named = {frame.recipient: frame.name for frame in others}
    fuller = any(frame.name.find(named[frame.recipient]) > 0 for frame in own if frame.recipient in named)
    return fuller or not {frame.recipient for frame in own} <= named.keys()


def link_outlines(
    clean: CleanText, settings: Sequence[Setting], mentions: Sequence[Mention], awards: Sequence[Mention]
) -> Outline:
    """Return what the outlines of the text give."""
    found = Outline()
    if any(block.kind == "title" and is_proposal(clean.text[block.start : block.end]) for block in clean.blocks):
        return found
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
    return found


class _Reader:
    """Reads the lines of a text in order."""

    def __init__(
        self, clean: CleanText, settings: Sequence[Setting], mentions: Sequence[Mention], awards: Sequence[Mention]
    ) -> None:
        self.clean, self.mentions, self.awards = clean, mentions, awards
        self.force = _Force()
        self.always = False  # the title says that all is about honours
        self.contest: Cell | None = None
        self.sentences = {sentence.block: sentence for sentence, _ in reversed(settings)}
        self.contests: dict[int, list[Cell]] = {}
        for sentence, contests in settings:
            here = [tuple(each) for each in contests if sentence.start <= each.start < sentence.end]
            self.contests.setdefault(sentence.block, []).extend(here)  # type: ignore[arg-type]
        named = {cell: clean.text[slice(*cell)] for cells in self.contests.values() for cell in cells}
        whole = {cell for cell, name in named.items() if "\t" not in name and not _YEAR.match(name)}
        self.full = sorted(whole, key=lambda c: (c[0] - c[1], c))
        self.noted = False  # the line says what is in force

    def read(self, number: int) -> Iterator[AwardFrame]:
        """Yield the frames of a line, having noted what it puts in force."""
        block = self.clean.blocks[number]
        line = self.clean.text[block.start : block.end]
        self.noted = False
        if is_prose(line) or block.kind == "title" or (block.kind == "subtitle" and announces(line, title=True)):
            self._announce(number, line, title=block.kind in ("title", "subtitle"))
            return
        if block.kind == "dateline":
            return
        label = label_of(line)
        if not self.force.open and self.contest and label and label.top:
            self.force = _Force(open=True, contest=self.contest)
        if not self.force.open and (announces(line, title=True) or announces(line, title=False)):
            self._announce(number, line, title=announces(line, title=True))
        if not self.force.open or is_note(line) or _VACANT.fullmatch(line.strip(" 　")):
            return
        yield from self._below(number, line)

    def _announce(self, number: int, line: str, *, title: bool) -> None:
        contests = self.contests.get(number, [])
        opens = announces(line, title=title)
        contest = self._in_full(contests[-1]) if contests and (opens or title) else None
        if contest and self.contest and self._named(contest).startswith(self._named(self.contest)):
            contest = self.contest  # its heats
        if opens and title:
            self.always = True
        if contest and (self.contest is None or opens):
            self.contest = contest
        self.force = _Force(open=opens or self.always, contest=contest or self.contest)
        if opens and not contests:
            self.force.base = self._graded(number)

    def _graded(self, number: int) -> Mention | None:
        """Return the honour whose grades a line counts: 评出优秀论文|一等奖2篇."""
        block = self.clean.blocks[number]
        here = [each for each in self.awards if block.start <= each.start < block.end]
        for award in reversed(here):
            graded = _GRADED.search(self.clean.text, award.start, award.end)
            if graded and graded.start() > award.start:
                return Mention(award.start, graded.start(), "AWARD", RULE, {})
            if _GRADED.match(self.clean.text, award.end):
                return Mention(award.start, award.end, "AWARD", RULE, {})
        return None

    def _named(self, contest: Cell) -> str:
        return strip_marks(self.clean.text[slice(*contest)])

    def _in_full(self, contest: Cell) -> Cell:
        """Return the longest name that the text gives a contest."""
        name = self._named(contest)
        if _YEAR.match(name):
            return contest
        return next((c for c in self.full if self._named(c).endswith(name)), contest)

    def _below(self, number: int, line: str) -> Iterator[AwardFrame]:
        block, force, text = self.clean.blocks[number], self.force, self.clean.text
        cells = read_cells(text, block.start, block.end)
        columns = read_columns(text, cells)
        if columns:
            force.columns, self.noted = columns, True
            return
        if places_of_columns(text, cells):
            force.open = False  # ``results`` reads placings side by side
            return
        if _DETAIL.match(line.strip(" 　")) or self._signs(number, line):
            return
        frames = self._placed(number, line)
        if frames is None:
            frames = self._beside(number, line)
        label = label_of(line) if frames is None else None
        if label and (force.columns is None or len(cells) == 1 or label.marked) and self._labels(number, label):
            self.noted = True
            self.force.stray = 0
            return
        if frames is None:
            frames = self._entries(number, block.start, block.end, row=True)
        if frames:
            force.stray = 0
            yield from frames
        else:
            force.stray += 1
            if force.stray == _STRAY:
                self.force = _Force(open=self.always, contest=self.contest if self.always else None)

    def _signs(self, number: int, line: str) -> bool:
        """Tell whether a line signs the text: an issuer of its head, or what stands right over a date."""
        blocks, text = self.clean.blocks, self.clean.text
        words = line.strip(" 　")
        head = (text[block.start : block.end] for block in blocks[:6] if block.kind in ("byline", "subtitle", "title"))
        dated = number + 1 < len(blocks) and blocks[number + 1].kind == "dateline"
        return any(words in each for each in head if len(words) > 3) or (dated and "、" not in words)

    def _placed(self, number: int, line: str) -> list[AwardFrame] | None:
        """Return the frames of a line that a placing opens, or placings part; None for any other line."""
        block, force = self.clean.blocks[number], self.force
        several = read_placings(line)
        opening = read_placing(line)
        if not opening and not several:
            return None
        if force.honour is None and force.contest is None:
            force.honour = force.base
        if force.honour is None and force.contest is None:
            return None
        self.noted = True
        force.columns = None if opening and not line[opening[2] :].strip() else force.columns
        frames: list[AwardFrame] = []
        groups = force.groups
        if several and not opening:
            lead = LEAD.match(line)
            first = lead.end() if lead else 0
            words = line[first : several[0][0]].rstrip(" 　：:\t")
            if words and len(words) <= _GROUP:
                force.groups = [*groups[:-1], (8, (block.start + first, block.start + first + len(words)))]
        if len(several) < 2 and opening:
            several = [(*opening, len(line))]
        for first, last, start, end in several:
            force.rank = self.clean.surface[block.start + first : block.start + last]
            force.rank_at = (block.start + first, block.start + last)
            frames += self._entries(number, block.start + start, block.start + end, row=False)
        force.groups = groups
        return frames

    def _beside(self, number: int, line: str) -> list[AwardFrame] | None:
        """Return the frames of a line that sets names behind the honour that opens it: 优秀组织奖：甲、乙."""
        block = self.clean.blocks[number]
        head, mark, names = line.partition("：")
        label = label_of(head) if mark and names.strip() else None
        if label is None or not names_honour(strip_marks(head[label.start : label.end])):
            return None
        self._give((block.start + label.start, block.start + label.end), 9 if label.depth is None else label.depth)
        return self._entries(number, block.start + len(head) + 1, block.end, row=False)

    def _labels(self, number: int, label: Label) -> bool:
        """Note the honour or group that a line labels; False where it is no label."""
        block, force = self.clean.blocks[number], self.force
        at = (block.start + label.start, block.start + label.end)
        words = strip_marks(self.clean.text[slice(*at)])
        depth = 9 if label.depth is None else label.depth
        if _TELLS.search(words):
            return False
        praised = label.marked and praises(words) and len(words) <= _PRAISED
        own = _KINDS_OF_PRIZE.fullmatch(words) is None and (names_honour(words) or praised)
        if label.marked and names_contest(words):
            self.force = _Force(open=True, contest=at, honour_depth=depth)
            return True
        if own and not self._names(at):
            if force.contest and not _CONTESTS_OWN.search(words) and not label.marked:
                return False
            self._give(at, depth)
            return True
        if not (label.marked or label.grouped) or labels_other(words) or len(words) > 20 or "、" in words:
            return False
        if not (label.grouped or _KINDS_OF_PRIZE.fullmatch(words)) and self._names(at):
            return False
        force.groups = [each for each in force.groups if each[0] < depth]
        if label.grouped and len(words) <= _GROUP and _KINDS_OF_PRIZE.fullmatch(words) is None:
            force.groups.append((depth, at))
        if force.honour and (depth < 9 and depth <= force.honour_depth):
            force.honour = None
        force.rank, force.rank_at, force.columns = None, None, None
        force.counted = label.top
        return True

    def _names(self, at: Cell) -> bool:
        """Tell whether the words of a label name somebody."""
        return any(m.label == "PERSON" and at[0] <= m.start and m.end <= at[1] for m in self.mentions) or (
            any(m.label == "ORG" and m.start == at[0] and m.end == at[1] for m in self.mentions)
            and not names_honour(self.clean.text[slice(*at)])
        )

    def _give(self, at: Cell, depth: int) -> None:
        """Put an honour in force, by the full name that the text before gives it."""
        words = strip_marks(self.clean.text[slice(*at)])
        attrs = {}
        for award in reversed(self.awards):
            name = strip_marks(str(award.attrs.get("name") or self.clean.text[award.start : award.end]))
            if (
                award.end <= at[0]
                and at[0] - award.start < _FAR
                and name.endswith(words)
                and len(name) > len(words)
                and not _JOINS.search(name)
            ):
                attrs = {**award.attrs, "name": name}
                break
        self.force.honour = Mention(*at, "AWARD", RULE, attrs)
        self.force.honour_depth = depth
        self.force.groups = []
        self.force.rank, self.force.rank_at, self.force.columns, self.force.counted = None, None, None, False

    def _entries(self, number: int, start: int, end: int, *, row: bool) -> list[AwardFrame]:
        text, force = self.clean.text, self.force
        if find_verbs(text, start, end):
            return []
        cut = None if row and force.columns else _TAIL.search(text, start, end)
        while cut:
            if cut.end() < end:  # a bracket in the middle
                break
            end = cut.start()
            cut = _TAIL.search(text, start, end)
        block = self.clean.blocks[number]
        if row and force.columns:
            recipients = self._by_columns(start, end)
        else:
            recipients = self._plain(start, end)
        if row and force.counted:
            lead = re.match("[\\s　]*([0-9]{1,2}|[①-⑳])", text[block.start : block.end])
            force.rank = f"第{_digits(lead.group(1))}名" if lead else force.rank
            force.rank_at = (block.start + lead.start(1), block.start + lead.end(1)) if lead else force.rank_at
        honour = self._honour(block.start, block.end)
        if honour is None:
            return []
        sentence = self.sentences.get(number, Sentence(block.start, block.end, number))
        frames = (beside(self.clean, each, honour, sentence) for each in recipients)
        return [replace(frame, rule=RULE) for frame in frames if frame.recipient != "空缺"]

    def _honour(self, start: int, end: int) -> Honour | None:
        """Return the honour in force, a placing in the contest or the honour by itself."""
        force = self.force
        if force.honour is not None:
            if force.rank is None:
                return Honour(force.honour, None, None)
            at = force.rank_at or (start, end)
            named = force.honour.attrs.get("name")
            mention = Mention(*at, "AWARD", RULE, {"name": named} if named else {})
            return Honour(mention, None, force.rank, parts=() if named else (force.honour[:2],))
        if force.contest is None or force.rank is None:
            return None
        at = force.rank_at or (start, end)
        lead = _LEAD.match(self.clean.text, *force.contest)
        contest = (lead.end() if lead else force.contest[0], force.contest[1])
        parts = (contest, *(cell for _, cell in force.groups))
        return Honour(Mention(*at, "AWARD", RULE, {}), None, force.rank, parts=parts)

    def _plain(self, start: int, end: int) -> list[Recipient]:
        """Return whom a line without columns names."""
        text = self.clean.text
        performed = _PERFORMED.fullmatch(text[start:end].strip(" 　"))
        if performed and not looks_like_name(performed.group(1)):
            first = text.index(performed.group(1), start)
            last = first + len(performed.group(1))
            kind, body = team_of(performed.group(1), first)
            return [Recipient(first, end, (first, last), kind, body)]
        cells = read_cells(text, start, end)
        found = read_entries(text, self.mentions, start, end)
        if len(cells) > 1 and all("①" <= text[start] <= "⑳" for start, _ in cells):
            return [each for first, last in cells for each in read_entries(text, self.mentions, first + 1, last)]
        if not found:
            return self._alone(cells)
        if "《" in text[start:end] and len(cells) > 2 and len(found) != len(cells):
            people = [each for each in found if each.kind == "person"]
            return people[:1] or found
        return found

    def _alone(self, cells: list[Cell]) -> list[Recipient]:
        """Return the name that opens a line whose form tells no more: a person beside a post, a body in a contest."""
        text = self.clean.text
        start, end = cells[0]
        lead = LEAD.match(text, start, end)
        start = lead.end() if lead else start
        aside = _ASIDE.search(text, start, end)
        stop = aside.start() if aside else end
        name = "".join(text[start:stop].split())
        graded = self.force.rank is not None
        if (
            graded
            and len(cells) == 2
            and len(name) > 4
            and ORG_END.search(text, *cells[1])
            and not ORG_END.search(name)
        ):
            return [Recipient(start, end, (start, stop), "work", cells[1])]
        if len(cells) > 1 and looks_like_name(name):
            return [Recipient(start, cells[-1][1], (start, stop), "person", employer_in(text, *cells[1]))]
        if self.force.rank and self.force.contest and _BODY.fullmatch(name):
            return [Recipient(start, end, (start, stop), *team_of(name, start))]
        return []

    def _by_columns(self, start: int, end: int) -> list[Recipient]:
        """Return whom a row of a table names, and take its placing."""
        text, force = self.clean.text, self.force
        columns = force.columns
        cells = read_cells(text, start, end)
        if columns is None:
            return []
        shift = len(cells) - columns.width
        merged = shift == -1 and columns.places.get("rank") == 0
        cell = {kind: cells[at - merged] for kind, at in columns.places.items() if 0 <= at - merged < len(cells)}
        if merged:
            cell.pop("rank", None)
        rank = cell.get("rank")
        if rank:
            words = text[slice(*rank)]
            placed = re.fullmatch(f"({PLACING}|[特一二三四]等)", words)
            number = _NUMBER.fullmatch(words)
            if not placed and not number:
                return []
            force.rank = f"第{_digits(words)}名" if number else words
            force.rank_at = rank
        if "honour" in cell and not {"name", "team"} & set(cell):
            self._give(cell["honour"], 9)
            return [own_body(start)] if "giver" in cell else []
        return self._of_row(cell)

    def _of_row(self, cell: dict[str, Cell]) -> list[Recipient]:
        text = self.clean.text
        if "work" in cell:
            return [Recipient(*cell["work"], cell["work"], "work", cell.get("unit"))]
        for kind in ("name", "team", "unit"):
            if kind not in cell:
                continue
            start, end = cell[kind]
            aside = re.search("[（(][^（）()]*[）)]$", text[start:end])
            stop = start + aside.start() if aside else end
            if kind == "name":
                return [Recipient(start, end, (start, stop), "person", cell.get("unit"))]
            sort, body = team_of(text[start:stop], start)
            whole = cell.get("unit") if kind == "team" else None
            return [Recipient(start, end, (start, stop), sort if body or not whole else "team", whole or body)]
        return []


def _digits(words: str) -> str:
    """Return the Chinese numeral of a placing's number: 1 and ① are 一."""
    number = ord(words) - ord("①") + 1 if "①" <= words <= "⑳" else int(words)
    tens, ones = divmod(number, 10)
    numerals = " 一二三四五六七八九"
    return (("" if tens == 1 else numerals[tens]) + "十" if tens else "") + numerals[ones].strip()
