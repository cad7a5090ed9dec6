"""Honours in running text that no mention covers, told by the verb before them and the form of their names.

Enters: clean text. Leaves: the stretches of names such as 优秀审计项目二等奖 behind 评为, “嘉许状” behind 颁发, or
国家农民合作社示范社 behind 被评为: what an award verb governs, item by item of its list. Next: ``names`` adds
those that no mention touches, and makes mentions whole that leave out a part of such a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from unionie.link.honours.headings import PLACING, names_contest, names_honour, praises
from unionie.rules import load_table

# Verbs that govern an honour whatever its name, and those that govern other things too.
_NAMING = (
    "荣获(?![评授颁选])|获评为?|(?:被|获)?评选?为|评上|荣膺|荣评为?|获选为?|(?:被|获)?(?:命名|认定|表彰|选树|评定|确定)为"
    "|被(?:追)?授予?|获(?:追)?授予?|蝉联"
)
_TAKING = (
    "获得|分获|获颁|喜获|斩获|摘得|夺得|捧回|捧得|领回|拿下|取得|又获|再获|连获|当选为?|晋级|晋升为"
    "|(?<![荣喜斩查分又再连拿])获(?![得评颁选悉取授批准救赠奖])"
)
# One of their characters begins a match: asked first, that spares most places of a text all the alternatives.
_OPENING = f"(?=[{''.join(sorted(set(re.findall('[一-鿿]', f'{_NAMING}{_TAKING}授予'))))}])"
_VERB = re.compile(f"{_OPENING}(?:(?P<naming>{_NAMING})|{_TAKING})了?(?:[0-9]{{2,4}}(?:[—~-][0-9]{{2,4}})?学?年度?)?")
_STOP = re.compile("[，。；：！？—\n\t]|并(?=[荣获被当])|[之以]后|后(?=，)|之前|期间|$")
_JOINT = re.compile("、|和(?!谐|工匠)|及(?!时)|以及|与|暨|(?<=”)(?=(?:全[国省市区县州旗盟]|[省市区县州])?“)")
_BEHIND = re.compile(
    "(?:等?[一二两三四五六七八九十多0-9]+[余多]?[项个]|(?<![特一二三四])等)?(?:国家级|省级|市级)?(?:光荣|国家荣誉|荣誉)?"
    "(?:称号|荣誉|殊荣|(?<=等)(?<![特一二三四]等)(?:大奖|奖项|奖)|的?(?:证书|奖牌|牌匾)|(?<=[”奖])的?(?:奖杯|锦旗))?(?:（[^（）\\n]{0,24}）)?$"
)
_PLACED = re.compile(
    f"{_OPENING}(?:{_NAMING}|{_TAKING}|授予)(?:[0-9]{{2,4}}年度?)?"
    f"([^，。；：、！？（）\\t\\n 　“”的了被在与和及获得评]{{3,26}}?)({PLACING})(?=[，。；、）（和\\n]|$)"
)
_PLACED_END = re.compile("(?:项目|作品|案例|成果|论文|征文|课题|奖|节目|产品|设计|方案|科技进步|技术发明|自然科学)$")
_CERTIFICATE = re.compile("(?:颁[发授赠]|获颁?|荣获|授予)“([^“”\n]{2,8}[状令])”")
_COMMENDED = re.compile(
    "(?:给予[^，。；]{2,40}?|受到[^，。；]{0,12}?|记(?=[个集嘉]))((?:个人|集体)嘉奖|(?<!予)嘉奖)"
    "(?=[，。；、]|[一二两三四五1-5]次|$)"
)
_GRANTED = re.compile(
    f"(?:荣获|获)[一-鿿]{{2,14}}[部局厅委会府院办署处盟](?:颁[发赠]?|授予|评为)?“([^“”\n，。]{{4,24}})”(?={PLACING}|特优|优等|[，。；、]|称号|$)"
)
_GIVER = re.compile(
    "(?:[^“”、，。；\\n]{2,20}?(?:颁[发授赠]|授予|评定|评为|命名|[表选评][扬彰为选]为?)的?|[^“”、，。；\\n]{2,16}[部局厅委会府院办署处盟社联](?=“)|(?:第[一二三四五六七八九十0-9]+|首)[届批](?=“|全国|[一-鿿]{2,3}(?:省|市|县|区)))"
)
# 琅西青年五四奖章获得者：…, 国际合作奖授予…; and the quoted name behind those to whom it is given.
_HELD = re.compile("获得者：|(?<=奖)(?:授予|颁给|颁予)")
_HOLDER = re.compile("“([^“”\n，。]{3,16})”(?:荣誉)?(?:称号|奖)?(?:获得者|得主|荣获者)")
_ROLL = re.compile("“([^“”\n，。]{3,16})”(?:称号)?(?:获得者|获奖者|当选者)?(?:名单|名录)(?=：|公布|揭晓|出炉|如下)")
# One whose winners are made known: “清源工匠”也在会上揭晓, 某某文学奖日前揭晓.
_KNOWN = re.compile(
    "“([^“”\n，。]{3,16})”(?:称号)?[^，。；“”\n]{0,8}(?:揭晓|出炉)"
    "|(?<![一-鿿])(?:[12][0-9]{3}年度?|第[一二三四五六七八九十0-9]+届|首届)?([一-鿿]{3,16}奖)(?:评选)?(?:结果|名单)?"
    "(?:日前|近日|昨[天日晚]|今[天日]|正式|在[^，。；\n]{1,8})?(?:揭晓|出炉)"
)
# The same in marks, and one that somebody takes: “甲奖”颁给了…, 乙奖由…夺得.
_HANDED = re.compile("“([^“”\n，。]{3,16})”(?:奖|称号|荣誉)?(?:授予|授给|颁给|颁予|颁发给)")
_TAKEN_BY = re.compile("(?<![一-鿿0-9])([一-鿿]{2,14}奖)(?=由[^，。；\n]{2,24}?(?:[获夺摘捧]得|斩获))")
_BEFORE_HELD = re.compile(
    "(?:(?:第[一二三四五六七八九十0-9]+|首)届)?(?:[12][0-9]{3}年度?)?([^，。；：、！？（）—\\s“”的了届在为是与和及将把]{4,24}?)$"
)
_CONFERRED = re.compile(
    "(?:授予|追授|颁授|评选)[^。；“”\\n]{2,80}(?<![的为获以])“([^“”\\n，。]{3,24})”(?=(?:荣誉|光荣)?称号|[，。；]|$)"
)
# What several bodies or persons are named: 命名下列学校为岚溪县“书香校园”.
_NAMED = re.compile(
    "(?:命名|认定|确定|评定)[^。；“”\\n]{2,80}?(?:单位|集体|学校|企业|家庭|机关|班组|个人|同志|社区|[0-9一二两三四五六七八九十][个名家所户])"
    "[^，。；“”\\n]{0,6}为[^，。；“”\\n]{0,16}“([^“”\\n，。]{3,24})”"
)
_NAMED_AS = re.compile(
    "(?:命名|认定|确定|评定|评选|推选|选树)(?!为)[^，。；：“”\\n]{2,60}为[^，。；：“”\\n]{0,16}“([^“”\\n，。]{3,24})”"
)
# An honour that its clause is about, with the list of those who hold it: 先进村是东岭村、白果村.
_LISTED = re.compile(
    "(?:^|(?<=[，。；：\n　]))[“]?([一-鿿]{3,16}?)[”]?(?:称号)?(?:获得者)?(?:分别|依次)?"
    "(?:[是为](?![指由以对在了])|有(?![关意着]))"
    "(?=[一-鿿·“]{2,20}(?:（[^（）\n]{1,20}）)?、[^，。；]{2,})"
)
# What a clause says bodies to be in a year: 检验科、儿科|为2019年度先进科室.
_OF_YEAR = re.compile("为(?<=[一-鿿）”]为)[12][0-9]{3}年度?(?:的)?([一-鿿]{3,12})(?=[，。；、（]|称号|$)")
# A quoted honour with the count of those whom a body chooses for it: 评选“清源工匠”10名.
_CHOSEN = re.compile(
    "(?:自评|评选?出?|选树|选出|表彰|产生|推出|命名)了?“([^“”\n，。]{3,16})”[0-9一二两三四五六七八九十百]{1,4}[名个位家户]"
)
# What such verbs govern that is no honour, and posts that one is elected to.
_NO_HONOUR = re.compile(
    "奖励|奖学金|补助|资金|资格|获得者$|评价$|支持$|基金$|项目建设|等次|等级|成绩|名额|支持|立项|批复|订单|金额|批准|肯定|好评|关注|通过|认可|授权|专利|融资|贷款|职称|称号的|工伤"
    "|第[一二三四五六七八九十0-9]+(?:名|位)?$|[0-9]"
    "|多[个项名]|一批|若干|优秀$|良好$|荣誉$|表彰$|佳绩|殊荣$|冠军|金牌|机遇|启示|丰收|突破|进展|收益|效益|胜利|成果转化|[那当]天$"
)
_POST = re.compile(
    "(?:代表|委员|主席|书记|主任|常委|会长|理事|院士|[部省市县区乡镇村校院]长|秘书长|董事|监事|首席|教授|队长|选手)$"
)
_LEVEL = (
    "全[国省市区县州旗盟军校院]|国家级?|中国|中华|自治区级?|[省市区县州旗盟]级?(?!人)|地区级?|兵团|[校厂院局]级|[校院](?=[十优先三最模文])|集团公司"
    "|[一-鿿]{0,4}公司(?=[一-鿿]{3})"
)

_QUOTED_NAME = re.compile("“[^“”]{3,16}”$")
_LONGEST = 60
_LONG_ENOUGH = 6  # characters behind the level of a name that only holds praise: 县|食品安全示范食堂
_NO_OBJECT = frozenset("，。；：、！？的了得过着获荣被） ")


class Found(NamedTuple):
    """The stretch of an honour, and the placing that ends it."""

    start: int
    end: int
    rank: str | None


@cache
def _leads() -> re.Pattern[str]:
    """Return what opens an honour that says at which level it is given: 全省, 国家级, 陕西, 沪渎区, 第三届."""
    short = next(row["words"].split() for row in load_table("places") if row["id"] == "short")
    return re.compile(
        f"[“]?(?:第[一二三四五六七八九十0-9]+届|首届)?[“]?(?:{_LEVEL}|{'|'.join(short)}|[一-鿿]{{2,7}}?(?:省|自治区|自治州|市|县|区|州|盟|旗|镇|乡)(?![委局长]))"
    )


def find_honours(text: str) -> Iterator[Found]:
    """Yield the honours that stand behind a verb of giving or go on its list, and those that name their holders."""
    for held in _HELD.finditer(text):
        match = _BEFORE_HELD.search(text, max(0, held.start() - 30), held.start())
        if match and names_honour(match.group(1)):
            yield Found(*match.span(1), None)
    for pattern in (_HANDED, _TAKEN_BY) if "授" in text or "颁" in text or "奖由" in text else ():
        for match in pattern.finditer(text):
            if names_honour(match.group(1)):
                yield Found(*match.span(1), None)
    for match in _HOLDER.finditer(text):
        yield Found(*match.span(1), None)
    for match in _KNOWN.finditer(text) if "揭晓" in text or "出炉" in text else ():
        if names_honour(match.group(match.lastindex or 1)):
            yield Found(*match.span(match.lastindex or 1), None)
    for match in _NAMED.finditer(text):
        yield Found(*match.span(1), None)
    for match in _NAMED_AS.finditer(text):
        if names_honour(match.group(1)) or praises(match.group(1)):
            yield Found(*match.span(1), None)
    for match in _CONFERRED.finditer(text):
        if text[match.start(1) - 2] != "奖" and not _NO_HONOUR.search(match.group(1)):
            yield Found(*match.span(1), None)
    for match in _PLACED.finditer(text):
        name = match.group(1)
        if names_contest(name) or _PLACED_END.search(name):
            yield Found(match.start(1), match.end(2), match.group(2))
    for pattern in (_LISTED, _CHOSEN, _ROLL, _OF_YEAR):
        for match in pattern.finditer(text):
            if names_honour(match.group(1)):
                yield Found(*match.span(1), None)
    for pattern in (_CERTIFICATE, _COMMENDED, _GRANTED):
        for match in pattern.finditer(text):
            if not _NO_HONOUR.search(match.group(1)):
                yield Found(*match.span(1), None)
    for match in _VERB.finditer(text):
        yield from _governed(text, match.end(), naming=match.group("naming") is not None)


def _governed(text: str, start: int, *, naming: bool) -> Iterator[Found]:
    """Yield the honours of the list that begins at ``start``, up to the first item that is something else."""
    if text[start : start + 1] in _NO_OBJECT:
        return
    stop = _STOP.search(text, start, start + 120)
    end = stop.start() if stop else min(len(text), start + 120)
    closed = text.find("）", start, end)
    end = closed if closed >= 0 and text.find("（", start, closed) < 0 else end  # 甲（被评为乙）、丙（…）
    naming = naming and text[end : end + 1] != "\n"  # a broken line may break a name
    closing = _BEHIND.search(text, start, end)
    called = closing is not None and closing.group().endswith("称号")
    for first, last in _whole_items(text, start, end):
        if last - first > _LONGEST:
            return
        behind = _BEHIND.search(text, first, last)
        begin, finish = _without_giver(text, first, last), behind.start() if behind else last
        if begin >= finish:
            return
        if text[begin] == "“" and text[finish - 1] == "”" and text.count("“", begin, finish) == 1:
            begin, finish = begin + 1, finish - 1
        name = _QUOTED_NAME.search(text, begin, finish)
        levelled = name is not None and _leads().fullmatch(text, begin, name.start()) is not None
        quoted = levelled or (text[begin - 1 : begin] == "“" and praises(text[begin:finish]))
        if not (quoted or _is_honour(text[begin:finish], naming=naming or called)):
            return
        yield Found(begin, finish, None)
        naming = True


def _without_giver(text: str, start: int, end: int) -> int:
    """Return where the honour begins behind the words for its giver or its session: 省妇联“…”, 第三届“…”."""
    giver = _GIVER.match(text, start, end)
    return giver.end() if giver else start


def _whole_items(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the items of a list; two are one that only together name an honour: 某基金科学|与|技术进步奖."""
    items: list[tuple[int, int]] = []
    for first, last in _items(text, start, end):
        before = items[-1] if items else None
        if before and text[before[1] : first] == "与" and not _is_honour(text[slice(*before)], naming=True):
            items[-1] = before[0], last
        else:
            items.append((first, last))
    return items


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches between the marks of a list that stand outside quotation marks and brackets."""
    position = start
    for match in _JOINT.finditer(text, start, end):
        inside = text[position : match.start()]
        if inside.count("“") == inside.count("”") and inside.count("（") == inside.count("）"):
            if inside:
                yield position, match.start()
            position = match.end()
        elif inside.count("“") > inside.count("”") + 1:
            return
    if position < end:
        yield position, end


def _is_honour(name: str, *, naming: bool) -> bool:
    """Tell whether a verb's object is an honour: by its end, or behind a verb of naming by its level."""
    bare = name.replace("“", "").replace("”", "")
    if not 4 <= len(bare) <= 32 or name.count("“") != name.count("”") or _NO_HONOUR.search(bare):
        return False
    if _POST.search(bare) and not praises(bare):
        return False
    if re.search("[的了在被]|以及|[获评]为", bare):
        return False
    level = _leads().match(name)
    if naming and level and len(bare) - len(level.group()) >= 2:
        return True
    praised = level is not None and praises(bare) and len(bare) - len(level.group()) >= _LONG_ENOUGH
    return praised or names_honour(bare)
