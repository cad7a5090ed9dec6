"""Who says 我 of honours: the one who signs a speech, who tells a name, or whose name opens the paragraph.

Enters: the scene of an honour, its turn and what was found for it. Leaves: ``Given`` with the speaker in place of
nobody. Next: ``awards``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from unionie.clean.types import Block
from unionie.link.honours.grantors import grantor_of
from unionie.link.honours.recipients import Recipient, find_recipients
from unionie.link.honours.topics import Given, Scene, Turn
from unionie.link.posts.bylines import find_signers

__all__ = ["read_self"]

# 我 as the one who gets an honour, at the head of a clause or behind its time: 今年4月，|我|又被…; 授予|我|“甲”.
_ME = re.compile(
    "(?:(?<![一-鿿])|(?<=[年月日后时来，]))(?:我|本人)"
    "(?=[被又还也再曾先连荣获得拿捧摘夺参代在因已光有当终首多两一于就均]|[12][0-9]{3}年|[今去前]年)"
)
_GIVEN_ME = re.compile("(?:我|本人)(?:为)?[“]?$")
_ANOTHER = re.compile("的(?![“])|[和与同跟][一-鿿]")  # 我带的|徒弟, 我和|同事: not the speaker alone
_PASSIVE = re.compile("被|由")
# The words with which somebody tells the own name, and those before who tells what the text has.
_NAMES_SELF = re.compile("我(?:名叫|叫|是)[^，。；：！？“”\\n]{0,20}$")
_TELLS = re.compile("(?:口述|自述|讲述|述职|发言|报告)(?:人|者)?[：:\\s　]*$")
_REPORTERS = re.compile("记者|通讯员|作者|编辑|责编|摄影|整理")
_SELF_WORDS = ("我叫", "我是", "我名叫", "述", "发言", "报告")  # a block without them is not looked through
_OPENS = re.compile("[\\s　]*$")
_REACH = 30  # characters before a name
_UNNAMED = ("carried", "implicit", "refused")


def read_self(scene: Scene, turn: Turn, given: Given | None) -> Given | None:
    """Return ``given`` with whoever says 我 as its recipient, where nobody is found by name."""
    text, start = scene.clean.text, turn.group[0].mention.start
    if given is not None and given.recipients and given.rule not in _UNNAMED:
        return given
    verbs = [verb for verb in scene.verbs if turn.zone <= verb.start and verb.end <= start]
    if not verbs or _is_quoted(text, scene.sentence.start, verbs[-1].start):
        return given
    verb = verbs[-1]
    if _GIVEN_ME.fullmatch(text, verb.end, start):
        givers = [r for r in scene.recipients if r.end == verb.start and r.kind == "organization"]
        return _as_me(scene, given, givers[-1].name if givers else None, verb.start)
    me = next(reversed(list(_ME.finditer(text, turn.zone, verb.start + 1))), None)
    if me is None or _ANOTHER.search(text, me.end(), verb.start):
        return given
    passive = _PASSIVE.search(text, me.end(), verb.start)
    others = [r for r in scene.recipients if me.end() <= r.start and r.end <= start and r.kind != "deictic"]
    if any(r.kind == "person" or not (passive and passive.end() <= r.start and r.end <= verb.start) for r in others):
        return given
    return _as_me(scene, given, grantor_of(scene, passive.end(), verb.start) if passive else None, verb.start)


def _as_me(scene: Scene, given: Given | None, grantor: tuple[int, int] | None, position: int) -> Given | None:
    me = find_self(scene, position)
    return Given([me], "carried", grantor, position) if me else given


def _is_quoted(text: str, start: int, position: int) -> bool:
    """Tell whether a place of a paragraph lies in a quotation, whose speaker is not the text's own."""
    line = text.rfind("\n", 0, start) + 1
    return text.count("“", line, position) > text.count("”", line, position)


def find_self(scene: Scene, position: int) -> Recipient | None:
    """Return the person whom 我 at a place means; None where several may be meant."""
    clean, text = scene.clean, scene.clean.text
    line = text.rfind("\n", 0, position) + 1
    found: dict[str, Recipient] = {}
    for block in clean.blocks:
        people = find_recipients(text, scene.mentions, block.start, block.end) if _may_tell(text, block, line) else []
        people = [each for each in people if each.kind == "person"]
        opens = block.start == line and people and _OPENS.fullmatch(text, line, people[0].start)
        if opens and text.startswith("：", people[0].end):
            return people[0]  # 甲：我2010年获…
        for each in people:
            if _names_self(text, block, each):
                found.setdefault(text[slice(*each.name)], each)
    found = found or {text[slice(*each.name)]: each for each in _signed(scene)}
    return next(iter(found.values())) if len(found) == 1 else None


def _may_tell(text: str, block: Block, line: int) -> bool:
    return block.start == line or any(word in text[block.start : block.end] for word in _SELF_WORDS)


def _names_self(text: str, block: Block, person: Recipient) -> bool:
    """Tell whether somebody says here that this is the own name, or a label that this is who tells: 口述：甲."""
    lead = text[max(block.start, person.name[0] - _REACH) : person.name[0]]
    quoted = _is_quoted(text, block.start, person.name[0])
    return not quoted and (_NAMES_SELF.search(lead) is not None or _TELLS.search(lead) is not None)


def _signed(scene: Scene) -> Iterator[Recipient]:
    """Yield those who sign the report, reporters left out, whose 我 is that of a witness."""
    clean, text = scene.clean, scene.clean.text
    signers = find_signers(clean, scene.mentions)
    for block in clean.blocks:
        if not any(block.start <= at < block.end for at in signers) or _REPORTERS.search(text, block.start, block.end):
            continue
        people = find_recipients(text, scene.mentions, block.start, block.end)
        yield from (each for each in people if each.name[0] in signers)
