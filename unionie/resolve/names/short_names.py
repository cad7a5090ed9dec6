"""Short names that a text never defines: 校工会, 团县委, 汝淮法院 and 渭川重装 are bodies that it names in full too.

Enters: the keys of all names of a text. Leaves: short names, each with the only whole one that it can stand for. Next:
``identities`` joins them.

Bodies are shortened in three ways, and what is left must account for every word of the whole name: the owner before
it is left out (东岭县|教育局), each word gives its first character (渭川重(型)装(备)), or a proper name stands with the
kind alone (阿雅(苗绣专业)合作社). What tells two bodies of one kind apart ((中)医院, (发展)银行) is never left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from unionie.dictionary import plain_jieba
from unionie.resolve.places.divisions import by_short_name

# How the name of an owner ends: an area, a house or a part of one.
_OWNER = re.compile("[省市区县旗州盟镇乡村道局厂矿院校学司团段场站社会处部委队行]$")
# A kind of owner in place of the owner, 校|工会 and 集团公司|工会, and how the name of such an owner ends.
_HOUSED = re.compile("(集团公司|集团|公司|街道|[校院厂矿局段场社行镇乡省市区县旗州盟])(?=[一-鿿]{2})")
_HOUSES = {"校": "[学校中小]", "院": "[院校]", "集团公司": "(?:集团|公司)", "集团": "集团(?:[一-鿿]{0,6}公司)?"}
_LEAGUE = re.compile("团([省市区县旗州盟镇乡])委")
# Words that a short name leaves out at no loss; those that only say what form of firm it is; areas behind their names.
_IDLE = frozenset(["人民", "和", "与", "及", "暨", "管理", "委员", "专业", "公司", "集团", "有限", "责任", "股份"])
_LEGAL = frozenset(["公司", "集团", "有限", "责任", "股份", "厂"])
_AREAS = frozenset("省市区县旗州盟镇乡")
# A proper name with the kind alone, where the kind is none of which an area has several: not 县(中)医院.
_NAME_AND_KIND = re.compile("(?P<name>[一-鿿]{2,6}?)(?P<kind>公司|集团|股份|合作社|派出所|所|站|法庭|庄园|工区)")
_FIRM = re.compile("(?:股份)?有限(?:责任)?公司$|公司$|集团$|合作社$")
_TRADE = re.compile("[一-鿿]业(?:集团)?(?:(?:股份)?有限(?:责任)?公司)?")
# A bureau by the first characters of what it sees to: 县|文|旅|局.
_BUREAU = re.compile("(?P<area>[省市区县旗州盟])(?P<tasks>[一-鿿]{2,4})(?P<kind>[局委])")
_KINDS = "局厂站所院校社会队处部委团班组店场矿行区县市省州旗镇乡"
_HOUSE_KINDS = ("医院", "法院", "学院")
# A part of a bureau or union of an area, which is the only one there: 甲县|公安局|交通警察大队.
_PART_OF_AREA = re.compile(
    "(?P<area>[一-鿿]{0,8}?[省市县区旗州盟])(?P<house>[一-鿿]{2,10}?局|总工会|妇女联合会|残疾人联合会|红十字会)"
    "(?P<unit>[一-鿿]{2,12}(?:大队|支队|中心|[站所室]))"
)
_FORMERLY = {
    "交通运输局": "交通局",
    "农业农村局": "农业局",
    "卫生健康局": "卫生局",
    "城市管理综合行政执法局": "城市管理局",
    "供销合作社联合社": "供销社",
}
_BRANCH = re.compile(
    "(?P<place>[一-鿿]{1,6})(?P<trade>电信|移动|联通|邮政|铁塔|石油|石化|人寿|人保|烟草)(?:公司|分公司)?"
)
_AREA_AND_KIND = re.compile("[一-鿿]{2,8}[省市县区旗州盟][院局]")  # 甲阳市|院: 市院, with the name of the 市
_MANY = re.compile("[全各]")  # 全国高校团委 are many
_KIND_ALONE = re.compile("(?:[院队会局所站社厂馆台部处科室班校园矿场段库行]|中心|公司|集团|公署)$")
# What tells bodies of one kind apart, before the kind: 第一|中学, 中|医院; what is one of many in its area: 县|医院.
_TELLS_APART = re.compile("[第一二三四五六七八九十0-9甲乙丙丁总分副支]$|[直附所下]属$")
_SIDE = re.compile(
    "[东南西北中上下大小新老]$"
)  # the same before a kind alone: 中|医院, 东|车站; a place's name ends so too
_LEVEL = re.compile("[省市县区旗州盟镇乡村校院厂矿局]")
_LATE = 1 << 60
_SHORTEST = 3
_MOST = 256  # names: in a list of so many nothing is shortened


def find_wholes(
    keys: Iterable[str], own: str | None = None, places: Mapping[str, int] | None = None
) -> Iterator[tuple[str, str]]:
    """Yield short names and the only longer one that each can stand for, the longest first.

    ``own`` is the name of whose report it is: among several, a short name stands for it. ``places`` says where each
    name stands first: what is named in full before is meant by its last words alone.
    """
    names = sorted(set(keys), key=lambda key: (-len(key), key))
    places = places or {}
    wholes: dict[str, str] = {}
    for short in names if len(names) <= _MOST else ():
        longer = [name for name in names if len(name) > len(short) and (short[0] in name or short[0] == "校")]
        found = {wholes.get(name, name) for name in longer if is_short_of(short, name)}
        if not found:
            echoed = [name for name in longer if _is_echo(short, name)]
            named = any(places.get(name, _LATE) < places.get(short, -1) for name in echoed)
            found = {wholes.get(name, name) for name in echoed if named}
        if len(found) == 1 or own in found:
            wholes[short] = own if own is not None and own in found else found.pop()
            yield short, wholes[short]


def _is_echo(short: str, whole: str) -> bool:
    """Tell whether ``short`` can be what a body is called that was named in full before: 甲海洋生物技术|研究院."""
    if not whole.endswith(short):
        return False
    lead = whole[: -len(short)]
    kind = _KIND_ALONE.search(short) is not None and not _LEVEL.match(short)
    apart = _TELLS_APART.search(lead) or (len(short) <= _SHORTEST and _SIDE.search(lead))
    return kind and len(lead) > 1 and not apart


def is_short_of(short: str, whole: str) -> bool:
    """Tell whether ``short`` can be a short name of ``whole``."""
    if _is_branch(short, whole):
        return True
    at = -1
    for character in short.removeprefix("校"):
        at = whole.find(character, at + 1)
        if at < 0:
            return False
    if _MANY.match(whole):
        return False
    if len(short) < _SHORTEST:
        return _is_name_and_kind(short, whole) or _is_area_and_kind(short, whole)
    if _AREA_AND_KIND.fullmatch(short) and whole.startswith(short[:-1]):
        return _is_area_and_kind(short[-2:], whole[len(short) - 2 :])
    return (
        _lacks_owner(short, whole)
        or _is_league(short, whole)
        or _is_name_and_kind(short, whole)
        or _is_bureau(short, whole)
        or _lacks_house(short, whole)
        or _is_old_name(short, whole)
        or _is_abridged(short, whole)
    )


def _lacks_owner(short: str, whole: str) -> bool:
    """Tell whether the whole name has only an owner more, or names the house that the short one calls by its kind."""
    if whole.endswith(short):
        return _is_owner(whole[: -len(short)]) or _HOUSED.match(short) is not None
    housed = _HOUSED.match(short)
    if housed is None or not whole.endswith(short[housed.end() :]):
        return False
    kind = housed.group(1)
    return re.search(f"{_HOUSES.get(kind, kind)}$", whole[: housed.end() - len(short)]) is not None


def _is_owner(lead: str) -> bool:
    return (_OWNER.search(lead) is not None and lead != "共青团") or lead in by_short_name()


def _is_league(short: str, whole: str) -> bool:
    league = _LEAGUE.fullmatch(short)
    return league is not None and re.match(f"共青团.+{league.group(1)}委(?:员会)?$", whole) is not None


def _is_name_and_kind(short: str, whole: str) -> bool:
    """Tell whether a short name has the proper name and the kind of the whole one: 阿雅(苗绣专业)合作社."""
    told = _NAME_AND_KIND.fullmatch(short)
    if told is None:
        return not _FIRM.search(short) and whole.startswith(short) and _TRADE.fullmatch(whole, len(short)) is not None
    if told["name"] in by_short_name() or told["name"] in _LEGAL or told["name"][-1] in _AREAS:
        return False
    firm = whole if told["kind"] != "股份" else whole.removesuffix("有限公司")
    lead, found, _ = firm.removesuffix(told["kind"]).partition(told["name"])
    return (
        bool(found)
        and firm.endswith(told["kind"])
        and (not lead or _is_owner(lead) or (len(lead) < _SHORTEST and _FIRM.search(whole) is not None))
    )


def _is_area_and_kind(short: str, whole: str) -> bool:
    """Tell whether a short name has the level and the kind of the whole one: 市(中级人民法)院, 县(公安)局."""
    return (
        re.fullmatch("[省市区县旗州盟][院局]", short) is not None
        and re.match(f"[一-鿿]{{0,8}}?{short[0]}[一-鿿]{{2,12}}{short[1]}$", whole) is not None
    )


def _is_bureau(short: str, whole: str) -> bool:
    bureau = _BUREAU.fullmatch(short)
    if bureau is None or bureau["area"] not in whole:
        return False
    units = iter(_units(whole[whole.index(bureau["area"]) + 1 :]))
    return all(any(unit[0] == task for unit in units) for task in bureau["tasks"]) and whole.removesuffix(
        "员会"
    ).endswith(bureau["kind"])


def _lacks_house(short: str, whole: str) -> bool:
    """Tell whether a short name leaves out the bureau or union of an area that the whole one is a part of.

    县(总工会)职工服务中心, 县(公安局)交警大队.
    """
    part = _PART_OF_AREA.fullmatch(whole)
    if part is None or not short.startswith(part["area"]):
        return False
    rest = short[len(part["area"]) :]
    return len(rest) >= _SHORTEST and (rest == part["unit"] or _fits(rest, _units(part["unit"]), led=False))


def _is_old_name(short: str, whole: str) -> bool:
    """Tell whether a short name is what a body was called before, and still is in passing: 县交通局."""
    old = next((whole.replace(name, was) for name, was in _FORMERLY.items() if whole.endswith(name)), None)
    return old is not None and (short == old or _lacks_owner(short, old))


def _is_branch(short: str, whole: str) -> bool:
    """Tell whether a short name has the place and the trade of a firm's branch: 甲城电信, 县邮政公司."""
    branch = _BRANCH.fullmatch(short)
    if branch is None or not whole.startswith("中国" + branch["trade"]) or not whole.endswith("分公司"):
        return False
    return branch["place"] in whole[len("中国") + len(branch["trade"]) :]


def _is_abridged(short: str, whole: str) -> bool:
    """Tell whether every word of the whole name, but for an owner before it, is accounted for."""
    if whole.startswith(short):
        return all(unit in _LEGAL for unit in _units(whole[len(short) :]))
    units = _units(whole)
    return any(
        _fits(short, units[at:], led=False)
        for at in range(len(units))
        if not at or units[at] in _AREAS or _is_owner("".join(units[:at]))
    )


@lru_cache(maxsize=1024)
def _units(name: str) -> tuple[str, ...]:
    """Return the words of a name, long ones in pairs of characters and a kind by itself: 人民|法院, 水文|站."""
    units: list[str] = []
    for word in plain_jieba().cut(name, True):
        kind = word[-1] if len(word) > 2 and len(word) % 2 and word[-1] in _KINDS else ""
        rest = word.removesuffix(kind) if kind else word
        units += [rest[at : at + 2] for at in range(0, len(rest), 2)] if len(rest) % 2 == 0 else [rest]
        units += [kind] if kind else []
    return tuple(units)


def _fits(short: str, units: tuple[str, ...], *, led: bool) -> bool:
    """Tell whether a short name accounts for all units; ``led`` when a word of it stood in full."""
    if not units or not short:
        return not short and all(unit in _LEGAL for unit in units)
    unit, rest = units[0].removeprefix("第") or "第", units[1:]
    if short.startswith(unit) and _fits(short[len(unit) :], rest, led=led or len(unit) > 1):
        return True
    if (
        1 < len(unit) < 4
        and short[0] == unit[0]
        and (rest or unit[-1] not in _KINDS)
        and _fits(short[1:], rest, led=led)
    ):
        return True
    if not rest and short == "院" and unit in _HOUSE_KINDS:
        return True
    return (unit in _IDLE or (led and unit in _AREAS)) and _fits(short, rest, led=led)
