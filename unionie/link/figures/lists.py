"""Lists of indicators that stand before lists of values: 甲、乙和丙分别增长1%、2%和3%.

Enters: the words before a run of values. Leaves: one indicator for each value, or None.
"""

from __future__ import annotations

import re

from unionie.link.figures.cues import alternation, words
from unionie.link.figures.phrases import Tagger, clean_phrase, trim_left
from unionie.values.numerals import parse_number

_RESPECTIVELY = re.compile(r"分别|依次|分[列居获](?=[全第]|$)|各(?:为|$)|双[升降增减]?$|[升降]?双[升降]$")
RESPECTIVELY = re.compile("分别|依次|分[列居获][全第]")
_SEPARATOR = re.compile(r"、|以及|[和及与](?!谐|平|解|睦|时|众)")
BODY = re.compile(
    r"(?:[省市区县州旗盟镇乡村局厂院校会矿科系站室队]|公司|集团|中心|街道|支行|分局|企业|单位|车间|班组|部门|派出所|税务所|供电所|法庭)$"
)
_BODY_FIRST = re.compile(rf"(?P<body>[一-鿿]{{2,10}}?{BODY.pattern[:-1]})(?P<measure>[一-鿿]{{2,}})$")
_OF_KIND = re.compile(rf"[一-鿿]{{0,4}}?{BODY.pattern[:-1]}的?[一-鿿]{{2,}}")  # 三个|法庭收案
_SAME_KIND = re.compile(
    "(?:医院|卫生院|分院|公所|[大中支]队|[镇乡村]|学校|[中小]学|法院|检察院|法庭|中心|公司|总工会|车间|派出所|税务所|供电所|街道|社区|支行|分局|分厂)$"
)
_KIND = 2  # characters: 城区, 农村 and 小学 are kinds
_EACH = re.compile(r"先后|相继|各(?=[一-鿿]{1,3}$)")  # of bodies alone: 甲镇、乙镇各建|4个、6个
_ALL_OF = re.compile(  # which counts the list that it ends: 甲、乙两家|企业, 甲、乙、丙三块|收入, 甲、乙两|市
    r"(?P<count>[两兩二三四五六七八九十]|(?<!\d)\d)(?:[大家个個所類类项項块种支条名位科门]|(?=[省市县縣区區院乡鄉镇村校州]))(?P<rest>[^、]{0,10})$"
)
# What is said of all of several names, before the first and behind the last: 沿线的|甲, 乙|两市.
_LYING = re.compile("^(?:沿线|下辖|所辖|下属|所属|邻近|相邻|毗邻|周边|辖区内?|[境管]内)的?(?=[一-鿿]{2})")
_OF_THEM = re.compile("(?<=[一-鿿]{2})(?P<count>[两二三四五六七八九])个?[省市县区州旗盟镇乡村]$")
_SHORT = 4  # characters of a word that shares another's tail
_SUCH_AS = re.compile("(?<=[一-鿿]{2})等(?![级次奖位])[一-鿿]{2}")  # 焊工、面点|等培训班: of all of them
_VERB = 2
_PAIR = 2
_COMMA = re.compile("、")
_COMMA_OR_AND = re.compile("、|和(?!谐|平|解|睦|时|众)")  # 同城、异地和国际及港澳台|业务量
_BOUNDED = re.compile("[一-鿿]{1,4}?及?以[上下](?=[一-鿿]{2})")  # 三级、二级、一级及以下|医疗机构
_INSURANCE = "保险"
_MEASURE = re.compile(
    r"[额率量数值价比度]$|余额|收入|面积|增加值|产值|指数|支出|投资|人次|里程|价格|存款|贷款|规模|时间|成本|利润|税收|产量|进出口|出口|进口"
)
_SECTORS = re.compile(
    r"(?P<before>.*?)第?(?P<ordinals>[一二三](?:[、和及]?[一二三]){1,2})(?:次?产(?P<long>业)|产)(?P<measure>.*)"
)
_OF_SECTORS = re.compile("三次产业(?!结构|比例)(?=[一-鿿]{2})")  # 三次产业|贡献率分别为…
_SERIES = frozenset("特一二三四五冠亚季金银铜甲乙丙")  # 一、二、三等奖; 冠、亚、季军
_PER_UNIT = re.compile(r"(?:单位|万元)(?:地区|国内)?(?:生产总值|GDP|工业增加值)")  # 单位GDP能耗、|二氧化碳排放
_GRADES = ("国家级", "省级", "市级", "区级", "县级", "州级", "校级", "院级")
_GRADE = re.compile("(?:国家|[省市区县州校院])级(?=[一-鿿]{2})")
_TRADE = ("进口", "出口")
_CLASS = frozenset("网区镇乡村级线站校院所段道河岸岛")  # what may end a word of two characters
_PAIRS = {
    "存贷款": ("存款", "贷款"),
    "出入境": ("出境", "入境"),
    "城乡": ("城镇", "乡村"),
    "男女": ("男", "女"),
    "中小学": ("中学", "小学"),
    "进出口": ("进口", "出口"),
}


_STANDS_OUT = re.compile(
    r"(?:数量|人数|件数)?(?:[最居较更][多大高]|突出|高发|(?:排名|[位]?[居列])?前[两二三四五六七八九十]+位?)$"
)
_COUNTED_KIND = re.compile(r"前?(?P<count>[两二三四五六七八九十]|(?<!\d)\d)[大家个类项种位](?=[一-鿿]{3,}、)")
_LONGEST_NAME = 10
# What a clause says of all that it lists: A、B和C|再次提高, 均有所增长.
_CHANGED = re.compile(
    f"(?:[均都]|全部|双双|再次|进一步|稳步|稳定|持续|明显|大幅度?|同步|继续|逐[年步]|有所|又有|得到|普遍|不断){{1,3}}"
    f"(?:{alternation('change')}|调整|落实|增强)$"
)
_IS_LIST = re.compile(r"(?:是|为|有|包括)(?P<list>[^，；：]+)$")


def listed_before(surface: str, words: str, count: int, tag: Tagger) -> tuple[str, list[str]] | None:
    """Return (indicator, subjects) if a clause ends in ``count`` names: 参保率最高的是东屏区、临溪县和市教育工会."""
    match = _IS_LIST.search(words)
    if match is None:
        return None
    start = match.start("list")
    pieces = [piece for piece in _SEPARATOR.split(surface[start:]) if piece]
    low, high = trim_left(words[: match.start()], tag)
    head = re.sub(r"(?:最高|最低|最多|最少|较高|较低|居前)?的?$", "", clean_phrase(words[low:high], surface[low:high]))
    return (head, pieces) if len(pieces) == count and head else None


def compared_before(surface: str, words: str, count: int, tag: Tagger) -> list[str] | None:
    """Return the ``count`` things that stand out among others: 盗窃、诈骗两类犯罪|最多, 甲、乙产值|居前两位."""
    match = _STANDS_OUT.search(words)
    if match is None:
        return None
    low, high = trim_left(words[: match.start()], tag)
    pieces = [piece for piece in _SEPARATOR.split(clean_phrase(words[low:high], surface[low:high])) if piece]
    if len(pieces) != count:
        return None
    counted = _ALL_OF.search(pieces[-1])
    if counted is None or not counted.start() or parse_number(counted["count"]) != count:
        return expand_items(pieces, tag)
    pieces[-1] = pieces[-1][: counted.start()]
    return [piece + counted["rest"] for piece in pieces]


def changed_before(surface: str, words: str, count: int, tag: Tagger) -> list[str] | None:
    """Return the ``count`` things of which a clause says that all rose or fell: 养老金、低保标准和补贴|再次提高."""
    match = _CHANGED.search(words)
    if match is None:
        return None
    low, high = trim_left(words[: match.start()], tag)
    for separators in (_SEPARATOR, _COMMA_OR_AND):
        pieces = _split(separators, surface, words, low, high)
        if len(pieces) == count:
            return expand_items(each_of(pieces), tag)
    return None


def summed_before(indicator: str, count: int, tag: Tagger) -> list[str] | None:
    """Return the ``count`` things that an indicator adds up and counts: 餐饮、家政、物流三个行业."""
    pieces = [piece for piece in _SEPARATOR.split(indicator) if piece]
    if len(pieces) != count or count < _PAIR:
        return None
    counted = _ALL_OF.search(pieces[-1])
    if counted is None or not counted.start() or parse_number(counted["count"]) != count:
        return None
    return expand_items([*pieces[:-1], pieces[-1][: counted.start()]], tag)


def enumerated_before(surface: str, words: str, count: int, tag: Tagger) -> list[str] | None:
    """Return the ``count`` names that end a clause and are counted before: 前三大贸易伙伴|东盟、欧盟、韩国."""
    match = _COUNTED_KIND.search(words)
    pieces = _COMMA_OR_AND.split(surface[match.start() :]) if match else []
    if match is None or len(pieces) != count or parse_number(match["count"]) != count:
        return None
    named = [word for word, _ in tag(pieces[0])][-1] if not _IS_LIST.search(words) else ""
    short = all(0 < len(piece) <= _LONGEST_NAME for piece in pieces[1:])
    return [named, *pieces[1:]] if len(named) > 1 and short else None


def align(surface: str, words: str, head_end: int, count: int, tag: Tagger) -> list[str] | None:
    """Return ``count`` indicators for the values behind ``words`` if they list just so many before 分别.

    The last has what counts the list (两家企业) behind it, see ``each_of``.
    """
    match = _RESPECTIVELY.search(words) or _EACH.search(words)
    if count < 2 or match is None:
        return None
    stop = min(match.start(), head_end) if head_end else match.start()
    low, high = trim_left(words[:stop], tag)
    if high <= low:
        return None
    if sectors := _sectors(clean_phrase(words[low:high], surface[low:high]), count):
        return sectors
    for separators in (_SEPARATOR, _COMMA, _COMMA_OR_AND):  # 教育、社会保障和就业、医疗卫生 are three
        pieces = _split(separators, surface, words, low, high)
        if len(pieces) == count and (not _EACH.match(match.group()) or _are_bodies(pieces)):
            return pieces
    return packed(clean_phrase(words[low:high], surface[low:high]), count)


def coordinated(phrase: str, count: int, *, linked: bool = False) -> list[str] | None:
    """Return the ``count`` short heads that share the tail of the last (城镇、农村居民收入), or None."""
    pieces = [piece for piece in _SEPARATOR.split(phrase) if piece]
    if len(pieces) != count or _SUCH_AS.search(pieces[-1]) or not all(len(piece) <= _SHORT for piece in pieces[:-1]):
        return None
    if {pieces[0][-1], *pieces[1:-1], pieces[-1][0]} <= _SERIES:
        return pieces  # 评出一、二、三等奖|3个、5个和8个
    if linked and len(pieces[-1]) <= _SHORT:
        return pieces  # 去程、回程为1702列、1413列
    return pieces if len(pieces[-1]) > max(map(len, pieces[:-1])) else None


def each_of(items: list[str]) -> list[str]:
    """Return the items without what counts them behind the last; a measure there is of each: 三块收入, 两家企业."""
    match = _ALL_OF.search(items[-1])
    if match is None or not match.start() or parse_number(match["count"]) != len(items):
        return items
    items = [*items[:-1], items[-1][: match.start()]]
    measured = _MEASURE.search(match["rest"]) or match["rest"].endswith("分") or _OF_KIND.fullmatch(match["rest"])
    return [item + match["rest"].replace("的", "") for item in items] if measured else items


def subjects_of(items: list[str], listed: list[str], after: str, tag: Tagger) -> list[tuple[str | None, str]]:
    """Return (subject, indicator) of each item: what each did where a verb stands between 分别 and the values.

    ``listed`` are the items as the text lists them: bodies, where the last says so.
    """
    did = trim_left(after, tag)
    verb = after[did[0] : did[1]].strip("、，的了")
    if (bodies := _are_bodies(listed)) and verb and not _MEASURE.search(verb):
        return [(_bare(item, len(items)), verb) for item in items]
    if shared := None if bodies else _of_bodies(listed):
        return shared
    told = len(verb) >= _VERB and not _MEASURE.search(verb) and tag(verb)[0][1].startswith("v")
    return [(None, item + verb if told else item) for item in items]


def _of_bodies(listed: list[str]) -> list[tuple[str | None, str]] | None:
    """Return the measure that named bodies share behind the last: 东屏镇、南屏镇|财政收入; 城区 is a kind of place.

    Bodies of one kind share whatever stands there: 县医院、县中医院|退回基金.
    """
    *others, last = listed
    kind = _SAME_KIND.search(others[-1])
    at = last.rfind(kind.group()) if kind else -1
    if kind and at > 0 and len(last) > at + len(kind.group()) + 1:
        body, measure = last[: at + len(kind.group())], last[at + len(kind.group()) :]
    else:
        match = _BODY_FIRST.match(last)
        if match is None or not _MEASURE.search(match["measure"]):
            return None
        body, measure = match["body"], match["measure"]
    bodies = [*others, body]
    if not all(len(body) > _KIND and BODY.search(body) for body in bodies):
        return None
    return [(_bare(body, len(bodies)), measure) for body in bodies]


def _bare(body: str, count: int) -> str:
    """Return the name of one of several without what is said of all: 沿线的|甲, 乙|两市."""
    match = _OF_THEM.search(body)
    size = len(match.group()) if match and parse_number(match["count"]) == count else 0
    return _LYING.sub("", body[: len(body) - size])


def _are_bodies(items: list[str]) -> bool:
    """Return whether a list is one of bodies: all look like it, or they are counted as such (两家企业)."""
    counted = _ALL_OF.search(items[-1])
    return all(BODY.search(item) for item in items) or bool(counted and BODY.search(counted["rest"]))


def _split(separators: re.Pattern[str], surface: str, words: str, low: int, high: int) -> list[str]:
    pieces = []
    position = low
    for separator in [*separators.finditer(words, low, high), None]:
        end = separator.start() if separator else high
        pieces.append(clean_phrase(words[position:end], surface[position:end]))
        position = separator.end() if separator else high
    return [piece for piece in pieces if piece]


def packed(phrase: str, count: int) -> list[str] | None:
    """Return the ``count`` indicators that words before as many values pack into one: 城乡居民收入4万元、2万元."""
    return _sectors(phrase, count) or _paired(phrase, count)


def _sectors(phrase: str, count: int) -> list[str] | None:
    """Return the sectors of the economy written out: 一、二、三产业增加值 → 第一产业增加值, …"""
    match = _SECTORS.fullmatch(_OF_SECTORS.sub("一二三产业", phrase))
    ordinals = re.sub("[、和及]", "", match["ordinals"]) if match else ""
    if match is None or len(ordinals) != count:
        return None
    opening, closing = ("第", "产业") if match["long"] else ("", "产")
    return [f"{match['before']}{opening}{ordinal}{closing}{match['measure']}" for ordinal in ordinals]


def _paired(head: str, count: int) -> list[str] | None:
    """Return both indicators that a coordinated word stands for: 城乡居民收入 → 城镇…, 乡村…"""
    for word, pair in _PAIRS.items():
        if count == 2 and word in head:
            return [head.replace(word, item, 1) for item in pair]
    return None


def expand_items(items: list[str], tag: Tagger) -> list[str]:
    """Return the items with the tail that they share written out: 城镇、农村居民收入 → 城镇居民收入, 农村居民收入.

    The tail is what the last item has behind the word that stands for the others; of a longer list only the
    measure itself (零售额, 贷款余额) is shared.
    """
    if (per := _PER_UNIT.match(items[0])) and not any(_PER_UNIT.match(item) for item in items[1:]):
        return [items[0], *(per.group() + item for item in items[1:])]
    last = items[-1]
    grade = _GRADE.match(last)
    if grade and all(item.endswith(_GRADES) for item in items[:-1]):  # 新建省级、市级|示范基地
        return [*(item + last[grade.end() :] for item in items[:-1]), last]
    if all(len(item) == 1 for item in items[1:-1]) and {items[0][-1], *items[1:-1], last[0]} <= _SERIES and last[1:]:
        return [items[0] + last[1:], *(items[0][:-1] + item + last[1:] for item in items[1:-1]), items[0][:-1] + last]
    if len(items) == _PAIR and items[0].endswith(_TRADE) and last.startswith(_TRADE) and len(last) > len("出口总额"):
        trade = len(_TRADE[0])
        return [items[0] + last[trade:], items[0][:-trade] + last]  # 口岸进口、出口|整体通关时间
    if all(len(item) == 1 for item in items[:-1]) and last[1:2] in _CLASS and last[2:]:
        return [*(item + last[1:] for item in items[:-1]), last]  # 城、农|网供电可靠率
    tokens = [word for word, _ in tag(last)]
    if len(items) < 2 or len(tokens) < 2 or any(_MEASURE.search(item) for item in items[:-1]):
        return _with_shared(items)
    if len(items) == _PAIR and (tail := _behind_same(items[0], last, tag)):
        return [items[0] + tail, last]
    if tail := _behind_own(items, tag):
        return [*(item + tail for item in items[:-1]), last]
    insured, _, _ = last.partition(_INSURANCE)
    if 0 < len(insured) <= _SHORT and len(insured) < len(last) and not any(_INSURANCE in item for item in items[:-1]):
        return [*(item + last[len(insured) :] for item in items[:-1]), last]  # 养老、失业、工伤|保险参保人数
    size = len(items[0])
    if (
        size <= 3
        and all(len(item) <= 3 for item in items[:-1])
        and (
            len(tokens[0]) == size or (len(tokens[0]), size) == (4, 2)  # 农村居民 is one word to the tagger
        )
    ):
        tail = last[size:]
    elif _MEASURE.search(last):
        alone = len(tokens[-1]) > 2 or len(tokens) < 3 or {item[-1] for item in items[:-1]} == {tokens[-2][-1]}
        tail = tokens[-1] if alone else tokens[-2] + tokens[-1]  # 纺织业、酒制造业|产值
    else:
        return _with_shared(items)
    return [item + tail for item in items[:-1]] + [last]


def _with_shared(items: list[str]) -> list[str]:
    """Return the items with what the last one says for all: 民事、行政|案件, 城市低保、农村低保|标准."""
    tail = next((tail for tail in words("shared") if items[-1].removesuffix(tail) not in ("", items[-1])), "")
    own = (tail, tail[:1]) if tail else ("",)
    return [item if item.endswith(own) or _MEASURE.search(item) else item + tail for item in items]


def _behind_own(items: list[str], tag: Tagger) -> str:
    """Return what the others share with a last item of two things, or with a bound: 国际及港澳台|业务量."""
    last = items[-1]
    if bound := _BOUNDED.match(last):
        return last[bound.end() :]
    joint = _SEPARATOR.search(last, 1)
    if joint is None or last.startswith(("及", "和"), joint.end()):
        return ""
    tokens = [word for word, _ in tag(last[joint.end() :])]
    kinds = {item[-1] for item in items[:-1]}
    alike = [at for at, token in enumerate(tokens[:-1], 1) if kinds == {token[-1]}]  # 金融业、信息服务业|增加值
    tail = "".join(tokens[alike[-1] if alike else 1 if len(tokens[0]) > 1 else 2 :]) if tokens else ""
    return tail if len(tail) > 1 else ""


def _behind_same(first: str, last: str, tag: Tagger) -> str:
    """Return what follows in the last item the word that ends the first: 城镇居民、农村居民|人均可支配收入."""
    word = tag(first)[-1][0][-2:]
    before, found, tail = last.partition(word)
    return tail if found and before and len(word) == len("居民") and _MEASURE.search(tail) else ""
