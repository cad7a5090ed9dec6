"""Addresses that a text writes out: 喀什地区托合拉克县, 江西省犹水县, each part in the one before.

Enters: the clean text, its mentions and headline. Leaves: the chain of names that a report's region becomes with them.
Next: ``region``, which has counted what else the text shows. An address alone tells which prefecture a county that no
table knows lies in.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import NamedTuple

from unionie.resolve.places.divisions import above, by_code, by_name, by_short_name, is_name, short_name
from unionie.resolve.places.elsewhere import lies_elsewhere

__all__ = ["Address", "complete_chain", "find_addresses"]

Address = tuple[str, ...]
_PREFECTURE = "(?:(?![省市区县])[一-鿿]){2,4}?(?:州|盟|地区)"  # that no table knows
# A county, or a city that no table knows; 全市, 各县 and what lies inside a name are none.
_COUNTY = (
    r"(?:(?![全我本各该的和与及在等、，为是由]|位于|地处|来自|坐落)[一-鿿]){2,6}?"
    r"(?:自治县|自治旗|县|旗|市|(?<!自治)区)(?![级属委直场民政里域内帜]|[省市区县])"
)
_OFTEN = 2  # times that a place is named which nothing else shows to be the report's
_PAIR = 2
_LEVELS = frozenset("省市县区州旗盟乡镇村街路")
_LONGEST = 8  # characters of a province's name
_OFFICE = re.compile(
    r"(?:^|[\s　—在（]|中共)(?P<name>(?![全我本各该]|中共|(?:以下)?简称|开发区)"
    r"[一-鿿]{2,6}?(?:自治县|自治旗|县|旗|(?<!自治)区))"
    r"(?=(?:人民)?(?:政府|法院|检察院)|第[一二三四五六七八九十0-9]+届|委|总工会|妇联|残联|红十字会)"
)


def find_addresses(text: str) -> Counter[Address]:
    """Return the addresses that begin with a province or prefecture of the table, whole and cut short, counted."""
    found: Counter[Address] = Counter()
    patterns = _patterns()
    done = 0
    for first in patterns.first.finditer(text):
        place = first.start()
        if place < done or text[place : place + 2] not in patterns.openings:
            continue
        match = patterns.address.match(text, place)
        if match is None:
            continue
        done = match.end()
        if lies_elsewhere(text, place, done):
            continue
        parts = [_full(match[name]) for name in ("province", "city", "alone") if match[name]]
        over = by_name().get(parts[0], ())
        if match["alone"] and len(over) == 1:
            parts = [*(division.name for division in above(over[0])), *parts]
        parts += [match[name] for name in ("county", "below") if match[name] and is_name(match[name])]
        found.update(tuple(parts[:count]) for count in range(2, len(parts) + 1))
    return found


def _full(name: str) -> str:
    division = by_short_name().get(name)
    return division.name if division else name


class _Patterns(NamedTuple):
    first: re.Pattern[str]  # a character with which the name of a province or prefecture begins
    openings: frozenset[str]  # the first two of each: the names are too many to be tried wherever one may begin
    address: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    provinces = [each.name for each in by_code().values() if each.level == "province"]
    cities = [each.name for each in by_code().values() if each.level == "prefecture"]
    provinces += [short_name(name) for name in provinces]
    upper = "|".join(sorted(provinces, key=len, reverse=True))
    middle = "|".join(sorted(cities, key=len, reverse=True))
    openings = frozenset(name[:2] for name in (*provinces, *cities))
    brief = "|".join(sorted(name for name in by_name() if len(name) == _PAIR))  # 歙县
    return _Patterns(
        re.compile(f"[{''.join(sorted({opening[0] for opening in openings}))}]"),
        openings,
        re.compile(
            f"(?:(?P<province>{upper})(?!省|自治区)(?P<city>{middle}|{_PREFECTURE})?|(?P<alone>{middle}))"
            f"(?P<county>{brief}|{_COUNTY})(?P<below>{_COUNTY})?"
        ),
    )


def complete_chain(chain: list[str], addresses: Counter[Address], text: str, headline: str) -> list[str]:
    """Return the region's chain with what an address adds to it, above its last name or below.

    Below only a place that the headline names; where there is no chain yet, one that the text names again and again, or
    the only one.
    """
    own = _own_county(text, headline) if len(chain) <= _PAIR else None
    within = not chain or not chain[-1].endswith(("县", "旗", "区"))
    if own and within and own not in chain and all(each[-1] != own for each in addresses):
        return [*chain, own]
    for address in sorted(addresses, key=lambda each: (-len(each), -addresses[each])):
        elsewhere = chain and address[0] in _provinces() and chain[0] in _provinces() and address[0] != chain[0]
        if chain and address[-1] == chain[-1] and (len(address) >= len(chain) or elsewhere):
            chain = list(address)
            break
    over = _province_over(text, chain[0]) if chain and chain[0] not in by_name() else None
    if over is not None and len(chain) < _PAIR:
        chain = [over, *chain]
    fitting = [each for each in addresses if not chain or each[: len(chain)] == tuple(chain) or each[0] == chain[-1]]
    named = [each for each in fitting if short_name(each[-1]) in headline]
    often = [each for each in addresses if not chain and text.count(short_name(each[-1])) > _OFTEN]
    best = max(named or often, key=lambda each: (addresses[each], len(each)), default=None)
    if best is None:
        of_country = text.count("我国") >= _OFTEN  # such news name a place in passing
        return chain or ([] if of_country else _only(addresses))
    return list(best) if not chain or best[0] == chain[0] else [*chain, *best[1:]]


def _only(addresses: Counter[Address]) -> list[str]:
    """Return the one address that the text writes out, where it writes out no other."""
    longest = max(addresses, key=len, default=())
    return list(longest) if all(each == longest[: len(each)] for each in addresses) else []


def _province_over(text: str, place: str) -> str | None:
    """Return the one province that the text sets before a place's name or says that it lies in: 甲县地处湖北东部."""
    short = short_name(place)
    before, lies = _of_provinces()
    found = set()
    at = text.find(short)
    while at >= 0:
        end = at + len(short)
        whole = text.startswith(place, at)
        if whole or text[end : end + 1] not in _LEVELS:
            behind = at + len(place) if whole else end
            named = before.search(text, max(0, at - _LONGEST), at) or lies.match(text, behind)
            found.update([_full(named[1])] if named else [])
        at = text.find(short, end)
    return found.pop() if len(found) == 1 else None


@cache
def _provinces() -> frozenset[str]:
    """Return the provinces' names, whole and cut short."""
    names = [each.name for each in by_code().values() if each.level == "province"]
    return frozenset((*names, *map(short_name, names)))


@cache
def _of_provinces() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of a province's name, whole or cut short, before a place and behind where it lies."""
    provinces = "|".join(sorted(_provinces(), key=len, reverse=True))
    return re.compile(f"({provinces})$"), re.compile(f"(?:地处|位于|坐落[于在])({provinces})")


def _own_county(text: str, headline: str) -> str | None:
    """Return the county whose office heads the report that speaks of 我县: 巴彦查干旗政府工作报告."""
    match = _OFFICE.search(headline)
    return match["name"] if match and re.search(f"[我全本]{match['name'][-1]}", text) else None
