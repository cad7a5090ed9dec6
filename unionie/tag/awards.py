"""Find honours: the word of level or the granting place, the honour, the placing; or a quoted name that a verb gives.

Enters: clean text and the places found. Leaves: AWARD mentions with ``name`` (no quotation marks, shared heads
expanded), ``rank`` and ``level``. Next: ``merge`` lets them win over the bodies inside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from unionie.frames import Mention
from unionie.rules import load_table
from unionie.tag.lexicon import lexicon, table_words

__all__ = ["award_level", "find_awards"]

_OPEN, _CLOSE = "“「『‘\"", "”」』’\""
_QUOTED = re.compile("[“「『]([^“”「」『』\n]{2,40})[”」』]")
_BEHIND = re.compile("(?:荣誉)?(?:称号|荣誉|奖项|奖牌|殊荣|标志|标识|奖(?!励|学|金|项目))")
_HAN_RUN = re.compile("[\u4e00-\u9fff·、（）—\\-\\d]{0,24}$")
_BREAKS = re.compile(
    "[的获为被予了颁膺选得]|[，。；：！？、\\s]|评选|表彰|推荐|申报|命名|争创|创建|授予|荣立|等|和(?!谐)|与|及|曾|名|个(?!人)|位|是|当|在|对|向|有|以|从|各|继|又|项"
)
_PLACE_END = re.compile("(?:[\u4e00-\u9fff]{2,6}?(?=省|自治区|市|县|区|自治州)(省|市|县|区|自治州))+?")
_GRANTING = frozenset({"province", "city", "county"})
_SHARED = re.compile("[、和及与]([“「]?)")


class _Patterns(NamedTuple):
    core: re.Pattern[str]
    firm: frozenset[str]
    scope: re.Pattern[str]
    rank: re.Pattern[str]
    gives: re.Pattern[str]
    levels: dict[str, str]


def find_awards(text: str, places: Iterable[Mention]) -> list[Mention]:
    """Return AWARD mentions of ``text``; ``places`` are LOC mentions, which may open the name of an honour."""
    patterns = _patterns()
    openings = {mention.start: mention for mention in places}
    closings = {mention.end: mention for mention in openings.values()}
    found: dict[int, Mention] = {}
    for mention in (*_quoted(text, patterns, closings), *_plain(text, patterns, openings)):
        if not any(index in found for index in range(mention.start, mention.end)):
            for index in range(mention.start, mention.end):
                found[index] = mention
    heads = sorted({id(mention): mention for mention in found.values()}.values(), key=lambda mention: mention.start)
    return sorted([*heads, *_shared_heads(text, heads, patterns)], key=lambda mention: mention.start)


def _quoted(text: str, patterns: _Patterns, closings: dict[int, Mention]) -> list[Mention]:
    """Return honours in quotation marks: by an honour's word inside, or by a verb before and a word behind."""
    mentions = []
    given_until = -1
    for match in _QUOTED.finditer(text):
        name = match.group(1)
        before = text[max(0, match.start() - 14) : match.start()]
        core = _ends_with_core(name, patterns)
        gives = patterns.gives.search(before) is not None or given_until == match.start()
        behind = _BEHIND.match(text, match.end())
        firm = core is not None and core in patterns.firm
        start = _scope_start(text, match.start(), patterns, closings)
        if not (firm or (core and (gives or behind or start is not None)) or (gives and (behind or _is_end(text, match.end())))):
            continue
        follows = re.compile("[、和及与]").match(text, match.end())
        given_until = follows.end() if follows and gives else (match.end() if gives else -1)
        rank = patterns.rank.match(text, match.end())
        rank_text = rank.group() if rank else None
        if start is not None:
            end = rank.end() if rank else match.end()
            scope = text[start : match.start()]
            mentions.append(_mention(start, end, scope + name, rank_text, "award.quoted-scope"))
        else:
            mentions.append(_mention(match.start(1), match.end(1), name, rank_text, "award.quoted"))
    return mentions


def _is_end(text: str, position: int) -> bool:
    return position >= len(text) or text[position] in "，。；、！）\n"


def _ends_with_core(name: str, patterns: _Patterns) -> str | None:
    last = None
    for match in patterns.core.finditer(name):
        last = match
    if last and last.end() >= len(name) - 4:
        return last.group()
    if re.search("(?:奖|奖章|奖状|勋章|标兵|能手|模范|先锋|单位|集体|个人|工作者|之星|企业|人物|楷模|榜样|工匠|称号|号|示范点|基地)$", name):
        return name
    return None


def _scope_start(text: str, position: int, patterns: _Patterns, closings: dict[int, Mention]) -> int | None:
    """Return where the word of level or the place directly before ``position`` begins: 省“工人先锋号”."""
    place = closings.get(position)
    if place is not None:
        return place.start
    match = patterns.scope.search(text, max(0, position - 4), position)
    while match:
        if match.end() == position:
            before = text[match.start() - 1 : match.start()]
            return None if before and before in "我本该各" else match.start()
        match = patterns.scope.search(text, match.start() + 1, position)
    return None


def _plain(text: str, patterns: _Patterns, openings: dict[int, Mention]) -> list[Mention]:
    mentions = []
    for match in patterns.core.finditer(text):
        head = _left_material(text, match.start())
        start = _scope_in(text, match.start() - len(head), match.start(), patterns, openings)
        firm = match.group() in patterns.firm
        rule = "award.scope"
        if start is None:
            before = text[max(0, match.start() - len(head) - 5) : match.start() - len(head)]
            gives = patterns.gives.search(before) is not None
            if not gives and not firm:
                continue
            start = match.start() - (len(head) if gives else 0)
            rule = "award.verb" if gives else "award.core"
        elif not firm and not _is_given(text, start, match.end(), patterns):
            continue
        rank = patterns.rank.match(text, match.end())
        end = rank.end() if rank else match.end()
        name = text[start : match.end()]
        mentions.append(_mention(start, end, name, rank.group() if rank else None, rule))
    return mentions


def _is_given(text: str, start: int, end: int, patterns: _Patterns) -> bool:
    """Tell whether a weak honour with its scope is given here: a verb in the clause before, or 称号 behind."""
    before = re.split("[。；！？\n]", text[max(0, start - 40) : start])[-1]
    return patterns.gives.search(before) is not None or _BEHIND.match(text, end) is not None


def _left_material(text: str, position: int) -> str:
    """Return what may belong to the honour's name before its core: back to a verb, a particle or punctuation."""
    run = _HAN_RUN.search(text, max(0, position - 24), position)
    piece = run.group() if run else ""
    cut = 0
    for match in _BREAKS.finditer(piece):
        cut = match.end()
    return piece[cut:]


def _scope_in(text: str, first: int, last: int, patterns: _Patterns, openings: dict[int, Mention]) -> int | None:
    """Return where the first word of level or place in ``first:last`` begins."""
    for position in range(first, last):
        place = openings.get(position)
        if place is not None and place.end <= last:
            return position
        match = patterns.scope.match(text, position, last)
        if match and (len(match.group()) > 1 or position == first):
            return position
    return None


def _shared_heads(text: str, heads: list[Mention], patterns: _Patterns) -> list[Mention]:
    """Return the second honour of 市五一劳动奖状、奖章 and 省五一劳动奖状、工人先锋号 with its name in full."""
    mentions = []
    starts = {mention.start for mention in heads}
    for head in heads:
        match = re.compile("[、和及与](奖章|奖状)(?![\u4e00-\u9fff]*奖[章状])").match(text, head.end)
        name = head.attrs["name"]
        if match and name[-2:] in {"奖章", "奖状"} and match.start(1) not in starts:
            full = name[:-2] + match.group(1)
            attrs = {**head.attrs, "name": full, "rank": None}
            mentions.append(Mention(match.start(1), match.end(1), "AWARD", "award.shared-head", attrs))
    return mentions


def _mention(start: int, end: int, name: str, rank: str | None, rule: str) -> Mention:
    clean = re.sub("[“”「」『』]", "", name)
    return Mention(start, end, "AWARD", rule, {"name": clean, "rank": rank, "level": award_level(clean)})


def award_level(name: str) -> str | None:
    """Return national, province, city, county or enterprise by the word of level that opens the name, else None."""
    patterns = _patterns()
    match = patterns.scope.match(name)
    if match:
        return patterns.levels[match.group()]
    place = _PLACE_END.match(name)
    if place:
        ending = lexicon().suffixes[place.group(1)]
        return ending if ending in {"province", "city"} else "county"
    places = lexicon().places
    return next((places[name[:length]] for length in (5, 4, 3, 2) if places.get(name[:length]) in _GRANTING), None)


@cache
def _patterns() -> _Patterns:
    firm = table_words("honours", "core")
    weak = table_words("honours", "weak")
    levels = {
        word: row["level"] for row in load_table("honours") if row["kind"] == "scope" for word in row["words"].split()
    }
    verbs = [row["word"] for row in load_table("award_verbs")]
    return _Patterns(
        core=re.compile(_either([*firm, *weak])),
        firm=frozenset(word for word in firm if len(word) > 2),
        scope=re.compile(_either(list(levels))),
        rank=re.compile("[”」』]?(?:" + _either(table_words("honours", "rank")) + "|第[一二三四五六七八九十\\d]+名)"),
        gives=re.compile(_either(verbs) + "(?:了|过|得|为|由|由[\u4e00-\u9fff]{2,12}颁发的?)?[“「『]?[\u4e00-\u9fff]{0,12}$"),
        levels=levels,
    )


def _either(words: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(word) for word in sorted(set(words), key=len, reverse=True)) + ")"
