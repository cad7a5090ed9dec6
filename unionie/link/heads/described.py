"""Where bodies begin that words before them describe: 张小北创办的|青禾合作社, 山脚的|凤栖古镇, 种粮大户|甲.

Enters: the text and its mentions. Leaves: offsets. Next: ``clauses`` makes heads of what begins there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from unionie.dictionary import plain_jieba
from unionie.frames import Mention

# What tells of a body before its name: 张小北（女）创办的|青禾合作社, 他所在的|装配车间, 全资子公司|青禾服饰公司.
_WHOSE = re.compile(r"(?!是)(?:（[^（）\n]{1,12}）)?[一-鿿]{1,3}?(?:名字命名)?的")
_APPOSED = re.compile(
    r"[，；。：！？”\n](?:[而但]|而?其?[一-鿿]{0,4}(?:企业|公司|单位|方|(?<![手通])行|对手)|(?:[我本][一-鿿])?(?:所[属辖]|下[属辖]|直属)|[旗辖]下)"
)
_TIED = re.compile(
    "[，；。：！？\\s](?![从向为给到把将被与和由往赴替]|对(?!口))(?:[^，。；：、！？\\s0-9]{0,14}?"
    "(?:帮扶|结对|挂钩|包联|援建|对口支援|牵头|领办|领衔|依托|挂靠|隶属|创办|派驻|入驻|直属|下辖|托管|[共合]建|[合联开]办|所在|管内|[境辖]内|[旗属]下|下属|所[属辖])的(?!医[共联]体[^，。；0-9]{0,2}[有辖])"
    "|[^，。；：、！？\\s0-9]{0,4}?最[高低大小远近多少快慢早晚]的"
    "|(?:设[在于]|位于|坐落[在于]|地处|[建开藏]在)[^，。；：、！？\\s0-9]{1,16}的)"
    "|[，；。：！？\\s]由[^，。；：！？\\s0-9]{2,24}?(?:[合联主承]办|共建)的"
)
# What of a body stands before its name: 同城的对手|汇川纸业, 隔壁的|榆岭西站, 内河航运企业|顺源船务.
_DESCRIBES = re.compile(
    "(?:^|[，；：。！？”“\\n\\s])(?:而|但|另|还有|倒是)?"
    "(?P<which>(?![在向为给对到从据由与和将把被于替跟因经随是有含占包涉以当让使请叫]|同(?![在处属])|支援|帮助|走访|慰问|帮扶|资助|支持|服务|覆盖|组织|开展|建设|推进)"
    "[^，；：。！？”“\\n\\s0-9、]{1,14}?(?:的(?:对手|邻居|老对手|兄弟单位)?|企业|老字号|邻居))\\Z"
)
_DESCRIBED = 24  # characters
# Nobody but a person is said to be of an age or to come from somewhere: 58岁的司机|甲, 来自云南的|乙.
_AGED = re.compile(
    r"(?:^|[，；：。！？”“\n\s])(?:其中|还有|而|今年|现年)?(?:[0-9]{1,3}[多余]?岁|来自[^，；：。！？”“\n\s0-9、的]{1,12})的"
    r"[^，；：。！？”“\n\s0-9、的]{0,10}\Z"
)
# Who, before a name, somebody is that does things of his own: 返乡青年|甲, 司机|乙; whoever leads acts for the body.
_WHO = re.compile(
    r"(?:^|[，；：。！？”“\n\s])(?:其中|还有|而)?"
    r"(?!授予|表彰|评选|选举|选派|推荐|慰问|看望|资助|帮助|奖励|任命|聘|邀|组织|记者|通讯员|[由被将把给向对为和与同经])"
    r"(?:[在来自][^，；：。！？”“\n\s0-9、的]{1,8}的)?[^，；：。！？”“\n\s0-9、的]{0,8}"
    r"(?:[民农工户生师亲贤胞娘妇嫂妻媳匠徒]|(?<![委官专导])员|(?<![记笔作])者|师傅|老板|[店业车货]主|[粮果菜茶药]商|青年|老人|[选骑水歌舵]手|护[士工]|小哥|司机|传承人|博士|[妻儿]子|女儿|丈夫|[母父]亲)\Z"
)
_ALONE = ("个人", "一人", "一个人", "独自")
_ACTS = re.compile("(?P<comma>，)?[ 　]*(?![的和与及、等（0-9”，])")
_LOOK_AHEAD = 6  # characters
_NO_ACT = frozenset(["为", "是", "等", "及", "与", "和", "对", "向", "给", "同"])
_OF_IT = re.compile("这一|该|其(?![中他余实间])")  # 同在江边的|乙市，这一比例为55%
_BODIES = frozenset(["ORG", "LOC"])
_THEIRS = re.compile(r"[他她](?<![其吉].)[俩们]?(?:[一-鿿]{1,3}|名字命名)的")


def find_described(text: str, mentions: Sequence[Mention]) -> list[int]:
    """Return where bodies begin of which the words before tell: 张小北创办的|青禾合作社, 县总帮扶的|石门村."""
    theirs = (m for person in mentions if person.label == "PERSON" and (m := _WHOSE.match(text, person.end)))
    tied = _TIED.finditer(text)
    told = [match.end() for match in (*theirs, *_THEIRS.finditer(text), *_APPOSED.finditer(text), *tied)]
    told += [person.start for person in mentions if person.label == "PERSON" and _acts_alone(text, person)]
    bodies = [mention for mention in mentions if mention.label in _BODIES]
    return told + [body.start for body in bodies if _is_described(text, body) or _is_listed(text, body)]


def _acts_alone(text: str, person: Mention) -> bool:
    """Return whether what stands before a name says who somebody is, and no office: 种粮大户|甲流转了300亩."""
    if _WHOSE.match(text, person.end):
        return False  # 返乡青年甲创办的|合作社
    alone = text.startswith(_ALONE, person.end)
    begin = max(0, person.start - _DESCRIBED)
    return alone or any(told.search(text, begin, person.start) for told in (_WHO, _AGED))


def _is_listed(text: str, body: Mention) -> bool:
    """Return whether a bracket behind a name tells of it as one did before: 甲村（1860人）、|乙村（2310人）."""
    return text.endswith("）、", 0, body.start) and text.startswith("（", body.end)


def _is_described(text: str, mention: Mention) -> bool:
    """Return whether words before a name only say which it is, and it does something: 山脚的|凤栖古镇不收门票."""
    described = _DESCRIBES.search(text, max(0, mention.start - _DESCRIBED), mention.start)
    if described is None or not described.group("which"):
        return False
    acts = _ACTS.match(text, mention.end)
    if acts is None:
        return False
    if acts["comma"] and plain_jieba().tag(described["which"])[0][1][0] == "v":
        return False  # 救助受灾的石桥镇，投入…
    following = plain_jieba().tag(text[acts.end() : acts.end() + _LOOK_AHEAD])
    acting = bool(following) and following[0][1][0] in "dvtpn" and following[0][0] not in _NO_ACT
    return acting or (acts["comma"] is not None and _OF_IT.match(text, acts.end()) is not None)
