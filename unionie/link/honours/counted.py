"""Winners first counted, then named: 3个班组获|A|，分别是甲、乙、丙; 2家单位获B：甲、乙; 获C的作品有：《甲》.

Enters: the scene of an honour and its turn. Leaves: ``Given``, or where a list begins. Next:
``turns`` and ``awards``.
"""

from __future__ import annotations

import re

from unionie.link.honours import cues
from unionie.link.honours.recipient_lists import list_forward
from unionie.link.honours.topics import Given, Scene, Turn
from unionie.link.honours.unmarked import read_unmarked
from unionie.link.honours.verb_subjects import clause_start

_COUNTS = re.compile(
    "(?:[0-9]+|[一二两三四五六七八九十]{1,3})余?(?:名|位|个|家|户|支|人|项)(?:[一-鿿]{0,6}?)(?:分别|先后|同时|还|均|都|被|喜|荣)*$"
)
_NAMED = re.compile(
    "[”’」]?(?:荣誉|光荣)?(?:称号|奖项)?(?:[，：]|，)?(?:(?:(?:[他她它]们?|即)(?:分别|依次)?|分别|依次)[是为]：?|(?<=：))"
)
_ITEMS = re.compile("[^，。；：\n]+")
# Behind an honour that describes those of a list: 的|作品有：, 的是：, 的（3个）：.
_DESCRIBES = re.compile(
    "[”’」]?(?:荣誉|光荣)?(?:称号|奖项)?的(?:[一-鿿]{1,4}?)?(?:（[^（）\n]{1,10}）)?(?:分别|依次|还)*(?:是|为|有|包括)?(?:（[^（）\n]{1,10}）)?：(?:原)?"
)


def read_counted(scene: Scene, turn: Turn) -> Given | None:
    """Return whom the words behind the honour name, where its verb has only a count for a subject."""
    text, start, end = scene.clean.text, turn.group[0].mention.start, turn.group[-1].mention.end
    verbs = [v for v in scene.verbs if turn.zone <= v.start and v.end <= start and v.kind != "name"]
    if not verbs or text[verbs[-1].end : start].strip("“‘「『"):
        return None
    verb = verbs[-1]
    if not _COUNTS.search(text, clause_start(text, scene.sentence.start, verb.start), verb.start):
        return None
    named = _NAMED.match(text, end)
    if named is None:
        return None
    listed = list_forward(text, scene.recipients, named.end(), 0)
    items = _ITEMS.match(text, named.end())
    stop = items.end() if items else named.end()
    if not listed or listed[-1].end < stop:
        listed = read_unmarked(text, named.end(), stop) or listed
    return Given(listed, "list", None, verb.start) if listed else None


def list_start(text: str, end: int, stop: int) -> int | None:
    """Return where those begin whom an honour describes, ``stop`` behind its tail: 获二等奖的作品有：|《甲》."""
    described = _DESCRIBES.match(text, end)
    if described:
        return described.end()
    relative = cues.RELATIVE.match(text, stop) or cues.RELATIVE.match(text, end)
    return text.find("的", end) + 1 if relative else None
