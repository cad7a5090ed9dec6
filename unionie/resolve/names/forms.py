"""Names of organizations brought to one form: short forms written out, level words replaced by the region's names.

Enters: a name as the text has it, and the region. Leaves: its key, by which forms of one organization meet, its full
name, and its type. Next: ``identities`` groups mentions by them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from unionie.records.models import OrganizationType
from unionie.resolve.places.divisions import MUNICIPALITIES, by_name, read_place
from unionie.rules import load_table

_LEVEL_WORD = re.compile("([省市区县旗州盟])(?=[一-鿿])(?!场|民|政(?!府|协|法|治协)|级|直)")
# The same of a town or a street, before what each of them has: 镇|党委, 乡|卫生院, 街道|办事处.
_TOWN_WORD = re.compile(
    "([镇乡]|街道)(?=(?:党委|党工委|党政|人民政府|政府|人大|纪委|总工会|工会|妇联|妇女|团委|残联|武装部|办事处|中心|卫生院|卫生服务"
    "|派出所|司法所|财政所|综合|文化站|敬老院|水管|农[业技机]|供销社|信用社))"
)
# What names of one body may have or not.
_UNSAID = re.compile("^(?:(?:中共|中国共产党)(?=.)|[我本](?=[省市区县旗盟州][一-鿿]{3}))|(?<=工会)委员会$")
# Offices of an area: before them its short name stands for the full one (江苏总工会), unlike in 北京大学 or 上海铁路局.
_OFFICE = re.compile(
    "(?:总工会|人民政府|政府|(?:高级|中级)?人民法院|法院|人民检察院|检察院|人大常委会|人大|政协|妇联|妇女联合会|团委|残联|残疾人联合会|红十字会|工商联|科协|文联|侨联"
    "|(?:公安|教育|民政|司法|财政|人力资源和社会保障|自然资源|生态环境|住房和城乡建设|交通运输|水利|农业农村|商务|文化和旅游|卫生健康"
    "|应急管理|审计|市场监督管理|统计|医疗保障|林业和草原|科学技术|工业和信息化|退役军人事务|体育|信访|人社|住建|科技|民政)(?:局|厅|委|委员会))$"
)
_TYPES: tuple[tuple[OrganizationType, str], ...] = (
    (
        "media",
        "(?:日报|晚报|时报|早报|晨报|商报|都市报|新华社|通讯社|电视台|广播电台|广播电视台|新闻网|工会网|[一-鿿]{2}网|报社|融媒体?(?:中心)?$|杂志社|[^汇申]报)$(?<!电网)(?<!管网)(?<!联网)",
    ),
    ("union", "总工会|工会|(?:^|[省市区县州])总$|职工服务中心|职工互助|工人文化宫"),
    ("court", "法院|法庭|检察院"),
    ("hospital", "医院|卫生院|保健院|卫生服务中心|诊所|急救中心"),
    ("school", "大学|学院|学校|中学|小学|幼儿园|党校|[一二三四五六七八九]中$|[一二三]小$"),
    (
        "party",
        "[省市区县州旗盟委]委(?!员会|办公厅)|党委|党组|党支部|纪委|中央(?!银行|企业|电视)|组织部|宣传部|统战部|政法委|共青团|团委",
    ),
    ("company", "公司|集团|厂$|矿$|银行|酒店|商场|超市|合作社|煤矿|电厂"),
    (
        "government",
        "政府|国务院|[局厅署]$|[部委办]$|委员会$|办公室|人大|代表大会|政协|街道办|乡$|镇$|街道$|开发区|管委会|公安|税务|派出所|海关|[支大总]队$|法院",
    ),
)

_TOWNS = ("镇", "乡", "街道")


@dataclass(frozen=True, slots=True)
class Region:
    """The parts of a region's full name; None where the region does not reach that level."""

    province: str | None = None
    city: str | None = None
    county: str | None = None
    town: str | None = None
    peoples: bool = True  # whether governments and courts are called 人民 there

    @property
    def last(self) -> str | None:
        """Return the name of the lowest division: 广丰区."""
        return self.county or self.city or self.province

    @property
    def own(self) -> str | None:
        """Return the name of the report's own area, which may be a town or village."""
        return self.town or self.last

    def named(self, word: str) -> str | None:
        """Return the name that a level word stands for here: 区 → 广丰区, 市 → 上饶市, 镇 → 苦竹镇."""
        if word == "省":
            return self.province
        if word in _TOWNS and self.town:
            return self.town if self.town.endswith(word) else None
        if word in "市州盟":
            if self.county and self.county.endswith(word) and not self.city:
                return self.county
            return self.city or (self.province if self.province in MUNICIPALITIES else None)
        if self.county is None and word == "区" and (self.province or "").endswith("自治区"):
            return self.province  # 全区 there is the autonomous region
        return self.county if self.county and self.county.endswith(word) else None


def read_region(name: str | None) -> Region:
    """Return the parts of 江西省上饶市广丰区."""
    if not name:
        return Region()
    place = read_place(name)
    rest = name[place.length :]
    county = place.county or (rest if rest and place.length else None)
    if not (place.province or place.city or county):
        return Region(county=name)
    return Region(place.province, place.city, county, rest if place.county and rest.endswith(_TOWNS) else None)


# Short forms that stand only right behind a level word or place: 县医院, but not 中医院.
_AFTER_PLACE = ("总", "医院", "法院", "检察院", "政府", "府", "人大", "政协", "一院", "二院", "三院", "关工委")
_UNION_WITHIN = re.compile("(?<=[省市县区旗州盟])总(?=女工委|女职|经审|经费审|法律|办公室|职工|帮扶)")  # 市总|女工委
_OF_TOWNS = ("总", "政府", "人大")  # those of them that towns have

_NOT_PEOPLES = ("台湾", "香港", "澳门")  # whose governments and courts are not called 人民


@cache
def _short_forms() -> dict[str, tuple[tuple[str, str], ...]]:
    """Return the short forms by their last character, longest first, each with its full form."""
    rows = sorted(
        ((row["short"], row["full"]) for row in load_table("org_abbreviations")), key=lambda row: -len(row[0])
    )
    return {last: tuple(row for row in rows if row[0][-1] == last) for last in {short[-1] for short, _ in rows}}


def write_out(name: str) -> str:
    """Return the name with a short form at its end written out: 区总 → 区总工会, 市人社局 → 市人力资源和社会保障局."""
    name = _UNION_WITHIN.sub("总工会", name)
    for short, full in _short_forms().get(name[-1:], ()):
        if name.endswith(short) and not name.endswith(full) and (len(name) > len(short) or short not in _AFTER_PLACE):
            lead = name[: -len(short)]
            if short not in _AFTER_PLACE or lead[-1] in "省市区县州旗盟" or (short in _OF_TOWNS and lead[-1] in "镇乡"):
                return lead + full if not lead.endswith(("人民", "级")) else name
    return name


@lru_cache(maxsize=8192)
def name_key(name: str, region: Region) -> str:
    """Return the form by which names of one organization meet: 区总, 区总工会, 上饶市广丰区总工会 → 广丰区总工会."""
    written = write_out(re.sub("^(?:(?:中共|中国共产党)(?=.)|[我本](?=[省市区县州旗盟][一-鿿]{3}))", "", name))
    if not region.peoples or (region.province or "").startswith(_NOT_PEOPLES):
        written = written.replace("人民", "")
    if written.startswith("自治区") and (region.province or "").endswith("自治区"):
        return (region.province or "") + written[3:]
    level = _LEVEL_WORD.match(written) or _TOWN_WORD.match(written)
    if level:
        place = region.named(level.group(1))
        return (place or level.group(1)) + written[level.end() :]
    place_named = read_place(written)
    last = place_named.county or place_named.city or place_named.province
    rest = written[place_named.length :]
    if last and _OFFICE.match(rest):
        return last + rest
    return last + rest if last and rest and last in written[: place_named.length] else written


def full_name(name: str, region: Region) -> str | None:
    """Return the full name as the region gives it: districts with their city, other places alone; None if unknown."""
    key = name_key(name, region)
    if key[:1] in "省市区县旗州盟" and _LEVEL_WORD.match(key):
        return None
    if region.county and key.startswith(region.county) and region.county.endswith("区"):
        upper = region.city or (region.province if region.province in MUNICIPALITIES else "") or ""
        return upper + key
    place = read_place(key)
    if place.county and place.county.endswith("区") and not region.county:
        owners = by_name().get(place.county, ())
        return key if len(owners) != 1 or not region.city else region.city + key
    return key


@lru_cache(maxsize=8192)
def type_of(name: str) -> OrganizationType:
    """Return the organization's type by the words of its name."""
    for kind, pattern in _TYPES:
        if _compiled(pattern).search(name):
            return kind
    return "other"


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
