"""Reports cut, shuffled, misprinted: records come back with the characters that prove them, whatever stands there."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import pytest

from unionie import Extraction, extract

SAMPLES = [
    path.read_text("utf-8") for path in sorted((Path(__file__).parents[2] / "corpora" / "samples").glob("*.txt"))
]
MISPRINTS = "，。；：、“”《》（）\n　0123456789年月日亿万个%‰×⁴等和与获授全市我院该"
LENGTH, DAMAGES = 500, 40  # characters


def damage(text: str, seed: int) -> str:
    """Return a stretch of a report with characters changed, lost, added and moved."""
    chance = random.Random(seed)
    start = chance.randrange(max(1, len(text) - LENGTH))
    marks = list(text[start : start + LENGTH])
    for _ in range(DAMAGES):
        at = chance.randrange(len(marks))
        kind = chance.choice(("change", "lose", "add", "move"))
        if kind == "change":
            marks[at] = chance.choice(MISPRINTS)
        elif kind == "lose":
            marks[at] = ""
        elif kind == "add":
            marks.insert(at, chance.choice(MISPRINTS))
        else:
            other = chance.randrange(len(marks))
            marks[at : at + 20], marks[other : other + 20] = marks[other : other + 20], marks[at : at + 20]
    return "".join(marks)


@pytest.mark.parametrize("seed", range(60))
def test_damaged_reports_keep_their_evidence(seed: int) -> None:
    text = damage(SAMPLES[seed % len(SAMPLES)], seed)
    extraction = extract(text, published="2024-02-29" if seed % 2 else None)
    for record in (*extraction.facts, *extraction.awards, *extraction.people):
        assert [text[span.start : span.end] for span in record.mentions] == [span.text for span in record.mentions]
    for fact in extraction.facts:
        days = [fact.period.start, fact.period.end] if fact.period else []
        assert days == sorted(days)
        assert all(date.fromisoformat(day) for day in [*days, fact.as_of] if day)
    assert Extraction.from_json(extraction.to_json()) == extraction


# Each of these once raised what no caller can expect.
@pytest.mark.parametrize(
    "text",
    [
        "主任卓玛才让",
        "表1　各县　　　指标",
        "1：20\n2\t2\n4\t6",
        "4:50—7:10\n告。",
        "86人达取车间兰荣",
        "获红“”和“金”名、",
        "该室人均为所平评为全学优秀",
        "石润生凭汇演拿下、一等奖",
        "职业技能赛代队获与三等奖",
        "榜上有名起重工蔡旺",
        "产量达1.2×10⁴吨。",
        "5名《覆盖6.7万人次。月青年大习”授平均每期参学1.15万人次”参学率由上半年的62%升至下半年的51%，全市排名从第51》",
    ],
)
def test_no_text_raises(text: str) -> None:
    for published in (None, "2024-02-29"):
        assert extract(text, published=published).text == text
