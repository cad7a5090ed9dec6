"""Where a report is from: 江西省上饶市广丰区, from what its own words show.

Enters: the clean text and its mentions. Leaves: the full name of the region, or None. Next: ``identities`` gives
区总工会 and 我市 their full names with it.

The level is what the report calls its own (我市, 全区, 县委); the names are those of its headline, organizations,
contests and honours; what a known name implies is added, what nothing shows is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from unionie.clean.types import CleanText
from unionie.frames import Mention
from unionie.resolve.places.addresses import Address, complete_chain, find_addresses
from unionie.resolve.places.divisions import (
    MUNICIPALITIES,
    Division,
    above,
    by_name,
    by_short_name,
    children,
    short_name,
)
from unionie.resolve.places.evidence import FRONT, Evidence, gather_evidence
from unionie.resolve.places.towns import find_towns

_CURRENCIES = {"台湾": ("新台币",), "澳门": ("澳门元", "澳门币"), "香港": ("港币", "港元")}
_TRADITIONAL = {"台湾": "臺灣", "澳门": "澳門"}
# What a text says or counts by there: 新臺幣, years of the republic.
_OF_TAIWAN = re.compile(r"台湾|新台币|民国|(?<!\d)1[01]\d(?:年度|学年|年(?=第|底|\d{1,2}月))")
_BANNERS, _OF_BANNERS = "旗盟", "内蒙古自治区"  # lie nowhere else
_WITHOUT_COUNTIES = frozenset({"香港", "澳门", "香港特别行政区", "澳门特别行政区"})
_CLEARLY = 4  # times as often as any other
_PASSING = 2  # what a city counts that is named once


def resolve_region(clean: CleanText, mentions: Sequence[Mention], given: str | None = None) -> str | None:
    """Return the region's full name (province, prefecture, county as far as shown), ``given`` if that is not None."""
    if given:
        return given
    evidence = gather_evidence(clean, mentions)
    addresses = find_addresses(clean.text)
    level = _own_level(evidence, addresses)
    headline = "\n".join(clean.text[block.start : block.end] for block in clean.blocks[:40] if block.kind in FRONT)
    chain = complete_chain(_chain(clean, evidence, level), addresses, clean.text, headline)
    chain += find_towns(clean, chain)
    if clean.traditional:  # a county of the mainland may bear the name of one that is not
        chain = [name for name in chain if name in clean.text or name in _TRADITIONAL]
        chain = ["台湾", *chain] if chain and chain[0][-1] in "县市" and _OF_TAIWAN.search(clean.text) else chain
    if chain and chain[-1][-1] in _BANNERS and len(chain) == 1:
        chain = [_OF_BANNERS, *chain]
    if chain:
        return "".join(_shown(clean, name) for name in dict.fromkeys(chain))
    if clean.traditional:
        for name, units in _CURRENCIES.items():
            if any(unit in clean.text for unit in units):
                return _shown(clean, name)
    return None


def _shown(clean: CleanText, name: str) -> str:
    """Return the name in the text's own characters."""
    at = clean.text.find(name)
    if at >= 0:
        return clean.surface[at : at + len(name)]
    return _TRADITIONAL.get(name, name) if clean.traditional else name


def _own_level(evidence: Evidence, addresses: Counter[Address]) -> str | None:
    """Return the level that the report speaks of as its own: the most frequent below the province, else 省."""
    levels = evidence.levels
    top = evidence.headline_province()
    if top and (levels["省"] or levels["区" if top.endswith("自治区") else "省"]) and top not in MUNICIPALITIES:
        return "省"
    county = _best(evidence.counties)
    if county is not None and county == evidence.headline_county():
        return county[-1]
    city = _best(evidence.cities)
    rival = evidence.cities[city] if city else 0
    alone = county is not None and _is_told_of(county, evidence, addresses)
    titled = county is not None and evidence.counties[county] >= (3 if alone else max(6, rival + 1))
    if titled and county and levels[county[-1]] + 4 + evidence.owned[county] > max(levels.values(), default=0):
        return county[-1]
    if evidence.headline_city() and max(levels[level] for level in "县区旗") <= levels["市"]:
        return "市"
    below = {level: count for level, count in levels.items() if level != "省"}
    if not below and county is not None and alone:
        return county[-1]
    if not below:
        if city is not None and evidence.cities[city] >= 5:
            return "市"
        return "省" if levels["省"] >= 2 else None
    best = max(below, key=lambda level: below[level])
    if levels["省"] > 3 * below[best]:
        return "省"
    return best


def _is_told_of(county: str, evidence: Evidence, addresses: Counter[Address]) -> bool:
    """Tell whether a county is the only one that the report tells of, in a prefecture or address that it names."""
    known = [each for each in by_name().get(county, ()) if each.level == "county" and _fits(each, evidence)]
    addressed = any(address[-1] == county for address in addresses)
    passing = evidence.counties[county] < _PASSING and county not in evidence.lede
    return (
        (len(known) == 1 or addressed)
        and not passing
        and all(
            _CLEARLY * count <= evidence.counties[county] for name, count in evidence.counties.items() if name != county
        )
    )


def _chain(clean: CleanText, evidence: Evidence, level: str | None) -> list[str]:
    headed = evidence.headline_county() or ""
    if level in ("区", "县", "旗") or (level == "市" and headed.endswith(level)):  # a city may lie in a prefecture
        return _county_chain(clean, evidence, level)
    if level in ("市", "州", "盟"):
        return _city_chain(clean, evidence)
    if level == "省" or (level is None and (evidence.provinces or evidence.cities)):
        counts = evidence.provinces if level else evidence.provinces - evidence.passing
        top = evidence.headline_province() or _best(counts)
        city = next(iter(evidence.cities)) if level is None and len(evidence.cities) == 1 else None
        if city and evidence.cities[city] > _PASSING:
            return _city_chain(clean, evidence)
        alone = level is not None or list(counts.values()).count(counts[top] if top else 0) == 1
        return [top] if top and counts[top] >= 2 and alone else []
    return []


def _best(counts: Counter[str], ending: str = "") -> str | None:
    named = [(count, name) for name, count in counts.items() if name.endswith(ending)]
    if not named:
        return None
    most = max(count for count, _ in named)
    return next(name for count, name in named if count == most)


def _county_chain(clean: CleanText, evidence: Evidence, level: str) -> list[str]:
    headline = evidence.headline_county()
    county = headline if headline and headline.endswith(level) else _best(evidence.counties, level)
    if county is not None and evidence.counties[county] < 2 and not _is_the_one(evidence, county, level):
        county = None
    known = [each for each in by_name().get(county or "", ()) if each.level == "county"]
    owned = evidence.owned[county or ""] or _is_the_one(evidence, county, level)
    if not known and county != headline and not owned:
        county = None
    if county is None:
        division = _child_named(clean, evidence, level)
        if division:
            known, county = [division], division.name
    known = [each for each in known if not _is_set_elsewhere(clean.text, each, evidence)]
    fitting = [each for each in known if _fits(each, evidence)] or (known if len(known) == 1 else [])
    if len(fitting) == 1 and _not_contradicted(fitting[0], evidence, headline=county == headline):
        return [*(each.name for each in above(fitting[0])), fitting[0].name]
    if level == "区" and county is None:
        autonomous = _best(evidence.provinces, "自治区")
        if autonomous:
            return [autonomous]
    city = _best(evidence.cities)
    alone = list(evidence.cities.values()).count(evidence.cities[city] if city else 0) == 1
    upper = _city_chain(clean, evidence) if city and alone and evidence.cities[city] > evidence.papers[city] else []
    if not upper:
        province = _best(evidence.provinces)
        over = province not in _WITHOUT_COUNTIES or not county
        upper = [province] if province and over and evidence.provinces[province] >= 2 else []
    return [*upper, county] if county else upper


def _is_the_one(evidence: Evidence, county: str | None, level: str) -> bool:
    """Tell whether a county is the only one of its kind that the text names."""
    others = [count for name, count in evidence.counties.items() if name != county and name.endswith(level)]
    return county is not None and evidence.counties[county] >= _CLEARLY * max(others, default=0)


def _fits(division: Division, evidence: Evidence) -> bool:
    """Tell whether the text names a division above this one."""
    return any(each.name in evidence.cities or each.name in evidence.provinces for each in above(division))


def _is_set_elsewhere(text: str, county: Division, evidence: Evidence) -> bool:
    """Tell whether the text writes a county behind another city than the one above it: 甲市|康平县."""
    own = {each.name for each in above(county)}
    return any(city + county.name in text for city in evidence.cities if city not in own)


def _not_contradicted(division: Division, evidence: Evidence, *, headline: bool) -> bool:
    """Tell whether the text does not name another province than the one above the division, in passing or not.

    Places named in passing do not contradict a division of the headline.
    """
    own = {each.name for each in above(division)}
    counts = evidence.provinces - evidence.passing if headline else evidence.provinces
    best = _best(counts)
    return best is None or best in own or counts[best] < 2


def _is_namesake(division: Division, evidence: Evidence) -> bool:
    """Tell whether a county-level city of a table is not the prefecture of that name in another province."""
    return division.level == "county" and not _not_contradicted(division, evidence, headline=False)


def _child_named(clean: CleanText, evidence: Evidence, level: str) -> Division | None:
    """Return the county that the text names without its class (广丰) under a prefecture that it names."""
    best: tuple[int, Division] | None = None
    for city in evidence.cities:
        for parent in by_name().get(city, ()):
            for child in children(parent):
                short = short_name(child.name)
                count = clean.text.count(short) if child.name.endswith(level) and len(short) > 1 else 0
                if count >= 2 and short != short_name(city) and (best is None or count > best[0]):
                    best = (count, child)
    return best[1] if best else None


def _elsewhere(city: str, evidence: Evidence) -> bool:
    """Tell whether a known city lies in another province than the one whose honours the report tells of."""
    honoured = {name for name in evidence.honours if name}
    known = [each for each in by_name().get(city, ()) if each.name not in MUNICIPALITIES]
    own = {upper.name for each in known for upper in above(each)}
    return len(honoured) == 1 and bool(own) and not own & honoured


def _compared_with(text: str, city: str, evidence: Evidence) -> Division | None:
    """Return the one prefecture that a report of a city which no table knows compares it with: 高于|韶关市|平均."""
    others = [each for name in evidence.cities if name != city for each in by_name().get(name, ())]
    compared = (f"(?:[高低快慢多少]于|比|[居列]){each.name}|{each.name}(?:平均|各县|[0-9]+个县)" for each in others)
    known = [each for each, words in zip(others, compared, strict=True) if re.search(words, text)]
    return known[0] if len(known) == 1 else None


def _city_chain(clean: CleanText, evidence: Evidence) -> list[str]:
    city = _best(Counter({name: count for name, count in evidence.cities.items() if not _elsewhere(name, evidence)}))
    municipal = max(MUNICIPALITIES, key=lambda name: evidence.provinces[name])
    if evidence.provinces[municipal] > (evidence.cities[city] if city else 0):
        return [municipal]
    if city is None:
        named = _best(evidence.counties, "市")
        if named is None:
            province = _best(evidence.provinces)
            return [province] if province and evidence.provinces[province] >= 2 else []
        city = named
    elif evidence.cities[city] == 1 and list(evidence.cities.values()).count(1) > 1 and not evidence.papers[city]:
        return []  # several, each named in passing
    known = [
        each for each in by_name().get(city, ()) if each.name not in MUNICIPALITIES and not _is_namesake(each, evidence)
    ]
    short = by_short_name().get(short_name(city))
    if not known and short and short.level == "prefecture":
        known = [short]
    if len(known) == 1:
        return [*(each.name for each in above(known[0])), known[0].name]
    over = None if known else _compared_with(clean.text, city, evidence)
    if over is not None:
        return [*(each.name for each in above(over)), over.name, city]
    if clean.traditional and "新台币" in clean.text:
        return ["台湾", city]
    province = _best(evidence.provinces)
    if province in MUNICIPALITIES and evidence.provinces[province] < evidence.cities[city]:
        province = None
    if province in _WITHOUT_COUNTIES or (province and evidence.provinces[province] == evidence.passing[province] == 1):
        province = None  # named once, and as a mere place
    return [province, city] if province else [city]
