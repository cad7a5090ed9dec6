"""Windows cover the text, stay short, and cut where a sentence or clause ends."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from unionie.tag.learned.windows import cut_windows


def test_a_window_holds_the_sentences_of_one_line_that_fit():
    text = "甲乙丙。丁戊己。庚辛\n壬癸。"
    assert [text[w.start : w.end] for w in cut_windows(text, 8)] == ["甲乙丙。丁戊己。", "庚辛\n", "壬癸。"]
    assert [text[w.start : w.end] for w in cut_windows(text, 20)] == ["甲乙丙。丁戊己。庚辛\n", "壬癸。"]


def test_a_long_sentence_is_cut_behind_a_comma():
    text = "甲乙丙丁戊己，庚辛壬癸子丑"
    assert [text[w.start : w.end] for w in cut_windows(text, 10)] == ["甲乙丙丁戊己，", "庚辛壬癸子丑"]


def test_a_text_without_any_mark_is_read_in_windows_that_overlap():
    windows = list(cut_windows("甲" * 1000, 100))
    assert all(w.end - w.start <= 100 for w in windows)
    assert all(later.start == earlier.end - 24 for earlier, later in pairwise(windows))


@given(st.text(alphabet="甲乙，。；\n”）A1 ", max_size=300), st.integers(min_value=50, max_value=80))
def test_kept_parts_join_to_the_text(text, longest):
    place = 0
    for window in cut_windows(text, longest):
        assert window.first == place
        assert window.start <= window.first < window.last <= window.end
        assert window.end - window.start <= longest
        place = window.last
    assert place == len(text)
