"""Lines and paragraph ends: which line ends a report means, and which a column's width made.

Enters: the folded text. Leaves: Lines, each with the decision whether the next one continues it.
Next: ``tables`` and ``blocks`` say what the joined lines are.

The decision is made for the whole report from its lengths, indents and blank lines, then line by line.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from unionie.clean.marks import heading_level

_LINE = re.compile(r"[^\n]+")
_SPACE = " \t\u3000"
_BARS = "|│┃║"
_FRAME = re.compile(r"[─━═┄┈┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝|│┃║+:\- \t\u3000]{3,}")  # the drawn lines of a table
_TERMINAL = re.compile(r"[。！？!?…：:；;][”’」』）)】》\"']*$|(?<!\d)[.]$")
_SENTENCE_END = re.compile(r"[。！？!?…][”’」』）)】》\"']*$")
_BROKEN_NUMBER = re.compile(r"\d[余多]?$|\d[.,]$")
_REST_OF_NUMBER = re.compile(r"[余多]?[十百千万亿](?!\w*、)|[%‰]|[余多][人名家户个件元次]")
_CLAUSE_INSIDE = re.compile(r"[。！？；，]")
_SENTENCE_INSIDE = re.compile(r"[。！？；]")
# A headline that says what it is about, in an official's words what kind of text it is at its end.
_ABOUT = re.compile(r"[\u3400-\u9fff（）]{0,30}关于[^，。；：！？\t]{4,40}$")
_GENRE = re.compile(
    r"(?:报告|通报|通知|公告|意见|决定|方案|总结|汇报|函|请示|批复|办法|细则|说明|建议|纪要|公示|命令|决议)(?:（[^（）]{1,20}）)?$"
)
_REST_OF_HEADLINE = re.compile(rf"(?![—（《〔“\d])[^，。；：！？ \t\u3000]{{1,28}}?的?{_GENRE.pattern}")
_BOTH = re.compile(r"(?:暨|及|和|与)[^，。；：！？\t]{2,28}(?:思路|计划|打算|安排|要点|报告|总结|方案)$")
# A headline that ends before the word for such a text, and that word alone; one that ends in the year of what is held.
_UNNAMED = re.compile(r"(?=.*\d{4}年)[^，。：；]{6,40}(?:发展|运行|执行|落实|完成|建设|使用|收支)$")
_BARE_GENRE = re.compile(
    r"(?:主要)?(?:统计|工作|基本|完成|执行|数据|情况|的)*(?:公报|公告|情况|报告|通报|总结|简报|数据)(?:[（(].{1,12}[）)])?$"
)
_OF_WHICH = re.compile(
    r"[^，。：；]{2,20}(?:召开|举[办行]|开展|发布|公布|部署|印发|通报)\d{4}年(?:度|第?[一二三四]季度|[上下]半年)?$"
)
# A committee that its term names, and its standing committee that reports: 第九届甲市委员会 / 常务委员会工作报告.
_COMMITTEE = re.compile(r"第[一二三四五六七八九十]{1,3}届[^，。：；]{0,12}委员会$")
_STANDING = re.compile(r"常务委员会[^，。：；]{0,12}(?:报告|要点|总结|计划)")
_OPEN_ENDED = re.compile(r"[^，。；：！？\t]{6,}(?:和|与|及|暨|的)$")  # 在某县人民代表大会会议上的 / 政府工作报告
_ONE_PHRASE = re.compile(r"(?![—（《〔“\d])[^，。：；！？ \t\u3000]{4,30}$")
_GAP = r"(?:\u3000|\t| (?=[ \u3000\t]))[ \u3000\t]*"  # between cells: an ideographic space, a tab, or several spaces
_CELL_GAP = re.compile(_GAP)
_OPENERS = "（《“【(〔"
_CLOSERS = "）》”】)〕"
_NEVER_FIRST = "，。；：、！？）”’》】〕%"

_BULLETS = "□■◎●◆★▲◇☆▍"  # what opens an entry
_FRAMES = frozenset("─━═┄┈┌├└┏┣┗╔╠╚:-")
_WIDEST_COLUMN = 80  # characters; a line longer than a printed column is a paragraph
# What opens an item of a list: its number, or a placing alone on its line.
_ITEM = re.compile(r"\d{1,2}[.．、](?!\d)|(?:[特一二三四]等|优秀|优胜|[金银铜]|鼓励)奖(?:[（(][^（）()]*[）)])?[：:]?$")
# A line of results: 女子跳远：第一名夏雨.
_PLACED = re.compile(
    r"[^，。；]{0,14}?(?:第[一二三四五六七八]名|[特一二三]等奖|[冠亚季]军)(?:[（(][^（）()]*[）)])?[：: \u3000]?"
    r"[\u3400-\u9fff《]"
)
# What opens each of several lines that are entries: a year, or what the entry tells of somebody: 姓名：, 所获荣誉：.
_TELLING = re.compile(r"(?:19|20)\d\d年(?:\d{1,2}月)?[，：\u3000 ]|[\u3400-\u9fff \u3000]{2,8}：")
_DATED_ROW = re.compile(rf"(?:19|20)\d\d(?:年(?:\d{{1,2}}月)?|[.]\d{{1,2}}){_GAP}")  # 2013年　省文明单位
_DASHED = re.compile(r"[\u3400-\u9fff“”]{4,20}——")  # an honour and who received it
_LABELLED = re.compile(r"(?:[\u3400-\u9fff]{2,8}：[^，。；：\u3000]{2,20}(?:\u3000+|$)){2,8}")
_BROKEN_WORD = re.compile(r"[，、和与及的在于对为]$")  # no line of a list ends so
_ASIDE = re.compile(r"[（(][^（）()]{2,40}[）)]")  # a line that only notes something: （共6名，按姓氏笔画排序）
_PLACING = re.compile(r"(?:[特一二三四]等|优秀|优胜|[金银铜]|鼓励)奖(?:[（(][^（）()]*[）)])?[：:]")  # 三等奖（2项）：…
_NEWS = re.compile(r"(?:本[报网台刊社]|新华社)[^，。；]{0,14}?[讯电]")  # what opens a piece of news
_NEARLY_FULL = 0.65
_FULL = 0.75  # of the column's width: below it a line is short by choice
_TAKEN = re.compile(r"分(?:别[获名位列]|[获列])[^，。；]{0,8}前[两二三四五六]名$")  # 甲、乙、丙分获前三名
_CELLS = re.compile(rf"(?:[^，。；：、\u3000\t ]| (?![ \u3000\t])){{3,}}{_GAP}[^，。；：、]+")
_HALF = 0.5  # of it: the last line of a paragraph, which a full stop ends, or no running text
_SHORTEST_COLUMN = 8
_FAR_IN = 8  # leading spaces
_WIDE_GAP = "\u3000\u3000"
_ODD = 20  # one line in so many may run beside the column: a caption, an imprint
_LONGEST_HEAD = 12  # lines
_LONG = 45  # an open line this long is no heading
# What opens a sentence: a time or a link, and its comma.
_TIMED = re.compile(r"(?:[去今前]年|目前|近年来?|\d{4}年[^，]{0,8}|此外|同时|随后)，")


class Line(NamedTuple):
    """A line without the space around it; ``indent`` its leading spaces (an ideographic one counts 2)."""

    start: int
    end: int
    text: str
    indent: int
    blank_before: bool

    @property
    def width(self) -> int:
        """Return the number of characters with the indent's full-width places."""
        return len(self.text) + self.indent // 2


_POINTED = re.compile("[，。；：、“”]")
_CLAUSE = re.compile("[，。；]")
# An entry of a list: a name, set with a space or not, and what stands beside it in a column.
_ROW = re.compile(
    r"[0-9.、]{0,3}(?:[一-鿿·]{2,10}|[一-鿿][\u3000 ]{1,4}[一-鿿])"
    rf"(?:（[^（）]*）{_GAP}|{_GAP}|（[男女][^（）]*）)[一-鿿《]{{2}}"
)


class Layout(NamedTuple):
    """What the report's lines have in common: the column's width if it was broken to one, indents, blank lines."""

    column: int | None
    indent: int  # leading spaces that begin a paragraph; 0 where none do
    spaced: bool


def split_lines(text: str) -> list[Line]:
    """Return the lines that hold more than space or the frame of a drawn table, without the bars at their ends."""
    lines: list[Line] = []
    previous_end = -1
    for match in _LINE.finditer(text):
        raw = match.group()
        around = _SPACE
        stripped = raw.strip(around)
        if stripped and stripped[0] in _BARS and stripped[-1] in _BARS:
            around += _BARS
            stripped = raw.strip(around)
        if not stripped or (stripped[0] in _FRAMES and _FRAME.fullmatch(stripped)):
            continue
        lead = raw[: len(raw) - len(raw.lstrip(around))]
        start = match.start() + len(lead)
        blank = "\n" in text[previous_end + 1 : match.start()].strip(" \t\u3000") if previous_end >= 0 else False
        indent = len(lead) + lead.count("\u3000") + 3 * lead.count("\t")
        lines.append(Line(start, start + len(stripped), stripped, indent, blank))
        previous_end = match.end()
    return lines


def read_layout(lines: list[Line]) -> Layout:
    """Return the layout that most lines share."""
    long = [line for line in lines if line.width >= _SHORTEST_COLUMN]
    indents = Counter(line.indent for line in long if line.indent >= 2)
    indented = 0 < indents.total() < 0.9 * len(long)
    spaced = sum(line.blank_before for line in lines)
    return Layout(
        column=_column_width(long),
        indent=indents.most_common(1)[0][0] if indented else 0,
        spaced=spaced >= 0.7 * (len(lines) - 1) if len(lines) > 3 else False,
    )


def _column_width(lines: list[Line]) -> int | None:
    """Return the width at which the report was broken, or None if its lines are paragraphs.

    A line set far in, or with a wide gap, stands beside the column: the head of a page, an advertisement.
    """
    lines = [line for line in lines if line.indent <= _FAR_IN and _WIDE_GAP not in line.text]
    if len(lines) < 4:
        return None
    widths = sorted(line.width for line in lines)
    width = widths[int(0.9 * (len(widths) - 1))]
    longest = widths[-1 - len(widths) // _ODD]
    if width > _WIDEST_COLUMN or longest > 1.6 * width + 4:
        return None
    full = [line for line in lines if line.width >= _FULL * width]
    broken = sum(not _ends(_TERMINAL, line.text) for line in full)
    inside = sum(1 for line in full if _CLAUSE_INSIDE.search(line.text))
    return width if len(full) >= 0.4 * len(lines) and broken >= 0.45 * len(full) and inside >= 0.1 * len(full) else None


def head_lines(lines: list[Line]) -> set[int]:
    """Return the lines above the blank line or indent that sets off the body: each stands alone."""
    body = 0
    for index, line in enumerate(lines[:_LONGEST_HEAD]):
        if line.blank_before or line.indent >= 2:
            body = index
        long = len("".join(line.text.split())) >= _LONG
        if _SENTENCE_INSIDE.search(line.text) or long or _balance(line.text) > 0:
            return set(range(body))
    return set()


def find_continued(lines: list[Line], layout: Layout, fixed: set[int]) -> list[bool]:
    """Return for each line whether the next one continues it; lines in ``fixed`` stand alone."""
    continued = [False] * len(lines)
    opened = 0
    for index, (line, following) in enumerate(pairwise(lines)):
        opened = max(0, opened + _balance(line.text))
        if index < _LONGEST_HEAD and _breaks_headline(line, following):
            continued[index] = True
        elif index in fixed or index + 1 in fixed:
            opened = 0
        elif following.text[0] in _NEVER_FIRST or line.text[-1] in _OPENERS or _breaks_number(line, following):
            continued[index] = True
        elif layout.column is None:
            continued[index] = _runs_over_page(line, following, layout, opened > 0)
        else:
            continued[index] = _runs_over_column(line, following, layout, layout.column, opened > 0)
            running = index > 0 and continued[index - 1]  # a line of prose, broken short or not
            if running and layout.indent and not _ends(_TERMINAL, line.text) and not _starts_block(following, layout):
                continued[index] = True
        if not continued[index]:
            opened = 0
    return continued


def _breaks_headline(line: Line, following: Line) -> bool:
    """Return whether a headline goes on in the next line: 关于开展2023年度“职工之家” / 验收工作的情况报告.

    So do 第九届甲市委员会 / 常务委员会工作报告,
    2020年工作总结 / 暨2021年工作思路, 2020年国民经济和社会发展 / 统计公报, 召开2020年上半年 / 经济运行分析会.
    """
    if _GENRE.search(line.text) and _BOTH.match(following.text):
        return True
    if (_UNNAMED.match(line.text) and _BARE_GENRE.match(following.text)) or (
        _OF_WHICH.match(line.text) and _ONE_PHRASE.match(following.text)
    ):
        return True
    if _COMMITTEE.search(line.text) and _STANDING.match(following.text):
        return True
    if _OPEN_ENDED.match(line.text) and _GENRE.search(following.text.replace(" ", "")):
        return True
    opened = _ABOUT.match(line.text) is not None and not _GENRE.search(line.text)
    return opened and _REST_OF_HEADLINE.match(following.text) is not None and not _ABOUT.match(following.text)


def _breaks_number(line: Line, following: Line) -> bool:
    """Return whether the line end stands inside a number: 20余 / 万元, 12, / 846."""
    if _BROKEN_NUMBER.search(line.text, max(0, len(line.text) - 3)) is None:
        return False
    return bool(_REST_OF_NUMBER.match(following.text)) or (line.text[-1] in ".," and following.text[0].isdigit())


def _balance(text: str) -> int:
    """Return how many brackets and quotation marks the line opens more than it closes."""
    return sum(map(text.count, _OPENERS)) - sum(map(text.count, _CLOSERS))


def _starts_block(following: Line, layout: Layout) -> bool:
    if layout.indent and following.indent >= layout.indent:
        return True
    if _PLACING.match(following.text) or _NEWS.match(following.text):
        return True
    if _DATED_ROW.match(following.text):
        return True
    return heading_level(following.text) > 0 or following.text.startswith(("——", *_BULLETS))


def _runs_over_page(line: Line, following: Line, layout: Layout, opened: bool) -> bool:
    """Return whether a paragraph that a page's end broke goes on: only where the sentence is plainly open."""
    if _ends(_TERMINAL, line.text) or _starts_block(following, layout):
        return False
    whole = _SENTENCE_INSIDE.search(line.text) is not None or len(line.text) >= _LONG
    if not whole and not line.text.endswith(("，", "、")):
        return opened
    return opened or bool(_SENTENCE_INSIDE.search(following.text)) or len(following.text) >= _LONG


def _runs_over_column(line: Line, following: Line, layout: Layout, column: int, opened: bool) -> bool:
    """Return whether the next line of a report broken to ``column`` characters continues this one."""
    if layout.indent and following.indent >= layout.indent:
        return False
    starts = _starts_block(following, layout)
    if _PLACED.match(line.text) and not opened and (starts or _PLACED.match(following.text)):
        return False  # results
    if (starts and not _CLAUSE.search(line.text)) or (_ROW.match(line.text) and _ROW.match(following.text)):
        return False  # entries of a list
    if not opened and _TELLING.match(line.text) and _TELLING.match(following.text):
        return False
    if not opened and (_ASIDE.fullmatch(line.text) or _ASIDE.fullmatch(following.text)):
        return False
    beside = "" if _ITEM.match(line.text) else following.text
    if _CELL_GAP.search(line.text) and not opened and not _POINTED.search(_ASIDE.sub("", line.text + beside)):
        return False  # cells
    if not opened and _is_entry(line, following, column):
        return False
    if _ITEM.match(following.text) or line.text[0] == following.text[0] == "《":
        return opened
    if following.blank_before and not layout.spaced:
        return not _ends(_TERMINAL, line.text) and line.width >= 0.9 * column and not starts
    ended = _ends(_SENTENCE_END, line.text)
    if opened and not ended:
        return True
    if _TIMED.match(line.text) and layout.indent and not ended and not starts:
        return True  # a clause and no heading, short though it is
    if line.width < _FULL * column:  # digits are narrower: a full line may hold fewer characters
        return layout.indent > 0 and not ended and not starts and line.width >= _NEARLY_FULL * column
    if ended:
        return line.width >= column - 1 and (layout.indent > 0 or not layout.spaced) and not starts
    return not line.text.endswith("：") or (not starts and _POINTED.search(following.text) is not None)


def _is_entry(line: Line, following: Line, column: int) -> bool:
    """Return whether the next line opens a list or an entry by its form: a few words without a mark, 省奖章——甲.

    So does what follows cells with labels: 冠军：甲队　亚军：乙队.
    """
    pointed = _POINTED.search(following.text) is not None or _ends(_TERMINAL, following.text)
    running = _BROKEN_WORD.search(line.text) or any(mark in line.text for mark in "。；！？")
    if not pointed and not running and following.width < _HALF * column:
        return True
    begins = line.indent > following.indent  # a paragraph and a name set with a space: 主席郑　果掰着 / 指头算
    if (_CELLS.fullmatch(_ASIDE.sub("", line.text)) and not begins) or _TAKEN.search(line.text):
        return True
    if _DASHED.match(line.text) and _DASHED.match(following.text):
        return True
    return _LABELLED.fullmatch(line.text) is not None and not _CLAUSE.search(following.text)


def _ends(pattern: re.Pattern[str], text: str) -> bool:
    return pattern.search(text, max(0, len(text) - 8)) is not None
