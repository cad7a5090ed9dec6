"""Whom a line of an outline names: the names of a list, the row of a table, a work and who made it.

Enters: a stretch of clean text and what is in force there. Leaves: ``Recipient`` tuples. Next: ``outline``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from unionie.frames import Mention
from unionie.link.honours.headings import LEAD, PLACING
from unionie.link.honours.recipients import SCHOOLS, Recipient, find_recipients, team_of
from unionie.link.posts.name_forms import ORG_END, employer_in, looks_like_name
from unionie.link.posts.words import title_kind
from unionie.link.rolls.entries import read_entries
from unionie.link.rolls.lines import Cell, Columns, read_cells

__all__ = ["Row", "marked_at", "number_word", "read_credited", "read_names", "read_table_row", "without_tail"]

_NUMBER = re.compile("[0-9]{1,2}")
_PLACED = re.compile(f"{PLACING}|[特一二三四]等")
# A score, those who guided or wrote, at the end of a line.
_TAIL = re.compile(
    "[　 \t|]+(?:作者|指导[教老]师|指导|编辑|主创人员?|(?:主要)?完成人)[：:].*$|[（(]指导[^（）()]*[）)]"
    "|，(?:各|均|每[个名家])?奖(?:励|金)?[0-9.]+[万千]?元[；。]?$|并列$|（并列）$"
    "|(?:[　 \t]+|(?<=[）)]))[0-9][0-9.:：秒分时′″米厘]*(?:分|秒[0-9]*|米|票|环)?$"
)
_ASIDE = re.compile("[（(][^（）()]*[）)]$")
_SENT = re.compile("(?:选送|报送|推荐|申报|完成|参赛|所在)单位[：:]")
_NAME = re.compile("([^、（）()]+?)(?:[（(][^（）()]*[）)])?(?:、|$)")
_MADE = re.compile("(?:主要|第一)?(?:完成|申报|选送|报送|推荐|作者)?单位[：:][ 　]*")
_TITLE = re.compile("(?:项目|成果|课题|作品|论文|案例)名称[：:]")
_CREDIT = re.compile("[\\s　]*(?:主要|第一)?(?:完成|申报|选送|报送)单位[：:]")
_LISTED = re.compile("[\\s　]*[0-9]{1,3}(?:[.．、]|[ 　\t]+)")  # the number of a work
# A body before what somebody is there: 云州轴承厂|车工.
_HOUSE = re.compile("[一-鿿（）]{2,24}(?:公司|集团|[厂矿院局校站段场所社]|[中小大]学|银行|中心)(?=[一-鿿]{2,4}$)")
_DASH = re.compile("[ 　]*(?:——|--)[ 　]*")
_SCHOOL = re.compile(f"[一-鿿]{{1,6}}(?:{SCHOOLS})")  # 县一中
_MAY_BE_NAME = re.compile("[一-鿿·]{2,4}")  # of a rare surname, between names that are sure
_SAME = 4  # mentions that may begin at one place
_SHORTEST_BODY = 3  # characters
# A unit of the body beside it, and what only a body has.
_UNIT = re.compile(
    "[一-鿿0-9A-Za-z“”]{1,14}?(?:班组?|科室?|室|组|部|(?<!代表)队|车间|工段|工区|股|庭|岗|窗口|柜台?|小组)"
)
_OUTER = re.compile(
    "公司|集团|学校|[中小大]学|银行|工会|委员会|中心|[局院厂矿站场馆所段校](?!.?[队班组]$)|[省市县区乡镇村]"
)
_LONG = 6  # characters of a work beside its body and those who made it
_SHORTEST = 4  # characters of a work without marks


class Row(NamedTuple):
    """The row of a table: its placing with where that stands, and whom it names."""

    rank: str | None
    rank_at: Cell | None
    recipients: list[Recipient]


def read_names(
    text: str, mentions: Sequence[Mention], start: int, end: int, *, graded: bool, table: bool
) -> list[Recipient]:
    """Return whom a line without columns names.

    ``graded`` where a placing is in force, ``table`` where the line is the row of a table.
    """
    cells = read_cells(text, start, end)
    work = _dashed(text, start, end) if graded else None
    paired = work or _paired(text, mentions, start, end, cells)
    if paired:
        return [paired]
    several = _pairs(text, cells)
    if several:
        return several
    work = _work_of(text, cells) if graded else None
    if work:
        return [work]
    found = read_entries(text, mentions, start, end, row=table)
    if not found:
        return _alone(text, cells)
    if "《" in text[start:end] and len(cells) > 2 and len(found) != len(cells):
        return [each for each in found if each.kind == "person"][:1] or found
    return found


def _paired(text: str, mentions: Sequence[Mention], start: int, end: int, cells: list[Cell]) -> Recipient | None:
    """Return the person or unit of a line that sets it beside its body: 某集团——甲, ◆某公司　检修班."""
    lead = LEAD.match(text, start, end)
    start = lead.end() if lead else start
    dash = _DASH.search(text, start, end)
    if dash is None and len(cells) != 2:
        return None
    one = (start, dash.start() if dash else cells[0][1])
    two = (dash.end(), cells[-1][1]) if dash else cells[1]
    for body, whom in ((one, two), (two, one)) if dash else ((one, two),):
        if (
            "：" in text[slice(*body)]
            or not ORG_END.search(text, *body)
            or body[1] - body[0] < _SHORTEST_BODY
            or _UNIT.fullmatch(text, *body)
        ):
            continue
        words = text[slice(*whom)]
        if _UNIT.fullmatch(words) and not _OUTER.search(words):
            return Recipient(start, end, whom, "team", body)
        named = dash and marked_at(mentions, whom, "PERSON")
        if named or (dash and looks_like_name("".join(words.split()))):
            return Recipient(start, end, whom, "person", body)
    return None


def _pairs(text: str, cells: list[Cell]) -> list[Recipient]:
    """Return the persons of a line that sets names and their bodies side by side: 甲　某厂钳工　乙（女）　某局护士."""
    if len(cells) < 4 or len(cells) % 2:
        return []
    found = []
    sure = 0
    for who, where in zip(cells[::2], cells[1::2], strict=True):
        start, stop, _ = _opening(text, who)
        house = _HOUSE.match(text, *where)
        school = _SCHOOL.fullmatch(text, *where)
        body = employer_in(text, *where) or (where if school else house.span() if house else None)
        name = "".join(text[start:stop].split())
        known = looks_like_name(name, rare=True)
        if body is None or not (known or _MAY_BE_NAME.fullmatch(name)) or ORG_END.search(name):
            return []
        sure += known
        found.append(Recipient(start, where[1], (start, stop), "person", body))
    return found if 2 * sure >= len(found) else []


def marked_at(mentions: Sequence[Mention], at: Cell, *labels: str) -> Mention | None:
    """Return the mention that covers just those characters, if its label is one of these."""
    first = bisect_left(mentions, at[0], key=lambda mention: mention.start)
    here = takewhile(lambda mention: mention.start == at[0], mentions[first : first + _SAME])
    return next((each for each in here if each.end == at[1] and each.label in labels), None)


def _opening(text: str, cell: Cell) -> tuple[int, int, int]:
    """Return where the name of a cell starts, behind a number, where it ends, before a bracket, and the cell's end."""
    start, end = cell
    lead = LEAD.match(text, start, end)
    start = lead.end() if lead else start
    aside = _ASIDE.search(text, start, end)
    return start, aside.start() if aside else end, end


def _alone(text: str, cells: list[Cell]) -> list[Recipient]:
    """Return the name that opens a line whose form tells no more: a person beside a post."""
    start, stop, _ = _opening(text, cells[0])
    name = "".join(text[start:stop].split())
    posted = len(cells) > 1 and title_kind(text[slice(*cells[1])]) is not None  # beside a post nobody is a section
    if len(cells) > 1 and looks_like_name(name, rare=posted and employer_in(text, *cells[1]) is not None):
        return [Recipient(start, cells[-1][1], (start, stop), "person", employer_in(text, *cells[1]))]
    return []


def _work_of(text: str, cells: list[Cell]) -> Recipient | None:
    """Return the work that opens a line where the body that made it stands beside it: 甲工艺　某厂　乙、丙."""
    if len(cells) < 2 or not all(looks_like_name("".join(text[slice(*cell)].split())) for cell in cells[3:]):
        return None
    start, stop, end = _opening(text, cells[0])
    name = "".join(text[start:stop].split())
    maker = _opening(text, _without_label(text, cells[1]))
    made = len(name) > 4 and ORG_END.search(text, maker[0], maker[1]) and not ORG_END.search(name)
    if not made or re.search("[，。：；、]", name) or looks_like_name(name) or (len(cells) > 2 and len(name) < _LONG):
        return None
    return Recipient(start, end, (start, stop), "work", _without_label(text, cells[1]))


def _dashed(text: str, start: int, end: int) -> Recipient | None:
    """Return the work of a line that sets two dashes around those who made it: 某工艺——甲、乙——某厂."""
    dashes = list(_DASH.finditer(text, start, end))
    lead = LEAD.match(text, start, end)
    start = lead.end() if lead else start
    if len(dashes) != 2 or dashes[0].start() - start < _LONG or ORG_END.search(text, start, dashes[0].start()):
        return None
    names = [_ASIDE.sub("", each) for each in re.split("[、，]", text[dashes[0].end() : dashes[1].start()])]
    body = (dashes[1].end(), end)
    if not all(looks_like_name("".join(each.split()), rare=True) for each in names) or not ORG_END.search(text, *body):
        return None
    at = (start, dashes[0].start())
    return Recipient(start, end, at, "work", body)


def _without_label(text: str, cell: Cell) -> Cell:
    """Return a cell without the word for what it holds: 完成单位：|某公司."""
    label = _MADE.match(text, *cell)
    return (label.end(), cell[1]) if label else cell


def read_table_row(text: str, cells: list[Cell], columns: Columns, *, whole: bool) -> Row:
    """Return what a row of a table holds; a first cell that is left out goes on with the placing above.

    ``whole`` where cells that hold nothing are among the cells.
    """
    nothing = Row(None, None, [])
    merged = not whole and len(cells) == columns.width - 1 and columns.places.get("rank") == 0
    cell = {kind: cells[at - merged] for kind, at in columns.places.items() if 0 <= at - merged < len(cells)}
    rank = None if merged else cell.get("rank")
    rank = rank if rank and rank[0] < rank[1] else None  # left empty, it goes on too
    words = text[slice(*rank)] if rank else ""
    number = _NUMBER.fullmatch(words)
    if rank and not number and not _PLACED.fullmatch(words):
        return nothing
    placing = f"第{number_word(words)}名" if number else words or None
    return Row(placing, rank, _of_cells(text, cell))


def _of_cells(text: str, cell: dict[str, Cell]) -> list[Recipient]:
    cell = {kind: each for kind, each in cell.items() if each[0] < each[1]}
    if "work" in cell:
        return [Recipient(*cell["work"], cell["work"], "work", cell.get("unit"))]
    kind = next((kind for kind in ("name", "team", "unit") if kind in cell), None)
    if kind is None:
        return []
    if kind == "name":
        unit = cell.get("unit")
        if unit and not ORG_END.search(text, *unit):
            unit = employer_in(text, *unit)
        return [Recipient(*name, name, "person", unit) for name in _each_name(text, *cell["name"])]
    start, end = cell[kind]
    aside = _ASIDE.search(text, start, end)
    stop = aside.start() if aside else end
    sort, body = team_of(text[start:stop], start)
    whole = cell.get("unit") if kind == "team" else None
    return [Recipient(start, end, (start, stop), sort if body or not whole else "team", whole or body)]


def _each_name(text: str, start: int, end: int) -> Iterator[Cell]:
    """Yield the names of a cell, without their brackets: 粟敏、瞿海（女）."""
    for match in _NAME.finditer(text, start, end):
        yield match.span(1)


def read_credited(text: str, mentions: Sequence[Mention], start: int, end: int, below: Cell) -> list[Recipient]:
    """Return the work that a line names by itself where the line ``below`` says who made it.

    That line says so by its label, 完成单位：某公司, or sets a body and names below a numbered work: 某一中　甲　乙.
    """
    credit = _CREDIT.match(text, *below)
    lead = LEAD.match(text, start, end)
    listed = _LISTED.match(text, start, end)
    first = max(each.end() if each else start for each in (lead, listed))
    named = _TITLE.match(text, first, end)
    first = named.end() if named else first
    words = text[first:end].rstrip(" 　")
    if len(words) < _SHORTEST or re.search("[，。；（\t]" if listed else "[，。；：（\t]", words):
        return []
    at = (first, first + len(words))
    if credit is None:
        maker = _made_by(text, below) if listed and not ORG_END.search(words) else None
        return [Recipient(*at, at, "work", maker)] if maker else []
    makers = [each for each in find_recipients(text, mentions, credit.end(), below[1]) if each.kind == "organization"]
    return [Recipient(*at, at, "work", makers[0].name if makers else None)]


def _made_by(text: str, line: Cell) -> Cell | None:
    """Return the body of a line that holds only it and names: 某一中　甲　乙　等."""
    cells = read_cells(text, *line)
    names = ["".join(text[slice(*cell)].split()) for cell in cells[1:]]
    if not names or _LISTED.match(text, *line) or not ORG_END.search(text, *cells[0]):
        return None
    return cells[0] if all(name == "等" or looks_like_name(name, rare=True) for name in names) else None


def number_word(words: str) -> str:
    """Return the Chinese numeral of a placing's number: 1 and ① are 一."""
    number = ord(words) - ord("①") + 1 if "①" <= words <= "⑳" else int(words)
    tens, ones = divmod(number, 10)
    numerals = " 一二三四五六七八九"
    return (("" if tens == 1 else numerals[tens]) + "十" if tens else "") + numerals[ones].strip()


def without_tail(text: str, start: int, end: int) -> int:
    """Return where the names of a line end, before a score and those who guided or wrote; not before who sent it."""
    if _SENT.search(text, start, end):
        return end
    cut = _TAIL.search(text, start, end)
    while cut and cut.end() == end:
        end = cut.start()
        cut = _TAIL.search(text, start, end)
    return end
