"""Whether a whole text is a plan, by what its headline calls it."""

from __future__ import annotations

import pytest

import unionie


def modalities(text: str) -> set[str]:
    return {fact.modality for fact in unionie.extract(text).facts}


@pytest.mark.parametrize(
    "headline",
    [
        "东湖大学获重点研发计划项目6项",
        "东湖大学入选卓越研究计划",
        "县总工会“求学圆梦计划”惠及三百人",
        "東湖大學獲主題研究計劃撥款",
        "“青年安居”計劃惠及三百戶",
        "东湖县实施“三年行动计划”",
    ],
)
def test_a_programme_in_the_headline_plans_nothing(headline: str) -> None:
    assert modalities(f"{headline}\n发展会员3万人，走访职工120人。") == {"actual"}


@pytest.mark.parametrize(
    "headline",
    [
        "县总工会工作计划",
        "县总工会2024年工作目标责任书",
        "关于印发《县总工会2024年目标任务分解表》的通知",
        "东湖县高质量发展规划（2021—2025年）",
        "东湖县2024年为民办实事项目",
    ],
)
def test_a_text_that_calls_itself_a_plan_plans(headline: str) -> None:
    assert modalities(f"{headline}\n发展会员3万人，走访职工120人。") == {"target"}


def test_what_there_is_is_no_plan_of_a_plan() -> None:
    facts = unionie.extract("县总工会2024年工作计划\n全县现有会员3万人。年内发展会员2000人。").facts
    assert [fact.modality for fact in facts] == ["actual", "target"]
