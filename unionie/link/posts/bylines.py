"""Who signs a report without a word such as 记者: 队长　沈渡 below the headline, （何跃） at the end of a brief.

Enters: the clean text and its mentions. Leaves: the places of the persons whose line or bracket says that they wrote
or gave the report. Next: ``people`` makes authors of them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from unionie.clean.types import Block, CleanText
from unionie.frames import Mention
from unionie.link.posts.words import title_kind

# How many lines a head has at most, and how long a line of it is.
_HEAD = 8
_LONGEST = 60
# A title under which names are those of a roll.
_ROLL = re.compile("名单|表彰|授予|光荣榜|公示|任免|任职|揭晓|获奖|命名|讣告|代表(?!大?会)")
# The words of a line by which a head is the roll of a committee or a meeting: 副主任：甲, 成员：乙.
_SEATS = re.compile(
    "^[\\s　]*(?:副(?:主任|组长|会长|主席|团长|总指挥|指挥长)(?:委员)?|组长|总?指挥长?|[成委][\\s　]*员)[：:]", re.M
)
_SEAT = re.compile("^[\\s　]*([一-鿿]{2,10})[：:][\\s　]*(?=[一-鿿])", re.M)
_SEVERAL = 2  # such lines, of whatever posts: 会长：甲, 秘书长：乙
_HEAD_LENGTH = 400  # characters
_REST = re.compile(
    "[0-9〇零一二三四五六七八九十]+[年月日.．/-]?|[年月日\\s　/／、，,。：:;；○●◎◆■□◇△▲·•*—–\\-_|｜]"
    "|（[^（）\n]{0,12}）|于?[一-鿿]{2,3}$|于$|联合|提交|撰稿?|供稿|整理|撰写|文|中华民国|民国|主讲|宣读|代表"
)
_REPORTS = re.compile(
    "(?![^，。\\n]{0,6}(?:出席|参加|到会))[一-鿿]{0,6}?(?:(?:在[^，。\n]{2,40}?(?:上|中)?的?|的|向[^，。\n]{2,30}?(?:的|作)?)?[一-鿿“”]{0,8}(?:报告|述职|讲话|汇报|致辞|发言|总结|自述))"
    "|在[^，。\n]{2,40}上作[^，。\n]{0,16}报告"
)
_HELPS = re.compile(
    "编(?:辑(?!部)|审|委(?!会))|[责美主]编|审[核校稿读阅]|[一二三初复终]审|校对|检校|[组排]版|版式|摄(?!影家?协)|图[片/／：:]|[供制]图|[/／]图|[纪记]录|主持|签发|印发|抄送"
    "|参会|到会|列席|出席|法定代表|董事会秘书|证券事务|联系人"
)
# The word before those whom a line of the head names as present, not as its authors: 列席人员：甲.
# Or before who holds a seat for the occasion: 调查组组长：甲.
OF_OTHERS = re.compile(
    "(?:参[会加]|(?:主[\\s　]*持|到[\\s　]*会|[出列缺][\\s　]*席|请[\\s　]*假))[一-鿿]{0,2}[：:]"
    "|(?:[一-鿿]{0,10}?(?:[组队团]长|指挥长?)|副[一-鿿]{2,8})[：:]"
)
# The mark or number of an item: a line of a list tells of someone, it is not signed.
_ITEM = re.compile("[\\s　]*(?:（?[一二三四五六七八九十]{1,3}[、）]|[0-9]{1,2}[.．、）])[\\s　]*(?!文|图|记者|通讯员)")
# What the line below goes on with where a name heads the life of its bearer.
_LIFE_BELOW = re.compile("\\s*[男女]，")
_BULLET = re.compile("[\\s　]*[○◎●◇◆★▲]")
_OFFICE = re.compile("[一-鿿]{1,8}(?:[处科部办室局会院校站委]|中心|公司|集团)")
_CLOSING = re.compile("（([^（）\n]{2,40})）[\\s　]*$")
_WIRE = re.compile("(?:讯|电|消息|供稿)[\\s　]*（([^（）\n]{2,40})）")
# The word before those of a bracket who took pictures or edited: （摄影　甲）, （责编　乙）.
_PICTURES = re.compile("(?:本报|本刊)?(?:摄影(?!报道)|图片|供图|责编|责任编辑|编辑(?!部)|编审|审核|校对)")
_LABELS = re.compile("执笔|通讯员|记者|特约|见习|实习|本报|供稿|作者|撰稿|文|[\\s　、，,/／：:和]")


def find_signers(clean: CleanText, mentions: Sequence[Mention]) -> frozenset[int]:
    """Return where the names stand of those who sign the report; ``mentions`` are sorted and of ``clean.text``."""
    found: set[int] = set()
    titles = "".join(clean.read_headlines())
    roll = bool(_ROLL.search(titles)) or _seats_people(clean.text[:_HEAD_LENGTH])
    seen = 0
    for block in clean.blocks:
        if block.kind == "furniture":
            continue
        seen += 1
        line = clean.text[block.start : block.end]
        inside = _inside(mentions, block.start, block.end)
        persons = [mention for mention in inside if mention.label == "PERSON"]
        if persons and 1 < seen <= _HEAD and len(line) <= _LONGEST:
            found.update(_line(clean, block, persons, inside, roll=roll))
        if persons:
            found.update(_bracket(clean.text, block, persons, inside))
    return frozenset(found)


def _seats_people(head: str) -> bool:
    """Tell whether lines of the head give people posts, as in the roll of a committee."""
    posts = {label for label in _SEAT.findall(head) if title_kind(label) == "official"}
    return len(posts) >= _SEVERAL or _SEATS.search(head) is not None


def _inside(mentions: Sequence[Mention], start: int, end: int) -> list[Mention]:
    first = bisect_left(mentions, start, key=lambda mention: mention.start)
    last = bisect_left(mentions, end, key=lambda mention: mention.start)
    return list(mentions[first:last])


def _line(
    clean: CleanText, block: Block, persons: Sequence[Mention], inside: Sequence[Mention], *, roll: bool
) -> list[int]:
    """Return the persons of a line of the head: alone with their posts, or followed by what they deliver."""
    text = clean.text
    marked = _ITEM.match(text, block.start, block.end) or OF_OTHERS.match(text, block.start, block.end)
    if marked or _LIFE_BELOW.match(text, block.end):
        return []
    told = len(persons) > 1 and text[block.end - 1 : block.end] == "。"  # a sentence on several, no line of the head
    delivers = [] if told else [p.start for p in persons if _REPORTS.match(text, p.end, block.end)]
    if delivers and block.kind != "title":
        return delivers[:1]
    if roll or block.kind == "title" or len(persons) > 4 or _HELPS.search(text, block.start, block.end):
        return []
    rest = _without(text, block.start, block.end, inside)
    left = _REST.sub("", rest)
    titled = len(left) <= 8 and title_kind(left) is not None and text[block.end - 1] != "。"
    if _BULLET.match(text, block.start, block.end):  # ○ 甲　乙, but ○某科　甲（主任）
        titled = bool("（" in text[block.start : block.end] or any(mention.label == "ORG" for mention in inside))
        return [] if left or titled else [p.start for p in persons]
    alone = not left or titled or _OFFICE.fullmatch(left) is not None
    return [p.start for p in persons] if alone else []


def _bracket(text: str, block: Block, persons: Sequence[Mention], inside: Sequence[Mention]) -> list[int]:
    """Return the persons of a bracket that holds names alone, behind 讯 or at the end of the paragraph."""
    found: list[int] = []
    for pattern in (_WIRE, _CLOSING):
        match = pattern.search(text, block.start, block.end)
        alone = match is not None and not text[block.start : match.start()].strip()
        if match is None or (pattern is _CLOSING and not alone and text[match.start() - 1] not in "。！？”…"):
            continue
        if _PICTURES.match(text, match.start(1), match.end(1)):
            continue
        here = [p for p in persons if match.start(1) <= p.start and p.end <= match.end(1)]
        rest = _without(text, match.start(1), match.end(1), inside)
        if here and (pattern is _WIRE or not _LABELS.sub("", _REST.sub("", rest))):
            found.extend(p.start for p in here)
    return found


def _without(text: str, start: int, end: int, mentions: Sequence[Mention]) -> str:
    """Return ``text[start:end]`` without the names and posts in it."""
    kept = list(text[start:end])
    for mention in mentions:
        if mention.label in ("PERSON", "ORG", "TITLE", "LOC"):
            for at in range(max(start, mention.start), min(end, mention.end)):
                kept[at - start] = ""
    return "".join(kept)
