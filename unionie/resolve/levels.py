"""At which level an honour is given: by its own words, its giver, the contest it was won in, or who issued the report.

Enters: an AwardFrame and the directory. Leaves: national, province, city, county, enterprise, or None. Next:
``honours`` puts it in the record.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import cast

from unionie.clean.characters import fold_name
from unionie.clean.types import CleanText
from unionie.frames import AwardFrame
from unionie.records.models import AwardLevel
from unionie.resolve.decisions import is_decision
from unionie.resolve.names.forms import Region, type_of
from unionie.resolve.names.identities import Directory
from unionie.resolve.places.divisions import MUNICIPALITIES, by_name, read_place
from unionie.rules import load_table

# Merits and orders, whose names say nothing of who gives them.
_MERIT = re.compile("等功$|^嘉奖$|^记功$")
_ORDER = re.compile("勋章$|奖章$|奖状$|嘉许状$")
# Honours that a contest or a ceremony gives, and what tells its level.
_IN_CONTEST = re.compile(
    "组织[奖单]|风尚|精神文明|教练|裁判|指导|优秀(?:[一-鿿]{0,3}(?:作品|影片|电影|短片|视频|剧目|课例|案例)|选手|运动员|节目)|(?:岗位|技术|技能|业务|操作)能手$|最佳|表演奖|单项|男子|女子|男女|混合|团体|个人|全程|半程|公斤级|[赛组类项米]$"
    "|^(?:科学?技术?|自然科学|技术发明|科技创新|企业技术|国际)[一-鿿]{0,12}奖|大[赛会]|^第[一-鿿]{1,3}届"
)
_WITH_OTHERS = re.compile("国际[一-鿿]{0,6}合作奖$")  # a prize of any level for those from abroad
_AMONG_NATIONS = re.compile("(?:国际|世界)[一-鿿]{0,12}(?:[大竞比]赛|锦标赛)")  # of no contest told before
_SETTING = re.compile(
    "((?:[^，。；：、—\\n（）“”在获夺]|“[^，。“”\\n]{1,16}”){2,30}?(?:[大竞比]赛|比武|运动会|(?<=[省市区县州])运会|锦标赛|马拉松|艺术节|科技节|展评|[展汇会调]演|评选|(?:实践|评选|竞赛|比赛|展示|评优|征集|宣讲)活动|大会|公报|奖励))"
)
# Who is said to hold it, before its name.
_HOLDER = re.compile(
    "(?<![一-鿿])(?:(?:近日|日前|[今去]年)，?)?(?:[参]加了?|在|由)?([一-鿿]{1,4}(?:里|上)|[一-鿿、]{3,24}?)(?:联合|共同)?(?:举[办行]|[主承]办|组织|开展)的$"
)
# The minor ones of a contest, which a later paragraph may tell.
_MINOR = re.compile("组织[奖单]|风尚|精神文明|教练|裁判|最佳|最有价值|优秀运动员")
_OF_NATIONS = re.compile("(?<!中国)国际")  # a festival or contest of several nations, wherever it is held
_TAKES_PART = re.compile("参[加与]")
_NAMES_CONTEST = re.compile("赛|运会|运动会|比武|杯")
# Contests above the nation, whatever city holds them: 杭州第4届亚残运会.
_INTERNATIONAL = re.compile(
    "(?<!中国)(?<!全国)(?:亚[运冬青沙]会|亚残运|奥运|残奥|冬奥|世运会|(?<![省市区县州])大运会|世锦赛|(?:世界|亚洲)[一-鿿]{0,8}(?:运动会|锦标赛|杯|[大竞比联公邀]赛))"
)
# Honours of which every body has its own.
_OF_ITS_OWN = re.compile(
    "[一-鿿“”]{0,12}(?:(?:先进|优秀|文明|模范|红旗|示范|达标|金牌)(?:[一-鿿]{0,6})|标兵|能手|十佳[一-鿿]{0,6}|之星|(?:组织|贡献|进步|创新)奖)"
    "|最美(?:教师|家庭|职工|医生|护士)|(?:第[一-鿿]{1,3}届)?[一-鿿]{0,8}(?:职工|比武)[一-鿿]{0,20}"
)
_COUNTERPART = re.compile("(?:先进|优秀)(?:个人|集体|单位|工作者)")
_FOR_BODIES = re.compile("(?:为|获|授予|膺)“?([一-鿿]{2,24}?)(?:先进|优秀|模范)(?:集体|单位|个人)")
_EDITION = re.compile("^(?:第[一二三四五六七八九十0-9]+届|首届|[12][0-9]{3}年?度?)")
_WHOLE_NATION = re.compile("全国|中国|中华")
_OPENS_WITH_LEVEL = re.compile("全国|全省|省(?!委|政府|运会)|[一-鿿]{2,3}省|[一-鿿]{2,6}自治区")
_PROVINCE = re.compile(
    "(?!.{0,2}[市县区州]).{2}省(?![委政厅直]|.{1,6}[市县区州])"
)  # whatever city is called by the same word
# A paragraph that opens with the body whose gifts it tells: 省公安厅：给予….
_GIVER_LABEL = re.compile(
    "[\\s　]*(?:[一二三四五六七八九十0-9]+[、.．])?([一-鿿]{2,12}[部局厅委会府院社]|[一-鿿]{0,4}[省市县区]局)："
    "|[\\s　]*【[^】\\n]{2,12}】（([一-鿿]{2,14})批准）"
)
# What stands before the area in the headline of a roll.
_TITLE_LEAD = re.compile(
    "[\\s　]*(?:关于)?(?:公布|表彰|表扬|命名)?(?:[12][0-9]{3}[—~-]?(?:[0-9]{4})?年?度?)?(?:“[^“”]{2,24}”)?"
)
# A body that makes honours known: 市妇联日前|表彰…, 省国资委党委|通报表扬….
_ANNOUNCER = re.compile(
    "(?<![一-鿿])(?:[^，。；：\\n]{0,12}[，：])?([一-鿿]{0,4}[省市县区州旗盟国家院厂矿校团司][一-鿿]{0,10}"
    "(?:部|局|厅|委|会|院|府|社|署|妇联|工商联|残联|文联|科协|协|党组|集团|公司|大学|学院))"
    "(?:日前|近日|昨[日天]|今[日天]|正式|联合|决定|下?发文|下发通[知报]|发布|印发|共同)*，?(?:通报|对[^，。；]{2,24}(?:进行|予以|给予))?"
    "(?:表彰|表扬|命名|授牌|公布|揭晓|评选|认定|授予|宣读|为[^，。；]{2,12}授牌)"
)
# How a company, school or hospital announces its own honours: 我矿2022年度“五星”评选结果如下.
_OURS = re.compile("[我本全](?:公司|集团|[矿厂校院行段])(?![长区])[^。，\n]{0,24}(?:评选|表彰|获奖|荣誉|先进|优秀)")
# The word for such a body before its honour's own name; the same where it stands before the mark that opens the name.
_HOUSE = re.compile("(?:[我本]?(?:公司|集团|学校|医院|学院)|[我本][校院厂])(?!园)|[校院厂矿]级")
_FROM_HOUSE = re.compile(
    "(?:[获被从是]|评为|当选|成了|成为)[^，。；：“在]{0,12}?(?:公司|集团|学校|医院|学院|大学|中学|小学|工厂|[我本][校院厂])(?:里|内部)?"
    "(?:的|授予|评为|命名为|给予)?(?:[12][0-9]{3})?(?:年度)?[“]?$"
    "|(?:公司|集团|学校|医院|学院|大学|中学|小学)(?:党委|工会|团委)?(?:已|还|也|又|专门|决定)?(?:给予|奖给)[^，。；“]{2,14}“?$"
)
_NEAR = 40  # characters
_HEAD = 200  # characters
_HEAD_OF_REPORT = 4000  # characters in which a city's report says of its province
_OF_PROVINCE = re.compile("全省|省[委级](?!会)|省政府")
_STAGE = re.compile("(?<!公路)(?<!越野)([省市区县])赛$")  # of a contest that goes on above: 全国…大赛|全省赛
_ZONE = re.compile("[赛选]?([一-鿿]{2,3})赛区")
# A line, or the end of a sentence, that says of which level the honours below or behind it are: ■院级, …是市级奖项。
_LEVEL_LABEL = re.compile(
    "[^一-鿿\\n]*(国家|全国|省|自治区|[市州盟县区旗校院厂矿局]|公司|集团)级(?:奖项|荣誉|表彰|获奖)?(?:（[^（）\\n]*）)?[^一-鿿\\n]*"
)
_LEVEL_TOLD = re.compile(
    "(?:是|为|有|[：，])(国家|全国|省|自治区|[市州盟县区旗校院厂矿局]|公司|集团)级(?:奖项|荣誉|表彰)[。：；]"
)
_LABEL_LINES = 12  # lines of a list above which its level is sought
_SETTING_REACH = 800  # characters before a paragraph in which the contest is sought whose minor prizes it tells
_AUTONOMOUS = ("内蒙古", "广西", "西藏", "宁夏", "新疆")
_SPECIAL = ("香港特别行政区", "澳门特别行政区", "香港", "澳门")
_SIGNS = re.compile("[一-鿿（）]{2,24}(?:局|会|委|厅|部|政府|公司|办公室|法院|检察院|医院|大学|学院|学校|中学|集团)")


def level_of(frame: AwardFrame, clean: CleanText, directory: Directory) -> AwardLevel | None:
    """Return the level by the honour's name as rules read it, else by who gives it; a decision's body gives its own."""
    if frame.award.rule == "given" and frame.level is not None:
        return cast("AwardLevel", frame.level)
    region = _in_province(directory.region, clean.text)
    words = strip(clean.text[frame.award.start : frame.award.end])
    name = words if len(words) >= len(frame.name) else fold_name(frame.name)
    grantor = fold_name(frame.grantor) if frame.grantor else None
    level = award_level(name, grantor, region, None if _WITH_OTHERS.search(name) else frame.level)
    if level is None:
        level = _by_label(frame, clean, region)
    if level is None and frame.rank:
        level = _by_holder(frame, clean, region)
    in_contest = _IN_CONTEST.search(name) is not None and not _AMONG_NATIONS.match(name)
    if level is None and in_contest and not _MERIT.search(name):
        level = _by_setting(frame, clean, region)
    label = _GIVER_LABEL.match(clean.text, clean.text.rfind("\n", 0, frame.award.start) + 1, frame.award.start)
    if level is None and label:
        level = _by_words(label.group(1) or label.group(2), "body", region)
    if level is None and not _MERIT.search(name):
        level = _by_announcer(frame, clean, region)
    if level is None and frame.rule == "award.outline" and not _MERIT.search(name):
        level = _by_title(clean, region)
    if level is None and _COUNTERPART.fullmatch(name):
        level = _by_counterpart(frame, clean, region)
    stage = _STAGE.search(name)
    if stage:
        level = _by_words(f"全{stage.group(1)}", "word", region)
    zone = _ZONE.search(name) or _ZONE.search(frame.name)
    if zone:
        level = _by_words(zone.group(1), "word", region) or level
    given = frame.rule in ("award.given", "award.outline") or (
        _OF_ITS_OWN.fullmatch(name) and _gives_so(clean, directory)
    )
    if level is None and ((given and not _MERIT.search(name)) or is_decision(clean)):
        issuers = [directory.body.key] if directory.body is not None else []
        for giver in (*_signature(clean), *issuers):
            level = level or _given_by(giver, directory)
    if level is None and frame.rule == "award.outline" and _OURS.search(clean.text[:_HEAD]):
        return "enterprise"
    if level is None and _of_house(frame, clean, name, grantor):
        return "enterprise"
    area = fold_name(region.province or region.county or "")
    if level is None and area in _SPECIAL and _ORDER.search(name):
        return "province"
    minor = _MINOR.search(name) or (in_contest and frame.rank and not _NAMES_CONTEST.search(name))
    return level or (_by_contest(frame, clean, region) if minor else None)


def _in_province(region: Region, text: str) -> Region:
    """Return a city's region as one of a province where its report says so: 全区 is no autonomous region there."""
    head = text[:_HEAD_OF_REPORT]
    told = region.city and not region.county and not region.province and _OF_PROVINCE.search(head)
    return replace(region, province="省") if told and "自治区" not in head else region


def _of_house(frame: AwardFrame, clean: CleanText, name: str, grantor: str | None) -> bool:
    """Tell whether a company, school or hospital gives the honour: 获学校“甲”, 成了公司的“乙”, 某学院给予学生丙“丁”."""
    if _HOUSE.match(name) or (grantor and type_of(grantor) in ("company", "school", "hospital")):
        return True
    return (
        _FROM_HOUSE.search(clean.text, max(frame.sentence.start, frame.award.start - _NEAR), frame.award.start)
        is not None
    )


def _gives_so(clean: CleanText, directory: Directory) -> bool:
    """Return whether the report is of a body that honours its own: not of an area, nor of Hong Kong or Taiwan."""
    own = directory.body is not None and type_of(directory.body.key) not in ("government", "media")
    return own and not clean.traditional


def _by_label(frame: AwardFrame, clean: CleanText, region: Region) -> AwardLevel | None:
    """Return the level that a line above the honour's, or a sentence before it, says of what is told there."""
    first = clean.blocks[frame.sentence.block].start
    told = list(_LEVEL_TOLD.finditer(clean.text, first, frame.award.start))
    if told:
        return _by_words(told[-1].group(1) + "级", "word", region)
    for block in reversed(clean.blocks[max(0, frame.sentence.block - _LABEL_LINES) : frame.sentence.block]):
        label = _LEVEL_LABEL.fullmatch(clean.text, block.start, block.end)
        if label:
            return _by_words(label.group(1) + "级", "word", region)
        if "。" in clean.text[block.start : block.end]:
            return None
    return None


def _by_setting(frame: AwardFrame, clean: CleanText, region: Region) -> AwardLevel | None:
    """Return the level of the contest or ceremony named last before the honour in its paragraph, else of the title."""
    block = clean.blocks[frame.sentence.block]
    for words in (clean.text[block.start : frame.award.start], *clean.read_headlines()):
        for match in reversed(list(_SETTING.finditer(words))):
            if _INTERNATIONAL.search(match.group(1)) or _OF_NATIONS.search(match.group(1)):
                return None
            level = award_level(_TAKES_PART.split(match.group(1))[-1], None, region)
            if level:
                return level
    return None


def _by_holder(frame: AwardFrame, clean: CleanText, region: Region) -> AwardLevel | None:
    """Return the level of whoever holds the contest in which a placing was won: 市卫健委举办的|护理技能比武."""
    parts = frame.award.attrs.get("parts")
    holder = _HOLDER.search(clean.text, frame.sentence.start, parts[0][0]) if parts else None
    return award_level("", holder.group(1), region) if holder else None


def _by_contest(frame: AwardFrame, clean: CleanText, region: Region) -> AwardLevel | None:
    """Return the level of the contest named last before a minor prize in the paragraphs before its own."""
    end = clean.blocks[frame.sentence.block].start
    named = list(_SETTING.finditer(clean.text, max(0, end - _SETTING_REACH), end))
    levels = (award_level(each.group(1), None, region) for each in reversed(named))
    return next((level for level in levels if level), None)


def _by_counterpart(frame: AwardFrame, clean: CleanText, region: Region) -> AwardLevel | None:
    """Return the level of the like honour told before in the sentence: 获全市信息工作先进集体，甲获|先进个人."""
    told = list(_FOR_BODIES.finditer(clean.text, frame.sentence.start, frame.award.start))
    return award_level(told[-1].group(1), None, region) if told else None


def _by_title(clean: CleanText, region: Region) -> AwardLevel | None:
    """Return the level of the area that the headline of a roll opens with: 2024年|全县|产业发展表彰名单."""
    for line in clean.read_headlines("title"):
        lead = _TITLE_LEAD.match(line)
        level = award_level(line[lead.end() :] if lead else line, None, region)
        if level:
            return level
    return None


def _by_announcer(frame: AwardFrame, clean: CleanText, region: Region) -> AwardLevel | None:
    """Return the level of the body that the paragraph says to make the honour known: 市妇联日前表彰了一批先进….”"""
    start = clean.text.rfind("\n", 0, frame.award.start) + 1
    announced = list(_ANNOUNCER.finditer(clean.text, start, frame.award.start))
    return _by_words(announced[-1].group(1), "body", region) if announced else None


def _given_by(giver: str, directory: Directory) -> AwardLevel | None:
    """Return the level of what a body gives without a word of level in its name."""
    if type_of(giver) in ("company", "school", "hospital"):
        return "enterprise"
    return award_level("", giver, directory.region)


def _signature(clean: CleanText) -> list[str]:
    """Return the body that signs a decision on the lines before its date at the end, if one does."""
    lines = [clean.text[block.start : block.end].strip() for block in clean.blocks[-4:]]
    return [line for line in lines if _SIGNS.fullmatch(line)][:1]


def strip(name: str) -> str:
    """Return ``name`` without quotation marks."""
    return re.sub("[“”‘’「」『』《》]", "", name)


@cache
def _levels(kind: str) -> tuple[tuple[re.Pattern[str], AwardLevel], ...]:
    rows = [row for row in load_table("award_levels") if row["kind"] == kind]
    return tuple((re.compile(row["pattern"]), cast(AwardLevel, row["level"])) for row in rows)


def award_level(name: str, grantor: str | None, region: Region, given: str | None = None) -> AwardLevel | None:
    """Return the level of an honour: by its giver, by the level word or place that opens it, or by its fame."""
    if grantor and not _OPENS_WITH_LEVEL.match(name):
        level = _by_words(grantor, "body", region)
        if level:
            return level
    if _INTERNATIONAL.search(name) and not _OPENS_WITH_LEVEL.match(name):
        return None
    return _by_words(_EDITION.sub("", name), "word", region) or cast("AwardLevel | None", given)


def _by_words(name: str, kind: str, region: Region) -> AwardLevel | None:
    if _PROVINCE.match(name):
        return "province"
    place = read_place("" if _WHOLE_NATION.match(name) else name)
    if place.county:
        owners = by_name().get(place.county, ())
        unit = owners[0].level == "county" if owners else place.county[-1] not in "州盟"
        return "county" if unit else "city"
    if place.city:
        return "county" if place.city == region.county or place.city.endswith("县") else "city"  # 彰化县
    if place.province and not name.startswith("中"):
        return "province"
    for area, level in ((region.county, "county"), (region.city, "city"), (region.province, "province")):
        if (
            area
            and len(area) > 2
            and name.startswith(area.rstrip("省市区县州旗盟"))
            and len(area.rstrip("省市区县州旗盟")) > 1
        ):
            return _own_level(area[-1], region) if level != "province" else "province"
    if name.startswith("自治州"):
        return "city"
    own = re.match("[省市区县州旗盟]", name)
    if own and not re.match("(?:市场|市民|区域|州际|区块|省心|县域|省级|市级|区级|县级|[省市区县]?[分支]行)", name):
        return _own_level(own.group(), region)
    for pattern, level in _levels("honour") + _levels(kind):
        match = pattern.search(name)
        if match and level == "county" and match.group() == "全区" and _in_autonomous(region):
            return "province"
        if match and level == "city" and match.group() == "全市" and _is_municipal(region):
            return "province"
        if match:
            return level
    return None


def _in_autonomous(region: Region) -> bool:
    """Tell whether 全区 means an autonomous region: in its own reports, and in those of its cities and counties.

    In those of a district it is the district, and no county calls itself so.
    """
    if region.county and region.county.endswith(("区", "街道", "社区")):
        return False
    if region.province:
        return region.province.startswith(_AUTONOMOUS)
    return region.county is not None or (region.city is not None and not _is_municipal(region))


def _is_municipal(region: Region) -> bool:
    return region.province in MUNICIPALITIES or region.city in MUNICIPALITIES


def _own_level(word: str, region: Region) -> AwardLevel:
    """Return the level that a lone level word has in this region: 市 in a municipality is a province."""
    if word == "省":
        return "province"
    if word in "州盟":
        return "city"
    if word == "市":
        if _is_municipal(region):
            return "province"
        return "county" if region.county and region.county.endswith(word) else "city"
    if word == "区" and _in_autonomous(region):
        return "province"
    return "county"
