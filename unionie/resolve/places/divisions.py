"""Administrative divisions: names with their levels and the divisions above them.

Enters: ``rules/data/divisions.tsv``. Leaves: look-ups by name, and the reader of names at the head of a string.
Next: ``region`` finds where a report is from, ``honours`` which level an award has.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from unionie.rules import load_table

MUNICIPALITIES = frozenset({"北京市", "天津市", "上海市", "重庆市"})
_NATIONALITIES = re.compile(
    "(?:壮族|回族|维吾尔|藏族|羌族|苗族|侗族|彝族|土家族|布依族|哈尼族|傣族|景颇族|傈僳族|白族|朝鲜族|蒙古族|哈萨克|柯尔克孜)*"
    "(?:自治区|自治州|自治县|自治旗)$"
)
# 高新区, 社区, 全区 …: words that end like a division and are none.
_NO_NAME = re.compile(
    "(?:.*(?:高新|农高|[大港海]湾|开发|经开|示范|实验|保税|合作|风景|保护|产业|工业|社|园|景|市|地|辖|灾|校|院|学|小|片|库|疆|专|贫困|自治|街|军|战|新城|老城|主城|中心城|矿山"
    "|全|我|本|各|该|外|两|县|省|棚户?|厂|展|服务|游客|管理|功能|集聚|试验|先行|综合|自贸|居民|住宅|灌|旅游|度假|生活|办公|商业|候诊|住院)区"
    "|(?:山|城|矿|湖|港|新|老|东|西|南|北|林|牧|学|特|名|郊|农)区"
    "|.*(?:全|我|本|各|该|贫困|强|大|百强|试点|示范|先进|代理)县|[小山外邻]县"
    "|.*(?:全|我|本|各|该|县级|地级|省辖|都|超|菜|门|股|楼|夜|直辖|两|外|多|设区|强|兄弟|友好|大城|小城|新城|老城|文明城|卫生城|园林城|模范城|核心城|型城)市|城市"
    "|(?:[全我本][省市县]|全国).*|[一二三四五六七八九十两各百千]+[省市县区旗盟].*|[一二三四五六七八九十两几每这那]+[座个].*|.*[红队军党国团锦彩战校]旗|.*团州|.*政府[市县区旗州盟]|.*(?:[公工]党|民[革盟建进]|学社)[省市县区]|.*副[省市县区旗州盟])$"
)
_FORM = re.compile(
    "[一-鿿]{2,9}族自治[县旗盟州]|"
    "(?:(?![由在为与和是到对从向各及被把将于])[一-鿿]){2,3}?"  # names of one character are in the table
    "(?:市(?!场|民|值|面|属|区|县|直|级|管)|[区县](?!域|域内|级|直|属|内)|旗(?!帜|下|手|舰)|州(?=委|政府|人民政府|总工会|妇联))"
)
# Names of four or five characters, transcribed ones, are banners, or counties behind the name of what they lie in.
_CHARACTERS = "(?:(?![由在为与和是到对从向各及被把将于全我本该省市区县旗州盟])[一-鿿]){4,5}"
_LONG = re.compile(f"{_CHARACTERS}旗(?!帜|下|手|舰)")
_LONG_BEHIND = re.compile(f"{_CHARACTERS}(?:旗(?!帜|下|手|舰)|县(?!域|级|直|属|内))")


# Other places that bear the short name of one: 潮州镇 is not 潮州市.
_NAMESAKES = ("区", "县", "路", "市", "镇", "乡", "街", "大道", "广场", "社区", "小区", "花园", "新苑", "新村")
_NAMED_AFTER_HIM = re.compile("中山(?:大学|医|学院|公园|路|陵|纪念堂)")  # in many cities, few of them in 中山市
_MANY = 4
_MOUNTAINS = frozenset({"大兴安岭"})  # of three provinces: the prefecture is 大兴安岭地区


class Division(NamedTuple):
    """A division: its code, full name, level (province, prefecture, county) and the code of the one above."""

    code: str
    name: str
    level: str
    parent: str


class Place(NamedTuple):
    """The names that open a string: province, prefecture and county as written in full, None where not named."""

    province: str | None
    city: str | None
    county: str | None
    length: int


@cache
def by_code() -> dict[str, Division]:
    """Return all divisions by code."""
    return {row["id"]: Division(row["id"], row["name"], row["level"], row["parent"]) for row in load_table("divisions")}


@cache
def by_name() -> dict[str, tuple[Division, ...]]:
    """Return all divisions by full name."""
    found: dict[str, list[Division]] = {}
    for division in by_code().values():
        found.setdefault(division.name, []).append(division)
    return {name: tuple(each) for name, each in found.items()}


@cache
def _longest() -> int:
    """Return how many characters the longest name has."""
    return max(map(len, by_name()))


@cache
def by_short_name() -> dict[str, Division]:
    """Return provinces and prefectures by short name (江西, 广西, 上饶, 海南州); a province wins over a prefecture."""
    found: dict[str, Division] = {}
    for division in by_code().values():
        if division.level != "county" and short_name(division.name) not in _MOUNTAINS:
            found.setdefault(short_name(division.name), division)
            if division.name.endswith("自治州"):
                found.setdefault(f"{short_name(division.name)}州", division)
    return found


def short_name(name: str) -> str:
    """Return the name without its class: 江西省 → 江西, 广西壮族自治区 → 广西, 上饶市 → 上饶."""
    short = _NATIONALITIES.sub("", name)
    if short == name:
        short = re.sub("(?:特别行政区|地区|省|市|区|县|盟|旗|州)$", "", name)
    return short if len(short) > 1 else name


def above(division: Division) -> list[Division]:
    """Return the divisions above, the province first."""
    chain: list[Division] = []
    code = division.parent
    while code:
        parent = by_code()[code]
        chain.insert(0, parent)
        code = parent.parent
    return chain


def children(division: Division) -> list[Division]:
    """Return the divisions directly below."""
    return _by_parent().get(division.code, [])


@cache
def _by_parent() -> dict[str, list[Division]]:
    below: dict[str, list[Division]] = {}
    for each in by_code().values():
        below.setdefault(each.parent, []).append(each)
    return below


@lru_cache(maxsize=8192)
def read_place(text: str) -> Place:
    """Return the chain of division names at the head of ``text``: 江西省上饶市总工会 → 江西省, 上饶市."""
    province = city = county = None
    position = 0
    for _ in range(3):
        word, level = _one(text, position, taken=(province, city, county))
        if word is None:
            break
        position += len(word)
        if level == "province":
            province = _full(word)
        elif level == "prefecture":
            city = _full(word)
        else:
            county = word
            break
    return Place(province, city, county, position)


def _full(word: str) -> str:
    division = by_short_name().get(word)
    return division.name if division else word


def is_name(word: str) -> bool:
    """Tell whether a word that ends as a division does can be the name of one: not 高新区, 人民政府市."""
    return _NO_NAME.match(word) is None


def _one(
    text: str, position: int, *, taken: tuple[str | None, str | None, str | None]
) -> tuple[str | None, str | None]:
    """Return the next division name and its level, known names first, then names of the right form."""
    known = by_name()
    for length in range(min(_longest(), len(text) - position), 1, -1):
        word = text[position : position + length]
        if word in known and not (word[-1] == "市" and text[position + length : position + length + 1] == "区"):
            level = known[word][0].level
            if level == "county" and taken[0] and not any(_lies_in(each, taken[0]) for each in known[word]):
                break  # a namesake of one elsewhere
            return word, level if not (level == "prefecture" and taken[1]) else "county"
    short = by_short_name()
    for length in (4, 3, 2):
        word = text[position : position + length]
        division = short.get(word)
        behind = text[position + length : position + length + 2]
        longer = behind[1:] in ("市", "县", "区", "旗") and behind not in known and is_name(word + behind)
        opens = position == 0 or (division and division.level == "prefecture" and _lies_in(division, taken[0]))
        namesake = text.startswith(_NAMESAKES, position + length)
        if division and opens and not namesake and not _NAMED_AFTER_HIM.match(text, position):
            if division.level == "prefecture" and longer:
                break  # 松原|岭市 is none of 松原市's
            return word, division.level
    match = _FORM.match(text, position) or (_LONG_BEHIND if position else _LONG).match(text, position)
    if match and is_name(match.group()):
        word = match.group()
        if word[-1] in "市州":
            return word, "prefecture" if taken[1] is None else "county"
        return word, "county"
    return None, None


def _lies_in(division: Division, province: str | None) -> bool:
    return province is not None and any(each.name == province for each in above(division))


def names_many_provinces(text: str) -> bool:
    """Tell whether a text names four provinces or more."""
    return len({match.group() for match in _short_provinces().finditer(text)}) >= _MANY


@cache
def _short_provinces() -> re.Pattern[str]:
    names = (short_name(each.name) for each in by_code().values() if each.level == "province")
    return re.compile("|".join(names))
