"""Recipients that no mention covers, read from the words before an award verb: 急诊科, 首席技师逄永刚.

Enters: a stretch of clean text that can only be a subject. Leaves: ``Recipient`` tuples, or None when any part of it
does not read as a name. Next: ``verb_subjects`` uses them where the taggers found nothing.
"""

from __future__ import annotations

import re

from unionie.link.honours.recipients import Recipient, team_of
from unionie.link.posts.name_forms import looks_like_name
from unionie.link.posts.words import bare_title, title_kind, whole_title

_SPLIT = re.compile("[、和及与]|以及")
_ORG = re.compile(
    "(?:公司|集团|局|委员会|医院|法院|检察院|学院|大学|学校|中学|小学|幼儿园|研究院|研究所|院|厂|矿|中心|银行|支行|工会|政府|街道|乡|镇|社区|村|馆|站|所|社"
    "|协会|学会|商会|联合会|家[长委]会|基金会|校友会|[歌乐剧舞]团|合唱团|艺术团|妇联|团委|支部|党委|派出所|大队|支队|园|合作社|联社|办|服务队|志愿队|救援队|工作组|工作队|服务厅|大厅|团队|代表队|代表团|公交|重工|酒店|宾馆|商场|超市|食堂)$"
)
_TEAM = re.compile("(?:班组?|车间|科室?|室|庭|队|组|窗口|工段|病区|岗|部|系|站|处|连|营|[男女][排篮足])$")
_NEVER = re.compile(
    "^所|徒弟|[的了是有被把我你他她它这那其各每某该本两几]|(?<![安健保齐完])全|一批|多[个名]|\\d|[〇零一二三四五六七八九十百]{1,3}[名个位家人项]|工作|先后|活动|成绩|企业$|单位$|建设|项目$|产品$"
)
_SUFFIX = re.compile("(?:老师|教授|研究员|主任|医师|主任医师|同志|同学|队长|师傅|院士|护士长|校长|书记|科员)$")
_SPACED = (
    re.compile("[一-鿿][ 　]+[一-鿿]$"),
    re.compile("[一-鿿]{2}[ 　]+[一-鿿]$"),
    re.compile("[一-鿿]{2}[ 　]+[一-鿿]{2}$"),
    re.compile("[一-鿿][ 　]+[一-鿿][ 　]+[一-鿿]$"),
)
_OF_TEAM = re.compile("(?:院士|教授|研究员|首席专家)(?=[一-鿿]{2,3}团队)")
_OWN = re.compile("其(?=[一-鿿]{3})|[本我该](?:公司|集团|[局院校厂所行社馆会镇乡村县区市])(?=[一-鿿]{3})")
_DELEGATION = re.compile("[我本全][省市区县州旗盟校院](?:代表[团队])")
_CLASS = re.compile("(?!今年|去年|第)[一-鿿]{1,8}[0-9]{1,6}[级班](?:[0-9]{1,2}班)?(?<=班)")  # 土木1901班
_BRACKET = re.compile("（[^（）\n]{0,24}）$")


def read_unmarked(text: str, start: int, end: int) -> list[Recipient] | None:
    """Return the recipients that fill ``start:end``, an item each between 、 and 和; None if one is no name."""
    found: list[Recipient] = []
    position = start
    for part in _SPLIT.split(text[start:end]):
        recipient = _item(text, position, position + len(part)) if part else None
        if recipient is None:
            return None
        found.append(recipient)
        position += len(part) + 1
    return found


def _item(text: str, start: int, end: int) -> Recipient | None:
    whole = end
    bracket = _BRACKET.search(text, start, end)
    if bracket:
        end = bracket.start()
    while start < end and text[start] in (" 　【】" if "”" in text[start:end] else " 　“”【】"):
        start += 1
    while end > start and text[end - 1] in " 　”":
        end -= 1
    if _DELEGATION.fullmatch(text, start, end):
        return Recipient(start, whole, (start, end), "team", None)
    if _CLASS.fullmatch(text, start, end):
        return Recipient(start, whole, (start, end), "team", None)
    own = _OWN.match(text, start, end)
    start = own.end() if own else start
    titled = _OF_TEAM.match(text, start, end)
    start = titled.end() if titled else start
    word = text[start:end]
    if end - start < 2 or end - start > 26 or text[start - 1 : start].isdigit() or _NEVER.search(word):
        return None
    suffix = _SUFFIX.search(word)
    if suffix and suffix.start() >= 2:
        end -= len(suffix.group())
    person = _person(text, start, end)
    if person is not None:
        return person._replace(end=whole)
    end = start + len(word)
    if (_TEAM.search(word) and title_kind(word) is None) or _ORG.search(word):
        kind, affiliation = team_of(word, start)
        if kind == "organization" and not _ORG.search(word):
            kind = "team"
        return Recipient(start, whole, (start, end), kind, affiliation)
    return None


def _person(text: str, start: int, end: int) -> Recipient | None:
    """Return the person whose name ends the item, behind nothing, a title, or an organization and a title."""
    for pattern in _SPACED:
        spaced = pattern.search(text, start, end)
        lead = text[start : spaced.start()] if spaced else "-"
        if spaced and (not lead or bare_title(lead) or whole_title(lead)):
            return Recipient(start, end, spaced.span(), "person", None)
    if looks_like_name(text[start:end]) and title_kind(text[start:end]) is None:
        return Recipient(start, end, (start, end), "person", None)
    for length in (4, 3, 2):
        at = end - length
        lead = text[start:at]
        title = bare_title(lead) if at > start else None
        house = title is None and at > start and _ORG.search(lead) and not _TEAM.search(text[at:end])
        if house and looks_like_name(text[at:end], rare=length == 3) and not _ORG.search(text[at:end]):
            return Recipient(start, end, (at, end), "person", (start, at))
        if title is None or not looks_like_name(text[at:end], rare=len(title) > 1):
            continue
        rest = lead[: -len(title)]
        if len(rest) > 2 and (_ORG.search(rest) or _TEAM.search(rest)):
            return Recipient(start, end, (at, end), "person", (start, start + len(rest)))
        if not rest or whole_title(lead):
            return Recipient(start, end, (at, end), "person", None)
    return None
