"""The lines at the head of a report: which of them is the headline.

Enters: the report's first lines with the kinds they show by their own words. Leaves: kinds for all of them.
Next: ``blocks`` goes on with the body.

The headline is the line that a subtitle (——…) or a session note stands under; else the first that names the
genre (报告, 公报, 综述 …) after short column names; else the first.
"""

from __future__ import annotations

import re

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
_GENRE = re.compile(
    r"(?:报告|公报|综述|总结|小结|回眸|纪实|决定|通报|通知|公告|意见|讲话|致辞|年报|概况|情况|方案|要点|计划|简报|白皮书|公示"
    r"|述职|巡礼|侧记|记录|纪要|实录)"
    r"(?:[（(《].{1,20}[）)》])?$"
)
# Two phrases of one length over a headline, and the label of a column: 北京传来喜讯　戈壁传遍佳音, 劳模风采·人物专访.
_COUPLET = re.compile(r"^([\u3400-\u9fff]{4,9})[ \t\u3000]+([\u3400-\u9fff]{4,9})$")
_COLUMN = re.compile(r"^[◆■●★▲]?[\u3400-\u9fff\d]{2,12}(?:·[\u3400-\u9fff\d]{2,10})+$")
_PAPER = re.compile(
    r"^[\u3400-\u9fff]{2,12}(?:报(?:$|[ \t\u3000]*\d{4})|年鉴(?:$|[（(\d])|新闻稿$)"
    r"|^[\u3400-\u9fff]{2}(?:要闻|简讯|动态)$"
)
_ASIDE = re.compile(r"[（(][^（）()]*[）)]$")
_BODY = r"[\u3400-\u9fff（）()]{1,30}(?:委|政府|局|会|院|厅|部|室|办|公司|集团|中心|处|司|署|厂|校|学|队|科|股)"
_ISSUER = re.compile(rf"^{_BODY}(?:[ \t\u3000、]+{_BODY}){{0,3}}$")
_ABOUT = re.compile(r"^关于.{4,60}(?:决定|通报|通知|公告|意见|报告|命令)(?:（.{2,8}）)?$")
_DATE = re.compile(
    rf"(?:^|[ \t\u3000（(）)])(?:{_YEAR}[\d一二三四五六七八九十]{{1,3}}月(?:[\d一二三四五六七八九十廿卅]{{1,3}}日)?"
    r"|\d{4}([-./])\d{1,2}\1\d{1,2})(?=$|[ \t\u3000）)\d])"
)
_LONGEST_DATE_LINE = 48
_LONGEST_MASTHEAD = 16
_NUMBER = r"[\d一二三四五六七八九十]{1,5}"
_ISSUE = re.compile(
    rf"^(?:[\u3400-\u9fff]{{2,10}}(?:简报|通讯|内刊|专刊|月报))?[ \u3000]*第{_NUMBER}期"
    rf"|总第{_NUMBER}期|^（?\d{{4}}年第\d{{1,4}}[号期]"
)
_FIELD = re.compile(
    r"^(?:索[ \t\u3000]*引[ \t\u3000]*号|信息分类|证券(?:简称|代码)|公告编号|主题词|文号"
    r"|(?:新[闻聞])?[联聯][系絡络](?:人|[电電][话話])|发布单位|发文字号)[：:]"
)
_RED_HEAD = re.compile(r"^[\u3400-\u9fff]{4,30}文件$")
_NAMES_ONLY = re.compile(r"^[\u3400-\u9fff·]{2,16}(?:[ \t\u3000、]+[\u3400-\u9fff·]{1,8}){1,5}$")
_OFFICE = re.compile(r"(?:部|社|组|中心|室|处|局|公司|报|台|队|会|院|校|站|办|科)$")
_DOCUMENT_NUMBER = re.compile(r"^[\u3400-\u9fff]{1,10}[〔\[（(]\d{4}[〕\]）)]\s*第?\d{1,5}号(?:$|[ \t\u3000])")
_CAPTION = re.compile(r"[ \u3000][\u3400-\u9fff]{2,4}[ \u3000]?摄[）)]?$")

Kinds = list[BlockKind | None]


def front_length(texts: list[str], kinds: Kinds) -> int:
    """Return how many lines stand before the body: up to the first sentence, mark or row."""
    for index, (text, kind) in enumerate(zip(texts[:FRONT_LINES], kinds, strict=False)):
        if kind == "table_row" or (kind is None and not _is_front(text)):
            return index
    return min(len(texts), FRONT_LINES)


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
    title = _title(texts, open_lines, found)
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
    if _SESSION.match(text) or (_DASH.match(text) and index):
        return "subtitle"
    dated = len(text) <= _LONGEST_DATE_LINE and _DATE.search(text) is not None
    if dated or _DOCUMENT_NUMBER.match(text) or _ISSUE.match(text) or _RED_HEAD.match(text) or _FIELD.match(text):
        return "dateline"
    if previous.endswith(("来源：", "来源:", "作者：", "时间：")) and len(text) <= 20:
        return "dateline"
    under_subtitle = index > 0 and _DASH.match(previous) is not None
    if index and (_names_people(text) or (under_subtitle and name_pattern().fullmatch(text))):
        return "byline"
    following = next((line for line in texts[index + 1 :] if line.strip()), "")
    if _ISSUE.match(following) and len(text) <= _LONGEST_MASTHEAD and not text.endswith(("纪要", "通报", "决定")):
        return "subtitle"
    if _ISSUER.match(text) and (_ABOUT.match(following) or index or _announces(text, following)):
        return "byline"
    return "furniture" if text == following and len(text) <= 8 else None


def _announces(text: str, following: str) -> bool:
    """Return whether an office stands over the headline of what it announces; a school's name is a kicker."""
    return _GENRE.search(following) is not None and not text.endswith(("学", "校"))


def _names_people(text: str) -> bool:
    """Return whether the line is nothing but names, or an office and names."""
    if _NAMES_ONLY.match(text) is None:
        return False
    first, *others = re.split(r"[ \t\u3000、]+", text)
    if not (_OFFICE.search(first) or name_pattern().fullmatch(first)):
        return False
    return all(map(name_pattern().fullmatch, others))


def _title(texts: list[str], open_lines: list[int], kinds: Kinds) -> int | None:
    if not open_lines:
        return None
    for index, kind in enumerate(kinds):
        above = [line for line in open_lines if line < index]
        if kind == "subtitle" and above and (_DASH.match(texts[index]) or _SESSION.match(texts[index])):
            return next((line for line in above if texts[line].endswith(texts[above[-1]])), above[-1])
    first = open_lines[0]
    for index in open_lines[1:4]:
        if (
            _GENRE.search(texts[index])
            and not _GENRE.search(texts[first])
            and (len(texts[first]) <= 8 or _ISSUER.match(_ASIDE.sub("", texts[first])))
        ):
            return index
    over = [index for index in open_lines[:2] if _stands_over(texts[index])]
    return next((index for index in open_lines[:3] if index not in over), first)


def _stands_over(text: str) -> bool:
    """Tell whether a line is a kicker by its form, the label of a column or the name of a newspaper."""
    couplet = _COUPLET.match(text)
    parallel = couplet is not None and len(couplet.group(1)) == len(couplet.group(2))
    return parallel or _COLUMN.match(text) is not None or _PAPER.match(text) is not None


def _release_heading(texts: list[str], kinds: Kinds, blanks: list[bool], title: int | None) -> None:
    """Mark a short last line behind a blank one as the first heading, not a second headline."""
    last = len(texts) - 1
    if title is not None and last > title and kinds[last] == "subtitle" and blanks[last]:
        alone = not _DASH.match(texts[last]) and not _SESSION.match(texts[last])
        if alone and len(texts[last]) <= 32 and (last - title > 1 or not blanks[title]):
            kinds[last] = "heading"


def names_bodies(text: str) -> bool:
    """Return whether the line is nothing but names of bodies, as over a joint decision."""
    return _ISSUER.match(text) is not None
