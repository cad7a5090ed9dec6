"""Who stands between a verb of giving and its honour: 授予|甲公司焊接班|“A”, 将|甲、乙|评为B.

Enters: the possible recipients of a sentence. Leaves: those who are given it. Next: ``awards``.
"""

from __future__ import annotations

import re

from unionie.link.honours import cues
from unionie.link.honours.recipient_lists import list_back
from unionie.link.honours.recipients import Recipient, lengthened
from unionie.link.honours.unmarked import read_unmarked

_HAN = re.compile("[一-鿿]+")
_OURS = re.compile("[我本该全][省市区县州旗盟镇乡]|其中")
# What leads from those named to the honour: 命名甲|为首批“|乙.
AS = re.compile("为(?:首[批届]|第[一二三四五六七八九十0-9]+[批届]|[12][0-9]{3}年度?|新一[届批])?[“‘「『 ]*$")
_GROUP = re.compile(
    "(?:群体|群体代表|团队|集体|突击队|先锋队|服务队|分队|小组|班组?|社区|项目部|站|所|队|连|营|党委|支部)$"
)


def read_objects(text: str, objects: list[Recipient], start: int, end: int) -> list[Recipient]:
    """Return the recipients between 授予 and the honour; an organization with a name behind it yields to the name."""
    first, last = objects[0], objects[-1]
    lead = text[start : first.start]
    if first.kind == "organization" and 0 < len(lead) <= 8 and _HAN.fullmatch(lead) and not _OURS.fullmatch(lead):
        objects = [first._replace(start=start, name=(start, first.name[1])), *objects[1:]]
    rest = cues.DATED.sub("", AS.sub("", text[last.end : end]).rstrip("“‘「『 为"))
    if (
        last.kind == "organization"
        and rest
        and not rest.startswith(("等", "以", "、", "，", "（", "全", "省", "市", "为"))
    ):
        read = read_unmarked(text, last.start, last.end + len(rest))
        if read:
            return [*list_back(text, objects[:-1]), *read] if len(objects) > 1 else read
        stop = last.end + len(cues.COUNTED.sub("", rest))
        if not _GROUP.search(text[last.end : stop]):
            return []
        team = Recipient(last.start, stop, (last.start, stop), "team", (last.start, last.end))
        return list_back(text, [*objects[:-1], team])
    if _HAN.fullmatch(rest) and rest not in "等为":
        objects = [*objects[:-1], lengthened(last, last.end + len(rest))]
    taken = list_back(text, objects)
    if rest.startswith("、"):
        taken += read_unmarked(text, last.end + 1, last.end + len(cues.COUNTED.sub("", rest))) or []
    if lead[-1:] in ("、", "和") and taken[0] is objects[0]:
        more = read_unmarked(text, start, first.start - 1)
        taken = [*(more or []), *taken]
    return taken


def read_taken(text: str, agents: list[Recipient], clause: int) -> list[Recipient]:
    """Return the recipients behind 将, 把, 给, 为, 向 in the clause: 将李四评为…, 给李四颁发…."""
    for number, recipient in enumerate(agents):
        if recipient.start > clause and text[recipient.start - 1] in "将把给为向予":
            return list_back(text, agents[number:])
    return []
