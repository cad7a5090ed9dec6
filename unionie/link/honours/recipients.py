"""Who can receive an honour: persons with their affiliation, organizations, teams, works, words for them.

Enters: the clean text and its mentions. Leaves: ``Recipient`` tuples in text order. Next: ``awards``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from unionie.frames import Mention
from unionie.link.honours.cues import ADVERB
from unionie.link.posts.homes import THAT, find_home, meant_body
from unionie.link.posts.name_forms import employer_in, listed_names
from unionie.link.posts.posts import find_posts, posts_before
from unionie.link.posts.words import SHORT_FIRM, Extent

# Schools and companies by the short forms of their names: 某一中, 县职业中专, 洮关铜业.
SCHOOLS = "[一二三四五六七八九十]中(?!队)|职业中专|[职体技]校|职[高专]|中专"
# A unit named inside an organization; group 1 is the organization, group 2 the unit.
TEAM = re.compile(
    "(.*(?:公司|集团|局|委员会|医院|法院|检察院|学院|大学|学校|中学|小学|幼儿园|研究院|设计院|院(?!士)|厂|矿|中心校|中心(?!校)|银行|支行|工会|政府|街道|乡|镇|社区|(?<!驻)村|学区"
    "|大楼|大厦|超市|饭店|宾馆|农场|林场|机场|垦殖场|馆|(?<!分)段|站|所|处(?!理)|项目部|支队|大队|园|酒店|商场|联社|联合会|协会|妇联|总工会|车间|分厂|苗圃|[一-鿿]{4}(?<!少先)队"
    f"|{SCHOOLS}|信用社|[粮油仓]库|作业区|[一-鿿]{{2}}{SHORT_FIRM}))"
    "(.{0,16}?(?:班组?|车间|科室?|室|[产病药]房|股|庭|队|组|窗口|工段|病区|服务厅|大厅|岗|支部|部|站|处|系|教研组|大队|中队|派出所|职介中心|服务中心|帮扶中心|工区|服务台|妇委会|经审会|[一二三四五六七八]值|医学部|大队部|工作队"
    "|代表团|合唱团|艺术团|乐团|门诊|营业厅|“[^“”]{1,8}”轮))$"
)
_ALONE = re.compile(
    "(?:班组?|车间|科|室|[产病药]房|庭|组|窗口|工段|工区|病区|(?<![大支总])队|代表团|执行局|反[贪渎]局|妇委会|经审会|医学部|服务台|[一二三四五六七八]值"
    "|(?:护理|年级|教学|销售|生产|后勤|客服|财务|市场|工程|技术|检察|业务|编辑|营业|运营|物流|保障|研发|项目|药学|供销|金融|信贷|市场)部)$"
)
# An office named with the body that it belongs to.
_OFFICE = re.compile(
    "(.{2,}(?:法院|检察院|公安局|学院|大学|医院|公司|集团|学校|[小中]学|[镇乡]|[一-鿿]{2}站|百货大楼))"
    "(派出所|(?:党政)?办公室|执行局|反贪局|反渎局|服务台|团委|妇委会|[一-鿿]{2,6}柜|[一-鿿]{0,4}[一二三四五六七八]值|[一-鿿]{2}派出所"
    "|分析测试中心)$"
)
# A unit of a body that other bodies could be called too: 某供电局|城东供电所, 某公司|技术中心.
_BRANCH = re.compile(
    "(.{2,}?(?:公司|局|医院|[^工]厂|煤矿|银行))([一-鿿“”0-9]{2,8}(?:(?<!研究|事务)所|营业厅|服务厅|(?<!服务|疾控)中心|合作社|分局))$"
)
# The body around a unit that has units itself: 某公司 of 某公司细纱车间.
_OUTER = re.compile(
    "(.{2,}?(?:公司|集团|局|医院|厂|矿|学校|学院|大学|中学|小学))(?!.*(?:公司|厂|院))[一-鿿0-9]{1,8}?(?:车间|队|工区|工段)$"
)
_NO_TEAM = re.compile(
    "(?:办公室|指挥部|领导小组|办事处|派出所|事务所|研究所|党组|宣传部|组织部|统战部|武装部|俱乐部|总部|管理处|图书室|卫生服务(?:中心|站))$"
)
# A unit that the mention left out and that stands between it and what follows in a list or a predicate.
_REST = re.compile(
    "(?:(?![等的和及与在了共获将把被给]|命名|授予|追授|表彰|[评推]选|认定|通报)[一-鿿A-Z0-9]){1,9}?(?:班组?|车间|科|室|[产病药]房|庭|队|组)(?=[获荣被、：和及与（(均]|分别|先后|等|当选|双双|也|喜)"
)
_DEICTIC = re.compile(
    "(?:(?<![一-鿿])|(?<=的)(?=[他她])|(?<=[年月日])(?=[他她本我该]|公司|集团|学校|医院|学院|合作社))(?:(?:[本我全该](?:集团|公司|院|校|局|市|区|县|省|厂|所|会|中心|社|馆|村|社区|嘎查|镇|乡|州|旗|街道|班组?|团队|企业|单位|队|矿|站|段|行|处|委|部|厅|办|台|园|支队|大队))"
    "|该[科室庭班连营剧片书]|该(?:工程|项目|大桥|课题|成果|作品|剧目|节目|品牌)"
    "|该(?![项类款种件批届次奖个名位单会局院校厂矿司社团部省市县区州旗盟镇乡村]|公司|集团|中心|街道|企业)"
    "(?:(?![同先后首近日前年])[一-鿿]){2,5}?(?=[获荣被也亦已还先曾又连再多夺摘捧均双一同即]|[12][0-9]{3}年|[今去前]年)|这[部台件首幅篇支段](?:剧|戏|电影|影片|片子|作品|歌曲?|小品|舞蹈|书|画|节目)|这[个支家所座项](?:(?:(?![的是有在])[一-鿿]){1,10}的?)??(?:公司|企业|医院|学校|车间|班组?|队伍?|团队|村|社区|项目|合作社|中心|所|站|科室|单位|集体)"
    "|(?:师徒|夫妻|夫妇|兄弟|姐妹|姐弟|父子|父女|母子|母女)?(?:[二两三四五]人|俩)|[他她]俩|[小老]两口|[前后]者"
    "|公司|集团|学校|医院|学院|街道|社区|班组|车队|团队|[中大支]队|车间|合作社|中心|他们?|她们?|它|其)"
    "(?=(?:[今去前昨][年天日]?|[0-9]{2,4}年|[0-9]{1,2}月|[0-9]{1,2}日|底|初|份)*(?:[将把获荣被均也亦已还先曾又连当再分喜多夺摘捧拿评蝉就则即—，0-9]|同[时年]|一同|共同|一[并起举]|双双)|[于在][^，。]{1,24}[获荣被夺摘捧拿])"
)
_WORK = re.compile(
    "(?:(?<![一-鿿0-9A-Za-z”])|(?<=的)|(?<=[省市县区镇乡村])(?=“))((?:(?!的)[一-鿿]){0,10}“[^“”\n，。]{2,20}”(?:项目|成果|工程|品牌|案例|课题|平台|节目|(?:微信|官方|视频号|抖音)*(?:公众号|视频号|账号)|小程序|客户端|栏目|特?展览?(?=[获荣被])|牌[一-鿿]{1,6}?)"
    "|(?<=[送制产造发植]的)“[^“”\n，。]{2,12}”[一-鿿]{2,6}?"
    "|(?![该本此这我其多各一两数另有])(?:(?!的)[一-鿿]){2,14}(?:大桥|工程|隧道|水库|机场|体育馆|大剧院|(?<=[一-鿿]{4})(?<![个项批大些])(?:项目|装备|设备|装置))(?:项目|工程)?)(?=(?:，?(?:近日|日前|[今去前]年)?)?(?:在[^，。；]{2,24}[上中里])?[获荣被均也还先曾又连喜摘夺斩捧拿]|分别|在[^，。；]{2,24}[上中里])"
)
# What a person's name makes with the words behind it: a household, a studio.
_NAMED_FOR = re.compile(
    "户(?=[、，；。　 \n被获荣评]|$)|家庭|一家(?![人三])|(?:科研|研究|创新|技术|攻关)?团队"
    "|(?:(?:劳模|技能|大师|名师|名医|工匠|首席|职工|法官)*(?:创新)?工作室)"
)
_QUOTED_TEAM = re.compile(
    "(?:(?<![一-鿿])|(?<=的)|(?<=授予))((?:(?![的予])[一-鿿]){0,12}“[^“”\n，。]{2,12}”(?:[一-鿿]{0,4}(?:工作室|服务队|团队|突击队|合作社|驿站|机组|[班组队岗站轮船])|(?<=[之驿港小][家站湾屋]”)))"
    "(?=(?:（[^（）\n]{1,40}）)?(?:[获荣被均也还先曾又连喜当，斩夺摘捧勇拿用以凭在、“]|分别|双双|一举|成功|最终|成立|组建|自[0-9成组]|现有|继[12今去前]|[今去前]年|近日|日前|[12][0-9]{3}年))"
)
# A circle of a unit, which nothing but its marked name tells: 检验科|“精检圈”获….
_CIRCLE = re.compile(
    "(?<![一-鿿”])((?:(?![的予获被为选评膺])[一-鿿0-9]){0,14}(?:[一-鿿0-9][科部室班组庭队路]|车间|年级|中心|社区|学校|医院)“[^“”\n，。]{2,8}”)"
    "(?=(?:近日|日前|再次|首次|成功|勇|喜|荣|斩|分|均|也|还)?(?:获|夺|摘|捧|被[^，。；“]{0,10}?(?:评|授|命))|在[^，。；]{2,24}[中上里])"
)
# What points to the body of a team before its own name: 我校|“山鹰”团队.
_OURS = re.compile(f"(?:我们?|[本该]){THAT}(?=“)")
_MADE_BY = re.compile("（[^（）：\n]{1,8}：[^（）\n]{2,40}）")
_BEHIND = re.compile("（[^（）\n]{1,40}）")
_PIECE = re.compile(
    "“(?:(?<=[的、和及与]“)|(?<=(?:成果|项目|课题|作品|论文|案例|专利|产品|装置|品种|歌曲|短片|小品|节目)“)|(?<![一-鿿”]“))([^“”\n，。]{2,24})”(?=(?:（[^（）\n]{2,24}）)?(?!获得者|获奖者)(?:[获荣、和及与摘夺斩捧均]|[两三多]次?获|取得|等[0-9一二两三四五六七八九十]+[项件部篇]|被|分[别获]|双双|[12][0-9]{3}年|在[^，。；]{2,24}[上中里]))"
)
_RESULT = re.compile("(?<=小组)的?(?:活动)?成果(?=[获荣被])")  # of a team, which is honoured for it
_CREW = re.compile("[^“”]{2,10}团队“")
_SHORT = 2  # characters of a name that may lack one
_AREAS = {"province", "city", "county", "township", "village"}
_RECEIVES = re.compile(
    "[、和及与“]|为(?=[“首第全省]|[省市]级)|等[0-9一二两三四五六七八九十]+[个家]|(?:第[一二三四五六七八九十]次|首次|近日|日前|[今去]年|[0-9]{4}年|先后|分别|均|再次|再度|成功|连续[一-鿿0-9]{1,3}|双双|还|也|喜)?(?:荣获|获(?![得取]?悉|批)|被)"
)
# How a clause goes on behind its topic: 寺沟村|因剪纸闻名.
_GOES_ON = re.compile(
    "，|（|因|在|于|以|凭|从|自|是|有|连续|已|则|[也还亦又均更](?=[因以凭获被荣先曾])|榜上有名|喜[获摘夺]|[荣勇]登|第[一二三四五六七八九十]+次|[今去前]年|年[初中底末]|[0-9]{1,4}[年月]|近年|蝉联|成为|成功|再|先后|被"
)
_QUOTED = re.compile("“([^”]+)”")
_ASIDE = re.compile("(?:同志)?(?:（((?:[^（）\n]|（[^（）\n]{1,4}）){1,24})）)?")
_POST_WORDS = re.compile("书记|主席|主任|兼")
_MAKES = re.compile("(?:等)?[^，。；、《“]{0,12}的?")
# What stands before a name that is an object of a preposition, and behind a name that is an agent or an owner.
_OBJECT = re.compile(
    "(?:在|由|被|经|受|向|对|给|为|从|到|至|据|同|凭借?|依?靠|用|依托|通过|围绕|联合|按照|根据|协助|支持|[会]同|来自)$"
)
# A body that gives the next honour of a list: 被评为省文明单位、铁道部|“文明机务段”.
_ITS_HONOUR = re.compile("“[^“”\n]{2,24}”(?:[，。；]|等?(?:荣誉)?称号)")
_AGENT = re.compile(
    "(?:（[^（）\n]{0,20}）)?(?:等)?(?:[0-9]{1,2}月[0-9]{0,2}日?|[昨今]日|近日|日前)?(?:的?(?:坚强|正确|统一|具体|大力)*(?:领导|指导|支持|帮助|关心|部署|安排)|组织|举办|主办|承办|开展|授予|表彰|命名|"
    "[一-鿿]{0,6}思想|[一-鿿]{0,4}(?:主义|精神|讲话)|"
    "颁发|联合|评选|决定|印发|下发|公布|通报|召开|发布|揭晓|主持|宣布|推荐|出席|告诉|介绍|消息|[讯电](?=[（：\\s])|报道|记者)"
)
# Places of a list that is counted, and receive something: 甲阳、乙山等|14个县市被评为….
_SUMMED_UP = re.compile(
    "(?:[、和][一-鿿]{2,4}){0,9}等?(?:[0-9]+|[两二三四五六七八九十]+)个?"
    "(?:县市区?|区县|县|市|区|镇|乡镇?|村|社区|街道|地)(?=(?:先后|分别|均|都|成功)*(?:荣?获|被|入选|上榜|跻身))"
)


class Recipient(NamedTuple):
    """A possible recipient: its whole stretch (posts included), the stretch of the name, kind and affiliation.

    ``kind`` is person, organization, team, work, or deictic (本院, 该公司, 她): words that resolution explains.
    ``meant`` is the stretch of the name, said before, for which the words stand: 马建国 for 马师傅.
    """

    start: int
    end: int
    name: Extent
    kind: str
    affiliation: Extent | None
    meant: Extent | None = None

    @property
    def called(self) -> Extent:
        """Return the stretch of the name by which the recipient is recorded."""
        return self.meant or self.name


def find_recipients(text: str, mentions: Sequence[Mention], start: int, end: int) -> list[Recipient]:
    """Return the possible recipients in ``start:end`` in text order; nothing is found twice."""
    first = bisect_left(mentions, start, key=lambda mention: mention.start)
    found: list[Recipient] = []
    taken = start
    here: list[Mention] = []
    for mention in mentions[first:]:
        if mention.start >= end:
            break
        if mention.label != "PERSON" or not ADVERB.fullmatch(text, mention.start, mention.end):
            here.append(mention)
    here = _with_listed(text, here, start, end)
    persons = {m.start: _person(text, mentions, m) for m in here if m.label == "PERSON"}
    for number, mention in enumerate(here):
        if mention.start < taken or mention.end > end:
            continue
        if mention.label == "PERSON":
            person = persons[mention.start]
            found.append(person)
            taken = person.end
        elif mention.label == "WORK":
            aside = _BEHIND.match(text, mention.end)
            taken = aside.end() if aside else mention.end
            found.append(Recipient(mention.start, taken, (mention.start, mention.end), "work", None))
        elif mention.label == "ORG" and not any(p.start <= mention.start < p.name[0] for p in persons.values()):
            unit = _organization(text, here, number)
            meant = meant_body(text, mentions, unit.start) if unit.kind == "team" else None
            unit = unit._replace(affiliation=meant) if meant else unit
            found.append(unit)
            taken = unit.end
        elif mention.label == "LOC" and (
            _SUMMED_UP.match(text, mention.end) or (_is_area(text, mention) and _is_topic(text, mention))
        ):
            found.append(Recipient(mention.start, mention.end, (mention.start, mention.end), "organization", None))
            taken = mention.end
    return [_placed(text, mentions, each) for each in _with_words(text, found, here, start, end)]


def _placed(text: str, mentions: Sequence[Mention], recipient: Recipient) -> Recipient:
    """Return a team with the body that the words before its name mean: 该校|“山鹰”团队."""
    if recipient.kind != "team" or recipient.affiliation or recipient.start == recipient.name[0]:
        return recipient
    return recipient._replace(affiliation=meant_body(text, mentions, recipient.name[0]))


def _is_topic(text: str, mention: Mention) -> bool:
    """Tell whether a verb of receiving follows the place, or a clause opens with it: 寺沟村因剪纸闻名，….”"""
    if _RECEIVES.match(text, mention.end):
        return True
    before = text[mention.start - 1 : mention.start]
    if before == "、" and text[mention.end : mention.end + 1] in "。；\n":
        return True  # …的：甲镇、|乙村。
    if (before == "的" and text[mention.end : mention.end + 1] in "，。、；") or text.startswith("“", mention.end):
        return True
    opens = mention.start == 0 or text[mention.start - 1] in "，。；！？\n　—◇◆◎○●■□▲▶"
    return opens and _GOES_ON.match(text, mention.end) is not None


def _is_area(text: str, mention: Mention) -> bool:
    """Tell whether a place is an area with a government, by its level or by its last character."""
    level = mention.attrs.get("level")
    return level in _AREAS or (level is None and text[mention.end - 1] in "省市县区州旗镇乡村")


def _with_listed(text: str, here: list[Mention], start: int, end: int) -> list[Mention]:
    """Add the people whom only the form of their list tells."""
    extra = [
        Mention(first, last, "PERSON", "person.listed", {})
        for first, last in listed_names(text, start, end)
        if not any(m.start < last and first < m.end for m in here)
    ]
    return sorted([*here, *extra], key=lambda mention: mention.start) if extra else here


def _person(text: str, mentions: Sequence[Mention], mention: Mention) -> Recipient:
    called = _NAMED_FOR.match(text, mention.end)
    posts = posts_before(text, mentions, mention)
    if called:
        end = called.end()
        return Recipient(min(posts.start, mention.start), end, (mention.start, end), "team", posts.organization)
    if not (posts.organization or posts.items):
        posts = find_posts(text, mentions, mention)
    start = min(posts.start, mention.start)
    end = max(posts.end, mention.end)
    bracket = _ASIDE.match(text, end)
    owner = posts.organization
    if owner is None and start == mention.start:
        owner = _employer_before(mentions, mention)
        start = owner[0] if owner else start
    if owner is not None and _POST_WORDS.search(text, *owner):
        owner = None
    inside = _ASIDE.match(text, mention.end)
    if owner is None and inside and inside.group(1):
        owner = employer_in(text, *inside.span(1))
    if owner is None and posts.items:
        last = posts.items[-1]
        owner = find_home(text, mentions, text[last.start : last.end], min(last.start, mention.start))
    return Recipient(start, bracket.end() if bracket else end, (mention.start, mention.end), "person", owner)


def _employer_before(mentions: Sequence[Mention], person: Mention) -> Extent | None:
    """Return the body right before a name, or before the marked title before it: 反诈中心|辅警|甲, 结构车间|乙."""
    at = bisect_left(mentions, person.start, key=lambda mention: mention.start)
    start = person.start
    for mention in reversed(mentions[max(0, at - 2) : at]):
        if mention.end != start:
            return None
        if mention.label == "ORG":
            return mention.start, mention.end
        if mention.label != "TITLE":
            return None
        start = mention.start
    return None


def _organization(text: str, here: Sequence[Mention], number: int) -> Recipient:
    """Return the organization, its adjacent parts joined: 区供电公司 + 变电运维班."""
    start, end = here[number].start, here[number].end
    inner = None
    for mention in here[number + 1 :]:
        if mention.label not in ("ORG", "LOC") or mention.start != end:
            break
        inner, end = (start, end), mention.end
    rest = _REST.match(text, end)
    if rest:
        inner, end = (start, end), rest.end()
    kind, affiliation = team_of(text[start:end], start)
    if inner and kind == "team":
        affiliation = inner
    after = _BEHIND.match(text, end) or _RESULT.match(text, end)
    return Recipient(start, after.end() if after else end, (start, end), kind, affiliation)


def team_of(name: str, offset: int = 0) -> tuple[str, Extent | None]:
    """Return whether ``name`` is a team or an organization, and the organization that contains the team."""
    office = _OFFICE.match(name) or _BRANCH.match(name)
    if office:
        return "team", (offset, offset + office.end(1))
    if _NO_TEAM.search(name):
        return "organization", None
    match = TEAM.match(name)
    if match and match.group(1).endswith(("镇", "乡", "街道")) and match.group(2).endswith(("中心", "站", "代表队")):
        return ("team" if name.endswith("队") else "organization"), None
    if match and not (match.group(2) in ("部", "站", "处") and len(match.group(1)) < 3):
        if name.startswith("驻"):  # 驻院调解工作室 names no body
            return "team", None
        outer = _OUTER.match(name, 0, match.end(1))
        return "team", (offset, offset + (outer or match).end(1))
    if _ALONE.search(name):
        return "team", None
    return "organization", None


def _with_words(text: str, found: list[Recipient], here: Sequence[Mention], start: int, end: int) -> list[Recipient]:
    """Add words that stand for a recipient, and works that no mention covers."""
    labels = {(m.start, m.end): m.label for m in here}
    both = [*labels.items(), *(((r.start, r.end), "") for r in found)]
    covered, named = ([at for at, label in both if label != other] for other in ("LOC", "AWARD"))
    extra = []
    for pattern, kind in ((_DEICTIC, "deictic"), (_WORK, "work"), (_QUOTED_TEAM, "team"), (_CIRCLE, "team")):
        for match in pattern.finditer(text, start, end):
            maker = _maker(match, here) if kind != "deictic" else None
            part = kind == "work" and any(_opens_work(m, match) for m in here)
            inner = ("ORG", "PERSON") if pattern is _CIRCLE else ("ORG",)  # 12路“|雷锋|线”
            inside = text.find("“", *match.span()) if kind == "team" else match.end()
            crew = _CREW.match(match.group()) if kind == "work" else None  # 甲教授团队|“某”项目
            first = match.start() + crew.end() - 1 if crew else match.start()
            over = any(
                a < match.end() and first < b and not (inside < a and b <= match.end() and labels.get((a, b)) in inner)
                for a, b in covered
            )
            if maker or part or not over:
                quoted = _QUOTED.search(match.group()) if kind == "work" and not maker else None
                brand = quoted is not None and match.group()[quoted.end()] == "牌"
                quoted = None if brand else quoted  # “甲”|牌核桃 is what is sold
                name = (match.start() + quoted.start(1), match.start() + quoted.end(1)) if quoted else match.span()
                name = (maker[1], match.end()) if maker and kind == "work" else name
                ours = _OURS.match(text, *name) if kind == "team" and not maker else None
                name = (ours.end(), name[1]) if ours else name
                aside = _BEHIND.match(text, match.end()) if kind == "team" else None
                extra.append(Recipient(first, aside.end() if aside else match.end(), name, kind, maker))
    for match in _PIECE.finditer(text, start, end):
        first, last = match.span(1)  # a name inside is a part of it: “LNG船|殷瓦钢|焊接工艺”
        near = [each for each in named if each[0] < match.end() and match.start() < each[1]]
        if all(first <= a and b <= last and (a, b) != (first, last) for a, b in near):
            extra.append(Recipient(match.start(), _end_of_aside(text, match.end()), (first, last), "work", None))
    works = [_owned(text, r, here) for r in (*found, *extra) if r.kind == "work"]
    if not extra and not works:
        return found
    whole = [r for r in extra if r.kind == "team"] + works
    rest = [
        r
        for r in (*found, *extra)
        if r.kind != "work" and not any(w.start <= r.start < w.end and w is not r for w in whole)
    ]
    return sorted(each for each in (*rest, *works) if not any(w.start == each.start and w != each for w in works))


def _end_of_aside(text: str, end: int) -> int:
    """Return where the bracket ends that names who made it, else ``end``: “某技术”（完成人：甲）|."""
    aside = _MADE_BY.match(text, end)
    return aside.end() if aside else end


def _opens_work(mention: Mention, work: re.Match[str]) -> bool:
    """Tell whether a name is only the head of the name of a work: 县医院|迁建项目."""
    return mention.start == work.start() and mention.end < work.end() and "“" not in work.group()


def _maker(work: re.Match[str], here: Sequence[Mention]) -> Extent | None:
    """Return the body that stands right before the quoted name of a work: 技术中心|“智能岸桥”项目."""
    maker = next((m for m in here if m.label == "ORG" and m.start == work.start()), None)
    return maker[:2] if maker and work.string[maker.end] == "“" else None


def _owned(text: str, work: Recipient, here: Sequence[Mention]) -> Recipient:
    """Return the work with whoever made it: 江汉研究所完成的“…”, 汉南大学某团队的《…》, “…”（钒业公司）."""
    if text.startswith("（", work.end):
        maker = next((m for m in here if m.label == "ORG" and m.start == work.end + 1), None)
        if maker and text.startswith("）", maker.end):
            return work._replace(end=maker.end + 1, affiliation=(maker.start, maker.end))
    for mention in reversed(here):
        if mention.label == "ORG" and mention.end <= work.start <= mention.end + 16:
            if _MAKES.fullmatch(text, mention.end, work.start) and text[mention.end] not in "凭以":
                return work._replace(start=mention.start, affiliation=(mention.start, mention.end))
            break
    return work


def lengthened(recipient: Recipient, end: int) -> Recipient:
    """Return a person whose name lacks the one character up to ``end``, where only an honour or verb can follow."""
    start, stop = recipient.name
    if recipient.kind != "person" or recipient.end != stop or stop - start != _SHORT or end - stop != 1:
        return recipient
    return recipient._replace(end=end, name=(start, end))


def bodies_of(recipient: Recipient, *, owners: bool) -> list[Extent]:
    """Return the body that a recipient is, and whose it is: always of a person or work, with ``owners`` of a team."""
    own = [] if recipient.kind in ("person", "work") else [recipient.name]
    return [*own, *([recipient.affiliation] if recipient.affiliation and (owners or not own) else [])]


def names_of(recipients: Sequence[Recipient]) -> list[Extent]:
    """Return where the names of recipients stand, words for them left out."""
    return [each.name for each in recipients if each.kind != "deictic"]


def usable(text: str, recipient: Recipient) -> bool:
    """Tell whether the recipient can be a subject: neither the object of a preposition nor an agent of its own."""
    if recipient.kind in ("deictic", "work"):
        return True
    if recipient.kind == "person" and text.endswith("来自", 0, recipient.start) and recipient.start < recipient.name[0]:
        return True  # 来自|某厂的焊工甲
    before = text[max(0, recipient.start - 2) : recipient.start]
    if before.endswith("、") and _ITS_HONOUR.match(text, recipient.end):
        return False
    return not _OBJECT.search(before) and not _AGENT.match(text, recipient.name[1])
