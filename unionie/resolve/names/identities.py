"""One identity for one organization: its short forms, the words the report defines for it, and its own body.

Enters: the clean text, its mentions and the region. Leaves: a ``Directory``: look-ups from the text's words to
names. Next: ``organizations`` makes records of it; ``persons`` and ``honours`` name people's and awards' bodies by it.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from unionie.clean.characters import fold_name
from unionie.clean.types import CleanText
from unionie.frames import Mention
from unionie.resolve.names.forms import Region, full_name, name_key, read_region, type_of
from unionie.resolve.names.short_names import find_wholes
from unionie.resolve.places.divisions import by_short_name

_DEFINED = re.compile(
    "（(?:[^（）\n]{0,12}[，；])?(?:以下|下文|下|后文)?(?:统一|简)?(?:简称|称)(?:为|：)?[“「『]?([^（）”」』\n]{1,12}?)[”」』]?）"
)
_BODY_WORD = re.compile(
    "(?:[本我全该](?:集团公司|集团|公司|院|校|局|厂|所|会|中心|社|馆|行|厅|委|部|台|矿|园|站|段|系统|单位)|[院校局厂所社馆站段]里|[院校厂馆园]方)$"
)
_OWN_COURT = re.compile("[省市区县州旗盟]院")
_NO_BODY = re.compile("大会|会议|全会|委员会第|日报|晚报|时报|早报|报社|代表大会|常委会第")
_AREA_WORD = re.compile("[全我本各](省|市|区|县|州|旗|盟|镇|乡|街道)(?:各级|上下|城乡)?$")
_IN_AREA = re.compile("([省市区县州旗盟镇乡])[里上]")
_COMPANY_TAIL = re.compile("(?:[一-鿿（）()]{0,8}?(?:股份)?有限(?:责任)?公司|集团(?:股份)?(?:有限)?公司|集团)$")
_CONCERN = re.compile("[一-鿿]{2,4}集团")
_WHOLE_CONCERN = re.compile("..集团(?:股份)?(?:有限)?(?:责任)?公司$")
_TITLED = re.compile(
    "[—-]*(?:关于)?([一-鿿]{2,20}?(?:街道|镇|乡|社区|村|公司|集团|医院|学校|中学|小学|大学|学院|局|委员会|协会|联合会|院|厂|银行|中心))"
    "(?=[12][0-9]{3}[年—-]|年度|工作总结|工作报告|述职|年报)"
)
# Whose congress a headline names: 在北江港务集团有限公司|第三届职工代表大会.
_CONGRESS = re.compile(
    "(?:^|[—－-]|在)(?P<who>(?![—－-]|在|中国共产党|中共)[一-鿿（）]{3,24}?(?:公司|集团|厂|矿|院|大学|学校|[中小]学|局|银行|社|站|段|所|中心|总工会|农会|协会|联合会))"
    "第[一二三四五六七八九十0-9]{1,3}[届次](?:第[一二三四五六七八九十0-9]{1,3}次)?"
    "(?:(?:教?职工|会员)代|(?<=[会社]第..)代表大会|(?<=[会社]第...)代表大会)(?![^\n]*工会)"  # else the union reports
)
# A part of a house, which is nobody's report where another body is named: 财务部, 會務股.
_DIVISION = re.compile(
    "(?:财务|会务|人事|人力资源|总务|推广|信用|保险|供销|企划|秘书|后勤|综合|行政|业务|会计|资讯|信息|生产|技术|安全|党群|法务|审计|市场|销售|研发)[股部处科室组课]"
)
# What follows on the house in the name of a part of it: 东湖师范大学|科研处.
_PART = re.compile("[一-鿿]{1,10}(?:[股部处科室组办系]|研院|机关|办公室|委员会)")
_EVENT = re.compile("运动会|[比竞大联]赛|比武|表彰|颁奖")
_WINS = re.compile("蝉联|卫冕|问鼎|[荣勇]?[夺获摘捧]")
# What a report calls its own body, and how the names of such bodies end.
_KINDS = {
    "院": re.compile("[医学法察究]院$|中[医心]院$"),
    "校": re.compile("学校$|大学$|[中小]学$|(?:职业|技术|师范|理工|医学|专科|高等)[一-鿿]{0,6}学院$"),
    "局": re.compile("局$"),
    "公司": re.compile("公司$|集团$"),
    "集团": re.compile("集团$|公司$"),
    "厂": re.compile("厂$"),
    "矿": re.compile("矿$"),
    "站": re.compile("站$"),
    "处": re.compile("处$"),
    "所": re.compile("所$"),
    "中心": re.compile("中心$"),
}
_BARE_KINDS = ("研究所", "研究院", "农科院", "农会", "协会", "商会", "公会", "联合会", "基金会")
_OWN_KIND = re.compile(f"[我本]({'|'.join(_KINDS)})(?![长区])")
_INNER = re.compile("分(?:院|校|局|公司|厂|矿|站|所|中心)$|子公司$|^中国科学院$")  # parts of a house, no house
# The office of a house, which writes of the house: 甲医院|院长办公室.
_OF_OFFICE = re.compile(
    "(?P<house>.{3,}?[院校学局厂司团矿站处所心])(?:(?:[院校局厂所]长?|总经理|党政|党委|行政|综合)?办(?:公室)?|宣传[部科处]|编辑部)"
)
_FRONT = ("title", "subtitle", "byline")


def is_body_word(name: str) -> bool:
    """Tell whether ``name`` means the report's own body: 本院, 我局, 全集团."""
    return _BODY_WORD.fullmatch(fold_name(name)) is not None


def _is_of_others(word: str, body: str) -> bool:
    """Tell whether a word means a body of another kind than the report's own: 全校 in that of a county's 团委."""
    sign = _SIGNS.get(word.removesuffix("里").removesuffix("方")[-1:])
    return sign is not None and not sign.search(body)


# What the name of a body has that is called 全校, 本院 …
_SIGNS = {
    "校": re.compile("[校学院教园幼]|[一-鿿][中小]"),
    "院": re.compile("[院医检法所馆学校]"),
    "厂": re.compile("厂|公司|集团|[煤钢矿]"),
    "司": re.compile("^(?!.*(?:政府|(?<!工会)委员会|法院|检察院|总工会|妇联|残联|红十字会)$)"),
}
_NAMED_OFTEN = 3  # times that a body is named which is the report's own, where it is none of these
# Bodies within a street or a community, which 街道 does not mean in their reports.
_WITHIN = re.compile("(?:工会|工会委员会|妇联|团委|纪委|党委)$")
_HAN = re.compile("[一-鿿]")
_TEAM = re.compile("[队班组科室]$")
_HOUSES = ("school", "hospital", "court", "company")


@dataclass(slots=True)
class Group:
    """The mentions of one organization."""

    key: str
    mentions: list[Mention] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    defined: list[str] = field(default_factory=list)
    given: dict[str, Any] = field(default_factory=dict)  # the whole name and the type, where the user's rules say them

    @property
    def name(self) -> str:
        """Return the longest form that the text gives."""
        forms = [form for form in self.names.values() if form not in self.defined] or list(self.names.values())
        return max(forms, key=len)


@dataclass(slots=True)
class Directory:
    """The organizations of a report and its region; answers what a name stands for."""

    region: Region
    groups: dict[str, Group] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    body: Group | None = None

    def take_body(self, name: str | None) -> None:
        """Take the body whose figures the report gives for its own, where no headline tells and the text names it."""
        group = self.group(name) if name and self.body is None else None
        if group is None or _TEAM.search(group.key):
            return
        if type_of(group.key) in _HOUSES or len(group.mentions) >= _NAMED_OFTEN:
            self.body = group

    def join_short_names(self) -> None:
        """Make the short names that the text does not define names of the bodies that they can only stand for."""
        own = self.body.key if self.body else None
        groups = {key: group for key, group in self.groups.items() if not group.given}
        places = {key: group.mentions[0].start for key, group in groups.items() if group.mentions}
        for short, whole in find_wholes(groups, own, places):
            if self.body is self.groups[short]:
                self.body = self.groups[whole]
            _join(self, short, whole)

    def group(self, name: str) -> Group | None:
        """Return the organization that ``name`` stands for, None if the text does not tell."""
        name = fold_name(name)
        if name in self.aliases:
            return self.groups.get(self.aliases[name])
        if self.body is not None and (
            (
                (is_body_word(name) or name in ("集团公司", "集团", "公司", "学校", "医院", "学院"))
                and not _is_of_others(name, self.body.key)
            )
            or not name
            or (name in ("街道", "社区") and not _WITHIN.search(self.body.key))
            or (name in _BARE_KINDS and self.body.key.endswith(name))
        ):
            return self._house(name) or self.body
        if self.body is not None and _OWN_COURT.fullmatch(name) and type_of(self.body.key) == "court":
            return self.body
        return self.groups.get(name_key(name, self.region))

    def _house(self, name: str) -> Group | None:
        """Return the house whose part reports, where a word means one of its kind: 我校 in that of 东湖大学科研处."""
        body = self.body
        kind = next((word for word in _KINDS if name.endswith(word)), None)
        if body is None or kind is None or _KINDS[kind].search(body.key):
            return None
        for length in range(len(body.key) - 1, 3, -1):
            key = body.key[:length]
            if _KINDS[kind].search(key) and _PART.fullmatch(body.key, length):
                written = body.name if len(body.name) == len(body.key) else body.key
                return self.groups.setdefault(key, Group(key, names={key: written[:length]}))
        return None

    def canonical(self, name: str) -> str | None:
        """Return the longest form that the text itself has for ``name``, in the text's characters."""
        group = self.group(name)
        return group.name if group else None

    def full_name(self, name: str) -> str | None:
        """Return the full name of an organization or area: 区总工会 → 上饶市广丰区总工会, 我市 → 上饶市."""
        if name == "我国":
            return "中国"
        area = _AREA_WORD.match(name) or _IN_AREA.fullmatch(name)
        if area:
            return self.region.named(area.group(1))
        province = by_short_name().get(name)
        if province and province.level == "province":
            return province.name if province.name != name else None
        group = self.group(name)
        if group is not None:
            return group.given.get("name") or full_name(group.key, self.region) or group.name
        found = full_name(name, self.region)
        return found if found and found != name and len(found) > len(name) else None


def build_directory(clean: CleanText, mentions: Sequence[Mention], region: str | None) -> Directory:
    """Return the directory of a report; ``mentions`` are sorted and of ``clean.text``."""
    directory = Directory(replace(read_region(fold_name(region) if region else None), peoples=not clean.traditional))
    organizations = [mention for mention in mentions if mention.label == "ORG"]
    _define(directory, clean, organizations)
    for mention in organizations:
        words = "".join(clean.text[mention.start : mention.end].split())
        if _BODY_WORD.fullmatch(words):
            continue
        whole = str(mention.attrs["name"]) if mention.rule == "given" else words
        key = directory.aliases.get(whole) or name_key(whole, directory.region)
        group = directory.groups.setdefault(key, Group(key))
        if mention.rule == "given":
            directory.aliases[words] = key
            group.given = mention.attrs
        group.mentions.append(mention)
        group.names.setdefault(words, "".join(clean.surface[mention.start : mention.end].split()))
    _join_companies(directory)
    directory.body = _house_of(directory, clean, _find_body(directory, clean, organizations))
    _join_concerns(directory)
    return directory


def _define(directory: Directory, clean: CleanText, organizations: Sequence[Mention]) -> None:
    """Note the short forms that the text defines: 清溪区总工会（以下简称区总）."""
    ends = {mention.end: mention for mention in organizations}
    for match in _DEFINED.finditer(clean.text):
        owner = ends.get(match.start())
        if owner is not None:
            _name_so(directory, clean, owner, re.split("[“”、或]+", match.group(1)))
    for mention in organizations:
        owner = ends.get(mention.start - 1) if mention.attrs.get("short") else None
        if owner is not None:
            _name_so(directory, clean, owner, ["".join(clean.text[mention.start : mention.end].split())])


def _name_so(directory: Directory, clean: CleanText, owner: Mention, aliases: Sequence[str]) -> None:
    """Note short forms of the body that a mention names."""
    key = name_key("".join(clean.text[owner.start : owner.end].split()), directory.region)
    group = directory.groups.setdefault(key, Group(key))
    for alias in filter(None, aliases):
        directory.aliases[alias] = key
        group.defined.append(alias)


def _join_companies(directory: Directory) -> None:
    """Join a company's name without its legal form to the whole name: 港湾联合能源 + 有限公司."""
    for owner in [key for key in directory.groups if _COMPANY_TAIL.search(key[-12:])]:
        for length in range(4, len(owner)):
            key = owner[:length]
            known = owner in directory.groups and key in directory.groups
            if not known or not _COMPANY_TAIL.fullmatch(owner[length:]):
                continue
            _join(directory, key, owner)


def _join_concerns(directory: Directory) -> None:
    """Join 港湾集团 to 港湾联合能源集团有限公司, where no other name may be meant."""
    for key in [key for key in directory.groups if _CONCERN.fullmatch(key)]:
        owners = [name for name in directory.groups if name.startswith(key[:-2]) and _WHOLE_CONCERN.search(name)]
        if len(owners) == 1:
            _join(directory, key, owners[0])
    if directory.body is not None:
        directory.body = directory.groups.get(directory.body.key) or directory.group(directory.body.key)


def _join(directory: Directory, key: str, owner: str) -> None:
    """Make what the text calls by one name part of another."""
    short = directory.groups.pop(key)
    whole = directory.groups[owner]
    whole.mentions = sorted([*whole.mentions, *short.mentions])
    whole.names.update(short.names)
    directory.aliases.update(dict.fromkeys(short.names, owner))
    directory.aliases.update({alias: owner for alias, target in directory.aliases.items() if target == key})


def _find_body(directory: Directory, clean: CleanText, organizations: Sequence[Mention]) -> Group | None:
    """Return the organization whose report this is: named in the headline or under it, else the first subject."""
    part = None
    told = _EVENT.search(" ".join(clean.read_headlines("title")))
    for kind in _FRONT:
        for block in clean.blocks[:20]:
            if block.kind != kind:
                continue
            for mention in organizations:
                words = clean.text[mention.start : mention.end]
                if block.start <= mention.start and mention.end <= block.end and not _NO_BODY.search(words):
                    group = directory.group("".join(words.split()))
                    if group is None or type_of(group.key) == "media":
                        continue
                    if told and kind == "subtitle" and _WINS.match(clean.text, mention.end):
                        continue  # 铸锻分厂|蝉联团体总分第一
                    if not _DIVISION.fullmatch(words):
                        return group
                    part = part or group
    titled = _union_in_headline(directory, clean) or _titled_body(directory, clean) or _convener(directory, clean)
    if titled is not None:
        return titled
    for block in clean.blocks:
        if block.kind == "paragraph":
            for mention in organizations:
                if block.start <= mention.start < block.start + 40:
                    lead = re.sub(
                        "[0-9]{4}年(?:来|度|，)?|[，\\s　]|今年|去年", "", clean.text[block.start : mention.start]
                    )
                    group = directory.group("".join(clean.text[mention.start : mention.end].split()))
                    if not lead and group is not None and len(group.mentions) > 1 and type_of(group.key) != "media":
                        return group
            break
    return _own_named(directory, clean) or part


def _house_of(directory: Directory, clean: CleanText, body: Group | None) -> Group | None:
    """Return the house whose office a body is, where the text calls the house its own: 甲医院 of 甲医院办公室."""
    office = _OF_OFFICE.fullmatch(body.key) if body else None
    if office is None or not any(_KINDS[kind].search(office["house"]) for kind in _OWN_KIND.findall(clean.text)):
        return body
    name = office["house"]
    group = directory.groups.setdefault(name, Group(name))
    group.names.setdefault(name, name)
    return group


def _own_named(directory: Directory, clean: CleanText) -> Group | None:
    """Return the body that the text calls 我院, 我校 …: the first of its kind that it names."""
    words = Counter(match.group(1) for match in _OWN_KIND.finditer(clean.text))
    if not words:
        return None
    kind = _KINDS[words.most_common(1)[0][0]]
    groups = [group for group in directory.groups.values() if group.mentions and len(group.key) > 2]
    groups = [group for group in groups if kind.search(group.key) and not _INNER.search(group.key)]
    return min(groups, key=lambda group: group.mentions[0].start, default=None)


def _union_in_headline(directory: Directory, clean: CleanText) -> Group | None:
    """Return the trade union named most where the headline speaks of union work without naming one."""
    head = "".join(clean.read_headlines())
    unions = [group for group in directory.groups.values() if group.key.endswith("总工会") and len(group.mentions) > 1]
    if "工会" not in head or not unions:
        return None
    return max(unions, key=lambda group: len(group.mentions))


def _titled_body(directory: Directory, clean: CleanText) -> Group | None:
    """Return the body that a headline names without a mention: 梧桐里街道2015年工作总结."""
    for block in clean.blocks[:20]:
        match = _TITLED.match(clean.text, block.start, block.end) if block.kind in ("title", "subtitle") else None
        if match:
            return _add_named(directory, clean, *match.span(1))
    return None


def _convener(directory: Directory, clean: CleanText) -> Group | None:
    """Return the body whose congress the headline names."""
    named = find_convener(clean)
    return _add_named(directory, clean, *named) if named else None


def find_convener(clean: CleanText) -> tuple[int, int] | None:
    """Return where the headline names the body whose staff or members meet: 某公司|第三届职工代表大会."""
    for block in clean.blocks[:20]:
        if block.kind in ("title", "subtitle", "dateline") and (
            match := _CONGRESS.search(clean.text, block.start, block.end)
        ):
            return match.span("who")
    return None


def _add_named(directory: Directory, clean: CleanText, start: int, end: int) -> Group:
    """Return the organization of a name that is no mention."""
    name = clean.text[start:end]
    group = directory.groups.setdefault(name_key(name, directory.region), Group(name))
    group.names.setdefault(name, clean.surface[start:end])
    return group


def written_as(clean: CleanText) -> dict[int, str]:
    """Return how a text in traditional characters writes those that are read as simplified ones: 县 → 縣."""
    if not clean.traditional:
        return {}
    pairs = Counter(zip(clean.text, clean.surface, strict=True))
    return {
        ord(read): written
        for (read, written), count in pairs.items()
        if read != written and _HAN.match(read) and _HAN.match(written) and count > pairs[read, read]
    }


def record_id(kind: str, *parts: str | None) -> str:
    """Return an id that depends on what the record is only: org-1f3a9c2b."""
    content = "\x1f".join(part or "" for part in parts)
    return f"{kind}-{hashlib.sha1(content.encode('utf-8', 'surrogatepass'), usedforsecurity=False).hexdigest()[:10]}"
