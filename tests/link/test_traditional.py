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


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("招生490名，較上年減招35名。", "35名", ("招生", "change", "decrease", "year_on_year")),
        ("滿意度88.1分，較前一年進步1.1分。", "1.1分", ("滿意度", "change", "increase", "year_on_year")),
        ("大夜班津貼調升60元。", "60元", ("大夜班津貼", "change", "increase", None)),
        ("盈余1.04亿元，达成年度目标的112%。", "112%", ("盈余", "level", None, "年度目标")),
        ("比上届增加9枚金牌、5枚银牌。", "9枚", ("金牌", "change", "increase", "上届")),
    ],
)
def test_changes(text: str, value: str, expected: tuple[str | None, ...]) -> None:
    facts = unionie.extract("甲城报告\n" + text).facts
    fact = next(fact for fact in facts if fact.mentions[0].text == value)
    assert (fact.indicator, fact.measure, fact.direction, fact.baseline) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("平均住院日6.1日，佔床率74.5%。", ["平均住院日", "佔床率"]),
        ("项目186个，其中工学院占61个，理学院占48个。", ["项目", "项目占", "项目占"]),
        ("成功率41.5%。其中工學院佔61項，理學院佔48項。", ["成功率", "工學院佔", "理學院佔"]),
    ],
)
def test_what_each_body_has(text: str, expected: list[str]) -> None:
    assert [fact.indicator for fact in unionie.extract("甲城大學報告\n" + text).facts] == expected


def test_what_is_sped_up_has_not_grown() -> None:
    assert unionie.extract("甲城报告\n加快2条在建海缆建设。").facts == ()
