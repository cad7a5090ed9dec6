"""Towns, streets and villages below the county whose own report it is.

Enters: the clean text. Leaves: the names that its region gets behind the county. Next: ``region``.

A town is the report's own where a line of the head begins with it, divisions above it left out: 坑尾镇妇联2025年小结,
泷源县坑尾镇商会. Whatever stands farther inside a headline is only told of (驻坑尾镇工作队, 来自坑尾镇的报告).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from unionie.clean.types import CleanText
from unionie.resolve.places.divisions import read_place

__all__ = ["find_towns"]

_FRONT = ("title", "subtitle", "byline", "dateline")
_HEAD = 12  # blocks
_APART = " \t\u3000—（）：:，、“”"
_PIECES = re.compile(
    f"(?:(?P<label>[^{_APART}]+)[：:])?(?:(?:\\d{{4}}年\\d{{1,2}}月\\d{{1,2}}日)?(?:关于|看|走[近进]|在|中共|中国共产党))?(?P<words>[^{_APART}]+)"
)
_SOURCE = re.compile(r"(?:来源|单位|机构|机关)$")
_COUNTY = re.compile("(?:^|[^一-鿿]|[省市州])((?:(?![省市州])[一-鿿]){2,3}[县区旗盟])$")
_REACH = 5  # characters, of the name of a county and the one before it
_TOWN = re.compile(
    r"(?![全我本各该])(?:(?:(?![市县区旗盟])[一-鿿]){2,10}族(?:镇|乡)|(?:(?![市县区旗盟])[一-鿿]){2,4}?(?:街道|镇|乡))(?!村)"
)
_VILLAGE = re.compile(
    r"(?![全我本各该])[一-鿿]{2,5}?(?:村(?=第一书记|村?民?委员?会|委|党|工作队)|社区(?=居民?委员?会|居委|党|工会))"
)
# The bodies of a town, by which alone it is told from a common noun: 城乡, 小镇.
_BODY = re.compile(
    r"总工会|工会|商会|农会|妇联|妇女|残联|红十字|团委|(?:人民)?政府|党|委员会|办事处|人大|中心|[小中]学|学校|幼儿园|卫生院|乡村振兴|扶贫"
)
_REPORT = re.compile(r"(?:\d{4}|[〇零一二三四五六七八九]{4})年|第|脱贫|乡村")
# What only a town's own papers are called, its assembly among them.
_OF_TOWN = re.compile(
    r"\d{4}年(?:度|[上下]半年|第?[一二三四]季度)?[^，。]{0,12}(?:公报|总结|小结|报告|公[开示])|第[一二三四五六七八九十]+届"
)
# A village's own papers: 甲坪村2022年第三季度村务公开.
_YEARLY = re.compile(r"(?![全我本各该])[一-鿿]{2,5}?村(?=\d{4}年[^，。]{0,14}(?:公[开示]|总结|小结|报告|计划))")
_OWN = re.compile(r"[我全本该][镇乡]|街道(?:党工委|办事处|总工会)|(?:镇|乡)(?:党委|政府|妇联)")


def find_towns(clean: CleanText, chain: Sequence[str]) -> list[str]:
    """Return what the region gets behind its ``chain``: the town whose report it is, the county before it, a village.

    Empty where no line of the head begins with a town that speaks for itself.
    """
    found = next((towns for piece in _pieces(clean) if (towns := _read_towns(piece, clean.text))), [])
    if not found or (chain and _is_county(chain[-1])):
        return found
    county = _county_before(found[0], clean.text)
    return [county, *found] if county else found


def _is_county(name: str) -> bool:
    return name.endswith(("县", "区", "旗")) and not name.endswith("自治区")


def _county_before(town: str, text: str) -> str | None:
    """Return the county that the text names directly before the town."""
    at = text.find(town)
    while at >= 0:
        county = _COUNTY.search(text, max(0, at - _REACH), at)
        if county is not None:
            return county.group(1)
        at = text.find(town, at + len(town))
    return None


def _pieces(clean: CleanText) -> Iterator[str]:
    """Yield what the lines of the head begin with, and the words behind a space or mark, but no places of meetings."""
    for block in clean.blocks[:_HEAD]:
        if block.kind in _FRONT:
            for piece in _PIECES.finditer(clean.text, block.start, block.end):
                if piece["label"] is None or _SOURCE.search(piece["label"]):
                    yield piece["words"]


def _read_towns(words: str, text: str) -> list[str]:
    start = read_place(words).length
    town = _TOWN.match(words, start)
    if town is None:
        village = _YEARLY.match(words, start)
        return [village.group()] if village else []
    village = _VILLAGE.match(words, town.end())
    if village is not None:
        return [town.group(), village.group()]
    if _BODY.match(words, town.end()) or _OF_TOWN.match(words, town.end()):
        return [town.group()]
    told = _REPORT.match(words, town.end()) or not start
    return [town.group()] if told and _OWN.search(text) else []
