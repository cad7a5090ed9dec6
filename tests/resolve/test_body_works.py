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
    "not who signs what a headline says of a whole area": (
        (
            "关于一季度全县道路交通安全形势的通报\n\n各中队：\n　　1至3月，全县接报事故236起，同比下降8.4%。"
            "\n　　造成6人死亡，直接财产损失38.6万元。全县排查隐患58处。\n\n汤溪县公安局交通警察大队\n2025年4月9日"
        ),
        ["全县"] * 5,
    ),
    "not who publishes an audit of the county's budget": (
        (
            "关于2022年度县级预算执行和其他财政收支的审计结果公告\n\n柳桥县审计局\n2023年9月6日"
            "\n\n　　2022年，县级一般公共预算收入18.6亿元。\n　　全县三公经费支出1260万元。"
        ),
        ["全县"] * 2,
    ),
    "not what opens a text and is no body": (
        "要闻\n\n　　柳溪回信勉励地质工作者，扎实推动找矿。\n　　惠及老年人3700人。",
        [None],
    ),
    "two words for one house": (
        "一年回顾\n\n　　全所到位经费3.9亿元。\n　　我所有职工80人。\n　　青鹭公司开发产品8款。\n　　申请专利29件。",
        ["全所", "我所", "青鹭公司", "全所"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_whose_report_it_is(text: str, expected: list[str | None]) -> None:
    assert [fact.subject for fact in unionie.extract(text, published="2024-02-01").facts] == expected


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (
            "甲河市红十字会关于捐款的公告\n\n　　汶川特大地震发生后，各界捐款。\n　　接收捐款186万元；物资折款9万元。",
            "甲河市红十字会",
        ),
        ("团县委工作小结\n\n　　团县委抓好主线。\n　　希望工程　牵线省青基会援建小学1所，落实资金30万元。", "团县委"),
        (
            "驻村日记\n作者：丁一（省农信联社驻雷河湾村第一书记）\n\n　　雷河湾村146户。\n　　村集体账上，有1200元。",
            "雷河湾村",
        ),
        (
            "你们的钱救了急\n\n　　我叫罗桂英，是甲厂的。\n　　区困难职工帮扶中心来了人。\n　　我每月花4000元。",
            None,
        ),
    ],
)
def test_whose_figures_in_what_bodies_and_people_write(text: str, subject: str | None) -> None:
    assert unionie.extract(text, published="2008-06-02").facts[-1].subject == subject
