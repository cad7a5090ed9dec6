"""When figures hold that stand beside those of another time: careers, contrasts, origins, sections of what was done."""

from __future__ import annotations

import pytest

import unionie
from dating import REVIEW, dates

BESIDE = {
    "what was done in a career": (
        REVIEW + "走访职工286户。\n　　甲路所民警唐立本从警21年，主办积案14起，调解纠纷860件。",
        ["2023", "-", "-"],
    ),
    "what a body of many years has now": (REVIEW + "甲团建团三十年，演职员现有53人。", ["2023"]),
    "of a career but dated itself": (REVIEW + "唐立本养路26年，2022年处置隐患213处。", ["2022"]),
    "who belongs to a body on the day that its paragraph opens with": (
        REVIEW + "截至年底，学院有专任教师126人。在校本科生1384人。发表论文41篇。",
        ["@2023-12-31", "@2023-12-31", "2023"],
    ),
    "by how much a stock has grown from one day to the next": (
        REVIEW + "前年底全区是1120个基层工会，去年底是1286个，净增166个。",
        ["@2022-12-31", "@2023-12-31", "2023"],
    ),
    "down to nothing": (REVIEW + "脱贫86户，贫困发生率由13.6%降为零。", ["2023", "-"]),
    "what it came from and has come to": (REVIEW + "药费由210元降到了58元。", ["-", "2023"]),
    "from, in writing of old": (REVIEW + "平均住院日自7.8天缩短为7.1天。", ["-", "2023"]),
    "a quarter of its own clause": (
        REVIEW + "产煤80万吨，其中四季度仅9万吨；利润6.4亿元。",
        ["2023", "2023-10-01/2023-12-31", "2023"],
    ),
    "a year only contrasted": (
        REVIEW + "去年水费收缴率88%，而2017年建站时只有五成；维修支出126万元。",
        ["2023", "2017", "2023"],
    ),
    "where it turned from last year's": (
        REVIEW + "利润由上年下降6.1%转为增长14.2%；成本84.7元，减少0.6元。",
        ["2022", "2023", "2023", "2023"],
    ),
    "from this year on": (REVIEW + "从2022年起，补助提高到80元。", ["2022-01-01/2023-12-31"]),
    "years back from the one reviewed": (REVIEW + "双语法官由五年前的5名增加到13名。", ["2018", "2023"]),
    "said of what it has come to": (
        "临溪县2019—2023年工作报告\n\n　　办案由2018年的142件上升到2023年的286件，翻了一番，高于全市9件。",
        ["2018", "2023", "2023", "2023"],
    ),
    "parts of what it has come to": (
        REVIEW + "困难职工由年初的214户减至9月底的156户，其中因病致困97户、子女就学38户。",
        ["@2023-01-01", "@2023-09-30", "@2023-09-30", "@2023-09-30"],
    ),
    "key work is done where plans stand behind": (
        REVIEW + "新建工会36家。\n\n二、重点工作\n　　走访职工286户。\n\n三、2024年打算\n　　走访职工300户。",
        ["2023", "2023", "!2024"],
    ),
    "key work is planned where nothing stands behind": (
        REVIEW + "新建工会36家。\n\n二、重点工作\n　　走访职工300户。",
        ["2023", "!2024"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), BESIDE.values(), ids=BESIDE)
def test_beside_another_time(text: str, expected: list[str]) -> None:
    assert dates(text) == expected


def test_a_headline_compares_with_another_year() -> None:
    told = unionie.extract("收购进度快于去年7个百分点\n\n　　收粮36万吨。", published="2023-10-21").period
    assert told is not None
    assert told.start == "2023-01-01"


def test_a_heading_that_looks_back_on_five_years() -> None:
    text = "工会代表大会上的报告\n\n第一部分　五年工作回顾\n　　提合理化建议8642条。\n\n第二部分　任务\n　　略。"
    told = unionie.extract(text, published="2023-06-18").period
    assert told is not None
    assert (told.start, told.end) == ("2018-01-01", "2022-12-31")


def test_the_day_of_minutes_whose_label_is_spaced() -> None:
    text = (
        "甲医院\n第四届职工代表大会第三次会议纪要\n\n时　间：2023年3月9日14:30—17:10\n地　点：门诊楼会议室\n"
        "出　席：代表应到92名，实到86名\n\n　　一、院长作工作报告。2022年门诊14万人次。"
    )
    assert dates(text, "2023-03-09")[:2] == ["2023-03-09", "2023-03-09"]
