"""Items of a roll that its layout tells, whatever names them: units side by side, whoever a paragraph opens with.

Enters: a stretch of clean text below an honour. Leaves: ``Recipient`` tuples; none where the stretch has another form.
Next: ``outline``.

A roll is a heading that names an honour and the items below it. Where the honour goes to bodies, every item is one, its
leader in brackets: 八路线（线长：甲）. Where an item tells more, its first words name the recipient: 甲　某厂钳工。….
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from unionie.frames import Mention
from unionie.link.honours.headings import LEAD, names_honour, read_placing
from unionie.link.honours.recipients import Recipient, find_recipients, team_of
from unionie.link.posts.name_forms import ORG_END, looks_like_name
from unionie.link.rolls.entries import read_entries, without_area
from unionie.link.rolls.lines import CELL_GAP, Cell

__all__ = ["each_headed", "each_numbered", "goes_to_bodies", "read_headed", "read_told", "read_units"]

_TO_BODIES = re.compile(
    "(?:文明号|先锋号|集体|单位|班组|科室|车间|企业|机关|窗口|[明兵]岗|奖状|之家|小家|工会|支部|党委|学校|团队)(?:标兵|称号)?$"
)
_PART = re.compile("(?:[（(][^（）()]*[）)]|“[^“”]*”|[^、；;/／（(“])+")
_ASIDE = re.compile("[（(]([^（）()]*)[）)]$")
_LEADER = re.compile("[一-鿿]{1,5}(?:[：:]|[　 ]+)[一-鿿·　 ]{2,}")  # 班长：甲; 领队　乙
_OTHER = re.compile(
    "^[12][0-9]{3}年|[，。：:！？\t《》\\[\\]]|——|[的了是把被将]|名单|奖励|[0-9](?:项|万?元|%)|第[一二三四五六七八九十0-9]+名|^[0-9.]+$"
)
# A unit of a body that is led by somebody: 某公交公司|八路线.
_LED = re.compile("(.{2,}?(?:公司|集团|[局厂矿院校站段场所铺社]|大楼|商场|银行|纸业))([一-鿿“”0-9]{2,10})")
_UNITS = 2  # characters of the shortest unit
_LONGEST = 40
_OPENS = re.compile("[^，。；　 （(\t]+(?:[（(][^（）()]*[）)])?(?:[　 ]+[^，。；]*)?")
_HEAD = re.compile("([^，。；：　 \t]{3,30})(?:：|[　 \t]+)(?=[^，。；]{4})")
_FRONT = re.compile("[一-鿿]{2,8}(?:战线|系统|片区|口|界)[：　 ]+")  # 工交战线　甲、乙
_TELLING = re.compile("[。：！？“”《]|[的了被将把]|表示|获得|[0-9]")
_CROWD = 3  # names of a list that nothing heads
_SHORTEST_POST = 3  # characters, with the mark before it
_TOLD = re.compile("——|。|，")
_NAMED = re.compile("(?:[（(][^（）()]*[）)]|[^，。；—（(])+")
_APART = re.compile("；(?![^（）]*）)")
_NUMBER = re.compile("[①-⑳]|(?<![0-9A-Za-z一-鿿.])[0-9]{1,2}[.．、](?![0-9])")
_LABELLED = re.compile("(?:(?<=[ 　\t])|^|(?<=\n))[一-鿿0-9]{2,12}：(?=[^：])")
_SEVERAL = 2
_MARKS = re.compile("[★◎●■▲□◆○◇☆\\s　]*")


def goes_to_bodies(honour: str) -> bool:
    """Tell whether an honour goes to bodies and teams only: 青年文明号, 先进班组标兵."""
    return _TO_BODIES.search(honour) is not None


def read_units(text: str, start: int, end: int) -> list[Recipient]:
    """Return the units that a line sets side by side, each the words of an item; none where an item is no unit."""
    lead = LEAD.match(text, start, end)
    start = lead.end() if lead else start
    start -= text[start - 1 : start] == "“" and text.count("”", start, end) > text.count("“", start, end)
    found: list[Recipient] = []
    position = start
    for gap in [
        *(match.span() for match in CELL_GAP.finditer(text, start, end) if _open(text, start, match)),
        (end, end),
    ]:
        for part in _PART.finditer(text, position, gap[0]):
            unit = _unit(text, *part.span())
            if unit is None and part.group().strip(" 　。") and not part.group().strip(" 　").isdigit():
                return []
            found += [unit] if unit else []
        position = gap[1]
    return without_area(text, found)


def _open(text: str, start: int, gap: re.Match[str]) -> bool:
    """Tell whether a gap stands outside brackets."""
    return text.count("（", start, gap.start()) == text.count("）", start, gap.start())


def _unit(text: str, start: int, end: int) -> Recipient | None:
    """Return the unit that an item names, without its bracket."""
    while start < end and text[start] in " 　":
        start += 1
    while end > start and text[end - 1] in " 　。":
        end -= 1
    aside = _ASIDE.search(text, start, end)
    stop = aside.start() if aside else end
    words = text[start:stop]
    if not _UNITS < len(words) <= _LONGEST or _OTHER.search(words) or names_honour(words) or read_placing(words):
        return None
    if looks_like_name("".join(words.split())) and not ORG_END.search(words):
        return None
    kind, body = team_of(words, start)
    led = aside is not None and _LEADER.match(aside.group(1)) is not None
    if led and body is None:
        outer = _LED.fullmatch(words)
        kind, body = "team", (start, start + outer.end(1)) if outer else None
    return Recipient(start, end, (start, stop), kind, body)


def each_headed(line: str) -> list[Cell]:
    """Return the stretches of a line that each set names behind an honour: 甲市工匠：乙；丙县工匠：丁."""
    items = _items(line, 0, len(line))
    heads = (line[first:last].partition("：") for first, last in items)
    whole = all(mark and names.strip() and names_honour(head.strip("“”　 ")) for head, mark, names in heads)
    return items if whole else []


def each_numbered(text: str, start: int, end: int) -> list[Cell]:
    """Return the items of a line that numbers or labels part: ①甲（某厂）②乙, 甲部：丙　乙部：丁; else all of it."""
    numbers = list(_NUMBER.finditer(text, start, end))
    if len(numbers) < 2 or text[start : numbers[0].start()].strip(" 　"):
        return _each_labelled(text, start, end)
    ends = [number.start() for number in numbers[1:]] + [end]
    return [(number.end(), last) for number, last in zip(numbers, ends, strict=True)]


def _each_labelled(text: str, start: int, end: int) -> list[Cell]:
    """Return the items of a line that sets several bodies with their people side by side: 甲部：乙　丙部：丁、戊."""
    labels = list(_LABELLED.finditer(text, start, end))
    if len(labels) < _SEVERAL or text[start : labels[0].start()].strip(" 　"):
        return [(start, end)]
    return list(pairwise([*(label.start() for label in labels), end]))


def read_told(text: str, mentions: Sequence[Mention], start: int, end: int) -> list[Recipient]:
    """Return whom the items of a paragraph open with before they tell of them: 甲（女）　某厂钳工。从业30年….

    Items that semicolons part are units, each with what it did behind a dash or in brackets.
    """
    first = _MARKS.match(text, start, end)
    start = first.end() if first else start
    told = _TOLD.search(text, start, end)
    name = _OPENS.match(text, start, told.start() if told else end)
    if name is None:
        return []
    crowd = _crowd(text, mentions, start, end)
    if crowd:
        return crowd
    people = [each for each in read_entries(text, mentions, start, name.end()) if each.kind == "person"]
    if len(people) == 1 and people[0].name[0] <= start + 4 and _is_set_off(text, people[0].name[1]):
        return people
    return [] if people else _told_units(text, start, end)


def _crowd(text: str, mentions: Sequence[Mention], start: int, end: int) -> list[Recipient]:
    """Return the people of whom a paragraph is nothing but a list: 工交战线　某厂车工甲（女），某局干部乙。"""
    front = _FRONT.match(text, start, end)
    start = front.end() if front else start
    stop = end - len(text[start:end]) + len(text[start:end].rstrip("。　 "))
    if _TELLING.search(text, start, stop):
        return []
    people = [each for each in find_recipients(text, mentions, start, stop) if each.kind == "person"]
    if len(people) < (1 if front else _CROWD) or people[-1].end < stop:
        return []
    position = start
    for each in people:
        before = text[position : each.name[0]]
        if len(before) > _LONGEST or (position > start and before[:1] not in "，、；"):
            return []
        if len(before) < _SHORTEST_POST or text[each.end : each.end + 1].strip("，、；。\n"):
            return []
        position = each.end
    return people


def read_headed(text: str, start: int, end: int) -> list[Recipient]:
    """Return the body that a paragraph sets off at its head before it tells of it: 1.某局　办结…, 某分厂：全年产….

    >>> [each.name for each in read_headed("1.云溪县水务局　清理河道46公里。", 0, 18)]
    [(2, 8)]
    """
    lead = LEAD.match(text, start, end)
    head = _HEAD.match(text, lead.end() if lead else start, end)
    unit = _unit(text, *head.span(1)) if head else None
    return [unit] if unit and ORG_END.search(text, *unit.name) else []


def _is_set_off(text: str, at: int) -> bool:
    return text[at : at + 1] in ("　", " ", "（", "(", "\t", "，")


def _told_units(text: str, start: int, end: int) -> list[Recipient]:
    """Return the units of a paragraph that semicolons part; none where the first item is none."""
    found: list[Recipient] = []
    for item in _items(text, start, end):
        named = _NAMED.match(text, *item)
        unit = _unit(text, *named.span()) if named else None
        if unit is None or not ORG_END.search(text, *unit.name):
            return found
        found.append(unit)
        if named and "。" in text[named.end() : item[1]].rstrip("。　 "):
            return found  # behind it the paragraph tells of the last
    return found


def _items(text: str, start: int, end: int) -> list[Cell]:
    """Return the stretches that semicolons outside brackets part."""
    items = []
    for mark in _APART.finditer(text, start, end):
        items.append((start, mark.start()))
        start = mark.end()
    return [*items, (start, end)]
