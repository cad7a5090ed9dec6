"""The days of the event on which a whole report tells."""

from __future__ import annotations

import pytest

import unionie


def reviewed(text: str, published: str) -> tuple[str, str] | None:
    period = unionie.extract(text, published=published).period
    return None if period is None else (period.start, period.end)


@pytest.mark.parametrize(
    ("text", "published", "days"),
    [
        (
            "甲城车务段2021年春运工作总结\n\n　　2021年春运（1月28日至3月8日）已结束。\n　　发送旅客36万人。",
            "2021-03-20",
            ("2021-01-28", "2021-03-08"),
        ),
        (
            "关于安全生产检查情况的通报\n\n　　8月6日至20日，我局对36家单位进行了检查。\n　　发现问题56处。",
            "2021-09-02",
            ("2021-08-06", "2021-08-20"),
        ),
        (  # the year in which 检查 is one of many things
            "甲县应急局2021年度检查情况通报\n\n　　8月6日至20日，检查36家单位。\n　　发现问题56处。",
            "2022-01-12",
            ("2021-01-01", "2021-12-31"),
        ),
        (  # no report on it
            "副市长调研河道检查\n\n　　8月6日至20日，全市开展检查。\n　　发现问题56处。",
            "2021-09-02",
            ("2021-01-01", "2021-12-31"),
        ),
    ],
)
def test_a_report_on_an_event_is_of_its_days(text: str, published: str, days: tuple[str, str]) -> None:
    assert reviewed(text, published) == days
