"""Honours given to names on the lines below: award decisions, rolls of honour, portraits of the chosen.

Enters: the clean text, its mentions and the honours no sentence has linked. Leaves: frames, one a name.
A head names the honour, by its mention or by its form; the lines below it are its roll until a line that is no entry
or a head of its depth; placings and groups (一等奖, 集体) label the lines inside. Next: ``awards``.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from unionie.clean.types import Block, CleanText
from unionie.frames import AwardFrame, Mention, Sentence
from unionie.link.award_columns import link_columns
from unionie.link.award_entries import Columns, names_columns, read_columns, read_entries, read_row
from unionie.link.award_heads import (
    LEAD,
    PLACING,
    counts_group,
    depth_of,
    is_known,
    is_proposal,
    names_group,
    names_honour,
    read_contest,
    read_contest_title,
    read_group,
    read_head,
    read_placing,
    read_placings,
    read_prize,
    refuses,
)
from unionie.link.award_names import Honour, group_honours, strip_marks
from unionie.link.award_rows import link_rows
from unionie.link.recipients import Recipient, find_recipients
from unionie.values.types import Time

_HEADER = re.compile(
    "[\\s　]*(?:附件?[0-9一二三]?[：:]?)?(?:荣获|获)?(?:[（(]?[一二三四五六七八九十0-9]+[、.．）)])?"
    "[\\s　“”◎●■★▲□◆○·\x00—【】-]*"
    "(?:荣获|获得|授予|表彰|获)?(?:[0-9]{4}年度?)?[“”\x00]*"
    "(?:获得者|获奖者|获奖|获得|名单|光荣|荣誉|称号|单位|集体|个人|班组|团队|人员|选手|职工|家庭"
    "|[（(]?(?:共)?[0-9一二三四五六七八九十]+[名个人家位项件篇](?:单位|个|人)?[）)]?"
    "|[（(][^（）()]{0,24}[）)]|决定|表|的(?:是|有)|：|:|\\s|　|】)*"
)
_GIVES = re.compile(
    "(?:授予|表彰|命名|追授|评为|颁发|获)[^。]*(?:下列|以下|如下|名单)|(?:名单如下|如下|名单)[：:]?$|授予[^。]*[：:]$"
)
_CHOSEN = re.compile("揭晓|当选|评选结果|获此殊荣|颁奖|发布")
_BULLET = re.compile("[◎●■★▲□◆○◇☆▶➤]")
_OPENING = ("title", "subtitle", "byline", "dateline")
_DATE = re.compile(
    "[（(]?[0-9〇零一二三四五六七八九十]{4}年[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}日[）)]?"
)
_VACANT = re.compile(f"[\\s　]*{PLACING}[\\s　：:]*空缺[\\s　。]*")
# A line that says who made the work above it.
_DETAIL = re.compile(
    "[\\s　]*(?:主要|第一)?(?:完成单位|完成人|完成者|作者|申报单位|选送单位|报送单位|主创人员?|指导教师)[：:]"
)
# A paragraph that announces the winners of a prize named in it: 年度“甲奖”同日颁奖。获奖名单：
_ANNOUNCED = re.compile("“([^“”\\n]{2,20})”[^“”\\n]{0,60}(?:名单|结果)(?:如下)?[：:]?\\s*$")
_LONGEST_HEAD = 60
_GENERIC = 6  # characters of a head that may be short for an honour named before, so many characters back
_NEAR = 800
_LONGEST_LINE = 600  # a longer one announces no list
_LABEL = 8  # characters
_BRACKETED = re.compile("[（(][^（）()]*[）)]")
# How many lines without an entry may stand between a contest's announcement and its first placing.
_PREAMBLE = 30


class Entry(NamedTuple):
    """One line of a roll: its block, whom it names, the placing in force, and whether it is a portrait."""

    number: int
    recipients: list[Recipient]
    rank: str | None
    portrait: bool


def link_lists(
    clean: CleanText,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    awards: Sequence[Mention],
    times: Sequence[Time],
    *,
    linked: Sequence[int],
) -> list[AwardFrame]:
    """Return the frames of honours whose recipients stand below them, or beside them on the lines of a list."""
    if any(block.kind == "title" and is_proposal(clean.text[block.start : block.end]) for block in clean.blocks):
        return []
    by_block = {sentence.block: sentence for sentence in reversed(sentences)}
    frames = link_columns(clean, mentions)
    columns = {frame.sentence.block for frame in frames}
    rows_beside = link_rows(clean, by_block, mentions, awards, linked=linked)
    frames += (frame for frame in rows_beside if frame.sentence.block not in columns)
    done = {*linked, *(frame.award.start for frame in frames)}
    rows = {frame.sentence.block for frame in frames}
    awards = [award for award in awards if not names_group(clean.text[award.start : award.end])]
    heads = [head for head in _headers(clean, mentions, awards) if _block_of(clean, head) not in rows]
    awards = sorted([*awards, *heads], key=lambda award: award.start)
    for award in awards:
        index = _block_of(clean, award)
        block = clean.blocks[index]
        contest = award.rule == "award.contest"
        formed = award.rule in ("award.contest", "award.header")
        goes_on = award.start not in done or clean.text[block.start : block.end].rstrip().endswith(("：", "如下"))
        if not goes_on or (block.kind in _OPENING and not formed):
            continue
        named = group_honours(clean.text, [award], block.start)
        if contest:
            named = [[Honour(award, None, None)]]
        for entry in _entries(clean, mentions, awards, index, award) if named else ():
            frames.extend(_entry_frames(clean, by_block, entry, honour=named[0][0], time=_block_time(times, block)))
    return frames


def _block_of(clean: CleanText, award: Mention) -> int:
    return bisect_right(clean.blocks, award.start, key=lambda block: block.start) - 1


def _headers(clean: CleanText, mentions: Sequence[Mention], awards: Sequence[Mention]) -> list[Mention]:
    """Return mentions for lines that head a roll: with an honour named elsewhere, or by their form."""
    names = {strip_marks(clean.text[award.start : award.end]): award for award in awards}
    found = []
    for number, block in enumerate(clean.blocks):
        if block.end - block.start < 4 or _holds(awards, block) or "\t" in clean.text[block.start : block.end]:
            continue
        line = clean.text[block.start : block.end]
        contest = (
            read_contest(line) or read_contest_title(line, _next_line(clean, number))
            if len(line) <= _LONGEST_HEAD
            else None
        )
        if contest:
            start, end = block.start + contest.start, block.start + contest.end
            found.append(Mention(start, end, "AWARD", "award.contest", {}))
            continue
        announced = _ANNOUNCED.search(line) if len(line) <= _LONGEST_LINE else None
        if announced and names_honour(announced.group(1)):
            start, end = block.start + announced.start(1), block.start + announced.end(1)
            found.append(Mention(start, end, "AWARD", "award.header", {}))
            continue
        head = read_head(line) if block.kind != "furniture" else None
        if head and (not head.signed or _names_body(clean, mentions, block.start + head.start, block.start + head.end)):
            continue
        if head and (block.kind not in _OPENING or line.rstrip(" 　：").endswith(("名单", "）", "获得者"))):
            start, end = block.start + head.start, block.start + head.end
            known = _named_in_full(clean.text, awards, start, end) or names.get(strip_marks(clean.text[start:end]))
            found.append(Mention(start, end, "AWARD", "award.header", known.attrs if known else {}))
            continue
        for name, award in names.items() if len(line) <= 50 and block.kind not in ("title", "subtitle") else ():
            at = line.find(name)
            if at >= 0 and len(name) >= 4:
                if _HEADER.fullmatch(line[:at] + "\x00" + line[at + len(name) :]):
                    start = block.start + at
                    found.append(Mention(start, start + len(name), "AWARD", "award.header", award.attrs))
                break
    return found


def _named_in_full(text: str, awards: Sequence[Mention], start: int, end: int) -> Mention | None:
    """Return the last honour before a head that the head's words end: 一、先进集体 behind 授予…“临溪县先进集体”称号."""
    words = strip_marks(text[start:end])
    first, last = (bisect_left(awards, at, key=lambda award: award.start) for at in (start - _NEAR, start))
    for award in reversed(awards[first:last] if len(words) <= _GENERIC else ()):
        name = strip_marks(str(award.attrs.get("name") or text[award.start : award.end]))
        if name.endswith(words) and len(name) > len(words):
            return Mention(award.start, award.end, award.label, award.rule, {**award.attrs, "name": name})
    return None


def _next_line(clean: CleanText, number: int) -> str:
    """Return the next line that is not empty."""
    lines = (clean.text[below.start : below.end] for below in clean.blocks[number + 1 : number + 4])
    return next((line for line in lines if line.strip()), "")


def _names_body(clean: CleanText, mentions: Sequence[Mention], start: int, end: int) -> bool:
    """Tell whether the words name somebody, or end as the name of a body: they head no roll."""
    first = bisect_left(mentions, start, key=lambda mention: mention.start)
    known = is_known(clean.text[start:end])
    inside = [m for m in mentions[first : first + 8] if m.start < end]
    return any(m.label == "PERSON" or (m.label == "ORG" and m.end >= end and not known) for m in inside)


def _entries(
    clean: CleanText, mentions: Sequence[Mention], awards: Sequence[Mention], index: int, award: Mention
) -> Iterator[Entry]:
    """Yield the lines that list the recipients of ``award``: the rest of its own line, and those below."""
    block = clean.blocks[index]
    if block.end - block.start > _LONGEST_LINE:
        return
    head = clean.text[block.start : block.end]
    outside = head[: award.start - block.start] + "\x00" + head[award.end - block.start :]
    formed = award.rule in ("award.header", "award.contest")
    announced = _ANNOUNCED.search(head)
    below = announced is not None and announced.start(1) <= award.start - block.start < announced.end(1)
    gives = _GIVES.search(head) is not None and head.rstrip().endswith(("：", "名单", "如下"))
    given = not refuses(outside) and (gives or _HEADER.fullmatch(outside) is not None)
    listing = formed or below or given
    portraits = not listing and _CHOSEN.search(head) is not None and _BULLET.match(head.lstrip()) is None
    if portraits:
        yield from _portraits(clean, mentions, index)
        return
    if not listing:
        return
    beside = read_head(head) if formed else None
    if beside and beside.rest is not None:
        stop = clean.text.find("。", block.start + beside.rest, block.end)
        end = stop if stop > 0 else block.end
        yield Entry(index, read_entries(clean.text, mentions, block.start + beside.rest, end), None, False)
        return
    yield from _roll(clean, mentions, awards, index, contest=award.rule == "award.contest")


def _portraits(clean: CleanText, mentions: Sequence[Mention], index: int) -> Iterator[Entry]:
    """Yield the bulleted lines below the announcement of the chosen."""
    seen = 0
    for number in range(index + 1, len(clean.blocks)):
        below = clean.blocks[number]
        line = clean.text[below.start : below.end]
        if not line.strip() or below.kind == "furniture":
            continue
        if _BULLET.match(line.lstrip()):
            seen += 1
            yield Entry(number, _portrayed(clean.text, mentions, below), None, True)
        elif seen or number - index > 4:
            return


def _roll(
    clean: CleanText, mentions: Sequence[Mention], awards: Sequence[Mention], index: int, *, contest: bool
) -> Iterator[Entry]:
    """Yield the entries below a head, each with the placing that its line or a line above it sets."""
    block = clean.blocks[index]
    depth = depth_of(clean.text[block.start : block.end])
    rank: str | None = None
    seen = 0
    columns: Columns | None = None
    for number in range(index + 1, len(clean.blocks)):
        below = clean.blocks[number]
        line = clean.text[below.start : below.end]
        if not line.strip() or below.kind == "furniture" or _DETAIL.match(line) or _VACANT.fullmatch(line):
            continue
        columns = (columns or read_columns(line)) if below.kind == "table_row" else None
        if names_columns(line) and not columns:
            continue
        if columns:
            placed, named = read_row(clean.text, below.start, below.end, columns)
            if not read_columns(line):
                yield Entry(number, named, clean.surface[slice(*placed)] if placed else rank, False)
            continue
        inline = [] if not contest or read_placing(line) else read_placings(line)
        for first, last, behind, until in inline:
            named = read_entries(clean.text, mentions, below.start + behind, below.start + until)
            rank = clean.surface[below.start + first : below.start + last]
            seen += len(named)
            yield Entry(number, named, rank, False)
        if inline:
            continue
        start = 0
        opening = read_group(line) or 0
        placing = read_placing(line[opening:]) or (
            read_prize(line[opening:]) if seen and rank and not _holds(awards, below) else None
        )
        if placing:
            first = below.start + opening
            rank, start = clean.surface[first + placing[0] : first + placing[1]], opening + placing[2]
        elif not (contest and rank is None) and (_ends_roll(line, depth) or _holds(awards, below)):
            return
        group = read_group(line[start:])
        start += group or 0
        if (placing or group is not None) and not line[start:].strip():
            continue
        entries = _detailed(clean, mentions, number, start) or read_entries(
            clean.text, mentions, below.start + start, below.end, row=below.kind == "table_row"
        )
        if not entries and (placing or _labels_group(line, depth) or (contest and _is_followed(clean, number))):
            continue
        if contest and rank is None:
            if number - index > _PREAMBLE:
                return
            continue
        if not entries or _signs(clean, number):
            if below.kind == "table_row" and not seen:
                continue
            return
        seen += 1
        yield Entry(number, entries, rank, False)


def _is_followed(clean: CleanText, number: int) -> bool:
    """Tell whether a short line labels the placing that the next one opens with: （二）机器人足球（团体）."""
    words = _BRACKETED.sub("", _words(clean, number))
    return 1 < len(words) <= _LABEL and words.isalpha() and read_placing(_next_line(clean, number)) is not None


def _detailed(clean: CleanText, mentions: Sequence[Mention], number: int, opening: int) -> list[Recipient]:
    """Return the work that a line names by itself where the next one says who made it: 完成单位：某公司."""
    block = clean.blocks[number]
    below = next((b for b in clean.blocks[number + 1 : number + 4] if clean.text[b.start : b.end].strip()), None)
    detail = _DETAIL.match(clean.text, below.start, below.end) if below else None
    lead = LEAD.match(clean.text, block.start + opening, block.end)
    start = lead.end() if lead else block.start + opening
    end = start + len(clean.text[start : block.end].rstrip())
    if detail is None or below is None or end - start < 4 or re.search("[，。；：（\t]", clean.text[start:end]):
        return []
    makers = [r for r in find_recipients(clean.text, mentions, detail.end(), below.end) if r.kind == "organization"]
    return [Recipient(start, end, (start, end), "work", makers[0].name if makers else None)]


def _ends_roll(line: str, depth: int | None) -> bool:
    """Tell whether a line heads something else: a number of the head's depth, or words for what is not given."""
    own = depth_of(line)
    if depth is not None and own is not None and own <= depth:
        return True
    return len(line) <= 30 and refuses(line) and (own is not None or line.rstrip().endswith(("：", "单")))


def _labels_group(line: str, depth: int | None) -> bool:
    """Tell whether a line without names labels a part of the roll: （一）企业职工 below 一、劳动模范, or 追授：."""
    words = line.strip(" 　")
    own = depth_of(line)
    deeper = own is not None and depth is not None and own > depth
    labelled = counts_group(line) or (len(words) <= 8 and words.endswith("："))
    return labelled or (deeper and len(words) <= 24 and "。" not in words)


def _signs(clean: CleanText, number: int) -> bool:
    """Tell whether the line is in the signature of a document: a date alone is next, or behind another issuer."""
    issuers = "".join(clean.text[block.start : block.end] for block in clean.blocks[: max(0, min(6, number - 2))])
    words = _words(clean, number)
    if "：" in words:
        return False
    for step, below in enumerate(range(number + 1, min(number + 6, len(clean.blocks)))):
        line = _words(clean, below)
        if line and _DATE.fullmatch(line):
            return step == 0 or words in issuers
        if line and line not in issuers:
            return False
    return False


def _words(clean: CleanText, number: int) -> str:
    block = clean.blocks[number]
    return clean.text[block.start : block.end].strip()


def _holds(awards: Sequence[Mention], block: Block) -> bool:
    at = bisect_left(awards, block.start, key=lambda award: award.start)
    return at < len(awards) and awards[at].start < block.end


def _portrayed(text: str, mentions: Sequence[Mention], block: Block) -> list[Recipient]:
    """Return whom a portrait is of: who opens its line."""
    found = [r for r in find_recipients(text, mentions, block.start, block.end) if r.kind not in ("deictic", "work")]
    lead = text[block.start : found[0].start] if found else "——"
    return found[:1] if len(lead.strip("◎●■★▲□◆○◇☆▶➤ 　“”·")) <= 2 else []


def _block_time(times: Sequence[Time], block: Block) -> Time | None:
    first = bisect_left(times, block.start, key=lambda time: time.start)
    dated = [t for t in times[first : first + 20] if t.end <= block.end and t.kind in ("date", "range")]
    return dated[0] if dated else None


def _entry_frames(
    clean: CleanText,
    by_block: dict[int, Sentence],
    entry: Entry,
    *,
    honour: Honour,
    time: Time | None,
) -> list[AwardFrame]:
    block = clean.blocks[entry.number]
    return [
        AwardFrame(
            recipient="".join(clean.surface[slice(*recipient.name)].split()),
            recipient_type=recipient.kind,
            affiliation=clean.surface[slice(*recipient.affiliation)] if recipient.affiliation else None,
            award=honour.mention,
            name=honour.name(clean.text, clean.surface),
            rank=entry.rank or honour.placing(clean.text, clean.surface),
            level=honour.mention.attrs.get("level"),
            grantor=None,
            time=time,
            sentence=by_block.get(entry.number, Sentence(block.start, block.end, entry.number)),
            rule="award.portrait" if entry.portrait else "award.roll",
            confidence=0.85 if entry.portrait else 0.9,
        )
        for recipient in entry.recipients
    ]
