"""The lines at the head of a report: which of them is the headline.

Enters: the report's first lines with the kinds they show by their own words. Leaves: kinds for all of them.
Next: ``blocks`` goes on with the body.

What a line shows by its own words or its neighbours' is said here; ``headline`` chooses among the rest.
"""

from __future__ import annotations

import re

from unionie.clean.headline import choose_headline, names_bodies, names_genre
from unionie.clean.marks import heading_level
from unionie.clean.names import name_pattern
from unionie.clean.types import BlockKind

FRONT_LINES = 30
_LONGEST_TITLE = 64
_SENTENCE_INSIDE = re.compile(r"[。；](?!$)|^.{9,}[！？](?![—”’」 \t\u3000]|$)")  # 喜报！某局两集体获奖 is none
_OPEN_END = re.compile(r"[。；，、：:][”’）)]*$")
_DASH = re.compile(r"^[—\-–]{1,6}(?!\d)|^—")
_YEAR = r"(?:\d{4}|[〇○零一二三四五六七八九]{4}|民国[\d〇○零一二三四五六七八九十]{1,4})年"
_SESSION = re.compile(rf"^[—\-–（(]*{_YEAR}.{{1,10}}日?.{{0,60}}(?:会议|大会|全会|讲话|仪式|会)上?[）)]?$")
_ABOUT = re.compile(r"^关于.{4,60}(?:决定|通报|通知|公告|意见|报告|命令)(?:（.{2,8}）)?$")
_DATE = re.compile(
    rf"(?:^|[ \t\u3000（(）)])(?:{_YEAR}[\d一二三四五六七八九十]{{1,3}}月(?:[\d一二三四五六七八九十廿卅]{{1,3}}日)?"
    r"|\d{4}([-./])\d{1,2}\1\d{1,2})(?=$|[ \t\u3000）)\d])"
)
_LONGEST_DATE_LINE = 48
_LONGEST_MASTHEAD = 16
_MASTHEAD = re.compile(r"(?!【)[\u3400-\u9fff“”\d]{4,16}$")
_COLUMN = re.compile(r"【[^【】]{2,12}】$")  # 【人民法庭巡礼】, above the headline
_LONGEST_COLUMN = 6
_NUMBER = r"[\d一二三四五六七八九十]{1,5}"
_ISSUE = re.compile(
    rf"^(?:[\u3400-\u9fff]{{2,10}}(?:简报|通讯|内刊|专刊|月报))?[ \u3000]*第{_NUMBER}期"
    rf"|^(?:(?![年月季])[\u3400-\u9fff]){{2,10}}[ \u3000]+\d{{4}}年第{_NUMBER}期"
    rf"|总第{_NUMBER}期|^（?\d{{4}}年第\d{{1,4}}[号期]|^[〔[]\d{{4}}[〕\]][ \u3000]*第{_NUMBER}期"
)
_FIELD = re.compile(
    r"^(?:索[ \t\u3000]*引[ \t\u3000]*号|信息分类|证券(?:简称|代码)|公告编号|主题词|文件编号|文号"
    r"|(?:新[闻聞])?[联聯][系絡络](?:人|[电電][话話])|(?:发布|发稿|供稿|发文)(?:单位|机关|机构|日期|字号)|生成日期)[：:]"
)
_BESIDE_TITLE = re.compile(r"[引副肩眉子]标?题[：:]")  # as newspapers name the parts of a headline
_RED_HEAD = re.compile(r"^[\u3400-\u9fff]{4,30}文件$")
_NAMES_ONLY = re.compile(r"^[\u3400-\u9fff·]{2,16}(?:[ \t\u3000、]+[\u3400-\u9fff·]{1,8}){1,5}$")
_OFFICE = re.compile(r"(?:部|社|组|中心|室|处|局|公司|报|台|队|会|院|校|站|办|科)$")
_DOCUMENT_NUMBER = re.compile(r"^[\u3400-\u9fff]{1,10}[〔\[（(]\d{4}[〕\]）)]\s*第?\d{1,5}号(?:$|[ \t\u3000])")
_BRACKETED = re.compile(r"[（(][^（）()]*[）)]")
_CAPTION = re.compile(r"[ \u3000][\u3400-\u9fff]{2,4}[ \u3000]?摄[）)]?$")
# A headline that a list follows, and the first line of the list by its form: 一等奖, 先进集体（3个）, 《晨曦》.
_LIST = re.compile(
    r"(?:名单|结果|成绩|榜单?|一览表?|项目表)(?:公[示布报]|揭晓|出炉|的?(?:通知|公告|通报))?(?:[（(].{1,12}[）)])?！?$"
)
_FIRST_OF_LIST = re.compile(
    r"^(?:[特一二三四]等奖|第[一二三]名|冠军|[金银铜]奖|优[秀胜]奖|《)|.[（(]共?\d{1,3}[名个人位家户件项篇幅组支]?[）)]：?$"
    r"|^.{2,10}(?:奖|集体|个人|单位|组|类)$"
)

_PLACED_ROW = re.compile(r"^(?:第[一二三]名|[特一二三]等奖|冠军|金奖)[\s　：:]+[\u3400-\u9fff《]")  # 第一名　甲　某局
_COUNTED = re.compile(r"^[^：，]{3,20}[（(]共?\d{1,3}[名个人位家户件项篇幅组支]?[）)]$")  # 全县先进集体（5个）

Kinds = list[BlockKind | None]


def front_length(texts: list[str], kinds: Kinds) -> int:
    """Return how many lines stand before the body: up to the first sentence, mark, row or entry of a list."""
    listed = None  # the line that says that a list follows
    for index, (text, kind) in enumerate(zip(texts[:FRONT_LINES], kinds, strict=False)):
        begins = listed is not None and _FIRST_OF_LIST.search(text) is not None
        begins = begins or _PLACED_ROW.match(text) is not None
        if begins or kind == "table_row" or (kind is None and not _is_front(text)):
            return index
        counted = _COUNTED.match(text) is not None
        if counted and index == 0:
            return 1
        if listed is None and (counted or _LIST.search(text)):
            listed = index
    return min(len(texts), FRONT_LINES) if listed is None else listed + 1


def _is_front(text: str) -> bool:
    if _SESSION.match(text) or _CAPTION.search(text):
        return True
    if heading_level(text) or len(text) > _LONGEST_TITLE or _SENTENCE_INSIDE.search(text):
        return False
    return not _OPEN_END.search(text) or bool(_DASH.match(text))


def classify_front(texts: list[str], kinds: Kinds, blanks: list[bool]) -> list[BlockKind]:
    """Return the kinds of the front lines; ``blanks`` says before which of them a blank line stands."""
    found = list(kinds)
    for index, text in enumerate(texts):
        found[index] = found[index] or _small_print(texts, found, index, text)
    open_lines = [index for index, kind in enumerate(found) if kind is None]
    title = choose_headline(texts, open_lines, found)
    if title is None:  # a newsletter without a headline of its own goes by its name
        title = next((at for at, text in enumerate(texts) if found[at] == "subtitle" and _MASTHEAD.match(text)), None)
        if title is not None:
            found[title] = "title"
    for index in open_lines:
        found[index] = "title" if index == title else "subtitle"
    _release_heading(texts, found, blanks, title)
    return [kind or "subtitle" for kind in found]


def _small_print(texts: list[str], kinds: Kinds, index: int, text: str) -> BlockKind | None:
    """Return the kind of a line that its neighbours or its form give away."""
    previous = texts[index - 1] if index else ""
    below_chrome = index > 0 and kinds[index - 1] == "furniture" and previous in (">", "»", "/", "|", text)
    if _CAPTION.search(text) or below_chrome:
        return "furniture"
    if stands_under(text, index) or _BESIDE_TITLE.match(text):
        return "subtitle"
    dated = len(text) <= _LONGEST_DATE_LINE and _DATE.search(text) is not None
    if dated or _DOCUMENT_NUMBER.match(text) or _ISSUE.match(text) or _RED_HEAD.match(text) or _FIELD.match(text):
        return "dateline"
    if previous.endswith(("来源：", "来源:", "作者：", "时间：")) and len(text) <= 20:
        return "dateline"
    if index and _BRACKETED.fullmatch(text):
        return "subtitle"
    under_subtitle = index > 0 and _DASH.match(previous) is not None
    if index and (_names_people(text) or (under_subtitle and name_pattern().fullmatch(text))):
        return "byline"
    following = next((line for line in texts[index + 1 :] if line.strip()), "")
    if _ISSUE.match(following) and len(text) <= _LONGEST_MASTHEAD and not text.endswith(("纪要", "通报", "决定")):
        return "subtitle"
    if _COLUMN.match(text) and index == 0 and following and _is_front(following):
        return "subtitle"
    if names_bodies(text) and (_ABOUT.match(following) or index or _announces(text, following)):
        return "byline"
    return "furniture" if text == following and len(text) <= 8 else None


def stands_under(text: str, index: int) -> bool:
    """Return whether a line of the head is a subtitle by its own words: ——…, or the session that heard the report."""
    return _SESSION.match(text) is not None or (index > 0 and _DASH.match(text) is not None)


def _announces(text: str, following: str) -> bool:
    """Return whether an office stands over the headline of what it announces; a school's name is a kicker.

    So too where a second office or the name of its column stands below it: 甲市总工会, 新闻稿.
    """
    office = names_bodies(following) and not following.endswith("大会")
    if office or (len(following) <= _LONGEST_COLUMN and not names_genre(following)):
        return True
    return names_genre(following) and not text.endswith(("学", "校"))


def _names_people(text: str) -> bool:
    """Return whether the line is nothing but names, or an office and names."""
    if _NAMES_ONLY.match(text) is None:
        return False
    first, *others = re.split(r"[ \t\u3000、]+", text)
    if not (_OFFICE.search(first) or name_pattern().fullmatch(first)):
        return False
    return all(map(name_pattern().fullmatch, others))


def _release_heading(texts: list[str], kinds: Kinds, blanks: list[bool], title: int | None) -> None:
    """Mark a short last line behind a blank one as the first heading, not a second headline."""
    last = len(texts) - 1
    if title is not None and last > title and kinds[last] == "subtitle" and blanks[last]:
        alone = not _DASH.match(texts[last]) and not _SESSION.match(texts[last])
        if alone and len(texts[last]) <= 32 and (last - title > 1 or not blanks[title]):
            kinds[last] = "heading"
