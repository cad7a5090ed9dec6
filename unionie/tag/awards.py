"""Find honours: the word of level or the granting place, the honour, the placing; or a name that a verb gives.

Enters: clean text and the places found. Leaves: AWARD mentions with ``name`` (no quotation marks, shared heads
expanded), ``rank`` and ``level``. Next: ``merge`` lets them win over the bodies inside them.

Three finders, the surer first: names in quotation marks; words of honour with what stands before them; names that
begin with a level and a word of praise behind the verb of an award (获省优秀志愿服务组织).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

from unionie.frames import Mention
from unionie.rules import load_table
from unionie.tag.lexicon import lexicon, table_words

__all__ = ["award_attributes", "award_level", "find_awards"]

_HAN = "\u4e00-\u9fff"
_QUOTED = re.compile("[“「『]([^“”「」『』\n]{2,40})[”」』]")
_BEHIND = re.compile(
    "(?:（[^（）\n]{1,10}）)?(?:荣誉|光荣)?(?:称号|荣誉|奖项|奖牌|殊荣|标志|标识|表扬|表彰|嘉许|提名|金奖|银奖|大奖|奖(?![励学金项品补]))"
)
_PRAISE = "优秀|优良|先进|最佳|最美|十佳|十大|十强|模范|杰出|示范|功勋|金牌|文明|好"
_QUOTED_HONOUR = re.compile(
    f"(?:{_PRAISE})|(?:奖|奖章|奖状|勋章|标兵|能手|先锋|卫士|之星|年度人物|楷模|榜样|工匠|先锋号|文明号|示范点|基地)$"
)
_MATERIAL = re.compile(f"[{_HAN}·\\-\\d“”]{{0,26}}$")
_BREAKS = re.compile(
    "[的获为被予了颁膺选得将把给他她]|其中|(?:[获被]|初|参)?评(?![估审议价委]|论)|评选|表彰|推荐|申报|命名|争创|创建|授|荣立|记|等|和(?!谐|工匠)|与|及|曾|名(?!牌)|个(?!人)|位|是|当|在|对|向|有"
    "|以|从|各|继|又|项(?!目)|保持|连续|成为|达到|以上|(?<=\\d)年|年度|月|\\d+|摘|夺|捧|领|受到|享受|还|同志"
)
_COUNTED = re.compile("[（(]?(?:共|各)?[0-9一二三四五六七八九十百]+余?[名个人家位项块面]|数[量名]")
_ONLY_TOPIC = re.compile(
    "待遇|大会|精神|评选|创建|推荐|宣讲|疗休养|候选|工作室|创新工作室|座谈|表彰|事迹|代表(?!队)|培育|申报|获得者座|队伍|名单|建设|管理|集体宿舍|人选|体检|慰问|家属|联欢|协会|联谊"
)
_LISTED = re.compile("[、和及与]")
_SOME = re.compile("(?:一批|批|若干|多个|一些|部分)$")
_SHARED = re.compile("[、和及与]([“「]?)(奖章|奖状)(?![\u4e00-\u9fff]{0,4}[章状])")
_PLACE_END = re.compile(
    f"(?!先进|优秀|安全|文明)[{_HAN}]{{2,6}}?(省|自治区|自治州|(?<!城)市|县|(?<![社园景小先片])区|州|(?<![红锦])旗)"
)
_LEVELS = frozenset("省市区县州旗")
_GIVES_TO = re.compile("(?:授予|追授|颁给|颁授)[^，。；：“”\n]*$")
_TO_HOUSE = re.compile("(?:[授颁]予|追授|[颁授]给)$")  # 市总工会授予|公司“X”: no level, but whom it is given to
_LIST = 60  # characters of names
_NEARBY = 4000  # characters in which a name is looked for again: a bound, so that time is linear
_PLACE_SIZES = (3, 2)  # characters before the level word
_GRANTING = frozenset({"province", "city", "county"})


class _Patterns(NamedTuple):
    core: re.Pattern[str]
    firm: frozenset[str]
    scope: re.Pattern[str]
    rank: re.Pattern[str]
    gives: re.Pattern[str]
    praised: re.Pattern[str]
    levels: dict[str, str]


class _Places(NamedTuple):
    by_start: dict[int, int]
    by_end: dict[int, int]


def find_awards(text: str, places: Iterable[Mention]) -> list[Mention]:
    """Return AWARD mentions of ``text``; ``places`` are LOC mentions, which may open the name of an honour."""
    patterns = _patterns()
    spans = [(mention.start, mention.end) for mention in places]
    edges = _Places(dict(spans), {end: start for start, end in spans})
    taken: set[int] = set()
    heads: list[Mention] = []
    for finder in (_quoted, _plain, _praised):
        for mention in finder(text, patterns, edges):
            if taken.isdisjoint(range(mention.start, mention.end)):
                taken.update(range(mention.start, mention.end))
                heads.append(mention)
    shared = [mention for head in heads for mention in _shared_heads(text, head) if mention.start not in taken]
    return sorted([*heads, *shared], key=lambda mention: mention.start)


def _quoted(text: str, patterns: _Patterns, places: _Places) -> list[Mention]:
    """Return honours in quotation marks: a word of honour inside with a sign of giving, or a verb and what follows."""
    mentions = []
    given_next = -1
    for match in _QUOTED.finditer(text):
        name = match.group(1)
        scope = None if award_level(name) else _scope_before(text, match.start(), patterns, places)
        opening = match.start() if scope is None else scope
        gives = given_next == match.start() or patterns.gives.search(text, max(0, opening - 12), opening) is not None
        behind = _BEHIND.match(text, match.end()) is not None
        core = _last_core(name, patterns)
        honour = core is not None or _QUOTED_HONOUR.search(name) is not None
        firm = core in patterns.firm and (scope is not None or not _ONLY_TOPIC.match(text, match.end()))
        named = gives and len(name) > 4 and _CLAUSE_END.match(text, match.end()) is not None
        if not (firm or named or (honour and (gives or behind)) or (gives and behind)):
            given_next = -1
            continue
        follows = _FOLLOWS.match(text, match.end())
        given_next = follows.end() if follows and gives else -1
        rank = patterns.rank.match(text, match.end())
        rank_text = _bare(rank.group()) if rank else None
        if scope is not None:
            end = rank.end() if rank else match.end()
            mentions.append(_mention(scope, end, text[scope : match.end()], rank_text, "award.quoted-scope"))
        else:
            mentions.append(_mention(match.start(1), match.end(1), name, rank_text, "award.quoted"))
    return mentions


_CLAUSE_END = re.compile("[，。；、）！“「\n和及等特]|$")
_FOLLOWS = re.compile("(?:（[^（）\n]{1,10}）)?[、和及与]?(?:荣誉)?(?=[“「『])")


def _last_core(name: str, patterns: _Patterns) -> str | None:
    """Return the word of honour with which a quoted name ends, give or take a few characters."""
    last = None
    for match in patterns.core.finditer(name):
        last = match
    return last.group() if last and last.end() >= len(name) - 4 else None


def _scope_before(text: str, position: int, patterns: _Patterns, places: _Places) -> int | None:
    """Return where the word of level or the place directly before ``position`` begins: 省“工人先锋号”."""
    if position in places.by_end:
        return places.by_end[position]
    for length in (4, 3, 2, 1):
        start = position - length
        if start >= 0 and patterns.scope.fullmatch(text, start, position):
            if text[start - 1 : start] in {"我", "本", "该", "各", "级", "社", "城", "地", "园"}:
                return None
            house = patterns.levels[text[start:position]] == "enterprise"
            if house and _TO_HOUSE.search(text, max(0, start - 2), start):
                return None
            return places.by_end.get(start, start)
    return None


def _plain(text: str, patterns: _Patterns, places: _Places) -> list[Mention]:
    mentions: list[Mention] = []
    previous: Mention | None = None
    for match in patterns.core.finditer(text):
        core, end = match.group(), match.end()
        if mentions and match.start() < mentions[-1].end:
            continue
        longer = patterns.core.match(text, end)
        if longer:
            core, end = longer.group(), longer.end()
        firm = core in patterns.firm
        material = match.start() - len(_material(text, match.start()))
        gives = patterns.gives.search(text, max(0, material - 12), material) is not None
        scope = _level_behind(text, material, match.start())
        scope = _scope_in(text, material, match.start(), patterns, places) if scope is None else scope
        if _ONLY_TOPIC.match(text, end) or _COUNTED.match(text, end):
            continue
        if scope is not None:
            start, rule = scope, "award.scope"
            if not firm and not gives and not _is_given(text, start, end, patterns):
                continue
        elif gives:
            start, rule = material, "award.verb"
        elif core.endswith("等功") and text[match.start() - 1 : match.start()] in {"记", "立"}:
            start, rule = match.start(), "award.merit"
        elif firm and previous is not None and _LISTED.fullmatch(text, previous.end, match.start()):
            start, rule = match.start(), "award.listed"
        else:
            continue
        if end - start < 3 or _SOME.search(text, max(0, start - 4), start):
            continue
        rank = patterns.rank.match(text, end)
        last = rank.end() if rank else end
        name = text[start:end]
        if rule == "award.listed" and previous is not None:
            name = name if award_level(name) else _scope_of(previous.attrs["name"], patterns) + name
        previous = _mention(start, last, name, _bare(rank.group()) if rank else None, rule)
        mentions.append(previous)
    return mentions


def _scope_of(name: str, patterns: _Patterns) -> str:
    """Return the level or place that opens the full name of an honour, for the next one in its list."""
    match = patterns.core.search(name)
    scope = name[: match.start()] if match and match.start() < 8 else ""
    return scope if award_level(scope) else ""


def _material(text: str, position: int) -> str:
    """Return what may belong to the honour's name before its core: back to a verb, a particle or punctuation."""
    run = _MATERIAL.search(text, max(0, position - 26), position)
    piece = run.group() if run else ""
    cut = 0
    for match in _BREAKS.finditer(piece):
        cut = match.end()
    piece = piece[cut:]
    if piece.count("“") != piece.count("”"):
        piece = re.split("[“”]", piece)[-1]
    return piece


def _scope_in(text: str, first: int, last: int, patterns: _Patterns, places: _Places) -> int | None:
    """Return where the words of level or place in ``first:last`` begin: the last chain, or the first of a house."""
    chosen: int | None = None
    position = first
    while position < last:
        place = places.by_start.get(position)
        if place is not None and place <= last:
            chosen, position = position if chosen is None else chosen, place
            continue
        match = patterns.scope.match(text, position, last)
        single = match is not None and len(match.group()) == 1
        if match and (not single or position == first):
            house = patterns.levels[match.group()] == "enterprise"
            chosen = position if chosen is None or not (house or position in places.by_end) else chosen
            position = match.end()
            continue
        position += 1
    return chosen


def _level_behind(text: str, first: int, last: int) -> int | None:
    """Return where the level word or place begins that stands between whom a verb gives to and the honour.

    授予焊工甲|市五一劳动奖章, 授予乙公司|上饶市五一劳动奖状: a place that is known or stands elsewhere, too.
    """
    level = last - 1
    if level <= first + 1 or text[level] not in _LEVELS or not _GIVES_TO.search(text, max(0, first - _LIST), first):
        return None
    for start in (level - size for size in _PLACE_SIZES if level - size >= first):
        if text[start:last] in lexicon().places or _is_repeated(text, start, last):
            return start if start > first + 1 else None
    return level


def _is_repeated(text: str, start: int, end: int) -> bool:
    """Return whether a name stands near its place once more."""
    return text.count(text[start:end], max(0, start - _NEARBY), end + _NEARBY) > 1


def _is_given(text: str, start: int, end: int, patterns: _Patterns) -> bool:
    """Tell whether a weak honour with its scope is given here: a verb in the clause before, or 称号 behind."""
    before = re.split("[。；！？\n]", text[max(0, start - 40) : start])[-1]
    return patterns.praised.search(before) is not None or _BEHIND.match(text, end) is not None


def _praised(text: str, patterns: _Patterns, places: _Places) -> list[Mention]:
    """Return names that begin with a level or a place and a word of praise behind a verb: 获省优秀志愿服务组织."""
    mentions = []
    for match in _PRAISED_NAME.finditer(text):
        material = match.start() - len(_material(text, match.start()))
        scope = _scope_in(text, material, match.start(), patterns, places)
        end = match.end()
        if scope is None or _COUNTED.match(text, end) or _ONLY_TOPIC.search(match.group()):
            continue
        if patterns.gives.search(text, max(0, scope - 12), scope):
            mentions.append(_mention(scope, end, text[scope:end], None, "award.praised"))
    return mentions


_PRAISED_NAME = re.compile(f"(?:{_PRAISE})[{_HAN}]{{2,12}}?(?=[，。；、\n）（]|称号|荣誉|和|及|提名|$)")


def _shared_heads(text: str, head: Mention) -> list[Mention]:
    """Return the second honour of 市五一劳动奖状、奖章, its name in full."""
    name = head.attrs["name"]
    match = _SHARED.match(text, head.end)
    if not match or name[-2:] not in {"奖章", "奖状"}:
        return []
    attrs = {**head.attrs, "name": name[:-2] + match.group(2), "rank": None}
    return [Mention(match.start(2), match.end(2), "AWARD", "award.shared-head", attrs)]


def _bare(text: str) -> str:
    return re.sub("[“”「」『』]", "", text)


def _mention(start: int, end: int, name: str, rank: str | None, rule: str) -> Mention:
    clean = _bare(name)
    return Mention(start, end, "AWARD", rule, {"name": clean, "rank": rank, "level": award_level(clean)})


def award_attributes(text: str) -> dict[str, Any]:
    """Return ``name``, ``rank`` and ``level`` of an honour as it stands in a text: 市“先锋杯”一等奖."""
    patterns = _patterns()
    rank = next((m for m in patterns.rank.finditer(text, 3) if m.end() == len(text)), None)  # 优秀组织奖 is one name
    name = _bare(text[: rank.start()] if rank else text)
    return {"name": name, "rank": _bare(rank.group()) if rank else None, "level": award_level(name)}


def award_level(name: str) -> str | None:
    """Return national, province, city, county or enterprise by the word of level that opens the name, else None."""
    patterns = _patterns()
    match = patterns.scope.match(name)
    if match:
        return patterns.levels[match.group()]
    known = lexicon().places
    for length in (7, 6, 5, 4, 3, 2):
        if known.get(name[:length]) in _GRANTING:
            rest = award_level(name[length:]) if length + 2 < len(name) and _PLACE_END.match(name[length:]) else None
            return rest if rest in _GRANTING else known[name[:length]]
    place = _PLACE_END.match(name)
    if place:
        ending = lexicon().suffixes.get(place.group(1), "city")
        return ending if ending in _GRANTING else None
    return None


@cache
def _patterns() -> _Patterns:
    firm = table_words("honours", "core")
    weak = [*table_words("honours", "weak"), *table_words("honours", "tail")]
    levels = {
        word: row["level"] for row in load_table("honours") if row["kind"] == "scope" for word in row["words"].split()
    }
    verbs = _either(row["word"] for row in load_table("award_verbs"))
    tail = f"奖(?<=[{_HAN}]奖)(?<![获颁评中得等金银铜嘉领受抽开]奖)(?![励金项学品牌补惩券状章杯池])"
    return _Patterns(
        core=re.compile(_by_first([*map(_not_in_word, _longest_first([*firm, *weak])), tail])),
        firm=frozenset(word for word in firm if len(word) > 2),
        scope=re.compile(_either(levels)),
        rank=re.compile("[”」』]?(?:" + _either(table_words("honours", "rank")) + "|第[一二三四五六七八九十\\d]+名)"),
        gives=re.compile(f"{verbs}(?:了|过|得|为|的|上)?(?:[“「『])?(?:\\d{{4}}[—-]?\\d{{0,4}}年?度?)?(?:年度)?$"),
        praised=re.compile(f"{verbs}"),
        levels=levels,
    )


def _not_in_word(core: str) -> str:
    """Return the pattern of a word of honour, which 奖励 and 奖金 do not hold."""
    return re.escape(core) + ("(?![励金项学品补])" if core.endswith("奖") else "")


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(set(words), key=len, reverse=True)


def _either(words: Iterable[str]) -> str:
    return "(?:" + _by_first(map(re.escape, _longest_first(words))) + ")"


def _by_first(patterns: Iterable[str]) -> str:
    """Return the alternatives grouped by their first character, which is matched once."""
    groups: dict[str, list[str]] = {}
    for pattern in patterns:
        groups.setdefault(pattern[0], []).append(pattern[1:])
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in groups.items())
