"""Whose report it is by who issues it beside its date, by the work that it tells of, and by words for one house."""

from __future__ import annotations

import pytest

import unionie

CASES = {
    "who issues it beside the date": (
        "劳动争议仲裁简报\n\n临溪区仲裁院　2023年7月11日\n\n　　二季度收案207件。全区形势平稳。",
        ["临溪区仲裁院"],
    ),
    "whose union issues it": (
        (
            "车轮滚滚\n2023年2月17日　来源：青堰车务段工会\n\n　　青堰车务段发送旅客186万人。\n　　最高8.9万人。"
            "\n　　段工会慰问职工64人。"
        ),
        ["青堰车务段", "青堰车务段", "段工会"],
    ),
    "the work of the headline": (
        "引柳供水工程隧洞贯通\n\n　　引柳供水工程总投资28亿元。引柳供水工程隧洞提前47天完工。县水务局协调用地80亩。",
        ["引柳供水工程", "引柳供水工程", "县水务局"],
    ),
    "no workshop that is named once": (
        "同心渡难关\n——在第九届职工代表大会上的报告\n\n　　去年销售收入3.1亿元。铸造车间节约73万元。",
        [None, "铸造车间"],
    ),
    "nobody where a portrait says once where its hero lives": (
        "绣娘柳小晴\n\n　　针法有140多种。\n　　全镇靠绣花增收的妇女有900人。",
        [None, "全镇"],
    ),
    "two words for one house": (
        "一年回顾\n\n　　全所到位经费3.9亿元。\n　　我所有职工80人。\n　　青鹭公司开发产品8款。\n　　申请专利29件。",
        ["全所", "我所", "青鹭公司", "全所"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_whose_report_it_is(text: str, expected: list[str | None]) -> None:
    assert [fact.subject for fact in unionie.extract(text, published="2024-02-01").facts] == expected
