"""What opens a piece of news belongs to no figure."""

from __future__ import annotations

import pytest

import unionie
from unionie.clean.dispatch import skip_dispatch

OPENINGS = [
    "本报讯　",
    "本报讯（记者　闻歌）",
    "本报讯 记者闻歌报道 ",
    "青岚日报讯　",
    "本报临江10月8日电（记者　闻歌　通讯员　鲁迪）",
    "新华社临江10月8日电　",
    "【本报讯】",
    "（记者　闻歌）",
]


@pytest.mark.parametrize("opening", OPENINGS)
def test_the_first_figure_is_neither_the_paper_s_nor_the_reporter_s(opening: str) -> None:
    body = "货运量12.6万吨。"
    (fact,) = unionie.extract(f"项目建设提速\n\n　　{opening}{body}").facts
    assert (fact.indicator, fact.subject, fact.evidence.text) == ("货运量", None, body)


@pytest.mark.parametrize("opening", OPENINGS)
def test_a_body_behind_it_heads_its_clause(opening: str) -> None:
    (fact,) = unionie.extract(f"项目建设提速\n\n　　{opening}县总工会培训职工126人。").facts
    assert (fact.indicator, fact.subject) == ("培训职工", "县总工会")


@pytest.mark.parametrize("text", ["本报订阅费380元。", "县广播电视台发电报300份。", "本报讯　", "（共126人）"])
def test_what_opens_no_news(text: str) -> None:
    assert skip_dispatch(text, 0, len(text)) == 0
