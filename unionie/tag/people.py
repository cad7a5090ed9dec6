"""Find people: a surname and a given name, only where something near it says that a person is meant.

Enters: ``Words``, kinds, and the organizations and places found before. Leaves: PERSON mentions with ``name``.
Next: ``titles`` reads the posts beside them.

Evidence: a post or profession before (主席刘建平) or behind (刘建平主席), a byline, a bullet, sex, age, nation or unit
behind (，女，), verbs of saying or of honour beside it, an organization before; then the neighbours in a list; then
every place where a proven name stands again. Names without such a sign are left to the learned tagger.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from unionie.frames import Mention
from unionie.tag.lexicon import lexicon, name_parts, word_set
from unionie.tag.names import HAN, is_closed, name_end, spaced_end
from unionie.tag.words import Words, find_occurrences

__all__ = ["find_people"]

_GAP = re.compile("[ \u3000\t]{0,4}(?:[：:／/]?[ \u3000]{0,2})")
_DOT = re.compile(f"[·•‧](?=[{HAN}])")
_BEFORE_DOT = re.compile(f"[{HAN}]{{1,7}}$")
_VESSEL = re.compile("[”」]?(?:号|轮|舰|艇|飓风|台风|风暴|国际|跨国|大桥|机场|奖|杯)")
_LONE_SPACE = re.compile(f"[ \u3000](?<=[{HAN}][ \u3000])[ \u3000]?(?=[{HAN}])")
_LINE_START = re.compile(f"\n[ \u3000\t]*(?=[{HAN}])")
_WIDE_GAP = re.compile("[ \u3000\t]+")
_RUN = re.compile(f"[{HAN}]+")
_DETAIL = re.compile(
    "[，,\t]?(?:（|，|\t)(?:[^，。；（）\n]{0,12}[，、])?(?:现年|今年|年仅)?"
    "(?:男|女|[\u4e00-\u9fff]{1,4}族|\\d{2}周?岁|[“]?\\d0后|19\\d\\d年|20\\d\\d年\\d+月(?:出)?生)(?=[，、；）“”出岁生\t])"
    "|[ \u3000]*（[^（）\n]{2,20}(?:公司|集团|局|院|厂|校|学|所|站|委|会|部|中心|网点|店|组|队|班|科|室)）"
)
_SPEAKS = re.compile(
    "(?:还|也|均|曾|又|则)?(?:[笑着高兴激动自豪情感慨深由衷欣慰地如是哽咽坦诚]{0,5})"
    "(?:说(?![明服法起到])|告诉|表示|介绍(?!信)|提醒|指出|强调|坦言|回忆|认为|透露|感慨|感叹|深有感触|谈道|谈到|直言|解释|呼吁)"
)
_HONOURED = re.compile(
    "等[0-9一二三四五六七八九十]*[人名位](?!民)|(?:双双|同时|分别|均|曾|还|先后|喜)?"
    "(?:荣获(?!得)|获(?![悉取])|分获|被评为|被授予|当选|获评|荣立|获颁|荣膺|被推选|被聘|被命名|被追授|入选|荣登|摘得|夺得|斩获)"
)
_CHOSEN = re.compile("入选|荣登")
_COUNTED = re.compile("[2-9两三四五六七八九]人")
_APPOINTED = re.compile("(?:续任|出任|担任|连任|就任|接任|升任|调任|任(?!何|务|意|命|期))")
_CALLED = re.compile(
    "(?:同志|先生|女士|小姐|同学|团队|老师|教授|院士|博士|师傅|医生|医师|法官|警官|阿姨|大爷|奶奶|夫妇|一家|一行|主任医师|副教授|工程师|科员|检察官|律师)(?!们)"
)
_STOPS_LIST = re.compile(
    "[、，。；）：“”‘’《〔【\\s（]|[等获荣被当和与及同以在将把为记]|团队|[0-9一二三四五六七八九十]+[人名位]|夫妇|分获|双双|$"
)
_LIST_NEXT = re.compile("(?:[、，和及与]|[ \u3000]+|（[^（）]{1,14}）[、和]?)(?=[\u4e00-\u9fff])")
_BULLET = re.compile("[◎●■★◆▲□①②③④⑤⑥⑦⑧⑨⑩][ \u3000]?$")
_SURE = frozenset({"person.post-before", "person.byline", "person.called", "person.detail", "person.appointed"})
_BULLET_ENDS = frozenset({"，", "（", "：", "\n", "", " ", "\u3000"})
_CREDIT = re.compile(
    "(?:文(?<![^\\s（]文)[图字]?|图(?<![^\\s（]图)[文片]?|供(?<![^\\s（]供)图|摄(?<![^\\s（]摄))"
    "[ \u3000]?[/／:：|｜][ \u3000]?"
)


def find_people(words: Words, kinds: str, bodies: list[Mention], bylines: Iterable[tuple[int, int]]) -> list[Mention]:
    """Return PERSON mentions; ``bodies`` are ORG and LOC mentions, ``bylines`` the spans of byline blocks."""
    found: dict[int, tuple[int, str]] = {}
    inside = {index for body in bodies if body.label == "ORG" for index in range(body.start, body.end)}
    for finder in (
        _beside_posts(words, kinds),
        _by_context(words, kinds),
        _behind_bodies(words, kinds, bodies),
        _set_with_space(words),
        _credits(words),
        _roll_lines(words, {body.start for body in bodies}),
        _dotted(words),
    ):
        for start, end, rule in finder:
            if start not in inside:
                found.setdefault(start, (end, rule))
    for first, last in bylines:
        for start, end in _in_byline(words, first, last):
            found.setdefault(start, (end, "person.byline"))
    _drop_places(words, found)
    _add_list_neighbours(words, found, inside)
    _add_repeats(words, found)
    _add_list_neighbours(words, found, inside)
    _add_repeats(words, found)
    _drop_places(words, found)
    mentions = [_mention(words, start, end, rule) for start, (end, rule) in found.items()]
    return sorted(mentions, key=lambda mention: (mention.start, -mention.end))


def _any_end(words: Words, start: int, *, strong: bool) -> int | None:
    end = name_end(words, start, strong=strong)
    return end if end is not None else spaced_end(words, start)


def _beside_posts(words: Words, kinds: str) -> list[tuple[int, int, str]]:
    found = []
    text = words.text
    for match in re.finditer("[TWY]", kinds):
        after = words.starts[match.end()]
        start = _GAP.match(text, after).end()  # type: ignore[union-attr]
        if text[after : after + 1] == "\n" or text[start : start + 1] < "\u4e00":
            continue
        post = words.word(match.start())
        broad = post in word_set("broad-post") or (match.group() == "W" and post[-1] == "者")
        end = _any_end(words, start, strong=not broad)
        if end is None or (broad and end - start < 3 and not is_closed(text, end)):
            continue
        if broad and not _STOPS_LIST.match(text, end) and kinds[bisect_left(words.starts, end)] not in "VvTW":
            continue
        if match.group() == "Y" and start == after and post in word_set("byline-verb") and not is_closed(text, end):
            continue
        found.append((start, end, "person.post-before"))
        if match.group() == "Y":
            found += _run_on(words, kinds, end)
    return found


def _credits(words: Words) -> list[tuple[int, int, str]]:
    """Return the names behind 文/ and 图/."""
    spans = [(match.end(), _any_end(words, match.end(), strong=True)) for match in _CREDIT.finditer(words.text)]
    return [(start, end, "person.byline") for start, end in spans if end is not None]


def _run_on(words: Words, kinds: str, start: int) -> list[tuple[int, int, str]]:
    """Return the names of a byline that lost the spaces between them (记者滕一鸣糜芳)."""
    found: list[tuple[int, int, str]] = []
    while (end := name_end(words, start, strong=True)) is not None:
        found.append((start, end, "person.byline"))
        start = end
    after = kinds[bisect_left(words.starts, start) : bisect_left(words.starts, start) + 1]
    return found if after in {"", ".", "Y"} else []


def _by_context(words: Words, kinds: str) -> list[tuple[int, int, str]]:
    """Return names that open a clause and are proven by what follows."""
    found = []
    text, parts = words.text, name_parts()
    for match in _clause().finditer(text):
        start = match.start()
        compound = text[start : start + 2] in parts.compounds
        if not compound and text[start] not in parts.surnames and text[start : start + 2] not in parts.syllables:
            continue
        end = name_end(words, start, strong=True)
        if end is None:
            continue
        rule = _right_evidence(words, kinds, end)
        if rule == "person.honoured" and _CHOSEN.match(text, end) and not _chosen_person(words, start, end):
            continue
        if rule is None and _BULLET.search(text, max(0, start - 2), start) and text[end : end + 1] in _BULLET_ENDS:
            rule = "person.bullet"
        if rule is None and compound and _is_name_like(words, start):
            rule = "person.compound-surname"
        if rule is None and text[start - 1 : start] in {"授", "予"} and text[end : end + 1] in {"等", "“", "、"}:
            rule = "person.granted"
        if rule is None and text[start - 1 : start] == "、" and _COUNTED.match(text, end):
            rule = "person.counted"
        if rule is not None:
            found.append((start, end, rule))
    return found


@cache
def _clause() -> re.Pattern[str]:
    """Return the pattern of a character that may open a name where a clause or phrase begins."""
    parts = name_parts()
    first = "".join(sorted(parts.surnames | {word[0] for word in parts.compounds | parts.syllables}))
    inside = f"A-Za-z0-9{_without('的授予和及由给中像')}"
    return re.compile(f"[{first}](?<![{inside}].)")


def _without(chars: str) -> str:
    """Return the Chinese characters but ``chars`` as ranges of a regular expression's set."""
    edges = [0x4DFF, *sorted(map(ord, chars)), 0xA000]
    return "".join(f"{chr(low + 1)}-{chr(high - 1)}" for low, high in pairwise(edges) if low + 1 < high)


def _chosen_person(words: Words, start: int, end: int) -> bool:
    """Tell whether what was chosen is a person: no short word, nor one in a list with what is no name (…江、阳宗海)."""
    if words.text[start - 1 : start] == "、":
        return any(_any_end(words, start - size, strong=True) == start - 1 for size in (3, 4, 5) if start >= size)
    return end - start > 2


def _is_name_like(words: Words, start: int) -> bool:
    return words.kinds[bisect_left(words.starts, start)] in "Xx"


def _right_evidence(words: Words, kinds: str, end: int) -> str | None:
    text = words.text
    for pattern, rule in (
        (_DETAIL, "person.detail"),
        (_SPEAKS, "person.speaks"),
        (_HONOURED, "person.honoured"),
        (_CALLED, "person.called"),
        (_APPOINTED, "person.appointed"),
    ):
        if pattern.match(text, end):
            return rule
    index = bisect_left(words.starts, end)
    return "person.post-behind" if kinds[index : index + 1] == "T" else None


def _behind_bodies(words: Words, kinds: str, bodies: Iterable[Mention]) -> list[tuple[int, int, str]]:
    found = []
    for match in re.finditer("[HBb](?=[Xx])", kinds):
        start = words.starts[match.end()]
        end = name_end(words, start)
        if end is not None and end - start > 2 and _STOPS_LIST.match(words.text, end):
            found.append((start, end, "person.team-before"))
    for body in bodies:
        end = _any_end(words, body.end, strong=body.label == "ORG")
        if end is not None and _STOPS_LIST.match(words.text, end) and (end - body.end > 2 or body.label == "ORG"):
            found.append((body.end, end, "person.body-before"))
    return found


def _set_with_space(words: Words) -> list[tuple[int, int, str]]:
    """Return names of two characters with one space inside running text (司机关 勇获…)."""
    found = []
    for match in _LONE_SPACE.finditer(words.text):
        start = match.start() - 1
        end = spaced_end(words, start)
        if (
            end is None
            or words.text[end : end + 1] in {" ", "\u3000"}
            or words.text[start - 1 : start] in {" ", "\u3000"}
            or any(_closes_name(words, start - size, start + 1) for size in (1, 2) if start >= size)
        ):
            continue
        if (end - match.end() > 1 or words.text[match.end()] in name_parts().given) and (
            _STOPS_LIST.match(words.text, end)
            if end - match.end() > 1
            else _STOPS_LIST.match(words.text, end) or _right_evidence(words, words.kinds, end)
        ):
            found.append((start, end, "person.set-with-space"))
    return found


def _closes_name(words: Words, start: int, end: int) -> bool:
    """Tell whether a name behind a space ends at ``end``: the 利 of 丁强　刘万利　闫然."""
    return words.text[start - 1 : start] in {" ", "\u3000"} and name_end(words, start, strong=True) == end


def _roll_lines(words: Words, openings: set[int]) -> list[tuple[int, int, str]]:
    """Return names that open a line and stand before the organization they belong to (尹　栩　　潭州市第一中学)."""
    found = []
    for match in _LINE_START.finditer("\n" + words.text):
        start = match.end() - 1
        end = _any_end(words, start, strong=True)
        gap = None if end is None else _WIDE_GAP.match(words.text, end)
        if end is not None and gap and gap.end() in openings:
            found.append((start, end, "person.roll"))
    return found


def _in_byline(words: Words, first: int, last: int) -> list[tuple[int, int]]:
    found = []
    for match in _RUN.finditer(words.text, first, last):
        end = _any_end(words, match.start(), strong=True)
        if end is not None and (end == match.end() or (end > match.end() and end <= last)):
            found.append((match.start(), end))
    return found


def _dotted(words: Words) -> list[tuple[int, int, str]]:
    """Return names with a dot (阿不都热合曼·买买提), cut free of the function words and posts before them."""
    found = []
    for dot in _DOT.finditer(words.text):
        match = _BEFORE_DOT.search(words.text, max(0, dot.start() - 7), dot.start())
        if match is None:
            continue
        index = bisect_left(words.starts, match.end())
        while index and words.starts[index] > match.start() and not _bars_foreign(words, index - 1):
            index -= 1
        while words.starts[index + 1] < match.end() and words.kinds[index] in "VDvNP" and _is_lead(words, index):
            index += 1
        start = max(match.start(), words.starts[index])
        if words.text[start] == "长" and words.text[start - 1 : start] in {"部", "局", "院", "厅", "会", "处", "校"}:
            start += 1
        end = name_end(words, start) if start < match.end() else None
        if end is not None and end > match.end() and not _VESSEL.match(words.text, end):
            found.append((start, end, "person.dotted"))
    return found


def _is_lead(words: Words, index: int) -> bool:
    """Tell whether the word stands before a foreign name (公民|约翰, 前|大使|约翰): long, or 前 before a post."""
    return words.starts[index + 1] - words.starts[index] > 1 or words.word(index) in {"前", "原", "现", "时", "副"}


def _bars_foreign(words: Words, index: int) -> bool:
    """Tell whether a foreign name cannot reach back over the word: a post, a body, a preposition."""
    return words.kinds[index] in "TWYHSBFGP." or words.word(index) in word_set("preposition")


def _add_list_neighbours(words: Words, found: dict[int, tuple[int, str]], inside: set[int]) -> None:
    """Add the names that stand in one list with a proven name, behind it and before it."""
    for first, (last, _) in list(found.items()):
        position = last
        while separator := _LIST_NEXT.match(words.text, position):
            start = separator.end()
            end = (
                None if start in found or start in inside else _any_end(words, start, strong=separator.group() == "、")
            )
            if end is None or not _STOPS_LIST.match(words.text, end) or (separator.group() == "，" and end - start < 3):
                break
            if separator.group().isspace() and words.text[end : end + 1] not in {"", " ", "\u3000", "\n", "）"}:
                break
            found[start] = (end, "person.list")
            position = end
        _add_before(words, found, first, inside)


def _add_before(words: Words, found: dict[int, tuple[int, str]], first: int, inside: set[int]) -> None:
    while first > 2 and words.text[first - 1] in "、和 \u3000":
        end = len(words.text[:first].rstrip(" \u3000")) if words.text[first - 1] in " \u3000" else first - 1
        for length in (5, 4, 3, 2):
            start = end - length
            if start >= 0 and start not in found and start not in inside and _any_end(words, start, strong=True) == end:
                break
        else:
            return
        found[start] = (end, "person.list")
        first = start


def _add_repeats(words: Words, found: dict[int, tuple[int, str]]) -> None:
    """Add the other places where proven names stand."""
    names = {_squeeze(words.text[start:end]) for start, (end, _) in found.items()}
    if not names:
        return
    for start, end in find_occurrences(words.text, names):
        if start not in found and (end - start > 2 or (start in words.edges and end in words.edges)):
            found[start] = (end, "person.again")


def _drop_places(words: Words, found: dict[int, tuple[int, str]]) -> None:
    """Drop names that are places (马鞍山、宿州获批…) unless something says of each that it is a person."""
    places = lexicon().places
    for start, (end, rule) in list(found.items()):
        if words.text[start:end] in places and rule not in _SURE:
            del found[start]


def _mention(words: Words, start: int, end: int, rule: str) -> Mention:
    return Mention(start, end, "PERSON", rule, {"name": _squeeze(words.text[start:end])})


def _squeeze(name: str) -> str:
    return name.replace(" ", "").replace("\u3000", "")
