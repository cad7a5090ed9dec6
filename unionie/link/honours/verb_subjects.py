"""The subject of an award verb: whom the words before it name, or that they name nobody.

Enters: the clean text and possible recipients of a sentence. Leaves: a ``Subject``. Next: ``awards``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from unionie.dictionary import plain_jieba
from unionie.link.honours import cues
from unionie.link.honours.recipient_lists import JOIN, list_back, list_forward
from unionie.link.honours.recipients import Recipient, lengthened, team_of, usable
from unionie.link.honours.unmarked import read_unmarked

_GROUP = (
    "等[0-9一二两三四五六七八九十]+(?:余|多)?[名个位家人支户项件部篇幅首台][一-鿿]{1,6}(?:（[一-鿿、]{1,8}）)?|等?[0-9一二两三四五六七八九十]*(?:余|多)?(?:名|个|位|家|人|项|件|部|篇)?(?:同志|集体|单位|个人|企业|职工|先进集体|先进个人|先进单位|部门|分工会|分会|工会小组|科室|同学|选手|老师|教师"
    "|区队|班组|人|夫妇|家庭|夫妇家庭)?"
)
_MARKS = re.compile(f"{_GROUP}|组合|搭档|[二两三]人(?:组合)?")
_PLACE_LEAD = re.compile("(?![我本该全各其下附所辖])[一-鿿]{1,10}(?<![企业司位构属级的])")
# What may open the name of a body whose mention left it out: 第四|棉业公司, 白音察干运用车间重载|一队.
_PART = re.compile(
    "(?![我本该全各其下附所辖原])(?:(?![在于由经被向对为把将从获当选年月日等和与及是有这那])[一-鿿A-Z0-9]|“[^“”]{1,10}”){1,10}(?<![长员师任席记者位])"
)
_MARKS_END = re.compile(
    "等[0-9一二两三四五六七八九十]*(?:余|多)?(?:名|个|位|家|人)?[一-鿿]{0,6}$|同志$"
    "|(?:[0-9]+|[两二三四五六七八九十])[个家支](?:单位|集体|分?工会|分会|部门|科室|企业|学校|班组|车间|村|社区|小组)$|(?<=[一-鿿]{2})[二两三四五六七八九十]人$"
)
_OF_PERSON = re.compile("的|团队|工作室|班组|小组|家庭(?!获)|所在|同学们")
# A circumstance between a subject and its verb: 在全省技能大赛中, 以总分第一, 因工作突出.
_FRAME = re.compile(
    "(?:凭借?|依?靠|(?<![可所予加得足难用给])以(?![及来上下内外后前色]))(?:(?!命名|著称|闻名)[^，。；]){1,40}$|(?:在(?![职岗线]|校(?![际园]))|以(?!及)|凭借?|因(?!此)|(?<![由关对至属位处善鉴等在归])于|参[加与]|出[战征]|作为|通过|经过|代表)[^，。；]{2,}?(?:中|上|里|下|期间|活动|大赛|竞赛|比赛|评选|评比|成绩|战绩|优势|之差|名次|节"
    "|突出|表现|业绩|贡献|审核|推荐|评审|会议|大会|仪式|分|秒|米|环|赛|身份|参赛|参加|出战|[0-9])$"
)
_BEATS = "(?:战胜|击败|力克|力压|险胜|大胜|完胜|不敌|横扫|淘汰)"
# What the subject did to a rival, for whom or with whom: 甲队|战胜乙队, 甲|为江城代表团, 甲|与队友合作.
_TOWARDS = re.compile(
    f"(?:(?:逆转|惊险)?{_BEATS}[^，。；]{{2,24}}|(?<![名作称成认命评因以])为(?!了|主|首)[^，。；、为]{{2,16}}|从[^，。；从]{{2,16}}"
    "|[与和同跟](?:队友|搭档|同伴|队员|伙伴)们?(?:合作|搭档|联手|携手|配合|组合|一[起道])?)$"
)
_WORKS_WITH = re.compile("(?:等[^，。；]{0,8})?(?:合作|联合|联手|携手|共建|合办|签[约订]|结对|结成|达成|联姻|对接)")
_WHOLE_BODY = ("机关", "本部", "总部")  # what a body's name goes on with: 县总工会|机关
_GIVEN_END = re.compile("(?![等均也都还又亦各共再同组队班说的和与及])[一-鿿]")
# Whom the subject beat, up to the end of the clause; 战胜对手的甲 tells of the winner.
_BEATEN = re.compile(f"{_BEATS}(?!(?:对手|强敌|劲敌)的)")
# What a subject is described by before its name: 三次参赛的老将|甲, 由她带队的|某局.
_DESCRIBES = re.compile(
    "[他她其]的?[一-鿿]{1,5}(?:、(?:现任|时任|原)?)?|(?![在对向由与和及为给从将把被经])[^，。；：]{2,20}的[一-鿿]{0,4}"
)
_LED_BY = re.compile("由[^，。；：]{1,10}(?:带队|带领|领导|领衔|负责|主持|分管|选送|推荐|组建|派出|承建|培养)的")
_PLACE_OF = re.compile("[^，。；]{0,8}所在的")
# Between a body and whoever works there: 乘务组|组长、公司“金牌员工”|甲.
_EMPLOYS = re.compile("[一-鿿、“”]{1,14}(?<![对向为由被将给与和])")
# What describes a name at the end of its clause: 从事审判工作多年的女法官|甲, 同批受表彰的还有|乙局.
_PHRASE = re.compile("的[^，。；：、的了]{0,8}$|[受获得][^，。；：]{0,10}的(?:还|也)?(?:有|是)$")
# Between a maker and what is made: 馆员甲|创作的微视频|《乙》.
_MADE = re.compile("([^，。；：了过着]{0,24})的[^，。；：、的了]{0,8}")
# Between the members of a team and its name: 甲、乙和丙组成的|丁队.
_MADE_UP = re.compile("(?:[二两三四五六七八九十]人)?(?:共同|携手)?(?:组成|结成|组建)的")
_MEMBER_OF = re.compile("[^，。；：]{0,40}?(?:组成|结成|组建)的")  # 由|甲|、乙组成的代表队
# A team by its own words behind some whom it is made up of: 甲|、乙、丙组成的|抢险突击队.
_CREW_MADE = re.compile(
    "(?:、[^，。；：]{1,30})?(?:组成|结成|组建)的(?!代表队|参赛队|组合|小组)([一-鿿]{2,8}[队组])(?![一-鿿])"
)
_MEMBERS = re.compile("（[^（）：]{1,8}：[^（）]*$")  # whom a bracket lists: 项目团队（成员：甲、乙）
_SAYS = re.compile("数$|家珍|补[上充]|道来|念|说(?!明)|问(?!题)|[道称答]|表示|介绍|认为|透露|要求|指出|强调|通报|名单")
# A clause about some whom it does not name: 一批技术人员的优秀代表|，获评….
_UNNAMED = re.compile(
    "(?:其中|又有|还有|共有|有)?(?:一(?:大)?批|众多|不少|许多|多[名位个家]|[0-9]+余?[名位])[一-鿿]{2,24}$"
)
# Who somebody of a body is, as a clause behind the name says.
_SOMEBODY = re.compile("[一-鿿“”0-9]{0,12}(?:传人|传承人|创始人|负责人|带头人|技师|工程师|教师|厨师|班长|工人|骨干)")
_MANNER = re.compile("[一-鿿]{2,6}(?<![基当驻土工产场营园宅])地")  # 毫无悬念地|捧起冠军奖杯
_AFTER = re.compile("([一-鿿]{2,3}?)[之以]?后")  # a clause that only says when, and names nobody: 归来后|被授予…
# A clause that goes on about a person, and not about a body named before it: 某支队举行仪式，|他因…，荣立….
_HE = re.compile("(?:[0-9]{2,4}年|[0-9]{1,2}[月日])*(?:其中|后来|那[年天])?[他她](?![们人]|[^，。；：在]{0,16}的)")
_YEARS = re.compile(
    "[于在]?(?:(?:[0-9]{4}年?|[去今前当同次翌]年)(?:[初中底末]|[春夏秋冬][天季]|[0-9]{1,2}月(?:[初中底末]|[0-9]{1,2}日)?)?[、和及至—~-]?)+$|(?<=[一-鿿])[0-9]{1,2}日$"
)
_SELF = re.compile("(?<=[一-鿿])(?<![年月日天])(?:[自本]身|本人|自己)$")  # 市总|自身|也被授予…
_TAKES = re.compile("获|享受")  # what stands behind it is no subject: 2019年获国务院政府特殊津贴，当选…
# Verbs that only describe whoever they stand before: 返乡|青年, 下岗|职工.
_ATTRIBUTE = re.compile(
    "(?:返乡|回乡|退役|退伍|退休|下岗|[肢伤]残|残疾|创业|失业|留守|致富|在[一-鿿]{1,3}(?:务工|打工|创业|就业|就读)的?)(?=[一-鿿]{2})"
)
_REACH = 400
_LONGEST_LEAD = 16  # characters that describe a name
# A piece of work without a name stands for those who made it: 张三主持的课题, 质检小组的成果.
_WORK_OF = re.compile(
    "(?:主持|牵头|领衔|带领|完成|创作|撰写|研发|研制|申报|选送|报送|指导|参与|拍摄|编写|发明){0,2}的(?:[一-鿿A-Za-z0-9]{0,12})"
    "(?:成果|课题|作品|论文|项目|案例|节目|研究|创意|设计|提案|发明|技术|征文)"
)
# What a work is called behind its name: 《背影》|一课, 《降低离线率》|QC成果.
_KIND_OF_WORK = re.compile(
    "一[课书文剧片诗曲画稿案]|[A-Z]{0,3}[一-鿿]{0,3}?(?:成果|课程|[课案]例|微?课|项目|课题|论文|作品|节目|小品|专著|报告|文章|视频|短片)"
)
_OTHER = re.compile("[的在与和及对向给为由经]|带领|组织|邀请|慰问")
_LEAD = re.compile(
    "(?:(?:热烈)?(?:祝贺|恭喜|恭贺|庆贺)"
    "|“[^”]{1,6}”(?:前夕|期间|前后|当天)|[\\s　“”◎●■★▲□◆○◇☆▶►▷➤▪•✓✔·—\\-、.．]|【[^】\n]{1,12}】"
    "|（[一二三四五六七八九十0-9]+）|[一二三四五六七八九十]+[、是]|[0-9]{4}年[度底初]?|年[初中底末]|月[初中底末]|(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月[底初份]?|[0-9]{1,2}日"
    "|[今去前]年[初中底末]?|近日|日前|近年来?|近年|目前|其中|其间的?|同时|此外|另外|另|全年|一年来|期间|年内|上半年|下半年|还|也|并且?|由此|因此|特别是|尤其是|截至目前|当年|本年度?|在|[0-9])*"
)


_OPENS_LIST = re.compile(
    f"(?:{_LEAD.pattern})(?:[我本该全][省市区县州旗盟镇乡校院厂局矿])?的?(?:[一-鿿]{{2,14}}[工员师长手生]、)?"
)


class Subject(NamedTuple):
    """The recipients, and ``found``, ``missing`` (nobody is named) or ``refused`` (somebody unnamed is meant)."""

    recipients: list[Recipient]
    status: str


_PAIRS = (("（", "）"), ("《", "》"), ("“", "”"))
_CLAUSE_MARKS = "，；。：\n"


def clause_start(text: str, zone: int, end: int) -> int:
    """Return where the clause that ends at ``end`` begins, not before ``zone``; marks inside pairs do not count."""
    position = end
    while True:
        position = max([text.rfind(mark, zone, position) for mark in _CLAUSE_MARKS])
        if position < 0:
            return zone
        clause = text[position:end]
        if all(clause.count(after) <= clause.count(before) for before, after in _PAIRS):
            return position + 1


# A clause that only says in which contest: 在第九届全国竞赛中|分获….
_SETTING = re.compile(
    "(?:随后|之后|其中|同时|并且?|还|又|也|[12][0-9]{3}年|[今去前当同次翌]年|[0-9]{1,2}[月日])*(?:在|于)[^，。；：]{4,40}(?:[大竞比决联]赛|锦标赛|比武|运动会|艺术节|[博展交][览销易]会|展评|[展汇会调]演|[影法画品艺]展|征文|评[选比]|考核|测评)[^，。；：]{0,4}[中上里](?:分别?|均)?"
)


def find_subject(text: str, recipients: Sequence[Recipient], zone: int, position: int) -> Subject:
    """Return who stands as the subject in ``zone:position``, searching clause by clause from the right."""
    zone = max(zone, position - _REACH)
    own = _of_bracket(text, recipients, zone, position)
    if own is not None:
        return Subject([own], "found")
    end = position
    first, meant = True, False
    while end > zone:
        start = clause_start(text, zone, end)
        good = [r for r in recipients if start <= r.name[0] and r.name[1] <= end]
        good = [
            r
            for r in good
            if usable(text, r)
            or (r.end == position and text[r.start - 1] == "由")
            or (text[r.start - 1] == "由" and _MEMBER_OF.match(text, r.end, position))
            or _WORK_OF.match(text, r.end, position)  # 甲|主持的课题, no session that 甲 is in the chair of
        ]
        good = [r for r in good if not (_MEMBERS.search(text, start, r.start) or _BEATEN.search(text, start, r.start))]
        if meant:
            good = [r for r in good if r.kind == "person"]
        subject = _nearest(text, good, start, end) if first else _farther(text, good, start, end)
        if first and subject.status == "found":
            return Subject(_with_clauses(text, recipients, zone, start, subject.recipients), "found")
        if subject.status != "missing":
            return subject
        if start > zone and text[start - 1] == "：":
            return _before_colon(text, recipients, zone, start - 1)
        if start > zone and text[start - 1] in "；。\n":
            break
        meant = meant or _HE.match(text, start, end) is not None
        end = start - 1
        first = False
    return Subject([], "missing")


def _with_clauses(
    text: str, recipients: Sequence[Recipient], zone: int, start: int, taken: list[Recipient]
) -> list[Recipient]:
    """Return the list with persons whom commas set before it, each a clause by itself: 厂长甲，|护士乙被授予…."""
    while start > zone and text[start - 1] == "，" and taken[0].start == start and _has_post(taken[0]):
        before = clause_start(text, zone, start - 1)
        good = [each for each in recipients if before <= each.start and each.end < start]
        chain = list_back(text, good) if good else []
        alone = chain and chain[-1].end == start - 1 and all(map(_has_post, chain))
        if not alone or not _OPENS_LIST.fullmatch(text, before, chain[0].start):
            break
        taken, start = [*chain, *taken], before
    return taken


def _has_post(recipient: Recipient) -> bool:
    return recipient.kind == "person" and recipient.start < recipient.name[0]


def _of_bracket(text: str, recipients: Sequence[Recipient], zone: int, position: int) -> Recipient | None:
    """Return the person in whose bracket a verb stands that no other subject has: 甲（某厂司机，曾|获…）."""
    opening = text.rfind("（", zone, position)
    if opening < 0 or text.find("）", opening, position) >= 0:
        return None
    begin, stop = _core(text, clause_start(text, opening + 1, position), position)
    return next((r for r in recipients if r.kind == "person" and r.name[1] == opening and begin >= stop), None)


def _before_colon(text: str, recipients: Sequence[Recipient], zone: int, end: int) -> Subject:
    """Return whom a clause before a colon is about: 甲自己也没闲着：|2012年当选…; not who speaks there."""
    start = clause_start(text, zone, end)
    good = [r for r in recipients if start <= r.start and r.end < end and usable(text, r)]
    if not good or not _opens_clause(text, start, good[0]) or _SAYS.search(text, good[0].end, end):
        return Subject([], "missing")
    return Subject(list_forward(text, good, good[0].start, 0) or good[:1], "found")


def _nearest(text: str, good: list[Recipient], start: int, end: int) -> Subject:
    """Return the subject in the verb's own clause: all that is there besides times, adverbs and circumstances."""
    begin, stop = _core(text, start, end)
    good = [each for each in good if each.start < stop]
    if good and good[-1].end >= stop:
        return Subject(_completed(text, _whole_list(text, good, begin), begin), "found")
    if good:
        rest = text[good[-1].end : stop]
        if rest.startswith("的") and not _WORK_OF.fullmatch(rest):
            return Subject([], "refused")
        if _WORK_OF.fullmatch(rest) or (good[-1].kind == "work" and _KIND_OF_WORK.fullmatch(rest)):
            return Subject(_whole_list(text, good, begin), "found")
        if rest in _WHOLE_BODY and good[-1].kind == "organization":
            good = [*good[:-1], good[-1]._replace(end=stop, name=(good[-1].name[0], stop))]
            return Subject(_whole_list(text, good, begin), "found")
        if _GIVEN_END.fullmatch(rest) and text[good[-1].start - 1] not in "“「":
            good = [*good[:-1], lengthened(good[-1], stop)]
        taken = _whole_list(text, good, begin)
        if rest[0] in "、和及与":
            marks = _MARKS_END.search(text[good[-1].end + 1 : stop])
            until = stop - len(marks.group()) if marks else stop
            read = read_unmarked(text, good[-1].end + 1, until)
            return Subject([*taken, *read], "found") if read else Subject([], "refused")
        counted = _MARKS.fullmatch(rest) is not None and (rest[0] == "等" or len(taken) > 1)
        if counted or (good[-1].kind == "person" and not _OF_PERSON.match(rest)):
            return Subject(taken, "found")
        if text.startswith("并", stop) and (good[0].kind == "work" or good[0].start == begin):
            return Subject(good[:1], "found")  # “某装置”|取得专利并获…
    after = None if good else _AFTER.match(text, begin, end)
    if begin >= stop or (after and _is_deed(after.group(1))):
        return Subject([], "missing")
    inside = _PLACE_OF.match(text, begin, stop)
    begin = inside.end() if inside else begin
    marks = _MARKS_END.search(text[begin:stop])
    read = read_unmarked(text, begin, stop - len(marks.group()) if marks else stop)
    if read is None and good:
        last = good[-1]
        read = read_unmarked(text, last.start, stop)
        if read and len(read) == 1 and len(good) > 1:
            read = [*list_back(text, good[:-1]), *read] if JOIN.fullmatch(text[good[-2].end : last.start]) else None
    return Subject(read, "found") if read else Subject([], "refused")


def _is_deed(word: str) -> bool:
    """Tell whether a word before 后 says what somebody did, and is no name: 归来, 回国, 退役."""
    return word[0] in "回返归" or plain_jieba().tag(word)[-1][1].startswith("v")


def _alone(text: str, taken: list[Recipient]) -> list[Recipient]:
    """Return the list without those who only worked with its first: 甲社|与乙公司合作…，被评为…."""
    for number, each in enumerate(taken[1:], 1):
        if text[taken[number - 1].end : each.start] in ("与", "和", "同", "跟") and _WORKS_WITH.match(text, each.end):
            return taken[:number]
    return taken


def _completed(text: str, taken: list[Recipient], begin: int) -> list[Recipient]:
    """Return the list with the name that opens it made whole where its mention lacks the place before it: 皋|州一中."""
    first = taken[0]
    begin = max(begin, text.rfind("的", begin, first.start) + 1)
    lead = text[begin : first.start]
    broken = text[first.start] in "省市区县州旗" or lead.endswith(("区", "市", "县", "省", "镇", "乡"))
    named = first.kind in ("organization", "team") and first.name[0] == first.start
    if not named or not lead or lead.endswith("来自"):
        return taken
    if not (broken and len(lead) <= 10 and _PLACE_LEAD.fullmatch(lead)) and not (
        _PART.fullmatch(lead) and plain_jieba().tag(lead)[0][1] != "v"  # 帮助|甲队夺得…
    ):
        return taken
    kind, affiliation = team_of(text[begin : first.name[1]], begin)
    return [first._replace(start=begin, name=(begin, first.name[1]), kind=kind, affiliation=affiliation), *taken[1:]]


def _farther(text: str, good: list[Recipient], start: int, end: int) -> Subject:
    """Return the subject of an earlier clause that the verb goes on with: it opens that clause."""
    if not good and _UNNAMED.match(text, start, end):
        return Subject([], "refused")
    if good and good[-1].kind == "organization" and _SOMEBODY.fullmatch(text, good[-1].end, end):
        return Subject([], "missing")  # 酿酒师甲，|集团公司第三代传人，2020年被授予…
    if not good or _TAKES.search(text, start, good[0].start):
        return Subject([], "missing")
    if good[-1].kind == "person" and _WORK_OF.fullmatch(text, good[-1].end, end):
        return Subject(list_back(text, good), "found")
    if text[good[-1].end : end].startswith("的"):
        person = len(good) > 1 and good[0].kind == "person" and _opens_clause(text, start, good[0])
        return Subject(good[:1], "found") if person else Subject([], "missing")  # 甲原是某厂|的工人，…
    crew = _CREW_MADE.match(text, good[0].end, end)
    if crew and good[0].kind == "person" and _opens_clause(text, start, good[0]):
        return Subject([Recipient(*crew.span(1), crew.span(1), "team", None)], "found")
    taken = list_back(text, good)
    if taken[-1].end == end and text.endswith("——", start, taken[0].start):
        return Subject(taken, "found")  # 只有两位老师——|甲和乙，双双…
    if _opens_clause(text, start, taken[0]) or _ends_phrase(text, good, taken, start, end):
        return Subject(_alone(text, taken), "found")
    if len(taken) == 1 and taken[0].kind == "person" and _is_noun(text[start : taken[0].start]):
        return Subject(taken, "found")
    first = list_forward(text, good, good[0].start, 0) or good[:1]
    made = _MADE_UP.match(text, first[-1].end)
    team = next((each for each in good if made and each.start == made.end()), None)
    if team:
        return Subject([team], "found")
    if len(good) > 1 and good[1].kind == "person" and _EMPLOYS.fullmatch(text, first[-1].end, good[1].start):
        first = good[1:2] if _opens_clause(text, start, good[0]) else first
        return Subject(first, "found")
    return Subject(_alone(text, first), "found") if _opens_clause(text, start, first[0]) else Subject([], "missing")


def _is_noun(words: str) -> bool:
    """Tell whether words can only describe the name behind them: 灯塔工老郑——|甲; no verb and no preposition."""
    words = words.strip(" 　“”")
    if not 2 < len(words) <= _LONGEST_LEAD:
        return False
    words = _ATTRIBUTE.sub("", words)
    return not any(tag[:1] in "vpcdur" and tag != "vn" for _, tag in plain_jieba().tag(words))


def _ends_phrase(text: str, good: list[Recipient], taken: list[Recipient], start: int, end: int) -> bool:
    """Tell whether a clause is one noun phrase that ends with ``taken``: who made it may stand before.

    Not 甲写下六万字的|《乙》, which tells what somebody did: no verb ends what describes the work.
    """
    if taken[-1].end != end or not _PHRASE.search(text, start, taken[0].start):
        return False
    others = [each for each in good if each.end <= taken[0].start]
    if not others:
        return taken[-1].kind != "work"
    made = _MADE.fullmatch(text, others[-1].end, taken[0].start) if taken[-1].kind in ("work", "team") else None
    return made is not None and (not made.group(1) or plain_jieba().tag(made.group(1))[-1][1].startswith("v"))


def _core(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch of the clause without the times, adverbs and circumstances at its edges."""
    clause = text[start:end]
    if _SETTING.fullmatch(clause):
        return start, start
    lead = _LEAD.match(clause)
    begin = start + (lead.end() if lead else 0)
    core = "" if _MANNER.fullmatch(text, begin, end) else _YEARS.sub("", cues.ADVERB.sub("", text[begin:end]))
    core = _FRAME.sub("", cues.ADVERB.sub("", _TOWARDS.sub("", core)))
    core = _SELF.sub("", cues.ADVERB.sub("", core).rstrip(" 　，、“”—").removesuffix("分"))
    return begin, begin + len(core)


def _whole_list(text: str, good: list[Recipient], begin: int) -> list[Recipient]:
    """Return the list that ends with the last of ``good``, names before it that no mention covers included."""
    taken = list_back(text, good)
    start = taken[0].start
    if start - 2 > begin and text[start - 1] in "、和及与":
        read = read_unmarked(text, begin, start - 1)
        if read:
            return [*read, *taken]
    return taken


def _opens_clause(text: str, start: int, recipient: Recipient) -> bool:
    """Tell whether only times and adverbs stand before the recipient in its clause."""
    lead = text[start : recipient.start].strip(" 　“”◎●■★▲□◆○·—-、.．0123456789")
    lead = cues.ADVERB.sub("", lead.removeprefix("岁的").removeprefix("岁"))
    if (recipient.kind == "person" and _DESCRIBES.fullmatch(lead)) or _LED_BY.fullmatch(lead):
        return True
    return len(lead) <= (6 if recipient.kind in ("person", "work") and not _OTHER.search(lead) else 2)
