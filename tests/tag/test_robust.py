"""Any text gives sorted, disjoint mentions, in linear time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionie.tag.entities import find_entities
from unionie.tag.words import cut_words, find_occurrences

from .builders import hand_made

_NAMED = "柘溪县 总工会 市 区 主席 李 建国 获 “ ” 全国 五一劳动奖章 、 ， 。 （ ） 下称 中心 有限公司 《 》 · 第三 12 A"
_PIECES = st.sampled_from([*_NAMED.split(), " ", "\u3000", "\t", "\n", "\x00", "\ud800", "🙂", "\u200f"])


def _check(text: str) -> None:
    mentions = find_entities(hand_made(text))
    position = 0
    for mention in mentions:
        assert position <= mention.start < mention.end <= len(text)
        position = mention.end


@given(st.text())
def test_arbitrary_text(text: str) -> None:
    _check(text)


@given(st.lists(_PIECES, max_size=40).map("".join))
def test_pieces_of_names_in_any_order(text: str) -> None:
    _check(text)


@given(st.lists(_PIECES, max_size=30).map("".join))
def test_words_cover_the_text(text: str) -> None:
    words = cut_words(text)
    assert len(words.starts) == len(words.kinds) + 1
    assert words.starts[-1] == len(text)
    assert words.starts == sorted(set(words.starts))


@pytest.mark.parametrize(
    "unit", ["市总工会主席李建国获", "李", "“", "全国", "、王小明", "柘溪县", "·买", "奖", "  ", "局", "A1"]
)
def test_time_grows_with_length(unit: str) -> None:
    def seconds(count: int) -> float:
        text = unit * count
        clean = hand_made(text)
        start = time.process_time()
        find_entities(clean)
        return time.process_time() - start

    seconds(50)
    short, long = (min(seconds(count) for _ in range(3)) for count in (500, 5_000))
    assert long < 25 * max(short, 0.004)


def test_occurrences_prefer_the_longest() -> None:
    assert list(find_occurrences("区总工会区总", ["区总", "区总工会"])) == [(0, 4), (4, 6)]
    assert list(find_occurrences("", ["区总"])) == []
