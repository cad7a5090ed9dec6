"""A run of values aligned with the indicators that are listed before it.

Enters: a run of values and the words before it. Leaves: (subject, indicator) for each value, or None. Next: ``facts``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from unionie.frames import FactFrame
from unionie.link.figures.lists import (
    RESPECTIVELY,
    align,
    changed_before,
    compared_before,
    coordinated,
    each_of,
    enumerated_before,
    expand_items,
    listed_before,
    packed,
    subjects_of,
    summed_before,
)
from unionie.link.figures.measures import RELATIVE_UNITS, Reading
from unionie.link.figures.objects import elided
from unionie.link.figures.phrases import (
    Tagger,
    clean_phrase,
    ends_nominal,
    lacks_object,
    noun_prefix,
    tells_action,
    trim_left,
    verb_prefix,
)
from unionie.link.figures.qualifiers import GENERIC
from unionie.link.figures.ranked import ranks_among
from unionie.link.figures.scope import Reader, Scope
from unionie.link.figures.topics import MEAN, NAMES_BODY, names_thing
from unionie.values.numerals import parse_number
from unionie.values.types import Quantity

_ALIGNED = ("facts.aligned", "facts.from")
REACHED = re.compile("[到至为]\x01+的$")  # 提高到|2025年的|801元
_AND = re.compile("[、和与及]")
_STATED = 16  # values of a sentence to which 分别 may look back
_NAME = 3  # characters
_THING = 2
_PEOPLE = frozenset(["人", "名", "位"])
# What speaks of all that was told before: 两者, 四项指标, 三个年龄组的比重.
_POINTS = re.compile("这?[两三四五六七八九十]+[者项个类]|年均|名义|实际|前后|上述|以上|各")
_ENDS = re.compile(
    "[，、；]*其?(?P<end>[前后])(?P<count>[两二三四五六七八九])[项者个类种家](?=[均都]?(?:同比|环比)?(?:分别|依次))"
)
_OF_EACH = re.compile("(?:[率面度]|占比|比重|比例|总[数量])$")
_MEASURED = re.compile("[率额量数值分]$")
_STILL = re.compile("(?:[、，和与及]|以及)(?:基本|大体|均)?(?:持平|不变)(?=[、，。；和与及以]|$)")
_STILL_LONGEST = 8  # characters
_SHARED = 6  # characters of what each item of a list did


def align_run(
    reader: Reader, scope: Scope, start: int, words: str, reading: Reading, run: list[Quantity]
) -> list[tuple[str | None, str]] | None:
    """Return (subject, indicator) for each value of a run that 分别 aligns with a list, or None."""
    count = len(run)
    surface = reader.clean.phrases[start : start + len(words)]
    if (still := _standing_still(reader, run)) and RESPECTIVELY.search(words):
        return _around_still(reader, scope, surface, words, reading, still)
    if count < 2:
        return None
    if items := align(surface, words, reading.head_end, count, reader.tag):
        scope.listed = expand_items(each_of(items), reader.tag)
        named = [scope.topic + item if GENERIC.match(item) else item for item in scope.listed]
        after = re.split("分[别別]|依次|先后|相继|各", words)[-1] if reading.measure == "level" else ""
        if not after.strip("为达到有是约近高仅只也均") and (total := _divided(scope, named, reading, run)):
            return [(item, total) for item in named]
        return [
            (subject, _with_object(reader, scope, named, run) if subject else named)
            for subject, named in subjects_of(named, items, after, reader.tag)
        ]
    relative = all(quantity.unit in ("%", "百分点") for quantity in run)
    low, high = trim_left(words[: reading.head_end], reader.tag)
    phrase = clean_phrase(words[low:high], surface[low:high])
    alike = len({quantity.unit for quantity in run}) == 1  # 甲、乙类传染病14种1863例
    linked = words.endswith(("为", "达", "达到"))
    if items := packed(phrase, count) or (coordinated(phrase, count, linked=linked) if alike else None):
        return [
            (None, item)
            for item in _with_verb(expand_items(items, reader.tag), verb_prefix(items[0], reader.tag), reader.tag)
        ]
    named = _AND.split(phrase)
    even = len(named) == count and {*map(len, named)} == {len(named[0])} and len(named[0]) <= _NAME
    if alike and even and reading.measure == "level" and words.endswith(phrase):
        return [(None, item) for item in named]  # 不捕、不诉23人和18人
    if reading.measure == "change" and relative and len(named) == count and min(map(len, named)) >= _THING:
        return [(None, item) for item in expand_items(named, reader.tag)]  # 刑事发案、治安发案下降8%和5%
    if items := _each_its_own(reader, phrase, words, reading, run):
        return [(None, item) for item in items]
    if len(scope.listed) == count and 0 < len(phrase) <= _SHARED:
        return [(None, item + phrase) for item in scope.listed]  # …分别惠及64人、380户, 支出16万元、30万元
    respectively = RESPECTIVELY.search(words) is not None
    if respectively and scope.bare is not None:
        low, high = scope.bare
        if listed := listed_before(reader.clean.phrases[low:high], reader.words(low, high, 0), count, reader.tag):
            return [(subject, listed[0]) for subject in listed[1]]
        for things_of in (enumerated_before, compared_before, changed_before):
            if things := things_of(reader.clean.surface[low:high], reader.words(low, high, 0), count, reader.tag):
                return [(None, thing + phrase) for thing in things]
    reached = reading.destination or REACHED.search(words) is not None
    again = (reading.measure == "change" or reached) and len(scope.frames) - scope.first >= count
    if respectively and (ends := _ends_of_list(scope, words, count)):
        return [(None, item) for item in ends]
    if each := RESPECTIVELY.search(words):
        own = _of_owners(reader, scope, words[: min(each.start(), reading.head_end)], surface, run)
        if own is not None:
            return own or None
    if respectively and (alike_units := _by_unit(scope, phrase, run)):
        return [(None, item) for item in alike_units]
    if respectively or relative or (again and _listed_together(scope.frames[-count:])):
        return _of_values(reader, scope, reading, phrase, run, respectively=respectively, relative=relative)
    return None


def _standing_still(reader: Reader, run: list[Quantity]) -> list[int | None]:
    """Return the places of a run's values in a list of which others stay as they were (None), if any do.

    分别增长|2.7%|、持平、下降|6.5%|.
    """
    text = reader.clean.text
    ends = [quantity.start for quantity in run[1:]]
    stops = [*ends, min(run[-1].end + _STILL_LONGEST, reader.sentence.end)]
    places: list[int | None] = []
    for place, (quantity, stop) in enumerate(zip(run, stops, strict=True)):
        places += [place, *[None] * len(_STILL.findall(text, quantity.end, stop))]
        if place + 1 == len(run) and not _STILL.match(text, quantity.end):
            places = places[: places.index(place) + 1]
    return places if None in places else []


def _around_still(
    reader: Reader, scope: Scope, surface: str, words: str, reading: Reading, places: list[int | None]
) -> list[tuple[str | None, str]] | None:
    """Return what the values are of among as many names, or levels told before, as there are ``places``."""
    count = len(places)
    if items := align(surface, words, reading.head_end, count, reader.tag):
        named = expand_items(each_of(items), reader.tag)
    else:
        stated = [f.indicator for f in scope.frames[scope.first :] if f.measure in ("level", "share")]
        named = stated[-count:] if len(stated) >= count else []
    return [(None, named[at]) for at, place in enumerate(places) if place is not None] if named else None


def _of_values(
    reader: Reader,
    scope: Scope,
    reading: Reading,
    phrase: str,
    run: list[Quantity],
    *,
    respectively: bool,
    relative: bool,
) -> list[tuple[str | None, str]] | None:
    """Return what as many values as the run has were told of before: 收案3件，结案2件，分别增长|5%、6%."""
    count = len(run)
    recent = scope.frames[max(scope.first, len(scope.frames) - _STATED) :]
    if reading.measure == "rank":
        recent = [frame for frame in recent if not ranks_among(reader, frame.quantity)]
    stated = [frame for frame in recent if frame.measure in ("level", "share")]
    if respectively and len(stated) < count == len(recent) and all(map(_tells_amount, recent)):
        stated = list(recent)  # 结算2.8万人次，减少垫付394万元，分别增长|46%和33%
    if respectively and reading.measure == "level" and (joined := _of_stated(reader, stated[-count:], phrase, run)):
        return joined
    if respectively and stated and (things := summed_before(stated[-1].indicator, count, reader.tag)):
        return [(None, thing) for thing in things]
    if len(stated) >= count and stated[-1] is scope.frames[-1] and _listed_together(stated[-count:]):
        return [(None, frame.indicator) for frame in stated[-count:]]
    if relative and len(rates := [f for f in stated if f.quantity.unit == "%"]) >= count and run[0].unit != "%":
        stated = rates  # 入会率91%，25人以上企业建会率98%，分别提高1.2个和0.5个百分点
    levels = [frame.indicator for frame in stated if frame.part_of is None]
    if len(levels) < count or (respectively and _since_change(scope) == count):
        levels = [frame.indicator for frame in stated]
    enough = len(levels) >= count and (respectively or len(levels) == count)
    return [(None, item) for item in levels[-count:]] if enough else None


def _tells_amount(frame: FactFrame) -> bool:
    """Return whether a frame says how much of something of its own there was, or was saved: no growth in per cent."""
    return frame.measure == "level" or (frame.rule == "facts.left" and frame.quantity.unit not in RELATIVE_UNITS)


def _each_its_own(reader: Reader, phrase: str, words: str, reading: Reading, run: list[Quantity]) -> list[str] | None:
    """Return the things of a list that has as many values of one unit behind it: 发放粮油、棉衣|30万元和9万元."""
    if reading.measure != "level" or len({quantity.unit for quantity in run}) > 1 or not words.endswith(phrase):
        return None
    named = _AND.split(phrase)
    if len(named) != len(run) or not all(names_thing(item, reader.tag) for item in named):
        return None
    if any(NAMES_BODY.search(item) for item in named):
        return None
    verb = verb_prefix(named[0], reader.tag)
    if not all(ends_nominal(item, reader.tag, strictly=True) for item in named):  # 供热、供水|管网
        tail = max(reader.tag(named[-1])[-1][0], named[-1][-2:], key=len)
        named = [item.removesuffix(tail) + tail for item in named]
    return _with_verb(expand_items(named, reader.tag), verb, reader.tag)


def _with_verb(items: list[str], verb: str, tag: Tagger) -> list[str]:
    """Return the items of a list with the verb that opens the first: 办理工伤、医疗保险待遇."""
    return [items[0], *(item if verb_prefix(item, tag) else verb + item for item in items[1:])]


def _since_change(scope: Scope) -> int:
    """Return how many levels the sentence has stated since its last change: those that 分别增长 is said of."""
    since = takewhile(lambda frame: frame.measure in ("level", "share"), reversed(scope.frames[scope.first :]))
    return len(list(since))


def _ends_of_list(scope: Scope, words: str, count: int) -> list[str]:
    """Return the first or last things of a list told before: 甲、乙、丙产量依次为…，前两项|分别下降6%、15%."""
    match = _ENDS.match(words)
    if match is None or parse_number(match["count"]) != count:
        return []
    since = list(takewhile(lambda frame: frame.measure in ("level", "share"), reversed(scope.frames[scope.first :])))
    told = [frame.indicator for frame in reversed(since)]
    if len(told) < count:
        return []
    return told[:count] if match["end"] == "前" else told[-count:]


def _of_owners(
    reader: Reader, scope: Scope, words: str, surface: str, run: list[Quantity]
) -> list[tuple[str | None, str]] | None:
    """Return what the property named before 分别 is of: 门诊26万人次、住院3万人次，|满意率|分别为94%和96%.

    Nothing where the things before are not of one kind; None where no property is named.
    """
    low, high = trim_left(words, reader.tag)
    named = clean_phrase(words[low:high], surface[low:high])
    if not names_thing(named, reader.tag) or GENERIC.match(named) or _POINTS.match(named) or NAMES_BODY.search(named):
        return None
    if named.endswith("中"):
        return None  # 在全省46家医院中|分别排第12、第9
    stated = [frame for frame in scope.frames[scope.first :] if frame.measure in ("level", "share")][-len(run) :]
    if len(stated) < len(run) or not (_OF_EACH.search(named) or len({frame.quantity.unit for frame in stated}) == 1):
        return []
    things = [frame.indicator.removeprefix(verb_prefix(frame.indicator, reader.tag)) for frame in stated]
    return [(None, thing + named) for thing in _without_measure(things)]


def _without_measure(things: list[str]) -> list[str]:
    """Return the things without the measure that all end in: 城网|供电可靠率, 农网|供电可靠率."""
    columns = zip(*(thing[::-1] for thing in things), strict=False)
    size = sum(1 for _ in takewhile(lambda column: len(set(column)) == 1, columns))
    shared = things[0][-size:] if size else ""
    shared = shared[max(0, _THING - min(map(len, things)) + len(shared)) :]
    return [thing.removesuffix(shared) for thing in things] if _MEASURED.search(shared) else things


def _by_unit(scope: Scope, phrase: str, run: list[Quantity]) -> list[str]:
    """Return the levels of the sentence that have the units of the values, in their order: 分别增加|3期、120人."""
    if phrase or any(quantity.dimension not in ("count", "money") for quantity in run):
        return []
    levels = [frame for frame in scope.frames[scope.first :] if frame.measure == "level" and frame.quantity.unit]
    found: list[str] = []
    for quantity in reversed(run):
        while levels and not _counts_alike(levels[-1].quantity, quantity):
            levels.pop()
        if not levels:
            return []
        found.append(levels.pop().indicator)
    return found[::-1]


def _counts_alike(one: Quantity, other: Quantity) -> bool:
    return one.unit == other.unit or {one.unit, other.unit} <= _PEOPLE


def _of_stated(
    reader: Reader, stated: Sequence[FactFrame], phrase: str, run: list[Quantity]
) -> list[tuple[str | None, str]] | None:
    """Return what each thing stated before did, in another unit: 核桃2万亩、花椒1万亩，分别覆盖农户|3200户、2100户."""
    alike = any(frame.quantity.unit == run[0].unit for frame in stated)
    if len(stated) != len(run) or alike or not names_thing(phrase, reader.tag) or not tells_action(phrase, reader.tag):
        return None
    things = [frame.indicator.removeprefix(verb_prefix(frame.indicator, reader.tag)) for frame in stated]
    return [(None, thing + phrase) for thing in things]


def _divided(scope: Scope, names: list[str], reading: Reading, run: list[Quantity]) -> str:
    """Return what bodies have shares or means of, where the list only names them: 用水2400万方，东干渠与西干渠分别…"""
    if reading.measure != "level" or not all(len(name) >= _NAME and NAMES_BODY.search(name) for name in names):
        return ""
    for frame in reversed(scope.frames[scope.block :]):
        if frame.measure == "level" and frame.part_of is None and frame.quantity.unit == run[-1].unit:
            mean = frame.quantity.unit == "%" or MEAN.search(frame.indicator)
            return frame.indicator if mean or frame.quantity.value >= sum(quantity.value for quantity in run) else ""
    return ""


def _with_object(reader: Reader, scope: Scope, verb: str, run: list[Quantity]) -> str:
    """Return what bodies did with the thing that the verb lacks: behind the last value, or spoken of before."""
    alone = len(verb) == 1 or lacks_object(verb, reader.tag)
    if not alone and [pos for _, pos in reader.tag(verb)] != ["v"]:
        return verb
    end = run[-1].end
    behind = re.match("[一-鿿]{0,12}", reader.words(end, min(end + 12, reader.sentence.end), 0))
    thing = behind.group()[: noun_prefix(behind.group(), reader.tag)] if behind else ""
    return verb + (thing or (elided(reader, scope) if alone else ""))


def _listed_together(frames: Sequence[FactFrame]) -> bool:
    """Return whether frames are one list, of different things: 分别达7.5万元、4万元|，增长5.2%、7.3%."""
    named = {frame.indicator for frame in frames}
    return len(named) == len(frames) and all(frame.rule in _ALIGNED for frame in frames)
