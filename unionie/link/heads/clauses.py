"""The heads of clauses: who or what the words of a clause begin with, and so may own its figures.

Enters: clean text, mentions and times. Leaves: ``Head`` tuples in text order. Next: ``subjects``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from unionie.clean.dispatch import skip_dispatch
from unionie.clean.types import CleanText
from unionie.dictionary import plain_jieba
from unionie.frames import Head, Mention
from unionie.link.figures.head_words import DEICTIC, JOINT, LEAD, THING
from unionie.link.heads.beside import COUNTED
from unionie.link.heads.described import find_described
from unionie.link.heads.labels import find_labels, find_sections
from unionie.link.heads.officers import acts_for_body, governs
from unionie.link.heads.parallels import find_parallels
from unionie.link.heads.places import find_areas, has_figures, is_public, is_short_area, is_told
from unionie.link.heads.pointers import find_pointing
from unionie.link.heads.quoted import find_quoted
from unionie.link.heads.scenes import find_scenes
from unionie.link.heads.sites import dwelling_of, find_things, part_of
from unionie.link.heads.unnamed_people import find_unnamed_people
from unionie.values.types import Time

__all__ = ["find_heads"]

# What a clause begins behind, and the words that may stand before its head.
_OPENS = (
    r"(?:[，；：。！？”】\]\n\t由使让]|）(?<!（[兼代]）)(?<!（[兼挂]职）)|期间"
    "|(?:造成|导致|影响|抽[查审检])(?=[我全])|(?<![称把以为对用将向])“)"
)
_OPENING = re.compile(_OPENS)
_ITEM = re.compile(  # this and the next three stand at the beginning of a line
    r"(?:[0-9]{1,2}(?:[.．][0-9]{1,2}){1,2}(?![0-9])[ 　]*(?=[一-鿿“])"  # 2.1 甲水库
    r"|[（(]?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[）)、.．][ 　]*)"
)
_BULLET = re.compile(r"[^\w\s“《（(【〔\[][ 　]*(?:[一-鿿]{2,10}[ 　]+)?")  # with its label: △帮扶
_MARK = re.compile(r"[^\w\s“《（(【〔\[][ 　]*")  # where what follows is no label: ▲县医院7月开展
_RUN_IN = re.compile(r"[一-鿿]{2,8}[ 　]+(?=[一-鿿])")  # 办学条件　学校占地…
# Who decides what others do is not whose figures follow: 县委、县政府决定授予…
_DECIDES = re.compile(
    r"[^，。；：！？\n]{0,12}?(?:决定|确定的|号召|共建(?:的|[，。；])|主办(?![一-鿿]{2,8}[0-9])|批复)"
)
# Who publishes what follows tells the figures of others, too: 央视网消息：, 农业农村部数据显示，.
_PUBLISHES = re.compile(
    r"[^，。；：！？\n]{0,16}?(?:显示|发布|公布|测算|报道|消息|汇报(?=：))(?:（[^（）\n]{1,12}）)?[，：]|(?:统计|要求)[，：]|[^，。；：！？\n]{0,12}?[讯电]（"
    "|[^，。；：！？\n]{0,24}?(?:公布|发布|通报)了?[^，。；：\n]{2,20}(?:成果|数据|情况|结果|成绩单)[，。：]"
)
_CASE = re.compile("[一-鿿]{2,10}案(?:件)?(?=[，。、；（])")  # is what others try: 甲公司|非法集资案，
# A service of all courts, named after them: 人民法院|调解平台.
_OF_ALL = re.compile("人民(?:法院|检察院)(?:[一-鿿]{0,4}平台|案例库|在线|报)")
_QUOTES_ON = re.compile("[^“”，。；：\n]{0,10}”")  # the rest of what is in quotation marks
# Honours by their level.
_HONOURED = re.compile("全[省市区县州旗盟镇乡村](?:最美|十佳|五一|三八|先进(?:集体|个人|单位|工作者))")
_CAMPAIGN = re.compile("[^“”\n，。]{2,16}”(?:主题|系列|专项)*(?:活动|行动|竞赛|评选|大赛)")
_NAMED = re.compile("[一-鿿]“")  # begins a name or an honour, no clause: 获“全省先进集体”
_REPORTS = re.compile(r"记者|通讯员|作者|供稿|摄影")  # before the name of who writes
_SEVERAL = ("基层",)  # units of a level, whose figures are told of the area
_NAMES = frozenset(["ORG", "EVENT"])  # of which a deictic at their head is a part: 全省|职工技能大赛
_THEIR_BODY = re.compile(
    r"[他她](?:们)?(?:所在|带领|领衔|创办)?的(?P<body>(?:(?<=所在的)[一-鿿]{0,4}?)?(?:团队|公司|合作社|家庭农场|工作室|班组|厂|店))(?![的长里])"
)
_PRONOUN = re.compile(
    r"(?!(?<=“).[一-鿿]{0,6}”)(?:[他她]|本人|这位[一-鿿]{1,6}?(?=先后|已|一共|累计|带|曾|还|共))(?!们|(?:还|又)?(?:说|表示|介绍|透露|告诉|坦言|要求)[，：])"
)
# What is measured of a body that 的 gives it to: 河口供电所的|供电可靠率由99.6%升至99.8%.
_HAS = re.compile(
    r"的[^，。；：、的\n0-9]{1,12}?(?:也|却|则|均|都|已|仅|只)?(?:由|从|达|升|降|提高|增|减|扩|压|缩|为|占|超|突破|[0-9])"
)
# Who holds or hosts what follows: 某学院承办的|第五届技能大赛当天决出名次.
_HOSTS = re.compile("(?:[、和与及][^，。；：\n]{2,36}?|[^，。；：\n]{0,8}?)(?:承办|主办|举办|协办|[合联]办)的")
# Which of its people or vehicles does something for it: 县妇幼保健院的|流动筛查车开到村口，检查286人.
_AGENTS = re.compile(
    "的[一-鿿]{0,6}?(?:[一-鿿]车|[小分]队|团队|专家组?|医生|医护人员|护士|教师|老师|志愿者|技术员|工作人员|队员|民警)"
    "(?=[ 也还又每先一已正便就从到在为对给走开来深带用]|累计|共)"
)
# What lies in the area of a body or belongs to it: 甲局|管内的乙线.
_WITHIN_IT = re.compile("(?:管内|[境辖]内|[旗属]下|下属|所[属辖])的")
# Who makes up the team of which is told: 甲医院和乙医院组成的|医疗队当天义诊.
_MAKES_UP = re.compile(r"[^，。；：\d]{0,24}?组成的(?=[一-鿿]{2,6}[队组团])")
_OURSELVES = re.compile(
    "(?:我们|咱们)(?![的省市区县州旗盟镇乡村院校厂局会行馆场矿所站队段社园班组室部]|公司|集团|中心|车间)"
)
_SHORT = re.compile("（[^（）\n]{0,3}?(?:简称|下称)[：，]?[“「]([一-鿿]{2,6})[”」]）")
# What ends the name of a body or site, and what behind it makes the word one of many, or the body who owns a thing.
_TAIL = re.compile(
    "(?:中心|枢纽|大桥|隧道|水库|草甸|草原|湿地|古[镇城村寨]|梯田|峡谷|网点|工坊|剧团|[支分]行|医[共联]体|公所|[市农牧林渔商]场|[一-鿿](?:[站坊社庭园馆队校院厂港]|(?<![城市地山])区|(?<![大总工])会))$"
)
_OF_IT = re.compile(
    "[的和与及等、主副党总（”长里内上中外站室区部]|建设|工作|负责|发展|管理|经济|干部|职工|[会社成人]员|群众|居民|员工|领导"
    "|[0-9一二三四五六七八九十百千万数几两]+[个家所座]"
)
_SEVERAL_WORDS = 2
_NAME_BEGINS = re.compile("“[^“”\n，。；]{1,10}”$")
_QUOTED = re.compile("“([^“”\n]{3,14})”")
_TROUPE = re.compile("(?:[茶工]坊|剧团|艺术团|乐团|书屋|书店)$")  # ends what is named in quotation marks and acts
_BETWEEN_POSTS = frozenset("、兼原副 　")
_DISASTER = re.compile("(?:特?大|强烈?|[0-9.]+级)?(?:地震|洪[灾水涝]|泥石流|台风|矿难|疫情)")  # 甲县|特大地震发生后
_TEAM = re.compile("(?:团队|课题组|项目组|攻关组|科研组)(?![的里成负])")  # behind the name of who leads it
# What a name has before it that only says whose it is: 旗下|青石中心, 爱心企业|柳河公司, 业主|县水务局.
_NAMED_BY = re.compile(
    "(?:[旗辖属]下|所属|直属|下属|[省市县区局](?<!级)属|(?:项目|工程)?(?:业主(?!委)|(?:施工|承建|建设|监理|投资)(?:方|单位))|[一-鿿]{2}企业(?=[一-鿿]{2,}(?:公司|集团|厂)))(?=[一-鿿]{3})"
)
# Before the name of a place or body that lies in it: 该镇|李湾村, 我区|柳荫街道.
_WITHIN = re.compile("[我本该](?:[省市区县州旗盟镇乡村]|街道|社区)")
# Meetings, boards, committees of the party, services, and funds of which the size is told, not what they pay: it is
# whose they are.
_MEETING = re.compile("(?:[职教工]代会|代表大会|董事会|监事会|股东大会|党工?委|门诊)$")
# What a party committee has and does itself, where it else stands for its area or house: 社区党委|有党员327名.
_PARTY = re.compile("党工?委$")
_OF_PARTY = re.compile(
    "(?:[现共]?有|下[辖设属]|发展|转正|开展|组织)[^，。；：\n0-9]{0,8}?(?:党员|党[总小]?[支组部]|党组织|党课|党日|谈话)"
)
_SIZE = re.compile("[一-鿿]{0,2}(?:筹|募|收入|支出|结余|只|达|余额|规模|总额)")
_WON_THERE = re.compile("(?:中|上|里)?(?:共|累计|先后|分别)?(?:荣?获(?![评批])|斩获|夺|摘|捧)")
# Who speaks or presides tells the figures of others: 市妇联主席…在报告中说.
_SPEAKS = re.compile(
    r"[^。；！？\n]{0,20}?：|[^，。；：！？\n]{0,10}?(?:记得|算过|报数|算账|[掰扳]着|要求(?=[，：])|说|表示|提出|介绍|指出|透露|告诉|强调|认为|坦言|宣布|通报|回忆|报告|主持|出席|致辞|讲话)"
)


def find_heads(
    clean: CleanText, mentions: Sequence[Mention], times: Sequence[Time], units: Sequence[tuple[int, int]] = ()
) -> list[Head]:
    """Return the organizations, places, deictics (全市, 本院), things and persons that head clauses.

    ``units`` are where units without a name do something.
    """
    text = _without_times(clean.text, times)
    places = _openings(clean, text)
    within = [match.end() for place in places if (match := _WITHIN.match(text, place))]
    behind = frozenset(start for start, _ in units if text[start - 1 : start] == "的")
    told = find_described(text, mentions)
    marks = _of_mentions(clean, text, [*places, *within, *behind, *told], mentions)
    theirs = [match for place in places if (match := _THEIR_BODY.match(text, place))]
    marks += [Head(match.start("body"), clean.surface[match.start("body") : match.end()], "THING") for match in theirs]
    marks += [Head(place, "", "PERSON") for place in places if _PRONOUN.match(text, place)]
    marks += find_unnamed_people(clean, text, places, mentions)
    covered = {offset for m in mentions if m.label in _NAMES for offset in range(m.start, m.end)}
    begins = {*places, *behind} - covered
    acting = {start: end for start, end in units if start in begins and not _is_name(text, start)}
    taken = covered.union(mark.start for mark in marks)
    marks += [*_short_names(clean, text, places, covered), *find_things(clean, text, sorted({*places, *told}), taken)]
    covered |= {mark.start for mark in marks if mark.label == "THING"}
    for pattern, label in ((DEICTIC, "DEICTIC"), (THING, "THING")):
        free = [place for place in places if place not in covered and not _begins_name(text, place)]
        free = [place for place in free if not _HONOURED.match(text, place)]
        found = [match for place in free if (match := pattern.match(text, place))]
        found = [match for match in found if match.end() >= acting.get(match.start(), 0)]  # 我院|诉讼服务中心接待
        marks += [_head(clean, match, label) for match in found]
        covered |= {mark.start for mark in marks}  # the surer pattern comes first
    known = covered.union(acting)
    marks += _said_again(clean, text, [place for place in places if place not in known], mentions)
    covered |= {mark.start for mark in marks}
    marks += [_unit(clean, start, end) for start, end in acting.items() if start not in covered]
    marks += [mark for mark in find_pointing(clean, text, places, mentions) if mark.start not in covered]
    marks += find_parallels(clean, text, places, marks, mentions)
    marks += [Head(place, "", "OURS") for place in places if _speaks_of_itself(text, place)]
    labels = find_labels(clean, mentions)
    labelled = {label.start for label in labels}
    joint = [_head(clean, match, "DEICTIC") for place in places if (match := JOINT.match(text, place))]
    labelled |= {mark.start for mark in joint}
    marks = [*labels, *joint, *(mark for mark in marks if mark.start not in labelled)]
    marks = [mark for mark in marks if not _owns_nothing(text, mark)]
    marks += find_quoted(text, marks)
    taken = {mark.start for mark in marks}
    marks += [scene for scene in find_scenes(clean, text, places, mentions) if scene.start not in taken]
    return sorted([*marks, *(mark for mark in find_sections(clean, mentions) if mark.start not in taken)])


def _unit(clean: CleanText, start: int, end: int) -> Head:
    """Return a unit that does something as a head, without what only says whose it is: 辖下|进修中心."""
    tie = _NAMED_BY.match(clean.text, start, end)
    start = tie.end() if tie else start
    return Head(start, clean.surface[start:end], "THING")


def _is_name(text: str, start: int) -> bool:
    """Return whether a unit is one of a level, or begins the name of a campaign: “县级工会加强年”活动."""
    campaign = text[start - 1 : start] == "“" and _CAMPAIGN.match(text, start)
    return text.startswith(_SEVERAL, start) or bool(campaign)


def _begins_name(text: str, place: int) -> bool:
    """Return whether a quotation that goes on from a word begins right before a place."""
    return text[place - 1 : place] == "“" and place > 1 and _NAMED.match(text, place - 2) is not None


def _speaks_of_itself(text: str, place: int) -> bool:
    """Return whether a clause tells of whoever reports: 县财政安排200万元，|我们自己再挤30万元; none of a quotation."""
    if not _OURSELVES.match(text, place):
        return False
    opens = text.rfind("\n", 0, place) + 1
    return text.rfind("“", opens, place) <= text.rfind("”", opens, place)


def _owns_nothing(text: str, mark: Head) -> bool:
    """Return whether a head is a meeting, a contest that others win, what is counted or somebody's money.

    公司职代会|审议…, 技能大赛|获省级奖28项, 互助基金|累计筹集.
    """
    end = mark.start + len(mark.text)
    if _PARTY.search(mark.text) and _OF_PARTY.match(text, end):
        return False
    sized = mark.text.endswith("基金") and _SIZE.match(text, end)
    counted = mark.label in ("ORG", "THING") and COUNTED.match(text, end)
    contest = mark.label in ("EVENT", "THING") and mark.text.endswith("赛") and _WON_THERE.match(text, end)
    return bool(sized or counted or contest or _MEETING.search(mark.text))


def _short_names(clean: CleanText, text: str, places: Sequence[int], covered: set[int]) -> list[Head]:
    """Return the short names given in brackets, where they head clauses: （简称“园区”）…。园区|引进企业."""
    marks = []
    for match in {match[1]: match for match in _SHORT.finditer(text)}.values():
        named = [place for place in places if text.startswith(match[1], place) and place not in covered]
        ends = [place + len(match[1]) for place in named]
        heads = zip(named, ends, strict=True)
        marks += [Head(at, clean.surface[at:end], "THING") for at, end in heads if text[end : end + 1] not in "的”"]
    return marks


def _said_again(clean: CleanText, text: str, places: Sequence[int], mentions: Sequence[Mention]) -> list[Head]:
    """Return the last words of names that head clauses behind them: 河口镇新民社区 … 社区|人均住房36平方米."""
    begun: dict[str, int] = {}
    for mention in mentions:
        if mention.label in ("ORG", "LOC") and _TAIL.search(text, mention.start, mention.end):
            words = plain_jieba().tag(text[mention.start : mention.end])
            large = "大" if len(words) > _SEVERAL_WORDS and words[-2][0] == "大" else ""
            begun.setdefault(large + words[-1][0], mention.end)
    for match in _QUOTED.finditer(text):
        if _TROUPE.search(match[1]):
            begun.setdefault(plain_jieba().tag(match[1])[-1][0], match.end())
    known = {word: end for word, end in begun.items() if _TAIL.search(word)}
    sizes = sorted({len(word) for word in known}, reverse=True)
    marks = []
    for place in places:
        end = next((place + size for size in sizes if known.get(text[place : place + size], place) < place), None)
        if end is not None and not _OF_IT.match(text, end):
            marks.append(Head(place, clean.surface[place : dwelling_of(text, end) or end], "THING"))
    return marks


def _head(clean: CleanText, match: re.Match[str], label: str) -> Head:
    """Return a head without its bracket and quotation marks, or with the quotation that its name begins with."""
    quoted = _NAME_BEGINS.search(match.string, 0, match.start()) if label == "THING" else None
    if quoted:  # “菜篮子”|工程一期
        return Head(quoted.start(), clean.surface[quoted.start() : match.end()], label)
    return Head(match.start(), clean.surface[match.start() : match.end()].split("（")[0].strip("“”"), label)


def _openings(clean: CleanText, text: str) -> list[int]:
    """Return where clauses begin, and where they go on behind words that may stand before their head.

    What opens a piece of news (某某日报讯（记者 …）) heads nothing: its first clause begins behind it.
    """
    news = [
        (each.start, skip_dispatch(text, each.start, each.end)) for each in clean.blocks if each.kind == "paragraph"
    ]
    told = {place for start, end in news for place in range(start, end)}
    found = {match.end() for match in _OPENING.finditer(text)}
    lines = (0, *(match.end() for match in re.finditer("\n", text)))
    leads = (lead.match(text, line) for line in lines for lead in (_ITEM, _BULLET, _MARK, _RUN_IN))
    found |= {lead.end() for lead in leads if lead}
    places: set[int] = set()
    for begin in ({0, *(end for _, end in news)} | found) - told:
        place = begin
        while place not in places:
            places.add(place)
            lead = LEAD.match(text, place)
            place = lead.end() if lead else place
    return sorted(places)


def _without_times(text: str, times: Sequence[Time]) -> str:
    """Return the text with times blanked, so that a subject behind a time still heads its clause."""
    pieces = []
    position = 0
    for time in times:
        pieces += [text[position : time.start], " " * (time.end - time.start)]
        position = time.end
    return "".join([*pieces, text[position:]])


def _of_mentions(clean: CleanText, text: str, places: Sequence[int], mentions: Sequence[Mention]) -> list[Head]:
    begins = frozenset(places)
    marks = []
    people = {mention.start: mention.end for mention in mentions if mention.label == "PERSON"}
    named = {mention.start: mention for mention in mentions if mention.label in ("ORG", "TITLE")}
    areas = find_areas(text)
    for mention in mentions:
        if mention.label not in ("ORG", "PERSON", "LOC", "EVENT") or mention.start not in begins:
            continue
        if mention.label == "EVENT" and not is_public(text, mention):
            continue
        if _OF_ALL.match(text, mention.start) or any(
            words.match(text, mention.end) for words in (_DECIDES, _HOSTS, _MAKES_UP)
        ):
            continue
        if text[mention.end : mention.end + 1] == "的" and not (
            _HAS.match(text, mention.end) or (mention.label == "ORG" and _AGENTS.match(text, mention.end))
        ):
            continue
        if _WITHIN_IT.match(text, mention.end) or (mention.label == "LOC" and text.startswith("籍", mention.end)):
            continue
        if mention.label == "LOC" and _QUOTES_ON.match(text, mention.end) and text[mention.start - 1] == "“":
            continue  # “万企兴万村”行动, “青堰之声”公众号
        if _CASE.match(text, mention.end) or (mention.label == "LOC" and _DISASTER.match(text, mention.end)):
            continue
        if mention.label == "LOC" and not (
            has_figures(text, mention) or is_short_area(text, mention, areas) or is_told(text, mention)
        ):
            continue
        last, begins_name = _holder(text, mention, named, people)
        holder = None if begins_name is None else people[begins_name]
        if holder is not None and _REPORTS.search(text, max(0, mention.start - 4), holder):
            continue
        publishes = holder is None and mention.label == "ORG" and _PUBLISHES.match(text, mention.end)
        if publishes or (holder is not None and _SPEAKS.match(text, holder)):
            if mention.label == "ORG":
                marks.append(Head(mention.start, clean.surface[last.start : last.end], "SPEAKER"))
            continue
        if begins_name is not None and holder is not None:
            team = _TEAM.match(text, holder) if mention.label == "PERSON" else None
            if team:
                marks.append(Head(mention.start, clean.surface[mention.start : team.end()], "ORG"))
                continue
            acts = mention.label == "ORG" and acts_for_body(text, last.end, begins_name, holder)
            body = clean.surface[last.start : last.end] if acts else ""
            if not acts:
                marks.append(Head(mention.start, "", mention.label))
            elif not governs(body):
                marks.append(Head(last.start, body, "THING"))
        else:
            label = "THING" if _is_unit(mention) else mention.label
            part = part_of(text, mention) if mention.label in ("LOC", "ORG") else None
            end, label = (part, "THING") if part else (mention.end, label)
            tie = _NAMED_BY.match(text, mention.start, end) if mention.label == "ORG" else None
            start = tie.end() if tie else mention.start
            marks.append(Head(start, clean.surface[start:end], label))
    return marks


def _is_unit(mention: Mention) -> bool:
    """Return whether a mention is a unit without a name of its own: it owns its clause, no more."""
    return mention.rule == "org.unit" or (mention.rule == "org.acting" and mention.attrs.get("type") == "other")


def _holder(
    text: str, mention: Mention, named: Mapping[int, Mention], people: Mapping[int, int]
) -> tuple[Mention, int | None]:
    """Return where the name of who holds a post of the body begins, and the last body that the posts before it name.

    区委常委、|区总工会|主席… speaks for the unions.
    """
    last, place = mention, mention.end
    while place not in people:
        following = named.get(place)
        if following is not None:
            last = following if following.label == "ORG" else last
            place = following.end
        elif text[place : place + 1] in _BETWEEN_POSTS:
            place += 1
        else:
            break
    near = (at for at in (place, *range(mention.start, mention.end + 9)) if at in people)
    return last, next(near, None)
