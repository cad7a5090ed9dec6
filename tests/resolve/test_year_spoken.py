"""今年 and 去年 in texts that have no day: counted from the year that the head tells, or of no year."""

from __future__ import annotations

import pytest

import unionie
from dating import TWO_PARTS, dates

REVIEW = "东禾县2023年工作总结\n"
STORY = "山村来了工作队\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("今年前8个月，销售山货8650万元。", ["2023-01-01/2023-08-31"]),
        ("今年上半年，销售山货8650万元。", ["2023-01-01/2023-06-30"]),
        ("今年一季度，销售山货8650万元。", ["2023-01-01/2023-03-31"]),
        ("今年1—8月，销售山货8650万元。", ["2023-01-01/2023-08-31"]),
        ("去年上半年销售山货8650万元。", ["2022-01-01/2022-06-30"]),
        ("今年新建厕所12座，去年新建8座，前年新建6座。", ["2023", "2022", "2021"]),
        ("明年再建大棚50座。", ["!2024"]),
        ("2019年，新建学校12所，今年新建5所。", ["2019", "2023"]),
        ("2016年，新建学校12所。今年新建学校5所，去年新建3所。", ["2016", "2023", "2022"]),
        ("2014年至2019年，新建学校62所。今年新建学校5所。", ["2014-01-01/2019-12-31", "2023"]),
        ("今年水费收入有望过1.5万元。", ["!2023"]),
    ],
)
def test_they_count_from_the_year_of_the_headline(text: str, expected: list[str]) -> None:
    assert dates(REVIEW + text, published=None) == expected


def test_the_headline_of_a_government_names_the_year_in_which_it_speaks() -> None:
    text = "东禾县2024年政府工作报告\n过去的一年，新建学校12所。去年新建公园3个。\n今年，新建学校5所。"
    assert dates(text, published=None) == ["2023", "2023", "!2024"]


def test_in_a_section_of_plans_they_count_from_its_year() -> None:
    text = f"{TWO_PARTS}\n　　今年，新建学校5所。明年完成投资8000万元。\n"
    assert dates(text, published=None)[-2:] == ["!2024", "!2024"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021年建大棚30座，去年又建大棚90座；今年拨付资金210万元。", ["2021", "-", "-"]),
        ("2021年，建大棚30座。今年，建大棚90座。拨付资金210万元。", ["2021", "-", "-"]),
        ("今年前两个月，销售山货8650万元。2023年，全村接待游客3.2万人次。", ["-", "2023"]),
        ("到2030年将建大棚600座。今年建大棚90座。", ["!2030", "-"]),
        ("2021年，建大棚30座。今年不同了。\n今年，建大棚90座。\n拨付资金210万元。", ["2021", "-", "-"]),
    ],
)
def test_where_nothing_tells_the_year_none_is_made_up(text: str, expected: list[str]) -> None:
    assert [each.replace("!", "") for each in dates(STORY + text, published=None)] == [
        each.replace("!", "") for each in expected
    ]
    assert unionie.extract(STORY + text).period is None


def test_the_month_up_to_which_a_text_counts_tells_the_year() -> None:
    text = "永平县脱贫攻坚情况\n（数据截至2020年10月31日）\n2014年，脱贫210户。今年脱贫38户。"
    assert dates(text, published=None) == ["2014", "2020"]


def test_several_years_that_ended_before_do_not_hold_for_the_paragraphs_behind() -> None:
    text = "永平县2020年脱贫攻坚情况\n2014年至2019年，全县累计脱贫21906户。\n——住房。改造危房320户。"
    assert dates(text, published=None) == ["2014-01-01/2019-12-31", "2020"]


def test_last_year_alone_is_that_of_most_figures() -> None:
    text = "驿站亮灯\n2023年，全县新建驿站11个。县总工会去年服务职工1.8万人次。"
    assert dates(text, published=None) == ["2023", "2023"]
