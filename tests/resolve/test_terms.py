"""本学年 and 本学期 are those of the report; a year in 在…考核中 dates the placing alone."""

from __future__ import annotations

import pytest

import unionie
from dating import dates

YEAR = "某大学2020/2021学年质量报告\n"
FIRST, SECOND = (f"东禾小学2020-2021学年度第{which}学期工作总结\n" for which in "一二")

YEARS = "2020-09-01/2021-08-31"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (YEAR + "2021年，学校招生3120人。\n本学年开设课程2986门。", ["2021", "2020-09-01/2021-08-31"]),
        (YEAR + "2021年，学校招生3120人。\n本学年度开设课程2986门。", ["2021", "2020-09-01/2021-08-31"]),
        (YEAR + "上学年开设课程2860门。", ["2019-09-01/2020-08-31"]),
        (FIRST + "本学期组织教研活动28次。", ["2020-09-01/2021-01-31"]),
        (FIRST + "下学期，计划招收新生280人。", ["!2021-02-01/2021-07-31"]),
        (SECOND + "下学期，计划招收新生280人。", ["!2021-09-01/2022-01-31"]),
        (FIRST + "第二学期，计划招收新生280人。", ["!2021-02-01/2021-07-31"]),
        (
            YEAR + "第一学期听课50节；下学期听课60节，讲座8场。",
            ["2020-09-01/2021-01-31", *["2021-02-01/2021-07-31"] * 2],
        ),
        (YEAR + "出勤率由上学期的88%提高到下学期的93.5%。", ["2020-09-01/2021-01-31", "2021-02-01/2021-07-31"]),
        (YEAR + "上学期、下学期分别听课61节、65节。", ["2020-09-01/2021-01-31", "2021-02-01/2021-07-31"]),
        (YEAR + "听课148节，其中第一学期81节；课题7项。", [YEARS, "2020-09-01/2021-01-31", YEARS]),
        (YEAR + "下学期打算：听课90节。", ["!2021-09-01/2022-01-31"]),
        (YEAR + "新学期，计划听课90节。", ["!2021-09-01/2022-01-31"]),
        ("某大学2020年工作总结\n上学期开设课程986门。", ["2020"]),
        ("某大学2020年工作总结\n本学期开设课程986门。", ["2020"]),
        ("东禾县2022年工作总结\n在2021年全市评估中获第一名，全年新建服务站5个。", ["2022"]),
        ("东禾县2022年工作总结\n2021年建站3个，全年接待20人。", ["2021", "2021"]),
    ],
)
def test_school_years_and_terms(text: str, expected: list[str]) -> None:
    assert dates(text, published=None) == expected


def test_a_term_is_no_part_of_the_name() -> None:
    assert [fact.indicator for fact in unionie.extract("某大学2020年工作总结\n本学期开设课程986门。").facts] == [
        "开设课程"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("就业率依次为95.2%（2020届）、94.1%（2021届）和93.7%（2022届）。", ["2020", "2021", "2022"]),
        ("2021届毕业生就业率95%。", ["2021"]),
        ("毕业生（2021届）就业率91%。", ["2021"]),
    ],
)
def test_classes_in_brackets_behind_their_values(text: str, expected: list[str]) -> None:
    assert dates(f"某学院2022届毕业生就业报告\n\n{text}", published=None) == expected
