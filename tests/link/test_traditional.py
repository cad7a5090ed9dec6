"""Texts in traditional characters are understood like others, and what they say is given back in their own."""

from __future__ import annotations

import pytest

import unionie


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("青年會員238名，佔近四成。", ["青年會員", "青年會員佔"]),
        ("會員6,842人，其中正會員4,905人（佔71.7％）。", ["會員", "正會員", "正會員佔"]),
        ("移工4名獲選。", ["移工獲選"]),
        ("選手奪得5金3銀4銅。", ["金牌", "銀牌", "銅牌"]),
        ("個案總數604宗，當中欠薪個案238宗，佔四成。", ["個案總數", "欠薪個案", "欠薪個案佔"]),
        ("个案总数604宗，当中欠薪个案238宗，占四成。", ["个案总数", "欠薪个案", "欠薪个案占"]),
    ],
)
def test_indicators(text: str, expected: list[str]) -> None:
    assert [fact.indicator for fact in unionie.extract("嵐港工會报告\n" + text).facts] == expected


def test_baselines() -> None:
    facts = unionie.extract("嵐港工會報告\n失業率3.3％，低於全國平均0.5個百分點。").facts
    assert facts[1].baseline == "全國平均"


@pytest.mark.parametrize("among", ["当中", "當中", "其中"])
def test_parts_of_those_counted(among: str) -> None:
    facts = unionie.extract(f"嵐港工會報告\n服務長者160人，{among}女性87人。").facts
    assert [fact.part_of for fact in facts] == [None, facts[0].id]


def test_those_who_do_something_while_others_do() -> None:
    facts = unionie.extract("县总工会报告\n参赛160人，当中国队出场时，观众870人。").facts
    assert [fact.part_of for fact in facts] == [None, None]
