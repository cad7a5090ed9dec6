"""What one line of an outline of honours is: a contest, an honour, a group, a placing, names of columns, or an entry.

Enters: a line of clean text. Leaves: its parts. Next: ``outline`` keeps what is in force and links the entries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from unionie.link.honours.headings import (
    LEAD,
    PLACING,
    depth_of,
    names_unit,
    read_competed,
    read_placing,
    read_placings,
)

__all__ = [
    "CELL_GAP",
    "RECIPIENTS",
    "Cell",
    "Columns",
    "announces",
    "is_date",
    "is_detail",
    "is_field",
    "is_prose",
    "is_vacant",
    "label_of",
    "lists_first",
    "read_cells",
    "read_columns",
]

Cell = tuple[int, int]

CELL_GAP = re.compile("[ \t|｜　](?:(?<= ) *[\t|｜] *|(?<=[\t|｜]) *|(?<=　)　*|(?<= ) +)")  # is found by its first one
# What a title says of the lines below it, and how a sentence ends that announces them.
_RESULTS = re.compile(
    "(?:获奖|评选|比赛|竞赛|终评|评审|最终|优胜)?(?:[一-鿿]{0,4}(?:名[单册录]|[纪记]录|赛果|结果|成绩[榜表]?|一览表?|项目表|(?:光荣|荣誉|英雄|红)榜)|作品|获奖项目|得主|情况)"
    "(?:的?(?:公[告报布示]|通报|通知|揭晓|出炉|来了))?"
    "(?:（[^（）]{1,16}）)?[！：:。]?$|(?:揭晓|出炉)[！。]?$"
)
_DECIDES = re.compile(
    "(?:表彰|表扬|授予|命名|嘉奖|奖励|立功|评选|揭晓|上榜|荣誉|[一-鿿]奖(?=公[报告]))[一-鿿“”（）0-9、]{0,40}"
    "(?:决定|通报|通知|公[报告]|名单|情况|啦|了)?[！]?$"
)
_GIVEN = re.compile(
    "授予|命名|表彰|嘉奖|评选?出|给予(?:奖励|表扬)|榜单|获奖|(?:以下|下列)[^，。；：]{2,12}?(?:获|当选|被评为)[^，。；：]*：$"
)
_FOLLOWS = re.compile(
    "(?:如下|名单|结果|成绩|(?:获得?|取得)的?(?:主要)?荣誉|(?:称号|奖)(?:获得者|的(?:是|有))[：:]|(?:予以|给予)(?:通报)?(?:表彰|表扬|奖励|公布|通报))[一-鿿]{0,4}[：:。👇]*$"
)
_FIRST = re.compile("前[一二三四五六七八九十0-9]{1,2}名")
_DETAIL = re.compile(
    "[（(]?(?:(?:主要|第一)?完成[人者]|来源|责?编辑?|审核|校对|文字|图片|图文|文|图|供稿|评委|裁判|总?裁判长|联系人|主办|承办|地点|时间)[｜|：:/／]"
)
_VACANT = re.compile(f"(?:{PLACING}|[一-鿿]{{2,6}}奖)?[\\s　：:]*[空从]缺|[一-鿿]{{2,12}}：(?:无|暂缺|空缺)")
_PROSE = re.compile("[。！？]|，[^；]*；")
_LONGEST = 44  # characters of a line that may be a label
# How the label of a group ends.
_GROUP = re.compile(
    "(?:组别?|类|项目?|赛项|工种|成绩|[奖项]项?|部分|(?<![）.:：0-9])[0-9米里]+|接力|跳[远高]|[铅标]枪|铅球|铁饼|[单双]打"
    "|[男女]单|[男女]双|混双|团体|集体|个人|总分|名次|公斤级?|人|战线|系统|片区|赛区|学校|演讲|朗[读诵]|作文|写作"
    "|消息|通讯|摄影|专题|论文|作品|球|棋|田径|游泳|拔河|跳绳)$|^(?:男子|女子|混合|男女)"
)
_TOP = re.compile("前([一二三四五六七八十两]{1,2})名?$")
_COUNT = re.compile(
    f"[（(](?:{PLACING}[、和]?)+[）)]$"
    "|[（(](?:节选|摘[录要列登]|选登|[一-鿿]{0,4}部分|排名不分先后|按[^（）()]{2,10})[）)]$"
    "|[（(][12][0-9]{3}年(?!以)[^（）()]{0,10}[）)]"
    "|(?<=[】〗　 ])(?:共|计)?[0-9一二两三四五六七八九十百]+[名个人家位户件项篇幅部组支队]"
    "|[（(](?:[一-鿿]{2,4}，)?(?:奖金|各奖|每[队人个]奖?|共|各|前)?[0-9一二两三四五六七八九十百]+[名个人家位户件项篇部幅组支队]?[^（）()]{0,12}[）)]$"
)
_CLOSES = " 　：:】〗👇◆■●★▲◎◇☆"
_MARKED = re.compile(
    "[\\s　]*(?:[【〖◆■●★▲◎◇□※☆♦🏆🏡🌱🥇🥈🥉🎖🏅🔹🔸✨]|[0-9]{2}[ 　]|[•·]|表[0-9一二三四五六七八九十])"
)
_KINDS = {
    "rank": "名次|排名|奖次|奖级|(?:获奖|奖励)?(?:等级|等次|等第)|奖别",
    "prize": "(?:获奖|奖励)?奖项",
    "name": "姓名|(?:获奖|参赛|受表彰|先进)(?:者|人员?|对象|选手|教师|职工|作者|个人)(?:姓名)?"
    "|户主(?:姓名)?|选手|运动员|教师|学生姓名|得奖人|個人",
    "who": "(?:获奖|受表彰)?(?:单位|集体|名称)(?:[/／或和、]|（)(?:个人|人员|姓名)）?|(?:得奖|获得)者|获奖名单",
    "team": "(?:班组|科组|科室|处室"
    "|(?:受表彰|先进)?集体|团队|队伍|代表队|车间|团支部|获奖单位|社区|村)(?:名称)?|参赛队|队名|单位名称",
    "unit": "(?:主要)?(?:所[在属]|工作|选送|报送|推荐|申报|参赛|完成|获奖|受表彰|先进)?"
    "(?:单位|学校|部门|院系|地区|基层工会)(?:名称|[及和与、]职[务称])?|代表单位|所在[村乡镇]",
    "work": "(?:获奖|参赛|作品|论文|成果|课题|案例|项目|节目)(?:名称|题目|标题)?|题目|作品",
    "honour": "(?:荣誉|表彰|奖励|获奖|授予|获评|获得)(?:称号|名称|项目)?|称号(?:名称)?"
    "|(?:获奖|表彰|荣誉)?奖(?:项|励)(?:名称|称号)|(?:表彰|荣誉)奖项"
    "|荣誉称号(?:名称)?|表彰类别",
    "contest": "赛事(?:名称)?|(?:比赛|竞赛|大赛)(?:名称)?",
    "giver": "(?:颁发|授予|颁奖|表彰|评选|授奖)(?:机构|单位|部门|机关)",
    "time": "(?:获奖|授予|颁发|表彰|获得)?(?:时间|日期|年份|年度)",
    "post": "职务|职称|岗位|工种|身份|职[务称]职[务称]|职业|(?:所在|工作)?单位(?:及|和|、|与)(?:职务|岗位)",
    "kind": "类别",
    "past": "(?:曾|所)获(?:得?的?)(?:主要)?(?:荣誉|奖励|表彰)(?:称号|情况)?|(?:主要)?(?:获奖|荣誉)情况",
    "other": "序号|届次|(?:演唱|演出|演讲|参演|参赛)(?:作品|曲目|题目|剧目)|曲目"
    "|编号|领队|教练|组长|负责人|联系人|成绩|得分|总分|备注|性别|民族|年龄|作者|主创人员?"
    "|体裁|类型|题材|形式|[画曲剧]种|规格|指导(?:教师|老师)|(?:主要|第一)?完成人|组别|班级|分数|用时|票数",
}
RECIPIENTS = frozenset({"who", "name", "team", "unit", "work"})
_COLUMNS = {kind: re.compile(words) for kind, words in _KINDS.items()}
_WINNERS = re.compile(
    "(?:光荣|荣誉)?(?:称号)?"
    "(?:部分)?(?:(?:(?:获奖|获得|入选|当选)[一-鿿]{0,4})?名单|拟?(?:表彰|命名|授予)对象|获奖(?:[一-鿿]{2,4}|者)|获得(?:者|单位|集体|个人)|称号|的(?:是|有))$"
    "|(?<=[赛武])优胜者$|(?:依次|分别)[为是]$|(?:(?<=嘉奖)|(?<=等功))(?:人员|对象|集体)$"
)
_VERB = re.compile(
    "(?:[0-9一二两三四五六七八九十]{1,3}[名个家位户支][一-鿿]{0,6}?)?(?:被|荣)?(?:拟?(?:表彰|命名|授予|认定)|记|给予|追?授予?|追记|获得?|评为)(?=[一-鿿“]{3})"
)  # before the honour that a label names
_FIELD = re.compile("(?:荣誉|获奖|奖励|表彰)?(?:称号|荣誉|奖项|奖种|类别|名称)[：:](?=.)")  # 荣誉：优秀志愿者
_NUMERAL = "[0-9〇零一二三四五六七八九十]"
_DATE = re.compile(f"[（(]?{_NUMERAL}{{4}}年{_NUMERAL}{{1,3}}月{_NUMERAL}{{1,3}}日[）)]?")
_YEAR = re.compile("[12][0-9]{3}(?:[—~-][0-9]{2,4})?(?:学年|年)度?")
_ASIDE = re.compile("[（(][^（）()]*[）)]|《[^《》]*》|“[^“”]*”")  # what is not the line's own running text

_SUM = re.compile("，(?:各|均|每[个名家])?奖(?:励|金)?[0-9.]+[万千]?元")  # 二等奖：甲镇、乙镇，各奖3万元；


class Columns(NamedTuple):
    """Which column holds what, by the words of the header; ``width`` is how many there are."""

    places: dict[str, int]
    width: int

    @property
    def honour(self) -> str:
        """The kind of the column that says what its rows give; a contest does with the placings beside it."""
        if "contest" in self.places and "rank" in self.places:
            return "contest"
        return next((kind for kind in ("honour", "prize", "kind") if kind in self.places), "")

    @property
    def gives(self) -> bool:
        """Whether the rows give honours by themselves, whatever stands above the table."""
        return bool(self.honour) and not {"giver", *RECIPIENTS}.isdisjoint(self.places)


class Label(NamedTuple):
    """The words of a line that labels those below: their stretch in the line, depth, and whether marks say so.

    ``top`` is how many placings a label like 团体总分前四名 announces.
    """

    start: int
    end: int
    depth: int | None
    marked: bool
    grouped: bool
    top: bool


def is_prose(line: str) -> bool:
    """Tell whether a line is running text and no label or entry."""
    placing = read_placing(line) or read_competed(line)
    if len(read_placings(line, placing[-1] if placing else 0)) + (placing is not None) > 1:
        return False
    inside = _SUM.sub("", _ASIDE.sub("", line))
    if placing and "。" not in inside.rstrip(" 　。"):
        return False
    return _PROSE.search(inside.rstrip(" 　！!；。")) is not None or (
        "。" in line and (len(line) > _LONGEST or "，" in inside)
    )


def announces(line: str, *, title: bool) -> bool:
    """Tell whether a line says that honours or results follow it."""
    words = line.rstrip(" 　")
    if title:
        return len(words) <= 60 and (_RESULTS.search(words) or _DECIDES.search(words)) is not None
    return _FOLLOWS.search(words) is not None or _GIVEN.search(words) is not None


def lists_first(line: str) -> bool:
    """Tell whether a line says that the first of each event follow: 现将各项目前三名公布如下：."""
    return _FIRST.search(line) is not None and announces(line, title=False)


def is_date(line: str) -> bool:
    """Tell whether a line is nothing but a date."""
    return _DATE.fullmatch(line.strip(" 　")) is not None


def is_detail(line: str) -> bool:
    """Tell whether a line says something about the list or its makers: 来源：…, 评委：甲."""
    return _DETAIL.match(line.strip(" 　")) is not None


def is_field(line: str) -> bool:
    """Tell whether a line names the honour of those below it behind the word for one: 荣誉：优秀志愿者."""
    return _FIELD.match(line.lstrip(" 　")) is not None


def is_vacant(line: str) -> bool:
    """Tell whether a line says that nobody received a prize: 一等奖空缺."""
    return _VACANT.fullmatch(line.strip(" 　")) is not None


def label_of(line: str) -> Label | None:
    """Return the label that a short line is, its number, marks and count left out; None for a long one."""
    if len(line) > _LONGEST or not line.strip(" 　"):
        return None
    lead = LEAD.match(line)
    mark = _MARKED.match(line)
    start = max(lead.end() if lead else 0, mark.end() if mark else 0)
    year = _YEAR.match(line, start)
    start = year.end() if year else start
    field = _FIELD.match(line, start)
    start = field.end() if field else start
    words = line[start:].rstrip(_CLOSES)
    count = _COUNT.search(words)
    words = words[: count.start()].rstrip(_CLOSES) if count else words
    top = _TOP.search(words)
    words = words[: top.start()] if top else words
    winners = _WINNERS.search(words)
    words = words[: winners.start()] if winners else words
    verb = _VERB.match(words)
    start, words = (start + verb.end(), words[verb.end() :]) if verb else (start, words)
    if not words.strip("“”"):
        return None
    depth = depth_of(line)
    counted = count is not None and not CELL_GAP.search(words)
    marked = mark is not None or field is not None or (depth is not None and depth < 3) or counted
    grouped = top is not None or (_GROUP.search(words) is not None and not names_unit(words))
    return Label(start, start + len(words), depth, marked, grouped, top is not None)


def read_cells(text: str, start: int, end: int) -> list[Cell]:
    """Return where the words of each cell of a line stand; a name set with a space is one cell: 于　杰（女）."""
    cells: list[Cell] = []
    position = start
    while start < end and text[start] in "|｜":  # a frame
        start += 1
    while end > start and text[end - 1] in "|｜":
        end -= 1
    for gap in [*(match.span() for match in CELL_GAP.finditer(text, start, end)), (end, end)]:
        cell = _trim(text, position, gap[0])
        position = gap[1]
        if (
            cells
            and cell[0] < cell[1]
            and _is_half(text, *cells[-1])
            and re.match("[一-鿿](?![一-鿿])", text[slice(*cell)])
        ):
            cells[-1] = (cells[-1][0], cell[1])
        elif cell[0] < cell[1] or not cells:
            cells.append(cell)
    return cells


def _is_half(text: str, start: int, end: int) -> bool:
    return end - start == 1 and "一" <= text[start] <= "鿿"


def _trim(text: str, start: int, end: int) -> Cell:
    while start < end and text[start] in " 　":
        start += 1
    while end > start and text[end - 1] in " 　":
        end -= 1
    return start, end


def read_columns(text: str, cells: list[Cell], *, loose: bool = False) -> Columns | None:
    """Return what the columns hold if each cell names one: 名次　姓名　单位　成绩; None for any other line.

    ``loose`` where cells of other words may stand among those that name honours.
    """
    if len(cells) < 2:
        return None
    places: dict[str, int] = {}
    for number, kind in enumerate(_each_kind(text, cells)):
        if not kind and not loose:
            return None
        places.setdefault(kind, number)
    if "prize" in places:
        places.setdefault("rank", places["prize"])
    return Columns(places, len(cells)) if "" not in places or "honour" in places else None


def _each_kind(text: str, cells: list[Cell]) -> Iterator[str]:
    for cell in cells:
        words = "".join(text[slice(*cell)].split())
        forms = (words, re.sub("（[^（）]*）", "", words))
        yield next((kind for each in forms for kind, form in _COLUMNS.items() if form.fullmatch(each)), "")
