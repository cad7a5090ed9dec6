"""Words and questions that say what is planned."""

from __future__ import annotations

import pytest

import unionie

HEAD = "甲县工作情况\n\n　　今年以来，全县走访职工310人。\n\n　　"


def _modality(text: str, value: str) -> str:
    facts = unionie.extract(HEAD + text, published="2018-05-09").facts
    return next(fact.modality for fact in facts if fact.mentions[0].text == value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("下半年将更新社区器材260套。", "260套"),
        ("该行计划上半年再投放贷款2亿元。", "2亿元"),
        ("下周计划抽查作业点15处。", "15处"),
        ("县妇联全年计划培训保育员1500人。", "1500人"),
        ("建议今年压缩会务费10%。", "10%"),
        ("全矿职工要为实现全年产煤230万吨再立新功。", "230万吨"),
        ("县基金会捐资，预计三年内惠及老人9000名。", "9000名"),
        ("最低工资由五月一日起上调，标准将由五月一日起升至42元。", "42元"),
        ("预计兴建楼房一座，面积约2300平方米。", "约2300平方米"),
        ("编辑：今年有什么打算？\n　　主任：办招聘会20场。", "20场"),
    ],
)
def test_it_is_planned(text: str, value: str) -> None:
    assert _modality(text, value) == "target"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("全县完成全年计划培训任务的46%。", "46%"),
        ("有人大代表建议增设站点，我们新增驿站12座。", "12座"),
        ("2017年即将结束，失业率3.3%，参与率60.2%。", "60.2%"),
        ("为完成全年任务投入资金30万元。", "30万元"),
    ],
)
def test_it_is_done(text: str, value: str) -> None:
    assert _modality(text, value) == "actual"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("全县完成投资138.2亿元，为年度目标130亿元的106.3%。", "106.3%"),
        ("全县完成投资138.2亿元，为年度目标130亿元的106.3%，同比增长9.4%。", "9.4%"),
        ("全县完成投资138.2亿元，超出预期目标8亿元，同比增长9.4%。", "9.4%"),
        ("团县委选派西部计划志愿者26人，研究生支教团11人。", "11人"),
        ("县妇联实施春蕾计划资助女童60名。", "60名"),
        ("县教育局三支一扶计划招募20人，入选万人计划2人。", "20人"),
    ],
)
def test_a_programme_or_the_standard_of_a_result_plans_nothing(text: str, value: str) -> None:
    assert _modality(text, value) == "actual"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("团县委确保完成年度目标，发展团员260人。", "260人"),
        ("县水利局实施水库计划总投资3亿元。", "3亿元"),
        ("县妇联计划资助女童60名。", "60名"),
    ],
)
def test_what_is_still_planned_is_a_target(text: str, value: str) -> None:
    assert _modality(text, value) == "target"
