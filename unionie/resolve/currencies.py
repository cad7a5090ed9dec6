"""Whose 元 a report means: one of Taiwan, Hong Kong or Macau, in traditional characters, seldom names its own twice.

Enters: the clean text, its region, fact frames. Leaves: the frames, plain 元 in the currency of the place.
Next: ``facts`` makes records of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from unionie.clean.characters import fold_name
from unionie.clean.hongkong import is_of_hongkong
from unionie.clean.republic import counts_from_republic
from unionie.clean.types import CleanText
from unionie.frames import FactFrame

_PLAIN = "CNY"  # what 元 is where nothing tells
_OF_PLACE = {"台湾": "TWD", "香港": "HKD", "澳门": "MOP"}
_NAMED = re.compile("人民币|RMB|CNY|[¥￥]")
_TAIWAN = re.compile(r"新台币|民国|(?<!\d)1[01]\d(?:年度|学年|年(?=第|底|\d{1,2}月))")  # 113年度, 114年3月
_REPUBLIC = re.compile(r"(?<![\d./-])1[01]\d(?:年(?![级届])|[./-]\d\d[./-]\d\d(?!\d))")
_REACH = 6  # characters before an amount in which its currency is named


def set_currency(clean: CleanText, frames: Sequence[FactFrame], region: str | None) -> None:
    """Give amounts in plain 元 the code of the report's place, or none where traditional characters tell no place.

    What names 人民币 keeps its own.
    """
    code = _own_currency(clean, region)
    if code == _PLAIN:
        return
    for frame in frames:
        quantity = frame.quantity
        said = quantity.unit_code or ""
        named = _NAMED.search(clean.text, max(0, quantity.start - _REACH), quantity.end)
        if said.startswith(_PLAIN) and not named:
            frame.quantity = replace(quantity, unit_code=code and code + said.removeprefix(_PLAIN))


def _own_currency(clean: CleanText, region: str | None) -> str | None:
    if not clean.traditional:  # news of the mainland name Hong Kong in passing
        return _PLAIN
    place = fold_name(region or "")[:2]
    if place in _OF_PLACE:
        return _OF_PLACE[place]
    if _TAIWAN.search(clean.text) or (_REPUBLIC.search(clean.text) and counts_from_republic(clean)):
        return _OF_PLACE["台湾"]
    if region:
        return _PLAIN
    return _OF_PLACE["香港"] if is_of_hongkong(clean) else None
