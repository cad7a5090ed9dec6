"""Years inside several years, the year of a census, and lines that only look like the plan of a year."""

from __future__ import annotations

import pytest

import unionie
from unionie import Fact

COURT = "东禾市人民检察院工作报告"
CENSUS = "东禾市第四次全国经济普查公报（第三号）\n市统计局（2020年1月15日）\n"
BULLETIN = "东禾县2022年国民经济和社会发展统计公报\n东禾县统计局\n2023年3月10日\n"


def dated(text: str, value: str) -> str | None:
    """Return the days of the fact of that value: its day, or its first and last year or day."""
    fact: Fact = next(fact for fact in unionie.extract(text).facts if fact.mentions[0].text == value)
    if fact.as_of and fact.period is None:
        return fact.as_of
    return fact.period and f"{fact.period.start}..{fact.period.end}"


@pytest.mark.parametrize("head", [f"{COURT}\n2023年1月8日\n", f"{COURT}（2018—2022）\n"])
@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("24.6%", "2022-01-01..2022-12-31"),
        ("21人", "2018-01-01..2022-12-31"),
        ("184件", "2018-01-01..2022-12-31"),
    ],
)
def test_a_year_inside_several_years_holds_for_its_own_sentence(head: str, value: str, days: str) -> None:
    text = "五年来，办理案件4621件。2022年诉前羁押率为24.6%。起诉职务犯罪21人。五年共立案184件。"
    assert dated(head + text, value) == days


@pytest.mark.parametrize("value", ["1843件", "2871名"])
def test_several_years_that_nothing_places_are_not_the_year_of_one_sentence(value: str) -> None:
    text = "五年来，批捕4621件。其中，2022年起诉120人。五年共立案1843件。对2871名未成年人开展帮教。"
    assert dated(f"{COURT}\n{text}", value) is None


def test_last_year_is_the_last_of_the_years_that_the_head_names() -> None:
    text = "东禾市人民检察院未检工作报告（2020—2022）\n三年来，办理案件4621件。去年，检察官授课74场。"
    assert dated(text, "74场") == "2022-01-01..2022-12-31"


@pytest.mark.parametrize("value", ["297亿元", "84.7%"])
def test_a_census_is_of_the_one_year_of_its_figures(value: str) -> None:
    text = "2018年末，全市工业企业8472个。全年实现营业收入297亿元。私营企业占84.7%。"
    assert dated(CENSUS + text, value) == "2018-01-01..2018-12-31"


@pytest.mark.parametrize("value", ["32.4亿元", "18.4亿元"])
def test_a_total_of_assets_is_no_sum_of_a_year(value: str) -> None:
    assert dated(f"{BULLETIN}年末资产总计32.4亿元，负债合计18.4亿元。", value) == "2022-12-31"


def test_work_that_is_weighed_is_no_plan_of_its_year() -> None:
    text = (
        "沙坪县总工会工作盘点\n2025年，县总工会新建工会26家。\n2025年全市工会重点工作考核，我县排名第1。\n"
        "全年慰问职工60人。"
    )
    assert dated(text, "60人") == "2025-01-01..2025-12-31"


def test_the_day_of_a_disaster_is_of_its_own_sentence() -> None:
    text = "桐山县2022年工作总结\n8月3日，暴雨发生后，转移群众300人。全县重建房屋280间。"
    assert dated(text, "280间") == "2022-01-01..2022-12-31"
