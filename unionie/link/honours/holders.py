"""Persons whom an honour describes: it stands right before the name and posts, or in the bracket behind them.

Enters: the scene of an honour and its turn. Leaves: ``Given``, or the persons. Next: ``turns`` and
``nearest``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from unionie.dictionary import plain_jieba
from unionie.link.honours.recipient_lists import list_forward
from unionie.link.honours.recipients import Recipient
from unionie.link.honours.topics import Given, Scene, Turn

_PERSONAL = re.compile(
    "(?:[者手员师匠兵范章]|模范|劳模|工匠|能手|个人|好人|人物|卫士|标兵|之星|英雄|楷模|明星|青年|教师|医生|护士|法官|村官|党员|干部|带头人|状元)$"
)
_LEVELLED = re.compile(
    "公司|集团|全[国省市区县州旗盟]|国家|[省市区县州旗盟]|自治区|[一-鿿]{2,7}?[省市区县州旗盟]|中国|中华|大国"
)
_ASIDE = re.compile("（[^（）\n]{0,20}$")
_TRADE = re.compile("[一-鿿]{2,8}")
_NOUNS = ("n", "vn", "b", "j", "l")


def read_holder(scene: Scene, turn: Turn) -> Given | None:
    """Return the person whom the honour describes: it stands right before the name and posts, or in its bracket."""
    text = scene.clean.text
    first, last = turn.group[0], turn.group[-1]
    names = [honour.name(text, text) for honour in turn.group]
    if not all(_PERSONAL.search(name) and _LEVELLED.match(name) for name in names):
        return None
    end = last.mention.end
    titled = titled_by(text, scene.recipients, end, turn.until)
    if titled:
        return Given(titled, "holder", None, first.mention.start)
    for recipient in scene.recipients:
        if recipient.kind != "person":
            continue
        aside = _ASIDE.search(text, recipient.name[1], first.mention.start)
        if aside and aside.start() == recipient.name[1] and recipient.end >= end:
            return Given([recipient], "holder", None, first.mention.start)
    return None


def titled_by(text: str, recipients: Sequence[Recipient], end: int, until: int) -> list[Recipient]:
    """Return the persons right behind an honour or a word for their trade: “A”|甲、乙; “B”|外卖骑手丙.

    ``until`` is where the next honour begins, which its own holder follows.
    """
    first = next((r for r in recipients if r.kind == "person" and r.name[0] >= end), None)
    begin = first.start if first and first.start >= end else first.name[0] if first else end
    lead = text[end:begin].lstrip("”")
    if first is None or not (lead in ("", "、") or (_TRADE.fullmatch(lead) and _is_trade(lead))):
        return []
    named = own_holders(list_forward(text, recipients, first.start, 0) or [first], until)
    joints = [text[a.end : b.name[0]] for a, b in pairwise(named)]
    alike = next((n for n, words in enumerate(joints) if words not in ("、", "和", "与")), len(joints))
    return named[: alike + 1]  # 省劳动模范甲、市劳动模范|乙


def _is_trade(words: str) -> bool:
    """Tell whether words before a name can only say what somebody is: 外卖骑手, 农妇."""
    return all(tag.startswith(_NOUNS) for _, tag in plain_jieba().tag(words))


def own_holders(named: Sequence[Recipient], until: int) -> list[Recipient]:
    """Return those of a list who stand before the next honour, which describes whoever follows it."""
    return list(takewhile(lambda each: each.name[0] < until, named))
