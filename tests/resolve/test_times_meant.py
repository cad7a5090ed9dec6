"""Which days a time means in its report: months of plans and of financial years, days alone, values put aside."""

from __future__ import annotations

import pytest

import unionie
from dating import REVIEW, dates


@pytest.mark.parametrize(
    ("head", "published", "period"),
    [
        ("全年营收36亿元\n甲城轴承集团\n——甲城轴承集团2022年经营综述", "2023-01-09", ("2022-01-01", "2022-12-31")),
        (
            (
                "甲城日报\n2023年12月29日　星期五\n农历癸卯年十一月十七　第5版·深度\n"
                "推行网格化建会的甲城样本\n三千条线，牵住一座城\n——2023年市总工会工作扫描"
            ),
            "2023-12-29",
            ("2023-01-01", "2023-12-31"),
        ),
        (
            "甲县防沙治沙工作情况\n\n县人大常委会：\n　　现将1至10月情况报告如下。",
            "2023-11-20",
            ("2023-01-01", "2023-10-31"),
        ),
    ],
)
def test_a_line_that_names_its_year_tells_what_is_reviewed(head: str, published: str, period: tuple[str, str]) -> None:
    told = unionie.extract(f"{head}\n\n　　新建工会36家。", published=published).period
    assert told is not None
    assert (told.start, told.end) == period


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("　　产粮11万吨，去年是12万吨。\n\n　　年末全县茶园16万亩。", "2023-12-27", ["2023", "2022", "@2023-12-31"]),
        ("　　大家定了下半年三件事：投120万元建冷库。", "2023-06-28", ["!2023-07-01/2023-12-31"]),
        (
            "　　新建工会36家。\n\n二、下半年计划\n　　四季度表彰职工26名。",
            "2023-07-10",
            ["2023", "!2023-10-01/2023-12-31"],
        ),
        ("　　新建工会36家。\n\n【2024，这样干】\n　　发展会员5600人。", "2024-01-22", ["2023", "!2024"]),
        ("　　7月下旬，转移群众4300人。", "2023-12-27", ["2023-07-01/2023-07-31"]),
        ("　　6月中旬至8月底，受旱21万亩。", "2023-12-27", ["2023-06-01/2023-08-31"]),
        (
            "　　今年上半年产值1.9亿元。\n\n　　截至4日20时，恢复供电5.6万户。",
            "2023-08-05",
            ["2023-01-01/2023-06-30", "@2023-08-04"],
        ),
    ],
)
def test_what_lies_ahead_is_to_come(text: str, published: str, expected: list[str]) -> None:
    assert dates(f"甲县2023年工作情况\n\n{text}", published) == expected


def test_months_lie_in_the_financial_year_and_the_day_of_a_resolution_heads_nothing() -> None:
    text = (
        "香港甲業協會二零二二／二三年度會務報告\n\n（二零二三年六月十九日第三十八屆會員大會通過）\n\n各位會員：\n"
        "　　截至三月底，本會有會員7,942人。\n　　談判16輪。"
    )
    assert dates(text, "2023-06-19") == ["@2023-03-31", "2022-04-01/2023-03-31"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("【招商】1至11月，新批项目23个；合同外资1.5亿美元。", ["2023-01-01/2023-11-30"] * 2),
        ("小学普及教育于2004年通过验收，入学率98.7%。", ["2023"]),
        ("人均年工资6.3万元，2021年是5.6万元，增长12.5%。", ["2023", "2021", "2023"]),
        ("净亏损3.3亿元，上年同期为盈利5.8亿元；亏损4.1亿元。", ["2023", "2022", "2023"]),
        ("二级公路8月底建成通车，行车时间缩短为50分钟。", ["2023"]),
        ("截至岁末，建会企业达3908家。", ["@2023-12-31"]),
        ("到6月末，支出8940万元。", ["2023-01-01/2023-06-30@2023-06-30"]),
        ("到6月末，支出率48%。", ["@2023-06-30"]),
        ("年末有会员5.8万人，比上年末净增2100人；女会员占23%。", ["@2023-12-31", "2023", "@2023-12-31"]),
    ],
)
def test_a_time_dates_its_own_clause(text: str, expected: list[str]) -> None:
    assert dates(REVIEW + "工作有序。" + text) == expected


def test_the_whole_year_is_that_which_opens_the_paragraph() -> None:
    text = "甲县总工会关于表彰2019年先进的决定\n\n　　2018年，建会稳步推进。全年新建工会36家。\n　　2019年4月28日"
    assert dates(text) == ["2018"]


@pytest.mark.parametrize("there", ["全县168个行政村中有126个通了公路。", "检察官11名，平均年龄36岁。"])
def test_who_is_there_at_the_end_of_several_years(there: str) -> None:
    assert dates(f"甲县检察院2019—2023年工作报告\n\n　　五年来发出督促令29封。{there}")[-1] == "2023"
