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


@pytest.mark.parametrize(
    "heading",
    [
        "三、聚焦目标任务，强化责任落实",
        "（三）实施“求学圆梦”计划",
        "二、力争零事故目标",
        "二、助力“百日攻坚”计划，建功立业",
        "二、维护权益，承诺“不裁员、不减薪”",
    ],
)
def test_what_a_heading_quotes_or_has_for_an_object_plans_nothing(heading: str) -> None:
    text = f"沙坪县总工会2012年工作总结\n{heading}\n全年资助职工320人，发放助学金64万元。"
    assert modalities(text) == {"actual"}


@pytest.mark.parametrize(
    "heading", ["三、下一步工作计划", "三、2013年目标任务", "三、聚焦明年目标", "三、工作打算", "三、服务承诺"]
)
def test_a_heading_that_plans_makes_plans(heading: str) -> None:
    text = f"沙坪县总工会2012年工作总结\n{heading}\n资助职工320人，发放助学金64万元。"
    assert modalities(text) == {"target"}
