"""Which of overlapping mentions win."""

from __future__ import annotations

import pytest

from unionie.frames import Mention
from unionie.tag.merge import merge_mentions


def _mention(start: int, end: int, label: str) -> Mention:
    return Mention(start, end, label, "test", {})


@pytest.mark.parametrize(
    ("spans", "kept"),
    [
        ([(0, 8, "ORG"), (0, 3, "LOC")], [(0, 8, "ORG")]),
        ([(0, 4, "ORG"), (2, 12, "AWARD")], [(2, 12, "AWARD")]),
        ([(0, 12, "ORG"), (2, 8, "AWARD")], [(2, 8, "AWARD")]),
        ([(0, 10, "WORK"), (1, 9, "ORG")], [(0, 10, "WORK")]),
        ([(0, 3, "LOC"), (3, 6, "PERSON")], [(0, 3, "LOC"), (3, 6, "PERSON")]),
        ([(4, 7, "PERSON"), (0, 3, "ORG")], [(0, 3, "ORG"), (4, 7, "PERSON")]),
        ([(0, 3, "LOC"), (0, 3, "PERSON")], [(0, 3, "PERSON")]),
        ([(0, 0, "ORG")], []),
    ],
)
def test_the_policy(spans: list[tuple[int, int, str]], kept: list[tuple[int, int, str]]) -> None:
    merged = merge_mentions([_mention(*span) for span in spans])
    assert [(mention.start, mention.end, mention.label) for mention in merged] == kept


def test_a_blocked_span_bars_what_it_straddles() -> None:
    mention = _mention(3, 9, "ORG")
    assert merge_mentions([mention], [(4, 6)]) == [mention]
    assert merge_mentions([mention], [(9, 12)]) == [mention]
    assert merge_mentions([mention], [(7, 12)]) == []
    assert merge_mentions([mention], [(0, 4)]) == []
    assert merge_mentions([mention], [(0, 20)]) == []
