"""Bare heads take what their line or sentence says of whom they are told."""

from __future__ import annotations

import pytest

import unionie


def names(text: str) -> list[str]:
    return [fact.indicator for fact in unionie.extract(text, published="2022-01-20").facts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "一产增加值30亿元，贡献率12.3%；二产增加值90亿元，贡献率54.6%。",
            ["一产增加值", "一产贡献率", "二产增加值", "二产贡献率"],
        ),
        (
            "第二产业增加值90亿元，增长6%，拉动经济增长2.4个百分点。",
            ["第二产业增加值", "第二产业增加值", "第二产业拉动经济"],
        ),
        ("鲜菜价格上涨17.3%，影响CPI上涨0.36个百分点。", ["鲜菜价格", "鲜菜价格影响CPI"]),
        ("发放消费券12万元；拉动消费61万元。", ["发放消费券", "拉动消费"]),
    ],
)
def test_an_effect_takes_its_cause(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "全年工作情况如下：\n【刑事】一审收案429件，结案420件。\n【行政】一审收案91件。",
            ["刑事一审收案", "刑事结案", "行政一审收案"],
        ),
        ("全年工作情况如下：\n▲刑事审判  收案429件。\n▲行政审判  收案91件。", ["刑事收案", "行政收案"]),
        ("【总体】全年新收案件4329件，结案4210件。", ["新收案件", "结案"]),
        ("【社保】新建社保所12个。", ["新建社保所"]),
    ],
)
def test_a_label_completes_heads_that_say_nothing_of_what_they_count(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_bracket_between_does_not_end_the_fund() -> None:
    text = "职工医保收入30亿元（其中统筹20亿元），支出22亿元，累计结余12亿元。"
    assert names(text) == ["职工医保收入", "统筹", "职工医保支出", "职工医保累计结余"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("改判58件、发回重审29件，合计占审结数的71.9%。", "改判、发回重审合计占审结数"),
        ("毕业生1052人，直接就业663人，升入高校371人，合计占毕业生的98.3%。", "直接就业、升入高校合计占毕业生"),
    ],
)
def test_a_share_of_all_names_them_all(text: str, expected: str) -> None:
    assert names(text)[-1] == expected
