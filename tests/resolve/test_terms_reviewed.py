"""Reports on a term that does not begin with a year: what 五年来, 今年 and 以来 mean in them."""

from __future__ import annotations

import pytest

from dating import dates

TERM = "某县检察院五年工作回顾（2016年10月—2021年9月）\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("五年来，办理案件7318件。", ["2016-10-01/2021-09-30"]),
        ("今年1至9月，办理案件318件。", ["2021-01-01/2021-09-30"]),
        ("2018年10月以来，办理案件318件。", ["2018-10-01/2021-09-30"]),
        ("2020年9月起开展查询，已查询2140人次。", ["2020-09-01/2021-09-30"]),
        ("2019年，办理案件318件。", ["2019"]),
        ("五年来，立案90件。目前，全院设法庭4个。", ["2016-10-01/2021-09-30", "2021-01-01/2021-09-30"]),
        ("五年来，立案90件。目前，已累计化解纠纷860件。", ["2016-10-01/2021-09-30"] * 2),
        ("今后五年，办理案件9000件。", ["!2022-01-01/2026-12-31"]),
    ],
)
def test_a_term_of_months(text: str, expected: list[str]) -> None:
    assert dates(TERM + text, published=None) == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("五、2018年打算。明年，新建工会40家；上半年建成驿站6个。", "2018-01-08", ["!2018", "!2018-01-01/2018-06-30"]),
        ("五、2018年打算。明年，新建工会40家；上半年建成驿站6个。", "2017-12-20", ["!2018", "!2018-01-01/2018-06-30"]),
    ],
)
def test_the_year_to_come_of_a_report_of_january(text: str, published: str, expected: list[str]) -> None:
    assert dates(f"滦川县总工会2017年工作总结\n\n{text}", published) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023年，要抓好三件事：三年内建成站点5个，到2025年游客达10万人。", ["!2023-01-01/2025-12-31", "!2025"]),
        ("2023年，要抓好三件事：三年内建成站点5个。", ["!2023-01-01/2025-12-31"]),
    ],
)
def test_a_year_named_within_those_of_a_plan(text: str, expected: list[str]) -> None:
    assert dates(f"东禾县2022年工作总结\n{text}", published=None)[-len(expected) :] == expected
