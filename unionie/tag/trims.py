"""Names at their own edges: 给|甲乙丙, 甲乙|分列二、三名 and ——记|某救护队 cut, 令狐|平 made whole.

Enters: a mention that the tagger found. Leaves: the same at its own edges, or None where a PERSON names a time or an
ORG counts something. Next: ``join``.
"""

from __future__ import annotations

import re

from unionie.frames import Mention
from unionie.tag.lexicon import name_parts
from unionie.tag.names import BEHIND_FAMILIAR

# Who somebody is to another, before the name: 孙女|汪晨. How no name ends that no surname opens: 宣传处, 抽屉里.
_KIN = re.compile("(?:孙[女子]|女儿|儿[子媳]|妻子|丈夫|[父母]亲|[弟妹哥姐]{2})(?=[一-鿿]{2,3}$)")
_PLACES = ("处", "段", "里")
_TIMES = frozenset(
    {"时隔", "次年", "同年", "翌年", "当年", "年初", "年底", "全年", "周年", *(f"周{day}" for day in "一二三四五六日")}
)
_HEAD, _PHRASE, _SHORTEST = 120, 4, 2  # characters
_COUPLET = re.compile("[ \u3000]*([一-鿿]{4})[ \u3000]+([一-鿿]{4})[ \u3000]*(?=\n|$)")
_TOWNSHIP = re.compile("[一-鿿]{2}[乡县]")  # no given name ends so
# How somebody is called by the surname, which names nobody: 刘大姐, 老陈.
_CALLED = re.compile("[老小][一-鿿]")
# No names: 来自|勐满; 赖副|总统; 电工小秦|因母亲住院, which names nobody; 司马师|傅; 林海|深处.
_COMES = re.compile("(?:来自|前往|位于|走进|赶赴|奔赴)[一-鿿]")
_CALLED_BEFORE = re.compile("(?<=[老小])[一-鿿][因在被为将向对把给于从](?![（、，。：])")
_NOBODY = re.compile("(?<=副)(?:总|[市县区州]长)|(?<=师)傅|深处")
_UNIT = re.compile("[一-鿿]{2}[科庭]")  # 控申科
_PLACE_BEHIND = re.compile("断面|水源地|河段|海域|码头|渡口|岔口")  # where the water is measured: 杨柳洲|断面
# A verb before the name; the end of a unit's name, which other words of it stand before.
_BEFORE = re.compile(
    "[给让](?=[一-鿿]{2})|(?<=[队组学演成]员)[为有](?=[一-鿿]{2})|(?<=[一-鿿])[科室队组处所站庭](?=[一-鿿]{2})"
)
_TOLD_OF = re.compile("(?<=[—–-])[记访](?=[一-鿿]{3})")  # of whom a feature tells, under its headline
_CENTRE = re.compile("市(?=中心城区|主城区|城区)")  # 甲阳|市中心城区
_REGION = re.compile("(?:省|市)?(?:经济圈|都市圈|城市群|都市区|经济带|经济走廊)")  # 甲阳|都市圈: one name
_DOCTRINE = re.compile(  # 某某|思想: what a teaching is named after
    "(?:[一-鿿]{2})?主义|(?:新时代[一-鿿]{4,12})?(?:思想|理论)(?=[、，。；：”和与为的]|指[引导]|武装|$)"
)
_POWER = re.compile("太阳能")  # is no place
_GIVES = re.compile("(?<=政府)(?:奖励|授予|表彰|命名)")  # and whom: 县政府|奖励二中队
# When somebody held a post in the body: |首任|女工委主任甲.
_FIRST = re.compile("(?:(?:首|现|历|原|时)任|听取|带动|牵线|争取|邀请|会同|但超(?=集团|公司))(?=[一-鿿]{2})")
# Before a name that it is no part of: 当中|商学院, 先进班组|白石口供电所.
_LED = re.compile(
    "(?:[当其]中|[0-9]{2,4}年度?|尤其是|[一-鿿]{0,6}(?:先进|模范|优秀)(?:班组|集体|单位|车间|团队))(?=[一-鿿]{3})"
)
# What a headline says of a body: 某院儿科|先进事迹.
_ABOUT = re.compile(
    "(?<=[一-鿿]{3})(?:(?:先进|模范|主要|典型)?(?:集体)?(?:事迹|经验)(?:材料|介绍)?|简介|纪实|掠影|侧记|(?<=班列|通道|航线)(?:通达|辐射|开行))$"
)
_CHAIR = re.compile("(?<=协)会长$")  # 市律协|会长, not 市律协会
# What no body is called: how many there are of something, what it is measured by.
_NO_BODY = re.compile(
    "[0-9][条个家名户座件批]|[0-9]{4}年|(?:考核|考评|测评|评比|排名|学历|(?:务工|打工|返乡|待业)(?:青年|人员))$"
)
# No names, but kinds of things or what is done: 全国重点实验室|45家, 专精特新|企业, 平安某地建设|考评.
_KIND = re.compile(
    "(?:(?:全国|国家级?|省级?|市级?)?重点实验室|专精特新|(?:通用|运输|民用)机场|(?:平安|法治|美丽|健康|数字|清廉)[一-鿿]{2}建设"
    "|(?:高质量|高标准|高水平)[一-鿿]*)"
)
# What is no post of anybody's, though it stands where posts do: 甲|同志.
_NO_POST = re.compile("同志们?")
# What a body does, taken for the middle of its name: 甲医院|签订联盟协议; and the end of a name before it.
_DOES = re.compile("(?<=[院局厅校学司厂会所站社馆队行])(?:签订|签署|内设|下设|下辖|召开|举办|举行|选送)")
# A session of what is held by ordinals, which no body is: 第五届|某地脊柱外科国际论坛.
_SESSION = re.compile("第[一二三四五六七八九十百0-9]{1,3}[届屆]$")
_HELD = re.compile("(?:论坛|研讨会|博览会|交易会|运动会|艺术节|文化节|邀请赛|锦标赛|公开赛|[大联竞比]赛)$")
# Markets among countries: 对|东盟|出口, 对|欧盟、东盟|分别增长.
_BLOC = re.compile(
    "(?<=[对向、和与])(?:欧盟|东盟)(?=(?:[、和与]|[0-9]{1,2}国)?[一-鿿“”]{0,12}?(?:出口|进口|贸易|增长|下降|分别|订单))"
)
# A place at which something is done: 到|甲川|投资兴业.
_DONE_AT = re.compile(
    "(?<=[在到於于赴])[一-鿿]{2,3}?(?=(?:投资兴业|增[设設]|[设設][置立]|新建|兴办|创办|办|读[大中小高]|打工|务工))"
)
_DEPARTMENTS = re.compile("(?<=部)门")  # 人社|部门: departments of that kind, no ministry
_GRADE = re.compile("(?<=部)颁(?![发布授给证奖])")  # 米质达部|颁二级
_NO_PERSON = re.compile("何梁|何利|(?:嘉许|嘉奖|奖|感谢)[状令信]")
# A firm, and those in it whose work a headline tells of: 某矿业集团|女职工家属协管安全工作纪实.
_FIRM = re.compile("[一-鿿]{2,}?(?:集团|公司)(?=[一-鿿]{2,8}(?<![会部室站队心局院校厂所组科处司团])$)")
_WORK = re.compile("[一-鿿]{0,4}(?:工作)?纪实")
_STATION = re.compile("(?:户外劳动者|爱心|服务)*驿站")
_WIRED = re.compile("报[导道][）】〕］]")  # （记者甲/乙城|报导）
_OPEN = re.compile("[（(][^（()）]*$")  # 青鹭公司|（本公司持股…
_HAN = re.compile("[一-鿿]")
_BEHIND = re.compile(
    "(?<=[一-鿿]{2})(?:作(?=(?:表态|交流|典型|大会|专题)?(?:发言|报告|讲话|介绍|汇报))|乐(?=呵呵|滋滋|开了花)|[谦謙](?=[称稱])"
    "|率(?=[0-9领队]|[一-鿿]{0,6}?[队组团员工人众])"
    "|拟(?=提名|任命?|作为)|为(?=(?:兼职|专职|常务)?副?(?:主席|主任|会长|书记|委员|秘书长|理事长|组长|院长|局长|董事|监事))"
    "|[分均各](?=[获列别记夺])|斩(?=[获獲])|双(?=双)|户(?=[被获荣])|(?<=[一-鿿]{3})[文图](?=[/／:：])|手(?=[捧持握拿提拎执])|[摄攝](?=[）)\\s]|$))"
)
# What names somebody as something: 推选|林晓|为“江州工匠”.
_NAMES_AS = re.compile("(?:推选|评选|命名|选树|追认|认定|表彰|推荐|聘请|聘任|选举)[一-鿿]{2,4}?为(?=[“全省市区县国首])")
# No honours but work to do and what is believed in: 高质量发展示范区建设, 某思想科学指引.
_NO_HONOUR = re.compile("(?:建设|(?:思想|精神|理论)(?:的?(?:科学|正确)?(?:指引|指导|引领)))$")
# The last character of a name with a dot, left out before a bracket or a comma: 买合木提·阿布|都（….
_DOTTED = re.compile("[一-鿿]{2,}·[一-鿿]{2,}")
# The rest of such a name before the honour that it is given: 汉斯·|韦伯|省国际科技合作奖.
_DOTTED_BEFORE = re.compile("[一-鿿]{2}·$")
_SURNAME = re.compile("[一-鿿]{1,4}?(?=[省市县区州](?!·)|全[国省市]|国家|“|[，、。（]|荣?获|被)")
_REST = re.compile("[一-鿿](?=[（、，。])(?<![获说称等和与的是任系为兼及其他她])")


def trim(text: str, mention: Mention) -> Mention | None:
    """Return a mention of ``text`` without the words beside the name, or None where it is none."""
    if mention.label == "PERSON":
        return _trim_person(text, mention)
    if mention.label == "AWARD" and _NO_HONOUR.search(text, mention.start, mention.end):
        return None
    if mention.label == "AWARD" and _DOTTED_BEFORE.search(text, max(0, mention.start - 3), mention.start):
        surname = _SURNAME.match(text, mention.start, mention.end)
        return mention._replace(start=surname.end(), attrs={}) if surname else mention
    if mention.label == "TITLE" and _NO_POST.fullmatch(text, mention.start, mention.end):
        return None
    if mention.label not in ("ORG", "LOC"):
        return mention
    if mention.label == "ORG" and _HELD.search(text, mention.start, mention.end):
        session = _SESSION.search(text, max(0, mention.start - 6), mention.start)
        if session:
            return mention._replace(start=session.start(), label="EVENT", attrs={})
    if _KIND.fullmatch(text, mention.start, mention.end) or _is_station(text, mention):
        return None
    firm = _FIRM.match(text[mention.start : mention.end]) if _WORK.match(text, mention.end) else None
    if firm and mention.label == "ORG":
        return mention._replace(end=mention.start + firm.end())
    if mention.label == "ORG" and (
        _NO_BODY.search(text, mention.start, mention.end)
        or _DEPARTMENTS.match(text, mention.end)
        or _GRADE.match(text, mention.end)
    ):
        return None
    if mention.label == "ORG" and _BLOC.match(text, mention.start):
        return mention._replace(label="LOC", attrs={})
    done = _DONE_AT.match(text, mention.start) if mention.label == "ORG" else None
    if done and done.end() < mention.end:
        return mention._replace(end=done.end(), label="LOC", attrs={})
    if mention.label == "LOC" and _POWER.match(text, mention.start):
        return None
    if mention.label == "LOC" and _CENTRE.match(text, mention.end):
        return mention._replace(end=mention.end + 1)
    if mention.label == "LOC" and (region := _REGION.match(text, mention.end)):
        return mention._replace(end=region.end())
    does = _DOES.search(text, mention.start + _SHORTEST, mention.end) if mention.label == "ORG" else None
    if does:
        return mention._replace(end=does.start())
    told = _TOLD_OF.match(text, mention.start)
    told = told or _FIRST.match(text, mention.start)
    told = told or (_LED.match(text, mention.start, mention.end) if mention.label == "ORG" else None)
    gives = _GIVES.search(text, mention.start, mention.end) or _CHAIR.search(text, mention.start, mention.end + 1)
    if mention.label == "ORG":
        gives = gives or _ABOUT.search(text, mention.start, mention.end)
        gives = gives or _OPEN.search(text, mention.start + _SHORTEST, mention.end)
    return mention._replace(start=told.end() if told else mention.start, end=gives.start() if gives else mention.end)


def _is_phrase(text: str, mention: Mention) -> bool:
    """Tell whether four characters are one half of a headline of two phrases: 铸剑扬威　检徽闪光."""
    name = text[mention.start : mention.end]
    if mention.start > _HEAD or len(name) != _PHRASE or name[:2] in name_parts().compounds:
        return False
    line = text.rfind("\n", 0, mention.start) + 1
    halves = _COUPLET.match(text, line)
    return halves is not None and mention[:2] in (halves.span(1), halves.span(2))


def _is_station(text: str, mention: Mention) -> bool:
    """Tell whether a name is that of a place which a union keeps: 宁海路工会|驿站."""
    return _STATION.match(text, mention.end) is not None and text[mention.start : mention.end].endswith("路工会")


def _trim_person(text: str, mention: Mention) -> Mention | None:
    kin = _KIN.match(text, mention.start, mention.end)
    if kin:
        return _trim_person(text, mention._replace(start=kin.end(), attrs={}))
    name = text[mention.start : mention.end]
    if name[-1] == "”" and "“" not in name:
        return None  # 12路“|雷锋线”|
    familiar = text[mention.start - 1 : mention.start] in ("小", "老") and name[1:] in BEHIND_FAMILIAR
    if familiar or _NO_PERSON.fullmatch(name):
        return None
    place = name[0] not in name_parts().surnames and (_UNIT.fullmatch(name) or name[-1] in _PLACES)
    if _COMES.match(name) or _CALLED_BEFORE.fullmatch(text, mention.start, mention.end):
        return None
    if _NOBODY.match(text, mention.end):
        return None
    if name in _TIMES or len(name) == 1 or _CALLED.fullmatch(name) or name[1:] in name_parts().address or place:
        return None
    if _is_phrase(text, mention) or _DOCTRINE.match(text, mention.end):
        return None
    wired = _WIRED.match(text, mention.end) and text[mention.start - 1 : mention.start] in ("/", "／")
    if wired or _PLACE_BEHIND.match(text, mention.end) or _TOWNSHIP.fullmatch(name):
        return mention._replace(label="LOC", attrs={})
    if name in name_parts().compounds and _HAN.match(text, mention.end):
        return mention._replace(end=mention.end + 1, attrs={})
    before = _BEFORE.match(text, mention.start)
    start = before.end() if before and mention.end - before.end() > 1 else mention.start
    surname = _SURNAME.match(text, mention.end) if name[-1] == "·" else None
    if surname:
        return mention._replace(end=surname.end(), attrs={})
    dotted = _DOTTED.fullmatch(name) and _REST.match(text, mention.end)
    if dotted:
        return mention._replace(end=mention.end + 1, attrs={})
    behind = _BEHIND.match(text, mention.end - 1)
    if text[mention.end - 1] == "为":
        named = _NAMES_AS.match(text, max(0, mention.start - 2))
        behind = behind or (named if named and named.end() == mention.end else None)
    end = mention.end - 1 if behind and mention.end - 1 - start > 1 else mention.end
    return mention if (start, end) == (mention.start, mention.end) else mention._replace(start=start, end=end, attrs={})
