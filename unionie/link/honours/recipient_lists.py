"""Lists of recipients: 甲、乙和丙; who owns what is listed.

Enters: the clean text and the possible recipients of a sentence. Leaves: those of one list, in text order. Next:
``verb_subjects`` and the readers of what stands behind an honour.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from unionie.dictionary import plain_jieba
from unionie.link.honours.recipients import Recipient
from unionie.link.honours.unmarked import read_unmarked

__all__ = ["JOIN", "comma_list", "list_back", "list_forward"]

JOIN = re.compile(
    "(?:等[0-9一二两三四五六七八九十百]+余?[名个位家人][一-鿿]{0,4}(?=[和及与、，]))?"
    "(?:（[^（）\n]{0,24}）)?(?:同志|教授|研究员|院士|老师|医生|同学|师傅|先生|女士)?"
    "[、和及与以及，暨/\\s　]*(?:（[^（）\n]{0,12}）)?"
    "(?:(?<=[、和及与])该(?:公司|集团|[厂矿院校局会所站馆社队行段县市区镇村])的?)?"
    "(?:(?<=[、和及与])[12][0-9]{3}年度?的)?(?:“[^”]{1,5}”|[0-9]{2}后|[0-9]{1,2}岁的?"
    "|(?:原创)?(?:电影|电视剧|音乐剧|歌曲|话剧|京剧|舞剧|舞蹈|纪录片|小说|广播剧|歌剧|戏剧|杂技剧|小品|图书|动画片?|网络剧|民族歌剧|儿童剧|交响乐|网络纪录片))?"
)
# Between an owner and what the honour goes to: 导演甲|的处女作|《乙》.
_STOP = re.compile("[、和，。；：（\n]|$")
_OWNED = re.compile("的[^，。；：、的]{0,10}")
_DESCRIBED = re.compile(
    "(?:（[^（）\n]{0,24}）)?(?:同志)?[、和及与](?:“[^”]{1,6}”|[0-9]{2}后|(?![获被在由])[一-鿿](?<![的了是])){1,8}的?"
)
# Between two works of a list: 《甲》、高一（5）班的舞蹈|《乙》.
_MADE_BY = re.compile("(?:（[^（）\n]{0,24}）)?[、和及与][^，。；：《》]{2,24}")
# Behind a name that opens a clause of its own instead of going on with a list.
_TELLS = re.compile("随后|被|[荣又还也则在是从]|获|[^，。；、]{0,6}[说道]")
_AGENT = "由被经向"  # 一等奖得主|由市人社局授予…
_WORD = 6  # characters in which the next word ends
# What stands before the label of an item: ◇溪口水电厂　检修班获…
_LABELS = re.compile("(?:^|\n)[\\s　]*[◇◆◎●○■□▲▶☆★·•][\\s　]*$")


def list_back(text: str, recipients: Sequence[Recipient]) -> list[Recipient]:
    """Return the last of ``recipients`` with those that a list joins to it, in text order."""
    taken = [recipients[-1]]
    for recipient in reversed(recipients[:-1]):
        between = text[recipient.end : taken[0].start]
        if "，" in between:
            break
        if not between.strip(" 　") and recipient.kind == "organization" and _LABELS.search(text, 0, recipient.start):
            break
        joined = JOIN.fullmatch(between) is not None and (between or recipient.kind == "work")
        if not joined and not _described(between, recipient, taken[0]):
            break
        taken.insert(0, recipient)
    return taken


def _described(between: str, left: Recipient, right: Recipient) -> bool:
    """Tell whether a few words describe the next person of a list: 、“90后”羊倌, 、返乡青年."""
    if left.kind != right.kind:
        return False
    form = {"person": _DESCRIBED, "work": _MADE_BY}.get(left.kind)
    return form is not None and form.fullmatch(between) is not None


def list_forward(text: str, recipients: Sequence[Recipient], start: int, gap: int) -> list[Recipient]:
    """Return the list of recipients that begins within ``gap`` characters behind ``start``."""
    taken: list[Recipient] = []
    position = start
    for recipient in _with_owners(text, recipients):
        if recipient.start < start:
            continue
        between = text[position : recipient.start]
        if not taken:
            if len(between) > gap or any(mark in between for mark in "，。；"):
                break
        elif ("，" in between and _TELLS.match(text, recipient.end)) or (
            JOIN.fullmatch(between) is None and not _described(between, taken[-1], recipient)
        ):
            break
        named: Recipient | None = recipient
        if recipient.kind == "organization" and re.match("[一-鿿“]", text[recipient.end : recipient.end + 1]):
            named = _named_behind(text, recipient)
        if named is None:
            break
        taken.append(named)
        position = named.end
    return taken


def _with_owners(text: str, recipients: Sequence[Recipient]) -> Iterator[Recipient]:
    """Yield the recipients, who owns a work or leads a team as a part of it: 导演甲的处女作《乙》."""
    owner: Recipient | None = None
    for number, each in enumerate(recipients):
        behind = recipients[number + 1] if number + 1 < len(recipients) else None
        whole = each._replace(start=owner.start) if owner else each
        owned = behind is not None and behind.kind in ("work", "team") and each.kind != "work"
        owner = whole if owned and behind and _OWNED.fullmatch(text, each.end, behind.start) else None
        if owner is None:
            yield whole


def _named_behind(text: str, organization: Recipient) -> Recipient | None:
    """Return the person or unit that the words behind an organization name; the organization if they name nothing."""
    if text.startswith(("和", "及", "与", "等", "以"), organization.end):
        return organization
    stop = _STOP.search(text, organization.end, organization.end + 40)
    read = read_unmarked(text, organization.start, stop.start() if stop else organization.end + 40)
    if read or text[organization.start - 1] in _AGENT:
        return read[0] if read else None
    word, tag = next(iter(plain_jieba().tag(text[organization.end : organization.end + _WORD])), ("", ""))
    return organization if tag == "v" and len(word) > 1 else None


def comma_list(text: str, recipients: Sequence[Recipient], people: list[Recipient], count: int) -> list[Recipient]:
    """Return ``count`` persons, those set before by commas included: 厂长甲，钳工乙，车工丙分别获…; else ``people``."""
    named = list(people)
    for each in reversed(recipients):
        if each.end >= named[0].start or len(named) == count:
            continue
        if each.kind != "person" or text[each.end : named[0].start] not in ("，", "、"):
            break
        named.insert(0, each)
    opens = named[0].start == 0 or text[named[0].start - 1] in "，。；：\n　”】"
    return named if len(named) == count and opens else people
