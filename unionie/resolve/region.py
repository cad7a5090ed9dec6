"""Where a report is from: 江西省上饶市广丰区, from what its own words show.

Enters: the clean text and its mentions. Leaves: the full name of the region, or None. Next: ``identities`` gives
区总工会 and 我市 their full names with it.

The level is what the report calls its own (我市, 全区, 县委); the names are those of its headline, organizations,
contests and honours; what a known name implies is added, what nothing shows is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from unionie.clean.types import CleanText
from unionie.frames import Mention
from unionie.resolve.addresses import Address, complete_chain, find_addresses
from unionie.resolve.decisions import is_decision
from unionie.resolve.divisions import (
    MUNICIPALITIES,
    Division,
    Place,
    above,
    by_name,
    by_short_name,
    children,
    read_place,
    short_name,
)
from unionie.resolve.towns import find_towns

_OWN = re.compile("([全我本])([省市区县州旗盟])(?![级外内际属管])")
_OWN_ORG = re.compile("([省市区县州旗盟])(?=委|政府|总|人|法院|检察|纪委|政协|妇联|团委|[一-鿿])")
_PAPER = re.compile("([一-鿿]{2,3}?)(?:日报|晚报|时报|早报|晨报|商报|都市报|新闻网|新报)")
_BRANCH = re.compile("（([一-鿿]{2,3})）(?:股份)?有限")
_CURRENCIES = {"台湾": ("新台币",), "澳门": ("澳门元", "澳门币"), "香港": ("港币", "港元")}
_TRADITIONAL = {"台湾": "臺灣", "澳门": "澳門"}
_FRONT = ("title", "subtitle", "byline", "dateline")
_LEAD = re.compile(
    "^(?:关于|在|[访记看]|走[近进]|中共|中国共产党|共青团|国家(?:税务总局|统计局)|国网|度(?=.{2,3}[省市区县]))+"
)
_AID = re.compile("(?<!困难职工)帮扶(?!中心)|(?<!法律)(?<!救)援(?!助)|对口|结对|协作|来自|捐")
_SEAT = re.compile("(?:位于|坐落[于在]|地处|(?:地址|住所|总部|注册地)[：在设于]{1,2})$")
_WIRE = re.compile("[报社网台](?P<place>[一-鿿]{2,6}?)(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?[讯电][\\s　（]")
_LEDE = 120  # characters
_SESSION = re.compile("在([一-鿿]{2,20}?)第?[0-9一二三四五六七八九十]{1,3}届[一-鿿]{0,6}代表大会")
_CLEARLY = 4  # times as often as any other
_PASSING = 2  # what a city counts that is named once
# A body of the province that issues a report, of its line above or below the headline: 甲省总工会.
_ISSUES = re.compile("[一-鿿]{0,12}(?:厅|局|委员会|工会|委|政府|联合会|妇联|法院|检察院|协会)$")
_OFFICE = re.compile(
    "(?:委|人民政府|政府|总工会|人民法院|法院|人民检察院|检察院|人大|政协|妇联|团委|残联|[一-鿿]{1,10}[局办])(?:[办常机]|$)"
)


class _Evidence:
    """What the text names, weighted: divisions of each rank, and the levels it calls its own.

    ``headline`` holds the divisions that title and subtitle name, each with all above it that they name; ``owned`` the
    counties that offices of the report are named after, ``passing`` the provinces named as mere places, ``honours``
    those whose honours the report tells of, ``papers`` the cities that newspapers are named after, ``issuer`` the
    province whose bodies decide in it, ``lede`` the first sentences.
    """

    def __init__(self) -> None:
        self.headline: list[Place] = []
        self.owned: Counter[str] = Counter()
        self.honours: Counter[str] = Counter()
        self.passing: Counter[str] = Counter()
        self.papers: Counter[str] = Counter()
        self.issuer: str | None = None
        self.lede = ""
        self.levels: Counter[str] = Counter()
        self.provinces: Counter[str] = Counter()
        self.cities: Counter[str] = Counter()
        self.counties: Counter[str] = Counter()

    def add(self, text: str, weight: int) -> None:
        place = read_place(text)
        if text.startswith("杯", place.length):
            return  # “安康杯”竞赛 is held everywhere
        if place.province:
            self.provinces[place.province] += weight
        if place.city:
            self.cities[place.city] += weight + (2 if place.province else 0)
        if place.county:
            self.counties[place.county] += weight
            if _OFFICE.match(text, place.length):
                self.owned[place.county] += 1

    def add_headline(self, text: str) -> None:
        """Count what a piece of a headline or the name of a session's assembly begins with."""
        self.add(text, 6)
        place = read_place(text)
        if place.length:
            self.headline.append(place)

    def headline_province(self) -> str | None:
        """Return the province that the headline or who issues a decision names, if the headline names none below."""
        if any(place.city or place.county for place in self.headline):
            return None
        return next((place.province for place in self.headline if place.province), self.issuer)

    def headline_city(self) -> str | None:
        """Return the city that the headline names if it names no county."""
        if any(place.county for place in self.headline):
            return None
        return next((place.city for place in self.headline if place.city), None)

    def headline_county(self) -> str | None:
        """Return the county that the headline names."""
        return next((place.county for place in self.headline if place.county), None)


def resolve_region(clean: CleanText, mentions: Sequence[Mention], given: str | None = None) -> str | None:
    """Return the region's full name (province, prefecture, county as far as shown), ``given`` if that is not None."""
    if given:
        return given
    evidence = _gather(clean, mentions)
    addresses = find_addresses(clean.text)
    level = _own_level(evidence, addresses)
    headline = "\n".join(clean.text[block.start : block.end] for block in clean.blocks[:40] if block.kind in _FRONT)
    chain = complete_chain(_chain(clean, evidence, level), addresses, clean.text, headline)
    chain += find_towns(clean, chain)
    if clean.traditional:  # a county of the mainland may bear the name of one that is not
        chain = [name for name in chain if name in clean.text or name in _TRADITIONAL]
        lies_there = bool(chain) and chain[0].endswith("县") and "台湾" in clean.text  # money alone does not say it
        chain = ["台湾", *chain] if lies_there else chain
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


def _gather(clean: CleanText, mentions: Sequence[Mention]) -> _Evidence:
    evidence = _Evidence()
    headline: list[str] = []
    text = clean.text
    decides = is_decision(clean)
    body = next((block.start for block in clean.blocks if block.kind == "paragraph"), 0)
    evidence.lede = text[body : body + _LEDE]
    for match in _OWN.finditer(text):
        evidence.levels[match.group(2)] += 3 if match.group(1) in "我本" else 1
    for block in clean.blocks[:40]:
        if block.kind in _FRONT:
            line = text[block.start : block.end]
            for piece in re.split("[\\s　—（）：:，、“”]+|[0-9]+年", line):
                if block.kind in ("title", "subtitle"):
                    headline.append(piece)
                    evidence.add_headline(_LEAD.sub("", piece))
                else:
                    evidence.add(_LEAD.sub("", piece), 4)
                    evidence.issuer = evidence.issuer or (_issuing_province(piece) if decides else None)
            for paper in _PAPER.finditer(line):
                evidence.add(paper.group(1), 2)
                evidence.cities[paper.group(1) + "市"] += 1
                evidence.papers[paper.group(1) + "市"] += 1
    opening = _SESSION.search(text, 0, clean.blocks[min(len(clean.blocks), 40) - 1].end if clean.blocks else 0)
    if opening:
        evidence.add_headline(opening.group(1))
    for mention in _at_home(text, mentions):
        words = text[mention.start : mention.end]
        if mention.label == "ORG":
            branch = _BRANCH.search(words)
            if branch and branch.group(1) not in ("中国", "集团", "控股"):
                evidence.cities[branch.group(1) + "市"] += 1
            own = _OWN_ORG.match(words)
            if own:
                evidence.levels[own.group(1)] += 2
            else:
                evidence.add(_LEAD.sub("", words), 2)
        elif mention.label == "AWARD":
            evidence.add(words.lstrip("“"), 3)
            evidence.honours[read_place(words.lstrip("“")).province or ""] += 1
        elif mention.label == "EVENT":
            evidence.add(words, 1)
        elif mention.label == "LOC":
            if _SEAT.search(text, max(0, mention.start - 6), mention.start):
                words = _without_county(words)  # where an office stands, not whose it is
            evidence.add(words, 1)
            evidence.passing[read_place(words).province or ""] += 1
    _add_short_counties(evidence, headline)
    wire = _WIRE.search(evidence.lede)
    place = read_place(wire["place"]) if wire else None
    if wire and place and not place.province and not evidence.counties and not evidence.cities.keys() - {place.city}:
        evidence.add(wire["place"], 3)  # but what is wired from 北京 comes from anywhere
    return evidence


def _issuing_province(line: str) -> str | None:
    """Return the province in the name of a body that is all of a line's piece: 甲省 of 甲省总工会."""
    place = read_place(line)
    below = place.city or place.county
    return place.province if place.province and not below and _ISSUES.match(line, place.length) else None


def _at_home(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the mentions but those of who helps or is helped, and is elsewhere: 来自深圳市、东莞市和宁波市."""
    elsewhere = -1  # where the last of those ends
    for mention in mentions:
        listed = text[elsewhere : mention.start] in ("、", "和", "及", "与") if elsewhere > 0 else False
        helps = listed or _AID.search(text, max(0, mention.start - 6), mention.end + 6)
        if helps and mention.label in ("ORG", "LOC"):
            elsewhere = mention.end
        else:
            yield mention


def _add_short_counties(evidence: _Evidence, headline: Sequence[str]) -> None:
    """Count a county that pieces of the headline begin with without its class, where the text names it in full."""
    openings = {piece[:length] for piece in headline for length in range(2, 9)}
    for county in list(evidence.counties):
        short = short_name(county)
        sure = county[-1] in "县旗" or county in by_name()
        if sure and short in openings and county not in openings:
            evidence.counties[county] += 6
            evidence.headline.append(Place(None, None, county, len(short)))


def _without_county(words: str) -> str:
    place = read_place(words)
    return words[: place.length - len(place.county)] if place.county else words


def _own_level(evidence: _Evidence, addresses: Counter[Address]) -> str | None:
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


def _is_told_of(county: str, evidence: _Evidence, addresses: Counter[Address]) -> bool:
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


def _chain(clean: CleanText, evidence: _Evidence, level: str | None) -> list[str]:
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
        return [top] if top and counts[top] >= 2 else []
    return []


def _best(counts: Counter[str], ending: str = "") -> str | None:
    named = [(count, name) for name, count in counts.items() if name.endswith(ending)]
    if not named:
        return None
    most = max(count for count, _ in named)
    return next(name for count, name in named if count == most)


def _county_chain(clean: CleanText, evidence: _Evidence, level: str) -> list[str]:
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
        upper = [province] if province and evidence.provinces[province] >= 2 else []
    return [*upper, county] if county else upper


def _is_the_one(evidence: _Evidence, county: str | None, level: str) -> bool:
    """Tell whether a county is the only one of its kind that the text names."""
    others = [count for name, count in evidence.counties.items() if name != county and name.endswith(level)]
    return county is not None and evidence.counties[county] >= _CLEARLY * max(others, default=0)


def _fits(division: Division, evidence: _Evidence) -> bool:
    """Tell whether the text names a division above this one."""
    return any(each.name in evidence.cities or each.name in evidence.provinces for each in above(division))


def _not_contradicted(division: Division, evidence: _Evidence, *, headline: bool) -> bool:
    """Tell whether the text does not name another province than the one above the division, in passing or not.

    Places named in passing do not contradict a division of the headline.
    """
    own = {each.name for each in above(division)}
    counts = evidence.provinces - evidence.passing if headline else evidence.provinces
    best = _best(counts)
    return best is None or best in own or counts[best] < 2


def _child_named(clean: CleanText, evidence: _Evidence, level: str) -> Division | None:
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


def _elsewhere(city: str, evidence: _Evidence) -> bool:
    """Tell whether a known city lies in another province than the one whose honours the report tells of."""
    honoured = {name for name in evidence.honours if name}
    known = [each for each in by_name().get(city, ()) if each.name not in MUNICIPALITIES]
    own = {upper.name for each in known for upper in above(each)}
    return len(honoured) == 1 and bool(own) and not own & honoured


def _compared_with(text: str, city: str, evidence: _Evidence) -> Division | None:
    """Return the one prefecture that a report of a city which no table knows compares it with: 高于|韶关市|平均."""
    others = [each for name in evidence.cities if name != city for each in by_name().get(name, ())]
    compared = (f"(?:[高低快慢多少]于|比|[居列]){each.name}|{each.name}(?:平均|各县|[0-9]+个县)" for each in others)
    known = [each for each, words in zip(others, compared, strict=True) if re.search(words, text)]
    return known[0] if len(known) == 1 else None


def _city_chain(clean: CleanText, evidence: _Evidence) -> list[str]:
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
    known = [each for each in by_name().get(city, ()) if each.name not in MUNICIPALITIES]
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
    return [province, city] if province else [city]
