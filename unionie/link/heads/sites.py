"""Places that figures are told of though they are no bodies: rivers, parts of towns, buildings, ships.

Enters: clean text and places in it. Leaves: whether a place is measured, where the name of its part ends, ``Head``
tuples of sites, of named facilities and units (东山车间, 白沙水文站) and of things with a name of their own.
Next: ``clauses`` puts them among the heads.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from unionie.clean.types import CleanText
from unionie.dictionary import plain_jieba
from unionie.frames import Head, Mention
from unionie.link.heads.at_work import working_at

__all__ = ["dwelling_of", "find_things", "is_measured", "part_of"]

# The built-up part of an area, which has figures of its own: 青堰市|中心城区优良天数比例93%.
_TOWN_OF = re.compile(
    "(?:中心城区|主城区|城区|市区|县城)(?!域|[的、和及与工街（]|[一-鿿]{0,6}(?:局|所|站|队|中心|公司|学校))"
)
# What is measured of a river, a lake, a road or a summit, and by which figure: 黑水河|渡口断面总磷0.2毫克/升.
_MEASURED = re.compile(
    "(?![等、和与及至到—沿新整治完建修清改恢增拓疏种栽绿立设启开])[^，。；：、\n0-9等区园县市镇乡村局院校厂完实建新]{0,12}?"
    "(?:[为长宽高深]|海拔|全长|总?[磷氮]|氨氮|水位|[流水客]量|指数|库容|面积|人口|收入|比例|[率值度])"
    "[^，。；：、\n0-9]{0,8}(?:[0-9]|[近约超][一二两三四五六七八九十])"
)
# What lies in a place and is named with it: 青堰村|老屋组, 甲湖|景区, 乙校区|二期; behind it stands what is told of it.
_PART_OF_IT = re.compile(
    "(?:(?<=村)[一-鿿]{1,4}?组|(?:(?!等)[一-鿿]){0,6}?(?:景区|园区|产业园|创业园|示范园|校区|厂区|矿区|片区|[一二三四]期|分馆|分校|分院|遗址|古[镇寨城]))"
    "(?=（|\t|[0-9]|[年日月]|全年|[入接游占建总门完新投产共已现有达])"
)
_DWELLING = re.compile("宿舍|家属[院区楼]|生活区")
# A building or site whose size is told before its name: 总投资6.8亿元的|河西院区, 去年启用的|河西院区.
_BUILT = (
    "(?:院区|校区|厂区|新区|大楼|大厦|[一-鿿]楼|中心|基地|车间|冷库|市场|公园|园区|仓库|展馆"
    "|公路|大桥|隧道|水库|电站|泵站|水厂|处理厂)"
)
_NO_MORE = "(?!要|[一-鿿]{0,2}(?:建设|项目|工程|[的里内等和与、]))"
_SIZED = re.compile(
    "(?:(?:计划)?总?投资|占地|(?:总?建筑)?面积|设?床位)[约近达超]?[0-9][^，。；：\n的]{0,26}的"
    f"(?P<sized>[一-鿿]{{1,10}}?{_BUILT}(?:[一二三四]期)?){_NO_MORE}"
    f"|(?:[新已]?启用|新?投用|投入使用|新开业|新落成)的(?P<opened>[一-鿿]{{1,8}}?{_BUILT}(?:[一二三四]期)?){_NO_MORE}"
)
# A room, a fund or a vessel that its name in quotation marks heads: “知心大姐”茶话室|接访, “海燕”号货轮|航行.
_NAMED = re.compile(
    "“(?P<name>[^“”\n]{2,14}(?:[室站坊吧屋店]|基金|[助奖]学金|项目))”(?=自|有|现有|共有|计划总投资|总投资|接|受理|收|累计|全年)"
    "|“[^“”\n]{2,8}”(?:号[一-鿿]{0,6}?(?:[船舰艇轮器车机]|列车)|[一-鿿]{0,3}(?:机器人|调解室|茶话室|书[屋房]|驿站|工作室|服务[站队]|合作社|班[轮列车]|专列))(?=[^的等“、\n])"
)
# A zone or basin named after places in it, whose figures it has, in its own clause or the next: 双江城市群|走深走实，….
_REGION = re.compile(
    "(?:(?![全我本该各新的和与及等是为在])[一-鿿]){2,12}?(?:经济[区圈]|都市圈|城市[群圈]|(?<!小)流域)(?=[一-鿿])"
    "(?![的和与及等至到里内上中外级管委]|(?:发展|综合)?[规方改试工])(?=[^。；：\n]{0,28}[0-9])"
)
# A facility or unit that two or more characters before its kind name: 乌兰|车间, 北郊|院区, 白沙|水文站. Behind it
# stands what is told of it, no place in it.
_KINDS = (
    "[院校厂灌工矿赛]区|书房|车间|水库|(?:水文|气象|变电|泵|水电|收费|检查|客运|火车|高铁)站|口岸|医[共联]体|联合体"
    "|(?:创业|产业|孵化|科技|物流|工业)园|分[馆院校厂会]|代表队|道班|项目部|航站楼|安置点|事业部|高炉|超市|商场|直属库"
    "|湿地(?!公园|保护|修复)"
)
_UNIT = re.compile(
    "(?![全我本该各新每这那其从把被让给使在对比较]|离(?!岛)|向(?!阳)|[高低多少]出|[高低]于|[当其]中)(?:"
    f"(?:(?![的各和与等及])[一-鿿]){{2,8}}?(?:{_KINDS})(?:[一二三四]期|[甲乙丙丁]班)?|医[共联]体|综保区|家委会|评委会)"
    "(?![的和与及等至到、里内上中外区）”]|建设|改造|[主书]|数|[0-9]+[余多]?[个家所座处条支])"
    "(?=[^。；：\n]{0,28}(?:[0-9]|百分之|[一二三四五六七八九][百千万]))"
)
# One of several with its number: 3号高炉, 运维一值, 2号线.
_NUMBERED = re.compile(
    "(?:[一-鿿]{2,6}?)?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})号(?:高炉|机组|转炉|焦炉|锅炉|生产线|线(?!路|.段|[一-鿿]{1,6}站)|泵站|船闸|矿井)(?=[一-鿿])"
    "|(?:[一-鿿]{2})[一二三四五六七八九十](?:值|工区|车间)(?=[一-鿿])"
    "|(?:民事?|刑事?|行政|执行|审判)?(?:审判)?第?[一二三四]庭(?=[一-鿿])"
    "|[一二三四五六七八九]年级组(?![织建成])(?=[一-鿿])|[初高][一二三]年级(?:组(?![织建成]))?(?=[一-鿿])"
)
# Areas told of by where they lie: 下游三县|转移群众1.62万人.
_LYING = re.compile("(?:[上中下]游|沿[江河湖海线]|周边|邻近)[两三四五六七八九十]个?[省市县区州旗盟镇乡村](?=[一-鿿])")
# The union of whoever reports: 工会|筹集互助金88.6万元, not 工会|经费收缴率.
_UNION = re.compile("(?<=[。；！？\n 　，])工会(?!组织|工作|建设|系统|会|经费|参与|干部|搭)")
_GRADE = re.compile("[一二三四五六七八九]年级组")
_SHOP = re.compile("[一-鿿]{2}车间(?:[甲乙丙丁]班)?")
_CLAUSE = re.compile("[^，。；：\n]*")
_FIGURE = re.compile("[0-9]|百分之|[一二三四五六七八九][百千万]")
_SIZE = re.compile("，(?:总?面积|建筑面积|占地|总?投资|[现拥设共]有|全长|藏书|床位)")  # 晶华分馆|，面积不过90平方米
_READ = 8  # characters
_WORKED_ON = re.compile("[新改扩整维翻修建]|走|参观|检查|慰问|深入|进驻|来到|覆盖")  # 改造车间, no 烧结车间
_NO_NAME = frozenset("vdpcmtrua")  # of words that no name begins with


def is_measured(text: str, end: int) -> bool:
    """Return whether behind the name of a place that ends here stands what is measured of it: 镜湖|透明度1.2米."""
    return _MEASURED.match(text, end) is not None


def part_of(text: str, place: Mention) -> int | None:
    """Return where the name of a part of a place ends of which something is told: 青堰市|主城区, 甲湖|景区.

    Of a body it is what lies with it and is named after it: 机械厂|宿舍.
    """
    if place.label == "ORG":
        return dwelling_of(text, place.end) or working_at(text, place)
    part = _TOWN_OF.match(text, place.end) or _PART_OF_IT.match(text, place.end) or _region_at(text, place.start)
    return part.end() if part else _unit_at(text, place.end) or working_at(text, place)


def dwelling_of(text: str, end: int) -> int | None:
    """Return where the name of what lies with a body ends, which is named after it: 机械厂|宿舍."""
    dwelling = _DWELLING.match(text, end)
    return dwelling.end() if dwelling else None


def _region_at(text: str, start: int) -> re.Match[str] | None:
    """Return the name of a zone or basin that begins here and with no verb."""
    region = _REGION.match(text, start)
    named = region and plain_jieba().tag(region[0])[0][1][0] not in _NO_NAME
    return region if named else None


def _unit_at(text: str, start: int) -> int | None:
    """Return where the name of a facility or unit ends that begins here and of which something is told."""
    unit = _NUMBERED.match(text, start) or _UNIT.match(text, start)
    if unit is None:
        return None
    if (
        text[start].isdigit()
        or _GRADE.fullmatch(unit[0])
        or (_SHOP.fullmatch(unit[0]) and not _WORKED_ON.match(unit[0]))
    ):
        return unit.end()  # 烧结车间, though 烧结 is a verb
    named = plain_jieba().tag(unit[0])[0][1][0] not in _NO_NAME
    return unit.end() if named and (unit.re is _NUMBERED or _tells(text, unit.end())) else None


def _tells(text: str, end: int) -> bool:
    """Return whether the clause behind a unit has a figure, or both it and the next tell what was done.

    滨江校区|首次招生，|录取270名; not 青石口岸|临时通关，|开放口岸增至19个.
    """
    clause = _CLAUSE.match(text, end)
    if clause is None or _FIGURE.search(clause[0]) or _SIZE.match(text, end):
        return True
    words = (clause[0], text[clause.end() + 1 : clause.end() + 1 + _READ])
    return all(_is_deed(each.lstrip()[:_READ]) for each in words)


def _is_deed(words: str, deeds: str = "v") -> bool:
    """Return whether words begin with a verb, adverbs before it aside."""
    kinds = [tag[0] for _, tag in plain_jieba().tag(words)]
    return next((kind for kind in kinds if kind not in "dmt"), "x") in deeds


def find_things(clean: CleanText, text: str, places: Sequence[int], covered: Container[int]) -> list[Head]:
    """Return the sites of which a size is told before their names, and things with a name of their own."""
    marks = []
    for place in places:
        sized = _SIZED.match(text, place)
        named = _NAMED.match(text, place) if place not in covered else None
        if sized:
            group = sized.lastgroup or ""
            marks.append(Head(place, clean.surface[sized.start(group) : sized.end(group)], "THING"))
        elif named:
            start, end = named.span("name") if named["name"] else named.span()
            marks.append(Head(place, clean.surface[start:end], "THING"))
        elif place not in covered and _UNION.match(text, place) and _is_deed(text[place + 2 : place + 2 + _READ], "vp"):
            marks.append(Head(place, clean.surface[place : place + 2], "THING"))
        elif place not in covered and (lying := _LYING.match(text, place)):
            marks.append(Head(place, clean.surface[place : lying.end()], "THING"))
        elif place not in covered and (region := _region_at(text, place)):
            marks.append(Head(place, clean.surface[place : region.end()], "THING"))
        elif place not in covered and (until := _unit_at(text, place)):
            marks.append(Head(place, clean.surface[place:until], "THING"))
    return marks
