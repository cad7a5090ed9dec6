"""Honours that no verb links: whoever is named nearest before them in their sentence, or right behind them.

Enters: the clean text, its sentences, mentions, and the honours that nothing else has linked. Leaves: frames of less
confidence. Next: ``awards`` adds them last.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from unionie.clean.types import CleanText
from unionie.frames import AwardFrame, Mention, Sentence
from unionie.link.honours import cues
from unionie.link.honours.frames import beside
from unionie.link.honours.headings import names_contest, names_honour
from unionie.link.honours.holders import own_holders, titled_by
from unionie.link.honours.meant import find_named
from unionie.link.honours.names import TOLD, group_honours
from unionie.link.honours.placings import RULE as PLACED
from unionie.link.honours.recipient_lists import list_back, list_forward
from unionie.link.honours.recipients import Recipient, usable
from unionie.link.honours.times import governing_time
from unionie.link.honours.verb_subjects import clause_start
from unionie.values.types import Time

_CONFIDENCE = 0.6
# A clause that tells of an honour without giving it: what is sought, taken back, learned from, counted or handed out.
_NOT_HERE = re.compile(
    "创建|争创|评选|申报|推荐|力争|争取|打造|学习|弘扬|参评|候选|拟|开展|组织|举办|召开|计划|目标|冲刺|慰问|走访|对照|标准|办法|规定"
    "|奖励|凡|未|没|无缘|差一步|撤销|取消|收回|失实|增设|设立|列入|跻身|入选|授牌|颁奖|颁发|表扬|公布|发布|揭晓|予以|届时|将于|决定"
    "|[0-9一二两三四五六七八九十百数多近约]+余?[名个位家人项]|其余|[说称]|表示|认为|介绍|享受"
)
_NOT_BEHIND = re.compile(
    "[”」]?(?:荣誉)?(?:称号|奖项)?(?:[0-9一二两三四五六七八九十百数多近约.]+余?[名个位家项人件次块万萬元]|予以|授牌|[颁授送发]?给|待遇)"
    "|[”」]?[^，。；]{0,6}零的?突破"
    "|[”」]?(?:[、和与及]?“[^“”\\n]{2,16}”)*(?:评选|评比|名单)"
)
# What is made or sought, no honour that anybody has: 高质量建设|示范区, 培育|优秀企业.
_MADE = re.compile(
    "高(?:质量|水平|标准|效能)|[建创]设|共建|培[育植]|推[进动]|打造|加快|构建|争[创做]|创[建成]|学习(?=全|[省市区县])|建成"
)
_MAKES = re.compile("(?:建[设成]|共建|培[育植养]|推[进动]|打造|加快|构建|创建|发展|选树|评选)[“]?$")
_TAKEN_BACK = re.compile("撤销|取消|收回|失实|增设")
_GIVER = re.compile("(?:荣?获得?|获頒|颁|报|经|由|被|向|受)$")
_SEVERAL = re.compile("依次|分别|分获")
_SHORTEST = 4
_LONGEST = 80  # characters between a name and its honour


def link_nearest(
    clean: CleanText,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    awards: Sequence[Mention],
    times: Sequence[Time],
    *,
    known: Sequence[int],
) -> list[AwardFrame]:
    """Return a frame for each honour that has one likely recipient; all arguments are in text order.

    ``known`` is where any honours begin.
    """
    frames: list[AwardFrame] = []
    starts = [award.start for award in awards]
    for sentence in sentences:
        here = awards[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        if here and clean.blocks[sentence.block].kind in ("paragraph", "list_item"):
            frames.extend(_sentence(clean, sentence, mentions, here, times, known))
    return frames


def _sentence(
    clean: CleanText,
    sentence: Sentence,
    mentions: Sequence[Mention],
    awards: Sequence[Mention],
    times: Sequence[Time],
    known: Sequence[int],
) -> Iterator[AwardFrame]:
    text = clean.text
    if _TAKEN_BACK.search(text, sentence.start, sentence.end):
        return
    several = _SEVERAL.search(text, sentence.start, sentence.end) is not None
    named = [
        each
        for each in find_named(text, mentions, sentence.start, sentence.end)
        if not any(award.start < each.name[1] and each.name[0] < award.end for award in awards)
    ]
    for group in group_honours(text, list(awards)):
        for honour in group:
            start, end = honour.mention.start, honour.mention.end
            if cues.NOT_GIVEN.match(text, end) or _NOT_BEHIND.match(text, end):
                continue
            name = honour.name(text, text)
            if (
                len(name) < _SHORTEST
                or _is_made(text, clause_start(text, sentence.start, start), start, name)
                or not (honour.rank or names_honour(name))
                or (names_contest(name) and not honour.rank)
                or (honour.mention.rule == PLACED and (several or len(group) > 1 or TOLD.match(text, end)))
            ):
                continue
            following = bisect_left(known, end)
            until = known[following] if following < len(known) else len(text)
            for each in _likely(text, named, (sentence.start, start, end, until), name):
                time = governing_time(text, times, sentence.start, start, honour.mention)
                frame = beside(clean, each, honour, sentence, time=time)
                yield replace(frame, rule="award.nearest", confidence=_CONFIDENCE)


def _is_made(text: str, clause: int, start: int, honour: str) -> bool:
    """Tell whether the honour is what a clause says to make or to seek: its own words or a verb before it say so."""
    return _MADE.match(honour) is not None or _MAKES.search(text, clause, start) is not None


def _likely(text: str, named: Sequence[Recipient], at: tuple[int, int, int, int], honour: str) -> list[Recipient]:
    """Return whom the honour most likely goes to: right behind it, else the last suitable name before it.

    ``at`` is where its sentence begins, where it begins and ends, and where the next honour begins.
    """
    begin, start, end, until = at
    behind = own_holders(list_forward(text, named, end + text.startswith(("”", "的"), end), 1), until)
    if not behind and text.startswith("”", end):
        behind = titled_by(text, named, end, until)
    if behind and behind[0].kind != "deictic" and cues.suits(honour, behind[0].kind, text[slice(*behind[0].name)]):
        return behind
    clause = max(text.rfind(mark, begin, start) for mark in "；。") + 1 or begin
    before = [each for each in named if clause <= each.start and each.end <= start and each.kind != "deictic"]
    before = [each for each in before if usable(text, each) and not _GIVER.search(text[clause : each.start])]
    if not before or start - before[-1].end > _LONGEST or _NOT_HERE.search(text, before[-1].end, start):
        return []
    between = text[before[-1].end : start]
    if between.startswith("的") or between in ("、", "、“"):  # 省妇联的“…集体”: who gives it; 甲、“最美教师”乙
        return []
    if (
        any(verb.kind in ("give", "name") for verb in cues.find_verbs(text, before[-1].end, start))
        and "被" not in between
    ):
        return []
    taken = list_back(text, before)
    return taken if all(cues.suits(honour, each.kind, text[slice(*each.name)]) for each in taken) else []
