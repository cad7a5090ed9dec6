"""The days that the head of a bulletin gives, and days without their month."""

from __future__ import annotations

import pytest

from dating import dates

WEEKLY = "甲矿安全周报\n第27期（7月4日—7月10日）\n2016年7月11日\n\n　　"
TERM = "乙会会务报告\n（2017年4月至2018年3月）\n\n　　"


def test_a_weekly_is_of_the_week_that_its_head_gives() -> None:
    assert dates(WEEKLY + "查出隐患217条。", "2016-07-11") == ["2016-07-04/2016-07-10"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("本周检查43次。", "2016-07-04/2016-07-10"),
        ("上周检查40次。", "2016-06-27/2016-07-03"),
        ("6月份查出隐患305条。\n　　8日，停电18次。", "2016-07-08"),
    ],
)
def test_weeks_and_days_are_read_from_that_week(text: str, day: str) -> None:
    assert dates(WEEKLY + text, "2016-07-11")[-1] == day


def test_months_in_brackets_beneath_the_headline_are_those_reviewed() -> None:
    assert dates(TERM + "处理个案213宗。", "2018-06-24") == ["2017-04-01/2018-03-31"]


def test_the_days_of_a_meeting_are_no_week_reviewed() -> None:
    text = "甲县总工会全委会公报\n（2017年2月14日至16日）\n\n　　2016年，发展会员213名。新建工会31家。"
    assert dates(text, "2017-02-17")[-1] == "2016"


def test_a_day_behind_last_year_is_not_of_january() -> None:
    text = "我县景区人气旺\n\n　　10月7日，接待游客2万人次。去年同期是1.8万人次。\n　　3日，出动警力260人次。"
    assert dates(text, "2018-10-08")[-1] == "2018-10-03"
