"""To whom or what a figure belongs.

Enters: clean text, mentions, times and fact frames. Leaves: the frames' ``subject``, as the text names it nearest.
Next: ``resolve`` finds its full name.

A subject stands at the head of a clause: an organization, a place, or a deictic (全市, 我区, 本院). It holds to the end
of its sentence; an organization holds to the end of its paragraph; where nothing is named, None: ``resolve`` puts
the report's own body there. The figures of a person belong to nobody else: "".
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from unionie.clean.types import CleanText
from unionie.frames import FactFrame, Head, Mention
from unionie.trace import note
from unionie.values.types import Time

_HEAD = re.compile(
    r"(?:^|[，；：。！？“”）\n\t◎●◆▲■★·▪▶○•◇]|[由使让])(?:\s|目前|现|截至目前|其中|同时|一年来|过去一年|年内|全年|今年以来|今年|去年|此外|据了解|为此|近年来|与此同时|[一二三四五六七八九十]是)*$"
)
_DEICTIC = re.compile(
    r"(?:全国|全省|全市|全区|全县|全州|全旗|全镇|全乡|全村|[我本该](?:省|市|区|县|州|旗|镇|乡|村|院|校|厂|局|会|行|馆|集团|公司|中心|年度)|"
    r"全[院校厂司局行馆]|全集团|全公司|全系统|全行业|集团公司|集团|公司|学校|医院|学院)(?:[一-鿿]{2,6}?(?:队伍|系统)|各?[一二三四五两]?级?(?:工会组织|工会|法院|检察机关|检察院|妇联组织|妇联|团组织|公安机关|残联|红十字会)(?!会员|干部|经费|工作|组建|主席))?"
)


# What of its own name heads a clause up to a semicolon, though it is no organization: 双江二期|完成投资, 县财政|投入,
# 大赛|设18个工种. Behind it stands no number (that counts such things), no post and nothing that it would belong to.
_THING = re.compile(
    r"(?:[“《]?(?![新建改扩完实推开举组设打创引加投争获被对为在把将以从向由经各其于按据列低高确如])"
    r"(?![一-鿿]{0,4}(?:推进|推动|支持|建设|打造|实施|国家级|省级))[一-鿿]{2,10}?"
    r"(?:经开区|高新区|开发区|口岸|增殖站|电站|分厂|大桥|干线|高速公路|(?<![年月日周学])[一二三四]期|技能大赛|马拉松|载人潜水器)[”》]?"
    r"|(?<![一-鿿])(?:口岸|大赛|赛事|辖区|工作队|道班|工作室|[县旗镇村]里|[市县区省]财政(?=累计|每年|投入|安排|拨|补|出资)))"
    r"(?:（[^）\n]{1,16}）)?(?=[一-鿿“])(?![的和与及等、主副党总一二三四五六七八九十百千万数几两]|建设|工作|负责|发展|管理|经济|[里内上中外站室区部])"
)
# Who decides what others do is not whose figures follow: 县委、县政府决定授予…
_DECIDES = re.compile(r"[^，。；：！？\n]{0,12}?(?:决定|确定的|号召|共建|主办|批复)")
_PRONOUN = re.compile(r"[他她](?!们)")
_AREA = re.compile(r"(?:省|市|区|县|州|旗|镇|乡|村|街道)$")


# Who speaks or presides tells the figures of others: 市妇联主席…在报告中说.
_SPEAKS = re.compile(
    r"[^。；！？\n]{0,20}?：|[^，。；：！？\n]{0,10}?(?:记得|算过|说|表示|介绍|指出|透露|告诉|强调|认为|坦言|宣布|报告|主持|出席|致辞|讲话)"
)
_LASTING = frozenset(["ORG", "PERSON"])  # hold beyond their sentence
_APPOSITION = 28
_HEADING = 24
_REACH = 400  # characters of a sentence
_LOOKED_AT = 64  # marks before a value
_OPENS_LIFE = re.compile(r"[^一-鿿]*")
_HONOURED = re.compile(r"获|当选|授予|评为|荣立|记.{1,3}等功|夺得|命名")
_FRONT = 12  # blocks
_OF_AREA = re.compile(r"政府工作报告|统计[公月]报|国民经济")
_AREA_BODY = re.compile(r"区$|园$")  # zones, which figures of the economy may be of
_COMMA = re.compile("[；，、]")
_STOP = re.compile(r"[。！？]")


def assign_subjects(
    clean: CleanText,
    mentions: Sequence[Mention],
    times: Sequence[Time],
    frames: Sequence[FactFrame],
) -> list[Head]:
    """Give each frame without a subject the one that the text names nearest before it; return all that head clauses."""
    text = _without_times(clean.text, times)
    marks = _find_marks(clean, text, mentions)
    semicolons = [match.start() for match in re.finditer("；", clean.text)]
    scene = _Scene(clean, marks, [mark.start for mark in marks], semicolons, _is_of_area(clean))
    for frame in frames:
        if frame.subject is None:
            mark = _nearest(scene, frame)
            frame.subject = None if mark is None else mark.text
            if mark is not None:
                note("fact.subject", frame.quantity.start, frame.quantity.end, head=mark)
    return marks


def _without_times(text: str, times: Sequence[Time]) -> str:
    """Return the text with times blanked, so that a subject behind a time still heads its clause."""
    pieces = []
    position = 0
    for time in times:
        pieces += [text[position : time.start], " " * (time.end - time.start)]
        position = time.end
    return "".join([*pieces, text[position:]])


def _find_marks(clean: CleanText, text: str, mentions: Sequence[Mention]) -> list[Head]:
    marks = []
    people = {mention.start: mention.end for mention in mentions if mention.label == "PERSON"}
    for mention in mentions:
        if mention.label not in ("ORG", "PERSON", "LOC") or not _heads(text, mention.start):
            continue
        if text[mention.end : mention.end + 1] == "的" or _DECIDES.match(text, mention.end):
            continue
        if mention.label == "LOC" and not _AREA.search(text[mention.start : mention.end]):
            continue
        holder = next((people[at] for at in range(mention.start, mention.end + 9) if at in people), None)
        if holder is not None and _SPEAKS.match(text, holder):
            continue
        if holder is not None:
            marks.append(Head(mention.start, "", mention.label))
        else:
            marks.append(Head(mention.start, clean.surface[mention.start : mention.end], mention.label))
    marks += [Head(match.start(), "", "PERSON") for match in _PRONOUN.finditer(text) if _heads(text, match.start())]
    covered = {offset for m in mentions if m.label == "ORG" for offset in range(m.start, m.end)}
    for match in _DEICTIC.finditer(text):
        if match.start() in covered or not _heads(text, match.start()):
            continue
        marks.append(Head(match.start(), clean.surface[match.start() : match.end()], "DEICTIC"))
    taken = covered | {mark.start for mark in marks}
    for match in _THING.finditer(text):
        if match.start() in taken or not _heads(text, match.start()):
            continue
        name = clean.surface[match.start() : match.end()].split("（")[0].strip("“”")
        marks.append(Head(match.start(), name, "THING"))
    return sorted(marks, key=lambda mark: mark.start)


def _heads(text: str, start: int) -> bool:
    return bool(_HEAD.search(text[max(0, start - 12) : start])) or start == 0


@dataclass(frozen=True, slots=True)
class _Scene:
    """The heads of clauses in text order, where they start, and where semicolons stand."""

    clean: CleanText
    marks: Sequence[Head]
    starts: Sequence[int]
    semicolons: Sequence[int]
    of_area: bool  # a government's report: a body named in it owns what its clause says, no more

    def parted(self, start: int, end: int) -> bool:
        """Return whether a semicolon stands in a stretch."""
        place = bisect_left(self.semicolons, start)
        return place < len(self.semicolons) and self.semicolons[place] < end


def _nearest(scene: _Scene, frame: FactFrame) -> Head | None:
    """Return the last mark before the value: any of its sentence, or the lasting one that opens its paragraph.

    Where the paragraph has turned to the area since (全市…), nothing lasts.
    """
    marks, block = scene.marks, scene.clean.blocks[frame.sentence.block]
    turned = False
    last = bisect_right(scene.starts, frame.quantity.start) - 1
    for index in range(last, max(-1, last - _LOOKED_AT), -1):
        mark = marks[index]
        if mark.start < block.start:
            return None
        before = marks[index - 1] if index else None
        if mark.text and before and _is_apposition(before, mark, block.start):
            continue
        if not mark.text and not _of_person(scene, block.start, mark, frame):
            continue
        if mark.start >= frame.sentence.start:
            if _reaches(scene, mark, frame):
                return mark
        elif mark.label == "THING":
            continue
        elif mark.label not in _LASTING:
            turned = True
        elif not mark.text or (not turned and _lasts(scene, mark, before, frame, block.start)):
            return mark
    return None


def _is_of_area(clean: CleanText) -> bool:
    """Return whether the headline is that of a government's report or a statistical bulletin."""
    head = (
        clean.text[block.start : block.end] for block in clean.blocks[:_FRONT] if block.kind in ("title", "subtitle")
    )
    return any(map(_OF_AREA.search, head))


def _reaches(scene: _Scene, mark: Head, frame: FactFrame) -> bool:
    """Return whether the head of a clause reaches a value of its sentence.

    A thing, and what stands behind a semicolon, reaches to the next one; what stands behind 其中 to the next comma:
    其中市财政补助120万元，段自筹196万元.
    """
    text = scene.clean.text
    if text.endswith("其中", 0, mark.start):
        return _COMMA.search(text, mark.start, frame.quantity.start) is None
    if scene.of_area and mark.label == "ORG" and not _AREA_BODY.search(mark.text):
        return _COMMA.search(text, mark.start, frame.quantity.start) is None
    whole = mark.label != "THING" and not scene.parted(frame.sentence.start, mark.start)
    return whole or not scene.parted(mark.start, frame.quantity.start)


def _of_person(scene: _Scene, start: int, person: Head, frame: FactFrame) -> bool:
    """Return whether a value can be a person's: of a paragraph that opens with the name, else up to a semicolon.

    Behind a sentence that says who was honoured, the report goes on about itself.
    """
    if _OPENS_LIFE.fullmatch(scene.clean.text, start, person.start):
        return True
    if person.start >= frame.sentence.start:
        return not scene.parted(person.start, frame.quantity.start)
    return not _HONOURED.search(scene.clean.text, person.start, min(frame.quantity.start, person.start + _REACH))


def _lasts(scene: _Scene, mark: Head, before: Head | None, frame: FactFrame, start: int) -> bool:
    """Return whether an organization is what the paragraph is about: it opens it, and not as one that is honoured."""
    if scene.of_area:
        return False
    text = scene.clean.text
    end = min(frame.quantity.start, mark.start + _REACH)
    stop = _STOP.search(text, mark.start, end)
    if _HONOURED.search(text, mark.start, stop.start() if stop else end) or not _opens(scene.clean, start, mark.start):
        return False
    return before is None or before.start < start or before.label in _LASTING


def _is_apposition(person: Head, mark: Head, start: int) -> bool:
    """Return whether a mark says where a person works: 覃卫东，48岁，桂江港务集团焊工班班长."""
    return not person.text and person.start >= start and mark.start - person.start <= _APPOSITION


def _opens(clean: CleanText, start: int, offset: int) -> bool:
    """Return whether an offset stands in the first sentence of its paragraph, a short heading sentence aside."""
    stop = _STOP.search(clean.text, start, offset)
    return stop is None or (stop.end() - start <= _HEADING and not _STOP.search(clean.text, stop.end(), offset))
