"""Who gets which honour: marked sentences and what they give.

``recipient@affiliation:type=award#rank!grantor[time]`` a frame, frames separated by ``;``; an empty cell means none.
An empty recipient is the report's own body.
"""

from __future__ import annotations

import time
from array import array

import pytest

from marked import read_marked
from tables import read_cases
from unionie.clean.types import Block, CleanText
from unionie.frames import AwardFrame, Mention, Sentence
from unionie.link.awards import link_awards

CASES = read_cases(__file__, "awards.tsv")


def describe(frame: AwardFrame, expected: str) -> str:
    """The frame in the notation of the table, with the parts that the expected cell speaks of."""
    words = frame.recipient
    if frame.affiliation:
        words += f"@{frame.affiliation}"
    if frame.recipient_type in ("team", "work"):
        words += f":{frame.recipient_type}"
    words += f"={frame.name}"
    if frame.rank:
        words += f"#{frame.rank}"
    if frame.grantor and "!" in expected:
        words += f"!{frame.grantor}"
    return words + (f"[{frame.time.text}]" if frame.time else "")


@pytest.mark.parametrize(("source", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_awards(source: str, expected: str) -> None:
    frames = link_awards(*read_marked(source))
    assert ";".join(describe(frame, expected) for frame in frames) == expected


def test_surface_characters_are_kept() -> None:
    text, surface = "湾岸公司获颁“关怀奖章”。", "灣岸公司獲頒「關懷獎章」。"
    clean = CleanText(surface, text, surface, array("I", range(len(text))), (Block("paragraph", 0, len(text)),))
    mentions = [
        Mention(0, 4, "ORG", "hand", {}),
        Mention(7, 11, "AWARD", "hand", {"name": "关怀奖章", "rank": None, "level": None}),
    ]
    (frame,) = link_awards(clean, [Sentence(0, len(text), 0)], mentions, [])
    assert (frame.recipient, frame.name) == ("灣岸公司", "關懷獎章")


def test_time_is_linear() -> None:
    line = "{O 区供电公司}、{P 李秋实}分别获{A 江西省五一劳动奖状}、{A 江西省五一劳动奖章}，全年处理案件53件。"

    def seconds(count: int) -> float:
        marked = read_marked("¶".join([line] * count))
        start = time.process_time()
        assert len(link_awards(*marked)) == 2 * count
        return time.process_time() - start

    seconds(10)
    assert seconds(400) < 25 * max(seconds(40), 0.005)
