"""Named persons linked to their posts, organizations and part in the report.

Enters: the clean text, its mentions and the award frames. Leaves: a ``PersonFrame`` for each PERSON mention.
Next: ``resolve.identities`` makes one record of all the frames of a person.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from unionie.clean.characters import fold_name
from unionie.clean.types import Block, CleanText
from unionie.frames import AwardFrame, Mention, PersonFrame
from unionie.link.persons.makers import find_makers
from unionie.link.persons.reporters import EDITORS, SHOT, SHOWN, find_label, name_of, of_byline
from unionie.link.persons.seats import share_seats
from unionie.link.persons.workplaces import find_workplaces
from unionie.link.posts.bylines import OF_OTHERS, find_signers
from unionie.link.posts.posts import find_posts, posts_before
from unionie.link.posts.words import Extent, Posts, employing, heads_government, standing_body, title_kind

_SPEAKS = re.compile(
    "(?:（[^（）\n]{1,20}）)?(?:在[^，。“\n]{2,20}[上中时])?(?!的(?!声音|话|说法))[^，。“\n]{0,8}?(?:(?:说|表示(?!感谢|祝贺|慰问|敬意|欢迎)|介绍(?!经验|信)|告诉|指出|强调|认为|坦言|感慨|回忆|提醒|透露|承认|坦承|直言|回应|呼吁|记得|念叨|感叹|盘算|答复|称|(?<![隧跑街车管河渠通知轨频国干赛水报味])道)(?![号职路])"
    "|指(?=[，：])|要求(?=：)|(?<!席)(?<!席并)讲话|提出|预告|反映(?![^，。]{0,4}的)|(?:补充|插话|解释)(?=[，：])|接过话茬|宣布(?=，)|答[^，。]{0,4}问|打了个比方|不回避|(?:建议|提示|提议|批评|质疑)(?=[，：])|分析(?=[，：说])|解读(?=[，：])|追问|反问|笑言|打趣|[给对向跟]记者[讲说算]|拍板(?=[，：])|[算翻][^，。：]{0,12}账[：，]|通报|算[过起了][^，。]{0,3}账|报告工作|报[了出]一[串组])"
)
# In minutes, a line that opens with a post, a name and a colon tells what its bearer said.
_MINUTED = re.compile("(?:（[^（）\n]{1,20}）)?：(?=[^、\n]{14})")
# The same where a line opens with a body and the name in a bracket: 4．财经系（甲）：….
_LABELLED = re.compile("）：(?=[^、\n]{14})")
_LINE_HEAD = re.compile("[^，。；：（]{2,20}（")
# A heading of minutes that says who reports what: 一、科长甲汇报全年工作.
_HEADED = re.compile("[一二三四五六七八九十]{1,3}、[^，。；：、\\n]{2,24}")
_REPORTS = re.compile("(?:同志)?(?:汇报|通报|报告)[^，。；：\\n]{0,30}$", re.M)
_NUMBERED = re.compile("[\\s　○◎●]*(?:[0-9]{1,2}[.．、])?")
# The word before the posts of whoever wrote a report: （撰稿：政工科科员甲）, 报告人：总干事乙.
_WRITES = re.compile("(?:撰[稿文]|执笔|作者|报告人|供稿)人?(?:[：:]|系|为)[^，。：（）\n]{0,6}$")
_ALL = re.compile("（(?:均|都|皆)[^（）\n]{2,30}）|(?:（[^（）\n]{1,8}）)?（[^（）\n]{2,24}）(?=[，；。\n]|$)")
# The name before a quotation of what its bearer says, and the words between a quotation and the name behind it.
_QUOTED = re.compile(
    "(?!的(?!声音|话|说法)|家[中里，]|身[边旁]|[面床]前)(?:（[^（）\n]{1,20}）)?[^。；“”\n]{0,40}(?:说|表示|坦言|感慨|感叹|告诉[一-鿿]{1,3}|(?:“[^”\n]{1,6}”)?：)[，：]?“"
)
# What is quoted right before the posts of whoever says it: “别急。”|段长甲把手往下压了压.
_SPOKEN = re.compile("[，。！？…]”[\\s　]?$")
_SAID = re.compile("[，。！？…]”[^，。；！？“”\n]{0,24}$")
# What a crowd is called, or who has a part in a text: no post of a person.
_VILLAGER = re.compile("(?:[居村市农]民|大户|[种养]植?殖?户|(?:种植|养殖|致富|种[粮茶菜果])能手)$")
_FREE = re.compile("个体|[农牧渔]民|店主|业主|自由职业|.*(?:能手|艺人|传承人|志愿者|义工|[农户匠嫂翁])$")
_SAME = re.compile("^[^。；\n]{0,30}[，、]同(?:车间|班组?|校|单位|队|厂|院|科室|村|公司)的?$")
# The word between a name and the post that its bearer is given: 甲、乙|为副主席.
_APPOINTED = re.compile(
    "(?:（[^（）\\n]{1,12}）)?(?:同志|女士|先生)?(?:等?[一二两三四五六七八九十0-9]*[人位]?)?(?:当选|分别)*(?:为|[担兼]?任|(?<=当选))"
)
# The words by which whoever is called 同志 is given an office, or relieved of it: 甲|同志为|某局总审计师.
_COMRADE = re.compile(
    "(?:（[^（）\\n]{1,12}）)?同志(?:（[^（）\\n]{1,12}）)?(?:[兼担]?任|为|的(?=[^。；\\n]{2,60}职务))"
)
# The word before whom a body names to an office, or relieves of it, whatever that is: 任命|甲|为某院检察员.
_APPOINTS = re.compile("(?:任命|免去)$")
_NEAR = 60
# Who leads a house, and posts that every such house has.
_HEADS = re.compile("(?:党委书记|总经理|董事长|[院校厂矿]长)$")
_OFFICERS = re.compile("工会主席|纪委书记|党委副书记|副总经理|总(?:工程|会计|经济)师")
# Those whom an assembly appoints to the bench, and no others of such titles, hold an office: 甲、乙为某法院审判员.
_BENCH = re.compile("(?:审判|检察|执行)员$")
# A union's own committees, whose heads a list of its officers names without it: 区总工会主席甲，|经审委主任乙.
_COMMITTEES = frozenset({"经审委", "经审会", "女工委", "女职委", "女职工委员会", "经费审查委员会"})
_LISTS = re.compile("(?:（[^（）\\n]{1,8}）)?[，、][^，。；、\\n]{2,12}")
_LISTED = re.compile("(?:（[^（）\\n]{1,8}）)?(?:同志)?[、和]")
# The body that only the brackets of a list tell: 甲（某技师学院）、乙|（百味楼）; and a bracket that says who has none.
_OWN_BODY_BEHIND = re.compile("（((?![男女]|已故|[离退]|[一-鿿]{1,4}族）)[一-鿿]{3,12})）")
_ELSEWHERE = re.compile("（(?:已?[离退]休|自由职业|个体户?|待业|下岗)")
# When somebody holds a post is no part of it: 现任|主席, 上一届|会长.
_TERM = re.compile(
    "^(?:一[名位个]|同(?:车间|[队班组厂校村])的?|[一-鿿]?籍|[六七八九]旬|[0-9]{2}多?岁"
    "|[0-9一二三四五六七八九十两]+名|再?请|指派|(?:现|时|首|新|历|上|卸|离|拟)任|上一[届任]|上届|本届|本案|身为|作为|新当选的?|已故|(?:资深|著名|知名|年轻|热心)的?"
    "|老(?=教授|技师|护士|医生|医师|教师|工人)|青年(?=教师|医生|医师|工人)|值班(?=医生|医师|护士|民警)"
    "|(?:[汉满回藏苗壮侗瑶白彝傣土羌黎畲]|维吾尔|哈萨克|蒙古|布依|土家|朝鲜|哈尼|傈僳|景颇|东乡)族)(?=[一-鿿]{2})"
)
_WOMAN = re.compile("^女(?!职工|工委|子|性|[篮排足]|[单双]打)(?=[一-鿿]{2})")
_CROWD = re.compile(
    "(?:^选手|^侨[胞民]|^[居市]民|^青年农民|[一二三四高初大]年?级?学生|(?:^|中共|老)党员|(?:[市居村]民|群众|学生|青年|骑手|家长|旅客|乘客|农户|商户|获奖)代表|^代表|^作者|^供稿|^审核|^制图|^联系人)$"
)
# Before who lets a report go out, or looks over it.
_RELEASES = re.compile("(?:(签发|核发)|审[核签定稿读校阅])人?[：:]$")
# What tells behind a name that its bearer won something, also where no honour is linked to them.
_WON = re.compile(
    "[荣斩喜同分仅]?获(?![悉知益准批颁助赔补救]|得者|奖[者名单]|评[^。，；]{2,12}颁)|夺[得冠魁金银标]|[摘捧][得金银铜下取回走]|拿下|拿了|当选|评为|问鼎|折桂|荣[膺立登]|记[一二三]等功"
    "|[一二三特]等奖|[金银铜]牌|冠军|[亚季殿]军|第[一二三四五六七八九十0-9]+名|[列居]第|登顶|称雄|[包独]揽|收入囊中|榜上有名|拔得头筹|名列榜首|屈居|赢得"
)
# Words that another's win follows: of whom the person gives the prize to, leads or is kin to.
_STOP = re.compile("[。；！？\\n]")
_OTHERS_WIN = re.compile(
    "的(?![《“])|[为向给]|主持|执教|领衔|所在|带领|颁[奖发授]|授奖|宣读|名单|作品集|表彰|祝贺|介绍|说|：|“[^”]*$"
)
_OWN_BODY = re.compile("工会|纪委|团委|妇联|政府|人大|政协|政法委|组织部|宣传部|统战部")


def link_people(clean: CleanText, mentions: Sequence[Mention], awards: Sequence[AwardFrame]) -> list[PersonFrame]:
    """Return a frame for each PERSON mention, in text order; ``mentions`` are sorted and of ``clean.text``."""
    persons = [mention for mention in mentions if mention.label == "PERSON"]
    missed = _awarded_only(clean, persons, awards)
    if missed:
        persons = sorted([*persons, *missed])
        mentions = sorted([*mentions, *missed], key=lambda mention: mention.start)
    if not persons:
        return []
    awarded = {frame.recipient for frame in awards if frame.recipient_type == "person"}
    awarded |= find_makers(clean, persons, awards)
    starts = [block.start for block in clean.blocks]
    labels: dict[int, Extent] = {}
    signers = find_signers(clean, mentions)
    frames: list[PersonFrame] = []
    for number, person in enumerate(persons):
        block = clean.blocks[bisect_right(starts, person.start) - 1]
        previous = persons[number - 1] if number else None
        label = find_label(clean.text, block, person, previous, labels)
        if label is not None:
            labels[person.start] = label
            frames.append(of_byline(clean, mentions, person, label, frames[-1] if frames else None))
        else:
            signed = person.start in signers
            frame = _person(clean, mentions, person, block, awarded, signed=signed)
            frame = _appointed(clean.text, frame, frames)
            frame = _of_house(clean.text, mentions, frame, frames)
            frames.append(_beside(clean.text, frame, frames[-1] if frames else None))
            if _ALL.match(clean.text, person.end) or (frame.titles and _APPOINTED.match(clean.text, person.end)):
                _share(clean.text, frames)
    return find_workplaces(clean, mentions, share_seats(clean, frames))


def _share(text: str, frames: list[PersonFrame]) -> None:
    """Give those listed before the last person what the bracket behind it says of all: 甲、乙（均为某公司司机）."""
    last = frames[-1]
    if not last.organization and not last.titles:
        return
    for at in range(len(frames) - 2, -1, -1):
        one, following = frames[at], frames[at + 1]
        between = text[one.person.end : following.person.start]
        if one.organization or one.titles or not _LISTED.fullmatch(between) or _ELSEWHERE.match(between):
            return
        role = last.role if one.role == "other" and last.role == "official" else one.role
        frames[at] = replace(one, organization=last.organization, titles=list(last.titles), role=role)


def _appointed(text: str, frame: PersonFrame, frames: Sequence[PersonFrame]) -> PersonFrame:
    """Return the frame with the body of an appointment before it in the sentence: 甲为会长，乙为副会长；原会长丙…."""
    before = next((one for one in reversed(frames) if one.titles), None)
    if not frame.titles or frame.organization is not None or before is None or before.organization is None:
        return frame
    between = text[before.person.end : frame.person.start]
    if len(between) > _NEAR or not _APPOINTED.match(between) or re.search("[。\n]", between):
        return frame
    title = fold_name(frame.titles[-1])
    left = re.sub("^[原前]", "", title)
    follows = _APPOINTED.match(text, frame.person.end) and title_kind(title) == "official"
    leaves = left != title and any(fold_name(one).endswith(left) for one in before.titles)
    return replace(frame, organization=before.organization) if follows or leaves else frame


def _of_house(text: str, mentions: Sequence[Mention], frame: PersonFrame, frames: Sequence[PersonFrame]) -> PersonFrame:
    """Return the frame with the body of its head, named before it in the sentence: 某会主任甲主持，副主任乙参加."""
    before = next((one for one in reversed(frames) if one.titles), None)
    if frame.organization is not None or not frame.titles or before is None or before.organization is None:
        return frame
    start, end = before.person.end, frame.person.start
    if end - start > _NEAR or re.search("[。；\n]", text[start:end]):
        return frame
    title, heads = fold_name(frame.titles[0]), [fold_name(one) for one in before.titles]
    deputy = title[:1] == "副" and not heads_government(title) and any(one.endswith(title[1:]) for one in heads)
    officer = _OFFICERS.fullmatch(title) is not None and any(_HEADS.search(one) for one in heads)
    index = bisect_right(mentions, start, key=lambda mention: mention.start)
    named = any(m.label == "ORG" and m.end <= end for m in mentions[index : index + 8])
    return replace(frame, organization=before.organization) if (deputy or officer) and not named else frame


def _beside(text: str, frame: PersonFrame, before: PersonFrame | None) -> PersonFrame:
    """Return the frame with what a list says once: 教师甲、乙 are teachers, 某站站长甲、农艺师乙 of the station."""
    if before is None or before.rule != "person.post":
        return frame
    between = text[before.person.end : frame.person.start]
    own = _OWN_BODY_BEHIND.match(text, frame.person.end) if text.startswith("（", before.person.end) else None
    if own and not (frame.titles or frame.organization) and before.organization and _LISTED.fullmatch(between):
        return replace(frame, organization=own.group(1))
    if frame.titles and frame.organization in _COMMITTEES and before.organization and _LISTS.fullmatch(between):
        title = frame.organization + frame.titles[0]
        return replace(frame, organization=before.organization, titles=[title, *frame.titles[1:]])
    if frame.organization is not None:
        return frame
    if not frame.titles and _SAME.search(between):
        return replace(frame, organization=before.organization)
    listed = _LISTED.fullmatch(between) or (frame.role == before.role == "author" and between.isspace())
    if not frame.titles and not before.titles and before.organization and listed:
        return replace(frame, organization=before.organization)  # 县建筑公司甲、乙
    if not before.titles:
        return frame
    title = fold_name(before.titles[-1])
    several = title_kind(title) == "profession" or title.startswith("副")
    if not frame.titles and several and _LISTED.fullmatch(between):
        role = "official" if frame.role == "other" and title_kind(title) == "official" else frame.role
        return replace(frame, titles=list(before.titles), organization=before.organization, role=role)
    if (
        frame.titles
        and before.organization
        and not _FREE.match(frame.titles[0])
        and not (heads_government(fold_name(frame.titles[0])) and not before.organization.endswith("政府"))
        and _LISTED.match(between)
        and fold_name(frame.titles[0]) == between[1:]
    ):
        return replace(frame, organization=before.organization)
    return frame


def _awarded_only(clean: CleanText, persons: Sequence[Mention], awards: Sequence[AwardFrame]) -> list[Mention]:
    """Return mentions of awarded persons whom no tagger found, where their honours name them."""
    known = {name_of(clean, person) for person in persons}
    found = []
    for frame in awards:
        if frame.recipient_type != "person" or frame.recipient in known:
            continue
        spaced = re.compile("[ 　]*".join(map(re.escape, frame.recipient)))
        match = spaced.search(clean.surface, frame.sentence.start, frame.sentence.end)
        if match:
            known.add(frame.recipient)
            found.append(Mention(match.start(), match.end(), "PERSON", "person.awarded", {}))
    return found


def _person(
    clean: CleanText, mentions: Sequence[Mention], person: Mention, block: Block, awarded: set[str], *, signed: bool
) -> PersonFrame:
    text = clean.text
    posts = posts_before(text, mentions, person) if block.kind == "byline" else find_posts(text, mentions, person)
    titles, organization = describe(text, clean.surface, posts)
    name = name_of(clean, person)
    kinds = {title_kind(text[post.start : post.end]) for post in posts.items}
    if name in awarded:
        role = "awardee"
    elif (
        signed
        or _WRITES.search(text, max(block.start, posts.start - 14), posts.start)
        or (block.kind == "byline" and (posts.items or not titles) and not OF_OTHERS.match(text, block.start))
    ):
        role = "author"
    elif _speaks(text, person, posts, block):
        role = "speaker"
    elif _won(text, mentions, person, posts):
        role = "awardee"
    elif "official" in kinds or (posts.items and _is_appointed(text, person, posts)):
        role = "official"
    else:
        role = "other"
    releases = _RELEASES.search(text, max(block.start, posts.start - 5), posts.start)
    if releases and role in ("author", "other"):
        role = "official" if releases[1] else "other"
    if role == "author" and ((titles and EDITORS.search(titles[-1][-2:])) or SHOT.match(text, person.end)):
        role = "other"
    return PersonFrame(
        person=person, name=name, organization=organization, titles=titles, role=role, rule="person.post"
    )


def _is_appointed(text: str, person: Mention, posts: Posts) -> bool:
    """Tell whether a body names the person to an office: 任命|甲|为…, 甲|为某法院审判员."""
    if _APPOINTS.search(text, max(0, person.start - 2), person.start):
        return True
    if posts.items[-1].organization and _COMRADE.match(text, person.end):
        return True
    return _BENCH.search(text[: posts.items[-1].end][-4:]) is not None and bool(_APPOINTED.match(text, person.end))


def _won(text: str, mentions: Sequence[Mention], person: Mention, posts: Posts) -> bool:
    """Tell whether the sentence goes on, behind the name and those listed with it, that they won something."""
    start = max(person.end, posts.end)
    stop = _STOP.search(text, start, person.end + 60)
    end = stop.start() if stop else min(len(text), person.end + 60)
    index = bisect_right(mentions, person.start, key=lambda mention: mention.start)
    for other in mentions[index:]:
        if other.start >= end:
            break
        if other.label == "PERSON" and "，" in text[start : other.start]:
            end = other.start
    won = _WON.search(text, person.end, end)
    if won is None or _OTHERS_WIN.search(text, person.end, won.start()):
        return False
    if won.group() == "当选":
        post = re.split("[，。；、]", text[won.end() : won.end() + 24])[0]
        return title_kind(post) != "official"
    between = text[person.end : won.start()]
    helper = posts.items and "）" in between.partition("（")[0]  # （指导教师：甲）获
    return not helper


def _speaks(text: str, person: Mention, posts: Posts, block: Block) -> bool:
    """Tell whether the text says that the person said something: by a verb, a quotation, or in a line of minutes."""
    told = _SPEAKS.match(text, person.end) or _QUOTED.match(text, person.end) or _follows_speech(text, person)
    spoken = _SPOKEN.search(text, max(0, posts.start - 3), posts.start)
    minuted = posts.items and _MINUTED.match(text, person.end)
    labels = _LABELLED.match(text, person.end) and _LINE_HEAD.fullmatch(text, block.start, person.start)
    headed = _HEADED.match(text, block.start) and _REPORTS.match(text, person.end, block.end)
    return bool(told or spoken or labels or headed or (minuted and _NUMBERED.fullmatch(text, block.start, posts.start)))


def _follows_speech(text: str, person: Mention) -> bool:
    """Tell whether only a verb of saying stands behind the name and a quotation before it: “…。”李岚笑着说."""
    lead = text[max(0, person.start - 30) : person.start]
    return (
        _SAID.search(lead) is not None
        and re.match(
            "[^，。；“”\n]{0,10}(?:[说道笑叹讲]|回忆|记得|感慨)[。，：]|[^，。；“”\n]{2,16}[对向跟]记者[说讲][。，：]",
            text[person.end :][:24],
        )
        is not None
    )


def describe(text: str, surface: str, posts: Posts) -> tuple[list[str], str | None]:
    """Return the titles and the organization as the text writes them.

    A single organization is left out of its titles (院长); of several, each title keeps its own
    (区人大常委会副主任, 区总工会主席), and the person belongs to the last.
    """
    owners = {post.organization for post in posts.items if post.organization}
    later = [text[post.start : post.end] for post in posts.items[1:]]
    spread = len(owners) > 1 or any(
        (heads_government(title) and len(title) < 6) or _OWN_BODY.match(title) for title in later
    )
    titles = []
    seen: set[Extent] = set()
    for post in posts.items:
        start, owner = post.start, post.organization
        if spread and owner and owner not in seen and start <= owner[1] < post.end:  # 县民政局|长: see ``bureau_heads``
            start = owner[0]
            seen.add(owner)
        if _CROWD.search(text[post.start : post.end]):
            continue
        title = "".join(surface[start : post.end].split())
        title = _TERM.sub("", title)
        title = SHOWN.sub("", title) if SHOWN.match(title) else title
        titles.append(_WOMAN.sub("", title))
    last = standing_body(text, employing(text, posts.items)) or posts.organization
    if any(_VILLAGER.search(text[post.start : post.end]) for post in posts.items):
        last = None
    unit = surface[slice(*posts.unit)] if posts.unit else ""
    return titles, "".join((surface[slice(*last)] + unit).split()) if last else None
