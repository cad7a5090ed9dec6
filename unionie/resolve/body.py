"""Whose report it is: the subject of figures for which the text names none.

Enters: the clean text, its mentions and the directory of organizations. Leaves: a name as the text has it, or None.
Next: ``facts``.

An organization in the headline owns its report; a headline that speaks of union work, courts … without a name means
the body of that kind that the text names most. A government's figures are its area's: 全县, 我市, or the place named
in the headline.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from unionie.clean.types import CleanText
from unionie.frames import Mention
from unionie.resolve.identities import Directory, Group

_KINDS = (
    ("工会", "总工会"),
    ("工会", "工会"),
    ("法院", "法院"),
    ("检察", "检察院"),
    ("妇联", "妇联"),
    ("红十字", "红十字会"),
    ("残联", "残联"),
)
_HEAD = r"(?:^|(?<=[，。；：\n]))"
_OWN = re.compile(
    r"[我本](?:省|市|区|县|州|旗|盟|镇|乡|村|街道|院|校|厂|局|公司|集团|会(?![议计长员费场])|中心|所)(?!委|直|级)"
)
_WHOLE = re.compile(
    _HEAD + r"(?:\d{4}年，?|今年以来，?)?(全(?:国|省|市|区|县|州|旗|镇|乡|村|院|校|厂|局|公司|集团))(?!委|直|级)"
)
_TITLE_PLACE = re.compile(r"([一-鿿]{2,8}?(?:街道|镇|乡|村|社区|州|县|区|市|省))(?=(?:19|20)\d\d年)")
_NO_BODY = re.compile(r"^[省市区县州旗]工会$|政府$|统计局$|调查队$|大会$|会议$|[日晚时早]报$|办公厅$")
_AREA = re.compile(r"(?:省|市|区|县|州|旗|镇|乡|村|街道)$")


def find_body(clean: CleanText, mentions: Sequence[Mention], directory: Directory) -> str | None:
    """Return whose figures the report gives where it names nobody: 江澜市红十字会, 全县, 我院 … or None."""
    headline = [block for block in clean.blocks[:12] if block.kind in ("title", "subtitle")]
    named = [m for m in mentions if any(block.start <= m.start < block.end for block in headline)]
    for mention in named:
        if mention.label == "ORG" and not _NO_BODY.search(clean.text[mention.start : mention.end]):
            return _surface(clean, mention)
    title = "".join(clean.text[block.start : block.end] for block in headline)
    area = _own_area(clean)
    group = _kind_in_headline(directory, title, area[-1] if area else "")
    if group is not None:
        return _surface(clean, group.mentions[0])
    if area is not None:
        return area
    if match := next((found for block in headline if (found := _TITLE_PLACE.match(clean.text, block.start))), None):
        return clean.surface[match.start(1) : match.end(1)]
    place = next((m for m in named if m.label == "LOC" and _AREA.search(clean.text[m.start : m.end])), None)
    return _surface(clean, place) if place else None


def _kind_in_headline(directory: Directory, title: str, level: str) -> Group | None:
    """Return the body named most often of the kind that the headline speaks of: 全市工会工作综述 → 市总工会."""
    for kind, ending in _KINDS:
        if kind in title:
            named = [group for group in directory.groups.values() if group.key.endswith(ending) and group.mentions]
            if named:
                return max(named, key=lambda group: (_is_own(group, level), len(group.mentions)))
    return None


def _is_own(group: Group, level: str) -> bool:
    """Return whether the text calls the body by its own level: 市总工会 where it speaks of 全市."""
    return bool(level) and any(name.startswith(level) for name in group.names)


def _own_area(clean: CleanText) -> str | None:
    """Return what the text calls its own area: 我县 if it says so, else the 全县 that heads most clauses."""
    for pattern in (_OWN, _WHOLE):
        starts: dict[str, int] = {}
        counts: Counter[str] = Counter()
        for match in pattern.finditer(clean.text):
            words = match.group(match.lastindex or 0)
            counts[words] += 1
            starts.setdefault(words, match.end() - len(words))
        if counts:
            words = counts.most_common(1)[0][0]
            return clean.surface[starts[words] : starts[words] + len(words)]
    return None


def _surface(clean: CleanText, mention: Mention) -> str:
    return "".join(clean.surface[mention.start : mention.end].split())
