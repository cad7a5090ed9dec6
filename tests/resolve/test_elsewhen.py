"""Figures of a time that no day of the report dates: before an event, once something is built, within years to come."""

from __future__ import annotations

import pytest

from dating import dates

HEAD = "东禾县2022年工作总结\n"
NEWS = "河边的新日子\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2017年以前，村集体欠着外债11万元。", ["-"]),
        ("2019年前，他家年收入不超过1.5万元。", ["-"]),
        ("脱贫前，他家年收入不足8000元。", ["-"]),
        ("搬迁前人均收入2100元，今年达到6800元。", ["-", "2022"]),
        ("2018年工作队进村后，申请小额信贷5万元。", ["2018"]),
        ("工程建成后，可新增灌溉面积11.7万亩。", ["-"]),
        ("2025年前，新建公园3个。", ["!2025"]),
        ("工程建成后，预计新增灌溉面积11.7万亩。", ["!"]),
        ("公司二期明年4月开工，建成后年产值可达5亿元。", ["!"]),
        ("预计2025年6月首台机组发电、年底4台机组全部投产。", ["!2025"]),
        ("力争五年内新建公园12个。", ["!2023-01-01/2027-12-31"]),
        ("未来三年，还将安排扶持资金1.2亿元。", ["!2023-01-01/2025-12-31"]),
        ("今后五年，新建公园3个。", ["!2023-01-01/2027-12-31"]),
        ("明后两年，新建公园3个。", ["!2023-01-01/2024-12-31"]),
    ],
)
def test_the_year_of_the_headline_is_not_theirs(text: str, expected: list[str]) -> None:
    assert dates(HEAD + text, published=None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公司二期今年8月开工，达产后年产值5亿元。", ["!"]),
        ("力争三年内旅游收入增加3000万元。", ["!2025-01-01/2027-12-31"]),
        ("预计2025年6月首台机组发电、年底4台机组全部投产。", ["!2025"]),
        ("第一年试种6个棚，第二年扩到28个，今年已有116个棚。", ["-", "-", "2024"]),
        ("2018年建社。第一年试种6个棚，第二年扩到28个，今年已有116个棚。", ["2018", "2019", "2024"]),
    ],
)
def test_nor_that_of_the_news(text: str, expected: list[str]) -> None:
    assert dates(NEWS + text, published="2024-10-22") == expected
