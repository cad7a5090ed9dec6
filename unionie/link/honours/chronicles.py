"""Honours that a chronicle tells by their year alone: 一摞证书：1998年的县三八红旗手，2003年的市劳动模范.

Enters: the scene of an honour and its turn. Leaves: ``Given`` for the one whom the paragraph is about, or None.
Next: ``turns`` tries it where no verb gives the honour.
"""

from __future__ import annotations

import re

from unionie.link.honours import cues
from unionie.link.honours.heroes import HE, find_hero
from unionie.link.honours.recipients import Recipient
from unionie.link.honours.stand_ins import kin_named
from unionie.link.honours.topics import Given, Scene, Turn, carry_topic, people_meant

# The time that alone stands before an honour in its clause.
_DATED = re.compile(
    "(?:(?:[12][0-9]{3}|[去今前次翌当同])年(?:度|[初中底末]|[0-9]{1,2}月(?:[0-9]{1,2}日)?|[“”五一七]{2,4}前?)?)"
    "(?:，|又|还|再|就|便|已)?(?:的|[是为]|成了?为?)?[“]?$"
)
_OPENS = re.compile("(?:^|[，；：、。？！\n—“（ 　])$")
_CLOSES = re.compile(
    "[”]?(?:（[^（）\n]{1,12}）)?的?(?:荣誉|光荣)?(?:称号|证书|奖[牌杯状]|[铜奖]?牌匾?)?(?:[，；。、！—…]|\n|$)"
)
# Who only tells of honours: 班长甲如数家珍：…, 书记乙替他补上：….
_TELLS = re.compile("(?:数|说|道来|家珍|补[上充]|念|介绍|告诉[一-鿿]{1,4}|讲|回忆|透露)[^，。；：]{0,4}：")
_PRONOUN = re.compile(HE)
_KIND = re.compile("(?:这[个支家所座]|该)([一-鿿]{1,4}?)的")
_REACH = 30  # characters


def read_chronicle(scene: Scene, turn: Turn) -> Given | None:
    """Return whom an honour is of that stands in its clause with its time alone, or None."""
    text, begin = scene.clean.text, scene.sentence.start
    start, end = turn.group[0].mention.start, turn.group[-1].mention.end
    dated = _DATED.search(text, max(begin, start - _REACH), start)
    if dated is None or not _CLOSES.match(text, end):
        return None
    at = dated.start()
    if at > begin and not _OPENS.search(text, at - 1, at):
        return None
    last = turn.last
    if last is not None and last.rule == "carried" and last.recipients and turn.zone > begin:
        return last._replace(verb=at)
    honour = turn.group[-1].name(text, text)
    named = [each for each in scene.recipients if each.kind != "deictic" and each.end <= at]
    named = [each for each in named if cues.suits(honour, each.kind, text[slice(*each.name)])]
    tells = _TELLS.search(text, named[-1].end, at) if named else None
    if named and tells is None:
        return None
    scene = scene._replace(recipients=[])
    if _PRONOUN.search(text, begin, scene.sentence.end):
        return _carried(people_meant(scene, at)[:1], at)
    kind = _KIND.search(text, begin, at)
    if kind:
        meant = kin_named(scene, kind.group(1), kind.start())
        return _carried([meant] if meant else [], at)
    if at > begin and text[at - 1] not in "：；":
        return None
    topic = carry_topic(scene, None, at)
    if topic.rule == "carried":
        return topic
    hero = find_hero(scene.clean, scene.mentions) if cues.personal(honour) else None
    return _carried([hero] if hero else [], at)


def _carried(recipients: list[Recipient], at: int) -> Given | None:
    return Given(recipients, "carried", None, at) if recipients else None
