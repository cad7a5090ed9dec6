from __future__ import annotations

import pytest

import unionie
from unionie import extract


def find(kind, texts, indicator):
    """The messages of one kind for reports of 2018, 2019 …"""
    reports = [
        extract(text, published=f"{2018 + number}-01-25", region="江西省上洲市清溪区")
        for number, text in enumerate(texts)
    ]
    return [drift.message for drift in unionie.series(reports, indicator).notices if drift.kind == kind]


def test_reports_that_contradict_each_other_are_told_with_their_names(panel_reports):
    (drift,) = (each for each in unionie.series(panel_reports, "GDP").notices if each.kind == "conflict")
    assert drift.body == "临溟市"
    assert "3,096.8亿元" in drift.message
    assert drift.message.endswith("取3,061.2亿元")
    assert [report.rpartition("/")[2] for report in drift.reports] == ["linming-2023.txt", "linming-2024.txt"]


def test_units_that_were_converted(panel_reports):
    told = {drift.body: drift.message for drift in unionie.series(panel_reports, "粮食产量").notices}
    assert told == {
        "岱东市": "2021年、2022年粮食总产量原以斤计，折为吨",
        "栖岭市": "2022年粮食总产量原以斤计，折为吨",
    }


@pytest.mark.parametrize(
    ("kind", "texts", "indicator", "expected"),
    [
        (
            "name_changed",
            ("2017年，全区发展会员300人。", "2018年，全区新增会员400人。"),
            "发展会员",
            ["2017年称“发展会员”，2018年称“新增会员”"],
        ),
        ("name_changed", ("2017年，全区发展会员300人。", "2018年，全区发展会员400人。"), "发展会员", []),
        (
            "break",
            ("2017年，全区实现税收10亿元。", "2018年，全区实现税收16亿元，增长5%。"),
            "税收",
            ["税收由2017年10亿元到2018年16亿元，变动+60.0%，报告称+5%：口径或基数可能有变"],
        ),
        ("break", ("2017年，全区实现税收10亿元。", "2018年，全区实现税收10.8亿元，增长5%。"), "税收", []),
        (
            "units_differ",
            ("2017年，全区出口额10亿元。", "2018年，全区出口额2亿美元。"),
            "出口额",
            ["出口额单位不一，不能合为一列：元、美元"],
        ),
        (
            "owner_changed",
            ("2017年，全区发展会员300人。", "2018年，区总工会发展会员400人。"),
            "发展会员",
            ["发展会员的主体不一：江西省上洲市清溪区、上洲市清溪区总工会"],
        ),
    ],
)
def test_drift(kind, texts, indicator, expected):
    assert find(kind, texts, indicator) == expected
