"""What an office reports of its area, and what it did itself."""

from __future__ import annotations

import pytest

import unionie


def subjects(text: str) -> list[str | None]:
    return [fact.subject for fact in unionie.extract(text, published="2024-02-01").facts]


UNION = "临溪县总工会2023年工作总结\n\n　　"
BUREAU = "云溪县市场监督管理局2023年工作总结\n\n　　全县市场平稳。全县消费回暖。\n　　"
CASES = {
    "what the area has goes on": (
        f"{UNION}全县现有基层工会163个。会员9127人，入会率92.8%。",
        ["全县", "全县", "全县"],
    ),
    "until the office serves": (
        f"{UNION}全县有妇女维权站17个。聘请陪审员21名，参与陪审58件。",
        ["全县", "临溪县总工会", "临溪县总工会"],
    ),
    "until the office acts": (
        f"{UNION}全县现有基层工会163个。会员9127人。投入38万元，新建书屋6个。",
        ["全县", "全县", "临溪县总工会", "临溪县总工会"],
    ),
    "a paragraph that opens with the office's own": (
        f"{UNION}走访职工86户。年末，全县驿站达到46个。理赔126人次。",
        ["临溪县总工会", "全县", "临溪县总工会"],
    ),
    "the economy of which a bureau speaks": (
        "云溪县前三季度经济运行\n\n　　全县地区生产总值612亿元。\n　　县统计局局长段某说，地区生产总值有望增长5.5%。",
        ["全县", "全县"],
    ),
    "an area above": (f"{UNION}全省评出标兵12名。会员9127人。", ["全省", "临溪县总工会"]),
    "all unions of the area": (
        "2023年全市工会工作综述\n\n　　全市各级工会奋勇争先。\n　　全市现有工会163个。筹款860万元。",
        ["全市", "全市各级工会"],
    ),
    "whom a decision praises before it gives its reasons": (
        (
            "临溪县总工会关于表彰先进的决定\n\n　　2023年，全县职工建功立业。提出建议860条，采纳312条。"
            "为表彰先进，县总工会决定：授予8个单位先进称号。"
        ),
        ["全县", "全县", "县总工会"],
    ),
    "what a bureau did": (f"{BUREAU}立案486件，罚没917万元。", ["云溪县市场监督管理局"] * 2),
    "the bureau of a field": (
        "云溪县教育和体育局2023年工作总结\n\n　　全县教育平稳。\n　　新建校舍36栋。",
        ["全县"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_whose_it_is(name: str) -> None:
    text, expected = CASES[name]
    assert subjects(text) == expected


def test_a_kind_of_house_is_none_in_a_governments_report() -> None:
    text = "白河省人民政府工作报告\n\n　　全省奋力发展。医院床位数达到2万张。学校教室新增300间。"
    assert subjects(text) == ["全省", "全省"]
