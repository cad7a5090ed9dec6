"""What a text names of divisions: those of its headline, bodies, contests and honours, weighted by where they stand.

Enters: the clean text and its mentions. Leaves: ``Evidence``. Next: ``region`` chooses among them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from unionie.clean.types import CleanText
from unionie.frames import Mention
from unionie.resolve.decisions import is_decision
from unionie.resolve.places.divisions import Place, by_name, read_place, short_name
from unionie.resolve.places.elsewhere import lies_elsewhere

__all__ = ["FRONT", "Evidence", "gather_evidence"]

_OWN = re.compile("([全我本])([省市区县州旗盟])(?![级外内际属管])")
_OWN_ORG = re.compile("([省市区县州旗盟])(?=委|政府|总|人|法院|检察|纪委|政协|妇联|团委|[一-鿿])")
_PAPER = re.compile("([一-鿿]{2,3}?)(?:日报|晚报|时报|早报|晨报|商报|都市报|新闻网|新报)")
_BRANCH = re.compile("（([一-鿿]{2,3})）(?:股份)?有限")
FRONT = ("title", "subtitle", "byline", "dateline")
_LEAD = re.compile(
    "^(?:关于|在|[访记看]|走[近进]|中共|中国共产党|共青团|团(?=.{2,4}[省市区县旗盟]委)|以下简称|国家(?:税务总局|统计局)|国网|度(?=.{2,3}[省市区县]))+"
)
_AID = re.compile("(?<!困难职工)帮扶(?!中心)|(?<!法律)(?<!救)援(?!助)|对口|结对|协作|来自|捐")
_NEXT_TO = re.compile("(?:邻近|相邻|毗邻|附近|周边)的?$")
# Where somebody goes, who comes from there, and where a branch is posted: 赴|甲市|疗休养, 在|乙市|建立驻外工会.
_VISITED = re.compile("(?:赴|前往|接待|驰援)$")
_VISITS = re.compile("[^，。；、\n]{0,6}(?:考察团|疗休养|学习考察|(?:建立|成立|设立)驻外)")
_SEAT = re.compile("(?:位于|坐落[于在]|地处|(?:地址|住所|总部|注册地)[：在设于]{1,2})$")
_WIRE = re.compile(
    "[报社网台【](?P<place>[一-鿿]{2,6}?)(?:[12][0-9]{3}年)?"
    "(?:(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?[讯电][\\s　（】]|[0-9]{1,2}月[0-9]{1,2}日[\\s　])"
)
_SOURCE = re.compile("（(?:[一-鿿]{2,4}：|[0-9年月日]+)?[ 　]*《?(?P<who>[一-鿿]{4,20})[^（）\n]*）\\s*$")
_TOLD_BY = re.compile("记者从(?P<who>[一-鿿]{4,20}?)(?:获悉|了解到)")
_ALL_LEVELS = re.compile("(?<![一-鿿])([一-鿿]{2,3}省|[一-鿿]{2,8}自治区)(?=各级)")
_WHOLE_OF = re.compile("全[省区市州盟]")  # 陕西|全省
_PROVINCE_SIZES = (3, 2)  # characters of a province's short name
_LOCAL = 3  # times that a text says 全县, or once 我县
_CLOSING = 60  # characters
_LEDE = 120  # characters
_SESSION = re.compile("在([一-鿿]{2,20}?)第?[0-9一二三四五六七八九十]{1,3}届[一-鿿]{0,6}代表大会")
_ASSEMBLY = re.compile("(?:人大|政协|代表大会|委员会).{0,8}会议$")  # of the place that it is named after
_OFFICE = re.compile(
    "(?:委|人民政府|政府|总工会|人民法院|法院|人民检察院|检察院|人大|政协|妇联|团委|残联|[一-鿿]{1,10}[局办])(?:[办常机]|$)"
)
# A body of the province that issues a report, of its line above or below the headline: 甲省总工会.
_ISSUES = re.compile("[一-鿿]{0,12}(?:厅|局|委员会|工会|委|政府|联合会|妇联|法院|检察院|协会)$")


class Evidence:
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
        """Count the divisions that a name begins with."""
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


def gather_evidence(clean: CleanText, mentions: Sequence[Mention]) -> Evidence:
    """Return the divisions that the text names and the levels that it calls its own, of mentions those at home."""
    evidence = Evidence()
    headline: list[str] = []
    text = clean.text
    decides = is_decision(clean)
    body = next((block.start for block in clean.blocks if block.kind == "paragraph"), 0)
    evidence.lede = text[body : body + _LEDE]
    for match in _OWN.finditer(text):
        evidence.levels[match.group(2)] += 3 if match.group(1) in "我本" else 1
    for block in clean.blocks[:40]:
        if block.kind in FRONT:
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
            evidence.add(words, 2 if _ASSEMBLY.search(words) else 1)
        elif mention.label == "LOC":
            if _SEAT.search(text, max(0, mention.start - 6), mention.start):
                words = _without_county(words)  # where an office stands, not whose it is
            local = max((count for level, count in evidence.levels.items() if level != "省"), default=0)
            evidence.add(words if local >= _LOCAL else _without_short_city(words), 1)
            evidence.passing[read_place(words).province or ""] += 1
    _add_wholes(evidence, text)
    told = _TOLD_BY.search(evidence.lede)
    if told and not evidence.headline:
        evidence.add(told["who"], 4)
    _add_short_counties(evidence, headline)
    _add_wire(evidence)
    _add_source(evidence, clean)
    return evidence


def _add_wholes(evidence: Evidence, text: str) -> None:
    """Count the provinces that are told of as wholes: 甲省|各级工会, by its short name 甲|全省."""
    for match in _ALL_LEVELS.finditer(text):
        evidence.add(match.group(1), 1)
    for match in _WHOLE_OF.finditer(text):
        for size in _PROVINCE_SIZES:
            name = text[max(0, match.start() - size) : match.start()]
            place = read_place(name)
            if place.province and place.length == size:
                evidence.add(name, 2)
                break


def _add_source(evidence: Evidence, clean: CleanText) -> None:
    """Count what the bracket that closes a text begins with, where it tells who wrote: （甲县融媒体中心）."""
    source = _SOURCE.search(clean.text[-_CLOSING:])
    if source and not evidence.headline:
        evidence.add(source["who"], 2)


def _add_wire(evidence: Evidence) -> None:
    """Count where the news is sent from, unless it names other divisions: 本报甲市9月1日讯, 本报甲省乙市9月1日电."""
    paper = _PAPER.match(evidence.lede.lstrip(" \u3000【"))
    if paper and re.match("[^，。\n]{0,16}[讯电]", evidence.lede[paper.end() :]):
        evidence.cities[paper.group(1) + "市"] += 1
    wire = _WIRE.search(evidence.lede)
    place = read_place(wire["place"]) if wire else None
    if not wire or not place or evidence.cities.keys() - {place.city}:
        return
    known = evidence.counties.keys() & by_name().keys() if place.province else evidence.counties
    if not known and (place.city or not place.province):  # what is wired from 北京 comes from anywhere
        evidence.add(wire["place"], 3)


def _issuing_province(line: str) -> str | None:
    """Return the province in the name of a body that is all of a line's piece: 甲省 of 甲省总工会."""
    place = read_place(line)
    below = place.city or place.county
    return place.province if place.province and not below and _ISSUES.match(line, place.length) else None


def _at_home(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the mentions but those elsewhere: of who helps or is helped (来自甲市、乙市), one of many (甲市等地)."""
    elsewhere = -1  # where the last of those ends
    for mention in mentions:
        listed = text[elsewhere : mention.start] in ("、", "和", "及", "与") if elsewhere > 0 else False
        helps = _AID.search(text, max(0, mention.start - 6), mention.end + 6)
        away = (
            listed
            or helps
            or text.startswith("等地", mention.end)
            or _VISITED.search(text, max(0, mention.start - 3), mention.start)
            or _VISITS.match(text, mention.end)
            or _NEXT_TO.search(text, max(0, mention.start - 4), mention.start)
            or lies_elsewhere(text, mention.start, mention.end)
        )
        if away and mention.label in ("ORG", "LOC"):
            elsewhere = mention.end
        else:
            yield mention


def _add_short_counties(evidence: Evidence, headline: Sequence[str]) -> None:
    """Count a county that pieces of the headline begin with without its class, where the text names it in full."""
    openings = {piece[:length] for piece in headline for length in range(2, 9)}
    for county in list(evidence.counties):
        short = short_name(county)
        sure = county[-1] in "县旗" or county in by_name()
        if sure and short in openings and county not in openings:
            evidence.counties[county] += 6
            evidence.headline.append(Place(None, None, county, len(short)))


def _without_short_city(words: str) -> str:
    """Return the province alone of 甲省乙, a city by its short name: so news of the country names what it passes."""
    place = read_place(words)
    return place.province if place.province and place.city and place.city not in words else words


def _without_county(words: str) -> str:
    place = read_place(words)
    return words[: place.length - len(place.county)] if place.county else words
