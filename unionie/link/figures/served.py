"""Those for whom something is done, counted: what was done is said behind their name, and names them before it.

Enters: the words before and behind a value. Leaves: the indicator without the preposition, or "". Next: ``indicators``.
"""

from __future__ import annotations

import re

from unionie.link.figures.clauses import ASIDE
from unionie.link.figures.cues import words
from unionie.link.figures.phrases import noun_prefix
from unionie.link.figures.scope import Reader
from unionie.link.figures.units import AREAS
from unionie.values.nouns import unit_of

__all__ = ["done_for", "of_described"]

_FOR = re.compile("(?<![行作成认因视称定分])[为对向给與与]$")
_DESCRIBED = re.compile("[对为](?P<what>[^，；：0-9]{2,12})的$")
_HOW = "依法|依规|依纪|免费|集中|一律|全部|分别|逐[户一个]|依次|及时|每[人户家]"
_HOW_BEHIND, _HOW_BEFORE = re.compile(f"(?:{_HOW})+$"), re.compile(f"^(?:{_HOW})+")
_DEEDS = ("通报", "上门", "奖励")  # nouns to the tagger
_DID = re.compile("^([一-鿿]{1,2})了")
_VERB = 2  # characters
_LONGEST = 12  # characters


def done_for(reader: Reader, before: str, behind: str, *, last: bool) -> tuple[str, int]:
    """Return what was done for those counted before their name, and how far that goes; "" if nothing tells.

    为|120名|职工|办理体检 → 办理体检职工; where another value follows, what was done is said of that.
    """
    noun, deed = _split(reader, behind) if _FOR.search(before) else ("", "")
    if not noun or not 1 < len(deed) <= _LONGEST or "的" in deed:
        return "", 0
    return (deed + noun, len(behind)) if last else (noun, len(noun))


def of_described(reader: Reader, before: str, after: str, *, last: bool) -> tuple[str, int]:
    """Return those for whom something is done, told by that or by what they are, and how far their name goes.

    对情节轻微的|89名|被告人依法适用缓刑 → 适用缓刑被告人.
    """
    match = _DESCRIBED.search(before)
    noun, deed = _split(reader, re.split(f"[，、（{ASIDE}]", after, maxsplit=1)[0]) if match else ("", "")
    if match is None or not noun:
        return "", 0
    told = deed if last and 1 < len(deed) <= _LONGEST else match["what"]
    return told + noun, len(noun)


def _split(reader: Reader, behind: str) -> tuple[str, str]:
    """Return the name of those counted and what was done for them, how it was done left out."""
    if behind[:_VERB] in words("deed"):
        return "", ""
    size = noun_prefix(behind, reader.tag) or (behind[:1] in AREAS)
    size = min(
        [behind.find(deed, 1, size) for deed in (*words("deed"), *_DEEDS) if deed in behind[1:size]], default=size
    )
    noun = behind[:size]
    said = reader.tag(behind[size:])
    if [pos[:1] for _, pos in said[:3]] == ["v", "n", "v"] and said[2][1] == "v" and unit_of(said[1][0]):
        noun += said[0][0] + said[1][0]  # 偏远地区|失能人员|提供护理服务
    deed = _HOW_BEFORE.sub("", behind[len(noun) :])
    noun = _HOW_BEHIND.sub("", noun)
    does = deed.startswith(("不", "未", "免", *_DEEDS)) or deed[:_VERB] in words("deed")
    if not does and not (deed and reader.tag(deed)[0][1].startswith("v")):
        return noun, ""
    return noun, _DID.sub(r"\1", deed)
