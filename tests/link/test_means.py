"""Means that a value is set beside: the whole's figures, not gaps of so much."""

from __future__ import annotations

import pytest

import unionie


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "我县森林覆盖率71.3%，远高于全省60.2%的平均水平。",
            [("森林覆盖率", "level", None, "我县"), ("森林覆盖率", "level", None, "全省")],
        ),
        (
            "全区新增绿地36公顷，万元产值能耗低于全市0.52吨标准煤的平均值。",
            [("新增绿地", "level", None, "全区"), ("万元产值能耗", "level", None, "全市")],
        ),
        (
            "全县人均寿命80.4岁，比全国78.2岁的平均水平高2.2岁。",
            [
                ("人均寿命", "level", None, "全县"),
                ("人均寿命", "level", None, "全国"),
                ("人均寿命", "gap", "above", "全县"),
            ],
        ),
        (
            "该行不良率1.1%，低于全行1.6%的平均水平0.5个百分点。",
            [("不良率", "level", None, "该行"), ("不良率", "level", None, "全行"), ("不良率", "gap", "below", "该行")],
        ),
        (
            "我校就业率93.5%，分别高于全省88.1%和全国85.6%的平均水平。",
            [("就业率", "level", None, "我校"), ("就业率", "level", None, "全省"), ("就业率", "level", None, "全国")],
        ),
    ],
)
def test_a_mean_is_the_figure_of_its_whole(
    sentence: str, expected: list[tuple[str, str, str | None, str | None]]
) -> None:
    facts = unionie.extract(f"见闻\n\n　　{sentence}", published="2024-02-01").facts
    assert [(fact.indicator, fact.measure, fact.direction, fact.subject) for fact in facts] == expected


def test_a_gap_beyond_a_mean_is_measured_against_its_whole() -> None:
    text = "见闻\n\n　　我市城镇化率68.1%，高出全国65.2%的平均水平2.9个百分点。"
    assert [fact.baseline for fact in unionie.extract(text).facts] == [None, None, "全国"]
