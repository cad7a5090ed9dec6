"""Which times of a sentence date its figures: not the feast in a name, nor the years for which something is rare."""

from __future__ import annotations

import pytest

import unionie

HEAD = "东禾县2025年工作总结\n"
YEAR = ("2025-01-01", "2025-12-31")


def _last(text: str) -> tuple[str, str] | None:
    period = unionie.extract(HEAD + text).facts[-1].period
    return (period.start, period.end) if period else None


@pytest.mark.parametrize(
    "text",
    [
        "举办世界环境日活动，植树300亩；新建公园3个。",
        "举办六五环境日国家主场活动，新增示范区6个。",
        "组织十一黄金周促销，新建公园3个。",
        "水质30年来首次达标，新建公园3个。",
        "出口近20年来首次负增长，新设企业3家。",
    ],
)
def test_names_and_records_date_nothing(text: str) -> None:
    assert _last(text) == YEAR


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("6月5日举办环保活动，植树300亩。", ("2025-06-05", "2025-06-05")),
        ("国庆期间开展促销活动，接待游客3万人次。", ("2025-10-01", "2025-10-07")),
        ("2023年工作队进村后，新建公园3个。", ("2023-01-01", "2023-12-31")),
    ],
)
def test_days_and_years_that_are_said_do(text: str, days: tuple[str, str]) -> None:
    assert _last(text) == days
