"""Days said as of the day of writing, and values that have a time of their own."""

from __future__ import annotations

import pytest

from dating import dates


def test_today_counts_from_the_day_of_the_dispatch() -> None:
    text = "甲馆重新开门\n\n　　本报5月1日讯　今天上午，甲县图书馆重新开门，有540人进馆。去年接待读者11万人次。"
    assert dates(text, "2023-05-02") == ["2023-05-01", "2022"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("8月产量为3.1万台，低于6月的3.6万台。", ["2023-08-01/2023-08-31", "2023-06-01/2023-06-30"]),
        ("7月和8月，产量分别为3.1万台、2.9万台。", ["2023-07-01/2023-07-31", "2023-08-01/2023-08-31"]),
    ],
)
def test_values_have_the_months_beside_them(text: str, days: list[str]) -> None:
    assert dates(f"甲厂生产情况\n\n　　{text}", "2023-09-09") == days


def test_the_year_before_in_a_yearly_review_is_before_that_reviewed() -> None:
    text = "甲市法院工作报告\n\n　　2022年，市法院受理案件18672件。发出建议45份，上一年为29份。"
    assert dates(text, "2023-01-09")[-1] == "2021"


def test_last_year_in_a_report_on_half_a_year_is_the_year_before() -> None:
    text = "2024年上半年健身工作情况\n甲市体育局\n\n　　上半年，全市参赛5.7万人次，超过去年全年的5.2万人次。"
    assert dates(text, None)[-1] == "2023"
