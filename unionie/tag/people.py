"""Find people: a surname and a given name, only where something near it says that a person is meant.

Enters: ``Words``, kinds, and the organizations and places found before. Leaves: PERSON mentions with ``name``.
Next: ``titles`` reads the posts beside them.

Evidence: a post or profession before (主席刘建平) or behind (刘建平主席), a byline, a bullet, sex, age or nation behind
(，女，), verbs of saying or of honour behind, an organization before; then the neighbours in a list; then every
place where a proven name stands again.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from unionie.frames import Mention
from unionie.tag.lexicon import name_parts
from unionie.tag.words import Words

__all__ = ["find_people"]

_HAN = "\u4e00-\u9fff"
_GAP = re.compile("[ \u3000]{0,4}(?:[：:／/]?[ \u3000]{0,2})")
_DOTTED = re.compile(f"[{_HAN}]{{1,7}}(?:[·•‧][{_HAN}]{{1,7}}){{1,4}}")
_SPACED = re.compile(f"([{_HAN}])[ \u3000]{{1,2}}([{_HAN}])(?![{_HAN}])")
_CLAUSE = re.compile(f"(?:^|(?<=[^{_HAN}A-Za-z0-9]))(?=[{_HAN}])", re.MULTILINE)
_DETAIL = re.compile(
    "[，,]?(?:（|\\(|，|,)(?:现年|今年|年仅)?(?:男|女|[\u4e00-\u9fff]{1,4}族|\\d{2}周?岁|[“\"]?\\d0后|19\\d\\d年|20\\d\\d年\\d+月(?:出)?生)"
)
_SPEAKS = re.compile(
    "(?:还|也|均|曾|又)?(?:(?:笑着|高兴地|激动地|自豪地|动情地|感慨地|深情地|由衷地|欣慰地|如是)?(?:说(?![明服法起到])|告诉|表示|介绍(?!信)|提醒|指出|强调|坦言|回忆|认为|透露|感慨|感叹|深有感触|谈道|谈到|直言|解释))"
)
_HONOURED = re.compile("(?:等\\d*[人名位同])|(?:[、和]?(?:荣获|获(?![悉取])|分获|被评为|被授予|当选|获评|荣立|获颁|荣膺|被推选|被聘|被命名|被追授|入选))")
_CALLED = re.compile("(?:同志|先生|女士|老师|教授|院士|博士|师傅|医生|法官|警官|阿姨|大爷|奶奶|夫妇)(?!们)")
_STOPS_LIST = re.compile("[、，。；）)\\s]|等|获|荣|被|当选|和")
_LIST_NEXT = re.compile("(?:[、，和及与]|[ \u3000]+|（[^（）]{1,14}）、?)(?=[\u4e00-\u9fff])")
_BULLETS = "◎●■★◆▲○□①②③④⑤⑥⑦⑧⑨⑩"


def find_people(words: Words, kinds: str, bodies: Iterable[Mention], bylines: Iterable[tuple[int, int]]) -> list[Mention]:
    """Return PERSON mentions; ``bodies`` are ORG and LOC mentions, ``bylines`` the spans of byline blocks."""
    found: dict[int, tuple[int, str]] = {}
    for start, end, rule in _named_beside_posts(words, kinds):
        found.setdefault(start, (end, rule))
    for start, end, rule in _named_by_context(words, kinds):
        found.setdefault(start, (end, rule))
    for start, end, rule in _named_behind_bodies(words, bodies):
        found.setdefault(start, (end, rule))
    for first, last in bylines:
        for start, end in _names_in_byline(words, first, last):
            found.setdefault(start, (end, "person.byline"))
    for start, end in _dotted(words):
        found.setdefault(start, (end, "person.dotted"))
    _add_list_neighbours(words, found)
    mentions = [_mention(words, start, end, rule) for start, (end, rule) in found.items()]
    return sorted(mentions + _repeats(words, mentions), key=lambda mention: (mention.start, -mention.end))


def name_end(words: Words, start: int, *, strong: bool = False) -> int | None:
    """Return where the name that begins at ``start`` ends, None if none can begin there.

    ``strong`` evidence lets rare characters and dictionary words pass.
    """
    parts, text = name_parts(), words.text
    if start not in words.edges:
        return None
    if text[start : start + 2] in parts.compounds:
        lengths, family = (4, 3), 2
    elif text[start : start + 1] in parts.surnames:
        lengths, family = (3, 2), 1
    else:
        return _whole_name(words, start)
    best = None
    for length in lengths:
        end = start + length
        if _fits(words, start, family, end, strong=strong) and (best is None or length == family + 1):
            best = best or end
    return best


def _fits(words: Words, start: int, family: int, end: int, *, strong: bool) -> bool:
    parts, text = name_parts(), words.text
    given = text[start + family : end]
    if end > len(text) or end not in words.edges or not all("\u4e00" <= char <= "\u9fff" for char in given):
        return False
    if any(char in parts.never for char in given):
        return False
    index = bisect_left(words.starts, start)
    first = words.word(index)
    if len(first) > family and words.kinds[index] in "TWYHSABFGV.IOR":
        return False
    if len(first) > family and words.kinds[index] != "X" and not (strong and _closed(text, end)):
        return False
    if len(first) == 1:
        following = words.kinds[index + 1]
        if words.starts[index + 2] - words.starts[index + 1] > 1 and following in "V.TAGHSFY":
            return False
    closed = _closed(text, end)
    if given[-1] in parts.weak and not closed:
        return False
    unusual = sum(char not in parts.given for char in given)
    return unusual == 0 or (closed and strong) or (unusual < len(given) and strong)


def _closed(text: str, end: int) -> bool:
    """Tell whether no Chinese character follows, or one that no name holds."""
    return end >= len(text) or not "\u4e00" <= text[end] <= "\u9fff" or text[end] in name_parts().never


def _whole_name(words: Words, start: int) -> int | None:
    """Return the end of a name made of known syllables of other peoples (扎西次仁)."""
    whole, text, end, count = name_parts().whole, words.text, start, 0
    while count < 3:
        for length in (3, 2):
            if text[end : end + length] in whole:
                end += length
                count += 1
                break
        else:
            break
    return end if count > 1 else None


def _named_beside_posts(words: Words, kinds: str) -> list[tuple[int, int, str]]:
    found = []
    text = words.text
    for match in re.finditer("[TWY]", kinds):
        after = words.starts[match.end()]
        gap = _GAP.match(text, after)
        start = gap.end() if gap else after
        strong = match.group() != "W" or start > after
        end = name_end(words, start, strong=strong)
        if end is None and match.group() == "Y" or end is None and start > after:
            spaced = _SPACED.match(text, start)
            if spaced and spaced.group(1) in name_parts().surnames and spaced.group(2) in name_parts().given:
                end = spaced.end()
        if end is not None:
            found.append((start, end, "person.post-before"))
    return found


def _named_by_context(words: Words, kinds: str) -> list[tuple[int, int, str]]:
    """Return names that open a clause and are proven by what follows."""
    found = []
    text, surnames, compounds = words.text, name_parts().surnames, name_parts().compounds
    for match in _CLAUSE.finditer(text):
        start = match.start()
        if text[start] not in surnames and text[start : start + 2] not in compounds:
            continue
        end = name_end(words, start, strong=True)
        if end is None:
            continue
        rule = _right_evidence(words, kinds, end)
        if rule is None and text[start - 1 : start] and text[start - 1] in _BULLETS and _closed(text, end):
            rule = "person.bullet"
        if rule is not None:
            found.append((start, end, rule))
    return found


def _right_evidence(words: Words, kinds: str, end: int) -> str | None:
    text = words.text
    if _DETAIL.match(text, end):
        return "person.detail"
    if _SPEAKS.match(text, end):
        return "person.speaks"
    if _HONOURED.match(text, end):
        return "person.honoured"
    if _CALLED.match(text, end):
        return "person.called"
    index = bisect_left(words.starts, end)
    if kinds[index : index + 1] == "T":
        return "person.post-behind"
    return None


def _named_behind_bodies(words: Words, bodies: Iterable[Mention]) -> list[tuple[int, int, str]]:
    found = []
    for body in bodies:
        end = name_end(words, body.end, strong=True)
        if end is not None and _STOPS_LIST.match(words.text, end):
            found.append((body.end, end, "person.body-before"))
    return found


def _names_in_byline(words: Words, first: int, last: int) -> list[tuple[int, int]]:
    found = []
    for match in re.compile(f"[{_HAN}]{{2,4}}").finditer(words.text, first, last):
        if name_end(words, match.start(), strong=True) == match.end():
            found.append(match.span())
    for match in _SPACED.finditer(words.text, first, last):
        if match.group(1) in name_parts().surnames and match.group(2) in name_parts().given:
            found.append(match.span())
    return found


def _dotted(words: Words) -> list[tuple[int, int]]:
    """Return names with a dot (阿不都热合曼·买买提), cut free of the function words and posts before them."""
    found = []
    for match in _DOTTED.finditer(words.text):
        start, end = match.span()
        dot = start + re.search("[·•‧]", match.group()).start()  # type: ignore[union-attr]
        index = bisect_left(words.starts, dot)
        while index and words.starts[index] > start and words.kinds[index - 1] not in "VTWYHSABFGP":
            index -= 1
        if words.starts[index] < dot:
            found.append((max(start, words.starts[index]), end))
    return found


def _add_list_neighbours(words: Words, found: dict[int, tuple[int, str]]) -> None:
    """Add the names that stand in one list behind a proven name."""
    for end, _ in list(found.values()):
        position = end
        while True:
            separator = _LIST_NEXT.match(words.text, position)
            if not separator or separator.end() in found:
                break
            following = name_end(words, separator.end(), strong=False)
            if following is None or not _STOPS_LIST.match(words.text, following):
                break
            if separator.group().isspace() and words.text[following : following + 1] not in {"", " ", "\u3000", "\n", "）"}:
                break
            found[separator.end()] = (following, "person.list")
            position = following


def _repeats(words: Words, mentions: list[Mention]) -> list[Mention]:
    """Return the other places where proven names stand."""
    names = {mention.attrs["name"] for mention in mentions}
    if not names:
        return []
    taken = {mention.start for mention in mentions}
    pattern = re.compile("|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)))
    return [
        Mention(match.start(), match.end(), "PERSON", "person.again", {"name": match.group()})
        for match in pattern.finditer(words.text)
        if match.start() not in taken
        and (len(match.group()) > 2 or (match.start() in words.edges and match.end() in words.edges))
    ]


def _mention(words: Words, start: int, end: int, rule: str) -> Mention:
    name = re.sub("[ \u3000]", "", words.text[start:end])
    return Mention(start, end, "PERSON", rule, {"name": name})
