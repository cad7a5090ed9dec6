"""The full name of whom a figure belongs to: 校工会 → 甲大学工会, 全校 → 甲大学, 全市法院 → 乙市法院.

Enters: a subject as the text has it, the directory of the report's organizations and the clean text. Leaves: its full
name in the characters of the text, the name itself where it is one, None where the text does not tell.
Next: ``facts`` and the Organization records.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from unionie.clean.characters import fold_name
from unionie.clean.types import CleanText
from unionie.resolve.names.forms import write_out
from unionie.resolve.names.identities import Directory, is_body_word, written_as

__all__ = ["full_names"]

# A house by its kind alone, and its union: in the report of 甲大学工会 全校 is 甲大学, 校工会 the union.
_HOUSE = re.compile("(?:集团公司|集团|公司|学校|医院|学院|工厂)")
_HOUSE_UNION = re.compile("(?:[院校厂矿局所站段行社馆]|集团公司|集团|公司|学院|学校|医院)工会(?:委员会)?")
_OF_UNION = re.compile("(?P<house>.{3,})(?<![总联合业])工会(?:委员会)?")
# Bodies of one kind in an area: 全市法院, 全县各级工会.
_SYSTEM = re.compile(
    "(?:[全我本]?(?P<level>[省市区县州旗盟])|(?=[两三]级))(?P<kind>(?:[两三]级)?(?:(?:人民)?法院|检察机关|检察院)"
    "|公安机关|(?:各级)?工会(?:组织|系统)?)"
)
_OTHER_WORDS = re.compile(
    "[全我本各该这那其某]|(?:.、.+|集团|公司|集团公司)?[两三]级|[省市区县州旗盟镇乡村院校厂局所](?=[一-鿿])|自治[区州县]"
)
_THAT_AREA = re.compile("该([省市区县州旗盟])")
_AREA = re.compile("[一-鿿]{2,}(?:[省市区县州旗盟镇乡村]|街道|社区)")
# The youth league of an area or a house, and how its name begins: 团县委 is 共青团甲县委, 校团委 共青团甲大学委员会.
_LEAGUE = re.compile("(?:团(?P<area>[省市区县州旗盟])委|(?P<house>[校院厂])团委)")
_OF_LEAGUE = re.compile("(?:中国)?(?:共产主义青年团|共青团)(?P<of>[一-鿿]{2,}?)委(?:员会)?")
_HOUSE_END = re.compile("[院校学厂矿司团]$")
_OF_ITS_OWN = re.compile("[校院厂](?:团委|学生会)")
_SHORTEST = 4  # characters of a name that is no area's


def full_names(directory: Directory, clean: CleanText) -> Callable[[str, bool], str | None]:
    """Return what gives the full name of a subject: of one that is named, or (``own``) of whoever reports.

    In the report of a house's union 集团 is the house where the text names it, else the union.
    """
    script = written_as(clean)

    @cache
    def find(name: str, own: bool) -> str | None:
        folded = fold_name(name)
        found = _of_house(directory, folded, own=own) or _of_system(directory, folded) or _of_body(directory, folded)
        found = found or directory.full_name(folded) or _of_area(directory, folded)
        if found is None:
            return name if _is_name(folded) else None
        return name if found == folded else found.translate(script)

    return find


def _of_house(directory: Directory, name: str, *, own: bool) -> str | None:
    """Return the house or its union that a word of the house means, where the report is one of the two's."""
    key = directory.body.key if directory.body is not None else ""
    union = _OF_UNION.fullmatch(key)
    if not key or (union is None and key.endswith("工会")):
        return None
    house = union["house"] if union else key
    if _HOUSE_UNION.fullmatch(name):
        return (directory.full_name(house) or house) + "工会"
    means_house = is_body_word(name) or _HOUSE.fullmatch(name) is not None
    if union and means_house and not own and not name.endswith(("会", "系统")):
        return directory.full_name(house) or house
    return None


def _of_system(directory: Directory, name: str) -> str | None:
    """Return the bodies of one kind with the name of their area: 全市法院 → 乙市法院."""
    system = _SYSTEM.fullmatch(name)
    if system is None or not (name[0] in "全我本两三" or "各级" in name):
        return None
    if system["level"] is None:
        place = directory.region.named("市")
        return place and place + name
    place = directory.region.named(system["level"])
    return (place or name[:2]) + system["kind"]


def _of_area(directory: Directory, name: str) -> str | None:
    """Return the area of the report where 该县 points to no other that the text names."""
    area = _THAT_AREA.fullmatch(name)
    return directory.region.named(area[1]) if area else None


def _of_body(directory: Directory, name: str) -> str | None:
    """Return the body that reports where its league or the last words of its name are meant: 团县委, 支队, 我关."""
    if directory.body is None:
        return None
    key, name = directory.body.key, write_out(name)
    league, whole = _LEAGUE.fullmatch(name), _OF_LEAGUE.fullmatch(key)
    if league and whole:
        own = whole["of"].endswith(league["area"]) if league["area"] else _HOUSE_END.search(whole["of"])
        return key if own else None
    word = "海关" if name[1:] == "关" else name[1:] if _OF_ITS_OWN.fullmatch(name) else name
    short = 1 < len(word) < len(key) - 1 and key.endswith(word) and not key.endswith("总" + word)
    return (directory.full_name(key) or key) if short else None


def _is_name(name: str) -> bool:
    """Return whether words are a name, and not only what kind of body or area is meant."""
    return not _OTHER_WORDS.match(name) and (_AREA.fullmatch(name) is not None or len(name) >= _SHORTEST)
