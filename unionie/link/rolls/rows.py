"""Lines of a list that set an honour beside its recipient: ★重症医学科：甘肃省先进集体, 县中学　全国文明校园.

Or below: lines of names and lines of honours that take turns.

Enters: the clean text, its mentions and honours. Leaves: frames of the lines that are nothing but names and honours.
Next: ``lists`` puts them beside the other readers of lines.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import product

from unionie.clean.types import CleanText
from unionie.frames import AwardFrame, Mention, Sentence
from unionie.link.honours.frames import beside
from unionie.link.honours.headings import LEAD, PLACING, depth_of, names_contest, names_honour, read_group, refuses
from unionie.link.honours.names import Honour, strip_marks
from unionie.link.honours.recipients import Recipient, find_recipients
from unionie.link.honours.topics import own_body
from unionie.link.rolls.entries import read_entries
from unionie.link.rolls.items import goes_to_bodies, read_units
from unionie.link.rolls.lines import is_field
from unionie.rules import load_table

Extent = tuple[int, int]

_BESIDE = re.compile("[：:—\t　， ](?:(?<=[：:\t，])|(?<=—)—|(?<=　)　*|(?<= ) +)")
_SCOPE = re.compile(
    "[“]?(?:全国|国家|中国|中华|全[省市区县州旗盟军]|[省市区县州旗盟]级?(?![一-鿿]{0,2}[局委院会])|自治区|国家级|[一-鿿]{2,7}?(?:省|自治区|自治州|市|县|区|州|盟|旗))"
)
_PIECE = re.compile(
    f"(?:并?获得?|并?荣获|荣膺|荣立)?(?:[12][0-9]{{3}}(?:[—~-][0-9]{{2,4}})?年?度?)?([^，。；：、（）()\t\n]{{4,40}}?)[“”]?({PLACING})?[“”]*(?:荣誉)?(?:称号)?"
    "(?:[（(][^（）()\n]{0,24}[）)])?"
)
# An honour by its level and its marks, and one that every body gives by the same name.
_MARKED = re.compile("(?:全[国省市区县州旗盟]|[省市区县州]|[一-鿿]{2,3}[省市县区])“[^“”]{3,16}”")
_MERIT = re.compile("(?:个人|集体)?(?:[特一二三]等功|嘉奖)")
# A label that stands for the report's own body: ★医院：省文明单位.
_OWN = re.compile(
    "(?:[我本全]?(?:公司|集团|院|校|局|厂|所|中心|协会|单位)|[我本](?:行|会|站|段|矿|县|市|区|镇|乡|村)|医院|学校|学院)(?:层面|整体)?"
)
_MARK = re.compile("[、；;，\t　](?![^（）\n]*）)")  # between the honours of a list
# A clause and no name of an honour: 上月又被省文明委授予…, 全区将力争…; and the cell or label that only tells a level.
_GIVEN = re.compile("被|授予|评为|荣获|获评|当选|获(?!奖)|^评(?!选)|力争|争[创取]|申报")
_LEVEL = re.compile("[\\[【〔]?(国家|全国|省|自治区|[市州盟县区旗])(?:[ 　]*级)?[\\]】〕]?(?:[：:]|[ 　\t]+)")
# The last cells of a line: who gave the honour, and when.
_GIVER = re.compile(
    "[　\t]+(?:[一-鿿、和]{2,20}[部厅局委会联府办](?:[　\t]+[12][0-9]{3}[年.0-9月]{0,5})?|[12][0-9]{3}[年.0-9月]{0,5})$"
)
# A body right before the honour that it gave: 省教育厅|“教育系统先进集体”.
_GIVER_BEFORE = re.compile("[一-鿿、]{1,20}(?:[厅局会部府办]|[省市县区州党团工]委)(?=“[^“”]{4,})")
_QUOTED_ITEM = re.compile("([^“”；]{2,40})“([^“”；]{3,24})”(?:（[^（）\n]{0,12}）)?")
_SEMICOLON = re.compile("；(?![^（）\n]*）)")
_COUNTED = re.compile("等[0-9一二两三四五六七八九十]+余?[名个位家人][一-鿿]{0,4}$")  # 甲、乙|等10个集体
_LONGEST = 160
_LONGEST_PARTED = 600  # of a line that semicolons part
_SHORT = 60
_NAME = 10
_LISTED = 12  # lines of a list above which its honour is looked for


def link_rows(
    clean: CleanText,
    by_block: dict[int, Sentence],
    mentions: Sequence[Mention],
    awards: Sequence[Mention],
    *,
    linked: Sequence[int],
) -> list[AwardFrame]:
    """Return the frames of the lines that name recipients on one side and honours on the other."""
    done, given = sorted(linked), frozenset(linked)
    frames: list[AwardFrame] = []
    refused = False
    paired = _pairs(clean, mentions, awards)
    for number, block in enumerate(clean.blocks):
        line = clean.text[block.start : block.end]
        if block.kind in ("title", "byline", "dateline", "furniture"):
            refused = refused and block.kind == "furniture"
            continue
        if len(line) <= 30 and "：" not in line[:-1] and not _SCOPE.search(line):
            refused = refuses(line)
        if number in paired:
            sentence = by_block.get(number, Sentence(block.start, block.end, number))
            honour, people = paired[number]
            frames.extend(beside(clean, person, honour, sentence) for person in people)
            continue
        at = bisect_left(done, block.start)
        parted = "；" in line and len(line) <= _LONGEST_PARTED
        if (
            refused
            or is_field(line)
            or (len(line) > _LONGEST and not parted)
            or (at < len(done) and done[at] < block.end and not parted)
        ):
            continue
        frames.extend(f for f in _row(clean, by_block, mentions, awards, number) if f.award.start not in given)
    return frames


def _pairs(
    clean: CleanText, mentions: Sequence[Mention], awards: Sequence[Mention]
) -> dict[int, tuple[Honour, list[Recipient]]]:
    """Return, by the number of its line, each honour that fills a line below its recipients, where two such follow."""
    lines: list[tuple[int, Honour | None]] = []
    for number, block in enumerate(clean.blocks):
        if clean.text[block.start : block.end].strip():
            short = block.end - block.start <= _SHORT
            lines.append((number, _alone(clean.text, awards, block.start, block.end) if short else None))
    found: dict[int, tuple[Honour, list[Recipient]]] = {}
    at = 0
    while at < len(lines):
        run = {}
        headed = _is_headed(clean, lines, at)
        while not headed and at + 1 < len(lines) and (honour := lines[at + 1][1]) and lines[at][1] is None:
            names = _names_alone(clean, mentions, lines[at][0])
            if not names:
                break
            run[lines[at + 1][0]] = (honour, names)
            at += 2
        found.update(run if len(run) > 1 else {})
        at += 0 if run else 1
    return found


def _is_headed(clean: CleanText, lines: Sequence[tuple[int, Honour | None]], at: int) -> bool:
    """Tell whether an honour stands over a line, or over the short lines above it: it heads them."""
    for number, honour in reversed(lines[max(0, at - _LISTED) : at]):
        block = clean.blocks[number]
        if honour:
            return True
        if block.end - block.start > _SHORT or "。" in clean.text[block.start : block.end]:
            return False
    return False


def _names_alone(clean: CleanText, mentions: Sequence[Mention], number: int) -> list[Recipient]:
    """Return whom a short line names, if it names one; only asked for above an honour, as reading a list is dear."""
    block = clean.blocks[number]
    if block.end - block.start > _SHORT:
        return []
    names = read_entries(clean.text, mentions, block.start, block.end)
    return names if len(names) == 1 else []


def _alone(text: str, awards: Sequence[Mention], start: int, end: int) -> Honour | None:
    """Return the honour that fills a line."""
    while end > start and text[end - 1] in " 　。；”":
        end -= 1
    lead = LEAD.match(text, start, end)
    start = lead.end() if lead else start
    if depth_of(text[lead.start() : end] if lead else text[start:end]) is not None:
        return None
    at = bisect_left(awards, start, key=lambda award: award.start)
    own = awards[at] if at < len(awards) and awards[at].start == start and awards[at].end >= end else None
    scoped = _SCOPE.match(text, start, end) or end - start <= _NAME
    if own is None and (not scoped or not names_honour(strip_marks(text[start:end]))):
        return None
    return Honour(own or Mention(start, end, "AWARD", "award.row", {}), None, None)


def _row(
    clean: CleanText, by_block: dict[int, Sentence], mentions: Sequence[Mention], awards: Sequence[Mention], number: int
) -> list[AwardFrame]:
    """Return the frames of one line, item by item where semicolons part it."""
    block = clean.blocks[number]
    text = clean.text
    end = block.end
    while end > block.start and text[end - 1] in " 　。；;，":
        end -= 1
    lead = LEAD.match(text, block.start, end)
    start = lead.end() if lead else block.start
    sentence = by_block.get(number, Sentence(block.start, block.end, number))
    level = _LEVEL.match(text, start, end)
    if level and level.group().endswith(("：", ":")):
        return list(_under_level(clean, mentions, sentence, _levels()[level.group(1)], level.end(), end))
    start = level.end() if level else start
    group = read_group(text[start:end])
    start += group or 0
    row = block.kind == "table_row"
    frames: list[list[AwardFrame]] = []
    for item in _split(text, start, end):
        found = list(_item(clean, sentence, mentions, awards, *item, row=row))
        last = frames[-1][-1] if frames and frames[-1] else None
        more = list(_going_on(clean, mentions, last, *item)) or list(_more(clean, awards, last, *item))
        frames.append(found or more)
    several = len(frames) == 1 or sum(map(bool, frames)) > 1
    return [frame for item in frames for frame in item] if several else []


def _split(text: str, start: int, end: int) -> list[Extent]:
    """Return the stretches that semicolons outside brackets part."""
    items = []
    for mark in _SEMICOLON.finditer(text, start, end):
        items.append((start, mark.start()))
        start = mark.end()
    return [*items, (start, end)]


def _item(
    clean: CleanText,
    sentence: Sentence,
    mentions: Sequence[Mention],
    awards: Sequence[Mention],
    start: int,
    end: int,
    *,
    row: bool,
) -> Iterator[AwardFrame]:
    """Yield the frames of the honours on one side of a mark for those on the other: 急诊科——省工人先锋号."""
    text = clean.text
    giver = _GIVER.search(text, start, end)
    end = giver.start() if giver else end
    for mark in _BESIDE.finditer(text, start, end):
        honours = read_honours(text, awards, mark.end(), end, row=row)
        if honours:
            counted = _COUNTED.search(text, start, mark.start())
            stop = counted.start() if counted else mark.start()
            people = read_entries(text, mentions, start, stop, row=row)
            if not people and _OWN.fullmatch(text, start, stop):
                people = [own_body(start)]
            if not people and mark.group() == "——" and all(goes_to_bodies(each.name(text, text)) for each in honours):
                people = read_units(text, start, stop)
            aligned = len(people) == len(honours) > 1
            pairs = zip(people, honours, strict=True) if aligned else product(people, honours)
            yield from (beside(clean, person, honour, sentence) for person, honour in pairs)
            return
        if mark.group() in ("：", ":"):
            return
        first = read_honours(text, awards, start, mark.start(), row=False)
        if first:
            holders = _holders(text, mentions, mark.end(), end, apart=mark.group() == "——")
            yield from (beside(clean, holder, honour, sentence) for honour in first for holder in holders)
        if mark.group() == "——":
            return


def _going_on(
    clean: CleanText, mentions: Sequence[Mention], last: AwardFrame | None, start: int, end: int
) -> Iterator[AwardFrame]:
    """Yield the frames of an item that goes on with the honour before a dash: 省先进集体——甲局；|乙队."""
    if last is None or not clean.text[last.award.end : last.award.end + 4].strip("”（ 　").startswith("——"):
        return
    honour = Honour(last.award, None, last.rank)
    for holder in _holders(clean.text, mentions, start, end, apart=True):
        yield beside(clean, holder, honour, last.sentence)


def _more(
    clean: CleanText, awards: Sequence[Mention], last: AwardFrame | None, start: int, end: int
) -> Iterator[AwardFrame]:
    """Yield the frames of an item that is nothing but more honours of the one before: 甲局：省先进单位；|省文明单位."""
    if last is None or clean.text.find("：", last.sentence.start, last.award.start) < 0:
        return
    for honour in read_honours(clean.text, awards, start, end, row=False):
        frame = beside(clean, own_body(start), honour, last.sentence)
        yield replace(frame, recipient=last.recipient, recipient_type=last.recipient_type, affiliation=last.affiliation)


@cache
def _levels() -> dict[str, str]:
    """Return the level of each word that says who grants."""
    rows = (row for row in load_table("honours") if row["kind"] == "scope")
    return {word: row["level"] for row in rows for word in row["words"].split()}


def _under_level(
    clean: CleanText, mentions: Sequence[Mention], sentence: Sentence, level: str, start: int, end: int
) -> Iterator[AwardFrame]:
    """Yield the frames of a line that a level opens: 省级：甲“A”；乙“B”."""
    for item in _QUOTED_ITEM.finditer(clean.text, start, end):
        honour = Honour(Mention(*item.span(2), "AWARD", "award.row", {"level": level}), None, None)
        for person in read_entries(clean.text, mentions, *item.span(1)):
            yield beside(clean, person, honour, sentence)


def _holders(text: str, mentions: Sequence[Mention], start: int, end: int, *, apart: bool) -> list[Recipient]:
    """Return whom ``start:end`` names: one person, with body and posts before the name, or team.

    Behind a dash (``apart``) they may be several or works, and a comma may go on about them.
    """
    comma = _comma(text, start, end) if apart else None
    more = read_entries(text, mentions, comma + 1, end) if comma else []
    if comma and more and all(each.kind == "person" and text[each.end - 1] == "）" for each in more):
        return [*_holders(text, mentions, start, comma, apart=True), *more]
    end = comma or end
    found = [each for each in find_recipients(text, mentions, start, end) if each.kind != "deictic"]
    people = [each for each in found if each.kind == "person"]
    if len(people) == 1 and people[0].end == end and "，" not in text[start:end]:
        return people
    if apart:
        return read_entries(text, mentions, start, end) or [each for each in found if each.kind == "work"]
    entries = [] if people else read_entries(text, mentions, start, end)
    return entries if len(entries) == 1 and entries[0].kind in ("person", "team") else []


def _comma(text: str, start: int, end: int) -> int | None:
    """Return where the first comma outside brackets stands."""
    at = text.find("，", start, end)
    while at >= 0 and text.count("（", start, at) > text.count("）", start, at):
        at = text.find("，", at + 1, end)
    return at if at >= 0 else None


def read_honours(text: str, awards: Sequence[Mention], start: int, end: int, *, row: bool) -> list[Honour]:
    """Return the honours that fill ``start:end``, joined by marks of a list; nothing where anything else is there."""
    found: list[Honour] = []
    position = start
    while position <= end:
        mark = _MARK.search(text, position, end)
        stop = mark.start() if mark else end
        if text[position:stop].strip():
            giver = _GIVER_BEFORE.match(text, position, stop)
            piece = _PIECE.fullmatch(text, giver.end() if giver else position, stop)
            name = strip_marks(piece.group(1)) if piece else ""
            piece = None if _GIVEN.search(name) else piece
            contest = names_contest(name) and piece is not None and piece.group(2) is not None
            own = _mention(awards, piece.start(1), piece.end(1)) if piece else None
            levelled = own is not None and (
                own.rule != "award.row" or _SCOPE.match(text, own.start) or _MERIT.fullmatch(name)
            )
            if piece is None or own is None or not levelled:
                return found if row else []
            if not (contest or names_honour(name) or _MARKED.fullmatch(text, position, stop)):
                return found if row else []
            found.append(Honour(own, None, piece.group(2)))
        position = stop + 1
    return found


def _mention(awards: Sequence[Mention], start: int, end: int) -> Mention:
    """Return the mention of the honour at ``start:end``: the tagged one where it covers the same words."""
    at = bisect_left(awards, start, key=lambda award: award.start)
    if at < len(awards) and awards[at].start == start and awards[at].end >= end:
        return awards[at]
    return Mention(start, end, "AWARD", "award.row", {})
