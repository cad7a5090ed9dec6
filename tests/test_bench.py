"""What the bench measures besides time."""

from __future__ import annotations

import logging

import jieba

from unionie.bench import _agree_with_jieba

jieba.setLogLevel(logging.ERROR)


def test_words_are_those_of_jieba_but_for_numbers_names_and_broken_lines() -> None:
    assert _agree_with_jieba(["职工积极参加活动，效果明显。"]) == 1
    assert 0.5 < _agree_with_jieba(["全年慰问职工1 286户。职工积极参\n加活动。"]) < 1
