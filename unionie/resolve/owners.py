"""Figures of an area that the words before them give to somebody else, and those of a government that decides.

Enters: fact frames with the subject that heads their clause. Leaves: frames of the economy and the budget without one
where that is a person or a governing body: a committee has no gross product; those of what a government gives with it;
those of a paragraph that opens with what the area of an office has, until the office does something, with the area.
Next: ``facts`` names the report's body.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence

from unionie.clean.types import CleanText
from unionie.frames import FactFrame, Head, Mention
from unionie.resolve.concepts import find_concept
from unionie.resolve.decisions import is_decision
from unionie.resolve.names.identities import Directory

# Kinds of houses, which a text may call so by the kind alone, and how their names end.
_KIND_OF = {"医院": re.compile("院$"), "学校": re.compile("[校学院]$"), "学院": re.compile("[校学院]$")}
_OWN_AREA = re.compile("[省市区县州旗盟镇乡]$")
_REPORTS = re.compile(
    "(?:统计局|调查队|发改[委局]|发展(?:和|与)?改革(?:委员会|[委局]))$"
)  # on the economy of their area
_GOVERNS = re.compile(r"(?:[省市区县州旗盟]委|党委|政府)$")
_OF_AREAS = ("economy.", "fiscal.")
# A government that decides alone; a committee and its government together decide as two bodies, see ``_deciding``.
_DECIDES = re.compile(
    r"(?:(?<=经)|(?<![、和与委一-鿿]))(?P<who>(?:[一-鿿]{2,12}?)?[省市盟州区县旗镇乡](?:人民)?政府)(?:(?:研究|现|经研究)*决定(?:[，：]|对|授予|命名|表彰|表扬|奖励|给予)"
    "|(?:第[0-9一二三四五六七八九十]+次(?:常务)?会议)?(?:审定|批准|审议通过)，(?=授予|命名|表彰|奖励))"
)

_DECIDED = re.compile("(?:研究|现|经研究|特|联合)*决定(?:[，：]|对|授予|命名|表彰|表扬|奖励|给予|通报)")
_ALONE = re.compile("(?<=[，。\\s　究])决定：")  # by whoever issues the report
_JOINED = ("、", "和", "与")
_HEAD = 4  # blocks of a letterhead
_UNION = re.compile("(?:工会|工会系统|[省市区县州旗盟]总|[我本]会)$")
_AREA = re.compile("[全我本](?:[省市区县州旗盟镇乡村縣區]|[垦林矿牧油]区)")
_OPENING = 24  # characters of a paragraph, with its date
_REASON = re.compile("为(?:了|表彰|弘扬|激励|进一步|树立|充分)|决定|授予|批准")  # a decision turns to what it gives
_HAS = re.compile("[^。！？\n]*?[0-9一二三四五六七八九十百千]")
_STOP = re.compile("[。！？]")
# What an office does, gives or plans: with that a paragraph turns from its area to whoever reports.
_DEED = re.compile(
    "投入|投资|筹[集措资]|审计|查出|补助|资助|慰问|走访|救助|举办|组织(?![建0-9])|开展|组建|查处|检查|检出|出版|聘[用请]|招募|接待(?!能力)|新?配[置备]|决定|授予|表彰|培训|调解"
    "|受理|拿出|争取|支出|(?<!共)发放|选树|派出|计划|拟|力争|再建|率先"
)


def name_deciding(clean: CleanText, mentions: Sequence[Mention], frames: Sequence[FactFrame]) -> None:
    """Give what a body decides to honour, in a report that is about that, to it: 县委、县政府决定：授予|3个单位…."""
    if not is_decision(clean):
        return
    bodies = [mention for mention in mentions if mention.label == "ORG"]
    match = _DECIDES.search(clean.text)
    who = (match.start("who"), match.end("who"), match.end()) if match else _deciding(clean, bodies)
    if who is None:
        return
    start, end, decided = who
    for frame in frames:
        if frame.subject is None and frame.quantity.start > decided and frame.modality == "actual":
            frame.subject = clean.surface[start:end]


def _deciding(clean: CleanText, bodies: Sequence[Mention]) -> tuple[int, int, int] | None:
    """Return who decides and where that is said, else who stands in the letterhead: 县委、县政府|决定.

    Of several bodies it is the first; a committee and its government decide together.
    """
    text = clean.text
    for index, body in enumerate(bodies):
        decides = _DECIDED.match(text, body.end)
        if decides:
            first = index
            while first and text[bodies[first - 1].end : bodies[first].start] in _JOINED:
                first -= 1
            chain = bodies[first : index + 1]
            governs = any(_GOVERNS.search(text, each.start, each.end) for each in chain)
            return chain[0].start, chain[-1 if governs else 0].end, decides.end()
    heads = [block for block in clean.blocks[:_HEAD] if block.kind == "byline"]
    issuers = [each for each in bodies if any(block.start <= each.start < block.end for block in heads)]
    alone = _ALONE.search(text)
    if not alone or not issuers or any(_GOVERNS.search(text, each.start, each.end) for each in issuers):
        return None
    return issuers[0].start, issuers[0].end, alone.end()


def free_area_figures(frames: Sequence[FactFrame]) -> None:
    """Take from figures of the economy and the budget the subjects that cannot own them."""
    for frame in frames:
        if frame.subject is None or not (
            frame.subject == "" or _GOVERNS.search(frame.subject) or _REPORTS.search(frame.subject)
        ):
            continue
        quantity = frame.quantity
        concept = find_concept(frame.indicator, unit=quantity.unit, dimension=quantity.dimension, measure=frame.measure)
        if concept is not None and concept.id.startswith(_OF_AREAS):
            frame.subject = None


def free_kinds(frames: Sequence[FactFrame], directory: Directory, body: str | None) -> None:
    """Take from figures of an area's report what names only a kind of house, 医院 or 学校, where none is named."""
    if body is None or not _OWN_AREA.search(body):
        return
    for frame in frames:
        kind = _KIND_OF.get(frame.subject or "")
        if kind and frame.meant is None and not any(map(kind.search, directory.groups)):
            frame.subject = None


def free_own_union(frames: Sequence[FactFrame], body: str | None) -> None:
    """Take from figures of 工会 that word, where the report is a union's own: it has a name for itself."""
    if body is not None and _UNION.search(body):
        for frame in frames:
            if frame.subject == "工会":
                frame.subject = None


def name_area(
    clean: CleanText,
    heads: Sequence[Head],
    frames: Sequence[FactFrame],
    body: str | None,
    is_above: Callable[[str], bool],
) -> None:
    """Give what a paragraph goes on to tell of the area that it opens with to that: 全县有基层工会163个。会员|9127人.

    It does so until the office that reports acts, or the body that decides gives its reasons. Where the report is the
    area's own, nothing is left to give.
    """
    if body is None or _AREA.match(body):
        return
    decision = is_decision(clean)
    starts = [head.start for head in heads]
    values = [frame.quantity.start for frame in frames]
    for frame in frames:
        if frame.subject is None:
            head = _praised(clean, heads, starts, frame) if decision else _topic(clean, heads, starts, values, frame)
            if head and not is_above(head.text):
                frame.subject = head.text


def _praised(clean: CleanText, heads: Sequence[Head], starts: Sequence[int], frame: FactFrame) -> Head | None:
    """Return the area whose people a decision praises in the paragraph before it decides: 2018年，全市职工…."""
    opens = clean.blocks[frame.sentence.block].start
    first, last = bisect_left(starts, opens), bisect_left(starts, frame.sentence.start) - 1
    head = heads[last] if last >= first else None
    if head is None or not _AREA.fullmatch(head.text) or head.start - opens > _OPENING:
        return None
    return None if _REASON.search(clean.text, head.start, frame.quantity.start) else head


def _topic(
    clean: CleanText, heads: Sequence[Head], starts: Sequence[int], values: Sequence[int], frame: FactFrame
) -> Head | None:
    """Return the area that a paragraph opens with, and has a figure of, where nobody has acted before a value."""
    last = bisect_left(starts, frame.sentence.start) - 1
    opens = clean.blocks[frame.sentence.block].start
    head = heads[last] if last >= 0 else None
    if head is None or head.start < opens or not _AREA.fullmatch(head.text):
        return None
    end = head.start + len(head.text)
    if bisect_left(values, opens) < bisect_left(values, head.start) or not _HAS.match(clean.text, end):
        return None  # others are told of before it
    stop = _STOP.search(clean.text, end)
    return None if stop is None or _DEED.search(clean.text, stop.end(), frame.quantity.start) else head
