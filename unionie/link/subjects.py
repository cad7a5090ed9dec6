"""To whom or what a figure belongs.

Enters: clean text, mentions, times and fact frames. Leaves: the frames' ``subject``, as the text names it nearest.
Next: ``resolve`` finds its full name.

A subject stands at the head of a clause: an organization, a place, or a deictic (全市, 我区, 本院). It holds to the end
of its sentence; an organization or event, and the village or unit that opens its paragraph, to the end of that; the
unit that labels a line owns the line. Where nothing is named, None: ``resolve`` puts the report's own body there. The
figures of a person belong to nobody else: "".
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from unionie.clean.types import CleanText
from unionie.dictionary import plain_jieba
from unionie.frames import FactFrame, Head, Mention
from unionie.link.figures.phrases import trim_left
from unionie.link.heads.area_figures import SETTLES, find_moved, find_served, is_of_area, is_of_house, without_end
from unionie.link.heads.beside import GIFT, TREASURY, find_names_beside, is_source
from unionie.link.heads.clauses import find_heads
from unionie.link.heads.counted import HONOURED, counts_people, is_one_of, is_prize
from unionie.link.heads.persons_said import without_persons
from unionie.link.heads.pointers import points, tell_meant
from unionie.link.heads.respective import share_out
from unionie.link.heads.scenes import is_left
from unionie.link.heads.sized import find_sized
from unionie.trace import note
from unionie.values.types import Time

_LASTING = frozenset(["ORG", "PERSON", "EVENT"])  # hold beyond their sentence
_APPOSITION = 28
_HEADING = 24
_REACH = 400  # characters of a sentence
_SHORTEST = 2  # characters of an indicator
_LEAD = 12  # characters before what opens a sentence: its date
_SEVERAL = 2  # values
_POINTS = re.compile("[该这那本我各]")
_DONE_BY = frozenset("由使让")
_LOOKED_AT = 64  # marks before a value
_CLOSING = "”’」》"
_OPENS_LIFE = re.compile(r"[^一-鿿]*")
_OTHERS = re.compile(r"[\s　]*(?:另有|还有|此外|其余|另外)")
_OF_AREA = re.compile(r"政府工作报告|统计[公月]报|国民经济")
_AREA_BODY = re.compile(r"区$|园$")  # zones, which figures of the economy may be of
_AMONG_OTHERS = re.compile("、[^，。；：\n0-9]*，")  # 甲镇、乙镇水厂扩容，|6.4万群众喝上放心水
_GIVES = re.compile(
    rf"[^，。；：\n]{{0,6}}?(?:{GIFT})[^，。；：\n]{{0,12}}?[0-9一二三四五六七八九十百千几]+[^，。；：\n]{{0,4}}元"
)
# What others bring, lend or do to the body that reports: 甲商会|送来棉衣1200件, 县卫健局|为妇女体检2万人次.
_HELPS = re.compile(
    "[^，。；：\n0-9]{0,12}?(?:送来|捐来|运来|支援|驰援|增援|援助)|[为给替](?![主了期此止])[^，。；：\n0-9]{2,12}[0-9]"
)
_WON = re.compile("(?:先后|分别|再次)?(?:[荣喜]?获(?!得)|荣[膺立]|被(?:授予|评为|命名))")
_WINS = re.compile("[荣获夺摘]")
_PLANNED = re.compile("将|要[再新]|再[建增添投办]|计划|拟|今后|下一步|[明后]年|力争|确保|争取|选树")
_BARE = 2  # characters of a body without a name
# Bodies that work rather than govern, whose people tell of them; what they publish may be of anybody.
_WORKS = re.compile("(?:[校厂矿行馆店社段队场园庭]|指挥部|项目部|[大中小]学|医院|公司|集团|基金会|景区|车间)$")
_TELLS_OTHERS = re.compile("显示|发布|公布|测算|报道|消息|统计|[讯电]（|全[省市县区镇乡村]")
_HAS_VALUE = re.compile(r"[^，。；：！？\n等]*[0-9]")
_COMMA = re.compile("[；，、]")
_SEMICOLON = re.compile("；")
# What one of several does, before its first value: what follows is its doing, too: 其中市中院|受理5019件，审结4870件.
_ACTS = re.compile(f"(?!{GIFT}|[占达约近超为有仅只共不另同、，])[一-鿿]{{2,12}}[0-9]")
_BREAK = re.compile("[；、]|，(?!其中)")
_PART = re.compile("其中[^；。]*$")  # before one of several
_TOWN = re.compile("(?:[镇乡村屯寨]|嘎查|苏木|街道|社区)$")
_BUILT = re.compile(
    "(?:[大综]?楼|大厦|[公道铁]路|大桥|隧道|干线|[一二三四]期)$"
)  # told of in a sentence, no unit that acts
_STOP = re.compile(r"[。！？]")
# Units of the body that reports: behind the sentence it goes on about itself.
_DEPARTMENT = re.compile(
    "(?:[一-鿿](?<!专)科|(?<!工作)室|[处處]|车间|门诊|服务中心|窗口|互助(?:基金)?会|观测站|工作站|驿站|(?:孕妇|家长|父母|新婚|业余|职工)学校)$"
)


def assign_subjects(
    clean: CleanText,
    mentions: Sequence[Mention],
    times: Sequence[Time],
    frames: Sequence[FactFrame],
    units: Sequence[tuple[int, int]] = (),
) -> list[Head]:
    """Give each frame without a subject the one that the text names nearest before it; return all that head clauses."""
    share_out(clean, mentions, frames)
    marks = find_heads(clean, mentions, times, units)
    semicolons = [match.start() for match in re.finditer("；", clean.text)]
    values = [frame.quantity.start for frame in frames]
    beside = find_names_beside(clean, mentions, units)
    alone = frozenset(mark.start for mark in beside.values())
    beside |= find_sized(clean, mentions, frames)
    scene = _Scene(clean, marks, [mark.start for mark in marks], semicolons, values, alone, _is_of_area(clean))
    before: FactFrame | None = None
    for frame in frames:
        if frame.subject is None:
            own = beside.get(frame.quantity.start)
            own = own or find_served(clean, frame)
            mark = own or _nearest(scene, frame)
            if own is None and (moved := find_moved(clean, frame)) and not (mark and mark.label == "LOC"):
                own = mark = moved  # of a place that is named 全省 is that place
            frame.subject = None if mark is None else mark.text
            if before is not None and own is None and scene.goes_on(before, frame):
                frame.subject = before.subject
            elif mark is not None:
                note("fact.subject", frame.quantity.start, frame.quantity.end, head=mark)
        frame.indicator = _without(frame.indicator, frame.subject)
        before = frame
    without_persons(clean, mentions, frames)
    tell_meant(clean, mentions, marks, frames)
    return marks


def _without(indicator: str, subject: str | None) -> str:
    """Return an indicator without what opens it up to its subject: 该场|造林, 假期全市共|接待游客.

    A name that nothing stands before may be part of it.
    """
    place = indicator.find(subject) if subject else -1
    if subject and place < 0:
        return without_end(indicator, subject)
    if subject is None or place < 0 or (indicator[:place] in ("", "新增") and not _POINTS.match(indicator)):
        return indicator
    if place and indicator[place - 1] in _DONE_BY:
        return indicator  # 单笔最大的一项由甲公司以1500万元买下
    rest = indicator[place + len(subject) :].lstrip(_CLOSING)
    start, end = trim_left(rest, plain_jieba().tag) if place else (0, len(rest))
    return rest[start:end] if end - start >= _SHORTEST and "、" not in rest else indicator


@dataclass(frozen=True, slots=True)
class _Scene:
    """The heads of clauses in text order, where they start, and where semicolons stand."""

    clean: CleanText
    marks: Sequence[Head]
    starts: Sequence[int]
    semicolons: Sequence[int]
    values: Sequence[int]
    beside: frozenset[int]  # where the names stand that have nothing but their value
    of_area: bool  # a government's report: a body named in it owns what its clause says, no more

    def parted(self, start: int, end: int) -> bool:
        """Return whether a semicolon stands in a stretch."""
        place = bisect_left(self.semicolons, start)
        return place < len(self.semicolons) and self.semicolons[place] < end

    def is_aside(self, start: int, mark: Head) -> bool:
        """Return whether a figure stands before a mark, behind a start: others are spoken of before it."""
        return bisect_left(self.values, start) < bisect_left(self.values, mark.start)

    def is_topic(self, mark: Head, start: int) -> bool:
        """Return whether a unit opens its sentence and has several values before the first semicolon: it goes on."""
        place = bisect_left(self.semicolons, mark.start)
        end = self.semicolons[place] if place < len(self.semicolons) else mark.start
        values = bisect_left(self.values, end) - bisect_left(self.values, mark.start)
        opens = mark.start - start <= _LEAD and not mark.text.endswith("部") and not self.is_aside(start, mark)
        return opens and values >= _SEVERAL

    def follows(self, mark: Head, start: int) -> bool:
        """Return whether another head stands before a mark, in its sentence, with no semicolon between."""
        before = self.marks[bisect_left(self.starts, mark.start) - 1]
        speaks = before.label == "SPEAKER"  # and says what the next one gives: 甲公司董事长…说，公司每年拿出50万元
        return start <= before.start < mark.start and not speaks and not self.parted(before.start, mark.start)

    def goes_on(self, before: FactFrame, frame: FactFrame) -> bool:
        """Return whether a value of the sentence says no word of its own: 接待3215人次；今年上半年|1940人次."""
        if frame.rule != "facts.inherited" or frame.sentence != before.sentence or frame.aside:
            return False
        if before.rule == "facts.compared":  # 比全省60%的平均水平高|11个百分点
            return False
        return bisect_right(self.starts, before.quantity.start) == bisect_right(self.starts, frame.quantity.start)


def _nearest(scene: _Scene, frame: FactFrame) -> Head | None:
    """Return the last mark before the value: any of its sentence, or the lasting one that opens its paragraph.

    Where the paragraph has turned to the area since (全市…), nothing lasts.
    """
    marks, block = scene.marks, scene.clean.blocks[frame.sentence.block]
    turned = elsewhere = False
    area = ""  # to which the paragraph has turned
    last = bisect_right(scene.starts, frame.quantity.start) - 1
    for index in range(last, max(-1, last - _LOOKED_AT), -1):
        mark = marks[index]
        if mark.start < block.start:
            return None
        if mark.label == "OURS":
            if mark.start > frame.sentence.start:
                return None
            continue
        before = marks[index - 1] if index else None
        if mark.text and before and _is_apposition(scene.clean.text, before, mark, block.start):
            continue
        if not mark.text and (
            counts_people(scene.clean.text, mark, frame) or not _of_person(scene, block.start, mark, frame)
        ):
            continue
        if is_prize(scene.clean.text, mark, frame):
            continue
        if mark.text and (is_one_of(scene.clean.text, mark, frame) or is_source(scene.clean.text, mark.start)):
            continue
        if mark.start >= frame.sentence.start:
            if _reaches(scene, mark, frame):
                return mark
        elif mark.label == "LABEL":
            return None if turned and area != mark.text else mark
        elif mark.label == "SCENE":
            left = elsewhere or is_left(scene.clean.text, mark.start + len(mark.text), frame.quantity.start)
            return None if left else mark
        elif mark.label == "SPEAKER" or (mark.label == "THING" and not _is_local(scene, mark, block.start)):
            continue
        elif mark.label not in _LASTING and not _is_local(scene, mark, block.start):
            turned = turned or before is None or not (points(mark.text) and _opens_with(before, block.start))
            area = area or mark.text
            leads = _STOP.search(scene.clean.text, max(block.start, mark.start - _LEAD), mark.start)
            elsewhere = elsewhere or mark.label == "DEICTIC" or leads is not None
        elif not mark.text or (not turned and _lasts(scene, mark, before, frame, block.start)):
            return mark
    return None


def _opens_with(body: Head, start: int) -> bool:
    """Return whether a paragraph opens with a body, which a word behind it may point to: 甲厂不一样。|这家工厂…."""
    return body.label == "ORG" and 0 <= body.start - start <= _LEAD


def _is_local(scene: _Scene, mark: Head, start: int) -> bool:
    """Return whether a paragraph is about the unit or the village that it opens with, and has a value of."""
    if mark.start != start:
        return False
    end = start + len(mark.text)
    if mark.label == "THING":
        return _HAS_VALUE.match(scene.clean.text, end) is not None and not _BUILT.search(mark.text)
    alone = scene.clean.text[end : end + 1] not in ("、", "和", "与")  # not the first of 甲村、乙村…分别达到
    return mark.label == "LOC" and alone and _TOWN.search(mark.text) is not None


def _is_of_area(clean: CleanText) -> bool:
    """Return whether the headline is that of a government's report or a statistical bulletin."""
    return any(map(_OF_AREA.search, clean.read_headlines()))


def _reaches(scene: _Scene, mark: Head, frame: FactFrame) -> bool:
    """Return whether the head of a clause reaches a value of its sentence.

    A label owns its line. The body of who speaks owns what it plans, not what it tells of others. A thing, what stands
    behind a semicolon or a value of its sentence, and in the report of a government what opens its sentence with a
    value, reaches to the next semicolon; what stands behind 其中, who gives money in between and a unit that wins
    something, to the next comma:
    其中市财政补助120万元，段自筹196万元.
    """
    text = scene.clean.text
    if mark.label in ("LABEL", "SCENE"):
        return True
    if mark.label == "LOC" and _AMONG_OTHERS.match(text, mark.start + len(mark.text), frame.quantity.start):
        return False
    if mark.label == "SPEAKER":
        return _speaks_of_own(text, mark, frame)
    if text.endswith("其中", 0, mark.start):
        first = bisect_left(scene.values, mark.start) == bisect_left(scene.values, frame.quantity.start)
        until = _SEMICOLON if _ACTS.match(text, mark.start + len(mark.text)) else _COMMA
        return first or until.search(text, mark.start, frame.quantity.start) is None
    end = mark.start + len(mark.text)
    if is_of_area(text, mark, frame.indicator):
        return False
    if scene.of_area and mark.label == "ORG" and not _AREA_BODY.search(mark.text):
        if mark.start == frame.sentence.start and _HAS_VALUE.match(text, mark.start + len(mark.text)):
            return not scene.parted(mark.start, frame.quantity.start)
        goes_on = is_of_house(mark, frame.indicator) and not scene.parted(mark.start, frame.quantity.start)
        return goes_on or _BREAK.search(text, mark.start, frame.quantity.start) is None
    start = frame.sentence.start
    gives = _GIVES.match(text, end)
    if gives and mark.label == "ORG" and scene.parted(gives.end(), frame.quantity.start):
        return False  # 省红十字会下拨563万元；|海外捐赠214万元
    gives = gives if scene.follows(mark, start) else None
    if (
        gives
        or (TREASURY.fullmatch(mark.text) and scene.is_aside(start, mark))
        or (mark.label == "THING" and _WINS.match(text, end))
    ):
        reach = gives.end() if gives and text[end] != "、" else mark.start
        return _COMMA.search(text, reach, frame.quantity.start) is None
    wins = _WON.match(text, end) is not None
    part = _PART.search(text, max(frame.sentence.start, mark.start - _REACH), mark.start) is not None
    aside = mark.label in ("ORG", "LOC") and scene.is_aside(frame.sentence.start, mark)
    unit = mark.label == "THING" and not scene.is_topic(mark, frame.sentence.start)
    whole = not (unit or wins or part or aside or scene.parted(frame.sentence.start, mark.start))
    return whole or not scene.parted(mark.start, frame.quantity.start)


def _speaks_of_own(text: str, mark: Head, frame: FactFrame) -> bool:
    """Return whether who speaks tells of his body: its plans, or all, if it works: 甲合作社理事长…说."""
    end = mark.start + len(mark.text)
    if _PLANNED.search(text, mark.start, frame.quantity.start):
        return True
    works = len(mark.text) > _BARE and _WORKS.search(mark.text)
    return bool(works) and _TELLS_OTHERS.search(text, end, frame.quantity.start) is None


def _of_person(scene: _Scene, start: int, person: Head, frame: FactFrame) -> bool:
    """Return whether a value can be a person's: of a paragraph that opens with the name, else up to a semicolon.

    Behind the sentence, the report goes on about itself; so does one that tells of others (另有15名民警), and one that
    says which honour somebody of a unit won.
    """
    text = scene.clean.text
    if _OTHERS.match(text, frame.sentence.start):
        return False
    if _OPENS_LIFE.fullmatch(text, start, person.start):
        stop = _STOP.search(text, person.start, frame.quantity.start)
        return stop is None or person.label == "PERSON" or not HONOURED.search(text, person.start, stop.start())
    return person.start >= frame.sentence.start and not scene.parted(person.start, frame.quantity.start)


def _lasts(scene: _Scene, mark: Head, before: Head | None, frame: FactFrame, start: int) -> bool:
    """Return whether an organization is what the paragraph is about: it opens it, and not as one that is honoured."""
    text = scene.clean.text
    if (
        scene.of_area
        or scene.is_aside(start, mark)
        or mark.start in scene.beside
        or _PART.search(text, max(start, mark.start - _REACH), mark.start)
        or _GIVES.match(text, mark.start + len(mark.text))
        or _HELPS.match(text, mark.start + len(mark.text))
        or SETTLES.match(text, mark.start + len(mark.text))
    ):
        return False
    end = min(frame.quantity.start, mark.start + _REACH)
    stop = _STOP.search(text, mark.start, end)
    if HONOURED.search(text, mark.start, stop.start() if stop else end) or not _opens(scene.clean, start, mark.start):
        return False
    if _DEPARTMENT.search(mark.text):
        return False
    return before is None or before.start < start or before.label in _LASTING


def _is_apposition(text: str, person: Head, mark: Head, start: int) -> bool:
    """Return whether a mark says where a person works: 覃卫东，48岁，桂江港务集团焊工班班长."""
    near = not person.text and person.start >= start and mark.start - person.start <= _APPOSITION
    near = near and mark.text[0] not in "该本我" and not _HAS_VALUE.match(text, mark.start + len(mark.text))
    theirs = text[mark.start - 1 : mark.start] == "的"  # 甲（回族）创办的|青禾合作社
    return near and not theirs and not _STOP.search(text, person.start, mark.start)


def _opens(clean: CleanText, start: int, offset: int) -> bool:
    """Return whether an offset stands in the first sentence of its paragraph, a short heading sentence aside."""
    stop = _STOP.search(clean.text, start, offset)
    return stop is None or (stop.end() - start <= _HEADING and not _STOP.search(clean.text, stop.end(), offset))
