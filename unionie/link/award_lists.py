"""Honours given to names on the lines below: award decisions, rolls of honour, portraits of the chosen.

Enters: the clean text, its mentions and the honours no sentence has linked. Leaves: frames, one a name.
Next: ``awards``.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from unionie.clean.types import Block, CleanText
from unionie.frames import AwardFrame, Mention, Sentence
from unionie.link.award_names import Honour, group_honours, strip_marks
from unionie.link.posts import Extent, title_kind
from unionie.link.recipients import Recipient, find_recipients, team_of
from unionie.link.unmarked import looks_like_name
from unionie.values.types import Time

_HEADER = re.compile(
    "[\\s　]*(?:附件?[0-9一二三]?[：:]?)?(?:荣获|获)?(?:[（(]?[一二三四五六七八九十0-9]+[、.．）)])?"
    "[\\s　“”◎●■★▲□◆○·\x00—-]*"
    "(?:荣获|获得|授予|表彰|获)?(?:[0-9]{4}年度?)?(?:拟)?[“”\x00]*"
    "(?:获得者|获奖者|获奖|获得|名单|光荣|荣誉|称号|单位|集体|个人"
    "|[（(]?(?:共)?[0-9一二三四五六七八九十]+[名个人家位项件篇](?:单位|个|人)?[）)]?"
    "|[（(][^（）()]{0,16}[）)]|公示|决定|表|：|:|\\s|　)*"
)
_GIVES = re.compile(
    "(?:授予|表彰|命名|追授|评为|颁发|获)[^。]*(?:下列|以下|如下|名单)|(?:名单如下|如下|名单)[：:]?$|授予[^。]*[：:]$"
)
_CHOSEN = re.compile("揭晓|当选|评选结果|获此殊荣|颁奖|发布")
_BULLET = re.compile("[◎●■★▲□◆○◇☆▶➤]")
_CHUNK = re.compile("[^、，；。：\\s　\t]+")
_ORG_END = re.compile(
    "(?:公司|集团|局|委员会|医院|法院|检察院|学院|大学|学校|中学|小学|幼儿园|研究院|院|厂|矿|中心|银行|支行|工会|政府|街道|乡|镇|社区|村|馆|站|所|办|社|班组?|科|室|庭|队|组|车间|部|会|委|处|园|协会|办事处)$"
)
_NO_NAME = re.compile(
    "[男女]|性别|姓名|民族|序号|单位|工作单位.*|职务|备注|[一-鿿]{1,4}族|(?:[一二三特]等奖|名单|如下)"
)
_PERSON = re.compile("[一-鿿·]{2,4}(?:（[^（）]{1,12}）)?")


def link_lists(
    clean: CleanText,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    awards: Sequence[Mention],
    times: Sequence[Time],
    *,
    linked: Sequence[int],
) -> list[AwardFrame]:
    """Return the frames of honours whose recipients stand on the lines below them."""
    done = set(linked)
    awards = sorted([*awards, *_headers(clean, awards)], key=lambda award: award.start)
    starts = [block.start for block in clean.blocks]
    frames: list[AwardFrame] = []
    by_block = {sentence.block: sentence for sentence in reversed(sentences)}
    for award in awards:
        index = bisect_right(starts, award.start) - 1
        block = clean.blocks[index]
        if award.start in done or block.kind in ("title", "subtitle", "byline", "dateline"):
            continue
        lines = _lines_below(clean, mentions, awards, index, award)
        named = group_honours(clean.text, [award], block.start)
        for number in lines if named else ():
            honour = named[0][0]
            frames.extend(
                _line_frames(clean, by_block, mentions, number, honour=honour, time=_block_time(times, block))
            )
    return frames


def _headers(clean: CleanText, awards: Sequence[Mention]) -> list[Mention]:
    """Return mentions for lines that name again, as the head of a list, an honour that the text names before."""
    names = {strip_marks(clean.text[award.start : award.end]): award for award in awards}
    covered = {award.start for award in awards}
    found = []
    for block in clean.blocks:
        if block.kind in ("title", "subtitle") or not 4 <= block.end - block.start <= 50:
            continue
        line = clean.text[block.start : block.end]
        for name, award in names.items():
            at = line.find(name)
            if at >= 0 and len(name) >= 4 and not any(block.start <= start < block.end for start in covered):
                if _HEADER.fullmatch(line[:at] + "\x00" + line[at + len(name) :]):
                    start = block.start + at
                    found.append(Mention(start, start + len(name), "AWARD", "award.header", award.attrs))
                break
    return found


def _lines_below(
    clean: CleanText, mentions: Sequence[Mention], awards: Sequence[Mention], index: int, award: Mention
) -> Iterator[int]:
    """Yield the indexes of the blocks below that list the recipients of ``award``."""
    block = clean.blocks[index]
    head = clean.text[block.start : block.end]
    outside = head[: award.start - block.start] + "\x00" + head[award.end - block.start :]
    listing = _HEADER.fullmatch(outside) is not None or (
        _GIVES.search(head) is not None and head.rstrip().endswith(("：", "名单", "如下", "："))
    )
    portraits = not listing and _CHOSEN.search(head) is not None and _BULLET.match(head.lstrip()) is None
    if not listing and not portraits:
        return
    seen = 0
    for number in range(index + 1, len(clean.blocks)):
        below = clean.blocks[number]
        line = clean.text[below.start : below.end]
        if not line.strip():
            continue
        if below.kind == "furniture":
            continue
        if portraits:
            if not _BULLET.match(line.lstrip()):
                if seen or number - index > 4:
                    return
                continue
        elif _holds(awards, below):
            return
        elif not _lists_names(clean.text, mentions, below):
            if below.kind == "table_row" and not seen:
                continue
            return
        seen += 1
        yield number


def _holds(awards: Sequence[Mention], block: Block) -> bool:
    at = bisect_left(awards, block.start, key=lambda award: award.start)
    return at < len(awards) and awards[at].start < block.end


def _lists_names(text: str, mentions: Sequence[Mention], block: Block) -> bool:
    line = text[block.start : block.end]
    if len(line) > 400 or "。" in line.rstrip()[:-1]:
        return False
    found = _line_recipients(text, mentions, block, portrait=False)
    return bool(found) and ("，" not in line or 2 * sum(r.end - r.start for r in found) >= len(line.strip()))


def _line_recipients(text: str, mentions: Sequence[Mention], block: Block, *, portrait: bool) -> list[Recipient]:
    """Return the recipients on a line: all of a list of names, the first of a portrait."""
    found = [r for r in find_recipients(text, mentions, block.start, block.end) if r.kind not in ("deictic", "work")]
    if portrait:
        lead = text[block.start : found[0].start] if found else "——"
        return found[:1] if len(lead.strip("◎●■★▲□◆○◇☆▶➤ 　“”·")) <= 2 else []
    if block.kind == "table_row":
        return _row_recipient(text, found, block)
    found.extend(_unmarked(text, found, block))
    return sorted(found)


def _row_recipient(text: str, found: Sequence[Recipient], block: Block) -> list[Recipient]:
    """Return the recipient of a table row: its person, marked or told by the form of a cell, else its organization."""
    people = [each for each in found if each.kind == "person"]
    if people:
        return people[:1]
    position = block.start
    for cell in text[block.start : block.end].split("\t"):
        name = cell.strip(" 　")
        if looks_like_name(name.replace("　", "").replace(" ", "")) and not _NO_NAME.fullmatch(name):
            start = position + cell.index(name)
            owner = next((each.name for each in found if each.start > start), None)
            return [Recipient(start, start + len(name), (start, start + len(name)), "person", owner)]
        position += len(cell) + 1
    return list(found[:1])


def _unmarked(text: str, found: Sequence[Recipient], block: Block) -> list[Recipient]:
    """Return the names of a list that no mention covers, told by their endings and length."""
    extra: list[Recipient] = []
    owner: Extent | None = None
    for chunk in _CHUNK.finditer(text, block.start, block.end):
        start, end = chunk.span()
        if any(r.start < end and start < r.end for r in found):
            owner = None
            continue
        word = chunk.group()
        if _ORG_END.search(word) and len(word) > 3:
            kind, affiliation = team_of(word, start)
            extra.append(Recipient(start, end, (start, end), kind, affiliation))
            owner = (start, end) if text[end : end + 1] in (" ", "　", "\t") else None
        elif _PERSON.fullmatch(word) and title_kind(word) is None and not _NO_NAME.fullmatch(word):
            if owner and extra:
                extra.pop()
            name_end = start + len(word.split("（")[0])
            extra.append(Recipient(start, end, (start, name_end), "person", owner))
            owner = None
    return extra


def _block_time(times: Sequence[Time], block: Block) -> Time | None:
    first = bisect_left(times, block.start, key=lambda time: time.start)
    dated = [t for t in times[first : first + 20] if t.end <= block.end and t.kind in ("date", "range")]
    return dated[0] if dated else None


def _line_frames(
    clean: CleanText,
    by_block: dict[int, Sentence],
    mentions: Sequence[Mention],
    number: int,
    *,
    honour: Honour,
    time: Time | None,
) -> list[AwardFrame]:
    block = clean.blocks[number]
    portrait = _BULLET.match(clean.text[block.start : block.end].lstrip()) is not None
    sentence = by_block.get(number, Sentence(block.start, block.end, number))
    return [
        AwardFrame(
            recipient="".join(clean.surface[slice(*recipient.name)].split()),
            recipient_type=recipient.kind,
            affiliation=clean.surface[slice(*recipient.affiliation)] if recipient.affiliation else None,
            award=honour.mention,
            name=honour.name(clean.text, clean.surface),
            rank=honour.placing(clean.text, clean.surface),
            level=honour.mention.attrs.get("level"),
            grantor=None,
            time=time,
            sentence=sentence,
            rule="award.portrait" if portrait else "award.roll",
            confidence=0.85 if portrait else 0.9,
        )
        for recipient in _line_recipients(clean.text, mentions, block, portrait=portrait)
    ]
