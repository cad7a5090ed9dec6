"""Recipients whom no award verb before the honour names: they stand behind it, beside it, or go on a list of gifts.

Enters: the scene of an honour and its turn. Leaves: ``Given``, or None. The forms, in the order they are tried:
the label (先进班组：甲、乙), the verb behind (最佳球员授予甲), the cleft (银奖得主是甲, 获此殊荣的还有乙),
the next gift of one verb (授予甲A，乙、丙B), the holder (全国劳动模范甲, 甲（全国劳动模范）), and the chronicle
(2006年，A；2008年，B). Next: ``awards``.
"""

from __future__ import annotations

import re

from unionie.link.honours import cues
from unionie.link.honours.chronicles import read_chronicle
from unionie.link.honours.counted import read_counted
from unionie.link.honours.holders import read_holder, titled_by
from unionie.link.honours.meant import find_named
from unionie.link.honours.ranks import TAKEN
from unionie.link.honours.recipient_lists import list_back, list_forward
from unionie.link.honours.recipients import Recipient, names_of, team_of
from unionie.link.honours.topics import (
    Given,
    Scene,
    Turn,
    carry_topic,
    explain_deictic,
    meant_by_pronoun,
    people_meant,
    tells_of_person,
)
from unionie.link.honours.unmarked import read_unmarked
from unionie.link.honours.verb_subjects import clause_start, find_subject
from unionie.link.posts.words import Extent

_LABEL = re.compile(
    "[”’」』]?(?:称号)?(?:(?:获得者|获奖者|入选者|当选者|获奖|当选)?(?:名单|名录)(?:公布|公示|通报)?(?:如下)?)?(?:[（(]?(?:共|各)?[0-9一二两三四五六七八九十]+[名人个位户家项][）)]?)?[：:]"
)
_CLEFT = re.compile(
    "[”’」』]?(?:荣誉|光荣)?(?:称号|奖杯|奖牌)?(?:（[12][0-9]{3}年[^（）]{0,6}）)?(?:（?共?[0-9一二两三四五六七八九十]+[名个家位户项]）?，(?=分别|依次|由))?(?:的?得主|的?获得者|的?获奖者|名列前茅者?|[入当]选者|上榜者|的)?(?:分别|依次|则|最终|还|同时)*"
    "(?:是(?!由|以|对|在|为)|为(?!了)|有[0-9一二两三四五六七八九十]+[名位个家户项][，：](?:[他她]们)?(?:分别|依次)*[是为]|有|归属于?|归了?(?=[一-鿿“])(?!国家)|花落(?![谁])|落户(?:[于到在])?|属于|[颁授奖]给|颁予|授予|予(?!以)"
    "|的(?:企业|单位|集体|个人|职工|教师|学校|班组|组织|机构)(?:包括(?!了)|有[：:])"
    "|的?(?:奖牌|奖章|奖杯|证书|绶带|牌匾|红花)?(?:也|又|就|已|终于)?被?(?:挂|戴|披|别|佩戴|递|交)[在到]了?"
    f"|[被由](?=[^，。；]{{2,60}}?(?:{TAKEN})))"
)
_GIVES = ("授予", "颁予", "颁给", "授给", "奖给")
_SETS_UP = re.compile("(?:设立|首设|增设|创设|设置)了?[“]?$")
_FIRST_GIVEN = re.compile("，(?:首[届次批](?:奖项?)?|该奖项?|此奖|并|今年)?(?:已|均|首次)?")
_PLACES = ("镇", "乡", "村", "街道", "社区", "县", "区", "市")
_TAKEN = re.compile(f"(?:等[^，。；、]{{1,10}})?(?:分别|共同|双双)?(?:{TAKEN})")
_DATED = re.compile("[12][0-9]{3}年度?的")  # 分别是|2019年的|甲和2022年的乙
# 归甲|所有, 挂在甲|胸前
_OWNS = re.compile("(?:所有|所得|名下|的?(?:胸前|身上|肩上|脖子上|手[中里上]))$")
_HAN = re.compile("(?!等)[一-鿿]")  # 其中甲社|带动62户
_GETS = re.compile("(?:等[^，。；、]{1,8})?(?:又|还|同时|分别|各)?")  # 其中甲、乙|获“B”
_AGAIN = re.compile(
    "(?:获得?|荣获|捧得)(?:这一|这项|该|同一|同样的?|上述|此)(?:荣誉|称号|殊荣|奖项|表彰)的(?:还|分别|同时)*(?:有|是)"
)
# Behind an honour, those among its holders: “…标兵”20名，甲、乙名列其中; …名单公布，丙榜上有名; …10名，其中有丁.
_AMONG = re.compile("名列其中|位列其中|榜上有名|金榜题名|(?:最终|成功|光荣)?(?:当选|获奖|上榜|入选)(?=[，。；])")
_MADE_KNOWN = re.compile("[”’」』]?(?:称号)?(?:评选|获奖)?(?:结果|名单)?[^，。；“]{0,12}?(?:揭晓|公布|出炉|发布)")
_SENTENCE = re.compile("[^。！？\n]{4,200}[。！？]")
_THEREOF = re.compile("(?<=[，（])其中有?(?=[一-鿿])")
_WITHIN = re.compile("[”’」』]?(?:称号)?(?:获得者|得主)?(?:当中|之中|[中里])[，、]?(?:还|也|既|就)?(?:有|包括)?")
_TELLS_OF = re.compile("[，。；（]|等|[是均都来占]")
_ONLY_COUNTED = re.compile(
    "[”’」』]?(?:获得者|称号|标兵)?[0-9一二两三四五六七八九十]*[名个位人]?(?:名单)?(?:公布|揭晓|出炉)?[，（]"
)
# Between those named first of many and the honour of all: 甲|等10名|“青年先锋”, 乙|等5名同志|“优秀团员”.
_FIRST_OF_MANY = re.compile(
    "等(?:[0-9]+|[一二两三四五六七八九十百]+)余?[名个位家人](?:同志|同学|职工|员工|教师|学生|单位|集体|个人)?[“‘「『]$"
)
# Between the gifts of one verb, and between the honour of a gift and those who get it.
_NEXT = re.compile("[，；、和及]|以及|并|同时|授予")
_GIVER = re.compile("[”」]?(?:[、和及]|以及)([一-鿿]{1,12}[部局厅委会府院署社盟])“")
# The label of a list of honours, and what stands in it before one of them.
_LISTING = re.compile(
    "(?:所?获得?|荣获|取得|所得)的?(?:主要|重要|各级|部分|集体)*(?:荣誉|奖项|称号)(?:称号)?(?:有|如下|包括)?[：:]"
)
# 他 at the head of a list, with what describes the person behind it: 他和|徒弟.
_HE_AND = re.compile("(?<![一-鿿](?<![年月日]))[他她][和与及同跟](?![他她])[^，。；：、]{0,12}$")
_HE = re.compile("[他她]")
_THEIR_WORK = re.compile("(?:合|共同)?[一-鿿]{0,2}的")
# A clause about where somebody works: 她所在的|庭.
_OWN_UNIT = re.compile(
    "所在的?(庭|科室?|班组?|车间|[小支大中]?队|小?组|处|站|所|学?校|医?院|公司|企业|支部|团队|集体|单位|部门)"
    "(?:也|还|又|均|亦|已|再次?|同时|先后|连续[一-鿿0-9]{1,3}|(?:[12][0-9]{3}|[今去前])年)*$"
)
_UNITS: dict[str, str | tuple[str, ...]] = {
    **dict.fromkeys(("单位", "部门", "集体", "团队", "企业"), ""),
    "科室": ("科", "室", "部"),
    "班组": ("班", "组", "队"),
}
# What somebody does with an honour that a body has given: 接过|省总颁发的“甲”证书, 手捧|市里授予的….
_IN_HAND = re.compile("(?:(?<!移)[接捧领]过|[接收拿领]到|[手怀]捧|[捧领]着)了?")
_FAR = 16  # characters
_LONGEST = 400  # characters of such a list
_LISTS = re.compile(
    "(?:[^。：；，、\n]{2,30}[；，、])*[\\s　“]*(?:[12][0-9]{3}年度?[0-9]{0,2}月?[，、：\\s　]*)?[获评被授予]{0,3}[“]?"
)
_HIM = re.compile("[了给]?[他她其](?=[，。；！])")  # “甲”称号授予|他
_END = re.compile("[，。；：\n]|$")
# Between a name and the honour that it has; 评为, 称为 and the like are verbs of their own.
_COPULA = re.compile(
    "(?:[二两三四五六七八九十]人|分别|均|都|也|亦|还|即|已|曾|便)*(?:(?<![评授成作名选获认称列视誉树定命])为|(?:(?<=年)|(?<=年前)|(?<=早))就是|(?<![就正不于])是|成为)"
    "(?:[12][0-9]{3}年度?的?|[今去当]年)?(?:全[国省市区县州系统行业院校]{1,4}|[我该本][省市县区州校院])?(?:唯一|仅有|少有|为数不多)?的?"
    "(?:[一首]|第[一二三四五])?[位名个]?(?:获得)?[“]?$"
)
# Before 为, what others do: 命名|甲等40个集体为….
_NAMES = re.compile("(?<!被)(?:命名|推选|评选|选树|认定|评定|确定|追认|授予|表彰)(?=[一-鿿]{2})")


def read_copula(scene: Scene, zone: int, start: int) -> Given | None:
    """Return whom a clause says to be what it is honoured as: 甲、乙二人为市劳动模范, 丙是2022年的岚江工匠."""
    text = scene.clean.text
    clause = clause_start(text, zone, start)
    copula = _COPULA.search(text, clause, start)
    if copula is None or any(form.search(text, clause, copula.start()) for form in (_NAMES, cues.NOT_YET)):
        return None
    subject = find_subject(text, scene.recipients, zone, copula.start())
    if subject.status != "found" and tells_of_person(scene, copula.start()):
        return carry_topic(scene, None, copula.start())  # 这位老矿工，自己也曾是…
    people = subject.recipients if subject.status == "found" else []
    if people and people[0].kind == "deictic":
        meant = explain_deictic(scene, subject, None, copula.start())
        return meant if meant.rule == "carried" else None
    return Given(people, "list", None, copula.start()) if people else None


def read_listing(scene: Scene, start: int) -> Given | None:
    """Return who has the honours of a list that a label opens: 历年所获主要荣誉：2012年　甲；2016年　乙."""
    text = scene.clean.text
    label = _LISTING.search(text, max(scene.sentence.start, start - _LONGEST), start)
    if label is None or not _LISTS.fullmatch(text, label.end(), start):
        return None
    subject = find_subject(text, scene.recipients, scene.sentence.start, label.start())
    if subject.status == "found" and subject.recipients[0].kind != "deictic":
        return Given(subject.recipients, "list", None, label.start())
    return carry_topic(scene, None, label.start())


def taken_before(scene: Scene, verb: cues.Verb) -> Extent | None:
    """Return the words with which somebody takes what a body gives: 甲|接过了|省总颁发的“乙”证书."""
    text = scene.clean.text
    if not text.startswith("的", verb.end):
        return None
    taken = list(_IN_HAND.finditer(text, clause_start(text, scene.sentence.start, verb.start), verb.start))
    return taken[-1].span() if taken else None


def with_him(scene: Scene, people: list[Recipient]) -> list[Recipient]:
    """Return the list with the person told of where 他 opens it: 他和同事|甲被评为…."""
    text, first = scene.clean.text, people[0].start
    if people[0].kind != "person" or not _HE.search(text, max(scene.sentence.start, first - _FAR), first):
        return people
    he = _HE_AND.search(text, clause_start(text, scene.sentence.start, first), first)
    if he is None or _THEIR_WORK.match(text, people[-1].end):
        return people
    told = people_meant(scene, he.start())[:1]
    known = {text[slice(*each.name)] for each in people}
    return people if not told or text[slice(*told[0].name)] in known else [*told, *people]


def read_own_unit(scene: Scene, zone: int, position: int, grantor: Extent | None) -> Given | None:
    """Return the unit of the person told of, where a clause is about that: 民一庭甲夺得A，她所在的庭|被授予B."""
    text = scene.clean.text
    own = _OWN_UNIT.search(text, clause_start(text, zone, position), position)
    if own is None:
        return None
    people = people_meant(scene, own.start())
    unit = (people[0].affiliation or _home_told(scene, people[0])) if people else None
    if unit is None or not text.endswith(_UNITS.get(own.group(1), own.group(1)[-1]), *unit):
        return Given([], "refused", None, position)
    kind, body = team_of(text[slice(*unit)], unit[0])
    return Given([Recipient(*unit, unit, kind, body)], "carried", grantor, position)


def _home_told(scene: Scene, person: Recipient) -> Extent | None:
    """Return the body in which the text before the sentence says a person to work."""
    text = scene.clean.text
    called = text[slice(*person.called)]
    for mention in scene.mentions:
        if mention.start >= scene.sentence.start:
            break
        if mention.label == "PERSON" and text[mention.start : mention.end] == called:
            begin = max(text.rfind("。", 0, mention.start), text.rfind("\n", 0, mention.start)) + 1
            named = find_named(text, scene.mentions, begin, min(len(text), mention.end + _FAR))
            home = next((r.affiliation for r in named if r.name == mention[:2]), None)
            if home:
                return home
    return None


def read_behind(scene: Scene, turn: Turn) -> Given | None:
    """Return the recipients of a group of honours before which no verb stands, or None."""
    text = scene.clean.text
    start, stop = turn.group[0].mention.start, turn.stop
    label = _LABEL.match(text, turn.group[-1].mention.end)
    if label and stop - start < 40:
        lead = text[turn.zone : start]
        if (
            "名" in label.group()
            or not any(mark in lead for mark in "，。")
            or lead.rstrip("“").endswith(("，", "；", "、"))
        ):
            return Given(list_forward(text, scene.recipients, label.end(), 2), "list", None, start)
    verb = handed_by(scene, stop) or _set_up(scene, turn)
    if verb:
        begin = verb.end + text.startswith("了", verb.end)
        named = list_forward(text, scene.recipients, begin, 2) or titled_by(text, scene.recipients, begin, turn.until)
        him = not named and _HIM.match(text, verb.end)
        return (
            meant_by_pronoun(scene, verb._replace(start=start), turn.last)
            if him
            else Given(named, "given", None, start)
        )
    given = read_cleft(scene, turn) or _next_got(scene, turn) or _next_gift(scene, turn) or read_holder(scene, turn)
    return given or read_chronicle(scene, turn)


def handed_by(scene: Scene, stop: int) -> cues.Verb | None:
    """Return the verb of giving right behind an honour that ends at ``stop``: “甲奖”|颁给了乙."""
    text = scene.clean.text
    near = (v for v in scene.verbs if stop <= v.start <= stop + 3 and v.kind == "give")
    return next((v for v in near if "，" not in text[stop : v.start]), None)


def _set_up(scene: Scene, turn: Turn) -> cues.Verb | None:
    """Return the verb that gives what the clause before sets up: 首设“甲奖”，首届奖|授予乙、丙2家企业."""
    text, stop = scene.clean.text, turn.stop
    verb = next((v for v in scene.verbs if v.start >= stop), None)
    if verb is None or verb.kind != "give" or not _FIRST_GIVEN.fullmatch(text, stop, verb.start):
        return None
    clause = clause_start(text, turn.zone, turn.group[0].mention.start)
    return verb if _SETS_UP.search(text, clause, turn.group[0].mention.start) else None


def read_cleft(scene: Scene, turn: Turn) -> Given | None:
    """Return the recipients that a cleft names behind the honour: 银奖得主是甲, 获得前三名的是甲、乙、丙."""
    text = scene.clean.text
    cleft = _CLEFT.match(text, turn.group[-1].mention.end)
    if cleft is None or (cleft.group().endswith(_GIVES) and _given_before(scene, turn.group[0].mention.start)):
        return None
    end = _END.search(text, cleft.end() + 1)  # a colon may stand between: 依次为：甲、乙
    stop = end.start() if end else scene.sentence.end
    taken = (_TAKEN if cleft.group()[-1] in "被由" else _OWNS).search(text, cleft.end(), stop)
    if taken:
        stop = taken.start()
        text = text[:stop]  # 由甲、乙|获得: what follows is no part of a name
    near = [_begun_at(r, cleft.end()) for r in scene.recipients if r.end <= stop]
    dated = _DATED.match(text, cleft.end(), stop)
    named = list_forward(text, near, dated.end() if dated else cleft.end(), 2)
    lead = "" if dated else text[cleft.end() : named[0].start].strip("： 　“") if named else ""
    of_place = bool(named) and named[0].kind == "team" and lead.endswith(_PLACES)
    inside = [r for r in near if cleft.end() <= r.start]
    if not named and inside and inside[-1].end == stop:
        last = list_back(text, inside)
        told = text[cleft.end() : last[0].start]
        if not told.endswith("的") or "、" not in told:
            named, lead = last, ""  # 被本地小将|甲夺走, 是首次参赛的|乙队
    begins = named and (not lead or named[0].kind == "person" or of_place)
    if not (begins and named[-1].end >= stop):
        named = read_unmarked(text, cleft.end(), stop) or named
    if len(turn.group) > 1 and 0 < len(named) != len(turn.group):
        return Given([], "refused", None, turn.group[0].mention.start)
    return Given(named, "list", None, turn.group[0].mention.start) if named else None


def _given_before(scene: Scene, start: int) -> bool:
    """Tell whether a verb right before an honour gives it, so that the next verb gives another: 给甲颁发|A|授予乙B."""
    text = scene.clean.text
    return any(v.kind == "give" and v.end <= start and not text[v.end : start].strip("“‘「『") for v in scene.verbs)


def _begun_at(recipient: Recipient, start: int) -> Recipient:
    """Return the recipient without what its body's mention took of the verb before ``start``: 归|省队甲."""
    owner = recipient.affiliation
    if not recipient.start < start <= recipient.name[0]:
        return recipient
    return recipient._replace(start=start, affiliation=(start, owner[1]) if owner and start < owner[1] else None)


def read_holders(scene: Scene, turn: Turn) -> Given | None:
    """Return the holders that a list, a cleft or a count says the honours to have, whatever verb stands before."""
    start = turn.group[0].mention.start
    told = read_counted(scene, turn) or read_listing(scene, start) or read_cleft(scene, turn) or read_among(scene, turn)
    return told or read_first_of_many(scene, start)


def read_first_of_many(scene: Scene, start: int) -> Given | None:
    """Return those named first of the many who hold the honour at ``start``: 甲、乙等10名|“青年先锋”受到表彰."""
    text = scene.clean.text
    counted = _FIRST_OF_MANY.search(text, max(scene.sentence.start, start - _FAR), start)
    before = [r for r in scene.recipients if r.end <= counted.start()] if counted else []
    if counted is None or not before or before[-1].end < counted.start() or before[-1].kind == "deictic":
        return None
    named = list_back(text, before)
    given = any(
        v.kind == "give" and v.end <= named[0].start and "“" not in text[v.end : named[0].start] for v in scene.verbs
    )
    return None if given else Given(named, "given", None, start)  # 授予|甲等10名“青年先锋”: see ``awards``


def read_pronoun(scene: Scene, verb: cues.Verb, last: Given | None, words: str) -> Given:
    """Return whom 授予其 means: the team that opens the sentence if nobody else is named, else ``meant_by_pronoun``."""
    named = [r for r in scene.recipients if r.end <= verb.start]
    others = named[1:-1] if named and named[-1].end == verb.start else named[1:]
    alone = words == "其" and last is None and named and not others and named[0].end < verb.start
    if alone and named[0].kind in ("team", "organization") and named[0].start == scene.sentence.start:
        return Given(named[:1], "given", None, verb.start)
    return meant_by_pronoun(scene, verb, last, words)


def read_among(scene: Scene, turn: Turn) -> Given | None:
    """Return the persons behind the honour whom its clause or the next one counts among its holders."""
    text = scene.clean.text
    start, end = turn.group[0].mention.start, turn.group[-1].mention.end
    if any(v.kind == "get" and not text[v.end : start].strip("“‘「『") for v in scene.verbs if v.end <= start):
        return None
    known = _MADE_KNOWN.match(text, end)
    scene = _with_next(scene) if known and known.end() + 1 >= scene.sentence.end else scene
    stop = min((v.start for v in scene.verbs if v.start >= end and v.kind != "name"), default=scene.sentence.end)
    turns = text.find("；", end, stop)
    stop = turns if turns >= 0 else stop
    among = _AMONG.search(text, end, stop) or _AMONG.match(text, stop)
    within, zone = _WITHIN.match(text, end), clause_start(text, turn.zone, start)
    thereof = _THEREOF.search(text, end, min(stop, end + 20))
    named: list[Recipient] = []
    if among:
        before = [r for r in scene.recipients if end <= r.start and r.end <= among.start()]
        rest = cues.COUNTED.sub("", text[before[-1].end : among.start()]) if before else "-"
        named = list_back(text, before) if not rest else []
    elif within and not any(v.start >= zone and v.end <= start for v in scene.verbs):
        named = list_forward(text, scene.recipients, within.end(), 0)
        named = named if named and _TELLS_OF.match(text, named[-1].end) else []
    elif thereof and _ONLY_COUNTED.fullmatch(text, end, thereof.start()):
        named = list_forward(text, scene.recipients, thereof.end(), 2)
        gets = _GETS.match(text, named[-1].end) if named else None
        acts = named and named[-1].kind == "organization" and _HAN.match(text, named[-1].end)
        named = [] if acts or (gets and gets.end() in {v.start for v in scene.verbs}) else named
    if known and not named:
        return Given([], "refused", None, start)
    rule = "announced" if known else "given"
    return Given(named, rule, None, start) if named and all(r.kind != "deictic" for r in named) else None


def _with_next(scene: Scene) -> Scene:
    """Return the scene with the sentence behind it, which tells who gets an honour made known: 首届“A”揭晓。甲当选。"""
    text, start = scene.clean.text, scene.sentence.end
    block = text.find("\n", start)
    end = _SENTENCE.search(text, start, block if block >= 0 else len(text))
    if end is None:
        return scene
    recipients = find_named(text, scene.mentions, start, end.end())
    verbs = cues.find_verbs(text, start, end.end(), names_of(recipients))
    return scene._replace(
        sentence=scene.sentence._replace(end=end.end()),
        recipients=[*scene.recipients, *recipients],
        verbs=[*scene.verbs, *verbs],
    )


def read_again(scene: Scene, start: int, end: int) -> list[Recipient]:
    """Return those in ``start:end`` who got the same honour: 获得这一荣誉的还有乙."""
    text = scene.clean.text
    match = _AGAIN.search(text, start, end)
    return list_forward(text, scene.recipients, match.end(), 2) if match else []


def _next_got(scene: Scene, turn: Turn) -> Given | None:
    """Return who got the honour before, where a list goes on with the body that gave this one: 甲获A及省教育厅“B”."""
    last, start = turn.last, turn.group[0].mention.start
    if last is None or last.rule not in ("list", "passive", "carried") or turn.zone == scene.sentence.start:
        return None
    giver = _GIVER.fullmatch(scene.clean.text, turn.zone, start)
    return last._replace(grantor=giver.span(1)) if giver else None


def _next_gift(scene: Scene, turn: Turn) -> Given | None:
    """Return the recipients between the last gift of a giving verb and this honour, where nothing else stands there."""
    last, text = turn.last, scene.clean.text
    if last is None or last.rule != "given" or not last.recipients:
        return None
    joint = _NEXT.match(text, turn.zone)
    start = turn.group[0].mention.start
    if joint is None:
        return None
    words = text[joint.end() : start].rstrip("“‘「『为")
    here = [r for r in scene.recipients if joint.end() <= r.start and r.end <= start]
    if here and here[0].start == joint.end():
        taken = list_back(text, here)
        rest = cues.COUNTED.sub("", text[here[-1].end : joint.end() + len(words)])
        if taken[0] == here[0] and not cues.DATED.sub("", rest):
            return Given(taken, "given", last.grantor, joint.end())
    read = read_unmarked(text, joint.end(), joint.end() + len(cues.COUNTED.sub("", words))) if words else None
    return Given(read, "given", last.grantor, joint.end()) if read else None
