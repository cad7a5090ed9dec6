"""Find places: names known and names shown by their ending (岚溪县, 上洲市, 迎泽西街).

Enters: ``Words``. Leaves: LOC mentions, and the kinds with every word of a place turned to P, which the finder of
organizations reads next.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from unionie.frames import Mention
from unionie.tag.lexicon import lexicon, word_set
from unionie.tag.words import Words

__all__ = ["GREAT", "area_of", "find_places", "lies_in", "place_level"]

_AREA = re.compile("(?!自治|中共)([\u4e00-\u9fff]{2,3}?)(?:[市县区镇乡村州旗盟]|街道)")
GREAT = frozenset({"country", "region", "province"})
_LISTED = re.compile("等(?:地|多地|省|市|\\d+个?(?:省|市|县|区))")

_SMALL = re.compile("[一-鿿]{1,2}[镇乡村县]")
_BEFORE_NAME = frozenset("原现含经近距至赴到驻全每其以自因据按为与和从在由向对让使把被给")

# How far down a known place lies; a name continues only with one farther down.
_RANKS = {"region": 9, "country": 1, "province": 2, "city": 3, "county": 4}
# What makes a town a common noun: 文明城市, 旅游名县, 文旅强省.
_COMMON = re.compile(".*(?:城市|名[县城镇村区]|强[县省区市镇村]|大[县省市]|县市|省市)$")


def find_places(words: Words) -> tuple[list[Mention], str]:
    """Return LOC mentions in text order, and the kinds of all words with those of places set to P."""
    kinds = list(words.kinds)
    places = lexicon().places
    for match in re.finditer("[AR]", words.kinds):
        first = _base_start(words, match.start())
        if first is not None:
            for index in range(first, match.start() + 1):
                kinds[index] = "P"
    _mark_listed(words, kinds)
    _widen_short(words, kinds)
    _widen_opening(words, kinds)
    marked = "".join(kinds)
    mentions: list[Mention] = []
    for match in re.finditer("P+", marked):
        for first, last in _chains(words, match.start(), match.end()):
            start, end = words.starts[first], words.starts[last]
            name = words.text[start:end]
            if name not in word_set("area") and len(name) > 1 and (name in places or not _COMMON.match(name)):
                mentions.append(Mention(start, end, "LOC", _rule(name), {"level": place_level(name)}))
    return mentions, marked


def _chains(words: Words, first: int, last: int) -> list[tuple[int, int]]:
    """Return the stretches of names that lie in one another: 江西省|上饶市, but 江苏 and 中亚."""
    places = lexicon().places
    found: list[tuple[int, int]] = []
    opening = first
    for index in range(first + 1, last):
        above, below = (_RANKS.get(places.get(words.word(at), ""), 0) for at in (index - 1, index))
        if above and below and not _continues(above, below):
            found.append((opening, index))
            opening = index
    return [*found, (opening, last)]


def _mark_listed(words: Words, kinds: list[str]) -> None:
    """Turn to P the unknown names in a list that ends with 等地 (越州、定澜等地)."""
    for match in _LISTED.finditer(words.text):
        index = bisect_left(words.starts, match.start())
        while index:
            first = index
            while first and index - first < 3 and kinds[first - 1] in "Xx":
                first -= 1
            size = words.starts[index] - words.starts[first]
            if not 2 <= size <= 4:
                break
            kinds[first:index] = "P" * (index - first)
            if not first or words.word(first - 1) != "、":
                break
            index = first - 1


def _widen_short(words: Words, kinds: list[str]) -> None:
    """Take in the character before a known name in two that may be the rest of a longer one (卫|津市)."""
    for match in re.finditer("X(?=[PXDN])", "".join(kinds)):
        index = match.end()
        if kinds[index - 1] == "X" and words.starts[index] - words.starts[index - 1] == 1:
            word = words.word(index)
            if (
                len(word) == 2
                and word[1] in "市县"
                and (kinds[index] != "N" or word == "城市")
                and (index < 2 or kinds[index - 2] in ".VPTAvx")
            ):
                kinds[index - 1 : index + 1] = "PP"


def _widen_opening(words: Words, kinds: list[str]) -> None:
    """Take in the character with which a clause opens before the name of a town or village: 柳|河口镇, 双|岔河镇."""
    for match in re.finditer("[.][XN](?=(P+))|^[XN](?=(P+))", "".join(kinds)):
        index = match.end() - 1
        first, last = words.starts[index], words.starts[match.end(1) if match[1] else match.end(2)]
        name = words.text[first + 1 : last]
        if words.starts[index + 1] == first + 1 and _SMALL.fullmatch(name) and words.text[first] not in _BEFORE_NAME:
            kinds[index] = "P"


def _base_start(words: Words, ending: int) -> int | None:
    """Return the first word of the name that ends with the ending at ``ending``, or None if it is a common noun."""
    kinds = words.kinds
    suffix = words.word(ending)
    if suffix in {"区", "街道"} and kinds[ending + 1 : ending + 2] == "X" and words.word(ending + 1) in "域别分间":
        return None
    if ending and kinds[ending - 1] == "P":
        return ending - 1 if words.word(ending - 1) not in {"国际"} else None
    first = ending
    while (
        first
        and ending - first < 4
        and kinds[first - 1] in "XxN"
        and words.starts[first] - words.starts[first - 1] == 1
    ):
        if words.word(first - 1) in word_set("no-base"):
            break
        first -= 1
    while first < ending and kinds[first] == "N":
        first += 1
    singles = ending - first
    if singles == 0:
        return _word_base(words, ending, suffix)
    if singles == 1 and suffix in {"市", "县"} and _is_odd_character(words, first - 1):
        return first - 1
    if (
        singles == 1
        and suffix in {"村", "镇", "乡"}
        and first
        and kinds[first - 1] in "DX"
        and _opens(kinds, first - 1)
    ):
        return first - 1
    if singles == 1:
        return (
            first
            if suffix in {"县", "州"} and _opens(kinds, first) and kinds[ending + 1 : ending + 2] in {"H", "T"}
            else None
        )
    if singles == 2 or (singles == 3 and _opens(kinds, first) and kinds[first] == "X"):
        return first
    return ending - 2


def _is_odd_character(words: Words, index: int) -> bool:
    """Tell whether the word is one character that opens a name though it is a measure or pronoun elsewhere (章江市)."""
    if index < 0 or words.kinds[index] != "V" or words.word(index) in lexicon().stops:
        return False
    return words.starts[index + 1] - words.starts[index] == 1 and _opens(words.kinds, index)


def _word_base(words: Words, ending: int, suffix: str) -> int | None:
    """Return ``ending - 1`` if the one word before the ending may be the base of a name (和平区, 红旗街道)."""
    if not ending or words.kinds[ending - 1] not in "XDvN":
        return None
    base = words.word(ending - 1)
    if (
        not 2 <= len(base) <= 3
        or base in lexicon().generic
        or suffix in {"区", "开发区", "新区", "社区", "街道", "示范区", "园区"}
    ):
        named = 2 <= len(base) <= 3 and words.kinds[ending - 1] == "X" and base not in lexicon().generic
        return (
            ending - 1 if named and (suffix != "社区" or words.kinds[ending + 1 : ending + 2] in {"H", "T"}) else None
        )
    if words.kinds[ending - 1] == "X" and suffix not in {"社区", "地区"}:
        return ending - 1
    return (
        ending - 1
        if suffix in {"县", "镇", "乡"}
        and words.kinds[ending - 1] == "D"
        and words.kinds[ending - 2 : ending - 1] in {"P", "A"}
        else None
    )


def _opens(kinds: str, index: int) -> bool:
    """Tell whether a name may begin at the word: nothing, punctuation, a function word or a place stands before it."""
    return index == 0 or kinds[index - 1] in ".VPTA"


def _rule(name: str) -> str:
    return "place.known" if name in lexicon().places else "place.ending"


def _continues(above: int, below: int) -> bool:
    """Tell whether a name of the first rank continues with one of the second."""
    return above < below != _RANKS["region"]


def lies_in(name: str, outer: str) -> bool:
    """Tell whether a place right behind another belongs to its name: 江西省|上饶市, 江西|小桥村, not 江苏|浙江."""
    above, below = (_RANKS.get(place_level(each) or "", 0) for each in (outer, name))
    return 0 < above < _RANKS["region"] and (not below or _continues(above, below))


def area_of(name: str) -> tuple[str, str] | None:
    """Return the area with which a name of a place or body begins, and the area's name alone; None for great ones.

    >>> area_of("柘溪县总工会")
    ('柘溪县', '柘溪')
    """
    match = _AREA.match(name)
    if match is None or any(lexicon().places.get(match[group]) in GREAT for group in (0, 1)):
        return None
    common = match[1] in lexicon().generic or match[1] in lexicon().descriptors or match[0] in lexicon().not_places
    return None if common else (match[0], match[1])


def place_level(name: str) -> str | None:
    """Return how far down a place lies, None where its name does not tell."""
    table = lexicon()
    if name in table.places:
        return table.places[name]
    for length in (3, 2, 1):
        level = table.suffixes.get(name[-length:])
        if level:
            return level
    return None
