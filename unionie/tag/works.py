"""Find works and events: 《…》 with its marks, sessions of bodies, named contests, campaigns and festivals.

Enters: clean text, for events the organizations and places found in it. Leaves: WORK and EVENT mentions.
Next: ``merge``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from unionie.frames import Mention

__all__ = ["find_events", "find_works"]

_WORK = re.compile("《[^《》\n]{1,80}(?:《[^《》\n]{1,40}》[^《》\n]{0,40})?》")
_HAN = "[\u4e00-\u9fff]"
_NUMBER = "[一二三四五六七八九十百\\d]{1,4}"
_KIND = (  # its first character is asked for first: the words are many, and tried at each character of a name
    "(?=[锦邀挑竞大比擂联油速技艺歌运文旅博交论])(?:锦标赛|邀请赛|挑战赛|竞赛|大赛|比赛|比武|擂台赛|联赛|[油速技艺歌]赛"
    "|运动会|艺术节|文化节|旅游节|博览会|交易会|论坛)"
)
_SESSION = "(?:会议|全会|全委会|大会|职代会|教代会|理事会|年会|定期会)"
_BODY = "(?:[省市区县旗盟州乡镇校院局]委?|集团|公司|学校|医院|自治[区州县旗盟])?"
# A level alone where no name ends with it: 在省第九届运动会.
_LEVEL = f"(?:(?<!{_HAN})|(?<=[在于由向从对为是加]))(?:自治[区州县旗盟]|[省市县区州旗盟])"
_SCOPE = "(?:全(?:国|省|市|县|区|州|旗|盟|校|局|厂|院|系统|集团)|中国)"

# Each with the word that no match is without: most reports lack it, and a look for a word is quick.
_EVENTS = (
    ("event.session", "届", f"{_BODY}第?{_NUMBER}届{_HAN}{{0,24}}?{_NUMBER}次{_HAN}{{0,10}}?(?:（扩大）)?{_SESSION}"),
    ("event.contest", "届", f"(?:{_SCOPE}|{_LEVEL}|学校|校)?第{_NUMBER}届[\u4e00-\u9fff“”]{{0,16}}?{_KIND}"),
    ("event.contest", "杯", f"[“「][\u4e00-\u9fffA-Za-z]{{1,8}}杯[”」](?:{_HAN}{{0,12}}?{_KIND})?"),
    ("event.contest", "", f"{_SCOPE}{_HAN}{{2,16}}?{_KIND}"),
    ("event.race", "马拉松", f"(?:(?:19|20)\\d\\d年?{_HAN}{{2,8}}?)?(?:[半全]程)?马拉松"),
)
_PATTERNS = tuple((rule, word, re.compile(pattern)) for rule, word, pattern in _EVENTS)
_AT_PLACE = re.compile(f"{_HAN}{{2,14}}?{_KIND}")
_BASES = {"event.session": ("ORG", "LOC"), "event.contest": ("LOC",), "event.race": ("LOC",)}
_YEAR = re.compile("(?:19|20)\\d\\d$")


def find_works(text: str) -> list[Mention]:
    """Return WORK mentions: titles in book marks, with the marks."""
    return [Mention(match.start(), match.end(), "WORK", "work.marks", {}) for match in _WORK.finditer(text)]


def find_events(text: str, names: Iterable[Mention] = ()) -> list[Mention]:
    """Return EVENT mentions: sessions, contests and festivals that an ordinal, a cup or their scope names.

    ``names``: organizations and places; a session begins with the body before it, a contest with its place.
    """
    places = sorted((name.label, name.start, name.end) for name in names)
    bases = {rule: sorted(place[1:] for place in places if place[0] in labels) for rule, labels in _BASES.items()}
    found = []
    for rule, word, pattern in _PATTERNS:
        for match in pattern.finditer(text) if word in text else ():
            start = _widen(text, match.start(), bases[rule])
            if rule != "event.race" or start < match.start() or match[0][0].isdigit():
                found.append(Mention(start, match.end(), "EVENT", rule, {}))
    for start, end in bases["event.contest"]:
        if held := _AT_PLACE.match(text, end):
            found.append(Mention(start, held.end(), "EVENT", "event.contest", {}))
    return found


def _widen(text: str, start: int, bases: Sequence[tuple[int, int]]) -> int:
    """Return where the event at ``start`` begins with the names that reach it, and with the year before them."""
    first = start
    place = bisect_left(bases, (first, 0)) - 1
    while place >= 0 and bases[place][1] >= first:
        first = bases[place][0]
        place -= 1
    year = _YEAR.search(text, max(0, first - 4), first)
    return year.start() if year and first < start else first
